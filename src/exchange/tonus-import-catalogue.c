/* tonus-import-catalogue.c - imported exercises as rows of a practice's own catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many exercises to a file: a practice opens faster with three large files than with two thousand
 * small ones, and what was imported at once stays together.
 */
#include "config.h"
#include "tonus-import-private.h"

#include <string.h>

#include "tonus-record-lines.h"
#include "tonus-record.h"

#define HEAD "[Tonus]\nFormat=1\nKind=catalogue\n"
#define EXERCISE "[exercise/"
/* Well within what a record file may hold (tonus-record-text.h). */
#define TEXT_MAX (768 * 1024)
#define LINES_MAX 16000

static const struct
{
  const char *source;
  const char *prefix; /* of the rows' ids */
} prefixes[] = { { TONUS_IMPORT_FREE, "x-fed-" }, { TONUS_IMPORT_WGER, "x-wger-" } };

static void
append (GString *text, const char *key, const char *language, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (text, key);
  if (language != NULL && !g_str_equal (language, "en"))
    g_string_append_printf (text, "[%s]", language);
  g_string_append_c (text, '=');
  tonus_raw_append_escaped (text, value);
  g_string_append_c (text, '\n');
}

static void
append_list (GString *text, const char *key, GPtrArray *values)
{
  if (values->len == 0)
    return;
  g_string_append_printf (text, "%s=", key);
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (text, "%s;", (const char *) g_ptr_array_index (values, i));
  g_string_append_c (text, '\n');
}

static void
append_text (GString *text, const TonusImportText *words, const char *language)
{
  append (text, "name", language, words->name);
  for (guint i = 0; i < words->steps->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("step%u", i + 1);

      append (text, key, language, g_ptr_array_index (words->steps, i));
    }
}

/* Without English texts the first language is what is read where one is missing. */
static const char *
language_of (const TonusImportExercise *exercise, guint index)
{
  const TonusImportText *text = g_ptr_array_index (exercise->texts, index);

  return index == 0 ? "en" : text->language;
}

/* Nobody else in @labels is called the same.  Takes @label. */
static char *
make_unique (char *label, GHashTable *labels)
{
  g_autofree char *wished = label;
  char *found = g_strdup (label);

  for (guint i = 2; !g_hash_table_add (labels, g_utf8_strdown (found, -1)); i++)
    {
      g_free (found);
      found = g_strdup_printf ("%s %u", wished, i);
    }
  return found;
}

static void
append_exercise (GString *text, const TonusImportExercise *exercise, const char *label)
{
  g_string_append_printf (text, "\n" EXERCISE "%s]\n", exercise->id);
  append (text, "Label", NULL, label);
  append (text, "region", NULL, exercise->region);
  append_list (text, "targets", exercise->targets);
  append_list (text, "equipment", exercise->equipment);
  append (text, "type", NULL, exercise->type);
  append (text, "level", NULL, exercise->level);
  append (text, "picture", NULL, exercise->picture);
  for (guint i = 0; i < exercise->texts->len; i++)
    append_text (text, g_ptr_array_index (exercise->texts, i), language_of (exercise, i));
}

static void
append_origin (GString *text, const TonusImportExercise *exercise, const char *label)
{
  g_string_append_printf (text, "\n[exercise-origin/%s]\n", exercise->id);
  append (text, "Label", NULL, label);
  append (text, "licence", NULL, exercise->licence);
  append (text, "author", NULL, exercise->author);
  append (text, "url", NULL, exercise->url);
  for (guint i = 0; i < exercise->texts->len; i++)
    {
      const TonusImportText *words = g_ptr_array_index (exercise->texts, i);

      append (text, "credit", language_of (exercise, i), words->credit);
    }
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    n++;
  return n;
}

/* One file that grows: its rows of both tables. */
typedef struct
{
  GPtrArray *texts;
  GString *exercises, *origins;
  guint n_lines;
  GHashTable *labels, *origin_labels; /* what rows are called already */
} Writer;

static void
end_file (Writer *self)
{
  if (self->exercises->len > 0)
    g_ptr_array_add (self->texts, g_strconcat (HEAD "\n[exercise]\n", self->exercises->str,
                                               "\n[exercise-origin]\n", self->origins->str, NULL));
  g_string_truncate (self->exercises, 0);
  g_string_truncate (self->origins, 0);
  self->n_lines = 0;
}

/* The source stands behind the name: no later row of ours can then be called the same, and the
 * therapist sees whose words these are. */
static void
write_exercise (Writer *self, const TonusImport *import, const TonusImportExercise *exercise)
{
  const TonusImportText *first = g_ptr_array_index (exercise->texts, 0);
  g_autofree char *source_id = tonus_import_clean (exercise->source_id, 100);
  g_autofree char *label =
      make_unique (g_strdup_printf ("%s (%s)", first->name, import->source), self->labels);
  g_autofree char *origin_label = make_unique (
      g_strdup_printf ("%s %s", import->source, source_id != NULL ? source_id : exercise->id),
      self->origin_labels);
  g_autoptr (GString) row = g_string_new (NULL), origin = g_string_new (NULL);
  guint n_lines;

  append_exercise (row, exercise, label);
  append_origin (origin, exercise, origin_label);
  n_lines = count_lines (row->str) + count_lines (origin->str);
  if (self->exercises->len + self->origins->len + row->len + origin->len > TEXT_MAX ||
      self->n_lines + n_lines > LINES_MAX)
    end_file (self);
  g_string_append_len (self->exercises, row->str, (gssize) row->len);
  g_string_append_len (self->origins, origin->str, (gssize) origin->len);
  self->n_lines += n_lines;
}

/* What the list calls its rows now. */
static GHashTable *
collect_labels (TonusSchema *schema, const char *id)
{
  TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, id);
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_add (labels, g_utf8_strdown (entry->label, -1));
    }
  return labels;
}

GPtrArray *
tonus_import_make_catalogues (TonusImport *self, TonusSchema *schema, guint *n_new, guint *n_known)
{
  TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, "exercise");
  g_autoptr (GHashTable) labels = collect_labels (schema, "exercise");
  g_autoptr (GHashTable) origin_labels = collect_labels (schema, "exercise-origin");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Writer writer = { g_ptr_array_new_with_free_func (g_free),
                    g_string_new (NULL),
                    g_string_new (NULL),
                    0,
                    labels,
                    origin_labels };

  *n_new = *n_known = 0;
  for (guint i = 0; i < self->exercises->len; i++)
    {
      const TonusImportExercise *exercise = g_ptr_array_index (self->exercises, i);

      if (tonus_catalogue_lookup (catalogue, exercise->id) != NULL ||
          !g_hash_table_add (ids, exercise->id))
        ++*n_known;
      else
        {
          write_exercise (&writer, self, exercise);
          ++*n_new;
        }
    }
  end_file (&writer);
  g_string_free (writer.exercises, TRUE);
  g_string_free (writer.origins, TRUE);
  return writer.texts;
}

/* --- taking an import out again --- */

static const char *
find_prefix (const char *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_equal (prefixes[i].source, source))
      return prefixes[i].prefix;
  return NULL;
}

gboolean
tonus_import_is_kept_in_header (const char *line)
{
  return line[0] == '[' || line[0] == '\0' || g_str_has_prefix (line, "Format=") ||
         g_str_has_prefix (line, "Kind=") || g_str_has_prefix (line, "Object=");
}

char *
tonus_import_retire (const char *text, const char *source, gboolean is_back)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *prefix = find_prefix (source);
  g_autofree char *row = g_strconcat (EXERCISE, prefix != NULL ? prefix : "/", NULL);
  GString *changed = g_string_new (NULL);
  gboolean is_header = FALSE, is_row = FALSE;
  guint n_rows = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '[')
        {
          is_header = g_str_has_prefix (lines[i], "[Tonus]");
          is_row = g_str_has_prefix (lines[i], row);
          n_rows += is_row;
        }
      if ((is_header && !tonus_import_is_kept_in_header (lines[i])) ||
          (is_row && g_str_has_prefix (lines[i], "retired=")))
        continue;
      g_string_append (changed, lines[i]);
      if (lines[i + 1] != NULL)
        g_string_append_c (changed, '\n');
      if (is_row && lines[i][0] == '[' && !is_back)
        g_string_append (changed, "retired=true\n");
    }
  return g_string_free (changed, n_rows == 0);
}

GPtrArray *
tonus_import_list_sources (TonusSchema *schema)
{
  GPtrArray *entries =
      tonus_catalogue_get_entries (tonus_schema_find_catalogue (schema, "exercise"));
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      TonusImportSource *source = g_new0 (TonusImportSource, 1);

      source->source = prefixes[i].source;
      for (guint j = 0; j < entries->len; j++)
        {
          const TonusEntry *entry = g_ptr_array_index (entries, j);

          if (g_str_has_prefix (entry->id, prefixes[i].prefix))
            *(entry->is_retired ? &source->n_retired : &source->n_offered) += 1;
        }
      if (source->n_offered + source->n_retired > 0)
        g_ptr_array_add (sources, source);
      else
        g_free (source);
    }
  return sources;
}
