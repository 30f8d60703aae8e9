/* tonus-measure-live.c - the one editor of a measured table, and how it goes from cell to cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-field-row.h"
#include "tonus-focus.h"
#include "tonus-measure-table-private.h"

/* A line above and below the cell stays in sight with it. */
#define SIGHT 40

static gboolean editor_key_cb (GtkWidget *focus, GdkEventKey *event, TonusMeasureTable *self);

/* A widget that has just been made has no place yet, so the focus cannot bring it into sight. */
static void
editor_placed_cb (GtkWidget *editor, GdkRectangle *place, TonusMeasureTable *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (editor, GTK_TYPE_VIEWPORT);
  GtkAdjustment *down;
  int x, y;

  g_signal_handlers_disconnect_by_func (editor, editor_placed_cb, self);
  if (!viewport || gtk_container_get_focus_child (GTK_CONTAINER (self->grid)) != editor)
    return;
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (!gtk_widget_translate_coordinates (editor, gtk_bin_get_child (GTK_BIN (viewport)), 0, 0, &x,
                                         &y))
    return;
  gtk_adjustment_clamp_page (down, y - SIGHT, y + place->height + SIGHT);
}

void
tonus_measure_table_set_live (TonusMeasureTable *self, TonusMeasureStop *stop, gboolean grabs)
{
  GtkWidget *old = self->editor;
  TonusMeasureStop *before = self->live;
  int width;

  if (stop == before)
    {
      if (grabs)
        tonus_widget_focus_first (old);
      return;
    }
  self->live = stop;
  self->editor = GTK_WIDGET (tonus_field_row_new (&self->site, stop->field, stop->row, stop->name));
  g_signal_connect (tonus_field_row_get_focus (TONUS_FIELD_ROW (self->editor)), "key-press-event",
                    G_CALLBACK (editor_key_cb), self);
  g_signal_connect_after (self->editor, "size-allocate", G_CALLBACK (editor_placed_cb), self);
  gtk_widget_get_preferred_width (stop->widget, NULL, &width);
  gtk_widget_set_size_request (self->editor, width, -1);
  gtk_widget_hide (stop->widget);
  gtk_grid_attach (GTK_GRID (self->grid), self->editor, stop->column, stop->line, stop->span, 1);
  /* The new one takes the focus before the old one goes: nothing that was typed is lost on the way.
   */
  if (grabs)
    tonus_widget_focus_first (self->editor);
  if (!before)
    return;
  gtk_widget_destroy (old);
  gtk_widget_show (before->widget);
  tonus_measure_table_paint_cell (self, before);
  tonus_measure_table_paint_summaries (self);
}

/* The stop that has the focus, -1: none. */
static int
find_focused (TonusMeasureTable *self)
{
  GtkWidget *child = gtk_container_get_focus_child (GTK_CONTAINER (self->grid));

  for (guint i = 0; child && i < self->stops->len; i++)
    {
      TonusMeasureStop *stop = g_ptr_array_index (self->stops, i);

      if (child == stop->widget || (child == self->editor && stop == self->live))
        return (int) i;
    }
  return -1;
}

static gboolean
enter_stop (TonusMeasureTable *self, TonusMeasureStop *stop, GtkDirectionType direction)
{
  if (!stop->is_text)
    return gtk_widget_child_focus (stop->widget, direction);
  tonus_measure_table_set_live (self, stop, TRUE);
  return TRUE;
}

/* Tab goes as one reads, and the editor goes with it. */
static gboolean
grid_focus_cb (GtkWidget *grid, GtkDirectionType direction, TonusMeasureTable *self)
{
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  int n = (int) self->stops->len, here;

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  here = find_focused (self);
  if (here >= 0)
    {
      TonusMeasureStop *stop = g_ptr_array_index (self->stops, (guint) here);

      /* From the first answer to the second one of the same cell. */
      if (!stop->is_text && gtk_widget_child_focus (stop->widget, direction))
        return TRUE;
    }
  else
    here = is_forward ? -1 : n;
  for (here += is_forward ? 1 : -1; here >= 0 && here < n; here += is_forward ? 1 : -1)
    if (enter_stop (self, g_ptr_array_index (self->stops, (guint) here), direction))
      return TRUE;
  g_signal_stop_emission_by_name (grid, "focus");
  return FALSE;
}

/* The nearest cell above or below in the same column. */
static TonusMeasureStop *
find_beyond (TonusMeasureTable *self, gboolean is_down)
{
  TonusMeasureStop *best = NULL;

  for (guint i = 0; i < self->stops->len; i++)
    {
      TonusMeasureStop *stop = g_ptr_array_index (self->stops, i);
      gboolean is_beyond = is_down ? stop->line > self->live->line : stop->line < self->live->line;
      gboolean is_in_column =
          stop->column <= self->live->column && stop->column + stop->span > self->live->column;

      if (!stop->is_text || !is_beyond || !is_in_column)
        continue;
      if (!best || (is_down ? stop->line < best->line : stop->line > best->line))
        best = stop;
    }
  return best;
}

static TonusMeasureStop *
find_beside (TonusMeasureTable *self, gboolean is_right)
{
  gboolean is_later = is_right == (gtk_widget_get_direction (self->grid) != GTK_TEXT_DIR_RTL);
  TonusMeasureStop *best = NULL;

  for (guint i = 0; i < self->stops->len; i++)
    {
      TonusMeasureStop *stop = g_ptr_array_index (self->stops, i);

      if (!stop->is_text || stop->line != self->live->line)
        continue;
      if (is_later ? stop->column > self->live->column && !best : stop->column < self->live->column)
        best = stop;
    }
  return best;
}

/* Nothing typed here yet: the arrow keys are for going, not for moving the cursor. */
static gboolean
is_untouched (GtkWidget *focus)
{
  int start, end;
  guint16 length;

  if (!GTK_IS_ENTRY (focus))
    return FALSE;
  length = gtk_entry_get_text_length (GTK_ENTRY (focus));
  return length == 0 || (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end) &&
                         end - start == length);
}

static gboolean
editor_key_cb (GtkWidget *focus, GdkEventKey *event, TonusMeasureTable *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  TonusMeasureStop *next = NULL;

  if (modifiers || !self->live)
    return FALSE;
  switch (event->keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      next = find_beyond (self, TRUE);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      next = find_beyond (self, FALSE);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (!is_untouched (focus))
        return FALSE;
      next = find_beside (self, event->keyval == GDK_KEY_Right);
      break;
    default:
      return FALSE;
    }
  if (next)
    tonus_measure_table_set_live (self, next, TRUE);
  return TRUE;
}

static gboolean
box_pressed_cb (GtkWidget *box, GdkEventButton *event, TonusMeasureTable *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      TonusMeasureStop *stop = g_ptr_array_index (self->stops, i);
      GtkAllocation place;

      if (!stop->is_text || !gtk_widget_get_visible (stop->widget))
        continue;
      gtk_widget_get_allocation (stop->widget, &place);
      if (event->x >= place.x && event->x < place.x + place.width && event->y >= place.y &&
          event->y < place.y + place.height)
        {
          tonus_measure_table_set_live (self, stop, TRUE);
          return TRUE;
        }
    }
  return FALSE;
}

void
tonus_measure_table_watch (TonusMeasureTable *self, GtkWidget *box)
{
  g_signal_connect (self->grid, "focus", G_CALLBACK (grid_focus_cb), self);
  g_signal_connect (box, "button-press-event", G_CALLBACK (box_pressed_cb), self);
}
