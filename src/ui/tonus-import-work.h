/* tonus-import-work.h - an exercise library read and recorded beside the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On a thread of its own, with a TonusPractice of its own; knows no widget.  Everything is read and
 * checked, and its pictures are kept, before the first record is written; until then it can be
 * cancelled, and then nothing names the pictures that came so far.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_IMPORT_WORK_ADD,
  TONUS_IMPORT_WORK_REMOVE,    /* what came from @source is offered no longer */
  TONUS_IMPORT_WORK_BRING_BACK /* and again */
} TonusImportWorkKind;

typedef struct _TonusImportWork TonusImportWork;
struct _TonusImportWork
{
  /* --- asked --- */
  TonusImportWorkKind kind;
  TonusIo *io;
  char *folder; /* of the practice */
  char *author; /* id of the therapist */
  GStrv paths;  /* ADD: the library's files */
  char *source; /* else: "wger"; ADD finds it */

  /* --- found, to be read in done() --- */
  guint n_new, n_known, n_passed_over;
  guint n_pictures, n_pictures_failed; /* kept; named, but nothing that could be */
  guint n_illustrated;                 /* exercises that were here and have their pictures now */
  gboolean has_left_pictures;          /* they come with the folder, and a file was chosen */
  GError *error;                       /* (nullable) */

  /*< private >*/
  GCancellable *cancellable;
  gint percent;
  GThread *thread;
  void (*done) (TonusImportWork *self, gpointer data);
  gpointer data;
  guint idle;
};

TonusImportWork *tonus_import_work_new (TonusPractice *practice, const char *author);
/* @done is called from the main loop, unless it is freed before. */
void tonus_import_work_start (TonusImportWork *self,
                              void (*done) (TonusImportWork *self, gpointer data),
                              gpointer data);
void tonus_import_work_cancel (TonusImportWork *self);
int tonus_import_work_get_percent (TonusImportWork *self);
/* What became of it, for the person.  (transfer full) */
char *tonus_import_work_describe (const TonusImportWork *self);
/* Cancels and waits. */
void tonus_import_work_free (TonusImportWork *self);

G_END_DECLS
