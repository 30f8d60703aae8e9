/* random-record.c - records made by chance from a schema, the same for the same seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "random-record.h"

#include <math.h>
#include <string.h>

#include "tonus-date.h"
#include "tonus-id.h"
#include "tonus-text.h"

const char *const record_kinds[] = { "patient",   "episode", "program",    "visit",
                                     "addendum",  "void",    "attachment", "clinic",
                                     "therapist", "payer",   "snippet",    NULL };

/* What people and machines put into text fields. */
static const char *const hostile_words[] = {
  "Hans Müller",
  "[evil]",
  "a=b;c\\n",
  "# no comment",
  "\\",
  "\\\\s",
  "x\\",
  "~ tilde",
  "~refused",
  "[a]\n[b]\nx=1",
  "\n\n  indented\n\ttab",
  "first\n   second line",
  "; ; ;",
  "日本語 😀",
  "Škoda straße",
  "-7.50",
  "%s%n%p",
  "<b>&amp;</b>",
  "Encoding=ISO-8859-1",
  "a  b   c",
};

static char *
random_id (GRand *rand)
{
  guint8 bytes[TONUS_ID_BYTES];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) g_rand_int (rand);
  return tonus_id_from_bytes (bytes);
}

static const TonusEntry *
random_entry (GRand *rand, TonusCatalogue *catalogue)
{
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);

  return entries->pdata[g_rand_int_range (rand, 0, (int) entries->len)];
}

static char *
random_words (GRand *rand, const TonusField *field)
{
  const char *words = hostile_words[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (hostile_words))];
  g_autofree char *clean = tonus_text_clean (words, field->kind == TONUS_KIND_TEXT);
  g_autofree char *cut =
      g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), (glong) field->length - 1));
  g_autofree char *again = tonus_text_clean (cut, field->kind == TONUS_KIND_TEXT);

  return tonus_value_from_words (again[0] == '\0' ? "x" : again);
}

static char *
random_number (GRand *rand, const TonusField *field, const char *row, const char *chosen)
{
  TonusLimits limits = tonus_field_get_limits (field, row, chosen);
  double min = isfinite (limits.min) ? limits.min : isfinite (limits.max) ? limits.max - 50 : -50;
  double max = isfinite (limits.max) ? limits.max : min + 1000;
  guint digits = field->kind == TONUS_KIND_INTEGER ? 0 : limits.digits;
  double value = g_rand_double_range (rand, min, max);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      value = min;
      break;
    case 1:
      value = max;
      break;
    default:
      break;
    }
  double scale = pow (10, digits);
  value = CLAMP (floor (value * scale + 0.5) / scale, ceil (min * scale) / scale,
                 floor (max * scale) / scale);
  return tonus_number_format (value, digits);
}

static char *
random_choices (GRand *rand, TonusCatalogue *catalogue)
{
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);
  GString *text = g_string_new (NULL);
  int step = g_rand_int_range (rand, 1, 4);

  for (guint i = (guint) g_rand_int_range (rand, 0, (int) entries->len); i < entries->len;
       i += (guint) step)
    g_string_append_printf (text, "%s;", ((const TonusEntry *) entries->pdata[i])->id);
  return g_string_free (text, FALSE);
}

static char *
random_ref (GRand *rand, const TonusField *field)
{
  g_autofree char *id = random_id (rand);
  guint n = g_strv_length (field->to);
  const char *to = field->to[g_rand_int_range (rand, 0, (int) n)];

  if (tonus_schema_has_kind (to))
    return g_steal_pointer (&id);
  return g_strdup_printf ("%s#%s/%s", id, to, "abcd2345");
}

static char *
random_plain_value (GRand *rand, const TonusField *field, const char *row, const char *chosen)
{
  switch (field->kind)
    {
    case TONUS_KIND_TEXT:
    case TONUS_KIND_NOTE:
      return random_words (rand, field);
    case TONUS_KIND_INTEGER:
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      return random_number (rand, field, row, chosen);
    case TONUS_KIND_BOOLEAN:
      return g_strdup (g_rand_boolean (rand) ? "yes" : "no");
    case TONUS_KIND_DATE:
      return tonus_date_format ((guint32) g_rand_int_range (rand, 700000, 750000));
    case TONUS_KIND_TIME:
      return g_strdup_printf ("%02d:%02d", g_rand_int_range (rand, 0, 24),
                              g_rand_int_range (rand, 0, 60));
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_GRADE:
      return g_strdup (random_entry (rand, field->choices)->id);
    case TONUS_KIND_CHOICES:
      return random_choices (rand, field->choices);
    case TONUS_KIND_REF:
      return random_ref (rand, field);
    case TONUS_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

char *
random_value (GRand *rand, const TonusField *field, const char *row, const char *chosen)
{
  if (g_rand_int_range (rand, 0, 12) == 0)
    return g_strdup (g_rand_boolean (rand) ? "~refused" : "~unable [pain]; \\ \"now\"");
  return random_plain_value (rand, field, row, chosen);
}

char *
random_row (GRand *rand, const TonusSection *section)
{
  g_autoptr (GString) row = g_string_new (NULL);

  switch (section->repeat)
    {
    case TONUS_REPEAT_NONE:
      return NULL;
    case TONUS_REPEAT_EVENT:
      for (guint i = 0; i < TONUS_ROW_ID_LENGTH; i++)
        g_string_append_c (row, "abcdefghijklmnopqrstuvwxyz234567"[g_rand_int_range (rand, 0, 32)]);
      break;
    case TONUS_REPEAT_MEASURE:
      for (guint i = 0; i < section->keys->len; i++)
        {
          const TonusField *key = section->keys->pdata[i];

          g_string_append_printf (row, "%s%s", i == 0 ? "" : ".",
                                  random_entry (rand, key->choices)->id);
        }
      break;
    }
  return g_strdup (row->str);
}

/* A change that the record takes, whatever it may need for that; FALSE if chance found none. */
static gboolean
add_random_change (GRand *rand,
                   TonusRecord *record,
                   TonusChangeset *changes,
                   const TonusSection *section,
                   const TonusField *field,
                   const char *row,
                   gboolean may_remove)
{
  const char *object = tonus_record_get_object (record);
  const char *chosen = field->limits == NULL || field->limits->key_index >= 0
                           ? NULL
                           : tonus_record_get_field (record, field->limits, row);
  g_autofree char *path = tonus_path_join (section->id, row, field->id);
  g_autofree char *value = may_remove && g_rand_int_range (rand, 0, 4) == 0
                               ? NULL
                               : random_value (rand, field, row, chosen);
  g_autoptr (TonusChangeset) one = tonus_changeset_new ();

  tonus_changeset_set (one, object, path, value);
  if (!tonus_record_apply (record, one, NULL))
    return FALSE;
  tonus_changeset_set (changes, object, path, value);
  return TRUE;
}

TonusChangeset *
random_changes (GRand *rand, TonusRecord *record, guint n_changes)
{
  TonusSchema *schema = tonus_record_get_schema (record);
  GPtrArray *sections = tonus_schema_get_sections (schema);
  g_autoptr (TonusRecord) scratch = tonus_record_copy (record);
  TonusChangeset *changes = tonus_changeset_new ();

  for (guint i = 0; i < 100 * n_changes && tonus_changeset_get_size (changes) < n_changes; i++)
    {
      const TonusSection *section =
          sections->pdata[g_rand_int_range (rand, 0, (int) sections->len)];
      const TonusField *field =
          section->fields->pdata[g_rand_int_range (rand, 0, (int) section->fields->len)];

      if (!tonus_section_is_held_by (section, tonus_record_get_kind (record)) ||
          field->key_index >= 0)
        continue;
      g_autoptr (GPtrArray) rows = tonus_record_get_rows (scratch, section->id);
      g_autofree char *row =
          rows->len > 0 && g_rand_int_range (rand, 0, 3) > 0
              ? g_strdup (rows->pdata[g_rand_int_range (rand, 0, (int) rows->len)])
              : random_row (rand, section);
      add_random_change (rand, scratch, changes, section, field, row, TRUE);
    }
  return changes;
}

static TonusRecord *
new_with_header (GRand *rand, TonusSchema *schema, const char *kind)
{
  g_autofree char *object = random_id (rand);
  TonusRecord *record = tonus_record_new (schema, kind, object);
  TonusHeader header = *tonus_record_get_header (record);
  g_autofree char *patient = random_id (rand);
  g_autofree char *author = random_id (rand);
  g_autofree char *parent = tonus_hash_of (patient, strlen (patient));
  g_autofree char *written = g_strdup ("2026-11-23T10:42:07+01:00");
  char *hashes[] = { parent, NULL };

  header.revision = g_rand_int (rand);
  header.patient = patient;
  header.author = author;
  header.written = g_rand_boolean (rand) ? written : NULL;
  header.parents = hashes;
  header.context = g_rand_boolean (rand) ? hashes : NULL;
  tonus_record_set_header (record, &header);
  return record;
}

TonusRecord *
random_record (GRand *rand, TonusSchema *schema, const char *kind, guint n_values)
{
  TonusRecord *record = new_with_header (rand, schema, kind);
  g_autoptr (TonusChangeset) changes = random_changes (rand, record, n_values);
  g_autoptr (GError) error = NULL;

  tonus_record_apply (record, changes, &error);
  g_assert_no_error (error);
  return record;
}

static void
fill_section (GRand *rand, TonusRecord *record, const TonusSection *section)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *row = random_row (rand, section);

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = section->fields->pdata[i];
      guint tries = 0;

      if (field->key_index >= 0)
        continue;
      while (!add_random_change (rand, record, changes, section, field, row, FALSE))
        g_assert_cmpuint (++tries, <, 200);
    }
}

TonusRecord *
full_record (GRand *rand, TonusSchema *schema, const char *kind)
{
  TonusRecord *record = new_with_header (rand, schema, kind);
  GPtrArray *sections = tonus_schema_get_sections (schema);

  for (guint i = 0; i < sections->len; i++)
    if (tonus_section_is_held_by (sections->pdata[i], kind))
      fill_section (rand, record, sections->pdata[i]);
  return record;
}
