/* bench-growth.c - what is left in memory after a thousand charts have been opened and closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private memory of this process, after giving back what malloc keeps; fifty charts warm up what is
 * made once.  The reference is one chart: what opening it takes while it is open.
 */
#include "config.h"
#include <malloc.h>
#include <string.h>
#include "fixture.h"
#include "tonus-window.h"

#define N_WARM 50
#define N_CHARTS 1000
#define TARGET_KIB 2048

/* KiB */
static double
get_private (void)
{
  static const char *const names[] = { "Private_Clean:", "Private_Dirty:" };
  g_autofree char *text = NULL;
  double sum = 0;

  fixture_settle ();
  malloc_trim (0);
  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  g_assert (text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sum += g_ascii_strtod (strstr (text, names[i]) + strlen (names[i]), NULL);
  return sum;
}

static void
open_chart (TonusWindow *window, const char *patient)
{
  g_autoptr (GError) error = NULL;

  tonus_session_open_patient (tonus_window_get_session (window), patient, &error);
  g_assert_no_error (error);
  fixture_settle ();
}

static void
close_chart (TonusWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "close-chart", NULL);
  fixture_settle ();
}

static void
open_and_close (TonusWindow *window, const char *patient, int n)
{
  for (int i = 0; i < n; i++)
    {
      open_chart (window, patient);
      close_chart (window);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (TonusPractice) practice = NULL;
  g_autofree char *patient = NULL;
  TonusWindow *window;
  double before, after, chart;

  fixture_init (&argc, &argv, TRUE);
  practice = fixture_demo ();
  patient = fixture_first_patient (practice);
  window = tonus_window_new (NULL);
  tonus_window_set_practice (window, practice);
  gtk_window_present (GTK_WINDOW (window));
  open_and_close (window, patient, N_WARM);
  before = get_private ();
  open_chart (window, patient);
  chart = get_private () - before;
  close_chart (window);
  before = get_private ();
  open_and_close (window, patient, N_CHARTS);
  after = get_private ();
  g_print (
      "%d charts opened and closed: %.0f KiB more private memory (target %d); one that is open "
      "takes %.0f KiB: ratio %.2f\n",
      N_CHARTS, after - before, TARGET_KIB, chart, (after - before) / MAX (chart, 1));
  gtk_widget_destroy (GTK_WIDGET (window));
  return fixture_finish (0);
}
