/* tonus-limb-draw.c - a leg or an arm with what it wears
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-body-draw.h"

/* Where clothes end, in sections. */
#define LEG_HEM 3.9
#define SLEEVE_HEM 1.9

/* The lower part is drawn over the upper one unless it is this much behind. */
#define CLEARLY_BEHIND .03

static void
trace_all (const TonusOutline *outlines, guint n, const TonusSketch *sketch)
{
  for (guint i = 0; i < n; i++)
    tonus_outline_trace (&outlines[i], sketch->list);
}

static void
fill_part (const TonusPart *part,
           double from,
           double to,
           const TonusSketch *sketch,
           TonusInk ink,
           double shade)
{
  tonus_part_trace_cut (part, from, to, sketch->camera, sketch->list);
  tonus_sketch_fill (sketch, ink, shade);
}

/* Both edges from a section on; @is_early: from halfway before it. */
static void
draw_crease (const TonusPart *part, guint from, gboolean is_early, const TonusSketch *sketch)
{
  TonusPoint sides[2][TONUS_SECTIONS_MAX], *side;

  if (!tonus_part_sides (part, sketch->camera, sides))
    return;
  for (guint i = 0; i < 2; i++)
    {
      side = sides[i] + from;
      if (is_early)
        {
          side--;
          *side = (TonusPoint){ (side[0].x + side[1].x) / 2, (side[0].y + side[1].y) / 2 };
        }
      tonus_outline_trace_line (side, part->n - (guint) (side - sides[i]), TRUE, sketch->list);
      tonus_sketch_contour (sketch, tonus_sketch_outline (sketch) * .55);
    }
}

static void
draw_shoe (const TonusBodyLimb *leg, const TonusSketch *sketch)
{
  trace_all (leg->end, leg->n_ends, sketch);
  tonus_sketch_fill (sketch, TONUS_INK_SHOE, leg->shade);
  trace_all (leg->sole, leg->n_soles, sketch);
  tonus_sketch_fill (sketch, TONUS_INK_SOLE, leg->shade);
}

static void
draw_shank (const TonusBodyLimb *leg, const TonusSketch *sketch, gboolean is_on_thigh)
{
  draw_shoe (leg, sketch);
  fill_part (&leg->lower, 0, TONUS_SECTIONS_MAX, sketch, TONUS_INK_SKIN, leg->shade);
  fill_part (&leg->lower, 0, LEG_HEM, sketch, TONUS_INK_TROUSERS, leg->shade);
  if (!sketch->is_ghost)
    {
      /* The edge of the shoe over the ankle. */
      trace_all (leg->end, leg->n_ends, sketch);
      tonus_sketch_contour (sketch, tonus_sketch_outline (sketch) * .75);
      draw_shoe (leg, sketch);
    }
  if (is_on_thigh)
    draw_crease (&leg->lower, 2, FALSE, sketch);
}

static void
draw_hand (const TonusBodyLimb *arm, const TonusSketch *sketch)
{
  const TonusOutline *thumb = &arm->end[arm->n_ends - 1];
  double width = tonus_sketch_outline (sketch);

  trace_all (arm->end, arm->n_ends, sketch);
  tonus_sketch_fill (sketch, TONUS_INK_SKIN, arm->shade);
  if (sketch->is_ghost)
    return;
  for (guint i = 0; i < arm->n_fingers; i++)
    tonus_outline_trace_line (arm->finger[i], 2, FALSE, sketch->list);
  tonus_sketch_contour (sketch, width * .5);
  tonus_outline_trace (thumb, sketch->list);
  tonus_sketch_contour (sketch, width * 1.1);
  tonus_outline_trace (thumb, sketch->list);
  tonus_sketch_fill (sketch, TONUS_INK_SKIN, arm->shade);
}

static void
draw_forearm (const TonusBodyLimb *arm, const TonusSketch *sketch, gboolean is_on_upper)
{
  draw_hand (arm, sketch);
  fill_part (&arm->lower, 0, TONUS_SECTIONS_MAX, sketch, TONUS_INK_SKIN, arm->shade);
  if (is_on_upper)
    draw_crease (&arm->lower, 1, FALSE, sketch);
}

static void
draw_upper_arm (const TonusBodyLimb *arm, const TonusSketch *sketch)
{
  TonusPart sleeve = tonus_part_cut (&arm->upper, SLEEVE_HEM, 2);

  fill_part (&arm->upper, 0, TONUS_SECTIONS_MAX, sketch, TONUS_INK_SKIN, arm->shade);
  fill_part (&arm->upper, 0, SLEEVE_HEM, sketch, TONUS_INK_SHIRT, arm->shade * .6);
  if (sketch->is_ghost)
    return;
  tonus_part_trace (&arm->upper, sketch->camera, sketch->list);
  tonus_figure_list_clip (sketch->list);
  tonus_part_trace_ring (&sleeve, 0, sketch->camera, sketch->list);
  tonus_sketch_contour (sketch, tonus_sketch_outline (sketch) * .6);
  tonus_figure_list_pop (sketch->list);
  fill_part (&arm->upper, 0, SLEEVE_HEM, sketch, TONUS_INK_SHIRT, arm->shade * .6);
  draw_crease (&arm->upper, 1, TRUE, sketch);
}

static void
draw_thigh (const TonusBodyLimb *leg, const TonusSketch *sketch)
{
  fill_part (&leg->upper, 0, TONUS_SECTIONS_MAX, sketch, TONUS_INK_TROUSERS, leg->shade);
  draw_crease (&leg->upper, 2, FALSE, sketch);
}

static void
draw_outline (const TonusBodyLimb *self, const TonusSketch *sketch, double trim)
{
  tonus_part_trace_cut (&self->upper, trim, TONUS_SECTIONS_MAX, sketch->camera, sketch->list);
  tonus_part_trace (&self->lower, sketch->camera, sketch->list);
  trace_all (self->end, self->n_ends, sketch);
  trace_all (self->sole, self->n_soles, sketch);
  tonus_sketch_contour (sketch, 2 * tonus_sketch_outline (sketch));
}

void
tonus_limb_draw (const TonusBodyLimb *self, const TonusSketch *sketch, double trim)
{
  gboolean is_lower_last = self->lower.depth >= self->upper.depth - CLEARLY_BEHIND;

  draw_outline (self, sketch, trim);
  if (sketch->is_draft)
    return;
  for (guint i = 0; i < 2; i++)
    {
      gboolean is_lower = (i == 1) == is_lower_last;

      if (self->is_leg && is_lower)
        draw_shank (self, sketch, is_lower_last);
      else if (self->is_leg)
        draw_thigh (self, sketch);
      else if (is_lower)
        draw_forearm (self, sketch, is_lower_last);
      else
        draw_upper_arm (self, sketch);
    }
}
