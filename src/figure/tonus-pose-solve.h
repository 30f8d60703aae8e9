/* tonus-pose-solve.h - where a height that depends on an angle becomes nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pose-private.h"

G_BEGIN_DECLS

/* The height at an angle in degrees. */
typedef double (*TonusHeight) (double angle, gpointer data);

/* The angle within ±@limit where @height changes its sign, the one nearest to 0.  FALSE: nowhere.
 */
gboolean tonus_solve_nearest (TonusHeight height, gpointer data, double limit, double *nearest);

G_END_DECLS
