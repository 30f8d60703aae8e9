/* tonus-import-private.h - what the readers of the libraries share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "tonus-import.h"

G_BEGIN_DECLS

#define TONUS_IMPORT_FREE "free-exercise-db"
#define TONUS_IMPORT_WGER "wger"

#define TONUS_IMPORT_STEPS 6
#define TONUS_IMPORT_NAME_MAX 100  /* characters */
#define TONUS_IMPORT_STEP_MAX 1000 /* characters */

/* --- exercises (tonus-import-exercise.c) --- */

/* @prefix: "x-wger-".  (transfer full) */
TonusImportExercise *tonus_import_exercise_new (const char *prefix, const char *source_id);
void tonus_import_exercise_free (TonusImportExercise *self);

/* @name and @lines cleaned, cut to what a card holds; what comes after the sixth step is joined to
 * it.  NULL: there is no name, or nothing to do.  @lines: (element-type utf8) (nullable) */
TonusImportText *tonus_import_text_new (const char *language, const char *name, GPtrArray *lines);
void tonus_import_text_free (TonusImportText *self);

/* English first, so that it is what stands where a language is missing. */
void tonus_import_exercise_add_text (TonusImportExercise *self, TonusImportText *text);

/* A name of a file in the folder of pictures or a folder in it, and nowhere else? */
gboolean tonus_import_image_is_safe (const char *name);

/* Text of at most that many characters, cleaned to one line; NULL: nothing is left. */
char *tonus_import_clean (const char *text, glong most);

/* Of the header of a catalogue object's text, what says which object it is: the rest is the store's
 * to write anew. */
gboolean tonus_import_is_kept_in_header (const char *line);

/* --- libraries --- */

/* Is @root a list of that kind?  Looks at the first entry only. */
gboolean tonus_import_is_free (JsonNode *root);
gboolean tonus_import_is_wger (JsonNode *root);

/* Add to @import.  FALSE: cancelled, or too many. */
gboolean tonus_import_add_free (TonusImport *import,
                                JsonArray *list,
                                GCancellable *cancellable,
                                GError **error);
/* @lists: (element-type JsonArray) exercises and translations, in any order. */
gboolean tonus_import_add_wger (TonusImport *import,
                                GPtrArray *lists,
                                GCancellable *cancellable,
                                GError **error);

/* One more: FALSE with an error when there are too many or it is cancelled. */
gboolean tonus_import_may_add (TonusImport *import, GCancellable *cancellable, GError **error);

G_END_DECLS
