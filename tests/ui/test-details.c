/* test-details.c - entering somebody new, people who are alike, and episodes of care
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-date.h"
#include "tonus-duplicates.h"
#include "tonus-identify.h"
#include "tonus-window.h"

typedef struct
{
  TonusPractice *practice;
  TonusWindow *window;
  TonusSession *session; /* borrowed */
  char *dana;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->practice = fixture_demo ();
  place->dana = fixture_first_patient (place->practice);
  place->window = tonus_window_new (NULL);
  tonus_window_set_practice (place->window, place->practice);
  place->session = tonus_window_get_session (place->window);
  gtk_widget_show (GTK_WIDGET (place->window));
}

static void
tear_down (Place *place, gconstpointer data)
{
  gtk_widget_destroy (GTK_WIDGET (place->window));
  g_clear_object (&place->practice);
  g_free (place->dana);
}

static void
run (Place *place, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (place->window), action, NULL);
}

static GtkWidget *
find (Place *place, const char *id)
{
  GtkWidget *widget = tonus_widget_find (GTK_WIDGET (place->window), id);

  g_assert_nonnull (widget);
  return widget;
}

static void
enter (Place *place, const char *path, const char *text)
{
  gtk_entry_set_text (GTK_ENTRY (find (place, path)), text);
}

static GtkWidget *
find_duplicate (Place *place)
{
  g_autofree char *id = g_strdup_printf ("duplicates/%s", place->dana);

  return tonus_widget_find (GTK_WIDGET (place->window), id);
}

static guint
count_patients (Place *place)
{
  g_autoptr (TonusPractice) again =
      tonus_practice_open (tonus_io_real (), tonus_practice_get_folder (place->practice), NULL);
  g_autoptr (GPtrArray) ids = tonus_practice_list_patients (again, NULL);

  return ids->len;
}

static void
test_focus (Place *place, gconstpointer data)
{
  run (place, "new-patient");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (place->window)) ==
                 find (place, "patient/family"));
}

static void
test_nobody_is_no_patient (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GError) error = NULL;

  run (place, "new-patient");
  /* No visit without somebody. */
  g_assert_false (tonus_session_start_visit (place->session, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_true (tonus_session_open_patient (place->session, place->dana, NULL));
  open = tonus_session_list_open (place->session);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (tonus_session_save (place->session, NULL));
  g_assert_cmpuint (count_patients (place), ==, 1);
}

static void
test_duplicate (Place *place, gconstpointer data)
{
  GtkWidget *button;
  g_autoptr (GPtrArray) open = NULL;

  run (place, "new-patient");
  enter (place, "patient/family", "réyes");
  g_assert_null (find_duplicate (place));
  enter (place, "patient/given", "DANA");
  button = find_duplicate (place);
  g_assert_nonnull (button);
  g_assert_nonnull (strstr (atk_object_get_name (gtk_widget_get_accessible (button)), "same name"));
  enter (place, "patient/born", "1988-05-03");
  g_assert_nonnull (
      strstr (atk_object_get_name (gtk_widget_get_accessible (find_duplicate (place))),
              "already in this practice"));
  gtk_button_clicked (GTK_BUTTON (find_duplicate (place)));
  g_assert_cmpstr (
      tonus_record_get_object (tonus_session_get_record (place->session, TONUS_SLOT_PATIENT)), ==,
      place->dana);
  /* What was only a name is not kept; no second Dana. */
  open = tonus_session_list_open (place->session);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (tonus_session_save (place->session, NULL));
  g_assert_cmpuint (count_patients (place), ==, 1);
}

/* More than a name is not thrown away; and twins may be entered. */
static void
test_duplicate_is_kept (Place *place, gconstpointer data)
{
  run (place, "new-patient");
  enter (place, "patient/family", "Reyes");
  enter (place, "patient/given", "Dana");
  enter (place, "contact/phone", "555-0101");
  gtk_button_clicked (GTK_BUTTON (find_duplicate (place)));
  g_assert_true (tonus_session_save (place->session, NULL));
  g_assert_cmpuint (count_patients (place), ==, 2);
}

static void
test_alikeness (void)
{
  TonusIndexEntry entries[] = {
    { .id = (char *) "a",
      .given = (char *) "Ana",
      .family = (char *) "Škoda",
      .born = (char *) "1988-05-03" },
    { .id = (char *) "b",
      .given = (char *) "ana",
      .family = (char *) "Skoda",
      .born = (char *) "" },
    { .id = (char *) "c",
      .given = (char *) "Bob",
      .family = (char *) "Skoda",
      .born = (char *) "1988-05-03" },
    { .id = (char *) "d",
      .given = (char *) "Bob",
      .family = (char *) "Miller",
      .born = (char *) "1990-01-01" },
  };
  TonusPatient patient = { .given = (char *) "ANA", .family = (char *) "skoda" };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (TonusDuplicates) duplicates = NULL;
  g_autoptr (GArray) found = NULL, few = NULL;

  patient.born = tonus_date_parse ("1988-05-03");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_ptr_array_add (list, &entries[i]);
  duplicates = tonus_duplicates_new (list);
  found = tonus_duplicates_find (duplicates, &patient, "none", 9);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < found->len; i++)
    {
      g_assert_cmpstr (g_array_index (found, TonusDuplicate, i).entry->id, ==, entries[i].id);
      g_assert_cmpint (g_array_index (found, TonusDuplicate, i).how, ==, i);
    }
  few = tonus_duplicates_find (duplicates, &patient, "a", 1);
  g_assert_cmpuint (few->len, ==, 1);
  g_assert_cmpstr (g_array_index (few, TonusDuplicate, 0).entry->id, ==, "b");
}

static char *
get_episode (Place *place)
{
  TonusRecord *episode = tonus_session_get_record (place->session, TONUS_SLOT_EPISODE);

  return g_strdup (tonus_record_get_object (episode));
}

static void
test_episodes (Place *place, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *back = NULL;
  g_autofree char *choice = NULL;
  g_autoptr (GPtrArray) episodes = NULL;

  g_assert_true (tonus_session_open_patient (place->session, place->dana, NULL));
  run (place, "start-visit");
  run (place, "details");
  first = get_episode (place);
  tonus_chart_set (tonus_session_get_chart (place->session), first, "episode/title", "Knee L",
                   NULL);
  g_assert_true (g_str_has_prefix (
      gtk_label_get_text (GTK_LABEL (find (place, "episodes/charted"))), "Knee L · "));
  gtk_button_clicked (GTK_BUTTON (find (place, "episodes/start")));
  second = get_episode (place);
  g_assert_cmpstr (second, !=, first);
  g_assert_null (tonus_session_get_record (place->session, TONUS_SLOT_VISIT));
  g_assert_null (tonus_session_get_record (place->session, TONUS_SLOT_PROGRAM));
  /* Today's visit of the new episode is not that of the old one. */
  g_assert_true (tonus_session_start_visit (place->session, NULL));
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (place->session, TONUS_SLOT_VISIT), "visit/kind"),
      ==, "evaluation");
  run (place, "details");
  choice = g_strdup_printf ("episodes/%s", first);
  gtk_button_clicked (GTK_BUTTON (find (place, choice)));
  back = get_episode (place);
  g_assert_cmpstr (back, ==, first);
  g_assert_nonnull (tonus_session_get_record (place->session, TONUS_SLOT_PROGRAM));
  episodes = tonus_session_list_episodes (place->session);
  g_assert_cmpuint (episodes->len, ==, 2);
}

static void
test_unused_episode_is_not_kept (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_assert_true (tonus_session_open_patient (place->session, place->dana, NULL));
  g_assert_true (tonus_session_start_episode (place->session, NULL));
  g_assert_true (tonus_session_save (place->session, NULL));
  ids = tonus_practice_list_objects (place->practice, place->dana, "episode", NULL);
  g_assert_cmpuint (ids->len, ==, 1);
}

static void
test_alert_is_seen_at_once (Place *place, gconstpointer data)
{
  TonusRecord *patient;
  GtkWidget *strip = find (place, "alerts");

  g_assert_true (tonus_session_open_patient (place->session, place->dana, NULL));
  patient = tonus_session_get_record (place->session, TONUS_SLOT_PATIENT);
  tonus_chart_set (tonus_session_get_chart (place->session), tonus_record_get_object (patient),
                   "alert/aaaaaaaa/alert", "anticoagulant", NULL);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (strip)), "nticoagula"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Place *, gconstpointer);
  } tests[] = {
    { "/details/focus", test_focus },
    { "/details/nobody", test_nobody_is_no_patient },
    { "/details/duplicate", test_duplicate },
    { "/details/duplicate-is-kept", test_duplicate_is_kept },
    { "/details/episodes", test_episodes },
    { "/details/unused-episode", test_unused_episode_is_not_kept },
    { "/details/alert", test_alert_is_seen_at_once },
  };

  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/details/alikeness", test_alikeness);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Place, NULL, set_up, tests[i].run, tear_down);
  return fixture_finish (g_test_run ());
}
