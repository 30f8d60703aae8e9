/* tonus-pose-editor.c - drawing the picture of an own exercise from one that is near it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-commands.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-pose-editor-private.h"
#include "tonus-pose-form.h"
#include "tonus-pose-names.h"
#include "tonus-pose-paper.h"

/* Points on the page (docs/handout.md). */
#define PRINTED_WIDTH 225.0
#define PRINTED_HEIGHT 165.0

G_DEFINE_TYPE (TonusPoseEditor, tonus_pose_editor, GTK_TYPE_BOX)

enum
{
  USED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- showing --- */

static void
say (TonusPoseEditor *self, const char *words)
{
  tonus_label_say (self->status, words);
  gtk_widget_set_visible (self->status, words && *words);
}

static gboolean
is_both (TonusPoseEditor *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->both));
}

/* A hold is its end. */
static TonusFrame
get_frame (TonusPoseEditor *self)
{
  return self->pose && tonus_pose_is_single (self->pose) ? TONUS_FRAME_END : self->frame;
}

static void
tell (TonusPoseEditor *self)
{
  TonusFrame frame = get_frame (self);
  g_autofree char *name = self->pose && self->held >= 0
                              ? tonus_pose_name_handle (self->pose, frame, (TonusHandle) self->held)
                              : NULL;
  g_autofree char *line =
      name ? g_strdup_printf ("%s. %s", name,
                              tonus_pose_name_keys (self->pose, (TonusHandle) self->held))
           : NULL;

  if (!self->pose)
    tonus_label_say (self->told, _ ("Choose at “Start from” the picture that is nearest to it."));
  else
    tonus_label_say (self->told, line ? line
                                      : _ ("Drag a point, or go through them with the Tab key. "
                                           "Filled points are the right side, rings the left."));
}

/* Both frames, the one that is looked at first. */
static void
remark (TonusPoseEditor *self)
{
  TonusFrame frame = get_frame (self);
  g_autofree char *here = self->pose ? tonus_pose_say_faults (self->pose, frame) : NULL;
  g_autofree char *there = self->pose && !tonus_pose_is_single (self->pose)
                               ? tonus_pose_say_faults (self->pose, !frame)
                               : NULL;
  const char *first = here ? here : there;
  g_autofree char *all =
      here && there ? g_strconcat (here, "\n", there, NULL) : g_strdup (first ? first : "");

  tonus_label_say (self->remark, all);
}

static gboolean
show_proof_cb (gpointer data)
{
  TonusPoseEditor *self = data;
  const TonusFigureOptions options = { .width = PRINTED_WIDTH, .height = PRINTED_HEIGHT };
  g_autoptr (TonusFigureList) list =
      self->pose ? tonus_figure_draw (self->pose, &options, NULL) : NULL;

  self->proving = 0;
  tonus_pose_paper_show (self->proof, list);
  return G_SOURCE_REMOVE;
}

/* Whoever drags waits for nothing but what is dragged. */
static void
show_proof (TonusPoseEditor *self)
{
  if (!self->proving)
    self->proving = g_idle_add_full (G_PRIORITY_LOW, show_proof_cb, self, NULL);
}

/* The buttons of undo and redo. */
static void
update_commands (TonusPoseEditor *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (TONUS_IS_WINDOW (window))
    tonus_commands_update (TONUS_WINDOW (window));
}

void
tonus_pose_editor_paint (TonusPoseEditor *self)
{
  TonusFrame frame = get_frame (self);
  gboolean is_single = self->pose && tonus_pose_is_single (self->pose);

  tonus_pose_canvas_show (TONUS_POSE_CANVAS (self->canvas), self->pose, frame, is_both (self));
  show_proof (self);
  tonus_pose_angles_show (TONUS_POSE_ANGLES (self->angles), self->pose, frame);
  tonus_pose_floor_show (TONUS_POSE_FLOOR (self->floor), self->pose, frame);
  gtk_button_set_label (GTK_BUTTON (self->copy),
                        frame == TONUS_FRAME_START ? _ ("As the end") : _ ("As the start"));
  gtk_widget_set_visible (self->frames, !is_single);
  gtk_widget_set_visible (self->copy, !is_single);
  gtk_widget_set_sensitive (self->copy, self->pose != NULL);
  gtk_widget_set_sensitive (self->use, self->pose != NULL);
  tell (self);
  remark (self);
  update_commands (self);
}

/* What was made of another picture before is shown until this one can be. */
static void
make_pose (TonusPoseEditor *self)
{
  g_autoptr (GError) error = NULL;
  TonusPose *pose = tonus_pose_form_make (self->form, self->own, &error);

  if (error)
    {
      say (self, error->message);
      return;
    }
  g_clear_pointer (&self->pose, tonus_pose_unref);
  self->pose = pose;
}

static void
form_changed_cb (TonusRecord *form, const char *path, TonusPoseEditor *self)
{
  say (self, NULL);
  make_pose (self);
  tonus_pose_editor_paint (self);
  /* Another picture, or from another side, has another place on the paper. */
  if (g_strcmp0 (path, "x-drawing/x-start") == 0 || g_strcmp0 (path, "x-drawing/x-view") == 0)
    tonus_pose_canvas_fit (TONUS_POSE_CANVAS (self->canvas));
}

/* --- editing --- */

/* @made: (transfer full) (nullable) with @error. */
static gboolean
keep (TonusPoseEditor *self, TonusPose *made, GError *error)
{
  g_autoptr (TonusPose) pose = made;
  g_autoptr (GError) why = error;

  if (pose == self->pose)
    return TRUE;
  if (pose && tonus_pose_form_keep (self->form, self->chart, pose, &why))
    return TRUE;
  if (why)
    say (self, why->message);
  return FALSE;
}

void
tonus_pose_editor_edit (TonusPoseEditor *self, TonusPose *made)
{
  keep (self, tonus_pose_ref (made), NULL);
}

void
tonus_pose_editor_hold (TonusPoseEditor *self, guint handle)
{
  self->held = (int) handle;
  tell (self);
}

void
tonus_pose_editor_ask (TonusPoseEditor *self, guint handle)
{
  if (self->pose)
    tonus_pose_angles_enter (TONUS_POSE_ANGLES (self->angles),
                             tonus_pose_handle_get_joint (self->pose, handle));
}

void
tonus_pose_editor_turn (TonusPoseEditor *self, guint joint, guint axis, double degrees)
{
  g_autoptr (GError) error = NULL;
  TonusPose *made;

  if (!self->pose)
    return;
  made =
      tonus_pose_turn (self->pose, get_frame (self), joint, axis, degrees, is_both (self), &error);
  if (!made)
    {
      g_autofree char *why = g_error_matches (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_RANGE)
                                 ? tonus_pose_say_range (joint, axis)
                                 : g_strdup (error->message);

      tonus_pose_angles_refuse (TONUS_POSE_ANGLES (self->angles), joint, axis, why);
      return;
    }
  tonus_chart_barrier (self->chart);
  keep (self, made, NULL);
}

void
tonus_pose_editor_rest (TonusPoseEditor *self, const char *contacts)
{
  GError *error = NULL;
  TonusPose *made = tonus_pose_rest (self->pose, get_frame (self), contacts, &error);

  tonus_chart_barrier (self->chart);
  keep (self, made, error);
}

void
tonus_pose_editor_flatten (TonusPoseEditor *self, guint side, gboolean is_flat)
{
  GError *error = NULL;
  TonusPose *made = tonus_pose_flatten (self->pose, get_frame (self), side, is_flat, &error);

  tonus_chart_barrier (self->chart);
  keep (self, made, error);
}

void
tonus_pose_editor_copy (TonusPoseEditor *self)
{
  TonusFrame to = get_frame (self);
  GError *error = NULL;
  TonusPose *made = tonus_pose_copy_frame (self->pose, !to, to, &error);

  tonus_chart_barrier (self->chart);
  keep (self, made, error);
}

void
tonus_pose_editor_look_at (TonusPoseEditor *self, TonusFrame frame)
{
  self->frame = frame;
  tonus_pose_editor_paint (self);
}

void
tonus_pose_editor_use (TonusPoseEditor *self)
{
  if (self->pose)
    g_signal_emit (self, signals[USED], 0, self->pose);
}

void
tonus_pose_editor_cancel (TonusPoseEditor *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* Esc where no field wants it: back to the exercise, not out of it. */
static gboolean
key_press_cb (GtkWidget *widget, GdkEventKey *event, gpointer data)
{
  if (event->keyval != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (widget, signals[CANCELLED], 0);
  return TRUE;
}

static void
tonus_pose_editor_dispose (GObject *object)
{
  TonusPoseEditor *self = TONUS_POSE_EDITOR (object);

  g_clear_handle_id (&self->proving, g_source_remove);
  if (self->form)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_object (&self->form);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (tonus_pose_editor_parent_class)->dispose (object);
}

static void
tonus_pose_editor_finalize (GObject *object)
{
  TonusPoseEditor *self = TONUS_POSE_EDITOR (object);

  g_clear_pointer (&self->own, tonus_pose_unref);
  g_clear_pointer (&self->pose, tonus_pose_unref);
  G_OBJECT_CLASS (tonus_pose_editor_parent_class)->finalize (object);
}

static void
tonus_pose_editor_class_init (TonusPoseEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_pose_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_pose_editor_finalize;
  signals[USED] = g_signal_new ("used", TONUS_TYPE_POSE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCELLED] = g_signal_new ("cancelled", TONUS_TYPE_POSE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tonus_pose_editor_init (TonusPoseEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  tonus_widget_identify (GTK_WIDGET (self), "pose", _ ("Draw a pose"));
  self->frame = TONUS_FRAME_END;
  self->held = -1;
  g_signal_connect (self, "key-press-event", G_CALLBACK (key_press_cb), NULL);
}

GtkWidget *
tonus_pose_editor_new (TonusSession *session, const char *start, TonusPose *own)
{
  TonusPoseEditor *self = g_object_new (TONUS_TYPE_POSE_EDITOR, NULL);
  g_autoptr (TonusSchema) schema =
      tonus_pose_form_make_schema (tonus_session_get_schema (session), own != NULL);

  self->own = own ? tonus_pose_ref (own) : NULL;
  self->chart = tonus_chart_new ();
  self->form = tonus_pose_form_new (schema, own ? NULL : start);
  tonus_chart_add (self->chart, self->form);
  tonus_pose_editor_build (self);
  make_pose (self);
  tonus_pose_editor_paint (self);
  g_signal_connect (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

TonusChart *
tonus_pose_editor_get_chart (TonusPoseEditor *self)
{
  return self->chart;
}

TonusPose *
tonus_pose_editor_get_pose (TonusPoseEditor *self)
{
  return self->pose;
}
