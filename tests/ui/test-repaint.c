/* test-repaint.c - what a letter has painted anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-window.h"

/* How tall the damage of one change is: a row has about 60, a list with its form some 450, a tab
 * 680. */
#define A_ROW 80
#define A_LIST 550
#define N_LETTERS 6

typedef struct
{
  gboolean is_drawn;
  double height;
} Damage;

static gboolean
drawn_cb (GtkWidget *window, cairo_t *cr, Damage *damage)
{
  cairo_rectangle_list_t *parts = cairo_copy_clip_rectangle_list (cr);

  for (int i = 0; i < parts->num_rectangles; i++)
    damage->height = MAX (damage->height, parts->rectangles[i].height);
  cairo_rectangle_list_destroy (parts);
  damage->is_drawn = TRUE;
  return FALSE;
}

static gboolean
is_drawn (gpointer damage)
{
  return ((Damage *) damage)->is_drawn;
}

static TonusWindow *
open_subjective (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;
  TonusRecord *visit;

  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations",
                FALSE, NULL);
  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  g_assert_true (tonus_session_start_visit (session, NULL));
  visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (visit), "visit/kind",
                   "evaluation", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-assessment", NULL);
  gtk_window_present (GTK_WINDOW (window));
  fixture_paint (GTK_WIDGET (window));
  return window;
}

/* The tallest part of the window that is painted anew when @letter is typed into @entry. */
static double
type (TonusWindow *window, GtkWidget *entry, const char *letter)
{
  Damage damage = { 0 };
  int end = -1;

  gtk_editable_insert_text (GTK_EDITABLE (entry), letter, -1, &end);
  g_signal_connect (window, "draw", G_CALLBACK (drawn_cb), &damage);
  fixture_wait (is_drawn, &damage);
  g_signal_handlers_disconnect_by_data (window, &damage);
  return damage.height;
}

static void
check_entry (const char *name, gboolean has_icon)
{
  TonusWindow *window = open_subjective ();
  GtkWidget *entry = tonus_widget_find (GTK_WIDGET (window), name);
  double least = G_MAXDOUBLE;

  g_assert_true (GTK_IS_ENTRY (entry));
  g_assert_cmpint (gtk_entry_get_icon_storage_type (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY) !=
                       GTK_IMAGE_EMPTY,
                   ==, has_icon);
  gtk_widget_grab_focus (entry);
  fixture_settle ();
  /* With one of them comes the window's focus or "Draft kept". */
  for (guint i = 0; i < N_LETTERS; i++)
    least = MIN (least, type (window, entry, "x"));
  g_assert_cmpfloat (least, <, A_ROW);
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_entry (void)
{
  check_entry ("history/earlier-episodes", FALSE);
}

static void
test_choice (void)
{
  check_entry ("background/work-status", TRUE);
}

static void
find_activity_cb (GtkWidget *widget, gpointer found)
{
  const char *name = gtk_widget_get_name (widget);

  if (GTK_IS_ENTRY (widget) && g_str_has_prefix (name, "aggravating/") &&
      g_str_has_suffix (name, "/activity"))
    *(GtkWidget **) found = widget;
}

/* The row says what is typed; neither what is above nor what is below is painted. */
static void
test_row (void)
{
  TonusWindow *window = open_subjective ();
  GtkWidget *add = tonus_widget_find (GTK_WIDGET (window), "aggravating/add");
  GtkWidget *entry = NULL;
  double least = G_MAXDOUBLE;

  gtk_button_clicked (GTK_BUTTON (add));
  fixture_settle ();
  fixture_walk (GTK_WIDGET (window), find_activity_cb, &entry);
  g_assert_nonnull (entry);
  for (guint i = 0; i < N_LETTERS; i++)
    least = MIN (least, type (window, entry, "x"));
  g_assert_cmpfloat (least, <, A_LIST);
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/repaint/entry", test_entry);
  g_test_add_func ("/repaint/choice", test_choice);
  g_test_add_func ("/repaint/row", test_row);
  return fixture_finish (g_test_run ());
}
