/* tonus-session-private.h - what the rooms of the session share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-autosave.h"
#include "tonus-session.h"
#include "tonus-watch.h"

G_BEGIN_DECLS

typedef struct _TonusSaver TonusSaver;

/* One chart that is open. */
typedef struct
{
  TonusChart *chart;
  TonusRecord *records[TONUS_N_SLOTS]; /* (nullable) each */
  GPtrArray *visits;                   /* (element-type TonusVisitLine) */
  TonusWatch *watch;                   /* (nullable) looks at the patient's folder meanwhile */
  TonusRecord *before;                 /* (nullable) the home program at the patient's home … */
  GHashTable *pictures; /* (nullable) files of the handout made last: a key reads none of them */
  char *before_key;     /* … when that version is handed out; NULL: not looked for */
  char *given_out;      /* (nullable) hash of the program that went out last */
  char *choices[TONUS_N_CHOICES]; /* (nullable) each: of this handout alone */
  guint64 used;                   /* larger: was in front later */
  gboolean has_refused;           /* to close, because something could not be saved */
} TonusOpenChart;

struct _TonusSession
{
  GObject parent_instance;

  /* Owned */
  TonusPractice *practice;
  GPtrArray *open;           /* (element-type TonusOpenChart) in the order they were opened */
  TonusChart *lent;          /* (nullable) that undo goes over meanwhile */
  TonusChart *office;        /* (nullable): nobody has looked at the practice's own records */
  GPtrArray *office_records; /* (element-type TonusRecord) (nullable) */
  GPtrArray *index;          /* (element-type TonusIndexEntry) (nullable) */
  char *therapist;
  char *status;   /* what is said now */
  char *standing; /* (nullable) what is so for longer than that, "Draft kept 10:42" */
  guint passing;  /* source: what is said now gives way to it */
  TonusSaver *saver;
  TonusWatch *watch;
  GHashTable *offered; /* ids of objects whose drafts of an earlier time wait for an answer */

  /* Borrowed from open */
  TonusOpenChart *front; /* (nullable): no chart is open */

  guint64 uses;
  gboolean is_in_office;
};

/* --- what is said (tonus-session-words.c) --- */
/* What is so until something else is: it waits until what was said in passing has been read, unless
 * somebody asked for it. */
void tonus_session_say_standing (TonusSession *self, const char *words, gboolean is_asked_for);
void tonus_session_forget_words (TonusSession *self);

/* --- the charts that are open (tonus-session-charts.c) --- */
void tonus_open_chart_free (TonusOpenChart *self);
/* Without records; it is not among the open ones yet.  (transfer full) */
TonusOpenChart *tonus_session_begin_chart (TonusSession *self);
/* Among the open ones, and in front; @chart is taken. */
void tonus_session_add_chart (TonusSession *self, TonusOpenChart *chart);
void tonus_session_bring_to_front (TonusSession *self, TonusOpenChart *chart);
/* (nullable) (transfer none) */
TonusOpenChart *tonus_session_find_chart (TonusSession *self, const char *patient);
TonusRecord *tonus_session_find_record (TonusSession *self, const char *object);
/* Into the chart in front. */
void tonus_session_put (TonusSession *self, TonusSlot slot, TonusRecord *record);
void tonus_open_chart_drop (TonusOpenChart *self, TonusSlot slot);
void tonus_open_chart_put (TonusOpenChart *self, TonusSlot slot, TonusRecord *record);

/* --- how this handout shall be (tonus-session-choices.c) --- */
void tonus_open_chart_forget_choices (TonusOpenChart *self);

/* --- visits (tonus-session-visit.c) --- */
gboolean tonus_open_chart_load_visits (TonusSession *self,
                                       TonusOpenChart *chart,
                                       const char *patient,
                                       GError **error);
/* Today's unsigned visit of @episode; NULL: of any.  (nullable) (transfer none) */
TonusVisitLine *tonus_open_chart_find_today (TonusOpenChart *chart, TonusRecord *episode);
/* Errors: TONUS_STORE_ERROR_SIGNED. */
gboolean tonus_open_chart_put_visit (TonusSession *self,
                                     TonusOpenChart *chart,
                                     const char *visit,
                                     GError **error);
gboolean tonus_session_load_visits (TonusSession *self, GError **error);

/* --- what others write (tonus-session-news.c) --- */
void tonus_session_start_watch (TonusSession *self);

/* --- records that begin (tonus-session-begin.c) --- */
/* A record that is not on the disk yet; @patient NULL: it is a patient itself.  (transfer full) */
TonusRecord *tonus_session_make_record (TonusSession *self, const char *kind, const char *patient);
/* What a record starts with is no step that undo should take back. */
void tonus_record_give (TonusRecord *record, const char *path, const char *text);
/* Into their slots, with what is known of them; a visit and a program need the episode. */
void tonus_session_make_episode (TonusSession *self);
void tonus_session_make_program (TonusSession *self);
void tonus_session_make_visit (TonusSession *self);

/* --- episodes (tonus-session-episodes.c) --- */
void
tonus_open_chart_follow_episode (TonusSession *self, TonusOpenChart *chart, TonusRecord *episode);

/* --- somebody new (tonus-session-newcomer.c) --- */
/* Charts behind the front one that were opened for somebody new and say nothing go. */
void tonus_session_drop_nobodies (TonusSession *self);

/* --- the practice's own records (tonus-session-office.c) --- */
void tonus_session_forget_office (TonusSession *self);
/* Who charted here before, if still active, else the first who is. */
void tonus_session_find_therapist (TonusSession *self);

/* --- looking things up in the practice (tonus-session-lookup.c) --- */
/* (element-type TonusVisitLine), newest first */
GPtrArray *tonus_lookup_visits (TonusPractice *practice, const char *patient, GError **error);
/* The episode that is going on, else the last one.  (nullable) (transfer full) */
TonusRecord *tonus_lookup_episode (TonusPractice *practice, const char *patient, GError **error);
/* The newest program of @episode.  (nullable) (transfer full) */
TonusRecord *tonus_lookup_program (TonusPractice *practice,
                                   const char *patient,
                                   const char *episode,
                                   GError **error);

/* --- saving (tonus-saver.c) --- */
TonusSaver *tonus_saver_new (TonusSession *session);
void tonus_saver_free (TonusSaver *self);
void tonus_saver_edited (TonusSaver *self, const char *object);
/* Waits for the disk.  @only: (nullable) the records of that chart.  What one record refuses does
 * not keep the others from being saved. */
gboolean tonus_saver_flush (TonusSaver *self, TonusOpenChart *only, GError **error);
/* @object is nothing to be saved any more; its draft goes. */
void tonus_saver_forget (TonusSaver *self, const char *object);
/* What cannot be saved of @chart stays as drafts alone, to be offered at the next start. */
gboolean tonus_saver_let_go (TonusSaver *self, TonusOpenChart *chart, GError **error);
gboolean tonus_saver_is_dirty (TonusSaver *self);
gboolean tonus_saver_has_edits (TonusSaver *self, const char *object);
/* What keeps something from being saved.  (nullable) */
const TonusFailure *tonus_saver_get_failure (TonusSaver *self);

G_END_DECLS
