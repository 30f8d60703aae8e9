/* tonus-part.h - a limb or the trunk as a row of elliptic sections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Neighbouring sections are joined by the convex hull of what the camera sees of both; clothes and
 * limbs cut at their root are ranges of the same sections.
 */
#pragma once

#include "tonus-outline.h"
#include "tonus-skeleton.h"

G_BEGIN_DECLS

#define TONUS_SECTIONS_MAX 12

typedef struct
{
  TonusVec centre;
  TonusTurn turn;
  double half_width, half_depth; /* along z and along x */
} TonusSection;

typedef struct
{
  guint n;
  TonusSection section[TONUS_SECTIONS_MAX];
  gboolean begins_round, ends_round;
  double depth; /* of its middle, for what hides what */
} TonusPart;

typedef enum
{
  TONUS_LIMB_THIGH,
  TONUS_LIMB_SHANK,
  TONUS_LIMB_UPPERARM,
  TONUS_LIMB_FOREARM
} TonusLimb;

void tonus_part_add (
    TonusPart *self, TonusVec centre, const TonusTurn *turn, double half_width, double half_depth);

/* Once all sections are there. */
void tonus_part_finish (TonusPart *self, const TonusCamera *camera);

TonusPart tonus_part_of_limb (const TonusSkeleton *skeleton,
                              const TonusCamera *camera,
                              TonusLimb limb,
                              guint side);

/* From @from to @to, counted in sections and parts of the way between them. */
TonusPart tonus_part_cut (const TonusPart *self, double from, double to);

/* Adds the outlines to the path of @list. */
void tonus_part_trace (const TonusPart *self, const TonusCamera *camera, TonusFigureList *list);
void tonus_part_trace_cut (const TonusPart *self,
                           double from,
                           double to,
                           const TonusCamera *camera,
                           TonusFigureList *list);
void tonus_part_trace_ring (const TonusPart *self,
                            guint section,
                            const TonusCamera *camera,
                            TonusFigureList *list);

/* The two edges of the limb in the picture, for creases.  FALSE: seen from its end, it has none. */
gboolean tonus_part_sides (const TonusPart *self,
                           const TonusCamera *camera,
                           TonusPoint sides[2][TONUS_SECTIONS_MAX]);

G_END_DECLS
