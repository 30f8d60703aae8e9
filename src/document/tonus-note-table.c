/* tonus-note-table.c - the measured rows of a section as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note-table.h"

#include <glib/gi18n-lib.h>

#include "tonus-note-value.h"

/* More fields than this do not get a column each. */
#define MOST_FIELD_COLUMNS 4
#define LABEL_SHARE 2.0
#define NUMBER_SHARE 0.7
#define WORDS_SHARE 1.5

/* One line of the table: a measure, and the record's row of it for each side (or one row). */
typedef struct
{
  char *measure; /* the row's id without its side */
  char *label;
  GPtrArray *rows; /* (element-type utf8) (nullable) each; borrowed from the record */
} Line;

struct _TonusNoteTable
{
  const TonusDossier *dossier;
  TonusRecord *record;
  const TonusSection *section;
  const TonusField *side; /* (nullable) the key that is a side */
  GPtrArray *lines;       /* (element-type Line) */
  GPtrArray *sides;       /* (element-type TonusEntry) that occur; one NULL without side */
  GPtrArray *fields;      /* (element-type TonusField) with a value to print */
  GPtrArray *heads;       /* (element-type utf8) */
  GArray *widths;         /* (element-type double) */
  GPtrArray *cells;       /* (element-type GPtrArray of utf8), one per line */
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->measure);
  g_free (line->label);
  g_ptr_array_unref (line->rows);
  g_free (line);
}

/* --- which rows, sides and fields there are ------------------------------------------------- */

static gboolean
row_prints (TonusNoteTable *self, const char *row)
{
  g_autofree char *text =
      tonus_note_row_text (self->dossier, self->record, self->section, row, NULL);

  return text != NULL;
}

static void
find_fields (TonusNoteTable *self, GPtrArray *rows)
{
  for (guint i = 0; i < self->section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (self->section->fields, i);
      gboolean is_used = FALSE;

      for (guint k = 0; field->key_index < 0 && !is_used && k < rows->len; k++)
        {
          g_autofree char *value =
              tonus_note_value (self->dossier, self->record, field, g_ptr_array_index (rows, k));

          is_used = value != NULL;
        }
      if (is_used)
        g_ptr_array_add (self->fields, (gpointer) field);
    }
}

/* The sides that occur, in the order of their catalogue. */
static void
find_sides (TonusNoteTable *self, GPtrArray *rows)
{
  GPtrArray *entries;

  if (self->side == NULL)
    {
      g_ptr_array_add (self->sides, NULL);
      return;
    }
  entries = tonus_catalogue_get_entries (self->side->choices);
  for (guint i = 0; i < entries->len; i++)
    for (guint k = 0; k < rows->len; k++)
      if (tonus_section_row_entry (self->section, g_ptr_array_index (rows, k), self->side) ==
          g_ptr_array_index (entries, i))
        {
          g_ptr_array_add (self->sides, g_ptr_array_index (entries, i));
          break;
        }
}

static Line *
take_line (TonusNoteTable *self, const char *row)
{
  g_autofree char *measure = tonus_note_row_measure (self->section, row, self->side, FALSE);
  Line *line;

  for (guint i = 0; i < self->lines->len; i++)
    {
      line = g_ptr_array_index (self->lines, i);
      if (g_str_equal (line->measure, measure))
        return line;
    }
  line = g_new0 (Line, 1);
  line->measure = g_steal_pointer (&measure);
  line->label = tonus_note_row_measure (self->section, row, self->side, TRUE);
  line->rows = g_ptr_array_new ();
  g_ptr_array_set_size (line->rows, (int) self->sides->len);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
place_row (TonusNoteTable *self, char *row)
{
  Line *line = take_line (self, row);
  guint place = 0;

  if (self->side != NULL)
    g_ptr_array_find (self->sides, tonus_section_row_entry (self->section, row, self->side),
                      &place);
  g_ptr_array_index (line->rows, place) = row;
}

/* --- columns -------------------------------------------------------------------------------- */

static void
add_head (TonusNoteTable *self, const char *label, double width)
{
  g_ptr_array_add (self->heads, g_strdup (label));
  g_array_append_val (self->widths, width);
}

static GPtrArray *
get_cells (TonusNoteTable *self, guint line)
{
  return g_ptr_array_index (self->cells, line);
}

static void
add_label_column (TonusNoteTable *self)
{
  const TonusField *first = g_ptr_array_index (self->section->keys, 0);
  gboolean is_only_side = self->side != NULL && self->section->keys->len == 1;

  if (is_only_side)
    return;
  add_head (self, tonus_field_label (first), LABEL_SHARE);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      g_ptr_array_add (get_cells (self, i), g_strdup (line->label));
    }
}

/* Everything a side holds in one cell. */
static void
add_row_column (TonusNoteTable *self, guint side)
{
  const TonusEntry *entry = g_ptr_array_index (self->sides, side);

  add_head (self, entry != NULL ? tonus_entry_label (entry) : _ ("Result"), WORDS_SHARE);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      const char *row = g_ptr_array_index (line->rows, side);
      char *text =
          row == NULL ? NULL
                      : tonus_note_row_text (self->dossier, self->record, self->section, row, NULL);

      g_ptr_array_add (get_cells (self, i), text != NULL ? text : g_strdup (""));
    }
}

static double
weigh_field (const TonusField *field)
{
  gboolean is_short = tonus_kind_is_number (field->kind) || field->kind == TONUS_KIND_BOOLEAN ||
                      field->kind == TONUS_KIND_TIME || field->kind == TONUS_KIND_GRADE;

  return is_short ? NUMBER_SHARE : WORDS_SHARE;
}

static void
add_field_column (TonusNoteTable *self, const TonusField *field)
{
  add_head (self, tonus_field_label (field), weigh_field (field));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      char *value =
          tonus_note_value (self->dossier, self->record, field, g_ptr_array_index (line->rows, 0));

      g_ptr_array_add (get_cells (self, i), value != NULL ? value : g_strdup (""));
    }
}

static void
add_columns (TonusNoteTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (self->cells, g_ptr_array_new_with_free_func (g_free));
  add_label_column (self);
  if (self->side == NULL && self->fields->len <= MOST_FIELD_COLUMNS)
    {
      for (guint i = 0; i < self->fields->len; i++)
        add_field_column (self, g_ptr_array_index (self->fields, i));
      return;
    }
  for (guint i = 0; i < self->sides->len; i++)
    add_row_column (self, i);
}

/* --- public --------------------------------------------------------------------------------- */

TonusNoteTable *
tonus_note_table_new (const TonusDossier *dossier, TonusRecord *record, const TonusSection *section)
{
  TonusNoteTable *self = g_new0 (TonusNoteTable, 1);
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (record, section->id);
  g_autoptr (GPtrArray) printed = g_ptr_array_new ();

  self->dossier = dossier;
  self->record = record;
  self->section = section;
  self->side = tonus_section_find_side (section);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->sides = g_ptr_array_new ();
  self->fields = g_ptr_array_new ();
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_array_new (FALSE, FALSE, sizeof (double));
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < rows->len; i++)
    if (row_prints (self, g_ptr_array_index (rows, i)))
      g_ptr_array_add (printed, g_ptr_array_index (rows, i));
  find_fields (self, printed);
  find_sides (self, printed);
  for (guint i = 0; i < printed->len; i++)
    place_row (self, g_ptr_array_index (printed, i));
  add_columns (self);
  return self;
}

void
tonus_note_table_free (TonusNoteTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->sides);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->heads);
  g_array_unref (self->widths);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

gboolean
tonus_note_table_is_empty (const TonusNoteTable *self)
{
  return self->lines->len == 0;
}

void
tonus_note_table_add_column (TonusNoteTable *self,
                             const char *label,
                             TonusNoteCell cell,
                             gpointer data)
{
  add_head (self, label, NUMBER_SHARE);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      char *text = cell (g_ptr_array_index (line->rows, 0), data);

      g_ptr_array_add (get_cells (self, i), text != NULL ? text : g_strdup (""));
    }
}

/* Questions are read by their answers: everything that was "no" in one place. */
static gboolean
is_questions (const TonusNoteTable *self)
{
  const TonusField *answer = g_ptr_array_index (self->fields, 0);

  return self->side == NULL && answer->kind == TONUS_KIND_BOOLEAN;
}

static char *
get_answer (TonusNoteTable *self, const Line *line)
{
  char *answer = tonus_note_value (self->dossier, self->record, g_ptr_array_index (self->fields, 0),
                                   g_ptr_array_index (line->rows, 0));

  return answer != NULL ? answer : g_strdup (_ ("no answer"));
}

/* The question, with what else is known of it. */
static void
append_question (TonusNoteTable *self, GString *text, const Line *line)
{
  g_autofree char *more =
      tonus_note_row_text (self->dossier, self->record, self->section,
                           g_ptr_array_index (line->rows, 0), g_ptr_array_index (self->fields, 0));

  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", line->label);
  if (more != NULL)
    g_string_append_printf (text, " (%s)", more);
}

static void
draw_answer (TonusNoteTable *self, TonusFlow *flow, GHashTable *drawn, const char *answer)
{
  g_autoptr (GString) questions = g_string_new (NULL);

  if (!g_hash_table_add (drawn, g_strdup (answer)))
    return;
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *other = get_answer (self, g_ptr_array_index (self->lines, i));

      if (g_str_equal (other, answer))
        append_question (self, questions, g_ptr_array_index (self->lines, i));
    }
  if (questions->len > 0)
    tonus_flow_pair (flow, answer, questions->str);
}

/* What was answered yes comes first: it is what a reader looks for. */
static void
draw_questions (TonusNoteTable *self, TonusFlow *flow)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *yes = tonus_field_display (g_ptr_array_index (self->fields, 0), "yes");

  draw_answer (self, flow, drawn, yes);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *answer = get_answer (self, g_ptr_array_index (self->lines, i));

      draw_answer (self, flow, drawn, answer);
    }
}

void
tonus_note_table_draw (TonusNoteTable *self, TonusFlow *flow)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (is_questions (self))
    {
      draw_questions (self, flow);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    g_ptr_array_add (rows, get_cells (self, i)->pdata);
  tonus_flow_table (flow, (const double *) (gpointer) self->widths->data, self->widths->len,
                    (const char *const *) self->heads->pdata, rows);
}
