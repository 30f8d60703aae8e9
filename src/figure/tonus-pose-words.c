/* tonus-pose-words.c - the words of a pose file, and what to say about a wrong one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-words.h"

#include "tonus-text.h"

#include <string.h>

#define WORDS_MAX 32u
#define HEIGHT_LIMIT 3.0

const char *const tonus_posture_names[] = { "stand",     "supine",     "prone", "quadruped",
                                            "side-left", "side-right", NULL };

const char *const tonus_joint_names[] = {
  "root", "lumbar", "thoracic", "neck",     "hip",   "hip",   "knee",  "knee",  "ankle", "ankle",
  "toe",  "toe",    "shoulder", "shoulder", "elbow", "elbow", "wrist", "wrist", NULL,
};

const char *const tonus_contact_names[] = { "feet",   "heels",  "toes", "knees", "shins",
                                            "hands",  "elbows", "back", "chest", "head",
                                            "pelvis", "seat",   "all",  NULL };

/* The same contacts on one side. */
static const char *const single_contact_names[] = { "foot", "heel", "toes",  "knee",
                                                    "shin", "hand", "elbow", NULL };

static const char *const landmark_names[] = {
  "pelvis", "lum",  "tho",      "c7",       "skull", "head",  "hip",   "hip",
  "knee",   "knee", "ankle",    "ankle",    "mtp",   "mtp",   "toe",   "toe",
  "heel",   "heel", "shoulder", "shoulder", "elbow", "elbow", "wrist", "wrist",
  "hand",   "hand", "fingers",  "fingers",  NULL,
};

GQuark
tonus_figure_error_quark (void)
{
  return g_quark_from_static_string ("tonus-figure-error-quark");
}

gboolean
tonus_pose_refuse (const TonusPoseReader *reader, const char *format, ...)
{
  va_list arguments;
  g_autofree char *what = NULL, *clean = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = g_utf8_make_valid (what, -1);
  if (reader->key != NULL)
    g_set_error (reader->error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE, "%s, [%s] %s: %s",
                 reader->file, reader->group, reader->key, clean);
  else if (reader->group != NULL)
    g_set_error (reader->error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE, "%s, [%s]: %s",
                 reader->file, reader->group, clean);
  else
    g_set_error (reader->error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE, "%s: %s", reader->file,
                 clean);
  return FALSE;
}

char *
tonus_pose_join_names (const char *const *names)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (i == 0 || strcmp (names[i], names[i - 1]) != 0)
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", names[i]);
  return g_string_free (all, FALSE);
}

int
tonus_pose_find_name (const char *const *names, const char *word, gsize length)
{
  for (int i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == length && memcmp (names[i], word, length) == 0)
      return i;
  return -1;
}

GStrv
tonus_pose_split (const TonusPoseReader *reader, const char *value)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (value, " \t", WORDS_MAX * 4);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        if (++n > WORDS_MAX)
          {
            tonus_pose_refuse (reader, "too many words; at most %u are allowed", WORDS_MAX);
            return NULL;
          }
        g_strv_builder_add (words, parts[i]);
      }
  return g_strv_builder_end (words);
}

gboolean
tonus_pose_read_number (
    const TonusPoseReader *reader, const char *word, double limit, const char *unit, double *number)
{
  char *end = NULL;

  if (*word == '\0' || strspn (word, "+-.0123456789") != strlen (word))
    return tonus_pose_refuse (reader, "“%.40s” is no number; %s from %g to %g are allowed", word,
                              unit, -limit, limit);
  *number = g_ascii_strtod (word, &end);
  if (*end != '\0')
    return tonus_pose_refuse (reader, "“%.40s” is no number; %s from %g to %g are allowed", word,
                              unit, -limit, limit);
  if (!(fabs (*number) <= limit))
    return tonus_pose_refuse (reader, "%.40s is too much; %s from %g to %g are allowed", word, unit,
                              -limit, limit);
  return TRUE;
}

gboolean
tonus_pose_read_sides (const TonusPoseReader *reader, const char *word, guint *sides)
{
  *sides = strcmp (word, "both") == 0 ? TONUS_BOTH
           : strcmp (word, "r") == 0  ? 1u << TONUS_RIGHT
           : strcmp (word, "l") == 0  ? 1u << TONUS_LEFT
                                      : 0;
  return *sides != 0 ||
         tonus_pose_refuse (reader, "“%.40s” is no side; allowed are both, r, l", word);
}

/* Cuts ".r" or ".l" off: -1 if there is none. */
static int
read_side (const char *word, gsize *length)
{
  if (*length < 3 || word[*length - 2] != '.')
    return -1;
  if (word[*length - 1] != 'r' && word[*length - 1] != 'l')
    return -1;
  *length -= 2;
  return word[*length + 1] == 'r' ? TONUS_RIGHT : TONUS_LEFT;
}

gboolean
tonus_pose_read_joint (
    const TonusPoseReader *reader, const char *word, gsize length, guint *joint, guint *n)
{
  gsize stem = length;
  int side = read_side (word, &stem), found = tonus_pose_find_name (tonus_joint_names, word, stem);
  gboolean is_paired = found >= TONUS_JOINT_HIP;

  if (found < 0 || (side >= 0 && !is_paired))
    {
      g_autofree char *names = tonus_pose_join_names (tonus_joint_names);
      return tonus_pose_refuse (reader,
                                "“%.*s” is no joint; allowed are %s, limbs also with .r or .l",
                                (int) MIN (length, 40), word, names);
    }
  *joint = (guint) found + (side >= 0 ? (guint) side : 0);
  *n = is_paired && side < 0 ? 2 : 1;
  return TRUE;
}

static gboolean
find_contact (const char *word, gsize length, TonusContactKind *kind, guint *sides)
{
  gsize stem = length;
  int side = read_side (word, &stem);
  int found =
      tonus_pose_find_name (side < 0 ? tonus_contact_names : single_contact_names, word, stem);

  if (found < 0)
    return FALSE;
  *kind = (TonusContactKind) found;
  *sides = side < 0 ? TONUS_BOTH : 1u << side;
  return TRUE;
}

gboolean
tonus_pose_read_contact (const TonusPoseReader *reader, const char *word, TonusContact *contact)
{
  const char *at = strchr (word, '@');
  gsize length = at != NULL ? (gsize) (at - word) : strlen (word);

  if (!find_contact (word, length, &contact->kind, &contact->sides))
    {
      g_autofree char *names = tonus_pose_join_names (tonus_contact_names);
      g_autofree char *singles = tonus_pose_join_names (single_contact_names);
      return tonus_pose_refuse (reader,
                                "“%.*s” touches nothing; allowed are %s, and with .r or .l %s",
                                (int) MIN (length, 40), word, names, singles);
    }
  contact->height = 0;
  return at == NULL ||
         tonus_pose_read_number (reader, at + 1, HEIGHT_LIMIT, "metres", &contact->height);
}

char *
tonus_pose_spell_contact (const TonusContact *contact)
{
  GString *word = g_string_new (contact->sides == TONUS_BOTH ? tonus_contact_names[contact->kind]
                                                             : single_contact_names[contact->kind]);

  if (contact->sides != TONUS_BOTH)
    g_string_append (word, contact->sides == 1u << TONUS_RIGHT ? ".r" : ".l");
  if (fabs (contact->height) > 5e-4)
    {
      g_autofree char *height = tonus_number_format (contact->height, 3);
      g_string_append_printf (word, "@%s", height);
    }
  return g_string_free (word, FALSE);
}

char *
tonus_pose_spell_landmark (guint landmark)
{
  guint side = landmark >= TONUS_AT_HIP ? (landmark - TONUS_AT_HIP) % 2 : 0;

  return g_strconcat (landmark_names[landmark],
                      landmark < TONUS_AT_HIP ? ""
                      : side == TONUS_RIGHT   ? ".r"
                                              : ".l",
                      NULL);
}

/* @side: of a paired one without; -1: then it is none. */
static int
find_landmark (const char *word, int side)
{
  gsize stem = strlen (word);
  int own = read_side (word, &stem), found;

  if (own < 0 && stem > 2 && strcmp (word + stem - 2, ".*") == 0)
    stem -= 2;
  found = tonus_pose_find_name (landmark_names, word, stem);
  if (found < TONUS_AT_HIP)
    return own < 0 ? found : -1;
  if (own < 0 && side < 0)
    return -1;
  return found + (own >= 0 ? own : side);
}

static gboolean
refuse_landmark (const TonusPoseReader *reader, const char *word)
{
  g_autofree char *names = tonus_pose_join_names (landmark_names);

  return tonus_pose_refuse (reader, "“%.40s” is no place; allowed are %s, limbs with .r or .l",
                            word, names);
}

gboolean
tonus_pose_read_landmark (const TonusPoseReader *reader,
                          const char *word,
                          int side,
                          guint *landmark)
{
  int found = find_landmark (word, side);

  if (found < 0)
    return refuse_landmark (reader, word);
  *landmark = (guint) found;
  return TRUE;
}

gboolean
tonus_pose_read_spot (const TonusPoseReader *reader, const char *word, TonusSpot *spot)
{
  int found = find_landmark (word, -1);

  if (found >= 0)
    *spot = (TonusSpot){ .landmark = (guint) found };
  else if (find_contact (word, strlen (word), &spot->contact, &spot->sides))
    spot->is_contact = TRUE;
  else
    return refuse_landmark (reader, word);
  return TRUE;
}
