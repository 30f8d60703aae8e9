/* tonus-pose-read.c - the groups of a pose file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-read.h"

#include <string.h>

#define TEXT_MAX 400u

typedef gboolean (*KeyReader) (const TonusPoseReader *reader, const char *value, TonusPose *pose);

typedef struct
{
  const char *key;
  KeyReader read;
} Key;

static gboolean
keep_text (const TonusPoseReader *reader, const char *value, char **text)
{
  if (strlen (value) > TEXT_MAX)
    return tonus_pose_refuse (reader, "at most %u bytes are allowed", TEXT_MAX);
  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return tonus_pose_refuse (reader, "control characters are not allowed");
  g_free (*text);
  *text = *value != '\0' ? g_strdup (value) : NULL;
  return TRUE;
}

static gboolean
read_name (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  return keep_text (reader, value, &pose->name);
}

/* "no" is what an author writes of a new picture. */
static gboolean
read_reviewed (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  return keep_text (reader, strcmp (value, "no") == 0 ? "" : value, &pose->reviewed);
}

/* "yes" would not say why. */
static gboolean
read_raised (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  if (*value == '\0' || strcmp (value, "yes") == 0)
    return tonus_pose_refuse (reader, "say why the figure is not on the floor: raised=on a step");
  return keep_text (reader, value, &pose->raised);
}

static int
read_choice (const TonusPoseReader *reader, const char *value, const char *const *names)
{
  int found = tonus_pose_find_name (names, value, strlen (value));

  if (found < 0)
    {
      g_autofree char *all = tonus_pose_join_names (names);
      tonus_pose_refuse (reader, "“%.40s” is unknown; allowed are %s", value, all);
    }
  return found;
}

static gboolean
read_posture (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  int found = read_choice (reader, value, tonus_posture_names);

  pose->posture = (TonusPosture) MAX (found, 0);
  return found >= 0;
}

static gboolean
read_style (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  static const char *const names[] = { "ghost", "panels", "single", NULL };
  int found = read_choice (reader, value, names);

  pose->style = (TonusStyle) MAX (found, 0);
  return found >= 0;
}

static gboolean
read_hair (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  static const char *const names[] = { "short", "bun", NULL };
  int found = read_choice (reader, value, names);

  pose->has_bun = found == 1;
  return found >= 0;
}

static gboolean
read_view (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  static const char *const names[] = { "side", "front", "back",    "34", "34f",
                                       "34l",  "top",   "lowside", NULL };
  static const double views[][2] = { { 0, 7 },  { 90, 5 },   { -90, 5 }, { 38, 10 },
                                     { 55, 9 }, { -25, 10 }, { 0, 62 },  { 0, 18 } };
  int found = tonus_pose_find_name (names, value, strlen (value));
  g_auto (GStrv) words = NULL;

  if (found >= 0)
    {
      pose->yaw = views[found][0];
      pose->pitch = views[found][1];
      return TRUE;
    }
  words = tonus_pose_split (reader, value);
  if (words == NULL)
    return FALSE;
  if (g_strv_length (words) != 2)
    {
      g_autofree char *all = tonus_pose_join_names (names);
      return tonus_pose_refuse (reader, "YAW PITCH in degrees is allowed, or %s", all);
    }
  return tonus_pose_read_number (reader, words[0], 180, "degrees", &pose->yaw) &&
         tonus_pose_read_number (reader, words[1], 90, "degrees", &pose->pitch);
}

static gboolean
read_muscle (const TonusPoseReader *reader, const char *word, TonusPose *pose)
{
  const char *dot = strchr (word, '.');
  gsize length = dot != NULL ? (gsize) (dot - word) : strlen (word);
  g_autoptr (GString) names = g_string_new (NULL);
  guint sides = TONUS_BOTH;

  if (dot != NULL && !tonus_pose_read_sides (reader, dot + 1, &sides))
    return FALSE;
  for (guint i = 0; i < TONUS_N_MUSCLES; i++)
    {
      const char *name = tonus_muscle_get_name (i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
      if (strlen (name) != length || memcmp (name, word, length) != 0)
        continue;
      if (pose->n_muscles == TONUS_N_MUSCLES)
        return tonus_pose_refuse (reader, "too many muscles");
      pose->muscles[pose->n_muscles++] = (TonusMuscleUse){ i, sides };
      return TRUE;
    }
  return tonus_pose_refuse (reader,
                            "there is no muscle “%.40s”; allowed are %s, with .r or .l one side",
                            word, names->str);
}

static gboolean
read_muscles (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  g_auto (GStrv) words = tonus_pose_split (reader, value);

  if (words == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!read_muscle (reader, words[i], pose))
      return FALSE;
  return TRUE;
}

static gboolean
read_draw (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  static const char *const limbs[] = { "leg.r", "leg.l", "arm.r", "arm.l", NULL };
  TonusDrawOrder *orders[] = { &pose->draw_leg[0], &pose->draw_leg[1], &pose->draw_arm[0],
                               &pose->draw_arm[1] };
  g_auto (GStrv) words = tonus_pose_split (reader, value);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *colon = strchr (words[i], ':');
      int limb =
          colon == NULL ? -1 : tonus_pose_find_name (limbs, words[i], (gsize) (colon - words[i]));

      if (limb < 0 || (strcmp (colon, ":front") != 0 && strcmp (colon, ":back") != 0))
        return tonus_pose_refuse (
            reader, "“%.40s”: leg.r, leg.l, arm.r or arm.l with :front or :back is allowed",
            words[i]);
      *orders[limb] = colon[1] == 'f' ? TONUS_DRAW_FRONT : TONUS_DRAW_BACK;
    }
  return words != NULL;
}

static gboolean
read_grip (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  g_auto (GStrv) words = tonus_pose_split (reader, value);
  guint sides = 0;

  pose->grip = 0;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (!tonus_pose_read_sides (reader, words[i], &sides))
        return FALSE;
      pose->grip |= sides;
    }
  return words != NULL;
}

static gboolean
read_crop (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  g_auto (GStrv) words = tonus_pose_split (reader, value);
  TonusCrop *crop = &pose->crop;
  guint n = words != NULL ? g_strv_length (words) : 0;

  if (words == NULL)
    return FALSE;
  if (n != 2 && n != 4)
    return tonus_pose_refuse (reader, "PLACE RADIUS [DX DY] is allowed");
  crop->is_set = TRUE;
  if (!tonus_pose_read_spot (reader, words[0], &crop->spot) ||
      !tonus_pose_read_number (reader, words[1], 3, "metres", &crop->radius))
    return FALSE;
  if (crop->radius < .05)
    return tonus_pose_refuse (reader, "a radius of at least 0.05 metres is allowed");
  return n == 2 || (tonus_pose_read_number (reader, words[2], 3, "metres", &crop->dx) &&
                    tonus_pose_read_number (reader, words[3], 3, "metres", &crop->dy));
}

static const Key exercise_keys[] = {
  { "name", read_name },     { "posture", read_posture },
  { "view", read_view },     { "style", read_style },
  { "hair", read_hair },     { "reviewed", read_reviewed },
  { "raised", read_raised }, { NULL, NULL },
};

static const Key scene_keys[] = {
  { "props", tonus_pose_read_props },
  { "arrows", tonus_pose_read_arrows },
  { "muscles", read_muscles },
  { "draw", read_draw },
  { "grip", read_grip },
  { "crop", read_crop },
  { "raised", read_raised },
  { NULL, NULL },
};

static gboolean
refuse_key (const TonusPoseReader *reader, const Key *keys, const char *others)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; keys[i].key != NULL; i++)
    g_string_append_printf (names, "%s, ", keys[i].key);
  return tonus_pose_refuse (reader, "is no key of this group; allowed are %s%s", names->str,
                            others);
}

/* "alt" is English, "alt[es]" Spanish. */
static gboolean
read_alternative (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  const char *open = reader->key + strlen ("alt");
  gsize length = strlen (open);
  g_autofree char *text = NULL;

  if (length > 0 && (open[0] != '[' || open[length - 1] != ']' || length < 4 || length > 14))
    return tonus_pose_refuse (reader, "alt, or alt[es] with a language, is allowed");
  if (!keep_text (reader, value, &text))
    return FALSE;
  if (text != NULL)
    g_hash_table_replace (pose->alternatives,
                          length > 0 ? g_strndup (open + 1, length - 2) : g_strdup (""),
                          g_steal_pointer (&text));
  return TRUE;
}

static gboolean
read_key (const TonusPoseReader *reader, const char *value, const Key *keys, TonusPose *pose)
{
  gboolean is_scene = keys == scene_keys;

  for (guint i = 0; keys[i].key != NULL; i++)
    if (strcmp (keys[i].key, reader->key) == 0)
      return keys[i].read (reader, value, pose);
  if (is_scene && tonus_pose_is_frame_key (reader->key))
    return tonus_pose_read_frame_key (reader, value, &pose->frame[0]);
  if (!is_scene && g_str_has_prefix (reader->key, "alt"))
    return read_alternative (reader, value, pose);
  return refuse_key (reader, keys, is_scene ? "rest, fit, flat, pin" : "alt");
}

/* @keys: (nullable) NULL for a frame. */
static gboolean
read_group (TonusPoseReader *reader,
            GKeyFile *file,
            const char *group,
            const Key *keys,
            TonusPoseFrame *frame,
            TonusPose *pose)
{
  g_auto (GStrv) names = g_key_file_get_keys (file, group, NULL, NULL);

  reader->group = group;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = g_key_file_get_string (file, group, names[i], &error);

      reader->key = names[i];
      if (value == NULL)
        return tonus_pose_refuse (reader, "%s", error->message);
      g_strstrip (value);
      if (keys != NULL ? !read_key (reader, value, keys, pose)
                       : !tonus_pose_read_frame_key (reader, value, frame))
        return FALSE;
    }
  reader->key = reader->group = NULL;
  return TRUE;
}

static gboolean
check_groups (const TonusPoseReader *reader, GKeyFile *file)
{
  static const char *const allowed[] = { "Exercise", "Scene", "Start", "End", NULL };
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_strv_contains (allowed, groups[i]))
      return tonus_pose_refuse (
          reader, "there is no group [%.40s]; allowed are [Exercise], [Scene], [Start], [End]",
          groups[i]);
  for (guint i = 0; i < 3; i++)
    if (!g_key_file_has_group (file, allowed[i]))
      return tonus_pose_refuse (reader, "the group [%s] is missing", allowed[i]);
  return TRUE;
}

gboolean
tonus_pose_read (TonusPoseReader *reader, GKeyFile *keys, TonusPose *pose)
{
  TonusPoseFrame *start = &pose->frame[0], *end = &pose->frame[1];

  tonus_angles_init (&start->angles);
  start->rest[0] = (TonusContact){ TONUS_CONTACT_ALL, TONUS_BOTH, 0 };
  start->n_rest = 1;
  if (!check_groups (reader, keys) ||
      !read_group (reader, keys, "Exercise", exercise_keys, NULL, pose) ||
      !read_group (reader, keys, "Scene", scene_keys, NULL, pose) ||
      !read_group (reader, keys, "Start", NULL, start, pose))
    return FALSE;
  *end = *start;
  if (pose->style != TONUS_STYLE_SINGLE && !g_key_file_has_group (keys, "End"))
    return tonus_pose_refuse (reader, "the group [End] is missing; only style=single does without");
  return read_group (reader, keys, "End", NULL, end, pose);
}
