/* tonus-pose-read-scene.c - what a pose file puts around the figure: props and arrows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-read.h"

#include <string.h>

#define PLACE_LIMIT 3.0

/* What may follow the name: n number, p place on the figure, s side (both, r, l), b a limb with a
 * band, L the word left; what stands after ? may be left out; + repeats the last. */
typedef struct
{
  const char *name, *pattern, *usage;
} PropForm;

static const PropForm forms[TONUS_N_PROPS] = {
  [TONUS_PROP_MAT] = { "mat", "", "mat" },
  [TONUS_PROP_WALL] = { "wall", "n", "wall X" },
  [TONUS_PROP_DOOR] = { "door", "n?n", "door X [HALF_WIDTH]" },
  [TONUS_PROP_STEP] = { "step", "nnn", "step X0 X1 HEIGHT" },
  [TONUS_PROP_DESK] = { "desk", "nnn", "desk X0 X1 HEIGHT" },
  [TONUS_PROP_CHAIR] = { "chair", "?L", "chair [left]" },
  [TONUS_PROP_STOOL] = { "stool", "", "stool" },
  [TONUS_PROP_TABLE] = { "table", "", "table" },
  [TONUS_PROP_SUPPORT] = { "support", "n", "support X" },
  [TONUS_PROP_ROLLER] = { "roller", "p?n", "roller PLACE [DX]" },
  [TONUS_PROP_ROLL] = { "roll", "pn?nnn", "roll PLACE RADIUS [DX DY DZ]" },
  [TONUS_PROP_BALL] = { "ball", "pn?nnn", "ball PLACE RADIUS [DX DY DZ]" },
  [TONUS_PROP_PILLOW] = { "pillow", "p?nn", "pillow PLACE [DX HEIGHT]" },
  [TONUS_PROP_BAND] = { "band", "b?n",
                        "band thigh|knee|ankle|mtp [OFFSET], one side with .r or .l" },
  [TONUS_PROP_TUBE] = { "tube", "nnnp?nnn", "tube X Y Z PLACE [DX DY DZ]" },
  [TONUS_PROP_STRAP] = { "strap", "pp+", "strap PLACE PLACE..." },
  [TONUS_PROP_DUMBBELL] = { "dumbbell", "s", "dumbbell both|r|l" },
  [TONUS_PROP_KETTLEBELL] = { "kettlebell", "s", "kettlebell both|r|l" },
  [TONUS_PROP_BARBELL] = { "barbell", "?n", "barbell [RADIUS]" },
  [TONUS_PROP_CUFF] = { "cuff", "p", "cuff ankle.r" },
  [TONUS_PROP_STICK] = { "stick", "?ppn", "stick [wrist.l wrist.r [OVERHANG]]" },
  [TONUS_PROP_CARD] = { "card", "s", "card r|l" },
  [TONUS_PROP_BIKE] = { "bike", "nn", "bike X Y" },
};

static gboolean
read_limb (const TonusPoseReader *reader, const char *word, TonusProp *prop)
{
  static const char *const limbs[] = { "thigh", "knee", "ankle", "mtp", NULL };
  static const guint landmarks[] = { TONUS_AT_HIP, TONUS_AT_KNEE, TONUS_AT_ANKLE, TONUS_AT_MTP };
  const char *dot = strchr (word, '.');
  int found =
      tonus_pose_find_name (limbs, word, dot != NULL ? (gsize) (dot - word) : strlen (word));

  if (found < 0)
    return tonus_pose_refuse (reader, "no band fits “%.40s”; allowed: %s", word,
                              forms[TONUS_PROP_BAND].usage);
  prop->limb = landmarks[found];
  prop->sides = TONUS_BOTH;
  return dot == NULL || tonus_pose_read_sides (reader, dot + 1, &prop->sides);
}

static gboolean
read_argument (const TonusPoseReader *reader, char kind, const char *word, TonusProp *prop)
{
  switch (kind)
    {
    case 'n':
      g_assert (prop->n_numbers < TONUS_PROP_NUMBERS_MAX);
      return tonus_pose_read_number (reader, word, PLACE_LIMIT, "metres",
                                     &prop->number[prop->n_numbers++]);
    case 'p':
      if (prop->n_spots == TONUS_PROP_SPOTS_MAX)
        return tonus_pose_refuse (reader, "at most %u places are allowed", TONUS_PROP_SPOTS_MAX);
      return tonus_pose_read_spot (reader, word, &prop->spot[prop->n_spots++]);
    case 's':
      return tonus_pose_read_sides (reader, word, &prop->sides);
    case 'b':
      return read_limb (reader, word, prop);
    default:
      prop->is_left = strcmp (word, "left") == 0;
      return prop->is_left || tonus_pose_refuse (reader, "“%.40s” is not left", word);
    }
}

static gboolean
read_prop (const TonusPoseReader *reader, char **words, TonusProp *prop)
{
  const PropForm *form = &forms[prop->kind];
  const char *next = form->pattern;
  const char *optional;
  gboolean may_end;

  for (guint i = 1; words[i] != NULL; i++)
    {
      if (*next == '?')
        next++;
      if (*next == '\0')
        return tonus_pose_refuse (reader, "“%.40s” is too much; allowed: %s", words[i],
                                  form->usage);
      if (*next == '+')
        next--;
      if (!read_argument (reader, *next, words[i], prop))
        return FALSE;
      next++;
    }
  optional = strchr (form->pattern, '?');
  may_end = *next == '\0' || *next == '+' || (optional != NULL && optional <= next);
  return may_end || tonus_pose_refuse (reader, "something is missing; allowed: %s", form->usage);
}

static int
find_form (const char *word)
{
  for (int i = 0; i < TONUS_N_PROPS; i++)
    if (strcmp (forms[i].name, word) == 0)
      return i;
  return -1;
}

static gboolean
refuse_prop (const TonusPoseReader *reader, const char *word)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < TONUS_N_PROPS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", forms[i].name);
  return tonus_pose_refuse (reader, "there is no prop “%.40s”; allowed are %s", word, names->str);
}

gboolean
tonus_pose_read_props (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", TONUS_PROPS_MAX * 4);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = tonus_pose_split (reader, parts[i]);
      TonusProp *prop = &pose->props[pose->n_props];
      int kind;

      if (words == NULL)
        return FALSE;
      if (words[0] == NULL)
        continue;
      if (pose->n_props == TONUS_PROPS_MAX)
        return tonus_pose_refuse (reader, "at most %u props are allowed", TONUS_PROPS_MAX);
      kind = find_form (words[0]);
      if (kind < 0)
        return refuse_prop (reader, words[0]);
      prop->kind = (TonusPropKind) kind;
      if (!read_prop (reader, words, prop))
        return FALSE;
      pose->n_props++;
    }
  return TRUE;
}

#define ARROW_USAGE                                                                                \
  "PLACE [OFFSET] [from=0.4] [both], or PLACE vec DX DY START_X START_Y [both], is allowed"

static gboolean
read_vector (const TonusPoseReader *reader, char **words, TonusArrow *arrow)
{
  double *at[] = { &arrow->dx, &arrow->dy, &arrow->start_x, &arrow->start_y };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    {
      if (words[i] == NULL)
        return tonus_pose_refuse (reader, "vec needs four numbers; " ARROW_USAGE);
      if (!tonus_pose_read_number (reader, words[i], PLACE_LIMIT, "metres", at[i]))
        return FALSE;
    }
  arrow->is_vector = TRUE;
  return TRUE;
}

static gboolean
read_arrow (const TonusPoseReader *reader, char **words, TonusArrow *arrow)
{
  arrow->offset = arrow->from = .10;
  if (!tonus_pose_read_spot (reader, words[0], &arrow->spot))
    return FALSE;
  for (guint i = 1; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "both") == 0)
        arrow->is_double = TRUE;
      else if (strcmp (words[i], "vec") == 0)
        {
          if (!read_vector (reader, words + i + 1, arrow))
            return FALSE;
          i += 4;
        }
      else if (g_str_has_prefix (words[i], "from="))
        {
          if (!tonus_pose_read_number (reader, words[i] + 5, .9, "shares of the way", &arrow->from))
            return FALSE;
          arrow->from = MAX (arrow->from, 0);
        }
      else if (strchr ("+-.0123456789", words[i][0]) == NULL)
        return tonus_pose_refuse (reader, "“%.40s” tells an arrow nothing; " ARROW_USAGE, words[i]);
      else if (!tonus_pose_read_number (reader, words[i], PLACE_LIMIT, "metres", &arrow->offset))
        return FALSE;
    }
  return TRUE;
}

gboolean
tonus_pose_read_arrows (const TonusPoseReader *reader, const char *value, TonusPose *pose)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", TONUS_ARROWS_MAX * 4);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = tonus_pose_split (reader, parts[i]);

      if (words == NULL)
        return FALSE;
      if (words[0] == NULL)
        continue;
      if (pose->n_arrows == TONUS_ARROWS_MAX)
        return tonus_pose_refuse (reader, "at most %u arrows are allowed", TONUS_ARROWS_MAX);
      if (!read_arrow (reader, words, &pose->arrows[pose->n_arrows]))
        return FALSE;
      pose->n_arrows++;
    }
  return TRUE;
}
