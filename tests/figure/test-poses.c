/* test-poses.c - every picture that comes with Tonus: on the floor, the same each time, mirrored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure.h"

#include <math.h>
#include <string.h>

#define WIDTH 225.0
#define HEIGHT 165.0

typedef void (*PoseTest) (TonusPose *pose);

static void
for_each_pose (gconstpointer test)
{
  g_auto (GStrv) ids = tonus_pose_list_ids ();
  PoseTest run = *(const PoseTest *) test;

  g_assert_cmpuint (g_strv_length (ids), >=, 20);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TonusPose) pose = tonus_pose_find (ids[i]);

      g_assert_nonnull (pose);
      run (pose);
    }
}

static void
check_floor (TonusPose *pose)
{
  g_autoptr (GPtrArray) complaints = tonus_pose_check (pose);

  for (guint i = 0; i < complaints->len; i++)
    g_test_fail_printf ("%s", (char *) complaints->pdata[i]);
}

static TonusFigureList *draw (TonusPose *pose, TonusFigureOptions options);

/* Two pictures stand in two places of the list, the start first, and on the right where reading
 * begins there. */
static void
check_panels (TonusPose *pose)
{
  for (guint is_rtl = 0; is_rtl < 2; is_rtl++)
    {
      g_autoptr (TonusFigureList) list =
          draw (pose, (TonusFigureOptions){ .is_right_to_left = is_rtl });
      TonusFigurePanel start, end;

      g_assert_true (tonus_figure_list_get_panel (list, 0, &start) == tonus_pose_has_panels (pose));
      if (!tonus_figure_list_get_panel (list, 1, &end))
        continue;
      g_assert_true (start.x >= 0 && start.x + start.width <= WIDTH + .01);
      g_assert_true (end.y >= 0 && end.y + end.height <= HEIGHT + .01);
      if (start.y > end.y)
        g_assert_cmpfloat (end.y + end.height, <, start.y);
      else if (is_rtl)
        g_assert_cmpfloat (end.x + end.width, <, start.x);
      else
        g_assert_cmpfloat (start.x + start.width, <, end.x);
    }
}

static TonusFigureList *
draw (TonusPose *pose, TonusFigureOptions options)
{
  g_autoptr (GError) error = NULL;
  TonusFigureList *list;

  options.width = WIDTH;
  options.height = HEIGHT;
  list = tonus_figure_draw (pose, &options, &error);
  g_assert_no_error (error);
  return list;
}

/* What a player needs: numbers, balanced clips, paths of each op, inside the box. */
static void
check_list (TonusPose *pose)
{
  g_autoptr (TonusFigureList) list = draw (pose, (TonusFigureOptions){ 0 });
  guint n = 0, n_segments = 0, used = 0;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);
  int depth = 0;

  for (guint i = 0; i < n; i++)
    {
      depth += ops[i].kind == TONUS_FIGURE_CLIP ? 1 : ops[i].kind == TONUS_FIGURE_POP ? -1 : 0;
      g_assert_cmpint (depth, >=, 0);
      g_assert_cmpint (depth, <=, 3);
      g_assert_cmpuint (ops[i].first, ==, used);
      used += ops[i].n;
      g_assert_true ((ops[i].kind == TONUS_FIGURE_POP) == (ops[i].n == 0));
      if (ops[i].n > 0)
        g_assert_cmpint (segments[ops[i].first].kind, ==, 'M');
      for (guint j = 0; j < 3; j++)
        g_assert_true (ops[i].fill[j] >= 0 && ops[i].fill[j] <= 1 && ops[i].stroke[j] >= 0 &&
                       ops[i].stroke[j] <= 1);
    }
  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpuint (used, ==, n_segments);
  g_assert_cmpuint (n, >, 20);
}

static gboolean
is_equal (TonusFigureList *one, TonusFigureList *other)
{
  guint n[2], m[2];
  const TonusFigureOp *ops[2] = { tonus_figure_list_get_ops (one, &n[0]),
                                  tonus_figure_list_get_ops (other, &n[1]) };
  const TonusFigureSegment *segments[2] = { tonus_figure_list_get_segments (one, &m[0]),
                                            tonus_figure_list_get_segments (other, &m[1]) };

  if (n[0] != n[1] || m[0] != m[1])
    return FALSE;
  for (guint i = 0; i < n[0]; i++)
    if (memcmp (&ops[0][i], &ops[1][i], sizeof ops[0][i]) != 0)
      return FALSE;
  for (guint i = 0; i < m[0]; i++)
    if (segments[0][i].kind != segments[1][i].kind ||
        memcmp (segments[0][i].p, segments[1][i].p, sizeof segments[0][i].p) != 0)
      return FALSE;
  return TRUE;
}

/* A pose of its own, so that nothing is kept from the first drawing. */
static void
check_same_again (TonusPose *pose)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) again =
      tonus_pose_new_from_bytes (tonus_pose_get_bytes (pose), "again.pose", &error);

  g_assert_no_error (error);
  g_autoptr (TonusFigureList) one = draw (pose, (TonusFigureOptions){ 0 });
  g_autoptr (TonusFigureList) other = draw (again, (TonusFigureOptions){ 0 });
  g_autoptr (TonusFigureList) kept = draw (pose, (TonusFigureOptions){ 0 });
  g_autoptr (TonusFigureList) mono =
      draw (pose, (TonusFigureOptions){ .palette = TONUS_FIGURE_MONO });

  g_assert_true (is_equal (one, other));
  g_assert_true (kept == one);
  g_assert_false (is_equal (one, mono));
}

/* The sum of x of all points of one path. */
static double
sum_x (const TonusFigureSegment *segments, const TonusFigureOp *op, guint *n)
{
  double sum = 0;

  for (guint i = op->first; i < op->first + op->n; i++)
    for (guint j = 0; j < (segments[i].kind == 'C'   ? 6u
                           : segments[i].kind == 'Z' ? 0u
                                                     : 2u);
         j += 2)
      {
        sum += segments[i].p[j];
        (*n)++;
      }
  return sum;
}

/* The left side is the right one seen in a mirror; panels keep their order, so they are looked at
 * by each op's own middle only where there are none. */
static void
check_mirror (TonusPose *pose)
{
  g_autoptr (TonusFigureList) right = draw (pose, (TonusFigureOptions){ 0 });
  g_autoptr (TonusFigureList) left = draw (pose, (TonusFigureOptions){ .is_mirrored = TRUE });
  guint n[2], m;
  const TonusFigureOp *ops[2] = { tonus_figure_list_get_ops (right, &n[0]),
                                  tonus_figure_list_get_ops (left, &n[1]) };
  const TonusFigureSegment *segments[2] = { tonus_figure_list_get_segments (right, &m),
                                            tonus_figure_list_get_segments (left, &m) };
  GBytes *bytes = tonus_pose_get_bytes (pose);
  gboolean has_panels = g_strstr_len (g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), "style=panels") != NULL;

  g_assert_cmpuint (n[0], ==, n[1]);
  for (guint i = 0; i < n[0] && !has_panels; i++)
    {
      guint points[2] = { 0, 0 };
      double one = sum_x (segments[0], &ops[0][i], &points[0]);
      double other = sum_x (segments[1], &ops[1][i], &points[1]);

      g_assert_cmpuint (points[0], ==, points[1]);
      g_assert_cmpfloat (fabs (one + other - WIDTH * points[0]), <=, .01 * points[0]);
    }
  g_assert_false (is_equal (right, left));
}

/* Who cannot see the picture is told it, in every language that Tonus speaks. */
static void
check_words (TonusPose *pose)
{
  const char *languages[] = { "en", "es", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *words = tonus_pose_describe (pose, languages[i]);

      if (words == NULL || !g_str_has_suffix (words, "."))
        g_test_fail_printf ("%s: no sentence in “%s”", tonus_pose_get_name (pose), languages[i]);
    }
}

static const PoseTest floor_test = check_floor, list_test = check_list,
                      again_test = check_same_again, mirror_test = check_mirror;
static const PoseTest panels_test = check_panels, words_test = check_words;

static void
test_unknown (void)
{
  g_assert_null (tonus_pose_find ("no-such-exercise"));
  g_assert_null (tonus_pose_find (""));
  g_assert_null (tonus_pose_find ("../poses/bridge"));
}

static void
test_sizes (void)
{
  g_autoptr (TonusPose) pose = tonus_pose_find ("bridge");
  const double bad[] = { 0, -1, 7, 1e9, INFINITY, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      TonusFigureOptions options = { .width = bad[i], .height = 100 };

      g_assert_null (tonus_figure_draw (pose, &options, &error));
      g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_SIZE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/poses/floor", &floor_test, for_each_pose);
  g_test_add_data_func ("/poses/panels", &panels_test, for_each_pose);
  g_test_add_data_func ("/poses/list", &list_test, for_each_pose);
  g_test_add_data_func ("/poses/same-again", &again_test, for_each_pose);
  g_test_add_data_func ("/poses/mirror", &mirror_test, for_each_pose);
  g_test_add_data_func ("/poses/words", &words_test, for_each_pose);
  g_test_add_func ("/poses/unknown", test_unknown);
  g_test_add_func ("/poses/sizes", test_sizes);
  return g_test_run ();
}
