/* tonus-index-tally.c - what was read of a patient, and the row that it comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-index-tally.h"

#include "tonus-date.h"
#include "tonus-text.h"

static void
visit_clear (gpointer visit)
{
  g_free (((TonusIndexVisit *) visit)->episode);
}

void
tonus_index_tally_init (TonusIndexTally *self)
{
  *self = (TonusIndexTally){ 0 };
  self->visits = g_array_new (FALSE, FALSE, sizeof (TonusIndexVisit));
  g_array_set_clear_func (self->visits, visit_clear);
  self->episodes = g_array_new (FALSE, FALSE, sizeof (TonusIndexEpisode));
  self->given = g_strdup ("");
  self->family = g_strdup ("");
  self->born = g_strdup ("");
  self->phone = g_strdup ("");
}

void
tonus_index_tally_clear (TonusIndexTally *self)
{
  g_array_unref (self->visits);
  g_array_unref (self->episodes);
  g_free (self->given);
  g_free (self->family);
  g_free (self->born);
  g_free (self->phone);
}

/* (nullable) */
static const TonusIndexVisit *
find_last_visit (TonusIndexTally *self)
{
  const TonusIndexVisit *last = NULL;

  for (guint i = 0; i < self->visits->len; i++)
    {
      const TonusIndexVisit *visit = &g_array_index (self->visits, TonusIndexVisit, i);
      if (visit->date != 0 && (last == NULL || visit->date > last->date ||
                               (visit->date == last->date && visit->start >= last->start)))
        last = visit;
    }
  return last;
}

/* (nullable) */
static const TonusIndexEpisode *
find_current_episode (TonusIndexTally *self)
{
  const TonusIndexEpisode *current = NULL;

  for (guint i = 0; i < self->episodes->len; i++)
    {
      TonusIndexEpisode *episode = &g_array_index (self->episodes, TonusIndexEpisode, i);
      for (guint j = 0; j < self->visits->len; j++)
        {
          const TonusIndexVisit *visit = &g_array_index (self->visits, TonusIndexVisit, j);
          if (g_strcmp0 (visit->episode, episode->id) == 0)
            episode->last_visit = MAX (episode->last_visit, visit->date);
        }
      if (!episode->is_ended &&
          (current == NULL || episode->last_visit > current->last_visit ||
           (episode->last_visit == current->last_visit && episode->start >= current->start)))
        current = episode;
    }
  return current;
}

static guint
count_report_days (TonusIndexTally *self, const TonusIndexEpisode *episode)
{
  g_autofree TonusTreatmentDay *days = g_new (TonusTreatmentDay, self->visits->len);
  guint n = 0;

  for (guint i = 0; i < self->visits->len; i++)
    {
      const TonusIndexVisit *visit = &g_array_index (self->visits, TonusIndexVisit, i);
      if (g_strcmp0 (visit->episode, episode->id) == 0)
        days[n++] = (TonusTreatmentDay){ visit->date, visit->role };
    }
  return tonus_treatment_days_count (days, n);
}

static void
fill_numbers (TonusIndexTally *self, TonusIndexEntry *entry)
{
  const TonusIndexEpisode *current = find_current_episode (self);

  entry->episodes = self->episodes->len;
  for (guint i = 0; i < self->visits->len; i++)
    {
      const TonusIndexVisit *visit = &g_array_index (self->visits, TonusIndexVisit, i);
      if (visit->is_signed)
        continue;
      entry->unsigned_visits++;
      entry->newest_unsigned = MAX (entry->newest_unsigned, visit->date);
    }
  if (current != NULL)
    {
      entry->report_days = count_report_days (self, current);
      entry->certified_to = current->certified_to;
    }
  entry->has_alerts = self->has_alerts;
  entry->is_damaged = self->is_damaged;
}

TonusIndexRow *
tonus_index_tally_to_row (TonusIndexTally *self, const char *patient)
{
  const TonusIndexVisit *last = find_last_visit (self);
  g_autofree char *last_visit = last != NULL ? tonus_date_format (last->date) : g_strdup ("");
  g_autofree char *next_visit =
      last != NULL && last->next != 0 ? tonus_date_format (last->next) : g_strdup ("");
  g_autofree char *words =
      g_strjoin (" ", self->given, self->family, self->born, self->phone, patient, NULL);
  g_autofree char *order = g_strjoin ("\x1f", self->family, self->given, patient, NULL);
  g_autofree char *folded = tonus_text_fold (words);
  g_autofree char *sort = tonus_text_fold (order);
  const char *const texts[TONUS_INDEX_N_TEXTS] = { patient,    self->given, self->family,
                                                   self->born, self->phone, folded,
                                                   last_visit, next_visit,  sort };
  TonusIndexRow *row = tonus_index_row_new (texts);

  fill_numbers (self, &row->entry);
  return row;
}
