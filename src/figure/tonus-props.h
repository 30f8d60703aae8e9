/* tonus-props.h - what an exercise is done on and with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Furniture stands behind the figure, what it holds or wears before it; a hand behind the body
 * holds its weight there too, and a band's far side goes behind the legs.
 */
#pragma once

#include "tonus-body.h"
#include "tonus-sketch.h"

G_BEGIN_DECLS

typedef struct
{
  const TonusPose *pose;
  const TonusSkeleton *start, *shown; /* furniture fits the start */
  const TonusBody *body;              /* of the shown one */
  double x0, x1;                      /* the floor the figure takes in both frames */
  double overhang;                    /* of the mat */
} TonusStage;

void tonus_props_draw_behind (const TonusStage *stage, const TonusSketch *sketch);
void tonus_props_draw_before (const TonusStage *stage, const TonusSketch *sketch);

/* Furniture and what lies on the floor. */
void
tonus_furniture_draw (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch);

/* An exercise bicycle under its rider. */
void
tonus_bike_draw (const TonusProp *prop, const TonusSkeleton *skeleton, const TonusSketch *sketch);

/* A loop around both legs or one; the side that faces us or the other. */
void tonus_band_draw (const TonusProp *prop,
                      const TonusSkeleton *skeleton,
                      const TonusSketch *sketch,
                      gboolean is_near);

/* Weights; @sides: whose hands' are drawn now. */
void tonus_weight_draw (const TonusProp *prop,
                        const TonusSkeleton *skeleton,
                        const TonusSketch *sketch,
                        guint sides);
void tonus_barbell_draw (const TonusProp *prop,
                         const TonusSkeleton *skeleton,
                         const TonusSketch *sketch,
                         gboolean is_near);

/* Where a fist holds something. */
TonusVec tonus_grip_find (const TonusSkeleton *skeleton, guint side);

G_END_DECLS
