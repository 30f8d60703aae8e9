/* tonus-json.h - JSON from strangers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib goes down one call a level and believes what it is given: size, text and depth are
 * looked at first.  The getters answer NULL or FALSE for what is absent or of another type.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @name: what messages call it.  Errors: TONUS_IMPORT_ERROR_TOO_LARGE, _NOT_TEXT. */
JsonParser *tonus_json_parse (GBytes *bytes, const char *name, GError **error);

JsonObject *tonus_json_as_object (JsonNode *node);
JsonArray *tonus_json_as_array (JsonNode *node);

JsonObject *tonus_json_get_object (JsonObject *object, const char *key);
JsonArray *tonus_json_get_array (JsonObject *object, const char *key);
const char *tonus_json_get_text (JsonObject *object, const char *key);
gboolean tonus_json_get_integer (JsonObject *object, const char *key, gint64 *value);

/* The element as it is written there: "12" or "bands"; NULL: neither number nor text.
 * (transfer full) (nullable) */
char *tonus_json_get_name_at (JsonArray *array, guint index);

G_END_DECLS
