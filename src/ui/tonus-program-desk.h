/* tonus-program-desk.h - the home program at work: what cards, library and keys do to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows no widget.  Each of these is one step of undo in the chart that was in front when the desk
 * was made.  Rows are ids of the section of exercises.
 */
#pragma once

#include "tonus-session.h"
#include "tonus-site.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PROGRAM_DESK (tonus_program_desk_get_type ())
G_DECLARE_FINAL_TYPE (TonusProgramDesk, tonus_program_desk, TONUS, PROGRAM_DESK, GObject)

/* A program must be open. */
TonusProgramDesk *tonus_program_desk_new (TonusSession *session);

TonusSession *tonus_program_desk_get_session (TonusProgramDesk *self);
TonusRecord *tonus_program_desk_get_record (TonusProgramDesk *self);
const TonusSection *tonus_program_desk_get_section (TonusProgramDesk *self);
const TonusSite *tonus_program_desk_get_site (TonusProgramDesk *self);

/* Every exercise in its order, those of which only is there what could not be read included.
 * (transfer full) (element-type utf8) */
GPtrArray *tonus_program_desk_list_rows (TonusProgramDesk *self);

/* (nullable) */
const TonusEntry *tonus_program_desk_get_exercise (TonusProgramDesk *self, const char *row);
/* "2 × 10, hold 3 s, 7 days a week"; of one that was stopped the reason.  (transfer full) */
char *tonus_program_desk_describe (TonusProgramDesk *self, const char *row);

/* Does the patient have it at home?  Then it cannot just go: it has to be stopped. */
gboolean tonus_program_desk_was_given (TonusProgramDesk *self, const char *row);

/* The row it is done in already; see tonus_program_find_exercise().  (transfer full) (nullable) */
char *tonus_program_desk_find (TonusProgramDesk *self, const TonusEntry *exercise);
/* The new row.  (transfer full) (nullable: refused) */
char *tonus_program_desk_add (TonusProgramDesk *self, const TonusEntry *exercise);
/* Those that are not in the program yet, as one step; their rows.  @exercises: (element-type
 * TonusEntry) (transfer full) (element-type utf8) */
GPtrArray *tonus_program_desk_add_all (TonusProgramDesk *self, GPtrArray *exercises);
/* FALSE: it is at the end. */
gboolean tonus_program_desk_move (TonusProgramDesk *self, const char *row, int step);
gboolean tonus_program_desk_sort (TonusProgramDesk *self);
void tonus_program_desk_stop (TonusProgramDesk *self, const char *row, const char *reason);
void tonus_program_desk_resume (TonusProgramDesk *self, const char *row);
void tonus_program_desk_remove (TonusProgramDesk *self, const char *row);
void tonus_program_desk_swap (TonusProgramDesk *self,
                              const char *row,
                              const TonusEntry *instead,
                              gboolean is_harder);
/* Anything else, as a step of its own. */
void tonus_program_desk_apply (TonusProgramDesk *self, TonusChangeset *changes);

G_END_DECLS
