/* test-record-skim.c - skimming a text agrees with reading it, and refuses nothing that reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "random-record.h"
#include "tonus-record-skim.h"

static const char *const paths[][2] = { { "visit", "date" },       { "visit", "start" },
                                        { "visit", "kind" },       { "visit", "episode" },
                                        { "signature", "time" },   { "signature", "name" },
                                        { "history", "complaint" } };

/* The fields of @paths that the schema has. */
static guint
find_fields (TonusSchema *schema, const TonusField **fields)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const TonusSection *section = tonus_schema_find_section (schema, paths[i][0]);
      const TonusField *field =
          section != NULL ? tonus_section_lookup (section, paths[i][1]) : NULL;
      if (field != NULL)
        fields[n++] = field;
    }
  return n;
}

/* TRUE: it reads. */
static gboolean
check_alike (TonusSchema *schema, const char *text, gsize length)
{
  const TonusField *fields[G_N_ELEMENTS (paths)];
  char *values[G_N_ELEMENTS (paths)];
  guint n = find_fields (schema, fields);
  TonusHeader header;
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GError) skim_error = NULL;
  g_autoptr (TonusRecord) record =
      tonus_record_from_text (schema, text, length, TONUS_READ_KEEP, NULL, &read_error);
  gboolean is_skimmed =
      tonus_record_skim (schema, fields, n, text, length, &header, values, &skim_error);

  g_assert_cmpuint (n, >=, 5);
  if (!is_skimmed)
    {
      g_assert_null (record);
      g_assert_cmpstr (read_error->message, ==, skim_error->message);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      if (record != NULL)
        g_assert_cmpstr (values[i], ==,
                         tonus_record_get_at (record, fields[i]->section->id, NULL, fields[i]->id));
      g_free (values[i]);
    }
  if (record != NULL)
    {
      const TonusHeader *wanted = tonus_record_get_header (record);
      g_assert_cmpstr (header.kind, ==, wanted->kind);
      g_assert_cmpstr (header.object, ==, wanted->object);
      g_assert_cmpstr (header.patient, ==, wanted->patient);
      g_assert_cmpuint (header.revision, ==, wanted->revision);
      g_assert_cmpuint (header.schema, ==, wanted->schema);
    }
  tonus_header_clear (&header);
  return record != NULL;
}

static void
test_alike (void)
{
  TonusSchema *schema = tonus_schema_get_default ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261123);
  guint n_sound = 0, n_broken = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TonusRecord) record =
          random_record (chance, schema, i % 4 == 0 ? "episode" : "visit", i % 60);
      g_autoptr (GString) text = tonus_record_to_text (record);
      g_assert_true (check_alike (schema, text->str, text->len));
      for (guint j = 0; j < 20; j++)
        {
          gsize at = (gsize) g_rand_int_range (chance, 0, (int) text->len);
          char before = text->str[at];
          text->str[at] = "a9=[]\n/\\-\0é"[g_rand_int_range (chance, 0, 12)];
          if (check_alike (schema, text->str, text->len))
            n_sound++;
          else
            n_broken++;
          check_alike (schema, text->str, at);
          text->str[at] = before;
        }
    }
  g_test_message ("%u altered texts accepted, %u refused, alike", n_sound, n_broken);
  g_assert_cmpuint (n_sound, >, 100);
  g_assert_cmpuint (n_broken, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-skim/alike", test_alike);
  return g_test_run ();
}
