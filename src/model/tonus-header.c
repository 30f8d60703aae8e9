/* tonus-header.c - the [Tonus] group: what a record says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record-text.h"
#include "tonus-record-lines.h"
#include "tonus-record-private.h"
#include "tonus-date.h"
#include "tonus-id.h"

#include <stddef.h>
#include <string.h>

#define HASHES_MAX 1000

typedef enum
{
  SHAPE_NUMBER, /* guint */
  SHAPE_COUNT,  /* guint64 */
  SHAPE_WORD,
  SHAPE_ID,
  SHAPE_MOMENT,
  SHAPE_HASHES
} Shape;

/* In the order they are written. */
static const struct
{
  const char *key;
  Shape shape;
  gsize offset;
} header_keys[] = {
  { "Format", SHAPE_NUMBER, offsetof (TonusHeader, format) },
  { "Kind", SHAPE_WORD, offsetof (TonusHeader, kind) },
  { "Object", SHAPE_ID, offsetof (TonusHeader, object) },
  { "Patient", SHAPE_ID, offsetof (TonusHeader, patient) },
  { "Revision", SHAPE_COUNT, offsetof (TonusHeader, revision) },
  { "Parents", SHAPE_HASHES, offsetof (TonusHeader, parents) },
  { "Author", SHAPE_ID, offsetof (TonusHeader, author) },
  { "Written", SHAPE_MOMENT, offsetof (TonusHeader, written) },
  { "Schema", SHAPE_NUMBER, offsetof (TonusHeader, schema) },
  { "Context", SHAPE_HASHES, offsetof (TonusHeader, context) },
};

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_TEXT, what);
  return FALSE;
}

static gboolean
take_number (const char *words, guint64 max, guint64 *number, GError **error)
{
  if (!g_ascii_string_to_unsigned (words, 10, 1, max, number, NULL))
    return refuse (error, "not a whole number from 1");
  return TRUE;
}

static gboolean
take_hashes (const char *words, GStrv *hashes, GError **error)
{
  g_auto (GStrv) items = g_strsplit (words, ";", HASHES_MAX + 2);
  guint n_items = g_strv_length (items);

  if (n_items > 0 && items[n_items - 1][0] == '\0')
    g_clear_pointer (&items[--n_items], g_free);
  if (n_items > HASHES_MAX)
    return refuse (error, "more hashes than a record can need");
  for (guint i = 0; i < n_items; i++)
    if (!tonus_hash_is_valid (items[i]))
      return refuse (error, "not a list of hashes (40 hex digits, each followed by “;”)");
  *hashes = g_steal_pointer (&items);
  return TRUE;
}

static gboolean
take_text (const char *words, Shape shape, char **text, GError **error)
{
  if (shape == SHAPE_ID && !tonus_id_is_valid (words))
    return refuse (error, "not an id (26 characters a-z, 2-7)");
  if (shape == SHAPE_MOMENT && tonus_moment_parse (words) < 0)
    return refuse (error, "not a moment like 2026-11-23T10:42:07+01:00");
  if (shape == SHAPE_WORD && !tonus_word_is_valid (words))
    return refuse (error, "not a word (a-z, 0-9 and -)");
  *text = g_strdup (words);
  return TRUE;
}

static gboolean
take_shape (gpointer member, Shape shape, const char *words, GError **error)
{
  guint64 number = 0;

  switch (shape)
    {
    case SHAPE_NUMBER:
      if (!take_number (words, G_MAXINT32, &number, error))
        return FALSE;
      *(guint *) member = (guint) number;
      return TRUE;
    case SHAPE_COUNT:
      return take_number (words, G_MAXINT64, member, error);
    case SHAPE_HASHES:
      return take_hashes (words, member, error);
    case SHAPE_WORD:
    case SHAPE_ID:
    case SHAPE_MOMENT:
      return take_text (words, shape, member, error);
    }
  g_assert_not_reached ();
}

static TonusHeaderOutcome
take_key (TonusHeader *header, const char *key, const char *words, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_keys); i++)
    {
      if (strcmp (header_keys[i].key, key) != 0)
        continue;
      if (words[0] == '\0')
        return TONUS_HEADER_TAKEN; /* not yet known */
      gpointer member = (char *) header + header_keys[i].offset;
      return take_shape (member, header_keys[i].shape, words, error) ? TONUS_HEADER_TAKEN
                                                                     : TONUS_HEADER_BAD;
    }
  return TONUS_HEADER_FOREIGN;
}

static void
append_hashes (GString *text, const char *key, GStrv hashes)
{
  if (hashes == NULL || hashes[0] == NULL)
    return;
  g_string_append_printf (text, "%s=", key);
  for (guint i = 0; hashes[i] != NULL; i++)
    g_string_append_printf (text, "%s;", hashes[i]);
  g_string_append_c (text, '\n');
}

static void
append_number (GString *text, const char *key, guint64 number)
{
  if (number != 0)
    g_string_append_printf (text, "%s=%" G_GUINT64_FORMAT "\n", key, number);
}

void
tonus_header_append_to (const TonusHeader *header, GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_keys); i++)
    {
      const char *key = header_keys[i].key;
      gconstpointer member = (const char *) header + header_keys[i].offset;

      switch (header_keys[i].shape)
        {
        case SHAPE_NUMBER:
          append_number (text, key, *(const guint *) member);
          break;
        case SHAPE_COUNT:
          append_number (text, key, *(const guint64 *) member);
          break;
        case SHAPE_HASHES:
          append_hashes (text, key, *(const GStrv *) member);
          break;
        case SHAPE_WORD:
        case SHAPE_ID:
        case SHAPE_MOMENT:
          if (*(char *const *) member != NULL)
            g_string_append_printf (text, "%s=%s\n", key, *(char *const *) member);
          break;
        }
    }
}

void
tonus_header_copy (TonusHeader *header, const TonusHeader *from)
{
  *header = *from;
  header->kind = g_strdup (from->kind);
  header->object = g_strdup (from->object);
  header->patient = g_strdup (from->patient);
  header->parents = g_strdupv (from->parents);
  header->author = g_strdup (from->author);
  header->written = g_strdup (from->written);
  header->context = g_strdupv (from->context);
}

void
tonus_header_clear (TonusHeader *header)
{
  if (header == NULL)
    return;
  g_free (header->kind);
  g_free (header->object);
  g_free (header->patient);
  g_strfreev (header->parents);
  g_free (header->author);
  g_free (header->written);
  g_strfreev (header->context);
  memset (header, 0, sizeof *header);
}

char *
tonus_header_explain_kind (const TonusHeader *header)
{
  if (header->kind == NULL)
    return g_strdup ("missing: say what the record is, as in “Kind=visit”");
  if (header->format <= TONUS_FORMAT && !tonus_schema_has_kind (header->kind))
    return g_strdup_printf ("“%s” is no kind of record", header->kind);
  return NULL;
}

gboolean
tonus_header_judge (const TonusHeader *header, guint number, const GError *bad, GError **error)
{
  g_autofree char *what = tonus_header_explain_kind (header);

  /* A newer format may spell its header otherwise; such a record is only looked at. */
  if (bad != NULL && header->format <= TONUS_FORMAT)
    {
      g_propagate_error (error, g_error_copy (bad));
      return FALSE;
    }
  return what == NULL || tonus_line_error (error, number, "Kind: %s", what);
}

TonusHeaderOutcome
tonus_header_take_line (TonusHeader *header, const TonusLine *line, GError **bad)
{
  g_autofree char *key = g_strndup (line->name, line->name_length);
  g_autofree char *words = tonus_raw_unescape (line->value, line->value_length);
  g_autoptr (GError) error = NULL;
  TonusHeaderOutcome outcome = take_key (header, key, words, &error);

  if (outcome == TONUS_HEADER_BAD && *bad == NULL)
    tonus_line_error (bad, line->number, "%s: %s", key, error->message);
  return outcome;
}

gboolean
tonus_header_read (
    TonusHeader *header, TonusLines *lines, TonusLine *line, TonusLineKind *kind, GError **error)
{
  g_autoptr (GError) bad = NULL;

  *kind = tonus_lines_next (lines, line, error);
  if (*kind == TONUS_LINE_BAD)
    return FALSE;
  if (*kind == TONUS_LINE_END || !lines->in_header)
    return tonus_line_error (error, line->number, "a record begins with the group [Tonus]");
  guint number = line->number;
  while ((*kind = tonus_lines_next (lines, line, error)) == TONUS_LINE_KEY)
    tonus_header_take_line (header, line, &bad);
  return *kind != TONUS_LINE_BAD && tonus_header_judge (header, number, bad, error);
}

gboolean
tonus_header_from_text (const char *text, gsize length, TonusHeader *header, GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (header != NULL, FALSE);

  g_auto (TonusLines) lines = { 0 };
  TonusLine line = { .number = 1 };
  TonusLineKind kind;

  memset (header, 0, sizeof *header);
  header->format = TONUS_FORMAT;
  if (tonus_lines_init (&lines, text, length, error) &&
      tonus_header_read (header, &lines, &line, &kind, error))
    return TRUE;
  tonus_header_clear (header);
  return FALSE;
}
