/* test-solve.c - reaching and touching against slow ways to find the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-solve.h"

#define N_RUNS 300

/* A smooth height: three waves. */
typedef struct
{
  double size[3], phase[3], level;
} Waves;

static double
height_of_waves (double angle, gpointer data)
{
  const Waves *waves = data;
  double height = waves->level;

  for (guint i = 0; i < 3; i++)
    height += waves->size[i] * sin (angle * (i + 1) * G_PI / 180 + waves->phase[i]);
  return height;
}

/* A hundredth of a degree at a time. */
static gboolean
find_slowly (Waves *waves, double limit, double *nearest)
{
  const double step = .01;
  gboolean is_found = FALSE;

  for (double x = -limit; x < limit - step / 2; x += step)
    if ((height_of_waves (x, waves) < 0) != (height_of_waves (x + step, waves) < 0) &&
        (!is_found || fabs (x + step / 2) < fabs (*nearest)))
      {
        *nearest = x + step / 2;
        is_found = TRUE;
      }
  return is_found;
}

static void
test_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_found = 0, n_none = 0, n_farther = 0;

  for (guint run = 0; run < N_RUNS; run++)
    {
      Waves waves = { .level = g_rand_double_range (rand, -2, 2) };
      double fast = 0, slow = 0;
      gboolean is_fast, is_slow;

      for (guint i = 0; i < 3; i++)
        {
          waves.size[i] = g_rand_double_range (rand, 0, 1) / (i + 1);
          waves.phase[i] = g_rand_double_range (rand, 0, 6.28);
        }
      is_fast = tonus_solve_nearest (height_of_waves, &waves, 80, &fast);
      is_slow = find_slowly (&waves, 80, &slow);
      /* A wave that only touches nothing within one step of the scan is no place to rest on. */
      if (is_fast != is_slow)
        {
          g_assert_true (is_slow);
          continue;
        }
      if (!is_fast)
        {
          n_none++;
          continue;
        }
      n_found++;
      g_assert_cmpfloat (fabs (height_of_waves (fast, &waves)), <, 1e-4);
      n_farther += fabs (fast) > fabs (slow) + .011;
    }
  g_assert_cmpuint (n_found, >, 50);
  g_assert_cmpuint (n_farther, <, 3);
  g_assert_cmpuint (n_none, >, 10);
}

static TonusVec
random_vec (GRand *rand, double size)
{
  return tonus_vec (g_rand_double_range (rand, -size, size),
                    g_rand_double_range (rand, -size, size),
                    g_rand_double_range (rand, -size, size));
}

/* Of all elbows on the circle that both lengths allow, the one nearest to the pole. */
static double
best_elbow (TonusVec root, TonusVec end, const TonusTarget *target)
{
  TonusVec way = tonus_vec_sub (end, root), unit = tonus_vec_unit (way), e1, e2;
  double length = tonus_vec_length (way);
  double along =
      (TONUS_UPPERARM * TONUS_UPPERARM - TONUS_FOREARM * TONUS_FOREARM + length * length) /
      (2 * length);
  double away = sqrt (MAX (0, TONUS_UPPERARM * TONUS_UPPERARM - along * along)), best = -10;

  e1 = tonus_vec_unit (
      tonus_vec_cross (unit, fabs (unit.x) < .8 ? tonus_vec (1, 0, 0) : tonus_vec (0, 1, 0)));
  e2 = tonus_vec_cross (unit, e1);
  for (guint i = 0; i < 3600; i++)
    {
      double angle = i * G_PI / 1800;
      TonusVec out = tonus_vec_add (tonus_vec_scale (e1, away * cos (angle)),
                                    tonus_vec_scale (e2, away * sin (angle)));
      best = MAX (best, tonus_vec_dot (out, target->pole));
    }
  return best + tonus_vec_dot (tonus_vec_scale (unit, along), target->pole);
}

static void
test_reach (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint run = 0; run < N_RUNS; run++)
    {
      TonusVec root = random_vec (rand, 1), elbow, wrist, off;
      TonusTarget target = { TRUE, tonus_vec_add (root, random_vec (rand, .5)),
                             random_vec (rand, 1) };
      double wanted = tonus_vec_length (tonus_vec_sub (target.at, root)), got;

      tonus_skeleton_reach (root, &target, TONUS_UPPERARM, TONUS_FOREARM, &elbow, &wrist);
      g_assert_cmpfloat_with_epsilon (tonus_vec_length (tonus_vec_sub (elbow, root)),
                                      TONUS_UPPERARM, 1e-6);
      g_assert_cmpfloat_with_epsilon (tonus_vec_length (tonus_vec_sub (wrist, elbow)),
                                      TONUS_FOREARM, 1e-6);
      /* As near to the target as the arm is long, and on the way to it. */
      got = tonus_vec_length (tonus_vec_sub (wrist, root));
      g_assert_cmpfloat_with_epsilon (
          got, CLAMP (wanted, .041, TONUS_UPPERARM + TONUS_FOREARM - .001), 1e-6);
      off = tonus_vec_cross (tonus_vec_sub (wrist, root), tonus_vec_sub (target.at, root));
      g_assert_cmpfloat (tonus_vec_length (off), <, 1e-9);
      g_assert_cmpfloat_with_epsilon (tonus_vec_dot (tonus_vec_sub (elbow, root), target.pole),
                                      best_elbow (root, wrist, &target), 1e-3);
    }
}

/* Targets without a way or a pole without a side still give an arm of numbers. */
static void
test_reach_nowhere (void)
{
  const TonusTarget targets[] = { { TRUE, { 0, 0, 0 }, { 0, 0, 0 } },
                                  { TRUE, { 0, 0, 0 }, { 1, 0, 0 } },
                                  { TRUE, { 0, .3, 0 }, { 0, 1, 0 } },
                                  { TRUE, { 3, 3, 3 }, { 0, 0, 1 } } };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      TonusVec root = { 0, 0, 0 }, elbow, wrist;

      tonus_skeleton_reach (root, &targets[i], TONUS_UPPERARM, TONUS_FOREARM, &elbow, &wrist);
      g_assert_true (isfinite (elbow.x + elbow.y + elbow.z + wrist.x + wrist.y + wrist.z));
    }
}

/* Bones keep their lengths whatever the angles, and turns stay rotations. */
static void
test_skeleton (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint run = 0; run < N_RUNS; run++)
    {
      TonusAngles angles;
      TonusStance stance = { .posture = run % TONUS_N_POSTURES, .flat = run % 4 };
      TonusSkeleton s;

      tonus_angles_init (&angles);
      for (guint i = 0; i < TONUS_N_JOINTS; i++)
        for (guint j = 0; j < 3; j++)
          angles.angle[i][j] = g_rand_double_range (rand, -200, 200);
      tonus_skeleton_build (&s, &angles, &stance);
      for (guint i = 0; i < TONUS_N_BONES; i++)
        {
          TonusVec z = tonus_vec_cross (s.turn[i].x, s.turn[i].y);
          g_assert_cmpfloat_with_epsilon (tonus_vec_length (s.turn[i].x), 1, 1e-9);
          g_assert_cmpfloat_with_epsilon (tonus_vec_length (tonus_vec_sub (z, s.turn[i].z)), 0,
                                          1e-9);
        }
      for (guint side = 0; side < 2; side++)
        g_assert_cmpfloat_with_epsilon (tonus_vec_length (tonus_vec_sub (
                                            s.at[TONUS_AT_KNEE + side], s.at[TONUS_AT_HIP + side])),
                                        TONUS_THIGH, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solve/nearest", test_nearest);
  g_test_add_func ("/solve/reach", test_reach);
  g_test_add_func ("/solve/reach-nowhere", test_reach_nowhere);
  g_test_add_func ("/solve/skeleton", test_skeleton);
  return g_test_run ();
}
