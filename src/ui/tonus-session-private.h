/* tonus-session-private.h - what the rooms of the session share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-autosave.h"
#include "tonus-session.h"

G_BEGIN_DECLS

typedef struct _TonusSaver TonusSaver;

struct _TonusSession
{
  GObject parent_instance;

  /* Owned */
  TonusPractice *practice;
  TonusChart *chart; /* (nullable) */
  TonusRecord *records[TONUS_N_SLOTS];
  GPtrArray *visits; /* (element-type TonusVisitLine) */
  char *therapist;
  char *status;
  TonusSaver *saver;
};

/* --- opening (tonus-session.c) --- */
void tonus_session_put (TonusSession *self, TonusSlot slot, TonusRecord *record);

/* --- records that begin (tonus-session-begin.c) --- */
/* A record that is not on the disk yet; @patient NULL: it is a patient itself.  (transfer full) */
TonusRecord *tonus_session_make_record (TonusSession *self, const char *kind, const char *patient);
/* Into their slots, with what is known of them; a visit and a program need the episode. */
void tonus_session_make_episode (TonusSession *self);
void tonus_session_make_program (TonusSession *self);
void tonus_session_make_visit (TonusSession *self);

/* --- looking things up in the practice (tonus-session-lookup.c) --- */
char *tonus_lookup_therapist (TonusPractice *practice);
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
/* Waits for the disk. */
gboolean tonus_saver_flush (TonusSaver *self, GError **error);
gboolean tonus_saver_is_dirty (TonusSaver *self);

G_END_DECLS
