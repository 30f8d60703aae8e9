/* tonus-kind.c - the table of kinds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-kind.h"

static const TonusKindRow kinds[TONUS_N_KINDS] = {
  [TONUS_KIND_TEXT] = {
    .name = "text",
    .takes = TONUS_TAKES_LENGTH,
    .length = 500,
    .check = tonus_words_check,
    .read_typed = tonus_words_read_typed,
    .display = tonus_words_display,
    .edit_text = tonus_words_display,
  },
  [TONUS_KIND_NOTE] = {
    .name = "note",
    .takes = TONUS_TAKES_LENGTH,
    .length = 8000,
    .check = tonus_words_check,
    .read_typed = tonus_words_read_typed,
    .display = tonus_words_display,
    .edit_text = tonus_words_display,
  },
  [TONUS_KIND_INTEGER] = {
    .name = "integer",
    .takes = TONUS_TAKES_LIMITS | TONUS_IS_CONDITION,
    .check = tonus_integer_check,
    .read_typed = tonus_integer_read_typed,
    .display = tonus_verbatim_display,
    .edit_text = tonus_verbatim_display,
  },
  [TONUS_KIND_DECIMAL] = {
    .name = "decimal",
    .takes = TONUS_TAKES_LIMITS | TONUS_TAKES_DIGITS,
    .digits = 1,
    .check = tonus_decimal_check,
    .read_typed = tonus_decimal_read_typed,
    .display = tonus_verbatim_display,
    .edit_text = tonus_verbatim_display,
  },
  [TONUS_KIND_BOOLEAN] = {
    .name = "boolean",
    .takes = TONUS_IS_CONDITION,
    .check = tonus_boolean_check,
    .read_typed = tonus_boolean_read_typed,
    .display = tonus_boolean_display,
    .edit_text = tonus_boolean_display,
  },
  [TONUS_KIND_DATE] = {
    .name = "date",
    .check = tonus_date_check,
    .read_typed = tonus_date_field_read_typed,
    .display = tonus_date_field_display,
    .edit_text = tonus_verbatim_display,
  },
  [TONUS_KIND_TIME] = {
    .name = "time",
    .check = tonus_time_check,
    .read_typed = tonus_time_field_read_typed,
    .display = tonus_verbatim_display,
    .edit_text = tonus_verbatim_display,
  },
  [TONUS_KIND_CHOICE] = {
    .name = "choice",
    .takes = TONUS_TAKES_CHOICES | TONUS_IS_CONDITION,
    .check = tonus_choice_check,
    .read_typed = tonus_choice_read_typed,
    .display = tonus_choice_display,
    .edit_text = tonus_choice_display,
  },
  [TONUS_KIND_CHOICES] = {
    .name = "choices",
    .takes = TONUS_TAKES_CHOICES | TONUS_IS_CONDITION,
    .check = tonus_choices_check,
    .read_typed = tonus_choices_read_typed,
    .display = tonus_choices_display,
    .edit_text = tonus_choices_edit_text,
  },
  [TONUS_KIND_GRADE] = {
    .name = "grade",
    .takes = TONUS_TAKES_CHOICES | TONUS_IS_CONDITION,
    .check = tonus_choice_check,
    .read_typed = tonus_choice_read_typed,
    .display = tonus_choice_display,
    .edit_text = tonus_choice_display,
  },
  [TONUS_KIND_SCORE] = {
    .name = "score",
    .takes = TONUS_TAKES_LIMITS | TONUS_TAKES_DIGITS,
    .digits = 1,
    .check = tonus_decimal_check,
    .read_typed = tonus_decimal_read_typed,
    .display = tonus_verbatim_display,
    .edit_text = tonus_verbatim_display,
  },
  [TONUS_KIND_REF] = {
    .name = "ref",
    .takes = TONUS_TAKES_TO,
    .check = tonus_ref_check,
    .read_typed = tonus_ref_read_typed,
    .display = tonus_verbatim_display,
    .edit_text = tonus_verbatim_display,
  },
};

const TonusKindRow *
tonus_kind_get_row (TonusKind kind)
{
  g_assert (kind < TONUS_N_KINDS);
  return &kinds[kind];
}

gboolean
tonus_kind_from_name (const char *name, TonusKind *kind)
{
  for (guint i = 0; i < TONUS_N_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = (TonusKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
tonus_kind_name (TonusKind kind)
{
  return tonus_kind_get_row (kind)->name;
}

gboolean
tonus_kind_is_number (TonusKind kind)
{
  return (tonus_kind_get_row (kind)->takes & TONUS_TAKES_LIMITS) != 0;
}

gboolean
tonus_refuse_value (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_VALUE, format, arguments));
  va_end (arguments);
  return FALSE;
}
