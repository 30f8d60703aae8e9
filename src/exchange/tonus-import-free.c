/* tonus-import-free.c - exercises of free-exercise-db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-import-private.h"

#include "tonus-import-table.h"
#include "tonus-json.h"

#define SOURCE TONUS_IMPORT_FREE

gboolean
tonus_import_is_free (JsonNode *root)
{
  JsonArray *list = tonus_json_as_array (root);
  JsonObject *first = list != NULL && json_array_get_length (list) > 0
                          ? tonus_json_as_object (json_array_get_element (list, 0))
                          : tonus_json_as_object (root);

  return first != NULL && json_object_has_member (first, "instructions") &&
         json_object_has_member (first, "name");
}

static GPtrArray *
read_lines (JsonArray *array)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      char *line = tonus_json_get_name_at (array, i);

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  return lines;
}

/* The first muscle that says where on the body it is. */
static void
read_muscles (TonusImportExercise *exercise, JsonObject *entry, const char *key)
{
  g_autoptr (GPtrArray) muscles = read_lines (tonus_json_get_array (entry, key));

  for (guint i = 0; i < muscles->len; i++)
    {
      const char *muscle = g_ptr_array_index (muscles, i);

      tonus_import_table_add (SOURCE, "target", muscle, exercise->targets);
      if (exercise->region == NULL)
        exercise->region = tonus_import_table_find (SOURCE, "region", muscle);
    }
}

static void
read_images (TonusImport *import, TonusImportExercise *exercise, JsonObject *entry)
{
  g_autoptr (GPtrArray) names = read_lines (tonus_json_get_array (entry, "images"));

  for (guint i = 0; i < names->len; i++)
    if (tonus_import_image_is_safe (g_ptr_array_index (names, i)))
      g_ptr_array_add (exercise->images, g_strdup (g_ptr_array_index (names, i)));
    else
      import->n_images_refused++;
}

static void
add_entry (TonusImport *import, JsonObject *entry)
{
  const char *id = tonus_json_get_text (entry, "id");
  const char *name = tonus_json_get_text (entry, "name");
  g_autoptr (GPtrArray) lines = read_lines (tonus_json_get_array (entry, "instructions"));
  TonusImportText *text = tonus_import_text_new ("en", name, lines);
  TonusImportExercise *exercise;

  if (text == NULL)
    {
      import->n_passed_over++;
      return;
    }
  exercise = tonus_import_exercise_new ("x-fed-", id != NULL && *id != '\0' ? id : name);
  tonus_import_exercise_add_text (exercise, text);
  read_muscles (exercise, entry, "primaryMuscles");
  tonus_import_table_add (SOURCE, "equipment", tonus_json_get_text (entry, "equipment"),
                          exercise->equipment);
  exercise->type =
      tonus_import_table_find (SOURCE, "type", tonus_json_get_text (entry, "category"));
  exercise->level = tonus_import_table_find (SOURCE, "level", tonus_json_get_text (entry, "level"));
  exercise->licence = tonus_import_table_about (SOURCE, "licence");
  exercise->url = tonus_import_table_about (SOURCE, "url");
  read_images (import, exercise, entry);
  g_ptr_array_add (import->exercises, exercise);
}

gboolean
tonus_import_add_free (TonusImport *import,
                       JsonArray *list,
                       GCancellable *cancellable,
                       GError **error)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = tonus_json_as_object (json_array_get_element (list, i));

      if (!tonus_import_may_add (import, cancellable, error))
        return FALSE;
      if (entry != NULL)
        add_entry (import, entry);
      else
        import->n_passed_over++;
    }
  return TRUE;
}
