/* tonus-load-catalogue.c - reading and checking catalogues and their rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-loader.h"

#include <math.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-text.h"

enum
{
  CATALOGUE_LABEL,
  CATALOGUE_COLUMNS,
  CATALOGUE_PATIENT,
  N_CATALOGUE_ATTRIBUTES
};

static const char *const catalogue_attributes[N_CATALOGUE_ATTRIBUTES] = {
  [CATALOGUE_LABEL] = "Label",
  [CATALOGUE_COLUMNS] = "columns",
  [CATALOGUE_PATIENT] = "patient",
};

/* Columns that mean in a row what they mean in a field. */
static const char *const number_columns[] = {
  "min", "max", "warn-min", "warn-max", "digits", NULL
};

/* Column names, checked.  (transfer full) (nullable) */
static GStrv
read_columns (TonusLoader *self, const TonusPlace *place, const char *attribute, const char *text)
{
  GStrv columns = tonus_loader_split (self, place, attribute, text);

  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    if (!tonus_word_is_valid (columns[i]) || g_str_equal (columns[i], "retired"))
      tonus_loader_complain (self, place, attribute,
                             "“%s” is no column's name; use a-z, 0-9 and “-”", columns[i]);
  return columns;
}

/* Columns of the patient are columns whether or not they are named twice. */
static GStrv
join_columns (GStrv columns, GStrv patient)
{
  GStrvBuilder *builder = g_strv_builder_new ();

  if (columns != NULL)
    g_strv_builder_addv (builder, (const char **) columns);
  for (guint i = 0; patient != NULL && patient[i] != NULL; i++)
    if (columns == NULL || !g_strv_contains ((const char *const *) columns, patient[i]))
      g_strv_builder_add (builder, patient[i]);

  GStrv all = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return all;
}

void
tonus_loader_open_catalogue (TonusLoader *self, const TonusPlace *place)
{
  const char *values[N_CATALOGUE_ATTRIBUTES] = { NULL };
  char *id = place->group->name;

  self->catalogue = NULL;
  tonus_loader_read_attributes (self, place, catalogue_attributes, N_CATALOGUE_ATTRIBUTES, values);
  if (!tonus_loader_check_new_id (self, place, id, tonus_word_is_valid (id)))
    return;
  if (tonus_schema_find_catalogue (self->schema, id) != NULL)
    {
      tonus_loader_complain (self, place, NULL, "this catalogue is there already; use another id");
      return;
    }
  if (values[CATALOGUE_LABEL] == NULL)
    tonus_loader_complain (self, place, "Label", "is missing; say what the therapist reads");

  TonusCatalogue *catalogue = tonus_catalogue_new (id);
  g_auto (GStrv) columns = read_columns (self, place, "columns", values[CATALOGUE_COLUMNS]);
  catalogue->label = values[CATALOGUE_LABEL];
  catalogue->patient = read_columns (self, place, "patient", values[CATALOGUE_PATIENT]);
  catalogue->columns = join_columns (columns, catalogue->patient);
  g_ptr_array_add (self->schema->catalogues, catalogue);
  g_hash_table_insert (self->schema->catalogue_by_id, id, catalogue);
  tonus_loader_reopen_catalogue (self, catalogue);
}

/* Ids and labels are typed by people: no two rows of a list may answer to one name.  ASCII case
 * only: every start of a program pays for this. */
static guint
hash_name (gconstpointer name)
{
  guint hash = 5381;

  for (const char *at = name; *at != '\0'; at++)
    hash = hash * 33 + (guint) g_ascii_tolower (*at);
  return hash;
}

static gboolean
names_are_equal (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static void
claim_name (TonusLoader *self, const TonusPlace *place, char *name, TonusEntry *entry)
{
  TonusEntry *holder = g_hash_table_lookup (self->names, name);

  if (holder == NULL)
    g_hash_table_insert (self->names, name, entry);
  else if (holder != entry)
    tonus_loader_complain (self, place, "Label",
                           "“%s” is a name of the row “%s”, too; tell them apart", name,
                           holder->id);
}

static void
claim_names (TonusLoader *self, const TonusPlace *place, TonusEntry *entry)
{
  if (entry->is_retired)
    return;
  claim_name (self, place, entry->id, entry);
  claim_name (self, place, entry->label, entry);
}

void
tonus_loader_reopen_catalogue (TonusLoader *self, TonusCatalogue *catalogue)
{
  self->catalogue = catalogue;
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_hash_table_new (hash_name, names_are_equal);
  for (guint i = 0; i < catalogue->entries->len; i++)
    {
      TonusEntry *entry = g_ptr_array_index (catalogue->entries, i);
      if (!entry->is_retired)
        {
          g_hash_table_insert (self->names, entry->id, entry);
          g_hash_table_insert (self->names, entry->label, entry);
        }
    }
}

static gboolean
is_listed (GStrv names, const char *name, gsize length)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (strncmp (names[i], name, length) == 0 && names[i][length] == '\0')
      return TRUE;
  return FALSE;
}

static void
check_column (TonusLoader *self, const TonusPlace *place, const TonusSchemaKey *key)
{
  gsize length = strcspn (key->name, "[");
  gboolean is_local = key->name[length] == '[';

  if (is_local && !is_listed (self->catalogue->patient, key->name, length))
    tonus_loader_complain (self, place, key->name,
                           "only a column that “patient” lists has languages; the rest is for "
                           "gettext");
  else if (!is_listed (self->catalogue->columns, key->name, length))
    tonus_loader_complain (self, place, key->name,
                           "is not in this catalogue's “columns”; add it there or remove it");
  else if (g_strv_contains (number_columns, key->name) && !tonus_number_parse (key->value, NULL))
    tonus_loader_complain (self, place, key->name, "“%s” is not a number such as 7.5", key->value);
}

/* Rows are many and their columns are open: they go straight into the row's table. */
static void
read_entry (TonusLoader *self, const TonusPlace *place, TonusEntry *entry)
{
  for (guint i = 0; i < place->group->n_keys; i++)
    {
      const TonusSchemaKey *key = &place->group->keys[i];
      gboolean is_again = FALSE;

      if (g_str_equal (key->name, "Label"))
        {
          is_again = entry->label != NULL;
          entry->label = key->value;
        }
      else if (g_str_equal (key->name, "retired"))
        {
          is_again = entry->is_retired;
          entry->is_retired = tonus_loader_read_flag (self, place, key->name, key->value);
        }
      else
        {
          check_column (self, place, key);
          if (entry->attributes == NULL)
            entry->attributes = g_hash_table_new (g_str_hash, g_str_equal);
          is_again = !g_hash_table_insert (entry->attributes, key->name, key->value);
        }
      if (is_again)
        tonus_loader_complain (self, place, key->name, "is given twice; keep one");
    }
}

static void
check_entry_limits (TonusLoader *self, const TonusPlace *place, const TonusEntry *entry)
{
  TonusLimits limits = {
    .min = tonus_entry_get_number (entry, "min", -INFINITY),
    .max = tonus_entry_get_number (entry, "max", INFINITY),
    .warn_min = tonus_entry_get_number (entry, "warn-min", -INFINITY),
    .warn_max = tonus_entry_get_number (entry, "warn-max", INFINITY),
  };
  double digits = tonus_entry_get_number (entry, "digits", 0);

  tonus_loader_check_limits (self, place, &limits);
  if (digits < 0 || digits > 6 || digits != floor (digits))
    tonus_loader_complain (self, place, "digits", "is a whole number from 0 to 6");
}

void
tonus_loader_add_entry (TonusLoader *self, const TonusPlace *place)
{
  char *id = place->group->item;

  if (!tonus_loader_check_new_id (self, place, id, tonus_entry_id_is_valid (id)))
    return;

  TonusEntry *entry = g_new0 (TonusEntry, 1);
  entry->id = id;
  read_entry (self, place, entry);
  check_entry_limits (self, place, entry);
  if (entry->label == NULL)
    {
      tonus_loader_complain (self, place, "Label", "is missing; say what the therapist reads");
      entry->label = id;
    }
  if (tonus_catalogue_add (self->catalogue, entry))
    claim_names (self, place, entry);
  else
    tonus_loader_complain (self, place, NULL, "this row is there already; use another id");
}
