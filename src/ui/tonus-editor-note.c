/* tonus-editor-note.c - several lines of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-editor.h"
#include "tonus-identify.h"

#define WIDTH 300
#define HEIGHT 64

static GtkTextBuffer *
buffer_of (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_bin_get_child (GTK_BIN (widget))));
}

static GtkWidget *
note_create (const TonusEditorPlace *place)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  /* It grows with its text, so that the form is the only thing that scrolls. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_shadow_type (GTK_SCROLLED_WINDOW (scrolled), GTK_SHADOW_IN);
  gtk_widget_set_size_request (scrolled, place->is_compact ? WIDTH / 2 : WIDTH, HEIGHT);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_container_add (GTK_CONTAINER (scrolled), view);
  gtk_style_context_add_class (gtk_widget_get_style_context (scrolled), "tonus-note");
  tonus_widget_identify (view, place->id, place->name);
  return scrolled;
}

static void
note_show (GtkWidget *widget, const TonusField *field, const char *text)
{
  g_autofree char *shown = NULL;

  if (text && tonus_value_is_not_tested (text))
    shown = tonus_field_display (field, text);
  else if (text)
    shown = tonus_field_edit_text (field, text);
  gtk_text_buffer_set_text (buffer_of (widget), shown ? shown : "", -1);
}

static char *
note_read (GtkWidget *widget)
{
  GtkTextBuffer *buffer = buffer_of (widget);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (gtk_text_iter_equal (&start, &end))
    return NULL;
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
note_watch (GtkWidget *widget, GCallback edited, gpointer data)
{
  g_signal_connect_swapped (buffer_of (widget), "changed", edited, data);
}

static GtkWidget *
note_focus (GtkWidget *widget)
{
  return gtk_bin_get_child (GTK_BIN (widget));
}

const TonusEditor tonus_editor_note = { note_create, note_show, note_read, note_watch, note_focus };
