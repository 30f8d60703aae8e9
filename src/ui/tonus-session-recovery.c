/* tonus-session-recovery.c - what was typed before the program last ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While an offer waits for its answer, edits of the same record do not take its draft's place: they
 * become revisions at once.  A restored draft becomes a revision of what it was typed on.  If
 * somebody has gone on from there meanwhile, both stand side by side: nothing is overwritten.
 */
#include "config.h"
#include "tonus-draft.h"
#include "tonus-session-private.h"

GPtrArray *
tonus_session_list_drafts (TonusSession *self)
{
  GPtrArray *drafts = tonus_draft_list (self->practice);

  g_hash_table_remove_all (self->offered);
  for (guint i = 0; i < drafts->len; i++)
    g_hash_table_add (self->offered,
                      g_strdup (((TonusDraft *) g_ptr_array_index (drafts, i))->object));
  return drafts;
}

static gboolean
restore (TonusSession *self, TonusDraft *draft, GError **error)
{
  const char *parents[2] = { draft->base, NULL };

  if (!tonus_practice_save (self->practice, draft->record, parents, self->therapist, NULL, error))
    return FALSE;
  g_hash_table_remove (self->offered, draft->object);
  return tonus_draft_remove (self->practice, draft->object, error);
}

/* The practice's own records come first, then the slots in their order. */
static int
rank (TonusDraft *draft)
{
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    if (g_str_equal (draft->kind, tonus_slot_kind ((TonusSlot) slot)))
      return slot;
  return -1;
}

gboolean
tonus_session_restore_drafts (TonusSession *self, GPtrArray *drafts, GError **error)
{
  gboolean is_restored = TRUE;

  /* A visit names the records it was written against. */
  for (int slot = -1; slot < TONUS_N_SLOTS; slot++)
    for (guint i = 0; i < drafts->len && is_restored; i++)
      {
        TonusDraft *draft = g_ptr_array_index (drafts, i);

        if (rank (draft) == slot)
          is_restored = restore (self, draft, error);
      }
  tonus_practice_refresh (self->practice);
  g_signal_emit_by_name (self, "patients-changed");
  g_signal_emit_by_name (self, "staff-changed");
  g_signal_emit_by_name (self, "news");
  return is_restored;
}

gboolean
tonus_session_discard_drafts (TonusSession *self, GPtrArray *drafts, GError **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      TonusDraft *draft = g_ptr_array_index (drafts, i);

      if (!tonus_draft_remove (self->practice, draft->object, error))
        return FALSE;
      g_hash_table_remove (self->offered, draft->object);
    }
  return TRUE;
}
