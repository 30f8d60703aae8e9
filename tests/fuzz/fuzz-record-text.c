/* fuzz-record-text.c - any bytes as a record: refused, or read as GKeyFile reads them and kept for
 * good
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "keyfile-oracle.h"
#include "plain-schema.h"
#include "tonus-merge.h"
#include "tonus-record-skim.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check_mode (TonusSchema *schema, const char *text, gsize length, TonusReadMode mode)
{
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) record =
      tonus_record_from_text (schema, text, length, mode, refusals, &error);

  g_assert_true ((record == NULL) == (error != NULL));
  g_assert_true ((refusals->len > 0) ==
                     (error != NULL && error->code == TONUS_MODEL_ERROR_REFUSED) ||
                 error != NULL);
  if (record == NULL)
    return;
  keyfile_oracle_check_record (record);

  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (TonusRecord) blank = tonus_record_new (schema, "visit", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
  g_autoptr (TonusRecord) merged = tonus_merge (blank, record, blank, &conflicts);
  g_autoptr (GString) same = tonus_record_to_text (merged);
  g_autoptr (GString) expected = tonus_record_to_text (record);

  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_cmpstr (same->str, ==, expected->str);
}

/* The fields that can be skimmed for.  (element-type TonusField) */
static GPtrArray *
list_plain_fields (TonusSchema *schema)
{
  GPtrArray *sections = tonus_schema_get_sections (schema);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = sections->pdata[i];
      for (guint j = 0; section->repeat == TONUS_REPEAT_NONE && j < section->fields->len; j++)
        if (((TonusField *) section->fields->pdata[j])->limits == NULL)
          g_ptr_array_add (fields, section->fields->pdata[j]);
    }
  return fields;
}

/* FALSE: refused.  @record: (nullable) whose text it is. */
static gboolean
skim (TonusSchema *schema, const char *text, gsize length, TonusRecord *record)
{
  g_autoptr (GPtrArray) fields = list_plain_fields (schema);
  g_autofree char **values = g_new (char *, fields->len);
  TonusHeader header;

  if (!tonus_record_skim (schema, (const TonusField *const *) fields->pdata, fields->len, text,
                          length, &header, values, NULL))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      const TonusField *field = fields->pdata[i];
      if (record != NULL)
        g_assert_cmpstr (values[i], ==,
                         tonus_record_get_at (record, field->section->id, NULL, field->id));
      g_free (values[i]);
    }
  tonus_header_clear (&header);
  return TRUE;
}

/* Skimming refuses nothing that reads, and finds the same in what we wrote. */
static void
check_skim (TonusSchema *schema, const char *text, gsize length)
{
  g_autoptr (TonusRecord) record =
      tonus_record_from_text (schema, text, length, TONUS_READ_KEEP, NULL, NULL);
  gboolean is_skimmed = skim (schema, text, length, NULL);

  if (record == NULL)
    return;
  g_autoptr (GString) written = tonus_record_to_text (record);
  g_assert_true (is_skimmed);
  g_assert_true (skim (schema, written->str, written->len, record));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static TonusSchema *schema;
  const char *text = (const char *) data;
  TonusHeader header;

  if (schema == NULL)
    schema = plain_schema_new ();
  if (tonus_header_from_text (text, size, &header, NULL))
    tonus_header_clear (&header);
  if (tonus_record_text_scan (text, size, NULL))
    keyfile_oracle_check_text (text, size);
  check_mode (schema, text, size, TONUS_READ_KEEP);
  check_mode (schema, text, size, TONUS_READ_STRICT);
  check_skim (schema, text, size);
  return 0;
}
