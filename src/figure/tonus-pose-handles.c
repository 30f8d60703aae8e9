/* tonus-pose-handles.c - what moves with a handle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-drag.h"

/* How willingly the joint before goes along. */
#define BEFORE .12

/* A handle that near its target is there, metres on the picture. */
#define NEAR .0005

/* Of a key: degrees, and metres. */
#define STEP_ANGLE 2.0
#define STEP_LENGTH .015

#define LEFT_OR_RIGHT(first, handle) ((first) + ((handle) -TONUS_HANDLE_THIGH) % 2)

guint
tonus_pose_handle_get_landmark (TonusHandle handle)
{
  static const guint trunk[] = { TONUS_AT_PELVIS, TONUS_AT_THO, TONUS_AT_C7, TONUS_AT_HEAD };
  static const guint limbs[] = { TONUS_AT_KNEE,  TONUS_AT_ANKLE, TONUS_AT_TOE,
                                 TONUS_AT_ELBOW, TONUS_AT_WRIST, TONUS_AT_FINGERS };

  return handle < TONUS_HANDLE_THIGH
             ? trunk[handle]
             : LEFT_OR_RIGHT (limbs[(handle - TONUS_HANDLE_THIGH) / 2], handle);
}

static gboolean
does_lean (const TonusPose *pose)
{
  return pose->posture == TONUS_POSTURE_STAND;
}

guint
tonus_pose_handle_get_joint (const TonusPose *self, TonusHandle handle)
{
  static const guint limbs[] = { TONUS_JOINT_HIP,      TONUS_JOINT_KNEE,  TONUS_JOINT_ANKLE,
                                 TONUS_JOINT_SHOULDER, TONUS_JOINT_ELBOW, TONUS_JOINT_WRIST };
  guint trunk[] = { TONUS_JOINT_ROOT, TONUS_JOINT_LUMBAR,
                    does_lean (self) ? TONUS_JOINT_ROOT : TONUS_JOINT_THORACIC, TONUS_JOINT_NECK };

  return handle < TONUS_HANDLE_THIGH
             ? trunk[handle]
             : LEFT_OR_RIGHT (limbs[(handle - TONUS_HANDLE_THIGH) / 2], handle);
}

double
tonus_pose_measure_height (const TonusPose *self, TonusFrame frame, TonusHandle handle)
{
  TonusSolution solution;

  tonus_pose_solve (self, frame, &solution);
  return solution.skeleton.at[tonus_pose_handle_get_landmark (handle)].y;
}

/* --- freedoms --- */

static void
add_term (const TonusPoseDraft *draft, TonusFreedom *freedom, guint joint, guint axis)
{
  const TonusPoseJoint *whole = tonus_pose_joint_get (joint);
  const TonusJointAxis *of = &whole->axes[axis];
  double now = draft->copy.frame[draft->frame].angles.angle[joint][axis];
  /* A knee or an elbow pulled straight is straight; whoever wants more types it. */
  double low = whole->n_axes == 1 && of->axis == TONUS_AXIS_FLEXION ? 0 : of->low;

  freedom->terms[freedom->n_terms].joint = joint;
  freedom->terms[freedom->n_terms++].axis = axis;
  freedom->low = MAX (freedom->low, MIN (low - now, 0));
  freedom->high = MIN (freedom->high, MAX (of->high - now, 0));
}

static TonusFreedom
begin_freedom (double willing)
{
  return (TonusFreedom){ .willing = willing, .low = -360, .high = 360 };
}

/* One joint, or it and the other side's. */
static TonusFreedom
free_joint (const TonusPoseDraft *draft, guint joint, guint axis, gboolean is_both, double willing)
{
  const TonusPoseJoint *of = tonus_pose_joint_get (joint);
  TonusFreedom freedom = begin_freedom (willing);

  add_term (draft, &freedom, joint, axis);
  if (is_both && of->is_pair)
    add_term (draft, &freedom, of->side == 0 ? joint + 1 : joint - 1, axis);
  return freedom;
}

/* Hips and knees of both sides; the trunk in the hips, the legs staying where they are. */
static guint
free_body (const TonusPoseDraft *draft, TonusHandle handle, TonusFreedom *freedoms)
{
  if (handle == TONUS_HANDLE_PELVIS)
    {
      freedoms[0] = free_joint (draft, TONUS_JOINT_HIP, 0, TRUE, 1);
      freedoms[1] = free_joint (draft, TONUS_JOINT_KNEE, 0, TRUE, 1);
      return 2;
    }
  freedoms[0] = begin_freedom (1);
  add_term (draft, &freedoms[0], TONUS_JOINT_ROOT, 0);
  add_term (draft, &freedoms[0], TONUS_JOINT_HIP + TONUS_RIGHT, 0);
  add_term (draft, &freedoms[0], TONUS_JOINT_HIP + TONUS_LEFT, 0);
  freedoms[1] = free_joint (draft, TONUS_JOINT_THORACIC, 1, FALSE, 1);
  return 2;
}

guint
tonus_pose_list_freedoms (const TonusPoseDraft *draft,
                          TonusHandle handle,
                          gboolean is_both,
                          TonusFreedom freedoms[TONUS_FREEDOMS_MAX])
{
  guint joint = tonus_pose_handle_get_joint (&draft->copy, handle), n = 0;
  guint n_axes = tonus_pose_joint_get (joint)->n_axes;

  if (joint == TONUS_JOINT_ROOT)
    return free_body (draft, handle, freedoms);
  for (guint axis = 0; axis < MIN (n_axes, 2); axis++)
    freedoms[n++] = free_joint (draft, joint, axis, is_both, 1);
  if (handle >= TONUS_HANDLE_SHANK && handle < TONUS_HANDLE_FOOT)
    for (guint axis = 0; axis < 2; axis++)
      freedoms[n++] = free_joint (draft, joint - 2, axis, is_both, BEFORE);
  if (handle >= TONUS_HANDLE_FOREARM && handle < TONUS_HANDLE_HAND)
    for (guint axis = 0; axis < 3; axis++)
      freedoms[n++] = free_joint (draft, joint - 2, axis, is_both, BEFORE);
  return n;
}

/* --- dragging --- */

static guint
list_joints (const TonusFreedom *freedoms, guint n, guint *joints)
{
  guint n_joints = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < freedoms[i].n_terms; j++)
      {
        guint k = 0;

        while (k < n_joints && joints[k] != freedoms[i].terms[j].joint)
          k++;
        if (k == n_joints)
          joints[n_joints++] = freedoms[i].terms[j].joint;
      }
  return n_joints;
}

static gboolean
is_on_legs (const TonusPoseFrame *frame)
{
  for (guint i = 0; i < frame->n_rest; i++)
    if (frame->rest[i].kind <= TONUS_CONTACT_SHINS)
      return TRUE;
  return FALSE;
}

/* Whatever stands on its legs is pinned by them, when it is the body that moves. */
static guint32
mark_moved (const TonusPoseDraft *draft, TonusHandle handle, const guint *joints, guint n_joints)
{
  static const guint trunk[] = { TONUS_JOINT_LUMBAR };
  guint32 moved = tonus_pose_mark_moved (trunk, 1) | 1u << TONUS_AT_LUM;

  if (tonus_pose_handle_get_joint (&draft->copy, handle) != TONUS_JOINT_ROOT)
    return tonus_pose_mark_moved (joints, n_joints);
  if (handle != TONUS_HANDLE_PELVIS)
    return moved;
  if (!is_on_legs (&draft->copy.frame[draft->frame]))
    return 0;
  return moved | 1u << TONUS_AT_PELVIS | 3u << TONUS_AT_HIP;
}

typedef struct
{
  TonusPoseDraft draft;
  TonusHandle handle;
  TonusFreedom freedoms[TONUS_FREEDOMS_MAX];
  guint n;
  guint32 moved;
} Grasp;

static void
take_hold (Grasp *grasp, TonusPose *self, TonusFrame frame, TonusHandle handle, gboolean is_both)
{
  guint joints[TONUS_FREEDOMS_MAX * TONUS_TERMS_MAX], n_joints;

  grasp->handle = handle;
  tonus_pose_draft_init (&grasp->draft, self, frame);
  grasp->n = tonus_pose_list_freedoms (&grasp->draft, handle, is_both, grasp->freedoms);
  n_joints = list_joints (grasp->freedoms, grasp->n, joints);
  if (tonus_pose_handle_get_joint (self, handle) != TONUS_JOINT_ROOT)
    {
      /* Legs under a body that moves go on fitting the floor; these do as they are told. */
      for (guint i = 0; i < n_joints; i++)
        tonus_pose_loosen (&grasp->draft.copy, frame, joints[i]);
      tonus_pose_list_freedoms (&grasp->draft, handle, is_both, grasp->freedoms);
    }
  grasp->moved = mark_moved (&grasp->draft, handle, joints, n_joints);
  tonus_pose_pin_still (&grasp->draft.copy, frame, grasp->moved);
}

static TonusPose *
let_go (Grasp *grasp, GError **error)
{
  TonusPoseDraft *draft = &grasp->draft;

  tonus_pose_lift_soles (&draft->copy, draft->frame, grasp->moved, &draft->before);
  return tonus_pose_draft_finish (draft, error);
}

TonusPose *
tonus_pose_drag (TonusPose *self,
                 const TonusPoseSheet *sheet,
                 TonusFrame frame,
                 TonusHandle handle,
                 double x,
                 double y,
                 gboolean is_both,
                 GError **error)
{
  TonusPoint target = { (x - sheet->x) / sheet->scale, (y - sheet->y) / sheet->scale };
  TonusHandlePlace places[TONUS_N_HANDLES];
  Grasp grasp;

  tonus_pose_sheet_find_handles (sheet, self, frame, places);
  if (hypot (places[handle].x - x, places[handle].y - y) < NEAR * sheet->scale)
    return tonus_pose_ref (self);
  take_hold (&grasp, self, frame, handle, is_both);
  tonus_pose_seek (&grasp.draft, handle, grasp.freedoms, grasp.n, target);
  return let_go (&grasp, error);
}

/* Metres on the picture, as a sheet that shows them one to one has them. */
static TonusPose *
step_pelvis (TonusPose *self, TonusFrame frame, double dx, double dy, GError **error)
{
  const TonusPoseSheet sheet = { .scale = 1 };
  TonusHandlePlace places[TONUS_N_HANDLES];

  tonus_pose_sheet_find_handles (&sheet, self, frame, places);
  return tonus_pose_drag (self, &sheet, frame, TONUS_HANDLE_PELVIS,
                          places[TONUS_HANDLE_PELVIS].x + dx, places[TONUS_HANDLE_PELVIS].y + dy,
                          FALSE, error);
}

TonusPose *
tonus_pose_step (TonusPose *self,
                 TonusFrame frame,
                 TonusHandle handle,
                 guint axis,
                 gboolean is_more,
                 gboolean is_both,
                 GError **error)
{
  guint joint = tonus_pose_handle_get_joint (self, handle);
  double sign = is_more ? 1 : -1, bend;
  Grasp grasp;

  if (handle == TONUS_HANDLE_PELVIS)
    return step_pelvis (self, frame, axis == 1 ? sign * STEP_LENGTH : 0,
                        axis == 0 ? sign * STEP_LENGTH : 0, error);
  if (axis >= MIN (tonus_pose_joint_get (joint)->n_axes, 2))
    return tonus_pose_ref (self);
  take_hold (&grasp, self, frame, handle, is_both);
  bend = CLAMP (sign * STEP_ANGLE, grasp.freedoms[axis].low, grasp.freedoms[axis].high);
  if (fabs (bend) < .05)
    return tonus_pose_ref (self);
  tonus_pose_bend (&grasp.draft.copy.frame[frame].angles, &grasp.freedoms[axis], bend);
  return let_go (&grasp, error);
}
