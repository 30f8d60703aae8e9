/* tonus-session.h - a practice at work: whose charts are open, which visit is charted, what is
 * saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows no widget.  Several charts may be open and one of them is in front: what is asked and told
 * here without naming a patient is about that one.  In a chart at most one record of each slot is
 * open, all in one TonusChart, so that undo goes over everything of one patient and nothing of
 * another.  Edits in any chart are kept as drafts within seconds and become revisions on closing
 * the chart, on handing out and after a minute's pause; the disk is written on a thread of its own.
 *
 * Signals: "opened" (other records are open in the chart in front than before), "switched" (another
 * chart is in front, or none), "said" (the status or the failure has changed), "patients-changed"
 * (the list of patients is out of date), "staff-changed" (therapists, or who charts), "news" (look
 * again at tonus_session_list_news() and tonus_session_is_available()), "chosen" (the handout in
 * front shall be another).
 */
#pragma once

#include "tonus-chart.h"
#include "tonus-handout.h"
#include "tonus-practice.h"
#include "tonus-withdraw.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_SLOT_PATIENT,
  TONUS_SLOT_EPISODE,
  TONUS_SLOT_PROGRAM,
  TONUS_SLOT_VISIT,
  TONUS_N_SLOTS
} TonusSlot;

/* One line of the history. */
typedef struct
{
  char *id;
  char *episode; /* "" when it names none */
  char *date;    /* "" when not recorded */
  char *start;   /* "" when not recorded */
  char *kind;    /* row of the catalogue visit-kind, "" */
  gboolean is_signed;
} TonusVisitLine;

/* What keeps something from being saved. */
typedef struct
{
  GError *error;
  gboolean is_kept; /* as a draft, on this computer */
} TonusFailure;

#define TONUS_TYPE_SESSION (tonus_session_get_type ())
G_DECLARE_FINAL_TYPE (TonusSession, tonus_session, TONUS, SESSION, GObject)

TonusSession *tonus_session_new (TonusPractice *practice);

TonusPractice *tonus_session_get_practice (TonusSession *self);
TonusSchema *tonus_session_get_schema (TonusSession *self);

/* --- who charts --- */

/* Author of what is written from now on.  (nullable) */
const char *tonus_session_get_therapist (TonusSession *self);
/* Remembered for this practice on this computer. */
void tonus_session_set_therapist (TonusSession *self, const char *therapist);
/* Those who are active.  (transfer full) (element-type TonusRecord) */
GPtrArray *tonus_session_list_therapists (TonusSession *self);

/* --- the chart in front --- */

/* (nullable): no chart is open */
TonusChart *tonus_session_get_chart (TonusSession *self);
/* (nullable) */
TonusRecord *tonus_session_get_record (TonusSession *self, TonusSlot slot);
/* The open record that may hold @section.  (nullable) */
TonusRecord *tonus_session_get_holder (TonusSession *self, const TonusSection *section);
/* The kind of record of a slot: "patient". */
const char *tonus_slot_kind (TonusSlot slot);

/* Visits of the open patient that are not void, newest first.  (element-type TonusVisitLine)
 * (transfer none) */
GPtrArray *tonus_session_get_visits (TonusSession *self);

/* --- several charts --- */

/* So many may be open; the one that has waited longest is closed for another. */
#define TONUS_CHARTS_MAX 8

/* Brings a patient's chart to the front, opened with today's unsigned visit if it was not open. */
gboolean tonus_session_open_patient (TonusSession *self, const char *patient, GError **error);
/* The same with a patient that is nobody yet. */
gboolean tonus_session_new_patient (TonusSession *self, GError **error);
/* Closes the chart in front, saved; the one in front before comes back.  What cannot be saved keeps
 * it open the first time; the second time it stays as a draft. */
gboolean tonus_session_close_patient (TonusSession *self, GError **error);

/* In the order they were opened.  (element-type TonusRecord) the patients (transfer container) */
GPtrArray *tonus_session_list_open (TonusSession *self);
gboolean tonus_session_is_open (TonusSession *self, const char *patient);
gboolean tonus_session_has_chart (TonusSession *self, TonusChart *chart);
/* (nullable): it is not open */
TonusChart *tonus_session_get_chart_of (TonusSession *self, const char *patient);
/* The next one to the front, or with -1 the one before it. */
void tonus_session_switch (TonusSession *self, int step);

/* --- the visit --- */

/* Go on with an unsigned visit.  Errors: TONUS_STORE_ERROR_SIGNED. */
gboolean tonus_session_open_visit (TonusSession *self, const char *visit, GError **error);
/* Today's visit, made if there is none, with an episode if there is none. */
gboolean tonus_session_start_visit (TonusSession *self, GError **error);
/* The episode or the home program, made if there is none. */
TonusRecord *tonus_session_need (TonusSession *self, TonusSlot slot);

/* While somebody new is entered who is here already: that patient's chart.  The new one goes if it
 * was never saved and says nothing but who the person is. */
gboolean tonus_session_open_instead (TonusSession *self, const char *patient, GError **error);

/* --- episodes of care of the chart in front --- */

/* The last one first.  (element-type TonusRecord) (transfer full) */
GPtrArray *tonus_session_list_episodes (TonusSession *self);
/* The one that is charted from now on, with its home program; a visit of another one is closed. */
gboolean tonus_session_choose_episode (TonusSession *self, const char *episode, GError **error);
/* Nothing is kept of it before it is edited or has a visit. */
gboolean tonus_session_start_episode (TonusSession *self, GError **error);

/* --- all patients --- */

/* As the list has read them last, so that nobody has to read ten thousand again.  @entries:
 * (element-type TonusIndexEntry), a reference is kept. */
void tonus_session_note_index (TonusSession *self, GPtrArray *entries);
/* Those, else read now.  (nullable) (transfer none) */
GPtrArray *tonus_session_get_index (TonusSession *self);

/* --- visits of the chart in front that were charted by mistake --- */

/* (element-type TonusWithdrawn) (transfer full) */
GPtrArray *tonus_session_list_withdrawn (TonusSession *self);
/* Entered in error; closed if it is open.  @note: why, in words. */
gboolean
tonus_session_withdraw (TonusSession *self, const char *visit, const char *note, GError **error);
/* To the patient it belongs to. */
gboolean tonus_session_move_visit (
    TonusSession *self, const char *visit, const char *patient, const char *note, GError **error);
gboolean tonus_session_bring_back (TonusSession *self, const char *visit, GError **error);

/* --- the practice's own records: clinic, therapists, payers --- */

/* Their chart, of its own undo; saved like the others.  (transfer none) */
TonusChart *tonus_session_enter_office (TonusSession *self);
/* In the order of their ids, new ones last.  (transfer container) (element-type TonusRecord) */
GPtrArray *tonus_session_list_office (TonusSession *self, const char *kind);
/* Nothing is kept of it before it says something.  (transfer none) */
TonusRecord *tonus_session_add_to_office (TonusSession *self, const char *kind);
/* Saved and closed. */
gboolean tonus_session_leave_office (TonusSession *self, GError **error);
/* What undo goes over: the chart that was lent, the office while it is entered, else the chart in
 * front.  (nullable) */
TonusChart *tonus_session_get_chart_at_hand (TonusSession *self);

/* Undo goes over @chart, of something that is no record of the practice, until NULL is lent. */
void tonus_session_lend_chart (TonusSession *self, TonusChart *chart);

/* --- saving --- */

/* Everything edited in any chart becomes a revision, here and now. */
gboolean tonus_session_save (TonusSession *self, GError **error);
gboolean tonus_session_is_dirty (TonusSession *self);
/* What keeps something from being saved.  (nullable) (transfer none) */
const TonusFailure *tonus_session_get_failure (TonusSession *self);

/* The last outcome in words: "Saved 10:42". */
const char *tonus_session_get_status (TonusSession *self);
/* In passing: after some seconds the status is again how things stand.  "": nothing stands any
 * more. */
void tonus_session_say (TonusSession *self, const char *words);

/* --- what others write --- */

/* A record of the chart in front that somebody else has saved, too. */
typedef struct
{
  TonusSlot slot;
  char *object;
  gboolean is_fork;   /* two versions stand side by side; else there is a newer one */
  gboolean is_signed; /* one of the versions is */
  gboolean is_edited; /* here, since it was saved last */
  char *who;          /* (nullable) wrote the other version */
  char *when;         /* (nullable) "10:42" */
} TonusNews;

/* (transfer full) (element-type TonusNews) */
GPtrArray *tonus_session_list_news (TonusSession *self);
/* The chart in front as it is on the disk now, but for what is being edited. */
void tonus_session_show_news (TonusSession *self);
/* Is the practice folder there? */
gboolean tonus_session_is_available (TonusSession *self);

/* Two versions of one record. */
typedef struct
{
  char *object;
  GStrv heads;
  gboolean is_signed; /* ours: it is the record, and nothing can be merged into it */
  TonusRecord *ours, *theirs;
  TonusRecord *merged;  /* what needs no decision, with ours where one is needed */
  GPtrArray *conflicts; /* (element-type TonusConflict) */
} TonusFork;

/* What has been edited in the chart in front is saved first.  (transfer full) */
TonusFork *tonus_session_load_fork (TonusSession *self, const char *id, GError **error);
void tonus_fork_free (TonusFork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusFork, tonus_fork_free)

/* One revision that follows both; @is_theirs: one answer per conflict. */
gboolean tonus_session_merge (TonusSession *self,
                              TonusFork *fork,
                              const gboolean *is_theirs,
                              GError **error);

/* --- recovery --- */

/* What was typed before the program last ended, and is in no revision.  (transfer full)
 * (element-type TonusDraft) */
GPtrArray *tonus_session_list_drafts (TonusSession *self);
gboolean tonus_session_restore_drafts (TonusSession *self, GPtrArray *drafts, GError **error);
gboolean tonus_session_discard_drafts (TonusSession *self, GPtrArray *drafts, GError **error);

/* --- the handout --- */

/* Of the home program in front, as it would be if it was handed out now.  NULL: there is no
 * program.  (transfer full) */
TonusHandout *tonus_session_make_handout (TonusSession *self);
/* As this computer, the practice and the patient want it, but for what was chosen. */
TonusHandoutOptions tonus_session_get_handout_options (TonusSession *self);

/* What is chosen for this handout alone, until the chart is closed or another visit begun; the rest
 * is as the patient's record says. */
typedef enum
{
  TONUS_CHOICE_LANGUAGE, /* "es" */
  TONUS_CHOICE_LARGE,    /* "yes" or "no" */
  TONUS_N_CHOICES
} TonusHandoutChoice;

/* How the handout is now.  (transfer full) */
char *tonus_session_get_choice (TonusSession *self, TonusHandoutChoice choice);
void tonus_session_choose (TonusSession *self, TonusHandoutChoice choice, const char *value);
/* Is something other than the patient's record says? */
gboolean tonus_session_has_choices (TonusSession *self);
/* Always so for this patient: in the record from now on. */
gboolean tonus_session_keep_choices (TonusSession *self, GError **error);

/* The home program as it was handed out last, @not_at (nullable) a certain visit.  (nullable:
 * never) (transfer full) */
TonusRecord *tonus_session_load_given (TonusSession *self, const char *not_at);

/* Version, date and visit are noted in the home program and all is saved: the document that goes
 * out now.  What went out today and was not changed since is no other version.  (transfer full) */
GBytes *
tonus_session_give_out (TonusSession *self, const TonusHandoutOptions *options, GError **error);
/* The same as the file @path. */
gboolean tonus_session_hand_out (TonusSession *self, const char *path, GError **error);

G_END_DECLS
