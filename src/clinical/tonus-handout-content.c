/* tonus-handout-content.c - a home program in the patient's words, ready to be laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-content.h"

#include <string.h>

#include "tonus-exercise.h"
#include "tonus-handout-day.h"
#include "tonus-handout-dose.h"
#include "tonus-paths.h"
#include "tonus-patient.h"

#define N_STEPS 6

static void
exercise_free (gpointer data)
{
  TonusHandoutExercise *exercise = data;

  g_free (exercise->name);
  g_free (exercise->dose);
  g_ptr_array_unref (exercise->chips);
  g_ptr_array_unref (exercise->steps);
  g_free (exercise->feel);
  g_free (exercise->stop);
  g_free (exercise->cue);
  g_free (exercise->credit);
  g_free (exercise->picture);
  g_free (exercise->mark);
  g_free (exercise->instead);
  g_free (exercise);
}

/* --- sentences ------------------------------------------------------------------------------ */

/* After a lead a sentence goes on small, unless its first word is an abbreviation. */
static void
append_small (GString *text, const char *words)
{
  gunichar first = g_utf8_get_char (words);
  const char *rest = g_utf8_next_char (words);

  if (g_unichar_isupper (first) && g_unichar_islower (g_utf8_get_char (rest)))
    first = g_unichar_tolower (first);
  g_string_append_unichar (text, first);
  g_string_append (text, rest);
}

/* German nouns, and the polite "Sie", keep their capital wherever they stand. */
static gboolean
keeps_capitals (const TonusHandoutWords *words)
{
  g_autofree char *language = tonus_handout_words_get_language (words);

  return g_str_has_prefix (language, "de");
}

/* "Stop if" and "your knee hurts" make a sentence; what already begins with its lead does not get
 * it twice. */
static char *
make_sentence (const TonusHandoutWords *words,
               const char *lead_id,
               const char *separator,
               const char *rest)
{
  const char *lead = tonus_handout_word (words, lead_id);
  GString *text;

  if (rest == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (lead != NULL && g_ascii_strncasecmp (rest, lead, strlen (lead)) != 0)
    g_string_append_printf (text, "%s%s", lead, separator);
  if (text->len == 0 || keeps_capitals (words))
    g_string_append (text, rest);
  else
    append_small (text, rest);
  if (strchr (".!?", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static char *
join_words (const char *first, const char *separator, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strconcat (first, separator, second, NULL);
}

/* --- exercises ------------------------------------------------------------------------------ */

static const char *
find_name (const TonusHandoutWords *words, const TonusEntry *exercise)
{
  const char *name;

  if (exercise == NULL)
    return NULL;
  name = tonus_entry_get_local (exercise, "name", words->language);
  return name != NULL ? name : tonus_entry_label (exercise);
}

static gboolean
has_own_steps (const TonusHandoutWords *words, const TonusEntry *exercise)
{
  for (int i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%d", i);

      if (tonus_entry_get_in (exercise, column, words->language) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* In one language: where it takes fewer steps, the last ones are not English. */
static GPtrArray *
read_steps (const TonusHandoutWords *words, const TonusEntry *exercise)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);
  gboolean are_own = has_own_steps (words, exercise);

  for (int i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%d", i);
      const char *text = are_own ? tonus_entry_get_in (exercise, column, words->language)
                                 : tonus_entry_get (exercise, column);

      if (text != NULL)
        g_ptr_array_add (steps, g_strdup (text));
    }
  return steps;
}

static const char *
find_picture (const TonusEntry *exercise)
{
  const char *picture = tonus_entry_get (exercise, "picture");

  return picture != NULL ? picture : exercise->id;
}

static const char *
find_mark (const TonusHandoutWords *words, TonusProgramChange change)
{
  static const char *const marks[] = {
    [TONUS_PROGRAM_NEW] = "change-new",
    [TONUS_PROGRAM_HARDER] = "change-harder",
    [TONUS_PROGRAM_EASIER] = "change-easier",
    [TONUS_PROGRAM_DOSE] = "change-dose",
  };

  return change != TONUS_PROGRAM_SAME ? tonus_handout_word (words, marks[change]) : NULL;
}

/* @origins: (nullable); only what was imported has a row there. */
static const char *
find_credit (const TonusHandoutWords *words,
             const TonusCatalogue *origins,
             const TonusEntry *exercise)
{
  const TonusEntry *origin =
      origins != NULL ? tonus_catalogue_lookup (origins, exercise->id) : NULL;

  return origin != NULL ? tonus_entry_get_local (origin, "credit", words->language) : NULL;
}

static char *
say_instead (const TonusHandoutWords *words, const TonusProgramExercise *replaced)
{
  return replaced != NULL ? tonus_handout_word_fill (words, "instead",
                                                     find_name (words, replaced->exercise), NULL)
                          : NULL;
}

/* English words need no translation, and stand where another one is missing. */
static TonusHandoutWordsState
judge_words (const TonusHandoutWords *words, const TonusProgramExercise *row)
{
  static const char *const columns[] = { "name", "step1", "feel", "stop" };
  g_autofree char *language = tonus_handout_words_get_language (words);
  guint n_own = 0, n_foreign = 0;

  if (g_str_equal (language, "en"))
    return TONUS_HANDOUT_WORDS_OWN;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (tonus_entry_get_in (row->exercise, columns[i], language) != NULL)
      n_own++;
    /* The therapist's own sign to stop at stands in place of the catalogue's. */
    else if (tonus_entry_get (row->exercise, columns[i]) != NULL &&
             (row->stop == NULL || !g_str_equal (columns[i], "stop")))
      n_foreign++;
  if (n_foreign == 0 && n_own > 0)
    return TONUS_HANDOUT_WORDS_OWN;
  return n_own > 0 ? TONUS_HANDOUT_WORDS_MIXED : TONUS_HANDOUT_WORDS_FOREIGN;
}

/* @row->exercise is set. */
static TonusHandoutExercise *
make_exercise (const TonusHandoutWords *words,
               const TonusCatalogue *origins,
               const TonusProgram *before,
               const TonusProgram *program,
               const TonusProgramExercise *row)
{
  TonusHandoutExercise *self = g_new0 (TonusHandoutExercise, 1);
  const char *stop = row->stop;

  if (stop == NULL)
    stop = tonus_entry_get_local (row->exercise, "stop", words->language);
  self->name = g_strdup (find_name (words, row->exercise));
  self->dose = tonus_handout_dose (words, row);
  self->chips = tonus_handout_chips (words, row);
  self->steps = read_steps (words, row->exercise);
  self->feel = make_sentence (words, "feel", ": ",
                              tonus_entry_get_local (row->exercise, "feel", words->language));
  self->stop = make_sentence (words, "stop-if", " ", stop);
  self->cue = make_sentence (words, "your-way", ": ", row->cue);
  self->credit = g_strdup (find_credit (words, origins, row->exercise));
  self->picture = g_strdup (find_picture (row->exercise));
  self->is_left = row->side != NULL && g_str_equal (row->side->id, "left");
  self->change = tonus_program_compare (before, program, row);
  self->mark = g_strdup (find_mark (words, self->change));
  self->instead = say_instead (words, tonus_program_find_replaced (before, program, row));
  self->times_a_day = (guint) MAX (row->times_a_day, 1);
  self->words = judge_words (words, row);
  self->lacks_dose =
      self->dose == NULL && row->hold <= 0 && row->duration == NULL && row->times_a_day <= 0;
  self->lacks_band = tonus_exercise_has (row->exercise, "equipment", "band") && row->band == NULL;
  return self;
}

static void
add_exercises (TonusHandout *self,
               const TonusHandoutWords *words,
               const TonusCatalogue *origins,
               const TonusProgram *before,
               const TonusProgram *program)
{
  g_autoptr (GPtrArray) stopped = tonus_program_find_stopped (before, program);

  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *row = g_ptr_array_index (program->exercises, i);

      if (row->exercise != NULL && !row->is_stopped)
        g_ptr_array_add (self->exercises, make_exercise (words, origins, before, program, row));
    }
  for (guint i = 0; i < stopped->len; i++)
    g_ptr_array_add (self->stopped, g_strdup (find_name (words, stopped->pdata[i])));
}

/* --- the page ------------------------------------------------------------------------------- */

static char *
make_advice (const TonusHandoutWords *words, const TonusProgram *program)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < program->runs->len; i++)
    {
      const TonusProgramRun *run = g_ptr_array_index (program->runs, i);
      char *line = run->is_stopped ? NULL : tonus_handout_run (words, run);

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  if (program->advice != NULL)
    g_ptr_array_add (lines, g_strdup (program->advice));
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

/* "tel:+15550142": what a telephone dials.  NULL for a text without a digit. */
static char *
make_dial (const char *phone)
{
  GString *number = g_string_new ("tel:");

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || (*p == '+' && number->len == strlen ("tel:")))
      g_string_append_c (number, *p);
  if (!g_ascii_isdigit (number->str[number->len - 1]))
    return g_string_free (number, TRUE);
  return g_string_free (number, FALSE);
}

/* Only the clinic's own phone or page, and only where the clinic asks for one. */
static void
add_code (TonusHandout *self, TonusRecord *clinic)
{
  const char *wanted = tonus_path_read (clinic, TONUS_PATH_CLINIC_HANDOUT_CODE, NULL);

  if (g_strcmp0 (wanted, "phone") == 0 && self->phone != NULL)
    self->code = make_dial (self->phone);
  else if (g_strcmp0 (wanted, "web") == 0)
    self->code = tonus_path_read_words (clinic, TONUS_PATH_CLINIC_URL, NULL);
}

static void
add_people (TonusHandout *self, const TonusHandoutWords *words, const TonusDossier *dossier)
{
  g_autoptr (TonusPatient) patient = tonus_patient_read (dossier->patient);
  g_autofree char *name =
      tonus_path_read_words (dossier->therapist, TONUS_PATH_THERAPIST_NAME, NULL);
  g_autofree char *credentials =
      tonus_path_read_words (dossier->therapist, TONUS_PATH_THERAPIST_CREDENTIALS, NULL);

  self->clinic = tonus_path_read_words (dossier->clinic, TONUS_PATH_CLINIC_NAME, NULL);
  self->phone = tonus_path_read_words (dossier->clinic, TONUS_PATH_CLINIC_PHONE, NULL);
  add_code (self, dossier->clinic);
  self->patient = *patient->called != '\0' ? g_strdup (patient->called) : NULL;
  self->therapist = name != NULL ? join_words (name, ", ", credentials) : NULL;
  if (self->phone != NULL)
    self->questions = join_words (tonus_handout_word (words, "questions"), " ", self->phone);
}

static void
add_words (TonusHandout *self, const TonusHandoutWords *words)
{
  const struct
  {
    char **member;
    const char *id;
  } table[] = {
    { &self->title, "title" },
    { &self->label_for, "for" },
    { &self->label_therapist, "therapist" },
    { &self->label_date, "date" },
    { &self->label_next, "next-visit" },
    { &self->week_title, "week-from" },
    { &self->safety, "safety" },
    { &self->emergency, "emergency" },
    { &self->page_format, "page-of" },
    { &self->stop_title, "stopped" },
    { &self->advice_title, "advice" },
    { &self->picture_missing, "picture" },
    { &self->none, "none" },
    { &self->found_title, "found" },
    { &self->did_title, "did" },
    { &self->plan_title, "plan" },
    { &self->safety_short, "safety-short" },
    { &self->code_label, "scan" },
    { &self->start, "picture-start" },
    { &self->end, "picture-end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    *table[i].member = g_strdup (tonus_handout_word (words, table[i].id));
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      g_autofree char *id = g_strdup_printf ("day-%u", i + 1);

      self->days[i] = g_strdup (tonus_handout_word (words, id));
    }
}

static TonusSchema *
find_schema (const TonusDossier *dossier)
{
  TonusRecord *record = dossier->program != NULL ? dossier->program : dossier->patient;

  return record != NULL ? tonus_record_get_schema (record) : tonus_schema_get_default ();
}

TonusHandout *
tonus_handout_new (const TonusDossier *dossier, const char *language, guint32 today)
{
  TonusHandout *self = g_new0 (TonusHandout, 1);
  g_autofree char *own =
      tonus_path_read_words (dossier->patient, TONUS_PATH_PATIENT_LANGUAGE, NULL);
  TonusSchema *schema = find_schema (dossier);
  TonusHandoutWords words = tonus_handout_words_find (schema, language != NULL ? language : own);
  g_autoptr (TonusProgram) program = tonus_program_read (dossier->program);
  g_autoptr (TonusProgram) before =
      dossier->before != NULL ? tonus_program_read (dossier->before) : NULL;
  guint32 date = program->date != 0 ? program->date : today;

  self->language = tonus_handout_words_get_language (&words);
  self->exercises = g_ptr_array_new_with_free_func (exercise_free);
  self->pictures =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->stopped = g_ptr_array_new_with_free_func (g_free);
  self->care = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_handout_care_free);
  self->date = date != 0 ? tonus_handout_word_date (&words, date) : NULL;
  add_words (self, &words);
  add_people (self, &words, dossier);
  add_exercises (self, &words, tonus_schema_find_catalogue (schema, "exercise-origin"), before,
                 program);
  tonus_handout_day_fill (self, &words, dossier->visit);
  self->advice = make_advice (&words, program);
  return self;
}

void
tonus_handout_free (TonusHandout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->exercises);
  g_hash_table_unref (self->pictures);
  g_ptr_array_unref (self->stopped);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_free (self->days[i]);
  g_free (self->language);
  g_free (self->clinic);
  g_free (self->phone);
  g_free (self->title);
  g_free (self->patient);
  g_free (self->therapist);
  g_free (self->date);
  g_free (self->label_for);
  g_free (self->label_therapist);
  g_free (self->label_date);
  g_free (self->label_next);
  g_free (self->next);
  g_free (self->advice);
  g_free (self->advice_title);
  g_free (self->week_title);
  g_free (self->safety);
  g_free (self->emergency);
  g_free (self->questions);
  g_free (self->page_format);
  g_free (self->stop_title);
  g_free (self->picture_missing);
  g_free (self->none);
  g_free (self->found_title);
  g_free (self->did_title);
  g_free (self->plan_title);
  g_free (self->found);
  g_free (self->did);
  g_free (self->plan);
  g_ptr_array_unref (self->care);
  g_free (self->safety_short);
  g_free (self->code);
  g_free (self->code_label);
  g_free (self->start);
  g_free (self->end);
  g_free (self);
}
