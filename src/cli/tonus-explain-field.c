/* tonus-explain-field.c - one field in the words of everyone who uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-explain-field.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "tonus-paths.h"
#include "tonus-sample.h"
#include "tonus-text.h"

#define WORD_WIDTH 12
#define MOST_ROWS 20

/* An example must be the same today and tomorrow. */
#define EXAMPLE_SEED 1

void
tonus_explain_line (GString *out, const char *word, const char *format, ...)
{
  va_list list;
  va_start (list, format);
  g_autofree char *text = g_strdup_vprintf (format, list);
  va_end (list);

  glong width = g_utf8_strlen (word, -1) + 1;
  g_string_append_printf (out, "%s:", word);
  for (glong i = width; i <= WORD_WIDTH; i++)
    g_string_append_c (out, ' ');
  g_string_append_printf (out, "%s\n", text);
}

char *
tonus_explain_rows (const TonusCatalogue *catalogue, guint most)
{
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);
  GString *rows = g_string_new (NULL);
  guint n_offered = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      if (entry->is_retired)
        continue;
      if (n_offered < most)
        g_string_append_printf (rows, "%s%s (%s)", n_offered > 0 ? ", " : "", entry->id,
                                tonus_entry_label (entry));
      n_offered++;
    }
  if (n_offered > most)
    g_string_append_printf (rows, _ (" … and %u more: tonusctl explain %s"), n_offered - most,
                            tonus_catalogue_get_id (catalogue));
  return g_string_free (rows, FALSE);
}

char *
tonus_explain_place (const TonusSection *section, TonusSchema *schema)
{
  if (section->page == NULL)
    return g_strdup (_ ("no page of its own in the window"));

  const char *tab = tonus_entry_get (section->page, "tab");
  const char *page = tonus_entry_label (section->page);
  return tab != NULL ? g_strdup_printf (_ ("tab “%s”, page “%s”"), tab, page)
                     : g_strdup_printf (_ ("page “%s”"), page);
}

/* --- what it may hold --- */

static const char *
describe_kind (TonusKind kind)
{
  switch (kind)
    {
    case TONUS_KIND_TEXT:
      return _ ("one line of words");
    case TONUS_KIND_NOTE:
      return _ ("words over several lines");
    case TONUS_KIND_INTEGER:
      return _ ("a whole number");
    case TONUS_KIND_DECIMAL:
      return _ ("a number");
    case TONUS_KIND_BOOLEAN:
      return _ ("yes or no");
    case TONUS_KIND_DATE:
      return _ ("a day");
    case TONUS_KIND_TIME:
      return _ ("a time of day");
    case TONUS_KIND_CHOICE:
      return _ ("one row of a list");
    case TONUS_KIND_CHOICES:
      return _ ("any rows of a list");
    case TONUS_KIND_GRADE:
      return _ ("one row of a list in rising order");
    case TONUS_KIND_SCORE:
      return _ ("a score");
    case TONUS_KIND_REF:
      return _ ("a reference to another record");
    case TONUS_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

static const char *
describe_typing (TonusKind kind)
{
  switch (kind)
    {
    case TONUS_KIND_TEXT:
    case TONUS_KIND_NOTE:
      return _ ("any words");
    case TONUS_KIND_INTEGER:
      return _ ("digits");
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      return _ ("7.5 or 7,5");
    case TONUS_KIND_BOOLEAN:
      return _ ("yes or no");
    case TONUS_KIND_DATE:
      return _ ("2026-11-23, 23.11.2026, 23/11/2026 in the order of your country, today, +3, -7");
    case TONUS_KIND_TIME:
      return _ ("9:05, 09:05, 0905, 9.05, 9:05 pm");
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_CHOICES:
    case TONUS_KIND_GRADE:
      return _ ("the id, the label, or a beginning that only one row has");
    case TONUS_KIND_REF:
      return _ ("chosen from a list");
    case TONUS_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

static void
append_range (GString *text, double low, double high)
{
  g_autofree char *from = isfinite (low) ? tonus_number_format (low, 6) : NULL;
  g_autofree char *to = isfinite (high) ? tonus_number_format (high, 6) : NULL;

  if (from != NULL && to != NULL)
    g_string_append_printf (text, _ ("%s to %s"), from, to);
  else if (from != NULL)
    g_string_append_printf (text, _ ("%s or more"), from);
  else if (to != NULL)
    g_string_append_printf (text, _ ("%s or less"), to);
  else
    g_string_append (text, _ ("any"));
}

static void
explain_numbers (GString *out, const TonusField *field, const char *row)
{
  TonusLimits limits = tonus_field_get_limits (field, row, NULL);
  g_autoptr (GString) hard = g_string_new (NULL);

  append_range (hard, limits.min, limits.max);
  if (field->kind != TONUS_KIND_INTEGER)
    g_string_append_printf (hard, _ (", at most %u decimal places"), limits.digits);
  tonus_explain_line (out, _ ("limits"), "%s", hard->str);

  if (isfinite (limits.warn_min) || isfinite (limits.warn_max))
    {
      g_autoptr (GString) soft = g_string_new (NULL);
      append_range (soft, limits.warn_min, limits.warn_max);
      tonus_explain_line (out, _ ("usual"), _ ("%s; outside it is kept and remarked upon"),
                          soft->str);
    }
  if (limits.unit != NULL)
    tonus_explain_line (out, _ ("unit"), "%s", limits.unit);
  if (field->limits != NULL && row == NULL)
    tonus_explain_line (out, _ ("limits from"),
                        _ ("the row chosen in %s; name one in the path to see its limits"),
                        field->limits->path);
}

static void
explain_content (GString *out, const TonusField *field, const char *row)
{
  tonus_explain_line (out, _ ("kind"), "%s, %s", tonus_kind_name (field->kind),
                      describe_kind (field->kind));
  if (field->kind == TONUS_KIND_TEXT || field->kind == TONUS_KIND_NOTE)
    tonus_explain_line (out, _ ("limits"), _ ("at most %u characters"), field->length);
  if (tonus_kind_is_number (field->kind))
    explain_numbers (out, field, row);
  if (field->choices != NULL)
    {
      g_autofree char *rows = tonus_explain_rows (field->choices, MOST_ROWS);
      tonus_explain_line (out, _ ("choices"), "%s: %s", tonus_catalogue_get_id (field->choices),
                          rows);
    }
  if (field->to != NULL)
    {
      g_autofree char *to = g_strjoinv (", ", field->to);
      tonus_explain_line (out, _ ("points at"), "%s", to);
    }
  if (field->show_if != NULL)
    {
      g_autofree char *values = g_strjoinv (_ (" or "), field->show_if_values);
      tonus_explain_line (out, _ ("shown if"), _ ("%s is %s"), field->show_if->path, values);
    }
}

/* --- who does what with it --- */

static char *
spell_group (const TonusSection *section, const char *row)
{
  if (section->repeat == TONUS_REPEAT_NONE)
    return g_strdup (section->id);
  if (row != NULL)
    return g_strconcat (section->id, "/", row, NULL);
  if (section->repeat == TONUS_REPEAT_EVENT)
    return g_strdup_printf (_ ("%s/<8 characters>"), section->id);

  g_autoptr (GString) group = g_string_new (section->id);
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      g_string_append_printf (group, "%c<%s>", i == 0 ? '/' : '.', key->id);
    }
  return g_string_free (g_steal_pointer (&group), FALSE);
}

static void
explain_storage (GString *out, const TonusField *field, const char *row)
{
  g_autofree char *group = spell_group (field->section, row);
  g_autofree char *kinds = g_strjoinv (", ", field->section->holds);

  if (field->key_index >= 0)
    tonus_explain_line (out, _ ("stored"), _ ("in the name of the group [%s] of: %s"), group,
                        kinds);
  else
    tonus_explain_line (out, _ ("stored"), _ ("group [%s], key %s= of: %s"), group, field->id,
                        kinds);
  if (field->was != NULL)
    tonus_explain_line (out, _ ("was"), _ ("%s, still understood when reading"), field->was);
}

/* The handout is designed by hand: it reads fields that the program knows by name, of its own
 * sections and, for its head, of a few others. */
static gboolean
is_known_by_name (const TonusField *field)
{
  for (guint i = 0; i < TONUS_N_PATHS; i++)
    if (g_str_equal (tonus_path_get_section ((TonusPath) i), field->section->id) &&
        g_str_equal (tonus_path_get_field ((TonusPath) i), field->id))
      return TRUE;
  return FALSE;
}

static const char *
describe_handout (const TonusField *field)
{
  static const char *const head[] = { "clinic", "therapist", "patient", NULL };
  /* Of the visit the program is given at: what is going on, and how it goes on. */
  static const char *const day[] = { "assessment", "plan", "taping-session", NULL };

  if (field->is_private)
    return _ ("never: it is private");
  if (!is_known_by_name (field))
    return _ ("no");
  if (tonus_section_is_held_by (field->section, "program") ||
      g_strv_contains (day, field->section->id))
    return _ ("yes, in the patient’s words");
  if (g_str_equal (field->section->id, "visit") && g_str_equal (field->id, "next"))
    return _ ("in its head, where there is a place for it");
  return g_strv_contains (head, field->section->id)
             ? _ ("in its head, where there is a place for it")
             : _ ("no");
}

static void
explain_uses (GString *out, TonusSchema *schema, const TonusField *field)
{
  g_autofree char *place = tonus_explain_place (field->section, schema);

  tonus_explain_line (out, _ ("window"), "%s", place);
  tonus_explain_line (out, _ ("typed"), "%s", describe_typing (field->kind));
  if (field->key_index < 0)
    {
      TonusCatalogue *reasons = tonus_schema_find_catalogue (schema, "not-tested");
      g_autofree char *rows =
          reasons != NULL ? tonus_explain_rows (reasons, MOST_ROWS) : g_strdup ("");
      tonus_explain_line (out, _ ("not tested"), _ ("~ and a reason: %s"), rows);
    }
  if (tonus_section_is_held_by (field->section, "visit"))
    tonus_explain_line (out, _ ("note"), "%s",
                        field->is_printed ? _ ("printed") : _ ("not printed"));
  tonus_explain_line (out, _ ("handout"), "%s", describe_handout (field));
}

/* --- an example --- */

/* The made-up target of a reference, spelled as the field wants it. */
static char *
sample_reference (const TonusField *field, TonusSchema *schema, const TonusChance *chance)
{
  g_autofree char *object = tonus_io_new_id (chance->io);
  const char *target = field->to != NULL ? field->to[0] : NULL;

  if (target == NULL || tonus_schema_has_kind (target))
    return g_steal_pointer (&object);
  const TonusSection *section = tonus_schema_find_section (schema, target);
  g_autofree char *row = section != NULL ? tonus_sample_row (section, chance) : NULL;
  return g_strdup_printf ("%s#%s%s%s", object, target, row != NULL ? "/" : "",
                          row != NULL ? row : "");
}

static void
explain_example (GString *out, TonusSchema *schema, const TonusField *field, const char *named_row)
{
  const TonusChance chance = { .io = tonus_io_seeded (EXAMPLE_SEED, 0) };
  g_autofree char *row = named_row != NULL ? g_strdup (named_row)
                         : field->section->repeat != TONUS_REPEAT_NONE
                             ? tonus_sample_row (field->section, &chance)
                             : NULL;
  g_autofree char *chosen = field->limits != NULL && field->limits->key_index < 0
                                ? tonus_sample_value (field->limits, row, NULL, &chance)
                                : NULL;
  g_autofree char *value = field->kind == TONUS_KIND_REF
                               ? sample_reference (field, schema, &chance)
                               : tonus_sample_value (field, row, chosen, &chance);
  tonus_io_seeded_free (chance.io);
  if (value == NULL)
    return;

  g_autofree char *path = row != NULL
                              ? g_strdup_printf ("%s/%s/%s", field->section->id, row, field->id)
                              : g_strdup (field->path);
  g_autofree char *shown = tonus_field_display (field, value);
  if (field->key_index < 0)
    tonus_explain_line (out, _ ("example"), _ ("%s is “%s”, shown as “%s”"), path, value, shown);
  else
    tonus_explain_line (out, _ ("example"), _ ("“%s”, shown as “%s”"), value, shown);
}

void
tonus_explain_field (GString *out, TonusSchema *schema, const TonusField *field, const char *row)
{
  tonus_explain_line (out, _ ("field"), "%s", field->path);
  if (row != NULL)
    {
      g_autofree char *row_label = tonus_section_row_label (field->section, row);
      tonus_explain_line (out, _ ("row"), "%s", row_label != NULL ? row_label : row);
    }
  tonus_explain_line (out, _ ("label"), "%s", tonus_field_label (field));
  if (tonus_field_help (field) != NULL)
    tonus_explain_line (out, _ ("help"), "%s", tonus_field_help (field));
  tonus_explain_line (out, _ ("section"), "%s (%s)", field->section->id,
                      tonus_section_label (field->section));
  if (field->is_retired || field->section->is_retired)
    tonus_explain_line (out, _ ("retired"), "%s",
                        _ ("no longer offered; old values are kept and shown"));
  explain_content (out, field, row);
  explain_storage (out, field, row);
  explain_uses (out, schema, field);
  explain_example (out, schema, field, row);
}
