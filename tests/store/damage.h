/* damage.h - a small practice and everything that can befall it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fixture.h"
#include "tonus-check.h"

G_BEGIN_DECLS

#define DAMAGE TONUS_FINDING_DAMAGE
#define WARNING TONUS_FINDING_WARNING
#define NOTE TONUS_FINDING_NOTE

/* What is left of the object. */
typedef enum
{
  LEFT_NEW,   /* its second revision, or one after it */
  LEFT_OLD,   /* the first one */
  LEFT_NONE,  /* it cannot be loaded */
  LEFT_LOCKED /* no practice can be opened */
} Left;

/* The practice under the knife: one object of it has two revisions. */
typedef struct
{
  Fixture *fixture;
  const char *kind;
  char *object;
  char *new_line;  /* what the second revision changed, as it is in the file, such as "now=1" */
  char *next_line; /* what a third one may say there */
  char *old_path;
  char *new_path;
  char *old_hash;
  char *new_hash;
  char *shelf; /* the folder of both */
} Body;

typedef struct
{
  const char *name;
  void (*harm) (Body *body);
  Left left;
  TonusFindingLevel level; /* the worst that check says */
  const char *word;        /* in some finding of that level */
  gboolean harms_others;   /* not only the one object */
} Case;

/* Every kind of record; ends with NULL. */
extern const char *const all_kinds[];

Body *body_new (const char *kind);
void body_free (Body *body);

GBytes *body_read_new (Body *body);
/* A revision of @text under a name that is right for its bytes; its hash.  (transfer full) */
char *body_put_revision (Body *body, guint64 number, const char *text);
/* The new revision's text with @from replaced by @to. */
char *body_edit_new (Body *body, const char *from, const char *to);
/* The same as another file. */
void body_put_edited (Body *body, guint64 number, const char *from, const char *to);
/* The text of a revision that follows @parent. */
char *body_follow (Body *body, const char *text, guint64 number, const char *parent);
char *body_sign (const char *text, const char *time);

/* --- damage-exam.c --- */

/* Do the harm to a record of @kind, and look at what is left. */
void case_run (const Case *item, const char *kind);

/* --- damage-file.c: what befalls one file --- */

void harm_empty (Body *body);
void harm_nul_filled (Body *body);
void harm_half (Body *body);
void harm_nul_tail (Body *body);
void harm_longer (Body *body);
void harm_bit (Body *body);
void harm_swapped (Body *body);
void harm_huge (Body *body);
void harm_link (Body *body);
void harm_dangling (Body *body);
void harm_fifo (Body *body);
void harm_directory (Body *body);
void harm_gone (Body *body);
void harm_parent_gone (Body *body);
void harm_parent_cut (Body *body);
void harm_both (Body *body);
void harm_both_gone (Body *body);

/* --- damage-history.c: what befalls the revisions of one object --- */

void harm_renumbered (Body *body);
void harm_other_kind (Body *body);
void harm_other_shelf (Body *body);
void harm_wrong_object (Body *body);
void harm_newer_format (Body *body);
void harm_absent_parent (Body *body);
void harm_strange_parent (Body *body);
void harm_fork (Body *body);
void harm_two_signed (Body *body);
void harm_changed_after_signing (Body *body);
void harm_number_backwards (Body *body);
void harm_clock_1970 (Body *body);
void harm_clock_2099 (Body *body);
void harm_clock_nonsense (Body *body);
void harm_duplicate_key (Body *body);
void harm_no_header (Body *body);
void harm_not_utf8 (Body *body);
void harm_settled (Body *body);
void harm_unread (Body *body);

/* --- damage-practice.c: what befalls the practice around it --- */

void harm_conflict_copy (Body *body);
void harm_renamed (Body *body);
void harm_foreign (Body *body);
void harm_old_temporary (Body *body);
void harm_name_without_hash (Body *body);
void harm_name_with_newline (Body *body);
void harm_name_not_utf8 (Body *body);
void harm_other_patient (Body *body);
void harm_patient_gone (Body *body);
void harm_episode_cut (Body *body);
void harm_therapist_gone (Body *body);
void harm_therapist_cut (Body *body);
void harm_patient_link (Body *body);
void harm_patient_file (Body *body);
void harm_patient_name (Body *body);
void harm_readme_gone (Body *body);
void harm_keyfile_empty (Body *body);
void harm_keyfile_without_id (Body *body);
void harm_keyfile_nonsense (Body *body);
void harm_keyfile_newer (Body *body);
void harm_keyfile_gone (Body *body);
void harm_own_folder_gone (Body *body);

G_END_DECLS
