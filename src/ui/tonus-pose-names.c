/* tonus-pose-names.c - joints, angles and faults of a picture as people call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <math.h>
#include "tonus-pose-names.h"

static const char *const joints[TONUS_POSE_JOINTS] = {
  N_ ("Whole body"),     N_ ("Lower back"),    N_ ("Upper back"),  N_ ("Neck"),
  N_ ("Right hip"),      N_ ("Left hip"),      N_ ("Right knee"),  N_ ("Left knee"),
  N_ ("Right ankle"),    N_ ("Left ankle"),    N_ ("Right toes"),  N_ ("Left toes"),
  N_ ("Right shoulder"), N_ ("Left shoulder"), N_ ("Right elbow"), N_ ("Left elbow"),
  N_ ("Right wrist"),    N_ ("Left wrist"),
};

static const struct
{
  const char *full;
  const char *brief;
} axes[TONUS_N_AXES] = {
  [TONUS_AXIS_LEAN] = { N_ ("lean forward"), N_ ("lean") },
  [TONUS_AXIS_TILT] = { N_ ("tilt to the right"), N_ ("tilt") },
  [TONUS_AXIS_TURN] = { N_ ("turn to the right"), N_ ("turn") },
  [TONUS_AXIS_FLEXION] = { N_ ("flexion"), N_ ("flex.") },
  [TONUS_AXIS_SIDE_BEND] = { N_ ("bend to the right"), N_ ("side") },
  [TONUS_AXIS_ABDUCTION] = { N_ ("abduction"), N_ ("abd.") },
  [TONUS_AXIS_EXTERNAL_ROTATION] = { N_ ("external rotation"), N_ ("rot.") },
  [TONUS_AXIS_DORSIFLEXION] = { N_ ("dorsiflexion"), N_ ("dors.") },
  [TONUS_AXIS_EXTENSION] = { N_ ("extension"), N_ ("ext.") },
  [TONUS_AXIS_DEVIATION] = { N_ ("bend to the thumb"), N_ ("dev.") },
  [TONUS_AXIS_PRONATION] = { N_ ("pronation"), N_ ("pron.") },
};

static const char *const handle_ids[TONUS_N_HANDLES] = {
  "pelvis", "back",   "trunk",      "head",       "thigh-r",   "thigh-l",   "shank-r", "shank-l",
  "foot-r", "foot-l", "upperarm-r", "upperarm-l", "forearm-r", "forearm-l", "hand-r",  "hand-l",
};

const char *
tonus_pose_name_joint (guint joint)
{
  return _ (joints[joint]);
}

const char *
tonus_pose_name_axis (TonusAxis axis)
{
  return _ (axes[axis].full);
}

const char *
tonus_pose_name_axis_briefly (TonusAxis axis)
{
  return _ (axes[axis].brief);
}

const char *
tonus_pose_handle_id (TonusHandle handle)
{
  return handle_ids[handle];
}

char *
tonus_pose_name_angle (guint joint, guint axis)
{
  const TonusPoseJoint *of = tonus_pose_joint_get (joint);

  /* Translators: a joint and what is measured of it, "Right knee, flexion" */
  return g_strdup_printf (_ ("%s, %s"), tonus_pose_name_joint (joint),
                          tonus_pose_name_axis (of->axes[axis].axis));
}

char *
tonus_pose_name_degrees (double degrees)
{
  double rounded = round (degrees * 10) / 10;

  /* "-0" is no angle. */
  if (fabs (rounded) < .05)
    rounded = 0;
  return rounded == round (rounded) ? g_strdup_printf ("%.0f", rounded)
                                    : g_strdup_printf ("%.1f", rounded);
}

static char *
name_height (const TonusPose *pose, TonusFrame frame)
{
  double above = tonus_pose_measure_height (pose, frame, TONUS_HANDLE_PELVIS);

  return g_strdup_printf (_ ("Pelvis, %.0f cm above the floor"), above * 100);
}

char *
tonus_pose_name_handle (const TonusPose *pose, TonusFrame frame, TonusHandle handle)
{
  guint joint = tonus_pose_handle_get_joint (pose, handle);
  guint n_axes = joint == 0 ? 1 : MIN (tonus_pose_joint_get (joint)->n_axes, 2);
  GString *name;
  double angles[3];

  if (handle == TONUS_HANDLE_PELVIS)
    return name_height (pose, frame);
  name = g_string_new (tonus_pose_name_joint (joint));
  tonus_pose_get_angles (pose, frame, joint, angles);
  for (guint axis = 0; axis < n_axes; axis++)
    g_string_append_printf (name, ", %s %.0f°",
                            tonus_pose_name_axis (tonus_pose_joint_get (joint)->axes[axis].axis),
                            round (angles[axis]) + 0.0);
  return g_string_free (name, FALSE);
}

const char *
tonus_pose_name_keys (const TonusPose *pose, TonusHandle handle)
{
  guint joint = tonus_pose_handle_get_joint (pose, handle);

  if (handle == TONUS_HANDLE_PELVIS)
    return _ ("The arrow keys move it.");
  if (joint == 0 || tonus_pose_joint_get (joint)->n_axes == 1)
    return _ ("The arrow keys up and down turn it, Enter goes to its number.");
  return _ ("The arrow keys turn it, up and down by the first angle, left and right by the second; "
            "Enter goes to its numbers.");
}

char *
tonus_pose_say_range (guint joint, guint axis)
{
  const TonusJointAxis *of = &tonus_pose_joint_get (joint)->axes[axis];
  g_autofree char *name = tonus_pose_name_angle (joint, axis);

  return g_strdup_printf (_ ("%s: from %.0f° to %.0f°"), name, of->low, of->high);
}

char *
tonus_pose_say_faults (const TonusPose *pose, TonusFrame frame)
{
  const char *which = frame == TONUS_FRAME_START ? _ ("Start") : _ ("End");
  TonusPoseFaults faults;

  if (!tonus_pose_find_faults (pose, frame, &faults))
    return NULL;
  if (faults.is_rest_missed)
    return g_strdup_printf (
        _ ("%s: what it rests on cannot all touch the floor like this. Bend what carries it, or "
           "choose another part to rest on."),
        which);
  if (faults.is_off_floor && faults.above < 0)
    return g_strdup_printf (
        _ ("%s: a part is %.0f cm below the floor. Bend it, or let the figure rest on it."), which,
        MAX (1, -faults.above * 100));
  if (faults.is_off_floor)
    return g_strdup_printf (_ ("%s: the figure is %.0f cm above the floor."), which,
                            MAX (1, faults.above * 100));
  return g_strdup_printf (
      _ ("%s: a joint that should bend until its foot or hand is down cannot do so."), which);
}
