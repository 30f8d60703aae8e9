/* tonus-application.c - the program: its command line, its style, its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-appearance.h"
#include "tonus-application.h"
#include "tonus-demo-folder.h"
#include "tonus-recent.h"
#include "tonus-ui-resources.h"
#include "tonus-window.h"

struct _TonusApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_TYPE (TonusApplication, tonus_application, GTK_TYPE_APPLICATION)

void
tonus_application_load_resources (void)
{
  g_resources_register (tonus_ui_get_resource ());
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/tonus/Tonus/tonus.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
tonus_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (tonus_application_parent_class)->startup (application);
  tonus_application_load_resources ();
  load_style ();
  tonus_appearance_follow (tonus_preferences_get_default ());
  gtk_window_set_default_icon_name (TONUS_APPLICATION_ID);
}

/* (nullable) */
static TonusWindow *
find_window (GApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window ? TONUS_WINDOW (window) : NULL;
}

static void
tonus_application_activate (GApplication *application)
{
  TonusWindow *window = find_window (application);

  gtk_window_present (
      GTK_WINDOW (window ? window : tonus_window_new (GTK_APPLICATION (application))));
}

/* A program that is running already is asked to show itself, no more. */
static TonusPractice *
open_last (TonusWindow *window, GError **error)
{
  g_autofree char *folder = tonus_recent_get_folder ();

  return folder && !(window && tonus_window_get_session (window))
             ? tonus_practice_open (tonus_io_real (), folder, error)
             : NULL;
}

/* The practice that the command line asks for; NULL without error: none. */
static TonusPractice *
open_wanted (GApplicationCommandLine *command_line, TonusWindow *window, GError **error)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  gboolean anew = g_variant_dict_contains (options, "demo-reset");
  g_autofree const char **folders = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;

  if (anew || g_variant_dict_contains (options, "demo"))
    return tonus_demo_folder_open (anew, error);
  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &folders) || !folders[0])
    return open_last (window, error);
  folder = g_application_command_line_create_file_for_arg (command_line, folders[0]);
  path = g_file_get_path (folder);
  return tonus_practice_open (tonus_io_real (), path ? path : folders[0], error);
}

static int
tonus_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  TonusWindow *window = find_window (application);
  TonusPreferences *preferences = tonus_preferences_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice = open_wanted (command_line, window, &error);

  if (!window)
    window = tonus_window_new_with_practice (GTK_APPLICATION (application), practice);
  else if (practice && tonus_window_save (window))
    tonus_window_set_practice (window, practice);
  if (tonus_preferences_get_complaint (preferences))
    tonus_window_say (window, tonus_preferences_get_complaint (preferences));
  if (error)
    {
      g_application_command_line_printerr (command_line, "tonus: %s\n", error->message);
      tonus_window_say (window, error->message);
    }
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
tonus_application_class_init (TonusApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->startup = tonus_application_startup;
  G_APPLICATION_CLASS (klass)->activate = tonus_application_activate;
  G_APPLICATION_CLASS (klass)->command_line = tonus_application_command_line;
}

static void
tonus_application_init (TonusApplication *self)
{
  static const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Open the demo practice (--demo=reset: a fresh one)"), NULL },
    { "demo-reset", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("FOLDER") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

TonusApplication *
tonus_application_new (void)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_COMMAND_LINE;

  /* Without a session bus nobody can be asked whether Tonus is running already. */
  if (g_getenv ("TONUS_NON_UNIQUE") || !g_getenv ("DBUS_SESSION_BUS_ADDRESS"))
    flags |= G_APPLICATION_NON_UNIQUE;
  return g_object_new (TONUS_TYPE_APPLICATION, "application-id", TONUS_APPLICATION_ID, "flags",
                       flags, NULL);
}
