/* tonus-demo.h - the demo practice: the cases of docs/demo.md as records, dated around today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Templates are record files in the program (data/demo), with {name} for an object's id and {day+N}
 * for a date N days after the first evaluation.  Written through the same functions as everything
 * else.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

/* A new practice in @folder with visits 1…@until (0: all) of each case.  The day of the visit after
 * the last one written (after all: a week later) is @today.  Errors: EXISTS, DISK.  (transfer full)
 */
TonusPractice *
tonus_demo_create (TonusIo *io, const char *folder, guint until, guint32 today, GError **error);

G_END_DECLS
