/* tonus-guide-pane.c - the user guide inside the program, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-guide-pane.h"
#include "tonus-identify.h"
#include "tonus-pane.h"

#define RESOURCE "/io/github/tonus/Tonus/guide"
#define MARGIN 18
/* Wider lines are hard to read. */
#define WIDEST 760

/* Text with **strong** and *named* parts. */
static void
insert_inline (GtkTextBuffer *buffer, const char *text, const char *tag)
{
  const char *style = NULL;

  while (*text)
    {
      gsize length = strcspn (text, "*");
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, (int) length, tag, style, NULL);
      text += length;
      if (g_str_has_prefix (text, "**"))
        {
          style = style ? NULL : "strong";
          text += 2;
        }
      else if (*text == '*')
        {
          style = style ? NULL : "name";
          text++;
        }
    }
}

static void
insert_line (GtkTextBuffer *buffer, const char *line)
{
  GtkTextIter end;

  if (g_str_has_prefix (line, "# "))
    insert_inline (buffer, line + 2, "title");
  else if (g_str_has_prefix (line, "## "))
    insert_inline (buffer, line + 3, "heading");
  else if (g_str_has_prefix (line, "- "))
    {
      g_autofree char *item = g_strconcat ("•\t", line + 2, NULL);

      insert_inline (buffer, item, "item");
    }
  else if (g_ascii_isdigit (*line) && strstr (line, ". "))
    {
      const char *rest = strstr (line, ". ");
      g_autofree char *item = g_strdup_printf ("%.*s\t%s", (int) (rest + 1 - line), line, rest + 2);

      insert_inline (buffer, item, "item");
    }
  else
    insert_inline (buffer, line, "text");
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "\n", 1);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  g_autoptr (PangoTabArray) tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, 24);

  gtk_text_buffer_create_tag (buffer, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.5,
                              "pixels-below-lines", 6, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.15,
                              "pixels-above-lines", 18, "pixels-below-lines", 2, NULL);
  gtk_text_buffer_create_tag (buffer, "text", "pixels-above-lines", 6, NULL);
  gtk_text_buffer_create_tag (buffer, "item", "pixels-above-lines", 6, "left-margin", MARGIN + 24,
                              "indent", -24, "tabs", tabs, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "name", "style", PANGO_STYLE_ITALIC, NULL);
}

void
tonus_guide_fill (GtkTextBuffer *buffer, const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  GtkTextIter start;

  make_tags (buffer);
  for (guint i = 0; lines[i]; i++)
    if (*lines[i])
      insert_line (buffer, lines[i]);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static GBytes *
load_guide (void)
{
  const char *const *languages = g_get_language_names ();
  GBytes *bytes = NULL;

  for (guint i = 0; languages[i] && !bytes; i++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCE ".%s.md", languages[i]);

      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  return bytes ? bytes
               : g_resources_lookup_data (RESOURCE ".md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
size_allocate_cb (GtkWidget *view, GtkAllocation *allocation, gpointer data)
{
  int margin = MAX (MARGIN, allocation->width - WIDEST);

  if (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (view)) != margin)
    gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), margin);
}

GtkWidget *
tonus_guide_pane_new (void)
{
  GtkWidget *view = gtk_text_view_new ();
  g_autoptr (GBytes) bytes = load_guide ();
  g_autofree char *text =
      bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), MARGIN);
  tonus_guide_fill (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text);
  tonus_widget_identify (view, "guide/text", _ ("User guide"));
  g_signal_connect (view, "size-allocate", G_CALLBACK (size_allocate_cb), NULL);
  return tonus_pane_new ("guide", _ ("User guide"), view, TRUE);
}
