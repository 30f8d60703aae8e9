/* tonus-field-words.c - what a form says about one field: wrong, surprising, not tested, out of
 * place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-date.h"
#include "tonus-field-words.h"

char *
tonus_field_chosen (const TonusField *field, const char *row, TonusRecord *record)
{
  if (!field->limits)
    return NULL;
  return g_strdup (tonus_record_get_field (record, field->limits, row));
}

static char *
say_wrong (const TonusFieldState *state)
{
  g_autofree char *chosen = tonus_field_chosen (state->field, state->row, state->record);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  value = tonus_field_read_typed (state->field, state->row, chosen, state->typed,
                                  tonus_date_today (), &error);
  if (error)
    return g_strdup (error->message);
  return g_strdup (_ ("Kept as it was found; type it again to record it."));
}

static char *
say_out_of_place (const TonusFieldState *state)
{
  const TonusField *condition = state->field->show_if;

  if (!condition || tonus_record_shows (state->record, state->field, state->row))
    return NULL;
  return g_strdup_printf (
      _ ("No longer asked for, because of “%s”. Clear it if it does not apply."),
      tonus_field_label (condition));
}

char *
tonus_field_words (const TonusFieldState *state, gboolean *is_wrong)
{
  const char *value = tonus_record_get_field (state->record, state->field, state->row);
  g_autofree char *chosen = tonus_field_chosen (state->field, state->row, state->record);
  char *words;

  *is_wrong = state->typed != NULL;
  if (state->typed)
    return say_wrong (state);
  if (!value)
    return NULL;
  words = say_out_of_place (state);
  if (words)
    return words;
  if (tonus_value_is_not_tested (value))
    return state->says_not_tested ? tonus_field_display (state->field, value) : NULL;
  return tonus_field_remark (state->field, state->row, chosen, value);
}

char *
tonus_field_next_not_tested (TonusSchema *schema, const char *value)
{
  TonusCatalogue *reasons = tonus_schema_find_catalogue (schema, "not-tested");
  GPtrArray *entries = reasons ? tonus_catalogue_get_entries (reasons) : NULL;
  guint next;

  if (!entries || entries->len == 0)
    return NULL;
  /* The last row is the one that claims least; pressing again says more. */
  next = entries->len - 1;
  if (value && tonus_value_is_not_tested (value))
    {
      g_autofree char *id = g_strndup (value + 1, strcspn (value + 1, " "));
      const TonusEntry *entry = tonus_catalogue_lookup (reasons, id);

      next = entry ? (entry->index + 1) % entries->len : next;
    }
  return g_strconcat ("~", ((TonusEntry *) g_ptr_array_index (entries, next))->id, NULL);
}
