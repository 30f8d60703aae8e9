/* tonus-appearance.c - what the preferences do to the look of every window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-appearance.h"

#define USUAL_DPI (96 * 1024)

/* A theme that is dark by its name has a light one of the shorter name. */
static void
apply_theme (GtkSettings *settings, const char *theme)
{
  g_autofree char *name = NULL;

  gtk_settings_reset_property (settings, "gtk-theme-name");
  gtk_settings_reset_property (settings, "gtk-application-prefer-dark-theme");
  g_object_get (settings, "gtk-theme-name", &name, NULL);
  if (g_str_equal (theme, "dark"))
    g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  else if (g_str_equal (theme, "light"))
    {
      if (name && g_str_has_suffix (name, "-dark"))
        {
          name[strlen (name) - strlen ("-dark")] = '\0';
          g_object_set (settings, "gtk-theme-name", name, NULL);
        }
      g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
    }
}

/* The screen's own is noted before it is first changed: to reset the property does not bring it
 * back. */
static void
apply_text_size (GtkSettings *settings, int percent)
{
  static int usual = 0;
  int dpi = -1;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (usual == 0)
    usual = dpi > 0 ? dpi : USUAL_DPI;
  g_object_set (settings, "gtk-xft-dpi", usual * percent / 100, NULL);
}

static void
changed_cb (TonusPreferences *preferences, const char *key, GtkSettings *settings)
{
  if (g_str_equal (key, TONUS_PREFERENCE_THEME))
    {
      g_autofree char *theme = tonus_preferences_get_text (preferences, key);

      apply_theme (settings, theme);
    }
  else if (g_str_equal (key, TONUS_PREFERENCE_TEXT_SIZE))
    apply_text_size (settings, tonus_preferences_get_number (preferences, key));
}

void
tonus_appearance_follow (TonusPreferences *preferences)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *theme = tonus_preferences_get_text (preferences, TONUS_PREFERENCE_THEME);
  int percent = tonus_preferences_get_number (preferences, TONUS_PREFERENCE_TEXT_SIZE);

  /* Nothing is set that is as usual: every set property lays out every window anew. */
  if (g_str_equal (theme, "light") || g_str_equal (theme, "dark"))
    apply_theme (settings, theme);
  if (percent > 100)
    apply_text_size (settings, percent);
  g_signal_connect_object (preferences, "changed", G_CALLBACK (changed_cb), settings, 0);
}

static void
touch_changed_cb (TonusPreferences *preferences, const char *key, GtkWidget *window)
{
  GtkStyleContext *style = gtk_widget_get_style_context (window);

  if (tonus_preferences_get_flag (preferences, TONUS_PREFERENCE_TOUCH))
    gtk_style_context_add_class (style, "tonus-touch");
  else
    gtk_style_context_remove_class (style, "tonus-touch");
}

void
tonus_appearance_dress (GtkWidget *window, TonusPreferences *preferences)
{
  touch_changed_cb (preferences, TONUS_PREFERENCE_TOUCH, window);
  g_signal_connect_object (preferences, "changed::" TONUS_PREFERENCE_TOUCH,
                           G_CALLBACK (touch_changed_cb), window, 0);
}
