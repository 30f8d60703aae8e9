/* bench-figure.c - how long a figure takes that nobody drew before, and how large it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "picture-maker.h"
#include "tonus-illustration.h"

#define N_ROUNDS 5
#define BUDGET 3.0 /* ms */

static double
draw_all (char **ids, guint n, gboolean is_new, guint *n_segments)
{
  gint64 taken = 0;

  *n_segments = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TonusPose) shipped = tonus_pose_find (ids[i]);
      g_autoptr (TonusPose) pose =
          is_new ? tonus_pose_new_from_bytes (tonus_pose_get_bytes (shipped), ids[i], NULL)
                 : tonus_pose_ref (shipped);
      TonusFigureOptions options = { .width = 225, .height = 165 };
      g_autoptr (TonusFigureList) first = is_new ? NULL : tonus_figure_draw (pose, &options, NULL);
      gint64 before = g_get_monotonic_time ();
      g_autoptr (TonusFigureList) list = tonus_figure_draw (pose, &options, NULL);
      guint segments;

      taken += g_get_monotonic_time () - before;
      tonus_figure_list_get_segments (list, &segments);
      *n_segments += segments;
    }
  return taken / 1000.0 / n;
}

/* A photo as large as they are kept, for a place that shows @pixels of it. */
static double
decode (guint pixels)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GBytes) bytes = picture_make_busy_jpeg (1000, 667, i);
      gint64 before = g_get_monotonic_time ();
      g_autoptr (TonusImage) image = tonus_image_new_from_bytes (bytes, "photo", pixels, NULL);

      g_assert_nonnull (image);
      best = MIN (best, (double) (g_get_monotonic_time () - before) / 1000.0);
    }
  return best;
}

int
main (void)
{
  g_auto (GStrv) ids = tonus_pose_list_ids ();
  guint n = g_strv_length (ids), n_segments = 0;
  double best = G_MAXDOUBLE, kept = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      best = MIN (best, draw_all (ids, n, TRUE, &n_segments));
      kept = MIN (kept, draw_all (ids, n, FALSE, &n_segments));
    }
  g_print ("one figure solved and built, uncached: %.2f ms, %.2f of the budget of %g ms\n", best,
           best / BUDGET, BUDGET);
  g_print ("the same again, kept: %.4f ms, %.4f of that\n", kept, kept / best);
  g_print ("%u figures, %u segments each\n", n, n_segments / n);
  g_print ("a photo of 1000 pixels decoded whole: %.1f ms; for a card %.2f of that, for a row of a "
           "list %.2f\n",
           decode (1000), decode (TONUS_PHOTO_PIXELS) / decode (1000), decode (96) / decode (1000));
  return 0;
}
