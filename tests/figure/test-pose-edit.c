/* test-pose-edit.c - a new pose from one that is near it: over every shipped pose, joint and handle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-handles.h"

#include <math.h>
#include <string.h>

#define WIDTH 640.0
#define HEIGHT 480.0

/* Of what is written with one decimal of a degree, metres. */
#define SAME .004
#define REACHED .006

/* A turn that moves its handle by less is one towards the viewer, and nothing to be dragged. */
#define SEEN .02

static double
distance (const TonusHandlePlace *one, const TonusHandlePlace *other, const TonusPoseSheet *sheet)
{
  return hypot (one->x - other->x, one->y - other->y) / sheet->scale;
}

typedef void (*FrameTest) (TonusPose *pose, TonusFrame frame, const TonusPoseSheet *sheet);

static void
for_each_frame (gconstpointer test)
{
  g_auto (GStrv) ids = tonus_pose_list_ids ();
  FrameTest run = *(const FrameTest *) test;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TonusPose) pose = tonus_pose_find (ids[i]);
      TonusPoseSheet sheet;

      tonus_pose_sheet_fit (&sheet, pose, WIDTH, HEIGHT);
      run (pose, TONUS_FRAME_START, &sheet);
      run (pose, TONUS_FRAME_END, &sheet);
    }
}

/* How far the handle farthest from where it was is from there. */
static double
compare (const TonusPose *one,
         const TonusPose *other,
         TonusFrame frame,
         const TonusPoseSheet *sheet)
{
  TonusHandlePlace places[2][TONUS_N_HANDLES];
  double most = 0;

  tonus_pose_sheet_find_handles (sheet, one, frame, places[0]);
  tonus_pose_sheet_find_handles (sheet, other, frame, places[1]);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    most = MAX (most, distance (&places[0][i], &places[1][i], sheet));
  return most;
}

/* Written out with all that was found by solving, it is the same picture. */
static void
check_written (TonusPose *pose, TonusFrame frame, const TonusPoseSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  gboolean is_flat = tonus_pose_is_flat (pose, frame, 0);
  g_autoptr (TonusPose) again = tonus_pose_flatten (pose, frame, 0, is_flat, &error);
  g_autoptr (TonusPose) third = NULL;
  g_autofree char *once = NULL, *twice = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    if (compare (pose, again, i, sheet) > SAME)
      g_test_fail_printf ("%s, frame %u: %.0f mm away", tonus_pose_get_name (pose), i,
                          1000 * compare (pose, again, i, sheet));
  once = tonus_pose_spell_frames (again);
  third = tonus_pose_derive (pose, &(TonusPoseLook){ 0 }, once, &error);
  g_assert_no_error (error);
  twice = tonus_pose_spell_frames (third);
  g_assert_cmpstr (once, ==, twice);
}

/* Nothing changes, not even the object. */
static void
check_held (TonusPose *pose, TonusFrame frame, const TonusPoseSheet *sheet)
{
  TonusHandlePlace places[TONUS_N_HANDLES];

  tonus_pose_sheet_find_handles (sheet, pose, frame, places);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    {
      g_autoptr (TonusPose) same =
          tonus_pose_drag (pose, sheet, frame, i, places[i].x, places[i].y, FALSE, NULL);

      g_assert_true (same == pose);
    }
}

/* As a pointer does that stays there for a moment. */
static TonusPose *
drag_to (TonusPose *pose,
         TonusFrame frame,
         const TonusPoseSheet *sheet,
         TonusHandle handle,
         const TonusHandlePlace *place)
{
  TonusPose *dragged = tonus_pose_ref (pose);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusPose) before = dragged;

      dragged = tonus_pose_drag (before, sheet, frame, handle, place->x, place->y, FALSE, &error);
      g_assert_no_error (error);
    }
  return dragged;
}

/* Some way off, by its own joint; NULL: it has none for itself. */
static TonusPose *
turn_away (TonusPose *pose, TonusFrame frame, TonusHandle handle)
{
  guint joint = tonus_pose_handle_get_joint (pose, handle);
  double high = tonus_pose_joint_get (joint)->axes[0].high, angles[3];

  tonus_pose_get_angles (pose, frame, joint, angles);
  if (joint == 0)
    return NULL;
  return tonus_pose_turn (pose, frame, joint, 0, angles[0] + (angles[0] + 12 <= high ? 12 : -12),
                          FALSE, NULL);
}

static guint n_tried, n_missed;

/* A place where a turn of its own joint puts the handle can be reached; but a leg that carries the
 * body moves all of it, and may not find the way.  A fifth of all handles a time, another fifth for
 * the next frame. */
static void
check_reached (TonusPose *pose, TonusFrame frame, const TonusPoseSheet *sheet)
{
  static guint turn = 0;

  for (guint i = TONUS_HANDLE_BACK + turn++ % 5; i < TONUS_N_HANDLES; i += 5)
    {
      g_autoptr (TonusPose) turned = turn_away (pose, frame, i);
      g_autoptr (TonusPose) dragged = NULL;
      TonusHandlePlace was[TONUS_N_HANDLES], goal[TONUS_N_HANDLES], got[TONUS_N_HANDLES];

      if (turned == NULL)
        continue;
      tonus_pose_sheet_find_handles (sheet, pose, frame, was);
      tonus_pose_sheet_find_handles (sheet, turned, frame, goal);
      if (distance (&goal[i], &was[i], sheet) < SEEN)
        continue;
      dragged = drag_to (pose, frame, sheet, i, &goal[i]);
      tonus_pose_sheet_find_handles (sheet, dragged, frame, got);
      n_tried++;
      n_missed += distance (&goal[i], &got[i], sheet) > REACHED;
      if (compare (pose, dragged, !frame, sheet) > SAME)
        g_test_fail_printf ("%s, handle %u: the other frame moved", tonus_pose_get_name (pose), i);
    }
}

static void
test_reached (gconstpointer test)
{
  for_each_frame (test);
  g_test_message ("%u of %u drags did not arrive", n_missed, n_tried);
  g_assert_cmpuint (n_tried, >, 600);
  g_assert_cmpuint (n_missed, <, n_tried / 100);
}

/* --- one pose, looked at closely --- */

static void
assert_line (TonusPose *pose, const char *group, const char *key, const char *value)
{
  g_autofree char *line = tonus_pose_spell_key (pose, group, key);

  g_assert_cmpstr (line, ==, value);
}

static TonusPose *
turn (TonusPose *pose, const char *joint, double degrees, gboolean is_both, GError **error)
{
  for (guint i = 0; i < TONUS_POSE_JOINTS; i++)
    if (g_str_equal (tonus_pose_joint_get (i)->id, joint))
      return tonus_pose_turn (pose, TONUS_FRAME_END, i, 0, degrees, is_both, error);
  g_assert_not_reached ();
}

/* A bridge whose right leg is stretched: only that leg changes, and the left foot carries on. */
static void
test_one_leg (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) stretched = turn (bridge, "knee.r", 0, FALSE, &error);
  g_autoptr (TonusPose) up = NULL, both = NULL;
  g_autofree char *start_pin = NULL, *end_pin = NULL;
  TonusPoseFaults faults;

  g_assert_no_error (error);
  assert_line (stretched, "End", "knee", NULL);
  assert_line (stretched, "End", "knee.r", "0");
  assert_line (stretched, "End", "knee.l", "92");
  assert_line (stretched, "Start", "knee", "95");
  assert_line (stretched, "Scene", "props", "mat");
  assert_line (stretched, "Exercise", "alt", NULL);
  up = turn (stretched, "hip.r", 5, FALSE, &error);
  g_assert_no_error (error);
  assert_line (up, "End", "flat", "foot.l");
  assert_line (up, "End", "rest", "back feet");
  /* One foot stands still on the way, and its leg is not the one that moves. */
  start_pin = tonus_pose_spell_key (up, "Start", "pin");
  end_pin = tonus_pose_spell_key (up, "End", "pin");
  g_assert_true (g_str_has_prefix (start_pin, "mtp.l "));
  g_assert_cmpmem (start_pin, 6, end_pin, 6);
  g_assert_false (tonus_pose_find_faults (up, TONUS_FRAME_END, &faults));
  both = turn (bridge, "knee.r", 80, TRUE, &error);
  assert_line (both, "End", "knee", "80");
}

/* A joint that was bent until the foot is down obeys once it is told an angle; its twin goes on. */
static void
test_loosened (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) turned = NULL;
  double angles[3];

  turned = tonus_pose_turn (bridge, TONUS_FRAME_START, 4, 0, 80, FALSE, &error);
  g_assert_no_error (error);
  tonus_pose_get_angles (turned, TONUS_FRAME_START, 4, angles);
  g_assert_cmpfloat (fabs (angles[0] - 80), <, .1);
  assert_line (turned, "Start", "fit", "hip.l:foot.l");
}

static void
test_range (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");

  for (guint i = 0; i < TONUS_POSE_JOINTS; i++)
    for (guint axis = 0; axis < tonus_pose_joint_get (i)->n_axes; axis++)
      {
        const TonusJointAxis *of = &tonus_pose_joint_get (i)->axes[axis];
        g_autofree char *range = g_strdup_printf ("%g° to %g°", of->low, of->high);
        g_autoptr (GError) error = NULL;
        g_autoptr (TonusPose) most =
            tonus_pose_turn (bridge, TONUS_FRAME_END, i, axis, of->high, FALSE, &error);

        g_assert_no_error (error);
        g_assert_nonnull (most);
        g_assert_null (
            tonus_pose_turn (bridge, TONUS_FRAME_END, i, axis, of->high + 1, FALSE, &error));
        g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_RANGE);
        g_assert_nonnull (strstr (error->message, range));
      }
}

/* Dragged far away a limb ends where its joints do, and a knee where it is straight. */
static void
test_clamped (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");
  TonusPoseSheet sheet;

  tonus_pose_sheet_fit (&sheet, bridge, WIDTH, HEIGHT);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    for (guint corner = 0; corner < 4; corner++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (TonusPose) far =
            tonus_pose_drag (bridge, &sheet, TONUS_FRAME_END, i, corner & 1 ? 1e6 : -1e6,
                             corner & 2 ? 1e6 : -1e6, corner == 3, &error);

        g_assert_no_error (error);
        for (guint joint = 0; joint < TONUS_POSE_JOINTS; joint++)
          {
            const TonusPoseJoint *of = tonus_pose_joint_get (joint);
            double angles[3];

            /* A sole that is kept on the floor bends its ankle as the leg wants it. */
            if (g_str_has_prefix (of->id, "ankle") &&
                tonus_pose_is_flat (far, TONUS_FRAME_END, of->side))
              continue;
            tonus_pose_get_angles (far, TONUS_FRAME_END, joint, angles);
            for (guint axis = 0; axis < of->n_axes; axis++)
              if (angles[axis] <
                      (g_str_has_prefix (of->id, "knee") ? 0 : of->axes[axis].low) - .1 ||
                  angles[axis] > of->axes[axis].high + .1)
                g_test_fail_printf ("handle %u, corner %u: %s is %g", i, corner, of->id,
                                    angles[axis]);
          }
      }
}

/* A key turns its joint by two degrees, there and back. */
static void
test_step (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");
  double angles[3];

  for (guint i = TONUS_HANDLE_BACK; i < TONUS_N_HANDLES; i++)
    {
      guint joint = tonus_pose_handle_get_joint (bridge, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusPose) more =
          tonus_pose_step (bridge, TONUS_FRAME_END, i, 0, TRUE, FALSE, &error);
      g_autoptr (TonusPose) back =
          tonus_pose_step (more, TONUS_FRAME_END, i, 0, FALSE, FALSE, &error);
      double before;

      g_assert_no_error (error);
      tonus_pose_get_angles (bridge, TONUS_FRAME_END, joint, angles);
      before = angles[0];
      tonus_pose_get_angles (more, TONUS_FRAME_END, joint, angles);
      g_assert_cmpfloat (fabs (angles[0] - before - 2), <, .11);
      tonus_pose_get_angles (back, TONUS_FRAME_END, joint, angles);
      g_assert_cmpfloat (fabs (angles[0] - before), <, .11);
    }
}

/* The whole trunk leans in the hips; the feet stay. */
static void
test_lean (void)
{
  g_autoptr (TonusPose) squat = tonus_pose_find ("squat");
  g_autoptr (TonusPose) leaning =
      tonus_pose_step (squat, TONUS_FRAME_END, TONUS_HANDLE_TRUNK, 0, TRUE, FALSE, NULL);
  TonusHandlePlace before[TONUS_N_HANDLES], after[TONUS_N_HANDLES];
  TonusPoseSheet sheet;

  tonus_pose_sheet_fit (&sheet, squat, WIDTH, HEIGHT);
  tonus_pose_sheet_find_handles (&sheet, squat, TONUS_FRAME_END, before);
  tonus_pose_sheet_find_handles (&sheet, leaning, TONUS_FRAME_END, after);
  for (guint i = TONUS_HANDLE_THIGH; i < TONUS_HANDLE_UPPERARM; i++)
    g_assert_cmpfloat (distance (&before[i], &after[i], &sheet), <, SAME);
  g_assert_cmpfloat (distance (&before[TONUS_HANDLE_TRUNK], &after[TONUS_HANDLE_TRUNK], &sheet), >,
                     .01);
}

/* Seen from the side, nobody meant to bend it to the side. */
static void
test_unseen (void)
{
  g_autoptr (TonusPose) squat = tonus_pose_find ("squat");
  TonusHandlePlace places[TONUS_N_HANDLES];
  TonusPoseSheet sheet;

  tonus_pose_sheet_fit (&sheet, squat, WIDTH, HEIGHT);
  tonus_pose_sheet_find_handles (&sheet, squat, TONUS_FRAME_END, places);
  for (guint i = TONUS_HANDLE_BACK; i < TONUS_HANDLE_HAND; i++)
    {
      guint joint =
          tonus_pose_handle_get_joint (squat, i) == 0 ? 2 : tonus_pose_handle_get_joint (squat, i);
      g_autoptr (TonusPose) dragged = tonus_pose_drag (
          squat, &sheet, TONUS_FRAME_END, i, places[i].x + 30, places[i].y + 20, FALSE, NULL);
      double before[3], after[3];

      tonus_pose_get_angles (squat, TONUS_FRAME_END, joint, before);
      tonus_pose_get_angles (dragged, TONUS_FRAME_END, joint, after);
      g_assert_cmpfloat (fabs (after[1] - before[1]), <, .2);
    }
}

static void
test_look (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");
  g_autoptr (GError) error = NULL;
  TonusPoseLook look = { "panels", "34", "quads.r", TRUE };
  g_autoptr (TonusPose) other = tonus_pose_derive (bridge, &look, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (tonus_pose_has_panels (other));
  assert_line (other, "Exercise", "view", "34");
  assert_line (other, "Scene", "muscles", "quads.r");
  assert_line (other, "Scene", "arrows", NULL);
  /* It still shows what its words say. */
  g_assert_nonnull (tonus_pose_describe (other, "en"));
  look.style = "sideways";
  g_assert_null (tonus_pose_derive (bridge, &look, NULL, &error));
  g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE);
}

static void
test_floor (void)
{
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) sunk = tonus_pose_rest (bridge, TONUS_FRAME_END, "knees", &error);
  g_autoptr (TonusPose) alike = NULL;
  TonusPoseFaults faults;

  g_assert_no_error (error);
  g_assert_true (tonus_pose_find_faults (sunk, TONUS_FRAME_END, &faults));
  g_assert_true (faults.is_off_floor && faults.above < -.1);
  g_assert_false (tonus_pose_find_faults (bridge, TONUS_FRAME_END, &faults));
  g_assert_null (tonus_pose_rest (bridge, TONUS_FRAME_END, "wings", &error));
  g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE);
  g_clear_error (&error);
  alike = tonus_pose_copy_frame (bridge, TONUS_FRAME_START, TONUS_FRAME_END, &error);
  g_assert_no_error (error);
  assert_line (alike, "End", "rest", "back pelvis");
}

/* Frames come from a record on disk. */
static void
test_bad_frames (void)
{
  static const char *const bad[] = { "",
                                     "[Start]\nhip=1e9\n[End]\n",
                                     "no key file",
                                     "[Start]\nhip=\xff\n[End]\n",
                                     "[Start]\nhop=1\n[End]\n",
                                     "[Start\n" };
  g_autoptr (TonusPose) bridge = tonus_pose_find ("bridge");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tonus_pose_derive (bridge, &(TonusPoseLook){ 0 }, bad[i], &error));
      g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static const FrameTest written_test = check_written, held_test = check_held,
                       reached_test = check_reached;

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/pose-edit/written", &written_test, for_each_frame);
  g_test_add_data_func ("/pose-edit/held", &held_test, for_each_frame);
  g_test_add_data_func ("/pose-edit/reached", &reached_test, test_reached);
  g_test_add_func ("/pose-edit/one-leg", test_one_leg);
  g_test_add_func ("/pose-edit/loosened", test_loosened);
  g_test_add_func ("/pose-edit/range", test_range);
  g_test_add_func ("/pose-edit/clamped", test_clamped);
  g_test_add_func ("/pose-edit/step", test_step);
  g_test_add_func ("/pose-edit/lean", test_lean);
  g_test_add_func ("/pose-edit/unseen", test_unseen);
  g_test_add_func ("/pose-edit/look", test_look);
  g_test_add_func ("/pose-edit/floor", test_floor);
  g_test_add_func ("/pose-edit/bad-frames", test_bad_frames);
  return g_test_run ();
}
