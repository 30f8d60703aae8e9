/* bench-keys.c - from a key to the changed pixel, in every field of a note
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The demo's evaluation with one row added to every list: in each entry and text two characters are
 * typed and one is taken back, each button that answers is pressed twice.  The reference is an
 * entry in a window with nothing else.
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "paint-clock.h"
#include "tonus-window.h"

#define MEDIAN_TARGET 4
#define WORST_TARGET 8

static const guint typing[] = { GDK_KEY_1, GDK_KEY_2, GDK_KEY_BackSpace };
static const guint pressing[] = { GDK_KEY_space, GDK_KEY_space };

static gboolean
is_on_form (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT) != NULL;
}

static void
collect_field (GtkWidget *widget, gpointer fields)
{
  if (is_on_form (widget) && gtk_widget_get_can_focus (widget) &&
      (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) ||
       (GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (widget))))
    g_ptr_array_add (fields, g_object_ref (widget));
}

static void
collect_add (GtkWidget *widget, gpointer buttons)
{
  if (is_on_form (widget) && GTK_IS_BUTTON (widget) &&
      g_str_has_suffix (gtk_widget_get_name (widget), "/add"))
    g_ptr_array_add (buttons, g_object_ref (widget));
}

static void
collect_page (GtkWidget *widget, gpointer pages)
{
  if (g_str_has_prefix (gtk_widget_get_name (widget), "goto/") && gtk_widget_get_mapped (widget) &&
      (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_TOGGLE_BUTTON (widget)))
    g_ptr_array_add (pages, g_object_ref (widget));
}

static GPtrArray *
collect (GtkWidget *root, GtkCallback visit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  fixture_walk (root, visit, found);
  return found;
}

static void
time_field (GtkWidget *field, GArray *figures, GArray *work)
{
  gboolean is_button = GTK_IS_BUTTON (field);
  const guint *keys = is_button ? pressing : typing;
  guint n = is_button ? G_N_ELEMENTS (pressing) : G_N_ELEMENTS (typing);
  gboolean is_loud = g_getenv ("TONUS_BENCH_VERBOSE") != NULL;

  for (guint i = 0; i < n && gtk_widget_get_mapped (field); i++)
    {
      double ms;

      gtk_widget_grab_focus (field);
      paint_clock_settle ();
      ms = paint_clock_key (field, keys[i]);
      figures_add (figures, ms);
      figures_add (work, ms < 0 ? -1 : paint_clock_get_cpu ());
      if (is_loud)
        g_print ("# %s %s %.2f ms, %.2f of them work\n", gtk_widget_get_name (field),
                 gdk_keyval_name (keys[i]), ms, paint_clock_get_cpu ());
    }
}

static guint
time_page (GtkWidget *window, GArray *figures, GArray *work)
{
  g_autoptr (GPtrArray) buttons = collect (window, collect_add);
  g_autoptr (GPtrArray) fields = NULL;

  for (guint i = 0; i < buttons->len; i++)
    gtk_button_clicked (g_ptr_array_index (buttons, i));
  paint_clock_settle ();
  fields = collect (window, collect_field);
  for (guint i = 0; i < fields->len; i++)
    time_field (g_ptr_array_index (fields, i), figures, work);
  return fields->len;
}

static void
show_page (GtkWidget *page)
{
  if (GTK_IS_LIST_BOX_ROW (page))
    gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (page)), GTK_LIST_BOX_ROW (page));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page), TRUE);
  paint_clock_settle ();
}

static guint
time_tab (TonusWindow *window, const char *tab, GArray *figures, GArray *work)
{
  g_autoptr (GPtrArray) pages = NULL;
  guint n = 0;

  g_action_group_activate_action (G_ACTION_GROUP (window), tab, NULL);
  paint_clock_settle ();
  pages = collect (GTK_WIDGET (window), collect_page);
  if (pages->len == 0)
    return time_page (GTK_WIDGET (window), figures, work);
  for (guint i = 0; i < pages->len; i++)
    {
      show_page (g_ptr_array_index (pages, i));
      n += time_page (GTK_WIDGET (window), figures, work);
    }
  return n;
}

static void
open_evaluation (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *patient = fixture_first_patient (tonus_session_get_practice (session));
  g_autoptr (GError) error = NULL;
  GPtrArray *visits;
  g_autofree char *first = NULL;

  tonus_session_open_patient (session, patient, &error);
  g_assert_no_error (error);
  visits = tonus_session_get_visits (session);
  first = g_strdup (((TonusVisitLine *) g_ptr_array_index (visits, visits->len - 1))->id);
  tonus_session_open_visit (session, first, &error);
  g_assert_no_error (error);
}

static void
time_reference (GArray *figures, GArray *work)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_container_add (GTK_CONTAINER (window), entry);
  gtk_widget_show (entry);
  paint_clock_present (GTK_WINDOW (window));
  for (int i = 0; i < 20; i++)
    time_field (entry, figures, work);
  gtk_widget_destroy (window);
}

int
main (int argc, char **argv)
{
  static const char *const tabs[] = { "tab-assessment", "tab-interventions", "tab-home-program" };
  g_autoptr (GArray) figures = figures_new (), reference = figures_new ();
  g_autoptr (GArray) work = figures_new (), reference_work = figures_new ();
  g_autoptr (TonusPractice) practice = NULL;
  TonusWindow *window;
  guint n_fields = 0;

  fixture_init (&argc, &argv, TRUE);
  paint_clock_init ();
  time_reference (reference, reference_work);
  practice = fixture_demo ();
  window = tonus_window_new (NULL);
  tonus_window_set_practice (window, practice);
  paint_clock_present (GTK_WINDOW (window));
  open_evaluation (window);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    n_fields += time_tab (window, tabs[i], figures, work);
  g_print ("%u keys in %u fields to the changed pixel: median %.2f ms (target %d), p95 %.2f, worst "
           "%.2f (target %d); %.1f times an entry alone (%.2f ms)\n",
           figures->len, n_fields, figures_get (figures, 0.5), MEDIAN_TARGET,
           figures_get (figures, 0.95), figures_get (figures, 1), WORST_TARGET,
           figures_get (figures, 0.5) / figures_get (reference, 0.5), figures_get (reference, 0.5));
  g_print ("of that the program's own work: median %.2f ms, p95 %.2f, worst %.2f; an entry alone "
           "%.2f\n",
           figures_get (work, 0.5), figures_get (work, 0.95), figures_get (work, 1),
           figures_get (reference_work, 0.5));
  gtk_widget_destroy (GTK_WIDGET (window));
  return fixture_finish (0);
}
