/* tonus-editor.c - which editor a field gets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-editor.h"

/* So many short answers stand side by side; more are typed with completion. */
#define TOGGLES_MOST 5
#define TOGGLES_WIDTH 30

static gboolean
is_boolean (const TonusField *field)
{
  return field->kind == TONUS_KIND_BOOLEAN;
}

static gboolean
is_few_short (const TonusField *field)
{
  GPtrArray *entries;
  glong width = 0;
  guint n = 0;

  if ((field->kind != TONUS_KIND_CHOICE && field->kind != TONUS_KIND_GRADE) || !field->choices)
    return FALSE;
  entries = tonus_catalogue_get_entries (field->choices);
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);

      if (entry->is_retired)
        continue;
      n++;
      width += g_utf8_strlen (tonus_entry_label (entry), -1) + 2;
    }
  return n > 0 && n <= TOGGLES_MOST && width <= TOGGLES_WIDTH;
}

static gboolean
is_choice (const TonusField *field)
{
  return field->choices && (field->kind == TONUS_KIND_CHOICE || field->kind == TONUS_KIND_GRADE);
}

static gboolean
is_choices (const TonusField *field)
{
  return field->choices && field->kind == TONUS_KIND_CHOICES;
}

static gboolean
is_note (const TonusField *field)
{
  return field->kind == TONUS_KIND_NOTE;
}

static gboolean
is_ref (const TonusField *field)
{
  return field->kind == TONUS_KIND_REF;
}

static gboolean
is_any (const TonusField *field)
{
  return TRUE;
}

static const struct
{
  gboolean (*fits) (const TonusField *field);
  const TonusEditor *editor;
  gboolean is_wide; /* not for a table's cell */
} editors[] = {
  { is_boolean, &tonus_editor_toggles }, { is_few_short, &tonus_editor_toggles, .is_wide = TRUE },
  { is_choice, &tonus_editor_choice },   { is_choices, &tonus_editor_choices },
  { is_note, &tonus_editor_note },       { is_ref, &tonus_editor_ref },
  { is_any, &tonus_editor_entry },
};

const TonusEditor *
tonus_editor_for (const TonusField *field, gboolean is_compact)
{
  guint i = 0;

  while (!editors[i].fits (field) || (is_compact && editors[i].is_wide))
    i++;
  return editors[i].editor;
}
