/* tonus-own-drawing.c - drawing the picture of an own exercise, in the place of its form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-own-drawing.h"
#include "tonus-own-exercise.h"
#include "tonus-pane.h"
#include "tonus-picture-name.h"
#include "tonus-pose-editor.h"

typedef struct
{
  /* Owned */
  TonusSession *session;
  TonusChart *chart;
  TonusRecord *form;
  char *from; /* (nullable) the picture there was when the drawing was begun */

  /* Borrowed: they live as long as the stack */
  GtkStack *stack;
  TonusOwnPicture *picture;
  GtkWidget *button;
  GtkWidget *editor; /* (nullable) one that is begun */
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  g_object_unref (self->form);
  g_object_unref (self->chart);
  g_object_unref (self->session);
  g_free (self->from);
  g_free (self);
}

/* --- coming and going --- */

static void
show_form (Drawing *self)
{
  tonus_pane_show_way_back (GTK_WIDGET (self->stack), TRUE);
  tonus_session_lend_chart (self->session, self->chart);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (self->button);
}

static void
show_editor (Drawing *self)
{
  tonus_pane_show_way_back (GTK_WIDGET (self->stack), FALSE);
  tonus_session_lend_chart (self->session,
                            tonus_pose_editor_get_chart (TONUS_POSE_EDITOR (self->editor)));
  gtk_stack_set_visible_child (self->stack, self->editor);
  tonus_widget_focus_first (self->editor);
}

static void
used_cb (TonusPoseEditor *editor, TonusPose *pose, Drawing *self)
{
  g_autoptr (TonusPose) used = tonus_pose_ref (pose);

  show_form (self);
  g_clear_pointer (&self->editor, gtk_widget_destroy);
  tonus_own_picture_take (self->picture, tonus_pose_get_bytes (used), "pose");
}

static void
cancelled_cb (TonusPoseEditor *editor, Drawing *self)
{
  show_form (self);
}

/* --- beginning --- */

/* From the picture there is, if it is a pose. */
static void
begin (Drawing *self, const char *picture)
{
  gboolean is_files = tonus_picture_is_files (picture);
  g_autoptr (TonusPose) own = is_files ? tonus_own_picture_get_pose (self->picture) : NULL;

  g_clear_pointer (&self->editor, gtk_widget_destroy);
  g_free (self->from);
  self->from = g_strdup (picture);
  self->editor = tonus_pose_editor_new (self->session, is_files ? NULL : picture, own);
  gtk_container_add (GTK_CONTAINER (self->stack), self->editor);
  g_signal_connect (self->editor, "used", G_CALLBACK (used_cb), self);
  g_signal_connect (self->editor, "cancelled", G_CALLBACK (cancelled_cb), self);
}

static void
clicked_cb (GtkButton *button, Drawing *self)
{
  g_autofree char *picture = tonus_own_exercise_get_picture (self->form);

  if (!self->editor || g_strcmp0 (picture, self->from) != 0)
    begin (self, picture);
  show_editor (self);
}

void
tonus_own_drawing_add (GtkStack *stack,
                       TonusSession *session,
                       const TonusSite *site,
                       TonusOwnPicture *picture)
{
  Drawing *self = g_new0 (Drawing, 1);

  self->session = g_object_ref (session);
  self->chart = g_object_ref (site->chart);
  self->form = g_object_ref (site->record);
  self->stack = stack;
  self->picture = picture;
  self->button = gtk_button_new_with_label (_ ("Draw a pose…"));
  tonus_widget_identify (self->button, "own/draw", NULL);
  gtk_widget_show (self->button);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  tonus_own_picture_add_way (picture, self->button);
  g_object_set_data_full (G_OBJECT (stack), "drawing", self, drawing_free);
}
