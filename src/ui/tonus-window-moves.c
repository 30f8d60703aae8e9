/* tonus-window-moves.c - what the window shows when it is told to show something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-merge-pane.h"
#include "tonus-pane.h"
#include "tonus-patient-list.h"
#include "tonus-preferences.h"
#include "tonus-welcome.h"
#include "tonus-window-private.h"

void
tonus_window_say (TonusWindow *self, const char *words)
{
  if (self->session)
    tonus_session_say (self->session, words);
  else
    tonus_welcome_say (TONUS_WELCOME (self->welcome), words);
}

TonusSession *
tonus_window_get_session (TonusWindow *self)
{
  return self->session;
}

TonusChartView *
tonus_window_get_chart_view (TonusWindow *self)
{
  return self->place ? tonus_chart_place_get_view (self->place) : NULL;
}

char *
tonus_window_get_patient (TonusWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  TonusRecord *patient =
      self->session ? tonus_session_get_record (self->session, TONUS_SLOT_PATIENT) : NULL;
  const char *selected = NULL;

  if (self->list && focus && gtk_widget_is_ancestor (focus, self->list))
    selected = tonus_patient_list_get_selected (TONUS_PATIENT_LIST (self->list));
  if (selected)
    return g_strdup (selected);
  return patient ? g_strdup (tonus_record_get_object (patient)) : NULL;
}

void
tonus_window_toggle_arrived (TonusWindow *self)
{
  g_autofree char *patient = tonus_window_get_patient (self);

  if (patient)
    tonus_patient_list_toggle_arrived (TONUS_PATIENT_LIST (self->list), patient);
  else
    tonus_window_say (self, _ ("Choose a patient on the left first."));
}

void
tonus_window_find_patient (TonusWindow *self)
{
  gtk_widget_show (self->left);
  tonus_patient_list_focus_search (TONUS_PATIENT_LIST (self->list));
}

void
tonus_window_toggle_list (TonusWindow *self)
{
  gboolean is_shown = gtk_widget_get_visible (self->left);

  gtk_widget_set_visible (self->left, !is_shown);
  if (!is_shown)
    tonus_patient_list_focus_search (TONUS_PATIENT_LIST (self->list));
  tonus_preferences_set_flag (tonus_preferences_get_default (), TONUS_PREFERENCE_LIST_HIDDEN,
                              is_shown);
}

void
tonus_window_show_chart (TonusWindow *self)
{
  if (!self->place)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->right), GTK_WIDGET (self->place));
  tonus_chart_place_show_chart (self->place);
}

void
tonus_window_show_details (TonusWindow *self)
{
  if (!self->place)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->right), GTK_WIDGET (self->place));
  tonus_chart_place_show_details (self->place);
}

void
tonus_window_open_pane (TonusWindow *self, GtkWidget *pane)
{
  tonus_pane_open (GTK_STACK (self->stack), pane);
}

void
tonus_window_uncover (TonusWindow *self)
{
  tonus_pane_close (GTK_STACK (self->stack));
}

void
tonus_window_close_pane (TonusWindow *self)
{
  if (tonus_pane_get_open (GTK_STACK (self->stack)))
    tonus_window_uncover (self);
  else if (self->place)
    tonus_pane_close (GTK_STACK (self->place));
}

void
tonus_window_compare (TonusWindow *self)
{
  g_autoptr (GPtrArray) list = tonus_session_list_news (self->session);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const TonusNews *news = g_ptr_array_index (list, i);
      TonusFork *fork =
          news->is_fork ? tonus_session_load_fork (self->session, news->object, &error) : NULL;

      if (fork)
        {
          gtk_stack_set_visible_child (GTK_STACK (self->right), GTK_WIDGET (self->place));
          tonus_pane_open (GTK_STACK (self->place), tonus_merge_pane_new (self->session, fork));
          return;
        }
    }
  tonus_window_say (self, error ? error->message : _ ("There is nothing to compare."));
}

void
tonus_window_reveal (TonusWindow *self, const TonusChangeset *changes)
{
  if (!self->place)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->right), GTK_WIDGET (self->place));
  tonus_chart_place_reveal (self->place, changes);
}
