/* tonus-window-renew.c - the window made anew over the same practice and charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-window-renew.h"

typedef struct
{
  TonusPractice *practice;
  GPtrArray *patients; /* (element-type utf8) the one in front last */
  char *visit;         /* (nullable) that one's */
  char *episode;       /* (nullable) */
  int tab;
} Place;

static char *
object_of (TonusSession *session, TonusSlot slot)
{
  TonusRecord *record = tonus_session_get_record (session, slot);

  return record ? g_strdup (tonus_record_get_object (record)) : NULL;
}

static void
remember (Place *self, TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autoptr (GPtrArray) open = tonus_session_list_open (session);
  g_autofree char *front = object_of (session, TONUS_SLOT_PATIENT);
  TonusChartView *view = tonus_window_get_chart_view (window);

  self->practice = g_object_ref (tonus_session_get_practice (session));
  self->patients = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < open->len; i++)
    {
      const char *id = tonus_record_get_object (g_ptr_array_index (open, i));

      if (g_strcmp0 (id, front) != 0)
        g_ptr_array_add (self->patients, g_strdup (id));
    }
  if (front)
    g_ptr_array_add (self->patients, g_steal_pointer (&front));
  self->visit = object_of (session, TONUS_SLOT_VISIT);
  self->episode = object_of (session, TONUS_SLOT_EPISODE);
  self->tab = view ? gtk_notebook_get_current_page (GTK_NOTEBOOK (view)) : -1;
}

static void
open_again (const Place *self, TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *episode = NULL, *visit = NULL;

  for (guint i = 0; i < self->patients->len; i++)
    tonus_session_open_patient (session, g_ptr_array_index (self->patients, i), NULL);
  if (!tonus_session_get_chart (session))
    return;
  episode = object_of (session, TONUS_SLOT_EPISODE);
  if (self->episode && g_strcmp0 (episode, self->episode) != 0)
    tonus_session_choose_episode (session, self->episode, NULL);
  visit = object_of (session, TONUS_SLOT_VISIT);
  if (self->visit && g_strcmp0 (visit, self->visit) != 0)
    tonus_session_open_visit (session, self->visit, NULL);
  tonus_window_show_chart (window);
  if (self->tab >= 0)
    tonus_chart_view_show_tab (tonus_window_get_chart_view (window), (TonusTab) self->tab);
}

void
tonus_window_renew (TonusWindow *window, const char *words)
{
  Place place = { NULL };
  /* They may belong to what goes. */
  g_autofree char *said = g_strdup (words);

  remember (&place, window);
  tonus_window_set_practice (window, place.practice);
  open_again (&place, window);
  tonus_window_say (window, said);
  g_object_unref (place.practice);
  g_ptr_array_unref (place.patients);
  g_free (place.visit);
  g_free (place.episode);
}
