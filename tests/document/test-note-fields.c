/* test-note-fields.c - whatever the schema describes prints, and what it hides does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Derived: a new field is tested the day it is described.
 */
#include "config.h"
#include "tonus-note.h"

#include <string.h>

#include "paper-probe.h"
#include "sample-dossier.h"
#include "tonus-date.h"
#include "tonus-text.h"

#define CREATED "2026-11-23T10:42:07+01:00"
#define EVENT_ROW "bcdefgh2"
#define OTHER_RECORD "zzzzzzzzzzzzzzzzzzzzzzzzzz"

static GBytes *
render (const TonusDossier *dossier)
{
  TonusNoteOptions options = { TONUS_PAPER_A4, CREATED, NULL };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tonus_note_render (dossier, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static void
replace_visit (TonusDossier *dossier, const char *text)
{
  g_clear_object (&dossier->visit);
  dossier->visit = sample_record ("visit", text);
}

static char *
render_dense (const TonusDossier *dossier)
{
  g_autoptr (GBytes) pdf = render (dossier);

  return paper_probe_dense (pdf, 0);
}

/* --- every printed field of the schema ------------------------------------------------------ */

/* A row of the section: of a measure, the first entry of each key. */
static char *
make_row (const TonusSection *section)
{
  GString *row;

  if (section->repeat == TONUS_REPEAT_NONE)
    return NULL;
  if (section->repeat == TONUS_REPEAT_EVENT)
    return g_strdup (EVENT_ROW);
  row = g_string_new (NULL);
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      const TonusEntry *entry = g_ptr_array_index (tonus_catalogue_get_entries (key->choices), 0);

      g_string_append_printf (row, "%s%s", i > 0 ? "." : "", entry->id);
    }
  return g_string_free (row, FALSE);
}

static char *
make_number (const TonusField *field, const char *row, const char *chosen)
{
  TonusLimits limits = tonus_field_get_limits (field, row, chosen);
  double low = MAX (limits.min, -50), high = MIN (limits.max, low + 37);

  return tonus_number_format (field->kind == TONUS_KIND_INTEGER ? (double) (gint64) high : high,
                              limits.digits);
}

/* As unlike the other fields' as the kind allows. */
static char *
make_value (const TonusField *field, const char *row, const char *chosen)
{
  const TonusEntry *entry =
      field->choices != NULL ? g_ptr_array_index (tonus_catalogue_get_entries (field->choices), 0)
                             : NULL;

  switch (field->kind)
    {
    case TONUS_KIND_TEXT:
    case TONUS_KIND_NOTE:
      return g_strdup_printf ("zq%c%c", 'a' + (char) (field->index / 26),
                              'a' + (char) (field->index % 26));
    case TONUS_KIND_INTEGER:
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      return make_number (field, row, chosen);
    case TONUS_KIND_BOOLEAN:
      return g_strdup ("yes");
    case TONUS_KIND_DATE:
      return tonus_date_format (tonus_date_parse ("2020-01-31") + field->index);
    case TONUS_KIND_TIME:
      return g_strdup_printf ("07:%02u", field->index);
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_GRADE:
      return g_strdup (entry->id);
    case TONUS_KIND_CHOICES:
      return g_strconcat (entry->id, ";", NULL);
    case TONUS_KIND_REF:
      return g_strdup (OTHER_RECORD);
    case TONUS_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

/* A reference to a row where one must be. */
static char *
make_reference (const TonusField *field)
{
  TonusSchema *schema = tonus_schema_get_default ();
  const TonusSection *section;
  g_autofree char *row = NULL;

  if (tonus_schema_has_kind (field->to[0]))
    return g_strdup (OTHER_RECORD);
  section = tonus_schema_find_section (schema, field->to[0]);
  row = make_row (section);
  return g_strdup_printf ("%s#%s/%s", OTHER_RECORD, section->id, row);
}

static void
set_field (TonusRecord *record, const TonusField *field, const char *row, const char *value)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *path = tonus_path_join (field->section->id, row, field->id);
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (changes, tonus_record_get_object (record), path, value);
  if (!tonus_record_apply (record, changes, &error))
    g_error ("%s: “%s”: %s", path, value, error->message);
}

/* Choices come first: a number's limits may hang on one. */
static void
fill_section (TonusRecord *record, const TonusSection *section, const char *row, gboolean is_choice)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      const char *chosen = NULL;
      g_autofree char *value = NULL;

      if (field->key_index >= 0 || (field->kind == TONUS_KIND_CHOICE) != is_choice)
        continue;
      if (field->limits != NULL)
        chosen = tonus_record_get_field (record, field->limits, row);
      value =
          field->kind == TONUS_KIND_REF ? make_reference (field) : make_value (field, row, chosen);
      set_field (record, field, row, value);
    }
}

/* A row of a record that is not at hand. */
static char *
expect_place (const TonusField *field)
{
  const TonusSection *section =
      tonus_schema_find_section (tonus_schema_get_default (), field->to[0]);
  g_autofree char *row = make_row (section);
  g_autofree char *name = tonus_section_row_label (section, row);
  gboolean is_of_visit = tonus_section_is_held_by (section, "visit");

  return g_strdup_printf ("%s%s%s (%s)", tonus_section_label (section), name != NULL ? ": " : "",
                          name != NULL ? name : "",
                          is_of_visit ? "another visit" : "another record");
}

static char *
expect_text (TonusRecord *record, const TonusField *field, const char *row)
{
  const char *text = tonus_record_get_field (record, field, row);
  const char *chosen =
      field->limits != NULL ? tonus_record_get_field (record, field->limits, row) : NULL;
  const char *unit = tonus_field_get_limits (field, row, chosen).unit;
  g_autofree char *words = NULL;

  if (field->kind == TONUS_KIND_REF && strchr (text, '#') == NULL)
    return g_strdup ("record zzzzzzzz");
  if (field->kind == TONUS_KIND_REF)
    return expect_place (field);
  words = tonus_field_display (field, text);
  return g_strconcat (words, unit, NULL);
}

/* Where labels and values stand beside each other, both must; in narrow tables the head has the
 * label. */
static void
check_section (TonusRecord *record, const TonusSection *section, const char *row, const char *dense)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *value = NULL;

      if (field->key_index >= 0)
        continue;
      value = expect_text (record, field, row);
      if (field->kind == TONUS_KIND_REF || field->is_printed)
        g_test_message ("%s: %s", field->path, value);
      if (field->is_printed)
        paper_probe_assert_has (dense, value);
      else if (field->kind == TONUS_KIND_TEXT || field->kind == TONUS_KIND_NOTE)
        paper_probe_assert_lacks (dense, value);
      if (field->is_printed && section->repeat == TONUS_REPEAT_NONE &&
          !g_str_equal (section->id, "visit"))
        {
          g_autofree char *pair = g_strconcat (tonus_field_label (field), value, NULL);

          paper_probe_assert_has (dense, pair);
        }
    }
}

static void
check_prints (TonusDossier *dossier, const TonusSection *section)
{
  g_autofree char *row = make_row (section);
  g_autofree char *dense = NULL;
  g_autofree char *label = NULL;

  replace_visit (dossier, "[visit]\ndate=2026-11-23\n");
  fill_section (dossier->visit, section, row, TRUE);
  fill_section (dossier->visit, section, row, FALSE);
  dense = render_dense (dossier);
  check_section (dossier->visit, section, row, dense);
  paper_probe_assert_has (dense, tonus_section_label (section));
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusEntry *entry =
          tonus_section_row_entry (section, row, g_ptr_array_index (section->keys, i));

      paper_probe_assert_has (dense, tonus_entry_label (entry));
    }
}

static void
test_every_field_prints (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());
  guint n_sections = 0;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      if (!tonus_section_is_held_by (section, "visit"))
        continue;
      check_prints (&dossier, section);
      n_sections++;
    }
  g_assert_cmpuint (n_sections, >, 30);
}

static const char retired_schema[] =
    "[x-wobble]\nLabel=Wobble\nholds=visit;\n\n"
    "[x-wobble/x-degree]\nkind=text\nLabel=Degree\nretired=true\n\n"
    "[x-wobble/x-secret]\nkind=text\nLabel=Secret\nprint=no\n";

/* A field that is no longer offered keeps its place on paper; one that never prints keeps out. */
static void
test_retired_prints_hidden_does_not (void)
{
  TonusSchemaSource source = { "x-wobble.desktop", retired_schema };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema = tonus_schema_new_extended (&source, 1, &error);
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;

  g_assert_no_error (error);
  dossier.visit = tonus_record_new (schema, "visit", "ffffffffffffffffffffffffff");
  set_field (dossier.visit, tonus_schema_resolve (schema, "x-wobble/x-degree", NULL, NULL), NULL,
             "zqvery");
  set_field (dossier.visit, tonus_schema_resolve (schema, "x-wobble/x-secret", NULL, NULL), NULL,
             "zqhush");
  dense = render_dense (&dossier);
  paper_probe_assert_has (dense, "Degree zqvery");
  paper_probe_assert_lacks (dense, "zqhush");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note-fields/every-field-prints", test_every_field_prints);
  g_test_add_func ("/note-fields/retired-and-hidden", test_retired_prints_hidden_does_not);
  return g_test_run ();
}
