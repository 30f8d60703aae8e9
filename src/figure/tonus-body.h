/* tonus-body.h - the flesh on a skeleton as one camera sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that is drawn of a figure, and which limb lies behind, on or before the trunk.
 */
#pragma once

#include "tonus-part.h"
#include "tonus-pose-private.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_PLACE_BEHIND,
  TONUS_PLACE_MIDDLE, /* legs seen from the front: the shirt hangs over them */
  TONUS_PLACE_FRONT
} TonusPlace;

typedef struct
{
  gboolean is_leg;
  guint side;
  TonusPart upper, lower;
  TonusOutline end[3]; /* shoe or hand; of a hand the last is the thumb */
  guint n_ends;
  TonusOutline sole[2];
  guint n_soles;
  TonusPoint finger[3][2]; /* lines between the fingers */
  guint n_fingers;
  TonusPlace place;
  double depth;
  double shade; /* 0 near to 1 far behind */
} TonusBodyLimb;

typedef struct
{
  const TonusSkeleton *skeleton;
  TonusPart trunk, shirt, trousers, neck;
  TonusOutline yoke[2];
  TonusBodyLimb leg[2], arm[2];
} TonusBody;

void tonus_body_build (TonusBody *self,
                       const TonusSkeleton *skeleton,
                       const TonusCamera *camera,
                       const TonusPose *pose);

G_END_DECLS
