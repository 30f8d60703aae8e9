/* tonus-session-merge.c - two versions of one record become one again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-session-private.h"

#define UNREAD "unread/"

void
tonus_fork_free (TonusFork *self)
{
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
  g_clear_object (&self->merged);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_strfreev (self->heads);
  g_free (self->object);
  g_free (self);
}

TonusFork *
tonus_session_load_fork (TonusSession *self, const char *id, GError **error)
{
  g_autoptr (TonusObject) object = NULL;
  TonusFork *fork;

  if (!tonus_saver_flush (self->saver, self->front, error))
    return NULL;
  object = tonus_practice_get_object (self->practice, id, error);
  if (!object)
    return NULL;
  fork = g_new0 (TonusFork, 1);
  fork->object = g_strdup (id);
  fork->merged = tonus_practice_merge_heads (self->practice, id, &fork->conflicts, error);
  if (fork->merged)
    {
      const TonusRevision *ours = object->heads->pdata[0], *theirs = object->heads->pdata[1];
      const char *heads[] = { ours->hash, theirs->hash, NULL };

      fork->is_signed = ours->is_signed;
      fork->heads = g_strdupv ((GStrv) heads);
      fork->ours = tonus_practice_load (self->practice, id, ours->hash, error);
      fork->theirs =
          fork->ours ? tonus_practice_load (self->practice, id, theirs->hash, error) : NULL;
    }
  if (!fork->theirs)
    g_clear_pointer (&fork, tonus_fork_free);
  return fork;
}

/* Of what was typed and is no value there is no changeset. */
static gboolean
take_unread (TonusRecord *merged, const TonusConflict *conflict)
{
  if (!g_str_has_prefix (conflict->path, UNREAD))
    return FALSE;
  tonus_record_set_unread (merged, conflict->path + strlen (UNREAD), conflict->theirs);
  return TRUE;
}

gboolean
tonus_session_merge (TonusSession *self, TonusFork *fork, const gboolean *is_theirs, GError **error)
{
  g_autoptr (TonusRecord) merged = tonus_record_copy (fork->merged);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  for (guint i = 0; i < fork->conflicts->len; i++)
    {
      const TonusConflict *conflict = g_ptr_array_index (fork->conflicts, i);

      if (is_theirs[i] && !take_unread (merged, conflict))
        tonus_changeset_set (changes, fork->object, conflict->path, conflict->theirs);
    }
  if (!tonus_record_apply (merged, changes, error) ||
      !tonus_practice_save (self->practice, merged, (const char *const *) fork->heads,
                            self->therapist, NULL, error))
    return FALSE;
  tonus_session_show_news (self);
  g_signal_emit_by_name (self, "patients-changed");
  return TRUE;
}
