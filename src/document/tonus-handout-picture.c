/* tonus-handout-picture.c - the picture of an exercise, as it goes on the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-picture.h"

#include "tonus-illustration.h"
#include "tonus-picture-name.h"

/* @data: the handout's files. */
static GBytes *
look_up (const char *name, gpointer data)
{
  GBytes *bytes = g_hash_table_lookup (data, name);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static TonusIllustration *
resolve (const TonusHandout *content, const TonusHandoutExercise *exercise)
{
  return tonus_illustration_new (exercise->picture, look_up, content->pictures, NULL);
}

gboolean
tonus_handout_picture_exists (const TonusHandout *content, const TonusHandoutExercise *exercise)
{
  g_autoptr (TonusIllustration) illustration = resolve (content, exercise);

  return illustration != NULL;
}

gboolean
tonus_handout_picture_is_lost (const TonusHandout *content, const TonusHandoutExercise *exercise)
{
  return tonus_picture_is_files (exercise->picture) &&
         !tonus_handout_picture_exists (content, exercise);
}

gboolean
tonus_handout_picture_has_panels (const TonusHandout *content, const TonusHandoutExercise *exercise)
{
  g_autoptr (TonusIllustration) illustration = resolve (content, exercise);

  return illustration != NULL && tonus_illustration_has_panels (illustration);
}

/* Nobody has described the picture in this language, but the steps say the same. */
static char *
join_steps (const TonusHandoutExercise *exercise)
{
  GString *text = g_string_new (exercise->name);

  for (guint i = 0; i < exercise->steps->len; i++)
    g_string_append_printf (text, "%s %s", i == 0 ? ":" : "",
                            (const char *) g_ptr_array_index (exercise->steps, i));
  return g_string_free (text, FALSE);
}

char *
tonus_handout_picture_describe (const TonusHandout *content, const TonusHandoutExercise *exercise)
{
  g_autoptr (TonusIllustration) illustration = resolve (content, exercise);
  const char *text =
      illustration != NULL ? tonus_illustration_describe (illustration, content->language) : NULL;

  return text != NULL ? g_strdup (text) : join_steps (exercise);
}

TonusFigureList *
tonus_handout_picture_draw (const TonusHandout *content,
                            const TonusHandoutExercise *exercise,
                            const TonusHandoutPictureSize *size)
{
  g_autoptr (TonusIllustration) illustration = resolve (content, exercise);
  /* Whatever the card's size: a photo that is shown twice is the same then, and stored once. */
  const TonusFigureOptions options = { .width = size->width,
                                       .height = size->height,
                                       .palette =
                                           size->is_mono ? TONUS_FIGURE_MONO : TONUS_FIGURE_COLOUR,
                                       .is_mirrored = exercise->is_left,
                                       .is_right_to_left = size->is_rtl,
                                       .pixels = TONUS_PHOTO_PIXELS };

  /* The one error is a size without room for a figure, which cards do not have. */
  return illustration != NULL ? tonus_illustration_draw (illustration, &options, NULL) : NULL;
}

gboolean
tonus_handout_picture_reaches (
    const TonusFigureList *list, double x0, double y0, double x1, double y1)
{
  guint n;
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n);
  double height = tonus_figure_list_get_height (list);

  /* What is beyond the list's size is not shown. */
  x1 = MIN (x1, tonus_figure_list_get_width (list));
  y1 = MIN (y1, height);
  for (guint i = 0; i < n; i++)
    {
      guint last = segments[i].kind == 'C' ? 4 : 0;
      double x = segments[i].p[last], y = height - segments[i].p[last + 1];

      if (segments[i].kind != 'Z' && x >= MAX (x0, 0) && x <= x1 && y >= MAX (y0, 0) && y <= y1)
        return TRUE;
    }
  return FALSE;
}

double
tonus_handout_picture_margin (const TonusFigureList *list, gboolean is_right, double depth)
{
  guint n;
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n);
  double width = tonus_figure_list_get_width (list), margin = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      guint last = segments[i].kind == 'C' ? 4 : 0;
      double x = segments[i].p[last];
      double y = tonus_figure_list_get_height (list) - segments[i].p[last + 1];

      if (segments[i].kind != 'Z' && x >= 0 && x <= width && y >= 0 && y <= depth)
        margin = MIN (margin, is_right ? width - x : x);
    }
  return margin;
}
