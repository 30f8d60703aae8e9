/* tonus-command-record.c - one record out and in: show, record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "tonus-choose-author.h"
#include "tonus-choose-revision.h"
#include "tonus-record-text.h"

TonusExit
tonus_command_show (TonusCall *call)
{
  g_autofree char *revision = NULL;
  const GOptionEntry options[] = {
    { "revision", 0, 0, G_OPTION_ARG_FILENAME, &revision,
      N_ ("This revision, by its hash or the first 6 or more characters of it"), N_ ("HASH") },
    G_OPTION_ENTRY_NULL
  };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  g_autoptr (TonusPractice) practice = tonus_call_open (call);
  g_autofree char *id = practice != NULL ? tonus_call_resolve (call, practice, 1, NULL) : NULL;
  g_autofree char *hash =
      id != NULL ? tonus_choose_revision (call, practice, id, revision, NULL) : NULL;
  if (hash == NULL)
    return tonus_call_end (call);

  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tonus_practice_load_bytes (practice, id, hash, &error);
  if (bytes == NULL)
    return tonus_call_fail (call, error);
  tonus_call_print_bytes (call, bytes);
  return tonus_call_end (call);
}

/* --- record --- */

static GString *
read_all (FILE *file)
{
  GString *text = g_string_new (NULL);
  char buffer[64 * 1024];
  size_t n;

  /* One byte more than is allowed is enough to be refused by the one who knows the limit. */
  while (text->len <= TONUS_RECORD_TEXT_MAX && (n = fread (buffer, 1, sizeof buffer, file)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  return text;
}

/* A named file, a pipe, or "-": what a person hands over, so no rule of the store applies to it. */
static GString *
read_input (TonusCall *call, const char *name)
{
  gboolean is_stdin = g_str_equal (name, "-");
  FILE *file = is_stdin ? stdin : fopen (name, "rbe");
  if (file == NULL)
    {
      tonus_call_complain (
          call, TONUS_EXIT_CANNOT,
          _ ("%s cannot be opened: %s; name a record file, or - for standard input"), name,
          g_strerror (errno));
      return NULL;
    }

  g_autoptr (GString) text = read_all (file);
  gboolean is_broken = ferror (file) != 0;
  int problem = errno;
  if (!is_stdin)
    fclose (file);
  if (!is_broken)
    return g_steal_pointer (&text);

  tonus_call_complain (call, TONUS_EXIT_CANNOT,
                       _ ("%s cannot be read: %s; name a record file, or - for standard input"),
                       name, g_strerror (problem));
  return NULL;
}

/* "home/abcd2345/exercise: …" → "home/exercise", what explain is asked for; NULL: no field of the
 * schema. */
static char *
find_topic (TonusSchema *schema, const char *refusal)
{
  const char *colon = strchr (refusal, ':');
  g_autofree char *path = colon != NULL ? g_strndup (refusal, (gsize) (colon - refusal)) : NULL;
  const TonusField *field = path != NULL ? tonus_schema_resolve (schema, path, NULL, NULL) : NULL;
  const char *slash = path != NULL ? strchr (path, '/') : NULL;

  if (field != NULL)
    return g_strdup (field->path);
  g_autofree char *section = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  return section != NULL && tonus_schema_find_section (schema, section) != NULL
             ? g_steal_pointer (&section)
             : NULL;
}

static TonusExit
name_refusals (TonusCall *call, TonusSchema *schema, GPtrArray *refusals, const GError *error)
{
  const char *name = tonus_call_get (call, 1);
  const char *file = g_str_equal (name, "-") ? _ ("standard input") : name;

  for (guint i = 0; i < refusals->len; i++)
    {
      const char *refusal = g_ptr_array_index (refusals, i);
      g_autofree char *topic = find_topic (schema, refusal);
      g_autofree char *hint = topic != NULL
                                  ? g_strdup_printf (_ (" (see: tonusctl explain %s)"), topic)
                                  : g_strdup ("");
      tonus_call_complain (call, TONUS_EXIT_REFUSED, "%s: %s%s", file, refusal, hint);
    }
  if (refusals->len > 0)
    return tonus_call_end (call);

  g_autoptr (GError) named = g_error_copy (error);
  g_prefix_error (&named, "%s: ", file);
  /* Here a name that the practice does not know is part of the record it refuses. */
  if (g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND))
    tonus_call_complain (call, TONUS_EXIT_REFUSED, "%s", named->message);
  else
    tonus_call_fail (call, named);
  return tonus_call_end (call);
}

static void
print_saved (TonusCall *call, TonusRecord *record, const char *hash)
{
  g_autofree char *number =
      g_strdup_printf ("%" G_GUINT64_FORMAT, tonus_record_get_header (record)->revision);
  const char *cells[] = { tonus_record_get_object (record), number, hash };
  tonus_call_print_row (call, cells, G_N_ELEMENTS (cells));
}

TonusExit
tonus_command_record (TonusCall *call)
{
  g_autofree char *as = NULL;
  const GOptionEntry options[] = { { "as", 0, 0, G_OPTION_ARG_FILENAME, &as,
                                     N_ ("Who writes it (default: the only therapist)"),
                                     N_ ("THERAPIST") },
                                   G_OPTION_ENTRY_NULL };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  g_autoptr (TonusPractice) practice = tonus_call_open (call);
  g_autoptr (GString) text = practice != NULL ? read_input (call, tonus_call_get (call, 1)) : NULL;
  g_autofree char *author = text != NULL ? tonus_call_choose_author (call, practice, as) : NULL;
  if (author == NULL)
    return tonus_call_end (call);

  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusRecord) record =
      tonus_practice_record_text (practice, text->str, text->len, author, refusals, &hash, &error);
  if (record == NULL)
    return name_refusals (call, tonus_practice_get_schema (practice), refusals, error);

  print_saved (call, record, hash);
  return tonus_call_end (call);
}
