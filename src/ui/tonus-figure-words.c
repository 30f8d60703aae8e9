/* tonus-figure-words.c - what a picture says to somebody who does not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-pictures.h"
#include "tonus-figure-words.h"
#include "tonus-figure.h"

#define N_STEPS 6

/* In the therapist's language, if the picture has words in it.  (transfer full) (nullable) */
static char *
describe_pose (const TonusEntry *exercise)
{
  const char *const *languages = g_get_language_names ();
  g_autoptr (TonusPose) pose = tonus_pose_find (tonus_figure_pose_of (exercise));

  for (guint i = 0; pose && languages[i]; i++)
    {
      g_autofree char *language = g_ascii_strdown (languages[i], 2);
      const char *words = tonus_pose_describe (pose, g_str_equal (language, "c") ? "en" : language);

      if (words)
        return g_strdup (words);
    }
  return pose ? g_strdup (tonus_pose_describe (pose, "en")) : NULL;
}

char *
tonus_figure_words_name (const TonusEntry *exercise)
{
  gboolean has_one = tonus_figure_pictures_has (tonus_figure_pictures_get_default (), exercise);

  return g_strdup_printf (has_one ? _ ("Picture of %s") : _ ("No picture of %s"),
                          tonus_entry_label (exercise));
}

char *
tonus_figure_words_describe (const TonusEntry *exercise)
{
  char *shown = describe_pose (exercise);
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
