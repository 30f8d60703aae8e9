/* tonus-session-news.c - what others have written into the charts that are open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The watch says that there is something to look at; what it is follows from the heads of each
 * record.  Nothing on the screen changes before the person says so.
 */
#include "config.h"
#include "tonus-date.h"
#include "tonus-session-private.h"

static void
news_free (gpointer data)
{
  TonusNews *news = data;

  g_free (news->object);
  g_free (news->who);
  g_free (news->when);
  g_free (news);
}

/* "A. Kim": of whoever wrote it. */
static char *
name_author (TonusPractice *practice, const char *author)
{
  g_autoptr (TonusRecord) record =
      author ? tonus_practice_load (practice, author, NULL, NULL) : NULL;
  const char *name = record ? tonus_record_get (record, "therapist/name") : NULL;

  return g_strdup (name);
}

/* "10:42", with the day in front when it was another. */
static char *
say_moment (const char *written)
{
  gint64 moment = written ? tonus_moment_parse (written) : -1;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *clock = NULL, *iso = NULL, *day = NULL;
  guint32 date;

  if (moment < 0)
    return NULL;
  time = g_date_time_new_from_unix_local (moment);
  clock = g_date_time_format (time, "%H:%M");
  iso = g_date_time_format (time, "%Y-%m-%d");
  date = tonus_date_parse (iso);
  if (date == tonus_date_today ())
    return g_steal_pointer (&clock);
  day = tonus_date_display (date);
  return g_strdup_printf ("%s, %s", day, clock);
}

/* The head that is not ours; NULL: there is none. */
static const TonusRevision *
find_other (const TonusObject *object, const char *ours)
{
  gboolean is_ours_there = FALSE;

  for (guint i = 0; i < object->heads->len; i++)
    is_ours_there =
        is_ours_there || g_strcmp0 (((TonusRevision *) object->heads->pdata[i])->hash, ours) == 0;
  for (guint i = 0; i < object->heads->len; i++)
    {
      const TonusRevision *head = object->heads->pdata[i];

      if (g_strcmp0 (head->hash, ours) != 0 && (is_ours_there || object->heads->len == 1 || i > 0))
        return head;
    }
  return NULL;
}

static TonusNews *
look_at (TonusSession *self, TonusSlot slot)
{
  TonusRecord *record = self->front->records[slot];
  g_autofree char *id = g_strdup (tonus_record_get_object (record));
  g_autofree char *ours = g_strdup (tonus_practice_hash_of (self->practice, record));
  g_autoptr (TonusObject) object =
      ours ? tonus_practice_get_object (self->practice, id, NULL) : NULL;
  const TonusRevision *other = object ? find_other (object, ours) : NULL;
  TonusNews *news;

  if (!other)
    return NULL;
  news = g_new0 (TonusNews, 1);
  news->slot = slot;
  news->object = g_steal_pointer (&id);
  news->is_fork = object->heads->len > 1;
  news->is_signed = ((TonusRevision *) object->heads->pdata[0])->is_signed;
  news->is_edited = tonus_saver_has_edits (self->saver, news->object);
  news->who = name_author (self->practice, other->author);
  news->when = say_moment (other->written);
  return news;
}

GPtrArray *
tonus_session_list_news (TonusSession *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (news_free);

  if (!self->front || !tonus_session_is_available (self))
    return list;
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    {
      TonusNews *news = self->front->records[slot] ? look_at (self, (TonusSlot) slot) : NULL;

      if (news)
        g_ptr_array_add (list, news);
    }
  return list;
}

static void
reload_slot (TonusSession *self, TonusSlot slot)
{
  TonusRecord *old = self->front->records[slot];
  g_autofree char *id = g_strdup (tonus_record_get_object (old));
  g_autoptr (TonusRecord) record = NULL;

  if (tonus_saver_has_edits (self->saver, id))
    return;
  record = tonus_practice_load (self->practice, id, NULL, NULL);
  if (record && !tonus_record_is_signed (record))
    tonus_open_chart_put (self->front, slot, record);
  else if (record && slot == TONUS_SLOT_VISIT)
    /* A signed visit is read under History. */
    tonus_open_chart_drop (self->front, slot);
}

void
tonus_session_show_news (TonusSession *self)
{
  g_return_if_fail (self->front);

  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    if (self->front->records[slot])
      reload_slot (self, (TonusSlot) slot);
  tonus_session_load_visits (self, NULL);
  g_signal_emit_by_name (self, "opened");
  g_signal_emit_by_name (self, "news");
}

static void
patient_changed_cb (TonusWatch *watch, const char *patient, TonusSession *self)
{
  TonusOpenChart *chart = tonus_session_find_chart (self, patient);

  g_signal_emit_by_name (self, "patients-changed");
  if (chart && chart == self->front)
    {
      tonus_session_load_visits (self, NULL);
      g_signal_emit_by_name (self, "news");
    }
}

/* What waited for the folder is saved as soon as it is back. */
static void
availability_changed_cb (TonusWatch *watch, TonusSession *self)
{
  if (tonus_watch_is_available (watch))
    {
      tonus_practice_refresh (self->practice);
      tonus_saver_flush (self->saver, NULL, NULL);
      g_signal_emit_by_name (self, "patients-changed");
    }
  g_signal_emit_by_name (self, "news");
}

static void
forget_watch_cb (gpointer practice, GObject *where_it_was)
{
  g_object_set_data (practice, "watch", NULL);
}

/* A practice bears one watch, whoever works with it. */
static TonusWatch *
share_watch (TonusPractice *practice)
{
  TonusWatch *watch = g_object_get_data (G_OBJECT (practice), "watch");

  if (watch)
    return g_object_ref (watch);
  watch = tonus_watch_new (practice);
  g_object_set_data (G_OBJECT (practice), "watch", watch);
  g_object_weak_ref (G_OBJECT (watch), forget_watch_cb, practice);
  return watch;
}

void
tonus_session_start_watch (TonusSession *self)
{
  self->watch = share_watch (self->practice);
  g_signal_connect_object (self->watch, "patient-changed", G_CALLBACK (patient_changed_cb), self,
                           0);
  g_signal_connect_object (self->watch, "availability-changed",
                           G_CALLBACK (availability_changed_cb), self, 0);
}

gboolean
tonus_session_is_available (TonusSession *self)
{
  return tonus_watch_is_available (self->watch);
}
