/* tonus-handout-style.c - the sizes and colours of the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-style.h"

#define LEADING 1.27

static const TonusHandoutSizes sizes[TONUS_N_HANDOUT_SIZES] = {
  [TONUS_HANDOUT_NORMAL] = { .clinic = 13,
                             .title = 21,
                             .meta = 10.5,
                             .name = 15,
                             .dose = 22,
                             .chip = 10.5,
                             .step = 11.5,
                             .stop = 10.5,
                             .small = 10,
                             .tiny = 8,
                             .badge = 11,
                             .share = 0.43,
                             .least_share = 0.37,
                             .card_height = 200,
                             .most_height = 240,
                             .picture_height = 120,
                             .panels_height = 124,
                             .code = 54,
                             .grid_row = 16,
                             .grid_box = 11,
                             .leading = 1.27,
                             .gap = 8,
                             .padding = 6,
                             .words_top = 6,
                             .bar_padding = 3.5,
                             .per_page = 3,
                             .most_shrink = 1 },
  [TONUS_HANDOUT_COMPACT] = { .clinic = 11.5,
                              .title = 18,
                              .meta = 9.5,
                              .name = 14,
                              .dose = 17,
                              .chip = 9.5,
                              .step = 11,
                              .stop = 10,
                              .small = 9.5,
                              .tiny = 8,
                              .badge = 11,
                              .share = 0.37,
                              .least_share = 0.29,
                              .card_height = 200,
                              .most_height = 240,
                              .picture_height = 92,
                              .panels_height = 106,
                              .code = 50,
                              .grid_row = 15,
                              .grid_box = 11,
                              .leading = 1.2,
                              .gap = 5,
                              .padding = 3.5,
                              .words_top = 0,
                              .bar_padding = 2,
                              .per_page = 4,
                              .most_shrink = 2 },
  [TONUS_HANDOUT_LARGE] = { .clinic = 15,
                            .title = 26,
                            .meta = 13,
                            .name = 21,
                            .dose = 28,
                            .chip = 14,
                            .step = 18,
                            .stop = 16,
                            .small = 13,
                            .tiny = 11,
                            .badge = 15,
                            .share = 0.40,
                            .least_share = 0.30,
                            .may_go_beneath = TRUE,
                            .card_height = 276,
                            .most_height = 330,
                            .picture_height = 120,
                            .panels_height = 150,
                            .code = 64,
                            .grid_row = 20,
                            .grid_box = 14.5,
                            .leading = 1.26,
                            .gap = 5,
                            .padding = 4,
                            .words_top = 2,
                            .bar_padding = 2.5,
                            .per_page = 2,
                            .most_shrink = 0 },
};

static const TonusHandoutColours in_colour = {
  .ink = { 0.11, 0.16, 0.22 },
  .quiet = { 0.36, 0.42, 0.48 },
  .accent = { 0.05, 0.32, 0.66 },
  .alarm = { 0.72, 0.15, 0.10 },
  .hairline = { 0.80, 0.84, 0.88 },
  .tint = { 0.965, 0.975, 0.985 },
  .chip = { 0.895, 0.935, 0.985 },
  .alarm_tint = { 0.995, 0.945, 0.935 },
  .on_accent = { 1, 1, 1 },
  .has_outlines = FALSE,
};

static const TonusHandoutColours in_black = {
  .ink = { 0, 0, 0 },
  .quiet = { 0.30, 0.30, 0.30 },
  .accent = { 0, 0, 0 },
  .alarm = { 0, 0, 0 },
  .hairline = { 0.45, 0.45, 0.45 },
  .tint = { 1, 1, 1 },
  .chip = { 1, 1, 1 },
  .alarm_tint = { 1, 1, 1 },
  .on_accent = { 1, 1, 1 },
  .has_outlines = TRUE,
};

const TonusHandoutSizes *
tonus_handout_sizes (TonusHandoutSize size)
{
  return &sizes[size];
}

const TonusHandoutColours *
tonus_handout_colours (gboolean is_mono)
{
  return is_mono ? &in_black : &in_colour;
}

TonusTextStyle
tonus_handout_style (TonusFontFace face, double size, TonusColour colour)
{
  return (
      TonusTextStyle){ .face = face, .size = size, .leading = size * LEADING, .colour = colour };
}
