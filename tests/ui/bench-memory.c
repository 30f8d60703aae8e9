/* bench-memory.c - what the program holds with the demo practice open and nothing to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     bench-memory TONUS EMPTY-WINDOW FOLDER
 *
 * The reference is an empty window's share, measured the same way in turns.
 */
#include <stdio.h>

#include "launch.h"

#define N_ROUNDS 5
#define TARGET_MIB 30

static void
weigh (const char *const *argv, double *pss, double *own)
{
  Launch *launch = launch_new (argv);

  launch_settle (launch);
  *pss = launch_get_pss (launch) / 1024;
  *own = launch_get_private (launch) / 1024;
  launch_free (launch);
}

int
main (int argc, char **argv)
{
  double pss[N_ROUNDS], own[N_ROUNDS], empty_pss[N_ROUNDS], empty_own[N_ROUNDS];

  if (argc != 4)
    {
      fprintf (stderr, "bench-memory TONUS EMPTY-WINDOW FOLDER\n");
      return 1;
    }
  launch_init (argv[3]);
  weigh ((const char *const[]){ argv[1], "--demo", NULL }, pss, own);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      weigh ((const char *const[]){ argv[1], "--demo", NULL }, &pss[i], &own[i]);
      weigh ((const char *const[]){ argv[2], NULL }, &empty_pss[i], &empty_own[i]);
    }
  double p = launch_median (pss, N_ROUNDS), e = launch_median (empty_pss, N_ROUNDS);
  g_print ("the demo practice open and idle: PSS %.1f MiB (target %d), %.2f times an empty window "
           "(%.1f MiB); private %.1f and %.1f MiB\n",
           p, TARGET_MIB, p / e, e, launch_median (own, N_ROUNDS),
           launch_median (empty_own, N_ROUNDS));
  return 0;
}
