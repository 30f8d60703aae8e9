/* tonus-follow.c - the measures that a course of care comes back to at every visit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-follow.h"

#include <math.h>

#define MOST_FOLLOWED 6

static void
followed_free (gpointer data)
{
  TonusFollowed *self = data;
  g_free (self->row);
  g_free (self);
}

static void
add (GPtrArray *followed, const TonusField *field, char *row, double from, double to)
{
  TonusFollowed *one = g_new0 (TonusFollowed, 1);
  *one = (TonusFollowed){ field, row, from, to };
  g_ptr_array_add (followed, one);
}

gboolean
tonus_section_is_on_tab (const TonusSection *section, const char *tab)
{
  return section->page != NULL && g_strcmp0 (tonus_entry_get (section->page, "tab"), tab) == 0;
}

/* What the section measures: its first field in a rising scale.  NULL: it does not measure. */
static const TonusField *
find_scale (const TonusSection *section)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      gboolean is_scale = tonus_kind_is_number (field->kind) || field->kind == TONUS_KIND_GRADE;
      if (field->key_index >= 0 || field->is_retired)
        continue;
      return is_scale && field->show_if == NULL ? field : NULL;
    }
  return NULL;
}

static GPtrArray *
list_scales (TonusSchema *schema)
{
  GPtrArray *scales = g_ptr_array_new ();
  GPtrArray *sections = tonus_schema_get_sections (schema);

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      if (section->is_retired || section->repeat != TONUS_REPEAT_MEASURE ||
          !tonus_section_is_on_tab (section, "assessment"))
        continue;
      const TonusField *scale = find_scale (section);
      if (scale != NULL)
        g_ptr_array_add (scales, (gpointer) scale);
    }
  return scales;
}

/* Does a lower value of what @row measures mean better? */
static gboolean
is_better_low (const TonusField *scale, const char *row)
{
  for (guint i = 0; i < scale->section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (scale->section->keys, i);
      const TonusEntry *entry = tonus_section_row_entry (scale->section, row, key);
      if (entry != NULL && g_strcmp0 (tonus_entry_get (entry, "better"), "low") == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_taken (GPtrArray *followed, const TonusSection *section, const char *row)
{
  for (guint i = 0; i < followed->len; i++)
    {
      const TonusFollowed *one = g_ptr_array_index (followed, i);
      if (one->field->section == section && g_strcmp0 (one->row, row) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
tonus_follow_draw (TonusSchema *schema, const TonusChance *chance)
{
  GPtrArray *followed = g_ptr_array_new_with_free_func (followed_free);
  g_autoptr (GPtrArray) scales = list_scales (schema);
  const TonusField *pain = tonus_schema_resolve (schema, "pain/now", NULL, NULL);

  if (pain != NULL)
    add (followed, pain, NULL, 0.8 - tonus_chance_fraction (chance) * 0.4, 0.1);
  for (guint i = 0; i < MOST_FOLLOWED && scales->len > 0; i++)
    {
      const TonusField *scale = g_ptr_array_index (scales, tonus_chance_draw (chance, scales->len));
      char *row = tonus_sample_row (scale->section, chance);
      double worse = 0.2 + tonus_chance_fraction (chance) * 0.4, better = worse + 0.3;
      if (row == NULL || is_taken (followed, scale->section, row))
        g_free (row);
      else if (is_better_low (scale, row))
        add (followed, scale, row, better, worse);
      else
        add (followed, scale, row, worse, better);
    }
  return followed;
}

static char *
sample_grade (const TonusField *field, double place)
{
  GPtrArray *entries = tonus_catalogue_get_entries (field->choices);
  guint index = (guint) lround (place * (entries->len - 1));
  const TonusEntry *entry = g_ptr_array_index (entries, index);
  return entry->is_retired ? NULL : g_strdup (entry->id);
}

void
tonus_follow_chart (GPtrArray *followed,
                    double progress,
                    TonusSheet *sheet,
                    const TonusChance *chance)
{
  for (guint i = 0; i < followed->len; i++)
    {
      const TonusFollowed *one = g_ptr_array_index (followed, i);
      double noise = (tonus_chance_fraction (chance) - 0.5) * 0.1;
      double place = CLAMP (one->from + (one->to - one->from) * progress + noise, 0, 1);
      g_autofree char *text = one->field->kind == TONUS_KIND_GRADE
                                  ? sample_grade (one->field, place)
                                  : tonus_sample_number (one->field, one->row, NULL, place);
      tonus_sheet_put (sheet, one->field->section->id, one->row, one->field->id, text);
    }
}
