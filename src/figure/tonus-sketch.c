/* tonus-sketch.c - pencil and colours of one figure being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-sketch.h"

#include <string.h>

#define OUTLINE_WIDTH .95

/* In colour, and for printers that have none: there the muscle must stand out by its lightness,
 * which a plain conversion to grey would not give.  A mono of -1 is that plain conversion. */
static const struct
{
  float colour[3];
  float mono;
} inks[TONUS_N_INKS] = {
  [TONUS_INK_SKIN] = { { .945f, .785f, .655f }, .975f },
  [TONUS_INK_NECK] = { { .904f, .739f, .588f }, .93f },
  [TONUS_INK_SHIRT] = { { .36f, .70f, .69f }, .84f },
  [TONUS_INK_TROUSERS] = { { .27f, .39f, .50f }, .64f },
  [TONUS_INK_HAIR] = { { .29f, .23f, .21f }, .25f },
  [TONUS_INK_SHOE] = { { .965f, .965f, .97f }, -1 },
  [TONUS_INK_SOLE] = { { .60f, .66f, .71f }, -1 },
  [TONUS_INK_LINE] = { { .17f, .235f, .30f }, .12f },
  [TONUS_INK_PALE_LINE] = { { .46f, .50f, .545f }, -1 },
  [TONUS_INK_GHOST_LINE] = { { .53f, .61f, .69f }, .58f },
  [TONUS_INK_MUSCLE] = { { .93f, .36f, .27f }, .10f },
  [TONUS_INK_MUSCLE_RIM] = { { .666f, .19f, .149f }, 1 },
  [TONUS_INK_FIBRE] = { { .969f, .712f, .672f }, 1 },
  [TONUS_INK_ARROW] = { { .05f, .32f, .66f }, 0 },
  [TONUS_INK_WHITE] = { { 1, 1, 1 }, 1 },
  [TONUS_INK_SHADOW] = { { .90f, .92f, .94f }, -1 },
  [TONUS_INK_CHEVRON] = { { .62f, .70f, .78f }, .55f },
  [TONUS_INK_MAT] = { { .70f, .80f, .90f }, .86f },
  [TONUS_INK_WALL] = { { .90f, .91f, .92f }, -1 },
  [TONUS_INK_WOOD] = { { .86f, .76f, .62f }, .88f },
  [TONUS_INK_STEEL] = { { .45f, .50f, .55f }, -1 },
  [TONUS_INK_RUBBER] = { { .33f, .37f, .42f }, -1 },
  [TONUS_INK_BAND] = { { .98f, .70f, .15f }, .93f },
  [TONUS_INK_BAND_INSIDE] = { { .76f, .50f, .08f }, .70f },
  [TONUS_INK_ROLLER] = { { .45f, .72f, .55f }, .80f },
  [TONUS_INK_BALL] = { { .55f, .75f, .88f }, .82f },
  [TONUS_INK_BALL_LIGHT] = { { .74f, .87f, .95f }, .93f },
  [TONUS_INK_TABLE] = { { .62f, .72f, .80f }, -1 },
  [TONUS_INK_PILLOW] = { { .97f, .97f, .93f }, -1 },
  [TONUS_INK_FRAME] = { { .68f, .73f, .78f }, -1 },
};

static void
mix (float *colour, const float *other, double share)
{
  for (guint i = 0; i < 3; i++)
    colour[i] = (float) (colour[i] * (1 - share) + other[i] * share);
}

static void
get_ink (const TonusSketch *self, TonusInk ink, float *colour)
{
  memcpy (colour, inks[ink].colour, 3 * sizeof (float));
  if (self->palette == TONUS_FIGURE_MONO)
    {
      float grey = inks[ink].mono >= 0 ? inks[ink].mono
                                       : .299f * colour[0] + .587f * colour[1] + .114f * colour[2];
      colour[0] = colour[1] = colour[2] = grey;
    }
}

double
tonus_sketch_outline (const TonusSketch *self)
{
  return OUTLINE_WIDTH * self->weight * (self->is_ghost ? .75 : 1);
}

/* Far limbs are darker; skin less so, or it would be another colour of skin. */
static void
shade (TonusFigurePalette palette, TonusInk ink, double share, float *colour)
{
  static const float dark[3] = { .16f, .22f, .30f }, dusk[3] = { .36f, .40f, .47f };
  static const float grey[3] = { .30f, .30f, .30f };

  mix (colour,
       palette == TONUS_FIGURE_MONO                     ? grey
       : ink == TONUS_INK_SKIN || ink == TONUS_INK_NECK ? dusk
                                                        : dark,
       .3 * share);
}

static void
pale (TonusFigurePalette palette, float *colour)
{
  static const float mist[3] = { .80f, .85f, .90f }, fog[3] = { .85f, .85f, .85f };
  static const float white[3] = { 1, 1, 1 };

  mix (colour, palette == TONUS_FIGURE_MONO ? fog : mist, .68);
  mix (colour, white, .42);
}

void
tonus_sketch_fill (const TonusSketch *self, TonusInk ink, double share)
{
  float colour[3];

  get_ink (self, ink, colour);
  if (self->is_ghost)
    pale (self->palette, colour);
  else
    shade (self->palette, ink, share, colour);
  tonus_figure_list_draw (self->list, colour, NULL, 0);
}

static void
get_lit (const TonusSketch *self, TonusInk ink, double light, float *colour)
{
  get_ink (self, ink, colour);
  for (guint i = 0; i < 3; i++)
    colour[i] = (float) MIN (colour[i] * light, 1);
  if (self->is_ghost)
    pale (self->palette, colour);
}

void
tonus_sketch_fill_lit (const TonusSketch *self, TonusInk ink, double light)
{
  float colour[3];

  get_lit (self, ink, light, colour);
  tonus_figure_list_draw (self->list, colour, NULL, 0);
}

void
tonus_sketch_stroke (const TonusSketch *self, TonusInk ink, double width)
{
  float colour[3];

  get_ink (self, ink, colour);
  tonus_figure_list_draw (self->list, NULL, colour, width);
}

void
tonus_sketch_paint (
    const TonusSketch *self, TonusInk fill, double light, TonusInk line, double width)
{
  float colour[3], line_colour[3];

  get_lit (self, fill, light, colour);
  get_ink (self, self->is_ghost ? TONUS_INK_GHOST_LINE : line, line_colour);
  tonus_figure_list_draw (self->list, colour, line_colour, width * self->weight);
}

void
tonus_sketch_contour (const TonusSketch *self, double width)
{
  tonus_sketch_stroke (self, self->is_ghost ? TONUS_INK_GHOST_LINE : TONUS_INK_LINE, width);
}

void
tonus_sketch_chevron (const TonusSketch *self, double x, double y, TonusChevron direction)
{
  double s = direction == TONUS_CHEVRON_LEFT ? -1 : 1;

  if (direction == TONUS_CHEVRON_DOWN)
    {
      tonus_figure_list_move (self->list, x - 5, y + 2.5);
      tonus_figure_list_line (self->list, x, y - 2.5);
      tonus_figure_list_line (self->list, x + 5, y + 2.5);
    }
  else
    {
      tonus_figure_list_move (self->list, x - s * 2.5, y + 5);
      tonus_figure_list_line (self->list, x + s * 2.5, y);
      tonus_figure_list_line (self->list, x - s * 2.5, y - 5);
    }
  tonus_sketch_stroke (self, TONUS_INK_CHEVRON, 2);
}
