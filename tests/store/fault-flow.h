/* fault-flow.h - let every call of a flow fail once, in every way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io-fault.h"

G_BEGIN_DECLS

typedef enum
{
  FLOW_DONE,   /* it said that it is done */
  FLOW_FAILED, /* it said that it is not, and why */
  FLOW_KILLED  /* it could not say anything */
} FlowResult;

typedef struct
{
  const char *name;
  gpointer (*set_up) (void);
  gboolean (*run) (TonusIo *io, gpointer data, GError **error);
  void (*check) (gpointer data, FlowResult result);
  void (*tear_down) (gpointer data);
} Flow;

typedef struct
{
  guint points;
  guint done, failed, killed;
} FlowTally;

/* For each fault: the first call fails, the second, … until a run is through without failing. */
FlowTally flow_fail_everywhere (const Flow *flow);
/* The same with every @step-th call only; each fault begins at another one. */
FlowTally flow_fail_here_and_there (const Flow *flow, guint step);

G_END_DECLS
