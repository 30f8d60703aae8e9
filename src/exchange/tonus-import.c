/* tonus-import.c - a person's own copy of a public exercise library, read into our terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-import-private.h"

#include <glib/gi18n-lib.h>

#include "tonus-json.h"

G_DEFINE_QUARK (tonus - import - error - quark, tonus_import_error)

void
tonus_import_free (TonusImport *self)
{
  g_free (self->source);
  g_ptr_array_unref (self->exercises);
  g_free (self);
}

static TonusImport *
import_new (const char *source)
{
  TonusImport *self = g_new0 (TonusImport, 1);

  self->source = g_strdup (source);
  self->exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_import_exercise_free);
  return self;
}

gboolean
tonus_import_may_add (TonusImport *import, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (import->exercises->len < TONUS_IMPORT_EXERCISES_MAX)
    return TRUE;
  g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_TOO_LARGE,
               _ ("There are more than %d exercises in it; import a part of them."),
               TONUS_IMPORT_EXERCISES_MAX);
  return FALSE;
}

/* What all the files are together, told by their keys. */
typedef struct
{
  GPtrArray *parsers; /* (element-type JsonParser) */
  GPtrArray *free;    /* (element-type JsonArray) */
  GPtrArray *wger;    /* (element-type JsonArray) */
} Shelf;

static void
shelf_clear (Shelf *self)
{
  g_clear_pointer (&self->free, g_ptr_array_unref);
  g_clear_pointer (&self->wger, g_ptr_array_unref);
  g_clear_pointer (&self->parsers, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, shelf_clear)

/* One exercise in a file of its own is a list of one. */
static JsonArray *
as_list (JsonNode *root)
{
  JsonArray *list;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_array_ref (json_node_get_array (root));
  list = json_array_new ();
  json_array_add_element (list, json_node_copy (root));
  return list;
}

static gboolean
sort_file (Shelf *self, const TonusImportFile *file, GError **error)
{
  g_autoptr (JsonParser) parser = tonus_json_parse (file->bytes, file->name, error);
  JsonNode *root = parser != NULL ? json_parser_get_root (parser) : NULL;

  if (root == NULL)
    return FALSE;
  if (tonus_import_is_wger (root))
    g_ptr_array_add (self->wger, as_list (root));
  else if (tonus_import_is_free (root))
    g_ptr_array_add (self->free, as_list (root));
  else
    {
      g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_UNKNOWN,
                   _ ("“%s” is no exercise library known here: free-exercise-db’s exercises.json, "
                      "or wger’s exercise-base-data.json with translations.json."),
                   file->name);
      return FALSE;
    }
  g_ptr_array_add (self->parsers, g_steal_pointer (&parser));
  return TRUE;
}

static gboolean
check_found (TonusImport *import, gboolean is_wger, GError **error)
{
  if (import->exercises->len > 0)
    return TRUE;
  if (is_wger)
    g_set_error_literal (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_EMPTY,
                         _ ("No exercise has a text: give both files of wger, "
                            "exercise-base-data.json and translations.json."));
  else
    g_set_error_literal (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_EMPTY,
                         _ ("No exercise in it has a name and instructions."));
  return FALSE;
}

TonusImport *
tonus_import_read (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_auto (Shelf) shelf = { g_ptr_array_new_with_free_func (g_object_unref),
                           g_ptr_array_new_with_free_func ((GDestroyNotify) json_array_unref),
                           g_ptr_array_new_with_free_func ((GDestroyNotify) json_array_unref) };
  g_autoptr (TonusImport) import = NULL;

  for (guint i = 0; i < files->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !sort_file (&shelf, g_ptr_array_index (files, i), error))
      return NULL;
  if (shelf.free->len > 0 && shelf.wger->len > 0)
    {
      g_set_error_literal (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_UNKNOWN,
                           _ ("These files are of two libraries; import one after the other."));
      return NULL;
    }
  import = import_new (shelf.wger->len > 0 ? TONUS_IMPORT_WGER : TONUS_IMPORT_FREE);
  if (shelf.wger->len > 0 && !tonus_import_add_wger (import, shelf.wger, cancellable, error))
    return NULL;
  for (guint i = 0; i < shelf.free->len; i++)
    if (!tonus_import_add_free (import, g_ptr_array_index (shelf.free, i), cancellable, error))
      return NULL;
  return check_found (import, shelf.wger->len > 0, error) ? g_steal_pointer (&import) : NULL;
}
