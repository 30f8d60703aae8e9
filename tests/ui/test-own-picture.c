/* test-own-picture.c - the picture of an own exercise: chosen, dropped, pasted, refused, undone,
 * kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include <sys/stat.h>
#include "fixture.h"
#include "picture-maker.h"
#include "tonus-identify.h"
#include "tonus-image.h"
#include "tonus-own-exercise.h"
#include "tonus-own-pane.h"
#include "tonus-own-picture.h"
#include "tonus-practice-pictures.h"
#include "tonus-window.h"

#define HASH "0123456789abcdef0123456789abcdef01234567"
#define FILES HASH ".jpg;"

/* --- the form, without a window --- */

static TonusRecord *
make_form (TonusChart *chart, const TonusEntry *exercise)
{
  g_autoptr (TonusSchema) schema = tonus_own_exercise_make_schema (tonus_schema_get_default ());
  TonusRecord *form = tonus_own_exercise_new (schema, exercise);

  tonus_chart_add (chart, form);
  return form;
}

static void
check_picture (TonusRecord *form, const char *expected)
{
  g_autofree char *picture = tonus_own_exercise_get_picture (form);

  g_assert_cmpstr (picture, ==, expected);
}

static void
set_pose (TonusChart *chart, TonusRecord *form, const char *pose)
{
  g_autoptr (GError) error = NULL;

  tonus_chart_barrier (chart);
  tonus_chart_set (chart, tonus_record_get_object (form), "x-own/x-picture", pose, &error);
  g_assert_no_error (error);
  tonus_own_exercise_settle_picture (chart, form);
}

/* A pose and files take each other's place, and undo goes back through all of it. */
static void
test_one_of_both (void)
{
  g_autoptr (TonusChart) chart = tonus_chart_new ();
  g_autoptr (TonusRecord) form = make_form (chart, NULL);

  check_picture (form, NULL);
  set_pose (chart, form, "x-bridge");
  check_picture (form, "bridge");
  tonus_own_exercise_set_files (chart, form, FILES);
  check_picture (form, FILES);
  g_assert_null (tonus_record_get (form, "x-own/x-picture"));
  set_pose (chart, form, "x-squat");
  check_picture (form, "squat");
  tonus_own_exercise_set_files (chart, form, NULL);
  check_picture (form, NULL);
  tonus_chart_undo (chart);
  check_picture (form, "squat");
  tonus_chart_undo (chart);
  tonus_own_exercise_settle_picture (chart, form);
  tonus_chart_undo (chart);
  tonus_own_exercise_settle_picture (chart, form);
  check_picture (form, FILES);
  tonus_chart_redo (chart);
  tonus_own_exercise_settle_picture (chart, form);
  tonus_chart_redo (chart);
  check_picture (form, "squat");
  g_assert_true (tonus_chart_can_redo (chart));
}

/* Files go into the row as they are and come back as files. */
static void
test_row (void)
{
  static const char *const expected = "\npicture=" HASH ".jpg;" HASH ".jpg;\n";
  g_autoptr (TonusChart) chart = tonus_chart_new ();
  g_autoptr (TonusRecord) form = make_form (chart, NULL), again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TonusSchemaSource source = { "own", NULL };
  g_autoptr (TonusSchema) schema = NULL;

  tonus_chart_set (chart, tonus_record_get_object (form), "x-own/x-name", "Wall angel", NULL);
  tonus_own_exercise_set_files (chart, form, FILES FILES);
  text = tonus_own_exercise_make_text (form, "x-wall-angel", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, expected));
  source.text = strstr (text, "[exercise]");
  schema = tonus_schema_new_extended (&source, 1, &error);
  g_assert_no_error (error);
  again = make_form (chart, tonus_catalogue_lookup (
                                tonus_schema_find_catalogue (schema, "exercise"), "x-wall-angel"));
  check_picture (again, FILES FILES);
}

/* --- in the window --- */

typedef struct
{
  TonusPractice *practice;
  TonusWindow *window;
} Desk;

static void
desk_open (Desk *desk)
{
  desk->practice = fixture_demo ();
  desk->window = tonus_window_new (NULL);
  tonus_window_set_practice (desk->window, desk->practice);
  gtk_window_present (GTK_WINDOW (desk->window));
  g_action_group_activate_action (G_ACTION_GROUP (desk->window), "own-exercise", NULL);
  fixture_settle ();
}

static void
desk_clear (Desk *desk)
{
  gtk_widget_destroy (GTK_WIDGET (desk->window));
  g_object_unref (desk->practice);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static GtkWidget *
find (Desk *desk, const char *id)
{
  GtkWidget *widget = tonus_widget_find (GTK_WIDGET (desk->window), id);

  g_assert_nonnull (widget);
  return widget;
}

static TonusOwnPicture *
find_picture (Desk *desk)
{
  return TONUS_OWN_PICTURE (
      gtk_widget_get_ancestor (find (desk, "own/picture"), TONUS_TYPE_OWN_PICTURE));
}

static TonusChart *
get_chart (Desk *desk)
{
  return tonus_session_get_chart_at_hand (tonus_window_get_session (desk->window));
}

/* What the form says now.  (transfer full) */
static char *
get_column (Desk *desk)
{
  return tonus_own_exercise_get_picture (tonus_chart_get (get_chart (desk), "ownexercise000000"));
}

static guint
count_photos (Desk *desk)
{
  g_autofree char *column = get_column (desk);
  g_auto (GStrv) names = tonus_picture_split (column);

  return names ? g_strv_length (names) : 0;
}

static const char *
get_status (Desk *desk)
{
  return gtk_label_get_text (GTK_LABEL (find (desk, "own/picture-status")));
}

/* Nothing is being read any more. */
static gboolean
is_quiet (gpointer data)
{
  const char *status = get_status (data);

  return !strstr (status, "being read");
}

static char *
write_file (const char *name, GBytes *bytes)
{
  char *path = g_build_filename (fixture_home (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

static char *
write_photo (const char *name, guint width, guint height)
{
  g_autoptr (GBytes) bytes = picture_make_jpeg (width, height, 6);

  return write_file (name, bytes);
}

static void
choose (Desk *desk, const char *path, gboolean is_end)
{
  tonus_own_picture_choose (find_picture (desk), path, is_end);
  g_assert_false (is_quiet (desk));
  fixture_wait (is_quiet, desk);
}

static void
type (Desk *desk, const char *path, const char *text)
{
  gtk_entry_set_text (GTK_ENTRY (find (desk, path)), text);
}

/* @column is one clean photo after the other in the practice. */
static void
check_kept (Desk *desk, const char *column, guint n)
{
  g_auto (GStrv) names = tonus_picture_split (column);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (names);
  g_assert_cmpuint (g_strv_length (names), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = tonus_practice_load_picture (desk->practice, names[i], &error);
      g_autoptr (TonusImage) image = NULL;
      gsize size;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      g_assert_null (memmem (data, size, "Exif", 4));
      g_assert_null (memmem (data, size, "GPS", 3));
      image = tonus_image_new_from_bytes (bytes, names[i], G_MAXUINT, &error);
      g_assert_no_error (error);
      /* Upright, and as large as a picture is kept. */
      g_assert_cmpuint (tonus_image_get_height (image), ==, 1000);
    }
}

/* Two images come into the practice with the exercise, and not before. */
static void
test_saved (void)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *start = NULL, *end = NULL, *column = NULL, *folder = NULL;
  const TonusEntry *saved;

  desk_open (&desk);
  start = write_photo ("start.jpg", 2000, 1200);
  end = write_photo ("caf\xe9.jpg", 1600, 1200);
  folder = g_build_filename (tonus_practice_get_folder (desk.practice), "pictures", NULL);
  g_assert_false (gtk_widget_get_visible (find (&desk, "own/second-image")));
  choose (&desk, start, FALSE);
  g_assert_true (gtk_widget_get_visible (find (&desk, "own/second-image")));
  choose (&desk, end, TRUE);
  g_assert_cmpuint (count_photos (&desk), ==, 2);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  type (&desk, "x-own/x-name", "Wall angel");
  type (&desk, "x-own-en/x-step1", "Stand with your back to the wall.");
  column = get_column (&desk);
  gtk_button_clicked (GTK_BUTTON (find (&desk, "own/save")));
  fixture_settle ();
  saved = tonus_catalogue_lookup (
      tonus_schema_find_catalogue (
          tonus_session_get_schema (tonus_window_get_session (desk.window)), "exercise"),
      "x-wall-angel");
  g_assert_nonnull (saved);
  g_assert_cmpstr (tonus_entry_get (saved, "picture"), ==, column);
  check_kept (&desk, column, 2);
  /* Changed again, it has them still. */
  tonus_window_open_pane (desk.window, tonus_own_pane_new (desk.window, "x-wall-angel"));
  g_assert_cmpuint (count_photos (&desk), ==, 2);
  g_assert_cmpstr (atk_object_get_name (gtk_widget_get_accessible (find (&desk, "own/picture"))),
                   ==, "Picture of this exercise");
}

static void
test_undo (void)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *start = NULL, *end = NULL;

  desk_open (&desk);
  start = write_photo ("start.jpg", 200, 120);
  end = write_photo ("end.jpg", 160, 120);
  choose (&desk, start, FALSE);
  choose (&desk, end, TRUE);
  gtk_button_clicked (GTK_BUTTON (find (&desk, "own/remove")));
  g_assert_cmpuint (count_photos (&desk), ==, 0);
  g_assert_false (gtk_widget_get_visible (find (&desk, "own/remove")));
  for (guint n = 2; n > 0; n--)
    {
      tonus_chart_undo (get_chart (&desk));
      g_assert_cmpuint (count_photos (&desk), ==, n);
      g_assert_cmpstr (get_status (&desk), ==, "");
    }
  tonus_chart_undo (get_chart (&desk));
  g_assert_cmpuint (count_photos (&desk), ==, 0);
  tonus_chart_redo (get_chart (&desk));
  g_assert_cmpuint (count_photos (&desk), ==, 1);
}

static void
check_refused (Desk *desk, const char *path)
{
  g_autofree char *before = get_column (desk), *after = NULL;

  choose (desk, path, FALSE);
  g_assert_true (gtk_widget_get_visible (find (desk, "own/picture-status")));
  g_assert_nonnull (strstr (get_status (desk), "choose"));
  after = get_column (desk);
  g_assert_cmpstr (before, ==, after);
}

/* What is no picture is said in place, and what was there stays. */
static void
test_refused (void)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (GBytes) whole = picture_make_jpeg (300, 200, 3), part = picture_cut (whole, 700);
  g_autoptr (GBytes) words = g_bytes_new_static ("<svg/>", 6), nothing = g_bytes_new ("", 0);
  g_autofree char *good = NULL, *cut = NULL, *svg = NULL, *empty = NULL, *pipe = NULL;

  desk_open (&desk);
  good = write_photo ("good.jpg", 200, 120);
  cut = write_file ("cut.jpg", part);
  svg = write_file ("drawn.png", words);
  empty = write_file ("empty.png", nothing);
  pipe = g_build_filename (fixture_home (), "pipe.png", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  choose (&desk, good, FALSE);
  check_refused (&desk, cut);
  check_refused (&desk, svg);
  check_refused (&desk, empty);
  check_refused (&desk, pipe);
  check_refused (&desk, fixture_home ());
  check_refused (&desk, "/nowhere/at-all.jpg");
  /* The next one that is good takes the complaint away. */
  choose (&desk, good, FALSE);
  g_assert_cmpstr (get_status (&desk), ==, "");
}

/* Two files dropped together are start and end; an address is not fetched. */
static void
test_dropped (void)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *start = NULL, *end = NULL;

  desk_open (&desk);
  start = write_photo ("start.jpg", 200, 120);
  end = write_photo ("end.jpg", 160, 120);
  {
    const char *const paths[] = { start, end, NULL };

    g_signal_emit_by_name (find (&desk, "own/picture"), "dropped", paths, NULL);
  }
  fixture_wait (is_quiet, &desk);
  g_assert_cmpuint (count_photos (&desk), ==, 2);
  tonus_chart_undo (get_chart (&desk));
  g_assert_cmpuint (count_photos (&desk), ==, 0);
  g_signal_emit_by_name (find (&desk, "own/picture"), "dropped", NULL, NULL);
  g_assert_nonnull (strstr (get_status (&desk), "choose an image file"));
}

static gboolean
has_one (gpointer data)
{
  return count_photos (data) == 1;
}

static gboolean
has_complaint (gpointer data)
{
  return strstr (get_status (data), "choose an image file") != NULL;
}

static void
test_pasted (void)
{
  g_auto (Desk) desk = { NULL };
  GtkClipboard *clipboard = gtk_clipboard_get (GDK_SELECTION_CLIPBOARD);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 30, 20);

  desk_open (&desk);
  gdk_pixbuf_fill (pixbuf, 0x80a0c0ff);
  gtk_clipboard_set_image (clipboard, pixbuf);
  fixture_key (find (&desk, "own/picture"), GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_wait (has_one, &desk);
  gtk_clipboard_set_text (clipboard, "words", -1);
  fixture_key (find (&desk, "own/picture"), GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_wait (has_complaint, &desk);
  g_assert_cmpuint (count_photos (&desk), ==, 1);
  gtk_clipboard_clear (clipboard);
}

/* Saved or left in the middle of it: said, or nobody is there. */
static void
test_in_the_middle (void)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *start = NULL;
  g_autoptr (GError) error = NULL;

  desk_open (&desk);
  start = write_photo ("start.jpg", 2000, 1200);
  tonus_own_picture_choose (find_picture (&desk), start, FALSE);
  g_assert_false (tonus_own_picture_keep (find_picture (&desk), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_action_group_activate_action (G_ACTION_GROUP (desk.window), "back", NULL);
  fixture_settle ();
}

/* A file of the practice that has gone is no picture, and that is said. */
static void
test_lost (void)
{
  static const char *const text = "[Tonus]\nFormat=1\nKind=catalogue\n\n[exercise]\n\n"
                                  "[exercise/x-one]\nLabel=One\npicture=" FILES "\nstep1=Go.\n";
  g_auto (Desk) desk = { NULL };
  g_autoptr (TonusRecord) saved = NULL;

  desk_open (&desk);
  saved = tonus_practice_record_text (desk.practice, text, strlen (text), NULL, NULL, NULL, NULL);
  g_assert_nonnull (saved);
  tonus_window_set_practice (desk.window, NULL);
  tonus_window_set_practice (desk.window, desk.practice);
  tonus_window_open_pane (desk.window, tonus_own_pane_new (desk.window, "x-one"));
  g_assert_cmpstr (get_status (&desk), !=, "");
  g_assert_cmpstr (atk_object_get_name (gtk_widget_get_accessible (find (&desk, "own/picture"))),
                   ==, "No picture yet");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/own-picture/one-of-both", test_one_of_both);
  g_test_add_func ("/ui/own-picture/row", test_row);
  g_test_add_func ("/ui/own-picture/saved", test_saved);
  g_test_add_func ("/ui/own-picture/undo", test_undo);
  g_test_add_func ("/ui/own-picture/refused", test_refused);
  g_test_add_func ("/ui/own-picture/dropped", test_dropped);
  g_test_add_func ("/ui/own-picture/pasted", test_pasted);
  g_test_add_func ("/ui/own-picture/in-the-middle", test_in_the_middle);
  g_test_add_func ("/ui/own-picture/lost", test_lost);
  return fixture_finish (g_test_run ());
}
