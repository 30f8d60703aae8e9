/* tonus-muscles-draw.c - the working areas on the body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-body-draw.h"

/* Patches that look away this much are not seen. */
#define AWAY -.55

#define RIM_WIDTH 1.6
#define FIBRE_WIDTH .55
#define FIBRE_WIDTH_MONO .8
#define FIBRE_GAP .019

static void
trace_limb (const TonusBodyLimb *limb, const TonusSketch *sketch)
{
  tonus_part_trace (&limb->upper, sketch->camera, sketch->list);
  tonus_part_trace (&limb->lower, sketch->camera, sketch->list);
}

/* Onto the parts of the body that the patch lies on. */
static void
clip_to_host (const TonusBody *body, const TonusSketch *sketch, TonusMuscleHost host, guint side)
{
  gboolean is_leg = host == TONUS_MUSCLE_ON_LEG || host == TONUS_MUSCLE_ON_HIP;
  gboolean is_arm = host == TONUS_MUSCLE_ON_ARM || host == TONUS_MUSCLE_ON_FOREARM ||
                    host == TONUS_MUSCLE_ON_SHOULDER;

  if (host != TONUS_MUSCLE_ON_ARM && host != TONUS_MUSCLE_ON_FOREARM)
    tonus_part_trace (&body->trunk, sketch->camera, sketch->list);
  if (host == TONUS_MUSCLE_ON_SHOULDER || host == TONUS_MUSCLE_ON_NECK)
    tonus_outline_trace (&body->yoke[side], sketch->list);
  if (host == TONUS_MUSCLE_ON_NECK)
    tonus_part_trace (&body->neck, sketch->camera, sketch->list);
  if (is_leg)
    trace_limb (&body->leg[side], sketch);
  if (is_arm)
    trace_limb (&body->arm[side], sketch);
  tonus_figure_list_clip (sketch->list);
}

static void
trace_patch (const TonusMuscleBlob *blobs,
             guint n,
             const TonusSkeleton *skeleton,
             const TonusSketch *sketch)
{
  for (guint i = 0; i + 1 < MAX (n, 2); i++)
    {
      TonusOutline outline = { 0 };

      for (guint j = i; j < MIN (i + 2, n); j++)
        tonus_outline_add_ball (&outline, sketch->camera, blobs[j].at,
                                &skeleton->turn[blobs[j].bone], blobs[j].rx, blobs[j].ry,
                                blobs[j].rz);
      tonus_outline_hull (&outline);
      tonus_outline_trace (&outline, sketch->list);
    }
}

/* Lines along the patch: they tell it from clothes on a grey print. */
static void
draw_fibres (const TonusMuscleBlob *blobs, guint n, const TonusSketch *sketch)
{
  TonusPoint points[TONUS_MUSCLE_BLOBS_MAX + 2], line[TONUS_MUSCLE_BLOBS_MAX + 2];
  double dx, dy, length;

  for (guint i = 0; i < n; i++)
    points[i + 1] = tonus_camera_see (sketch->camera, blobs[i].at);
  dx = points[n].x - points[1].x;
  dy = points[n].y - points[1].y;
  length = MAX (hypot (dx, dy), 1e-6);
  points[0] = (TonusPoint){ points[1].x - dx * .2, points[1].y - dy * .2 };
  points[n + 1] = (TonusPoint){ points[n].x + dx * .2, points[n].y + dy * .2 };
  for (double k = -1.5; k < 2; k++)
    {
      for (guint i = 0; i < n + 2; i++)
        line[i] = (TonusPoint){ points[i].x - dy / length * k * FIBRE_GAP,
                                points[i].y + dx / length * k * FIBRE_GAP };
      tonus_outline_trace_line (line, n + 2, TRUE, sketch->list);
    }
  tonus_sketch_stroke (sketch, TONUS_INK_FIBRE,
                       (sketch->palette == TONUS_FIGURE_MONO ? FIBRE_WIDTH_MONO : FIBRE_WIDTH) *
                           sketch->weight);
}

static void
draw_muscle (const TonusBody *body, const TonusSketch *sketch, TonusMuscle muscle, guint side)
{
  TonusMuscleBlob blobs[TONUS_MUSCLE_BLOBS_MAX];
  TonusVec facing;
  guint n = tonus_muscle_place (muscle, side, body->skeleton, blobs, &facing);

  if (tonus_vec_dot (facing, sketch->camera->toward) < AWAY)
    return;
  clip_to_host (body, sketch, tonus_muscle_get_host (muscle), side);
  trace_patch (blobs, n, body->skeleton, sketch);
  tonus_sketch_stroke (sketch, TONUS_INK_MUSCLE_RIM, RIM_WIDTH * sketch->weight);
  trace_patch (blobs, n, body->skeleton, sketch);
  tonus_sketch_fill (sketch, TONUS_INK_MUSCLE, 0);
  if (n > 1)
    {
      trace_patch (blobs, n, body->skeleton, sketch);
      tonus_figure_list_clip (sketch->list);
      draw_fibres (blobs, n, sketch);
      tonus_figure_list_pop (sketch->list);
    }
  tonus_figure_list_pop (sketch->list);
}

void
tonus_muscles_draw (const TonusBody *body,
                    const TonusSketch *sketch,
                    const TonusPose *pose,
                    TonusMuscleHost host,
                    guint sides)
{
  for (guint i = 0; i < pose->n_muscles; i++)
    {
      const TonusMuscleUse *use = &pose->muscles[i];
      gboolean is_central = tonus_muscle_is_central (use->muscle);

      if (tonus_muscle_get_host (use->muscle) != host)
        continue;
      for (guint side = 0; side < 2; side++)
        if ((use->sides & sides & (1u << side)) != 0)
          {
            draw_muscle (body, sketch, use->muscle, side);
            if (is_central)
              break;
          }
    }
}
