/* test-program.c - the home program: finding, adding, ordering, editing together, stopping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-library.h"
#include "tonus-program-card.h"
#include "tonus-program-edit.h"
#include "tonus-program-view.h"
#include "tonus-window.h"

typedef struct
{
  TonusWindow *window;
  TonusSession *session;
  TonusChart *chart;
  TonusRecord *program;
} Desk;

static void
desk_open (Desk *self)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);

  self->window = tonus_window_new (NULL);
  tonus_window_set_practice (self->window, practice);
  self->session = tonus_window_get_session (self->window);
  g_assert_true (tonus_session_open_patient (self->session, patient, NULL));
  g_assert_true (tonus_session_start_visit (self->session, NULL));
  self->chart = tonus_session_get_chart (self->session);
  self->program = tonus_session_get_record (self->session, TONUS_SLOT_PROGRAM);
  gtk_window_present (GTK_WINDOW (self->window));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "tab-home-program", NULL);
  fixture_paint (GTK_WIDGET (self->window));
}

static void
desk_close (Desk *self)
{
  gtk_widget_destroy (GTK_WIDGET (self->window));
}

static GtkWidget *
find (Desk *self, const char *id)
{
  GtkWidget *widget = tonus_widget_find (GTK_WIDGET (self->window), id);

  if (!widget)
    g_test_message ("no widget %s", id);
  g_assert_nonnull (widget);
  return widget;
}

static GtkWidget *
find_of (Desk *self, const char *row, const char *part)
{
  g_autofree char *id =
      part ? g_strdup_printf ("home/%s/%s", row, part) : g_strdup_printf ("home/%s", row);

  return find (self, id);
}

/* (transfer full) */
static char *
nth_row (Desk *self, guint n)
{
  g_autoptr (GPtrArray) rows = tonus_program_list_active (self->program);

  g_assert_cmpuint (n, <, rows->len);
  return g_strdup (g_ptr_array_index (rows, n));
}

static guint
count_active (Desk *self)
{
  g_autoptr (GPtrArray) rows = tonus_program_list_active (self->program);

  return rows->len;
}

static void
unfold (Desk *self, const char *row)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_of (self, row, NULL)), TRUE);
}

/* A key that the heading has left to its card. */
static void
press_card (Desk *self, const char *row, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *heading = find_of (self, row, NULL);

  fixture_key (gtk_widget_get_ancestor (heading, TONUS_TYPE_PROGRAM_CARD), keyval, modifiers);
}

/* Typed, found, added with the catalogue's dose, and taken back in one step. */
static void
test_add (void)
{
  Desk self;
  GtkWidget *search;
  guint before;
  g_autofree char *row = NULL;

  desk_open (&self);
  before = count_active (&self);
  search = find (&self, "library/search");
  gtk_entry_set_text (GTK_ENTRY (search), "rdl");
  gtk_entry_set_text (GTK_ENTRY (search), "romanian dead");
  gtk_widget_activate (search);
  g_assert_cmpuint (count_active (&self), ==, before + 1);
  row = nth_row (&self, before);
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", row, "exercise"), ==, "rdl");
  g_assert_nonnull (tonus_record_get_at (self.program, "home", row, "sets"));
  g_assert_true (g_str_has_prefix (tonus_session_get_status (self.session), "Added: Romanian"));
  find_of (&self, row, NULL);
  tonus_chart_undo (self.chart);
  g_assert_cmpuint (count_active (&self), ==, before);
  desk_close (&self);
}

static void
test_filter (void)
{
  g_autoptr (TonusLibrary) library = tonus_library_new (tonus_schema_get_default ());
  const char *any[TONUS_N_FACETS] = { NULL };
  const char *hip_band[TONUS_N_FACETS] = {
    [TONUS_FACET_REGION] = "hip", [TONUS_FACET_EQUIPMENT] = "band"
  };
  g_autoptr (GPtrArray) all = tonus_library_find (library, "", any);
  g_autoptr (GPtrArray) some = tonus_library_find (library, "", hip_band);
  g_autoptr (GPtrArray) typed = tonus_library_find (library, "hip band", any);
  g_autoptr (GPtrArray) spanish = tonus_library_find (library, "puénte", any);
  g_autoptr (GPtrArray) named = tonus_library_find (library, "bridge", any);

  g_assert_cmpuint (all->len, >, 130);
  g_assert_cmpuint (some->len, >, 3);
  g_assert_cmpuint (some->len, <, 20);
  g_assert_cmpuint (typed->len, >=, some->len);
  g_assert_cmpuint (spanish->len, >, 0);
  g_assert_cmpstr (((TonusEntry *) g_ptr_array_index (named, 0))->id, ==, "bridge");
}

/* Enter adds the first: what is called exactly so, then what begins so, then what has such a word.
 */
static void
test_best_first (void)
{
  static const struct
  {
    const char *typed;
    const char *first;
  } table[] = {
    { "heel slide", "Heel slide" },
    { "heel slide ", "Heel slide" },
    { "heel sl", "Heel slide" },
    { "puente", "Bridge" },
    { "clam", "Clam" },
    { "stance on", "Single-leg" },
  };
  g_autoptr (TonusLibrary) library = tonus_library_new (tonus_schema_get_default ());
  const char *any[TONUS_N_FACETS] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) found = tonus_library_find (library, table[i].typed, any);
      const TonusEntry *first = found->len ? g_ptr_array_index (found, 0) : NULL;

      g_test_message ("%s: %s", table[i].typed, first ? tonus_entry_label (first) : "nothing");
      g_assert_true (first && g_str_has_prefix (tonus_entry_label (first), table[i].first));
    }
}

/* The same exercise once; for the other side it may come a second time. */
static void
test_add_twice (void)
{
  Desk self;
  GtkWidget *search;
  guint before;
  g_autofree char *row = NULL, *path = NULL;

  desk_open (&self);
  before = count_active (&self);
  search = find (&self, "library/search");
  gtk_entry_set_text (GTK_ENTRY (search), "romanian dead");
  gtk_widget_activate (search);
  gtk_widget_activate (search);
  g_assert_cmpuint (count_active (&self), ==, before + 1);
  g_assert_true (
      g_str_has_prefix (tonus_session_get_status (self.session), "It is in the program"));
  row = nth_row (&self, before);
  path = g_strdup_printf ("home/%s/side", row);
  tonus_chart_set (self.chart, tonus_record_get_object (self.program), path, "left", NULL);
  gtk_widget_activate (search);
  gtk_widget_activate (search);
  g_assert_cmpuint (count_active (&self), ==, before + 2);
  desk_close (&self);
}

/* All of it, or from its top as much as there is room for. */
static gboolean
is_in_sight (gpointer data)
{
  GtkWidget *widget = data;
  GtkWidget *port = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  int height = gtk_widget_get_allocated_height (widget),
      room = gtk_widget_get_allocated_height (port), y;

  return gtk_widget_translate_coordinates (widget, port, 0, 0, NULL, &y) &&
         (height < room ? y >= 0 && y + height <= room : ABS (y) <= 1);
}

/* With Ctrl+Enter one is at the dose: the list is out of the way, and Escape closes it elsewhere.
 */
static void
test_dose_in_sight (void)
{
  Desk self;
  GtkWidget *search, *focus;

  desk_open (&self);
  search = find (&self, "library/search");
  gtk_entry_set_text (GTK_ENTRY (search), "romanian dead");
  fixture_key (search, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_false (gtk_widget_is_visible (find (&self, "library/list")));
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (search)), ==, "");
  focus = gtk_window_get_focus (GTK_WINDOW (self.window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TONUS_TYPE_PROGRAM_CARD));
  fixture_wait (is_in_sight, focus);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&self, "library/browse")), TRUE);
  gtk_widget_grab_focus (focus);
  fixture_key (gtk_widget_get_ancestor (search, TONUS_TYPE_PROGRAM_VIEW), GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_is_visible (find (&self, "library/list")));
  desk_close (&self);
}

/* A card that is unfolded low on the page shows what it has inside. */
static void
test_unfold_in_sight (void)
{
  Desk self;
  GtkWidget *card;
  g_autofree char *row = NULL;

  desk_open (&self);
  row = nth_row (&self, count_active (&self) - 1);
  gtk_widget_grab_focus (find_of (&self, row, NULL));
  unfold (&self, row);
  card = gtk_widget_get_ancestor (find_of (&self, row, NULL), TONUS_TYPE_PROGRAM_CARD);
  fixture_paint (GTK_WIDGET (self.window));
  g_assert_cmpint (gtk_widget_get_allocated_height (card), >, 200);
  fixture_wait (is_in_sight, card);
  desk_close (&self);
}

static void
test_filter_in_window (void)
{
  Desk self;
  GtkWidget *list;

  desk_open (&self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&self, "library/browse")), TRUE);
  list = find (&self, "library/list");
  g_assert_cmpint (
      gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (list)), NULL), >,
      130);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&self, "library/kind")), TRUE);
  /* One is in the list at once, and an arrow and Enter choose. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)),
                                         find (&self, "library/kind/values")));
  gtk_widget_activate (find (&self, "library/kind/nerve"));
  g_assert_cmpint (
      gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (list)), NULL), ==, 7);
  g_assert_true (gtk_style_context_has_class (
      gtk_widget_get_style_context (find (&self, "library/kind")), "tonus-filtering"));
  gtk_button_clicked (GTK_BUTTON (find (&self, "library/clear")));
  g_assert_cmpint (
      gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (list)), NULL), >,
      130);
  g_assert_false (gtk_widget_get_visible (find (&self, "library/clear")));
  /* A filter does not outlive the list. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&self, "library/kind")), TRUE);
  gtk_widget_activate (find (&self, "library/kind/nerve"));
  fixture_key (find (&self, "library/search"), GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_is_visible (find (&self, "library/count")));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&self, "library/browse")), TRUE);
  g_assert_cmpint (
      gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (list)), NULL), >,
      130);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find (&self, "library/kind"))), ==,
                   "Kind: any");
  desk_close (&self);
}

static void
test_move_and_sort (void)
{
  Desk self;
  g_autofree char *first = NULL, *second = NULL, *now = NULL, *again = NULL;

  desk_open (&self);
  first = nth_row (&self, 0);
  second = nth_row (&self, 1);
  press_card (&self, first, GDK_KEY_Down, GDK_MOD1_MASK);
  now = nth_row (&self, 0);
  g_assert_cmpstr (now, ==, second);
  g_assert_true (gtk_widget_has_focus (find_of (&self, first, NULL)) ||
                 gtk_window_get_focus (GTK_WINDOW (self.window)) != NULL);
  tonus_chart_undo (self.chart);
  again = nth_row (&self, 0);
  g_assert_cmpstr (again, ==, first);
  gtk_button_clicked (GTK_BUTTON (find (&self, "program/sort")));
  tonus_chart_undo (self.chart);
  desk_close (&self);
}

/* The dose of several at once is one step of undo. */
static void
test_together (void)
{
  Desk self;
  g_autofree char *first = NULL, *second = NULL;

  desk_open (&self);
  first = nth_row (&self, 0);
  second = nth_row (&self, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_of (&self, first, "tick")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_of (&self, second, "tick")), TRUE);
  g_assert_true (gtk_widget_get_visible (find (&self, "program/bulk/sets")));
  /* It does not scroll away from a card that is ticked further down. */
  g_assert_null (gtk_widget_get_ancestor (find (&self, "program/bulk/sets"), GTK_TYPE_VIEWPORT));
  gtk_entry_set_text (GTK_ENTRY (find (&self, "program/bulk/sets")), "44");
  gtk_button_clicked (GTK_BUTTON (find (&self, "program/bulk/apply")));
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", first, "sets"), !=, "44");
  gtk_entry_set_text (GTK_ENTRY (find (&self, "program/bulk/sets")), "4");
  gtk_entry_set_text (GTK_ENTRY (find (&self, "program/bulk/days-a-week")), "3");
  gtk_entry_set_text (GTK_ENTRY (find (&self, "program/bulk/reps")), "7");
  gtk_entry_set_text (GTK_ENTRY (find (&self, "program/bulk/hold")), "9");
  gtk_button_clicked (GTK_BUTTON (find (&self, "program/bulk/apply")));
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", first, "sets"), ==, "4");
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", second, "days-a-week"), ==, "3");
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", first, "reps"), ==, "7");
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", second, "hold"), ==, "9");
  tonus_chart_undo (self.chart);
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", first, "sets"), !=, "4");
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", second, "days-a-week"), !=, "3");
  gtk_button_clicked (GTK_BUTTON (find (&self, "program/bulk/none")));
  g_assert_false (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_of (&self, first, "tick"))));
  g_assert_false (gtk_widget_is_visible (find (&self, "program/bulk/sets")));
  desk_close (&self);
}

/* What the patient has at home is stopped with a reason; what was added a moment ago just goes. */
static void
test_stop_and_remove (void)
{
  Desk self;
  g_autofree char *given = NULL, *fresh = NULL;
  guint before;

  desk_open (&self);
  before = count_active (&self);
  given = nth_row (&self, 0);
  unfold (&self, given);
  gtk_button_clicked (GTK_BUTTON (find_of (&self, given, "end")));
  gtk_entry_set_text (GTK_ENTRY (find_of (&self, given, "reason")), "Back pinches");
  gtk_widget_activate (find_of (&self, given, "reason"));
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", given, "state"), ==, "stopped");
  g_assert_true (tonus_record_has_row (self.program, "home", given));
  gtk_entry_set_text (GTK_ENTRY (find (&self, "library/search")), "clam with");
  gtk_widget_activate (find (&self, "library/search"));
  fresh = nth_row (&self, count_active (&self) - 1);
  unfold (&self, fresh);
  gtk_button_clicked (GTK_BUTTON (find_of (&self, fresh, "end")));
  g_assert_false (tonus_record_has_row (self.program, "home", fresh));
  g_assert_cmpuint (count_active (&self), ==, before - 1);
  desk_close (&self);
}

static void
test_ladder (void)
{
  Desk self;
  g_autofree char *row = NULL;

  desk_open (&self);
  gtk_entry_set_text (GTK_ENTRY (find (&self, "library/search")), "side plank on");
  gtk_widget_activate (find (&self, "library/search"));
  row = nth_row (&self, count_active (&self) - 1);
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", row, "exercise"), ==,
                   "side-plank-knees");
  press_card (&self, row, GDK_KEY_Right, GDK_MOD1_MASK);
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", row, "exercise"), !=,
                   "side-plank-knees");
  press_card (&self, row, GDK_KEY_Left, GDK_MOD1_MASK);
  g_assert_cmpstr (tonus_record_get_at (self.program, "home", row, "exercise"), ==,
                   "side-plank-knees");
  press_card (&self, row, GDK_KEY_Left, GDK_MOD1_MASK);
  g_assert_nonnull (strstr (tonus_session_get_status (self.session), "no easier"));
  desk_close (&self);
}

/* At a follow-up, one letter per exercise of the last handout. */
static void
test_done (void)
{
  Desk self;
  TonusRecord *visit;
  g_autoptr (TonusRecord) given = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *focus;
  const char *exercise;

  desk_open (&self);
  visit = tonus_session_get_record (self.session, TONUS_SLOT_VISIT);
  given = tonus_session_load_given (self.session, tonus_record_get_object (visit));
  g_assert_nonnull (given);
  focus = gtk_window_get_focus (GTK_WINDOW (self.window));
  g_assert_true (g_str_has_prefix (gtk_widget_get_name (focus), "home-done/"));
  rows = tonus_program_list_rows (given);
  exercise = tonus_record_get_at (given, "home", g_ptr_array_index (rows, 0), "exercise");
  fixture_key (focus, GDK_KEY_p, 0);
  g_assert_cmpstr (tonus_record_get_at (visit, "home-done", exercise, "done"), ==, "partly");
  /* The key coming up goes on: to why it was so. */
  fixture_key (gtk_window_get_focus (GTK_WINDOW (self.window)), GDK_KEY_p, 0);
  focus = gtk_window_get_focus (GTK_WINDOW (self.window));
  g_assert_true (g_str_has_suffix (gtk_widget_get_name (focus), "/why"));
  tonus_chart_undo (self.chart);
  g_assert_null (tonus_record_get_at (visit, "home-done", exercise, "done"));
  desk_close (&self);
}

/* Whoever is in the list when it folds would answer unseen. */
static void
test_done_folded (void)
{
  Desk self;
  GtkWidget *done;

  desk_open (&self);
  done = find (&self, "program/done");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)), done));
  gtk_expander_set_expanded (GTK_EXPANDER (done), FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self.window)) == done);
  g_assert_true (tonus_widget_focus_first (gtk_widget_get_parent (done)));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)), done));
  desk_close (&self);
}

/* A pack is one step, adds nothing twice, and shows what it added. */
static void
test_packs (void)
{
  Desk self;
  guint before, after;
  g_autofree char *last = NULL;

  desk_open (&self);
  before = count_active (&self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&self, "program/packs")), TRUE);
  gtk_widget_activate (find (&self, "program/packs/posterior-chain-1"));
  after = count_active (&self);
  last = nth_row (&self, after - 1);
  fixture_paint (GTK_WIDGET (self.window));
  fixture_wait (is_in_sight, find_of (&self, last, NULL));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)),
                                             TONUS_TYPE_PROGRAM_CARD));
  g_assert_cmpuint (after, >, before);
  g_assert_cmpuint (after, <, before + 5);
  gtk_widget_activate (find (&self, "program/packs/posterior-chain-1"));
  g_assert_cmpuint (count_active (&self), ==, after);
  tonus_chart_undo (self.chart);
  g_assert_cmpuint (count_active (&self), ==, before);
  desk_close (&self);
}

/* Undo opens the card it is about. */
static void
test_undo_unfolds (void)
{
  Desk self;
  g_autofree char *row = NULL, *path = NULL;

  desk_open (&self);
  row = nth_row (&self, 1);
  path = g_strdup_printf ("home/%s/cue", row);
  g_assert_null (tonus_widget_find (GTK_WIDGET (self.window), path));
  tonus_chart_set (self.chart, tonus_record_get_object (self.program), path, "Slowly", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (self.window), "undo", NULL);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (self.window))), ==, path);
  desk_close (&self);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/program/add", test_add);
  g_test_add_func ("/ui/program/filter", test_filter);
  g_test_add_func ("/ui/program/filter-in-window", test_filter_in_window);
  g_test_add_func ("/ui/program/best-first", test_best_first);
  g_test_add_func ("/ui/program/add-twice", test_add_twice);
  g_test_add_func ("/ui/program/dose-in-sight", test_dose_in_sight);
  g_test_add_func ("/ui/program/unfold-in-sight", test_unfold_in_sight);
  g_test_add_func ("/ui/program/move-and-sort", test_move_and_sort);
  g_test_add_func ("/ui/program/together", test_together);
  g_test_add_func ("/ui/program/stop-and-remove", test_stop_and_remove);
  g_test_add_func ("/ui/program/ladder", test_ladder);
  g_test_add_func ("/ui/program/done", test_done);
  g_test_add_func ("/ui/program/done-folded", test_done_folded);
  g_test_add_func ("/ui/program/packs", test_packs);
  g_test_add_func ("/ui/program/undo-unfolds", test_undo_unfolds);
  return fixture_finish (g_test_run ());
}
