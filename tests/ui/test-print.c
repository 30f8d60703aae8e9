/* test-print.c - what is previewed, printed and saved is one and the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <poppler.h>
#include <string.h>
#include <unistd.h>
#include "fixture.h"
#include "tonus-export-bar.h"
#include "tonus-identify.h"
#include "tonus-preferences.h"
#include "tonus-print-send.h"

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

static GBytes *
give_out (TonusSession *session)
{
  TonusHandoutOptions options = tonus_session_get_handout_options (session);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tonus_session_give_out (session, &options, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
read_file (const char *path)
{
  char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* The job's memory file holds the bytes, and nobody can change them. */
static void
test_source (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 handout", 16);
  g_autoptr (GError) error = NULL;
  int fd = tonus_print_source (bytes, &error);
  char read_back[32];

  g_assert_no_error (error);
  g_assert_cmpint (read (fd, read_back, sizeof read_back), ==, 16);
  g_assert_cmpmem (read_back, 16, "%PDF-1.7 handout", 16);
  g_assert_cmpint (ftruncate (fd, 0), ==, -1);
  close (fd);
}

/* --- a printer that takes PDF: the one that prints to a file --- */

static gboolean
file_printer_cb (GtkPrinter *printer, gpointer data)
{
  GtkPrinter **found = data;

  if (!gtk_printer_is_virtual (printer))
    return FALSE;
  *found = g_object_ref (printer);
  return TRUE;
}

typedef struct
{
  gboolean is_over;
  char *error; /* (nullable) */
} Outcome;

static void
sent_cb (GtkPrinter *printer, const GError *error, gpointer data)
{
  Outcome *outcome = data;

  outcome->is_over = TRUE;
  outcome->error = error ? g_strdup (error->message) : NULL;
}

static gboolean
is_over (gpointer outcome)
{
  return ((Outcome *) outcome)->is_over;
}

static char *
print_to (GBytes *bytes, const char *uri)
{
  g_autoptr (GtkPrinter) printer = NULL;
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Outcome outcome = { FALSE, NULL };

  gtk_enumerate_printers (file_printer_cb, &printer, NULL, TRUE);
  g_assert_nonnull (printer);
  g_assert_true (gtk_printer_accepts_pdf (printer));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  tonus_print_send (printer, settings, setup, "Handout", bytes, sent_cb, &outcome);
  fixture_wait (is_over, &outcome);
  return outcome.error;
}

static void
test_printed (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autofree char *path = g_build_filename (fixture_home (), "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GBytes) bytes = give_out (session), printed = NULL;
  g_autofree char *error = print_to (bytes, uri);

  g_assert_cmpstr (error, ==, NULL);
  printed = read_file (path);
  g_assert_true (g_bytes_equal (bytes, printed));
}

static void
test_not_printed (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7", 8);
  g_autofree char *error = print_to (bytes, "file:///nowhere/at/all.pdf");

  g_assert_nonnull (error);
}

/* --- one that does not: drawn --- */

static void
test_drawn (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (GBytes) bytes = give_out (session), drawn = NULL;
  g_autofree char *path = g_build_filename (fixture_home (), "drawn.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  PopplerDocument *before = poppler_document_new_from_bytes (bytes, NULL, NULL), *after;
  g_autoptr (GObject) page = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tonus_print_draw (operation, bytes, &error));
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  drawn = read_file (path);
  after = poppler_document_new_from_bytes (drawn, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (after), ==, poppler_document_get_n_pages (before));
  page = G_OBJECT (poppler_document_get_page (after, 0));
  text = poppler_page_get_text (POPPLER_PAGE (page));
  g_assert_nonnull (strstr (text, "Dana Reyes"));
  g_object_unref (before);
  g_object_unref (after);
}

/* --- versions --- */

/* Printed, and then saved as a file too: the patient was given one handout, not two. */
static void
test_one_version (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  TonusRecord *program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);
  g_autofree char *path = g_build_filename (fixture_home (), "one.pdf", NULL);
  g_autoptr (GBytes) printed = give_out (session), saved = NULL;
  g_autofree char *first = g_strdup (tonus_record_get (program, "program/version"));
  g_autoptr (GError) error = NULL;

  tonus_session_hand_out (session, path, &error);
  g_assert_no_error (error);
  saved = read_file (path);
  g_assert_true (g_bytes_equal (printed, saved));
  g_assert_cmpstr (tonus_record_get (program, "program/version"), ==, first);
  /* Changed since: another one. */
  tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (program),
                   "program/advice", "Walk.", &error);
  g_assert_no_error (error);
  g_bytes_unref (give_out (session));
  g_assert_cmpstr (tonus_record_get (program, "program/version"), !=, first);
}

/* --- as a file --- */

static const char *
get_path (GtkWidget *bar)
{
  return gtk_entry_get_text (GTK_ENTRY (tonus_widget_find (bar, "handout/path")));
}

static void
test_export_bar (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  GtkWidget *window = gtk_offscreen_window_new (), *home = gtk_entry_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = tonus_export_bar_new (session, home);
  GtkWidget *path = tonus_widget_find (bar, "handout/path");
  g_autofree char *wrong = g_build_filename (fixture_home (), "no-such", "a.pdf", NULL);
  g_autofree char *right = g_build_filename (fixture_home (), "a.pdf", NULL);

  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_container_add (GTK_CONTAINER (box), bar);
  gtk_container_add (GTK_CONTAINER (box), home);
  gtk_widget_show_all (window);
  tonus_export_bar_ask (bar);
  g_assert_null (strstr (get_path (bar), "Reyes"));
  gtk_entry_set_text (GTK_ENTRY (path), wrong);
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (bar, "handout/save")));
  /* The line stays, and it is said what to do. */
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (strstr (tonus_session_get_status (session), "choose another"));
  gtk_entry_set_text (GTK_ENTRY (path), right);
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (bar, "handout/save")));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (g_file_test (right, G_FILE_TEST_EXISTS));
  /* The next one goes where this one went. */
  tonus_export_bar_ask (bar);
  g_assert_true (g_str_has_prefix (get_path (bar), fixture_home ()));
  gtk_widget_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/print/source", test_source);
  g_test_add_func ("/ui/print/printed", test_printed);
  g_test_add_func ("/ui/print/not-printed", test_not_printed);
  g_test_add_func ("/ui/print/drawn", test_drawn);
  g_test_add_func ("/ui/print/one-version", test_one_version);
  g_test_add_func ("/ui/print/export-bar", test_export_bar);
  return fixture_finish (g_test_run ());
}
