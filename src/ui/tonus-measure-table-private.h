/* tonus-measure-table-private.h - what the two rooms of a measured table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-field-row.h"
#include "tonus-measure-plan.h"
#include "tonus-measure-table.h"

G_BEGIN_DECLS

/* A place where Tab stops: the heading of a group, a cell that is text until it is worked on, or a
 * cell whose editor is always there (yes and no are two buttons). */
typedef struct
{
  GtkWidget *widget; /* heading, label or field row; borrowed */
  char *row;         /* (nullable) NULL: a heading */
  const TonusField *field;
  char *path;
  char *name; /* what the cell is called */
  gboolean is_text;
  int line, column, span; /* in the grid */
} TonusMeasureStop;

struct _TonusMeasureTable
{
  GtkBox parent_instance;

  /* Owned */
  TonusChart *chart;
  TonusRecord *record;
  GObject *lister_data;
  TonusMeasurePlan *plan;
  GPtrArray *added;    /* (element-type utf8) rows asked for */
  GHashTable *folds;   /* group id → is it open? as chosen by the person */
  GHashTable *ranks;   /* group id → its place, once it has one */
  GPtrArray *stops;    /* (element-type TonusMeasureStop), in reading order */
  GHashTable *by_path; /* path → its stop, borrowed */

  /* Borrowed */
  TonusSite site;
  const TonusSection *section;
  GtkWidget *grid;
  GtkWidget *editor;      /* (nullable) the live field row */
  TonusMeasureStop *live; /* (nullable) whose place it takes */

  gboolean is_building;
};

/* Columns of the grid before the first cell: name, norm. */
#define TONUS_MEASURE_FIRST 2
/* Characters of a line's name. */
#define TONUS_MEASURE_NAME 20
/* Under this name a summary below a line knows its TonusMeasureLine. */
#define TONUS_MEASURE_LINE "line"

/* --- the lines (tonus-measure-lines.c) --- */
TonusMeasureStop *tonus_measure_table_add_stop (
    TonusMeasureTable *self, GtkWidget *widget, int line, int column, int span);
GtkWidget *tonus_measure_table_attach_words (
    TonusMeasureTable *self, const char *words, const char *class, int column, int line);
/* Returns the next free line of the grid. */
int tonus_measure_table_attach_line (TonusMeasureTable *self, TonusMeasureLine *line, int place);
void tonus_measure_table_paint_cell (TonusMeasureTable *self, TonusMeasureStop *stop);
/* What the details say, and what is wrong with a cell, below each line. */
void tonus_measure_table_paint_summaries (TonusMeasureTable *self);
void tonus_measure_table_paint_summary (TonusMeasureTable *self, GtkWidget *summary);

/* --- the one live editor (tonus-measure-live.c) --- */
/* Put the editor in the place of @stop, which is text; @grabs: and the focus into it. */
void tonus_measure_table_set_live (TonusMeasureTable *self, TonusMeasureStop *stop, gboolean grabs);
/* Focus, keys and clicks of the grid and of @box, the event box around it. */
void tonus_measure_table_watch (TonusMeasureTable *self, GtkWidget *box);

G_END_DECLS
