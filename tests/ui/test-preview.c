/* test-preview.c - what is previewed is what goes out, and it follows every edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include <glib/gstdio.h>
#include "fixture.h"
#include "picture-maker.h"
#include "tonus-figure.h"
#include "tonus-identify.h"
#include "tonus-library-details.h"
#include "tonus-practice-pictures.h"
#include "tonus-preferences.h"
#include "tonus-preview-pages.h"
#include "tonus-preview-pane.h"
#include "tonus-preview-split.h"

#define FIRST_ROOM                                                                                 \
  {                                                                                                \
    TONUS_PREVIEW_FIT_WIDTH, 400, 500, 1                                                           \
  }

static TonusSession *
open_first (TonusPractice *practice)
{
  TonusSession *session = tonus_session_new (practice);
  g_autofree char *patient = fixture_first_patient (practice);
  g_autoptr (GError) error = NULL;

  tonus_session_open_patient (session, patient, &error);
  g_assert_no_error (error);
  return session;
}

static gboolean
is_current (gpointer preview)
{
  return tonus_preview_is_current (preview);
}

static TonusPreview *
watch (TonusSession *session)
{
  TonusPreview *preview = tonus_preview_new (session);
  TonusPreviewRoom room = FIRST_ROOM;

  tonus_preview_set_room (preview, &room);
  tonus_preview_set_watched (preview, TRUE);
  fixture_wait (is_current, preview);
  return preview;
}

static void
set (TonusSession *session, TonusSlot slot, const char *path, const char *text)
{
  TonusRecord *record = tonus_session_get_record (session, slot);
  g_autoptr (GError) error = NULL;

  tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (record), path, text,
                   &error);
  g_assert_no_error (error);
}

static char *
get_text (TonusPreview *preview)
{
  const TonusPreviewPage *page = g_ptr_array_index (tonus_preview_get_pages (preview), 0);

  return g_strdup (page->text);
}

/* The bytes on the screen, and after handing out, and in the file, are one and the same. */
static void
test_same_bytes (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  g_autoptr (GBytes) seen = g_bytes_ref (tonus_preview_get_bytes (preview));
  g_autofree char *path = g_build_filename (fixture_home (), "same.pdf", NULL), *text = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  tonus_session_hand_out (session, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  written = g_bytes_new_take (g_steal_pointer (&text), length);
  g_assert_true (g_bytes_equal (seen, written));
  fixture_wait (is_current, preview);
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (session, TONUS_SLOT_PROGRAM), "program/date"), ==,
      "2026-11-23");
}

static void
test_follows_edits (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  g_autofree char *before = get_text (preview), *after = NULL, *again = NULL;

  g_assert_null (strstr (before, "Mind the stairs"));
  /* Wherever it stands: all pages are in sight. */
  tonus_preview_look_at (preview, 0, 9);
  set (session, TONUS_SLOT_PROGRAM, "program/advice", "Mind the stairs");
  g_assert_false (tonus_preview_is_current (preview));
  fixture_wait (is_current, preview);
  for (guint i = 0; i < tonus_preview_get_pages (preview)->len && !after; i++)
    {
      const TonusPreviewPage *page = g_ptr_array_index (tonus_preview_get_pages (preview), i);

      if (page->text && strstr (page->text, "Mind the stairs"))
        after = g_strdup (page->text);
    }
  g_assert_nonnull (after);
  set (session, TONUS_SLOT_PATIENT, "patient/language", "es");
  fixture_wait (is_current, preview);
  again = get_text (preview);
  g_assert_nonnull (strstr (again, "ejercicios"));
}

/* What would be a box on the paper is said beforehand, and no longer than it is so. */
static void
test_says_what_cannot_be_printed (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  GPtrArray *remarks;
  guint n = tonus_preview_get_remarks (preview)->len;

  set (session, TONUS_SLOT_PATIENT, "patient/given", "Li\u0378");
  fixture_wait (is_current, preview);
  remarks = tonus_preview_get_remarks (preview);
  g_assert_cmpuint (remarks->len, ==, n + 1);
  g_assert_nonnull (strstr (g_ptr_array_index (remarks, n), "U+0378"));
  set (session, TONUS_SLOT_PATIENT, "patient/given", "Li");
  fixture_wait (is_current, preview);
  g_assert_cmpuint (tonus_preview_get_remarks (preview)->len, ==, n);
}

/* Many edits at once end in one drawing, of the last of them. */
static void
test_last_edit_wins (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  g_autofree char *text = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Dana%d", i);

      set (session, TONUS_SLOT_PATIENT, "patient/given", name);
      g_main_context_iteration (NULL, FALSE);
    }
  fixture_wait (is_current, preview);
  text = get_text (preview);
  g_assert_nonnull (strstr (text, "Dana39"));
}

static void
count_cb (TonusPreview *preview, guint *n)
{
  ++*n;
}

/* Nobody looks: nothing is drawn, and nothing old is shown afterwards. */
static void
test_unwatched (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  g_autofree char *text = NULL;
  guint n = 0;

  g_signal_connect (preview, "changed", G_CALLBACK (count_cb), &n);
  tonus_preview_set_watched (preview, FALSE);
  set (session, TONUS_SLOT_PATIENT, "patient/given", "Dinah");
  fixture_settle ();
  g_assert_cmpuint (n, ==, 0);
  tonus_preview_set_watched (preview, TRUE);
  fixture_wait (is_current, preview);
  text = get_text (preview);
  g_assert_nonnull (strstr (text, "Dinah"));
}

/* Thrown away in the middle of a drawing. */
static void
test_thrown_away (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  TonusPreviewRoom room = FIRST_ROOM;

  for (int i = 0; i < 10; i++)
    {
      TonusPreview *preview = tonus_preview_new (session);

      tonus_preview_set_room (preview, &room);
      tonus_preview_set_watched (preview, TRUE);
      for (int turn = 0; turn < i; turn++)
        g_main_context_iteration (NULL, FALSE);
      g_object_unref (preview);
    }
  fixture_settle ();
}

/* Twice the dots: pictures of twice the size, and no page is larger on the screen. */
static void
test_scale (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  TonusPreviewRoom room = FIRST_ROOM;
  const TonusPreviewPage *page = g_ptr_array_index (tonus_preview_get_pages (preview), 0);

  g_assert_cmpint (cairo_image_surface_get_width (page->picture), ==, 400);
  room.scale = 2;
  tonus_preview_set_room (preview, &room);
  fixture_wait (is_current, preview);
  page = g_ptr_array_index (tonus_preview_get_pages (preview), 0);
  g_assert_cmpint (cairo_image_surface_get_width (page->picture), ==, 800);
  room.scale = 1;
  room.fit = TONUS_PREVIEW_FIT_PAGE;
  tonus_preview_set_room (preview, &room);
  fixture_wait (is_current, preview);
  page = g_ptr_array_index (tonus_preview_get_pages (preview), 0);
  g_assert_cmpint (cairo_image_surface_get_height (page->picture), ==, 500);
}

/* What is not on the paper is said. */
static void
test_remarks (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  TonusRecord *program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);
  guint before = tonus_preview_get_remarks (preview)->len;

  tonus_record_set_unread (program, "home/aaaaaaaa/exercise", "donkey");
  set (session, TONUS_SLOT_PATIENT, "patient/language", "vi");
  fixture_wait (is_current, preview);
  g_assert_cmpuint (tonus_preview_get_remarks (preview)->len, ==, before + 2);
  g_assert_nonnull (strstr (g_ptr_array_index (tonus_preview_get_remarks (preview), 0), "red"));
  g_assert_nonnull (
      strstr (g_ptr_array_index (tonus_preview_get_remarks (preview), 1), "Vietnamese"));
  /* Another language that somebody chose needs no remark. */
  tonus_session_choose (session, TONUS_CHOICE_LANGUAGE, "es");
  fixture_wait (is_current, preview);
  g_assert_cmpuint (tonus_preview_get_remarks (preview)->len, ==, before + 1);
}

static gboolean
has_remark (TonusPreview *preview, const char *words)
{
  GPtrArray *remarks = tonus_preview_get_remarks (preview);

  for (guint i = 0; i < remarks->len; i++)
    if (strstr (g_ptr_array_index (remarks, i), words))
      return TRUE;
  return FALSE;
}

/* A photo whose file is gone is said, and no more once it has come back. */
static void
test_lost_photo (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (GBytes) bytes = picture_make_jpeg (90, 60, 0);
  g_autofree char *name = NULL, *again = NULL, *text = NULL, *path = NULL;

  g_assert_true (tonus_practice_keep_picture (practice, bytes, "jpg", &name, NULL));
  text = g_strdup_printf ("[Tonus]\nKind=catalogue\n\n[exercise]\n\n[exercise/x-mine]\n"
                          "Label=Mine\nname=Mine\nstep1=Sit.\npicture=%s;\n",
                          name);
  g_autoptr (TonusRecord) saved =
      tonus_practice_record_text (practice, text, strlen (text), NULL, NULL, NULL, NULL);
  g_assert_nonnull (saved);
  path = g_build_filename (tonus_practice_get_folder (practice), "pictures", name, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  g_assert_false (has_remark (preview, "“Mine”"));
  set (session, TONUS_SLOT_PROGRAM, "home/aaaaaaaa/exercise", "x-mine");
  fixture_wait (is_current, preview);
  g_assert_true (has_remark (preview, "The picture of “Mine” is not here"));

  g_assert_true (tonus_practice_keep_picture (practice, bytes, "jpg", &again, NULL));
  set (session, TONUS_SLOT_PROGRAM, "home/aaaaaaaa/sets", "2");
  fixture_wait (is_current, preview);
  g_assert_false (has_remark (preview, "“Mine”"));
}

/* An exercise that has no picture of its own is named, in the words of the handout. */
static void
test_no_picture (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = watch (session);
  TonusSchema *schema = tonus_session_get_schema (session);
  GPtrArray *entries =
      tonus_catalogue_get_entries (tonus_schema_find_catalogue (schema, "exercise"));
  const TonusEntry *plain = NULL;

  for (guint i = 0; i < entries->len && !plain; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      const char *picture = tonus_entry_get (entry, "picture");
      g_autoptr (TonusPose) pose = tonus_pose_find (picture ? picture : entry->id);

      if (!pose)
        plain = entry;
    }
  g_assert_nonnull (plain);
  g_assert_false (has_remark (preview, tonus_entry_get_local (plain, "name", "en")));
  set (session, TONUS_SLOT_PROGRAM, "home/aaaaaaaa/exercise", plain->id);
  fixture_wait (is_current, preview);
  g_assert_true (has_remark (preview, tonus_entry_get_local (plain, "name", "en")));
}

/* --- the pane --- */

static GtkWidget *
show_pane (TonusSession *session, TonusPreview *preview, GtkWidget **window)
{
  GtkWidget *pane = tonus_preview_pane_new (session, preview);

  *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (*window), 420, 500);
  gtk_container_add (GTK_CONTAINER (*window), pane);
  gtk_widget_show (*window);
  fixture_paint (*window);
  fixture_wait (is_current, preview);
  fixture_paint (*window);
  return pane;
}

static const char *
get_label (GtkWidget *pane, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (tonus_widget_find (pane, id)));
}

static void
test_pane (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = tonus_preview_new (session);
  GtkWidget *window, *pane = show_pane (session, preview, &window);
  GtkWidget *pages = tonus_widget_find (pane, "preview/pages");
  guint n = tonus_preview_get_pages (preview)->len;
  g_autofree char *first = g_strdup_printf ("Page 1 of %u", n);
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n, n);

  g_assert_cmpuint (n, >, 1);
  g_assert_cmpstr (get_label (pane, "preview/place"), ==, first);
  fixture_key (pages, GDK_KEY_End, 0);
  g_assert_cmpstr (get_label (pane, "preview/place"), ==, last);
  fixture_wait (is_current, preview);
  g_assert_nonnull (
      ((TonusPreviewPage *) g_ptr_array_index (tonus_preview_get_pages (preview), n - 1))->picture);
  gtk_widget_destroy (window);
}

static void
toggle (GtkWidget *pane, const char *id)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (tonus_widget_find (pane, id));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
test_choices (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = tonus_preview_new (session);
  GtkWidget *window, *pane = show_pane (session, preview, &window);

  toggle (pane, "preview/mono");
  g_assert_true (tonus_session_get_handout_options (session).is_mono);
  toggle (pane, "preview/mono");
  toggle (pane, "preview/compact");
  g_assert_true (tonus_session_get_handout_options (session).is_compact);
  toggle (pane, "preview/compact");
  toggle (pane, "preview/paper/a4");
  g_assert_cmpint (tonus_session_get_handout_options (session).paper, ==, TONUS_PAPER_A4);
  toggle (pane, "preview/paper/letter");
  g_assert_cmpint (tonus_session_get_handout_options (session).paper, ==, TONUS_PAPER_LETTER);
  gtk_widget_destroy (window);
}

static void
choose_language (GtkWidget *pane, const char *tag)
{
  GtkWidget *large = tonus_widget_find (pane, "preview/large");
  GActionGroup *actions = gtk_widget_get_action_group (
      gtk_widget_get_parent (gtk_widget_get_parent (large)), "handout");

  g_action_group_change_action_state (actions, "language", g_variant_new_string (tag));
}

static gboolean
is_seen (GtkWidget *pane, const char *id)
{
  return gtk_widget_get_mapped (tonus_widget_find (pane, id));
}

/* The patient's record is written when that is asked for, and in one step; until then the choice is
 * this handout's. */
static void
test_choices_of_one_handout (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPreview) preview = tonus_preview_new (session);
  GtkWidget *window, *pane = show_pane (session, preview, &window);
  GtkWidget *large = tonus_widget_find (pane, "preview/large");
  TonusRecord *patient = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  g_autoptr (GBytes) before = g_bytes_ref (tonus_preview_get_bytes (preview));

  g_assert_false (is_seen (pane, "preview/once"));
  toggle (pane, "preview/large");
  choose_language (pane, "es");
  fixture_wait (is_current, preview);
  g_assert_false (g_bytes_equal (before, tonus_preview_get_bytes (preview)));
  g_assert_true (tonus_session_get_handout_options (session).is_large);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (tonus_widget_find (pane, "preview/language"))),
                   ==, "Language: Spanish");
  g_assert_true (is_seen (pane, "preview/once"));
  g_assert_null (tonus_record_get (patient, "patient/large-print"));
  g_assert_cmpstr (tonus_record_get (patient, "patient/language"), ==, "en");
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (pane, "preview/always")));
  g_assert_cmpstr (tonus_record_get (patient, "patient/large-print"), ==, "yes");
  g_assert_cmpstr (tonus_record_get (patient, "patient/language"), ==, "es");
  g_assert_false (is_seen (pane, "preview/once"));
  tonus_chart_undo (tonus_session_get_chart (session));
  g_assert_cmpstr (tonus_record_get (patient, "patient/language"), ==, "en");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (large)));
  gtk_widget_destroy (window);
}

/* What was chosen for one visit's handout is forgotten at the next. */
static void
test_choices_end (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;

  tonus_session_choose (session, TONUS_CHOICE_LANGUAGE, "de");
  g_assert_true (tonus_session_has_choices (session));
  g_setenv ("TONUS_TODAY", "2027-01-07", TRUE);
  g_assert_true (tonus_session_start_visit (session, &error));
  g_assert_no_error (error);
  language = tonus_session_get_choice (session, TONUS_CHOICE_LANGUAGE);
  g_assert_cmpstr (language, ==, "en");
  g_assert_false (tonus_session_has_choices (session));
  g_unsetenv ("TONUS_TODAY");
}

static void
add_words (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (data, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
}

/* The therapist reads of an exercise in the window's language, whatever the patient's is. */
static void
test_details_language (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  TonusSchema *schema = tonus_session_get_schema (session);
  g_autoptr (TonusLibrary) library = tonus_library_new (schema);
  const TonusEntry *bridge =
      tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"), "bridge");
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *details;

  tonus_session_choose (session, TONUS_CHOICE_LANGUAGE, "es");
  details = g_object_ref_sink (tonus_library_details_new (
      session, library, bridge, G_CALLBACK (gtk_true), G_CALLBACK (gtk_true), NULL));
  fixture_walk (details, add_words, words);
  g_assert_nonnull (strstr (words->str, tonus_entry_get_local (bridge, "step1", "en")));
  g_assert_null (strstr (words->str, tonus_entry_get_local (bridge, "step1", "es")));
  g_assert_nonnull (strstr (words->str, "Spanish: Puente"));
  gtk_widget_destroy (details);
  g_object_unref (details);
}

/* --- the room for both --- */

static void
split_at (int width, gboolean is_toggled, gboolean *view, gboolean *preview)
{
  GtkWidget *window = gtk_offscreen_window_new ();
  GtkWidget *left = gtk_label_new ("view"), *right = gtk_label_new ("preview");
  GtkWidget *split = tonus_preview_split_new (left, right);

  gtk_widget_set_size_request (split, width, 200);
  gtk_container_add (GTK_CONTAINER (window), split);
  gtk_widget_show (left);
  gtk_widget_show (right);
  gtk_widget_show (window);
  fixture_paint (window);
  if (is_toggled)
    tonus_preview_split_toggle (TONUS_PREVIEW_SPLIT (split));
  fixture_paint (window);
  *view = gtk_widget_get_mapped (left);
  *preview = gtk_widget_get_mapped (right);
  gtk_widget_destroy (window);
}

static void
test_split (void)
{
  static const struct
  {
    int width;
    gboolean is_toggled, view, preview;
  } cases[] = { { 1100, FALSE, TRUE, TRUE },
                { 1100, TRUE, TRUE, FALSE },
                { 1100, TRUE, TRUE, TRUE }, /* hidden was remembered */
                { 700, FALSE, TRUE, FALSE },
                { 700, TRUE, FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean view, preview;

      split_at (cases[i].width, cases[i].is_toggled, &view, &preview);
      g_assert_cmpint (view, ==, cases[i].view);
      g_assert_cmpint (preview, ==, cases[i].preview);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/preview/same-bytes", test_same_bytes);
  g_test_add_func ("/ui/preview/follows-edits", test_follows_edits);
  g_test_add_func ("/ui/preview/says-what-cannot-be-printed", test_says_what_cannot_be_printed);
  g_test_add_func ("/ui/preview/last-edit-wins", test_last_edit_wins);
  g_test_add_func ("/ui/preview/unwatched", test_unwatched);
  g_test_add_func ("/ui/preview/thrown-away", test_thrown_away);
  g_test_add_func ("/ui/preview/scale", test_scale);
  g_test_add_func ("/ui/preview/remarks", test_remarks);
  g_test_add_func ("/ui/preview/lost-photo", test_lost_photo);
  g_test_add_func ("/ui/preview/no-picture", test_no_picture);
  g_test_add_func ("/ui/preview/pane", test_pane);
  g_test_add_func ("/ui/preview/choices", test_choices);
  g_test_add_func ("/ui/preview/choices-of-one-handout", test_choices_of_one_handout);
  g_test_add_func ("/ui/preview/choices-end", test_choices_end);
  g_test_add_func ("/ui/preview/details-language", test_details_language);
  g_test_add_func ("/ui/preview/split", test_split);
  return fixture_finish (g_test_run ());
}
