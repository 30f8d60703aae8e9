/* tonus-solids.h - boxes, cylinders, balls and straps as things stand around a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * World metres; each is painted at once, over what is there.
 */
#pragma once

#include "tonus-sketch.h"

G_BEGIN_DECLS

typedef struct
{
  double x0, x1, y0, y1, z0, z1;
} TonusBox;

void tonus_solid_box (const TonusSketch *sketch, TonusBox box, TonusInk ink, TonusInk line);
void tonus_solid_cylinder (const TonusSketch *sketch,
                           TonusVec centre,
                           TonusVec axis,
                           double radius,
                           double half_length,
                           TonusInk ink);
void tonus_solid_ball (const TonusSketch *sketch, TonusVec centre, double radius);

/* Traces an ellipse on the floor, half as long along x and z; the caller fills it. */
void tonus_solid_patch (const TonusSketch *sketch, TonusVec centre, double half_x, double half_z);

/* A strap or stick of @width points along @points. */
void tonus_solid_strap (
    const TonusSketch *sketch, const TonusVec *points, guint n, TonusInk ink, double width);

G_END_DECLS
