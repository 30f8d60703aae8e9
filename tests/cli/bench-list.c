/* bench-list.c - the patient list of a large practice against reading the same files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints one line: how long "tonusctl list" takes once its cache is warm, as a multiple of how long
 * "cat" takes for all files of the practice, measured in turns in the same run.
 */
#include <stdio.h>
#include <string.h>

#include "terminal.h"

#define PATIENTS "1000"
#define VISITS "4000"
#define ROUNDS 9
#define TARGET 6.0

static double
time_list (Terminal *terminal)
{
  gint64 start = g_get_monotonic_time ();
  terminal_do (terminal, NULL, "list", "p", "patients", NULL);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_cat (Terminal *terminal)
{
  g_autofree char *folder = terminal_path (terminal, "p");
  const char *argv[] = { "/bin/sh", "-c", "find \"$0\" -type f -print0 | xargs -0 cat > /dev/null",
                         folder, NULL };
  gint64 start = g_get_monotonic_time ();
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                               &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare (const void *left, const void *right)
{
  double a = *(const double *) left, b = *(const double *) right;
  return a < b ? -1 : a > b;
}

static double
take_median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

int
main (int argc, char **argv)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  double list[ROUNDS], cat[ROUNDS];

  terminal_do (terminal, NULL, "generate", "p", "--patients", PATIENTS, "--visits", VISITS,
               "--seed", "1", NULL);
  double cold = time_list (terminal);
  for (guint i = 0; i < ROUNDS; i++)
    {
      cat[i] = time_cat (terminal);
      list[i] = time_list (terminal);
    }

  double list_median = take_median (list), cat_median = take_median (cat);
  printf (
      "list of %s patients, %s visits: %.1f ms warm (%.0f ms cold), cat of the same files %.1f ms: "
      "ratio %.2f (target ≤ %.0f)\n",
      PATIENTS, VISITS, list_median, cold, cat_median, list_median / cat_median, TARGET);
  return 0;
}
