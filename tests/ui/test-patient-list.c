/* test-patient-list.c - who stands under which heading, what is found, what a row says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-commands.h"
#include "tonus-date.h"
#include "tonus-identify.h"
#include "tonus-patient-list.h"
#include "tonus-text.h"
#include "tonus-window.h"

static TonusIndexEntry people[] = {
  { .id = (char *) "a1",
    .given = (char *) "Ann",
    .family = (char *) "Abel",
    .born = (char *) "1990-01-02",
    .last_visit = (char *) "2026-11-20",
    .next_visit = (char *) "2026-11-23" },
  { .id = (char *) "d1",
    .given = (char *) "Dana",
    .family = (char *) "Reyes",
    .born = (char *) "1988-05-03",
    .last_visit = (char *) "2026-11-22",
    .next_visit = (char *) "",
    .unsigned_visits = 2 },
  { .id = (char *) "d2",
    .given = (char *) "Dana",
    .family = (char *) "Reyes",
    .born = (char *) "1951-12-30",
    .last_visit = (char *) "",
    .next_visit = (char *) "2026-11-24",
    .unsigned_visits = 1 },
  { .id = (char *) "s1",
    .given = (char *) "Željko",
    .family = (char *) "Škoda",
    .born = (char *) "",
    .last_visit = (char *) "2026-11-21",
    .next_visit = (char *) "",
    .unsigned_visits = 1 },
  { .id = (char *) "z1",
    .given = (char *) "Rob",
    .family = (char *) "Zed",
    .born = (char *) "1970-06-07",
    .last_visit = (char *) "2026-11-10",
    .next_visit = (char *) "" },
};

static GPtrArray *
make_entries (void)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *names =
          g_strjoin (" ", people[i].given, people[i].family, people[i].born, NULL);

      g_free ((char *) people[i].folded);
      people[i].folded = tonus_text_fold (names);
      g_ptr_array_add (entries, &people[i]);
    }
  return entries;
}

/* "Today: a1 Unsigned: d1 d2 …" */
static char *
describe (GPtrArray *entries, GArray *rows)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const TonusPatientRow *row = &g_array_index (rows, TonusPatientRow, i);

      if (words->len)
        g_string_append_c (words, ' ');
      if (row->entry < 0)
        g_string_append_printf (words, "%s:", tonus_patient_group_label (row->group));
      else
        g_string_append (words, ((TonusIndexEntry *) g_ptr_array_index (entries, row->entry))->id);
    }
  return g_string_free (words, FALSE);
}

static void
check_rows (TonusPractice *practice, const char *open, const char *needle, const char *expected)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (TonusArrivals) arrivals = tonus_arrivals_new (practice);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *found = NULL;

  if (open)
    g_ptr_array_add (ids, (gpointer) open);
  rows = tonus_patient_groups_list (entries, ids, arrivals, needle);
  found = describe (entries, rows);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_groups (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();

  check_rows (practice, NULL, "",
              "Today: a1 Unsigned: d1 d2 s1 Recent: z1 All patients: a1 d1 d2 s1 z1");
  check_rows (practice, "s1", "",
              "Open: s1 Today: a1 Unsigned: d1 d2 s1 Recent: z1 All patients: a1 d1 d2 s1 z1");
}

static void
test_search (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();

  check_rows (practice, "s1", "rey da", "d1 d2");
  check_rows (practice, NULL, "dana 1951", "d2");
  check_rows (practice, NULL, "skoda", "s1");
  check_rows (practice, NULL, "nobody", "");
}

static void
test_arrived (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  g_autoptr (TonusArrivals) arrivals = tonus_arrivals_new (practice);
  g_autofree char *path = NULL, *text = NULL;

  g_assert_true (tonus_arrivals_set (arrivals, "s1", TRUE, NULL));
  check_rows (practice, NULL, "",
              "Today: a1 s1 Unsigned: d1 d2 s1 Recent: z1 All patients: a1 d1 d2 s1 z1");
  path = g_build_filename (g_get_user_state_dir (), "tonus", tonus_practice_get_id (practice),
                           "arrived.keyfile", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "koda"));
  /* The next day nobody is there any more. */
  g_setenv ("TONUS_TODAY", "2026-11-24", TRUE);
  g_assert_false (tonus_arrivals_contains (arrivals, "s1"));
  check_rows (practice, NULL, "",
              "Today: d2 Unsigned: d1 d2 s1 Recent: a1 z1 All patients: a1 d1 d2 s1 z1");
  g_setenv ("TONUS_TODAY", "2026-11-23", TRUE);
}

/* Reports and certification: who has something due stands there, and what it is. */
static void
test_due (void)
{
  static const struct
  {
    guint report_days;
    const char *certified_to;
    const char *detail; /* NULL: not due */
  } cases[] = {
    { 10, NULL, "report" },
    { 8, NULL, "report in 2" },
    { 7, NULL, NULL },
    { 0, "2026-11-22", "recertify" },
    { 0, "2026-11-30", "recertify soon" },
    { 0, "2027-01-30", NULL },
    { 9, "2026-11-22", "recertify" },
    { 11, "2026-11-22", "report" },
  };
  g_autoptr (TonusPractice) practice = fixture_empty ();
  TonusPatientRow row = { TONUS_PATIENTS_DUE, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = make_entries ();
      g_autofree char *detail = NULL;

      people[3].report_days = cases[i].report_days;
      people[3].certified_to = cases[i].certified_to ? tonus_date_parse (cases[i].certified_to) : 0;
      check_rows (
          practice, NULL, "",
          cases[i].detail
              ? "Today: a1 Unsigned: d1 d2 s1 Due: s1 Recent: z1 All patients: a1 d1 d2 s1 z1"
              : "Today: a1 Unsigned: d1 d2 s1 Recent: z1 All patients: a1 d1 d2 s1 z1");
      detail = tonus_patient_row_detail (&row, entries);
      if (cases[i].detail)
        g_assert_cmpstr (detail, ==, cases[i].detail);
    }
  people[3].report_days = 0;
  people[3].certified_to = 0;
}

/* What a row says beside the name; of namesakes always the birth date. */
static void
test_details (void)
{
  static const struct
  {
    TonusPatientRow row;
    const char *detail;
  } rows[] = {
    { { TONUS_PATIENTS_ALL, 0 }, "2 Jan 1990" },
    { { TONUS_PATIENTS_UNSIGNED, 3 }, "1 note" },
    { { TONUS_PATIENTS_UNSIGNED, 1 }, "3 May 1988" },
    { { TONUS_PATIENTS_UNSIGNED, 2 }, "30 Dec 1951" },
    { { TONUS_PATIENTS_ALL, 3 }, "" },
    { { TONUS_PATIENTS_ALL, -1 }, "" },
  };
  g_autoptr (GPtrArray) entries = make_entries ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *detail = tonus_patient_row_detail (&rows[i].row, entries);

      g_assert_cmpstr (detail, ==, rows[i].detail);
    }
}

static GtkWidget *
find_list (TonusWindow *window)
{
  return gtk_widget_get_ancestor (tonus_widget_find (GTK_WIDGET (window), "patients/list"),
                                  TONUS_TYPE_PATIENT_LIST);
}

static gboolean
is_filled (gpointer window)
{
  GtkTreeView *view = GTK_TREE_VIEW (tonus_widget_find (window, "patients/list"));

  return gtk_tree_view_get_model (view) != NULL;
}

static TonusWindow *
open_window (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = tonus_window_new (NULL);

  tonus_window_set_practice (window, practice);
  return window;
}

static void
test_after_first_frame (void)
{
  TonusWindow *window = open_window ();

  g_assert_false (is_filled (window));
  gtk_widget_show (GTK_WIDGET (window));
  fixture_wait (is_filled, window);
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Up and down pass the headings; what is selected is never one. */
static void
test_keys_pass_headings (void)
{
  TonusWindow *window = open_window ();
  GtkWidget *view = tonus_widget_find (GTK_WIDGET (window), "patients/list");
  TonusPatientList *list = TONUS_PATIENT_LIST (find_list (window));
  TonusPatientRows *rows;
  guint size;

  gtk_widget_show (GTK_WIDGET (window));
  fixture_wait (is_filled, window);
  rows = tonus_patient_list_get_rows (list);
  size = tonus_patient_rows_get_size (rows);
  g_assert_null (tonus_patient_rows_get_entry (rows, 0));
  gtk_widget_grab_focus (view);
  for (guint i = 0; i < 2 * size; i++)
    {
      fixture_key (view, i < size ? GDK_KEY_Down : GDK_KEY_Up, 0);
      g_assert_nonnull (tonus_patient_list_get_selected (list));
    }
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_search_as_typed (void)
{
  TonusWindow *window = open_window ();
  GtkWidget *search = tonus_widget_find (GTK_WIDGET (window), "patients/search");
  TonusPatientList *list = TONUS_PATIENT_LIST (find_list (window));
  TonusSession *session = tonus_window_get_session (window);

  gtk_entry_set_text (GTK_ENTRY (search), "reyes d");
  g_assert_cmpuint (tonus_patient_rows_get_size (tonus_patient_list_get_rows (list)), ==, 1);
  g_assert_null (tonus_session_get_chart (session));
  gtk_widget_grab_focus (search);
  /* The one that was found is the one that the command is about. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "start-visit", NULL);
  g_assert_nonnull (tonus_session_get_record (session, TONUS_SLOT_VISIT));
  gtk_entry_set_text (GTK_ENTRY (search), "");
  g_assert_cmpint (tonus_patient_rows_get (tonus_patient_list_get_rows (list), 0)->group, ==,
                   TONUS_PATIENTS_OPEN);
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Somebody new stands under Open before anything of them is saved. */
static void
test_newcomer (void)
{
  TonusWindow *window = open_window ();
  TonusSession *session = tonus_window_get_session (window);
  TonusPatientList *list = TONUS_PATIENT_LIST (find_list (window));
  const TonusIndexEntry *entry;

  tonus_patient_list_get_rows (list);
  g_assert_true (tonus_session_new_patient (session, NULL));
  tonus_chart_set (tonus_session_get_chart (session),
                   tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_PATIENT)),
                   "patient/family", "Okafor", NULL);
  entry = tonus_patient_rows_get_entry (tonus_patient_list_get_rows (list), 1);
  g_assert_cmpstr (entry->family, ==, "Okafor");
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* A dot for the eye, words for the ear. */
static void
test_open_is_said (void)
{
  TonusWindow *window = open_window ();
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *patient = fixture_first_patient (tonus_session_get_practice (session));
  TonusPatientRows *rows;
  GtkTreeIter iter;
  g_autofree char *spoken = NULL;
  gboolean is_open = FALSE;

  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  rows = tonus_patient_list_get_rows (TONUS_PATIENT_LIST (find_list (window)));
  g_assert_true (gtk_tree_model_iter_nth_child (GTK_TREE_MODEL (rows), &iter, NULL, 1));
  gtk_tree_model_get (GTK_TREE_MODEL (rows), &iter, TONUS_PATIENT_COLUMN_SPOKEN, &spoken,
                      TONUS_PATIENT_COLUMN_IS_OPEN, &is_open, -1);
  g_assert_cmpstr (spoken, ==, "Open, open chart");
  g_assert_true (is_open);
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/patient-list/groups", test_groups);
  g_test_add_func ("/ui/patient-list/search", test_search);
  g_test_add_func ("/ui/patient-list/arrived", test_arrived);
  g_test_add_func ("/ui/patient-list/due", test_due);
  g_test_add_func ("/ui/patient-list/details", test_details);
  g_test_add_func ("/ui/patient-list/after-first-frame", test_after_first_frame);
  g_test_add_func ("/ui/patient-list/keys-pass-headings", test_keys_pass_headings);
  g_test_add_func ("/ui/patient-list/search-as-typed", test_search_as_typed);
  g_test_add_func ("/ui/patient-list/newcomer", test_newcomer);
  g_test_add_func ("/ui/patient-list/open-is-said", test_open_is_said);
  return fixture_finish (g_test_run ());
}
