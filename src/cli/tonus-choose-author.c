/* tonus-choose-author.c - who writes what a command saves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-choose-author.h"

#include <glib/gi18n.h>

static gboolean
is_active (TonusPractice *practice, const char *therapist)
{
  g_autoptr (TonusRecord) record = tonus_practice_load (practice, therapist, NULL, NULL);
  return record != NULL &&
         g_strcmp0 (tonus_record_get_at (record, "therapist", NULL, "active"), "no") != 0;
}

char *
tonus_call_choose_author (TonusCall *call, TonusPractice *practice, const char *as)
{
  g_autoptr (GError) error = NULL;
  if (as != NULL)
    {
      char *author = tonus_practice_resolve (practice, as, "therapist", &error);
      if (author == NULL)
        tonus_call_fail (call, error);
      return author;
    }

  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, NULL, "therapist", &error);
  if (ids == NULL)
    {
      tonus_call_fail (call, error);
      return NULL;
    }
  const char *only = NULL;
  guint n_active = 0;
  for (guint i = 0; i < ids->len; i++)
    if (is_active (practice, g_ptr_array_index (ids, i)))
      {
        only = g_ptr_array_index (ids, i);
        n_active++;
      }
  if (n_active == 1)
    return g_strdup (only);

  tonus_call_complain (
      call, TONUS_EXIT_CANNOT,
      _ ("The practice has %u therapists; say who writes with --as and a therapist’s id"),
      n_active);
  return NULL;
}
