/* tonus-practice-private.h - what the rooms behind tonus-practice.h share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-facts.h"
#include "tonus-practice.h"
#include "tonus-save-private.h"
#include "tonus-shelf.h"

G_BEGIN_DECLS

#define TONUS_PRACTICE_FILE "practice.keyfile"
#define TONUS_README_FILE "README.txt"
#define TONUS_PICTURES_FOLDER "pictures"
#define TONUS_RECORD_FILE_MAX (1024 * 1024)
#define TONUS_ATTACHMENT_FILE_MAX (32 * 1024 * 1024)

struct _TonusPractice
{
  GObject parent_instance;

  /* Owned */
  char *folder;
  char *id;
  TonusSchema *schema;
  GPtrArray *remarks;
  GHashTable
      *shelves; /* patient id, "" for the practice's own → TonusShelf; forgotten by refresh */
  GHashTable *homes; /* object id → patient id or "": where it was seen, a hint */
  GHashTable *facts; /* revision's hash → TonusFacts */
  GPtrArray
      *retired; /* facts of files that have been damaged since; somebody may still hold them */
  GPtrArray *outstanding; /* prepared revisions whose end is not yet known */
  GHashTable *written;    /* (nullable) names of files and folders we made since a watch began */
  GHashTable *watched;    /* (nullable) patient ids whose folders a watch vouches for */
  char *cache_folder;
  char *state_folder;
  gboolean is_read_only;
  gboolean is_bulk;
  gboolean has_swept_pictures;

  /* Borrowed */
  TonusIo *io;
};

/* --- tonus-practice.c --- */

/* A practice in memory only; tonus_practice_create() gives it a disk. */
TonusPractice *tonus_practice_new (TonusIo *io, const char *folder, const char *id);
/* The folder without links on the way, so that opening it refuses only links made later.  (transfer
 * full) */
char *tonus_practice_find_real_folder (const char *folder);
void tonus_practice_remark (TonusPractice *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean tonus_practice_check_writable (TonusPractice *self, GError **error);

/* --- tonus-practice-create.c --- */

/* The folders of a practice to be, and nothing that makes it one.  Errors: EXISTS, DISK.  (transfer
 * full) */
TonusPractice *tonus_practice_begin (TonusIo *io, const char *folder, GError **error);
/* Make it one. */
gboolean tonus_practice_finish (TonusPractice *self, GError **error);
/* Leave an empty folder, so that the user can simply try again.  Best effort: whatever hindered the
 * making may hinder this, and then the folder is no practice and says so. */
void tonus_practice_take_back (TonusPractice *self);

/* --- tonus-practice-file.c: practice.keyfile --- */

char *tonus_practice_file_to_text (TonusIo *io, const char *id);
/* @format: the one it was written in.  Errors: DAMAGED.  (transfer full): the practice's id */
char *tonus_practice_file_read (GBytes *bytes, guint *format, GError **error);

/* --- tonus-practice-schema.c --- */

/* The built-in schema and what lints of the catalogue objects; remarks name the others. */
void tonus_practice_renew_schema (TonusPractice *self);
/* Would @text, as @object's catalogue, lint together with the others?  Errors: REFUSED. */
gboolean tonus_practice_lint_catalogue (
    TonusPractice *self, const char *object, const char *text, gsize length, GError **error);

/* --- tonus-practice-find.c --- */

/* @patient NULL: the practice's own.  Errors: NOT_FOUND, DISK.  (transfer none) */
TonusShelf *tonus_practice_get_shelf (TonusPractice *self, const char *patient, GError **error);
/* The shelf that has @object.  Errors: NOT_FOUND, DISK.  (transfer none) */
TonusShelf *tonus_practice_find_shelf (TonusPractice *self, const char *object, GError **error);
/* Look at @patient's folder anew now. */
void tonus_practice_forget_shelf (TonusPractice *self, const char *patient);
char *tonus_practice_build_shelf_path (TonusPractice *self, const char *patient);

/* --- tonus-practice-watch.c --- */

/* At most one watch at a time. */
void tonus_practice_begin_watch (TonusPractice *self);
void tonus_practice_end_watch (TonusPractice *self);
/* @patient's folder may have been made with it. */
void tonus_practice_note_written (TonusPractice *self, const char *file, const char *patient);
/* Is @name, a file's or a patient's folder's, of our making? */
gboolean tonus_practice_has_written (TonusPractice *self, const char *name);
void tonus_practice_forget_written (TonusPractice *self, const char *name);
/* May a list made from now on be believed until the watch has it forgotten? */
void tonus_practice_set_watched (TonusPractice *self, const char *patient, gboolean is_watched);
void tonus_practice_forget_watched (TonusPractice *self);
gboolean tonus_practice_is_watched (TonusPractice *self, const char *patient);

/* --- tonus-object.c --- */

/* Facts of the file @name, read and verified unless known.  Errors: DAMAGED, NOT_FOUND, DISK.
 * (transfer none) */
const TonusFacts *tonus_practice_get_facts (TonusPractice *self,
                                            TonusShelf *shelf,
                                            const TonusRevisionName *name,
                                            GError **error);
/* The file of revision @hash is not what it was: look again next time. */
void tonus_practice_forget_facts (TonusPractice *self, const char *hash);
/* The valid revisions of @object, none when it is not there.  @damaged: (nullable) gets a line per
 * file that could not be used.  (element-type TonusFacts) (transfer container) */
GPtrArray *tonus_practice_collect_valid (TonusPractice *self,
                                         TonusShelf *shelf,
                                         const char *object,
                                         GPtrArray *damaged);
/* The same for those who write: a file that the disk does not give now is no reason to go on
 * without it.  NULL: DISK. */
GPtrArray *tonus_practice_collect_surely (
    TonusPractice *self, TonusShelf *shelf, const char *object, GPtrArray *damaged, GError **error);
/* (nullable) (transfer none) */
const TonusFacts *
tonus_practice_find_head (TonusPractice *self, TonusShelf *shelf, const char *object);
/* Is @object one of @kind by its first name? */
gboolean tonus_shelf_has_object (TonusShelf *shelf, const char *object, const char *kind);

/* --- tonus-practice-load.c --- */

void tonus_practice_note_hash (TonusRecord *record, const char *hash);
GBytes *tonus_practice_read_revision (TonusPractice *self,
                                      TonusShelf *shelf,
                                      const TonusRevisionName *name,
                                      GError **error);
TonusRecord *tonus_practice_load_revision (TonusPractice *self,
                                           TonusShelf *shelf,
                                           const TonusRevisionName *name,
                                           GError **error);

/* --- tonus-prepare.c --- */

/* The text of @record under @header; the record itself is as before afterwards.  (transfer full) */
GString *tonus_practice_write_text (TonusRecord *record, const TonusHeader *header);

/* tonus_practice_prepare() with the moment given (@written NULL: now). */
TonusPending *tonus_practice_prepare_dated (TonusPractice *self,
                                            TonusRecord *record,
                                            const char *const *parents,
                                            const char *author,
                                            const char *written,
                                            GError **error);

/* --- tonus-pending.c --- */

/* @record as it is now, to be saved under @header (taken; zeroed), which is its own once that is
 * done. (transfer full) */
TonusPending *
tonus_practice_begin_pending (TonusPractice *self, TonusRecord *record, TonusHeader *header);
/* Take note of the pending revisions that have been saved meanwhile. */
void tonus_practice_settle (TonusPractice *self);
/* Is a pending revision's file, or its patient's folder, called @name? */
gboolean tonus_practice_is_writing (TonusPractice *self, const char *name);
void tonus_outstanding_free (gpointer outstanding);

/* --- tonus-practice-pictures.c --- */

/* Are @bytes those that @name promises?  @folder: for the message.  Errors: DAMAGED. */
gboolean
tonus_practice_check_picture (const char *folder, const char *name, GBytes *bytes, GError **error);

/* --- tonus-gather.c --- */

/* The object that @record names at @path.  @record: (nullable).  (transfer full) (nullable) */
char *tonus_gather_read_reference (TonusRecord *record, const char *path);

/* --- tonus-context.c --- */

/* What @record is written against.  (transfer full) */
GStrv tonus_practice_find_context (TonusPractice *self, TonusShelf *shelf, TonusRecord *record);
/* Do the objects exist that @record cannot be without?  @shelf NULL: no folder yet.  Errors:
 * REFUSED. */
gboolean tonus_practice_check_needs (TonusShelf *shelf, TonusRecord *record, GError **error);

G_END_DECLS
