/* tonus-pose-drag.c - which angles bring a handle somewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damped least squares.  A freedom that the camera hardly sees (a leg spread in a side view) is
 * left alone: it would be spread to make the leg look shorter.
 */
#include "config.h"

#include "tonus-pose-drag.h"

#include <string.h>

#define N_STEPS 6
#define N_HALVES 3

/* Of the most visible one of those that are as willing. */
#define SEEN .3

/* Degrees: a difference quotient's, and the longest step. */
#define PROBE .5
#define STRIDE 25.0

/* Metres: near enough, and what dampens. */
#define THERE .0003
#define DAMPING .0008

typedef struct
{
  TonusPoseDraft *draft;
  TonusCamera camera;
  guint landmark;
  const TonusFreedom *freedoms;
  guint n;
  TonusAngles from;
  TonusPoint target;
} Search;

void
tonus_pose_bend (TonusAngles *angles, const TonusFreedom *freedom, double degrees)
{
  for (guint i = 0; i < freedom->n_terms; i++)
    angles->angle[freedom->terms[i].joint][freedom->terms[i].axis] += degrees;
}

static void
apply (Search *search, const double *bend)
{
  TonusAngles *angles = &search->draft->copy.frame[search->draft->frame].angles;

  *angles = search->from;
  for (guint i = 0; i < search->n; i++)
    tonus_pose_bend (angles, &search->freedoms[i], bend[i]);
}

/* From the target to where the handle is. */
static TonusPoint
miss_by (Search *search, const double *bend)
{
  TonusSolution solution;
  TonusPoint at;

  apply (search, bend);
  tonus_pose_solve (&search->draft->copy, search->draft->frame, &solution);
  at = tonus_camera_see (&search->camera, solution.skeleton.at[search->landmark]);
  return (TonusPoint){ at.x - search->target.x, at.y - search->target.y };
}

static double
length_of (TonusPoint way)
{
  return hypot (way.x, way.y);
}

static void
forget_unseen (const Search *search, TonusPoint *slopes)
{
  for (guint i = 0; i < search->n; i++)
    {
      double most = 0;

      for (guint j = 0; j < search->n; j++)
        if (search->freedoms[j].willing == search->freedoms[i].willing)
          most = MAX (most, length_of (slopes[j]));
      if (length_of (slopes[i]) < SEEN * most)
        slopes[i] = (TonusPoint){ 0, 0 };
    }
}

static void
find_slopes (Search *search, const double *bend, TonusPoint missed, TonusPoint *slopes)
{
  for (guint i = 0; i < search->n; i++)
    {
      double probed[TONUS_FREEDOMS_MAX];
      double probe = bend[i] + PROBE <= search->freedoms[i].high ? PROBE : -PROBE;
      TonusPoint moved;

      memcpy (probed, bend, sizeof probed);
      probed[i] += probe;
      moved = miss_by (search, probed);
      slopes[i] = (TonusPoint){ (moved.x - missed.x) / probe, (moved.y - missed.y) / probe };
    }
  forget_unseen (search, slopes);
}

/* Of all steps that lead there the smallest, counted by what is willing. */
static void
find_step (const Search *search, TonusPoint missed, const TonusPoint *slopes, double *step)
{
  double a = DAMPING * DAMPING, b = 0, d = a, determinant;
  TonusPoint pull;

  for (guint i = 0; i < search->n; i++)
    {
      a += search->freedoms[i].willing * slopes[i].x * slopes[i].x;
      b += search->freedoms[i].willing * slopes[i].x * slopes[i].y;
      d += search->freedoms[i].willing * slopes[i].y * slopes[i].y;
    }
  determinant = a * d - b * b;
  pull = (TonusPoint){ -(d * missed.x - b * missed.y) / determinant,
                       -(a * missed.y - b * missed.x) / determinant };
  for (guint i = 0; i < search->n; i++)
    step[i] = search->freedoms[i].willing * (slopes[i].x * pull.x + slopes[i].y * pull.y);
}

/* What is at the end of its range does not go on; the others then take its share. */
static gboolean
drop_ended (const Search *search, const double *bend, const double *step, TonusPoint *slopes)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < search->n; i++)
    if ((bend[i] >= search->freedoms[i].high && step[i] > 0) ||
        (bend[i] <= search->freedoms[i].low && step[i] < 0))
      {
        is_any |= length_of (slopes[i]) > 0;
        slopes[i] = (TonusPoint){ 0, 0 };
      }
  return is_any;
}

static void
take_step (const Search *search, const double *from, const double *step, double share, double *to)
{
  double longest = 1e-9;

  for (guint i = 0; i < search->n; i++)
    longest = MAX (longest, fabs (step[i]));
  share *= MIN (1, STRIDE / longest);
  for (guint i = 0; i < search->n; i++)
    to[i] = CLAMP (from[i] + share * step[i], search->freedoms[i].low, search->freedoms[i].high);
}

/* FALSE: no way is any nearer. */
static gboolean
go_nearer (Search *search, double *bend, TonusPoint *missed)
{
  TonusPoint slopes[TONUS_FREEDOMS_MAX];
  double step[TONUS_FREEDOMS_MAX], share = 1;

  find_slopes (search, bend, *missed, slopes);
  do
    find_step (search, *missed, slopes, step);
  while (drop_ended (search, bend, step, slopes));
  for (guint i = 0; i < N_HALVES; i++, share /= 2)
    {
      double next[TONUS_FREEDOMS_MAX];
      TonusPoint left;

      take_step (search, bend, step, share, next);
      left = miss_by (search, next);
      if (length_of (left) >= length_of (*missed) - THERE / 10)
        continue;
      memcpy (bend, next, search->n * sizeof *bend);
      *missed = left;
      return TRUE;
    }
  return FALSE;
}

double
tonus_pose_seek (TonusPoseDraft *draft,
                 TonusHandle handle,
                 const TonusFreedom *freedoms,
                 guint n,
                 TonusPoint target)
{
  Search search = { .draft = draft,
                    .camera = tonus_camera_at (draft->copy.yaw, draft->copy.pitch),
                    .landmark = tonus_pose_handle_get_landmark (handle),
                    .freedoms = freedoms,
                    .n = n,
                    .from = draft->copy.frame[draft->frame].angles,
                    .target = target };
  double bend[TONUS_FREEDOMS_MAX] = { 0 };
  TonusPoint missed = miss_by (&search, bend);

  for (guint i = 0; i < N_STEPS && length_of (missed) > THERE; i++)
    if (!go_nearer (&search, bend, &missed))
      break;
  apply (&search, bend);
  return length_of (missed);
}
