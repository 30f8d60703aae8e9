/* tonus-figure-words.c - what a picture says to somebody who does not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-pictures.h"
#include "tonus-figure-words.h"

#define N_STEPS 6

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
  GString *words = g_string_new (NULL);

  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%u", i);
      const char *step = tonus_entry_get (exercise, column);

      if (step)
        g_string_append_printf (words, "%s%s", words->len ? " " : "", step);
    }
  return g_string_free (words, FALSE);
}
