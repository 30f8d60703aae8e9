/* tonus-window-renew.c - the window made anew over the same practice and charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-window-renew.h"

typedef struct
{
  GPtrArray *patients; /* (element-type utf8) the one in front last */
  GPtrArray *charts;   /* (element-type TonusChart) theirs, for what could be undone */
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
add_patient (Place *self, TonusSession *session, const char *patient)
{
  g_ptr_array_add (self->patients, g_strdup (patient));
  g_ptr_array_add (self->charts, g_object_ref (tonus_session_get_chart_of (session, patient)));
}

static void
remember (Place *self, TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autoptr (GPtrArray) open = tonus_session_list_open (session);
  g_autofree char *front = object_of (session, TONUS_SLOT_PATIENT);
  TonusChartView *view = tonus_window_get_chart_view (window);

  self->patients = g_ptr_array_new_with_free_func (g_free);
  self->charts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < open->len; i++)
    {
      const char *id = tonus_record_get_object (g_ptr_array_index (open, i));

      if (g_strcmp0 (id, front) != 0)
        add_patient (self, session, id);
    }
  if (front)
    add_patient (self, session, front);
  self->visit = object_of (session, TONUS_SLOT_VISIT);
  self->episode = object_of (session, TONUS_SLOT_EPISODE);
  self->tab = view ? gtk_notebook_get_current_page (GTK_NOTEBOOK (view)) : -1;
}

/* The records say what they said before. */
static void
take_steps (const Place *self, TonusSession *session)
{
  for (guint i = 0; i < self->patients->len; i++)
    {
      TonusChart *chart =
          tonus_session_get_chart_of (session, g_ptr_array_index (self->patients, i));

      if (chart)
        tonus_chart_take_steps (chart, g_ptr_array_index (self->charts, i));
    }
}

static void
open_again (const Place *self, TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *episode = NULL, *visit = NULL;

  /* A chart that cannot be opened now was empty, or its folder is gone: the list says so. */
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
  take_steps (self, session);
  tonus_window_show_chart (window);
  if (self->tab >= 0)
    tonus_chart_view_show_tab (tonus_window_get_chart_view (window), (TonusTab) self->tab);
}

static void
renew_over (TonusWindow *window, TonusPractice *practice)
{
  Place place = { NULL };

  remember (&place, window);
  tonus_window_set_practice (window, practice);
  open_again (&place, window);
  g_ptr_array_unref (place.patients);
  g_ptr_array_unref (place.charts);
  g_free (place.visit);
  g_free (place.episode);
}

void
tonus_window_renew (TonusWindow *window, const char *words)
{
  /* They may belong to what goes. */
  g_autofree char *said = g_strdup (words);
  g_autoptr (TonusPractice) practice =
      g_object_ref (tonus_session_get_practice (tonus_window_get_session (window)));

  renew_over (window, practice);
  tonus_window_say (window, said);
}

gboolean
tonus_window_reopen (TonusWindow *window)
{
  TonusPractice *before = tonus_session_get_practice (tonus_window_get_session (window));
  g_autoptr (TonusPractice) practice = NULL;
  g_autoptr (GError) error = NULL;

  if (!tonus_window_save (window))
    return FALSE;
  practice = tonus_practice_open (tonus_practice_get_io (before),
                                  tonus_practice_get_folder (before), &error);
  if (!practice)
    {
      tonus_window_say (window, error->message);
      return FALSE;
    }
  renew_over (window, practice);
  return TRUE;
}
