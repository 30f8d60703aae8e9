/* tonus-pose-sheet.c - what a pose is edited on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-drag.h"

#include "tonus-place.h"
#include "tonus-scene.h"

/* Of the sheet: what is dragged needs somewhere to go. */
#define FILLED .88
#define LOST .40

/* A small scene is not blown up beyond a standing figure in the height. */
#define SMALLEST_HEIGHT 1.2

static TonusFigureList *
draw_in_metres (const TonusScene *scene, TonusFrame frame, double scale, gboolean is_draft)
{
  TonusSketch pencil = { .palette = TONUS_FIGURE_COLOUR,
                         .scale = scale,
                         .weight = CLAMP (scale / 140, .62, 1.5),
                         .is_draft = is_draft };
  gboolean is_start = frame == TONUS_FRAME_START;

  return tonus_scene_draw (scene, is_start ? TONUS_VIEW_EDIT_START : TONUS_VIEW_EDIT_END, &pencil);
}

/* Both frames' joints, and the flesh around them. */
static TonusExtent
measure (const TonusScene *scene)
{
  const TonusSkeleton *frames[] = { &scene->start, &scene->trace[TONUS_TRACE - 1] };
  TonusExtent extent = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  const double flesh = .12;

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < TONUS_N_LANDMARKS; j++)
      {
        TonusPoint at = tonus_camera_see (&scene->camera, frames[i]->at[j]);

        extent.x0 = MIN (extent.x0, at.x - flesh);
        extent.x1 = MAX (extent.x1, at.x + flesh);
        extent.y0 = MIN (extent.y0, at.y - flesh);
        extent.y1 = MAX (extent.y1, at.y + flesh);
      }
  return extent;
}

void
tonus_pose_sheet_fit (TonusPoseSheet *sheet, const TonusPose *self, double width, double height)
{
  TonusScene scene;
  TonusExtent extent;

  tonus_scene_init (&scene, self);
  extent = measure (&scene);
  sheet->width = width;
  sheet->height = height;
  sheet->scale = FILLED * MIN (width / (extent.x1 - extent.x0),
                               height / MAX (extent.y1 - extent.y0, SMALLEST_HEIGHT));
  sheet->x = width / 2 - (extent.x0 + extent.x1) / 2 * sheet->scale;
  sheet->y = height / 2 - (extent.y0 + extent.y1) / 2 * sheet->scale;
}

gboolean
tonus_pose_sheet_holds (const TonusPoseSheet *sheet, const TonusPose *self)
{
  TonusScene scene;
  TonusExtent e;
  double width, height;

  tonus_scene_init (&scene, self);
  e = measure (&scene);
  width = (e.x1 - e.x0) * sheet->scale;
  height = MAX (e.y1 - e.y0, SMALLEST_HEIGHT) * sheet->scale;
  return sheet->x + e.x0 * sheet->scale >= 0 && sheet->x + e.x1 * sheet->scale <= sheet->width &&
         sheet->y + e.y0 * sheet->scale >= 0 && sheet->y + e.y1 * sheet->scale <= sheet->height &&
         (width > LOST * sheet->width || height > LOST * sheet->height);
}

TonusFigureList *
tonus_pose_sheet_draw (const TonusPoseSheet *sheet, const TonusPose *self, TonusFrame frame)
{
  TonusFigureList *list = tonus_figure_list_new (sheet->width, sheet->height);
  TonusPlacing placing = { .scale = sheet->scale,
                           .x = sheet->x,
                           .y = sheet->y,
                           .box = { 0, 0, sheet->width, sheet->height },
                           .margin = 0 };
  g_autoptr (TonusFigureList) drawn = NULL;
  TonusScene scene;

  tonus_scene_init (&scene, self);
  drawn = draw_in_metres (&scene, frame, sheet->scale, FALSE);
  tonus_figure_place (drawn, &placing, list);
  return list;
}

void
tonus_pose_sheet_find_handles (const TonusPoseSheet *sheet,
                               const TonusPose *self,
                               TonusFrame frame,
                               TonusHandlePlace places[TONUS_N_HANDLES])
{
  TonusCamera camera = tonus_camera_at (self->yaw, self->pitch);
  TonusSolution solution;

  tonus_pose_solve (self, frame, &solution);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    {
      TonusVec at = solution.skeleton.at[tonus_pose_handle_get_landmark (i)];
      TonusPoint seen = tonus_camera_see (&camera, at);

      places[i] =
          (TonusHandlePlace){ sheet->x + seen.x * sheet->scale, sheet->y + seen.y * sheet->scale,
                              tonus_camera_depth (&camera, at) };
    }
}
