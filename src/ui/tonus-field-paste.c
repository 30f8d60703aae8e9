/* tonus-field-paste.c - what is too much to be typed is not taken in at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pasted book would stop the window for minutes and could not be kept whole.  It is refused in
 * words, beside the field; what stood there stays, and the clipboard has the rest.  Anything a
 * person could have typed is taken in, and judged by its field.
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-field-row-private.h"

/* Bytes.  A value of the record has 64 KiB at most. */
#define LINE_MOST 4000
#define NOTE_MOST 64000

/* A paste over a selection takes the selection out first: what stood there is kept for a moment. */
static gboolean
forget_before_cb (gpointer data)
{
  TonusFieldRow *self = data;

  self->before_timer = 0;
  g_clear_pointer (&self->before, g_free);
  return G_SOURCE_REMOVE;
}

static void
keep_before (TonusFieldRow *self, char *text)
{
  g_free (self->before);
  self->before = text;
  if (!self->before_timer)
    self->before_timer = g_idle_add (forget_before_cb, self);
}

static void
refuse (TonusFieldRow *self, gsize most)
{
  g_autofree char *limit = g_format_size (most);

  g_free (self->refused);
  self->refused =
      g_strdup_printf (_ ("Not pasted: too much for this field, which takes at most %s. It "
                          "is still in the clipboard."),
                       limit);
  tonus_field_row_show_remark (self);
}

static void
entry_delete_cb (GtkEditable *entry, int start, int end, TonusFieldRow *self)
{
  if (!self->is_painting)
    keep_before (self, g_strdup (gtk_entry_get_text (GTK_ENTRY (entry))));
}

static void
entry_insert_cb (
    GtkEditable *entry, const char *text, int length, int *position, TonusFieldRow *self)
{
  gsize more = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *before = NULL;

  if (self->is_painting || strlen (gtk_entry_get_text (GTK_ENTRY (entry))) + more <= LINE_MOST)
    return;
  g_signal_stop_emission_by_name (entry, "insert-text");
  before = g_steal_pointer (&self->before);
  if (before)
    gtk_entry_set_text (GTK_ENTRY (entry), before);
  refuse (self, LINE_MOST);
}

static char *
get_all (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
buffer_delete_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, TonusFieldRow *self)
{
  if (!self->is_painting)
    keep_before (self, get_all (buffer));
}

static void
buffer_insert_cb (
    GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length, TonusFieldRow *self)
{
  gsize more = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *there = NULL, *before = NULL;

  if (self->is_painting || more <= NOTE_MOST / 2)
    return;
  there = get_all (buffer);
  if (strlen (there) + more <= NOTE_MOST)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  before = g_steal_pointer (&self->before);
  if (before)
    gtk_text_buffer_set_text (buffer, before, -1);
  /* The one who pastes goes on from here. */
  gtk_text_buffer_get_end_iter (buffer, place);
  refuse (self, NOTE_MOST);
}

void
tonus_field_row_watch_paste (TonusFieldRow *self)
{
  GtkWidget *focus = tonus_field_row_get_focus (self);

  if (GTK_IS_ENTRY (focus))
    {
      g_signal_connect (focus, "delete-text", G_CALLBACK (entry_delete_cb), self);
      g_signal_connect (focus, "insert-text", G_CALLBACK (entry_insert_cb), self);
    }
  else if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      g_signal_connect (buffer, "delete-range", G_CALLBACK (buffer_delete_cb), self);
      g_signal_connect (buffer, "insert-text", G_CALLBACK (buffer_insert_cb), self);
    }
}
