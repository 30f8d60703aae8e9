/* tonus-block-private.h - the steps of a block, for those who draw, turn and check it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-block.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_STEP_OPEN,
  TONUS_STEP_CLOSE,
  TONUS_STEP_TEXT,
  TONUS_STEP_FILL,
  TONUS_STEP_STROKE,
  TONUS_STEP_LINE,
  TONUS_STEP_CIRCLE,
  TONUS_STEP_FIGURE
} TonusStepKind;

/* x, y, width, height: a box; for text its line as wide as its column, for a line its two ends as
 * (x, y)-(width, height).
 */
typedef struct
{
  TonusStepKind kind;
  double x, y, width, height;
  double radius, line_width;
  TonusColour colour;
  TonusTag tag;
  TonusFontFace face;
  TonusAlign align;
  double size, baseline;
  char *text;
  TonusFigureList *figure;
} TonusStep;

struct _TonusBlock
{
  TonusPdf *pdf;
  GArray *steps; /* (element-type TonusStep) */
  double height;
};

G_END_DECLS
