/* tonus-measure-rows.c - which rows a measured section offers, and how its keys and fields are laid
 * out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-measure-rows.h"

/* Characters that the columns of a table may take together, at the narrowest window. */
#define TABLE_WIDTH 33
#define PADDING 3
/* A key of so few answers stands in columns. */
#define COLUMN_ENTRIES 3
/* More than so many products of keys are not offered in one list. */
#define ROWS_MOST 12000

guint
tonus_measure_count_entries (const TonusCatalogue *catalogue)
{
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += !((TonusEntry *) g_ptr_array_index (entries, i))->is_retired;
  return n;
}

gboolean
tonus_measure_is_column_key (const TonusSection *section, const TonusField *key)
{
  return key == tonus_section_find_side (section) ||
         (key->key_index > 0 && tonus_measure_count_entries (key->choices) <= COLUMN_ENTRIES);
}

static gboolean
has_column_keys (const TonusSection *section)
{
  for (guint i = 0; i < section->keys->len; i++)
    if (tonus_measure_is_column_key (section, g_ptr_array_index (section->keys, i)))
      return TRUE;
  return FALSE;
}

GPtrArray *
tonus_measure_list_values (const TonusSection *section)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);

      if (field->key_index < 0 && !field->is_retired)
        g_ptr_array_add (fields, (gpointer) field);
    }
  return fields;
}

static guint
width_of (const TonusField *field)
{
  if (field->kind == TONUS_KIND_BOOLEAN)
    return 10;
  return (field->width ? field->width : 12) + PADDING;
}

/* Beside sides and modes there is room for one field, else for as many as the narrowest window
 * takes. */
guint
tonus_measure_count_fields (const TonusSection *section)
{
  g_autoptr (GPtrArray) fields = tonus_measure_list_values (section);
  guint width = 0, n = 0;

  if (has_column_keys (section))
    return MIN (1, fields->len);
  for (; n < fields->len; n++)
    {
      const TonusField *field = g_ptr_array_index (fields, n);

      width += width_of (field);
      if (n > 0 && (width > TABLE_WIDTH || field->kind == TONUS_KIND_NOTE))
        break;
    }
  return n;
}

GPtrArray *
tonus_measure_list_details (const TonusSection *section)
{
  GPtrArray *fields = tonus_measure_list_values (section);

  g_ptr_array_remove_range (fields, 0, tonus_measure_count_fields (section));
  return fields;
}

gboolean
tonus_measure_is_checklist (const TonusSection *section)
{
  g_autoptr (GPtrArray) fields = tonus_measure_list_values (section);

  return section->keys->len == 1 && fields->len > 0 &&
         ((TonusField *) g_ptr_array_index (fields, 0))->kind == TONUS_KIND_BOOLEAN;
}

/* Call @each with every choice of entries for the keys that @wanted accepts, the first key slowest.
 */
typedef struct
{
  const TonusSection *section;
  gboolean wants_columns;
  const TonusEntry **entries;
  TonusMeasureEach each;
  gpointer data;
} Product;

/* The side last, so that right and left stand beside each other. */
static guint
find_key (Product *self, guint depth)
{
  const TonusField *side = tonus_section_find_side (self->section);
  guint n = self->section->keys->len;

  if (!side || depth < (guint) side->key_index)
    return depth;
  return depth + 1 < n ? depth + 1 : (guint) side->key_index;
}

static void
multiply_keys (Product *self, guint depth)
{
  const TonusField *key;
  GPtrArray *entries;
  guint nth;

  if (depth == self->section->keys->len)
    {
      self->each (self->entries, self->data);
      return;
    }
  nth = find_key (self, depth);
  key = g_ptr_array_index (self->section->keys, nth);
  if (tonus_measure_is_column_key (self->section, key) != self->wants_columns)
    {
      multiply_keys (self, depth + 1);
      return;
    }
  entries = tonus_catalogue_get_entries (key->choices);
  for (guint i = 0; i < entries->len; i++)
    {
      self->entries[nth] = g_ptr_array_index (entries, i);
      if (!self->entries[nth]->is_retired)
        multiply_keys (self, depth + 1);
    }
  self->entries[nth] = NULL;
}

void
tonus_measure_each (const TonusSection *section,
                    gboolean wants_columns,
                    TonusMeasureEach each,
                    gpointer data)
{
  g_autofree const TonusEntry **entries = g_new0 (const TonusEntry *, section->keys->len + 1);
  Product product = { section, wants_columns, entries, each, data };

  multiply_keys (&product, 0);
}

/* What therapists write for it: "hip ir".  (nullable) */
static const char *
say_short (const TonusSection *section, const char *row)
{
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusEntry *entry =
          tonus_section_row_entry (section, row, g_ptr_array_index (section->keys, i));
      const char *words = entry ? tonus_entry_get (entry, "short") : NULL;

      if (words)
        return words;
    }
  return NULL;
}

/* Add a row for @stem and each entry of the keys from @depth on. */
static void
multiply (const TonusSection *section, guint depth, const char *stem, GPtrArray *rows)
{
  const TonusField *key;
  GPtrArray *entries;

  if (depth == section->keys->len)
    {
      g_autofree char *label = tonus_section_row_label (section, stem);

      if (tonus_section_offers_row (section, stem))
        {
          TonusTarget *target = tonus_target_new (stem, label);

          target->also = g_strdup (say_short (section, stem));
          g_ptr_array_add (rows, target);
        }
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
