/* tonus-context.c - what a record is written against, and what it cannot be without
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_head (TonusPractice *self, TonusShelf *shelf, const char *object, GStrvBuilder *hashes)
{
  const TonusFacts *head = tonus_practice_find_head (self, shelf, object);

  if (head != NULL)
    g_strv_builder_add (hashes, head->name->hash);
}

/* The object a reference names.  (transfer full) (nullable) */
static char *
read_reference (TonusRecord *record, const char *path)
{
  const char *ref = tonus_record_get (record, path);

  if (ref == NULL || tonus_value_is_not_tested (ref))
    return NULL;
  return g_strndup (ref, strcspn (ref, "#"));
}

/* What cannot be read just now is left out: a visit without a part of its context is worth more
 * than none. */
GStrv
tonus_practice_find_context (TonusPractice *self, TonusShelf *shelf, TonusRecord *record)
{
  g_autoptr (GStrvBuilder) hashes = g_strv_builder_new ();

  if (shelf == NULL || strcmp (tonus_record_get_kind (record), "visit") != 0)
    return g_strv_builder_end (hashes);
  g_autofree char *episode = read_reference (record, "visit/episode");
  add_head (self, shelf, shelf->patient, hashes);
  if (episode != NULL)
    add_head (self, shelf, episode, hashes);
  for (guint i = 0; i < shelf->ids->len && episode != NULL; i++)
    {
      const char *id = shelf->ids->pdata[i];
      if (!tonus_shelf_has_object (shelf, id, "program"))
        continue;
      const TonusFacts *head = tonus_practice_find_head (self, shelf, id);
      if (head != NULL && g_strcmp0 (head->episode, episode) == 0)
        g_strv_builder_add (hashes, head->name->hash);
    }
  return g_strv_builder_end (hashes);
}

static gboolean
refuse (GError **error, const char *path, const char *what)
{
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "%s: %s", path, what);
  return FALSE;
}

/* A name is enough: that another file is damaged must not keep this record from being saved. */
static gboolean
check_episode (TonusShelf *shelf, TonusRecord *record, const char *path, GError **error)
{
  g_autofree char *id = read_reference (record, path);

  return id == NULL || tonus_shelf_has_object (shelf, id, "episode") ||
         refuse (error, path, _ ("this patient has no such episode. Record the episode first."));
}

gboolean
tonus_practice_check_needs (TonusShelf *shelf, TonusRecord *record, GError **error)
{
  const char *kind = tonus_record_get_kind (record);

  if (!tonus_schema_kind_is_clinical (kind) || strcmp (kind, "patient") == 0)
    return TRUE;
  if (tonus_record_get_header (record)->patient == NULL)
    return refuse (error, "Patient",
                   _ ("missing. Add Patient= and the patient's id under [Tonus]."));
  if (shelf == NULL || !tonus_shelf_has_object (shelf, shelf->patient, "patient"))
    return refuse (error, "Patient",
                   _ ("there is no such patient here. Record the patient first."));
  if (strcmp (kind, "visit") == 0)
    return check_episode (shelf, record, "visit/episode", error);
  if (strcmp (kind, "program") == 0)
    return check_episode (shelf, record, "program/episode", error);
  return TRUE;
}
