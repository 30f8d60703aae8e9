/* tonus-pose-canvas.c - a picture that can be taken hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <math.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-pose-canvas.h"
#include "tonus-pose-names.h"
#include "tonus-pose-paper.h"

#define WIDTH_LEAST 300
#define HEIGHT_LEAST 220
#define RIGHT_SIZE 18
#define LEFT_SIZE 14
/* From the middle of a handle; the nearest one is meant. */
#define REACH 20.0

struct _TonusPoseCanvas
{
  GtkOverlay parent_instance;

  /* Owned */
  TonusPose *pose; /* (nullable) what is shown */
  GtkGesture *drag;

  /* Borrowed */
  GtkWidget *paper;
  GtkWidget *handles[TONUS_N_HANDLES];

  TonusFrame frame;
  gboolean is_both;
  gboolean is_fit;
  TonusPoseSheet sheet;
  TonusHandlePlace places[TONUS_N_HANDLES];
  int held;            /* the handle that is dragged, -1: none */
  double off_x, off_y; /* from the pointer to its middle, as they were when it was pressed */
  guint repeated;      /* the key that is held down */
};

G_DEFINE_TYPE (TonusPoseCanvas, tonus_pose_canvas, GTK_TYPE_OVERLAY)

enum
{
  BEGUN,
  EDITED,
  HELD,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- showing --- */

static void
name_handle (TonusPoseCanvas *self, guint handle)
{
  g_autofree char *name = tonus_pose_name_handle (self->pose, self->frame, handle);
  g_autofree char *id = g_strconcat ("pose/", tonus_pose_handle_id (handle), NULL);

  tonus_widget_identify (self->handles[handle], id, name);
}

static void
draw_again (TonusPoseCanvas *self)
{
  g_autoptr (TonusFigureList) list = NULL;

  if (!self->pose || !self->is_fit)
    {
      tonus_pose_paper_show (self->paper, NULL);
      return;
    }
  list = tonus_pose_sheet_draw (&self->sheet, self->pose, self->frame);
  tonus_pose_paper_show (self->paper, list);
  tonus_pose_sheet_find_handles (&self->sheet, self->pose, self->frame, self->places);
  /* Only the handles go to other places: nothing has another size. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
fit (TonusPoseCanvas *self)
{
  int width = gtk_widget_get_allocated_width (self->paper);
  int height = gtk_widget_get_allocated_height (self->paper);

  if (!self->pose || width < 2 || height < 2)
    return;
  tonus_pose_sheet_fit (&self->sheet, self->pose, width, height);
  self->is_fit = TRUE;
}

void
tonus_pose_canvas_show (TonusPoseCanvas *self, TonusPose *pose, TonusFrame frame, gboolean is_both)
{
  gboolean is_new = self->pose != pose || self->frame != frame;

  self->is_both = is_both;
  if (!is_new)
    return;
  if (pose)
    tonus_pose_ref (pose);
  g_clear_pointer (&self->pose, tonus_pose_unref);
  self->pose = pose;
  self->frame = frame;
  if (self->held < 0 && (!self->is_fit || !pose || !tonus_pose_sheet_holds (&self->sheet, pose)))
    fit (self);
  draw_again (self);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    {
      gtk_widget_set_visible (self->handles[i], pose != NULL);
      /* While one is dragged, nobody hears of the others. */
      if (pose && (self->held < 0 || self->held == (int) i))
        name_handle (self, i);
    }
}

void
tonus_pose_canvas_fit (TonusPoseCanvas *self)
{
  fit (self);
  draw_again (self);
}

gboolean
tonus_pose_canvas_find (TonusPoseCanvas *self, TonusHandle handle, double *x, double *y)
{
  if (!self->pose || !self->is_fit)
    return FALSE;
  *x = self->places[handle].x;
  *y = self->sheet.height - self->places[handle].y;
  return TRUE;
}

GtkWidget *
tonus_pose_canvas_get_handle (TonusPoseCanvas *self, TonusHandle handle)
{
  return self->handles[handle];
}

/* --- the paper --- */

static void
paper_size_cb (GtkWidget *paper, GdkRectangle *area, TonusPoseCanvas *self)
{
  if (area->width == (int) self->sheet.width && area->height == (int) self->sheet.height)
    return;
  fit (self);
  draw_again (self);
}

static gboolean
get_child_position_cb (GtkOverlay *overlay,
                       GtkWidget *child,
                       GdkRectangle *area,
                       TonusPoseCanvas *self)
{
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    if (self->handles[i] == child)
      {
        int width, height;

        gtk_widget_get_preferred_width (child, &width, NULL);
        gtk_widget_get_preferred_height (child, &height, NULL);
        area->x = (int) round (self->places[i].x - width / 2.0);
        area->y = (int) round (self->sheet.height - self->places[i].y - height / 2.0);
        area->width = width;
        area->height = height;
        return TRUE;
      }
  return FALSE;
}

/* --- the pointer --- */

static int
find_at (TonusPoseCanvas *self, double x, double y)
{
  double nearest = REACH;
  int found = -1;

  for (guint i = 0; self->pose && i < TONUS_N_HANDLES; i++)
    {
      double away = hypot (self->places[i].x - x, self->sheet.height - self->places[i].y - y);

      if (away < nearest - .5 ||
          (found >= 0 && away < nearest + .5 && self->places[i].depth > self->places[found].depth))
        {
          nearest = MIN (away, nearest);
          found = (int) i;
        }
    }
  return found;
}

gboolean
tonus_pose_canvas_press (TonusPoseCanvas *self, double x, double y)
{
  self->held = find_at (self, x, y);
  if (self->held < 0)
    return FALSE;
  self->off_x = self->places[self->held].x - x;
  self->off_y = self->sheet.height - self->places[self->held].y - y;
  gtk_widget_grab_focus (self->handles[self->held]);
  tonus_pose_paper_hurry (self->paper, TRUE);
  g_signal_emit (self, signals[BEGUN], 0);
  return TRUE;
}

static void
send (TonusPoseCanvas *self, TonusPose *made)
{
  if (made && made != self->pose)
    g_signal_emit (self, signals[EDITED], 0, made);
}

void
tonus_pose_canvas_move (TonusPoseCanvas *self, double x, double y)
{
  g_autoptr (TonusPose) made = NULL;

  if (self->held < 0 || !self->pose)
    return;
  made = tonus_pose_drag (self->pose, &self->sheet, self->frame, self->held, x + self->off_x,
                          self->sheet.height - (y + self->off_y), self->is_both, NULL);
  send (self, made);
}

void
tonus_pose_canvas_release (TonusPoseCanvas *self)
{
  if (self->held < 0)
    return;
  self->held = -1;
  tonus_pose_paper_hurry (self->paper, FALSE);
  if (!self->pose)
    return;
  if (!tonus_pose_sheet_holds (&self->sheet, self->pose))
    tonus_pose_canvas_fit (self);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    name_handle (self, i);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, TonusPoseCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), tonus_pose_canvas_press (self, x, y)
                                                 ? GTK_EVENT_SEQUENCE_CLAIMED
                                                 : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, TonusPoseCanvas *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    tonus_pose_canvas_move (self, x + dx, y + dy);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, TonusPoseCanvas *self)
{
  tonus_pose_canvas_release (self);
}

/* --- keys --- */

static guint
find_handle (TonusPoseCanvas *self, GtkWidget *widget)
{
  guint i = 0;

  while (self->handles[i] != widget)
    i++;
  return i;
}

static void
step (TonusPoseCanvas *self, guint handle, guint keyval)
{
  gboolean is_more = keyval == GDK_KEY_Up || keyval == GDK_KEY_Right;
  guint axis = keyval == GDK_KEY_Up || keyval == GDK_KEY_Down ? 0 : 1;
  g_autoptr (TonusPose) made = NULL;

  /* A key held down is one step for undo. */
  if (self->repeated != keyval)
    g_signal_emit (self, signals[BEGUN], 0);
  self->repeated = keyval;
  made = tonus_pose_step (self->pose, self->frame, handle, axis, is_more, self->is_both, NULL);
  send (self, made);
}

static gboolean
handle_key_cb (GtkWidget *widget, GdkEventKey *event, TonusPoseCanvas *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  guint handle = find_handle (self, widget);

  if (modifiers || !self->pose)
    return FALSE;
  switch (event->keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      step (self, handle, event->keyval);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[ASKED], 0, handle);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_key_up_cb (GtkWidget *widget, GdkEventKey *event, TonusPoseCanvas *self)
{
  self->repeated = 0;
  return FALSE;
}

static gboolean
handle_focus_cb (GtkWidget *widget, GdkEventFocus *event, TonusPoseCanvas *self)
{
  self->repeated = 0;
  g_signal_emit (self, signals[HELD], 0, find_handle (self, widget));
  return FALSE;
}

/* What is pointed at is told below; a tooltip would hide the figure. */
static gboolean
handle_enter_cb (GtkWidget *widget, GdkEventCrossing *event, TonusPoseCanvas *self)
{
  if (self->held < 0)
    g_signal_emit (self, signals[HELD], 0, find_handle (self, widget));
  return FALSE;
}

/* --- building --- */

/* Those of the left side are rings, so that they are told apart without colour. */
static void
add_handle (TonusPoseCanvas *self, guint handle)
{
  GtkWidget *button = gtk_button_new ();
  GtkStyleContext *style = gtk_widget_get_style_context (button);
  gboolean is_left = handle >= TONUS_HANDLE_THIGH && (handle - TONUS_HANDLE_THIGH) % 2 == 1;

  self->handles[handle] = button;
  gtk_style_context_add_class (style, "tonus-handle");
  if (is_left)
    gtk_style_context_add_class (style, "tonus-handle-left");
  if (handle < TONUS_HANDLE_THIGH)
    gtk_style_context_add_class (style, "tonus-handle-trunk");
  gtk_widget_set_size_request (button, is_left ? LEFT_SIZE : RIGHT_SIZE,
                               is_left ? LEFT_SIZE : RIGHT_SIZE);
  gtk_widget_set_no_show_all (button, TRUE);
  g_signal_connect (button, "key-press-event", G_CALLBACK (handle_key_cb), self);
  g_signal_connect (button, "key-release-event", G_CALLBACK (handle_key_up_cb), self);
  g_signal_connect (button, "focus-in-event", G_CALLBACK (handle_focus_cb), self);
  g_signal_connect (button, "enter-notify-event", G_CALLBACK (handle_enter_cb), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self), button);
}

static void
tonus_pose_canvas_dispose (GObject *object)
{
  TonusPoseCanvas *self = TONUS_POSE_CANVAS (object);

  g_clear_object (&self->drag);
  g_clear_pointer (&self->pose, tonus_pose_unref);
  G_OBJECT_CLASS (tonus_pose_canvas_parent_class)->dispose (object);
}

static guint
make_signal (const char *name, GType type)
{
  return g_signal_new (name, TONUS_TYPE_POSE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, type == G_TYPE_NONE ? 0 : 1, type);
}

static void
tonus_pose_canvas_class_init (TonusPoseCanvasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_pose_canvas_dispose;
  signals[BEGUN] = make_signal ("begun", G_TYPE_NONE);
  signals[EDITED] = make_signal ("edited", G_TYPE_POINTER);
  signals[HELD] = make_signal ("held", G_TYPE_UINT);
  signals[ASKED] = make_signal ("asked", G_TYPE_UINT);
}

static void
tonus_pose_canvas_init (TonusPoseCanvas *self)
{
  self->held = -1;
  self->paper = tonus_pose_paper_new (WIDTH_LEAST, HEIGHT_LEAST, "pose/paper",
                                      _ ("The picture that is being drawn"));
  g_signal_connect (self->paper, "size-allocate", G_CALLBACK (paper_size_cb), self);
  gtk_container_add (GTK_CONTAINER (self), self->paper);
  g_signal_connect (self, "get-child-position", G_CALLBACK (get_child_position_cb), self);
  for (guint i = 0; i < TONUS_N_HANDLES; i++)
    add_handle (self, i);
  tonus_container_keep_order (GTK_WIDGET (self));
  /* Before the buttons hear of it: the nearest handle is meant, not the uppermost. */
  self->drag = gtk_gesture_drag_new (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
}

GtkWidget *
tonus_pose_canvas_new (void)
{
  return g_object_new (TONUS_TYPE_POSE_CANVAS, NULL);
}
