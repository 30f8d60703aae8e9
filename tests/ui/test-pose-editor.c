/* test-pose-editor.c - a picture drawn from a near one: by angle, by hand, by key, undone, used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <math.h>
#include <string.h>
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-own-pane.h"
#include "tonus-pose-canvas.h"
#include "tonus-pose-editor.h"
#include "tonus-practice-pictures.h"
#include "tonus-window.h"

#define RIGHT_KNEE 6u

/* An editor in a window of its own. */
typedef struct
{
  TonusSession *session;
  GtkWidget *window;
  TonusPoseEditor *editor;
} Desk;

static void
desk_init (Desk *desk, const char *start)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();

  desk->session = tonus_session_new (practice);
  desk->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  desk->editor = TONUS_POSE_EDITOR (tonus_pose_editor_new (desk->session, start, NULL));
  gtk_container_add (GTK_CONTAINER (desk->window), GTK_WIDGET (desk->editor));
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1024, 640);
  gtk_widget_show (desk->window);
  fixture_paint (desk->window);
}

static void
desk_clear (Desk *desk)
{
  gtk_widget_destroy (desk->window);
  g_object_unref (desk->session);
}

static GtkWidget *
find (Desk *desk, const char *id)
{
  GtkWidget *widget = tonus_widget_find (desk->window, id);

  g_assert_nonnull (widget);
  return widget;
}

static TonusPoseCanvas *
find_canvas (GtkWidget *root)
{
  GtkWidget *paper = tonus_widget_find (root, "pose/paper");

  return TONUS_POSE_CANVAS (gtk_widget_get_ancestor (paper, TONUS_TYPE_POSE_CANVAS));
}

static double
get_knee (TonusPoseEditor *editor, TonusFrame frame)
{
  double angles[3];

  tonus_pose_get_angles (tonus_pose_editor_get_pose (editor), frame, RIGHT_KNEE, angles);
  return angles[0];
}

static void
type_into (GtkWidget *entry, const char *text)
{
  gtk_entry_set_text (GTK_ENTRY (entry), text);
  fixture_key (entry, GDK_KEY_Return, 0);
}

/* Comma and point; nonsense and too much stay visible with the reason, and change nothing. */
static void
test_typed (void)
{
  Desk desk;
  GtkWidget *entry;

  desk_init (&desk, "bridge");
  entry = find (&desk, "pose/knee.r/1");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "92");
  type_into (entry, "40,5");
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_END) - 40.5), <, .1);
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_START) - 95), <, .1);
  type_into (entry, "400");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "400");
  g_assert_true (gtk_style_context_has_class (gtk_widget_get_style_context (entry), "error"));
  g_assert_nonnull (strstr (atk_object_get_description (gtk_widget_get_accessible (entry)), "155"));
  type_into (entry, "much");
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_END) - 40.5), <, .1);
  fixture_key (entry, GDK_KEY_Escape, 0);
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "40.5");
  g_assert_false (gtk_style_context_has_class (gtk_widget_get_style_context (entry), "error"));
  desk_clear (&desk);
}

/* The pointer takes the nearest handle; the whole way is one step for undo. */
static void
test_dragged (void)
{
  Desk desk;
  TonusPoseCanvas *canvas;
  TonusChart *chart;
  double x, y, now_x, now_y, before;

  desk_init (&desk, "bridge");
  canvas = find_canvas (desk.window);
  chart = tonus_pose_editor_get_chart (desk.editor);
  before = get_knee (desk.editor, TONUS_FRAME_END);
  g_assert_true (tonus_pose_canvas_find (canvas, TONUS_HANDLE_SHANK, &x, &y));
  g_assert_false (tonus_pose_canvas_press (canvas, 2, 2));
  g_assert_true (tonus_pose_canvas_press (canvas, x + 2, y + 1));
  for (guint i = 1; i <= 10; i++)
    tonus_pose_canvas_move (canvas, x + 2 + 6 * i, y + 1 - 6 * i);
  tonus_pose_canvas_find (canvas, TONUS_HANDLE_SHANK, &now_x, &now_y);
  g_assert_cmpfloat (hypot (now_x - x - 60, now_y - y + 60), <, 3);
  tonus_pose_canvas_release (canvas);
  g_assert_cmpfloat (get_knee (desk.editor, TONUS_FRAME_END), <, before - 20);
  g_assert_nonnull (tonus_chart_undo (chart));
  g_assert_cmpfloat (get_knee (desk.editor, TONUS_FRAME_END), ==, before);
  g_assert_false (tonus_chart_can_undo (chart));
  g_assert_nonnull (tonus_chart_redo (chart));
  g_assert_cmpfloat (get_knee (desk.editor, TONUS_FRAME_END), <, before - 20);
  desk_clear (&desk);
}

/* Two degrees a key; a screen reader hears where it is. */
static void
test_keys (void)
{
  Desk desk;
  TonusPoseCanvas *canvas;
  GtkWidget *handle;
  const char *name;

  desk_init (&desk, "bridge");
  canvas = find_canvas (desk.window);
  handle = tonus_pose_canvas_get_handle (canvas, TONUS_HANDLE_SHANK);
  gtk_widget_grab_focus (handle);
  fixture_key (handle, GDK_KEY_Down, 0);
  fixture_key (handle, GDK_KEY_Down, 0);
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_END) - 88), <, .1);
  name = atk_object_get_name (gtk_widget_get_accessible (handle));
  g_assert_cmpstr (name, ==, "Right knee, flexion 88°");
  g_assert_nonnull (tonus_chart_undo (tonus_pose_editor_get_chart (desk.editor)));
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_END) - 90), <, .1);
  fixture_key (handle, GDK_KEY_Return, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk.window)) == find (&desk, "pose/knee.r/1"));
  desk_clear (&desk);
}

/* Every handle and every number has a name, and no two the same id. */
static void
test_names (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TonusPoseCanvas *canvas;
  Desk desk;

  desk_init (&desk, "squat");
  canvas = find_canvas (desk.window);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    {
      GtkWidget *handle = tonus_pose_canvas_get_handle (canvas, i);
      const char *name = atk_object_get_name (gtk_widget_get_accessible (handle));

      g_assert_true (name && *name);
      g_assert_true (g_hash_table_add (ids, (gpointer) gtk_widget_get_name (handle)));
      g_assert_true (gtk_widget_get_can_focus (handle));
    }
  desk_clear (&desk);
}

static void
click (Desk *desk, const char *id)
{
  gtk_button_clicked (GTK_BUTTON (find (desk, id)));
}

/* The frame that is looked at is the one that changes; both sides on request. */
static void
test_frames (void)
{
  Desk desk;
  double left[3];

  desk_init (&desk, "bridge");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&desk, "pose/start")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&desk, "pose/both")), TRUE);
  type_into (find (&desk, "pose/knee.r/1"), "80");
  tonus_pose_get_angles (tonus_pose_editor_get_pose (desk.editor), TONUS_FRAME_START,
                         RIGHT_KNEE + 1, left);
  g_assert_cmpfloat (fabs (left[0] - 80), <, .1);
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_END) - 92), <, .1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (&desk, "pose/end")), TRUE);
  click (&desk, "pose/copy");
  g_assert_cmpfloat (fabs (get_knee (desk.editor, TONUS_FRAME_END) - 80), <, .1);
  desk_clear (&desk);
}

/* Another start begins anew, and undo brings the one before back as it was left. */
static void
test_start (void)
{
  Desk desk;
  TonusChart *chart;
  GtkWidget *entry;

  desk_init (&desk, NULL);
  g_assert_null (tonus_pose_editor_get_pose (desk.editor));
  g_assert_false (gtk_widget_get_sensitive (find (&desk, "pose/use")));
  chart = tonus_pose_editor_get_chart (desk.editor);
  tonus_chart_set (chart, "ownpose0000000000", "x-drawing/x-start", "x-bridge", NULL);
  type_into (find (&desk, "pose/knee.r/1"), "10");
  entry = find (&desk, "pose/knee.r/1");
  tonus_chart_set (chart, "ownpose0000000000", "x-drawing/x-start", "x-squat", NULL);
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "88");
  tonus_chart_undo (chart);
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (entry)), ==, "10");
  tonus_chart_set (chart, "ownpose0000000000", "x-drawing/x-style", "x-single", NULL);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (find (&desk, "pose/start"))));
  desk_clear (&desk);
}

/* --- the way into an exercise --- */

static void
press (TonusWindow *window, const char *id)
{
  GtkWidget *button = tonus_widget_find (GTK_WIDGET (window), id);

  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
  fixture_settle ();
}

static void
type (TonusWindow *window, const char *id, const char *text)
{
  GtkWidget *entry = tonus_widget_find (GTK_WIDGET (window), id);

  g_assert_nonnull (entry);
  gtk_entry_set_text (GTK_ENTRY (entry), text);
}

static TonusChart *
chart_at_hand (TonusWindow *window)
{
  return tonus_session_get_chart_at_hand (tonus_window_get_session (window));
}

static TonusPoseEditor *
find_editor (TonusWindow *window)
{
  return TONUS_POSE_EDITOR (tonus_widget_find (GTK_WIDGET (window), "pose"));
}

static const TonusEntry *
find_exercise (TonusWindow *window, const char *id)
{
  TonusSchema *schema = tonus_session_get_schema (tonus_window_get_session (window));

  return tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"), id);
}

/* The drawn picture of a saved exercise. */
static TonusPose *
load_drawn (TonusWindow *window, const char *id)
{
  TonusPractice *practice = tonus_session_get_practice (tonus_window_get_session (window));
  const char *picture = tonus_entry_get (find_exercise (window, id), "picture");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TonusPose *pose;

  g_assert_true (g_str_has_suffix (picture, ".pose"));
  bytes = tonus_practice_load_picture (practice, picture, &error);
  g_assert_no_error (error);
  pose = tonus_pose_new_from_bytes (bytes, picture, &error);
  g_assert_no_error (error);
  return pose;
}

static double
get_end_knee (TonusPose *pose)
{
  double angles[3];

  tonus_pose_get_angles (pose, TONUS_FRAME_END, RIGHT_KNEE, angles);
  return angles[0];
}

static TonusWindow *
open_window (TonusPractice *practice)
{
  TonusWindow *window = tonus_window_new (NULL);

  tonus_window_set_practice (window, practice);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  return window;
}

static void
draw_one (TonusWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "own-exercise", NULL);
  tonus_chart_set (chart_at_hand (window), "ownexercise000000", "x-own/x-picture", "x-bridge",
                   NULL);
  press (window, "own/draw");
  g_assert_true (chart_at_hand (window) == tonus_pose_editor_get_chart (find_editor (window)));
  type_into (tonus_widget_find (GTK_WIDGET (window), "pose/knee.r/1"), "10");
  /* What is left is found again. */
  press (window, "pose/cancel");
  g_assert_false (chart_at_hand (window) == tonus_pose_editor_get_chart (find_editor (window)));
  press (window, "own/draw");
  g_assert_cmpfloat (fabs (get_end_knee (tonus_pose_editor_get_pose (find_editor (window))) - 10),
                     <, .1);
  press (window, "pose/use");
  g_assert_null (tonus_widget_find (GTK_WIDGET (window), "pose/use"));
}

/* Drawn, used, saved, on the handout; and changed from there. */
static void
test_saved (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  TonusWindow *window = open_window (practice);
  g_autoptr (TonusPose) drawn = NULL, again = NULL;

  draw_one (window);
  type (window, "x-own/x-name", "Bridge with a leg");
  type (window, "x-own-en/x-step1", "Lift your hips and stretch one leg.");
  press (window, "own/save");
  drawn = load_drawn (window, "x-bridge-with-a-leg");
  g_assert_cmpfloat (fabs (get_end_knee (drawn) - 10), <, .1);
  g_assert_null (tonus_pose_describe (drawn, "en"));
  tonus_window_open_pane (window, tonus_own_pane_new (window, "x-bridge-with-a-leg"));
  press (window, "own/draw");
  g_assert_cmpstr (
      gtk_entry_get_text (GTK_ENTRY (tonus_widget_find (GTK_WIDGET (window), "pose/knee.r/1"))), ==,
      "10");
  type_into (tonus_widget_find (GTK_WIDGET (window), "pose/knee.r/1"), "30");
  press (window, "pose/use");
  press (window, "own/save");
  again = load_drawn (window, "x-bridge-with-a-leg");
  g_assert_cmpfloat (fabs (get_end_knee (again) - 30), <, .1);
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Taken back in the form, the picture is the one before. */
static void
test_undone (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  TonusWindow *window = open_window (practice);
  TonusChart *chart;

  draw_one (window);
  chart = chart_at_hand (window);
  g_assert_nonnull (tonus_record_get_at (tonus_chart_get (chart, "ownexercise000000"),
                                         "x-own-picture", NULL, "x-file"));
  g_assert_nonnull (tonus_chart_undo (chart));
  g_assert_cmpstr (tonus_record_get_at (tonus_chart_get (chart, "ownexercise000000"), "x-own", NULL,
                                        "x-picture"),
                   ==, "x-bridge");
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/ui/pose-editor/typed", test_typed);
  g_test_add_func ("/ui/pose-editor/dragged", test_dragged);
  g_test_add_func ("/ui/pose-editor/keys", test_keys);
  g_test_add_func ("/ui/pose-editor/names", test_names);
  g_test_add_func ("/ui/pose-editor/frames", test_frames);
  g_test_add_func ("/ui/pose-editor/start", test_start);
  g_test_add_func ("/ui/pose-editor/saved", test_saved);
  g_test_add_func ("/ui/pose-editor/undone", test_undone);
  return fixture_finish (g_test_run ());
}
