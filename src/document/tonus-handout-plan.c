/* tonus-handout-plan.c - how many exercises go on the next page, how high, how small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-plan.h"

#include "tonus-handout-tail.h"

#define MOST_SHRINK 8.0
#define SHRINK_STEP 0.5

/* --- what follows the cards ----------------------------------------------------------------- */

static double
weigh (TonusBlock *block)
{
  double height = tonus_block_get_height (block);

  tonus_block_free (block);
  return height;
}

static double
weigh_with_gap (TonusBlock *block)
{
  double height = weigh (block);

  return height > 0 ? height + TONUS_HANDOUT_GAP : 0;
}

/* --- what was measured already ---------------------------------------------------------------- */

/* Parts of the page that are no exercise. */
enum
{
  PART_TAIL = 0xfffd,
  PART_WHOLE_TAIL,
  PART_WEEK
};

GHashTable *
tonus_handout_heights_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static gint64
get_key (const TonusHandoutSheet *sheet, guint part)
{
  gint64 size = sheet->sizes - tonus_handout_sizes (TONUS_HANDOUT_NORMAL);
  gint64 shrink = (gint64) (sheet->shrink / SHRINK_STEP);

  return size << 48 | (gint64) sheet->has_narrow_week << 40 | shrink << 32 | part;
}

static gboolean
recall (const TonusHandoutSheet *sheet, guint part, double *height)
{
  gint64 key = get_key (sheet, part);
  const double *known = g_hash_table_lookup (sheet->heights, &key);

  if (known != NULL)
    *height = *known;
  return known != NULL;
}

static double
remember (const TonusHandoutSheet *sheet, guint part, double height)
{
  gint64 key = get_key (sheet, part);

  g_hash_table_insert (sheet->heights, g_memdup2 (&key, sizeof key),
                       g_memdup2 (&height, sizeof height));
  return height;
}

/* --- parts --------------------------------------------------------------------------------------
 */

double
tonus_handout_week_height (const TonusHandoutSheet *sheet)
{
  double height;

  if (recall (sheet, PART_WEEK, &height))
    return height;
  height = weigh (tonus_handout_week_head (sheet));

  for (guint i = 0; i < sheet->content->exercises->len; i++)
    height += weigh (tonus_handout_week_row (sheet, i));
  return remember (sheet, PART_WEEK, height);
}

double
tonus_handout_tail_height (const TonusHandoutSheet *sheet, gboolean is_all)
{
  guint part = is_all ? PART_WHOLE_TAIL : PART_TAIL;
  double height;

  if (recall (sheet, part, &height))
    return height;
  height = weigh (sheet->has_narrow_week ? tonus_handout_week_and_safety (sheet)
                                         : tonus_handout_safety (sheet));

  if (sheet->content->exercises->len > 0 && !sheet->has_narrow_week)
    height += tonus_handout_week_height (sheet) + TONUS_HANDOUT_GAP + 2;
  if (is_all)
    height += weigh_with_gap (tonus_handout_stopped (sheet)) +
              weigh_with_gap (tonus_handout_advice (sheet));
  return remember (sheet, part, height);
}

/* --- cards ---------------------------------------------------------------------------------- */

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

      if (!recall (&trial, first + i, &plan->heights[i]))
        plan->heights[i] = remember (
            &trial, first + i, weigh (tonus_handout_card (&trial, exercise, first + i + 1, 0)));
      sum += plan->heights[i] + TONUS_HANDOUT_GAP;
    }
  return sum;
}

/* Cards grow toward the height aimed at, all by the same part of what they lack. */
static void
stretch_cards (const TonusHandoutSheet *sheet, TonusHandoutPlan *plan, double spare)
{
  double lacking = 0, part;

  for (guint i = 0; i < plan->n_cards; i++)
    lacking += MAX (0, sheet->sizes->card_height - plan->heights[i]);
  if (lacking <= 0)
    return;
  part = CLAMP (spare / lacking, 0, 1);
  for (guint i = 0; i < plan->n_cards; i++)
    plan->heights[i] += part * MAX (0, sheet->sizes->card_height - plan->heights[i]);
}

static gboolean
try_cards (const TonusHandoutSheet *sheet, guint first, double room, TonusHandoutPlan *plan)
{
  double most = plan->n_cards == 1 ? MOST_SHRINK : sheet->sizes->most_shrink;

  for (double shrink = 0; shrink <= most; shrink += SHRINK_STEP)
    {
      double sum;

      plan->shrink = shrink;
      sum = measure_cards (sheet, first, plan);
      if (sum - TONUS_HANDOUT_GAP <= room)
        {
          stretch_cards (sheet, plan, room - sum);
          plan->fits = TRUE;
          return TRUE;
        }
    }
  return FALSE;
}

/* The last cards would like company: all that follows, else the table and the safety box. */
static gboolean
try_with_tail (const TonusHandoutSheet *sheet, guint first, double room, TonusHandoutPlan *plan)
{
  for (int is_all = 1; is_all >= 0; is_all--)
    {
      double tail = tonus_handout_tail_height (sheet, is_all) + TONUS_HANDOUT_GAP;

      if (tail < room && try_cards (sheet, first, room - tail, plan))
        {
          plan->has_all = is_all;
          return TRUE;
        }
    }
  return FALSE;
}

TonusHandoutPlan
tonus_handout_plan (const TonusHandoutSheet *sheet, guint first, double room)
{
  guint left = sheet->content->exercises->len - first;
  guint n_pages = (left + sheet->sizes->per_page - 1) / sheet->sizes->per_page;
  TonusHandoutPlan plan = { .n_cards = (left + n_pages - 1) / n_pages };

  g_assert (left > 0 && plan.n_cards <= TONUS_HANDOUT_MOST_CARDS);
  if (plan.n_cards == left && try_with_tail (sheet, first, room, &plan))
    return plan;
  for (; plan.n_cards > 1; plan.n_cards--)
    if (try_cards (sheet, first, room, &plan))
      return plan;
  /* What runs on over pages anyway need not be small. */
  if (!try_cards (sheet, first, room, &plan))
    plan.shrink = 0;
  return plan;
}
