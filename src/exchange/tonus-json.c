/* tonus-json.c - JSON from strangers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-json.h"

#include <glib/gi18n-lib.h>

#include "tonus-import.h"

/* Brackets within strings do not count. */
static guint
measure_depth (const char *text, gsize length)
{
  guint depth = 0, deepest = 0;
  gboolean is_in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (is_in_string && c == '\\')
        i++;
      else if (c == '"')
        is_in_string = !is_in_string;
      else if (!is_in_string && (c == '[' || c == '{'))
        {
          depth++;
          deepest = MAX (deepest, depth);
        }
      else if (!is_in_string && (c == ']' || c == '}') && depth > 0)
        depth--;
    }
  return deepest;
}

static gboolean
check_text (const char *text, gsize length, const char *name, GError **error)
{
  const char *end;

  if (length > TONUS_IMPORT_FILE_MAX)
    g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_TOO_LARGE,
                 _ ("“%s” is larger than %d MB and was not read; exercise libraries are smaller."),
                 name, TONUS_IMPORT_FILE_MAX / (1024 * 1024));
  else if (!g_utf8_validate_len (text, length, &end))
    g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_NOT_TEXT,
                 _ ("“%s” is not UTF-8 text at byte %lu; get the file anew."), name,
                 (gulong) (end - text));
  else if (measure_depth (text, length) > TONUS_IMPORT_DEPTH_MAX)
    g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_TOO_LARGE,
                 _ ("“%s” is nested more than %d deep, which no exercise library is."), name,
                 TONUS_IMPORT_DEPTH_MAX);
  else
    return TRUE;
  return FALSE;
}

JsonParser *
tonus_json_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  g_autofree char *why = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  /* An editor's mark of the byte order is no part of the text. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check_text (length > 0 ? text : "", length, name, error))
    return NULL;
  if (length > 0 && json_parser_load_from_data (parser, text, (gssize) length, &local) &&
      json_parser_get_root (parser) != NULL)
    return g_steal_pointer (&parser);
  /* json-glib cuts what it quotes wherever it likes. */
  why = local != NULL ? g_utf8_make_valid (local->message, -1) : g_strdup (_ ("it is empty"));
  g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_NOT_TEXT,
               _ ("“%s” is not complete JSON (%s); get the file anew."), name, why);
  return NULL;
}

JsonObject *
tonus_json_as_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
tonus_json_as_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
tonus_json_get_object (JsonObject *object, const char *key)
{
  return tonus_json_as_object (json_object_get_member (object, key));
}

JsonArray *
tonus_json_get_array (JsonObject *object, const char *key)
{
  return tonus_json_as_array (json_object_get_member (object, key));
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

const char *
tonus_json_get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

gboolean
tonus_json_get_integer (JsonObject *object, const char *key, gint64 *value)
{
  JsonNode *node = json_object_get_member (object, key);

  if (!holds (node, G_TYPE_INT64))
    return FALSE;
  *value = json_node_get_int (node);
  return TRUE;
}

char *
tonus_json_get_name_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (holds (node, G_TYPE_STRING))
    return g_strdup (json_node_get_string (node));
  if (holds (node, G_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}
