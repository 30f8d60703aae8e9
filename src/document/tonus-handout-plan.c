/* tonus-handout-plan.c - how many exercises go on the next page, how high, how small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-plan.h"

#include "tonus-handout-parts.h"

#define MOST_SHRINK 8.0
#define SHRINK_STEP 0.5
/* A program longer than this is a booklet: it gets the usual sizes without a search. */
#define MOST_SEARCHED 8
/* What a page costs; see judge (). */
#define PAGE_COST 100000u

/* --- a page --------------------------------------------------------------------------------- */

/* Of the parts from @first on, before @end. */
static double
get_parts_height (const TonusHandoutSheet *sheet, guint first, guint end)
{
  TonusHandoutParts parts = tonus_handout_parts (sheet);
  double height = 0;

  for (guint i = first; i < end; i++)
    height += tonus_handout_part_height (sheet, parts.parts[i]);
  return height;
}

/* Least heights into @plan; their sum, gaps included. */
static double
measure_cards (const TonusHandoutSheet *sheet, guint first, TonusHandoutPlan *plan)
{
  TonusHandoutSheet trial = *sheet;
  double sum = 0;

  trial.shrink = plan->shrink;
  for (guint i = 0; i < plan->n_cards; i++)
    {
      const TonusHandoutExercise *exercise =
          g_ptr_array_index (sheet->content->exercises, first + i);

      if (!tonus_handout_recall (&trial, first + i, &plan->heights[i]))
        plan->heights[i] = tonus_handout_remember (&trial, first + i,
                                                   tonus_handout_card_height (&trial, exercise));
      sum += plan->heights[i] + sheet->sizes->gap;
    }
  return sum;
}

/* What a card would like to be; without a picture it is as high as its words. */
static double
get_wish (const TonusHandoutSheet *sheet, guint index, double height, double aim)
{
  const TonusHandoutExercise *exercise = g_ptr_array_index (sheet->content->exercises, index);

  return tonus_handout_card_has_picture (sheet, exercise) ? MAX (height, aim) : height;
}

/* Cards grow toward @aim, all by the same part of what they lack.  Returns what is left of @spare.
 */
static double
stretch_cards (
    const TonusHandoutSheet *sheet, guint first, TonusHandoutPlan *plan, double aim, double spare)
{
  double lacking = 0, part;

  for (guint i = 0; i < plan->n_cards; i++)
    lacking += get_wish (sheet, first + i, plan->heights[i], aim) - plan->heights[i];
  part = lacking > 0 ? CLAMP (spare / lacking, 0, 1) : 0;
  for (guint i = 0; i < plan->n_cards; i++)
    plan->heights[i] +=
        part * (get_wish (sheet, first + i, plan->heights[i], aim) - plan->heights[i]);
  return spare - part * lacking;
}

static gboolean
try_cards (const TonusHandoutSheet *sheet, guint first, double room, TonusHandoutPlan *plan)
{
  for (double shrink = 0; shrink <= plan->most_shrink; shrink += SHRINK_STEP)
    {
      double sum;

      plan->shrink = shrink;
      sum = measure_cards (sheet, first, plan);
      if (sum - sheet->sizes->gap <= room)
        {
          plan->left = stretch_cards (sheet, first, plan, sheet->sizes->card_height, room - sum);
          /* Not in a booklet, where the same exercise would come in many heights. */
          if (sheet->content->exercises->len <= MOST_SEARCHED)
            plan->left = stretch_cards (sheet, first, plan, sheet->sizes->most_height, plan->left);
          plan->fits = TRUE;
          return TRUE;
        }
    }
  return FALSE;
}

/* The last cards would like the company of all that follows, else of what belongs to them. */
static gboolean
try_with_parts (const TonusHandoutSheet *sheet, guint first, double room, TonusHandoutPlan *plan)
{
  TonusHandoutParts parts = tonus_handout_parts (sheet);
  double tail = get_parts_height (sheet, 0, parts.n_tail);
  double later = get_parts_height (sheet, parts.n_tail, parts.n);

  plan->has_tail = TRUE;
  if (later > 0 && tail + later < room && try_cards (sheet, first, room - tail - later, plan))
    {
      plan->left += later;
      return TRUE;
    }
  if (tail < room && try_cards (sheet, first, room - tail, plan))
    return TRUE;
  plan->has_tail = FALSE;
  return FALSE;
}

/* Pages alike; but who asks for a compact handout wants pages that are full, and the last one to
 * have room for the week. */
static guint
count_cards (const TonusHandoutSheet *sheet, guint left)
{
  guint most = sheet->sizes->per_page, n_pages = (left + most - 1) / most;

  if (sheet->sizes == tonus_handout_sizes (TONUS_HANDOUT_COMPACT))
    return MIN (left, most);
  return (left + n_pages - 1) / n_pages;
}

TonusHandoutPlan
tonus_handout_plan (const TonusHandoutSheet *sheet, guint first, double room, gboolean is_fresh)
{
  guint left = sheet->content->exercises->len - first;
  TonusHandoutPlan plan = { .n_cards = count_cards (sheet, left),
                            .most_shrink = sheet->sizes->most_shrink };

  g_assert (left > 0 && plan.n_cards <= TONUS_HANDOUT_MOST_CARDS);
  if (plan.n_cards == left && try_with_parts (sheet, first, room, &plan))
    return plan;
  for (; plan.n_cards >= 1; plan.n_cards--)
    if (try_cards (sheet, first, room, &plan))
      return plan;
  plan.n_cards = 1;
  plan.most_shrink = is_fresh ? MOST_SHRINK : 0;
  /* What runs on over pages anyway need not be small. */
  if (!try_cards (sheet, first, room, &plan))
    {
      plan.shrink = 0;
      plan.left = 0;
    }
  return plan;
}

/* --- the document --------------------------------------------------------------------------- */

typedef struct
{
  guint n_pages, n_card_pages;
  gboolean has_tail;
} Tally;

/* Blocks one below the other: what does not fit goes to the next page. */
static void
count_parts (const TonusHandoutSheet *sheet, guint first_part, double left, Tally *tally)
{
  TonusHandoutParts parts = tonus_handout_parts (sheet);

  for (guint i = first_part; i < parts.n; i++)
    {
      double height = tonus_handout_part_height (sheet, parts.parts[i]);

      if (height <= 0)
        continue;
      if (height - sheet->sizes->gap > left)
        {
          tally->n_pages++;
          left = tonus_handout_room (sheet, FALSE);
        }
      left -= height;
    }
}

static Tally
count (const TonusHandoutSheet *sheet)
{
  TonusHandoutPlan plan = { .n_cards = 0 };
  Tally tally = { 0 };
  double room = tonus_handout_room (sheet, TRUE), found = 0;
  gboolean is_fresh;

  if (sheet->level == TONUS_HANDOUT_ALL)
    found = tonus_handout_part_height (sheet, TONUS_HANDOUT_PART_FOUND);
  room -= found;
  is_fresh = found <= 0;
  for (guint first = 0; first < sheet->content->exercises->len; first += plan.n_cards)
    {
      plan = tonus_handout_plan (sheet, first, room, is_fresh);
      room = tonus_handout_room (sheet, FALSE);
      tally.n_card_pages++;
      if (!plan.fits && !is_fresh)
        plan.n_cards = 0;
      is_fresh = TRUE;
    }
  tally.n_pages = tally.n_card_pages;
  tally.has_tail = plan.has_tail;
  count_parts (sheet, plan.has_tail ? tonus_handout_parts (sheet).n_tail : 0, plan.left, &tally);
  return tally;
}

/* The smaller the better: a page saved is worth smaller type, exercises on one side of the paper
 * are worth turning it for the rest, and so on down.  What is going on may stand behind, but the
 * grid and the signs to stop at belong to the exercises, even in smaller type. */
static guint
judge (const TonusHandoutSheet *sheet, Tally tally)
{
  static const guint levels[TONUS_N_HANDOUT_LEVELS] = {
    [TONUS_HANDOUT_ALL] = 0,
    [TONUS_HANDOUT_FOUND_LATER] = 10,
    [TONUS_HANDOUT_CARE_LATER] = 20,
    [TONUS_HANDOUT_CODE_LATER] = 30,
    [TONUS_HANDOUT_SHORT_SAFETY] = 600,
    [TONUS_HANDOUT_WEEK_LATER] = 800,
  };
  guint size = sheet->sizes == tonus_handout_sizes (TONUS_HANDOUT_COMPACT) ? 400 : 0;

  return tally.n_pages * PAGE_COST + tally.n_card_pages * 10000 + (tally.has_tail ? 0 : 1000) +
         size + (sheet->has_narrow_week ? 100 : 0) + levels[sheet->level] +
         (sheet->share < sheet->sizes->share ? 1 : 0);
}

typedef struct
{
  TonusHandoutSheet best;
  guint least;
} Search;

static void
try_sheet (Search *search, const TonusHandoutSheet *sheet)
{
  guint cost = judge (sheet, count (sheet));

  if (cost >= search->least)
    return;
  search->least = cost;
  search->best = *sheet;
}

static void
try_levels (Search *search, TonusHandoutSheet *sheet)
{
  for (sheet->level = 0; sheet->level < TONUS_N_HANDOUT_LEVELS; sheet->level++)
    for (guint is_narrow = 0; is_narrow < 2 && tonus_handout_level_moves (sheet, sheet->level) &&
                              /* One page with everything cannot be bettered by moving things. */
                              (sheet->level == 0 || search->least >= 2 * PAGE_COST);
         is_narrow++)
      {
        sheet->share = is_narrow ? sheet->sizes->least_share : sheet->sizes->share;
        try_sheet (search, sheet);
      }
}

static void
try_size (Search *search, const TonusHandoutSheet *sheet, TonusHandoutSize size)
{
  TonusHandoutSheet trial = *sheet;

  trial.sizes = tonus_handout_sizes (size);
  try_levels (search, &trial);
  if (size != TONUS_HANDOUT_COMPACT || search->least < 2 * PAGE_COST)
    return;
  trial.has_narrow_week = TRUE;
  trial.level = TONUS_HANDOUT_ALL;
  trial.share = trial.sizes->least_share;
  try_sheet (search, &trial);
}

void
tonus_handout_plan_sheet (TonusHandoutSheet *sheet, gboolean is_compact)
{
  Search search = { *sheet, G_MAXUINT };
  guint n = sheet->content->exercises->len;
  gboolean is_large = sheet->sizes == tonus_handout_sizes (TONUS_HANDOUT_LARGE);

  if (n == 0 || n > MOST_SEARCHED)
    {
      if (is_compact && !is_large)
        sheet->sizes = tonus_handout_sizes (TONUS_HANDOUT_COMPACT);
      sheet->share = sheet->sizes->share;
      return;
    }
  if (is_large || !is_compact)
    try_size (&search, sheet, is_large ? TONUS_HANDOUT_LARGE : TONUS_HANDOUT_NORMAL);
  if (!is_large && (is_compact || search.least >= 2 * PAGE_COST))
    try_size (&search, sheet, TONUS_HANDOUT_COMPACT);
  *sheet = search.best;
}
