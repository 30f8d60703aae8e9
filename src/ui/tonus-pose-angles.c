/* tonus-pose-angles.c - the angles of one frame as numbers to be typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-line-entry.h"
#include "tonus-pose-angles.h"
#include "tonus-pose-names.h"
#include "tonus-text.h"

#define AXES_MOST 3
#define ENTRY_WIDTH 5
/* A label, then an entry and its caption for each axis; the reason has a line of its own. */
#define COLUMN_OF(axis) (1 + 2 * (int) (axis))

typedef struct
{
  GtkWidget *entry;
  char *shown; /* what it shows when nobody types */
} Cell;

struct _TonusPoseAngles
{
  GtkGrid parent_instance;

  Cell cells[TONUS_POSE_JOINTS][AXES_MOST];
  GtkWidget *reasons[TONUS_POSE_JOINTS];
};

G_DEFINE_TYPE (TonusPoseAngles, tonus_pose_angles, GTK_TYPE_GRID)

static guint typed;

/* The order in which a body is looked at: trunk, then the right side and the left one of a limb. */
static const guint order[TONUS_POSE_JOINTS] = { 0, 1, 2,  3,  4,  6,  8,  10, 5,
                                                7, 9, 11, 12, 14, 16, 13, 15, 17 };

static Cell *
find_cell (TonusPoseAngles *self, GtkWidget *entry, guint *joint, guint *axis)
{
  for (*joint = 0; *joint < TONUS_POSE_JOINTS; (*joint)++)
    for (*axis = 0; *axis < AXES_MOST; (*axis)++)
      if (self->cells[*joint][*axis].entry == entry)
        return &self->cells[*joint][*axis];
  g_assert_not_reached ();
}

/* --- saying what is wrong --- */

static void
say (TonusPoseAngles *self, guint joint, guint axis, const char *why)
{
  GtkWidget *entry = self->cells[joint][axis].entry;
  GtkStyleContext *style = gtk_widget_get_style_context (entry);

  if (why)
    gtk_style_context_add_class (style, GTK_STYLE_CLASS_ERROR);
  else
    gtk_style_context_remove_class (style, GTK_STYLE_CLASS_ERROR);
  atk_object_set_description (gtk_widget_get_accessible (entry), why ? why : "");
  tonus_label_say (self->reasons[joint], why);
  gtk_widget_set_visible (self->reasons[joint], why != NULL);
}

void
tonus_pose_angles_refuse (TonusPoseAngles *self, guint joint, guint axis, const char *why)
{
  say (self, joint, axis, why);
}

/* --- typing --- */

static void
put_back (TonusPoseAngles *self, guint joint, guint axis)
{
  Cell *cell = &self->cells[joint][axis];

  gtk_entry_set_text (GTK_ENTRY (cell->entry), cell->shown ? cell->shown : "");
  say (self, joint, axis, NULL);
}

static void
take (TonusPoseAngles *self, GtkWidget *entry)
{
  guint joint, axis;
  Cell *cell = find_cell (self, entry, &joint, &axis);
  g_autofree char *text = g_strstrip (g_strdup (gtk_entry_get_text (GTK_ENTRY (entry))));
  double degrees;

  if (g_strcmp0 (text, cell->shown) == 0 || !*text)
    put_back (self, joint, axis);
  else if (!tonus_number_read_typed (text, &degrees))
    say (self, joint, axis, _ ("A number of degrees, such as 45."));
  else
    {
      say (self, joint, axis, NULL);
      g_signal_emit (self, typed, 0, joint, axis, degrees);
    }
}

static gboolean
entry_key_cb (GtkWidget *entry, GdkEventKey *event, TonusPoseAngles *self)
{
  guint joint, axis;
  Cell *cell = find_cell (self, entry, &joint, &axis);

  if (event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter)
    {
      take (self, entry);
      if (!gtk_widget_get_visible (self->reasons[joint]))
        tonus_widget_focus_next (entry);
      return TRUE;
    }
  if (event->keyval == GDK_KEY_Escape &&
      g_strcmp0 (cell->shown, gtk_entry_get_text (GTK_ENTRY (entry))) != 0)
    {
      put_back (self, joint, axis);
      return TRUE;
    }
  return FALSE;
}

static gboolean
entry_focus_out_cb (GtkWidget *entry, GdkEventFocus *event, TonusPoseAngles *self)
{
  take (self, entry);
  return FALSE;
}

/* --- showing --- */

/* @angles: (nullable) */
static void
show_joint (TonusPoseAngles *self, guint joint, const double *angles)
{
  guint n_axes = tonus_pose_joint_get (joint)->n_axes;

  for (guint axis = 0; axis < n_axes; axis++)
    {
      Cell *cell = &self->cells[joint][axis];
      g_autofree char *text = angles ? tonus_pose_name_degrees (angles[axis]) : g_strdup ("");

      gtk_widget_set_sensitive (cell->entry, angles != NULL);
      if (g_strcmp0 (cell->shown, text) == 0)
        continue;
      g_free (cell->shown);
      cell->shown = g_steal_pointer (&text);
      gtk_entry_set_text (GTK_ENTRY (cell->entry), cell->shown);
      say (self, joint, axis, NULL);
    }
}

void
tonus_pose_angles_show (TonusPoseAngles *self, TonusPose *pose, TonusFrame frame)
{
  double angles[TONUS_POSE_JOINTS][3];

  if (pose)
    tonus_pose_list_angles (pose, frame, angles);
  for (guint joint = 0; joint < TONUS_POSE_JOINTS; joint++)
    show_joint (self, joint, pose ? angles[joint] : NULL);
}

void
tonus_pose_angles_enter (TonusPoseAngles *self, guint joint)
{
  gtk_widget_grab_focus (self->cells[joint][0].entry);
}

/* --- building --- */

static void
add_cell (TonusPoseAngles *self, guint joint, guint axis, int line)
{
  const TonusPoseJoint *of = tonus_pose_joint_get (joint);
  GtkWidget *entry = tonus_line_entry_new ();
  GtkWidget *caption = gtk_label_new (tonus_pose_name_axis_briefly (of->axes[axis].axis));
  g_autofree char *id = g_strdup_printf ("pose/%s/%u", of->id, axis + 1);
  g_autofree char *name = tonus_pose_name_angle (joint, axis);
  g_autofree char *range = tonus_pose_say_range (joint, axis);

  self->cells[joint][axis].entry = entry;
  tonus_widget_identify (entry, id, name);
  tonus_line_entry_set_width (entry, ENTRY_WIDTH);
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_widget_set_tooltip_text (entry, range);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (caption), "tonus-remark");
  g_signal_connect (entry, "key-press-event", G_CALLBACK (entry_key_cb), self);
  g_signal_connect (entry, "focus-out-event", G_CALLBACK (entry_focus_out_cb), self);
  gtk_grid_attach (GTK_GRID (self), entry, COLUMN_OF (axis), line, 1, 1);
  gtk_grid_attach (GTK_GRID (self), caption, COLUMN_OF (axis) + 1, line, 1, 1);
  gtk_widget_show (entry);
  gtk_widget_show (caption);
}

static void
add_joint (TonusPoseAngles *self, guint joint, int line)
{
  GtkWidget *label = gtk_label_new (tonus_pose_name_joint (joint));
  GtkWidget *reason = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self), label, 0, line, 1, 1);
  gtk_widget_show (label);
  for (guint axis = 0; axis < tonus_pose_joint_get (joint)->n_axes; axis++)
    add_cell (self, joint, axis, line);
  self->reasons[joint] = reason;
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_line_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), 40);
  gtk_style_context_add_class (gtk_widget_get_style_context (reason), "tonus-error");
  gtk_grid_attach (GTK_GRID (self), reason, 0, line + 1, COLUMN_OF (AXES_MOST), 1);
}

static void
tonus_pose_angles_finalize (GObject *object)
{
  TonusPoseAngles *self = TONUS_POSE_ANGLES (object);

  for (guint joint = 0; joint < TONUS_POSE_JOINTS; joint++)
    for (guint axis = 0; axis < AXES_MOST; axis++)
      g_free (self->cells[joint][axis].shown);
  G_OBJECT_CLASS (tonus_pose_angles_parent_class)->finalize (object);
}

static void
tonus_pose_angles_class_init (TonusPoseAnglesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_pose_angles_finalize;
  typed = g_signal_new ("typed", TONUS_TYPE_POSE_ANGLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE);
}

static void
tonus_pose_angles_init (TonusPoseAngles *self)
{
  gtk_grid_set_column_spacing (GTK_GRID (self), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);
  for (guint i = 0; i < TONUS_POSE_JOINTS; i++)
    add_joint (self, order[i], 2 * (int) i);
  tonus_container_keep_order (GTK_WIDGET (self));
}

GtkWidget *
tonus_pose_angles_new (void)
{
  return g_object_new (TONUS_TYPE_POSE_ANGLES, NULL);
}
