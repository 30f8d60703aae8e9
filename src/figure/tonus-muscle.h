/* tonus-muscle.h - the working areas that a picture marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coarse patches on the body, no anatomy.
 */
#pragma once

#include "tonus-skeleton.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_MUSCLE_QUADS,
  TONUS_MUSCLE_HAMS,
  TONUS_MUSCLE_ADDUCTORS,
  TONUS_MUSCLE_GLUTES,
  TONUS_MUSCLE_GLUTEMED,
  TONUS_MUSCLE_HIPFLEXOR,
  TONUS_MUSCLE_ITB,
  TONUS_MUSCLE_CALF,
  TONUS_MUSCLE_TIBANT,
  TONUS_MUSCLE_ABS,
  TONUS_MUSCLE_OBLIQUES,
  TONUS_MUSCLE_BACK,
  TONUS_MUSCLE_UPPERBACK,
  TONUS_MUSCLE_CHEST,
  TONUS_MUSCLE_DELTS,
  TONUS_MUSCLE_BICEPS,
  TONUS_MUSCLE_TRICEPS,
  TONUS_MUSCLE_FOREARM,
  TONUS_MUSCLE_NECK,
  TONUS_N_MUSCLES
} TonusMuscle;

typedef struct
{
  TonusMuscle muscle;
  guint sides; /* bit per side */
} TonusMuscleUse;

typedef enum
{
  TONUS_MUSCLE_ON_LEG = 1, /* drawn with the leg */
  TONUS_MUSCLE_ON_HIP,     /* on leg and trunk, over the clothes of both */
  TONUS_MUSCLE_ON_TRUNK,
  TONUS_MUSCLE_ON_ARM,
  TONUS_MUSCLE_ON_SHOULDER, /* on arm and trunk */
  TONUS_MUSCLE_ON_FOREARM,
  TONUS_MUSCLE_ON_NECK
} TonusMuscleHost;

#define TONUS_MUSCLE_BLOBS_MAX 3

typedef struct
{
  TonusVec at;
  guint bone;
  double rx, ry, rz;
} TonusMuscleBlob;

const char *tonus_muscle_get_name (TonusMuscle muscle);
TonusMuscleHost tonus_muscle_get_host (TonusMuscle muscle);

/* A patch in the middle of the body, the same for both sides. */
gboolean tonus_muscle_is_central (TonusMuscle muscle);

/* How many blobs were written; @facing: the direction the patch looks. */
guint tonus_muscle_place (TonusMuscle muscle,
                          guint side,
                          const TonusSkeleton *skeleton,
                          TonusMuscleBlob *blobs,
                          TonusVec *facing);

G_END_DECLS
