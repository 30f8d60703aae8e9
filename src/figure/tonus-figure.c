/* tonus-figure.c - a pose's picture of a size: measured, scaled, laid out, kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene is drawn once to measure it and once at its scale, for lines and arrow heads have widths
 * in points.  Two panels stand side by side or above each other, whichever shows the figure larger;
 * their floor is one line.
 */
#include "config.h"

#include "tonus-figure-keep.h"

#include "tonus-photo.h"
#include "tonus-place.h"
#include "tonus-scene.h"

#include <math.h>

#define MARGIN 3.0
#define GAP TONUS_PANEL_GAP

/* A standing figure fills the height of a box; a small scene is not blown up beyond it. */
#define SCALE_OF_HEIGHT .63
#define SCALE_OF_WIDTH .46

/* The scale at which lines have their full width, and the finest and boldest. */
#define FULL_WEIGHT_SCALE 84.0
#define FINEST .62
#define BOLDEST 1.5

#define SMALLEST 8.0
#define LARGEST 14400.0 /* of a PDF's page */

typedef struct
{
  TonusScene scene;
  const TonusFigureOptions *options;
  double scale_max;
} Work;

static double
weight_at (double scale)
{
  return CLAMP (scale / FULL_WEIGHT_SCALE, FINEST, BOLDEST);
}

static TonusFigureList *
draw_view (const Work *work, TonusView view, double scale, gboolean is_draft)
{
  TonusSketch pencil = { .palette = work->options->palette,
                         .scale = scale,
                         .weight = weight_at (scale),
                         .is_draft = is_draft };

  return tonus_scene_draw (&work->scene, view, &pencil);
}

static TonusExtent
measure_view (const Work *work, TonusView view, double width, double height)
{
  g_autoptr (TonusFigureList) list = draw_view (work, view, work->scale_max, TRUE);

  return tonus_scene_measure (&work->scene, list, width, height);
}

static double
fit_scale (const Work *work, double width, double height, double of_width, double of_height)
{
  double scale = MIN ((width - 2 * MARGIN) / MAX (of_width, 1e-3),
                      (height - 2 * MARGIN) / MAX (of_height, 1e-3));

  return MAX (work->scene.pose->crop.is_set ? scale : MIN (scale, work->scale_max), .1);
}

static void
place_view (const Work *work,
            TonusView view,
            TonusRoom box,
            const TonusExtent *extent,
            double scale,
            TonusFigureList *list)
{
  g_autoptr (TonusFigureList) drawn = draw_view (work, view, scale, FALSE);
  TonusPlacing placing = { .scale = scale, .is_mirrored = work->options->is_mirrored };

  placing.box = box;
  placing.x = box.x + box.width / 2 - (extent->x0 + extent->x1) / 2 * scale;
  placing.y = box.y + (box.height - (extent->y1 - extent->y0) * scale) * .48 - extent->y0 * scale;
  placing.margin = work->scene.pose->crop.is_set ? MARGIN : -1;
  tonus_figure_place (drawn, &placing, list);
  if (work->scene.pose->style == TONUS_STYLE_PANELS)
    tonus_figure_list_set_panel (list, view == TONUS_VIEW_END ? 1 : 0,
                                 &(TonusFigurePanel){ box.x, box.y, box.width, box.height });
}

static void
draw_alone (const Work *work, TonusView view, TonusFigureList *list)
{
  double width = work->options->width, height = work->options->height;
  TonusExtent extent = measure_view (work, view, width, height);

  place_view (work, view, (TonusRoom){ 0, 0, width, height }, &extent,
              fit_scale (work, width, height, extent.x1 - extent.x0, extent.y1 - extent.y0), list);
}

/* From the start to the end. */
static void
point (const Work *work, double x, double y, TonusChevron direction, TonusFigureList *list)
{
  TonusSketch sketch = { .list = list, .palette = work->options->palette, .scale = 1, .weight = 1 };

  tonus_sketch_chevron (&sketch, x, y, direction);
}

/* Two columns of the same width, as far as both figures fit: there is room for words under them. */
static void
draw_beside (const Work *work, const TonusExtent *extents, double scale, TonusFigureList *list)
{
  double height = work->options->height, room = work->options->width - GAP, x = 0;
  double needed[2] = { (extents[0].x1 - extents[0].x0) * scale,
                       (extents[1].x1 - extents[1].x0) * scale };
  double start = MIN (MAX (room / 2, needed[0]), room - needed[1]);

  for (guint i = 0; i < 2; i++)
    {
      guint which = work->options->is_right_to_left ? 1 - i : i;
      TonusRoom box = { x, 0, which == 0 ? start : room - start, height };

      place_view (work, which == 0 ? TONUS_VIEW_START : TONUS_VIEW_END, box, &extents[which], scale,
                  list);
      x += box.width;
      if (i == 0)
        point (work, x + GAP / 2, height * .48,
               work->options->is_right_to_left ? TONUS_CHEVRON_LEFT : TONUS_CHEVRON_RIGHT, list);
      x += GAP;
    }
}

static void
draw_stacked (const Work *work, const TonusExtent *extents, double scale, TonusFigureList *list)
{
  double width = work->options->width, each = (work->options->height - GAP) / 2;

  place_view (work, TONUS_VIEW_START, (TonusRoom){ 0, each + GAP, width, each }, &extents[0], scale,
              list);
  place_view (work, TONUS_VIEW_END, (TonusRoom){ 0, 0, width, each }, &extents[1], scale, list);
  point (work, width / 2, each + GAP / 2, TONUS_CHEVRON_DOWN, list);
}

static void
draw_panels (const Work *work, TonusFigureList *list)
{
  double width = work->options->width, height = work->options->height;
  double half = (width - GAP) / 2, each = (height - GAP) / 2;
  TonusExtent extents[2] = { measure_view (work, TONUS_VIEW_START, half, height),
                             measure_view (work, TONUS_VIEW_END, half, height) };
  double wide = MAX (extents[0].x1 - extents[0].x0, extents[1].x1 - extents[1].x0);
  double both = extents[0].x1 - extents[0].x0 + extents[1].x1 - extents[1].x0;
  double beside, stacked;

  /* One floor for both, so that higher is seen to be higher. */
  extents[0].y0 = extents[1].y0 = MIN (extents[0].y0, extents[1].y0);
  extents[0].y1 = extents[1].y1 = MAX (extents[0].y1, extents[1].y1);
  beside = fit_scale (work, width - GAP - 2 * MARGIN, height, both, extents[0].y1 - extents[0].y0);
  stacked = work->scene.pose->crop.is_set
                ? 0
                : fit_scale (work, width, each, wide, extents[0].y1 - extents[0].y0);
  if (stacked > beside * 1.1)
    draw_stacked (work, extents, stacked, list);
  else
    draw_beside (work, extents, beside, list);
}

static TonusFigureList *
draw (const TonusPose *pose, const TonusFigureOptions *options)
{
  TonusFigureList *list = tonus_figure_list_new (options->width, options->height);
  Work work = { .options = options,
                .scale_max =
                    MAX (options->height * SCALE_OF_HEIGHT, options->width * SCALE_OF_WIDTH) };

  tonus_scene_init (&work.scene, pose);
  if (pose->style == TONUS_STYLE_PANELS)
    draw_panels (&work, list);
  else
    draw_alone (&work, pose->style == TONUS_STYLE_GHOST ? TONUS_VIEW_BOTH : TONUS_VIEW_END, list);
  return list;
}

static gboolean
check_size (double size, const char *which, GError **error)
{
  if (size >= SMALLEST && size <= LARGEST)
    return TRUE;
  g_set_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_SIZE,
               "A figure %g points %s cannot be drawn; %g to %g are possible", size, which,
               SMALLEST, LARGEST);
  return FALSE;
}

gboolean
tonus_figure_check_size (const TonusFigureOptions *options, GError **error)
{
  return check_size (options->width, "wide", error) && check_size (options->height, "high", error);
}

TonusFigureList *
tonus_figure_draw (TonusPose *pose, const TonusFigureOptions *options, GError **error)
{
  TonusFigureList *list;

  g_return_val_if_fail (pose != NULL && options != NULL, NULL);
  if (!tonus_figure_check_size (options, error))
    return NULL;
  list = tonus_figure_recall (pose, options);
  if (list == NULL)
    {
      list = draw (pose, options);
      tonus_figure_list_trim (list);
      tonus_figure_keep (pose, options, list);
    }
  return list;
}
