/* tonus-outline.c - what a camera sees of rings and balls: convex outlines, and smooth lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-outline.h"

/* Points nearer than this are one point: a hundredth of a millimetre. */
#define GRID 1e5

void
tonus_outline_add (TonusOutline *self, TonusPoint at)
{
  g_assert (self->n < TONUS_OUTLINE_MAX);
  self->at[self->n++] = at;
}

/* The directions of a ring; the same for every one, so worked out once. */
static const TonusPoint *
get_ring (void)
{
  static TonusPoint ring[TONUS_RING];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < TONUS_RING; i++)
        ring[i] = (TonusPoint){ cos (2 * G_PI * i / TONUS_RING), sin (2 * G_PI * i / TONUS_RING) };
      g_once_init_leave (&is_made, 1);
    }
  return ring;
}

void
tonus_outline_add_disc (TonusOutline *self,
                        const TonusCamera *camera,
                        TonusVec centre,
                        const TonusTurn *turn,
                        double half_width,
                        double half_depth)
{
  const TonusPoint *ring = get_ring ();

  for (guint i = 0; i < TONUS_RING; i++)
    {
      TonusVec out = tonus_turn_apply (turn, ring[i].x * half_depth, 0, ring[i].y * half_width);
      tonus_outline_add (self, tonus_camera_see (camera, tonus_vec_add (centre, out)));
    }
}

/* A point of the silhouette is where the surface turns from the camera: for the direction n of the
 * picture it is A Aᵀ n / |Aᵀ n|, A being the map from the unit ball. */
void
tonus_outline_add_ball (TonusOutline *self,
                        const TonusCamera *camera,
                        TonusVec centre,
                        const TonusTurn *turn,
                        double rx,
                        double ry,
                        double rz)
{
  const TonusPoint *ring = get_ring ();
  TonusPoint middle = tonus_camera_see (camera, centre);
  TonusVec right = { tonus_vec_dot (turn->x, camera->right) * rx,
                     tonus_vec_dot (turn->y, camera->right) * ry,
                     tonus_vec_dot (turn->z, camera->right) * rz };
  TonusVec up = { tonus_vec_dot (turn->x, camera->up) * rx,
                  tonus_vec_dot (turn->y, camera->up) * ry,
                  tonus_vec_dot (turn->z, camera->up) * rz };

  for (guint i = 0; i < TONUS_RING; i++)
    {
      TonusVec n = tonus_vec_unit (
          tonus_vec_add (tonus_vec_scale (right, ring[i].x), tonus_vec_scale (up, ring[i].y)));
      tonus_outline_add (self, (TonusPoint){ middle.x + tonus_vec_dot (right, n),
                                             middle.y + tonus_vec_dot (up, n) });
    }
}

static gboolean
is_before (const TonusPoint *a, const TonusPoint *b)
{
  return a->x < b->x || (a->x == b->x && a->y < b->y);
}

/* By insertion: there are a few dozen, and no call for each comparison. */
static void
sort_points (TonusPoint *points, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      TonusPoint point = points[i];
      guint j = i;

      for (; j > 0 && is_before (&point, &points[j - 1]); j--)
        points[j] = points[j - 1];
      points[j] = point;
    }
}

/* Twice the area of the triangle: positive if @b is to the left of the way from @o to @a. */
static double
turn_of (TonusPoint o, TonusPoint a, TonusPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static guint
push (TonusPoint *chain, guint n, guint least, TonusPoint at)
{
  while (n >= least && turn_of (chain[n - 2], chain[n - 1], at) <= 0)
    n--;
  chain[n] = at;
  return n + 1;
}

/* Andrew's monotone chain. */
void
tonus_outline_hull (TonusOutline *self)
{
  TonusPoint chain[TONUS_OUTLINE_MAX + 1];
  guint n = 0, n_lower = 0, n_points = 0;

  for (guint i = 0; i < self->n; i++)
    self->at[i] =
        (TonusPoint){ round (self->at[i].x * GRID) / GRID, round (self->at[i].y * GRID) / GRID };
  sort_points (self->at, self->n);
  for (guint i = 0; i < self->n; i++)
    if (n_points == 0 || is_before (&self->at[n_points - 1], &self->at[i]))
      self->at[n_points++] = self->at[i];
  self->n = n_points;
  if (n_points < 3)
    return;
  for (guint i = 0; i < n_points; i++)
    n = push (chain, n, 2, self->at[i]);
  n_lower = n + 1;
  for (guint i = n_points - 1; i-- > 0;)
    n = push (chain, n, n_lower, self->at[i]);
  self->n = n - 1;
  for (guint i = 0; i < self->n; i++)
    self->at[i] = chain[i];
}

void
tonus_outline_trace (const TonusOutline *self, TonusFigureList *list)
{
  if (self->n < 3)
    return;
  tonus_figure_list_move (list, self->at[0].x, self->at[0].y);
  for (guint i = 1; i < self->n; i++)
    tonus_figure_list_line (list, self->at[i].x, self->at[i].y);
  tonus_figure_list_close (list);
}

static void
trace_curve (const TonusPoint *points, guint n, guint i, TonusFigureList *list)
{
  TonusPoint before = points[i > 0 ? i - 1 : 0], from = points[i], to = points[i + 1];
  TonusPoint after = points[MIN (i + 2, n - 1)];

  tonus_figure_list_curve (list, from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6,
                           to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6, to.x,
                           to.y);
}

void
tonus_outline_trace_line (const TonusPoint *points,
                          guint n,
                          gboolean is_smooth,
                          TonusFigureList *list)
{
  if (n < 2)
    return;
  tonus_figure_list_move (list, points[0].x, points[0].y);
  for (guint i = 0; i + 1 < n; i++)
    if (is_smooth)
      trace_curve (points, n, i, list);
    else
      tonus_figure_list_line (list, points[i + 1].x, points[i + 1].y);
}
