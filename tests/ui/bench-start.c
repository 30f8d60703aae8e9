/* bench-start.c - from the command to the first frame, with a large practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     bench-start TONUS TONUSCTL BARE-WINDOW EMPTY-WINDOW FOLDER
 *
 * Measured from outside (launch.h) and in turns: Tonus on a practice of 10,000 patients, the bare
 * window with the same static widgets, an empty window.  The practice is made once in FOLDER, in a
 * quarter of a minute; TONUS_BENCH_VISITS is how many visits it gets (20000; the 200000 of a large
 * practice take ten times as long to make and change nothing about the start).
 */
#include <stdio.h>
#include <stdlib.h>

#include "launch.h"

#define N_PATIENTS "10000"
#define N_ROUNDS 15
#define BARE_TARGET 1.25
#define EMPTY_TARGET 2.5

static void
make_practice (const char *tonusctl, const char *practice)
{
  const char *visits = g_getenv ("TONUS_BENCH_VISITS");
  const char *argv[] = { tonusctl,   "generate", "--patients",
                         N_PATIENTS, "--visits", visits ? visits : "20000",
                         practice,   NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (g_file_test (practice, G_FILE_TEST_IS_DIR))
    return;
  g_print ("making a practice of " N_PATIENTS " patients, once\n");
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                     &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
}

static double
time_start (const char *const *argv)
{
  Launch *launch = launch_new (argv);
  double ms = launch_get_painted_ms (launch);

  launch_settle (launch);
  launch_free (launch);
  return ms;
}

int
main (int argc, char **argv)
{
  double tonus[N_ROUNDS], bare[N_ROUNDS], empty[N_ROUNDS];
  g_autofree char *practice = NULL;

  if (argc != 6)
    {
      fprintf (stderr, "bench-start TONUS TONUSCTL BARE-WINDOW EMPTY-WINDOW FOLDER\n");
      return 1;
    }
  practice = g_build_filename (argv[5], "practice", NULL);
  launch_init (argv[5]);
  make_practice (argv[2], practice);
  time_start ((const char *const[]){ argv[4], NULL });
  time_start ((const char *const[]){ argv[1], practice, NULL });
  for (int i = 0; i < N_ROUNDS; i++)
    {
      tonus[i] = time_start ((const char *const[]){ argv[1], practice, NULL });
      bare[i] = time_start ((const char *const[]){ argv[3], NULL });
      empty[i] = time_start ((const char *const[]){ argv[4], NULL });
    }
  double t = launch_median (tonus, N_ROUNDS), b = launch_median (bare, N_ROUNDS);
  double e = launch_median (empty, N_ROUNDS);
  g_print ("start with %s patients to the first frame: %.0f ms, %.2f times a bare window (%.0f ms; "
           "target %.2f), %.2f times an empty one (%.0f ms; target %.1f)\n",
           N_PATIENTS, t, t / b, b, BARE_TARGET, t / e, e, EMPTY_TARGET);
  return 0;
}
