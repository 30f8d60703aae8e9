/* fuzz-import.c - any bytes as an exercise library: refused in words, or rows that a practice takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>

#include "tonus-import.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check_catalogues (TonusImport *import)
{
  guint n_new, n_known;
  g_autoptr (GPtrArray) texts =
      tonus_import_make_catalogues (import, tonus_schema_get_default (), &n_new, &n_known);

  g_assert_cmpuint (n_new + n_known, ==, import->exercises->len);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      TonusSchemaSource source = { "import", strstr (text, "\n[exercise]") };
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusSchema) schema = tonus_schema_new_extended (&source, 1, &error);
      g_autofree char *out = tonus_import_retire (text, import->source, FALSE);
      g_autofree char *back = tonus_import_retire (out, import->source, TRUE);

      g_assert_no_error (error);
      g_assert_nonnull (schema);
      g_assert_cmpstr (back, ==, text);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  TonusImportFile file = { (char *) "fuzz.json", g_bytes_new_static (data, size) };
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusImport) import = NULL;

  g_ptr_array_add (files, &file);
  import = tonus_import_read (files, NULL, &error);
  g_bytes_unref (file.bytes);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import != NULL)
    check_catalogues (import);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return 0;
}
