/* tonus-record.h - one record: a header and values by path
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record knows no file and no widget.  Values change only through tonus_record_apply(), all or
 * nothing, and each change is announced by "changed" (detail: the schema path; argument: the full
 * path).  Invariants: every value is canonical text its field accepts; a row exists exactly as long
 * as it has a value; what could not be read is kept in "unread"; what is unknown is kept too.
 */
#pragma once

#include <glib-object.h>
#include "tonus-schema.h"
#include "tonus-changeset.h"

G_BEGIN_DECLS

#define TONUS_MODEL_ERROR (tonus_model_error_quark ())
typedef enum
{
  TONUS_MODEL_ERROR_REFUSED,  /* a change names no field, or a value its field refuses */
  TONUS_MODEL_ERROR_TEXT      /* the text is no record */
} TonusModelError;
GQuark tonus_model_error_quark (void);

/* The [Tonus] group.  Strings owned by the record; NULL or 0: not yet known. */
typedef struct
{
  guint format;     /* 1 */
  char *kind;
  char *object;     /* oid */
  char *patient;    /* (nullable) oid; practice objects have none */
  guint64 revision;
  GStrv parents;    /* hashes; empty for revision 1 */
  char *author;     /* (nullable) therapist oid */
  char *written;    /* (nullable) moment */
  guint schema;
  GStrv context;    /* (nullable) hashes */
} TonusHeader;

#define TONUS_FORMAT 1

#define TONUS_TYPE_RECORD (tonus_record_get_type ())
G_DECLARE_FINAL_TYPE (TonusRecord, tonus_record, TONUS, RECORD, GObject)

/* An empty record of @kind for @object (both copied). */
TonusRecord *tonus_record_new (TonusSchema *schema, const char *kind, const char *object);
TonusRecord *tonus_record_copy (TonusRecord *self);  /* values and header; not the listeners */

TonusSchema *tonus_record_get_schema (TonusRecord *self);  /* (transfer none) */
const TonusHeader *tonus_record_get_header (TonusRecord *self);
const char *tonus_record_get_object (TonusRecord *self);
const char *tonus_record_get_kind (TonusRecord *self);

/* Copies @header, replacing all of it.  For the store, which alone knows revisions. */
void tonus_record_set_header (TonusRecord *self, const TonusHeader *header);

/* The value at "pain/now" or "rom/…/value"; NULL: not recorded, or no such path.  (transfer none) */
const char *tonus_record_get (TonusRecord *self, const char *path);
/* The same without spelling a path; @row NULL for sections that do not repeat.  A key field is answered from the row's id. */
const char *tonus_record_get_field (TonusRecord *self, const TonusField *field, const char *row);
/* section, row (NULL: none), field by id */
const char *tonus_record_get_at (TonusRecord *self, const char *section, const char *row, const char *field);

/* The ids of a section's rows in the order they came; for a section that does not repeat, empty.
 * (transfer container) (element-type utf8): ids stay valid until the record changes. */
GPtrArray *tonus_record_get_rows (TonusRecord *self, const char *section);
gboolean tonus_record_has_row (TonusRecord *self, const char *section, const char *row);
gboolean tonus_record_has_section (TonusRecord *self, const char *section);

/* Path → raw text of what could not be read as its field's kind.  (transfer none) */
GHashTable *tonus_record_get_unread (TonusRecord *self);
/* Keep what was typed and is no value (raw NULL or empty: forget it), its first 64 KiB at most.  Announced as "changed". */
void tonus_record_set_unread (TonusRecord *self, const char *path, const char *raw);

/* Has a [signature] with a time. */
gboolean tonus_record_is_signed (TonusRecord *self);

/* Apply those changes of @changes that name this object, filling in their old side; nothing is
 * applied if one is refused.  Errors: TONUS_MODEL_ERROR_REFUSED, "path: what is wrong". */
gboolean tonus_record_apply (TonusRecord *self, TonusChangeset *changes, GError **error);

/* What would be wrong with setting @path to @text, without doing it. */
gboolean tonus_record_check (TonusRecord *self, const char *path, const char *text, GError **error);

/* Changes that turn @from into @to (object: @from's).  Unread text is compared too, as path "unread/<path>" is not: values only.  (transfer full) */
TonusChangeset *tonus_record_diff (TonusRecord *from, TonusRecord *to);

/* For fields with show-if: is it satisfied?  Others: TRUE. */
gboolean tonus_record_shows (TonusRecord *self, const TonusField *field, const char *row);

/* Every group of the record in order: section, row (NULL when single).  Return FALSE to stop. */
typedef gboolean (*TonusRecordVisitor) (TonusRecord *self, const TonusSection *section, const char *row, gpointer data);
void tonus_record_foreach_group (TonusRecord *self, TonusRecordVisitor visitor, gpointer data);

char *tonus_path_join (const char *section, const char *row, const char *field);  /* (transfer full) */

G_END_DECLS
