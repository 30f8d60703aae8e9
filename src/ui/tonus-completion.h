/* tonus-completion.h - an entry that offers what may be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing narrows the offer to rows with words beginning so (accents and case folded); Down or
 * the arrow in the entry shows all of it.  The list is made on the first focus, not before.
 */
#pragma once

#include "tonus-editor.h"

G_BEGIN_DECLS

/* (transfer full) (element-type TonusTarget) */
typedef GPtrArray *(*TonusOffer) (gpointer data);

/* @offer is asked for with @data, which @destroy frees with the entry. */
void
tonus_completion_attach (GtkEntry *entry, TonusOffer offer, gpointer data, GDestroyNotify destroy);

/* The value of the offered row whose label is what the entry shows, or of the only one that fits
 * what is typed.  (transfer full) (nullable) */
char *tonus_completion_find (GtkEntry *entry);

/* The value of a row of the completion's own model, for "match-selected".  (transfer full) */
char *tonus_completion_value_at (GtkTreeModel *model, GtkTreeIter *iter);

/* Ask anew at the next focus. */
void tonus_completion_forget (GtkEntry *entry);

/* The same, but of several the first: for going somewhere, not for an answer.  (transfer full)
 * (nullable) */
char *tonus_completion_find_first (GtkEntry *entry);

/* In a table Down goes to the cell below; Alt+Down shows the choices then. */
void tonus_completion_leave_arrows (GtkEntry *entry);

G_END_DECLS
