/* tonus-program-card.h - one exercise of the home program: picture, name, dose, and its form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folded it says what is to be done; unfolded every field can be edited in place.  Keys anywhere in
 * it: Alt+Up and Alt+Down move it, Alt+Right and Alt+Left go a step up or down the ladder; on its
 * heading Delete stops it.
 *
 * Signals: "unfolded" (its form is shown), "ticked" (chosen for editing several, or not any more).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PROGRAM_CARD (tonus_program_card_get_type ())
G_DECLARE_FINAL_TYPE (TonusProgramCard, tonus_program_card, TONUS, PROGRAM_CARD, GtkBox)

GtkWidget *tonus_program_card_new (TonusProgramDesk *desk, const char *row);

const char *tonus_program_card_get_row (TonusProgramCard *self);

/* Say again what the record says. */
void tonus_program_card_paint (TonusProgramCard *self);

/* The same once what was typed in it is seen: new words have the page laid out anew. */
void tonus_program_card_paint_later (TonusProgramCard *self);

void tonus_program_card_unfold (TonusProgramCard *self, gboolean is_unfolded);
gboolean tonus_program_card_is_unfolded (TonusProgramCard *self);

gboolean tonus_program_card_is_ticked (TonusProgramCard *self);
void tonus_program_card_tick (TonusProgramCard *self, gboolean is_ticked);

/* The focus to its heading. */
void tonus_program_card_focus (TonusProgramCard *self);
gboolean tonus_program_card_has_heading_focus (TonusProgramCard *self);

G_END_DECLS
