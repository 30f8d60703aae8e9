/* tonus-body-draw.h - a figure on the picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without any geometry of unions: a path is stroked at twice the width first and filled after, so
 * that only the outer half of its line stays.  A limb before the trunk is stroked without its root,
 * which so melts into the body.
 */
#pragma once

#include "tonus-body.h"
#include "tonus-sketch.h"

G_BEGIN_DECLS

/* @has_muscles: mark the working areas. */
void tonus_body_draw (const TonusBody *self,
                      const TonusSketch *sketch,
                      const TonusPose *pose,
                      gboolean has_muscles);

/* The parts of it */

void tonus_head_draw (const TonusSkeleton *skeleton, const TonusSketch *sketch, gboolean has_bun);

/* @trim: sections of the upper part to leave out of the outline. */
void tonus_limb_draw (const TonusBodyLimb *self, const TonusSketch *sketch, double trim);

/* The areas of one host; @sides: bit per side. */
void tonus_muscles_draw (const TonusBody *body,
                         const TonusSketch *sketch,
                         const TonusPose *pose,
                         TonusMuscleHost host,
                         guint sides);

G_END_DECLS
