/* tonus-handout-content.h - a home program in the patient's words, ready to be laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All text is in the language asked for, from the catalogues' locale keys (docs/schema.md), else English.
 * Nothing private, nothing not recorded: an exercise without sets has no "3 × 10".
 */
#pragma once

#include "tonus-dossier.h"
#include "tonus-program-change.h"

G_BEGIN_DECLS

/* Are the words of an exercise in the language of the handout? */
typedef enum
{
  TONUS_HANDOUT_WORDS_OWN,
  TONUS_HANDOUT_WORDS_MIXED,   /* some of them are English */
  TONUS_HANDOUT_WORDS_FOREIGN  /* all of them are */
} TonusHandoutWordsState;

typedef struct
{
  char *name;          /* "Bridge" */
  char *dose;          /* "3 × 10", "2 × 8 m", "3 times"; (nullable) */
  GPtrArray *chips;    /* (element-type utf8): "Hold 5 seconds", "2 times a day", "Each side", "8 kg" */
  GPtrArray *steps;    /* (element-type utf8) */
  char *feel;          /* (nullable) "Feel: …" */
  char *stop;          /* (nullable) "Stop if …" */
  char *cue;           /* (nullable) "For you: …", the therapist's own words for this patient */
  char *credit;        /* (nullable) whose words these are, where the licence wants it printed */
  char *picture;       /* what the column "picture" says: a pose's id, or files (tonus-picture-name.h); (nullable) */
  gboolean is_left;    /* the picture shows the left side: mirrored */
  char *mark;          /* (nullable) "New", "Harder": since the version handed out before */
  char *instead;       /* (nullable) "Instead of: Clam": what it took the place of */
  TonusProgramChange change;
  guint times_a_day;   /* boxes in the tick grid, ≥ 1 */
  TonusHandoutWordsState words;
  gboolean lacks_dose; /* neither how much nor how often */
  gboolean lacks_band; /* it needs one, and which is not recorded */
} TonusHandoutExercise;

/* What to heed after a treatment of that day. */
typedef struct
{
  char *title;         /* "After dry needling" */
  GPtrArray *lines;    /* (element-type utf8) */
  char *alarm;         /* (nullable) "Get emergency care at once for …" */
} TonusHandoutCare;

typedef struct
{
  char *language;      /* the one found for most texts: "en" */
  char *clinic, *phone, *title, *patient, *therapist, *date;  /* (nullable) each */
  char *next;             /* (nullable) the day of the next visit */
  char *label_for, *label_therapist, *label_date, *label_next;
  GPtrArray *exercises;   /* (element-type TonusHandoutExercise) */
  GHashTable *pictures;   /* name → GBytes: of the files that @exercises name those that are there; the store fills it */
  GPtrArray *stopped;     /* (element-type utf8) names of exercises to stop doing */
  char *advice;           /* (nullable) paragraphs for everyday life: "no running for 5 days" */
  char *week_title;       /* "My week from" */
  char *days[7];
  char *safety, *questions, *page_format;
  char *stop_title;       /* "Stop doing" */
  char *picture_missing;  /* said where an exercise has no picture */
  char *advice_title;     /* "In everyday life" */
  char *emergency;        /* (nullable) signs to seek care for at once */
  char *none;             /* (nullable) the sentence for a program without exercises */
  /* Of the visit the program was given at; titles stand even where there is nothing under them. */
  char *found_title, *did_title, *plan_title;  /* "What is going on", "What we did today", "How we go on" */
  char *found;            /* (nullable) the therapist's own plain words */
  char *did;              /* (nullable) "Hands-on treatment · Dry needling" */
  char *plan;             /* (nullable) "Come once a week." */
  GPtrArray *care;        /* (element-type TonusHandoutCare) */
  char *safety_short;     /* (nullable) stands where the box has no room */
  char *code;             /* (nullable) what the square code says: the clinic's "tel:…" or web page, nothing of the patient */
  char *code_label;       /* "Scan to reach us" */
  char *start, *end;      /* under the two panels of a picture */
} TonusHandout;

/* @language: (nullable) the patient's.  @today: printed as the date when the program has none.  (transfer full) */
TonusHandout *tonus_handout_new (const TonusDossier *dossier, const char *language, guint32 today);
void tonus_handout_free (TonusHandout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusHandout, tonus_handout_free)

G_END_DECLS
