/* test-window.c - the window as a whole: templates, names, commands, rows, what fits on a small
 * screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-commands.h"
#include "tonus-event-list.h"
#include "tonus-identify.h"
#include "tonus-measure-rows.h"
#include "tonus-page-form.h"
#include "tonus-window.h"

/* Of 1024 pixels: patients 210, names of pages 172, two edges. */
#define FORM_WIDTH 640

static TonusWindow *
open_window (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();

  tonus_window_set_practice (window, practice);
  return window;
}

static TonusSession *
open_visit (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *patient = fixture_first_patient (tonus_session_get_practice (session));

  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (window), "start-visit", NULL);
  g_assert_nonnull (tonus_session_get_record (session, TONUS_SLOT_VISIT));
  return session;
}

static gboolean
is_part_of_gtk (GtkWidget *widget)
{
  /* Close, minimise and the like are the title bar's own and carry GTK's names. */
  return GTK_IS_HEADER_BAR (widget) || GTK_IS_MODEL_BUTTON (widget) ||
         gtk_style_context_has_class (gtk_widget_get_style_context (widget), "titlebutton");
}

static gboolean
has_name (GtkWidget *widget)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  g_autoptr (AtkRelationSet) relations = atk_object_ref_relation_set (accessible);
  const char *name = atk_object_get_name (accessible);

  return (name && *name) || atk_relation_set_contains (relations, ATK_RELATION_LABELLED_BY);
}

static void
check_name (GtkWidget *widget, gpointer data)
{
  GHashTable *ids = data;
  const char *id = atk_object_get_accessible_id (gtk_widget_get_accessible (widget));

  if (id && *id && !g_hash_table_add (ids, g_strdup (id)))
    g_error ("two widgets have the id %s", id);
  if (!gtk_widget_get_can_focus (widget) || is_part_of_gtk (widget) || GTK_IS_LABEL (widget) ||
      GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_NOTEBOOK (widget) || GTK_IS_WINDOW (widget))
    return;
  if (!has_name (widget))
    g_error ("%s says nothing to a screen reader",
             gtk_widget_path_to_string (gtk_widget_get_path (widget)));
  if (!id || !*id)
    g_error ("a %s has no accessible id", G_OBJECT_TYPE_NAME (widget));
}

static void
check_names (TonusWindow *window)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  fixture_walk (GTK_WIDGET (window), check_name, ids);
}

static void
test_names (void)
{
  static const char *const views[] = { "tab-assessment",   "tab-interventions",
                                       "tab-home-program", "tab-history",
                                       "details",          "practice",
                                       "preferences",      "guide" };
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();

  check_names (window);
  tonus_window_set_practice (window, practice);
  check_names (window);
  open_visit (window);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), views[i], NULL);
      check_names (window);
    }
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* A row in every measured section: a name and a value. */
static void
fill_section (TonusSession *session, const TonusSection *section)
{
  TonusRecord *record = tonus_session_get_holder (session, section);
  g_autoptr (GPtrArray) rows = tonus_measure_rows_list (section);
  static const char *const values[] = { "1", "yes", "2", "10:00", "2026-11-20" };
  gboolean is_set = FALSE;

  for (guint i = 0; i < section->fields->len && !is_set; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      const char *row = ((TonusTarget *) g_ptr_array_index (rows, 0))->value;
      g_autofree char *path = tonus_path_join (section->id, row, field->id);
      const TonusEntry *entry =
          field->choices ? g_ptr_array_index (tonus_catalogue_get_entries (field->choices), 0)
                         : NULL;

      if (field->key_index >= 0)
        continue;
      for (guint v = 0; v <= G_N_ELEMENTS (values) && !is_set; v++)
        is_set = tonus_chart_set (tonus_session_get_chart (session),
                                  tonus_record_get_object (record), path,
                                  v < G_N_ELEMENTS (values) ? values[v]
                                  : entry                   ? entry->id
                                                            : "1",
                                  NULL);
    }
  g_assert_true (is_set);
}

/* What scrolls: a form is a scrolled window with its inspector below. */
static GtkWidget *
get_body (GtkWidget *form)
{
  g_autoptr (GList) parts = gtk_container_get_children (GTK_CONTAINER (form));
  GtkWidget *viewport = gtk_bin_get_child (GTK_BIN (parts->data));

  return gtk_bin_get_child (GTK_BIN (viewport));
}

static void
check_page (TonusSession *session, const TonusEntry *page)
{
  g_autoptr (GPtrArray) sections = tonus_page_list_sections (session, page);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *form = g_object_ref_sink (tonus_page_form_new (session, "form", "Form", sections));
  int least;

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      if (section->repeat == TONUS_REPEAT_MEASURE)
        fill_section (session, section);
    }
  fixture_walk (form, check_name, ids);
  gtk_widget_get_preferred_width (get_body (form), &least, NULL);
  if (least > FORM_WIDTH)
    g_error ("the page %s needs %d pixels", page->id, least);
  gtk_widget_destroy (form);
  g_object_unref (form);
}

static void
test_pages (void)
{
  TonusWindow *window = open_window ();
  TonusSession *session = open_visit (window);
  TonusCatalogue *pages = tonus_schema_find_catalogue (tonus_session_get_schema (session), "page");

  tonus_session_need (session, TONUS_SLOT_PROGRAM);
  for (guint i = 0; i < tonus_catalogue_get_entries (pages)->len; i++)
    check_page (session, g_ptr_array_index (tonus_catalogue_get_entries (pages), i));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_commands (void)
{
  TonusWindow *window = open_window ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const TonusCommand *commands = tonus_commands_get (&n);
  GtkWidget *shortcuts;

  for (guint i = 0; i < n; i++)
    {
      guint key = 0;
      GdkModifierType modifiers = 0;

      g_assert_nonnull (g_action_map_lookup_action (G_ACTION_MAP (window), commands[i].name));
      if (!*commands[i].keys)
        continue;
      gtk_accelerator_parse (commands[i].keys, &key, &modifiers);
      g_assert_cmpuint (key, !=, 0);
      g_assert_true (g_hash_table_add (keys, (gpointer) commands[i].keys));
    }
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "details"));
  open_visit (window);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "details"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  shortcuts = tonus_shortcuts_new (GTK_WINDOW (window));
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (shortcuts));
  gtk_widget_destroy (shortcuts);
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_undo_over_tabs (void)
{
  TonusWindow *window = open_window ();
  TonusSession *session = open_visit (window);
  TonusRecord *visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  GtkWidget *entry;

  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  entry = tonus_widget_find (GTK_WIDGET (window), "since-last/report");
  g_assert_nonnull (entry);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "Better since Friday",
                            -1);
  g_assert_cmpstr (tonus_record_get (visit, "since-last/report"), ==, "Better since Friday");
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-history", NULL);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_null (tonus_record_get (visit, "since-last/report"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "redo", NULL);
  g_assert_cmpstr (tonus_record_get (visit, "since-last/report"), ==, "Better since Friday");
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_undo_finds_row (void)
{
  TonusWindow *window = open_window ();
  TonusSession *session = open_visit (window);
  TonusChart *chart = tonus_session_get_chart (session);
  const char *visit =
      tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT));

  tonus_chart_set (chart, visit, "manual/aaaaaaaa/note", "one", NULL);
  tonus_chart_barrier (chart);
  tonus_chart_set (chart, visit, "manual/bbbbbbbb/note", "two", NULL);
  tonus_chart_barrier (chart);
  tonus_chart_set (chart, visit, "manual/aaaaaaaa/note", "three", NULL);
  tonus_chart_barrier (chart);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-interventions", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (window))), ==,
                   "manual/aaaaaaaa/note");
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_title (void)
{
  TonusWindow *window = open_window ();

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Tonus");
  open_visit (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Dana R.");
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_event_rows (void)
{
  TonusChart *chart;
  TonusRecord *record;
  TonusSite site = fixture_site ("visit", &chart, &record);
  const TonusSection *section = tonus_schema_find_section (tonus_schema_get_default (), "manual");
  GtkWidget *list = g_object_ref_sink (tonus_event_list_new (&site, section));
  g_autoptr (GPtrArray) none = NULL, one = NULL, again = NULL;
  GtkWidget *note;

  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (list, "manual/add")));
  none = tonus_record_get_rows (record, "manual");
  g_assert_cmpuint (none->len, ==, 0);
  tonus_chart_set (chart, tonus_record_get_object (record), "manual/bbbbbbbb/note", "Felt looser",
                   NULL);
  tonus_event_list_select (TONUS_EVENT_LIST (list), "bbbbbbbb");
  note = tonus_widget_find (list, "manual/bbbbbbbb/note");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (note)), ==, "Felt looser");
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (list, "manual/remove")));
  one = tonus_record_get_rows (record, "manual");
  g_assert_cmpuint (one->len, ==, 0);
  tonus_chart_undo (chart);
  again = tonus_record_get_rows (record, "manual");
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_nonnull (tonus_widget_find (list, "manual/bbbbbbbb"));
  /* A row of which nothing could be read is there to be mended, by the name that was typed. */
  tonus_record_set_unread (record, "manual/cccccccc/technique", "massge");
  g_assert_nonnull (tonus_widget_find (list, "manual/cccccccc"));
  g_assert_nonnull (strstr (
      atk_object_get_name (gtk_widget_get_accessible (tonus_widget_find (list, "manual/cccccccc"))),
      "massge"));
  gtk_widget_destroy (list);
  g_object_unref (list);
  g_object_unref (record);
  g_object_unref (chart);
}

/* Tab goes as one reads, whatever the heights of the widgets.  One step at a time: in a window that
 * is not the active one, a button takes the focus it has once more. */
static void
test_tab_order (void)
{
  static const struct
  {
    const char *from;
    GtkDirectionType direction;
    const char *to;
  } steps[] = {
    { "technique", GTK_DIR_TAB_FORWARD, "region" },
    { "structure", GTK_DIR_TAB_FORWARD, "side/right" },
    { "position", GTK_DIR_TAB_BACKWARD, "side/right" },
    { "position", GTK_DIR_TAB_FORWARD, "minutes" },
    { "service", GTK_DIR_TAB_BACKWARD, "tolerance/good" },
  };
  TonusChart *chart;
  TonusRecord *record;
  TonusSite site = fixture_site ("visit", &chart, &record);
  const TonusSection *section = tonus_schema_find_section (tonus_schema_get_default (), "manual");
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *list = tonus_event_list_new (&site, section);

  tonus_chart_set (chart, tonus_record_get_object (record), "manual/bbbbbbbb/note", "Felt looser",
                   NULL);
  gtk_container_add (GTK_CONTAINER (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  gtk_widget_show (window);
  fixture_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *from = g_strconcat ("manual/bbbbbbbb/", steps[i].from, NULL);
      g_autofree char *to = g_strconcat ("manual/bbbbbbbb/", steps[i].to, NULL);

      gtk_widget_grab_focus (tonus_widget_find (list, from));
      gtk_widget_child_focus (window, steps[i].direction);
      g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (window))), ==, to);
    }
  gtk_widget_destroy (window);
  g_object_unref (record);
  g_object_unref (chart);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

/* With text so large that list and chart do not fit the screen, the list goes when work begins. */
static void
test_narrow (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  TonusWindow *window;
  GtkWidget *search;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 3 * 96 * 1024, NULL);
  window = open_window ();
  gtk_widget_show (GTK_WIDGET (window));
  open_visit (window);
  search = tonus_widget_find (GTK_WIDGET (window), "patients/search");
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  fixture_wait (is_hidden, gtk_widget_get_parent (gtk_widget_get_parent (search)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "find", NULL);
  fixture_settle ();
  g_assert_false (is_hidden (gtk_widget_get_parent (gtk_widget_get_parent (search))));
  gtk_widget_destroy (GTK_WIDGET (window));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* "report in 6" is short; who points at it reads what is meant. */
static void
test_course (void)
{
  TonusWindow *window = open_window ();
  GtkWidget *course;
  g_autofree char *meant = NULL;

  open_visit (window);
  course = tonus_widget_find (GTK_WIDGET (window), "course");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (course)), "report in"));
  meant = gtk_widget_get_tooltip_text (course);
  g_assert_nonnull (strstr (meant, "A progress report is due in"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/window/names", test_names);
  g_test_add_func ("/ui/window/pages", test_pages);
  g_test_add_func ("/ui/window/commands", test_commands);
  g_test_add_func ("/ui/window/undo-over-tabs", test_undo_over_tabs);
  g_test_add_func ("/ui/window/undo-finds-row", test_undo_finds_row);
  g_test_add_func ("/ui/window/title", test_title);
  g_test_add_func ("/ui/window/event-rows", test_event_rows);
  g_test_add_func ("/ui/window/tab-order", test_tab_order);
  g_test_add_func ("/ui/window/narrow", test_narrow);
  g_test_add_func ("/ui/window/course", test_course);
  return fixture_finish (g_test_run ());
}
