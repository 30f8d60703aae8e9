/* tonus-course.c - one invented patient and a course of care, written into a practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-course.h"

#include "tonus-date.h"
#include "tonus-follow.h"
#include "tonus-people.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define FEWEST_FOR_TWO_EPISODES 6
#define REPORT_EVERY 10

/* One episode while it is being written. */
typedef struct
{
  const TonusCourseWriter *writer;
  const char *patient;
  char *id;
  char *program;      /* (nullable) the home program's id */
  char *program_hash; /* (nullable) its head */
  guint program_version;
  TonusChance chance;
  const TonusComplaint *complaint;
  GPtrArray *followed;
  guint n_visits;
  guint32 *days; /* of each visit */
  gboolean is_ended;
} Episode;

static guint
draw (const TonusCourseWriter *self, guint below)
{
  return (guint) tonus_io_seeded_next (self->io, below);
}

/* Saved as if on that day, at that minute. */
static gboolean
save (const TonusCourseWriter *self,
      TonusSheet *sheet,
      const char *parent,
      guint32 day,
      guint minute,
      char **hash,
      GError **error)
{
  const char *parents[] = { parent, NULL };
  gint64 days_since_1970 = (gint64) day - tonus_date_parse ("1970-01-01");
  TonusRecord *record = tonus_sheet_finish (sheet, error);

  tonus_io_seeded_set_clock (self->io, days_since_1970 * SECONDS_A_DAY + minute * 60);
  return record != NULL &&
         tonus_practice_save (self->practice, record, parents, self->therapist, hash, error);
}

static void
put_date (TonusSheet *sheet, const char *section, const char *field, guint32 day)
{
  g_autofree char *text = day != 0 ? tonus_date_format (day) : NULL;
  tonus_sheet_put (sheet, section, NULL, field, text);
}

static void
put_number (
    TonusSheet *sheet, const char *section, const char *row, const char *field, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  tonus_sheet_put (sheet, section, row, field, text);
}

static void
put_time (TonusSheet *sheet, const char *section, const char *field, guint minute)
{
  g_autofree char *text = g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
  tonus_sheet_put (sheet, section, NULL, field, text);
}

/* --- patient --- */

static gboolean
write_patient (const TonusCourseWriter *self, const char *id, guint32 day, GError **error)
{
  const TonusChance chance = { .io = self->io };
  g_autoptr (TonusSheet) sheet = tonus_sheet_new (self->schema, "patient", id, id);
  TonusPerson person = tonus_people_draw (&chance);
  guint age_in_days = 18 * 366 + draw (self, 70 * 365);
  g_autofree char *phone = g_strdup_printf ("555-%04u", draw (self, 10000));
  const TonusSection *alert = tonus_schema_find_section (self->schema, "alert");

  tonus_sheet_put (sheet, "patient", NULL, "given", person.given);
  tonus_sheet_put (sheet, "patient", NULL, "family", person.family);
  put_date (sheet, "patient", "born", day - age_in_days);
  tonus_sheet_put (sheet, "contact", NULL, "phone", phone);
  if (alert != NULL && draw (self, 4) == 0)
    {
      g_autofree char *row = tonus_sample_row (alert, &chance);
      const TonusField *field = tonus_section_lookup (alert, "alert");
      g_autofree char *kind = tonus_sample_value (field, row, NULL, &chance);
      tonus_sheet_put (sheet, "alert", row, "alert", kind);
    }
  return save (self, sheet, NULL, day, 8 * 60, NULL, error);
}

/* --- episode --- */

static gboolean
write_episode (Episode *self, GError **error)
{
  const TonusCourseWriter *writer = self->writer;
  g_autoptr (TonusSheet) sheet =
      tonus_sheet_new (writer->schema, "episode", self->id, self->patient);
  g_autofree char *diagnosis = tonus_io_new_row_id (writer->io);
  g_autofree char *goal = tonus_io_new_row_id (writer->io);
  guint32 start = self->days[0];

  tonus_sheet_put (sheet, "episode", NULL, "title", self->complaint->title);
  put_date (sheet, "episode", "start", start);
  put_date (sheet, "episode", "onset", start - 7 - draw (writer, 300));
  tonus_sheet_put (sheet, "episode", NULL, "therapist", writer->therapist);
  if (self->is_ended)
    put_date (sheet, "episode", "ended", self->days[self->n_visits - 1]);
  put_number (sheet, "authorisation", NULL, "visits", self->n_visits + draw (writer, 6));
  tonus_sheet_put (sheet, "diagnosis", diagnosis, "code", self->complaint->code);
  tonus_sheet_put (sheet, "diagnosis", diagnosis, "name", self->complaint->diagnosis);
  tonus_sheet_put (sheet, "diagnosis", diagnosis, "body-part", self->complaint->region);
  tonus_sheet_put (sheet, "goal", goal, "text", self->complaint->goal);
  return save (writer, sheet, NULL, start, 8 * 60 + 5, NULL, error);
}

/* --- program --- */

static void
put_exercise (Episode *self, TonusSheet *sheet)
{
  const TonusCourseWriter *writer = self->writer;
  const TonusSection *home = tonus_schema_find_section (writer->schema, "home");
  const TonusField *field = home != NULL ? tonus_section_lookup (home, "exercise") : NULL;
  if (field == NULL)
    return;

  g_autofree char *row = tonus_io_new_row_id (writer->io);
  g_autofree char *exercise = tonus_sample_value (field, row, NULL, &self->chance);
  tonus_sheet_put (sheet, "home", row, "exercise", exercise);
  put_number (sheet, "home", row, "sets", 2 + draw (writer, 2));
  put_number (sheet, "home", row, "reps", 8 + draw (writer, 5));
  put_number (sheet, "home", row, "times-a-day", 1 + draw (writer, 2));
}

/* Version 1 with the first visit, another half way. */
static gboolean
write_program (Episode *self, const char *visit, guint32 day, GError **error)
{
  const TonusCourseWriter *writer = self->writer;
  g_autofree char *parent = g_steal_pointer (&self->program_hash);

  if (self->program == NULL)
    self->program = tonus_io_new_id (writer->io);
  g_autoptr (TonusSheet) sheet =
      tonus_sheet_new (writer->schema, "program", self->program, self->patient);
  tonus_sheet_put (sheet, "program", NULL, "episode", self->id);
  tonus_sheet_put (sheet, "program", NULL, "visit", visit);
  tonus_sheet_put (sheet, "program", NULL, "therapist", writer->therapist);
  put_date (sheet, "program", "date", day);
  put_number (sheet, "program", NULL, "version", ++self->program_version);
  for (guint i = 3 + draw (writer, 3); i > 0; i--)
    put_exercise (self, sheet);
  return save (writer, sheet, parent, day, 17 * 60, &self->program_hash, error);
}

/* --- visit --- */

static const char *
choose_visit_kind (const Episode *self, guint index)
{
  if (index == 0)
    return "evaluation";
  if (self->is_ended && index + 1 == self->n_visits)
    return "discharge";
  return (index + 1) % REPORT_EVERY == 0 ? "progress-report" : "treatment";
}

/* The rest of the window's pages: most of them at the evaluation, a few later. */
static void
chart_pages (Episode *self, guint index, TonusSheet *sheet)
{
  GPtrArray *sections = tonus_schema_get_sections (self->writer->schema);
  const TonusChance *chance = &self->chance;

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      gboolean is_treatment = tonus_section_is_on_tab (section, "interventions");
      if (section->is_retired || !tonus_section_is_held_by (section, "visit") ||
          (!is_treatment && !tonus_section_is_on_tab (section, "assessment")))
        continue;
      guint percent = is_treatment ? 20 : index == 0 ? 50 : 8;
      if (tonus_chance_draw (chance, 100) >= percent)
        continue;
      g_autofree char *row =
          section->repeat != TONUS_REPEAT_NONE ? tonus_sample_row (section, chance) : NULL;
      if (row != NULL || section->repeat == TONUS_REPEAT_NONE)
        tonus_sheet_fill (sheet, section, row, 45, chance);
    }
}

static void
put_minutes (Episode *self, TonusSheet *sheet)
{
  const TonusSection *time = tonus_schema_find_section (self->writer->schema, "time");

  for (guint i = 0; i < 2 && time != NULL; i++)
    {
      g_autofree char *row = tonus_sample_row (time, &self->chance);
      if (row != NULL)
        put_number (sheet, "time", row, "minutes", 8 + draw (self->writer, 18));
    }
}

static void
put_signature (Episode *self, TonusSheet *sheet, guint32 day, guint minute)
{
  g_autofree char *date = tonus_date_format (day);
  g_autofree char *moment =
      g_strdup_printf ("%sT%02u:%02u:00+00:00", date, minute / 60, minute % 60);

  tonus_sheet_put (sheet, "signature", NULL, "signer", self->writer->therapist);
  tonus_sheet_put (sheet, "signature", NULL, "name", self->writer->name);
  tonus_sheet_put (sheet, "signature", NULL, "credentials", self->writer->credentials);
  tonus_sheet_put (sheet, "signature", NULL, "time", moment);
}

static gboolean
write_visit (Episode *self, guint index, const char *id, GError **error)
{
  const TonusCourseWriter *writer = self->writer;
  g_autoptr (TonusSheet) sheet = tonus_sheet_new (writer->schema, "visit", id, self->patient);
  guint32 day = self->days[index];
  gboolean is_last = index + 1 == self->n_visits;
  guint start = 8 * 60 + 15 * draw (writer, 36);
  double progress = self->n_visits > 1 ? (double) index / (self->n_visits - 1) : 0;

  tonus_sheet_put (sheet, "visit", NULL, "kind", choose_visit_kind (self, index));
  tonus_sheet_put (sheet, "visit", NULL, "episode", self->id);
  tonus_sheet_put (sheet, "visit", NULL, "therapist", writer->therapist);
  put_date (sheet, "visit", "date", day);
  put_time (sheet, "visit", "start", start);
  put_time (sheet, "visit", "end", start + 45);
  put_date (sheet, "visit", "next", is_last ? 0 : self->days[index + 1]);
  chart_pages (self, index, sheet);
  tonus_follow_chart (self->followed, progress, sheet, &self->chance);
  put_minutes (self, sheet);
  if (!is_last || self->is_ended || draw (writer, 4) != 0)
    put_signature (self, sheet, day, start + 50);
  return save (writer, sheet, NULL, day, start + 50, NULL, error);
}

/* --- the whole course --- */

static void
episode_clear (Episode *self)
{
  g_free (self->id);
  g_free (self->program);
  g_free (self->program_hash);
  g_ptr_array_unref (self->followed);
  g_free (self->days);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Episode, episode_clear)

/* Visits every two to five days, the last on @last_day. */
static guint32 *
draw_days (const TonusCourseWriter *self, guint n_visits, guint32 last_day)
{
  guint32 *days = g_new (guint32, n_visits);

  for (guint i = n_visits; i > 0; i--)
    {
      days[i - 1] = last_day;
      last_day -= 2 + draw (self, 4);
    }
  return days;
}

static gboolean
write_visits (Episode *self, GError **error)
{
  for (guint i = 0; i < self->n_visits; i++)
    {
      g_autofree char *visit = tonus_io_new_id (self->writer->io);
      gboolean is_program_day = i == 0 || (i == self->n_visits / 2 && i > 1);
      if (!write_visit (self, i, visit, error) ||
          (is_program_day && !write_program (self, visit, self->days[i], error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_course (const TonusCourseWriter *self,
              const char *patient,
              guint n_visits,
              guint32 last_day,
              gboolean is_ended,
              GError **error)
{
  TonusChance chance = { .io = self->io };
  const TonusComplaint *complaint = tonus_complaint_draw (&chance);
  chance.region = complaint->region;
  g_auto (Episode) episode = {
    .writer = self,
    .patient = patient,
    .id = tonus_io_new_id (self->io),
    .chance = chance,
    .complaint = complaint,
    .followed = tonus_follow_draw (self->schema, &chance),
    .n_visits = n_visits,
    .days = draw_days (self, n_visits, last_day),
    .is_ended = is_ended,
  };
  return write_episode (&episode, error) && write_visits (&episode, error);
}

gboolean
tonus_course_write (const TonusCourseWriter *self, guint n_visits, guint32 today, GError **error)
{
  g_autofree char *patient = tonus_io_new_id (self->io);
  guint32 last_day = today - draw (self, 120);
  gboolean is_ended = today - last_day > 21;
  gboolean has_two = n_visits >= FEWEST_FOR_TWO_EPISODES && draw (self, 5) == 0;
  guint n_earlier = has_two ? n_visits / 2 : 0;

  if (!write_patient (self, patient, last_day - 5 * n_visits - 400, error))
    return FALSE;
  if (n_earlier > 0 && !write_course (self, patient, n_earlier,
                                      last_day - 5 * (n_visits - n_earlier) - 60, TRUE, error))
    return FALSE;
  return n_visits == 0 ||
         write_course (self, patient, n_visits - n_earlier, last_day, is_ended, error);
}
