/* bench-page.c - the same page of text by the page layer and by cairo with Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both draw the title and the paragraphs of a handout in the same sizes, breaking the lines
 * themselves, and return the file in memory.  Each round times one of each; the median of the
 * rounds' ratios is printed.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>

#include "tonus-flow.h"

#define N_ROUNDS 201
#define N_WARM_UP 20
#define N_EXERCISES 6
#define LEFT 50.0
#define WIDTH 495.0
#define BODY 10.0
#define LEADING 13.5

static const char *const titles[N_EXERCISES] = {
  "1. Kniebeuge an der Wand",    "2. Ausfallschritt – vorwärts",
  "3. Pont fessier (élévation)", "4. Вращение плеча с лентой",
  "5. Căng cơ đùi sau (ngồi)",   "6. Ćwiczenie równowagi – jedna noga",
};
static const char text[] =
    "Stehen Sie aufrecht, die Füße hüftbreit. Atmen Sie ein und senken Sie langsam das Gesäß, bis "
    "die "
    "Oberschenkel etwa parallel zum Boden sind; die Knie bleiben über den Füßen. Halten Sie zwei "
    "Sekunden, "
    "atmen Sie aus und kommen Sie wieder hoch. Schmerz über 4/10: Bewegung verkleinern oder "
    "pausieren. "
    "Keep the back long and breathe; stop if you feel dizzy, and call the clinic when pain stays.";

static const char *const endings[N_EXERCISES] = {
  "Sit tall, hands on the thighs, look ahead; three sets of ten, twice a day, rest one minute.",
  "Lie on your side with knees bent, lift the upper knee slowly, do not roll back; hold five "
  "seconds.",
  "Step up with the right foot first, push through the heel, lower with control; use the rail.",
  "Pull the band towards the chest, squeeze the shoulder blades, keep the neck soft; fifteen "
  "times.",
  "Walk ten minutes at an easy pace on flat ground; add one minute every other day if all is well.",
  "Stand on one leg near a table, eyes open, twenty seconds; later close the eyes, later turn the "
  "head.",
};

static gsize
draw_with_tonus (gboolean has_fresh_words, guint round)
{
  const TonusPdfInfo info = { .title = "Your home exercises", .language = "de" };
  const TonusColour black = { 0, 0, 0 };
  const TonusTextStyle style = { TONUS_FONT_REGULAR, BODY, LEADING, black };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPdf) pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);
  g_autoptr (GBytes) bytes = NULL;
  double y = 72;

  g_assert_no_error (error);
  tonus_pdf_add_page (pdf);
  for (guint i = 0; i < N_EXERCISES; i++)
    {
      g_autofree char *body =
          g_strdup_printf ("%s %s %u", text, endings[i], has_fresh_words ? round : 0);
      g_autoptr (GPtrArray) lines = tonus_flow_break (pdf, &style, body, WIDTH);

      tonus_pdf_open_tag (pdf, TONUS_TAG_H2, NULL);
      tonus_pdf_show (pdf, TONUS_FONT_BOLD, 12, black, LEFT, y, titles[i]);
      tonus_pdf_close_tag (pdf);
      y += 18;
      tonus_pdf_open_tag (pdf, TONUS_TAG_P, NULL);
      for (guint j = 0; j < lines->len; j++, y += LEADING)
        tonus_pdf_show (pdf, TONUS_FONT_REGULAR, BODY, black, LEFT, y,
                        g_ptr_array_index (lines, j));
      tonus_pdf_close_tag (pdf);
      y += 10;
    }
  bytes = tonus_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  return g_bytes_get_size (bytes);
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static double
show_layout (cairo_t *cr, PangoLayout *layout, const char *font, const char *body, double y)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, body, -1);
  cairo_move_to (cr, LEFT, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return y + (double) height / PANGO_SCALE;
}

static gsize
draw_with_cairo (gboolean has_fresh_words, guint round)
{
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, &size, 595.28, 841.89);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  double y = 60;

  /* One layout unit is a point, as on the other side. */
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_width (layout, (int) (WIDTH * PANGO_SCALE));
  for (guint i = 0; i < N_EXERCISES; i++)
    {
      g_autofree char *body =
          g_strdup_printf ("%s %s %u", text, endings[i], has_fresh_words ? round : 0);

      y = show_layout (cr, layout, "Noto Sans Bold 12", titles[i], y);
      y = show_layout (cr, layout, "Noto Sans 10", body, y) + 10;
    }
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return size;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
run (gboolean has_fresh_words, const char *name)
{
  double ratios[N_ROUNDS], ours[N_ROUNDS], theirs[N_ROUNDS];
  gsize our_size = 0, their_size = 0;

  for (guint i = 0; i < N_ROUNDS + N_WARM_UP; i++)
    {
      gint64 start = g_get_monotonic_time (), middle, end;

      our_size = draw_with_tonus (has_fresh_words, i);
      middle = g_get_monotonic_time ();
      their_size = draw_with_cairo (has_fresh_words, i);
      end = g_get_monotonic_time ();
      if (i < N_WARM_UP)
        continue;
      ours[i - N_WARM_UP] = (double) (middle - start);
      theirs[i - N_WARM_UP] = (double) (end - middle);
      ratios[i - N_WARM_UP] = (double) (middle - start) / (double) (end - middle);
    }
  qsort (ratios, N_ROUNDS, sizeof ratios[0], compare_doubles);
  qsort (ours, N_ROUNDS, sizeof ours[0], compare_doubles);
  qsort (theirs, N_ROUNDS, sizeof theirs[0], compare_doubles);
  printf ("%s: time %.2f of cairo (%.2f ms against %.2f ms), size %.2f of cairo (%zu against %zu "
          "bytes)\n",
          name, ratios[N_ROUNDS / 2], ours[N_ROUNDS / 2] / 1000, theirs[N_ROUNDS / 2] / 1000,
          (double) our_size / (double) their_size, our_size, their_size);
}

int
main (void)
{
  run (FALSE, "same page again");
  run (TRUE, "page with new words");
  return EXIT_SUCCESS;
}
