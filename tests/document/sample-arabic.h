/* sample-arabic.h - a handout in Arabic, for tests of pages that are read from the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handout's words and three exercises; Tonus itself ships no Arabic.
 */
#pragma once

#include "tonus-handout-content.h"

G_BEGIN_DECLS

/* The sample patient's.  (transfer full) */
TonusHandout *sample_arabic (void);

G_END_DECLS
