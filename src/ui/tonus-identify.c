/* tonus-identify.c - what a widget is called, for screen readers, tests and style sheets alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-identify.h"

typedef struct
{
  const char *id;
  GtkWidget *found;
} Search;

static void
look_at (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found)
    return;
  if (g_strcmp0 (gtk_widget_get_name (widget), search->id) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), look_at, search);
}

void
tonus_widget_identify (GtkWidget *widget, const char *id, const char *name)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);

  /* Said again with every edit: what is not new is not worth a new style and an event. */
  if (g_strcmp0 (gtk_widget_get_name (widget), id) != 0)
    {
      g_autofree char *dotted = g_strdelimit (g_strdup (id), "/", '.');

      gtk_widget_set_name (widget, id);
      atk_object_set_accessible_id (accessible, dotted);
    }
  if (name && g_strcmp0 (atk_object_get_name (accessible), name) != 0)
    atk_object_set_name (accessible, name);
}

void
tonus_widget_label_by (GtkWidget *widget, GtkWidget *label)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
}

GtkWidget *
tonus_widget_find (GtkWidget *root, const char *id)
{
  Search search = { id, NULL };

  look_at (root, &search);
  return search.found;
}
