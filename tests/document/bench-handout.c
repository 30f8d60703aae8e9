/* bench-handout.c - a patient's handout by the document floor and the same page by cairo with Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ours plans the page, tags it and writes it; cairo is told where things go and draws the same
 * words in the same sizes with the same boxes and the same pictures, one layout a paragraph, broken
 * by Pango.  Each round times one of each; the median of the rounds' ratios is printed.
 */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>

#include "figure-cairo.h"
#include "picture-maker.h"
#include "sample-dossier.h"
#include "tonus-handout-picture.h"
#include "tonus-handout.h"
#include "tonus-id.h"

#define N_ROUNDS 201
#define N_WARM_UP 20
#define N_EXERCISES 4
/* What a card of the compact page gives its picture. */
#define PICTURE_WIDTH 179
#define PICTURE_HEIGHT 112

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  double x, y, width;
} Pen;

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
show (Pen *pen, const char *font, const char *text)
{
  PangoFontDescription *description;
  int height;

  if (text == NULL)
    return;
  description = pango_font_description_from_string (font);
  pango_layout_set_font_description (pen->layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (pen->layout, (int) (pen->width * PANGO_SCALE));
  pango_layout_set_text (pen->layout, text, -1);
  cairo_move_to (pen->cr, pen->x, pen->y);
  pango_cairo_show_layout (pen->cr, pen->layout);
  pango_layout_get_size (pen->layout, NULL, &height);
  pen->y += (double) height / PANGO_SCALE;
}

static void
fill (Pen *pen, double x, double y, double width, double height, double grey)
{
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_set_source_rgb (pen->cr, grey, grey, 1);
  cairo_fill (pen->cr);
  cairo_set_source_rgb (pen->cr, 0.1, 0.1, 0.2);
}

/* The same list that our own page shows, solved already. */
static void
draw_picture (
    Pen *pen, const TonusHandout *content, const TonusHandoutExercise *exercise, double x, double y)
{
  const TonusHandoutPictureSize size = { .width = PICTURE_WIDTH, .height = PICTURE_HEIGHT };
  g_autoptr (TonusFigureList) list = tonus_handout_picture_draw (content, exercise, &size);

  if (list == NULL)
    return;
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x, y + PICTURE_HEIGHT);
  cairo_scale (pen->cr, 1, -1);
  figure_cairo_play (pen->cr, list);
  cairo_restore (pen->cr);
}

static void
draw_card (Pen *pen,
           const TonusHandout *content,
           const TonusHandoutExercise *exercise,
           guint number)
{
  double top = pen->y;
  g_autofree char *label = g_strdup_printf ("%u", number);

  fill (pen, 42, top + 4, 193, 116, 0.96);
  draw_picture (pen, content, exercise, 46, top + 6);
  cairo_rectangle (pen->cr, 36, top, 523, 140);
  cairo_stroke (pen->cr);
  cairo_arc (pen->cr, 57, top + 21, 11, 0, 2 * G_PI);
  cairo_fill (pen->cr);
  *pen = (Pen){ pen->cr, pen->layout, 250, top + 8, 300 };
  show (pen, "Noto Sans Bold 14", exercise->name);
  show (pen, "Noto Sans Bold 17", exercise->dose);
  for (guint i = 0; i < exercise->chips->len; i++)
    {
      fill (pen, pen->x, pen->y, 80, 14, 0.9);
      show (pen, "Noto Sans Bold 9.5", exercise->chips->pdata[i]);
    }
  for (guint i = 0; i < exercise->steps->len; i++)
    {
      double line = pen->y;
      g_autofree char *step = g_strdup_printf ("%u.", i + 1);

      show (pen, "Noto Sans Bold 10.5", step);
      *pen = (Pen){ pen->cr, pen->layout, 266, line, 284 };
      show (pen, "Noto Sans 10.5", exercise->steps->pdata[i]);
      pen->x = 250;
    }
  show (pen, "Noto Sans 10.5", exercise->feel);
  show (pen, "Noto Sans Bold 10.5", exercise->cue);
  fill (pen, 42, top + 122, 511, 16, 0.97);
  *pen = (Pen){ pen->cr, pen->layout, 50, top + 123, 500 };
  show (pen, "Noto Sans Bold 10.5", exercise->stop);
  *pen = (Pen){ pen->cr, pen->layout, 44, top + 10, 200 };
  show (pen, "Noto Sans Bold 12", label);
  pen->y = top + 146;
}

static void
draw_week (Pen *pen, const TonusHandout *content)
{
  for (guint i = 0; i < content->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = content->exercises->pdata[i];
      double line = pen->y;

      *pen = (Pen){ pen->cr, pen->layout, 36, line, 180 };
      show (pen, "Noto Sans 10", exercise->name);
      for (guint day = 0; day < 7; day++)
        for (guint box = 0; box < exercise->times_a_day; box++)
          {
            cairo_rectangle (pen->cr, 220 + day * 48 + box * 13, line, 11, 11);
            cairo_stroke (pen->cr);
          }
      pen->y = line + 16;
    }
  for (guint day = 0; day < 7; day++)
    {
      *pen = (Pen){ pen->cr, pen->layout, 220 + day * 48, pen->y, 48 };
      show (pen, "Noto Sans Bold 10", content->days[day]);
    }
}

static void
draw_page (Pen *pen, const TonusHandout *content)
{
  const char *rest[] = { content->advice, content->safety, content->emergency, content->questions };

  show (pen, "Noto Sans Bold 13", content->clinic);
  show (pen, "Noto Sans Bold 21", content->title);
  *pen = (Pen){ pen->cr, pen->layout, 380, 20, 180 };
  show (pen, "Noto Sans 10.5", content->label_for);
  show (pen, "Noto Sans Bold 10.5", content->patient);
  show (pen, "Noto Sans Bold 10.5", content->therapist);
  show (pen, "Noto Sans Bold 10.5", content->date);
  pen->y = 82;
  for (guint i = 0; i < content->exercises->len; i++)
    draw_card (pen, content, content->exercises->pdata[i], i + 1);
  draw_week (pen, content);
  *pen = (Pen){ pen->cr, pen->layout, 36, pen->y + 10, 520 };
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    show (pen, "Noto Sans 10", rest[i]);
}

static gsize
draw_with_cairo (const TonusHandout *content)
{
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, &size, 595.28, 841.89);
  Pen pen = { cairo_create (surface), NULL, 36, 18, 330 };

  pen.layout = pango_cairo_create_layout (pen.cr);
  /* One layout unit is a point, as on the other side. */
  pango_cairo_context_set_resolution (pango_layout_get_context (pen.layout), 72);
  draw_page (&pen, content);
  g_object_unref (pen.layout);
  cairo_destroy (pen.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return size;
}

static gsize
draw_with_tonus (const TonusHandout *content)
{
  const TonusHandoutOptions options = { .paper = TONUS_PAPER_A4 };
  g_autoptr (GBytes) pdf = tonus_handout_render (content, &options, NULL);

  return g_bytes_get_size (pdf);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times)
{
  qsort (times, N_ROUNDS, sizeof times[0], compare_doubles);
  return times[N_ROUNDS / 2];
}

/* A photo as large as they are kept, and as busy as a room with a person in it. */
static void
add_photo (TonusHandout *content, guint which)
{
  TonusHandoutExercise *exercise = content->exercises->pdata[which];
  g_autoptr (GBytes) bytes = picture_make_busy_jpeg (1000, 667, which);
  g_autofree char *hash = tonus_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *name = g_strconcat (hash, ".jpg", NULL);

  g_free (exercise->picture);
  exercise->picture = g_strconcat (name, ";", NULL);
  g_hash_table_insert (content->pictures, name, g_bytes_ref (bytes));
}

static void
measure_photos (const TonusDossier *dossier)
{
  g_autoptr (TonusHandout) content = tonus_handout_new (dossier, "en", 0);
  double first, times[N_ROUNDS];
  gsize size = 0;

  for (guint i = 0; i < 3; i++)
    add_photo (content, i);
  for (guint i = 0; i <= N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      size = draw_with_tonus (content);
      (i == 0 ? &first : times)[i == 0 ? 0 : i - 1] = (double) (g_get_monotonic_time () - start);
    }
  printf ("the same with 3 photos: first %.1f ms, then %.2f ms, %zu bytes\n", first / 1000,
          median (times) / 1000, size);
}

int
main (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  double ratios[N_ROUNDS], ours[N_ROUNDS], theirs[N_ROUNDS];
  gsize our_size = 0, their_size = 0;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.program = sample_program (N_EXERCISES, FALSE);
  g_autoptr (TonusHandout) content = tonus_handout_new (&dossier, "en", 0);
  for (guint i = 0; i < N_ROUNDS + N_WARM_UP; i++)
    {
      guint place = i < N_WARM_UP ? 0 : i - N_WARM_UP;
      gint64 start = g_get_monotonic_time (), middle;

      our_size = draw_with_tonus (content);
      middle = g_get_monotonic_time ();
      their_size = draw_with_cairo (content);
      ours[place] = (double) (middle - start);
      theirs[place] = (double) (g_get_monotonic_time () - middle);
      ratios[place] = ours[place] / theirs[place];
    }
  printf ("handout of %d exercises: time %.2f of cairo (%.2f ms against %.2f ms), size %.2f of "
          "cairo (%zu "
          "against %zu bytes); targets 1.0 and 0.6\n",
          N_EXERCISES, median (ratios), median (ours) / 1000, median (theirs) / 1000,
          (double) our_size / (double) their_size, our_size, their_size);
  measure_photos (&dossier);
  return EXIT_SUCCESS;
}
