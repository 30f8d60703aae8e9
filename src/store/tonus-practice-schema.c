/* tonus-practice-schema.c - a practice's own catalogues and fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *name; /* relative to the practice folder */
  char *text;
} Source;

static void
source_free (gpointer data)
{
  Source *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

/* The file without its [Tonus] group, which is ours and no table of a catalogue.  Its lines stay as
 * empty ones, so that line numbers in messages are those of the file. */
static char *
blank_header (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
  gboolean is_header = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '[')
        is_header = g_str_has_prefix (lines[i], "[Tonus]");
      if (is_header)
        lines[i][0] = '\0';
    }
  return g_strjoinv ("\n", lines);
}

static void
add_source (GPtrArray *sources, const char *name, const char *text, gsize length)
{
  Source *source = g_new (Source, 1);

  source->name = g_strdup (name);
  source->text = blank_header (text, length);
  g_ptr_array_add (sources, source);
}

/* The first head of every catalogue object but @except.  (transfer full) (element-type Source) */
static GPtrArray *
collect_sources (TonusPractice *self, const char *except)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (source_free);
  TonusShelf *shelf = tonus_practice_get_shelf (self, NULL, NULL);

  for (guint i = 0; shelf != NULL && i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];
      if (!tonus_shelf_has_object (shelf, id, "catalogue") || g_strcmp0 (id, except) == 0)
        continue;
      const TonusFacts *head = tonus_practice_find_head (self, shelf, id);
      g_autoptr (GBytes) bytes =
          head != NULL ? tonus_practice_read_revision (self, shelf, head->name, NULL) : NULL;
      if (bytes == NULL)
        continue;
      g_autofree char *name = g_strdup_printf ("practice/catalogue-%s", id);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);
      add_source (sources, name, text, length);
    }
  return sources;
}

static TonusSchema *
build_schema (GPtrArray *sources, GError **error)
{
  g_autofree TonusSchemaSource *plain = g_new0 (TonusSchemaSource, sources->len);

  for (guint i = 0; i < sources->len; i++)
    {
      const Source *source = sources->pdata[i];
      plain[i] = (TonusSchemaSource){ source->name, source->text };
    }
  return tonus_schema_new_extended (plain, sources->len, error);
}

/* Add the sources one at a time, again and again, because one may need another: what still does not
 * fit when a whole round added nothing is left out. */
static TonusSchema *
build_what_fits (TonusPractice *self, GPtrArray *sources)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  TonusSchema *schema = tonus_schema_ref (tonus_schema_get_default ());
  guint before;

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (rest, sources->pdata[i]);
  do
    {
      before = rest->len;
      for (guint i = 0; i < rest->len;)
        {
          g_ptr_array_add (taken, rest->pdata[i]);
          TonusSchema *larger = build_schema (taken, NULL);
          if (larger == NULL)
            {
              g_ptr_array_set_size (taken, (int) taken->len - 1);
              i++;
              continue;
            }
          tonus_schema_unref (schema);
          schema = larger;
          g_ptr_array_remove_index (rest, i);
        }
    }
  while (rest->len > 0 && rest->len < before);
  for (guint i = 0; i < rest->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_ptr_array_add (taken, rest->pdata[i]);
      g_autoptr (TonusSchema) none G_GNUC_UNUSED = build_schema (taken, &error);
      g_ptr_array_set_size (taken, (int) taken->len - 1);
      tonus_practice_remark (
          self,
          _ ("A catalogue of this practice is left out. %s. Correct it and record it "
             "again."),
          error != NULL ? error->message : _ ("It does not fit the others"));
    }
  return schema;
}

void
tonus_practice_renew_schema (TonusPractice *self)
{
  g_autoptr (GPtrArray) sources = collect_sources (self, NULL);
  TonusSchema *schema;

  if (sources->len == 0)
    schema = tonus_schema_ref (tonus_schema_get_default ());
  else
    schema = build_schema (sources, NULL);
  if (schema == NULL)
    schema = build_what_fits (self, sources);
  tonus_schema_unref (self->schema);
  self->schema = schema;
}

gboolean
tonus_practice_lint_catalogue (
    TonusPractice *self, const char *object, const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) sources = collect_sources (self, object);
  g_autoptr (GError) local = NULL;

  /* One that is already broken must not stand in the way of the one that mends it. */
  g_autoptr (TonusSchema) others = build_schema (sources, NULL);
  if (others == NULL)
    g_ptr_array_set_size (sources, 0);
  add_source (sources, "this catalogue", text, length);
  g_autoptr (TonusSchema) schema = build_schema (sources, &local);
  if (schema != NULL)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "%s", local->message);
  return FALSE;
}
