/* tonus-arrow.h - which way it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pose-private.h"
#include "tonus-sketch.h"

G_BEGIN_DECLS

/* The figure a little after the start, halfway, and at the end. */
#define TONUS_TRACE 3
extern const double tonus_arrow_moments[TONUS_TRACE];

/* A straight arrow, or the way of its landmark through @trace, kept clear of the body.  One that
 * would go nowhere is not drawn. */
void
tonus_arrow_draw (const TonusArrow *self, const TonusSkeleton *trace, const TonusSketch *sketch);

G_END_DECLS
