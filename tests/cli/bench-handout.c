/* bench-handout.c - the first handout of a fresh process against one that only opens the practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "tonusctl handout" of the demo's patient and "tonusctl list patients", in turns in the same run;
 * the median of the rounds' ratios is printed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"

#define ROUNDS 21
#define TARGET 3.0

static double
time_handout (Terminal *terminal, const char *patient)
{
  gint64 start = g_get_monotonic_time ();

  terminal_do (terminal, NULL, "handout", "p", patient, "hand.pdf", "--paper", "a4", NULL);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_list (Terminal *terminal)
{
  gint64 start = g_get_monotonic_time ();

  terminal_do (terminal, NULL, "list", "p", "patients", NULL);
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
  g_autofree char *patient = NULL;
  const char *row;
  double handout[ROUNDS], list[ROUNDS], ratio[ROUNDS];

  terminal_do (terminal, NULL, "demo", "p", NULL);
  row = strchr (terminal_do (terminal, NULL, "list", "p", "patients", NULL), '\n') + 1;
  patient = g_strndup (row, strcspn (row, "\t"));
  time_handout (terminal, patient);
  for (guint i = 0; i < ROUNDS; i++)
    {
      list[i] = time_list (terminal);
      handout[i] = time_handout (terminal, patient);
      ratio[i] = handout[i] / list[i];
    }
  printf ("first handout of a process: %.2f of opening the practice (%.1f ms against %.1f ms); "
          "target %.0f\n",
          take_median (ratio), take_median (handout), take_median (list), TARGET);
  return 0;
}
