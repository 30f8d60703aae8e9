/* tonus-pose-read-frame.c - a frame of a pose file: joints, contacts, reaches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-read.h"

#include <string.h>

#define ANGLE_LIMIT 200.0
#define PLACE_LIMIT 3.0

static gboolean
read_rest (const TonusPoseReader *reader, char **words, TonusPoseFrame *frame)
{
  guint n = g_strv_length (words);

  if (n < 1 || n > 2)
    return tonus_pose_refuse (reader, "one or two contacts are allowed, not %u", n);
  for (frame->n_rest = 0; frame->n_rest < n; frame->n_rest++)
    if (!tonus_pose_read_contact (reader, words[frame->n_rest], &frame->rest[frame->n_rest]))
      return FALSE;
  return TRUE;
}

static gboolean
read_fit (const TonusPoseReader *reader, char **words, TonusPoseFrame *frame)
{
  frame->n_fit = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      TonusFit *fit = &frame->fit[frame->n_fit];
      const char *colon = strchr (words[i], ':');

      if (i >= TONUS_FITS_MAX)
        return tonus_pose_refuse (reader, "at most %u fits are allowed", TONUS_FITS_MAX);
      if (colon == NULL)
        return tonus_pose_refuse (reader, "“%.40s” is no fit; JOINT:CONTACT is allowed", words[i]);
      if (!tonus_pose_read_joint (reader, words[i], (gsize) (colon - words[i]), &fit->joint,
                                  &fit->n) ||
          !tonus_pose_read_contact (reader, colon + 1, &fit->contact))
        return FALSE;
      frame->n_fit++;
    }
  return TRUE;
}

static gboolean
read_flat (const TonusPoseReader *reader, char **words, TonusPoseFrame *frame)
{
  frame->flat = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "feet") == 0)
        frame->flat |= TONUS_BOTH;
      else if (strcmp (words[i], "foot.r") == 0)
        frame->flat |= 1u << TONUS_RIGHT;
      else if (strcmp (words[i], "foot.l") == 0)
        frame->flat |= 1u << TONUS_LEFT;
      else if (strcmp (words[i], "none") != 0)
        return tonus_pose_refuse (
            reader, "“%.40s” cannot be flat; allowed are feet, foot.r, foot.l, none", words[i]);
    }
  return TRUE;
}

static gboolean
read_pin (const TonusPoseReader *reader, char **words, TonusPoseFrame *frame)
{
  guint n = g_strv_length (words);

  frame->pin_x = frame->pin_z = 0;
  if (n != 1 && n != 3)
    return tonus_pose_refuse (reader, "one landmark is allowed, and perhaps X Z after it");
  if (!tonus_pose_read_landmark (reader, words[0], -1, &frame->pin))
    return FALSE;
  return n == 1 ||
         (tonus_pose_read_number (reader, words[1], PLACE_LIMIT, "metres", &frame->pin_x) &&
          tonus_pose_read_number (reader, words[2], PLACE_LIMIT, "metres", &frame->pin_z));
}

/* In which bone's frame an offset from a landmark is given. */
static guint
find_bone (guint landmark)
{
  static const guint bones[] = {
    TONUS_BONE_PELVIS, TONUS_BONE_LUM,    TONUS_BONE_THO,   TONUS_BONE_THO,     TONUS_BONE_HEAD,
    TONUS_BONE_HEAD,   TONUS_BONE_PELVIS, TONUS_BONE_SHANK, TONUS_BONE_FOOT,    TONUS_BONE_FOOT,
    TONUS_BONE_TOE,    TONUS_BONE_FOOT,   TONUS_BONE_THO,   TONUS_BONE_FOREARM, TONUS_BONE_HAND,
    TONUS_BONE_HAND,   TONUS_BONE_HAND,
  };
  guint side = landmark >= TONUS_AT_HIP ? (landmark - TONUS_AT_HIP) % 2 : 0;
  guint bone = landmark < TONUS_AT_HIP ? bones[landmark] : bones[6 + (landmark - TONUS_AT_HIP) / 2];

  return bone + (bone >= TONUS_BONE_THIGH ? side : 0);
}

/* Up to three metres; what is not said stays. */
static gboolean
read_place (const TonusPoseReader *reader, char **words, guint n, TonusVec *place)
{
  double *at[] = { &place->x, &place->y, &place->z };

  for (guint i = 0; i < n; i++)
    if (!tonus_pose_read_number (reader, words[i], PLACE_LIMIT, "metres", at[i]))
      return FALSE;
  return TRUE;
}

/* "world x y z", "tho dx dy dz", "thigh dx dy dz", each perhaps with "pole x y z". */
static gboolean
read_hand (const TonusPoseReader *reader, char **words, guint side, TonusReach *reach)
{
  guint n = g_strv_length (words), n_place = n;

  if (n >= 4 && strcmp (words[n - 4], "pole") == 0)
    {
      n_place = n - 4;
      reach->has_pole = TRUE;
      if (!read_place (reader, words + n_place + 1, 3, &reach->pole))
        return FALSE;
    }
  if (n_place < 1 || n_place > 4)
    return tonus_pose_refuse (
        reader, "LANDMARK DX DY DZ or world X Y Z, then perhaps pole X Y Z, is allowed");
  reach->is_world = strcmp (words[0], "world") == 0;
  if (g_str_has_prefix (words[0], "thigh"))
    {
      if (!tonus_pose_read_landmark (reader, words[0][5] == '\0' ? "hip" : "hip.r", (int) side,
                                     &reach->landmark))
        return FALSE;
      reach->landmark = TONUS_AT_HIP + (g_str_has_suffix (words[0], ".r")   ? TONUS_RIGHT
                                        : g_str_has_suffix (words[0], ".l") ? TONUS_LEFT
                                                                            : side);
      reach->bone = TONUS_BONE_THIGH + (reach->landmark - TONUS_AT_HIP);
    }
  else if (!reach->is_world)
    {
      if (!tonus_pose_read_landmark (reader, words[0], (int) side, &reach->landmark))
        return FALSE;
      reach->bone = find_bone (reach->landmark);
    }
  reach->is_set = TRUE;
  return read_place (reader, words + 1, n_place - 1, &reach->offset);
}

static gboolean
read_foot (const TonusPoseReader *reader, char **words, TonusReach *reach)
{
  if (g_strv_length (words) != 3)
    return tonus_pose_refuse (reader, "X Y Z in metres is allowed");
  reach->is_set = reach->is_world = TRUE;
  return read_place (reader, words, 3, &reach->offset);
}

/* "hand" is both, "foot.l" one. */
static gboolean
read_reach (const TonusPoseReader *reader, char **words, TonusPoseFrame *frame)
{
  gboolean is_hand = g_str_has_prefix (reader->key, "hand");
  gboolean is_off = words[0] == NULL || (strcmp (words[0], "none") == 0 && words[1] == NULL);
  guint n = 0;

  for (guint side = 0; side < 2; side++)
    {
      TonusReach reach = { 0 };
      const char *suffix = reader->key + 4;

      if (*suffix != '\0' && strcmp (suffix, side == TONUS_RIGHT ? ".r" : ".l") != 0)
        continue;
      n++;
      if (!is_off &&
          !(is_hand ? read_hand (reader, words, side, &reach) : read_foot (reader, words, &reach)))
        return FALSE;
      /* Said of both hands, a place in the world is said of the right one. */
      if (reach.is_world && *suffix == '\0' && side == TONUS_LEFT)
        reach.offset.z = -reach.offset.z;
      *(is_hand ? &frame->hand[side] : &frame->foot[side]) = reach;
    }
  return n > 0 ||
         tonus_pose_refuse (reader, "only %.4s.r and %.4s.l are sides", reader->key, reader->key);
}

static gboolean
read_angles (const TonusPoseReader *reader, char **words, TonusPoseFrame *frame)
{
  guint joint = 0, n_joints = 0, n = g_strv_length (words);
  guint most;

  if (!tonus_pose_read_joint (reader, reader->key, strlen (reader->key), &joint, &n_joints))
    return FALSE;
  most = (joint >= TONUS_JOINT_KNEE && joint < TONUS_JOINT_SHOULDER) ||
                 (joint >= TONUS_JOINT_ELBOW && joint < TONUS_JOINT_WRIST)
             ? 1
             : 3;
  if (n < 1 || n > most)
    return tonus_pose_refuse (reader, "%s allowed, not %u",
                              most == 1 ? "one angle is" : "one to three angles are", n);
  for (guint i = 0; i < n; i++)
    {
      double angle = 0;

      if (!tonus_pose_read_number (reader, words[i], ANGLE_LIMIT, "degrees", &angle))
        return FALSE;
      for (guint j = 0; j < n_joints; j++)
        frame->angles.angle[joint + j][i] = angle;
    }
  return TRUE;
}

gboolean
tonus_pose_is_frame_key (const char *key)
{
  return strcmp (key, "rest") == 0 || strcmp (key, "fit") == 0 || strcmp (key, "flat") == 0 ||
         strcmp (key, "pin") == 0;
}

gboolean
tonus_pose_read_frame_key (const TonusPoseReader *reader, const char *value, TonusPoseFrame *frame)
{
  g_auto (GStrv) words = tonus_pose_split (reader, value);
  const char *key = reader->key;

  if (words == NULL)
    return FALSE;
  if (strcmp (key, "rest") == 0)
    return read_rest (reader, words, frame);
  if (strcmp (key, "fit") == 0)
    return read_fit (reader, words, frame);
  if (strcmp (key, "flat") == 0)
    return read_flat (reader, words, frame);
  if (strcmp (key, "pin") == 0)
    return read_pin (reader, words, frame);
  if (g_str_has_prefix (key, "hand") || g_str_has_prefix (key, "foot"))
    return read_reach (reader, words, frame);
  return read_angles (reader, words, frame);
}
