/* tonus-schema-text.h - the groups and keys of one schema file, with their lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files are GLib key files.  They are read here in one pass over one copy of the text, because
 * GKeyFile merges double groups, hides double keys and forgets line numbers, and takes twice as
 * long while every start of tonusctl waits for it; a test holds this reader against GKeyFile.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Strings point into the text's own copy. */
typedef struct
{
  char *name; /* "unit" or "step1[es]" */
  char *value;
  guint line;
} TonusSchemaKey;

typedef struct
{
  char *name; /* "pain" or "pain/now" */
  char *item; /* (nullable) "now" */
  guint line;
  TonusSchemaKey *keys;
  guint n_keys;
} TonusSchemaGroup;

typedef struct
{
  char *name; /* of the file, for messages */
  char *bytes;
  GArray *keys;   /* (element-type TonusSchemaKey) */
  GArray *groups; /* (element-type TonusSchemaGroup) */
} TonusSchemaText;

/* Errors: TONUS_SCHEMA_ERROR_SYNTAX, "name: line 3: what, what now".  (transfer full) */
TonusSchemaText *tonus_schema_text_new (const char *name, const char *text, GError **error);
void tonus_schema_text_free (TonusSchemaText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusSchemaText, tonus_schema_text_free)

G_END_DECLS
