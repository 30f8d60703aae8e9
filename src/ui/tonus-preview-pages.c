/* tonus-preview-pages.c - the pages of the preview below each other, as on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-identify.h"
#include "tonus-preview-pages.h"

#define MARGIN 12
#define GAP 12
#define STEP 48
#define LEAST 120

struct _TonusPreviewPages
{
  GtkDrawingArea parent_instance;

  /* Owned */
  TonusPreview *preview;
  GtkAdjustment *adjustments[2]; /* (nullable): by GtkOrientation */
  GtkScrollablePolicy policies[2];
  TonusPreviewFit fit;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

G_DEFINE_TYPE_WITH_CODE (TonusPreviewPages,
                         tonus_preview_pages,
                         GTK_TYPE_DRAWING_AREA,
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- where the pages lie --- */

static GdkRectangle
measure (TonusPreviewPages *self, guint number)
{
  GPtrArray *pages = tonus_preview_get_pages (self->preview);
  const TonusPreviewPage *page = g_ptr_array_index (pages, number);
  const TonusPreviewRoom *room = tonus_preview_get_room (self->preview);
  double zoom = tonus_preview_room_zoom (room, page->width, page->height);
  int width = gtk_widget_get_allocated_width (GTK_WIDGET (self));
  GdkRectangle area = { 0, 0, (int) (page->width * zoom), (int) (page->height * zoom) };

  area.x = MAX (0, (width - area.width) / 2);
  return area;
}

/* Of the whole column, before it is scrolled. */
static int
place (TonusPreviewPages *self, guint number, GdkRectangle *area)
{
  int y = MARGIN;

  for (guint i = 0; i < number; i++)
    y += measure (self, i).height + GAP;
  *area = measure (self, number);
  area->y = y;
  return y + area->height;
}

static int
measure_column (TonusPreviewPages *self)
{
  guint n = tonus_preview_get_pages (self->preview)->len;
  GdkRectangle last;

  return n == 0 ? 0 : place (self, n - 1, &last) + MARGIN;
}

static double
get_top (TonusPreviewPages *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return vertical ? gtk_adjustment_get_value (vertical) : 0;
}

/* FALSE: there is no page. */
static gboolean
find_seen (TonusPreviewPages *self, guint *first, guint *last)
{
  guint n = tonus_preview_get_pages (self->preview)->len;
  int top = (int) get_top (self), bottom, y = MARGIN;

  bottom = top + gtk_widget_get_allocated_height (GTK_WIDGET (self));
  *first = *last = 0;
  for (guint i = 0; i < n; i++)
    {
      int end = y + measure (self, i).height + GAP;

      if (end <= top)
        *first = MIN (i + 1, n - 1);
      if (y < bottom)
        *last = i;
      y = end;
    }
  *last = MAX (*first, *last);
  return n > 0;
}

/* The page that fills most of what is in sight: the one at its middle. */
static guint
find_middle (TonusPreviewPages *self)
{
  guint n = tonus_preview_get_pages (self->preview)->len;
  int middle = (int) get_top (self) + gtk_widget_get_allocated_height (GTK_WIDGET (self)) / 2;
  int y = MARGIN;

  for (guint i = 0; i < n; i++)
    {
      y += measure (self, i).height + GAP;
      if (middle < y)
        return i;
    }
  return n > 0 ? n - 1 : 0;
}

char *
tonus_preview_pages_describe_place (TonusPreviewPages *self)
{
  guint n = tonus_preview_get_pages (self->preview)->len;

  return n == 0 ? g_strdup ("") : g_strdup_printf (_ ("Page %u of %u"), find_middle (self) + 1, n);
}

/* A screen reader reads the page that is in sight. */
static void
describe (TonusPreviewPages *self)
{
  GPtrArray *pages = tonus_preview_get_pages (self->preview);
  g_autofree char *where = tonus_preview_pages_describe_place (self);
  g_autofree char *name = *where ? g_strdup_printf (_ ("Preview of the handout, %s"), where)
                                 : g_strdup (_ ("Preview of the handout"));
  const TonusPreviewPage *page =
      pages->len > 0 ? g_ptr_array_index (pages, find_middle (self)) : NULL;

  tonus_widget_identify (GTK_WIDGET (self), "preview/pages", name);
  atk_object_set_description (gtk_widget_get_accessible (GTK_WIDGET (self)),
                              page && page->text ? page->text : "");
}

/* --- what is asked of the preview --- */

static void
look (TonusPreviewPages *self)
{
  guint first, last;

  find_seen (self, &first, &last);
  tonus_preview_look_at (self->preview, first, last);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_room (TonusPreviewPages *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TonusPreviewRoom room = { .fit = self->fit,
                            .width = gtk_widget_get_allocated_width (widget) - 2 * MARGIN,
                            .height = gtk_widget_get_allocated_height (widget) - 2 * MARGIN,
                            .scale = gtk_widget_get_scale_factor (widget) };

  /* Nobody draws on what has not been laid out. */
  if (room.width > 0 && room.height > 0)
    tonus_preview_set_room (self->preview, &room);
}

/* The pages before keep their place when the column grows or shrinks. */
static void
set_range (TonusPreviewPages *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  int height = gtk_widget_get_allocated_height (GTK_WIDGET (self));
  int width = gtk_widget_get_allocated_width (GTK_WIDGET (self));
  int column = MAX (measure_column (self), height);

  if (vertical)
    gtk_adjustment_configure (vertical,
                              CLAMP (gtk_adjustment_get_value (vertical), 0, column - height), 0,
                              column, STEP, MAX (height - STEP, STEP), height);
  if (horizontal)
    gtk_adjustment_configure (horizontal, 0, 0, width, STEP, width, width);
}

static void
preview_changed_cb (TonusPreview *preview, TonusPreviewPages *self)
{
  set_range (self);
  look (self);
}

static void
scrolled_cb (GtkAdjustment *adjustment, TonusPreviewPages *self)
{
  look (self);
}

static void
tonus_preview_pages_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  TonusPreviewPages *self = TONUS_PREVIEW_PAGES (widget);

  GTK_WIDGET_CLASS (tonus_preview_pages_parent_class)->size_allocate (widget, allocation);
  set_room (self);
  set_range (self);
}

static void
scale_changed_cb (GtkWidget *widget, GParamSpec *pspec, gpointer nothing)
{
  set_room (TONUS_PREVIEW_PAGES (widget));
}

static void
tonus_preview_pages_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tonus_preview_pages_parent_class)->map (widget);
  tonus_preview_set_watched (TONUS_PREVIEW_PAGES (widget)->preview, TRUE);
}

static void
tonus_preview_pages_unmap (GtkWidget *widget)
{
  tonus_preview_set_watched (TONUS_PREVIEW_PAGES (widget)->preview, FALSE);
  GTK_WIDGET_CLASS (tonus_preview_pages_parent_class)->unmap (widget);
}

/* --- drawing --- */

/* A picture made for another width stands in, stretched, until its own is there. */
static void
draw_page (TonusPreviewPages *self, cairo_t *cr, guint number)
{
  const TonusPreviewPage *page =
      g_ptr_array_index (tonus_preview_get_pages (self->preview), number);
  GdkRectangle area;

  place (self, number, &area);
  area.y -= (int) get_top (self);
  cairo_save (cr);
  cairo_rectangle (cr, area.x, area.y, area.width, area.height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  if (page->picture)
    {
      double x_scale, y_scale;

      cairo_surface_get_device_scale (page->picture, &x_scale, &y_scale);
      cairo_clip (cr);
      cairo_translate (cr, area.x, area.y);
      cairo_scale (cr, area.width / (cairo_image_surface_get_width (page->picture) / x_scale),
                   area.height / (cairo_image_surface_get_height (page->picture) / y_scale));
      cairo_set_source_surface (cr, page->picture, 0, 0);
      cairo_paint (cr);
    }
  cairo_restore (cr);
  /* The edge of the sheet, also where the background is as white as paper. */
  cairo_rectangle (cr, area.x - 0.5, area.y - 0.5, area.width + 1, area.height + 1);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static gboolean
tonus_preview_pages_draw (GtkWidget *widget, cairo_t *cr)
{
  TonusPreviewPages *self = TONUS_PREVIEW_PAGES (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_allocated_width (widget);
  int height = gtk_widget_get_allocated_height (widget);
  guint first, last;

  gtk_render_background (style, cr, 0, 0, width, height);
  if (find_seen (self, &first, &last))
    for (guint i = first; i <= last; i++)
      draw_page (self, cr, i);
  if (gtk_widget_has_visible_focus (widget))
    gtk_render_focus (style, cr, 2, 2, width - 4, height - 4);
  return FALSE;
}

static gboolean
tonus_preview_pages_key_press (GtkWidget *widget, GdkEventKey *event)
{
  TonusPreviewPages *self = TONUS_PREVIEW_PAGES (widget);
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = get_top (self), page = vertical ? gtk_adjustment_get_page_increment (vertical) : 0;

  if (!vertical || event->state & gtk_accelerator_get_default_mod_mask ())
    return FALSE;
  if (event->keyval == GDK_KEY_Down)
    value += STEP;
  else if (event->keyval == GDK_KEY_Up)
    value -= STEP;
  else if (event->keyval == GDK_KEY_Page_Down || event->keyval == GDK_KEY_space)
    value += page;
  else if (event->keyval == GDK_KEY_Page_Up)
    value -= page;
  else if (event->keyval == GDK_KEY_Home)
    value = 0;
  else if (event->keyval == GDK_KEY_End)
    value = gtk_adjustment_get_upper (vertical);
  else
    return FALSE;
  gtk_adjustment_set_value (vertical, value);
  return TRUE;
}

static gboolean
tonus_preview_pages_button_press (GtkWidget *widget, GdkEventButton *event)
{
  gtk_widget_grab_focus (widget);
  return FALSE;
}

/* Little is enough: the room is what the pane leaves. */
static void
get_preferred (GtkWidget *widget, int *least, int *wish)
{
  *least = LEAST;
  *wish = LEAST;
}

/* --- as a part of a scrolled window --- */

static void
set_adjustment (TonusPreviewPages *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation])
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (!adjustment)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
  set_range (self);
}

static void
tonus_preview_pages_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TonusPreviewPages *self = TONUS_PREVIEW_PAGES (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY)
    self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
  else
    self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
}

static void
tonus_preview_pages_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TonusPreviewPages *self = TONUS_PREVIEW_PAGES (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  else if (id == PROP_HSCROLL_POLICY)
    g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
  else
    g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
}

static void
tonus_preview_pages_dispose (GObject *object)
{
  TonusPreviewPages *self = TONUS_PREVIEW_PAGES (object);

  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i])
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  G_OBJECT_CLASS (tonus_preview_pages_parent_class)->dispose (object);
}

static void
tonus_preview_pages_finalize (GObject *object)
{
  g_object_unref (TONUS_PREVIEW_PAGES (object)->preview);
  G_OBJECT_CLASS (tonus_preview_pages_parent_class)->finalize (object);
}

static void
tonus_preview_pages_class_init (TonusPreviewPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tonus_preview_pages_set_property;
  object_class->get_property = tonus_preview_pages_get_property;
  object_class->dispose = tonus_preview_pages_dispose;
  object_class->finalize = tonus_preview_pages_finalize;
  widget_class->size_allocate = tonus_preview_pages_size_allocate;
  widget_class->map = tonus_preview_pages_map;
  widget_class->unmap = tonus_preview_pages_unmap;
  widget_class->draw = tonus_preview_pages_draw;
  widget_class->key_press_event = tonus_preview_pages_key_press;
  widget_class->button_press_event = tonus_preview_pages_button_press;
  widget_class->get_preferred_width = get_preferred;
  widget_class->get_preferred_height = get_preferred;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
tonus_preview_pages_init (TonusPreviewPages *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_can_focus (widget, TRUE);
  gtk_widget_add_events (widget, GDK_BUTTON_PRESS_MASK | GDK_SCROLL_MASK | GDK_SMOOTH_SCROLL_MASK);
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), "tonus-preview-pages");
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

GtkWidget *
tonus_preview_pages_new (TonusPreview *preview)
{
  TonusPreviewPages *self = g_object_new (TONUS_TYPE_PREVIEW_PAGES, NULL);

  self->preview = g_object_ref (preview);
  g_signal_connect_object (preview, "changed", G_CALLBACK (preview_changed_cb), self, 0);
  describe (self);
  return GTK_WIDGET (self);
}

TonusPreview *
tonus_preview_pages_get_preview (TonusPreviewPages *self)
{
  return self->preview;
}

void
tonus_preview_pages_set_fit (TonusPreviewPages *self, TonusPreviewFit fit)
{
  self->fit = fit;
  set_room (self);
  set_range (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
