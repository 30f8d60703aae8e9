/* tonus-handout-picture.h - the picture of an exercise, as it goes on the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn by the figure floor at the size it is printed in and kept for the next page, since line widths are points; of
 * photos what was decoded is kept.  An
 * exercise without a picture of its own has none: never a near one.
 */
#pragma once

#include "tonus-figure-list.h"
#include "tonus-handout-content.h"

G_BEGIN_DECLS

gboolean tonus_handout_picture_exists (const TonusHandout *content, const TonusHandoutExercise *exercise);

/* Is one meant that cannot be shown: its file is not there, or damaged? */
gboolean tonus_handout_picture_is_lost (const TonusHandout *content, const TonusHandoutExercise *exercise);

/* Start and end stand side by side, and their words go under them. */
gboolean tonus_handout_picture_has_panels (const TonusHandout *content, const TonusHandoutExercise *exercise);

/* Start, end and direction in words, in the handout's language where they are written, else the exercise's name and steps.  (transfer full) */
char *tonus_handout_picture_describe (const TonusHandout *content, const TonusHandoutExercise *exercise);

typedef struct
{
  double width, height; /* of the list made: points */
  gboolean is_mono;
  gboolean is_rtl; /* the first of two panels stands at the right */
} TonusHandoutPictureSize;

/* (transfer full) (nullable) */
TonusFigureList *tonus_handout_picture_draw (const TonusHandout *content,
                                             const TonusHandoutExercise *exercise,
                                             const TonusHandoutPictureSize *size);

/* Does the drawing reach into the box from (@x0, @y0) to (@x1, @y1), measured from its top left corner? */
gboolean tonus_handout_picture_reaches (const TonusFigureList *list, double x0, double y0, double x1, double y1);

/* How far from its left (@is_right: right) edge the drawing is empty down to @depth from its top; G_MAXDOUBLE: there is
 * nothing. */
double tonus_handout_picture_margin (const TonusFigureList *list, gboolean is_right, double depth);

G_END_DECLS
