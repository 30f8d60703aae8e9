/* tonus-figure-words.c - what a picture says to somebody who does not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-pictures.h"
#include "tonus-figure-words.h"
#include "tonus-picture-name.h"

#define N_STEPS 6

static gboolean
is_photo (const char *picture)
{
  g_auto (GStrv) files = tonus_picture_split (picture);

  return files && files[0] && tonus_picture_name_is_photo (files[0]);
}

/* In the therapist's language, if the picture has words in it.  (transfer full) (nullable) */
static char *
describe_picture (const TonusEntry *exercise)
{
  const char *const *languages = g_get_language_names ();
  const char *picture = tonus_figure_picture_of (exercise);
  /* A photo has none, and to look into it would take a while. */
  g_autoptr (TonusIllustration) illustration =
      is_photo (picture)
          ? NULL
          : tonus_figure_pictures_resolve (tonus_figure_pictures_get_default (), picture);

  for (guint i = 0; illustration && languages[i]; i++)
    {
      g_autofree char *language = g_ascii_strdown (languages[i], 2);
      const char *words =
          tonus_illustration_describe (illustration, g_str_equal (language, "c") ? "en" : language);

      if (words)
        return g_strdup (words);
    }
  return illustration ? g_strdup (tonus_illustration_describe (illustration, "en")) : NULL;
}

char *
tonus_figure_words_name (const char *picture, const char *name)
{
  gboolean has_one = tonus_figure_pictures_has (tonus_figure_pictures_get_default (), picture);

  return g_strdup_printf (has_one ? _ ("Picture of %s") : _ ("No picture of %s"), name);
}

char *
tonus_figure_words_describe (const TonusEntry *exercise)
{
  char *shown = describe_picture (exercise);
  GString *words;

  if (shown)
    return shown;
  words = g_string_new (NULL);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%u", i);
      const char *step = tonus_entry_get (exercise, column);

      if (step)
        g_string_append_printf (words, "%s%s", words->len ? " " : "", step);
    }
  return g_string_free (words, FALSE);
}
