/* test-handout-photo.c - a handout with photos: seen, stored once, grey where asked, said when lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "paper-probe.h"
#include "pdf-reader.h"
#include "picture-maker.h"
#include "sample-arabic.h"
#include "sample-dossier.h"
#include "tonus-figure.h"
#include "tonus-handout-picture.h"
#include "tonus-id.h"

#define DPI 72

static TonusHandout *
make_content (guint n)
{
  g_auto (TonusDossier) dossier = { 0 };

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.program = sample_program (n, FALSE);
  return tonus_handout_new (&dossier, "en", 0);
}

/* @bytes among the files of @content; its name.  (transfer full) */
static char *
add_file (TonusHandout *content, GBytes *bytes, const char *ending)
{
  g_autofree char *hash = tonus_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *name = g_strconcat (hash, ".", ending, NULL);

  g_hash_table_insert (content->pictures, g_strdup (name), bytes);
  return name;
}

/* The files @start and @end (nullable) are the picture of exercise @which. */
static void
show (TonusHandout *content, guint which, const char *start, const char *end)
{
  TonusHandoutExercise *exercise = content->exercises->pdata[which];

  g_free (exercise->picture);
  exercise->picture =
      end != NULL ? g_strconcat (start, ";", end, ";", NULL) : g_strconcat (start, ";", NULL);
}

static TonusHandout *
make_photos (void)
{
  TonusHandout *content = make_content (3);
  g_autofree char *wide = add_file (content, picture_make_jpeg (900, 600, 0), "jpg");
  g_autofree char *tall = add_file (content, picture_make_jpeg (300, 600, 0), "jpg");

  show (content, 0, wide, NULL);
  show (content, 1, wide, tall);
  show (content, 2, wide, NULL);
  return content;
}

static GBytes *
render (const TonusHandout *content, gboolean is_mono)
{
  const TonusHandoutOptions options = { .paper = TONUS_PAPER_A4,
                                        .is_mono = is_mono,
                                        .created = "2026-11-23T10:42:07+01:00" };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tonus_handout_render (content, &options, &error);

  g_assert_no_error (error);
  return pdf;
}

/* The lines that pdfimages prints, from the first image on.  (transfer full) */
static GStrv
list_images (GBytes *pdf)
{
  g_autoptr (PdfReader) reader = pdf_reader_new (pdf);
  g_autofree char *text = pdf_reader_run (reader, "pdfimages", "-list", "@", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >=, 2);
  return g_strdupv (lines + 2);
}

/* Column @which, from 0, of a line of pdfimages.  (transfer full) */
static char *
get_column (const char *line, guint which)
{
  g_auto (GStrv) words = g_strsplit_set (line, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && n++ == which)
      return g_strdup (words[i]);
  g_assert_not_reached ();
}

#define COLUMN_WIDTH 3
#define COLUMN_COLOUR 5
#define COLUMN_ENCODING 8
#define COLUMN_OBJECT 10
#define COLUMN_DENSITY 12

static guint
count_objects (GStrv lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (seen, get_column (lines[i], COLUMN_OBJECT));
  return g_hash_table_size (seen);
}

/* --- in the file ---------------------------------------------------------------------------- */

/* Four times a photo is shown, alone or beside another, and there are two, smaller than what is
 * kept. */
static void
test_stored_once (void)
{
  g_autoptr (TonusHandout) content = make_photos ();
  g_autoptr (GBytes) pdf = render (content, FALSE);
  g_autoptr (GBytes) again = render (content, FALSE);
  g_auto (GStrv) images = list_images (pdf);

  g_assert_cmpuint (g_strv_length (images), ==, 4);
  g_assert_cmpuint (count_objects (images), ==, 2);
  for (guint i = 0; images[i] != NULL; i++)
    {
      g_autofree char *width = get_column (images[i], COLUMN_WIDTH);
      g_autofree char *colour = get_column (images[i], COLUMN_COLOUR);
      g_autofree char *encoding = get_column (images[i], COLUMN_ENCODING);
      g_autofree char *density = get_column (images[i], COLUMN_DENSITY);

      g_assert_cmpstr (colour, ==, "rgb");
      g_assert_cmpstr (encoding, ==, "jpeg");
      g_assert_cmpint (g_ascii_strtoll (density, NULL, 10), >=, 150);
      g_assert_cmpint (g_ascii_strtoll (width, NULL, 10), <, 600);
    }
  g_assert_true (g_bytes_equal (pdf, again));
  paper_probe_check (pdf);
  paper_probe_assert_tidy (pdf);
}

static void
test_mono_is_grey (void)
{
  g_autoptr (TonusHandout) content = make_photos ();
  g_autoptr (GBytes) pdf = render (content, TRUE);
  g_auto (GStrv) images = list_images (pdf);

  for (guint i = 0; images[i] != NULL; i++)
    {
      g_autofree char *colour = get_column (images[i], COLUMN_COLOUR);
      g_assert_cmpstr (colour, ==, "gray");
    }
  g_assert_false (paper_probe_has_colour (pdf));
}

/* Who cannot see the photo hears what the steps say. */
static void
test_described (void)
{
  g_autoptr (TonusHandout) content = make_photos ();
  const TonusHandoutExercise *first = content->exercises->pdata[0];
  g_autofree char *alt = tonus_handout_picture_describe (content, first);
  g_autoptr (GBytes) pdf = render (content, FALSE);
  g_autofree char *tree = paper_probe_structure (pdf);

  g_assert_true (g_str_has_prefix (alt, first->name));
  g_assert_nonnull (strstr (alt, first->steps->pdata[0]));
  g_assert_nonnull (strstr (tree, "Figure"));
}

/* A practice's own pose is drawn as a shipped one is: no image, the same page. */
static void
test_own_pose (void)
{
  g_autoptr (TonusHandout) content = make_content (2);
  g_autoptr (TonusPose) pose =
      tonus_pose_find (((TonusHandoutExercise *) content->exercises->pdata[0])->picture);
  g_autofree char *name = add_file (content, g_bytes_ref (tonus_pose_get_bytes (pose)), "pose");
  g_autoptr (GBytes) shipped = render (content, FALSE);
  TonusHandoutExercise *exercise = content->exercises->pdata[0];
  g_autoptr (GBytes) own = NULL;

  g_free (exercise->picture);
  exercise->picture = g_steal_pointer (&name);
  own = render (content, FALSE);
  g_assert_true (g_bytes_equal (shipped, own));
}

/* --- on the page ---------------------------------------------------------------------------- */

typedef enum
{
  FIELD_RED,
  FIELD_GREEN,
  FIELD_BLUE,
  FIELD_YELLOW,
  N_FIELDS
} Field;

/* Where the fields of the photos stand: sums of places and how many pixels. */
typedef struct
{
  double x[N_FIELDS], y[N_FIELDS];
  guint n[N_FIELDS];
} Fields;

static int
find_field (const guint8 *bgr)
{
  gboolean is_red = bgr[2] > 200, is_green = bgr[1] > 200, is_blue = bgr[0] > 200;
  gboolean has_dark = MIN (MIN (bgr[0], bgr[1]), bgr[2]) < 60;

  if (!has_dark)
    return -1;
  if (is_red && is_green && !is_blue)
    return FIELD_YELLOW;
  if (is_red && bgr[1] < 60 && bgr[0] < 60)
    return FIELD_RED;
  if (is_green && bgr[2] < 60 && bgr[0] < 60)
    return FIELD_GREEN;
  return is_blue && bgr[1] < 60 && bgr[2] < 60 ? FIELD_BLUE : -1;
}

/* Of the band of the first page between @y0 and @y1. */
static Fields
look (GBytes *pdf, int y0, int y1)
{
  g_autoptr (PdfReader) reader = pdf_reader_new (pdf);
  g_autofree char *base = g_strconcat (pdf_reader_get_path (reader), ".page", NULL);
  g_autofree char *png = g_strconcat (base, ".png", NULL);
  g_autofree char *silence =
      pdf_reader_run (reader, "pdftoppm", "-png", "-singlefile", "-r", "72", "@", base, NULL);
  cairo_surface_t *page = cairo_image_surface_create_from_png (png);
  Fields fields = { { 0 } };

  g_assert_cmpint (cairo_surface_status (page), ==, CAIRO_STATUS_SUCCESS);
  for (int y = y0; y < MIN (y1, cairo_image_surface_get_height (page)); y++)
    for (int x = 0; x < cairo_image_surface_get_width (page); x++)
      {
        int field = find_field (cairo_image_surface_get_data (page) +
                                y * cairo_image_surface_get_stride (page) + 4 * x);
        if (field < 0)
          continue;
        fields.x[field] += x;
        fields.y[field] += y;
        fields.n[field]++;
      }
  for (guint i = 0; i < N_FIELDS; i++)
    {
      fields.x[i] /= MAX (fields.n[i], 1);
      fields.y[i] /= MAX (fields.n[i], 1);
    }
  cairo_surface_destroy (page);
  g_unlink (png);
  return fields;
}

/* Red and green above, blue and yellow below: upright and not mirrored, whichever side it is of. */
static void
test_upright (void)
{
  for (guint is_left = 0; is_left < 2; is_left++)
    {
      g_autoptr (TonusHandout) content = make_content (1);
      g_autofree char *wide = add_file (content, picture_make_jpeg (600, 400, 0), "jpg");
      g_autoptr (GBytes) pdf = NULL;
      Fields seen;

      show (content, 0, wide, NULL);
      ((TonusHandoutExercise *) content->exercises->pdata[0])->is_left = is_left == 1;
      pdf = render (content, FALSE);
      seen = look (pdf, 0, 842);
      for (guint i = 0; i < N_FIELDS; i++)
        g_assert_cmpuint (seen.n[i], >, 2000);
      g_assert_cmpfloat (seen.x[FIELD_RED] + 40, <, seen.x[FIELD_GREEN]);
      g_assert_cmpfloat (seen.x[FIELD_BLUE] + 40, <, seen.x[FIELD_YELLOW]);
      g_assert_cmpfloat (seen.y[FIELD_RED] + 30, <, seen.y[FIELD_BLUE]);
      g_assert_cmpfloat (seen.y[FIELD_GREEN] + 30, <, seen.y[FIELD_YELLOW]);
    }
}

/* Who reads from the right finds the picture at the right, and in it nothing turned. */
static void
test_right_to_left (void)
{
  g_autoptr (TonusHandout) content = sample_arabic ();
  g_autofree char *wide = add_file (content, picture_make_jpeg (600, 400, 0), "jpg");
  g_autoptr (GBytes) pdf = NULL;
  Fields seen;

  for (guint i = 0; i < content->exercises->len; i++)
    show (content, i, wide, NULL);
  pdf = render (content, FALSE);
  paper_probe_check (pdf);
  seen = look (pdf, 0, 842);
  g_assert_cmpuint (seen.n[FIELD_RED], >, 2000);
  g_assert_cmpfloat (seen.x[FIELD_RED], >, 595 / 2.0);
  g_assert_cmpfloat (seen.x[FIELD_RED] + 40, <, seen.x[FIELD_GREEN]);
}

/* --- what is not there ---------------------------------------------------------------------- */

static void
test_lost (void)
{
  g_autoptr (TonusHandout) content = make_photos ();
  g_autofree char *nonsense = add_file (content, g_bytes_new_static ("no photo", 8), "jpg");
  TonusHandoutExercise *first = content->exercises->pdata[0];
  TonusHandoutExercise *second = content->exercises->pdata[1];
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *dense = NULL;

  g_assert_false (tonus_handout_picture_is_lost (content, first));
  show (content, 0, "0123456789abcdef0123456789abcdef01234567.jpg", NULL);
  show (content, 1, nonsense, NULL);
  g_assert_true (tonus_handout_picture_is_lost (content, first));
  g_assert_true (tonus_handout_picture_is_lost (content, second));
  g_assert_false (tonus_handout_picture_exists (content, first));
  pdf = render (content, FALSE);
  paper_probe_check (pdf);
  dense = paper_probe_dense (pdf, 0);
  paper_probe_assert_has (dense, content->picture_missing);
  paper_probe_assert_has (dense, first->name);
  paper_probe_assert_has (dense, second->name);
  g_auto (GStrv) images = list_images (pdf);
  g_assert_cmpuint (g_strv_length (images), ==, 1);

  /* That there is none at all is no loss. */
  g_free (first->picture);
  first->picture = g_strdup ("no-such-pose");
  g_assert_false (tonus_handout_picture_is_lost (content, first));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-photo/stored-once", test_stored_once);
  g_test_add_func ("/handout-photo/mono", test_mono_is_grey);
  g_test_add_func ("/handout-photo/described", test_described);
  g_test_add_func ("/handout-photo/own-pose", test_own_pose);
  g_test_add_func ("/handout-photo/upright", test_upright);
  g_test_add_func ("/handout-photo/right-to-left", test_right_to_left);
  g_test_add_func ("/handout-photo/lost", test_lost);
  return g_test_run ();
}
