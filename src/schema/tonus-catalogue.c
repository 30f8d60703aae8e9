/* tonus-catalogue.c - a list of rows to choose from: muscles, motions, techniques, exercises,
 * grades
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-catalogue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-schema-private.h"
#include "tonus-text.h"

TonusCatalogue *
tonus_catalogue_new (const char *id)
{
  TonusCatalogue *self = g_new0 (TonusCatalogue, 1);

  self->id = id;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

gboolean
tonus_catalogue_add (TonusCatalogue *self, TonusEntry *entry)
{
  if (g_hash_table_contains (self->by_id, entry->id))
    {
      tonus_entry_free (entry);
      return FALSE;
    }

  entry->index = self->entries->len;
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, entry->id, entry);
  return TRUE;
}

void
tonus_catalogue_free (TonusCatalogue *self)
{
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_id);
  g_strfreev (self->columns);
  g_strfreev (self->patient);
  g_free (self);
}

void
tonus_entry_free (TonusEntry *self)
{
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_free (self);
}

const char *
tonus_catalogue_get_id (const TonusCatalogue *self)
{
  return self->id;
}

const char *
tonus_catalogue_get_label (const TonusCatalogue *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

GPtrArray *
tonus_catalogue_get_entries (const TonusCatalogue *self)
{
  return self->entries;
}

const TonusEntry *
tonus_catalogue_lookup (const TonusCatalogue *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* How well what was typed fits a row, worst first. */
typedef enum
{
  FIT_NONE,
  FIT_WORDS,
  FIT_BEGINNING,
  FIT_ID,
  FIT_LABEL
} Fit;

/* Fewer letters say too little to take the one row that begins so, where others have them as well.
 */
#define TELLING 3

/* Words only: "L4–5, Central PA" has the word "pa". */
static char *
fold_words (const char *text)
{
  char *folded = tonus_text_fold (text);

  return g_strdelimit (folded, "()[],;:/-", ' ');
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n;
}

/* Does some word of the row begin with each word typed?  "4-" and "2+" are no words: next to
 * another grade they would be taken for it. */
static gboolean
has_words (const TonusEntry *entry, const char *folded, guint letters)
{
  g_autofree char *words = fold_words (tonus_entry_label (entry));
  g_autofree char *needle = fold_words (folded);

  return !entry->is_retired && count_letters (needle) >= letters &&
         tonus_text_matches (words, needle);
}

static Fit
fit_of (const TonusEntry *entry, const char *folded)
{
  g_autofree char *label = tonus_text_fold (tonus_entry_label (entry));

  if (g_str_equal (label, folded))
    return FIT_LABEL;
  if (g_str_equal (entry->id, folded))
    return FIT_ID;

  /* What is no longer offered is found by its full name only. */
  if (entry->is_retired)
    return FIT_NONE;
  if (g_str_has_prefix (label, folded) || g_str_has_prefix (entry->id, folded))
    return FIT_BEGINNING;
  return has_words (entry, folded, TELLING) ? FIT_WORDS : FIT_NONE;
}

const TonusEntry *
tonus_catalogue_find_typed (const TonusCatalogue *self, const char *text)
{
  g_autofree char *clean = tonus_text_clean (text, TRUE);
  g_autofree char *folded = tonus_text_fold (clean);
  const TonusEntry *best = tonus_catalogue_lookup (self, clean);
  Fit best_fit = FIT_NONE;
  guint n_best = 0, n_fitting = 0;

  if (best != NULL || folded[0] == '\0')
    return best;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (self->entries, i);
      Fit fit = fit_of (entry, folded);

      n_fitting += fit != FIT_NONE || has_words (entry, folded, 1);
      if (fit == FIT_NONE || fit < best_fit)
        continue;
      n_best = fit > best_fit ? 1 : n_best + 1;
      best = entry;
      best_fit = fit;
    }
  if (best_fit == FIT_BEGINNING && n_fitting > 1 && g_utf8_strlen (folded, -1) < TELLING)
    return NULL;
  return n_best == 1 ? best : NULL;
}

static gboolean
is_called (const TonusEntry *entry, const char *folded)
{
  g_autofree char *english = tonus_text_fold (entry->label);
  g_autofree char *label = tonus_text_fold (tonus_entry_label (entry));

  return g_str_equal (english, folded) || g_str_equal (label, folded) ||
         g_str_equal (entry->id, folded);
}

const TonusEntry *
tonus_catalogue_find_called (const TonusCatalogue *self, const char *text)
{
  g_autofree char *clean = tonus_text_clean (text, TRUE);
  g_autofree char *folded = tonus_text_fold (clean);
  const TonusEntry *found = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->is_retired || !is_called (entry, folded))
        continue;
      if (found)
        return NULL;
      found = entry;
    }
  return found;
}

const char *
tonus_entry_label (const TonusEntry *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

const char *
tonus_entry_get (const TonusEntry *self, const char *column)
{
  return self->attributes != NULL ? g_hash_table_lookup (self->attributes, column) : NULL;
}

double
tonus_entry_get_number (const TonusEntry *self, const char *column, double otherwise)
{
  double number = otherwise;

  tonus_number_parse (tonus_entry_get (self, column), &number);
  return number;
}

const char *
tonus_entry_get_in (const TonusEntry *self, const char *column, const char *language)
{
  g_autofree char *tag = g_ascii_strdown (language != NULL ? language : "", -1);

  /* "pt-br", then "pt". */
  g_strdelimit (tag, "_", '-');
  while (tag[0] != '\0')
    {
      g_autofree char *key = g_strdup_printf ("%s[%s]", column, tag);
      const char *text = tonus_entry_get (self, key);
      if (text != NULL)
        return text;

      char *dash = strrchr (tag, '-');
      *(dash != NULL ? dash : tag) = '\0';
    }
  return NULL;
}

const char *
tonus_entry_get_local (const TonusEntry *self, const char *column, const char *language)
{
  const char *text = tonus_entry_get_in (self, column, language);

  return text != NULL ? text : tonus_entry_get (self, column);
}
