/* test-practice-pane.c - the practice's own records, and who charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include "fixture.h"
#include "tonus-charting-as.h"
#include "tonus-identify.h"
#include "tonus-window.h"

typedef struct
{
  TonusPractice *practice;
  TonusWindow *window;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->practice = fixture_empty ();
  place->window = tonus_window_new (NULL);
  tonus_window_set_practice (place->window, place->practice);
  gtk_widget_show (GTK_WIDGET (place->window));
}

static void
tear_down (Place *place, gconstpointer data)
{
  gtk_widget_destroy (GTK_WIDGET (place->window));
  g_clear_object (&place->practice);
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

/* As if typed, and the field left. */
static void
enter (Place *place, const char *path, const char *text)
{
  GtkWidget *entry = find (place, path);

  gtk_widget_grab_focus (entry);
  gtk_entry_set_text (GTK_ENTRY (entry), text);
}

static char *
read_from_disk (Place *place, const char *kind, const char *path)
{
  g_autoptr (TonusPractice) again =
      tonus_practice_open (tonus_io_real (), tonus_practice_get_folder (place->practice), NULL);
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (again, NULL, kind, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record =
          tonus_practice_load (again, g_ptr_array_index (ids, i), NULL, NULL);

      g_string_append_printf (all, "%s;", tonus_record_get (record, path));
    }
  return g_string_free (all, FALSE);
}

static void
test_clinic (Place *place, gconstpointer data)
{
  g_autofree char *phone = NULL;

  run (place, "practice");
  enter (place, "clinic/phone", "555-0100");
  run (place, "back");
  phone = read_from_disk (place, "clinic", "clinic/phone");
  g_assert_cmpstr (phone, ==, "555-0100;");
}

static void
test_undo (Place *place, gconstpointer data)
{
  GtkWidget *entry;

  run (place, "practice");
  enter (place, "clinic/name", "Hillside");
  run (place, "undo");
  entry = find (place, "clinic/name");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "Riverside");
  run (place, "redo");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "Hillside");
  run (place, "back");
  /* Outside, undo is about charts again. */
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (place->window), "undo"));
}

static void
add_therapist (Place *place, const char *name)
{
  run (place, "practice");
  g_signal_emit_by_name (find (place, "practice/list"), "row-activated",
                         find (place, "practice/add-therapist"));
  if (name)
    enter (place, "therapist/name", name);
  run (place, "back");
}

static void
test_therapists (Place *place, gconstpointer data)
{
  TonusSession *session = tonus_window_get_session (place->window);
  g_autofree char *first = g_strdup (tonus_session_get_therapist (session));
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) therapists = NULL;
  g_autoptr (TonusSession) later = NULL;

  add_therapist (place, "Zoe Lee");
  therapists = tonus_session_list_therapists (session);
  g_assert_cmpuint (therapists->len, ==, 2);
  second = g_strdup (tonus_record_get_object (g_ptr_array_index (therapists, 1)));
  g_assert_cmpstr (tonus_session_get_therapist (session), ==, first);
  fixture_settle ();
  g_action_group_change_action_state (G_ACTION_GROUP (place->window), "charting-as",
                                      g_variant_new_string (second));
  g_assert_cmpstr (tonus_session_get_therapist (session), ==, second);
  /* The next time it is the same person, and what is begun is theirs. */
  later = tonus_session_new (place->practice);
  g_assert_cmpstr (tonus_session_get_therapist (later), ==, second);
  g_assert_true (tonus_session_new_patient (later, NULL));
  tonus_chart_set (tonus_session_get_chart (later),
                   tonus_record_get_object (tonus_session_get_record (later, TONUS_SLOT_PATIENT)),
                   "patient/given", "Dana", NULL);
  g_assert_true (tonus_session_start_visit (later, NULL));
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (later, TONUS_SLOT_VISIT), "visit/therapist"), ==,
      second);
}

/* Who is no longer active does not go on charting. */
static void
test_inactive (Place *place, gconstpointer data)
{
  TonusSession *session = tonus_window_get_session (place->window);
  g_autofree char *first = g_strdup (tonus_session_get_therapist (session));

  add_therapist (place, "Zoe Lee");
  tonus_chart_set (tonus_session_enter_office (session), first, "therapist/active", "no", NULL);
  g_assert_true (tonus_session_leave_office (session, NULL));
  g_assert_nonnull (tonus_session_get_therapist (session));
  g_assert_cmpstr (tonus_session_get_therapist (session), !=, first);
}

/* Whoever comes in, and whatever their name begins with: the one who charts goes on charting. */
static void
test_colleague_takes_nothing_over (Place *place, gconstpointer data)
{
  TonusSession *session = tonus_window_get_session (place->window);
  g_autofree char *first = g_strdup (tonus_session_get_therapist (session));

  add_therapist (place, "Aaron Abel");
  g_assert_cmpstr (tonus_session_get_therapist (session), ==, first);
}

static void
test_empty_therapist_is_not_kept (Place *place, gconstpointer data)
{
  g_autofree char *names = NULL;

  add_therapist (place, NULL);
  names = read_from_disk (place, "therapist", "therapist/name");
  g_assert_cmpstr (names, ==, "Alex Kim;");
}

/* The first thing in the menu that says who charts.  (nullable) */
static void
look_for_head (GtkWidget *widget, gpointer data)
{
  const char **head = data;
  char *text = NULL;

  if (!GTK_IS_MODEL_BUTTON (widget) || *head)
    return;
  g_object_get (widget, "text", &text, NULL);
  if (text && g_str_has_prefix (text, "Charting as"))
    *head = g_intern_string (text);
  g_free (text);
}

static GtkWidget *
get_popover (Place *place)
{
  fixture_settle ();
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (find (place, "menu"))));
}

static const char *
read_head (Place *place)
{
  const char *head = NULL;

  fixture_walk (get_popover (place), look_for_head, &head);
  return head;
}

static void
test_menu (Place *place, gconstpointer data)
{
  GtkWidget *popover = get_popover (place);

  g_assert_cmpstr (read_head (place), ==, "Charting as Alex Kim, PT");
  run (place, "practice");
  gtk_list_box_select_row (
      GTK_LIST_BOX (find (place, "practice/list")),
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (place, "practice/list")), 1));
  enter (place, "therapist/name", "Alexandra Kim");
  run (place, "back");
  g_assert_cmpstr (read_head (place), ==, "Charting as Alexandra Kim, PT");
  tonus_window_set_practice (place->window, NULL);
  g_assert_null (read_head (place));
  /* A screen reader may be looking at it: it is filled anew, not replaced. */
  g_assert_true (get_popover (place) == popover);
}

/* A drive that has gone away must not look like a practice without a clinic. */
static void
test_vanished (Place *place, gconstpointer data)
{
  const char *folder = tonus_practice_get_folder (place->practice);
  g_autofree char *away = g_strconcat (folder, ".away", NULL);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
  run (place, "practice");
  g_assert_null (tonus_widget_find (GTK_WIDGET (place->window), "practice"));
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  run (place, "practice");
  g_assert_nonnull (tonus_widget_find (GTK_WIDGET (place->window), "practice"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Place *, gconstpointer);
  } tests[] = {
    { "/practice-pane/clinic", test_clinic },
    { "/practice-pane/undo", test_undo },
    { "/practice-pane/therapists", test_therapists },
    { "/practice-pane/colleague", test_colleague_takes_nothing_over },
    { "/practice-pane/inactive", test_inactive },
    { "/practice-pane/empty-therapist", test_empty_therapist_is_not_kept },
    { "/practice-pane/menu", test_menu },
    { "/practice-pane/vanished", test_vanished },
  };

  fixture_init (&argc, &argv, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Place, NULL, set_up, tests[i].run, tear_down);
  return fixture_finish (g_test_run ());
}
