/* tonus-program.h - a home program as plain rows, as read from a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lens: a copy made in one place.  A number that is not recorded is -1, so that it is never mixed up
 * with zero.  Entries belong to the record's schema.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *row;
  const TonusEntry *exercise;                /* (nullable) */
  int sets, reps, hold, rest;                /* -1: not recorded; hold and rest in s */
  int times_a_day, days_a_week, pain_limit;  /* -1 */
  char *distance, *duration, *load, *effort; /* (nullable) numbers in the record's grammar: m, min, load_unit, of 10 */
  const TonusEntry *load_unit, *band, *side; /* (nullable) */
  char *tempo, *cue, *stop;                  /* (nullable) words */
  gboolean is_optional;
  gboolean is_stopped;
  char *why_stopped;                         /* (nullable) words: of the last change that stopped it */
} TonusProgramExercise;

/* A line of the running plan. */
typedef struct
{
  char *run, *walk;                       /* (nullable) minutes in the record's grammar */
  int repeats, days_a_week, pain_limit;   /* -1: not recorded */
  char *note;                             /* (nullable) */
  gboolean is_stopped;
} TonusProgramRun;

typedef struct
{
  guint32 date;          /* 0 */
  guint version;         /* 0 */
  char *changed;         /* (nullable) */
  char *advice;          /* (nullable) */
  GPtrArray *exercises;  /* (element-type TonusProgramExercise), in the order of the record */
  const TonusCatalogue *library; /* (nullable) what they were chosen from, with its ladders */
  GPtrArray *runs;       /* (element-type TonusProgramRun) */
} TonusProgram;

/* @record may be NULL: an empty program.  (transfer full) */
TonusProgram *tonus_program_read (TonusRecord *record);
void tonus_program_free (TonusProgram *self);

/* The rows of the exercises in their order: by their places, those without one last, as they came.
 * (transfer full) (element-type utf8) */
GPtrArray *tonus_program_list_rows (TonusRecord *record);

/* For the therapist, in one line: "3 × 10, hold 5 s, 2 × a day, 5 days a week, 8 kg, right".  "" when nothing is recorded.  (transfer full) */
char *tonus_program_exercise_describe (const TonusProgramExercise *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusProgram, tonus_program_free)

G_END_DECLS
