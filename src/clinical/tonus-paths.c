/* tonus-paths.c - the few paths of the schema that C names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-paths.h"

#include "tonus-date.h"
#include "tonus-text.h"

typedef struct
{
  const char *section;
  const char *field;
  TonusKind kind;
} PathInfo;

static const PathInfo paths[TONUS_N_PATHS] = {
#define PATH_INFO(name, section, field, kind) { section, field, TONUS_KIND_##kind },
  TONUS_PATHS (PATH_INFO)
#undef PATH_INFO
};

const char *
tonus_path_get_section (TonusPath path)
{
  return paths[path].section;
}

const char *
tonus_path_get_field (TonusPath path)
{
  return paths[path].field;
}

TonusKind
tonus_path_get_kind (TonusPath path)
{
  return paths[path].kind;
}

const char *
tonus_path_read (TonusRecord *record, TonusPath path, const char *row)
{
  const char *text;

  if (record == NULL)
    return NULL;
  text = tonus_record_get_at (record, paths[path].section, row, paths[path].field);
  if (text == NULL || tonus_value_is_not_tested (text))
    return NULL;
  return text;
}

char *
tonus_path_read_words (TonusRecord *record, TonusPath path, const char *row)
{
  const char *text = tonus_path_read (record, path, row);
  g_autofree char *words = NULL;

  if (text == NULL)
    return NULL;
  words = g_strstrip (tonus_value_to_words (text));
  return *words != '\0' ? g_steal_pointer (&words) : NULL;
}

static const TonusField *
find_field (TonusRecord *record, TonusPath path)
{
  const TonusSection *section =
      tonus_schema_find_section (tonus_record_get_schema (record), paths[path].section);

  return section != NULL ? tonus_section_lookup (section, paths[path].field) : NULL;
}

const TonusEntry *
tonus_path_read_entry (TonusRecord *record, TonusPath path, const char *row)
{
  const char *id = tonus_path_read (record, path, row);
  const TonusField *field;

  if (id == NULL)
    return NULL;
  field = find_field (record, path);
  if (field == NULL || field->choices == NULL)
    return NULL;
  return tonus_catalogue_lookup (field->choices, id);
}

double
tonus_path_read_number (TonusRecord *record, TonusPath path, const char *row, double otherwise)
{
  const char *text = tonus_path_read (record, path, row);
  double value;

  return text != NULL && tonus_number_parse (text, &value) ? value : otherwise;
}

guint32
tonus_path_read_date (TonusRecord *record, TonusPath path, const char *row)
{
  const char *text = tonus_path_read (record, path, row);

  return text != NULL ? tonus_date_parse (text) : 0;
}
