/* fuzz-pose.c - any bytes as a pose file: refused with a reason, or a figure that can be drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure.h"
#include "tonus-pose-handles.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Drawing takes a hundred times as long as reading. */
#define DRAWN_EVERY 5

/* Whatever can be read can be taken hold of: another pose, or a reason why not. */
static void
edit (TonusPose *pose, guint handle)
{
  g_autoptr (GError) error = NULL;
  TonusHandlePlace places[TONUS_N_HANDLES];
  g_autoptr (TonusPose) turned =
      tonus_pose_step (pose, TONUS_FRAME_END, handle, 0, TRUE, FALSE, &error);
  TonusPoseSheet sheet;

  g_assert_true ((turned == NULL) == (error != NULL));
  if (turned == NULL)
    return;
  tonus_pose_sheet_fit (&sheet, turned, 300, 200);
  tonus_pose_sheet_find_handles (&sheet, turned, TONUS_FRAME_START, places);
  g_autoptr (TonusPose) dragged =
      tonus_pose_drag (turned, &sheet, TONUS_FRAME_START, handle, places[handle].x + 9,
                       places[handle].y - 9, TRUE, &error);
  g_assert_true ((dragged == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) pose = tonus_pose_new_from_bytes (bytes, "fuzz.pose", &error);

  g_assert_true ((pose == NULL) == (error != NULL));
  if (pose == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_prefix (error->message, "fuzz.pose"));
    }
  else if (size % DRAWN_EVERY == 0)
    {
      const TonusFigureOptions options = { .width = 120, .height = 90 };
      g_autoptr (GPtrArray) complaints = tonus_pose_check (pose);
      g_autoptr (TonusFigureList) list = tonus_figure_draw (pose, &options, &error);

      g_assert_no_error (error);
      edit (pose, (guint) (size / DRAWN_EVERY) % TONUS_N_HANDLES);
    }
  return 0;
}
