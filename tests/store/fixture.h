/* fixture.h - a small practice to work on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scratch.h"
#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* of the practice; its parent is the test's own */
  TonusPractice *practice;
  char *therapist;
  char *patient;
  char *episode;
  char *program;
  char *visit;
} Fixture;

/* A practice with one patient, one episode, one program and one visit, on @io. */
Fixture *fixture_new (TonusIo *io, const char *folder);
Fixture *fixture_new_on_disk (void);
void fixture_free (Fixture *self); /* removes a folder on the disk */

/* The same practice opened once more, as another program would. */
TonusPractice *fixture_open (Fixture *self);

/* Every value of @pairs (path, text, …, NULL) in a new record, saved.  (transfer full): its id */
char *fixture_add (TonusPractice *practice,
                   const char *kind,
                   const char *patient,
                   const char *author,
                   ...) G_GNUC_NULL_TERMINATED;

/* One value of @object's first head changed and saved; its new hash.  (transfer full) (nullable) */
char *fixture_change (TonusPractice *practice,
                      const char *object,
                      const char *path,
                      const char *text,
                      const char *author,
                      GError **error);

/* Apply one value, which the schema must accept. */
void fixture_set (TonusRecord *record, const char *path, const char *text);

/* A visit as full as a thorough evaluation: values in many sections, about @bytes of text. */
void fixture_fill_visit (TonusRecord *visit, gsize bytes);

/* The path of the file that holds @object's revision @hash (NULL: the first head).  (transfer full)
 */
char *fixture_path_of (Fixture *self, const char *patient, const char *object, const char *hash);

/* Signed, as far as the store can see. */
void fixture_sign (TonusRecord *visit, const char *signer);

G_END_DECLS
