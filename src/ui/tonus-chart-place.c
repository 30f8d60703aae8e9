/* tonus-chart-place.c - the place of one open chart: its tabs, and who it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-chart-place.h"
#include "tonus-details-view.h"
#include "tonus-focus.h"

struct _TonusChartPlace
{
  GtkStack parent_instance;

  /* Owned */
  TonusChart *chart;
  GWeakRef focus; /* what had it when the chart was left */

  /* Borrowed */
  GtkWidget *view;
  GtkWidget *details;
};

G_DEFINE_TYPE (TonusChartPlace, tonus_chart_place, GTK_TYPE_STACK)

static void
tonus_chart_place_finalize (GObject *object)
{
  TonusChartPlace *self = TONUS_CHART_PLACE (object);

  g_clear_object (&self->chart);
  g_weak_ref_clear (&self->focus);
  G_OBJECT_CLASS (tonus_chart_place_parent_class)->finalize (object);
}

static void
tonus_chart_place_class_init (TonusChartPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_chart_place_finalize;
}

static void
tonus_chart_place_init (TonusChartPlace *self)
{
  g_weak_ref_init (&self->focus, NULL);
}

GtkWidget *
tonus_chart_place_new (TonusSession *session)
{
  TonusChartPlace *self = g_object_new (TONUS_TYPE_CHART_PLACE, NULL);

  self->chart = g_object_ref (tonus_session_get_chart (session));
  self->view = tonus_chart_view_new (session);
  self->details = tonus_details_view_new (session);
  gtk_widget_show (self->view);
  gtk_stack_add_named (GTK_STACK (self), self->view, "chart");
  gtk_stack_add_named (GTK_STACK (self), self->details, "details");
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

TonusChart *
tonus_chart_place_get_chart (TonusChartPlace *self)
{
  return self->chart;
}

TonusChartView *
tonus_chart_place_get_view (TonusChartPlace *self)
{
  return TONUS_CHART_VIEW (self->view);
}

void
tonus_chart_place_show_chart (TonusChartPlace *self)
{
  gtk_stack_set_visible_child (GTK_STACK (self), self->view);
}

void
tonus_chart_place_show_details (TonusChartPlace *self)
{
  gtk_stack_set_visible_child (GTK_STACK (self), self->details);
  tonus_details_view_start (TONUS_DETAILS_VIEW (self->details));
}

void
tonus_chart_place_reveal (TonusChartPlace *self, const TonusChangeset *changes)
{
  if (gtk_stack_get_visible_child (GTK_STACK (self)) == self->details &&
      tonus_details_view_reveal (TONUS_DETAILS_VIEW (self->details), changes))
    return;
  tonus_chart_place_show_chart (self);
  tonus_chart_view_reveal (TONUS_CHART_VIEW (self->view), changes);
}

void
tonus_chart_place_keep_focus (TonusChartPlace *self, GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_weak_ref_set (&self->focus, focus);
}

gboolean
tonus_chart_place_take_focus (TonusChartPlace *self)
{
  g_autoptr (GtkWidget) focus = g_weak_ref_get (&self->focus);

  if (!focus || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;
  /* Half a word may stand there: a selected one would be lost with the next key. */
  if (GTK_IS_ENTRY (focus))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (focus));
  else
    gtk_widget_grab_focus (focus);
  return TRUE;
}
