/* tonus-load-names.c - names that were, and names that would not fit into a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-loader.h"

#include <string.h>

#include "tonus-id.h"

/* The longest name a record file may hold; "section/row/field" is one, in [unread]. */
#define NAME_MAX_BYTES 96

static gsize
longest_row (const TonusSection *section)
{
  gsize row = section->keys->len;

  if (section->repeat == TONUS_REPEAT_EVENT)
    return TONUS_ROW_ID_LENGTH + 1;
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      gsize longest = 0;

      for (guint j = 0; key->choices != NULL && j < key->choices->entries->len; j++)
        {
          const TonusEntry *entry = g_ptr_array_index (key->choices->entries, j);
          longest = MAX (longest, strlen (entry->id));
        }
      row += longest;
    }
  return row;
}

static void
check_lengths (TonusLoader *self, const TonusSectionDraft *draft)
{
  const TonusSection *section = draft->section;
  gsize fixed = strlen (section->id) + 1 + longest_row (section);

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      gsize length = fixed + strlen (field->id);
      if (length > NAME_MAX_BYTES)
        tonus_loader_complain (self, &draft->place, NULL,
                               "a path to “%s” may have %" G_GSIZE_FORMAT
                               " bytes; %d are the most: shorten the ids",
                               field->id, length, NAME_MAX_BYTES);
    }
}

static void
remember_section (TonusLoader *self, const TonusSectionDraft *draft)
{
  char *was = (char *) ((const TonusOwnedSection *) draft->section)->was;

  if (was == NULL)
    return;
  if (!tonus_word_is_valid (was))
    tonus_loader_complain (self, &draft->place, "was", "“%s” is no section's id", was);
  else if (tonus_schema_find_section (self->schema, was) != NULL)
    tonus_loader_complain (self, &draft->place, "was", "section “%s” still exists", was);
  else if (!g_hash_table_insert (self->schema->moved_sections, was, draft->section))
    tonus_loader_complain (self, &draft->place, "was", "“%s” became another section, too", was);
}

static void
remember_field (TonusLoader *self, const TonusFieldDraft *draft)
{
  char *was = draft->field->was;

  if (was == NULL)
    return;

  g_auto (GStrv) parts = g_strsplit (was, "/", 3);
  if (g_strv_length (parts) != 2 || !tonus_word_is_valid (parts[0]) ||
      !tonus_word_is_valid (parts[1]))
    {
      tonus_loader_complain (self, &draft->place, "was", "is written “section/field”");
      return;
    }

  const TonusSection *section = tonus_schema_find_section (self->schema, parts[0]);
  if (section != NULL && tonus_section_lookup (section, parts[1]) != NULL)
    tonus_loader_complain (self, &draft->place, "was", "field “%s” still exists", was);
  else if (!g_hash_table_insert (self->schema->moved_fields, was, draft->field))
    tonus_loader_complain (self, &draft->place, "was", "“%s” became another field, too", was);
}

void
tonus_loader_finish_names (TonusLoader *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      check_lengths (self, g_ptr_array_index (self->sections, i));
      remember_section (self, g_ptr_array_index (self->sections, i));
    }
  for (guint i = 0; i < self->fields->len; i++)
    remember_field (self, g_ptr_array_index (self->fields, i));
}
