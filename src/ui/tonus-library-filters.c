/* tonus-library-filters.c - a button per facet of the library: “Region: Hip”
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-flow-box.h"
#include "tonus-drop-list.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-library-filters.h"

#define FILTERS "tonus-library-filters"
#define FACET "facet"

typedef struct
{
  TonusLibrary *library; /* borrowed */
  const char *chosen[TONUS_N_FACETS];
  GtkWidget *buttons[TONUS_N_FACETS];
  GtkWidget *clear;
  GCallback changed;
  gpointer data;
} Filters;

static Filters *
filters_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), FILTERS);
}

static void
paint (Filters *self, TonusFacet facet, const char *label)
{
  g_autofree char *words = label ? g_strdup_printf ("%s: %s", tonus_facet_label (facet), label)
                                 : g_strdup_printf (_ ("%s: any"), tonus_facet_label (facet));

  GtkStyleContext *style = gtk_widget_get_style_context (self->buttons[facet]);

  if (label)
    gtk_style_context_add_class (style, "tonus-filtering");
  else
    gtk_style_context_remove_class (style, "tonus-filtering");
  gtk_button_set_label (GTK_BUTTON (self->buttons[facet]), words);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_bin_get_child (GTK_BIN (self->buttons[facet]))),
                           PANGO_ELLIPSIZE_END);
  atk_object_set_name (gtk_widget_get_accessible (self->buttons[facet]), words);
}

static gboolean
has_any (const Filters *self)
{
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    if (self->chosen[facet])
      return TRUE;
  return FALSE;
}

static void
tell (Filters *self, GtkWidget *box)
{
  gtk_widget_set_visible (self->clear, has_any (self));
  ((void (*) (GtkWidget *, gpointer)) self->changed) (box, self->data);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkWidget *box)
{
  Filters *self = filters_of (box);
  TonusFacet facet = (TonusFacet) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list), FACET));
  int index = gtk_list_box_row_get_index (row);
  const TonusFacetValue *value =
      index > 0
          ? g_ptr_array_index (tonus_library_list_values (self->library, facet), (guint) index - 1)
          : NULL;

  self->chosen[facet] = value ? value->id : NULL;
  paint (self, facet, value ? value->label : NULL);
  gtk_popover_popdown (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->buttons[facet])));
  tell (self, box);
}

void
tonus_library_filters_clear (GtkWidget *filters)
{
  Filters *self = filters_of (filters);

  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    if (self->chosen[facet])
      {
        self->chosen[facet] = NULL;
        paint (self, (TonusFacet) facet, NULL);
      }
  gtk_widget_hide (self->clear);
}

/* The button goes, and the focus it had with it. */
static void
clear_clicked_cb (GtkWidget *button, GtkWidget *box)
{
  tonus_library_filters_clear (box);
  tell (filters_of (box), box);
  gtk_widget_grab_focus (filters_of (box)->buttons[0]);
}

static void
add_row (GtkWidget *list, TonusFacet facet, const char *id, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new (), *text = gtk_label_new (label);
  g_autofree char *full = g_strdup_printf ("library/%s/%s", tonus_facet_id (facet), id);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_container_add (GTK_CONTAINER (row), text);
  gtk_container_add (GTK_CONTAINER (list), row);
  tonus_widget_identify (row, full, label);
}

static GtkWidget *
make_list (Filters *self, GtkWidget *box, TonusFacet facet)
{
  GtkWidget *list = gtk_list_box_new ();
  GPtrArray *values = tonus_library_list_values (self->library, facet);
  g_autofree char *id = g_strdup_printf ("library/%s/values", tonus_facet_id (facet));

  tonus_widget_identify (list, id, tonus_facet_label (facet));
  add_row (list, facet, "any", _ ("Any"));
  for (guint i = 0; i < values->len; i++)
    {
      const TonusFacetValue *value = g_ptr_array_index (values, i);

      add_row (list, facet, value->id, value->label);
    }
  g_object_set_data (G_OBJECT (list), FACET, GINT_TO_POINTER (facet));
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), box);
  return tonus_drop_list_new (list);
}

/* The values are built when they are first asked for. */
static void
button_toggled_cb (GtkToggleButton *button, GtkWidget *box)
{
  TonusFacet facet = (TonusFacet) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), FACET));
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  if (!gtk_toggle_button_get_active (button) || gtk_bin_get_child (GTK_BIN (popover)))
    return;
  gtk_container_add (GTK_CONTAINER (popover), make_list (filters_of (box), box, facet));
  /* It has been shown already, and had nothing to give the focus to. */
  tonus_widget_focus_first (popover);
}

static void
add_button (Filters *self, GtkWidget *box, TonusFacet facet)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new (button);
  g_autofree char *id = g_strdup_printf ("library/%s", tonus_facet_id (facet));

  self->buttons[facet] = button;
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_object_set_data (G_OBJECT (button), FACET, GINT_TO_POINTER (facet));
  paint (self, facet, NULL);
  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), box);
  gtk_container_add (GTK_CONTAINER (box), button);
}

GtkWidget *
tonus_library_filters_new (TonusLibrary *library, GCallback changed, gpointer data)
{
  GtkWidget *box = tonus_flow_box_new (6, 6);
  Filters *self = g_new0 (Filters, 1);

  self->library = library;
  self->changed = changed;
  self->data = data;
  g_object_set_data_full (G_OBJECT (box), FILTERS, self, g_free);
  for (int facet = 0; facet < TONUS_N_FACETS; facet++)
    add_button (self, box, (TonusFacet) facet);
  self->clear = gtk_button_new_with_label (_ ("Clear filters"));
  tonus_widget_identify (self->clear, "library/clear", NULL);
  gtk_widget_set_no_show_all (self->clear, TRUE);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), box);
  gtk_container_add (GTK_CONTAINER (box), self->clear);
  tonus_container_keep_order (box);
  return box;
}

const char *const *
tonus_library_filters_get (GtkWidget *filters)
{
  return filters_of (filters)->chosen;
}
