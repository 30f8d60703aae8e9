/* tonus-flow-box.c - fields in lines that break where the width ends, as words do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-flow-box.h"

#define WIDTH_WISHED 480
/* A column is as wide as its label and what usually stands beside it. */
#define COLUMN_OF_LABEL 2.0
#define LABEL "tonus-flow-label"

struct _TonusFlowBox
{
  GtkContainer parent_instance;

  GPtrArray *children;
  int column_spacing;
  int row_spacing;
};

G_DEFINE_TYPE (TonusFlowBox, tonus_flow_box, GTK_TYPE_CONTAINER)

/* 0: nothing stands in columns.  All labels reserve the same width. */
static int
column_width (TonusFlowBox *self)
{
  int widest = 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (self->children, i);
      GtkWidget *label = g_object_get_data (G_OBJECT (child), LABEL);
      int wish;

      if (!label || !gtk_widget_get_visible (child))
        continue;
      gtk_widget_get_preferred_width (label, NULL, &wish);
      widest = MAX (widest, wish);
    }
  return (int) (widest * COLUMN_OF_LABEL);
}

/* Lay the children out in @width, at @origin when it is not NULL; returns the height. */
static int
lay_out (TonusFlowBox *self, int width, const GtkAllocation *origin)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0, column = column_width (self);

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (self->children, i);
      GtkAllocation place = { 0 };
      int least, wish;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_get_preferred_width (child, &least, &wish);
      if (column && wish <= column)
        wish = column;
      else if (column)
        wish = width;
      place.width = MAX (least, MIN (wish, width));
      gtk_widget_get_preferred_height_for_width (child, place.width, NULL, &place.height);
      if (x > 0 && x + place.width > width)
        {
          x = 0;
          y += line + self->row_spacing;
          line = 0;
        }
      if (origin)
        {
          place.x = origin->x + (is_rtl ? width - x - place.width : x);
          place.y = origin->y + y;
          gtk_widget_size_allocate (child, &place);
        }
      x += place.width + self->column_spacing;
      line = MAX (line, place.height);
    }
  return y + line;
}

static GtkSizeRequestMode
tonus_flow_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tonus_flow_box_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  TonusFlowBox *self = TONUS_FLOW_BOX (widget);
  int widest = 0, together = 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (self->children, i);
      int least, wish;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_get_preferred_width (child, &least, &wish);
      widest = MAX (widest, least);
      together += wish + (together ? self->column_spacing : 0);
    }
  *minimum = widest;
  /* Wishing for one endless line would pull apart whatever stands above. */
  *natural = MAX (widest, MIN (together, WIDTH_WISHED));
}

static void
tonus_flow_box_get_preferred_height_for_width (GtkWidget *widget,
                                               int width,
                                               int *minimum,
                                               int *natural)
{
  *minimum = *natural = lay_out (TONUS_FLOW_BOX (widget), width, NULL);
}

static void
tonus_flow_box_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int least, wish;

  tonus_flow_box_get_preferred_width (widget, &least, &wish);
  tonus_flow_box_get_preferred_height_for_width (widget, wish, minimum, natural);
}

static void
tonus_flow_box_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  gtk_widget_set_allocation (widget, allocation);
  lay_out (TONUS_FLOW_BOX (widget), allocation->width, allocation);
}

static void
tonus_flow_box_add (GtkContainer *container, GtkWidget *child)
{
  g_ptr_array_add (TONUS_FLOW_BOX (container)->children, child);
  gtk_widget_set_parent (child, GTK_WIDGET (container));
}

static void
tonus_flow_box_remove (GtkContainer *container, GtkWidget *child)
{
  if (g_ptr_array_remove (TONUS_FLOW_BOX (container)->children, child))
    gtk_widget_unparent (child);
}

static void
tonus_flow_box_forall (GtkContainer *container,
                       gboolean with_internals,
                       GtkCallback callback,
                       gpointer data)
{
  TonusFlowBox *self = TONUS_FLOW_BOX (container);
  g_autofree gpointer *children =
      g_memdup2 (self->children->pdata, self->children->len * sizeof (gpointer));
  guint n = self->children->len;

  /* The callback may remove children: a copy is walked. */
  for (guint i = 0; i < n; i++)
    callback (children[i], data);
}

static GType
tonus_flow_box_child_type (GtkContainer *container)
{
  return GTK_TYPE_WIDGET;
}

static void
tonus_flow_box_finalize (GObject *object)
{
  g_ptr_array_unref (TONUS_FLOW_BOX (object)->children);
  G_OBJECT_CLASS (tonus_flow_box_parent_class)->finalize (object);
}

static void
tonus_flow_box_class_init (TonusFlowBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkContainerClass *container_class = GTK_CONTAINER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tonus_flow_box_finalize;
  widget_class->get_request_mode = tonus_flow_box_get_request_mode;
  widget_class->get_preferred_width = tonus_flow_box_get_preferred_width;
  widget_class->get_preferred_height = tonus_flow_box_get_preferred_height;
  widget_class->get_preferred_height_for_width = tonus_flow_box_get_preferred_height_for_width;
  widget_class->size_allocate = tonus_flow_box_size_allocate;
  container_class->add = tonus_flow_box_add;
  container_class->remove = tonus_flow_box_remove;
  container_class->forall = tonus_flow_box_forall;
  container_class->child_type = tonus_flow_box_child_type;
}

static void
tonus_flow_box_init (TonusFlowBox *self)
{
  gtk_widget_set_has_window (GTK_WIDGET (self), FALSE);
  self->children = g_ptr_array_new ();
}

GtkWidget *
tonus_flow_box_new (int column_spacing, int row_spacing)
{
  TonusFlowBox *self = g_object_new (TONUS_TYPE_FLOW_BOX, NULL);

  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_WIDGET (self);
}

void
tonus_flow_box_add_field (TonusFlowBox *self, GtkWidget *label, GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  g_object_set_data (G_OBJECT (box), LABEL, label);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), field, TRUE, TRUE, 0);
  gtk_widget_set_no_show_all (box, TRUE);
  g_object_bind_property (field, "visible", box, "visible", G_BINDING_SYNC_CREATE);
  gtk_container_add (GTK_CONTAINER (self), box);
}
