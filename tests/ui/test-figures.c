/* test-figures.c - pictures of exercises on the screen: painted right, none where there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include "fixture.h"
#include "picture-maker.h"
#include "tonus-figure-paint.h"
#include "tonus-figure-pictures.h"
#include "tonus-figure-view.h"
#include "tonus-figure.h"
#include "tonus-practice-pictures.h"
#include "tonus-schema.h"
#include "tonus-window.h"

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

/* Waited for, drawn when there is time, and kept; the left side is another picture. */
static void
test_pictures (void)
{
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  TonusPictureSize size = { 96, 72, 2, FALSE }, left = { 96, 72, 2, TRUE };
  cairo_surface_t *surface;

  g_assert_true (tonus_figure_pictures_has (pictures, "bridge"));
  g_assert_null (tonus_figure_pictures_look (pictures, "bridge", &size));
  g_assert_null (tonus_figure_pictures_look (pictures, "bridge", &left));
  tonus_figure_pictures_finish (pictures);
  surface = tonus_figure_pictures_look (pictures, "bridge", &size);
  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 192);
  g_assert_true (tonus_figure_pictures_look (pictures, "bridge", &left) != surface);
  g_assert_true (tonus_figure_pictures_look (pictures, "bridge", &size) == surface);
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

      g_assert_cmpint (tonus_figure_pictures_has (pictures, tonus_figure_picture_of (entry)), ==,
                       pose != NULL);
      tonus_figure_view_show (TONUS_FIGURE_VIEW (view), entry, FALSE);
      name = atk_object_get_name (gtk_widget_get_accessible (view));
      g_assert_true (g_str_has_prefix (name, pose ? "Picture of " : "No picture of "));
      gtk_widget_destroy (view);
      g_object_unref (view);
    }
}

/* --- a practice's own --- */

/* Kept by @practice: what the column says.  (transfer full) */
static char *
keep (TonusPractice *practice, GBytes *taken, const char *ending)
{
  g_autoptr (GBytes) bytes = taken;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  tonus_practice_keep_picture (practice, bytes, ending, &name, &error);
  g_assert_no_error (error);
  return g_strconcat (name, ";", NULL);
}

static void
remove_file (TonusPractice *practice, const char *picture)
{
  g_auto (GStrv) files = tonus_picture_split (picture);
  g_autofree char *path =
      g_build_filename (tonus_practice_get_folder (practice), "pictures", files[0], NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A photo is drawn with its own colours, on the left side as on the right. */
static void
test_photo (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  g_autofree char *photo = keep (practice, picture_make_jpeg (900, 600, 0), "jpg");

  g_assert_false (tonus_figure_pictures_has (pictures, photo));
  tonus_figure_pictures_set_practice (pictures, practice);
  g_assert_true (tonus_figure_pictures_has (pictures, photo));
  for (guint is_left = 0; is_left < 2; is_left++)
    {
      TonusPictureSize size = { 96, 72, 1, is_left == 1 };
      cairo_surface_t *surface;

      g_assert_null (tonus_figure_pictures_look (pictures, photo, &size));
      tonus_figure_pictures_finish (pictures);
      surface = tonus_figure_pictures_look (pictures, photo, &size);
      g_assert_nonnull (surface);
      g_assert_cmphex (pixel (surface, 24, 24) >> 20 & 0xf, ==, 0xf); /* red */
      g_assert_cmphex (pixel (surface, 24, 24) & 0xff, <, 0x20);
      g_assert_cmphex (pixel (surface, 72, 24) >> 12 & 0xf, ==, 0xf); /* green */
      g_assert_cmphex (pixel (surface, 24, 50) & 0xf0, ==, 0xf0);     /* blue */
    }
  tonus_figure_pictures_set_practice (pictures, NULL);
  g_assert_false (tonus_figure_pictures_has (pictures, photo));
}

/* Not there: said, and seen once it comes.  No photo: said once it was looked into. */
static void
test_lost (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  TonusPictureSize size = { 96, 72, 1, FALSE };
  g_autofree char *photo = keep (practice, picture_make_jpeg (90, 60, 0), "jpg");
  g_autofree char *nonsense = keep (practice, g_bytes_new_static ("no photo", 8), "jpg");
  g_autofree char *again = NULL;
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  TonusEntry mine = { .id = (char *) "x-mine", .label = (char *) "Mine", .attributes = columns };
  GtkWidget *view = g_object_ref_sink (tonus_figure_view_new (96, 72));
  AtkObject *accessible = gtk_widget_get_accessible (view);

  g_hash_table_insert (columns, (char *) "picture", nonsense);
  tonus_figure_pictures_set_practice (pictures, practice);
  remove_file (practice, photo);
  g_assert_null (tonus_figure_pictures_look (pictures, photo, &size));
  tonus_figure_pictures_finish (pictures);
  g_assert_null (tonus_figure_pictures_look (pictures, photo, &size));
  g_assert_false (tonus_figure_pictures_has (pictures, photo));
  again = keep (practice, picture_make_jpeg (90, 60, 0), "jpg");
  g_assert_cmpstr (again, ==, photo);
  g_assert_true (tonus_figure_pictures_has (pictures, photo));

  tonus_figure_view_show (TONUS_FIGURE_VIEW (view), &mine, FALSE);
  g_assert_cmpstr (atk_object_get_name (accessible), ==, "Picture of Mine");
  g_assert_null (tonus_figure_pictures_look (pictures, nonsense, &size));
  tonus_figure_pictures_finish (pictures);
  g_assert_null (tonus_figure_pictures_look (pictures, nonsense, &size));
  g_assert_cmpstr (atk_object_get_name (accessible), ==, "No picture of Mine");
  tonus_figure_pictures_set_practice (pictures, NULL);
  gtk_widget_destroy (view);
  g_object_unref (view);
}

/* A window gives its practice and takes it back. */
static void
test_window (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *photo = keep (practice, picture_make_jpeg (80, 60, 0), "jpg");

  tonus_window_set_practice (window, practice);
  g_assert_true (tonus_figure_pictures_has (pictures, photo));
  tonus_window_set_practice (window, NULL);
  g_assert_false (tonus_figure_pictures_has (pictures, photo));
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/figures/paint", test_paint);
  g_test_add_func ("/ui/figures/pictures", test_pictures);
  g_test_add_func ("/ui/figures/never-a-wrong-one", test_never_a_wrong_one);
  g_test_add_func ("/ui/figures/photo", test_photo);
  g_test_add_func ("/ui/figures/lost", test_lost);
  g_test_add_func ("/ui/figures/window", test_window);
  return fixture_finish (g_test_run ());
}
