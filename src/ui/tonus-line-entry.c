/* tonus-line-entry.c - a GtkEntry that repaints itself and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tonus-line-entry.h"
#include "config.h"

#define LEAST_CHARS 14

struct _TonusLineEntry
{
  GtkEntry parent_instance;
};

G_DEFINE_TYPE (TonusLineEntry, tonus_line_entry, GTK_TYPE_ENTRY)

static void
tonus_line_entry_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  GTK_WIDGET_CLASS (tonus_line_entry_parent_class)->size_allocate (widget, allocation);
  gtk_widget_set_clip (widget, allocation);
}

static void
tonus_line_entry_class_init (TonusLineEntryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = tonus_line_entry_size_allocate;
}

static void
tonus_line_entry_init (TonusLineEntry *self)
{
}

GtkWidget *
tonus_line_entry_new (void)
{
  return g_object_new (TONUS_TYPE_LINE_ENTRY, NULL);
}

void
tonus_line_entry_set_width (GtkWidget *entry, int chars)
{
  gtk_entry_set_width_chars (GTK_ENTRY (entry), MIN (chars, LEAST_CHARS));
  gtk_entry_set_max_width_chars (GTK_ENTRY (entry), chars);
}
