/* bench-keys.c - from a key to the changed pixel, in every field of a note
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The demo's evaluation with one row added to every list: in each entry and text two characters are
 * typed and one is taken back, each button that answers is pressed twice.  The reference is an
 * entry in a window with nothing else.
 *
 * The heading of an exercise's card holds no value but shows a form: it is counted by itself, for
 * its measure is the first switch to a section's.
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "paint-clock.h"
#include "tonus-window.h"

#define MEDIAN_TARGET 4
#define WORST_TARGET 8
#define UNFOLD_TARGET 100

/* Milliseconds each. */
typedef struct
{
  GArray *figures;
  GArray *work; /* the program's own */
  GArray *unfolded;
  GArray *unfolded_work;
  guint n_fields;
} Times;

static void
times_init (Times *self)
{
  *self = (Times){ figures_new (), figures_new (), figures_new (), figures_new (), 0 };
}

static void
times_clear (Times *self)
{
  g_array_unref (self->figures);
  g_array_unref (self->work);
  g_array_unref (self->unfolded);
  g_array_unref (self->unfolded_work);
}

static const guint typing[] = { GDK_KEY_1, GDK_KEY_2, GDK_KEY_BackSpace };
static const guint pressing[] = { GDK_KEY_space, GDK_KEY_space };

static gboolean
is_on_form (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT) != NULL;
}

static gboolean
is_card_heading (GtkWidget *widget)
{
  return gtk_style_context_has_class (gtk_widget_get_style_context (widget), "tonus-card-heading");
}

static void
collect_heading (GtkWidget *widget, gpointer headings)
{
  if (is_on_form (widget) && is_card_heading (widget))
    g_ptr_array_add (headings, g_object_ref (widget));
}

static void
collect_field (GtkWidget *widget, gpointer fields)
{
  if (is_on_form (widget) && gtk_widget_get_can_focus (widget) && !is_card_heading (widget) &&
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

/* @figures: where it counts. */
static void
time_key (GtkWidget *widget, guint key, GArray *figures, GArray *work)
{
  double ms;

  gtk_widget_grab_focus (widget);
  paint_clock_settle ();
  ms = paint_clock_key (widget, key);
  figures_add (figures, ms);
  figures_add (work, ms < 0 ? -1 : paint_clock_get_cpu ());
  if (g_getenv ("TONUS_BENCH_VERBOSE"))
    g_print ("# %s %s %.2f ms, %.2f of them work\n", gtk_widget_get_name (widget),
             gdk_keyval_name (key), ms, paint_clock_get_cpu ());
}

static void
time_field (GtkWidget *field, Times *times)
{
  gboolean is_button = GTK_IS_BUTTON (field);
  const guint *keys = is_button ? pressing : typing;
  guint n = is_button ? G_N_ELEMENTS (pressing) : G_N_ELEMENTS (typing);

  times->n_fields++;
  for (guint i = 0; i < n && gtk_widget_get_mapped (field); i++)
    time_key (field, keys[i], times->figures, times->work);
}

static void
time_fields (GtkWidget *window, Times *times)
{
  g_autoptr (GPtrArray) fields = collect (window, collect_field);

  for (guint i = 0; i < fields->len; i++)
    time_field (g_ptr_array_index (fields, i), times);
}

static void
time_page (GtkWidget *window, Times *times)
{
  g_autoptr (GPtrArray) buttons = collect (window, collect_add);
  g_autoptr (GPtrArray) headings = NULL;

  for (guint i = 0; i < buttons->len; i++)
    gtk_button_clicked (g_ptr_array_index (buttons, i));
  paint_clock_settle ();
  headings = collect (window, collect_heading);
  for (guint i = 0; i < headings->len; i++)
    time_key (g_ptr_array_index (headings, i), GDK_KEY_space, times->unfolded,
              times->unfolded_work);
  /* The last one stays unfolded, and the others have the same fields. */
  time_fields (window, times);
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

static void
time_tab (TonusWindow *window, const char *tab, Times *times)
{
  g_autoptr (GPtrArray) pages = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), tab, NULL);
  paint_clock_settle ();
  pages = collect (GTK_WIDGET (window), collect_page);
  if (pages->len == 0)
    time_page (GTK_WIDGET (window), times);
  for (guint i = 0; i < pages->len; i++)
    {
      show_page (g_ptr_array_index (pages, i));
      time_page (GTK_WIDGET (window), times);
    }
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
time_reference (Times *times)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_container_add (GTK_CONTAINER (window), entry);
  gtk_widget_show (entry);
  paint_clock_present (GTK_WINDOW (window));
  for (int i = 0; i < 20; i++)
    time_field (entry, times);
  gtk_widget_destroy (window);
}

static void
report (const Times *times, const Times *reference)
{
  double median = figures_get (times->figures, 0.5);
  double alone = figures_get (reference->figures, 0.5);

  g_print ("%u keys in %u fields to the changed pixel: median %.2f ms (target %d), p95 %.2f, worst "
           "%.2f (target %d); %.1f times an entry alone (%.2f ms)\n",
           times->figures->len, times->n_fields, median, MEDIAN_TARGET,
           figures_get (times->figures, 0.95), figures_get (times->figures, 1), WORST_TARGET,
           median / alone, alone);
  g_print ("of that the program's own work: median %.2f ms, p95 %.2f, worst %.2f; an entry alone "
           "%.2f\n",
           figures_get (times->work, 0.5), figures_get (times->work, 0.95),
           figures_get (times->work, 1), figures_get (reference->work, 0.5));
  g_print ("%u cards unfolded by a key: worst %.1f ms (target %d), %.1f of them work\n",
           times->unfolded->len, figures_get (times->unfolded, 1), UNFOLD_TARGET,
           figures_get (times->unfolded_work, 1));
}

int
main (int argc, char **argv)
{
  static const char *const tabs[] = { "tab-assessment", "tab-interventions", "tab-home-program" };
  g_autoptr (TonusPractice) practice = NULL;
  Times times, reference;
  TonusWindow *window;

  fixture_init (&argc, &argv, TRUE);
  paint_clock_init ();
  times_init (&times);
  times_init (&reference);
  time_reference (&reference);
  practice = fixture_demo ();
  window = tonus_window_new (NULL);
  tonus_window_set_practice (window, practice);
  paint_clock_present (GTK_WINDOW (window));
  open_evaluation (window);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    time_tab (window, tabs[i], &times);
  report (&times, &reference);
  times_clear (&times);
  times_clear (&reference);
  gtk_widget_destroy (GTK_WIDGET (window));
  return fixture_finish (0);
}
