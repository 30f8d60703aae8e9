/* tonus-handout-parts.c - what follows the cards, in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-parts.h"

#include "tonus-handout-tail.h"

/* Above every exercise's number. */
#define FIRST_PART 0xff00
#define SHRINK_UNITS 4
#define FIRST_HEAD 0xfff0
#define NEXT_HEAD 0xfff1

/* --- remembered heights --------------------------------------------------------------------- */

GHashTable *
tonus_handout_heights_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* What a height depends on.  Only what follows the cards knows of levels. */
static gint64
get_key (const TonusHandoutSheet *sheet, guint part)
{
  gint64 size = sheet->sizes - tonus_handout_sizes (TONUS_HANDOUT_NORMAL);
  gint64 share = (gint64) (sheet->share * 100);
  gint64 shrink = (gint64) (sheet->shrink * SHRINK_UNITS);
  gint64 level = part >= FIRST_PART ? (gint64) sheet->level : 0;

  return size << 60 | share << 52 | (gint64) sheet->has_narrow_week << 48 | shrink << 40 |
         level << 32 | part;
}

gboolean
tonus_handout_recall (const TonusHandoutSheet *sheet, guint part, double *height)
{
  gint64 key = get_key (sheet, part);
  const double *known = g_hash_table_lookup (sheet->heights, &key);

  if (known != NULL)
    *height = *known;
  return known != NULL;
}

double
tonus_handout_remember (const TonusHandoutSheet *sheet, guint part, double height)
{
  gint64 key = get_key (sheet, part);

  g_hash_table_insert (sheet->heights, g_memdup2 (&key, sizeof key),
                       g_memdup2 (&height, sizeof height));
  return height;
}

/* --- parts ---------------------------------------------------------------------------------- */

static void
add (TonusHandoutParts *self, TonusHandoutPart part)
{
  self->parts[self->n++] = part;
}

static void
add_lists (TonusHandoutParts *self)
{
  add (self, TONUS_HANDOUT_PART_STOPPED);
  add (self, TONUS_HANDOUT_PART_CARE);
  add (self, TONUS_HANDOUT_PART_ADVICE);
}

TonusHandoutParts
tonus_handout_parts (const TonusHandoutSheet *sheet)
{
  TonusHandoutParts self = { .n = 0 };
  gboolean has_week = sheet->content->exercises->len > 0;

  if (sheet->level < TONUS_HANDOUT_CARE_LATER)
    add_lists (&self);
  if (sheet->has_narrow_week && has_week)
    add (&self, TONUS_HANDOUT_PART_BESIDE);
  else
    {
      if (has_week && sheet->level < TONUS_HANDOUT_WEEK_LATER)
        add (&self, TONUS_HANDOUT_PART_WEEK);
      add (&self, TONUS_HANDOUT_PART_SAFETY);
    }
  self.n_tail = self.n;
  if (sheet->level >= TONUS_HANDOUT_FOUND_LATER)
    add (&self, TONUS_HANDOUT_PART_FOUND);
  if (sheet->level >= TONUS_HANDOUT_CARE_LATER)
    add_lists (&self);
  if (has_week && sheet->level >= TONUS_HANDOUT_WEEK_LATER)
    add (&self, TONUS_HANDOUT_PART_WEEK);
  if (sheet->level >= TONUS_HANDOUT_CODE_LATER)
    add (&self, TONUS_HANDOUT_PART_WHOLE_SAFETY);
  return self;
}

TonusBlock *
tonus_handout_part_make (const TonusHandoutSheet *sheet, TonusHandoutPart part)
{
  static TonusBlock *(*const makers[TONUS_N_HANDOUT_PARTS]) (const TonusHandoutSheet *) = {
    [TONUS_HANDOUT_PART_FOUND] = tonus_handout_found,
    [TONUS_HANDOUT_PART_STOPPED] = tonus_handout_stopped,
    [TONUS_HANDOUT_PART_CARE] = tonus_handout_care,
    [TONUS_HANDOUT_PART_ADVICE] = tonus_handout_advice,
    [TONUS_HANDOUT_PART_SAFETY] = tonus_handout_safety,
    [TONUS_HANDOUT_PART_WHOLE_SAFETY] = tonus_handout_whole_safety,
    [TONUS_HANDOUT_PART_BESIDE] = tonus_handout_week_and_safety,
  };

  g_assert (makers[part] != NULL);
  return makers[part](sheet);
}

static double
weigh (TonusBlock *block)
{
  double height = tonus_block_get_height (block);

  tonus_block_free (block);
  return height;
}

static double
weigh_week (const TonusHandoutSheet *sheet)
{
  double height = weigh (tonus_handout_week_head (sheet));

  for (guint i = 0; i < sheet->content->exercises->len; i++)
    height += weigh (tonus_handout_week_row (sheet, i));
  return height + 2;
}

double
tonus_handout_part_height (const TonusHandoutSheet *sheet, TonusHandoutPart part)
{
  double height;

  if (tonus_handout_recall (sheet, FIRST_PART + part, &height))
    return height;
  height = part == TONUS_HANDOUT_PART_WEEK ? weigh_week (sheet)
                                           : weigh (tonus_handout_part_make (sheet, part));
  return tonus_handout_remember (sheet, FIRST_PART + part,
                                 height > 0 ? height + sheet->sizes->gap : 0);
}

double
tonus_handout_room (const TonusHandoutSheet *sheet, gboolean is_first)
{
  guint part = is_first ? FIRST_HEAD : NEXT_HEAD;
  double head;

  if (!tonus_handout_recall (sheet, part, &head))
    head = tonus_handout_remember (
        sheet, part,
        weigh (is_first ? tonus_handout_head (sheet) : tonus_handout_running_head (sheet)));
  return tonus_pdf_get_height (sheet->pdf) - TONUS_HANDOUT_HEAD_TOP - head - sheet->sizes->gap -
         TONUS_HANDOUT_FOOT;
}

gboolean
tonus_handout_level_moves (const TonusHandoutSheet *sheet, TonusHandoutLevel level)
{
  const TonusHandout *content = sheet->content;

  switch (level)
    {
    case TONUS_HANDOUT_FOUND_LATER:
      return content->found != NULL || content->did != NULL || content->plan != NULL;
    case TONUS_HANDOUT_CARE_LATER:
      return content->stopped->len > 0 || content->care->len > 0 || content->advice != NULL;
    case TONUS_HANDOUT_CODE_LATER:
      return content->code != NULL && tonus_handout_has_code ();
    case TONUS_HANDOUT_SHORT_SAFETY:
      return content->safety_short != NULL && content->safety != NULL;
    case TONUS_HANDOUT_ALL:
    case TONUS_HANDOUT_WEEK_LATER:
    case TONUS_N_HANDOUT_LEVELS:
      break;
    }
  return TRUE;
}
