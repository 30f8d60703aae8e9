/* gallery.c - pictures of the views, drawn by the program itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     gallery FOLDER WIDTH HEIGHT THEME DIRECTION [VIEW…]
 *
 * THEME is light, dark or high; DIRECTION is ltr or rtl; the language is the environment's. Without
 * a VIEW all of them are drawn.  The demo practice on the tests' fixed day; tools/gallery calls
 * this once for each set of pictures.
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-locale.h"
#include "views.h"

typedef struct
{
  TonusWindow *window;
  const char *folder;
  const char *const *wanted; /* of length 0: all */
} Gallery;

static void
take (Gallery *self, const char *view)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autofree char *name = g_strconcat (view, ".png", NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  cairo_surface_t *picture;
  cairo_t *cr;

  if (self->wanted[0] && !g_strv_contains (self->wanted, view))
    return;
  views_settle ();
  views_settle ();
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_allocated_width (window),
                                        gtk_widget_get_allocated_height (window));
  cr = cairo_create (picture);
  gtk_widget_draw (window, cr);
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (picture, path) != CAIRO_STATUS_SUCCESS)
    g_error ("cannot write %s", path);
  cairo_surface_destroy (picture);
}

static void
give (Gallery *self, const char *command)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), command, NULL);
  views_settle ();
}

/* The first row of the first list on the form, so that its form is in the picture, too. */
static void
select_first (GtkWidget *widget, gpointer is_done)
{
  gboolean *done = is_done;

  if (*done || !GTK_IS_LIST_BOX_ROW (widget) || !gtk_widget_get_mapped (widget) ||
      !gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT) ||
      g_str_has_prefix (gtk_widget_get_name (widget), "goto/") ||
      !strchr (gtk_widget_get_name (widget), '/'))
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (widget)),
                           GTK_LIST_BOX_ROW (widget));
  *done = TRUE;
}

static void
take_pages (Gallery *self, const char *tab)
{
  g_autoptr (GPtrArray) pages = NULL;

  give (self, tab);
  pages = views_list_pages (self->window);
  for (guint i = 0; i < pages->len; i++)
    {
      const char *page = strchr (gtk_widget_get_name (g_ptr_array_index (pages, i)), '/') + 1;
      g_autofree char *view = g_strdup_printf ("%s-%s", tab + strlen ("tab-"), page);
      gboolean is_done = FALSE;

      views_show_page (g_ptr_array_index (pages, i));
      views_settle ();
      if (g_str_equal (tab, "tab-interventions"))
        fixture_walk (GTK_WIDGET (self->window), select_first, &is_done);
      take (self, view);
    }
}

static void
open_newest (Gallery *self)
{
  TonusSession *session = tonus_window_get_session (self->window);
  GPtrArray *visits = tonus_session_get_visits (session);
  g_autofree char *newest = g_strdup (((TonusVisitLine *) g_ptr_array_index (visits, 0))->id);
  g_autoptr (GError) error = NULL;

  tonus_session_open_visit (session, newest, &error);
  g_assert_no_error (error);
}

static void
take_chart (Gallery *self)
{
  views_open_evaluation (self->window);
  give (self, "details");
  take (self, "details");
  give (self, "chart");
  take_pages (self, "tab-assessment");
  open_newest (self);
  take_pages (self, "tab-interventions");
  give (self, "tab-home-program");
  take (self, "home-program");
  give (self, "tab-history");
  take (self, "history");
}

static void
take_panes (Gallery *self)
{
  static const char *const panes[] = { "practice", "preferences", "guide" };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      if (!g_action_group_has_action (G_ACTION_GROUP (self->window), panes[i]))
        continue;
      give (self, panes[i]);
      take (self, panes[i]);
      give (self, "back");
    }
}

static void
click (Gallery *self, const char *id)
{
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (GTK_WIDGET (self->window), id)));
}

static void
take_own_exercise (Gallery *self)
{
  TonusSession *session = tonus_window_get_session (self->window);
  TonusCatalogue *exercises =
      tonus_schema_find_catalogue (tonus_session_get_schema (session), "exercise");
  GtkWidget *picture;

  give (self, "own-exercise");
  picture = tonus_widget_find (GTK_WIDGET (self->window), "x-own/x-picture");
  gtk_entry_set_text (GTK_ENTRY (picture),
                      tonus_entry_label (tonus_catalogue_lookup (exercises, "bridge")));
  take (self, "own-exercise");
  click (self, "own/draw");
  take (self, "pose-editor");
  click (self, "pose/cancel");
  give (self, "back");
}

static void
draw (Gallery *self)
{
  GtkWidget *create = tonus_widget_find (GTK_WIDGET (self->window), "welcome/create");
  g_autoptr (TonusPractice) practice = fixture_demo ();

  take (self, "welcome");
  if (create)
    gtk_button_clicked (GTK_BUTTON (create));
  take (self, "welcome-create");
  tonus_window_set_practice (self->window, practice);
  take (self, "patients");
  take_chart (self);
  take_own_exercise (self);
  take_panes (self);
}

static void
set_theme (const char *theme)
{
  g_object_set (gtk_settings_get_default (), "gtk-theme-name",
                g_str_equal (theme, "high") ? "HighContrast" : "Adwaita",
                "gtk-application-prefer-dark-theme", g_str_equal (theme, "dark"), "gtk-font-name",
                "Cantarell 11", NULL);
}

int
main (int argc, char **argv)
{
  Gallery gallery = { NULL };

  tonus_locale_init ();
  fixture_init (&argc, &argv, TRUE);
  if (argc < 6)
    g_error ("gallery FOLDER WIDTH HEIGHT THEME DIRECTION [VIEW…]");
  views_init ();
  set_theme (argv[4]);
  if (g_str_equal (argv[5], "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gallery.folder = argv[1];
  gallery.wanted = (const char *const *) &argv[6];
  gallery.window = views_window_new ((int) g_ascii_strtoull (argv[2], NULL, 10),
                                     (int) g_ascii_strtoull (argv[3], NULL, 10));
  draw (&gallery);
  gtk_widget_destroy (GTK_WIDGET (gallery.window));
  return fixture_finish (0);
}
