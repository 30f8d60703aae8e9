/* tonus-command-import.c - a public exercise library into the practice's own catalogue, and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tonus-choose-author.h"
#include "tonus-import-pictures.h"
#include "tonus-practice-pictures.h"

typedef struct
{
  char *as, *remove, *bring_back; /* (nullable) each */
  gboolean has_rights;
} Wishes;

static void
wishes_clear (Wishes *self)
{
  g_free (self->as);
  g_free (self->remove);
  g_free (self->bring_back);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static gboolean
record (TonusCall *call, TonusPractice *practice, const char *author, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) saved =
      tonus_practice_record_text (practice, text, strlen (text), author, NULL, NULL, &error);

  if (saved == NULL)
    tonus_call_fail (call, error);
  return saved != NULL;
}

/* A catalogue object's text.  (transfer full) (nullable) */
static char *
load_text (TonusPractice *practice, const char *id)
{
  g_autoptr (GBytes) bytes = tonus_practice_load_bytes (practice, id, NULL, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

/* --- in --- */

typedef struct
{
  guint n_new, n_known;
  guint n_pictures, n_failed;
} Taken;

/* What follows the practice, ended by NULL.  (transfer container) */
static GPtrArray *
list_paths (TonusCall *call)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 1; tonus_call_get (call, i) != NULL; i++)
    g_ptr_array_add (paths, (gpointer) tonus_call_get (call, i));
  g_ptr_array_add (paths, NULL);
  return paths;
}

static TonusImport *
read_library (TonusCall *call)
{
  g_autoptr (GPtrArray) paths = list_paths (call);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  TonusImport *import = NULL;

  files = tonus_import_open ((const char *const *) paths->pdata, NULL, &error);
  if (files != NULL)
    import = tonus_import_read (files, NULL, &error);
  if (import == NULL)
    tonus_call_complain (
        call, error->domain == TONUS_IMPORT_ERROR ? TONUS_EXIT_REFUSED : TONUS_EXIT_CANNOT,
        _ ("import: %s"), error->message);
  return import;
}

static char *
keep_picture (GBytes *jpeg, gpointer data, GError **error)
{
  char *name = NULL;

  return tonus_practice_keep_picture (data, jpeg, "jpg", &name, error) ? name : NULL;
}

/* Those of the folder, if one was given; all are on the disk for good before a row names one. */
static gboolean
take_pictures (TonusCall *call, TonusPractice *practice, TonusImport *import, Taken *taken)
{
  g_autoptr (GPtrArray) paths = list_paths (call);
  g_autofree char *folder = tonus_import_find_pictures ((const char *const *) paths->pdata);
  TonusImportPictures pictures = { .keep = keep_picture, .data = practice };
  g_autoptr (GError) error = NULL;
  gboolean is_taken, is_kept;

  if (folder == NULL)
    return TRUE;
  tonus_practice_begin_bulk (practice);
  is_taken = tonus_import_take_pictures (import, folder, tonus_practice_get_schema (practice),
                                         &pictures, NULL, &error);
  is_kept = tonus_practice_end_bulk (practice, is_taken ? &error : NULL);
  if (!is_taken || !is_kept)
    tonus_call_fail (call, error);
  taken->n_pictures = pictures.n_taken;
  taken->n_failed = pictures.n_failed + import->n_images_refused;
  return is_taken && is_kept;
}

/* Exercises that were imported before, without pictures. */
static gboolean
illustrate (TonusCall *call, TonusPractice *practice, TonusImport *import, const char *author)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, NULL, "catalogue", NULL);
  guint n = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *text = load_text (practice, g_ptr_array_index (ids, i));
      g_autofree char *changed = text != NULL ? tonus_import_illustrate (import, text, &n) : NULL;

      if (changed != NULL && !record (call, practice, author, changed))
        return FALSE;
    }
  return TRUE;
}

static void
print_counts (TonusCall *call, const TonusImport *import, const Taken *taken)
{
  static const char *const head[] = { "library",          "imported", "known",
                                      "no-name-or-steps", "pictures", "pictures-not-used" };
  g_autofree char *fresh = g_strdup_printf ("%u", taken->n_new);
  g_autofree char *known = g_strdup_printf ("%u", taken->n_known);
  g_autofree char *passed = g_strdup_printf ("%u", import->n_passed_over);
  g_autofree char *pictures = g_strdup_printf ("%u", taken->n_pictures);
  g_autofree char *failed = g_strdup_printf ("%u", taken->n_failed);
  const char *cells[] = { import->source, fresh, known, passed, pictures, failed };

  tonus_call_print_row (call, head, G_N_ELEMENTS (head));
  tonus_call_print_row (call, cells, G_N_ELEMENTS (cells));
}

static TonusExit
import_library (TonusCall *call, const Wishes *wishes)
{
  g_autoptr (TonusImport) import = NULL;
  g_autoptr (TonusPractice) practice = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *author = NULL;
  Taken taken = { 0 };

  if (!wishes->has_rights)
    {
      tonus_call_complain (call, TONUS_EXIT_CANNOT,
                           _ ("import: the texts and pictures belong to those who made them; if "
                              "you have the right to use them, say so with --rights"));
      return tonus_call_end (call);
    }
  practice = tonus_call_open (call);
  author = practice != NULL ? tonus_call_choose_author (call, practice, wishes->as) : NULL;
  import = author != NULL ? read_library (call) : NULL;
  if (import == NULL || !take_pictures (call, practice, import, &taken))
    return tonus_call_end (call);
  texts = tonus_import_make_catalogues (import, tonus_practice_get_schema (practice), &taken.n_new,
                                        &taken.n_known);
  if (taken.n_known > 0 && taken.n_pictures > 0 && !illustrate (call, practice, import, author))
    return tonus_call_end (call);
  for (guint i = 0; i < texts->len; i++)
    if (!record (call, practice, author, g_ptr_array_index (texts, i)))
      return tonus_call_end (call);
  print_counts (call, import, &taken);
  return tonus_call_end (call);
}

/* --- out, and back --- */

static TonusExit
retire (TonusCall *call, const char *source, gboolean is_back, const Wishes *wishes)
{
  g_autoptr (TonusPractice) practice = tonus_call_open (call);
  g_autofree char *author =
      practice != NULL ? tonus_call_choose_author (call, practice, wishes->as) : NULL;
  g_autoptr (GPtrArray) ids =
      author != NULL ? tonus_practice_list_objects (practice, NULL, "catalogue", NULL) : NULL;
  guint n = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *text = load_text (practice, g_ptr_array_index (ids, i));
      g_autofree char *changed = text != NULL ? tonus_import_retire (text, source, is_back) : NULL;

      if (changed != NULL && !record (call, practice, author, changed))
        return tonus_call_end (call);
      n += changed != NULL;
    }
  if (ids != NULL && n == 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("import: this practice has no exercises from “%s”; there may be some "
                            "from free-exercise-db or wger"),
                         source);
  return tonus_call_end (call);
}

TonusExit
tonus_command_import (TonusCall *call)
{
  g_auto (Wishes) wishes = { NULL };
  const GOptionEntry options[] = {
    { "rights", 0, 0, G_OPTION_ARG_NONE, &wishes.has_rights,
      N_ ("I have the right to use these texts and pictures"), NULL },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &wishes.remove,
      N_ ("Offer the exercises of this library no longer; programs that have them keep them"),
      N_ ("LIBRARY") },
    { "bring-back", 0, 0, G_OPTION_ARG_FILENAME, &wishes.bring_back, N_ ("Offer them again"),
      N_ ("LIBRARY") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &wishes.as,
      N_ ("Who writes it (default: the only therapist)"), N_ ("THERAPIST") },
    G_OPTION_ENTRY_NULL
  };

  if (!tonus_call_read (call, options))
    return tonus_call_end (call);
  if (wishes.remove != NULL)
    return retire (call, wishes.remove, FALSE, &wishes);
  if (wishes.bring_back != NULL)
    return retire (call, wishes.bring_back, TRUE, &wishes);
  if (tonus_call_get (call, 1) != NULL)
    return import_library (call, &wishes);
  tonus_call_complain (call, TONUS_EXIT_CANNOT,
                       _ ("import: name the library’s file, or its folder"));
  return tonus_call_end (call);
}
