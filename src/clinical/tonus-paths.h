/* tonus-paths.h - the few paths of the schema that C names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One list: name, section, field, kind.  Only lenses read it; a test holds every line against the
 * built-in schema.  Everything else in Tonus walks the schema and knows no path.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

#define TONUS_PATHS(X)                                             \
  X (CLINIC_NAME, "clinic", "name", TEXT)                          \
  X (CLINIC_ADDRESS, "clinic", "address", NOTE)                    \
  X (CLINIC_PHONE, "clinic", "phone", TEXT)                        \
  X (CLINIC_PAPER, "clinic", "paper", CHOICE)                      \
  X (CLINIC_URL, "clinic", "url", TEXT)                            \
  X (CLINIC_HANDOUT_CODE, "clinic", "handout-code", CHOICE)        \
  X (THERAPIST_NAME, "therapist", "name", TEXT)                    \
  X (THERAPIST_CREDENTIALS, "therapist", "credentials", TEXT)      \
  X (PAYER_NAME, "payer", "name", TEXT)                            \
  X (PAYER_UNIT_RULE, "payer", "unit-rule", CHOICE)                \
  X (PATIENT_GIVEN, "patient", "given", TEXT)                      \
  X (PATIENT_FAMILY, "patient", "family", TEXT)                    \
  X (PATIENT_PREFERRED, "patient", "preferred", TEXT)              \
  X (PATIENT_BORN, "patient", "born", DATE)                        \
  X (PATIENT_LANGUAGE, "patient", "language", CHOICE)              \
  X (PATIENT_PHONE, "contact", "phone", TEXT)                      \
  X (ALERT_ALERT, "alert", "alert", CHOICE)                        \
  X (ALERT_DETAIL, "alert", "detail", TEXT)                        \
  X (ALERT_ENDED, "alert", "ended", DATE)                          \
  X (EPISODE_TITLE, "episode", "title", TEXT)                      \
  X (EPISODE_START, "episode", "start", DATE)                      \
  X (EPISODE_ONSET, "episode", "onset", DATE)                      \
  X (EPISODE_ENDED, "episode", "ended", DATE)                      \
  X (DIAGNOSIS_CODE, "diagnosis", "code", TEXT)                    \
  X (DIAGNOSIS_NAME, "diagnosis", "name", TEXT)                    \
  X (DIAGNOSIS_ROLE, "diagnosis", "role", CHOICE)                  \
  X (DIAGNOSIS_BODY_PART, "diagnosis", "body-part", CHOICE)        \
  X (GOAL_TEXT, "goal", "text", TEXT)                              \
  X (PLAN_AMOUNT, "plan-of-care", "amount", TEXT)                  \
  X (PLAN_CERTIFIED_TO, "plan-of-care", "certified-to", DATE)      \
  X (ORDER_REFERRER, "order", "referrer", TEXT)                    \
  X (VISIT_THERAPIST, "visit", "therapist", REF)                   \
  X (VISIT_EPISODE, "visit", "episode", REF)                       \
  X (VISIT_KIND, "visit", "kind", CHOICE)                          \
  X (VISIT_DATE, "visit", "date", DATE)                            \
  X (VISIT_START, "visit", "start", TIME)                          \
  X (VISIT_END, "visit", "end", TIME)                              \
  X (VISIT_NEXT, "visit", "next", DATE)                            \
  X (ASSESSMENT_EXPLAINED, "assessment", "explained", NOTE)        \
  X (PLAN_FREQUENCY_LOW, "plan", "frequency-low", INTEGER)         \
  X (PLAN_FREQUENCY_HIGH, "plan", "frequency-high", INTEGER)       \
  X (MANUAL_TECHNIQUE, "manual", "technique", CHOICE)              \
  X (MOBILISATION_JOINT, "mobilisation", "joint", CHOICE)          \
  X (NEEDLING_MUSCLE, "needling", "muscle", CHOICE)                \
  X (TAPING_REGION, "taping", "region", CHOICE)                    \
  X (TAPING_WEAR_DAYS, "taping-session", "wear-days", INTEGER)     \
  X (EXERCISE_EXERCISE, "exercise", "exercise", CHOICE)            \
  X (TIME_MINUTES, "time", "minutes", INTEGER)                     \
  X (SIGNATURE_NAME, "signature", "name", TEXT)                    \
  X (SIGNATURE_CREDENTIALS, "signature", "credentials", TEXT)      \
  X (SIGNATURE_TIME, "signature", "time", TEXT)                    \
  X (PROGRAM_DATE, "program", "date", DATE)                        \
  X (PROGRAM_VERSION, "program", "version", INTEGER)               \
  X (PROGRAM_CHANGED, "program", "changed", TEXT)                  \
  X (PROGRAM_WHY, "program", "why", TEXT)                          \
  X (PROGRAM_ADVICE, "program", "advice", NOTE)                    \
  X (HOME_EXERCISE, "home", "exercise", CHOICE)                    \
  X (HOME_SETS, "home", "sets", INTEGER)                           \
  X (HOME_REPS, "home", "reps", INTEGER)                           \
  X (HOME_HOLD, "home", "hold", INTEGER)                           \
  X (HOME_DISTANCE, "home", "distance", DECIMAL)                   \
  X (HOME_DURATION, "home", "duration", DECIMAL)                   \
  X (HOME_TIMES_A_DAY, "home", "times-a-day", INTEGER)             \
  X (HOME_DAYS_A_WEEK, "home", "days-a-week", INTEGER)             \
  X (HOME_SIDE, "home", "side", CHOICE)                            \
  X (HOME_LOAD, "home", "load", DECIMAL)                           \
  X (HOME_LOAD_UNIT, "home", "load-unit", CHOICE)                  \
  X (HOME_BAND, "home", "band", CHOICE)                            \
  X (HOME_TEMPO, "home", "tempo", TEXT)                            \
  X (HOME_REST, "home", "rest", INTEGER)                           \
  X (HOME_PAIN_LIMIT, "home", "pain-limit", INTEGER)               \
  X (HOME_OPTIONAL, "home", "optional", BOOLEAN)                   \
  X (HOME_CUE, "home", "cue", TEXT)                                \
  X (HOME_STOP, "home", "stop", TEXT)                              \
  X (HOME_EFFORT, "home", "effort", DECIMAL)                       \
  X (HOME_PLACE, "home", "place", INTEGER)                         \
  X (HOME_STATE, "home", "state", CHOICE)                          \
  X (HOME_SINCE, "home", "since", DATE)                            \
  X (CHANGE_ACTION, "program-change", "action", CHOICE)            \
  X (CHANGE_DATE, "program-change", "date", DATE)                  \
  X (CHANGE_EXERCISE, "program-change", "exercise", CHOICE)        \
  X (CHANGE_INSTEAD, "program-change", "instead", CHOICE)          \
  X (CHANGE_NOTE, "program-change", "note", TEXT)                  \
  X (HOME_DONE_DONE, "home-done", "done", CHOICE)                  \
  X (HOME_DONE_WHY, "home-done", "why", CHOICE)                    \
  X (HOME_DONE_NOTE, "home-done", "note", TEXT)                    \
  X (RUN_RUN, "run-plan", "run", DECIMAL)                          \
  X (RUN_WALK, "run-plan", "walk", DECIMAL)                        \
  X (RUN_REPEATS, "run-plan", "repeats", INTEGER)                  \
  X (RUN_DAYS_A_WEEK, "run-plan", "days-a-week", INTEGER)          \
  X (RUN_PAIN_LIMIT, "run-plan", "pain-limit", INTEGER)            \
  X (RUN_STATE, "run-plan", "state", CHOICE)                       \
  X (RUN_NOTE, "run-plan", "note", TEXT)

typedef enum
{
#define TONUS_PATH_ID(name, section, field, kind) TONUS_PATH_##name,
  TONUS_PATHS (TONUS_PATH_ID)
#undef TONUS_PATH_ID
  TONUS_N_PATHS
} TonusPath;

const char *tonus_path_get_section (TonusPath path);
const char *tonus_path_get_field (TonusPath path);
TonusKind tonus_path_get_kind (TonusPath path);

/* The value of @path in @record, @row NULL for sections that do not repeat.  NULL when @record is NULL, nothing is
 * recorded, or it was not tested: what a lens may treat as a value.  (transfer none) (nullable) */
const char *tonus_path_read (TonusRecord *record, TonusPath path, const char *row);

/* Text as words, never empty.  (transfer full) (nullable) */
char *tonus_path_read_words (TonusRecord *record, TonusPath path, const char *row);

/* The catalogue row chosen.  (transfer none) (nullable) */
const TonusEntry *tonus_path_read_entry (TonusRecord *record, TonusPath path, const char *row);

/* @otherwise when there is no value. */
double tonus_path_read_number (TonusRecord *record, TonusPath path, const char *row, double otherwise);

/* 0: no date. */
guint32 tonus_path_read_date (TonusRecord *record, TonusPath path, const char *row);

G_END_DECLS
