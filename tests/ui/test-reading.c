/* test-reading.c - a record that is read: words that a person would say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-reading.h"
#include "tonus-record-text.h"

static TonusRecord *
read_record (const char *kind, const char *body)
{
  g_autofree char *text = g_strdup_printf (
      "[Tonus]\nFormat=1\nKind=%s\nObject=aaaaaaaaaaaaaaaaaaaaaaaaaa\n%s", kind, body);
  TonusRecord *record = tonus_record_from_text (tonus_schema_get_default (), text, strlen (text),
                                                TONUS_READ_KEEP, NULL, NULL);

  g_assert_nonnull (record);
  g_assert_cmpuint (g_hash_table_size (tonus_record_get_unread (record)), ==, 0);
  return record;
}

static void
add_words (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (data, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
}

/* Every label, a line each.  (transfer full) */
static char *
read_words (TonusRecord *record)
{
  GtkWidget *reading = g_object_ref_sink (tonus_reading_new (record, NULL));
  GString *words = g_string_new (NULL);

  fixture_walk (reading, add_words, words);
  gtk_widget_destroy (reading);
  g_object_unref (reading);
  return g_string_free (words, FALSE);
}

/* "Partly" says by itself that it is how it was done. */
static void
test_done_at_home (void)
{
  g_autoptr (TonusRecord) visit =
      read_record ("visit", "[home-done/bridge]\ndone=done\n\n"
                            "[home-done/clam]\ndone=partly\nwhy=no-time\n");
  g_autofree char *words = read_words (visit);

  g_assert_nonnull (strstr (words, "\nDone\n"));
  g_assert_nonnull (strstr (words, "\nPartly · Why not: No time\n"));
}

/* In the order of the handout, with the dose in one. */
static void
test_program (void)
{
  g_autoptr (TonusRecord) program = read_record (
      "program", "[home/aaaaaaaa]\nexercise=bridge\nsets=2\nreps=10\npain-limit=3\nplace=2\n"
                 "state=active\n\n[home/bbbbbbbb]\nexercise=clam\nsets=3\nreps=12\nplace=1\n"
                 "state=active\n\n[home/cccccccc]\nexercise=bird-dog\nsets=~refused\n"
                 "state=stopped\n");
  g_autofree char *words = read_words (program);
  const char *clam = strstr (words, "• Clam · 3 × 12\n");
  const char *bridge = strstr (words, "• Bridge · 2 × 10 · Pain up to 3/10\n");
  const char *stopped = strstr (words, "State: Stopped");

  g_assert_nonnull (clam);
  g_assert_nonnull (bridge);
  g_assert_nonnull (stopped);
  /* A grid gives what was put in last first. */
  g_assert_true (clam > bridge && bridge > stopped);
  g_assert_null (strstr (words, "Place"));
  g_assert_null (strstr (words, "Active"));
  g_assert_nonnull (strstr (words, "Sets"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/reading/done-at-home", test_done_at_home);
  g_test_add_func ("/ui/reading/program", test_program);
  return fixture_finish (g_test_run ());
}
