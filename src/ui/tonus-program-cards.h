/* tonus-program-cards.h - the exercises of the home program, one card each, in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One card at a time is unfolded.  Up and Down go from heading to heading.  Ticked cards are edited
 * together, as one step.  What was stopped stands below the others.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PROGRAM_CARDS (tonus_program_cards_get_type ())
G_DECLARE_FINAL_TYPE (TonusProgramCards, tonus_program_cards, TONUS, PROGRAM_CARDS, GtkBox)

GtkWidget *tonus_program_cards_new (TonusProgramDesk *desk);

/* What edits the ticked cards together; it is to stand where it is seen whatever card one is at.
 * (transfer none) */
GtkWidget *tonus_program_cards_get_bulk (TonusProgramCards *self);

/* Unfolds the card of @row and gives its heading the focus; FALSE: there is none. */
gboolean tonus_program_cards_show_row (TonusProgramCards *self, const char *row);

/* The same, with the focus on the first field of its dose. */
gboolean tonus_program_cards_edit_row (TonusProgramCards *self, const char *row);

/* Bring the card of @row into sight, the focus staying where it is. */
void tonus_program_cards_point_at (TonusProgramCards *self, const char *row);

G_END_DECLS
