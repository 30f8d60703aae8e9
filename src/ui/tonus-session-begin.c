/* tonus-session-begin.c - records that begin: a patient, an episode of care, a home program, a
 * visit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-date.h"
#include "tonus-session-private.h"

/* A record of @kind for the open patient that is not on the disk yet. */
TonusRecord *
tonus_session_make_record (TonusSession *self, const char *kind, const char *patient)
{
  g_autofree char *id = tonus_io_new_id (tonus_practice_get_io (self->practice));
  TonusRecord *record = tonus_record_new (tonus_session_get_schema (self), kind, id);
  TonusHeader header = *tonus_record_get_header (record);

  header.patient = (char *) (patient ? patient : id);
  tonus_record_set_header (record, &header);
  return record;
}

void
tonus_record_give (TonusRecord *record, const char *path, const char *text)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  if (!text)
    return;
  tonus_changeset_set (changes, tonus_record_get_object (record), path, text);
  if (!tonus_record_apply (record, changes, &error))
    g_warning ("A new record cannot start with %s: %s", path, error->message);
}

void
tonus_session_make_episode (TonusSession *self)
{
  TonusRecord *patient = self->front->records[TONUS_SLOT_PATIENT];
  g_autoptr (TonusRecord) episode =
      tonus_session_make_record (self, "episode", tonus_record_get_object (patient));
  g_autofree char *today = tonus_date_format (tonus_date_today ());

  tonus_record_give (episode, "episode/start", today);
  tonus_record_give (episode, "episode/therapist", self->therapist);
  tonus_session_put (self, TONUS_SLOT_EPISODE, episode);
  tonus_saver_edited (self->saver, tonus_record_get_object (episode));
}

/* One that was only begun is worth keeping as soon as something belongs to it. */
static void
keep_episode (TonusSession *self)
{
  TonusRecord *episode = self->front->records[TONUS_SLOT_EPISODE];

  if (!tonus_practice_hash_of (self->practice, episode))
    tonus_saver_edited (self->saver, tonus_record_get_object (episode));
}

void
tonus_session_make_program (TonusSession *self)
{
  TonusRecord *patient = self->front->records[TONUS_SLOT_PATIENT];
  TonusRecord *episode = tonus_session_need (self, TONUS_SLOT_EPISODE);
  g_autoptr (TonusRecord) program =
      tonus_session_make_record (self, "program", tonus_record_get_object (patient));
  g_autofree char *today = tonus_date_format (tonus_date_today ());

  tonus_record_give (program, "program/episode", tonus_record_get_object (episode));
  tonus_record_give (program, "program/therapist", self->therapist);
  tonus_record_give (program, "program/date", today);
  keep_episode (self);
  tonus_session_put (self, TONUS_SLOT_PROGRAM, program);
  tonus_saver_edited (self->saver, tonus_record_get_object (program));
}

static gboolean
is_first_of_episode (TonusSession *self, const char *episode)
{
  for (guint i = 0; i < self->front->visits->len; i++)
    if (g_str_equal (((TonusVisitLine *) g_ptr_array_index (self->front->visits, i))->episode,
                     episode))
      return FALSE;
  return TRUE;
}

void
tonus_session_make_visit (TonusSession *self)
{
  TonusRecord *patient = self->front->records[TONUS_SLOT_PATIENT];
  const char *episode = tonus_record_get_object (self->front->records[TONUS_SLOT_EPISODE]);
  g_autoptr (TonusRecord) visit =
      tonus_session_make_record (self, "visit", tonus_record_get_object (patient));
  g_autofree char *today = tonus_date_format (tonus_date_today ());
  TonusIo *io = tonus_practice_get_io (self->practice);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (io->clock (io));
  g_autofree char *start = g_date_time_format (now, "%H:%M");

  tonus_record_give (visit, "visit/kind",
                     is_first_of_episode (self, episode) ? "evaluation" : "treatment");
  tonus_record_give (visit, "visit/episode", episode);
  tonus_record_give (visit, "visit/therapist", self->therapist);
  tonus_record_give (visit, "visit/date", today);
  tonus_record_give (visit, "visit/start", start);
  keep_episode (self);
  tonus_session_put (self, TONUS_SLOT_VISIT, visit);
  tonus_saver_edited (self->saver, tonus_record_get_object (visit));
}
