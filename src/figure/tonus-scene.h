/* tonus-scene.h - a pose solved, and its pictures in metres
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-arrow.h"
#include "tonus-sketch.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_VIEW_BOTH,       /* the end, the start as its ghost */
  TONUS_VIEW_START,      /* a panel */
  TONUS_VIEW_END,        /* a panel, or a hold */
  TONUS_VIEW_EDIT_START, /* the start, the end as its ghost, and no arrows */
  TONUS_VIEW_EDIT_END
} TonusView;

typedef struct
{
  const TonusPose *pose;
  TonusCamera camera;
  TonusSkeleton start, trace[TONUS_TRACE]; /* the last of the trace is the end */
  double x0, x1;                           /* the floor both frames take */
} TonusScene;

typedef struct
{
  double x0, y0, x1, y1;
} TonusExtent;

void tonus_scene_init (TonusScene *self, const TonusPose *pose);

/* A list in metres of the picture, drawn with @pencil's palette, scale and weight.  (transfer full)
 */
TonusFigureList *
tonus_scene_draw (const TonusScene *self, TonusView view, const TonusSketch *pencil);

/* What the list takes, without the widths of its lines; or what the pose crops to, of the shape of
 * a box. */
TonusExtent tonus_scene_measure (const TonusScene *self,
                                 const TonusFigureList *list,
                                 double width,
                                 double height);

G_END_DECLS
