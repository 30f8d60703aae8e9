/* tonus-scene.c - a pose solved, and its pictures in metres
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-scene.h"

#include "tonus-body-draw.h"
#include "tonus-props.h"
#include "tonus-solids.h"

/* The floor reaches this far beyond the figure, and a mat further; less in a panel. */
#define FLOOR_BEYOND .10
#define MAT_BEYOND .10
#define MAT_BEYOND_PANEL .0

static void
extend_floor (const TonusPose *pose, const TonusSkeleton *skeleton, double *x0, double *x1)
{
  TonusTouch touches[TONUS_TOUCHES_MAX];
  guint n = tonus_contact_list (skeleton, TONUS_CONTACT_ALL, TONUS_BOTH, touches);
  double beyond = pose->style == TONUS_STYLE_PANELS ? FLOOR_BEYOND * .8 : FLOOR_BEYOND;

  for (guint i = 0; i < n; i++)
    {
      *x0 = MIN (*x0, touches[i].at.x - beyond);
      *x1 = MAX (*x1, touches[i].at.x + beyond);
    }
}

/* Only an arrow that follows a landmark needs to know the way. */
static gboolean
needs_trace (const TonusPose *pose)
{
  for (guint i = 0; i < pose->n_arrows; i++)
    if (!pose->arrows[i].is_vector)
      return TRUE;
  return FALSE;
}

static TonusSkeleton
solve (const TonusPose *pose, double t)
{
  TonusSolution solution;

  tonus_pose_solve (pose, t, &solution);
  return solution.skeleton;
}

void
tonus_scene_init (TonusScene *self, const TonusPose *pose)
{
  self->pose = pose;
  self->camera = tonus_camera_at (pose->yaw, pose->pitch);
  self->start = solve (pose, 0);
  for (guint i = 0; i < TONUS_TRACE; i++)
    if (i == TONUS_TRACE - 1 || needs_trace (pose))
      self->trace[i] = solve (pose, tonus_arrow_moments[i]);
  /* A hold has one frame, and furniture fits it. */
  if (pose->style == TONUS_STYLE_SINGLE)
    self->start = self->trace[TONUS_TRACE - 1];
  self->x0 = G_MAXDOUBLE;
  self->x1 = -G_MAXDOUBLE;
  extend_floor (pose, &self->start, &self->x0, &self->x1);
  extend_floor (pose, &self->trace[TONUS_TRACE - 1], &self->x0, &self->x1);
}

static gboolean
has_mat (const TonusPose *pose)
{
  for (guint i = 0; i < pose->n_props; i++)
    if (pose->props[i].kind == TONUS_PROP_MAT)
      return TRUE;
  return FALSE;
}

/* On what a figure without a mat stands; in a panel under that one figure. */
static void
draw_shadow (const TonusScene *self, const TonusSkeleton *shown, const TonusSketch *sketch)
{
  gboolean is_panel = self->pose->style == TONUS_STYLE_PANELS;
  double x0 = is_panel ? G_MAXDOUBLE : self->x0, x1 = is_panel ? -G_MAXDOUBLE : self->x1;
  gboolean is_side = self->camera.toward.z > .5;
  double z = (self->start.at[TONUS_AT_PELVIS].z + shown->at[TONUS_AT_PELVIS].z) / 2;
  TonusVec middle;

  extend_floor (self->pose, shown, &x0, &x1);
  middle = tonus_vec ((x0 + x1) / 2, 0, is_side ? 0 : is_panel ? shown->at[TONUS_AT_PELVIS].z : z);

  tonus_solid_patch (sketch, middle, is_side ? (x1 - x0) / 2 + .02 : .28, is_side ? .26 : .44);
  tonus_sketch_fill (sketch, TONUS_INK_SHADOW, 0);
}

static gboolean
is_edited (TonusView view)
{
  return view == TONUS_VIEW_EDIT_START || view == TONUS_VIEW_EDIT_END;
}

static gboolean
shows_start (TonusView view)
{
  return view == TONUS_VIEW_START || view == TONUS_VIEW_EDIT_START;
}

/* A hold has none. */
static gboolean
has_ghost (const TonusPose *pose, TonusView view)
{
  return view == TONUS_VIEW_BOTH || (is_edited (view) && pose->style != TONUS_STYLE_SINGLE);
}

static void
draw_ghost (const TonusScene *self, const TonusSkeleton *skeleton, const TonusSketch *sketch)
{
  TonusSketch ghost = *sketch;
  TonusBody body;

  ghost.is_ghost = TRUE;
  tonus_body_build (&body, skeleton, &self->camera, self->pose);
  tonus_body_draw (&body, &ghost, self->pose, FALSE);
}

TonusFigureList *
tonus_scene_draw (const TonusScene *self, TonusView view, const TonusSketch *pencil)
{
  const TonusPose *pose = self->pose;
  const TonusSkeleton *end = &self->trace[TONUS_TRACE - 1];
  const TonusSkeleton *shown = shows_start (view) ? &self->start : end;
  TonusFigureList *list = tonus_figure_list_new (0, 0);
  TonusSketch sketch = *pencil;
  TonusBody body;
  TonusStage stage = { pose,
                       &self->start,
                       shown,
                       &body,
                       self->x0,
                       self->x1,
                       pose->style == TONUS_STYLE_PANELS ? MAT_BEYOND_PANEL : MAT_BEYOND };

  sketch.list = list;
  sketch.camera = &self->camera;
  tonus_body_build (&body, shown, &self->camera, pose);
  if (!has_mat (pose))
    draw_shadow (self, shown, &sketch);
  for (guint i = 0; i < pose->n_props; i++)
    tonus_furniture_draw (&pose->props[i], &stage, &sketch);
  if (has_ghost (pose, view))
    draw_ghost (self, shows_start (view) ? end : &self->start, &sketch);
  tonus_props_draw_behind (&stage, &sketch);
  tonus_body_draw (&body, &sketch, pose, !shows_start (view) && !sketch.is_draft);
  tonus_props_draw_before (&stage, &sketch);
  for (guint i = 0; i < pose->n_arrows && !shows_start (view) && !is_edited (view); i++)
    tonus_arrow_draw (&pose->arrows[i], self->trace, &sketch);
  return list;
}

TonusExtent
tonus_scene_measure (const TonusScene *self,
                     const TonusFigureList *list,
                     double width,
                     double height)
{
  const TonusCrop *crop = &self->pose->crop;
  TonusExtent extent = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  guint n_ops = 0, n_segments = 0;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);

  if (crop->is_set)
    {
      TonusPoint at = tonus_camera_see (
          &self->camera, tonus_spot_find (&crop->spot, &self->trace[TONUS_TRACE - 1]));
      double half = crop->radius * width / height;

      return (TonusExtent){ at.x + crop->dx - half, at.y + crop->dy - crop->radius,
                            at.x + crop->dx + half, at.y + crop->dy + crop->radius };
    }
  for (guint i = 0; i < n_ops; i++)
    for (guint j = ops[i].first; ops[i].kind == TONUS_FIGURE_DRAW && j < ops[i].first + ops[i].n;
         j++)
      for (guint k = 0; k < (segments[j].kind == 'C'   ? 6u
                             : segments[j].kind == 'Z' ? 0u
                                                       : 2u);
           k += 2)
        {
          extent.x0 = MIN (extent.x0, segments[j].p[k]);
          extent.x1 = MAX (extent.x1, segments[j].p[k]);
          extent.y0 = MIN (extent.y0, segments[j].p[k + 1]);
          extent.y1 = MAX (extent.y1, segments[j].p[k + 1]);
        }
  return extent;
}
