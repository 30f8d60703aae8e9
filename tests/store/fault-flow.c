/* fault-flow.c - let every call of a flow fail once, in every way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-flow.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tonus-save.h"

static void
check_error (const Flow *flow, gboolean done, const GError *error)
{
  g_assert_true (done == (error == NULL));
  if (error == NULL)
    return;
  /* What, where, what now: at least two sentences, and a place if it is the disk's fault. */
  gboolean is_disk = error->code == TONUS_STORE_ERROR_DISK;
  if (strstr (error->message, ". ") == NULL || (is_disk && strstr (error->message, "“") == NULL))
    g_error ("%s: “%s” does not say what, where and what now", flow->name, error->message);
}

static FlowResult
run_here (const Flow *flow, TonusIo *io, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = flow->run (io, data, &error);

  check_error (flow, done, error);
  return done ? FLOW_DONE : FLOW_FAILED;
}

/* The child's end is the fault; a child that reaches the end of the flow was not hit. */
static FlowResult
run_in_child (const Flow *flow, TonusIo *io, gpointer data, gboolean *has_fired)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      _exit (flow->run (io, data, &error) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  *has_fired = WEXITSTATUS (status) == FAULT_EXIT_STATUS;
  if (*has_fired)
    return FLOW_KILLED;
  return WEXITSTATUS (status) == 0 ? FLOW_DONE : FLOW_FAILED;
}

/* FALSE: there are fewer than @at calls. */
static gboolean
try_point (const Flow *flow, TonusIo *io, const Fault *fault, guint at, FlowTally *tally)
{
  gpointer data = flow->set_up ();
  gboolean has_fired = FALSE;
  FlowResult result;

  io_fault_arm (io, fault, at);
  if (fault->mode == FAULT_KILL_BEFORE || fault->mode == FAULT_KILL_AFTER)
    result = run_in_child (flow, io, data, &has_fired);
  else
    {
      result = run_here (flow, io, data);
      has_fired = io_fault_has_fired (io);
    }
  io_fault_arm (io, fault, 0);
  flow->check (data, result);
  flow->tear_down (data);
  if (!has_fired)
    return FALSE;
  tally->points++;
  tally->done += result == FLOW_DONE;
  tally->failed += result == FLOW_FAILED;
  tally->killed += result == FLOW_KILLED;
  return TRUE;
}

FlowTally
flow_fail_here_and_there (const Flow *flow, guint step)
{
  TonusIo *io = io_fault_new (tonus_io_real ());
  FlowTally tally = { 0 };

  for (guint i = 0; all_faults[i].name != NULL; i++)
    for (guint at = 1 + i % step; try_point (flow, io, &all_faults[i], at, &tally); at += step)
      ;
  io_fault_free (io);
  return tally;
}

FlowTally
flow_fail_everywhere (const Flow *flow)
{
  return flow_fail_here_and_there (flow, 1);
}
