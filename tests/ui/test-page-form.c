/* test-page-form.c - what a page asks for first, what it folds away, and how its fields stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fixture.h"
#include "tonus-fields-grid.h"
#include "tonus-identify.h"
#include "tonus-page-form.h"
#include "tonus-window.h"

static TonusWindow *
open_visit (const char *kind)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;
  TonusRecord *visit;

  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  g_assert_true (tonus_session_start_visit (session, NULL));
  visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (visit), "visit/kind",
                   kind, NULL);
  tonus_chart_barrier (tonus_session_get_chart (session));
  return window;
}

/* Sections asked for first have their form, the others a button, behind which they are. */
static void
check_kind (const char *kind, const char *seen, const char *folded)
{
  TonusWindow *window = open_visit (kind);
  g_autofree char *seen_name = g_strconcat ("section/", seen, NULL);
  g_autofree char *folded_name = g_strconcat ("section/", folded, NULL);
  GtkWidget *more;

  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  g_assert_nonnull (tonus_widget_find (GTK_WIDGET (window), seen_name));
  g_assert_null (tonus_widget_find (GTK_WIDGET (window), folded_name));
  more = tonus_widget_find (GTK_WIDGET (window), "page/subjective/more");
  g_assert_nonnull (more);
  gtk_button_clicked (GTK_BUTTON (more));
  g_assert_nonnull (tonus_widget_find (GTK_WIDGET (window), folded_name));
  g_assert_false (gtk_widget_get_visible (more));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_asked_first (void)
{
  check_kind ("evaluation", "history", "since-last");
  check_kind ("treatment", "since-last", "history");
}

static void
test_filled_is_seen (void)
{
  TonusWindow *window = open_visit ("treatment");
  TonusSession *session = tonus_window_get_session (window);
  const char *visit =
      tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT));

  tonus_chart_set (tonus_session_get_chart (session), visit, "history/complaint", "Again", NULL);
  tonus_chart_set (tonus_session_get_chart (session), visit, "visit/kind", "discharge", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  g_assert_nonnull (tonus_widget_find (GTK_WIDGET (window), "history/complaint"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Undo goes to the field it has changed, even behind the button. */
static void
test_undo_unfolds (void)
{
  TonusWindow *window = open_visit ("treatment");
  TonusSession *session = tonus_window_get_session (window);
  TonusChart *chart = tonus_session_get_chart (session);
  const char *visit =
      tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT));

  tonus_chart_set (chart, visit, "history/complaint", "Again", NULL);
  tonus_chart_barrier (chart);
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (window))), ==,
                   "history/complaint");
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Alt+1 goes to the page one is on; the next one is a key away. */
static void
test_next_page (void)
{
  TonusWindow *window = open_visit ("treatment");
  GActionGroup *actions = G_ACTION_GROUP (window);

  g_action_group_activate_action (actions, "tab-assessment", NULL);
  g_action_group_activate_action (actions, "next-page", NULL);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (window))), ==,
                   "pain/now");
  g_action_group_activate_action (actions, "tab-assessment", NULL);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (window))), ==,
                   "goto/pain");
  g_action_group_activate_action (actions, "previous-page", NULL);
  g_action_group_activate_action (actions, "previous-page", NULL);
  g_action_group_activate_action (actions, "tab-assessment", NULL);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (window))), ==,
                   "goto/plan");
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
find_place (GtkWidget *root, const char *id, int *x, int *y)
{
  g_assert_true (gtk_widget_translate_coordinates (tonus_widget_find (root, id), root, 0, 0, x, y));
}

/* Two columns where there is room, one where there is not; the left edges of a column are one line.
 */
static void
test_columns (void)
{
  TonusChart *chart;
  TonusRecord *record;
  TonusSite site = fixture_site ("visit", &chart, &record);
  const TonusSection *section = tonus_schema_find_section (tonus_schema_get_default (), "vitals");
  GtkWidget *fields = g_object_ref_sink (tonus_fields_grid_new (&site, section, NULL, 0));
  GtkWidget *window = gtk_offscreen_window_new ();
  GtkAllocation place = { 0, 0, 900, 600 };
  int a_x, a_y, b_x, b_y;

  gtk_container_add (GTK_CONTAINER (window), fields);
  gtk_widget_show_all (window);
  fixture_settle ();
  gtk_widget_size_allocate (fields, &place);
  find_place (fields, "vitals/systolic", &a_x, &a_y);
  find_place (fields, "vitals/diastolic", &b_x, &b_y);
  g_assert_cmpint (b_y, ==, a_y);
  g_assert_cmpint (b_x, >, a_x);
  find_place (fields, "vitals/position", &b_x, &b_y);
  g_assert_cmpint (b_x, ==, a_x);
  g_assert_cmpint (b_y, >, a_y);
  place.width = 500;
  gtk_widget_size_allocate (fields, &place);
  find_place (fields, "vitals/diastolic", &b_x, &b_y);
  g_assert_cmpint (b_x, ==, a_x);
  g_assert_cmpint (b_y, >, a_y);
  gtk_widget_destroy (window);
  g_object_unref (fields);
  g_object_unref (record);
  g_object_unref (chart);
}

static void
test_minus (void)
{
  TonusWindow *window;
  GtkWidget *entry;
  PangoLayout *layout;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_visit ("evaluation");
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  entry = tonus_widget_find (GTK_WIDGET (window), "history/duration");
  g_assert_true (GTK_IS_ENTRY (entry));
  gtk_entry_set_text (GTK_ENTRY (entry), "-5");
  layout = gtk_entry_get_layout (GTK_ENTRY (entry));
  g_assert_cmpint (pango_layout_get_line_readonly (layout, 0)->resolved_dir, ==,
                   PANGO_DIRECTION_LTR);
  gtk_widget_destroy (GTK_WIDGET (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/page-form/asked-first", test_asked_first);
  g_test_add_func ("/ui/page-form/filled-is-seen", test_filled_is_seen);
  g_test_add_func ("/ui/page-form/undo-unfolds", test_undo_unfolds);
  g_test_add_func ("/ui/page-form/next-page", test_next_page);
  g_test_add_func ("/ui/page-form/columns", test_columns);
  g_test_add_func ("/ui/page-form/minus", test_minus);
  return fixture_finish (g_test_run ());
}
