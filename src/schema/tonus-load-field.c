/* tonus-load-field.c - reading fields: what a field can say without looking at others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-loader.h"

#include <math.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-kind.h"
#include "tonus-text.h"

const char *const tonus_field_attributes[TONUS_N_FIELD_ATTRIBUTES] = {
  [TONUS_FIELD_LABEL] = "Label",       [TONUS_FIELD_HELP] = "Help",
  [TONUS_FIELD_KIND] = "kind",         [TONUS_FIELD_UNIT] = "unit",
  [TONUS_FIELD_MIN] = "min",           [TONUS_FIELD_MAX] = "max",
  [TONUS_FIELD_WARN_MIN] = "warn-min", [TONUS_FIELD_WARN_MAX] = "warn-max",
  [TONUS_FIELD_DIGITS] = "digits",     [TONUS_FIELD_LENGTH] = "length",
  [TONUS_FIELD_CHOICES] = "choices",   [TONUS_FIELD_LIMITS] = "limits",
  [TONUS_FIELD_SHOW_IF] = "show-if",   [TONUS_FIELD_TO] = "to",
  [TONUS_FIELD_WIDTH] = "width",       [TONUS_FIELD_PRINT] = "print",
  [TONUS_FIELD_PRIVATE] = "private",   [TONUS_FIELD_RETIRED] = "retired",
  [TONUS_FIELD_WAS] = "was",
};

/* What a kind must take for a field of it to have the attribute; 0: every kind has it. */
static const guint attribute_needs[TONUS_N_FIELD_ATTRIBUTES] = {
  [TONUS_FIELD_UNIT] = TONUS_TAKES_LIMITS,     [TONUS_FIELD_MIN] = TONUS_TAKES_LIMITS,
  [TONUS_FIELD_MAX] = TONUS_TAKES_LIMITS,      [TONUS_FIELD_WARN_MIN] = TONUS_TAKES_LIMITS,
  [TONUS_FIELD_WARN_MAX] = TONUS_TAKES_LIMITS, [TONUS_FIELD_LIMITS] = TONUS_TAKES_LIMITS,
  [TONUS_FIELD_DIGITS] = TONUS_TAKES_DIGITS,   [TONUS_FIELD_LENGTH] = TONUS_TAKES_LENGTH,
  [TONUS_FIELD_CHOICES] = TONUS_TAKES_CHOICES, [TONUS_FIELD_TO] = TONUS_TAKES_TO,
};

static gboolean
read_kind (TonusLoader *self, TonusFieldDraft *draft)
{
  const char *name = draft->values[TONUS_FIELD_KIND];

  if (name == NULL)
    tonus_loader_complain (self, &draft->place, "kind",
                           "is missing; docs/schema.md lists the kinds");
  else if (!tonus_kind_from_name (name, &draft->field->kind))
    tonus_loader_complain (self, &draft->place, "kind",
                           "“%s” is no kind; docs/schema.md lists the kinds", name);
  else
    return TRUE;
  return FALSE;
}

static void
check_attributes_suit (TonusLoader *self, const TonusFieldDraft *draft)
{
  const TonusKindRow *kind = tonus_kind_get_row (draft->field->kind);

  for (guint i = 0; i < TONUS_N_FIELD_ATTRIBUTES; i++)
    if (draft->values[i] != NULL && (attribute_needs[i] & ~kind->takes) != 0)
      tonus_loader_complain (self, &draft->place, tonus_field_attributes[i],
                             "does not go with the kind %s; remove it", kind->name);
}

static double
read_limit (TonusLoader *self,
            const TonusFieldDraft *draft,
            TonusFieldAttribute attribute,
            double none)
{
  const char *text = draft->values[attribute];
  double value = none;

  if (text == NULL)
    return none;
  if (!tonus_number_parse (text, &value))
    tonus_loader_complain (self, &draft->place, tonus_field_attributes[attribute],
                           "“%s” is not a number such as 7.5", text);
  else if (draft->field->kind == TONUS_KIND_INTEGER && strchr (text, '.') != NULL)
    tonus_loader_complain (self, &draft->place, tonus_field_attributes[attribute],
                           "“%s” is not a whole number, and the field is one", text);
  return value;
}

static guint
read_count (TonusLoader *self,
            const TonusFieldDraft *draft,
            TonusFieldAttribute attribute,
            guint most,
            guint otherwise)
{
  const char *text = draft->values[attribute];
  guint64 count = otherwise;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, most, &count, NULL))
    tonus_loader_complain (self, &draft->place, tonus_field_attributes[attribute],
                           "“%s” is not a whole number from 0 to %u", text, most);
  return (guint) count;
}

static void
read_numbers (TonusLoader *self, const TonusFieldDraft *draft)
{
  TonusField *field = draft->field;
  const TonusKindRow *kind = tonus_kind_get_row (field->kind);

  field->min = read_limit (self, draft, TONUS_FIELD_MIN, -INFINITY);
  field->max = read_limit (self, draft, TONUS_FIELD_MAX, INFINITY);
  field->warn_min = read_limit (self, draft, TONUS_FIELD_WARN_MIN, -INFINITY);
  field->warn_max = read_limit (self, draft, TONUS_FIELD_WARN_MAX, INFINITY);
  field->digits = read_count (self, draft, TONUS_FIELD_DIGITS, 6, kind->digits);
  field->length = read_count (self, draft, TONUS_FIELD_LENGTH, 60000, kind->length);
  field->width = read_count (self, draft, TONUS_FIELD_WIDTH, 200, 0);

  TonusLimits limits = {
    .min = field->min,
    .max = field->max,
    .warn_min = field->warn_min,
    .warn_max = field->warn_max,
  };
  tonus_loader_check_limits (self, &draft->place, &limits);
}

static void
read_words (TonusLoader *self, const TonusFieldDraft *draft)
{
  TonusField *field = draft->field;
  const char *print = draft->values[TONUS_FIELD_PRINT];

  field->label = (char *) draft->values[TONUS_FIELD_LABEL];
  field->help = (char *) draft->values[TONUS_FIELD_HELP];
  field->unit = (char *) draft->values[TONUS_FIELD_UNIT];
  field->was = (char *) draft->values[TONUS_FIELD_WAS];
  field->is_printed = print == NULL;
  field->is_private =
      tonus_loader_read_flag (self, &draft->place, "private", draft->values[TONUS_FIELD_PRIVATE]);
  field->is_retired =
      tonus_loader_read_flag (self, &draft->place, "retired", draft->values[TONUS_FIELD_RETIRED]);

  if (field->label == NULL)
    tonus_loader_complain (self, &draft->place, "Label",
                           "is missing; say what the therapist reads");
  if (print != NULL && !g_str_equal (print, "no"))
    tonus_loader_complain (self, &draft->place, "print", "is “no” or left out, not “%s”", print);
}

void
tonus_loader_add_field (TonusLoader *self, const TonusPlace *place)
{
  g_autofree TonusFieldDraft *draft = g_new0 (TonusFieldDraft, 1);
  char *id = place->group->item;

  if (!tonus_loader_check_new_id (self, place, id, tonus_word_is_valid (id)))
    return;
  if (g_hash_table_contains (self->section->by_id, id))
    {
      tonus_loader_complain (self, place, NULL, "this field is there already; use another id");
      return;
    }

  draft->place = *place;
  draft->field = tonus_field_new (self->section, place->group->name, id);
  tonus_section_add (self->section, draft->field);
  tonus_loader_read_attributes (self, place, tonus_field_attributes, TONUS_N_FIELD_ATTRIBUTES,
                                draft->values);
  if (!read_kind (self, draft))
    return;

  check_attributes_suit (self, draft);
  read_numbers (self, draft);
  read_words (self, draft);
  g_ptr_array_add (self->fields, g_steal_pointer (&draft));
}
