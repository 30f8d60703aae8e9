/* tonus-space.h - vectors and turns in the world of a figure, and the camera that looks at it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Metres and degrees.  World: x to the right of the picture in a side view, y up from the floor, z
 * towards the viewer.  A turn is a rotation, kept as the images of the three axes.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, z;
} TonusVec;

typedef struct
{
  TonusVec x, y, z;
} TonusTurn;

/* On the picture, still in metres. */
typedef struct
{
  double x, y;
} TonusPoint;

static inline TonusVec
tonus_vec (double x, double y, double z)
{
  return (TonusVec){ x, y, z };
}

static inline TonusVec
tonus_vec_add (TonusVec a, TonusVec b)
{
  return (TonusVec){ a.x + b.x, a.y + b.y, a.z + b.z };
}

static inline TonusVec
tonus_vec_sub (TonusVec a, TonusVec b)
{
  return (TonusVec){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline TonusVec
tonus_vec_scale (TonusVec a, double k)
{
  return (TonusVec){ a.x * k, a.y * k, a.z * k };
}

static inline TonusVec
tonus_vec_mix (TonusVec a, TonusVec b, double t)
{
  return tonus_vec_add (tonus_vec_scale (a, 1 - t), tonus_vec_scale (b, t));
}

static inline double
tonus_vec_dot (TonusVec a, TonusVec b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline TonusVec
tonus_vec_cross (TonusVec a, TonusVec b)
{
  return (TonusVec){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

static inline double
tonus_vec_length (TonusVec a)
{
  return sqrt (tonus_vec_dot (a, a));
}

/* Of length one; nothing stays nothing. */
static inline TonusVec
tonus_vec_unit (TonusVec a)
{
  double length = tonus_vec_length (a);

  return length > 1e-9 ? tonus_vec_scale (a, 1 / length) : (TonusVec){ 0, 0, 0 };
}

static inline TonusVec
tonus_turn_apply (const TonusTurn *turn, double x, double y, double z)
{
  return (TonusVec){ turn->x.x * x + turn->y.x * y + turn->z.x * z,
                     turn->x.y * x + turn->y.y * y + turn->z.y * z,
                     turn->x.z * x + turn->y.z * y + turn->z.z * z };
}

/* First @b, then @a. */
TonusTurn tonus_turn_after (const TonusTurn *a, TonusTurn b);

/* About an axis, by degrees. */
TonusTurn tonus_turn_about_x (double degrees);
TonusTurn tonus_turn_about_y (double degrees);
TonusTurn tonus_turn_about_z (double degrees);
TonusTurn tonus_turn_none (void);

/* Halfway between two. */
TonusTurn tonus_turn_mean (const TonusTurn *a, const TonusTurn *b);

/* The turn of a bone that points along @down, its front as near to @front as that allows. */
TonusTurn tonus_turn_of_bone (TonusVec down, TonusVec front);

/* Orthographic. */
typedef struct
{
  TonusVec right, up, toward; /* the picture's axes in the world */
} TonusCamera;

/* @yaw: 0 sees the world's x to the right; @pitch: from above is positive. */
TonusCamera tonus_camera_at (double yaw, double pitch);

static inline TonusPoint
tonus_camera_see (const TonusCamera *camera, TonusVec at)
{
  return (TonusPoint){ tonus_vec_dot (at, camera->right), tonus_vec_dot (at, camera->up) };
}

/* Larger is nearer. */
static inline double
tonus_camera_depth (const TonusCamera *camera, TonusVec at)
{
  return tonus_vec_dot (at, camera->toward);
}

G_END_DECLS
