/* tonus-loader.h - what the passes of loading share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema-private.h"
#include "tonus-schema-text.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_SECTION_LABEL,
  TONUS_SECTION_HELP,
  TONUS_SECTION_HOLDS,
  TONUS_SECTION_PAGE,
  TONUS_SECTION_REPEAT,
  TONUS_SECTION_KEY,
  TONUS_SECTION_RETIRED,
  TONUS_SECTION_WAS,
  TONUS_SECTION_FIRST_IN,
  TONUS_N_SECTION_ATTRIBUTES
} TonusSectionAttribute;

typedef enum
{
  TONUS_FIELD_LABEL,
  TONUS_FIELD_HELP,
  TONUS_FIELD_KIND,
  TONUS_FIELD_UNIT,
  TONUS_FIELD_MIN,
  TONUS_FIELD_MAX,
  TONUS_FIELD_WARN_MIN,
  TONUS_FIELD_WARN_MAX,
  TONUS_FIELD_DIGITS,
  TONUS_FIELD_LENGTH,
  TONUS_FIELD_CHOICES,
  TONUS_FIELD_LIMITS,
  TONUS_FIELD_SHOW_IF,
  TONUS_FIELD_TO,
  TONUS_FIELD_WIDTH,
  TONUS_FIELD_PRINT,
  TONUS_FIELD_PRIVATE,
  TONUS_FIELD_RETIRED,
  TONUS_FIELD_WAS,
  TONUS_N_FIELD_ATTRIBUTES
} TonusFieldAttribute;

extern const char *const tonus_section_attributes[TONUS_N_SECTION_ATTRIBUTES];
extern const char *const tonus_field_attributes[TONUS_N_FIELD_ATTRIBUTES];

/* Where something stands, for messages. */
typedef struct
{
  const TonusSchemaText *text;
  const TonusSchemaGroup *group;
} TonusPlace;

/* A section or field between the passes; a NULL value: the attribute is absent. */
typedef struct
{
  TonusSection *section;
  TonusPlace place;
  const char *values[TONUS_N_SECTION_ATTRIBUTES];
} TonusSectionDraft;

typedef struct
{
  TonusField *field;
  TonusPlace place;
  const char *values[TONUS_N_FIELD_ATTRIBUTES];
} TonusFieldDraft;

typedef struct
{
  TonusSchema *schema;
  GPtrArray *problems; /* (element-type utf8) */
  GPtrArray *sections; /* (element-type TonusSectionDraft) */
  GPtrArray *fields;   /* (element-type TonusFieldDraft) */
  gboolean is_own;     /* reading a practice's sources */

  /* The table that the next items belong to; both may be set when a practice reopens by id. */
  TonusSection *section;
  TonusCatalogue *catalogue;
  GHashTable *names; /* (nullable) label or id in that catalogue → TonusEntry */
} TonusLoader;

/* "file: [group] attribute: what, what now"; @attribute may be NULL. */
void tonus_loader_complain (TonusLoader *self,
                            const TonusPlace *place,
                            const char *attribute,
                            const char *format,
                            ...) G_GNUC_PRINTF (4, 5);

/* Spreads a group's keys over @values, complaining of names not in @names. */
void tonus_loader_read_attributes (TonusLoader *self,
                                   const TonusPlace *place,
                                   const char *const *names,
                                   guint n_names,
                                   const char **values);

/* Is @id new, well formed and within its owner's names? */
gboolean tonus_loader_check_new_id (TonusLoader *self,
                                    const TonusPlace *place,
                                    const char *id,
                                    gboolean is_valid);

/* "a;b;" as its items.  (transfer full) (nullable): NULL if @text is NULL. */
GStrv tonus_loader_split (TonusLoader *self,
                          const TonusPlace *place,
                          const char *attribute,
                          const char *text);

/* "true" or absent. */
gboolean tonus_loader_read_flag (TonusLoader *self,
                                 const TonusPlace *place,
                                 const char *attribute,
                                 const char *text);

/* Complains unless min ≤ warn-min ≤ warn-max ≤ max. */
void
tonus_loader_check_limits (TonusLoader *self, const TonusPlace *place, const TonusLimits *limits);

/* Pass one, by kind of group. */
void tonus_loader_open_catalogue (TonusLoader *self, const TonusPlace *place);
void tonus_loader_reopen_catalogue (TonusLoader *self, TonusCatalogue *catalogue);
void tonus_loader_add_entry (TonusLoader *self, const TonusPlace *place);
void tonus_loader_open_section (TonusLoader *self, const TonusPlace *place);
void tonus_loader_add_field (TonusLoader *self, const TonusPlace *place);

/* Pass two. */
void tonus_loader_finish_sections (TonusLoader *self);
void tonus_loader_finish_fields (TonusLoader *self);
void tonus_loader_finish_names (TonusLoader *self);

G_END_DECLS
