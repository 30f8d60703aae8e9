/* tonus-practice-find.c - which folder holds what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"

#define PREFIX_MIN 6

static const char *
key_of (const char *patient)
{
  return patient != NULL ? patient : "";
}

char *
tonus_practice_build_shelf_path (TonusPractice *self, const char *patient)
{
  if (patient == NULL)
    return g_build_filename (self->folder, "practice", NULL);
  return g_build_filename (self->folder, "patients", patient, NULL);
}

TonusShelf *
tonus_practice_get_shelf (TonusPractice *self, const char *patient, GError **error)
{
  TonusShelf *shelf = g_hash_table_lookup (self->shelves, key_of (patient));

  if (shelf != NULL)
    return shelf;
  g_autofree char *path = tonus_practice_build_shelf_path (self, patient);
  shelf = tonus_shelf_new (self->io, path, patient, error);
  if (shelf == NULL)
    return NULL;
  if (shelf->has_temporary && !self->is_read_only)
    tonus_sweep_folder (self->io, path);
  g_hash_table_insert (self->shelves, g_strdup (key_of (patient)), shelf);
  for (guint i = 0; i < shelf->ids->len; i++)
    g_hash_table_insert (self->homes, g_strdup (shelf->ids->pdata[i]), g_strdup (key_of (patient)));
  return shelf;
}

void
tonus_practice_forget_shelf (TonusPractice *self, const char *patient)
{
  g_hash_table_remove (self->shelves, key_of (patient));
}

static gboolean
is_folder (TonusPractice *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, "patients", name, NULL);
  struct stat status;

  return self->io->fstatat (self->io, AT_FDCWD, path, &status) == 0 && S_ISDIR (status.st_mode);
}

GPtrArray *
tonus_practice_list_patients (TonusPractice *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "patients", NULL);
  g_autoptr (GPtrArray) names = tonus_read_folder (self->io, path, error);
  GPtrArray *patients = g_ptr_array_new_with_free_func (g_free);

  if (names == NULL)
    {
      g_ptr_array_unref (patients);
      return NULL;
    }
  for (guint i = 0; i < names->len; i++)
    if (tonus_id_is_valid (names->pdata[i]) && is_folder (self, names->pdata[i]))
      g_ptr_array_add (patients, g_strdup (names->pdata[i]));
  return patients;
}

GPtrArray *
tonus_practice_list_objects (TonusPractice *self,
                             const char *patient,
                             const char *kind,
                             GError **error)
{
  tonus_practice_settle (self);
  TonusShelf *shelf = tonus_practice_get_shelf (self, patient, error);

  if (shelf == NULL)
    return NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < shelf->ids->len; i++)
    if (kind == NULL || tonus_shelf_has_object (shelf, shelf->ids->pdata[i], kind))
      g_ptr_array_add (ids, g_strdup (shelf->ids->pdata[i]));
  return ids;
}

typedef struct
{
  TonusShelf *sound;   /* has a usable revision */
  TonusShelf *damaged; /* the first that has only names of it */
} Home;

/* Look in the shelf of @key; TRUE: no need to look further.  A file that lies in the wrong folder
 * is no reason to pass over those that lie in the right one. */
static gboolean
look_in (TonusPractice *self, const char *key, const char *object, Home *home)
{
  TonusShelf *shelf = tonus_practice_get_shelf (self, *key != '\0' ? key : NULL, NULL);

  if (shelf == NULL || tonus_shelf_get_names (shelf, object) == NULL)
    return FALSE;
  g_autoptr (GPtrArray) valid = tonus_practice_collect_valid (self, shelf, object, NULL);
  if (valid->len > 0)
    home->sound = shelf;
  else if (home->damaged == NULL)
    home->damaged = shelf;
  return valid->len > 0;
}

static gboolean
look_everywhere (TonusPractice *self, const char *object, Home *home, GError **error)
{
  g_autoptr (GPtrArray) patients = tonus_practice_list_patients (self, error);

  for (guint i = 0; patients != NULL && i < patients->len; i++)
    if (look_in (self, patients->pdata[i], object, home))
      break;
  return patients != NULL;
}

/* Asks the folders in the order of their likelihood: where it was seen before, the practice's own,
 * the patient of that id, everyone. */
TonusShelf *
tonus_practice_find_shelf (TonusPractice *self, const char *object, GError **error)
{
  g_autofree char *key = g_strdup (g_hash_table_lookup (self->homes, object));
  Home home = { NULL, NULL };

  if ((key == NULL || !look_in (self, key, object, &home)) && !look_in (self, "", object, &home) &&
      !(tonus_id_is_valid (object) && is_folder (self, object) &&
        look_in (self, object, object, &home)) &&
      !look_everywhere (self, object, &home, error))
    return NULL;
  if (home.sound == NULL && home.damaged == NULL)
    g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND,
                 _ ("There is no object “%s” in “%s”. List what there is, then name one of these."),
                 object, self->folder);
  return home.sound != NULL ? home.sound : home.damaged;
}

typedef struct
{
  const char *prefix;
  const char *kind;
  char *found;
  guint n_found;
} Search;

static void
search_shelf (Search *search, TonusShelf *shelf)
{
  for (guint i = 0; shelf != NULL && i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];
      if (!g_str_has_prefix (id, search->prefix) ||
          (search->kind != NULL && !tonus_shelf_has_object (shelf, id, search->kind)))
        continue;
      search->n_found++;
      g_free (search->found);
      search->found = g_strdup (id);
    }
}

/* A patient's record is called like its folder: the others need not be opened. */
static gboolean
may_have (const Search *search, const char *patient)
{
  return g_strcmp0 (search->kind, "patient") != 0 || g_str_has_prefix (patient, search->prefix);
}

static gboolean
search_everywhere (TonusPractice *self, Search *search, GError **error)
{
  g_autoptr (GPtrArray) patients = tonus_practice_list_patients (self, error);

  if (patients == NULL)
    return FALSE;
  search_shelf (search, tonus_practice_get_shelf (self, NULL, NULL));
  for (guint i = 0; i < patients->len; i++)
    if (may_have (search, patients->pdata[i]))
      search_shelf (search, tonus_practice_get_shelf (self, patients->pdata[i], NULL));
  return TRUE;
}

/* A whole id needs no search among ten thousand folders. */
static gboolean
is_there (TonusPractice *self, const char *id, const char *kind)
{
  TonusShelf *shelf = tonus_id_is_valid (id) ? tonus_practice_find_shelf (self, id, NULL) : NULL;

  return shelf != NULL && (kind == NULL || tonus_shelf_has_object (shelf, id, kind));
}

char *
tonus_practice_resolve (TonusPractice *self, const char *prefix, const char *kind, GError **error)
{
  Search search = { prefix, kind, NULL, 0 };

  tonus_practice_settle (self);
  if (strlen (prefix) < PREFIX_MIN)
    {
      g_set_error (
          error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_AMBIGUOUS,
          _ ("“%s” is too short to name an object. Give at least %d characters of its id."), prefix,
          PREFIX_MIN);
      return NULL;
    }
  if (is_there (self, prefix, kind))
    return g_strdup (prefix);
  if (!search_everywhere (self, &search, error))
    return NULL;
  if (search.n_found == 1)
    return search.found;
  if (search.n_found == 0)
    g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND,
                 _ ("There is no %s “%s” in “%s”. List what there is, then name one of these."),
                 kind != NULL ? kind : "object", prefix, self->folder);
  else
    g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_AMBIGUOUS,
                 _ ("“%s” fits %u objects. Give more characters of the id."), prefix,
                 search.n_found);
  g_free (search.found);
  return NULL;
}
