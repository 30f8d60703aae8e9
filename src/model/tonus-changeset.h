/* tonus-changeset.h - an ordered list of edits to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each change is (object, path, old, new); NULL means not recorded.  A changeset made by hand holds
 * only the new side; the record fills in the old one when it applies the set, and from then on the
 * set can be inverted, printed or merged.  Undo, history, diff and merging are all made of these.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *object;    /* the record it belongs to */
  char *path;      /* full path: "rom/hip-flexion.right.passive/value" */
  char *old_text;  /* (nullable) */
  char *new_text;  /* (nullable) */
} TonusChange;

typedef struct _TonusChangeset TonusChangeset;

TonusChangeset *tonus_changeset_new (void);
TonusChangeset *tonus_changeset_copy (const TonusChangeset *self);
void tonus_changeset_free (TonusChangeset *self);

/* @text NULL removes the value. */
void tonus_changeset_set (TonusChangeset *self, const char *object, const char *path, const char *text);
void tonus_changeset_add (TonusChangeset *self, const char *object, const char *path, const char *old_text, const char *new_text);

guint tonus_changeset_get_size (const TonusChangeset *self);
const TonusChange *tonus_changeset_get (const TonusChangeset *self, guint index);

/* Backwards, old and new exchanged.  (transfer full) */
TonusChangeset *tonus_changeset_invert (const TonusChangeset *self);

/* Is it one change, to that path of that object? */
gboolean tonus_changeset_is_only (const TonusChangeset *self, const char *object, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusChangeset, tonus_changeset_free)

G_END_DECLS
