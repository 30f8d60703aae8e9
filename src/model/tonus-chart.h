/* tonus-chart.h - the records open together, and one undo stack over all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart holds references to its records.  Every edit goes through tonus_chart_apply(); undo and redo
 * are two stacks of changesets.  Typing into one field is one step: a change folds into the one
 * before it if both touch the same single path and no barrier lies between.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

#define TONUS_TYPE_CHART (tonus_chart_get_type ())
G_DECLARE_FINAL_TYPE (TonusChart, tonus_chart, TONUS, CHART, GObject)

TonusChart *tonus_chart_new (void);

/* Replaces a record of the same object. */
void tonus_chart_add (TonusChart *self, TonusRecord *record);
void tonus_chart_remove (TonusChart *self, const char *object);
TonusRecord *tonus_chart_get (TonusChart *self, const char *object);  /* (nullable) (transfer none) */

/* All or nothing over all records named.  Emits "edited" (object id) once per record touched. */
gboolean tonus_chart_apply (TonusChart *self, TonusChangeset *changes, GError **error);

/* One value; NULL removes it. */
gboolean tonus_chart_set (TonusChart *self, const char *object, const char *path, const char *text, GError **error);

gboolean tonus_chart_can_undo (TonusChart *self);
gboolean tonus_chart_can_redo (TonusChart *self);
/* The step undone or redone, so that the view can go there.  (transfer none) (nullable: nothing to do) */
const TonusChangeset *tonus_chart_undo (TonusChart *self);
const TonusChangeset *tonus_chart_redo (TonusChart *self);

/* What undo would undo, for the menu: "Pain now".  (transfer full) (nullable) */
char *tonus_chart_describe_undo (TonusChart *self);
char *tonus_chart_describe_redo (TonusChart *self);

/* The steps of @from go on here, where the same records stand again with the same values; those of a record that is not
 * here stay behind. */
void tonus_chart_take_steps (TonusChart *self, TonusChart *from);

/* The next change starts a step of its own. */
void tonus_chart_barrier (TonusChart *self);

G_END_DECLS
