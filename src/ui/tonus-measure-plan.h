/* tonus-measure-plan.h - how the rows of a measured section stand in a table: lines, sides, groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the record is named by all of its keys ("hip-flexion.right.passive").  On the screen
 * what is measured is a line and its sides and modes stand beside each other, so that right and
 * left are compared at a glance.  The plan says which line, which columns, and which row is behind
 * each cell. It holds no widget and no value; it is made anew when lines come or go.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TonusField *field;    /* what the cells of this column hold */
  char *over;                 /* (nullable) heading above several columns: "Passive" */
  char *label;                /* "Right", or the field's name where there are no sides */
  const TonusEntry **entries; /* per key of the section, NULL where the line says it */
} TonusMeasureColumn;

typedef struct
{
  char *label;     /* "Hip flexion" */
  char *norm;      /* (nullable) "120°", from the catalogue */
  GPtrArray *rows; /* (element-type utf8) per column the record's row, NULL: no such cell */
  guint span;      /* columns that one cell takes: more than 1 on the midline */
  gboolean is_recorded;
} TonusMeasureLine;

typedef struct
{
  char *id;             /* stable: "hip", "all", "more" */
  char *label;          /* (nullable) NULL: no heading, always open */
  GPtrArray *lines;     /* (element-type TonusMeasureLine) */
  gboolean is_recorded; /* some line is */
} TonusMeasureGroup;

typedef struct
{
  GPtrArray *columns; /* (element-type TonusMeasureColumn) */
  GPtrArray *groups;  /* (element-type TonusMeasureGroup), none of them empty */
  guint n_fields;     /* fields that have columns; those after them are details */
  gboolean shows_all; /* no line is folded away or left to be asked for */
} TonusMeasurePlan;

/* @added: (element-type utf8) rows that were asked for and may still be empty. */
TonusMeasurePlan *
tonus_measure_plan_new (const TonusSection *section, TonusRecord *record, GPtrArray *added);
void tonus_measure_plan_free (TonusMeasurePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusMeasurePlan, tonus_measure_plan_free)

G_END_DECLS
