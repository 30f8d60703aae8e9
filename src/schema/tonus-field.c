/* tonus-field.c - one field: checking, reading and showing its values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is alike for all kinds is done here: absent, not tested, limits.  The rest is the kind's.
 */
#include "config.h"

#include "tonus-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tonus-kind.h"
#include "tonus-not-tested.h"
#include "tonus-schema-private.h"
#include "tonus-text.h"

TonusField *
tonus_field_new (TonusSection *section, char *path, char *id)
{
  TonusField *self = g_new0 (TonusField, 1);

  self->id = id;
  self->path = path;
  self->section = section;
  self->min = self->warn_min = -INFINITY;
  self->max = self->warn_max = INFINITY;
  self->key_index = -1;
  self->is_printed = TRUE;
  return self;
}

void
tonus_field_free (TonusField *self)
{
  g_strfreev (self->show_if_values);
  g_strfreev (self->to);
  g_free (self);
}

const char *
tonus_field_label (const TonusField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

const char *
tonus_field_help (const TonusField *self)
{
  return self->help != NULL ? g_dgettext (GETTEXT_PACKAGE, self->help) : NULL;
}

static const char *
translate_unit (const char *unit)
{
  return unit != NULL ? g_dgettext (GETTEXT_PACKAGE, unit) : NULL;
}

TonusLimits
tonus_field_get_limits (const TonusField *self, const char *row, const char *chosen)
{
  TonusLimits limits = {
    .unit = translate_unit (self->unit),
    .min = self->min,
    .max = self->max,
    .warn_min = self->warn_min,
    .warn_max = self->warn_max,
    .digits = self->digits,
  };
  const TonusEntry *entry;

  if (self->limits == NULL)
    return limits;
  entry = self->limits->key_index >= 0 ? tonus_section_row_entry (self->section, row, self->limits)
                                       : tonus_catalogue_lookup (self->limits->choices, chosen);
  if (entry == NULL)
    return limits;

  if (tonus_entry_get (entry, "unit") != NULL)
    limits.unit = translate_unit (tonus_entry_get (entry, "unit"));
  limits.min = tonus_entry_get_number (entry, "min", limits.min);
  limits.max = tonus_entry_get_number (entry, "max", limits.max);
  limits.warn_min = tonus_entry_get_number (entry, "warn-min", limits.warn_min);
  limits.warn_max = tonus_entry_get_number (entry, "warn-max", limits.warn_max);
  limits.digits = (guint) tonus_entry_get_number (entry, "digits", limits.digits);
  return limits;
}

gboolean
tonus_field_check (
    const TonusField *self, const char *row, const char *chosen, const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (text[0] == '\0')
    return tonus_refuse_value (error, _ ("is empty; leave it out instead"));
  if (!g_utf8_validate (text, -1, NULL))
    return tonus_refuse_value (error, _ ("is not UTF-8"));
  if (tonus_value_is_not_tested (text))
    return tonus_not_tested_check (self, text, error);

  TonusLimits limits = tonus_field_get_limits (self, row, chosen);
  return tonus_kind_get_row (self->kind)->check (self, &limits, text, error);
}

char *
tonus_field_read_typed (const TonusField *self,
                        const char *row,
                        const char *chosen,
                        const char *typed,
                        guint32 today,
                        GError **error)
{
  g_autofree char *clean = tonus_text_clean (typed, self->kind != TONUS_KIND_NOTE);
  g_autofree char *value = NULL;

  if (clean[0] == '\0')
    return NULL;

  if (tonus_value_is_not_tested (clean))
    value = tonus_not_tested_read_typed (self, clean);
  if (value == NULL)
    {
      TonusLimits limits = tonus_field_get_limits (self, row, chosen);
      value = tonus_kind_get_row (self->kind)->read_typed (self, &limits, clean, today, error);
    }
  if (value == NULL || !tonus_field_check (self, row, chosen, value, error))
    return NULL;
  return g_steal_pointer (&value);
}

char *
tonus_field_display (const TonusField *self, const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (tonus_value_is_not_tested (text))
    return tonus_not_tested_display (self, text);
  return tonus_kind_get_row (self->kind)->display (self, text);
}

char *
tonus_field_edit_text (const TonusField *self, const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (tonus_value_is_not_tested (text))
    return g_strdup (text);

  g_autofree char *friendly = tonus_kind_get_row (self->kind)->edit_text (self, text);
  if (g_str_equal (friendly, text))
    return g_steal_pointer (&friendly);

  /* Two labels may be alike in some language, words may look like "not tested": then the grammar
   * itself is shown. */
  g_autofree char *again = tonus_field_read_typed (self, NULL, NULL, friendly, 0, NULL);
  return g_strcmp0 (again, text) == 0 ? g_steal_pointer (&friendly) : g_strdup (text);
}

char *
tonus_field_remark (const TonusField *self, const char *row, const char *chosen, const char *text)
{
  double value;

  if (!tonus_kind_is_number (self->kind) || !tonus_number_parse (text, &value))
    return NULL;

  TonusLimits limits = tonus_field_get_limits (self, row, chosen);
  gboolean is_high = value > limits.warn_max;
  if (!is_high && value >= limits.warn_min)
    return NULL;

  g_autofree char *limit = tonus_number_format (is_high ? limits.warn_max : limits.warn_min, 6);
  return g_strdup_printf (
      is_high ? _ ("%s is above the usual %s%s%s") : _ ("%s is below the usual %s%s%s"), text,
      limit, limits.unit != NULL ? " " : "", limits.unit != NULL ? limits.unit : "");
}
