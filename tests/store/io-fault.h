/* io-fault.h - a TonusIo that fails, or kills the process, at the Nth call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-io.h"

G_BEGIN_DECLS

typedef enum
{
  FAULT_ERROR,       /* the call is not made and says so */
  FAULT_SHORT,       /* read and write: half of what was asked for */
  FAULT_ZERO,        /* write: nothing, without an error */
  FAULT_KILL_BEFORE, /* the process ends without the call */
  FAULT_KILL_AFTER   /* the process ends right after it */
} FaultMode;

typedef struct
{
  const char *name;
  FaultMode mode;
  int error;
} Fault;

/* Every way to fail, one row each; ends with a NULL name. */
extern const Fault all_faults[];

TonusIo *io_fault_new (TonusIo *under);
void io_fault_free (TonusIo *io);

/* The @at-th call from now (1, 2, …) fails; 0: none does. */
void io_fault_arm (TonusIo *io, const Fault *fault, guint at);
gboolean io_fault_has_fired (TonusIo *io);

/* Exit status of a process ended by FAULT_KILL_*. */
#define FAULT_EXIT_STATUS 9

G_END_DECLS
