/* tonus-part.c - a limb or the trunk as a row of elliptic sections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-part.h"

#define LIMB_SECTIONS 6

/* How far along the bone, half-width, half-depth, offset to the front. */
typedef struct
{
  guint bone, from, to;
  guint n;
  double section[LIMB_SECTIONS][4];
} LimbShape;

static const LimbShape shapes[] = {
  [TONUS_LIMB_THIGH] = { TONUS_BONE_THIGH,
                         TONUS_AT_HIP,
                         TONUS_AT_KNEE,
                         5,
                         { { 0, .090, .092, -.006 },
                           { .18, .088, .092, -.004 },
                           { .45, .077, .082, .004 },
                           { .8, .058, .061, .006 },
                           { 1, .053, .055, .004 } } },
  [TONUS_LIMB_SHANK] = { TONUS_BONE_SHANK,
                         TONUS_AT_KNEE,
                         TONUS_AT_ANKLE,
                         6,
                         { { 0, .052, .054, .004 },
                           { .12, .053, .056, -.003 },
                           { .30, .056, .062, -.014 },
                           { .58, .045, .048, -.012 },
                           { .86, .034, .037, -.004 },
                           { 1, .035, .037, -.002 } } },
  [TONUS_LIMB_UPPERARM] = { TONUS_BONE_UPPERARM,
                            TONUS_AT_SHOULDER,
                            TONUS_AT_ELBOW,
                            4,
                            { { .03, .046, .052, 0 },
                              { .25, .049, .053, 0 },
                              { .6, .043, .046, .001 },
                              { 1, .038, .039, 0 } } },
  [TONUS_LIMB_FOREARM] = { TONUS_BONE_FOREARM,
                           TONUS_AT_ELBOW,
                           TONUS_AT_WRIST,
                           4,
                           { { 0, .038, .039, 0 },
                             { .2, .042, .041, 0 },
                             { .6, .034, .033, 0 },
                             { 1, .026, .027, 0 } } },
};

void
tonus_part_add (
    TonusPart *self, TonusVec centre, const TonusTurn *turn, double half_width, double half_depth)
{
  g_assert (self->n < TONUS_SECTIONS_MAX);
  self->section[self->n++] = (TonusSection){ centre, *turn, half_width, half_depth };
}

void
tonus_part_finish (TonusPart *self, const TonusCamera *camera)
{
  self->depth = 0;
  for (guint i = 0; i < self->n; i++)
    self->depth += tonus_camera_depth (camera, self->section[i].centre) / self->n;
}

TonusPart
tonus_part_of_limb (const TonusSkeleton *skeleton,
                    const TonusCamera *camera,
                    TonusLimb limb,
                    guint side)
{
  const LimbShape *shape = &shapes[limb];
  const TonusTurn *turn = &skeleton->turn[shape->bone + side];
  TonusPart part = { .begins_round = TRUE, .ends_round = TRUE };
  double length = tonus_vec_length (
      tonus_vec_sub (skeleton->at[shape->to + side], skeleton->at[shape->from + side]));

  for (guint i = 0; i < shape->n; i++)
    {
      const double *s = shape->section[i];
      TonusVec centre = tonus_skeleton_point (skeleton, shape->from + side, shape->bone + side,
                                              s[3], -s[0] * length, 0);
      tonus_part_add (&part, centre, turn, s[1], s[2]);
    }
  tonus_part_finish (&part, camera);
  return part;
}

static TonusSection
section_at (const TonusPart *self, double t)
{
  guint i = MIN ((guint) MAX (t, 0), self->n - 2);
  double share = t - i;
  const TonusSection *a = &self->section[i], *b = &self->section[i + 1];

  return (TonusSection){ tonus_vec_mix (a->centre, b->centre, share), share < 1 ? a->turn : b->turn,
                         a->half_width * (1 - share) + b->half_width * share,
                         a->half_depth * (1 - share) + b->half_depth * share };
}

TonusPart
tonus_part_cut (const TonusPart *self, double from, double to)
{
  double end = self->n - 1;
  TonusPart part = { .begins_round = self->begins_round && from <= 0,
                     .ends_round = self->ends_round && to >= end,
                     .depth = self->depth };

  to = MIN (to, end);
  part.section[part.n++] = section_at (self, from);
  for (guint i = 0; i < self->n; i++)
    if (i > from && i < to)
      part.section[part.n++] = self->section[i];
  part.section[part.n++] = section_at (self, to);
  return part;
}

static void
add_ring (const TonusPart *self, guint i, const TonusCamera *camera, TonusOutline *outline)
{
  const TonusSection *s = &self->section[i];
  gboolean is_round = (i == 0 && self->begins_round) || (i == self->n - 1 && self->ends_round);

  if (is_round)
    tonus_outline_add_ball (outline, camera, s->centre, &s->turn, s->half_depth,
                            MIN (s->half_width, s->half_depth), s->half_width);
  else
    tonus_outline_add_disc (outline, camera, s->centre, &s->turn, s->half_width, s->half_depth);
}

void
tonus_part_trace (const TonusPart *self, const TonusCamera *camera, TonusFigureList *list)
{
  for (guint i = 0; i + 1 < self->n; i++)
    {
      TonusOutline outline = { 0 };

      add_ring (self, i, camera, &outline);
      add_ring (self, i + 1, camera, &outline);
      tonus_outline_hull (&outline);
      tonus_outline_trace (&outline, list);
    }
}

void
tonus_part_trace_cut (
    const TonusPart *self, double from, double to, const TonusCamera *camera, TonusFigureList *list)
{
  TonusPart part = tonus_part_cut (self, from, to);

  tonus_part_trace (&part, camera, list);
}

void
tonus_part_trace_ring (const TonusPart *self,
                       guint section,
                       const TonusCamera *camera,
                       TonusFigureList *list)
{
  const TonusSection *s = &self->section[section];
  TonusOutline outline = { 0 };

  tonus_outline_add_disc (&outline, camera, s->centre, &s->turn, s->half_width, s->half_depth);
  tonus_outline_hull (&outline);
  tonus_outline_trace (&outline, list);
}

gboolean
tonus_part_sides (const TonusPart *self,
                  const TonusCamera *camera,
                  TonusPoint sides[2][TONUS_SECTIONS_MAX])
{
  for (guint i = 0; i < self->n; i++)
    {
      const TonusSection *s = &self->section[i];
      TonusPoint a = tonus_camera_see (camera, self->section[i > 0 ? i - 1 : 0].centre);
      TonusPoint b = tonus_camera_see (camera, self->section[MIN (i + 1, self->n - 1)].centre);
      TonusPoint at = tonus_camera_see (camera, s->centre);
      double length = hypot (b.x - a.x, b.y - a.y), nx, ny, half;
      TonusVec normal;

      if (length < .02)
        return FALSE;
      nx = -(b.y - a.y) / length;
      ny = (b.x - a.x) / length;
      normal =
          tonus_vec_add (tonus_vec_scale (camera->right, nx), tonus_vec_scale (camera->up, ny));
      half = hypot (s->half_width * tonus_vec_dot (normal, s->turn.z),
                    s->half_depth * tonus_vec_dot (normal, s->turn.x));
      sides[0][i] = (TonusPoint){ at.x + nx * half, at.y + ny * half };
      sides[1][i] = (TonusPoint){ at.x - nx * half, at.y - ny * half };
    }
  return TRUE;
}
