/* tonus-session-versions.c - what the patient has at home: versions of the program that were handed
 * out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-paths.h"
#include "tonus-session-private.h"

static double
version_of (TonusRecord *record)
{
  return tonus_path_read_number (record, TONUS_PATH_PROGRAM_VERSION, NULL, 0);
}

/* A version's number is given at handing out: what was edited since then carries it, too, so of the
 * revisions with one number the first is the one that went home. */
TonusRecord *
tonus_session_load_given (TonusSession *self, const char *not_at)
{
  TonusRecord *program = tonus_session_get_record (self, TONUS_SLOT_PROGRAM);
  const char *id = program ? tonus_record_get_object (program) : NULL;
  g_autoptr (TonusObject) object = id ? tonus_practice_get_object (self->practice, id, NULL) : NULL;
  g_autoptr (TonusRecord) given = NULL;

  for (guint i = object ? object->revisions->len : 0; i > 0; i--)
    {
      const TonusRevision *revision = g_ptr_array_index (object->revisions, i - 1);
      g_autoptr (TonusRecord) record =
          tonus_practice_load (self->practice, id, revision->hash, NULL);

      if (!record || version_of (record) < 1)
        continue;
      if (not_at && g_strcmp0 (tonus_record_get (record, "program/visit"), not_at) == 0)
        continue;
      if (given && version_of (record) < version_of (given))
        break;
      g_set_object (&given, record);
    }
  return g_steal_pointer (&given);
}
