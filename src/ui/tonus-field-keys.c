/* tonus-field-keys.c - the keys of a field: Enter, Escape, Delete, and the focus coming and going
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-field-row-private.h"
#include "tonus-field-words.h"
#include "tonus-focus.h"

static void
say_not_tested (TonusFieldRow *self)
{
  g_autofree char *value = tonus_field_next_not_tested (tonus_record_get_schema (self->record),
                                                        tonus_field_row_get_value (self));

  if (!value)
    return;
  tonus_field_row_put (self, value);
  tonus_chart_barrier (self->chart);
}

static void
take_back (TonusFieldRow *self)
{
  g_autofree char *value = g_strdup (self->entered);
  g_autofree char *unread = g_strdup (self->entered_unread);

  tonus_field_row_put (self, value);
  if (unread)
    tonus_record_set_unread (self->record, self->path, unread);
  tonus_field_row_paint (self);
}

/* Over "not tested" one writes as over an empty field. */
static void
make_room (TonusFieldRow *self, GtkWidget *focus, GdkEventKey *event)
{
  const char *value = tonus_field_row_get_value (self);

  if (!value || !tonus_value_is_not_tested (value) || !GTK_IS_ENTRY (focus))
    return;
  if (event->keyval == GDK_KEY_BackSpace || gdk_keyval_to_unicode (event->keyval) >= ' ')
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
}

static gboolean
editor_key_cb (GtkWidget *widget, GdkEventKey *event, TonusFieldRow *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_text = GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget);
  const char *value = tonus_field_row_get_value (self);
  gboolean is_open = !value || tonus_value_is_not_tested (value);

  if (event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter)
    {
      guint wanted = GTK_IS_TEXT_VIEW (widget) ? GDK_CONTROL_MASK : 0;

      if (modifiers != wanted)
        return FALSE;
      tonus_widget_focus_next (widget);
      return TRUE;
    }
  if (modifiers)
    return FALSE;
  if (event->keyval == GDK_KEY_Escape)
    {
      if (!self->site.keeps_typed)
        take_back (self);
      return FALSE;
    }
  if (event->keyval == GDK_KEY_Delete && is_open && !(is_text && tonus_field_row_get_unread (self)))
    {
      say_not_tested (self);
      return TRUE;
    }
  if ((event->keyval == GDK_KEY_Delete || event->keyval == GDK_KEY_BackSpace) && !is_text)
    {
      tonus_field_row_put (self, NULL);
      return TRUE;
    }
  make_room (self, widget, event);
  return FALSE;
}

static gboolean
editor_focus_in_cb (GtkWidget *widget, GdkEvent *event, TonusFieldRow *self)
{
  g_free (self->entered);
  self->entered = g_strdup (tonus_field_row_get_value (self));
  g_free (self->entered_unread);
  self->entered_unread = g_strdup (tonus_field_row_get_unread (self));
  return FALSE;
}

static gboolean
editor_focus_out_cb (GtkWidget *widget, GdkEvent *event, TonusFieldRow *self)
{
  self->has_left = TRUE;
  tonus_chart_barrier (self->chart);
  tonus_field_row_paint (self);
  return FALSE;
}

/* The editor's focusable parts, as far as they are there now: an entry, a view or several buttons.
 */
void
tonus_field_row_watch_keys (GtkWidget *widget, gpointer data)
{
  TonusFieldRow *self = data;

  if (GTK_IS_BOX (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    {
      gtk_container_foreach (GTK_CONTAINER (widget), tonus_field_row_watch_keys, self);
      return;
    }
  g_signal_connect (widget, "key-press-event", G_CALLBACK (editor_key_cb), self);
  g_signal_connect (widget, "focus-in-event", G_CALLBACK (editor_focus_in_cb), self);
  g_signal_connect (widget, "focus-out-event", G_CALLBACK (editor_focus_out_cb), self);
}
