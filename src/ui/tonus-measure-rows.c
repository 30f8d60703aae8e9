/* tonus-measure-rows.c - which rows a measured section could have, and which fields its table shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-measure-rows.h"

/* Characters that the columns of a table may take together, at the narrowest window. */
#define TABLE_WIDTH 33
#define PADDING 3
/* More than so many products of keys are not offered in one list. */
#define ROWS_MOST 12000

/* Add a row for @stem and each entry of the keys from @depth on. */
static void
multiply (const TonusSection *section, guint depth, const char *stem, GPtrArray *rows)
{
  const TonusField *key;
  GPtrArray *entries;

  if (depth == section->keys->len)
    {
      g_autofree char *label = tonus_section_row_label (section, stem);

      g_ptr_array_add (rows, tonus_target_new (stem, label));
      return;
    }
  key = g_ptr_array_index (section->keys, depth);
  entries = tonus_catalogue_get_entries (key->choices);
  for (guint i = 0; i < entries->len && rows->len < ROWS_MOST; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *row =
          depth ? g_strconcat (stem, ".", entry->id, NULL) : g_strdup (entry->id);

      if (!entry->is_retired)
        multiply (section, depth + 1, row, rows);
    }
}

GPtrArray *
tonus_measure_rows_list (const TonusSection *section)
{
  GPtrArray *rows = tonus_target_list_new ();

  multiply (section, 0, "", rows);
  return rows;
}

static const TonusField *
first_value (const TonusSection *section)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);

      if (field->key_index < 0 && !field->is_retired)
        return field;
    }
  return NULL;
}

gboolean
tonus_measure_rows_is_checklist (const TonusSection *section)
{
  const TonusField *first = first_value (section);

  return section->keys->len == 1 && first && first->kind == TONUS_KIND_BOOLEAN;
}

static guint
column_width (const TonusField *field)
{
  if (field->kind == TONUS_KIND_BOOLEAN)
    return 10;
  return (field->width ? field->width : 12) + PADDING;
}

guint
tonus_measure_rows_count_columns (const TonusSection *section)
{
  guint n = 0, width = 0, others = 0;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);

      if (field->key_index >= 0 || field->is_retired)
        continue;
      width += column_width (field);
      if (others == 0 && (n == 0 || (width <= TABLE_WIDTH && field->kind != TONUS_KIND_NOTE)))
        n++;
      else
        others++;
    }
  return n;
}
