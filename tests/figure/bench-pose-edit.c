/* bench-pose-edit.c - how long one step of a drag takes, with the picture drawn anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-handles.h"

#define BUDGET 16.0 /* ms */
#define STEP 6.0    /* pt of the pointer */

typedef struct
{
  double sum, worst;
  guint n;
} Taken;

static void
drag_once (TonusPose *pose, const TonusPoseSheet *sheet, TonusHandle handle, Taken *taken)
{
  TonusHandlePlace places[TONUS_N_HANDLES];
  gint64 before = g_get_monotonic_time ();
  double ms;

  tonus_pose_sheet_find_handles (sheet, pose, TONUS_FRAME_END, places);
  g_autoptr (TonusPose) moved =
      tonus_pose_drag (pose, sheet, TONUS_FRAME_END, handle, places[handle].x + STEP,
                       places[handle].y - STEP, FALSE, NULL);
  g_autoptr (TonusFigureList) list = tonus_pose_sheet_draw (sheet, moved, TONUS_FRAME_END);
  tonus_pose_sheet_find_handles (sheet, moved, TONUS_FRAME_END, places);
  ms = (g_get_monotonic_time () - before) / 1000.0;
  taken->sum += ms;
  taken->worst = MAX (taken->worst, ms);
  taken->n++;
}

int
main (void)
{
  g_auto (GStrv) ids = tonus_pose_list_ids ();
  Taken taken = { 0 };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TonusPose) pose = tonus_pose_find (ids[i]);
      TonusPoseSheet sheet;

      tonus_pose_sheet_fit (&sheet, pose, 640, 480);
      for (guint handle = 0; handle < TONUS_N_HANDLES; handle++)
        drag_once (pose, &sheet, handle, &taken);
    }
  g_print ("one step of a drag: %.2f ms, %.2f of the budget of %g ms; the slowest of %u %.1f ms\n",
           taken.sum / taken.n, taken.sum / taken.n / BUDGET, BUDGET, taken.n, taken.worst);
  return 0;
}
