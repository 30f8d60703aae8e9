/* test-contrast.c - all text stands out from what is behind it, in every view and theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view is drawn as it is on the screen.  Behind a text is the colour most of its area has; the
 * text's own is what the style says, thinned by every opacity above it, because the pixels of thin
 * letters are mixed with what is behind them.  They are looked at all the same: a text that is not
 * there would have a colour, too.  4.5:1 is WCAG 2.1, success criterion 1.4.3.
 */
#include "config.h"
#include <math.h>
#include <string.h>
#include "fixture.h"
#include "views.h"

#define LEAST 4.5
#define LEAST_ON_SCREEN 2.5
#define MOST_SCREENS 20

typedef struct
{
  const char *view;
  cairo_surface_t *picture;
  GHashTable *told;
  guint n_wrong;
  guint n_looked_at;
} Walk;

typedef struct
{
  double red, green, blue;
} Colour;

static double
lighten (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (Colour colour)
{
  return 0.2126 * lighten (colour.red) + 0.7152 * lighten (colour.green) +
         0.0722 * lighten (colour.blue);
}

static double
get_contrast (Colour a, Colour b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static Colour
unpack (guint32 pixel)
{
  return (Colour){ ((pixel >> 16) & 0xff) / 255.0, ((pixel >> 8) & 0xff) / 255.0,
                   (pixel & 0xff) / 255.0 };
}

static guint32
get_pixel (cairo_surface_t *picture, int x, int y)
{
  const guchar *row =
      cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);
  guint32 pixel;

  memcpy (&pixel, row + x * 4, sizeof pixel);
  return pixel & 0xffffff;
}

/* The colour of most pixels of the area, and how far the farthest one is from it. */
static Colour
look_behind (cairo_surface_t *picture, const GdkRectangle *area, double *on_screen)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer pixel, count;
  guint most = 0;
  guint32 behind = 0;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        gpointer key = GUINT_TO_POINTER (get_pixel (picture, x, y));
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            behind = GPOINTER_TO_UINT (key);
          }
      }
  *on_screen = 1;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &count))
    *on_screen =
        MAX (*on_screen, get_contrast (unpack (GPOINTER_TO_UINT (pixel)), unpack (behind)));
  return unpack (behind);
}

static double
mix (double over, double under, double share)
{
  return over * share + under * (1 - share);
}

static Colour
get_text_colour (GtkWidget *widget, Colour behind)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double share;
  GdkRGBA colour;

  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &colour);
  share = colour.alpha;
  for (GtkWidget *w = widget; w; w = gtk_widget_get_parent (w))
    {
      GtkStyleContext *above = gtk_widget_get_style_context (w);
      double opacity = 1;

      gtk_style_context_get (above, gtk_style_context_get_state (above), "opacity", &opacity, NULL);
      share *= opacity * gtk_widget_get_opacity (w);
    }
  return (Colour){ mix (colour.red, behind.red, share), mix (colour.green, behind.green, share),
                   mix (colour.blue, behind.blue, share) };
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  return GTK_IS_ENTRY (widget) && *gtk_entry_get_text (GTK_ENTRY (widget)) != '\0';
}

static void
tell (Walk *self, GtkWidget *widget, double contrast, double on_screen)
{
  g_autofree char *who = views_describe (widget);

  if (!g_hash_table_add (self->told, g_strdup (who)))
    return;
  g_print ("# %s: %s has %.1f:1 (%.1f:1 on the screen)\n", self->view, who, contrast, on_screen);
  self->n_wrong++;
}

static void
check_text (GtkWidget *widget, gpointer data)
{
  Walk *self = data;
  GdkRectangle area;
  double contrast, on_screen;
  Colour behind;

  /* What cannot be used now may be pale (WCAG), and what one is dragging over is not read. */
  if (!has_text (widget) || !gtk_widget_is_sensitive (widget) || !views_get_seen (widget, &area) ||
      area.width < gtk_widget_get_allocated_width (widget) ||
      area.height < gtk_widget_get_allocated_height (widget) ||
      gtk_widget_get_opacity (widget) < 0.01)
    return;
  /* An entry's edge is not its text, nor is what is marked in it. */
  if (GTK_IS_ENTRY (widget) &&
      gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), NULL, NULL))
    return;
  if (GTK_IS_ENTRY (widget))
    area = (GdkRectangle){ area.x + 4, area.y + 4, area.width - 8, area.height - 8 };
  self->n_looked_at++;
  behind = look_behind (self->picture, &area, &on_screen);
  contrast = get_contrast (get_text_colour (widget, behind), behind);
  if (contrast < LEAST || on_screen < LEAST_ON_SCREEN)
    tell (self, widget, contrast, on_screen);
}

static void
look (Walk *self, GtkWidget *window)
{
  cairo_t *cr;

  self->picture =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_allocated_width (window),
                                  gtk_widget_get_allocated_height (window));
  cr = cairo_create (self->picture);
  gtk_widget_draw (window, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->picture);
  fixture_walk (window, check_text, self);
  cairo_surface_destroy (self->picture);
}

typedef struct
{
  guint screen;
  gboolean is_more;
} Scroll;

static void
scroll (GtkWidget *widget, gpointer data)
{
  Scroll *self = data;
  GtkAdjustment *adjustment;
  double most;

  if (!GTK_IS_SCROLLED_WINDOW (widget) || !gtk_widget_get_mapped (widget))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gtk_adjustment_set_value (
      adjustment, MIN (most, self->screen * gtk_adjustment_get_page_size (adjustment) / 2));
  self->is_more |= gtk_adjustment_get_value (adjustment) + 1 < most;
}

static void
visit (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;
  Scroll scrolled = { 0, TRUE };

  self->view = view;
  while (scrolled.is_more && scrolled.screen < MOST_SCREENS)
    {
      scrolled.is_more = FALSE;
      fixture_walk (GTK_WIDGET (window), scroll, &scrolled);
      views_settle ();
      look (self, GTK_WIDGET (window));
      scrolled.screen++;
    }
}

static void
walk (const char *theme, gboolean is_dark)
{
  Walk self = { 0 };
  TonusWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-theme-name", theme,
                "gtk-application-prefer-dark-theme", is_dark, NULL);
  window = views_window_new (1024, 640);
  self.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  views_walk (window, visit, &self);
  g_print ("# %s: %u looked at, %u wrong\n", theme, self.n_looked_at, self.n_wrong);
  g_assert_cmpuint (self.n_looked_at, >, 1000);
  g_assert_cmpuint (self.n_wrong, ==, 0);
  gtk_widget_destroy (GTK_WIDGET (window));
  g_hash_table_unref (self.told);
}

static void
test_light (void)
{
  walk ("Adwaita", FALSE);
}

static void
test_dark (void)
{
  walk ("Adwaita", TRUE);
}

static void
test_high (void)
{
  walk ("HighContrast", FALSE);
}

/* The ruler itself: black on white is 21:1, and a grey everybody knows is just short. */
static void
test_ruler (void)
{
  Colour white = { 1, 1, 1 }, black = { 0, 0, 0 }, grey = unpack (0x777777);

  g_assert_cmpfloat_with_epsilon (get_contrast (white, black), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (get_contrast (white, grey), 4.48, 0.01);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  views_init ();
  g_test_add_func ("/ui/contrast/ruler", test_ruler);
  g_test_add_func ("/ui/contrast/light", test_light);
  g_test_add_func ("/ui/contrast/dark", test_dark);
  g_test_add_func ("/ui/contrast/high", test_high);
  return fixture_finish (g_test_run ());
}
