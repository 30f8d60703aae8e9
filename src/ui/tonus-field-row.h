/* tonus-field-row.h - one field of a form: its editor, its unit and what there is to say about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ring: edit → changeset → chart → "changed" → repaint.  The row holds no value.  What cannot
 * be read stays visible, with the reason below it, and is kept in the record as unread.  Enter goes
 * to the next field, Escape puts back what was there on entering, Delete in an empty field says not
 * tested.
 */
#pragma once

#include "tonus-site.h"

G_BEGIN_DECLS

#define TONUS_TYPE_FIELD_ROW (tonus_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TonusFieldRow, tonus_field_row, TONUS, FIELD_ROW, GtkBox)

/* @row: (nullable) the section's row.  @name: (nullable) what to call it in a table; else make a
 * label. */
TonusFieldRow *tonus_field_row_new (const TonusSite *site,
                                    const TonusField *field,
                                    const char *row,
                                    const char *name);

/* The label that names the row and comes and goes with it. */
GtkWidget *tonus_field_row_make_label (TonusFieldRow *self);

const TonusField *tonus_field_row_get_field (TonusFieldRow *self);
const char *tonus_field_row_get_path (TonusFieldRow *self);
GtkWidget *tonus_field_row_get_editor (TonusFieldRow *self);
/* The part of the editor that gets the focus. */
GtkWidget *tonus_field_row_get_focus (TonusFieldRow *self);
const char *tonus_field_row_get_row (TonusFieldRow *self); /* (nullable) */
TonusRecord *tonus_field_row_get_record (TonusFieldRow *self);
/* What the row was made for; valid as long as the row. */
const TonusSite *tonus_field_row_get_site (TonusFieldRow *self);

/* What there is to say about the value now, renewed with the signal "said"; @is_wrong: it could not
 * be read.  (transfer full) (nullable) */
char *tonus_field_row_say (TonusFieldRow *self, gboolean *is_wrong);

G_END_DECLS
