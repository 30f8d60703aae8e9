/* bench-record-text.c - reading a record against reading the same text with GKeyFile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arguments: folders with record files to measure besides the synthetic visit.  Rounds of the two
 * readers alternate, and each pair gives one ratio; the median is printed.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "random-record.h"
#include "tonus-record-text.h"

#define ROUNDS 201
#define CALLS_PER_ROUND 10

static double
time_ours (TonusSchema *schema, const GString *text)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < CALLS_PER_ROUND; i++)
    {
      g_autoptr (TonusRecord) record =
          tonus_record_from_text (schema, text->str, text->len, TONUS_READ_KEEP, NULL, NULL);

      g_assert_nonnull (record);
    }
  return (double) (g_get_monotonic_time () - start) / CALLS_PER_ROUND;
}

static double
time_theirs (const GString *text)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < CALLS_PER_ROUND; i++)
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();
      gboolean is_read =
          g_key_file_load_from_data (file, text->str, text->len,
                                     G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, NULL);

      g_assert_true (is_read);
    }
  return (double) (g_get_monotonic_time () - start) / CALLS_PER_ROUND;
}

static double
time_writing (TonusRecord *record)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < CALLS_PER_ROUND; i++)
    g_string_free (tonus_record_to_text (record), TRUE);
  return (double) (g_get_monotonic_time () - start) / CALLS_PER_ROUND;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

static guint
count_keys (const GString *text)
{
  guint n = 0;

  for (gsize i = 0; i < text->len; i++)
    n += text->str[i] == '\n' && strchr ("[\n", text->str[i + 1]) == NULL;
  return n;
}

static void
measure (const char *name, TonusSchema *schema, const GString *text)
{
  double ours[ROUNDS], theirs[ROUNDS], ratios[ROUNDS], writing[ROUNDS];
  g_autoptr (TonusRecord) record =
      tonus_record_from_text (schema, text->str, text->len, TONUS_READ_KEEP, NULL, NULL);

  g_assert_nonnull (record);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gboolean ours_first = i % 2 == 0;

      if (ours_first)
        ours[i] = time_ours (schema, text);
      theirs[i] = time_theirs (text);
      if (!ours_first)
        ours[i] = time_ours (schema, text);
      writing[i] = time_writing (record);
      ratios[i] = ours[i] / theirs[i];
    }
  printf ("%s: %" G_GSIZE_FORMAT " bytes, %u keys, read and check %.1f us, GKeyFile %.1f us, "
          "ratio %.2f; write %.1f us\n",
          name, text->len, count_keys (text), median (ours), median (theirs), median (ratios),
          median (writing));
}

/* Demo records are templates: names and days in braces. */
static char *
fill_braces (const char *template)
{
  g_autoptr (GRegex) day = g_regex_new ("\\{day[^}]*\\}", 0, 0, NULL);
  g_autoptr (GRegex) name = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);
  g_autofree char *dated = g_regex_replace_literal (day, template, -1, 0, "2026-11-23", 0, NULL);

  return g_regex_replace_literal (name, dated, -1, 0, "aaaaaaaaaaaaaaaaaaaaaaaaaa", 0, NULL);
}

static void
measure_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      TonusSchema *schema = tonus_schema_get_default ();

      if (!g_str_has_suffix (name, ".keyfile") || !g_file_get_contents (path, &bytes, NULL, NULL))
        continue;
      g_autofree char *filled = fill_braces (bytes);
      g_autoptr (GString) text = g_string_new (filled);
      g_autoptr (TonusRecord) record =
          tonus_record_from_text (schema, text->str, text->len, TONUS_READ_KEEP, NULL, NULL);
      if (record != NULL && g_strcmp0 (tonus_record_get_kind (record), "visit") == 0)
        measure (name, schema, text);
    }
}

int
main (int argc, char **argv)
{
  TonusSchema *schema = tonus_schema_get_default ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (TonusRecord) full = full_record (rand, schema, "visit");
  g_autoptr (TonusRecord) visit = random_record (rand, schema, "visit", 260);
  g_autoptr (GString) full_text = tonus_record_to_text (full);
  g_autoptr (GString) visit_text = tonus_record_to_text (visit);

  measure ("a visit by chance", schema, visit_text);
  measure ("every field of a visit", schema, full_text);
  for (int i = 1; i < argc; i++)
    measure_folder (argv[i]);
  return 0;
}
