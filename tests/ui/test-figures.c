/* test-figures.c - pictures of exercises on the screen: painted right, none where there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fixture.h"
#include "tonus-figure-paint.h"
#include "tonus-figure-pictures.h"
#include "tonus-figure-view.h"
#include "tonus-figure.h"
#include "tonus-schema.h"

#define SIZE 40

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return *(guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                y * cairo_image_surface_get_stride (surface) + 4 * x);
}

static void
add_square (TonusFigureList *list, double x, double y, double side)
{
  tonus_figure_list_move (list, x, y);
  tonus_figure_list_line (list, x + side, y);
  tonus_figure_list_line (list, x + side, y + side);
  tonus_figure_list_line (list, x, y + side);
  tonus_figure_list_close (list);
}

/* The origin is at the bottom left, a clip ends with its pop. */
static void
test_paint (void)
{
  static const float red[] = { 1, 0, 0 }, blue[] = { 0, 0, 1 };
  g_autoptr (TonusFigureList) list = tonus_figure_list_new (SIZE, SIZE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  add_square (list, 0, 0, 10);
  tonus_figure_list_clip (list);
  add_square (list, 0, 0, 40);
  tonus_figure_list_draw (list, red, NULL, 0);
  tonus_figure_list_pop (list);
  add_square (list, 30, 30, 10);
  tonus_figure_list_draw (list, blue, NULL, 0);
  tonus_figure_paint (cr, list, 0, 0);
  g_assert_cmphex (pixel (surface, 5, 35) & 0xffffff, ==, 0xff0000);
  g_assert_cmphex (pixel (surface, 20, 20) & 0xffffff, ==, 0x000000);
  g_assert_cmphex (pixel (surface, 35, 5) & 0xffffff, ==, 0x0000ff);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static const TonusEntry *
find (const char *id)
{
  return tonus_catalogue_lookup (
      tonus_schema_find_catalogue (tonus_schema_get_default (), "exercise"), id);
}

/* Waited for, drawn when there is time, and kept; the left side is another picture. */
static void
test_pictures (void)
{
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  TonusPictureSize size = { 96, 72, 2, FALSE }, left = { 96, 72, 2, TRUE };
  cairo_surface_t *surface;

  g_assert_true (tonus_figure_pictures_has (pictures, find ("bridge")));
  g_assert_null (tonus_figure_pictures_look (pictures, find ("bridge"), &size));
  g_assert_null (tonus_figure_pictures_look (pictures, find ("bridge"), &left));
  tonus_figure_pictures_finish (pictures);
  surface = tonus_figure_pictures_look (pictures, find ("bridge"), &size);
  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 192);
  g_assert_true (tonus_figure_pictures_look (pictures, find ("bridge"), &left) != surface);
  g_assert_true (tonus_figure_pictures_look (pictures, find ("bridge"), &size) == surface);
}

/* Of every exercise: its own picture, or none. */
static void
test_never_a_wrong_one (void)
{
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  GPtrArray *entries = tonus_catalogue_get_entries (
      tonus_schema_find_catalogue (tonus_schema_get_default (), "exercise"));

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      const char *picture = tonus_entry_get (entry, "picture");
      g_autoptr (TonusPose) pose = tonus_pose_find (picture ? picture : entry->id);
      GtkWidget *view = g_object_ref_sink (tonus_figure_view_new (96, 72));
      const char *name;

      g_assert_cmpint (tonus_figure_pictures_has (pictures, entry), ==, pose != NULL);
      tonus_figure_view_show (TONUS_FIGURE_VIEW (view), entry, FALSE);
      name = atk_object_get_name (gtk_widget_get_accessible (view));
      g_assert_true (g_str_has_prefix (name, pose ? "Picture of " : "No picture of "));
      gtk_widget_destroy (view);
      g_object_unref (view);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/figures/paint", test_paint);
  g_test_add_func ("/ui/figures/pictures", test_pictures);
  g_test_add_func ("/ui/figures/never-a-wrong-one", test_never_a_wrong_one);
  return fixture_finish (g_test_run ());
}
