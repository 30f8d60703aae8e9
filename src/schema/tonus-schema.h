/* tonus-schema.h - every section, field and catalogue, loaded and linted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded once and never changed; shared by reference between threads.  A practice's own rows and
 * fields give a schema of their own, made of the built-in texts and the practice's.
 */
#pragma once

#include <gio/gio.h>
#include "tonus-field.h"

G_BEGIN_DECLS

#define TONUS_SCHEMA_VERSION 1

#define TONUS_SCHEMA_ERROR (tonus_schema_error_quark ())
typedef enum
{
  TONUS_SCHEMA_ERROR_SYNTAX,  /* a file is no key file, or breaks docs/schema.md */
  TONUS_SCHEMA_ERROR_VALUE,   /* a value is not one of its field's */
  TONUS_SCHEMA_ERROR_PATH     /* no such field, section, row */
} TonusSchemaError;
GQuark tonus_schema_error_quark (void);

typedef struct _TonusSchema TonusSchema;

/* One file of schema or catalogues; @name is for messages. */
typedef struct
{
  const char *name;
  const char *text;
} TonusSchemaSource;

/* The built-in schema, made on first use and kept for the life of the process.  (transfer none) */
TonusSchema *tonus_schema_get_default (void);

/* Everything in @sources, checked as a whole.  Messages: "file: [group] attribute: what, what now".  (transfer full) */
TonusSchema *tonus_schema_new (const TonusSchemaSource *sources, guint n_sources, GError **error);

/* The built-in schema and a practice's own @sources, whose new ids must begin "x-".  (transfer full) */
TonusSchema *tonus_schema_new_extended (const TonusSchemaSource *sources, guint n_sources, GError **error);

TonusSchema *tonus_schema_ref (TonusSchema *self);
void tonus_schema_unref (TonusSchema *self);

GPtrArray *tonus_schema_get_sections (TonusSchema *self);    /* (element-type TonusSection) (transfer none) */
GPtrArray *tonus_schema_get_catalogues (TonusSchema *self);  /* (element-type TonusCatalogue) (transfer none) */
const TonusSection *tonus_schema_find_section (TonusSchema *self, const char *id);
TonusCatalogue *tonus_schema_find_catalogue (TonusSchema *self, const char *id);

/* "visit" may be held? The kinds are fixed: patient episode program visit addendum void attachment
 * clinic therapist payer catalogue snippet. */
gboolean tonus_schema_has_kind (const char *kind);
/* Kinds that live in a patient's folder, as opposed to the practice's. */
gboolean tonus_schema_kind_is_clinical (const char *kind);

gboolean tonus_section_is_held_by (const TonusSection *self, const char *record_kind);

/* The field of "pain/now" or "rom/hip-flexion.right.passive/value" ("was" paths are followed).
 * @row: out, (transfer full) (nullable): the row's id.  Errors: TONUS_SCHEMA_ERROR_PATH.  (transfer none) */
const TonusField *tonus_schema_resolve (TonusSchema *self, const char *path, char **row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusSchema, tonus_schema_unref)

G_END_DECLS
