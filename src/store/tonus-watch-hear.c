/* tonus-watch-hear.c - what it means that a name came or went
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "tonus-id.h"
#include "tonus-watch-private.h"

/* Folders of patients that others added, watched until their first files are there. */
#define NEWCOMERS_MAX 32

static void
hear_above (gpointer data, const char *name, gboolean is_gone)
{
  TonusWatchPlace *place = data;

  if (name == NULL || strcmp (name, place->name) == 0)
    tonus_watch_doubt (place->watch);
}

static void
hear_root (gpointer data, const char *name, gboolean is_gone)
{
  TonusWatchPlace *place = data;

  if (name == NULL || strcmp (name, TONUS_PRACTICE_FILE) == 0 || strcmp (name, "practice") == 0 ||
      strcmp (name, "patients") == 0)
    tonus_watch_doubt (place->watch);
}

static void
hear_revision (TonusWatchPlace *place, const char *name, gboolean is_gone)
{
  TonusWatch *self = place->watch;
  g_autoptr (TonusRevisionName) revision = tonus_revision_name_parse (name);

  if (revision == NULL)
    return;
  if (is_gone)
    tonus_practice_forget_written (self->practice, name);
  else if (tonus_practice_has_written (self->practice, name))
    return;
  tonus_watch_note_news (self, place->name);
}

static void
hear_own (gpointer data, const char *name, gboolean is_gone)
{
  TonusWatchPlace *place = data;

  if (name == NULL)
    tonus_watch_doubt (place->watch);
  else
    hear_revision (place, name, is_gone);
}

static void
hear_patient (gpointer data, const char *name, gboolean is_gone)
{
  TonusWatchPlace *place = data;

  if (name == NULL)
    tonus_watch_note_news (place->watch, place->name);
  else
    hear_revision (place, name, is_gone);
}

TonusWatchPlace *
tonus_watch_require_patient (TonusWatch *self, const char *patient)
{
  TonusWatchPlace *place = g_hash_table_lookup (self->patients, patient);

  if (place != NULL)
    return place;
  g_autofree char *path = tonus_practice_build_shelf_path (self->practice, patient);
  place = tonus_watch_place_new (self, path, patient, hear_patient);
  g_hash_table_insert (self->patients, place->name, place);
  tonus_watch_place_enter (place);
  return place;
}

void
tonus_watch_drop_if_unasked (TonusWatch *self, const char *patient)
{
  TonusWatchPlace *place = g_hash_table_lookup (self->patients, patient);

  if (place == NULL || place->n_asked > 0 ||
      g_queue_find_custom (&self->newcomers, patient, (GCompareFunc) strcmp) != NULL)
    return;
  tonus_practice_set_watched (self->practice, patient, FALSE);
  g_hash_table_remove (self->patients, patient);
}

/* A patient that another program adds comes as an empty folder, and then its files. */
static void
take_newcomer (TonusWatch *self, const char *patient)
{
  if (g_hash_table_contains (self->patients, patient))
    return;
  g_queue_push_tail (&self->newcomers, g_strdup (patient));
  tonus_watch_require_patient (self, patient);
  if (g_queue_get_length (&self->newcomers) <= NEWCOMERS_MAX)
    return;
  g_autofree char *oldest = g_queue_pop_head (&self->newcomers);
  tonus_watch_drop_if_unasked (self, oldest);
}

static void
hear_patients (gpointer data, const char *name, gboolean is_gone)
{
  TonusWatch *self = ((TonusWatchPlace *) data)->watch;

  if (name == NULL)
    tonus_watch_doubt (self);
  if (!tonus_id_is_valid (name))
    return;
  TonusWatchPlace *place = g_hash_table_lookup (self->patients, name);
  if (place != NULL)
    tonus_watch_place_enter (place);
  if (is_gone)
    tonus_practice_forget_written (self->practice, name);
  else if (tonus_practice_has_written (self->practice, name))
    return;
  if (place != NULL)
    tonus_watch_note_news (self, name);
  if (!is_gone)
    take_newcomer (self, name);
  tonus_watch_note_news (self, NULL);
}

void
tonus_watch_add_places (TonusWatch *self)
{
  const char *root = self->practice->folder;
  g_autofree char *own = tonus_practice_build_shelf_path (self->practice, NULL);
  g_autofree char *patients = g_build_filename (root, "patients", NULL);
  g_autofree char *below = g_strdup (root);

  g_ptr_array_add (self->places, tonus_watch_place_new (self, root, NULL, hear_root));
  g_ptr_array_add (self->places, tonus_watch_place_new (self, own, NULL, hear_own));
  g_ptr_array_add (self->places, tonus_watch_place_new (self, patients, NULL, hear_patients));
  for (;;)
    {
      char *above = g_path_get_dirname (below);
      g_autofree char *name = g_path_get_basename (below);
      gboolean is_top = strcmp (above, below) == 0;
      if (!is_top)
        g_ptr_array_add (self->places, tonus_watch_place_new (self, above, name, hear_above));
      g_free (below);
      below = above;
      if (is_top)
        return;
    }
}
