/* tonus-pose-editor-build.c - what the editor is made of, and what stands where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-field-row.h"
#include "tonus-flow-box.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-pose-editor-private.h"
#include "tonus-pose-paper.h"

#define SIDE_WIDTH 410
#define PROOF_WIDTH 203
#define PROOF_HEIGHT 149

/* --- callbacks --- */

static void
canvas_begun_cb (TonusPoseCanvas *canvas, TonusPoseEditor *self)
{
  tonus_chart_barrier (self->chart);
}

static void
canvas_edited_cb (TonusPoseCanvas *canvas, TonusPose *made, TonusPoseEditor *self)
{
  tonus_pose_editor_edit (self, made);
}

static void
canvas_held_cb (TonusPoseCanvas *canvas, guint handle, TonusPoseEditor *self)
{
  tonus_pose_editor_hold (self, handle);
}

static void
canvas_asked_cb (TonusPoseCanvas *canvas, guint handle, TonusPoseEditor *self)
{
  tonus_pose_editor_ask (self, handle);
}

static void
angles_typed_cb (
    TonusPoseAngles *angles, guint joint, guint axis, double degrees, TonusPoseEditor *self)
{
  tonus_pose_editor_turn (self, joint, axis, degrees);
}

static void
floor_rested_cb (TonusPoseFloor *floor, const char *contacts, TonusPoseEditor *self)
{
  tonus_pose_editor_rest (self, contacts);
}

static void
floor_flattened_cb (TonusPoseFloor *floor, guint side, gboolean is_flat, TonusPoseEditor *self)
{
  tonus_pose_editor_flatten (self, side, is_flat);
}

static void
frame_toggled_cb (GtkToggleButton *button, TonusPoseEditor *self)
{
  if (gtk_toggle_button_get_active (button))
    tonus_pose_editor_look_at (self, GTK_WIDGET (button) == self->buttons[0] ? TONUS_FRAME_START
                                                                             : TONUS_FRAME_END);
}

/* --- above and below the picture --- */

static GtkWidget *
make_label (const char *class, const char *id)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  tonus_widget_identify (label, id, NULL);
  return label;
}

static void
add_frame_button (TonusPoseEditor *self, guint frame, const char *label, const char *id)
{
  GtkWidget *button = gtk_radio_button_new_with_label_from_widget (
      frame > 0 ? GTK_RADIO_BUTTON (self->buttons[0]) : NULL, label);

  gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
  tonus_widget_identify (button, id, NULL);
  self->buttons[frame] = button;
  gtk_box_pack_start (GTK_BOX (self->frames), button, FALSE, FALSE, 0);
}

static void
add_step_button (GtkWidget *box, const char *action, const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon, GTK_ICON_SIZE_BUTTON);
  g_autofree char *id = g_strconcat ("pose/", strchr (action, '.') + 1, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  tonus_widget_identify (button, id, name);
  gtk_container_add (GTK_CONTAINER (box), button);
}

static GtkWidget *
make_steps (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_style_context_add_class (gtk_widget_get_style_context (box), GTK_STYLE_CLASS_LINKED);
  add_step_button (box, "win.undo", "edit-undo-symbolic", _ ("Undo"));
  add_step_button (box, "win.redo", "edit-redo-symbolic", _ ("Redo"));
  return box;
}

static GtkWidget *
make_head (TonusPoseEditor *self)
{
  GtkWidget *head = tonus_flow_box_new (12, 6);

  self->frames = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->frames), GTK_STYLE_CLASS_LINKED);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->frames), "tonus-toggles");
  add_frame_button (self, 0, _ ("Start"), "pose/start");
  add_frame_button (self, 1, _ ("End"), "pose/end");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[1]), TRUE);
  self->copy = gtk_button_new_with_label (_ ("As the start"));
  gtk_widget_set_tooltip_text (self->copy, _ ("Make this one the same as the other one"));
  tonus_widget_identify (self->copy, "pose/copy", NULL);
  self->both = gtk_check_button_new_with_label (_ ("Both sides together"));
  tonus_widget_identify (self->both, "pose/both", NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->both), "tonus-choice");
  gtk_container_add (GTK_CONTAINER (head), self->frames);
  gtk_container_add (GTK_CONTAINER (head), self->copy);
  gtk_container_add (GTK_CONTAINER (head), self->both);
  gtk_container_add (GTK_CONTAINER (head), make_steps ());
  gtk_widget_show_all (head);
  for (guint i = 0; i < 2; i++)
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (frame_toggled_cb), self);
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (tonus_pose_editor_copy), self);
  g_signal_connect_swapped (self->both, "toggled", G_CALLBACK (tonus_pose_editor_paint), self);
  return head;
}

/* The words come and go while somebody drags; the picture above them stays where it is. */
static GtkWidget *
make_words (TonusPoseEditor *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (PangoLayout) lines = gtk_widget_create_pango_layout (words, "1\n2\n3");
  int height;

  self->told = make_label ("tonus-remark", "pose/told");
  self->remark = make_label ("tonus-remark", "pose/remark");
  pango_layout_get_pixel_size (lines, NULL, &height);
  gtk_widget_set_size_request (words, -1, height);
  gtk_container_add (GTK_CONTAINER (words), self->told);
  gtk_container_add (GTK_CONTAINER (words), self->remark);
  gtk_widget_show_all (words);
  return words;
}

static GtkWidget *
make_left (TonusPoseEditor *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->canvas = tonus_pose_canvas_new ();
  gtk_box_pack_start (GTK_BOX (left), make_head (self), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (left), self->canvas, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (left), make_words (self), FALSE, FALSE, 0);
  gtk_widget_show (self->canvas);
  gtk_widget_show (left);
  g_signal_connect (self->canvas, "begun", G_CALLBACK (canvas_begun_cb), self);
  g_signal_connect (self->canvas, "edited", G_CALLBACK (canvas_edited_cb), self);
  g_signal_connect (self->canvas, "held", G_CALLBACK (canvas_held_cb), self);
  g_signal_connect (self->canvas, "asked", G_CALLBACK (canvas_asked_cb), self);
  return left;
}

/* --- beside it --- */

/* Its label before it or above it. */
static GtkWidget *
make_field (TonusPoseEditor *self, const char *id, GtkOrientation orientation)
{
  TonusSite site = { .chart = self->chart, .record = self->form };
  const TonusSection *section =
      tonus_schema_find_section (tonus_record_get_schema (self->form), "x-drawing");
  TonusFieldRow *row = tonus_field_row_new (&site, tonus_section_lookup (section, id), NULL, NULL);
  GtkWidget *label = tonus_field_row_make_label (row);
  GtkWidget *box = gtk_box_new (orientation, orientation == GTK_ORIENTATION_VERTICAL ? 2 : 12);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), FALSE);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), GTK_WIDGET (row), TRUE, TRUE, 0);
  gtk_widget_show (box);
  return box;
}

/* What is always in sight: what it started from, how it is printed, and how it is looked at. */
static GtkWidget *
make_top (TonusPoseEditor *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *look = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->proof =
      tonus_pose_paper_new (PROOF_WIDTH, PROOF_HEIGHT, "pose/proof", _ ("How it is printed"));
  gtk_widget_set_tooltip_text (self->proof, _ ("How it is printed"));
  gtk_widget_set_valign (self->proof, GTK_ALIGN_START);
  gtk_box_pack_start (GTK_BOX (top), make_field (self, "x-start", GTK_ORIENTATION_HORIZONTAL),
                      FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (look), make_field (self, "x-style", GTK_ORIENTATION_VERTICAL), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (look), make_field (self, "x-view", GTK_ORIENTATION_VERTICAL), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->proof, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), look, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (top), line, FALSE, FALSE, 0);
  gtk_widget_show (look);
  gtk_widget_show (line);
  gtk_widget_show (top);
  return top;
}

static GtkWidget *
make_scrolled (TonusPoseEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->floor = tonus_pose_floor_new ();
  self->angles = tonus_pose_angles_new ();
  gtk_container_add (GTK_CONTAINER (all), self->floor);
  gtk_container_add (GTK_CONTAINER (all), self->angles);
  gtk_container_add (GTK_CONTAINER (all),
                     make_field (self, "x-arrows", GTK_ORIENTATION_HORIZONTAL));
  gtk_container_add (GTK_CONTAINER (all), make_field (self, "x-muscles", GTK_ORIENTATION_VERTICAL));
  gtk_widget_show (self->floor);
  gtk_widget_show (self->angles);
  gtk_widget_show (all);
  /* The scroll bar lies over its content. */
  gtk_widget_set_margin_end (all, 12);
  /* As wide as it wishes where there is room; with large text there is none. */
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_container_add (GTK_CONTAINER (scrolled), all);
  gtk_container_set_focus_vadjustment (
      GTK_CONTAINER (all), gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  tonus_widget_identify (scrolled, "pose/side", _ ("Floor and angles"));
  gtk_widget_show (scrolled);
  g_signal_connect (self->angles, "typed", G_CALLBACK (angles_typed_cb), self);
  g_signal_connect (self->floor, "rested", G_CALLBACK (floor_rested_cb), self);
  g_signal_connect (self->floor, "flattened", G_CALLBACK (floor_flattened_cb), self);
  return scrolled;
}

static GtkWidget *
make_right (TonusPoseEditor *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_size_request (right, SIDE_WIDTH, -1);
  gtk_box_pack_start (GTK_BOX (right), make_top (self), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (right), make_scrolled (self), TRUE, TRUE, 0);
  gtk_widget_show (right);
  return right;
}

static GtkWidget *
make_foot (TonusPoseEditor *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->use = gtk_button_new_with_label (_ ("Use this picture"));
  self->status = make_label ("tonus-error", "pose/status");
  tonus_widget_identify (self->use, "pose/use", NULL);
  tonus_widget_identify (cancel, "pose/cancel", NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->use), "suggested-action");
  gtk_style_context_add_class (gtk_widget_get_style_context (foot), "tonus-bar");
  gtk_box_pack_start (GTK_BOX (foot), self->use, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (foot), cancel, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (foot), self->status, TRUE, TRUE, 0);
  gtk_widget_show_all (foot);
  gtk_widget_hide (self->status);
  gtk_widget_set_no_show_all (self->status, TRUE);
  g_signal_connect_swapped (self->use, "clicked", G_CALLBACK (tonus_pose_editor_use), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (tonus_pose_editor_cancel), self);
  return foot;
}

/* On a small screen with large text @part scrolls, and the buttons below it stay in sight. */
static GtkWidget *
make_roomy (GtkWidget *part)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), part);
  tonus_widget_identify (scrolled, "pose/middle", _ ("The picture that is being drawn"));
  gtk_widget_show (scrolled);
  return scrolled;
}

void
tonus_pose_editor_build (TonusPoseEditor *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_style_context_add_class (gtk_widget_get_style_context (body), "tonus-page");
  gtk_box_pack_start (GTK_BOX (body), make_roomy (make_left (self)), TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (body), make_right (self), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), body, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (self), make_foot (self), FALSE, FALSE, 0);
  gtk_widget_show (body);
}
