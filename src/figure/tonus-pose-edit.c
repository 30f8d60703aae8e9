/* tonus-pose-edit.c - a new pose made from one that is near it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-edit-private.h"

#include "tonus-pose-read.h"
#include "tonus-pose-write.h"

#include <string.h>

static const char *const groups[] = { "Start", "End" };

/* --- the text --- */

static GKeyFile *
load_text (const TonusPose *self)
{
  GKeyFile *file = g_key_file_new ();
  gsize size = 0;
  const char *text = g_bytes_get_data (self->bytes, &size);
  gboolean is_loaded =
      g_key_file_load_from_data (file, text, size, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);

  /* It was read before. */
  g_assert (is_loaded);
  return file;
}

/* The exercise's name, who approved its picture and what it shows are not those of another. */
static void
forget_whose (GKeyFile *file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "Exercise", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (g_str_has_prefix (keys[i], "alt") || g_str_equal (keys[i], "name") ||
        g_str_equal (keys[i], "reviewed"))
      g_key_file_remove_key (file, "Exercise", keys[i], NULL);
}

static void
remove_frames (GKeyFile *file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "Scene", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (tonus_pose_is_frame_key (keys[i]))
      g_key_file_remove_key (file, "Scene", keys[i], NULL);
  g_key_file_remove_group (file, "Start", NULL);
  g_key_file_remove_group (file, "End", NULL);
}

static TonusPose *
read_again (GKeyFile *file, const char *name, GError **error)
{
  gsize size = 0;
  char *text = g_key_file_to_data (file, &size, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);

  return tonus_pose_new_from_bytes (bytes, name, error);
}

char *
tonus_pose_spell_frames (const TonusPose *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < 2; i++)
    tonus_pose_write_frame (&self->frame[i], file, groups[i]);
  return g_key_file_to_data (file, NULL, NULL);
}

char *
tonus_pose_spell_key (const TonusPose *self, const char *group, const char *key)
{
  g_autoptr (GKeyFile) file = load_text (self);

  return g_key_file_get_string (file, group, key, NULL);
}

gboolean
tonus_pose_is_single (const TonusPose *self)
{
  return self->style == TONUS_STYLE_SINGLE;
}

/* --- the draft --- */

void
tonus_pose_draft_init (TonusPoseDraft *draft, const TonusPose *self, guint frame)
{
  draft->copy = *self;
  draft->frame = frame;
  for (guint i = 0; i < 2; i++)
    tonus_pose_settle (&draft->copy, i);
  tonus_pose_read_angles (&draft->copy, frame, &draft->before);
}

TonusPose *
tonus_pose_draft_finish (TonusPoseDraft *draft, GError **error)
{
  g_autoptr (GKeyFile) file = load_text (&draft->copy);

  tonus_pose_settle (&draft->copy, draft->frame);
  forget_whose (file);
  remove_frames (file);
  for (guint i = 0; i < 2; i++)
    tonus_pose_write_frame (&draft->copy.frame[i], file, groups[i]);
  return read_again (file, draft->copy.file, error);
}

/* --- the look --- */

static void
put_key (GKeyFile *file, const char *group, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    g_key_file_set_string (file, group, key, value);
  else if (value != NULL)
    g_key_file_remove_key (file, group, key, NULL);
}

static gboolean
put_frames (GKeyFile *file, const char *frames, const char *name, GError **error)
{
  g_autoptr (GKeyFile) from = g_key_file_new ();
  g_autoptr (GError) why = NULL;

  if (!g_key_file_load_from_data (from, frames, strlen (frames), G_KEY_FILE_NONE, &why))
    {
      g_set_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE,
                   "%s: the frames are no key file: %s", name, why->message);
      return FALSE;
    }
  remove_frames (file);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (from, groups[i], NULL, NULL);

      for (guint j = 0; keys != NULL && keys[j] != NULL; j++)
        {
          g_autofree char *value = g_key_file_get_string (from, groups[i], keys[j], NULL);
          if (value != NULL)
            g_key_file_set_string (file, groups[i], keys[j], value);
        }
    }
  return TRUE;
}

TonusPose *
tonus_pose_derive (TonusPose *base, const TonusPoseLook *look, const char *frames, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (base != NULL && look != NULL, NULL);
  file = load_text (base);
  if (frames != NULL)
    {
      forget_whose (file);
      if (!put_frames (file, frames, base->file, error))
        return NULL;
    }
  put_key (file, "Exercise", "style", look->style);
  put_key (file, "Exercise", "view", look->view);
  put_key (file, "Scene", "muscles", look->muscles);
  put_key (file, "Scene", "arrows", look->has_no_arrows ? "" : NULL);
  return read_again (file, base->file, error);
}

/* --- angles --- */

void
tonus_pose_get_angles (const TonusPose *self, TonusFrame frame, guint joint, double angles[3])
{
  TonusAngles seen;

  g_return_if_fail (joint < TONUS_N_JOINTS);
  tonus_pose_read_angles (self, frame, &seen);
  for (guint i = 0; i < 3; i++)
    angles[i] = seen.angle[joint][i];
}

void
tonus_pose_list_angles (const TonusPose *self, TonusFrame frame, double angles[TONUS_POSE_JOINTS][3])
{
  TonusAngles seen;

  tonus_pose_read_angles (self, frame, &seen);
  memcpy (angles, seen.angle, sizeof seen.angle);
}

/* A pose that is beyond it already may come nearer. */
static gboolean
check_range (const TonusPoseDraft *draft, guint joint, guint axis, double degrees, GError **error)
{
  const TonusPoseJoint *of = tonus_pose_joint_get (joint);
  double now = draft->before.angle[joint][axis];

  if (degrees >= MIN (of->axes[axis].low, now) && degrees <= MAX (of->axes[axis].high, now))
    return TRUE;
  g_set_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_RANGE, "%g° is beyond %g° to %g°",
               degrees, of->axes[axis].low, of->axes[axis].high);
  return FALSE;
}

TonusPose *
tonus_pose_turn (TonusPose *self,
                 TonusFrame frame,
                 guint joint,
                 guint axis,
                 double degrees,
                 gboolean is_both,
                 GError **error)
{
  const TonusPoseJoint *of = tonus_pose_joint_get (joint);
  guint joints[2] = { joint, joint }, n = 1;
  guint32 moved;
  TonusPoseDraft draft;

  g_return_val_if_fail (self != NULL && of != NULL && axis < of->n_axes, NULL);
  tonus_pose_draft_init (&draft, self, frame);
  if (is_both && of->is_pair)
    joints[n++] = of->side == 0 ? joint + 1 : joint - 1;
  for (guint i = 0; i < n; i++)
    if (!check_range (&draft, joints[i], axis, degrees, error))
      return NULL;
  moved = tonus_pose_mark_moved (joints, n);
  for (guint i = 0; i < n; i++)
    tonus_pose_loosen (&draft.copy, frame, joints[i]);
  tonus_pose_pin_still (&draft.copy, frame, moved);
  for (guint i = 0; i < n; i++)
    draft.copy.frame[frame].angles.angle[joints[i]][axis] = degrees;
  tonus_pose_lift_soles (&draft.copy, frame, moved, &draft.before);
  return tonus_pose_draft_finish (&draft, error);
}

/* --- what is on the floor --- */

char *
tonus_pose_get_rest (const TonusPose *self, TonusFrame frame)
{
  return tonus_pose_spell_rest (&self->frame[frame]);
}

TonusPose *
tonus_pose_rest (TonusPose *self, TonusFrame frame, const char *contacts, GError **error)
{
  TonusPoseReader reader = { self->file, groups[frame], "rest", error };
  TonusPoseDraft draft;

  tonus_pose_draft_init (&draft, self, frame);
  if (!tonus_pose_read_frame_key (&reader, contacts, &draft.copy.frame[frame]))
    return NULL;
  return tonus_pose_draft_finish (&draft, error);
}

gboolean
tonus_pose_is_flat (const TonusPose *self, TonusFrame frame, guint side)
{
  return (self->frame[frame].flat & (1u << side)) != 0;
}

TonusPose *
tonus_pose_flatten (TonusPose *self, TonusFrame frame, guint side, gboolean is_flat, GError **error)
{
  TonusPoseDraft draft;

  tonus_pose_draft_init (&draft, self, frame);
  if (!is_flat)
    tonus_pose_loosen (&draft.copy, frame, TONUS_JOINT_ANKLE + side);
  else if (!tonus_pose_is_flat (self, frame, side))
    {
      draft.copy.frame[frame].flat |= 1u << side;
      draft.copy.frame[frame].angles.angle[TONUS_JOINT_ANKLE + side][0] = 0;
    }
  return tonus_pose_draft_finish (&draft, error);
}

TonusPose *
tonus_pose_copy_frame (TonusPose *self, TonusFrame from, TonusFrame to, GError **error)
{
  TonusPoseDraft draft;

  tonus_pose_draft_init (&draft, self, to);
  draft.copy.frame[to] = draft.copy.frame[from];
  return tonus_pose_draft_finish (&draft, error);
}

gboolean
tonus_pose_find_faults (const TonusPose *self, TonusFrame frame, TonusPoseFaults *faults)
{
  TonusSolution solution;

  tonus_pose_solve (self, frame, &solution);
  faults->is_rest_missed = solution.is_rest_missed;
  faults->is_fit_missed = solution.n_fits_missed > 0;
  faults->above = tonus_contact_height (&solution.skeleton, TONUS_CONTACT_ALL, TONUS_BOTH);
  faults->is_off_floor =
      self->raised == NULL && (faults->above < TONUS_DEEPEST || faults->above > TONUS_HIGHEST);
  return faults->is_rest_missed || faults->is_fit_missed || faults->is_off_floor;
}
