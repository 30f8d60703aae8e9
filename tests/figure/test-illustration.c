/* test-illustration.c - what an exercise's picture means, resolved: a pose, photos, or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-illustration.h"

#include <math.h>
#include <string.h>

#include "picture-maker.h"
#include "tonus-id.h"

/* Files by their names, as a practice has them. */
typedef struct
{
  GHashTable *files; /* name → GBytes */
  char *wide, *tall; /* names of photos, 90 by 60 and 40 by 80 pixels */
  char *pose;
  char *nonsense; /* promised and kept, but no photo */
} Shelf;

static char *
add_file (Shelf *self, GBytes *bytes, const char *ending)
{
  g_autofree char *hash = tonus_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *name = g_strconcat (hash, ".", ending, NULL);

  g_hash_table_insert (self->files, g_strdup (name), bytes);
  return name;
}

static GBytes *
load (const char *name, gpointer data)
{
  GBytes *bytes = g_hash_table_lookup (((Shelf *) data)->files, name);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static void
set_up (Shelf *self, gconstpointer data)
{
  g_autoptr (TonusPose) pose = tonus_pose_find ("bridge");

  self->files =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->wide = add_file (self, picture_make_jpeg (90, 60, 0), "jpg");
  self->tall = add_file (self, picture_make_jpeg (40, 80, 0), "jpg");
  self->pose = add_file (self, g_bytes_ref (tonus_pose_get_bytes (pose)), "pose");
  self->nonsense = add_file (self, g_bytes_new_static ("no photo", 8), "jpg");
}

static void
tear_down (Shelf *self, gconstpointer data)
{
  g_hash_table_unref (self->files);
  g_free (self->wide);
  g_free (self->tall);
  g_free (self->pose);
  g_free (self->nonsense);
}

static TonusIllustration *
resolve (Shelf *self, const char *picture)
{
  g_autoptr (GError) error = NULL;
  TonusIllustration *illustration = tonus_illustration_new (picture, load, self, &error);

  g_assert_no_error (error);
  return illustration;
}

/* The images of @list in order; returns how many. */
static guint
find_images (const TonusFigureList *list, const TonusFigureOp **found)
{
  guint n_ops, n = 0;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].kind == TONUS_FIGURE_IMAGE && n < 2)
      found[n++] = &ops[i];
  return n;
}

static TonusFigureList *
draw (TonusIllustration *illustration, const TonusFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  TonusFigureList *list = tonus_illustration_draw (illustration, options, &error);

  g_assert_no_error (error);
  return list;
}

/* --- poses --- */

static void
test_shipped (Shelf *self, gconstpointer data)
{
  g_autoptr (TonusIllustration) bridge = resolve (self, "bridge");
  g_autoptr (TonusPose) pose = tonus_pose_find ("bridge");
  const TonusFigureOptions options = { .width = 200, .height = 150 };
  g_autoptr (TonusFigureList) list = draw (bridge, &options);
  g_autoptr (TonusFigureList) same = tonus_figure_draw (pose, &options, NULL);

  g_assert_true (list == same);
  g_assert_cmpstr (tonus_illustration_describe (bridge, "es"), ==,
                   tonus_pose_describe (pose, "es"));
  g_assert_false (tonus_illustration_has_panels (bridge));
  g_assert_null (resolve (self, "no-such-exercise"));
  g_assert_null (resolve (self, NULL));
}

/* A practice's own pose is the shipped one's equal, and drawn once. */
static void
test_own_pose (Shelf *self, gconstpointer data)
{
  const TonusFigureOptions options = { .width = 200, .height = 150 };
  g_autoptr (TonusIllustration) own = resolve (self, self->pose);
  g_autoptr (TonusIllustration) again = resolve (self, self->pose);
  g_autoptr (TonusFigureList) list = draw (own, &options);
  g_autoptr (TonusFigureList) same = draw (again, &options);
  const TonusFigureOp *images[2];

  g_assert_true (list == same);
  g_assert_cmpuint (find_images (list, images), ==, 0);
  g_assert_nonnull (tonus_illustration_get_pose (own));
  g_assert_nonnull (tonus_illustration_describe (own, "de"));
}

/* --- photos --- */

static void
test_one_photo (Shelf *self, gconstpointer data)
{
  g_autofree char *picture = g_strconcat (self->wide, ";", NULL);
  g_autoptr (TonusIllustration) photo = resolve (self, picture);
  const TonusFigureOptions options = { .width = 200, .height = 200 };
  g_autoptr (TonusFigureList) list = draw (photo, &options);
  const TonusFigureOp *images[2];
  TonusFigurePanel panel;

  g_assert_false (tonus_illustration_has_panels (photo));
  g_assert_null (tonus_illustration_describe (photo, "en"));
  g_assert_null (tonus_illustration_get_pose (photo));
  g_assert_false (tonus_figure_list_get_panel (list, 0, &panel));
  g_assert_cmpuint (find_images (list, images), ==, 1);
  /* As wide as there is room, its proportions kept, in the middle. */
  g_assert_cmpfloat_with_epsilon (images[0]->place.width / images[0]->place.height, 1.5, 1e-6);
  g_assert_cmpfloat (images[0]->place.width, >, 195);
  g_assert_cmpfloat_with_epsilon (images[0]->place.x + images[0]->place.width / 2, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (images[0]->place.y + images[0]->place.height / 2, 100, 1e-6);
  g_assert_false (images[0]->is_grey);
}

/* The left side's exercise has the same photo, and a printer without colours a grey one. */
static void
test_never_mirrored (Shelf *self, gconstpointer data)
{
  g_autoptr (TonusIllustration) photo = resolve (self, self->wide);
  const TonusFigureOptions right = { .width = 200, .height = 150 };
  const TonusFigureOptions left = {
    .width = 200, .height = 150, .is_mirrored = TRUE, .palette = TONUS_FIGURE_MONO
  };
  g_autoptr (TonusFigureList) one = draw (photo, &right);
  g_autoptr (TonusFigureList) other = draw (photo, &left);
  const TonusFigureOp *a[2], *b[2];

  g_assert_cmpuint (find_images (one, a), ==, 1);
  g_assert_cmpuint (find_images (other, b), ==, 1);
  g_assert_cmpmem (&a[0]->place, sizeof a[0]->place, &b[0]->place, sizeof b[0]->place);
  g_assert_true (a[0]->image == b[0]->image);
  g_assert_true (b[0]->is_grey);
}

static void
check_two (Shelf *self, const char *first, const char *second, double width, gboolean is_beside)
{
  g_autofree char *picture = g_strconcat (first, ";", second, ";", NULL);
  g_autoptr (TonusIllustration) photos = resolve (self, picture);

  g_assert_true (tonus_illustration_has_panels (photos));
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      const TonusFigureOptions options = { .width = width,
                                           .height = 200,
                                           .is_right_to_left = rtl == 1 };
      g_autoptr (TonusFigureList) list = draw (photos, &options);
      const TonusFigureOp *images[2];
      TonusFigurePanel panels[2];

      g_assert_cmpuint (find_images (list, images), ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          const TonusFigurePanel *place = &images[i]->place;
          g_assert_true (tonus_figure_list_get_panel (list, i, &panels[i]));
          g_assert_cmpfloat (place->x, >=, 0);
          g_assert_cmpfloat (place->y, >=, 0);
          g_assert_cmpfloat (place->x + place->width, <=, width);
          g_assert_cmpfloat (place->y + place->height, <=, 200);
        }
      /* As high as each other, apart, the words right under each. */
      g_assert_cmpfloat_with_epsilon (images[0]->place.height, images[1]->place.height, 1e-6);
      if (!is_beside)
        g_assert_cmpfloat (panels[0].y, >, panels[1].y + panels[1].height);
      else
        {
          g_assert_cmpfloat (panels[0].y, ==, panels[1].y);
          g_assert_cmpfloat (panels[rtl].x + panels[rtl].width, <, panels[1 - rtl].x);
        }
      /* Panels are by what they show, images by where they stand. */
      const TonusFigurePanel *start = is_beside && rtl == 1 ? &images[1]->place : &images[0]->place;
      g_assert_cmpfloat_with_epsilon (start->y, panels[0].y, 1e-6);
      g_assert_cmpfloat (start->x, >=, panels[0].x);
      g_assert_cmpfloat (start->x + start->width, <=, panels[0].x + panels[0].width + 1e-6);
    }
}

static void
test_two_photos (Shelf *self, gconstpointer data)
{
  check_two (self, self->wide, self->wide, 500, TRUE);
  check_two (self, self->wide, self->wide, 200, FALSE);
  check_two (self, self->tall, self->tall, 200, TRUE);
  check_two (self, self->wide, self->tall, 400, TRUE);
  check_two (self, self->tall, self->wide, 300, TRUE);
}

/* No more pixels than the place shows, or than asked for. */
static void
test_pixels (Shelf *self, gconstpointer data)
{
  GBytes *bytes = picture_make_jpeg (900, 600, 0);
  g_autofree char *large = add_file (self, bytes, "jpg");
  g_autoptr (TonusIllustration) photo = resolve (self, large);
  const TonusFigureOptions printed = { .width = 180, .height = 180 };
  const TonusFigureOptions cell = { .width = 60, .height = 60, .pixels = 60 };
  g_autoptr (TonusFigureList) on_paper = draw (photo, &printed);
  g_autoptr (TonusFigureList) in_list = draw (photo, &cell);
  const TonusFigureOp *a[2], *b[2];

  g_assert_cmpuint (find_images (on_paper, a), ==, 1);
  g_assert_cmpuint (find_images (in_list, b), ==, 1);
  g_assert_cmpuint (tonus_image_get_width (a[0]->image), >=, 178 * 200 / 72);
  g_assert_cmpuint (tonus_image_get_width (a[0]->image), <=, 180 * 200 / 72 + 64);
  g_assert_cmpuint (tonus_image_get_width (b[0]->image), ==, 60);
}

/* --- nothing --- */

static void
expect_none (Shelf *self, const char *picture, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_illustration_new (picture, load, self, &error));
  g_assert_error (error, TONUS_FIGURE_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_none (Shelf *self, gconstpointer data)
{
  g_autofree char *two = g_strconcat (self->wide, ";", self->nonsense, ";", NULL);
  g_autofree char *broken = add_file (self, g_bytes_new_static ("[Exercise]", 10), "pose");
  g_autofree char *mixed = g_strconcat (self->pose, ";", self->wide, ";", NULL);
  g_autofree char *whole = g_strdup (self->wide);

  expect_none (self, self->nonsense, TONUS_FIGURE_ERROR_PHOTO);
  expect_none (self, two, TONUS_FIGURE_ERROR_PHOTO);
  expect_none (self, broken, TONUS_FIGURE_ERROR_POSE);
  expect_none (self, mixed, TONUS_FIGURE_ERROR_MISSING);
  expect_none (self, "../../etc/passwd", TONUS_FIGURE_ERROR_MISSING);
  expect_none (self, "\xff.jpg", TONUS_FIGURE_ERROR_MISSING);
  /* Gone since it was last seen: what is kept of it is no reason to show it. */
  g_autoptr (TonusIllustration) seen = resolve (self, whole);
  g_assert_nonnull (seen);
  g_hash_table_remove (self->files, whole);
  expect_none (self, whole, TONUS_FIGURE_ERROR_MISSING);
  g_assert_null (tonus_illustration_new (self->pose, NULL, NULL, NULL));
}

static void
test_size (Shelf *self, gconstpointer data)
{
  g_autoptr (TonusIllustration) photo = resolve (self, self->wide);
  const TonusFigureOptions none = { .width = 200, .height = 1 };
  const TonusFigureOptions not_a_number = { .width = NAN, .height = 100 };
  const TonusFigureOptions *all[] = { &none, &not_a_number };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (tonus_illustration_draw (photo, all[i], &error));
      g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_SIZE);
    }
}

/* --- threads --- */

static gpointer
draw_often (gpointer data)
{
  Shelf *self = data;
  const char *all[] = { self->wide, self->tall, self->pose };

  for (guint i = 0; i < 60; i++)
    {
      const TonusFigureOptions options = { .width = 60 + i % 7 * 20, .height = 80 };
      g_autoptr (TonusIllustration) one = resolve (self, all[i % 3]);
      g_autoptr (TonusFigureList) list = draw (one, &options);
      g_assert_nonnull (list);
    }
  return NULL;
}

static void
test_threads (Shelf *self, gconstpointer data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("illustration", draw_often, self);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

#define ADD(path, test) g_test_add (path, Shelf, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/illustration/shipped", test_shipped);
  ADD ("/illustration/own-pose", test_own_pose);
  ADD ("/illustration/one-photo", test_one_photo);
  ADD ("/illustration/never-mirrored", test_never_mirrored);
  ADD ("/illustration/two-photos", test_two_photos);
  ADD ("/illustration/pixels", test_pixels);
  ADD ("/illustration/none", test_none);
  ADD ("/illustration/size", test_size);
  ADD ("/illustration/threads", test_threads);
  return g_test_run ();
}
