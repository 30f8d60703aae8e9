/* test-editors.c - every field of the schema in a form: named, read back, undone, never changed by
 * accident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-field-row.h"
#include "tonus-field-words.h"
#include "tonus-fields-grid.h"
#include "tonus-identify.h"
#include "tonus-text.h"

#define ROW "aaaaaaaa"

typedef struct
{
  TonusChart *chart;
  TonusRecord *record;
  TonusSite site;
  TonusFieldRow *row;
  char *path;
} Cell;

/* A row that the section may have: NULL, an event's id or the first one of every key. */
static char *
make_row (const TonusSection *section)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (section->repeat == TONUS_REPEAT_NONE)
    return NULL;
  if (section->repeat == TONUS_REPEAT_EVENT)
    return g_strdup (ROW);
  ids = g_ptr_array_new ();
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      const TonusEntry *entry = g_ptr_array_index (tonus_catalogue_get_entries (key->choices), 0);

      g_ptr_array_add (ids, entry->id);
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (".", (char **) ids->pdata);
}

static void
cell_init (Cell *cell, const TonusField *field)
{
  g_autofree char *row = make_row (field->section);

  cell->site = fixture_site (field->section->holds[0], &cell->chart, &cell->record);
  cell->row = tonus_field_row_new (&cell->site, field, row, "Name");
  g_object_ref_sink (cell->row);
  cell->path = g_strdup (tonus_field_row_get_path (cell->row));
}

static void
cell_clear (Cell *cell)
{
  if (cell->row)
    {
      gtk_widget_destroy (GTK_WIDGET (cell->row));
      g_object_unref (cell->row);
    }
  g_clear_object (&cell->record);
  g_clear_object (&cell->chart);
  g_free (cell->path);
}

/* The widget that a person types in or presses. */
static GtkWidget *
inner (Cell *cell)
{
  GtkWidget *widget = tonus_field_row_get_editor (cell->row);

  return GTK_IS_SCROLLED_WINDOW (widget) ? gtk_bin_get_child (GTK_BIN (widget)) : widget;
}

/* On the screen, where events can reach it. */
static void
cell_show (Cell *cell)
{
  static GtkWidget *window;

  if (!window)
    window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (window), GTK_WIDGET (cell->row));
  gtk_widget_show (GTK_WIDGET (cell->row));
  gtk_widget_show (window);
  gtk_widget_realize (inner (cell));
}

static const TonusField *
find (const char *path)
{
  const TonusField *field = tonus_schema_resolve (tonus_schema_get_default (), path, NULL, NULL);

  g_assert_nonnull (field);
  return field;
}

static const char *
value (Cell *cell)
{
  return tonus_record_get (cell->record, cell->path);
}

static void
type (Cell *cell, const char *text)
{
  GtkWidget *widget = inner (cell);

  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_entry_set_text (GTK_ENTRY (widget), text);
}

typedef void (*FieldTest) (const TonusField *field);

static void
for_all_fields (FieldTest test)
{
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        {
          const TonusField *field = g_ptr_array_index (section->fields, j);

          if (field->key_index >= 0)
            continue;
          test (field);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 100);
}

static void
check_name (GtkWidget *widget, gpointer path)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  const char *name, *id;

  if (!gtk_widget_get_can_focus (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
      GTK_IS_LABEL (widget))
    return;
  name = atk_object_get_name (accessible);
  id = atk_object_get_accessible_id (accessible);
  g_assert_nonnull (name);
  g_assert_cmpstr (name, !=, "");
  g_assert_nonnull (id);
  g_assert_true (g_str_has_prefix (gtk_widget_get_name (widget), path));
}

static void
check_field_is_named (const TonusField *field)
{
  Cell cell;
  g_autofree char *dotted = NULL;

  cell_init (&cell, field);
  dotted = g_strdelimit (g_strdup (cell.path), "/", '.');
  g_assert_cmpstr (gtk_widget_get_name (inner (&cell)), ==, cell.path);
  g_assert_cmpstr (atk_object_get_accessible_id (gtk_widget_get_accessible (inner (&cell))), ==,
                   dotted);
  fixture_walk (GTK_WIDGET (cell.row), check_name, cell.path);
  cell_clear (&cell);
}

static void
test_all_named (void)
{
  for_all_fields (check_field_is_named);
}

/* Without a name of its own, its label must name it. */
static void
check_field_is_labelled (const TonusField *field)
{
  TonusChart *chart;
  TonusRecord *record;
  TonusSite site = fixture_site (field->section->holds[0], &chart, &record);
  g_autofree char *row = make_row (field->section);
  TonusFieldRow *field_row = g_object_ref_sink (tonus_field_row_new (&site, field, row, NULL));
  GtkWidget *label = g_object_ref_sink (tonus_field_row_make_label (field_row));
  GtkWidget *editor = tonus_field_row_get_editor (field_row);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), !=, "");
  if (!GTK_IS_BOX (editor))
    g_assert_nonnull (gtk_label_get_mnemonic_widget (GTK_LABEL (label)));
  gtk_widget_destroy (GTK_WIDGET (field_row));
  gtk_widget_destroy (label);
  g_object_unref (field_row);
  g_object_unref (label);
  g_object_unref (record);
  g_object_unref (chart);
}

static void
test_all_labelled (void)
{
  for_all_fields (check_field_is_labelled);
}

/* A value that the field takes, as it is written in the record; NULL: none is known here. */
static char *
sample (const TonusField *field)
{
  GPtrArray *entries = field->choices ? tonus_catalogue_get_entries (field->choices) : NULL;
  static const char hostile[] = "[x]=1;";
  const TonusEntry *first = entries ? g_ptr_array_index (entries, 0) : NULL;

  switch (field->kind)
    {
    case TONUS_KIND_TEXT:
    case TONUS_KIND_NOTE:
      return g_utf8_substring (hostile, 0, (glong) MIN (field->length, strlen ("[x]=1;")));
    case TONUS_KIND_INTEGER:
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      return tonus_number_format (CLAMP (3, field->min, field->max), field->digits);
    case TONUS_KIND_BOOLEAN:
      return g_strdup ("no");
    case TONUS_KIND_DATE:
      return g_strdup ("2026-11-20");
    case TONUS_KIND_TIME:
      return g_strdup ("09:05");
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_GRADE:
      return g_strdup (first->id);
    case TONUS_KIND_CHOICES:
      return g_strconcat (first->id, ";", NULL);
    case TONUS_KIND_REF:
    case TONUS_N_KINDS:
      break;
    }
  return NULL;
}

/* Shown, edited away, typed again as it was shown: the same value. */
static void
check_round_trip (const TonusField *field)
{
  g_autofree char *text = sample (field), *shown = NULL;
  g_autoptr (GError) error = NULL;
  Cell cell;

  cell_init (&cell, field);
  if (text &&
      tonus_chart_set (cell.chart, tonus_record_get_object (cell.record), cell.path, text, &error))
    {
      GtkWidget *widget = inner (&cell);

      if (GTK_IS_ENTRY (widget))
        {
          shown = g_strdup (gtk_entry_get_text (GTK_ENTRY (widget)));
          g_assert_cmpstr (shown, !=, "");
          type (&cell, "");
          g_assert_null (value (&cell));
          type (&cell, shown);
        }
      g_assert_cmpstr (value (&cell), ==, text);
      tonus_chart_undo (cell.chart);
      while (tonus_chart_undo (cell.chart))
        ;
      g_assert_null (value (&cell));
      while (tonus_chart_redo (cell.chart))
        ;
      g_assert_cmpstr (value (&cell), ==, text);
    }
  else if (text && !field->limits)
    g_error ("%s does not take “%s”: %s", cell.path, text, error->message);
  cell_clear (&cell);
}

static void
test_round_trips (void)
{
  for_all_fields (check_round_trip);
}

static void
test_wrong_input_stays (void)
{
  Cell cell;

  cell_init (&cell, find ("pain/now"));
  cell_show (&cell);
  type (&cell, "3");
  g_assert_cmpstr (value (&cell), ==, "3");
  type (&cell, "3x");
  g_assert_null (value (&cell));
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (cell.record), cell.path), ==,
                   "3x");
  fixture_focus (inner (&cell), FALSE);
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (inner (&cell))), ==, "3x");
  g_assert_cmpstr (atk_object_get_description (gtk_widget_get_accessible (inner (&cell))), !=, "");
  type (&cell, "4");
  g_assert_cmpstr (value (&cell), ==, "4");
  g_assert_cmpuint (g_hash_table_size (tonus_record_get_unread (cell.record)), ==, 0);
  cell_clear (&cell);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  g_autoptr (GList) children =
      GTK_IS_CONTAINER (root) ? gtk_container_get_children (GTK_CONTAINER (root)) : NULL;

  if (g_str_equal (gtk_widget_get_name (root), name))
    return root;
  for (GList *l = children; l; l = l->next)
    {
      GtkWidget *found = find_named (l->data, name);

      if (found)
        return found;
    }
  return NULL;
}

/* A remark too long for its column takes a line; its field is not to move away at the next letter.
 */
static void
test_field_stays_in_place (void)
{
  TonusChart *chart;
  TonusRecord *record;
  TonusSite site = fixture_site ("patient", &chart, &record);
  const TonusField *field = find ("patient/born");
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *grid = tonus_fields_grid_new (&site, field->section, NULL, 0);
  GtkWidget *entry = find_named (grid, "patient/born");
  GtkAllocation before, after;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_container_add (GTK_CONTAINER (window), grid);
  gtk_widget_show (window);
  gtk_entry_set_text (GTK_ENTRY (entry), "some time in the spring of 1961");
  fixture_focus (entry, FALSE);
  fixture_paint (window);
  gtk_widget_get_allocation (entry, &before);
  gtk_entry_set_text (GTK_ENTRY (entry), "");
  gtk_entry_set_text (GTK_ENTRY (entry), "1961-03-04");
  fixture_paint (window);
  gtk_widget_get_allocation (entry, &after);
  g_assert_cmpint (after.x, ==, before.x);
  g_assert_cmpint (after.y, ==, before.y);
  fixture_focus (entry, FALSE);
  fixture_paint (window);
  gtk_widget_get_allocation (entry, &after);
  g_assert_cmpint (after.x, >, before.x);
  gtk_widget_destroy (window);
  g_object_unref (record);
  g_object_unref (chart);
}

static void
type_at_once (GtkWidget *focus, const char *text)
{
  int position = 0;

  if (GTK_IS_ENTRY (focus))
    gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &position);
  else
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), text, -1);
}

static char *book; /* what is pasted */

/* They are refused in words, and what stood there stays. */
static void
check_paste (const TonusField *field)
{
  gboolean is_wrong = FALSE;
  Cell cell;
  GtkWidget *focus;

  cell_init (&cell, field);
  focus = tonus_field_row_get_focus (cell.row);
  if (GTK_IS_ENTRY (focus) || GTK_IS_TEXT_VIEW (focus))
    {
      g_autofree char *words = NULL, *after = NULL;

      type_at_once (focus, book);
      words = tonus_field_row_say (cell.row, &is_wrong);
      g_assert_nonnull (words);
      g_assert_true (is_wrong);
      g_assert_null (tonus_record_get (cell.record, cell.path));
      g_assert_cmpuint (g_hash_table_size (tonus_record_get_unread (cell.record)), ==, 0);
      /* The next word is taken in, and nothing more is said of the book. */
      type_at_once (focus, "1");
      after = tonus_field_row_say (cell.row, &is_wrong);
      g_assert_cmpstr (after, !=, words);
    }
  cell_clear (&cell);
}

/* Pasted over a selection, it takes nothing away either. */
static void
test_paste_over (void)
{
  static const char *const paths[][2] = { { "pain/worst", "7" },
                                          { "history/complaint", "Tight hamstrings" } };

  book = g_strnfill (2 * 1000 * 1000, 'x');
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const TonusField *field =
          tonus_schema_resolve (tonus_schema_get_default (), paths[i][0], NULL, NULL);
      Cell cell;
      GtkWidget *focus;

      cell_init (&cell, field);
      tonus_chart_set (cell.chart, tonus_record_get_object (cell.record), cell.path, paths[i][1],
                       NULL);
      focus = tonus_field_row_get_focus (cell.row);
      /* What GTK does with a paste. */
      if (GTK_IS_ENTRY (focus))
        gtk_editable_delete_text (GTK_EDITABLE (focus), 0, -1);
      else
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "", -1);
      type_at_once (focus, book);
      g_assert_cmpstr (tonus_record_get (cell.record, cell.path), ==, paths[i][1]);
      cell_clear (&cell);
    }
  g_clear_pointer (&book, g_free);
}

/* A note that is too long stays in sight as typed, and is not lost by the next word. */
static void
test_long_note_stays (void)
{
  const TonusField *field =
      tonus_schema_resolve (tonus_schema_get_default (), "history/complaint", NULL, NULL);
  g_autofree char *novel = g_strnfill (field->length + 99, 'x');
  g_autofree char *longer = g_strconcat (novel, "y", NULL);
  Cell cell;
  GtkWidget *view;

  cell_init (&cell, field);
  view = tonus_field_row_get_focus (cell.row);
  type_at_once (view, novel);
  fixture_focus (view, FALSE);
  type_at_once (view, "y");
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (cell.record), cell.path), ==,
                   longer);
  cell_clear (&cell);
}

/* Space answers at once, a letter does too, and Delete takes the answer back. */
static void
test_space (void)
{
  const TonusField *field =
      tonus_schema_resolve (tonus_schema_get_default (), "needling-session/offered", NULL, NULL);
  GtkWidget *window = gtk_offscreen_window_new ();
  Cell cell;
  GtkWidget *yes;

  cell_init (&cell, field);
  gtk_container_add (GTK_CONTAINER (window), GTK_WIDGET (cell.row));
  gtk_widget_show_all (window);
  yes = tonus_field_row_get_focus (cell.row);
  fixture_key (yes, GDK_KEY_space, 0);
  g_assert_cmpstr (tonus_record_get (cell.record, cell.path), ==, "yes");
  fixture_key (yes, GDK_KEY_space, 0);
  g_assert_cmpstr (tonus_record_get (cell.record, cell.path), ==, "yes");
  fixture_key (yes, GDK_KEY_n, 0);
  g_assert_cmpstr (tonus_record_get (cell.record, cell.path), ==, "no");
  fixture_key (tonus_field_row_get_focus (cell.row), GDK_KEY_Delete, 0);
  g_assert_null (tonus_record_get (cell.record, cell.path));
  gtk_widget_destroy (window);
  cell_clear (&cell);
}

static void
test_paste_of_megabytes (void)
{
  /* A quarter of a megabyte for each of some hundred fields; two for one below. */
  book = g_strnfill (256 * 1000, 'x');
  for_all_fields (check_paste);
  g_clear_pointer (&book, g_free);
}

/* Control and direction marks do not come into a record, and nothing else goes. */
static void
test_hidden_characters (void)
{
  const TonusField *field =
      tonus_schema_resolve (tonus_schema_get_default (), "history/complaint", NULL, NULL);
  Cell cell;

  cell_init (&cell, field);
  type_at_once (tonus_field_row_get_focus (cell.row),
                "ti\342\200\256ght\007 ham\342\201\246strings");
  g_assert_cmpstr (tonus_record_get (cell.record, cell.path), ==, "tight hamstrings");
  cell_clear (&cell);
}

/* There is no 31st of February: kept as typed, and said. */
/* Both days stand in the sentence, ready to be written. */
static void
test_two_days (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_field_read_typed (find ("patient/born"), NULL, NULL, "3/4/1961", 0, &error));
  g_assert_nonnull (strstr (error->message, "1961-03-04"));
  g_assert_nonnull (strstr (error->message, "1961-04-03"));
}

static void
test_no_such_day (void)
{
  static const char *const typed[] = { "31.02.", "31.02.2026", "2026-02-31", "32/1/2026" };
  const TonusField *field =
      tonus_schema_resolve (tonus_schema_get_default (), "visit/next", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      Cell cell;

      cell_init (&cell, field);
      type_at_once (tonus_field_row_get_focus (cell.row), typed[i]);
      g_assert_null (tonus_record_get (cell.record, cell.path));
      g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (cell.record), cell.path), ==,
                       typed[i]);
      cell_clear (&cell);
    }
}

static void
test_not_tested (void)
{
  Cell cell;
  g_autofree char *first = NULL;

  cell_init (&cell, find ("pain/now"));
  cell_show (&cell);
  fixture_key (inner (&cell), GDK_KEY_Delete, 0);
  g_assert_true (tonus_value_is_not_tested (value (&cell)));
  first = g_strdup (value (&cell));
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (inner (&cell))), !=, "");
  fixture_key (inner (&cell), GDK_KEY_Delete, 0);
  g_assert_true (tonus_value_is_not_tested (value (&cell)));
  g_assert_cmpstr (value (&cell), !=, first);
  type (&cell, "0");
  g_assert_cmpstr (value (&cell), ==, "0");
  /* With something in it, Delete deletes text. */
  fixture_key (inner (&cell), GDK_KEY_Delete, 0);
  g_assert_false (value (&cell) && tonus_value_is_not_tested (value (&cell)));
  cell_clear (&cell);
}

static void
test_three_states (void)
{
  GtkWidget *yes, *no;
  Cell cell;

  cell_init (&cell, find ("patient/interpreter"));
  yes = tonus_widget_find (GTK_WIDGET (cell.row), "patient/interpreter/yes");
  no = tonus_widget_find (GTK_WIDGET (cell.row), "patient/interpreter/no");
  g_assert_null (value (&cell));
  gtk_button_clicked (GTK_BUTTON (yes));
  g_assert_cmpstr (value (&cell), ==, "yes");
  gtk_button_clicked (GTK_BUTTON (no));
  g_assert_cmpstr (value (&cell), ==, "no");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (yes)));
  gtk_button_clicked (GTK_BUTTON (no));
  g_assert_null (value (&cell));
  cell_clear (&cell);
}

static void
test_escape (void)
{
  Cell cell;

  cell_init (&cell, find ("patient/given"));
  cell_show (&cell);
  type (&cell, "Dana");
  fixture_focus (inner (&cell), TRUE);
  type (&cell, "Danaxxx");
  fixture_key (inner (&cell), GDK_KEY_Escape, 0);
  g_assert_cmpstr (value (&cell), ==, "Dana");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (inner (&cell))), ==, "Dana");
  cell_clear (&cell);
}

static void
test_show_if (void)
{
  const TonusField *field = find ("manual/aaaaaaaa/tool");
  const char *when = field->show_if_values[0];
  Cell cell;

  cell_init (&cell, field);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (cell.row)));
  tonus_chart_set (cell.chart, tonus_record_get_object (cell.record), "manual/aaaaaaaa/technique",
                   when, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (cell.row)));
  type (&cell, "edge");
  tonus_chart_set (cell.chart, tonus_record_get_object (cell.record), "manual/aaaaaaaa/technique",
                   NULL, NULL);
  /* What is filled in stays in sight. */
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (cell.row)));
  g_assert_cmpstr (value (&cell), ==, "edge");
  type (&cell, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (cell.row)));
  cell_clear (&cell);
}

static void
test_form_dies_first (void)
{
  Cell cell;

  cell_init (&cell, find ("pain/now"));
  gtk_widget_destroy (GTK_WIDGET (cell.row));
  g_clear_object (&cell.row);
  tonus_chart_set (cell.chart, tonus_record_get_object (cell.record), "pain/now", "2", NULL);
  g_assert_cmpstr (value (&cell), ==, "2");
  cell_clear (&cell);
}

static void
test_record_dies_first (void)
{
  Cell cell;

  cell_init (&cell, find ("pain/now"));
  g_clear_object (&cell.record);
  g_clear_object (&cell.chart);
  type (&cell, "2");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (inner (&cell))), ==, "2");
  cell_clear (&cell);
}

static void
scroll_over (GtkWidget *widget, gpointer data)
{
  GdkEvent *event = gtk_widget_get_realized (widget) ? gdk_event_new (GDK_SCROLL) : NULL;
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkWindow *window = gtk_widget_get_window (widget);

  if (!event)
    return;
  event->scroll.window =
      g_object_ref (window ? window : gdk_screen_get_root_window (gtk_widget_get_screen (widget)));
  event->scroll.direction = GDK_SCROLL_UP;
  gdk_event_set_device (event, gdk_seat_get_pointer (seat));
  gtk_widget_event (widget, event);
  gdk_event_free (event);
}

static void
check_wheel (const TonusField *field)
{
  g_autofree char *text = sample (field);
  Cell cell;

  cell_init (&cell, field);
  if (text)
    tonus_chart_set (cell.chart, tonus_record_get_object (cell.record), cell.path, text, NULL);
  cell_show (&cell);
  g_free (text);
  text = g_strdup (value (&cell));
  fixture_walk (GTK_WIDGET (cell.row), scroll_over, NULL);
  g_assert_cmpstr (value (&cell), ==, text);
  cell_clear (&cell);
}

static void
test_wheel (void)
{
  for_all_fields (check_wheel);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/editors/all-named", test_all_named);
  g_test_add_func ("/ui/editors/all-labelled", test_all_labelled);
  g_test_add_func ("/ui/editors/round-trips", test_round_trips);
  g_test_add_func ("/ui/editors/wrong-input-stays", test_wrong_input_stays);
  g_test_add_func ("/ui/editors/field-stays-in-place", test_field_stays_in_place);
  g_test_add_func ("/ui/editors/paste-over", test_paste_over);
  g_test_add_func ("/ui/editors/long-note-stays", test_long_note_stays);
  g_test_add_func ("/ui/editors/space", test_space);
  g_test_add_func ("/ui/editors/paste-of-megabytes", test_paste_of_megabytes);
  g_test_add_func ("/ui/editors/hidden-characters", test_hidden_characters);
  g_test_add_func ("/ui/editors/two-days", test_two_days);
  g_test_add_func ("/ui/editors/no-such-day", test_no_such_day);
  g_test_add_func ("/ui/editors/not-tested", test_not_tested);
  g_test_add_func ("/ui/editors/three-states", test_three_states);
  g_test_add_func ("/ui/editors/escape", test_escape);
  g_test_add_func ("/ui/editors/show-if", test_show_if);
  g_test_add_func ("/ui/editors/form-dies-first", test_form_dies_first);
  g_test_add_func ("/ui/editors/record-dies-first", test_record_dies_first);
  g_test_add_func ("/ui/editors/wheel", test_wheel);
  return fixture_finish (g_test_run ());
}
