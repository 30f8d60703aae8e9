/* tonus-program-difference.h - what one version of a home program changed of the one before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

/* For the therapist, a line each: “New: Clam, 2 × 10”, “Bridge: 2 × 10 → 3 × 10”, “Stopped: Clam”.
 * @before NULL: everything is new.  (transfer full) (element-type utf8) */
GPtrArray *tonus_program_list_differences (TonusRecord *before, TonusRecord *after);

G_END_DECLS
