/* test-figure-list.c - a list keeps its paths in the order they were drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure-list.h"

static const float red[3] = { 1, 0, 0 };
static const float black[3] = { 0, 0, 0 };

static void
draw_triangle (TonusFigureList *list, double x)
{
  tonus_figure_list_move (list, x, 0);
  tonus_figure_list_line (list, x + 10, 0);
  tonus_figure_list_curve (list, x + 10, 3, x + 8, 6, x + 5, 8);
  tonus_figure_list_close (list);
}

static void
test_order (void)
{
  g_autoptr (TonusFigureList) list = tonus_figure_list_new (60, 40);
  guint n_ops = 0, n_segments = 0;

  draw_triangle (list, 0);
  tonus_figure_list_clip (list);
  draw_triangle (list, 20);
  tonus_figure_list_draw (list, red, NULL, 3);
  tonus_figure_list_pop (list);
  tonus_figure_list_move (list, 1, 2);
  tonus_figure_list_line (list, 3, 4);
  tonus_figure_list_draw (list, NULL, black, 2);

  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);
  const TonusFigureOpKind kinds[] = { TONUS_FIGURE_CLIP, TONUS_FIGURE_DRAW, TONUS_FIGURE_POP,
                                      TONUS_FIGURE_DRAW };
  const guint firsts[] = { 0, 4, 8, 8 }, lengths[] = { 4, 4, 0, 2 };

  g_assert_cmpuint (n_ops, ==, G_N_ELEMENTS (kinds));
  g_assert_cmpuint (n_segments, ==, 10);
  for (guint i = 0; i < n_ops; i++)
    {
      g_assert_cmpint (ops[i].kind, ==, kinds[i]);
      g_assert_cmpuint (ops[i].first, ==, firsts[i]);
      g_assert_cmpuint (ops[i].n, ==, lengths[i]);
    }
  g_assert_true (ops[1].has_fill && !ops[1].has_stroke);
  g_assert_cmpfloat (ops[1].fill[0], ==, 1);
  g_assert_true (!ops[3].has_fill && ops[3].has_stroke);
  g_assert_cmpfloat (ops[3].line_width, ==, 2);
  g_assert_cmpint (segments[6].kind, ==, 'C');
  g_assert_cmpfloat (segments[6].p[4], ==, 25);
  g_assert_cmpfloat (tonus_figure_list_get_width (list), ==, 60);
  g_assert_cmpfloat (tonus_figure_list_get_height (list), ==, 40);
}

static void
test_nothing_to_draw (void)
{
  g_autoptr (TonusFigureList) list = tonus_figure_list_new (1, 1);
  guint n = 1;

  tonus_figure_list_draw (list, red, black, 1);
  tonus_figure_list_get_ops (list, &n);
  g_assert_cmpuint (n, ==, 0);
}

static gpointer
hold_and_let_go (gpointer list)
{
  for (guint i = 0; i < 10000; i++)
    tonus_figure_list_unref (tonus_figure_list_ref (list));
  tonus_figure_list_unref (list);
  return NULL;
}

static void
test_threads (void)
{
  TonusFigureList *list = tonus_figure_list_new (1, 1);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("list", hold_and_let_go, tonus_figure_list_ref (list));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpfloat (tonus_figure_list_get_width (list), ==, 1);
  tonus_figure_list_unref (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-list/order", test_order);
  g_test_add_func ("/figure-list/nothing-to-draw", test_nothing_to_draw);
  g_test_add_func ("/figure-list/threads", test_threads);
  return g_test_run ();
}
