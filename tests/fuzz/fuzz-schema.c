/* fuzz-schema.c - any bytes as a practice's own schema: refused in words, or fields that hold
 * together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice's catalogue objects come from its folder, which other programs write to.  Whatever
 * loads must answer for itself: every field resolves by its path, and what a field makes of typed
 * text is a value that it accepts.
 */
#include "config.h"

#include "tonus-schema.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

#define TODAY 739943

static void
check_typed (const TonusField *field, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = tonus_field_read_typed (field, NULL, NULL, typed, TODAY, &error);

  g_assert_false (value != NULL && error != NULL);
  if (value == NULL)
    return;
  g_autofree char *shown = tonus_field_display (field, value);

  g_assert_true (tonus_field_check (field, NULL, NULL, value, NULL));
  g_assert_true (g_utf8_validate (shown, -1, NULL));
}

static void
check_field (TonusSchema *schema, const TonusField *field)
{
  static const char *const typed[] = {
    "1", "-2,5", "yes", "~refused", "2026-11-23", "9:05", "a;b;"
  };

  if (field->section->repeat == TONUS_REPEAT_NONE)
    g_assert_true (tonus_schema_resolve (schema, field->path, NULL, NULL) == field);
  g_assert_nonnull (tonus_field_label (field));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    check_typed (field, typed[i]);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  TonusSchemaSource source = { "fuzz", text };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema = tonus_schema_new (&source, 1, &error);

  g_assert_true ((schema == NULL) == (error != NULL));
  if (schema == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  GPtrArray *sections = tonus_schema_get_sections (schema);
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = sections->pdata[i];
      for (guint j = 0; j < section->fields->len; j++)
        check_field (schema, section->fields->pdata[j]);
    }
  return 0;
}
