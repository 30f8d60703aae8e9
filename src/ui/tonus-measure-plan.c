/* tonus-measure-plan.c - how the rows of a measured section stand in a table: lines, sides, groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-measure-plan.h"
#include "tonus-measure-rows.h"
#include "tonus-row-words.h"

/* So many lines are shown without folding any away. */
#define OPEN_LINES 16

static void
column_free (gpointer data)
{
  TonusMeasureColumn *self = data;

  g_free (self->over);
  g_free (self->label);
  g_free (self->entries);
  g_free (self);
}

static void
line_free (gpointer data)
{
  TonusMeasureLine *self = data;

  g_free (self->label);
  g_free (self->norm);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
group_free (gpointer data)
{
  TonusMeasureGroup *self = data;

  g_free (self->id);
  g_free (self->label);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
tonus_measure_plan_free (TonusMeasurePlan *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* --- rows --------------------------------------------------------------------------------------
 */

/* The row of a line and a column, each of which says its part of the keys.  (transfer full) */
static char *
join_row (const TonusSection *section, const TonusEntry **line, const TonusEntry **column)
{
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusEntry *entry = column[i] ? column[i] : line[i];

      g_string_append_printf (row, "%s%s", i ? "." : "", entry ? entry->id : "");
    }
  return g_string_free (row, FALSE);
}

/* --- making a plan -----------------------------------------------------------------------------
 */

typedef struct
{
  TonusMeasurePlan *plan;
  const TonusSection *section;
  TonusSchema *schema;
  GPtrArray *wanted;      /* (element-type utf8) rows that are recorded or were asked for */
  GHashTable *unplaced;   /* those of them that no line has yet */
  GHashTable *groups;     /* id → TonusMeasureGroup, borrowed */
  const TonusField *side; /* (nullable) */
  gboolean is_asked_for;  /* lines are there because somebody asked for them */
} Making;

/* "Right" under "Passive": the side is the column, what other keys say stands above. */
static void
name_column (Making *self, TonusMeasureColumn *column)
{
  GString *over = g_string_new (NULL);

  for (guint i = 0; i < self->section->keys->len; i++)
    {
      const TonusEntry *entry = column->entries[i];

      if (!entry)
        continue;
      if (self->side && i == (guint) self->side->key_index)
        column->label = g_strdup (tonus_entry_label (entry));
      else
        g_string_append_printf (over, "%s%s", over->len ? ", " : "", tonus_entry_label (entry));
    }
  if (!column->label && over->len)
    column->label = g_strdup (over->str);
  else if (over->len)
    column->over = g_strdup (over->str);
  if (!column->label)
    column->label = g_strdup (tonus_field_label (column->field));
  g_string_free (over, TRUE);
}

/* Right and left stand beside each other; any other side is part of the line. */
static gboolean
is_column_wanted (Making *self, const TonusEntry **entries)
{
  const TonusEntry *side = self->side ? entries[self->side->key_index] : NULL;

  return !side || g_str_equal (side->id, "right") || g_str_equal (side->id, "left");
}

static void
add_column (const TonusEntry **entries, gpointer data)
{
  Making *self = data;
  g_autoptr (GPtrArray) fields = tonus_measure_list_values (self->section);

  if (!is_column_wanted (self, entries))
    return;
  for (guint i = 0; i < self->plan->n_fields; i++)
    {
      TonusMeasureColumn *column = g_new0 (TonusMeasureColumn, 1);

      column->field = g_ptr_array_index (fields, i);
      column->entries = g_memdup2 (entries, sizeof *entries * (self->section->keys->len + 1));
      name_column (self, column);
      g_ptr_array_add (self->plan->columns, column);
    }
}

/* Columns from @first on that differ in their side only. */
static guint
count_sides (Making *self, guint first)
{
  const TonusMeasureColumn *start = g_ptr_array_index (self->plan->columns, first);
  guint n = 1;

  while (
      first + n < self->plan->columns->len &&
      g_strcmp0 (((TonusMeasureColumn *) g_ptr_array_index (self->plan->columns, first + n))->over,
                 start->over) == 0)
    n++;
  return n;
}

/* The row of what is measured on the midline, in the place of the first of the sides. */
static char *
join_midline (Making *self, const TonusEntry **line, const TonusMeasureColumn *column)
{
  g_autofree const TonusEntry **entries =
      g_memdup2 (column->entries, sizeof *entries * (self->section->keys->len + 1));

  if (self->side)
    entries[self->side->key_index] = tonus_catalogue_lookup (self->side->choices, "midline");
  return join_row (self->section, line, entries);
}

static gboolean
take_row (Making *self, TonusMeasureLine *line, char *row)
{
  if (!tonus_section_offers_row (self->section, row))
    {
      g_ptr_array_add (line->rows, NULL);
      g_free (row);
      return FALSE;
    }
  line->is_recorded |= g_hash_table_remove (self->unplaced, row);
  g_ptr_array_add (line->rows, row);
  return TRUE;
}

static void
fill_line (Making *self, TonusMeasureLine *line, const TonusEntry **entries)
{
  GPtrArray *columns = self->plan->columns;
  guint until = 0;

  line->span = 1;
  for (guint i = 0; i < columns->len; i++)
    {
      const TonusMeasureColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *midline = join_midline (self, entries, column);
      gboolean is_midline = self->side && tonus_section_offers_row (self->section, midline);

      if (i < until)
        g_ptr_array_add (line->rows, NULL);
      else if (is_midline)
        {
          line->span = count_sides (self, i);
          until = i + line->span;
          take_row (self, line, g_steal_pointer (&midline));
        }
      else
        take_row (self, line, join_row (self->section, entries, column->entries));
    }
}

/* "120°", "10–15°": what the catalogue holds for normal. */
static char *
say_norm (const TonusEntry *entry)
{
  const char *norm = tonus_entry_get (entry, "norm");
  const char *high = tonus_entry_get (entry, "norm-high");
  const char *unit = tonus_entry_get (entry, "unit");
  g_autofree char *range = NULL;

  if (!norm)
    return NULL;
  range = g_strdup_printf ("%s%s%s", norm, high ? "–" : "", high ? high : "");
  return tonus_words_with_unit (range, unit ? _ (unit) : NULL);
}

static TonusMeasureGroup *
get_group (Making *self, const char *id, const char *label)
{
  TonusMeasureGroup *group = g_hash_table_lookup (self->groups, id);

  if (group)
    return group;
  group = g_new0 (TonusMeasureGroup, 1);
  group->id = g_strdup (id);
  group->label = g_strdup (label);
  group->lines = g_ptr_array_new_with_free_func (line_free);
  g_hash_table_insert (self->groups, group->id, group);
  g_ptr_array_add (self->plan->groups, group);
  return group;
}

/* By part of the body where the catalogue says it; a long list without parts shows what is used. */
static TonusMeasureGroup *
choose_group (Making *self, const TonusEntry *entry, gboolean is_recorded)
{
  const char *id = entry && !self->is_asked_for ? tonus_entry_get (entry, "region") : NULL;
  TonusCatalogue *regions = id ? tonus_schema_find_catalogue (self->schema, "region") : NULL;
  const TonusEntry *region = regions ? tonus_catalogue_lookup (regions, id) : NULL;

  if (self->plan->shows_all || (!region && is_recorded))
    return get_group (self, "all", NULL);
  if (region)
    return get_group (self, region->id, tonus_entry_label (region));
  return get_group (self, "more", _ ("More"));
}

static void
put_line (Making *self, TonusMeasureLine *line, const TonusEntry *entry)
{
  TonusMeasureGroup *group = choose_group (self, entry, line->is_recorded);

  group->is_recorded |= line->is_recorded;
  g_ptr_array_add (group->lines, line);
}

static void
add_line (const TonusEntry **entries, gpointer data)
{
  Making *self = data;
  TonusMeasureLine *line = g_new0 (TonusMeasureLine, 1);
  GString *label = g_string_new (NULL);
  const TonusEntry *first = NULL;

  for (guint i = 0; i < self->section->keys->len; i++)
    if (entries[i])
      {
        first = first ? first : entries[i];
        g_string_append_printf (label, "%s%s", label->len ? ", " : "",
                                tonus_entry_label (entries[i]));
      }
  if (!first)
    g_string_append (label, tonus_section_label (self->section));
  line->label = g_string_free (label, FALSE);
  line->norm = first ? say_norm (first) : NULL;
  line->rows = g_ptr_array_new_with_free_func (g_free);
  fill_line (self, line, entries);
  put_line (self, line, first);
}

/* The line of a row that is offered, with the row's other sides beside it. */
static void
add_line_of (Making *self, const char *row)
{
  g_autofree const TonusEntry **entries = g_new0 (const TonusEntry *, self->section->keys->len + 1);

  for (guint i = 0; i < self->section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (self->section->keys, i);

      if (!tonus_measure_is_column_key (self->section, key))
        entries[i] = tonus_section_row_entry (self->section, row, key);
    }
  add_line (entries, self);
}

/* What is recorded and has no place in the table's order gets a line of its own: nothing is hidden.
 */
static void
add_loose_line (Making *self, const char *row)
{
  TonusMeasureLine *line = g_new0 (TonusMeasureLine, 1);
  guint n_columns = self->plan->columns->len;

  line->label = tonus_section_row_label (self->section, row);
  line->rows = g_ptr_array_new_with_free_func (g_free);
  line->span = n_columns / self->plan->n_fields;
  line->is_recorded = TRUE;
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (line->rows, i % line->span == 0 ? g_strdup (row) : NULL);
  put_line (self, line, NULL);
}

static void
collect_rows (Making *self, GPtrArray *rows)
{
  for (guint i = 0; rows && i < rows->len; i++)
    if (tonus_section_row_is_valid (self->section, g_ptr_array_index (rows, i)) &&
        g_hash_table_add (self->unplaced, g_strdup (g_ptr_array_index (rows, i))))
      g_ptr_array_add (self->wanted, g_strdup (g_ptr_array_index (rows, i)));
}

/* Lines are made of one key each; where a line takes several (a joint and a direction of it), only
 * those that are used are there, the others are asked for by name. */
static void
fill_plan (Making *self)
{
  guint n_keys = 0, n_lines = 1;

  for (guint i = 0; i < self->section->keys->len; i++)
    if (!tonus_measure_is_column_key (self->section, g_ptr_array_index (self->section->keys, i)))
      {
        n_keys++;
        n_lines *= tonus_measure_count_entries (
            ((TonusField *) g_ptr_array_index (self->section->keys, i))->choices);
      }
  self->plan->shows_all =
      n_keys <= 1 && (n_lines <= OPEN_LINES || tonus_measure_is_checklist (self->section));
  self->is_asked_for = n_keys > 1;
  tonus_measure_each (self->section, TRUE, add_column, self);
  if (n_keys <= 1)
    tonus_measure_each (self->section, FALSE, add_line, self);
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const char *row = g_ptr_array_index (self->wanted, i);

      if (!g_hash_table_contains (self->unplaced, row))
        continue;
      if (n_keys > 1 && tonus_section_offers_row (self->section, row))
        add_line_of (self, row);
      else
        add_loose_line (self, row);
    }
}

TonusMeasurePlan *
tonus_measure_plan_new (const TonusSection *section, TonusRecord *record, GPtrArray *added)
{
  g_autoptr (GPtrArray) recorded = tonus_record_get_rows (record, section->id);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) unplaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  TonusMeasurePlan *plan = g_new0 (TonusMeasurePlan, 1);
  Making making = { plan,     section, tonus_record_get_schema (record), wanted,
                    unplaced, groups,  tonus_section_find_side (section) };

  plan->columns = g_ptr_array_new_with_free_func (column_free);
  plan->groups = g_ptr_array_new_with_free_func (group_free);
  plan->n_fields = tonus_measure_count_fields (section);
  tonus_row_add_unread (record, section, recorded);
  collect_rows (&making, recorded);
  collect_rows (&making, added);
  fill_plan (&making);
  return plan;
}
