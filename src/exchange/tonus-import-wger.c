/* tonus-import-wger.c - exercises of wger, and their translations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fixtures are lists of { model, pk, fields }.  A translation names its exercise by that one's
 * key; each has an author and a licence of its own.
 */
#include "config.h"
#include "tonus-import-private.h"

#include <string.h>

#include "tonus-html-lines.h"
#include "tonus-import-table.h"
#include "tonus-json.h"

#define SOURCE TONUS_IMPORT_WGER
#define EXERCISE "exercises.exercise"
#define TRANSLATION "exercises.translation"

gboolean
tonus_import_is_wger (JsonNode *root)
{
  JsonArray *list = tonus_json_as_array (root);
  JsonObject *first = list != NULL && json_array_get_length (list) > 0
                          ? tonus_json_as_object (json_array_get_element (list, 0))
                          : NULL;
  const char *model = first != NULL ? tonus_json_get_text (first, "model") : NULL;

  return model != NULL && g_str_has_prefix (model, "exercises.");
}

/* @key: in, one of "license" and the like. */
static char *
find_row (const char *kind, JsonObject *fields, const char *key)
{
  gint64 number;
  g_autofree char *name = NULL;

  if (!tonus_json_get_integer (fields, key, &number))
    return NULL;
  name = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return tonus_import_table_find (SOURCE, kind, name);
}

static void
add_rows (const char *kind, JsonArray *numbers, GPtrArray *rows)
{
  for (guint i = 0; numbers != NULL && i < json_array_get_length (numbers); i++)
    {
      g_autofree char *name = tonus_json_get_name_at (numbers, i);

      tonus_import_table_add (SOURCE, kind, name, rows);
    }
}

static char *
find_url (JsonObject *fields, gint64 key)
{
  char *stated = tonus_import_clean (tonus_json_get_text (fields, "license_object_url"), 200);
  g_autofree char *home = tonus_import_table_about (SOURCE, "url");

  if (stated != NULL)
    return stated;
  return g_strdup_printf ("%s/exercise/%" G_GINT64_FORMAT, home, key);
}

static TonusImportExercise *
make_exercise (JsonObject *fields, gint64 key)
{
  const char *uuid = tonus_json_get_text (fields, "uuid");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, key);
  g_auto (GStrv) parts = g_strsplit (uuid != NULL ? uuid : number, "-", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  TonusImportExercise *self =
      tonus_import_exercise_new ("x-wger-", *joined != '\0' ? joined : number);

  self->licence = find_row ("licence", fields, "license");
  if (self->licence == NULL)
    self->licence = tonus_import_table_about (SOURCE, "licence");
  self->author = tonus_import_clean (tonus_json_get_text (fields, "license_author"), 80);
  self->url = find_url (fields, key);
  self->region = find_row ("region", fields, "category");
  self->type = find_row ("type", fields, "category");
  add_rows ("target", tonus_json_get_array (fields, "muscles"), self->targets);
  add_rows ("equipment", tonus_json_get_array (fields, "equipment"), self->equipment);
  return self;
}

/* "Text: deusinvictus, wger, CC-BY-SA 4.0, shortened": as the licence asks, in few words. */
static char *
make_credit (const TonusImportExercise *exercise, JsonObject *fields)
{
  g_autofree char *stated = find_row ("licence", fields, "license");
  g_autofree char *author = tonus_import_clean (tonus_json_get_text (fields, "license_author"), 80);
  const char *licence = stated != NULL ? stated : exercise->licence;
  const char *who = author != NULL ? author : exercise->author;

  if (!g_str_has_prefix (licence, "CC-BY"))
    return NULL;
  return g_strdup_printf ("%s%s%s, wger.de, %s", who != NULL ? "© " : "", who != NULL ? who : "",
                          who != NULL ? "" : "© wger", licence);
}

static void
add_translation (TonusImportExercise *exercise, JsonObject *fields)
{
  g_autofree char *language = find_row ("language", fields, "language");
  const char *html = tonus_json_get_text (fields, "description");
  g_autoptr (GPtrArray) lines = html != NULL ? tonus_html_lines (html) : NULL;
  TonusImportText *text =
      language != NULL
          ? tonus_import_text_new (language, tonus_json_get_text (fields, "name"), lines)
          : NULL;

  if (text == NULL)
    return;
  text->credit = make_credit (exercise, fields);
  tonus_import_exercise_add_text (exercise, text);
}

/* (nullable): it is of another model. */
static JsonObject *
get_fields (JsonArray *list, guint index, const char *model, JsonObject **entry)
{
  *entry = tonus_json_as_object (json_array_get_element (list, index));
  if (*entry == NULL || g_strcmp0 (tonus_json_get_text (*entry, "model"), model) != 0)
    return NULL;
  return tonus_json_get_object (*entry, "fields");
}

typedef struct
{
  TonusImport *import;
  GHashTable *by_key; /* pk → TonusImportExercise */
  GCancellable *cancellable;
} Reading;

static gboolean
read_exercises (Reading *self, JsonArray *list, GError **error)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry, *fields = get_fields (list, i, EXERCISE, &entry);
      g_autofree gint64 *key = g_new0 (gint64, 1);

      if (fields == NULL)
        continue;
      if (!tonus_import_may_add (self->import, self->cancellable, error))
        return FALSE;
      if (!tonus_json_get_integer (entry, "pk", key) || g_hash_table_contains (self->by_key, key))
        self->import->n_passed_over++;
      else
        {
          TonusImportExercise *exercise = make_exercise (fields, *key);

          g_ptr_array_add (self->import->exercises, exercise);
          g_hash_table_insert (self->by_key, g_steal_pointer (&key), exercise);
        }
    }
  return TRUE;
}

static gboolean
read_translations (Reading *self, JsonArray *list, GError **error)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry, *fields = get_fields (list, i, TRANSLATION, &entry);
      TonusImportExercise *exercise = NULL;
      gint64 key;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (fields != NULL && tonus_json_get_integer (fields, "exercise", &key))
        exercise = g_hash_table_lookup (self->by_key, &key);
      if (exercise != NULL)
        add_translation (exercise, fields);
    }
  return TRUE;
}

/* An exercise that nobody can read is none. */
static void
drop_mute (TonusImport *import)
{
  for (guint i = import->exercises->len; i > 0; i--)
    {
      const TonusImportExercise *exercise = g_ptr_array_index (import->exercises, i - 1);

      if (exercise->texts->len > 0)
        continue;
      g_ptr_array_remove_index (import->exercises, i - 1);
      import->n_passed_over++;
    }
}

gboolean
tonus_import_add_wger (TonusImport *import,
                       GPtrArray *lists,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reading self = { import, by_key, cancellable };

  for (guint i = 0; i < lists->len; i++)
    if (!read_exercises (&self, g_ptr_array_index (lists, i), error))
      return FALSE;
  for (guint i = 0; i < lists->len; i++)
    if (!read_translations (&self, g_ptr_array_index (lists, i), error))
      return FALSE;
  drop_mute (import);
  return TRUE;
}
