/* tonus-places.c - a place for every open chart, one of them shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-places.h"

static TonusChartPlace *
find (GtkStack *stack, TonusChart *chart)
{
  g_autoptr (GList) children = gtk_container_get_children (GTK_CONTAINER (stack));

  for (GList *l = children; l; l = l->next)
    if (TONUS_IS_CHART_PLACE (l->data) &&
        tonus_chart_place_get_chart (TONUS_CHART_PLACE (l->data)) == chart)
      return TONUS_CHART_PLACE (l->data);
  return NULL;
}

static void
drop_if_closed (GtkWidget *child, gpointer session)
{
  if (TONUS_IS_CHART_PLACE (child) &&
      !tonus_session_has_chart (session, tonus_chart_place_get_chart (TONUS_CHART_PLACE (child))))
    gtk_widget_destroy (child);
}

TonusChartPlace *
tonus_places_show_front (GtkStack *stack, TonusSession *session, gboolean *is_new)
{
  TonusChart *chart = tonus_session_get_chart (session);
  TonusChartPlace *place = chart ? find (stack, chart) : NULL;

  *is_new = chart && !place;
  if (*is_new)
    {
      place = TONUS_CHART_PLACE (tonus_chart_place_new (session));
      gtk_container_add (GTK_CONTAINER (stack), GTK_WIDGET (place));
    }
  if (place)
    gtk_stack_set_visible_child (stack, GTK_WIDGET (place));
  else
    gtk_stack_set_visible_child_name (stack, "nobody");
  gtk_container_foreach (GTK_CONTAINER (stack), drop_if_closed, session);
  return place;
}
