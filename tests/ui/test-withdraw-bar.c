/* test-withdraw-bar.c - visits charted by mistake, as the therapist meets them in the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-history-lines.h"
#include "tonus-identify.h"
#include "tonus-window.h"

typedef struct
{
  TonusPractice *practice;
  TonusWindow *window;
  TonusSession *session; /* borrowed */
  char *patient;
} Place;

static void
run (Place *place, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (place->window), action, NULL);
}

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->practice = fixture_demo ();
  place->patient = fixture_first_patient (place->practice);
  place->window = tonus_window_new (NULL);
  tonus_window_set_practice (place->window, place->practice);
  place->session = tonus_window_get_session (place->window);
  gtk_widget_show (GTK_WIDGET (place->window));
  tonus_session_open_patient (place->session, place->patient, &error);
  g_assert_no_error (error);
  run (place, "start-visit");
  run (place, "tab-history");
}

static void
tear_down (Place *place, gconstpointer data)
{
  gtk_widget_destroy (GTK_WIDGET (place->window));
  g_clear_object (&place->practice);
  g_free (place->patient);
}

static GtkWidget *
find (Place *place, const char *id)
{
  GtkWidget *widget = tonus_widget_find (GTK_WIDGET (place->window), id);

  g_assert_nonnull (widget);
  return widget;
}

static void
press (Place *place, const char *id)
{
  GtkWidget *button = find (place, id);

  g_assert_true (gtk_widget_get_visible (button));
  gtk_button_clicked (GTK_BUTTON (button));
}

static char *
get_open_visit (Place *place)
{
  return g_strdup (
      tonus_record_get_object (tonus_session_get_record (place->session, TONUS_SLOT_VISIT)));
}

static void
test_withdraw (Place *place, gconstpointer data)
{
  g_autofree char *visit = get_open_visit (place);
  guint n_visits = tonus_session_get_visits (place->session)->len;
  g_autoptr (GPtrArray) lines = NULL;
  const TonusHistoryLine *last;

  press (place, "withdraw/withdraw");
  /* Nothing happens without a reason. */
  press (place, "withdraw/confirm");
  g_assert_false (tonus_practice_is_voided (place->practice, visit));
  g_assert_true (gtk_widget_get_visible (find (place, "withdraw/message")));
  gtk_entry_set_text (GTK_ENTRY (find (place, "withdraw/reason")), "Patient was not here");
  press (place, "withdraw/confirm");
  g_assert_true (tonus_practice_is_voided (place->practice, visit));
  g_assert_null (tonus_session_get_record (place->session, TONUS_SLOT_VISIT));
  g_assert_cmpuint (tonus_session_get_visits (place->session)->len, ==, n_visits - 1);
  lines = tonus_history_lines_list (place->session);
  last = g_ptr_array_index (lines, lines->len - 1);
  g_assert_cmpstr (last->object, ==, visit);
  g_assert_nonnull (strstr (last->withdrawn, "Patient was not here"));
  g_assert_nonnull (strstr (last->withdrawn, "A. Kim, PT"));
}

static void
test_bring_back (Place *place, gconstpointer data)
{
  g_autofree char *visit = get_open_visit (place);
  g_autofree char *row = g_strdup_printf ("history/%s", visit);
  guint n_visits = tonus_session_get_visits (place->session)->len;

  g_assert_true (tonus_session_withdraw (place->session, visit, "Twice", NULL));
  gtk_list_box_select_row (GTK_LIST_BOX (find (place, "history/list")),
                           GTK_LIST_BOX_ROW (find (place, row)));
  g_assert_false (gtk_widget_get_visible (find (place, "withdraw/withdraw")));
  press (place, "withdraw/bring-back");
  g_assert_false (tonus_practice_is_voided (place->practice, visit));
  g_assert_cmpuint (tonus_session_get_visits (place->session)->len, ==, n_visits);
  g_assert_true (gtk_widget_get_visible (find (place, "withdraw/withdraw")));
}

static char *
add_patient (Place *place, const char *given)
{
  TonusRecord *patient;

  tonus_session_new_patient (place->session, NULL);
  patient = tonus_session_get_record (place->session, TONUS_SLOT_PATIENT);
  tonus_chart_set (tonus_session_get_chart (place->session), tonus_record_get_object (patient),
                   "patient/given", given, NULL);
  g_assert_true (tonus_session_save (place->session, NULL));
  return g_strdup (tonus_record_get_object (patient));
}

static void
test_move (Place *place, gconstpointer data)
{
  g_autofree char *visit = get_open_visit (place);
  g_autofree char *right = add_patient (place, "Bob");

  g_assert_cmpuint (tonus_session_get_visits (place->session)->len, ==, 0);
  tonus_session_open_patient (place->session, place->patient, NULL);
  press (place, "withdraw/move");
  gtk_entry_set_text (GTK_ENTRY (find (place, "withdraw/reason")), "Wrong chart");
  /* Nobody is named: it stays. */
  press (place, "withdraw/confirm");
  g_assert_false (tonus_practice_is_voided (place->practice, visit));
  gtk_entry_set_text (GTK_ENTRY (find (place, "withdraw/patient")), "bob");
  press (place, "withdraw/confirm");
  g_assert_true (tonus_practice_is_voided (place->practice, visit));
  tonus_session_open_patient (place->session, right, NULL);
  g_assert_cmpuint (tonus_session_get_visits (place->session)->len, ==, 1);
}

/* Twins of one name: the entry must not choose for the therapist. */
static void
test_move_to_twins (Place *place, gconstpointer data)
{
  g_autofree char *visit = get_open_visit (place);
  g_autofree char *one = add_patient (place, "Bob");
  g_autofree char *other = add_patient (place, "Bob");

  g_assert_cmpstr (one, !=, other);
  tonus_session_open_patient (place->session, place->patient, NULL);
  press (place, "withdraw/move");
  gtk_entry_set_text (GTK_ENTRY (find (place, "withdraw/patient")), "bob");
  gtk_entry_set_text (GTK_ENTRY (find (place, "withdraw/reason")), "Wrong chart");
  press (place, "withdraw/confirm");
  g_assert_false (tonus_practice_is_voided (place->practice, visit));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Place *, gconstpointer);
  } tests[] = {
    { "/withdraw-bar/withdraw", test_withdraw },
    { "/withdraw-bar/bring-back", test_bring_back },
    { "/withdraw-bar/move", test_move },
    { "/withdraw-bar/move-to-twins", test_move_to_twins },
  };

  fixture_init (&argc, &argv, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Place, NULL, set_up, tests[i].run, tear_down);
  return fixture_finish (g_test_run ());
}
