/* tonus-figure-list.c - a drawing as a list of paths
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure-list.h"

#include <math.h>
#include <string.h>

struct _TonusFigureList
{
  gatomicrefcount ref_count;
  double width, height;
  GArray *ops;       /* (element-type TonusFigureOp) */
  GArray *segments;  /* (element-type TonusFigureSegment) */
  GPtrArray *images; /* (nullable) (element-type TonusImage) of the ops */
  guint first;       /* of the path that no op has used yet */
  gboolean has_panels;
  TonusFigurePanel panels[2];
};

TonusFigureList *
tonus_figure_list_new (double width, double height)
{
  TonusFigureList *self = g_new0 (TonusFigureList, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = width;
  self->height = height;
  self->ops = g_array_new (FALSE, FALSE, sizeof (TonusFigureOp));
  self->segments = g_array_new (FALSE, FALSE, sizeof (TonusFigureSegment));
  return self;
}

TonusFigureList *
tonus_figure_list_ref (TonusFigureList *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tonus_figure_list_unref (TonusFigureList *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->ops);
  g_array_unref (self->segments);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_free (self);
}

void
tonus_figure_list_set_panel (TonusFigureList *self, guint which, const TonusFigurePanel *panel)
{
  g_return_if_fail (which < G_N_ELEMENTS (self->panels));

  self->panels[which] = *panel;
  self->has_panels = TRUE;
}

gboolean
tonus_figure_list_get_panel (const TonusFigureList *self, guint which, TonusFigurePanel *panel)
{
  g_return_val_if_fail (which < G_N_ELEMENTS (self->panels), FALSE);

  if (self->has_panels)
    *panel = self->panels[which];
  return self->has_panels;
}

static GArray *
copy_exactly (GArray *array, guint element_size)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, element_size, array->len);

  g_array_append_vals (copy, array->data, array->len);
  g_array_unref (array);
  return copy;
}

void
tonus_figure_list_trim (TonusFigureList *self)
{
  self->ops = copy_exactly (self->ops, sizeof (TonusFigureOp));
  self->segments = copy_exactly (self->segments, sizeof (TonusFigureSegment));
}

double
tonus_figure_list_get_width (const TonusFigureList *self)
{
  return self->width;
}

double
tonus_figure_list_get_height (const TonusFigureList *self)
{
  return self->height;
}

const TonusFigureOp *
tonus_figure_list_get_ops (const TonusFigureList *self, guint *n)
{
  *n = self->ops->len;
  return (const TonusFigureOp *) (const void *) self->ops->data;
}

const TonusFigureSegment *
tonus_figure_list_get_segments (const TonusFigureList *self, guint *n)
{
  *n = self->segments->len;
  return (const TonusFigureSegment *) (const void *) self->segments->data;
}

static void
add_segment (TonusFigureList *self, char kind, const double *p, guint n)
{
  TonusFigureSegment segment = { .kind = kind };

  for (guint i = 0; i < n; i++)
    {
      /* No player can draw what is not a number, and a PDF with one is broken. */
      g_assert (isfinite (p[i]));
      segment.p[i] = (float) p[i];
    }
  g_array_append_val (self->segments, segment);
}

void
tonus_figure_list_move (TonusFigureList *self, double x, double y)
{
  add_segment (self, 'M', (const double[]){ x, y }, 2);
}

void
tonus_figure_list_line (TonusFigureList *self, double x, double y)
{
  add_segment (self, 'L', (const double[]){ x, y }, 2);
}

void
tonus_figure_list_curve (
    TonusFigureList *self, double x1, double y1, double x2, double y2, double x, double y)
{
  add_segment (self, 'C', (const double[]){ x1, y1, x2, y2, x, y }, 6);
}

void
tonus_figure_list_close (TonusFigureList *self)
{
  add_segment (self, 'Z', NULL, 0);
}

static void
add_op (TonusFigureList *self, TonusFigureOp *op)
{
  op->first = self->first;
  op->n = self->segments->len - self->first;
  self->first = self->segments->len;
  g_array_append_vals (self->ops, op, 1);
}

void
tonus_figure_list_draw (TonusFigureList *self,
                        const float *fill,
                        const float *stroke,
                        double line_width)
{
  TonusFigureOp op = { .kind = TONUS_FIGURE_DRAW,
                       .has_fill = fill != NULL,
                       .has_stroke = stroke != NULL,
                       .line_width = stroke != NULL ? (float) line_width : 0 };

  if (self->segments->len == self->first)
    return;
  if (fill != NULL)
    memcpy (op.fill, fill, sizeof op.fill);
  if (stroke != NULL)
    memcpy (op.stroke, stroke, sizeof op.stroke);
  add_op (self, &op);
}

void
tonus_figure_list_clip (TonusFigureList *self)
{
  TonusFigureOp op = { .kind = TONUS_FIGURE_CLIP };

  add_op (self, &op);
}

void
tonus_figure_list_pop (TonusFigureList *self)
{
  TonusFigureOp op = { .kind = TONUS_FIGURE_POP };

  g_assert (self->segments->len == self->first);
  add_op (self, &op);
}

void
tonus_figure_list_image (TonusFigureList *self,
                         TonusImage *image,
                         gboolean is_grey,
                         const TonusFigurePanel *place)
{
  TonusFigureOp op = {
    .kind = TONUS_FIGURE_IMAGE, .image = image, .is_grey = is_grey, .place = *place
  };

  g_assert (self->segments->len == self->first);
  g_assert (isfinite (place->x) && isfinite (place->y));
  g_assert (isfinite (place->width) && isfinite (place->height));
  if (self->images == NULL)
    self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_image_unref);
  g_ptr_array_add (self->images, tonus_image_ref (image));
  add_op (self, &op);
}
