/* tonus-choose-revision.c - which revision of an object a call is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-choose-revision.h"

#include <string.h>

#include <glib/gi18n.h>

#define PREFIX_LEAST 6

static void
warn_of_fork (TonusCall *call, const TonusObject *object)
{
  g_autoptr (GString) heads = g_string_new (NULL);
  for (guint i = 0; i < object->heads->len; i++)
    {
      const TonusRevision *head = g_ptr_array_index (object->heads, i);
      g_string_append_printf (heads, "%s%s", i > 0 ? ", " : "", head->hash);
    }
  tonus_call_complain (call, TONUS_EXIT_WARNINGS,
                       _ ("%s %s has %u versions that were written side by side (%s); this is the "
                          "first, choose one with --revision"),
                       object->kind, object->id, object->heads->len, heads->str);
}

static char *
choose_head (TonusCall *call, const TonusObject *object, gboolean *is_fork)
{
  const TonusRevision *head = g_ptr_array_index (object->heads, 0);

  if (object->heads->len > 1)
    {
      warn_of_fork (call, object);
      if (is_fork != NULL)
        *is_fork = TRUE;
    }
  if (object->is_incomplete)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS,
                         _ ("%s %s is incomplete: files that it names have not arrived; wait for "
                            "them, or restore them from a copy"),
                         object->kind, object->id);
  for (guint i = 0; object->damaged != NULL && i < object->damaged->len; i++)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS, "%s",
                         (const char *) g_ptr_array_index (object->damaged, i));
  return g_strdup (head->hash);
}

static char *
choose_by_prefix (TonusCall *call, const TonusObject *object, const char *prefix)
{
  const char *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < object->revisions->len; i++)
    {
      const TonusRevision *revision = g_ptr_array_index (object->revisions, i);
      if (g_str_has_prefix (revision->hash, prefix))
        {
          found = revision->hash;
          n_found++;
        }
    }

  if (strlen (prefix) < PREFIX_LEAST)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("--revision “%s” is too short to be sure; give at least %d characters"),
                         prefix, PREFIX_LEAST);
  else if (n_found == 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("%s %s has no revision “%s”; its files are named by revision and hash"),
                         object->kind, object->id, prefix);
  else if (n_found > 1)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("%s %s has %u revisions that begin with “%s”; give more characters"),
                         object->kind, object->id, n_found, prefix);
  else
    return g_strdup (found);
  return NULL;
}

char *
tonus_choose_revision (
    TonusCall *call, TonusPractice *practice, const char *id, const char *prefix, gboolean *is_fork)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusObject) object = tonus_practice_get_object (practice, id, &error);

  if (is_fork != NULL)
    *is_fork = FALSE;
  if (object == NULL)
    {
      tonus_call_fail (call, error);
      return NULL;
    }
  return prefix != NULL ? choose_by_prefix (call, object, prefix)
                        : choose_head (call, object, is_fork);
}
