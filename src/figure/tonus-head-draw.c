/* tonus-head-draw.c - head, hair and face
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-body-draw.h"

#include <string.h>

/* Points of a circle on the ball that the cap of hair is cut from. */
#define N_CAP 40

/* The hair grows from this pole of the skull, as far as the cosine. */
#define HAIR_POLE                                                                                  \
  {                                                                                                \
    -.60, .80, 0                                                                                   \
  }
#define HAIR_COSINE .12

typedef struct
{
  const TonusSketch *sketch;
  const TonusTurn *turn;
  TonusVec centre;
} Head;

static void
add_ball (TonusOutline *outline,
          const Head *head,
          double x,
          double y,
          double z,
          double rx,
          double ry,
          double rz)
{
  tonus_outline_add_ball (outline, head->sketch->camera,
                          tonus_vec_add (head->centre, tonus_turn_apply (head->turn, x, y, z)),
                          head->turn, rx, ry, rz);
}

static void
circle_around (TonusVec pole, double cosine, TonusVec *points)
{
  TonusVec aside = fabs (pole.x) < .8 ? tonus_vec (1, 0, 0) : tonus_vec (0, 1, 0);
  TonusVec e1 = tonus_vec_unit (tonus_vec_cross (pole, aside)), e2 = tonus_vec_cross (pole, e1);
  double sine = sqrt (MAX (1 - cosine * cosine, 0));

  for (guint i = 0; i < N_CAP; i++)
    {
      double angle = 2 * G_PI * i / N_CAP;
      points[i] = tonus_vec_add (tonus_vec_scale (pole, cosine),
                                 tonus_vec_add (tonus_vec_scale (e1, sine * cos (angle)),
                                                tonus_vec_scale (e2, sine * sin (angle))));
    }
}

/* The run of a circle on the right side of a plane; 0 if there is none, N_CAP if it is all. */
static guint
list_run (const TonusVec *circle, TonusVec normal, double least, TonusVec *run)
{
  gboolean is_in[N_CAP];
  guint n_in = 0, first = 0, n = 0;

  for (guint i = 0; i < N_CAP; i++)
    n_in += is_in[i] = tonus_vec_dot (circle[i], normal) > least;
  if (n_in == 0)
    return 0;
  for (guint i = 0; i < N_CAP; i++)
    if (is_in[i] && !is_in[(i + N_CAP - 1) % N_CAP])
      first = i;
  while (n < N_CAP && is_in[(first + n) % N_CAP])
    {
      run[n] = circle[(first + n) % N_CAP];
      n++;
    }
  return n;
}

static double
distance (TonusVec a, TonusVec b)
{
  return tonus_vec_length (tonus_vec_sub (a, b));
}

/* The visible part of the cap: along its rim where that is seen, and along the ball's silhouette
 * within it.  On the unit ball, from which the
 * radii make the skull. */
static void
outline_cap (const Head *head, const double *radius, TonusOutline *outline)
{
  const TonusTurn *turn = head->turn;
  TonusVec toward = head->sketch->camera->toward, pole = tonus_vec_unit ((TonusVec) HAIR_POLE);
  TonusVec view, rim[N_CAP], edge[N_CAP], points[2 * N_CAP], *along = points;
  guint n, n_edge;

  /* The direction of seeing belongs to the surface's normals, which the radii stretch. */
  view = tonus_vec_unit (tonus_vec (tonus_vec_dot (turn->x, toward) / radius[0],
                                    tonus_vec_dot (turn->y, toward) / radius[1],
                                    tonus_vec_dot (turn->z, toward) / radius[2]));
  circle_around (pole, HAIR_COSINE, rim);
  circle_around (view, 0, edge);
  n = list_run (rim, view, 0, points);
  if (n == 0 && tonus_vec_dot (view, pole) <= HAIR_COSINE)
    return;
  along = points + n;
  n_edge = n == N_CAP ? 0 : list_run (edge, pole, HAIR_COSINE, along);
  for (guint i = 0; i < n + n_edge; i++)
    {
      gboolean is_reversed =
          n > 0 && n_edge > 0 &&
          distance (points[n - 1], along[0]) > distance (points[n - 1], along[n_edge - 1]);
      TonusVec p = i < n || !is_reversed ? points[i] : along[n_edge - 1 - (i - n)];
      TonusVec out = tonus_turn_apply (turn, p.x * radius[0], p.y * radius[1], p.z * radius[2]);
      tonus_outline_add (
          outline, tonus_camera_see (head->sketch->camera, tonus_vec_add (head->centre, out)));
    }
}

static double
facing (const Head *head, double x, double y, double z)
{
  return tonus_vec_dot (tonus_vec_unit (tonus_turn_apply (head->turn, x, y, z)),
                        head->sketch->camera->toward);
}

static void
draw_ears_and_eyes (const Head *head)
{
  const TonusSketch *sketch = head->sketch;
  double width = tonus_sketch_outline (sketch);

  for (int out = 1; out >= -1; out -= 2)
    {
      TonusOutline ear = { 0 }, eye = { 0 };

      if (facing (head, 0, 0, out) > .25)
        {
          add_ball (&ear, head, -.006, -.022, out * .080, .017, .025, .006);
          tonus_outline_hull (&ear);
          tonus_outline_trace (&ear, sketch->list);
          tonus_sketch_contour (sketch, width * 1.4);
          tonus_outline_trace (&ear, sketch->list);
          tonus_sketch_fill (sketch, TONUS_INK_SKIN, 0);
        }
      if (facing (head, .80, 0, out * .42) > .12 && !sketch->is_ghost)
        {
          add_ball (&eye, head, .084, -.004, out * .036, .006, .0115, .0085);
          tonus_outline_hull (&eye);
          tonus_outline_trace (&eye, sketch->list);
          tonus_sketch_fill (sketch, TONUS_INK_LINE, 0);
        }
    }
}

static void
draw_mouth (const Head *head)
{
  TonusPoint points[5];

  if (head->sketch->is_ghost || facing (head, 1, 0, 0) <= .45)
    return;
  for (int i = -2; i <= 2; i++)
    {
      double z = i * .012;
      TonusVec at = tonus_turn_apply (head->turn, .079 - .8 * z * z, -.078 + z * z * 15, z);
      points[i + 2] = tonus_camera_see (head->sketch->camera, tonus_vec_add (head->centre, at));
    }
  tonus_outline_trace_line (points, G_N_ELEMENTS (points), TRUE, head->sketch->list);
  tonus_sketch_contour (head->sketch, tonus_sketch_outline (head->sketch) * .8);
}

/* Skull, jaw, nose. */
static void
outline_face (const Head *head, TonusOutline *face)
{
  add_ball (&face[0], head, 0, 0, 0, .097, .112, .079);
  add_ball (&face[1], head, .036, -.062, 0, .052, .056, .052);
  add_ball (&face[1], head, .045, 0, 0, .050, .050, .060);
  add_ball (&face[2], head, .099, -.032, 0, .014, .012, .011);
  add_ball (&face[2], head, .088, -.004, 0, .010, .010, .008);
  for (guint i = 0; i < 3; i++)
    tonus_outline_hull (&face[i]);
}

static void
trace_all (const TonusOutline *outlines, guint n, const TonusSketch *sketch)
{
  for (guint i = 0; i < n; i++)
    tonus_outline_trace (&outlines[i], sketch->list);
}

/* A nonzero union needs all outlines to turn alike. */
static void
make_counter_clockwise (TonusOutline *outline)
{
  double area = 0;

  for (guint i = 0; i < outline->n; i++)
    {
      TonusPoint a = outline->at[i], b = outline->at[(i + 1) % outline->n];
      area += a.x * b.y - a.y * b.x;
    }
  for (guint i = 0; area < 0 && i < outline->n / 2; i++)
    {
      TonusPoint kept = outline->at[i];
      outline->at[i] = outline->at[outline->n - 1 - i];
      outline->at[outline->n - 1 - i] = kept;
    }
}

void
tonus_head_draw (const TonusSkeleton *skeleton, const TonusSketch *sketch, gboolean has_bun)
{
  static const double hair_radius[] = { 1.06 * .097, 1.055 * .112, 1.07 * .079 };
  Head head = { sketch, &skeleton->turn[TONUS_BONE_HEAD], skeleton->at[TONUS_AT_HEAD] };
  Head hair = { sketch, head.turn,
                tonus_skeleton_point (skeleton, TONUS_AT_HEAD, TONUS_BONE_HEAD, -.006, .006, 0) };
  TonusOutline shapes[5] = { 0 }; /* face, hair, bun */
  TonusOutline *cap = &shapes[3], *bun = &shapes[4];
  gboolean is_bun_behind = facing (&head, -1, .4, 0) < 0;

  outline_face (&head, shapes);
  outline_cap (&hair, hair_radius, cap);
  make_counter_clockwise (cap);
  if (has_bun)
    {
      add_ball (bun, &head, -.095, .060, 0, .042, .042, .042);
      tonus_outline_hull (bun);
    }
  trace_all (shapes, 5, sketch);
  tonus_sketch_contour (sketch, 2 * tonus_sketch_outline (sketch));
  if (is_bun_behind)
    {
      tonus_outline_trace (bun, sketch->list);
      tonus_sketch_fill (sketch, TONUS_INK_HAIR, 0);
    }
  trace_all (shapes, 3, sketch);
  tonus_sketch_fill (sketch, TONUS_INK_SKIN, 0);
  trace_all (cap, is_bun_behind ? 1 : 2, sketch);
  tonus_sketch_fill (sketch, TONUS_INK_HAIR, 0);
  draw_ears_and_eyes (&head);
  draw_mouth (&head);
}
