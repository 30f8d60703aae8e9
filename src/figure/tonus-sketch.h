/* tonus-sketch.h - pencil and colours of one figure being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths are in metres on the picture; widths of lines are in points already.
 */
#pragma once

#include "tonus-figure.h"
#include "tonus-outline.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_INK_SKIN,
  TONUS_INK_NECK, /* skin in the shade of the chin */
  TONUS_INK_SHIRT,
  TONUS_INK_TROUSERS,
  TONUS_INK_HAIR,
  TONUS_INK_SHOE,
  TONUS_INK_SOLE,
  TONUS_INK_LINE,
  TONUS_INK_PALE_LINE,
  TONUS_INK_GHOST_LINE,
  TONUS_INK_MUSCLE,
  TONUS_INK_MUSCLE_RIM,
  TONUS_INK_FIBRE,
  TONUS_INK_ARROW,
  TONUS_INK_WHITE,
  TONUS_INK_SHADOW,
  TONUS_INK_CHEVRON,
  TONUS_INK_MAT,
  TONUS_INK_WALL,
  TONUS_INK_WOOD,
  TONUS_INK_STEEL,
  TONUS_INK_RUBBER,
  TONUS_INK_BAND,
  TONUS_INK_BAND_INSIDE,
  TONUS_INK_ROLLER,
  TONUS_INK_BALL,
  TONUS_INK_BALL_LIGHT,
  TONUS_INK_TABLE,
  TONUS_INK_PILLOW,
  TONUS_INK_FRAME,
  TONUS_N_INKS
} TonusInk;

typedef struct
{
  TonusFigureList *list;
  const TonusCamera *camera;
  TonusFigurePalette palette;
  gboolean is_ghost;
  gboolean is_draft; /* only to be measured: no more than the outlines */
  double scale;      /* points to a metre */
  double weight;     /* factor on all widths: small pictures have finer lines */
} TonusSketch;

/* The width of the outlines of the figure being drawn. */
double tonus_sketch_outline (const TonusSketch *self);

/* @shade: 0 near to 1 far behind; @light: factor on the colour, for the sides of solids. */
void tonus_sketch_fill (const TonusSketch *self, TonusInk ink, double shade);
void tonus_sketch_fill_lit (const TonusSketch *self, TonusInk ink, double light);
void tonus_sketch_stroke (const TonusSketch *self, TonusInk ink, double width);

/* Fill as lit, and an outline. */
void tonus_sketch_paint (
    const TonusSketch *self, TonusInk fill, double light, TonusInk line, double width);

/* Between two panels, and where the eye goes from the start to the end. */
#define TONUS_PANEL_GAP 15.0
typedef enum
{
  TONUS_CHEVRON_RIGHT,
  TONUS_CHEVRON_LEFT,
  TONUS_CHEVRON_DOWN
} TonusChevron;
void tonus_sketch_chevron (const TonusSketch *self, double x, double y, TonusChevron direction);

/* Figure lines: LINE, or GHOST_LINE of a ghost. */
void tonus_sketch_contour (const TonusSketch *self, double width);

G_END_DECLS
