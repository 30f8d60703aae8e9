/* tonus-record-lines.h - the lines of a record's text, one after the other, within the limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that can be said about a text without the schema: UTF-8, sizes, names, escapes,
 * nothing twice.  Stricter than GKeyFile, never more lenient: what passes here, GKeyFile reads
 * alike.  The text is borrowed; names and values point into it.
 */
#pragma once

#include <glib.h>
#include "tonus-name-set.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_LINE_END,
  TONUS_LINE_GROUP,
  TONUS_LINE_KEY,
  TONUS_LINE_BAD /* error is set */
} TonusLineKind;

typedef struct
{
  const char *name;
  gsize name_length;
  const char *value; /* KEY: still escaped */
  gsize value_length;
  gboolean is_escaped; /* there is a backslash in it */
  guint number;        /* from 1 */
} TonusLine;

typedef struct
{
  /* Borrowed */
  const char *at;
  const char *end;
  /* Owned */
  TonusNameSet *groups;
  TonusNameSet *keys; /* of the present group */

  guint number;
  guint n_groups;
  guint n_keys;
  guint n_header_keys;
  gboolean has_group;
  gboolean in_header; /* [Tonus] */
  gboolean in_unread; /* [unread] */
} TonusLines;

/* Checks what concerns the text as a whole.  On FALSE there is nothing to clear. */
gboolean tonus_lines_init (TonusLines *self, const char *text, gsize length, GError **error);
void tonus_lines_clear (TonusLines *self);
TonusLineKind tonus_lines_next (TonusLines *self, TonusLine *line, GError **error);

/* "line 12: what is wrong", TONUS_MODEL_ERROR_TEXT.  Always FALSE. */
gboolean tonus_line_error (GError **error, guint number, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Fit to be a key of [unread]? */
gboolean tonus_unread_path_is_valid (const char *path, gsize length);

/* The words behind a raw value whose escapes are known to be sound.  (transfer full) */
char *tonus_raw_unescape (const char *raw, gsize length);
/* As g_key_file_set_string() would write it. */
void tonus_raw_append_escaped (GString *text, const char *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TonusLines, tonus_lines_clear)

G_END_DECLS
