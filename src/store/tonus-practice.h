/* tonus-practice.h - a practice: one folder of immutable revision files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening reads practice.keyfile and the practice's own records; patients are read when asked for.
 * The folder is the truth: nothing is held that another program may have changed, except the list
 * of a patient's files, which tonus_practice_refresh() forgets.  A damaged file is reported and
 * passed over; every other record opens.  Use one TonusPractice per thread.
 */
#pragma once

#include "tonus-io.h"
#include "tonus-merge.h"
#include "tonus-record.h"
#include "tonus-save.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PRACTICE (tonus_practice_get_type ())
G_DECLARE_FINAL_TYPE (TonusPractice, tonus_practice, TONUS, PRACTICE, GObject)

/* Make an empty practice in @folder (absent or empty): practice.keyfile, README.txt, a clinic and a
 * first therapist.  Errors: EXISTS, DISK.  (transfer full) */
TonusPractice *tonus_practice_create (TonusIo *io,
                                      const char *folder,
                                      const char *clinic,
                                      const char *therapist,
                                      const char *credentials,
                                      char **therapist_id,
                                      GError **error);

/* Errors: NOT_A_PRACTICE, NOT_AVAILABLE, NEWER never (it opens read-only), DISK.  (transfer full)
 */
TonusPractice *tonus_practice_open (TonusIo *io, const char *folder, GError **error);

const char *tonus_practice_get_folder (TonusPractice *self);
const char *tonus_practice_get_id (TonusPractice *self);
TonusIo *tonus_practice_get_io (TonusPractice *self);
gboolean tonus_practice_is_read_only (TonusPractice *self);

/* The built-in schema extended by the practice's catalogue objects; those that do not lint are left
 * out and named in tonus_practice_get_remarks(). */
TonusSchema *tonus_practice_get_schema (TonusPractice *self);

/* What opening passed over: damaged, foreign, unlinted (element-type utf8), one line each: what,
 * where, what now. */
GPtrArray *tonus_practice_get_remarks (TonusPractice *self);

/* Is the folder (still) there with its practice.keyfile?  Errors: NOT_AVAILABLE. */
gboolean tonus_practice_is_available (TonusPractice *self, GError **error);

/* Look at the folder anew at the next call. */
void tonus_practice_refresh (TonusPractice *self);

/* --- objects and their revisions --- */

typedef struct
{
  char *hash;
  guint64 number;
  GStrv parents;
  char *author;  /* (nullable) */
  char *written; /* (nullable) */
  gboolean is_head;
  gboolean is_signed;
} TonusRevision;

/* One object as its valid revision files tell it. */
typedef struct
{
  char *kind;
  char *id;
  char *patient;        /* (nullable) */
  GPtrArray *revisions; /* (element-type TonusRevision), by number, then hash */
  GPtrArray
      *heads; /* (element-type TonusRevision) borrowed; signed first, then number; > 1 is a fork */
  gboolean is_incomplete; /* a parent or context hash is absent: waiting for files */
  GPtrArray *damaged;     /* (element-type utf8) lines about files of it that could not be used */
} TonusObject;

void tonus_object_free (TonusObject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusObject, tonus_object_free)

/* Ids of all patients' folders.  (transfer full) (element-type utf8) */
GPtrArray *tonus_practice_list_patients (TonusPractice *self, GError **error);

/* Ids of the objects of @kind (NULL: all) of @patient (NULL: the practice's own).  (transfer full)
 * (element-type utf8) */
GPtrArray *tonus_practice_list_objects (TonusPractice *self,
                                        const char *patient,
                                        const char *kind,
                                        GError **error);

/* A full id from one or an unambiguous prefix of at least 6 characters.  Errors: NOT_FOUND,
 * AMBIGUOUS.  (transfer full) */
char *
tonus_practice_resolve (TonusPractice *self, const char *prefix, const char *kind, GError **error);

/* Every revision verified (name, hash, shape).  Errors: NOT_FOUND, DAMAGED when no revision is
 * usable. */
TonusObject *tonus_practice_get_object (TonusPractice *self, const char *id, GError **error);

/* A revision as a record (@hash NULL: the first head).  (transfer full) */
TonusRecord *
tonus_practice_load (TonusPractice *self, const char *id, const char *hash, GError **error);

/* Its bytes exactly as on disk, verified. (transfer full) */
GBytes *
tonus_practice_load_bytes (TonusPractice *self, const char *id, const char *hash, GError **error);

/* The two heads of a fork and their nearest common ancestor (NULL when unknown), merged as a
 * proposal. */
TonusRecord *tonus_practice_merge_heads (TonusPractice *self,
                                         const char *id,
                                         GPtrArray **conflicts,
                                         GError **error);

/* --- saving --- */

/* A revision ready to be written: made on the caller's thread, saved on any (tonus_pending_save).
 */
typedef struct _TonusPending TonusPending;

/* The next revision of @record's object.  Its parents are @record's header hash as loaded or last
 * saved (none: a new object); for a merge, all heads.  Author, moment, revision number, Context
 * (for visits: the heads of patient, episode and its programs) are filled in.  Errors: STALE (a
 * parent is unknown), SIGNED, REFUSED.  (transfer full) */
TonusPending *tonus_practice_prepare (TonusPractice *self,
                                      TonusRecord *record,
                                      const char *const *parents,
                                      const char *author,
                                      GError **error);
/* Reads the text back, beside the writing, and gives the file its name only when it is the record
 * that was meant.  Errors: REFUSED (nothing is left), DISK, DAMAGED, UNCERTAIN. */
gboolean tonus_pending_save (TonusPending *self, GError **error);
/* NULL: refused. */
const char *tonus_pending_get_hash (TonusPending *self);
guint64 tonus_pending_get_number (TonusPending *self);
void tonus_pending_free (TonusPending *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPending, tonus_pending_free)

/* prepare + save here and now; on success @record's header is the new revision's.  @hash: out,
 * (nullable) (transfer full). */
gboolean tonus_practice_save (TonusPractice *self,
                              TonusRecord *record,
                              const char *const *parents,
                              const char *author,
                              char **hash,
                              GError **error);

/* A person's record file (tonusctl record): read strictly, checked against what is there, saved.
 * @refusals as in tonus_record_from_text().  Parents named in the text must be the present heads
 * (else STALE); without them the single head is the parent.  A clinical kind needs an existing
 * Patient (kind patient: a new or existing one). (transfer full): the saved record. */
TonusRecord *tonus_practice_record_text (TonusPractice *self,
                                         const char *text,
                                         gsize length,
                                         const char *author,
                                         GPtrArray *refusals,
                                         char **hash,
                                         GError **error);

/* The hash a record was loaded from or last saved as; NULL: never.  A pending revision counts once
 * it is saved. */
const char *tonus_practice_hash_of (TonusPractice *self, TonusRecord *record);

/* Is there a void record (a head) that names @object?  Unknown objects are not voided. */
gboolean tonus_practice_is_voided (TonusPractice *self, const char *object);

/* --- many records at once --- */

/* From here on saves are not durable one by one; nothing may be called saved before
 * tonus_practice_end_bulk() says TRUE.  The practice must have no other writer meanwhile.  Errors
 * of end_bulk: UNCERTAIN. */
void tonus_practice_begin_bulk (TonusPractice *self);
gboolean tonus_practice_end_bulk (TonusPractice *self, GError **error);

G_END_DECLS
