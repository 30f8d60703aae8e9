/* tonus-field-row-private.h - what the two rooms of a field's row share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-field-row.h"

G_BEGIN_DECLS

struct _TonusFieldRow
{
  GtkBox parent_instance;

  /* Owned */
  TonusChart *chart;
  TonusRecord *record;
  GObject *lister_data;
  char *row;
  char *path;
  char *shown;          /* what the editor last showed by our doing */
  char *entered;        /* the value when the focus came */
  char *entered_unread; /* and what was no value */
  char *before;         /* (nullable) what stood there before something was taken out, just now */
  char *refused;        /* (nullable) why something was not taken in, until the next edit */

  /* Borrowed */
  TonusSite site;
  const TonusField *field;
  const TonusEditor *editor;
  GtkWidget *widget;
  GtkWidget *remark;

  guint before_timer;
  gboolean is_compact; /* a cell of a table: what there is to say is said elsewhere */
  gboolean is_painting;
  gboolean is_applying;
  gboolean has_left; /* the focus has left since the last edit: time to complain */
};

/* --- showing and storing (tonus-field-row.c) --- */
const char *tonus_field_row_get_value (TonusFieldRow *self);
const char *tonus_field_row_get_unread (TonusFieldRow *self);
void tonus_field_row_paint (TonusFieldRow *self);
void tonus_field_row_show_remark (TonusFieldRow *self);
/* @value NULL: not recorded.  What the record refuses is kept as unread. */
void tonus_field_row_put (TonusFieldRow *self, const char *value);

/* --- keys and focus (tonus-field-keys.c) --- */
/* @widget: the row's editor; @data: the row. */
void tonus_field_row_watch_keys (GtkWidget *widget, gpointer data);

/* --- what is too much (tonus-field-paste.c) --- */
void tonus_field_row_watch_paste (TonusFieldRow *self);

G_END_DECLS
