/* tonus-session-newcomer.c - somebody new, of whom nothing has been saved yet, and all who are here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-index.h"
#include "tonus-session-private.h"

void
tonus_session_note_index (TonusSession *self, GPtrArray *entries)
{
  g_ptr_array_ref (entries);
  g_clear_pointer (&self->index, g_ptr_array_unref);
  self->index = entries;
}

GPtrArray *
tonus_session_get_index (TonusSession *self)
{
  if (!self->index)
    self->index = tonus_index_load (self->practice, NULL);
  return self->index;
}

static gboolean
is_saved (TonusSession *self, TonusOpenChart *chart)
{
  return tonus_practice_hash_of (self->practice, chart->records[TONUS_SLOT_PATIENT]) != NULL;
}

static gboolean
is_identity (TonusRecord *record, const TonusSection *section, const char *row, gpointer data)
{
  gboolean *is_only = data;

  if (strcmp (section->id, "patient") != 0)
    *is_only = FALSE;
  return *is_only;
}

/* Nothing is there but who the person is: what another chart of theirs has already. */
static gboolean
is_only_named (TonusOpenChart *chart)
{
  TonusRecord *patient = chart->records[TONUS_SLOT_PATIENT];
  gboolean is_only = g_hash_table_size (tonus_record_get_unread (patient)) == 0;

  for (int slot = TONUS_SLOT_PATIENT + 1; slot < TONUS_N_SLOTS; slot++)
    is_only = is_only && !chart->records[slot];
  if (is_only)
    tonus_record_foreach_group (patient, is_identity, &is_only);
  return is_only;
}

static void
drop (TonusSession *self, TonusOpenChart *chart)
{
  g_autofree char *id = g_strdup (tonus_record_get_object (chart->records[TONUS_SLOT_PATIENT]));

  tonus_saver_forget (self->saver, id);
  if (chart == self->front)
    tonus_session_bring_to_front (self, NULL);
  g_ptr_array_remove (self->open, chart);
}

void
tonus_session_drop_nobodies (TonusSession *self)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      TonusOpenChart *chart = g_ptr_array_index (self->open, i - 1);
      gboolean is_new = chart != self->front && !is_saved (self, chart);
      const char *id = tonus_record_get_object (chart->records[TONUS_SLOT_PATIENT]);

      if (is_new && !tonus_saver_has_edits (self->saver, id))
        drop (self, chart);
    }
}

gboolean
tonus_session_open_instead (TonusSession *self, const char *patient, GError **error)
{
  TonusOpenChart *newcomer = self->front;
  gboolean is_dropped;

  g_return_val_if_fail (newcomer, FALSE);

  is_dropped = is_only_named (newcomer) && !is_saved (self, newcomer);
  if (!tonus_session_open_patient (self, patient, error))
    return FALSE;
  if (is_dropped && newcomer != self->front)
    {
      drop (self, newcomer);
      g_signal_emit_by_name (self, "switched");
      tonus_session_say (self, _ ("The new patient was not kept: nothing was entered but a name."));
    }
  return TRUE;
}
