/* tonus-outline.h - what a camera sees of rings and balls: convex outlines, and smooth lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A body is drawn as the union of convex hulls in one path: all hulls turn the same way, so the
 * nonzero rule fills them as one.  Lists are drawn in metres here; the scene makes points of them.
 */
#pragma once

#include "tonus-figure-list.h"
#include "tonus-space.h"

G_BEGIN_DECLS

/* Points of a ring; of what a hull can be made of. */
#define TONUS_RING 16
#define TONUS_OUTLINE_MAX 96

typedef struct
{
  guint n;
  TonusPoint at[TONUS_OUTLINE_MAX];
} TonusOutline;

void tonus_outline_add (TonusOutline *self, TonusPoint at);

/* An ellipse across the y axis of @turn, half as wide along z and along x. */
void tonus_outline_add_disc (TonusOutline *self,
                             const TonusCamera *camera,
                             TonusVec centre,
                             const TonusTurn *turn,
                             double half_width,
                             double half_depth);

/* An ellipsoid's silhouette. */
void tonus_outline_add_ball (TonusOutline *self,
                             const TonusCamera *camera,
                             TonusVec centre,
                             const TonusTurn *turn,
                             double rx,
                             double ry,
                             double rz);

/* Leaves the convex hull of its points, counter-clockwise. */
void tonus_outline_hull (TonusOutline *self);

/* Adds a closed outline to the path of @list; fewer than three points add nothing. */
void tonus_outline_trace (const TonusOutline *self, TonusFigureList *list);

/* Adds a line through @points to the path of @list: straight, or smooth (Catmull-Rom). */
void tonus_outline_trace_line (const TonusPoint *points,
                               guint n,
                               gboolean is_smooth,
                               TonusFigureList *list);

G_END_DECLS
