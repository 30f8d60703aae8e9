/* tonus-photo.c - one or two photos drawn as a picture of an exercise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two stand side by side or above each other, whichever shows them larger.  A frame keeps a photo
 * on white ground from floating.
 */
#include "config.h"

#include "tonus-photo.h"

#include <math.h>

#include "tonus-picture-keep.h"
#include "tonus-place.h"
#include "tonus-sketch.h"

#define MARGIN 1.0
#define RADIUS 4.0
#define FRAME_WIDTH .8
/* In a row of a list two photos need their room more than the arrow between them. */
#define GAP_OF_WIDTH .1
#define LEAST_GAP_WITH_ARROW 12.0
/* Of a circle's quarter as one curve. */
#define ROUND .5523

/* A printer's 200 dots to the inch; more is not seen in a picture of this size. */
#define PRINTED_DENSITY (200 / 72.)
/* Sizes a little different share what was decoded. */
#define PIXEL_STEP 64.0

typedef struct
{
  const TonusPhoto *photos;
  const TonusFigureOptions *options;
  TonusFigureList *list;
  double gap; /* between two */
  GError **error;
} Work;

static double
aspect_of (const TonusPhoto *photo)
{
  return photo->width / (double) photo->height;
}

static guint
count_pixels (const Work *work, const TonusRoom *box)
{
  double longer = MAX (box->width, box->height) * PRINTED_DENSITY;
  double pixels =
      work->options->pixels > 0 ? work->options->pixels : ceil (longer / PIXEL_STEP) * PIXEL_STEP;

  return (guint) CLAMP (pixels, 1, TONUS_IMAGE_KEPT_SIDE);
}

static void
trace_frame (TonusFigureList *list, const TonusRoom *box)
{
  double r = MIN (RADIUS, MIN (box->width, box->height) / 6), k = r * (1 - ROUND);
  double x0 = box->x, y0 = box->y, x1 = x0 + box->width, y1 = y0 + box->height;

  tonus_figure_list_move (list, x0 + r, y0);
  tonus_figure_list_line (list, x1 - r, y0);
  tonus_figure_list_curve (list, x1 - k, y0, x1, y0 + k, x1, y0 + r);
  tonus_figure_list_line (list, x1, y1 - r);
  tonus_figure_list_curve (list, x1, y1 - k, x1 - k, y1, x1 - r, y1);
  tonus_figure_list_line (list, x0 + r, y1);
  tonus_figure_list_curve (list, x0 + k, y1, x0, y1 - k, x0, y1 - r);
  tonus_figure_list_line (list, x0, y0 + r);
  tonus_figure_list_curve (list, x0, y0 + k, x0 + k, y0, x0 + r, y0);
  tonus_figure_list_close (list);
}

/* As wide as @height makes it, in the middle of @room. */
static gboolean
draw_one (const Work *work, guint which, const TonusRoom *room, double height)
{
  const TonusPhoto *photo = &work->photos[which];
  double width = height * aspect_of (photo);
  TonusRoom box = { room->x + (room->width - width) / 2, room->y + (room->height - height) / 2,
                    width, height };
  gboolean is_mono = work->options->palette == TONUS_FIGURE_MONO;
  TonusSketch sketch = { .list = work->list, .palette = work->options->palette, .weight = 1 };
  g_autoptr (TonusImage) image =
      tonus_picture_decode (photo->bytes, photo->name, count_pixels (work, &box), work->error);

  if (image == NULL)
    return FALSE;
  trace_frame (work->list, &box);
  tonus_figure_list_clip (work->list);
  tonus_figure_list_image (work->list, image, is_mono,
                           &(TonusFigurePanel){ box.x, box.y, box.width, box.height });
  tonus_figure_list_pop (work->list);
  trace_frame (work->list, &box);
  tonus_sketch_stroke (&sketch, TONUS_INK_FRAME, FRAME_WIDTH);
  return TRUE;
}

/* The words for it stand right under the photo: in the middle of @words, or from its left on. */
static gboolean
draw_panel (const Work *work, guint which, const TonusRoom *room, double words, double height)
{
  tonus_figure_list_set_panel (work->list, which,
                               &(TonusFigurePanel){ room->x + (room->width - words) / 2,
                                                    room->y + (room->height - height) / 2, words,
                                                    height });
  return draw_one (work, which, room, height);
}

static void
draw_arrow (const Work *work, double x, double y, TonusChevron direction)
{
  TonusSketch sketch = {
    .list = work->list, .palette = work->options->palette, .scale = 1, .weight = 1
  };

  if (work->gap >= LEAST_GAP_WITH_ARROW)
    tonus_sketch_chevron (&sketch, x, y, direction);
}

static gboolean
draw_beside (const Work *work, double height)
{
  double all = work->options->width - work->gap, x = 0;
  double needed[2] = { height * aspect_of (&work->photos[0]) + 2 * MARGIN,
                       height * aspect_of (&work->photos[1]) + 2 * MARGIN };
  double start = MIN (MAX (all / 2, needed[0]), all - needed[1]);
  gboolean is_rtl = work->options->is_right_to_left, is_done = TRUE;

  for (guint i = 0; i < 2 && is_done; i++)
    {
      guint which = is_rtl ? 1 - i : i;
      TonusRoom room = { x, 0, which == 0 ? start : all - start, work->options->height };

      is_done = draw_panel (work, which, &room, room.width, height);
      x += room.width;
      if (i == 0)
        draw_arrow (work, x + work->gap / 2, work->options->height / 2,
                    is_rtl ? TONUS_CHEVRON_LEFT : TONUS_CHEVRON_RIGHT);
      x += work->gap;
    }
  return is_done;
}

static gboolean
draw_stacked (const Work *work, double height)
{
  double width = work->options->width, each = (work->options->height - work->gap) / 2;
  TonusRoom upper = { 0, each + work->gap, width, each }, lower = { 0, 0, width, each };

  if (!draw_panel (work, 0, &upper, height * aspect_of (&work->photos[0]), height))
    return FALSE;
  draw_arrow (work, width / 2, each + work->gap / 2, TONUS_CHEVRON_DOWN);
  return draw_panel (work, 1, &lower, height * aspect_of (&work->photos[1]), height);
}

static gboolean
draw_two (const Work *work)
{
  double width = work->options->width - 2 * MARGIN, height = work->options->height - 2 * MARGIN;
  double aspects[2] = { aspect_of (&work->photos[0]), aspect_of (&work->photos[1]) };
  double beside = MIN (height, (width - work->gap - 2 * MARGIN) / (aspects[0] + aspects[1]));
  double stacked = MIN ((work->options->height - work->gap) / 2 - 2 * MARGIN,
                        width / MAX (aspects[0], aspects[1]));

  return stacked > beside * 1.1 ? draw_stacked (work, stacked) : draw_beside (work, beside);
}

TonusFigureList *
tonus_photo_draw (const TonusPhoto *photos,
                  guint n,
                  const TonusFigureOptions *options,
                  GError **error)
{
  g_autoptr (TonusFigureList) list = tonus_figure_list_new (options->width, options->height);
  Work work = { photos, options, list, MIN (TONUS_PANEL_GAP, options->width * GAP_OF_WIDTH),
                error };
  TonusRoom room = { 0, 0, options->width, options->height };
  double height = MIN (room.height - 2 * MARGIN, (room.width - 2 * MARGIN) / aspect_of (photos));

  if (n == 2 ? !draw_two (&work) : !draw_one (&work, 0, &room, height))
    return NULL;
  tonus_figure_list_trim (list);
  return g_steal_pointer (&list);
}
