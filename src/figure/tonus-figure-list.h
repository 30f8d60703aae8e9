/* tonus-figure-list.h - a drawing as a list of paths and photos, for players that put it on paper
 * or screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points (1/72 inch), origin at the bottom left, y upwards.  Joins and caps are round, the fill
 * rule is nonzero, colours are opaque.  A list is built once and never changes afterwards; its
 * reference count is atomic, so it may be drawn in any thread.
 */
#pragma once

#include <glib.h>

#include "tonus-image.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_FIGURE_DRAW, /* fill, then stroke */
  TONUS_FIGURE_CLIP, /* save the state and clip to the path; nested at most three deep */
  TONUS_FIGURE_POP,  /* restore what the last open CLIP saved; has no path */
  TONUS_FIGURE_IMAGE /* a photo, upright, fills its place; has no path */
} TonusFigureOpKind;

/* Points from the bottom left. */
typedef struct
{
  double x, y, width, height;
} TonusFigurePanel;

typedef struct
{
  TonusFigureOpKind kind;
  gboolean has_fill, has_stroke;
  float fill[3], stroke[3]; /* red, green, blue from 0 to 1 */
  float line_width;
  guint first, n;         /* its path: @n segments from @first on */
  TonusImage *image;      /* of IMAGE: borrowed from the list */
  gboolean is_grey;       /* the image is shown without its colours */
  TonusFigurePanel place; /* of the image */
} TonusFigureOp;

typedef struct
{
  char kind;  /* M move to, L line to, C curve to, Z close */
  float p[6]; /* x, y; of a curve both control points and the end; of Z nothing */
} TonusFigureSegment;

typedef struct _TonusFigureList TonusFigureList;

/* Playing */

double tonus_figure_list_get_width (const TonusFigureList *self);
double tonus_figure_list_get_height (const TonusFigureList *self);
const TonusFigureOp *tonus_figure_list_get_ops (const TonusFigureList *self, guint *n);
const TonusFigureSegment *tonus_figure_list_get_segments (const TonusFigureList *self, guint *n);

/* Where one of two pictures side by side or above each other stands, for words that go to it.
 * @which: 0 the start, 1 the end.  FALSE: the list is one picture. */
gboolean
tonus_figure_list_get_panel (const TonusFigureList *self, guint which, TonusFigurePanel *panel);

/* Building: a path, then the op that uses it up. */

TonusFigureList *tonus_figure_list_new (double width, double height);
void tonus_figure_list_move (TonusFigureList *self, double x, double y);
void tonus_figure_list_line (TonusFigureList *self, double x, double y);
void tonus_figure_list_curve (
    TonusFigureList *self, double x1, double y1, double x2, double y2, double x, double y);
void tonus_figure_list_close (TonusFigureList *self);

/* @fill, @stroke: (nullable) three components.  Without a path nothing is added. */
void tonus_figure_list_draw (TonusFigureList *self,
                             const float *fill,
                             const float *stroke,
                             double line_width);
void tonus_figure_list_clip (TonusFigureList *self);
void tonus_figure_list_pop (TonusFigureList *self);

/* Takes a reference to @image.  No path may be open. */
void tonus_figure_list_image (TonusFigureList *self,
                              TonusImage *image,
                              gboolean is_grey,
                              const TonusFigurePanel *place);

void
tonus_figure_list_set_panel (TonusFigureList *self, guint which, const TonusFigurePanel *panel);

/* Built to the end: gives back memory that no path will need. */
void tonus_figure_list_trim (TonusFigureList *self);

TonusFigureList *tonus_figure_list_ref (TonusFigureList *self);
void tonus_figure_list_unref (TonusFigureList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusFigureList, tonus_figure_list_unref)

G_END_DECLS
