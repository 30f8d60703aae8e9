/* tonus-load-links.c - what fields say of each other: choices, limits, show-if, to, was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-loader.h"

#include <string.h>

#include "tonus-kind.h"

/* The longest name a record file may hold: "section/row/field". */
#define PATH_MAX_BYTES 96

static void
find_choices (TonusLoader *self, const TonusFieldDraft *draft)
{
  const char *id = draft->values[TONUS_FIELD_CHOICES];
  TonusField *field = draft->field;

  if ((tonus_kind_get_row (field->kind)->takes & TONUS_TAKES_CHOICES) == 0)
    return;
  if (id == NULL)
    {
      tonus_loader_complain (self, &draft->place, "choices", "is missing; name a catalogue");
      return;
    }

  field->choices = tonus_schema_find_catalogue (self->schema, id);
  if (field->choices == NULL)
    tonus_loader_complain (self, &draft->place, "choices",
                           "there is no catalogue “%s”; add it or name another", id);
  else if (field->choices->entries->len == 0)
    tonus_loader_complain (self, &draft->place, "choices", "the catalogue “%s” has no rows", id);
}

static gboolean
has_limits (const TonusCatalogue *catalogue)
{
  static const char *const names[] = { "unit", "min", "max", "warn-min", "warn-max", "digits" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains ((const char *const *) catalogue->columns, names[i]))
      return TRUE;
  return FALSE;
}

static void
find_limits (TonusLoader *self, const TonusFieldDraft *draft)
{
  const char *id = draft->values[TONUS_FIELD_LIMITS];
  const TonusField *chooser;

  if (id == NULL)
    return;
  chooser = tonus_section_lookup (draft->field->section, id);
  if (chooser == NULL)
    tonus_loader_complain (self, &draft->place, "limits", "there is no field “%s” here", id);
  else if (chooser->kind != TONUS_KIND_CHOICE || chooser->choices == NULL)
    tonus_loader_complain (self, &draft->place, "limits", "“%s” is not of the kind choice", id);
  else if (!has_limits (chooser->choices))
    tonus_loader_complain (self, &draft->place, "limits",
                           "the catalogue “%s” has no column such as unit, min or max",
                           chooser->choices->id);
  else
    draft->field->limits = chooser;
}

/* Is every record that holds @section sure to hold @other too? */
static gboolean
is_held_with (const TonusSection *section, const TonusSection *other)
{
  for (guint i = 0; section->holds[i] != NULL; i++)
    if (!tonus_section_is_held_by (other, section->holds[i]))
      return FALSE;
  return TRUE;
}

/* The field @path of a show-if, or NULL and a complaint. */
static const TonusField *
find_condition (TonusLoader *self, const TonusFieldDraft *draft, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  const TonusSection *here = draft->field->section;
  const TonusSection *section = NULL;
  const TonusField *field = NULL;

  if (g_strv_length (parts) == 2)
    section = tonus_schema_find_section (self->schema, parts[0]);
  if (section != NULL)
    field = tonus_section_lookup (section, parts[1]);

  if (field == NULL)
    tonus_loader_complain (self, &draft->place, "show-if", "there is no field “%s”", path);
  else if (section == here && field->index >= draft->field->index)
    tonus_loader_complain (self, &draft->place, "show-if", "“%s” does not come before it", path);
  else if (section != here && section->repeat != TONUS_REPEAT_NONE)
    tonus_loader_complain (self, &draft->place, "show-if", "“%s” is in a section that repeats",
                           path);
  else if (section != here && !is_held_with (here, section))
    tonus_loader_complain (self, &draft->place, "show-if", "“%s” is not in the same record", path);
  else if ((tonus_kind_get_row (field->kind)->takes & TONUS_IS_CONDITION) == 0)
    tonus_loader_complain (self, &draft->place, "show-if", "“%s” is no choice, boolean or integer",
                           path);
  else
    return field;
  return NULL;
}

static gboolean
is_value_of (const TonusField *field, const char *value)
{
  TonusLimits limits = tonus_field_get_limits (field, NULL, NULL);

  if ((tonus_kind_get_row (field->kind)->takes & TONUS_TAKES_CHOICES) != 0)
    return field->choices == NULL || tonus_catalogue_lookup (field->choices, value) != NULL;
  return value[0] != '\0' && tonus_kind_get_row (field->kind)->check (field, &limits, value, NULL);
}

static void
find_show_if (TonusLoader *self, const TonusFieldDraft *draft)
{
  const char *text = draft->values[TONUS_FIELD_SHOW_IF];
  const char *equals = text != NULL ? strchr (text, '=') : NULL;

  if (text == NULL)
    return;
  if (equals == NULL || equals[1] == '\0')
    {
      tonus_loader_complain (self, &draft->place, "show-if", "is written “section/field=value;”");
      return;
    }

  TonusField *field = draft->field;
  g_autofree char *path = g_strndup (text, equals - text);
  field->show_if = find_condition (self, draft, path);
  field->show_if_values = tonus_loader_split (self, &draft->place, "show-if", equals + 1);
  for (guint i = 0; field->show_if != NULL && field->show_if_values[i] != NULL; i++)
    if (!is_value_of (field->show_if, field->show_if_values[i]))
      tonus_loader_complain (self, &draft->place, "show-if", "“%s” is no value of “%s”",
                             field->show_if_values[i], path);
}

static void
find_to (TonusLoader *self, const TonusFieldDraft *draft)
{
  TonusField *field = draft->field;

  if (field->kind != TONUS_KIND_REF)
    return;

  field->to = tonus_loader_split (self, &draft->place, "to", draft->values[TONUS_FIELD_TO]);
  if (field->to == NULL)
    {
      tonus_loader_complain (self, &draft->place, "to", "is missing; say what it may point at");
      field->to = g_new0 (char *, 1);
    }
  for (guint i = 0; field->to[i] != NULL; i++)
    {
      const TonusSection *section = tonus_schema_find_section (self->schema, field->to[i]);
      if (tonus_schema_has_kind (field->to[i]))
        continue;
      if (section == NULL)
        tonus_loader_complain (self, &draft->place, "to",
                               "“%s” is neither a kind of record nor a section", field->to[i]);
      else if (section->repeat == TONUS_REPEAT_NONE)
        tonus_loader_complain (self, &draft->place, "to", "section “%s” has no rows to point at",
                               field->to[i]);
    }
}

static void
check_key (TonusLoader *self, const TonusFieldDraft *draft)
{
  if (draft->field->key_index >= 0 && draft->field->show_if != NULL)
    tonus_loader_complain (self, &draft->place, "show-if",
                           "a key field is always shown; remove it");
}

void
tonus_loader_finish_fields (TonusLoader *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    find_choices (self, g_ptr_array_index (self->fields, i));
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TonusFieldDraft *draft = g_ptr_array_index (self->fields, i);
      find_limits (self, draft);
      find_show_if (self, draft);
      find_to (self, draft);
      check_key (self, draft);
    }
}
