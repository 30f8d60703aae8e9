/* test-own-exercise.c - an exercise of the practice's own: written, saved, found, changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-own-exercise.h"
#include "tonus-own-pane.h"
#include "tonus-window.h"

static void
put (TonusRecord *form, const char *path, const char *text)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (changes, tonus_record_get_object (form), path, text);
  tonus_record_apply (form, changes, &error);
  g_assert_no_error (error);
}

/* What is written becomes a row of the catalogue, word for word, and comes back into the form. */
static void
test_text (void)
{
  static const char *const odd = "~ Lie = [down]; “slowly” \\ here";
  TonusSchema *practice = tonus_schema_get_default ();
  g_autoptr (TonusSchema) schema = tonus_own_exercise_make_schema (practice);
  g_autoptr (TonusRecord) form = tonus_own_exercise_new (schema, NULL);
  g_autofree char *missing = tonus_own_exercise_say_missing (form);
  g_autofree char *id = NULL, *text = NULL, *value = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_assert_nonnull (missing);
  value = tonus_value_from_words (odd);
  put (form, "x-own/x-name", "Wall Ängel — 2");
  put (form, "x-own/x-picture", "x-bridge");
  put (form, "x-own/x-position", "standing;");
  put (form, "x-own-dose/x-sets", "3");
  put (form, "x-own-en/x-step1", value);
  put (form, "x-own-es/x-step1", "Despacio");
  g_assert_null (tonus_own_exercise_say_missing (form));
  id = tonus_own_exercise_make_id (practice, form);
  g_assert_cmpstr (id, ==, "x-wall-angel-2");
  text = tonus_own_exercise_make_text (form, id, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (text, "[Tonus]\nFormat=1\nKind=catalogue\n"));
  g_assert_true (
      g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_KEEP_TRANSLATIONS, NULL));
  g_free (value);
  value = g_key_file_get_string (file, "exercise/x-wall-angel-2", "step1", NULL);
  g_assert_cmpstr (value, ==, odd);
  g_free (value);
  value = g_key_file_get_string (file, "exercise/x-wall-angel-2", "step1[es]", NULL);
  g_assert_cmpstr (value, ==, "Despacio");
  g_free (value);
  value = g_key_file_get_string (file, "exercise/x-wall-angel-2", "picture", NULL);
  g_assert_cmpstr (value, ==, "bridge");
}

/* A name of nothing but signs still has an id, and two of one name have two. */
static void
test_ids (void)
{
  TonusSchema *practice = tonus_schema_get_default ();
  g_autoptr (TonusSchema) schema = tonus_own_exercise_make_schema (practice);
  g_autoptr (TonusRecord) form = tonus_own_exercise_new (schema, NULL);
  g_autofree char *signs = NULL, *greek = NULL;

  put (form, "x-own/x-name", "???");
  signs = tonus_own_exercise_make_id (practice, form);
  g_assert_cmpstr (signs, ==, "x-exercise");
  put (form, "x-own/x-name", "Γέφυρα");
  greek = tonus_own_exercise_make_id (practice, form);
  g_assert_cmpstr (greek, ==, "x-exercise");
}

static void
type (TonusWindow *window, const char *path, const char *text)
{
  GtkWidget *entry = tonus_widget_find (GTK_WIDGET (window), path);

  g_assert_nonnull (entry);
  gtk_entry_set_text (GTK_ENTRY (entry), text);
}

static void
save (TonusWindow *window)
{
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (GTK_WIDGET (window), "own/save")));
  fixture_settle ();
}

static const TonusEntry *
find_own (TonusWindow *window, const char *id)
{
  return tonus_catalogue_lookup (
      tonus_schema_find_catalogue (tonus_session_get_schema (tonus_window_get_session (window)),
                                   "exercise"),
      id);
}

/* From the pane to the program of the patient who is here, who stays here. */
static void
test_window (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;
  const char *visit;
  g_autofree char *before = NULL;

  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  g_assert_true (tonus_session_start_visit (session, NULL));
  visit = tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT));
  before = g_strdup (visit);
  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "own-exercise", NULL);
  save (window);
  g_assert_true (gtk_widget_get_visible (tonus_widget_find (GTK_WIDGET (window), "own/status")));
  type (window, "x-own/x-name", "Wall angel");
  type (window, "x-own-dose/x-sets", "2");
  type (window, "x-own-en/x-step1", "Stand with your back to the wall.");
  /* Undo is about the pane while it is open. */
  g_assert_true (tonus_chart_can_undo (tonus_session_get_chart_at_hand (session)));
  save (window);
  session = tonus_window_get_session (window);
  g_assert_nonnull (find_own (window, "x-wall-angel"));
  g_assert_cmpstr (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)),
                   ==, before);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-home-program", NULL);
  type (window, "library/search", "wall angel");
  gtk_widget_activate (tonus_widget_find (GTK_WIDGET (window), "library/search"));
  g_assert_true (g_str_has_prefix (tonus_session_get_status (session), "Added: Wall angel, 2"));
  g_assert_true (tonus_session_save (session, NULL));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static const char *
get_text (TonusWindow *window, const char *path)
{
  return gtk_entry_get_text (GTK_ENTRY (tonus_widget_find (GTK_WIDGET (window), path)));
}

static void
run (TonusWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
click (TonusWindow *window, const char *id)
{
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (GTK_WIDGET (window), id)));
}

static gboolean
is_offered (TonusWindow *window, const char *id)
{
  return gtk_widget_get_visible (tonus_widget_find (GTK_WIDGET (window), id));
}

/* Who goes back finds it as it was left, what could not be read included, until it is saved or
 * begun anew; and beginning anew can be undone. */
static void
test_left (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();

  tonus_window_set_practice (window, practice);
  gtk_window_present (GTK_WINDOW (window));
  run (window, "own-exercise");
  g_assert_false (is_offered (window, "own/start"));
  type (window, "x-own/x-name", "Wall angel");
  type (window, "x-own-dose/x-sets", "30");
  fixture_key (tonus_widget_find (GTK_WIDGET (window), "x-own-dose/x-sets"), GDK_KEY_Escape, 0);
  run (window, "back");
  g_assert_null (tonus_widget_find (GTK_WIDGET (window), "x-own/x-name"));
  run (window, "own-exercise");
  g_assert_cmpstr (get_text (window, "x-own/x-name"), ==, "Wall angel");
  g_assert_cmpstr (get_text (window, "x-own-dose/x-sets"), ==, "30");
  /* Asked for again while it is open, too. */
  run (window, "own-exercise");
  g_assert_cmpstr (get_text (window, "x-own/x-name"), ==, "Wall angel");
  click (window, "own/start");
  g_assert_true (gtk_widget_is_focus (tonus_widget_find (GTK_WIDGET (window), "x-own/x-name")));
  g_assert_cmpstr (get_text (window, "x-own/x-name"), ==, "");
  g_assert_cmpstr (get_text (window, "x-own-dose/x-sets"), ==, "");
  g_assert_false (is_offered (window, "own/start"));
  run (window, "undo");
  g_assert_cmpstr (get_text (window, "x-own/x-name"), ==, "Wall angel");
  type (window, "x-own-en/x-step1", "Stand with your back to the wall.");
  save (window);
  g_assert_nonnull (find_own (window, "x-wall-angel"));
  run (window, "own-exercise");
  g_assert_cmpstr (get_text (window, "x-own/x-name"), ==, "");
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Saved for whoever is here, it is in their program; what was done before can still be undone. */
static void
test_add (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;
  TonusRecord *program;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  gtk_window_present (GTK_WINDOW (window));
  run (window, "tab-home-program");
  program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);
  before = tonus_record_get_rows (program, "home");
  g_assert_true (tonus_chart_set (tonus_session_get_chart (session),
                                  tonus_record_get_object (program), "program/advice", "Walk.",
                                  NULL));
  run (window, "own-exercise");
  type (window, "x-own/x-name", "Chair rise");
  type (window, "x-own-en/x-step1", "Stand up from a chair.");
  click (window, "own/add");
  fixture_settle ();
  session = tonus_window_get_session (window);
  program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);
  after = tonus_record_get_rows (program, "home");
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpint (
      gtk_notebook_get_current_page (GTK_NOTEBOOK (tonus_window_get_chart_view (window))), ==,
      TONUS_TAB_HOME_PROGRAM);
  run (window, "undo");
  g_assert_cmpstr (tonus_record_get (program, "program/advice"), ==, "Walk.");
  run (window, "undo");
  g_assert_cmpstr (tonus_record_get (program, "program/advice"), !=, "Walk.");
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Changed, it is the same exercise; what else stands in its catalogue stays. */
static void
test_change (void)
{
  static const char *const text =
      "[Tonus]\nFormat=1\nKind=catalogue\n\n[exercise]\n\n[exercise/x-one]\nLabel=One\n"
      "step1=Go.\n\n[exercise/x-two]\nLabel=Two\nstep1=Stay.\nstep1[fr]=Restez.\n";
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusRecord) saved =
      tonus_practice_record_text (practice, text, strlen (text), NULL, refusals, NULL, NULL);

  g_assert_nonnull (saved);
  tonus_window_set_practice (window, practice);
  gtk_window_present (GTK_WINDOW (window));
  tonus_window_open_pane (window, tonus_own_pane_new (window, "x-two"));
  g_assert_cmpstr (
      gtk_entry_get_text (GTK_ENTRY (tonus_widget_find (GTK_WIDGET (window), "x-own-en/x-step1"))),
      ==, "Stay.");
  type (window, "x-own-en/x-step1", "Stay there.");
  save (window);
  g_assert_cmpstr (tonus_entry_get (find_own (window, "x-two"), "step1"), ==, "Stay there.");
  g_assert_cmpstr (tonus_entry_get (find_own (window, "x-two"), "step1[fr]"), ==, "Restez.");
  g_assert_cmpstr (tonus_entry_get (find_own (window, "x-one"), "step1"), ==, "Go.");
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/own-exercise/text", test_text);
  g_test_add_func ("/ui/own-exercise/ids", test_ids);
  g_test_add_func ("/ui/own-exercise/window", test_window);
  g_test_add_func ("/ui/own-exercise/left", test_left);
  g_test_add_func ("/ui/own-exercise/add", test_add);
  g_test_add_func ("/ui/own-exercise/change", test_change);
  return fixture_finish (g_test_run ());
}
