/* tonus-handout-content.h - a home program in the patient's words, ready to be laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All text is in the language asked for, from the catalogues' locale keys (docs/schema.md), else English.
 * Nothing private, nothing not recorded: an exercise without sets has no "3 × 10".
 */
#pragma once

#include "tonus-dossier.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;          /* "Bridge" */
  char *dose;          /* "3 × 10", "2 × 8 m", "3 times"; (nullable) */
  GPtrArray *chips;    /* (element-type utf8): "Hold 5 seconds", "2 times a day", "Each side", "8 kg" */
  GPtrArray *steps;    /* (element-type utf8) */
  char *feel;          /* (nullable) "Feel: …" */
  char *stop;          /* (nullable) "Stop if …" */
  char *cue;           /* (nullable) "For you: …", the therapist's own words for this patient */
  char *picture;       /* pose id for the figure; (nullable) */
  guint times_a_day;   /* boxes in the tick grid, ≥ 1 */
} TonusHandoutExercise;

typedef struct
{
  char *language;      /* the one found for most texts: "en" */
  char *clinic, *phone, *title, *patient, *therapist, *date;  /* (nullable) each */
  char *label_for, *label_therapist, *label_date;
  GPtrArray *exercises;   /* (element-type TonusHandoutExercise) */
  GPtrArray *stopped;     /* (element-type utf8) names of exercises to stop doing */
  char *advice;           /* (nullable) paragraphs for everyday life: "no running for 5 days" */
  char *week_title;       /* "My week from" */
  char *days[7];
  char *safety, *questions, *page_format;
  char *stop_title;       /* "Stop doing" */
  char *picture_missing;  /* alternative text of the empty picture place */
  char *advice_title;     /* "In everyday life" */
  char *emergency;        /* (nullable) signs to seek care for at once */
  char *none;             /* (nullable) the sentence for a program without exercises */
} TonusHandout;

/* @language: (nullable) the patient's.  @today: printed as the date when the program has none.  (transfer full) */
TonusHandout *tonus_handout_new (const TonusDossier *dossier, const char *language, guint32 today);
void tonus_handout_free (TonusHandout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusHandout, tonus_handout_free)

G_END_DECLS
