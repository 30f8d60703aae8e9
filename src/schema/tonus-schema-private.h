/* tonus-schema-private.h - what the files of this floor know of each other's things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

/* Strings are borrowed from the schema's texts unless said otherwise. */
struct _TonusCatalogue
{
  const char *id;
  const char *label;
  GPtrArray *entries; /* (element-type TonusEntry), owned */
  GHashTable *by_id;  /* id → TonusEntry */
  GStrv columns;      /* (nullable) owned; those of the patient included */
  GStrv patient;      /* (nullable) owned */
};

struct _TonusSchema
{
  gatomicrefcount n_refs;
  GPtrArray *texts;      /* (element-type TonusSchemaText): every string lives here */
  GPtrArray *sections;   /* (element-type TonusSection) */
  GPtrArray *catalogues; /* (element-type TonusCatalogue) */
  GHashTable *section_by_id;
  GHashTable *catalogue_by_id;
  GHashTable *moved_fields;   /* old "section/field" → TonusField */
  GHashTable *moved_sections; /* old id → TonusSection */
};

/* A section as it is kept: readers see its first member. */
typedef struct
{
  TonusSection section;
  TonusSchema *schema;
  const char *was; /* (nullable) */
} TonusOwnedSection;

TonusSchema *tonus_section_get_schema (const TonusSection *self);

TonusCatalogue *tonus_catalogue_new (const char *id);
/* Takes @entry; FALSE, and @entry is freed, if its id is there already. */
gboolean tonus_catalogue_add (TonusCatalogue *self, TonusEntry *entry);
void tonus_catalogue_free (TonusCatalogue *self);
void tonus_entry_free (TonusEntry *self);

TonusSection *tonus_section_new (TonusSchema *schema, char *id);
void tonus_section_add (TonusSection *self, TonusField *field);
void tonus_section_free (TonusSection *self);

TonusField *tonus_field_new (TonusSection *section, char *path, char *id);
void tonus_field_free (TonusField *self);

TonusSchema *tonus_schema_new_empty (void);

G_END_DECLS
