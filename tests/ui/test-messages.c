/* test-messages.c - what is said in place: recovery, versions of others, a folder that goes away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include <string.h>
#include "fixture.h"
#include "tonus-difference.h"
#include "tonus-draft.h"
#include "tonus-identify.h"
#include "tonus-messages.h"
#include "tonus-window.h"

typedef struct
{
  TonusPractice *practice;
  TonusWindow *window;
  TonusSession *session;
  char *patient;
  char *visit;
} Desk;

static void
set (TonusSession *session, TonusSlot slot, const char *path, const char *text)
{
  TonusRecord *record = tonus_session_get_record (session, slot);
  g_autoptr (GError) error = NULL;

  tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (record), path, text,
                   &error);
  g_assert_no_error (error);
}

static const char *
get (Desk *desk, const char *path)
{
  return tonus_record_get (tonus_session_get_record (desk->session, TONUS_SLOT_VISIT), path);
}

/* A window on the demo practice with today's visit open, 5 of 10 in it, saved. */
static Desk
desk_new (void)
{
  Desk desk = { fixture_demo (), tonus_window_new (NULL), NULL, NULL, NULL };

  tonus_window_set_practice (desk.window, desk.practice);
  desk.session = tonus_window_get_session (desk.window);
  desk.patient = fixture_first_patient (desk.practice);
  g_assert_true (tonus_session_open_patient (desk.session, desk.patient, NULL));
  g_assert_true (tonus_session_start_visit (desk.session, NULL));
  desk.visit = g_strdup (
      tonus_record_get_object (tonus_session_get_record (desk.session, TONUS_SLOT_VISIT)));
  set (desk.session, TONUS_SLOT_VISIT, "pain/now", "5");
  g_assert_true (tonus_session_save (desk.session, NULL));
  return desk;
}

static void
desk_clear (Desk *desk)
{
  gtk_widget_destroy (GTK_WIDGET (desk->window));
  g_object_unref (desk->practice);
  g_free (desk->patient);
  g_free (desk->visit);
}

static GtkWidget *
find (Desk *desk, const char *id)
{
  return tonus_widget_find (GTK_WIDGET (desk->window), id);
}

static void
click (Desk *desk, const char *id)
{
  GtkWidget *button = find (desk, id);

  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
}

static const char *
words_of (Desk *desk, const char *id)
{
  GtkWidget *widget = find (desk, id);

  return widget ? atk_object_get_name (gtk_widget_get_accessible (widget)) : NULL;
}

/* The same practice on another computer. */
static void
change_elsewhere (Desk *desk, const char *path, const char *text)
{
  g_autoptr (TonusPractice) other =
      tonus_practice_open (tonus_io_real (), tonus_practice_get_folder (desk->practice), NULL);
  g_autoptr (TonusRecord) record = tonus_practice_load (other, desk->visit, NULL, NULL);
  g_autoptr (GPtrArray) therapists = tonus_practice_list_objects (other, NULL, "therapist", NULL);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (changes, desk->visit, path, text);
  tonus_record_apply (record, changes, &error);
  g_assert_no_error (error);
  tonus_practice_save (other, record, NULL, g_ptr_array_index (therapists, 0), NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_newer (gpointer desk)
{
  return find (desk, "newer") != NULL;
}

static gboolean
has_fork (gpointer desk)
{
  return find (desk, "fork") != NULL;
}

/* Nothing on the screen changes under the person's hands before they say so. */
static void
test_newer (void)
{
  Desk desk = desk_new ();

  change_elsewhere (&desk, "pain/worst", "8");
  fixture_wait (has_newer, &desk);
  g_assert_null (get (&desk, "pain/worst"));
  g_assert_nonnull (strstr (words_of (&desk, "newer"), "This visit was changed elsewhere ("));
  click (&desk, "newer/show");
  g_assert_cmpstr (get (&desk, "pain/worst"), ==, "8");
  g_assert_null (find (&desk, "newer"));
  desk_clear (&desk);
}

static guint
count_heads (Desk *desk)
{
  g_autoptr (TonusObject) object = NULL;

  tonus_practice_refresh (desk->practice);
  object = tonus_practice_get_object (desk->practice, desk->visit, NULL);
  return object->heads->len;
}

static Desk
forked_new (void)
{
  Desk desk = desk_new ();

  set (desk.session, TONUS_SLOT_VISIT, "pain/now", "3");
  set (desk.session, TONUS_SLOT_VISIT, "pain/best", "1");
  change_elsewhere (&desk, "pain/worst", "8");
  change_elsewhere (&desk, "pain/now", "6");
  g_assert_true (tonus_session_save (desk.session, NULL));
  fixture_wait (has_fork, &desk);
  return desk;
}

static void
test_merge (gconstpointer data)
{
  gboolean takes_other = GPOINTER_TO_INT (data);
  Desk desk = forked_new ();
  GtkWidget *pane;
  const char *choice = NULL;

  g_assert_cmpuint (count_heads (&desk), ==, 2);
  click (&desk, "fork/compare");
  pane = find (&desk, "merge");
  g_assert_nonnull (pane);
  /* Which of the two is “this one” is decided by the store, alike on every computer. */
  choice = gtk_button_get_label (GTK_BUTTON (find (&desk, "merge/pain/now/other")));
  if (takes_other)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&desk, "merge/pain/now/other")), TRUE);
  g_autofree char *expected = g_strdup ((strstr (choice, "3") != NULL) == takes_other ? "3" : "6");
  click (&desk, "merge/do");
  fixture_settle ();
  g_assert_cmpuint (count_heads (&desk), ==, 1);
  g_assert_cmpstr (get (&desk, "pain/now"), ==, expected);
  g_assert_cmpstr (get (&desk, "pain/best"), ==, "1");
  g_assert_cmpstr (get (&desk, "pain/worst"), ==, "8");
  g_assert_null (find (&desk, "merge"));
  g_assert_null (find (&desk, "fork"));
  desk_clear (&desk);
}

/* Leaving the comparison changes nothing. */
static void
test_leave_merge (void)
{
  Desk desk = forked_new ();

  click (&desk, "fork/compare");
  g_action_group_activate_action (G_ACTION_GROUP (desk.window), "back", NULL);
  g_assert_null (find (&desk, "merge"));
  g_assert_nonnull (find (&desk, "fork"));
  g_assert_cmpuint (count_heads (&desk), ==, 2);
  g_assert_cmpstr (get (&desk, "pain/now"), ==, "3");
  desk_clear (&desk);
}

/* The comparison stays with its chart while another is looked at, with the answers given. */
static void
test_merge_waits (void)
{
  Desk desk = forked_new ();
  GtkWidget *other;

  click (&desk, "fork/compare");
  other = find (&desk, "merge/pain/now/other");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (desk.window), "new-patient", NULL);
  g_assert_null (find (&desk, "fork"));
  g_action_group_activate_action (G_ACTION_GROUP (desk.window), "next-chart", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (desk.window), "save", NULL);
  g_assert_true (find (&desk, "merge/pain/now/other") == other);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (other)));
  g_assert_nonnull (find (&desk, "fork"));
  desk_clear (&desk);
}

static gboolean
is_away (gpointer desk)
{
  return find (desk, "unavailable") != NULL;
}

static gboolean
is_back (gpointer desk)
{
  return find (desk, "unavailable") == NULL && find (desk, "failure") == NULL;
}

static gboolean
says_draft (gpointer desk)
{
  return g_str_has_prefix (tonus_session_get_status (((Desk *) desk)->session), "Draft kept ");
}

/* Lines that wrap have room. */
static void
check_room (Desk *desk)
{
  GtkWidget *message = find (desk, "unavailable");
  GtkWidget *place = gtk_widget_get_parent (gtk_widget_get_parent (message));

  fixture_settle ();
  g_assert_cmpint (gtk_widget_get_allocated_height (place), >=,
                   gtk_widget_get_allocated_height (message));
}

static void
test_folder_goes_and_comes (void)
{
  Desk desk = desk_new ();
  g_autofree char *folder = g_strdup (tonus_practice_get_folder (desk.practice));
  g_autofree char *away = g_strconcat (folder, ".away", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) kept = NULL;

  gtk_window_set_default_size (GTK_WINDOW (desk.window), 1024, 640);
  gtk_widget_show (GTK_WIDGET (desk.window));
  fixture_settle ();
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  fixture_wait (is_away, &desk);
  g_assert_nonnull (strstr (words_of (&desk, "unavailable"), folder));
  check_room (&desk);
  set (desk.session, TONUS_SLOT_VISIT, "pain/now", "2");
  fixture_wait (says_draft, &desk);
  g_assert_false (tonus_window_save (desk.window));
  g_assert_nonnull (find (&desk, "unavailable"));
  g_assert_false (tonus_session_open_patient (desk.session, desk.visit, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  fixture_wait (is_back, &desk);
  tonus_practice_refresh (desk.practice);
  kept = tonus_practice_load (desk.practice, desk.visit, NULL, NULL);
  g_assert_cmpstr (tonus_record_get (kept, "pain/now"), ==, "2");
  desk_clear (&desk);
}

/* Types, keeps a draft and ends without saving, as by a crash; then begins anew. */
static void
crash (Desk *desk, const char *text)
{
  g_autofree char *folder = g_strdup (tonus_practice_get_folder (desk->practice));

  set (desk->session, TONUS_SLOT_VISIT, "pain/now", text);
  fixture_wait (says_draft, desk);
  gtk_widget_destroy (GTK_WIDGET (desk->window));
  g_object_unref (desk->practice);
  desk->practice = tonus_practice_open (tonus_io_real (), folder, NULL);
  desk->window = tonus_window_new (NULL);
  tonus_window_set_practice (desk->window, desk->practice);
  desk->session = tonus_window_get_session (desk->window);
}

static void
collect_labels (GtkWidget *widget, gpointer words)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
}

static void
test_restore (void)
{
  Desk desk = desk_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  crash (&desk, "3");
  g_assert_true (g_str_has_prefix (words_of (&desk, "recovery"), "Dana Reyes · 3 May 1988 (38): "));
  fixture_walk (find (&desk, "recovery"), collect_labels, words);
  g_assert_nonnull (strstr (words->str, "1 change\n"));
  g_assert_nonnull (strstr (words->str, "5"));
  g_assert_nonnull (strstr (words->str, " → 3"));
  click (&desk, "recovery/restore");
  g_assert_null (find (&desk, "recovery"));
  g_assert_cmpstr (get (&desk, "pain/now"), ==, "3");
  desk_clear (&desk);
}

static void
test_discard (void)
{
  Desk desk = desk_new ();
  g_autoptr (GPtrArray) drafts = NULL;

  crash (&desk, "3");
  click (&desk, "recovery/discard");
  /* Not yet: it is asked whether it shall really go. */
  click (&desk, "recovery/keep");
  g_assert_nonnull (find (&desk, "recovery/restore"));
  click (&desk, "recovery/discard");
  click (&desk, "recovery/discard");
  g_assert_null (find (&desk, "recovery"));
  drafts = tonus_session_list_drafts (desk.session);
  g_assert_cmpuint (drafts->len, ==, 0);
  desk_clear (&desk);
}

static gboolean
is_saved (gpointer desk)
{
  return g_str_has_prefix (tonus_session_get_status (((Desk *) desk)->session), "Saved ");
}

/* While the offer waits, typing in the same record does not take the draft's place. */
static void
test_offer_waits (void)
{
  Desk desk = desk_new ();
  g_autoptr (GPtrArray) drafts = NULL;

  crash (&desk, "3");
  g_assert_true (tonus_session_open_patient (desk.session, desk.patient, NULL));
  g_assert_cmpstr (get (&desk, "pain/now"), ==, "5");
  set (desk.session, TONUS_SLOT_VISIT, "pain/now", "7");
  fixture_wait (is_saved, &desk);
  drafts = tonus_session_list_drafts (desk.session);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (
      tonus_record_get (((TonusDraft *) g_ptr_array_index (drafts, 0))->record, "pain/now"), ==,
      "3");
  click (&desk, "recovery/restore");
  /* Both were typed on the same revision: they stand side by side. */
  fixture_wait (has_fork, &desk);
  g_assert_cmpuint (count_heads (&desk), ==, 2);
  desk_clear (&desk);
}

/* A change in words: measured rows by their name, events by what they are about. */
static void
test_words (void)
{
  static const struct
  {
    const char *path;
    const char *text;
    const char *words;
  } lines[] = {
    { "pain/now", "3", "Pain (NPRS) · Now: 3" },
    { "rom/hip-flexion.right.passive/value", "95", "Hip flexion" },
    { "manual/aaaaaaaa/minutes", "10", "Manual therapy" },
  };
  TonusChart *chart;
  TonusRecord *record;

  fixture_site ("visit", &chart, &record);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (TonusRecord) before = tonus_record_copy (record);
      g_autoptr (GPtrArray) list = NULL;
      g_autofree char *words = NULL;

      g_assert_true (tonus_chart_set (chart, tonus_record_get_object (record), lines[i].path,
                                      lines[i].text, NULL));
      list = tonus_difference_list (before, record);
      g_assert_cmpuint (list->len, ==, 1);
      words = tonus_difference_words (g_ptr_array_index (list, 0));
      if (!g_str_has_prefix (words, lines[i].words))
        g_error ("%s reads “%s”", lines[i].path, words);
    }
  g_object_unref (record);
  g_object_unref (chart);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/messages/newer", test_newer);
  g_test_add_data_func ("/ui/messages/merge-this", GINT_TO_POINTER (FALSE), test_merge);
  g_test_add_data_func ("/ui/messages/merge-other", GINT_TO_POINTER (TRUE), test_merge);
  g_test_add_func ("/ui/messages/leave-merge", test_leave_merge);
  g_test_add_func ("/ui/messages/merge-waits", test_merge_waits);
  g_test_add_func ("/ui/messages/folder-goes-and-comes", test_folder_goes_and_comes);
  g_test_add_func ("/ui/messages/restore", test_restore);
  g_test_add_func ("/ui/messages/discard", test_discard);
  g_test_add_func ("/ui/messages/offer-waits", test_offer_waits);
  g_test_add_func ("/ui/messages/words", test_words);
  return fixture_finish (g_test_run ());
}
