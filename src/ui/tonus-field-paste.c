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

static gboolean
is_refused (TonusFieldRow *self, gsize there, gsize more, gsize most)
{
  g_autofree char *size = NULL, *limit = NULL;

  if (there + more <= most)
    return FALSE;
  size = g_format_size (more);
  limit = g_format_size (most);
  g_free (self->refused);
  self->refused = g_strdup_printf (_ ("Not pasted: %s is too much for this field, which takes %s. "
                                      "It is still in the clipboard."),
                                   size, limit);
  tonus_field_row_show_remark (self);
  return TRUE;
}

static void
entry_insert_cb (
    GtkEditable *entry, const char *text, int length, int *position, TonusFieldRow *self)
{
  gsize more = length < 0 ? strlen (text) : (gsize) length;

  if (!self->is_painting &&
      is_refused (self, strlen (gtk_entry_get_text (GTK_ENTRY (entry))), more, LINE_MOST))
    g_signal_stop_emission_by_name (entry, "insert-text");
}

static void
buffer_insert_cb (
    GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length, TonusFieldRow *self)
{
  gsize more = length < 0 ? strlen (text) : (gsize) length;

  if (!self->is_painting &&
      is_refused (self, (gsize) gtk_text_buffer_get_char_count (buffer), more, NOTE_MOST))
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

void
tonus_field_row_watch_paste (TonusFieldRow *self)
{
  GtkWidget *focus = tonus_field_row_get_focus (self);

  if (GTK_IS_ENTRY (focus))
    g_signal_connect (focus, "insert-text", G_CALLBACK (entry_insert_cb), self);
  else if (GTK_IS_TEXT_VIEW (focus))
    g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "insert-text",
                      G_CALLBACK (buffer_insert_cb), self);
}
