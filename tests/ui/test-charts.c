/* test-charts.c - several charts open at once: each keeps its own, all are saved, none leaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fixture.h"
#include "tonus-draft.h"
#include "tonus-identify.h"
#include "tonus-window.h"

typedef struct
{
  TonusPractice *practice;
  char *dana; /* of the demo */
  char *lee;  /* made here */
} Two;

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
front (TonusSession *session)
{
  return tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_PATIENT));
}

static char *
add_patient (TonusPractice *practice, const char *given)
{
  g_autoptr (TonusSession) session = tonus_session_new (practice);
  char *id;

  g_assert_true (tonus_session_new_patient (session, NULL));
  set (session, TONUS_SLOT_PATIENT, "patient/given", given);
  g_assert_true (tonus_session_save (session, NULL));
  id = g_strdup (front (session));
  g_assert_true (tonus_session_close_patient (session, NULL));
  return id;
}

static Two
two_new (void)
{
  Two two = { fixture_demo (), NULL, NULL };

  two.dana = fixture_first_patient (two.practice);
  two.lee = add_patient (two.practice, "Lee");
  return two;
}

static void
two_clear (Two *two)
{
  g_object_unref (two->practice);
  g_free (two->dana);
  g_free (two->lee);
}

static void
open_with_visit (TonusSession *session, const char *patient)
{
  g_autoptr (GError) error = NULL;

  tonus_session_open_patient (session, patient, &error);
  g_assert_no_error (error);
  tonus_session_start_visit (session, &error);
  g_assert_no_error (error);
}

static char *
load (TonusPractice *practice, const char *visit, const char *path)
{
  g_autoptr (TonusRecord) record = NULL;

  tonus_practice_refresh (practice);
  record = tonus_practice_load (practice, visit, NULL, NULL);
  return g_strdup (tonus_record_get (record, path));
}

static void
test_each_its_own (void)
{
  Two two = two_new ();
  g_autoptr (TonusSession) session = tonus_session_new (two.practice);
  g_autofree char *first = NULL, *second = NULL, *one = NULL, *other = NULL;

  open_with_visit (session, two.dana);
  first = g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  set (session, TONUS_SLOT_VISIT, "pain/now", "3");
  open_with_visit (session, two.lee);
  second =
      g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  set (session, TONUS_SLOT_VISIT, "pain/now", "5");
  tonus_session_switch (session, 1);
  g_assert_cmpstr (front (session), ==, two.dana);
  set (session, TONUS_SLOT_VISIT, "pain/worst", "8");
  tonus_chart_undo (tonus_session_get_chart (session));
  tonus_session_switch (session, -1);
  g_assert_cmpstr (front (session), ==, two.lee);
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (session, TONUS_SLOT_VISIT), "pain/now"), ==, "5");
  g_assert_true (tonus_session_save (session, NULL));
  g_assert_false (tonus_session_is_dirty (session));
  one = load (two.practice, first, "pain/now");
  other = load (two.practice, second, "pain/now");
  g_assert_cmpstr (one, ==, "3");
  g_assert_cmpstr (other, ==, "5");
  two_clear (&two);
}

static void
test_open_again_switches (void)
{
  Two two = two_new ();
  g_autoptr (TonusSession) session = tonus_session_new (two.practice);
  TonusChart *chart;
  g_autoptr (GPtrArray) open = NULL;

  open_with_visit (session, two.dana);
  chart = tonus_session_get_chart (session);
  g_assert_true (tonus_session_open_patient (session, two.lee, NULL));
  g_assert_true (tonus_session_open_patient (session, two.dana, NULL));
  g_assert_true (tonus_session_get_chart (session) == chart);
  open = tonus_session_list_open (session);
  g_assert_cmpuint (open->len, ==, 2);
  two_clear (&two);
}

static void
test_close_goes_back (void)
{
  Two two = two_new ();
  g_autofree char *kim = add_patient (two.practice, "Kim");
  g_autoptr (TonusSession) session = tonus_session_new (two.practice);

  g_assert_true (tonus_session_open_patient (session, two.dana, NULL));
  g_assert_true (tonus_session_open_patient (session, two.lee, NULL));
  g_assert_true (tonus_session_open_patient (session, kim, NULL));
  g_assert_true (tonus_session_open_patient (session, two.dana, NULL));
  g_assert_true (tonus_session_close_patient (session, NULL));
  g_assert_cmpstr (front (session), ==, kim);
  g_assert_true (tonus_session_close_patient (session, NULL));
  g_assert_cmpstr (front (session), ==, two.lee);
  g_assert_true (tonus_session_close_patient (session, NULL));
  g_assert_null (tonus_session_get_chart (session));
  two_clear (&two);
}

/* The oldest makes room, saved; more than a handful cannot be kept apart anyway. */
static void
test_so_many (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *dana = fixture_first_patient (practice);
  g_autoptr (TonusSession) session = tonus_session_new (practice);
  g_autofree char *visit = NULL, *kept = NULL;
  g_autoptr (GPtrArray) open = NULL;

  open_with_visit (session, dana);
  visit = g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  set (session, TONUS_SLOT_VISIT, "pain/now", "6");
  for (int i = 0; i < TONUS_CHARTS_MAX; i++)
    {
      g_assert_true (tonus_session_new_patient (session, NULL));
      set (session, TONUS_SLOT_PATIENT, "patient/given", "Somebody");
    }
  open = tonus_session_list_open (session);
  g_assert_cmpuint (open->len, ==, TONUS_CHARTS_MAX);
  g_assert_false (tonus_session_is_open (session, dana));
  kept = load (practice, visit, "pain/now");
  g_assert_cmpstr (kept, ==, "6");
}

/* As another computer would do it meanwhile. */
static void
sign_elsewhere (TonusPractice *practice, const char *visit)
{
  g_autoptr (TonusPractice) other =
      tonus_practice_open (tonus_io_real (), tonus_practice_get_folder (practice), NULL);
  g_autoptr (TonusRecord) record = tonus_practice_load (other, visit, NULL, NULL);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (changes, visit, "signature/time", "2026-11-23T10:00:00Z");
  tonus_record_apply (record, changes, &error);
  g_assert_no_error (error);
  tonus_practice_save (other, record, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* One record that is refused keeps nothing else from being saved, and is said. */
static void
test_refusal_stays_alone (void)
{
  Two two = two_new ();
  g_autoptr (TonusSession) session = tonus_session_new (two.practice);
  g_autofree char *first = NULL, *second = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;

  open_with_visit (session, two.dana);
  first = g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  set (session, TONUS_SLOT_VISIT, "pain/now", "3");
  open_with_visit (session, two.lee);
  second =
      g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  set (session, TONUS_SLOT_VISIT, "pain/now", "5");
  sign_elsewhere (two.practice, first);
  tonus_practice_refresh (two.practice);
  g_assert_false (tonus_session_save (session, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED);
  g_assert_nonnull (tonus_session_get_failure (session));
  kept = load (two.practice, second, "pain/now");
  g_assert_cmpstr (kept, ==, "5");
  g_assert_true (tonus_session_is_dirty (session));
  two_clear (&two);
}

/* An evaluation has it folded away. */
/* What can never be saved does not keep the chart open for ever: it stays as a draft. */
static void
test_close_over_draft (void)
{
  Two two = two_new ();
  g_autoptr (TonusSession) session = tonus_session_new (two.practice);
  g_autofree char *visit = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  open_with_visit (session, two.dana);
  visit = g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  set (session, TONUS_SLOT_VISIT, "pain/now", "3");
  sign_elsewhere (two.practice, visit);
  tonus_practice_refresh (two.practice);
  g_assert_false (tonus_session_close_patient (session, NULL));
  g_assert_nonnull (tonus_session_get_chart (session));
  g_assert_true (tonus_session_close_patient (session, NULL));
  g_assert_null (tonus_session_get_chart (session));
  g_assert_null (tonus_session_get_failure (session));
  drafts = tonus_session_list_drafts (session);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (
      tonus_record_get (((TonusDraft *) g_ptr_array_index (drafts, 0))->record, "pain/now"), ==,
      "3");
  two_clear (&two);
}

static GtkTextBuffer *
find_report (TonusWindow *window)
{
  GtkWidget *view = GTK_WIDGET (tonus_window_get_chart_view (window));
  GtkWidget *report = tonus_widget_find (view, "since-last/report");

  if (!report)
    {
      gtk_button_clicked (GTK_BUTTON (tonus_widget_find (view, "page/subjective/more")));
      report = tonus_widget_find (view, "since-last/report");
    }
  g_assert_nonnull (report);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (report));
}

static const char *
report_of (TonusSession *session)
{
  return tonus_record_get (tonus_session_get_record (session, TONUS_SLOT_VISIT),
                           "since-last/report");
}

static void
act (TonusWindow *window, const char *command)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), command));
  g_action_group_activate_action (G_ACTION_GROUP (window), command, NULL);
}

static void
test_window (void)
{
  Two two = two_new ();
  TonusWindow *window = tonus_window_new (NULL);
  TonusSession *session;
  GtkWidget *focus;

  tonus_window_set_practice (window, two.practice);
  session = tonus_window_get_session (window);
  gtk_widget_show (GTK_WIDGET (window));
  open_with_visit (session, two.dana);
  act (window, "tab-assessment");
  gtk_text_buffer_set_text (find_report (window), "Better since Friday", -1);
  act (window, "tab-interventions");
  fixture_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  open_with_visit (session, two.lee);
  gtk_text_buffer_set_text (find_report (window), "Worse on stairs", -1);
  act (window, "next-chart");
  g_assert_cmpstr (front (session), ==, two.dana);
  g_assert_cmpint (
      gtk_notebook_get_current_page (GTK_NOTEBOOK (tonus_window_get_chart_view (window))), ==,
      TONUS_TAB_INTERVENTIONS);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  act (window, "undo");
  g_assert_null (report_of (session));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  act (window, "redo");
  act (window, "previous-chart");
  g_assert_cmpstr (report_of (session), ==, "Worse on stairs");
  act (window, "close-chart");
  g_assert_cmpstr (front (session), ==, two.dana);
  g_assert_cmpstr (report_of (session), ==, "Better since Friday");
  g_assert_true (tonus_window_save (window));
  gtk_widget_destroy (GTK_WIDGET (window));
  two_clear (&two);
}

static void
test_nothing_left_behind (void)
{
  Two two = two_new ();
  TonusWindow *window = tonus_window_new (NULL);
  TonusSession *session;
  GWeakRef chart, view, record;

  tonus_window_set_practice (window, two.practice);
  session = tonus_window_get_session (window);
  open_with_visit (session, two.dana);
  g_weak_ref_init (&chart, tonus_session_get_chart (session));
  g_weak_ref_init (&view, tonus_window_get_chart_view (window));
  g_weak_ref_init (&record, tonus_session_get_record (session, TONUS_SLOT_VISIT));
  act (window, "tab-assessment");
  act (window, "details");
  for (int i = 0; i < 300; i++)
    {
      act (window, "close-chart");
      g_assert_true (tonus_session_open_patient (session, i % 2 ? two.dana : two.lee, NULL));
    }
  fixture_settle ();
  g_assert_null (g_weak_ref_get (&chart));
  g_assert_null (g_weak_ref_get (&view));
  g_assert_null (g_weak_ref_get (&record));
  gtk_widget_destroy (GTK_WIDGET (window));
  two_clear (&two);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/charts/each-its-own", test_each_its_own);
  g_test_add_func ("/ui/charts/open-again-switches", test_open_again_switches);
  g_test_add_func ("/ui/charts/close-goes-back", test_close_goes_back);
  g_test_add_func ("/ui/charts/so-many", test_so_many);
  g_test_add_func ("/ui/charts/refusal-stays-alone", test_refusal_stays_alone);
  g_test_add_func ("/ui/charts/close-over-draft", test_close_over_draft);
  g_test_add_func ("/ui/charts/window", test_window);
  g_test_add_func ("/ui/charts/nothing-left-behind", test_nothing_left_behind);
  return fixture_finish (g_test_run ());
}
