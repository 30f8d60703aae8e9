/* tonus-import-exercise.c - one imported exercise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-import-private.h"

#include <string.h>

#include "tonus-text.h"

/* Of the longest id that a row may have, see docs/schema.md. */
#define ID_MAX 40
#define DIGEST_LENGTH 8

/* "90_90_Hamstring" → "90-90-hamstring".  (transfer full) */
static char *
make_slug (const char *source_id, gsize most)
{
  GString *slug = g_string_new (NULL);

  for (const char *at = source_id; *at != '\0' && slug->len < most; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

/* What the letters of an id cannot say is told apart by a digest of the whole. */
static char *
make_id (const char *prefix, const char *source_id)
{
  g_autofree char *whole = make_slug (source_id, ID_MAX - strlen (prefix));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, source_id, -1);
  g_autofree char *slug = make_slug (source_id, ID_MAX - strlen (prefix) - DIGEST_LENGTH - 1);

  if (*whole != '\0' && g_str_equal (whole, source_id))
    return g_strconcat (prefix, whole, NULL);
  digest[DIGEST_LENGTH] = '\0';
  return g_strconcat (prefix, slug, *slug != '\0' ? "-" : "", digest, NULL);
}

TonusImportExercise *
tonus_import_exercise_new (const char *prefix, const char *source_id)
{
  TonusImportExercise *self = g_new0 (TonusImportExercise, 1);

  self->id = make_id (prefix, source_id);
  self->source_id = g_strdup (source_id);
  self->targets = g_ptr_array_new_with_free_func (g_free);
  self->equipment = g_ptr_array_new_with_free_func (g_free);
  self->images = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_import_text_free);
  return self;
}

void
tonus_import_exercise_free (TonusImportExercise *self)
{
  g_free (self->id);
  g_free (self->source_id);
  g_free (self->licence);
  g_free (self->author);
  g_free (self->url);
  g_free (self->region);
  g_free (self->type);
  g_free (self->level);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->equipment);
  g_ptr_array_unref (self->images);
  g_free (self->picture);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

void
tonus_import_text_free (TonusImportText *self)
{
  g_free (self->language);
  g_free (self->name);
  g_ptr_array_unref (self->steps);
  g_free (self->credit);
  g_free (self);
}

char *
tonus_import_clean (const char *text, glong most)
{
  g_autofree char *clean = text != NULL ? tonus_text_clean (text, TRUE) : NULL;
  g_autofree char *cut = NULL;

  if (clean == NULL || *clean == '\0')
    return NULL;
  if (g_utf8_strlen (clean, -1) <= most)
    return g_steal_pointer (&clean);
  cut = g_utf8_substring (clean, 0, most - 1);
  g_strchomp (cut);
  return g_strconcat (cut, "…", NULL);
}

TonusImportText *
tonus_import_text_new (const char *language, const char *name, GPtrArray *lines)
{
  TonusImportText *self = g_new0 (TonusImportText, 1);

  self->language = g_strdup (language);
  self->name = tonus_import_clean (name, TONUS_IMPORT_NAME_MAX);
  self->steps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      char *step = tonus_import_clean (g_ptr_array_index (lines, i), TONUS_IMPORT_STEP_MAX);
      guint last = self->steps->len - 1;

      if (step != NULL && self->steps->len < TONUS_IMPORT_STEPS)
        g_ptr_array_add (self->steps, step);
      else if (step != NULL)
        {
          g_autofree char *before = g_ptr_array_index (self->steps, last);
          g_autofree char *more = g_strconcat (before, " ", step, NULL);

          self->steps->pdata[last] = tonus_import_clean (more, TONUS_IMPORT_STEP_MAX);
          g_free (step);
        }
    }
  if (self->name != NULL && self->steps->len > 0)
    return self;
  tonus_import_text_free (self);
  return NULL;
}

void
tonus_import_exercise_add_text (TonusImportExercise *self, TonusImportText *text)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const TonusImportText *other = g_ptr_array_index (self->texts, i);

      if (g_str_equal (other->language, text->language))
        {
          tonus_import_text_free (text);
          return;
        }
    }
  g_ptr_array_insert (self->texts, g_str_equal (text->language, "en") ? 0 : -1, text);
}

gboolean
tonus_import_image_is_safe (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (*name == '\0' || *name == '/' || strlen (name) > 200 || strpbrk (name, "\\:\r\n") != NULL)
    return FALSE;
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '.' || parts[i][0] == '\0')
      return FALSE;
  return TRUE;
}
