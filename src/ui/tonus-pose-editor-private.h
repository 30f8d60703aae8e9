/* tonus-pose-editor-private.h - the parts of the editor, and what happens when they are used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pose-angles.h"
#include "tonus-pose-canvas.h"
#include "tonus-pose-editor.h"
#include "tonus-pose-floor.h"

G_BEGIN_DECLS

struct _TonusPoseEditor
{
  GtkBox parent_instance;

  /* Owned */
  TonusChart *chart;
  TonusRecord *form;
  TonusPose *own;  /* (nullable) what the exercise has now */
  TonusPose *pose; /* (nullable) the picture as it stands */

  /* Borrowed */
  GtkWidget *canvas;
  GtkWidget *proof; /* how it is printed */
  GtkWidget *angles;
  GtkWidget *floor;
  GtkWidget *frames; /* the box of both buttons */
  GtkWidget *buttons[2];
  GtkWidget *copy;
  GtkWidget *both;
  GtkWidget *told;   /* about the handle that has the focus */
  GtkWidget *remark; /* about the floor */
  GtkWidget *status;
  GtkWidget *use;

  TonusFrame frame; /* which is looked at */
  int held;         /* the handle that has the focus, -1: none */
  guint proving;    /* the source that paints the proof when nothing else is to be done */
};

/* All widgets, of a form and a chart that are there. */
void tonus_pose_editor_build (TonusPoseEditor *self);

/* Show what the form stands for. */
void tonus_pose_editor_paint (TonusPoseEditor *self);

/* What is done to the parts */
void tonus_pose_editor_edit (TonusPoseEditor *self, TonusPose *made);
void tonus_pose_editor_hold (TonusPoseEditor *self, guint handle);
void tonus_pose_editor_ask (TonusPoseEditor *self, guint handle);
void tonus_pose_editor_turn (TonusPoseEditor *self, guint joint, guint axis, double degrees);
void tonus_pose_editor_rest (TonusPoseEditor *self, const char *contacts);
void tonus_pose_editor_flatten (TonusPoseEditor *self, guint side, gboolean is_flat);
void tonus_pose_editor_copy (TonusPoseEditor *self);
void tonus_pose_editor_look_at (TonusPoseEditor *self, TonusFrame frame);
void tonus_pose_editor_use (TonusPoseEditor *self);
void tonus_pose_editor_cancel (TonusPoseEditor *self);

G_END_DECLS
