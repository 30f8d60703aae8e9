/* bench-chart.c - opening a chart, and going through its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     bench-chart TONUSCTL
 *
 * Two patients of forty visits each are opened in turns; then every page of every tab is shown for
 * the first time and once more.  The reference is painting the window once again as it is.
 */
#include "config.h"
#include "fixture.h"
#include "paint-clock.h"
#include "tonus-window.h"

#define N_ROUNDS 10
#define OPEN_TARGET 100
#define FIRST_TARGET 100
#define AGAIN_TARGET 50

static const char *const tabs[] = { "tab-assessment", "tab-interventions", "tab-home-program",
                                    "tab-history" };

typedef struct
{
  TonusWindow *window;
  const char *patient;
  const char *action;
  GtkWidget *page;
} Act;

static TonusPractice *
make_practice (const char *tonusctl)
{
  g_autofree char *folder = g_build_filename (fixture_home (), "forty", NULL);
  const char *argv[] = { tonusctl, "generate", "--patients", "2", "--visits", "80", folder, NULL };
  g_autoptr (GError) error = NULL;
  TonusPractice *practice;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                     &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  practice = tonus_practice_open (tonus_io_real (), folder, &error);
  g_assert_no_error (error);
  return practice;
}

static void
open_chart (gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;

  tonus_session_open_patient (tonus_window_get_session (act->window), act->patient, &error);
  g_assert_no_error (error);
}

static void
activate (gpointer data)
{
  Act *act = data;

  g_action_group_activate_action (G_ACTION_GROUP (act->window), act->action, NULL);
}

static void
repaint (gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (((Act *) data)->window));
}

/* A page's name is a row of a list, or a button above. */
static void
show_page (gpointer data)
{
  GtkWidget *page = ((Act *) data)->page;

  if (GTK_IS_LIST_BOX_ROW (page))
    gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (page)), GTK_LIST_BOX_ROW (page));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page), TRUE);
}

static void
collect_page (GtkWidget *widget, gpointer pages)
{
  if (g_str_has_prefix (gtk_widget_get_name (widget), "goto/") && gtk_widget_get_mapped (widget) &&
      (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_TOGGLE_BUTTON (widget)))
    g_ptr_array_add (pages, widget);
}

static double
time_act (Act *act, void (*run) (gpointer data))
{
  double ms = paint_clock_time (GTK_WIDGET (act->window), run, act);

  paint_clock_settle ();
  return ms;
}

static void
leaf_through (Act *act, GArray *figures)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autoptr (GPtrArray) pages = g_ptr_array_new ();

      act->action = tabs[i];
      figures_add (figures, time_act (act, activate));
      fixture_walk (GTK_WIDGET (act->window), collect_page, pages);
      for (guint p = 0; p < pages->len; p++)
        {
          double ms;

          act->page = g_ptr_array_index (pages, p);
          ms = time_act (act, show_page);
          if (g_getenv ("TONUS_BENCH_VERBOSE"))
            g_print ("# %s %.1f ms\n", gtk_widget_get_name (act->page), ms);
          figures_add (figures, ms);
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) opened = figures_new (), first = figures_new (), again = figures_new ();
  g_autoptr (GArray) frame = figures_new ();
  g_autoptr (TonusPractice) practice = NULL;
  g_autoptr (GPtrArray) patients = NULL;
  Act act = { NULL };

  fixture_init (&argc, &argv, TRUE);
  paint_clock_init ();
  practice = make_practice (argv[1]);
  patients = tonus_practice_list_patients (practice, NULL);
  act.window = tonus_window_new (NULL);
  tonus_window_set_practice (act.window, practice);
  paint_clock_present (GTK_WINDOW (act.window));
  for (int i = 0; i < N_ROUNDS; i++)
    {
      act.patient = g_ptr_array_index (patients, i % 2);
      figures_add (opened, time_act (&act, open_chart));
      act.action = "start-visit";
      activate (&act);
      paint_clock_settle ();
      figures_add (frame, time_act (&act, repaint));
      leaf_through (&act, first);
      leaf_through (&act, again);
      act.action = "close-chart";
      activate (&act);
      paint_clock_settle ();
    }
  double unit = figures_get (frame, 0.5);
  g_print ("a frame of the whole window takes %.1f ms\n", unit);
  g_print ("open a chart of 40 visits: median %.1f ms, worst %.1f (target %d): %.1f frames\n",
           figures_get (opened, 0.5), figures_get (opened, 1), OPEN_TARGET,
           figures_get (opened, 0.5) / unit);
  g_print (
      "show a page: first time median %.1f ms, p95 %.1f (target %d): %.1f frames; again median "
      "%.1f, p95 %.1f (target %d)\n",
      figures_get (first, 0.5), figures_get (first, 0.95), FIRST_TARGET,
      figures_get (first, 0.95) / unit, figures_get (again, 0.5), figures_get (again, 0.95),
      AGAIN_TARGET);
  gtk_widget_destroy (GTK_WIDGET (act.window));
  return fixture_finish (0);
}
