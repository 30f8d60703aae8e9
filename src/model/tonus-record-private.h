/* tonus-record-private.h - how a record keeps its values; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups lie in schema order, rows of a section in the order they came.  A group whose last value
 * was removed stays as an empty place (n_values 0) that nobody outside sees: undoing the removal of
 * a row puts it back where it was.  What the schema does not know is "foreign" and kept as written.
 */
#pragma once

#include "tonus-record.h"
#include "tonus-record-lines.h"

G_BEGIN_DECLS

/* Longest name of a group or key; keys of [unread] are whole paths and may be longer. */
#define TONUS_NAME_MAX 96
#define TONUS_UNREAD_PATH_MAX (2 * TONUS_NAME_MAX + 1)
#define TONUS_VALUE_MAX (64 * 1024)

#define TONUS_GROUP_HEADER "Tonus"
#define TONUS_GROUP_UNREAD "unread"

typedef struct
{
  const TonusSection *section; /* borrowed from the schema */
  char *name;                  /* "pain", "rom/hip-flexion.right.passive" */
  const char *row;             /* (nullable) within name */
  guint n_values;
  char *values[]; /* by field->index, as many as the section has fields */
} TonusGroup;

typedef struct
{
  char *key;
  char *raw; /* escaped, as it stood in the text */
} TonusForeignKey;

typedef struct
{
  char *name;
  GPtrArray *keys; /* (element-type TonusForeignKey) */
} TonusForeignGroup;

struct _TonusRecord
{
  GObject parent_instance;

  /* Owned */
  TonusSchema *schema;
  TonusHeader header;
  GPtrArray *groups;       /* (element-type TonusGroup) */
  GHashTable *by_name;     /* TonusGroup.name → TonusGroup, both borrowed from groups */
  GPtrArray *foreign;      /* (element-type TonusForeignGroup), in the order they came */
  GHashTable *unread;      /* path → raw */
  GPtrArray *unread_order; /* (element-type utf8) the keys of unread, borrowed, as they came */
};

/* A record that knows nothing yet, not even its kind. */
TonusRecord *tonus_record_new_blank (TonusSchema *schema);

/* The field at @path that this record may hold a value of, and its row.  Errors: REFUSED, without
 * the path. */
const TonusField *
tonus_record_find_field (TonusRecord *self, const char *path, char **row, GError **error);

/* Is the group's name short enough to be read again? */
gboolean tonus_group_name_fits (const TonusSection *section, const char *row);

/* (nullable): never made, or made and emptied is both "no such group" to callers outside. */
TonusGroup *tonus_record_find_group (TonusRecord *self, const char *name);
TonusGroup *
tonus_record_ensure_group (TonusRecord *self, const TonusSection *section, const char *row);

/* Without making its name on the heap.  (nullable) */
TonusGroup *
tonus_record_find_group_at (TonusRecord *self, const TonusSection *section, const char *row);
void tonus_group_free (gpointer group);

/* Put @text (transfer full, nullable) into a group without asking anybody. Returns the old value.
 * (transfer full) */
char *tonus_group_steal_value (TonusGroup *group, guint index, char *text);

/* @self as a record of @schema: itself, or read anew from its text.  (transfer full) */
TonusRecord *tonus_record_in_schema (TonusRecord *self, TonusSchema *schema);

/* Emit "changed"; @field NULL: a path that is none of the schema's, announced without detail. */
void tonus_record_announce (TonusRecord *self, const TonusField *field, const char *path);

/* Is every change to this record acceptable?  Nothing is changed. */
gboolean tonus_record_validate (TonusRecord *self, const TonusChangeset *changes, GError **error);

/* The value of @field that *words, taken from a text, stand for; takes *words if they are it. NULL:
 * none, with tonus_field_check()'s error.  (transfer full) */
char *tonus_value_judge (
    const TonusField *field, const char *row, const char *chosen, char **words, GError **error);

/* Unread text without announcing it; an older text of the same path is kept as a first line. */
void tonus_record_keep_unread (TonusRecord *self, const char *path, const char *raw);
gboolean tonus_record_forget_unread (TonusRecord *self, const char *path);

TonusForeignGroup *tonus_record_find_foreign (TonusRecord *self, const char *name);
/* At the end; does not look for an older one. */
TonusForeignGroup *tonus_record_add_foreign (TonusRecord *self, const char *name);
void tonus_foreign_group_free (gpointer group);
/* Adds a key; does not look for an older one. */
void tonus_foreign_add (TonusForeignGroup *group, const char *key, const char *raw, gsize length);
const char *tonus_record_get_foreign (TonusRecord *self, const char *name, const char *key);
/* @raw NULL removes; the group goes with its last key. */
void
tonus_record_set_foreign (TonusRecord *self, const char *name, const char *key, const char *raw);

/* What became of one key of [Tonus]. */
typedef enum
{
  TONUS_HEADER_TAKEN,
  TONUS_HEADER_FOREIGN, /* no key of ours */
  TONUS_HEADER_BAD      /* ours, but the value is none: error is set, without line or path */
} TonusHeaderOutcome;

/* @bad: out, the first line that was bad, unless set before. */
TonusHeaderOutcome
tonus_header_take_line (TonusHeader *header, const TonusLine *line, GError **bad);
/* The lines of [Tonus], and the verdict on them; on TRUE @line is the group behind them, if *kind
 * is GROUP. */
gboolean tonus_header_read (
    TonusHeader *header, TonusLines *lines, TonusLine *line, TonusLineKind *kind, GError **error);
/* What is wrong with its kind, NULL if nothing.  (transfer full) */
char *tonus_header_explain_kind (const TonusHeader *header);
/* Is a header read from disk usable?  @number: its line; @bad: (nullable) what its lines said. */
gboolean
tonus_header_judge (const TonusHeader *header, guint number, const GError *bad, GError **error);
void tonus_header_append_to (const TonusHeader *header, GString *text);
void tonus_header_copy (TonusHeader *header, const TonusHeader *from);

/* The old side of a change as found; the new side of a step that goes on growing. */
void tonus_changeset_fill_old (TonusChangeset *self, guint index, const char *old_text);
void tonus_changeset_fill_new (TonusChangeset *self, guint index, const char *new_text);
void tonus_changeset_remove (TonusChangeset *self, guint index);

G_END_DECLS
