/* tonus-pose-write.c - a pose as the text of its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-write.h"

#include "tonus-pose-joints.h"
#include "tonus-pose-words.h"
#include "tonus-text.h"

#include <string.h>

#define ANGLE_DIGITS 1
#define PLACE_DIGITS 3

static void
append_number (GString *words, double number, guint digits)
{
  g_autofree char *text = tonus_number_format (number, digits);

  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
}

static void
append_place (GString *words, TonusVec place)
{
  append_number (words, place.x, PLACE_DIGITS);
  append_number (words, place.y, PLACE_DIGITS);
  append_number (words, place.z, PLACE_DIGITS);
}

char *
tonus_pose_spell_rest (const TonusPoseFrame *frame)
{
  g_autofree char *first = tonus_pose_spell_contact (&frame->rest[0]);
  g_autofree char *second = frame->n_rest > 1 ? tonus_pose_spell_contact (&frame->rest[1]) : NULL;

  return second != NULL ? g_strconcat (first, " ", second, NULL) : g_steal_pointer (&first);
}

static char *
spell_fits (const TonusPoseFrame *frame)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < frame->n_fit; i++)
    {
      const TonusFit *fit = &frame->fit[i];
      g_autofree char *contact = tonus_pose_spell_contact (&fit->contact);
      const TonusPoseJoint *joint = tonus_pose_joint_get (fit->joint);
      gsize length = strlen (joint->id) - (joint->is_pair && fit->n == 2 ? 2 : 0);

      g_string_append_printf (words, "%s%.*s:%s", i > 0 ? " " : "", (int) length, joint->id,
                              contact);
    }
  return g_string_free (words, FALSE);
}

static char *
spell_pin (const TonusPoseFrame *frame)
{
  g_autofree char *landmark = tonus_pose_spell_landmark (frame->pin);
  GString *words = g_string_new (landmark);

  if (fabs (frame->pin_x) > 5e-4 || fabs (frame->pin_z) > 5e-4)
    {
      append_number (words, frame->pin_x, PLACE_DIGITS);
      append_number (words, frame->pin_z, PLACE_DIGITS);
    }
  return g_string_free (words, FALSE);
}

static char *
spell_reach (const TonusReach *reach, gboolean is_hand)
{
  GString *words = g_string_new (NULL);

  if (is_hand && reach->is_world)
    g_string_append (words, "world");
  else if (is_hand && reach->bone >= TONUS_BONE_THIGH && reach->bone < TONUS_BONE_SHANK)
    g_string_append_printf (words, "thigh.%c", reach->bone == TONUS_BONE_THIGH ? 'r' : 'l');
  else if (is_hand)
    {
      g_autofree char *landmark = tonus_pose_spell_landmark (reach->landmark);
      g_string_append (words, landmark);
    }
  append_place (words, reach->offset);
  if (reach->has_pole)
    {
      g_string_append (words, " pole");
      append_place (words, reach->pole);
    }
  return g_string_free (words, FALSE);
}

static void
write_reaches (const TonusPoseFrame *frame, GKeyFile *file, const char *group)
{
  static const char *const keys[2][2] = { { "hand.r", "hand.l" }, { "foot.r", "foot.l" } };

  for (guint is_foot = 0; is_foot < 2; is_foot++)
    for (guint side = 0; side < 2; side++)
      {
        const TonusReach *reach = is_foot ? &frame->foot[side] : &frame->hand[side];
        g_autofree char *words = reach->is_set ? spell_reach (reach, !is_foot) : NULL;

        g_key_file_set_string (file, group, keys[is_foot][side], words != NULL ? words : "none");
      }
}

static char *
spell_angles (const double *angles, guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_number (words, angles[i], ANGLE_DIGITS);
  return g_string_free (words, FALSE);
}

static void
write_angles (const TonusAngles *angles, GKeyFile *file, const char *group)
{
  for (guint i = 0; i < TONUS_POSE_JOINTS; i++)
    {
      const TonusPoseJoint *joint = tonus_pose_joint_get (i);
      g_autofree char *words = spell_angles (angles->angle[i], joint->n_axes);

      if (joint->is_pair && joint->side == 0)
        {
          g_autofree char *left = spell_angles (angles->angle[i + 1], joint->n_axes);
          g_autofree char *both = g_strndup (joint->id, strlen (joint->id) - 2);

          /* Both sides alike are one line. */
          if (g_str_equal (words, left))
            {
              g_key_file_set_string (file, group, both, words);
              i++;
              continue;
            }
        }
      g_key_file_set_string (file, group, joint->id, words);
    }
}

void
tonus_pose_write_frame (const TonusPoseFrame *frame, GKeyFile *file, const char *group)
{
  static const char *const soles[] = { "none", "foot.r", "foot.l", "feet" };
  g_autofree char *rest = tonus_pose_spell_rest (frame);
  g_autofree char *fits = spell_fits (frame);
  g_autofree char *pin = spell_pin (frame);

  g_key_file_set_string (file, group, "rest", rest);
  g_key_file_set_string (file, group, "fit", fits);
  g_key_file_set_string (file, group, "flat", soles[frame->flat & TONUS_BOTH]);
  g_key_file_set_string (file, group, "pin", pin);
  write_angles (&frame->angles, file, group);
  write_reaches (frame, file, group);
}
