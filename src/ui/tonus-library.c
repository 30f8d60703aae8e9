/* tonus-library.c - every exercise there is, to be searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-exercise.h"
#include "tonus-library.h"
#include "tonus-text.h"

static const struct
{
  const char *id;
  const char *column;
  const char *label;
} facets[TONUS_N_FACETS] = {
  [TONUS_FACET_REGION] = { "region", "region", N_ ("Region") },
  [TONUS_FACET_KIND] = { "kind", "type", N_ ("Kind") },
  [TONUS_FACET_POSITION] = { "position", "position", N_ ("Position") },
  [TONUS_FACET_EQUIPMENT] = { "equipment", "equipment", N_ ("Equipment") },
  [TONUS_FACET_LEVEL] = { "level", "level", N_ ("Level") },
};

/* One exercise, taken apart once so that a key costs a look through memory. */
typedef struct
{
  const TonusEntry *entry;
  GStrv values[TONUS_N_FACETS];
  char *name;  /* folded */
  GStrv names; /* folded: this one, and those the patient reads */
  char *hay;   /* folded: the names and everything else there is to find it by */
} Book;

/* How well what was typed fits; the best is first, and Enter adds it. */
typedef enum
{
  FIT_WHOLE_NAME,
  FIT_NAME_BEGINS,
  FIT_WORDS_OF_NAME,
  FIT_ANYTHING,
  N_FITS,
  FIT_NOT = N_FITS
} Fit;

struct _TonusLibrary
{
  TonusSchema *schema;
  GPtrArray *books;                  /* (element-type Book) */
  GPtrArray *values[TONUS_N_FACETS]; /* (element-type TonusFacetValue) */
  GHashTable *labels[TONUS_N_FACETS];
};

static void
book_free (gpointer data)
{
  Book *book = data;

  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    g_strfreev (book->values[facet]);
  g_free (book->name);
  g_strfreev (book->names);
  g_free (book->hay);
  g_free (book);
}

static void
value_free (gpointer data)
{
  TonusFacetValue *value = data;

  g_free (value->id);
  g_free (value->label);
  g_free (value);
}

const char *
tonus_facet_label (TonusFacet facet)
{
  return _ (facets[facet].label);
}

const char *
tonus_facet_id (TonusFacet facet)
{
  return facets[facet].id;
}

/* --- what an exercise has of each facet --- */

static const char *
note_value (TonusLibrary *self, TonusFacet facet, const char *id, const char *label)
{
  TonusFacetValue *value = g_hash_table_lookup (self->labels[facet], id);

  if (!value)
    {
      value = g_new0 (TonusFacetValue, 1);
      value->id = g_strdup (id);
      value->label = g_strdup (label);
      g_ptr_array_add (self->values[facet], value);
      g_hash_table_insert (self->labels[facet], value->id, value);
    }
  return value->label;
}

typedef void (*ValueTaker) (const char *id, const char *label, gpointer data);

/* The level is a number and has no catalogue. */
static void
take_values (TonusLibrary *self,
             const TonusEntry *exercise,
             TonusFacet facet,
             ValueTaker take,
             gpointer data)
{
  const char *level = tonus_entry_get (exercise, facets[TONUS_FACET_LEVEL].column);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *words = NULL;

  if (facet == TONUS_FACET_LEVEL)
    {
      words = level ? g_strdup_printf (_ ("Level %s"), level) : NULL;
      if (level)
        take (level, words, data);
      return;
    }
  entries = tonus_exercise_list (self->schema, exercise, facets[facet].column);
  for (guint i = 0; i < entries->len; i++)
    take (((TonusEntry *) g_ptr_array_index (entries, i))->id,
          tonus_entry_label (g_ptr_array_index (entries, i)), data);
}

typedef struct
{
  TonusLibrary *library;
  TonusFacet facet;
  GStrvBuilder *ids;
  GString *hay;
} Taking;

static void
take_into_book (const char *id, const char *label, gpointer data)
{
  Taking *taking = data;

  g_strv_builder_add (taking->ids, id);
  g_string_append_printf (taking->hay, " %s",
                          note_value (taking->library, taking->facet, id, label));
}

/* What it works on is found by, and no facet: there are too many. */
static void
append_targets (TonusLibrary *self, GString *hay, const TonusEntry *entry)
{
  g_autoptr (GPtrArray) targets = tonus_exercise_list (self->schema, entry, "targets");

  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (hay, " %s", tonus_entry_label (g_ptr_array_index (targets, i)));
}

/* The names the patient reads count, too: a therapist may know the Spanish one. */
static GStrv
list_names (const TonusEntry *entry)
{
  static const char *const columns[] = { "name", "name[es]", "name[de]" };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *label = tonus_text_fold (tonus_entry_label (entry));

  g_strv_builder_add (names, label);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = tonus_entry_get (entry, columns[i]);
      g_autofree char *name = text ? tonus_text_fold (text) : NULL;

      if (name)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static void
add_book (TonusLibrary *self, const TonusEntry *entry)
{
  Book *book = g_new0 (Book, 1);
  g_autoptr (GString) hay = g_string_new (NULL);
  g_autofree char *rest = NULL, *names = NULL;

  book->entry = entry;
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    {
      Taking taking = { self, (TonusFacet) facet, g_strv_builder_new (), hay };

      take_values (self, entry, taking.facet, take_into_book, &taking);
      book->values[facet] = g_strv_builder_end (taking.ids);
      g_strv_builder_unref (taking.ids);
    }
  append_targets (self, hay, entry);
  book->names = list_names (entry);
  book->name = g_strdup (book->names[0]);
  names = g_strjoinv (" ", book->names);
  rest = tonus_text_fold (hay->str);
  book->hay = g_strconcat (names, rest, NULL);
  g_ptr_array_add (self->books, book);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(TonusFacetValue *const *) a)->label,
                         (*(TonusFacetValue *const *) b)->label);
}

TonusLibrary *
tonus_library_new (TonusSchema *schema)
{
  TonusLibrary *self = g_new0 (TonusLibrary, 1);
  GPtrArray *entries =
      tonus_catalogue_get_entries (tonus_schema_find_catalogue (schema, "exercise"));

  self->schema = tonus_schema_ref (schema);
  self->books = g_ptr_array_new_with_free_func (book_free);
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    {
      self->values[facet] = g_ptr_array_new_with_free_func (value_free);
      self->labels[facet] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint i = 0; i < entries->len; i++)
    if (!((TonusEntry *) g_ptr_array_index (entries, i))->is_retired)
      add_book (self, g_ptr_array_index (entries, i));
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    g_ptr_array_sort (self->values[facet], compare_values);
  return self;
}

void
tonus_library_free (TonusLibrary *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->books);
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    {
      g_hash_table_unref (self->labels[facet]);
      g_ptr_array_unref (self->values[facet]);
    }
  tonus_schema_unref (self->schema);
  g_free (self);
}

GPtrArray *
tonus_library_list_values (TonusLibrary *self, TonusFacet facet)
{
  return self->values[facet];
}

static gboolean
is_chosen (const Book *book, const char *const chosen[TONUS_N_FACETS])
{
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    if (chosen[facet] &&
        !g_strv_contains ((const char *const *) book->values[facet], chosen[facet]))
      return FALSE;
  return TRUE;
}

static Fit
judge (const Book *book, const char *needle)
{
  if (!*needle)
    return FIT_ANYTHING;
  if (g_strv_contains ((const char *const *) book->names, needle))
    return FIT_WHOLE_NAME;
  if (g_str_has_prefix (book->name, needle))
    return FIT_NAME_BEGINS;
  if (tonus_text_matches (book->name, needle))
    return FIT_WORDS_OF_NAME;
  return tonus_text_matches (book->hay, needle) ? FIT_ANYTHING : FIT_NOT;
}

GPtrArray *
tonus_library_find (TonusLibrary *self, const char *typed, const char *const chosen[TONUS_N_FACETS])
{
  g_autofree char *needle = g_strstrip (tonus_text_fold (typed));
  GPtrArray *fits[N_FITS];

  for (int fit = 0; fit < N_FITS; fit++)
    fits[fit] = g_ptr_array_new ();
  for (guint i = 0; i < self->books->len; i++)
    {
      const Book *book = g_ptr_array_index (self->books, i);
      Fit fit = is_chosen (book, chosen) ? judge (book, needle) : FIT_NOT;

      if (fit != FIT_NOT)
        g_ptr_array_add (fits[fit], (gpointer) book->entry);
    }
  for (int fit = 1; fit < N_FITS; fit++)
    {
      g_ptr_array_extend (fits[0], fits[fit], NULL, NULL);
      g_ptr_array_unref (fits[fit]);
    }
  return fits[0];
}

static void
take_into_words (const char *id, const char *label, gpointer data)
{
  GString *words = data;

  g_string_append_printf (words, "%s%s", words->len ? " · " : "", label);
}

char *
tonus_library_describe (TonusLibrary *self, const TonusEntry *exercise)
{
  GString *words = g_string_new (NULL);

  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    take_values (self, exercise, (TonusFacet) facet, take_into_words, words);
  return g_string_free (words, FALSE);
}
