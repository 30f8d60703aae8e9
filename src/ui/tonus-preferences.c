/* tonus-preferences.c - what the window remembers on this computer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_SETTINGS_ENABLE_BACKEND
#include "config.h"
#include <gio/gio.h>
#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>
#include "tonus-preferences.h"

#define ROOT "/io/github/tonus/Tonus/"
#define GROUP "tonus"
#define THERAPISTS "therapists"

struct _TonusPreferences
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings; /* (nullable): the list of settings is not installed; zeros are in force */
  char *complaint;     /* (nullable) */
};

G_DEFINE_TYPE (TonusPreferences, tonus_preferences, G_TYPE_OBJECT)

/* A list of settings from an older Tonus lacks keys, and GSettings ends the program over one. */
static gboolean
has_all_keys (GSettingsSchema *schema)
{
  static const char *const keys[] = {
    TONUS_PREFERENCE_LAST_FOLDER,
    TONUS_PREFERENCE_THEME,
    TONUS_PREFERENCE_PAPER,
    TONUS_PREFERENCE_TEXT_SIZE,
    TONUS_PREFERENCE_WINDOW_WIDTH,
    TONUS_PREFERENCE_WINDOW_HEIGHT,
    TONUS_PREFERENCE_WINDOW_MAXIMIZED,
    TONUS_PREFERENCE_LIST_HIDDEN,
    TONUS_PREFERENCE_TOUCH,
    TONUS_PREFERENCE_HANDOUT_MONO,
    TONUS_PREFERENCE_HANDOUT_COMPACT,
    TONUS_PREFERENCE_PREVIEW_HIDDEN,
    TONUS_PREFERENCE_PREVIEW_FIT,
    TONUS_PREFERENCE_EXPORT_FOLDER,
    THERAPISTS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_settings_schema_has_key (schema, keys[i]))
      return FALSE;
  return TRUE;
}

static GSettingsSchema *
look_up (GSettingsSchemaSource *source)
{
  g_autoptr (GSettingsSchema) schema =
      source ? g_settings_schema_source_lookup (source, TONUS_APPLICATION_ID, TRUE) : NULL;

  return schema && has_all_keys (schema) ? g_steal_pointer (&schema) : NULL;
}

/* A program run from the folder it was built in has its list of settings two floors up. */
static GSettingsSchema *
look_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder ? g_build_filename (folder, "..", "..", "data", NULL) : NULL;
  g_autoptr (GSettingsSchemaSource) source =
      data ? g_settings_schema_source_new_from_directory (
                 data, g_settings_schema_source_get_default (), TRUE, NULL)
           : NULL;

  return look_up (source);
}

static void
complain (TonusPreferences *self, const char *words)
{
  g_free (self->complaint);
  self->complaint = g_strdup (words);
}

/* The backend passes over what it cannot read without a word. */
static void
look_for_damage (TonusPreferences *self, const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) keys = NULL;
  gboolean is_read = g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_autoptr (GSettingsSchema) schema = NULL;

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return;
  g_object_get (self->settings, "settings-schema", &schema, NULL);
  keys = g_key_file_get_keys (file, GROUP, NULL, NULL);
  for (guint i = 0; keys && keys[i]; i++)
    {
      g_autoptr (GVariant) value = g_settings_schema_has_key (schema, keys[i])
                                       ? g_settings_get_user_value (self->settings, keys[i])
                                       : NULL;

      if (!value && g_settings_schema_has_key (schema, keys[i]))
        is_read = FALSE;
    }
  if (!is_read)
    complain (self, _ ("Some settings of this computer could not be read; the usual ones are in "
                       "force. Your records are not affected."));
}

static guint changed_signal;

static void
changed_cb (GSettings *settings, const char *key, TonusPreferences *self)
{
  g_signal_emit (self, changed_signal, g_quark_from_string (key), key);
}

static void
tonus_preferences_finalize (GObject *object)
{
  TonusPreferences *self = TONUS_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->complaint);
  G_OBJECT_CLASS (tonus_preferences_parent_class)->finalize (object);
}

static void
tonus_preferences_class_init (TonusPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_preferences_finalize;
  changed_signal =
      g_signal_new ("changed", TONUS_TYPE_PREFERENCES, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tonus_preferences_init (TonusPreferences *self)
{
}

TonusPreferences *
tonus_preferences_new (const char *path)
{
  TonusPreferences *self = g_object_new (TONUS_TYPE_PREFERENCES, NULL);
  g_autoptr (GSettingsSchema) schema = look_beside_program ();
  g_autoptr (GSettingsBackend) backend = NULL;

  if (!schema)
    schema = look_up (g_settings_schema_source_get_default ());
  if (!schema)
    {
      complain (self, _ ("Settings cannot be kept: Tonus is not installed completely."));
      return self;
    }
  backend = g_keyfile_settings_backend_new (path, ROOT, GROUP);
  self->settings = g_settings_new_full (schema, backend, NULL);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (changed_cb), self, 0);
  look_for_damage (self, path);
  return self;
}

TonusPreferences *
tonus_preferences_get_default (void)
{
  static TonusPreferences *ours;

  if (!ours)
    {
      g_autofree char *path =
          g_build_filename (g_get_user_config_dir (), "tonus", "settings.ini", NULL);

      ours = tonus_preferences_new (path);
    }
  return ours;
}

const char *
tonus_preferences_get_complaint (TonusPreferences *self)
{
  return self->complaint;
}

char *
tonus_preferences_get_text (TonusPreferences *self, const char *key)
{
  return self->settings ? g_settings_get_string (self->settings, key) : g_strdup ("");
}

int
tonus_preferences_get_number (TonusPreferences *self, const char *key)
{
  return self->settings ? g_settings_get_int (self->settings, key) : 0;
}

gboolean
tonus_preferences_get_flag (TonusPreferences *self, const char *key)
{
  return self->settings && g_settings_get_boolean (self->settings, key);
}

/* Takes @value if it floats. */
static gboolean
set (TonusPreferences *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GVariant) old = self->settings ? g_settings_get_value (self->settings, key) : NULL;

  if (!old)
    return FALSE;
  /* The disk is written for every setting: not for one that stays. */
  return g_variant_equal (old, owned) || g_settings_set_value (self->settings, key, owned);
}

gboolean
tonus_preferences_set_text (TonusPreferences *self, const char *key, const char *text)
{
  return set (self, key, g_variant_new_string (text));
}

gboolean
tonus_preferences_set_number (TonusPreferences *self, const char *key, int number)
{
  return set (self, key, g_variant_new_int32 (number));
}

gboolean
tonus_preferences_set_flag (TonusPreferences *self, const char *key, gboolean flag)
{
  return set (self, key, g_variant_new_boolean (flag));
}

char *
tonus_preferences_get_therapist (TonusPreferences *self, const char *practice)
{
  g_autoptr (GVariant) all =
      self->settings ? g_settings_get_value (self->settings, THERAPISTS) : NULL;
  char *therapist = NULL;

  if (all)
    g_variant_lookup (all, practice, "s", &therapist);
  return therapist;
}

void
tonus_preferences_set_therapist (TonusPreferences *self,
                                 const char *practice,
                                 const char *therapist)
{
  g_autoptr (GVariant) all =
      self->settings ? g_settings_get_value (self->settings, THERAPISTS) : NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id, *who;

  if (!all)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &who))
    if (!g_str_equal (id, practice))
      g_variant_builder_add (&builder, "{ss}", id, who);
  g_variant_builder_add (&builder, "{ss}", practice, therapist);
  set (self, THERAPISTS, g_variant_builder_end (&builder));
}
