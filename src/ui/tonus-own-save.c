/* tonus-own-save.c - an own exercise from its form into the practice's catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-own-exercise.h"
#include "tonus-own-save.h"

/* The catalogue that has @exercise: its id and text.  (transfer full) */
static char *
find_text (TonusPractice *practice, const char *exercise, char **object)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, NULL, "catalogue", NULL);
  g_autofree char *heading = g_strdup_printf ("\n[exercise/%s]\n", exercise);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (GBytes) bytes = tonus_practice_load_bytes (practice, id, NULL, NULL);
      g_autofree char *text =
          bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;

      if (!text || !strstr (text, heading))
        continue;
      *object = g_strdup (id);
      return g_steal_pointer (&text);
    }
  return NULL;
}

char *
tonus_own_save (TonusSession *session, TonusRecord *form, const char *exercise, GError **error)
{
  TonusPractice *practice = tonus_session_get_practice (session);
  g_autofree char *object = NULL;
  g_autofree char *before = exercise ? find_text (practice, exercise, &object) : NULL;
  g_autofree char *id = before
                            ? g_strdup (exercise)
                            : tonus_own_exercise_make_id (tonus_session_get_schema (session), form);
  g_autofree char *text = tonus_own_exercise_make_text (form, id, before, object, error);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusRecord) saved =
      text ? tonus_practice_record_text (practice, text, strlen (text),
                                         tonus_session_get_therapist (session), refusals, NULL,
                                         error)
           : NULL;

  if (!saved && refusals->len && error)
    {
      g_clear_error (error);
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "%s",
                   (const char *) g_ptr_array_index (refusals, 0));
    }
  return saved ? g_steal_pointer (&id) : NULL;
}
