/* tonus-practice-pictures.h - the pictures of a practice's own exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the folder pictures/, each named by the hash of its bytes and never changed: the records
 * name them (tonus-picture-name.h).  What stands in them is no matter of the store's.
 */
#pragma once

#include "tonus-handout-content.h"
#include "tonus-picture-name.h"
#include "tonus-practice.h"

G_BEGIN_DECLS

#define TONUS_PICTURE_BYTES_MAX (4 * 1024 * 1024u)

/* Durable as a record is, once this says TRUE (in bulk: once tonus_practice_end_bulk() does).  One
 * that is there already is verified and not written again.
 * @ending: "jpg" or "pose".  @name: out, "<hash>.jpg" (transfer full).
 * Errors: DISK, UNCERTAIN, DAMAGED (what is there under that name), NEWER, REFUSED (too large). */
gboolean tonus_practice_keep_picture (
    TonusPractice *self, GBytes *bytes, const char *ending, char **name, GError **error);

/* Its bytes, verified.  For any thread.  Errors: NOT_FOUND, DAMAGED, DISK, REFUSED (@name can be no
 * picture's).  (transfer full) */
GBytes *tonus_practice_load_picture (TonusPractice *self, const char *name, GError **error);

/* The files that the exercises of @handout name, into its table.  One that is not there or damaged
 * is left out: the page and who makes it say so. */
void tonus_practice_load_pictures (TonusPractice *self, TonusHandout *handout);

G_END_DECLS
