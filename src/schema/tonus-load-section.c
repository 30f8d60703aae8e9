/* tonus-load-section.c - reading and checking sections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-loader.h"

#include <string.h>

#include "tonus-id.h"

const char *const tonus_section_attributes[TONUS_N_SECTION_ATTRIBUTES] = {
  [TONUS_SECTION_LABEL] = "Label",       [TONUS_SECTION_HELP] = "Help",
  [TONUS_SECTION_HOLDS] = "holds",       [TONUS_SECTION_PAGE] = "page",
  [TONUS_SECTION_REPEAT] = "repeat",     [TONUS_SECTION_KEY] = "key",
  [TONUS_SECTION_RETIRED] = "retired",   [TONUS_SECTION_WAS] = "was",
  [TONUS_SECTION_FIRST_IN] = "first-in",
};

static TonusRepeat
read_repeat (TonusLoader *self, const TonusSectionDraft *draft)
{
  const char *text = draft->values[TONUS_SECTION_REPEAT];

  if (text == NULL)
    return TONUS_REPEAT_NONE;
  if (g_str_equal (text, "measure"))
    return TONUS_REPEAT_MEASURE;
  if (!g_str_equal (text, "event"))
    tonus_loader_complain (self, &draft->place, "repeat",
                           "is “measure”, “event” or left out, not “%s”", text);
  return TONUS_REPEAT_EVENT;
}

static void
read_holds (TonusLoader *self, const TonusSectionDraft *draft)
{
  TonusSection *section = draft->section;

  section->holds =
      tonus_loader_split (self, &draft->place, "holds", draft->values[TONUS_SECTION_HOLDS]);
  if (section->holds == NULL)
    {
      tonus_loader_complain (self, &draft->place, "holds", "is missing; name the kinds of record");
      section->holds = g_new0 (char *, 1);
    }
  for (guint i = 0; section->holds[i] != NULL; i++)
    if (!tonus_schema_has_kind (section->holds[i]))
      tonus_loader_complain (self, &draft->place, "holds",
                             "“%s” is no kind of record, such as visit or patient",
                             section->holds[i]);
}

void
tonus_loader_open_section (TonusLoader *self, const TonusPlace *place)
{
  g_autofree TonusSectionDraft *draft = g_new0 (TonusSectionDraft, 1);
  char *id = place->group->name;

  self->section = NULL;
  draft->place = *place;
  tonus_loader_read_attributes (self, place, tonus_section_attributes, TONUS_N_SECTION_ATTRIBUTES,
                                draft->values);
  if (!tonus_loader_check_new_id (self, place, id, tonus_word_is_valid (id)))
    return;
  if (tonus_schema_find_section (self->schema, id) != NULL)
    {
      tonus_loader_complain (self, place, NULL, "this section is there already; use another id");
      return;
    }
  if (draft->values[TONUS_SECTION_LABEL] == NULL)
    tonus_loader_complain (self, place, "Label", "is missing; say what the therapist reads");

  TonusSection *section = tonus_section_new (self->schema, id);
  draft->section = section;
  section->label = (char *) draft->values[TONUS_SECTION_LABEL];
  section->help = (char *) draft->values[TONUS_SECTION_HELP];
  section->repeat = read_repeat (self, draft);
  section->is_retired =
      tonus_loader_read_flag (self, place, "retired", draft->values[TONUS_SECTION_RETIRED]);
  ((TonusOwnedSection *) section)->was = draft->values[TONUS_SECTION_WAS];
  read_holds (self, draft);

  section->index = self->schema->sections->len;
  g_ptr_array_add (self->schema->sections, section);
  g_hash_table_insert (self->schema->section_by_id, id, section);
  g_ptr_array_add (self->sections, g_steal_pointer (&draft));
  self->section = section;
}

static void
find_page (TonusLoader *self, const TonusSectionDraft *draft)
{
  const char *id = draft->values[TONUS_SECTION_PAGE];
  TonusCatalogue *pages = tonus_schema_find_catalogue (self->schema, "page");

  if (id == NULL)
    return;
  draft->section->page = pages != NULL ? tonus_catalogue_lookup (pages, id) : NULL;
  if (draft->section->page == NULL)
    tonus_loader_complain (self, &draft->place, "page",
                           "“%s” is no row of the catalogue “page”; add it there", id);
}

static void
find_first_in (TonusLoader *self, const TonusSectionDraft *draft)
{
  const char *text = draft->values[TONUS_SECTION_FIRST_IN];
  TonusCatalogue *kinds = tonus_schema_find_catalogue (self->schema, "visit-kind");
  GStrv first_in = tonus_loader_split (self, &draft->place, "first-in", text);

  draft->section->first_in = first_in;
  if (first_in && !tonus_section_is_held_by (draft->section, "visit"))
    tonus_loader_complain (self, &draft->place, "first-in",
                           "only goes with holds=visit; remove it");
  for (guint i = 0; first_in && first_in[i]; i++)
    if (!kinds || !tonus_catalogue_lookup (kinds, first_in[i]))
      tonus_loader_complain (self, &draft->place, "first-in",
                             "“%s” is no row of the catalogue “visit-kind”", first_in[i]);
}

static void
add_key (TonusLoader *self, const TonusSectionDraft *draft, const char *id)
{
  TonusSection *section = draft->section;
  TonusField *field = g_hash_table_lookup (section->by_id, id);

  if (field == NULL)
    tonus_loader_complain (self, &draft->place, "key", "there is no field “%s” in this section",
                           id);
  else if (field->kind != TONUS_KIND_CHOICE)
    tonus_loader_complain (self, &draft->place, "key", "“%s” is not of the kind choice", id);
  else
    {
      field->key_index = (int) section->keys->len;
      g_ptr_array_add (section->keys, field);
    }
}

static void
find_keys (TonusLoader *self, const TonusSectionDraft *draft)
{
  TonusSection *section = draft->section;
  g_auto (GStrv) ids =
      tonus_loader_split (self, &draft->place, "key", draft->values[TONUS_SECTION_KEY]);

  if (ids == NULL && section->repeat == TONUS_REPEAT_MEASURE)
    tonus_loader_complain (self, &draft->place, "key",
                           "is missing; name the fields that say what is measured");
  if (ids != NULL && section->repeat != TONUS_REPEAT_MEASURE)
    tonus_loader_complain (self, &draft->place, "key", "only goes with repeat=measure; remove it");
  else
    for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
      add_key (self, draft, ids[i]);

  if (section->fields->len <= section->keys->len)
    tonus_loader_complain (self, &draft->place, NULL, "has no field that holds a value; add one");
}

void
tonus_loader_finish_sections (TonusLoader *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const TonusSectionDraft *draft = g_ptr_array_index (self->sections, i);
      find_page (self, draft);
      find_first_in (self, draft);
      find_keys (self, draft);
    }
}
