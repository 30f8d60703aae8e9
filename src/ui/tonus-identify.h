/* tonus-identify.h - what a widget is called, for screen readers, tests and style sheets alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 3 derives no stable name by itself, so every widget that can be used goes through here once.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @id: a field's path or a word, unique in its window and the same in every language and release;
 * it becomes the widget's name and, with dots for slashes, its accessible id.
 * @name: (nullable) what a screen reader says; NULL where a label is tied to the widget. */
void tonus_widget_identify (GtkWidget *widget, const char *id, const char *name);

/* A label that names @widget ("labelled by"). */
void tonus_widget_label_by (GtkWidget *widget, GtkWidget *label);

/* The widget of that id below @root, shown or not.  (nullable) (transfer none) */
GtkWidget *tonus_widget_find (GtkWidget *root, const char *id);

G_END_DECLS
