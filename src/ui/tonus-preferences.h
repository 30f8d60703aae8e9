/* tonus-preferences.h - what the window remembers on this computer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GSettings in one readable file, settings.ini in the user's configuration folder; nothing in it is
 * about a patient.  Reading never fails: where the file is damaged, a value is out of range or the
 * program's list of settings is not installed, the usual value is in force, and
 * tonus_preferences_get_complaint() says so.  Signal: "changed" (detail and argument: the key).
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* text */
#define TONUS_PREFERENCE_LAST_FOLDER "last-folder" /* "" when there was none */
#define TONUS_PREFERENCE_THEME "theme"             /* "system", "light", "dark" */
#define TONUS_PREFERENCE_PAPER "paper"             /* "locale", "a4", "letter" */
#define TONUS_PREFERENCE_EXPORT_FOLDER "export-folder" /* "" when there was none */
#define TONUS_PREFERENCE_PREVIEW_FIT "preview-fit" /* "width", "page" */
/* numbers */
#define TONUS_PREFERENCE_TEXT_SIZE "text-size" /* percent */
#define TONUS_PREFERENCE_WINDOW_WIDTH "window-width"
#define TONUS_PREFERENCE_WINDOW_HEIGHT "window-height"
/* flags */
#define TONUS_PREFERENCE_WINDOW_MAXIMIZED "window-maximized"
#define TONUS_PREFERENCE_LIST_HIDDEN "list-hidden"
#define TONUS_PREFERENCE_TOUCH "touch"
#define TONUS_PREFERENCE_HANDOUT_MONO "handout-mono"
#define TONUS_PREFERENCE_HANDOUT_COMPACT "handout-compact"
#define TONUS_PREFERENCE_PREVIEW_HIDDEN "preview-hidden"

#define TONUS_TYPE_PREFERENCES (tonus_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TonusPreferences, tonus_preferences, TONUS, PREFERENCES, GObject)

/* Those of this user, one object for the program.  (transfer none) */
TonusPreferences *tonus_preferences_get_default (void);
/* Those of the file @path, for tests.  (transfer full) */
TonusPreferences *tonus_preferences_new (const char *path);

/* What the person should know about the settings, in words; NULL: all is well. */
const char *tonus_preferences_get_complaint (TonusPreferences *self);

char *tonus_preferences_get_text (TonusPreferences *self, const char *key); /* (transfer full) */
int tonus_preferences_get_number (TonusPreferences *self, const char *key);
gboolean tonus_preferences_get_flag (TonusPreferences *self, const char *key);

/* FALSE: it is in force, at most until the program ends; the file cannot be written. */
gboolean tonus_preferences_set_text (TonusPreferences *self, const char *key, const char *text);
gboolean tonus_preferences_set_number (TonusPreferences *self, const char *key, int number);
gboolean tonus_preferences_set_flag (TonusPreferences *self, const char *key, gboolean flag);

/* The therapist who charts in the practice of that id on this computer.  (nullable) (transfer full)
 */
char *tonus_preferences_get_therapist (TonusPreferences *self, const char *practice);
void tonus_preferences_set_therapist (TonusPreferences *self,
                                      const char *practice,
                                      const char *therapist);

G_END_DECLS
