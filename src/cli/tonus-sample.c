/* tonus-sample.c - values that a field accepts: examples for people, contents for invented
 * practices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-sample.h"

#include <math.h>

#include "tonus-date.h"
#include "tonus-text.h"

static const char *const sentences[] = {
  "Better after walking, worse after sitting.",
  "Sore for a day after the last visit, then easier.",
  "Slept through; morning stiffness under ten minutes.",
  "Exercises done on most days.",
  "Moves with less guarding than last time.",
  "No change since the last visit.",
  "Felt looser on the way out.",
  "Wants to lift the child again without thinking about it.",
};

guint
tonus_chance_draw (const TonusChance *self, guint below)
{
  return (guint) tonus_io_seeded_next (self->io, below);
}

double
tonus_chance_fraction (const TonusChance *self)
{
  return (double) tonus_io_seeded_next (self->io, 1000001) / 1000000;
}

/* --- rows of catalogues --- */

typedef gboolean (*EntryFilter) (const TonusCatalogue *catalogue,
                                 const TonusEntry *entry,
                                 const char *word);

static gboolean
is_about (const TonusCatalogue *catalogue, const TonusEntry *entry, const char *region)
{
  if (g_str_equal (tonus_catalogue_get_id (catalogue), "region"))
    return g_str_equal (entry->id, region);
  return g_strcmp0 (tonus_entry_get (entry, "region"), region) == 0;
}

/* @sides: what the measured thing says of itself; most things come in pairs. */
static gboolean
is_fitting_side (const TonusCatalogue *catalogue, const TonusEntry *entry, const char *sides)
{
  if (g_strcmp0 (sides, "midline") == 0)
    return g_str_equal (entry->id, "midline");
  return g_str_equal (entry->id, "right") || g_str_equal (entry->id, "left");
}

static GPtrArray *
list_offered (const TonusCatalogue *catalogue, EntryFilter filter, const char *word)
{
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);
  GPtrArray *offered = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      TonusEntry *entry = g_ptr_array_index (entries, i);
      if (!entry->is_retired && (filter == NULL || filter (catalogue, entry, word)))
        g_ptr_array_add (offered, entry);
    }
  return offered;
}

/* One that passes the filter, else any. */
static const TonusEntry *
draw_entry (const TonusCatalogue *catalogue,
            EntryFilter filter,
            const char *word,
            const TonusChance *chance)
{
  g_autoptr (GPtrArray) offered = list_offered (catalogue, filter, word);
  if (offered->len > 0)
    return g_ptr_array_index (offered, tonus_chance_draw (chance, offered->len));
  return filter != NULL ? draw_entry (catalogue, NULL, NULL, chance) : NULL;
}

static const TonusEntry *
sample_entry (const TonusCatalogue *catalogue, const TonusChance *chance)
{
  return draw_entry (catalogue, chance->region != NULL ? is_about : NULL, chance->region, chance);
}

static char *
sample_choices (const TonusCatalogue *catalogue, const TonusChance *chance)
{
  const TonusEntry *one = sample_entry (catalogue, chance);
  const TonusEntry *other = sample_entry (catalogue, chance);

  if (one == NULL)
    return NULL;
  if (one == other)
    return g_strconcat (one->id, ";", NULL);
  if (one->index > other->index)
    return g_strconcat (other->id, ";", one->id, ";", NULL);
  return g_strconcat (one->id, ";", other->id, ";", NULL);
}

/* --- numbers --- */

/* Where only a wide hard range is known, everyday values lie at its beginning: a walk may be 100 km
 * long and hardly ever is. */
#define WIDE 100

/* So many whole steps are fine enough: angles are read to a degree although half of one can be
 * kept. */
#define STEPS_ENOUGH 20

/* The range a therapist would not look at twice. */
static void
get_usual_range (const TonusLimits *limits, double *low, double *high)
{
  double from = isfinite (limits->warn_min) ? limits->warn_min : limits->min;
  double to = isfinite (limits->warn_max) ? limits->warn_max : limits->max;

  if (!isfinite (from))
    from = isfinite (to) ? MIN (0, to - WIDE) : 0;
  if (!isfinite (to))
    to = from + WIDE;
  if (!isfinite (limits->warn_min) && from < 0 && to > WIDE)
    from = 0;
  if (!isfinite (limits->warn_max) && to > from + WIDE)
    to = from + WIDE;
  *low = from;
  *high = MAX (from, to);
}

char *
tonus_sample_number (const TonusField *field, const char *row, const char *chosen, double place)
{
  TonusLimits limits = tonus_field_get_limits (field, row, chosen);
  double low, high;

  get_usual_range (&limits, &low, &high);
  gboolean is_whole = field->kind == TONUS_KIND_INTEGER || high - low >= STEPS_ENOUGH;
  guint digits = is_whole ? 0 : limits.digits;
  double unit = pow (10, digits);

  /* Whole steps of the last decimal that lie inside, so that rounding cannot leave the range. */
  double first = ceil (low * unit - 1e-9), last = floor (high * unit + 1e-9);
  double step = CLAMP (round (first + place * (last - first)), first, MAX (first, last));
  return tonus_number_format (step / unit, digits);
}

/* --- any kind --- */

static char *
sample_words (const TonusField *field, const TonusChance *chance)
{
  const char *words = sentences[tonus_chance_draw (chance, G_N_ELEMENTS (sentences))];
  return g_strchomp (g_strndup (words, field->length));
}

static char *
sample_date (const TonusChance *chance)
{
  return tonus_date_format (tonus_date_parse ("2026-01-05") + tonus_chance_draw (chance, 300));
}

static char *
sample_time (const TonusChance *chance)
{
  guint quarter = tonus_chance_draw (chance, 40);
  return g_strdup_printf ("%02u:%02u", 8 + quarter / 4, quarter % 4 * 15);
}

static char *
sample_choice (const TonusField *field, const TonusChance *chance)
{
  const TonusEntry *entry = sample_entry (field->choices, chance);
  return entry != NULL ? g_strdup (entry->id) : NULL;
}

char *
tonus_sample_value (const TonusField *field,
                    const char *row,
                    const char *chosen,
                    const TonusChance *chance)
{
  switch (field->kind)
    {
    case TONUS_KIND_TEXT:
    case TONUS_KIND_NOTE:
      return sample_words (field, chance);
    case TONUS_KIND_INTEGER:
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      return tonus_sample_number (field, row, chosen, tonus_chance_fraction (chance));
    case TONUS_KIND_BOOLEAN:
      return g_strdup (tonus_chance_draw (chance, 2) == 1 ? "yes" : "no");
    case TONUS_KIND_DATE:
      return sample_date (chance);
    case TONUS_KIND_TIME:
      return sample_time (chance);
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_GRADE:
      return sample_choice (field, chance);
    case TONUS_KIND_CHOICES:
      return sample_choices (field->choices, chance);
    case TONUS_KIND_REF:
      return NULL;
    case TONUS_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

char *
tonus_sample_row (const TonusSection *section, const TonusChance *chance)
{
  g_autoptr (GString) row = g_string_new (NULL);
  const char *sides = NULL;

  if (section->repeat == TONUS_REPEAT_EVENT)
    return tonus_io_new_row_id (chance->io);
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      gboolean is_side = g_str_equal (tonus_catalogue_get_id (key->choices), "side");
      const TonusEntry *entry = is_side ? draw_entry (key->choices, is_fitting_side, sides, chance)
                                        : sample_entry (key->choices, chance);
      if (entry == NULL)
        return NULL;
      if (tonus_entry_get (entry, "sides") != NULL)
        sides = tonus_entry_get (entry, "sides");
      g_string_append_printf (row, "%s%s", i > 0 ? "." : "", entry->id);
    }
  return g_string_free (g_steal_pointer (&row), FALSE);
}
