/* tonus-space.c - vectors and turns in the world of a figure, and the camera that looks at it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-space.h"

#define RADIANS(degrees) ((degrees) *G_PI / 180)

TonusTurn
tonus_turn_none (void)
{
  return (TonusTurn){ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
}

TonusTurn
tonus_turn_about_x (double degrees)
{
  double c = cos (RADIANS (degrees)), s = sin (RADIANS (degrees));

  return (TonusTurn){ { 1, 0, 0 }, { 0, c, s }, { 0, -s, c } };
}

TonusTurn
tonus_turn_about_y (double degrees)
{
  double c = cos (RADIANS (degrees)), s = sin (RADIANS (degrees));

  return (TonusTurn){ { c, 0, -s }, { 0, 1, 0 }, { s, 0, c } };
}

TonusTurn
tonus_turn_about_z (double degrees)
{
  double c = cos (RADIANS (degrees)), s = sin (RADIANS (degrees));

  return (TonusTurn){ { c, s, 0 }, { -s, c, 0 }, { 0, 0, 1 } };
}

TonusTurn
tonus_turn_after (const TonusTurn *a, TonusTurn b)
{
  return (TonusTurn){ tonus_turn_apply (a, b.x.x, b.x.y, b.x.z),
                      tonus_turn_apply (a, b.y.x, b.y.y, b.y.z),
                      tonus_turn_apply (a, b.z.x, b.z.y, b.z.z) };
}

/* The inverse transposed has the cross products of the columns for its columns. */
static TonusTurn
invert_transposed (const TonusTurn *m, double determinant)
{
  return (TonusTurn){ tonus_vec_scale (tonus_vec_cross (m->y, m->z), 1 / determinant),
                      tonus_vec_scale (tonus_vec_cross (m->z, m->x), 1 / determinant),
                      tonus_vec_scale (tonus_vec_cross (m->x, m->y), 1 / determinant) };
}

/* The rotation nearest to the mean, by Newton's iteration for the polar decomposition. */
TonusTurn
tonus_turn_mean (const TonusTurn *a, const TonusTurn *b)
{
  TonusTurn mean = { tonus_vec_mix (a->x, b->x, .5), tonus_vec_mix (a->y, b->y, .5),
                     tonus_vec_mix (a->z, b->z, .5) };

  for (guint i = 0; i < 8; i++)
    {
      double determinant = tonus_vec_dot (mean.x, tonus_vec_cross (mean.y, mean.z));
      TonusTurn other;

      if (determinant < 1e-6)
        return *a;
      other = invert_transposed (&mean, determinant);
      mean = (TonusTurn){ tonus_vec_mix (mean.x, other.x, .5), tonus_vec_mix (mean.y, other.y, .5),
                          tonus_vec_mix (mean.z, other.z, .5) };
    }
  return mean;
}

TonusTurn
tonus_turn_of_bone (TonusVec down, TonusVec front)
{
  TonusVec y = tonus_vec_unit (tonus_vec_scale (down, -1));
  TonusVec z = tonus_vec_unit (tonus_vec_cross (front, y));

  if (tonus_vec_length (z) < .5)
    {
      /* The bone points where the front should be: any side will do. */
      TonusVec other = fabs (y.x) < .8 ? tonus_vec (1, 0, 0) : tonus_vec (0, 1, 0);
      z = tonus_vec_unit (tonus_vec_cross (other, y));
    }
  return (TonusTurn){ tonus_vec_cross (y, z), y, z };
}

TonusCamera
tonus_camera_at (double yaw, double pitch)
{
  double sy = sin (RADIANS (yaw)), cy = cos (RADIANS (yaw));
  double sp = sin (RADIANS (pitch)), cp = cos (RADIANS (pitch));

  return (TonusCamera){ { cy, 0, -sy }, { -sy * sp, cp, -cy * sp }, { sy * cp, sp, cy * cp } };
}
