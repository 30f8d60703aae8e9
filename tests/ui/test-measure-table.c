/* test-measure-table.c - right and left beside each other, one editor going from cell to cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-inspector.h"
#include "tonus-measure-plan.h"
#include "tonus-measure-rows.h"
#include "tonus-measure-table.h"
#include "tonus-window.h"

typedef struct
{
  TonusChart *chart;
  TonusRecord *record;
  const TonusSection *section;
  GtkWidget *window;
  GtkWidget *table;
} Desk;

static void
set (Desk *self, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  tonus_chart_set (self->chart, tonus_record_get_object (self->record), path, text, &error);
  g_assert_no_error (error);
  tonus_chart_barrier (self->chart);
}

static void
desk_init (Desk *self, const char *section)
{
  fixture_site ("visit", &self->chart, &self->record);
  self->section = tonus_schema_find_section (tonus_schema_get_default (), section);
}

static void
desk_show (Desk *self)
{
  TonusSite site = { .chart = self->chart, .record = self->record };

  self->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  self->table = tonus_measure_table_new (&site, self->section);
  gtk_container_add (GTK_CONTAINER (self->window), self->table);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 500);
  gtk_widget_show (self->window);
  fixture_settle ();
}

static void
desk_clear (Desk *self)
{
  if (self->window)
    gtk_widget_destroy (self->window);
  g_object_unref (self->record);
  g_object_unref (self->chart);
}

static const char *
focus_name (Desk *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus ? gtk_widget_get_name (focus) : NULL;
}

static GtkWidget *
cell_of (Desk *self, const char *path)
{
  g_autofree char *id = g_strconcat ("cell/", path, NULL);

  return tonus_widget_find (self->table, id);
}

static TonusMeasureGroup *
group_of (TonusMeasurePlan *plan, const char *id)
{
  for (guint i = 0; i < plan->groups->len; i++)
    if (g_str_equal (((TonusMeasureGroup *) g_ptr_array_index (plan->groups, i))->id, id))
      return g_ptr_array_index (plan->groups, i);
  g_error ("there is no group %s", id);
}

static TonusMeasureLine *
line_of (TonusMeasureGroup *group, const char *label)
{
  for (guint i = 0; i < group->lines->len; i++)
    if (g_str_equal (((TonusMeasureLine *) g_ptr_array_index (group->lines, i))->label, label))
      return g_ptr_array_index (group->lines, i);
  g_error ("there is no line %s", label);
}

/* --- the plan ----------------------------------------------------------------------------------
 */

static void
test_sides (void)
{
  static const struct
  {
    const char *over, *label, *row;
  } columns[] = {
    { "Active", "Right", "hip-flexion.right.active" },
    { "Active", "Left", "hip-flexion.left.active" },
    { "Passive", "Right", "hip-flexion.right.passive" },
    { "Passive", "Left", "hip-flexion.left.passive" },
  };
  Desk desk = { NULL };
  TonusMeasureLine *line;

  desk_init (&desk, "rom");
  {
    g_autoptr (TonusMeasurePlan) plan = tonus_measure_plan_new (desk.section, desk.record, NULL);

    g_assert_cmpuint (plan->columns->len, ==, G_N_ELEMENTS (columns));
    line = line_of (group_of (plan, "hip"), "Hip flexion");
    g_assert_cmpstr (line->norm, ==, "120°"); /* AAOS, as the catalogue says */
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      {
        TonusMeasureColumn *column = g_ptr_array_index (plan->columns, i);

        g_assert_cmpstr (column->over, ==, columns[i].over);
        g_assert_cmpstr (column->label, ==, columns[i].label);
        g_assert_cmpstr (g_ptr_array_index (line->rows, i), ==, columns[i].row);
      }
    /* On the midline one cell takes the place of two. */
    line = line_of (group_of (plan, "lumbar"), "Lumbar flexion");
    g_assert_cmpuint (line->span, ==, 2);
    g_assert_cmpstr (g_ptr_array_index (line->rows, 0), ==, "lumbar-flexion.midline.active");
    g_assert_null (g_ptr_array_index (line->rows, 1));
  }
  desk_clear (&desk);
}

static guint
count_places (TonusMeasurePlan *plan, const char *row)
{
  guint n = 0;

  for (guint g = 0; g < plan->groups->len; g++)
    {
      TonusMeasureGroup *group = g_ptr_array_index (plan->groups, g);

      for (guint l = 0; l < group->lines->len; l++)
        {
          TonusMeasureLine *line = g_ptr_array_index (group->lines, l);

          for (guint c = 0; c < line->rows->len; c++)
            n += g_strcmp0 (g_ptr_array_index (line->rows, c), row) == 0;
        }
    }
  return n;
}

/* Every valid row of every measured section has its place once it is recorded, offered or not. */
static void
test_nothing_hidden (void)
{
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());
  guint n_rows = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      g_autoptr (GPtrArray) rows = NULL;

      if (section->repeat != TONUS_REPEAT_MEASURE || !tonus_section_is_held_by (section, "visit"))
        continue;
      rows = tonus_measure_rows_list (section);
      for (guint r = 0; r < rows->len; r += 1 + rows->len / 40)
        {
          Desk desk = { NULL };
          const char *row = ((TonusTarget *) g_ptr_array_index (rows, r))->value;
          g_autoptr (GPtrArray) added = g_ptr_array_new ();
          guint n_places;

          desk_init (&desk, section->id);
          g_ptr_array_add (added, (gpointer) row);
          {
            g_autoptr (TonusMeasurePlan) plan =
                tonus_measure_plan_new (section, desk.record, added);

            n_places = count_places (plan, row);
            if (n_places != plan->n_fields)
              g_error ("%s/%s has %u places", section->id, row, n_places);
          }
          desk_clear (&desk);
          n_rows++;
        }
    }
  g_assert_cmpuint (n_rows, >, 100);
}

/* A side that nobody would offer, and a joint of which only one direction was tested. */
static void
test_loose_rows (void)
{
  Desk desk = { NULL };

  desk_init (&desk, "rom");
  set (&desk, "rom/hip-flexion.both.passive/value", "95");
  {
    g_autoptr (TonusMeasurePlan) plan = tonus_measure_plan_new (desk.section, desk.record, NULL);
    TonusMeasureLine *line = line_of (group_of (plan, "all"), "Hip flexion, Both, Passive");

    g_assert_cmpuint (line->span, ==, plan->columns->len);
  }
  desk.section = tonus_schema_find_section (tonus_schema_get_default (), "joint-play");
  set (&desk, "joint-play/hip.inferior.left/grade", "2");
  {
    g_autoptr (TonusMeasurePlan) plan = tonus_measure_plan_new (desk.section, desk.record, NULL);
    TonusMeasureGroup *group = group_of (plan, "all");

    g_assert_cmpuint (group->lines->len, ==, 1);
    g_assert_cmpuint (count_places (plan, "hip.inferior.right"), ==, 1);
  }
  desk_clear (&desk);
}

/* --- the table ---------------------------------------------------------------------------------
 */

static void
test_one_editor (void)
{
  Desk desk = { NULL };
  GtkWidget *add, *cell;

  desk_init (&desk, "rom");
  desk_show (&desk);
  add = tonus_widget_find (desk.table, "rom/add");
  gtk_widget_grab_focus (add);
  gtk_entry_set_text (GTK_ENTRY (add), "hip fl r pas");
  g_signal_emit_by_name (add, "activate");
  cell = tonus_widget_find (desk.table, "rom/hip-flexion.right.passive/value");
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_is_focus (cell));
  gtk_entry_set_text (GTK_ENTRY (cell), "95");
  g_assert_cmpstr (tonus_record_get (desk.record, "rom/hip-flexion.right.passive/value"), ==, "95");
  fixture_key (cell, GDK_KEY_Return, 0);
  g_assert_cmpstr (focus_name (&desk), ==, "rom/hip-flexion.left.passive/value");
  g_assert_null (tonus_widget_find (desk.table, "rom/hip-flexion.right.passive/value"));
  g_assert_cmpstr (
      gtk_label_get_text (GTK_LABEL (cell_of (&desk, "rom/hip-flexion.right.passive/value"))), ==,
      "95°");
  /* Emptied, it is no longer recorded, and its cell is still there. */
  set (&desk, "rom/hip-flexion.right.passive/value", NULL);
  g_assert_false (tonus_record_has_row (desk.record, "rom", "hip-flexion.right.passive"));
  g_assert_cmpstr (
      gtk_label_get_text (GTK_LABEL (cell_of (&desk, "rom/hip-flexion.right.passive/value"))), ==,
      "");
  desk_clear (&desk);
}

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    const char *focus; /* afterwards */
  } steps[] = {
    { GDK_KEY_Return, "strength/gluteus-maximus.left/grade" },
    { GDK_KEY_Down, "strength/piriformis.left/grade" },
    { GDK_KEY_Left, "strength/piriformis.right/grade" },
    { GDK_KEY_Up, "strength/gluteus-maximus.right/grade" },
    { GDK_KEY_Right, "strength/gluteus-maximus.left/grade" },
    { GDK_KEY_Return, "strength/piriformis.right/grade" },
  };
  Desk desk = { NULL };

  desk_init (&desk, "strength");
  set (&desk, "strength/gluteus-maximus.right/grade", "4-");
  desk_show (&desk);
  gtk_widget_grab_focus (tonus_widget_find (desk.table, "strength/gluteus-maximus.right/grade"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      fixture_key (gtk_window_get_focus (GTK_WINDOW (desk.window)), steps[i].key, 0);
      g_assert_cmpstr (focus_name (&desk), ==, steps[i].focus);
    }
  desk_clear (&desk);
}

/* A few letters lead to the first cell that answers to them; none lead nowhere, and that is said.
 */
static void
test_few_letters (void)
{
  Desk desk = { NULL };
  GtkWidget *add;

  desk_init (&desk, "rom");
  desk_show (&desk);
  add = tonus_widget_find (desk.table, "rom/add");
  gtk_entry_set_text (GTK_ENTRY (add), "slr");
  g_signal_emit_by_name (add, "activate");
  g_assert_cmpstr (focus_name (&desk), ==, "rom/straight-leg-raise.right.active/value");
  gtk_widget_grab_focus (add);
  gtk_entry_set_text (GTK_ENTRY (add), "hip ir l");
  g_signal_emit_by_name (add, "activate");
  g_assert_cmpstr (focus_name (&desk), ==, "rom/hip-internal-rotation.left.active/value");
  gtk_widget_grab_focus (add);
  gtk_entry_set_text (GTK_ENTRY (add), "nonsense");
  g_signal_emit_by_name (add, "activate");
  g_assert_cmpstr (focus_name (&desk), ==, "rom/add");
  desk_clear (&desk);
}

typedef struct
{
  const char *words;
  gboolean is_found;
} Saying;

static void
look_for_words (GtkWidget *widget, gpointer data)
{
  Saying *saying = data;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), saying->words))
    saying->is_found = TRUE;
}

static gboolean
says_somewhere (GtkWidget *root, const char *words)
{
  Saying saying = { words, FALSE };

  fixture_walk (root, look_for_words, &saying);
  return saying.is_found;
}

/* What was typed and is no value stays in sight when the editor has gone on, and comes back with
 * it. */
static void
test_wrong_stays (void)
{
  Desk desk = { NULL };
  GtkWidget *cell;

  desk_init (&desk, "rom");
  set (&desk, "rom/hip-flexion.right.passive/value", "95");
  desk_show (&desk);
  tonus_measure_table_show_row (TONUS_MEASURE_TABLE (desk.table), "hip-flexion.right.passive",
                                NULL);
  cell = gtk_window_get_focus (GTK_WINDOW (desk.window));
  gtk_entry_set_text (GTK_ENTRY (cell), "9500");
  fixture_key (cell, GDK_KEY_Return, 0);
  cell = cell_of (&desk, "rom/hip-flexion.right.passive/value");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "9500");
  g_assert_true (gtk_style_context_has_class (gtk_widget_get_style_context (cell), "tonus-wrong"));
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (desk.record),
                                        "rom/hip-flexion.right.passive/value"),
                   ==, "9500");
  /* Why it is wrong stands below the line. */
  g_assert_true (says_somewhere (desk.table, "Passive Right: "));
  tonus_measure_table_show_row (TONUS_MEASURE_TABLE (desk.table), "hip-flexion.right.passive",
                                NULL);
  cell = gtk_window_get_focus (GTK_WINDOW (desk.window));
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (cell)), ==, "9500");
  desk_clear (&desk);
}

static int
height_of (Desk *self, const char *id)
{
  int line;

  gtk_container_child_get (
      GTK_CONTAINER (gtk_widget_get_parent (tonus_widget_find (self->table, id))),
      tonus_widget_find (self->table, id), "top-attach", &line, NULL);
  return line;
}

/* One key says that it was not tested; the cell says so shortly, a reader in full. */
static void
test_not_tested (void)
{
  Desk desk = { NULL };
  GtkWidget *cell;

  desk_init (&desk, "rom");
  desk_show (&desk);
  tonus_measure_table_show_row (TONUS_MEASURE_TABLE (desk.table), "hip-flexion.right.passive",
                                NULL);
  fixture_key (gtk_window_get_focus (GTK_WINDOW (desk.window)), GDK_KEY_Delete, 0);
  fixture_key (gtk_window_get_focus (GTK_WINDOW (desk.window)), GDK_KEY_Return, 0);
  g_assert_true (tonus_value_is_not_tested (
      tonus_record_get (desk.record, "rom/hip-flexion.right.passive/value")));
  cell = cell_of (&desk, "rom/hip-flexion.right.passive/value");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "NT");
  g_assert_nonnull (strstr (atk_object_get_name (gtk_widget_get_accessible (cell)), "not tested"));
  desk_clear (&desk);
}

static void
test_folds (void)
{
  Desk desk = { NULL };
  GtkWidget *heading;

  desk_init (&desk, "rom");
  set (&desk, "rom/hip-flexion.right.passive/value", "95");
  desk_show (&desk);
  g_assert_nonnull (cell_of (&desk, "rom/hip-flexion.left.passive/value"));
  g_assert_null (cell_of (&desk, "rom/knee-flexion.left.passive/value"));
  heading = tonus_widget_find (desk.table, "rom/group/knee");
  gtk_widget_grab_focus (heading);
  gtk_button_clicked (GTK_BUTTON (heading));
  g_assert_nonnull (cell_of (&desk, "rom/knee-flexion.left.passive/value"));
  g_assert_cmpstr (focus_name (&desk), ==, "rom/group/knee");
  /* A value that comes from elsewhere, by undo for one, opens what it belongs to. */
  set (&desk, "rom/wrist-flexion.left.passive/value", "60");
  g_assert_nonnull (cell_of (&desk, "rom/wrist-flexion.left.passive/value"));
  /* What holds something is first; what came later has not moved. */
  g_assert_cmpint (height_of (&desk, "rom/group/hip"), <, height_of (&desk, "rom/group/neck"));
  g_assert_cmpint (height_of (&desk, "rom/group/neck"), <, height_of (&desk, "rom/group/wrist"));
  desk_clear (&desk);
}

/* --- the details -------------------------------------------------------------------------------
 */

static void
test_details (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;
  TonusChangeset *changes = tonus_changeset_new ();
  TonusRecord *visit;
  GtkWidget *focus;

  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (window), "start-visit", NULL);
  visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  tonus_changeset_set (changes, tonus_record_get_object (visit),
                       "rom/hip-flexion.right.passive/pain", "3");
  tonus_chart_apply (tonus_session_get_chart (session), changes, NULL);
  tonus_changeset_free (changes);
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "redo", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_widget_get_name (focus), ==, "rom/hip-flexion.right.passive/pain");
  g_assert_true (tonus_inspector_go_over (
      TONUS_INSPECTOR (gtk_widget_get_ancestor (focus, TONUS_TYPE_INSPECTOR))));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_widget_get_name (focus), ==, "rom/hip-flexion.right.passive/value");
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/measure-table/sides", test_sides);
  g_test_add_func ("/ui/measure-table/nothing-hidden", test_nothing_hidden);
  g_test_add_func ("/ui/measure-table/loose-rows", test_loose_rows);
  g_test_add_func ("/ui/measure-table/one-editor", test_one_editor);
  g_test_add_func ("/ui/measure-table/keys", test_keys);
  g_test_add_func ("/ui/measure-table/few-letters", test_few_letters);
  g_test_add_func ("/ui/measure-table/wrong-stays", test_wrong_stays);
  g_test_add_func ("/ui/measure-table/not-tested", test_not_tested);
  g_test_add_func ("/ui/measure-table/folds", test_folds);
  g_test_add_func ("/ui/measure-table/details", test_details);
  return fixture_finish (g_test_run ());
}
