/* test-import.c - exercise libraries as people have them, and as strangers might send them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The samples are made by hand; no text of a real library is in them.
 */
#include "config.h"
#include <string.h>

#include "tonus-html-lines.h"
#include "tonus-import-private.h"
#include "tonus-json.h"

static char *samples;

static GPtrArray *
open_sample (const char *name)
{
  g_autofree char *path = g_build_filename (samples, name, NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *files = tonus_import_open (paths, NULL, &error);

  g_assert_no_error (error);
  return files;
}

static TonusImport *
read_sample (const char *name)
{
  g_autoptr (GPtrArray) files = open_sample (name);
  g_autoptr (GError) error = NULL;
  TonusImport *import = tonus_import_read (files, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static TonusImport *
read_bytes (const char *text, gsize length, GError **error)
{
  TonusImportFile file = { (char *) "library.json", g_bytes_new_static (text, length) };
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  TonusImport *import;

  g_ptr_array_add (files, &file);
  import = tonus_import_read (files, NULL, error);
  g_bytes_unref (file.bytes);
  return import;
}

static const TonusImportExercise *
get_exercise (const TonusImport *import, guint index)
{
  return g_ptr_array_index (import->exercises, index);
}

static const TonusImportText *
get_text (const TonusImportExercise *exercise, guint index)
{
  return g_ptr_array_index (exercise->texts, index);
}

static void
test_free (void)
{
  g_autoptr (TonusImport) import = read_sample ("free.json");
  const TonusImportExercise *rise = get_exercise (import, 0), *calf = get_exercise (import, 1);

  g_assert_cmpstr (import->source, ==, "free-exercise-db");
  g_assert_cmpuint (import->exercises->len, ==, 2);
  g_assert_cmpuint (import->n_passed_over, ==, 1);
  g_assert_true (g_str_has_prefix (rise->id, "x-fed-chair-rise-"));
  g_assert_cmpstr (calf->id, ==, "x-fed-calf-stretch");
  g_assert_cmpstr (get_text (rise, 0)->name, ==, "Chair rise & reach");
  g_assert_cmpuint (get_text (rise, 0)->steps->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (get_text (rise, 0)->steps, 5), ==, "Six. Seven.");
  g_assert_cmpstr (rise->region, ==, "thigh");
  g_assert_cmpstr (rise->type, ==, "strength");
  g_assert_cmpstr (rise->level, ==, "1");
  g_assert_cmpstr (g_ptr_array_index (rise->equipment, 0), ==, "band");
  g_assert_cmpuint (calf->targets->len, ==, 2);
  g_assert_null (get_text (calf, 0)->credit);
  /* A picture's name leads into the folder of pictures or nowhere. */
  g_assert_cmpuint (rise->images->len, ==, 1);
  g_assert_cmpuint (import->n_images_refused, ==, 4);
}

static void
test_wger (void)
{
  g_autoptr (TonusImport) import = read_sample ("wger");
  const TonusImportExercise *lift = get_exercise (import, 0), *band = get_exercise (import, 1);

  g_assert_cmpstr (import->source, ==, "wger");
  g_assert_cmpuint (import->exercises->len, ==, 2);
  g_assert_cmpuint (import->n_passed_over, ==, 1);
  g_assert_cmpstr (lift->id, ==, "x-wger-0000000000004000800000000000000a");
  g_assert_cmpuint (lift->texts->len, ==, 2);
  /* English first, whatever comes first in the file. */
  g_assert_cmpstr (get_text (lift, 0)->language, ==, "en");
  g_assert_cmpuint (get_text (lift, 0)->steps->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (get_text (lift, 0)->steps, 0), ==, "Lie on your back.");
  g_assert_cmpstr (g_ptr_array_index (get_text (lift, 0)->steps, 1), ==, "Lift your hips & hold.");
  g_assert_cmpstr (g_ptr_array_index (get_text (lift, 0)->steps, 2), ==, "Bend to < 90°.");
  g_assert_cmpstr (get_text (lift, 0)->credit, ==, "© Ada, wger.de, CC-BY-SA 4.0");
  g_assert_cmpstr (get_text (lift, 1)->credit, ==, "© Grace, wger.de, CC-BY-SA 4.0");
  g_assert_cmpstr (lift->licence, ==, "CC-BY-SA 4.0");
  g_assert_cmpuint (lift->targets->len, ==, 2);
  /* CC0 asks for nothing. */
  g_assert_null (get_text (band, 0)->credit);
  g_assert_cmpuint (band->equipment->len, ==, 1);
}

static void
test_html (void)
{
  static const struct
  {
    const char *html, *lines;
  } cases[] = {
    { "", "" },
    { "plain", "plain" },
    { "a<br/>b<BR>c", "a|b|c" },
    { "<ul><li>one</li><li>two", "one|two" },
    { "5 < 6 & 7 > 3", "5 < 6 & 7 > 3" },
    { "a<!-- no -->b", "ab" },
    { "<style>p {}</style>x<script>", "x" },
    { "&#x41;&#66;&nosuch;&#0;&#x110000;&", "AB&nosuch;&#0;&#x110000;&" },
    { "<p", "" },
    { "<a href='x'>link</a>", "link" },
    { "<p>\xe2\x80\xae"
      "evil</p>",
      "evil" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lines = tonus_html_lines (cases[i].html);
      g_autofree char *joined = NULL;

      g_ptr_array_add (lines, NULL);
      joined = g_strjoinv ("|", (char **) lines->pdata);
      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

/* --- as a catalogue --- */

static TonusSchema *
extend (GPtrArray *texts)
{
  g_autofree TonusSchemaSource *sources = g_new0 (TonusSchemaSource, texts->len);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TonusSchema *schema;

  for (guint i = 0; i < texts->len; i++)
    {
      /* The store takes the header off. */
      char *body = g_strdup (strstr (g_ptr_array_index (texts, i), "\n[exercise]"));

      g_ptr_array_add (bodies, body);
      sources[i] = (TonusSchemaSource){ "import", body };
    }
  schema = tonus_schema_new_extended (sources, texts->len, &error);
  g_assert_no_error (error);
  return schema;
}

static void
test_catalogue (void)
{
  g_autoptr (TonusImport) import = read_sample ("wger");
  guint n_new, n_known;
  g_autoptr (GPtrArray) texts =
      tonus_import_make_catalogues (import, tonus_schema_get_default (), &n_new, &n_known);
  g_autoptr (TonusSchema) schema = extend (texts);
  const TonusEntry *lift = tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"),
                                                   "x-wger-0000000000004000800000000000000a");
  const TonusEntry *origin =
      tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise-origin"), lift->id);
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpuint (n_new, ==, 2);
  g_assert_cmpstr (lift->label, ==, "Hip lift (wger)");
  g_assert_cmpstr (tonus_entry_get_local (lift, "name", "de"), ==, "Hüftbrücke");
  g_assert_cmpstr (tonus_entry_get_local (lift, "step2", "en"), ==, "Lift your hips & hold.");
  g_assert_cmpstr (tonus_entry_get_local (origin, "credit", "de"), ==,
                   "© Grace, wger.de, CC-BY-SA 4.0");
  g_assert_cmpstr (tonus_entry_get (origin, "licence"), ==, "CC-BY-SA 4.0");
  /* The same once more adds nothing. */
  again = tonus_import_make_catalogues (import, schema, &n_new, &n_known);
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (n_new, ==, 0);
  g_assert_cmpuint (n_known, ==, 2);
}

static void
test_retire (void)
{
  g_autoptr (TonusImport) import = read_sample ("wger");
  guint n_new, n_known;
  g_autoptr (GPtrArray) texts =
      tonus_import_make_catalogues (import, tonus_schema_get_default (), &n_new, &n_known);
  const char *text = g_ptr_array_index (texts, 0);
  g_autofree char *out = tonus_import_retire (text, "wger", FALSE);
  g_autofree char *twice = tonus_import_retire (out, "wger", FALSE);
  g_autofree char *back = tonus_import_retire (out, "wger", TRUE);
  g_autofree char *other = tonus_import_retire (text, "free-exercise-db", FALSE);
  g_autoptr (GPtrArray) retired = g_ptr_array_new ();
  g_autoptr (TonusSchema) schema = NULL;
  const TonusEntry *lift;

  g_ptr_array_add (retired, out);
  schema = extend (retired);
  lift = tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"),
                                 "x-wger-0000000000004000800000000000000a");
  g_assert_true (lift->is_retired);
  /* A program that has it prints as before. */
  g_assert_nonnull (tonus_entry_get_local (lift, "step1", "en"));
  g_assert_cmpstr (twice, ==, out);
  g_assert_cmpstr (back, ==, text);
  g_assert_null (other);
}

/* Two thousand exercises are a few files, each of a size that the store takes. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (TonusImport) import = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (TonusSchema) schema = NULL;
  g_autoptr (GError) error = NULL;
  guint n_new, n_known;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"E%d\",\"name\":\"Same name\",\"instructions\":[\"%0200d\","
                            "\"%0200d\",\"%0200d\"]}",
                            i ? "," : "", i, i, i, i);
  g_string_append_c (text, ']');
  import = read_bytes (text->str, text->len, &error);
  g_assert_no_error (error);
  texts = tonus_import_make_catalogues (import, tonus_schema_get_default (), &n_new, &n_known);
  g_assert_cmpuint (n_new, ==, 2000);
  g_assert_cmpuint (texts->len, >, 1);
  g_assert_cmpuint (texts->len, <, 8);
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpuint (strlen (g_ptr_array_index (texts, i)), <, 1024 * 1024);
  schema = extend (texts);
}

/* --- what is refused --- */

static char *
make_nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
assert_refused (const char *text, gsize length, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusImport) import = read_bytes (text, length, &error);

  g_assert_null (import);
  g_assert_error (error, TONUS_IMPORT_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", TONUS_IMPORT_ERROR_NOT_TEXT },
    { "not json", TONUS_IMPORT_ERROR_NOT_TEXT },
    { "[{\"name\":\"A\",\"instructions\":[\"b\"", TONUS_IMPORT_ERROR_NOT_TEXT },
    { "\xff\xfe[]", TONUS_IMPORT_ERROR_NOT_TEXT },
    { "[]", TONUS_IMPORT_ERROR_UNKNOWN },
    { "{}", TONUS_IMPORT_ERROR_UNKNOWN },
    { "null", TONUS_IMPORT_ERROR_UNKNOWN },
    { "\"instructions\"", TONUS_IMPORT_ERROR_UNKNOWN },
    { "[{\"model\":\"users.user\"}]", TONUS_IMPORT_ERROR_UNKNOWN },
    { "[{\"name\":1,\"instructions\":\"x\"}]", TONUS_IMPORT_ERROR_EMPTY },
    { "[{\"name\":\"\\u0000\",\"instructions\":[\"x\"]}]", TONUS_IMPORT_ERROR_EMPTY },
    { "[{\"name\":\"\\u0007\",\"instructions\":[\"\\u001b\"]}]", TONUS_IMPORT_ERROR_EMPTY },
    { "[{\"model\":\"exercises.exercise\",\"pk\":\"x\",\"fields\":[]}]", TONUS_IMPORT_ERROR_EMPTY },
    { "[{\"model\":\"exercises.exercise\",\"pk\":1,\"fields\":{\"muscles\":{},\"uuid\":7}}]",
      TONUS_IMPORT_ERROR_EMPTY },
  };
  g_autofree char *deep = make_nested (200000);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].code);
  assert_refused ("[\0]", 3, TONUS_IMPORT_ERROR_NOT_TEXT);
  assert_refused (deep, strlen (deep), TONUS_IMPORT_ERROR_TOO_LARGE);
}

static void
test_too_large (void)
{
  gsize length = TONUS_IMPORT_FILE_MAX + 1;
  g_autofree char *text = g_malloc (length);

  memset (text, ' ', length);
  assert_refused (text, length, TONUS_IMPORT_ERROR_TOO_LARGE);
}

static void
test_not_there (void)
{
  const char *const paths[] = { "/nowhere/at/all.json", NULL };
  const char *const device[] = { "/dev/zero", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_import_open (paths, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all.json"));
  g_clear_error (&error);
  g_assert_null (tonus_import_open (device, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) files = open_sample ("wger");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tonus_import_read (files, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* wger's exercises without their texts, or two libraries at once. */
static void
test_half (void)
{
  g_autoptr (GPtrArray) wger = open_sample ("wger/exercises.json");
  g_autoptr (GPtrArray) free_files = open_sample ("free.json");
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_import_read (wger, NULL, &error));
  g_assert_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "translations.json"));
  g_clear_error (&error);
  g_ptr_array_add (both, g_ptr_array_index (wger, 0));
  g_ptr_array_add (both, g_ptr_array_index (free_files, 0));
  g_assert_null (tonus_import_read (both, NULL, &error));
  g_assert_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  samples = argv[1];
  g_test_add_func ("/exchange/import/free", test_free);
  g_test_add_func ("/exchange/import/wger", test_wger);
  g_test_add_func ("/exchange/import/html", test_html);
  g_test_add_func ("/exchange/import/catalogue", test_catalogue);
  g_test_add_func ("/exchange/import/retire", test_retire);
  g_test_add_func ("/exchange/import/many", test_many);
  g_test_add_func ("/exchange/import/refused", test_refused);
  g_test_add_func ("/exchange/import/too-large", test_too_large);
  g_test_add_func ("/exchange/import/not-there", test_not_there);
  g_test_add_func ("/exchange/import/cancelled", test_cancelled);
  g_test_add_func ("/exchange/import/half", test_half);
  return g_test_run ();
}
