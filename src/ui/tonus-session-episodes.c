/* tonus-session-episodes.c - the episodes of care of one patient, and the one that is charted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-session-private.h"

static const char *
get_start (TonusRecord *episode)
{
  const char *start = tonus_record_get (episode, "episode/start");

  return start ? start : "";
}

static int
compare_episodes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (get_start (*(TonusRecord *const *) b), get_start (*(TonusRecord *const *) a));
}

GPtrArray *
tonus_session_list_episodes (TonusSession *self)
{
  TonusRecord *patient = tonus_session_get_record (self, TONUS_SLOT_PATIENT);
  TonusRecord *open = tonus_session_get_record (self, TONUS_SLOT_EPISODE);
  GPtrArray *episodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *owner = patient ? g_strdup (tonus_record_get_object (patient)) : NULL;
  g_autoptr (GPtrArray) ids =
      owner ? tonus_practice_list_objects (self->practice, owner, "episode", NULL) : NULL;

  for (guint i = 0; ids && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (TonusRecord) record = NULL;

      if ((open && g_str_equal (tonus_record_get_object (open), id)) ||
          tonus_practice_is_voided (self->practice, id))
        continue;
      record = tonus_practice_load (self->practice, id, NULL, NULL);
      if (record)
        g_ptr_array_add (episodes, g_steal_pointer (&record));
    }
  if (open)
    g_ptr_array_add (episodes, g_object_ref (open));
  g_ptr_array_sort (episodes, compare_episodes);
  return episodes;
}

/* A visit and a home program belong to one episode: those of another are closed. */
void
tonus_open_chart_follow_episode (TonusSession *self, TonusOpenChart *chart, TonusRecord *episode)
{
  g_autofree char *id = g_strdup (tonus_record_get_object (episode));
  g_autofree char *patient =
      g_strdup (tonus_record_get_object (chart->records[TONUS_SLOT_PATIENT]));
  g_autoptr (TonusRecord) program = tonus_lookup_program (self->practice, patient, id, NULL);
  TonusRecord *visit = chart->records[TONUS_SLOT_VISIT];

  tonus_open_chart_put (chart, TONUS_SLOT_EPISODE, episode);
  if (visit && g_strcmp0 (tonus_record_get (visit, "visit/episode"), id) != 0)
    tonus_open_chart_drop (chart, TONUS_SLOT_VISIT);
  if (program)
    tonus_open_chart_put (chart, TONUS_SLOT_PROGRAM, program);
  else
    tonus_open_chart_drop (chart, TONUS_SLOT_PROGRAM);
}

gboolean
tonus_session_choose_episode (TonusSession *self, const char *episode, GError **error)
{
  g_autoptr (TonusRecord) record = NULL;

  g_return_val_if_fail (self->front, FALSE);

  if (!tonus_saver_flush (self->saver, self->front, error))
    return FALSE;
  record = tonus_practice_load (self->practice, episode, NULL, error);
  if (!record)
    return FALSE;
  tonus_open_chart_follow_episode (self, self->front, record);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

gboolean
tonus_session_start_episode (TonusSession *self, GError **error)
{
  g_return_val_if_fail (self->front, FALSE);

  if (!tonus_saver_flush (self->saver, self->front, error))
    return FALSE;
  tonus_open_chart_drop (self->front, TONUS_SLOT_VISIT);
  tonus_open_chart_drop (self->front, TONUS_SLOT_PROGRAM);
  tonus_session_make_episode (self);
  tonus_saver_forget (self->saver,
                      tonus_record_get_object (self->front->records[TONUS_SLOT_EPISODE]));
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}
