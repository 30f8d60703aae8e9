/* tonus-handout-style.h - the sizes and colours of the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points.  Three sets: normal, compact (four exercises on one page), large print.
 */
#pragma once

#include "tonus-flow.h"

G_BEGIN_DECLS

#define TONUS_HANDOUT_MARGIN 36.0
/* Of the page: where its head begins, and what its foot takes. */
#define TONUS_HANDOUT_HEAD_TOP 16.0
#define TONUS_HANDOUT_FOOT 30.0

typedef enum
{
  TONUS_HANDOUT_NORMAL,
  TONUS_HANDOUT_COMPACT,
  TONUS_HANDOUT_LARGE,
  TONUS_N_HANDOUT_SIZES
} TonusHandoutSize;

typedef struct
{
  double clinic, title, meta;            /* the head */
  double name, dose, chip, step, stop;   /* a card */
  double small, tiny;                    /* grid and boxes; page numbers */
  double badge;                          /* radius */
  double share, least_share;             /* the picture's, of a card's width: aimed at, and where room is short */
  double card_height, most_height;       /* aimed at; where the page would stay empty otherwise */
  double picture_height;                 /* least */
  double panels_height;                  /* the same for two persons side by side, who are to be 28 mm high */
  gboolean may_go_beneath;               /* the steps may stand under the picture */
  double leading;                        /* of a card's lines, of their size */
  double gap;                            /* between cards and parts */
  double padding;                        /* inside a card */
  double words_top;                      /* above the name */
  double bar_padding;                    /* above and below the words of the stop bar */
  double grid_row, grid_box;
  double code;                           /* the side of the square code */
  guint per_page;
  double most_shrink;                    /* points off the type before there are fewer cards to a page */
} TonusHandoutSizes;

typedef struct
{
  TonusColour ink, quiet, accent, alarm;
  TonusColour hairline, tint, chip, alarm_tint, on_accent;
  gboolean has_outlines;  /* tints do not show on this printer: draw their edges */
} TonusHandoutColours;

const TonusHandoutSizes *tonus_handout_sizes (TonusHandoutSize size);
const TonusHandoutColours *tonus_handout_colours (gboolean is_mono);

/* @size with the leading that suits it. */
TonusTextStyle tonus_handout_style (TonusFontFace face, double size, TonusColour colour);

G_END_DECLS
