/* tonus-muscle.c - the working areas that a picture marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-muscle.h"

/* An ellipsoid: on a limb y is the share of its length from the upper joint, on the trunk metres.
 */
typedef struct
{
  guint bone;
  double x, y, z, rx, ry, rz;
} Blob;

typedef struct
{
  const char *name;
  TonusMuscleHost host;
  guint facing_bone;
  double facing_x, facing_z; /* z outward */
  guint n;
  Blob blob[TONUS_MUSCLE_BLOBS_MAX];
} Patch;

#define PELVIS TONUS_BONE_PELVIS
#define LUM TONUS_BONE_LUM
#define THO TONUS_BONE_THO
#define NECK TONUS_BONE_NECK
#define THIGH TONUS_BONE_THIGH
#define SHANK TONUS_BONE_SHANK
#define UPPERARM TONUS_BONE_UPPERARM
#define FOREARM TONUS_BONE_FOREARM

/* clang-format off */
static const Patch patches[TONUS_N_MUSCLES] = {
  [TONUS_MUSCLE_QUADS] = { "quads", TONUS_MUSCLE_ON_LEG, THIGH, 1, 0, 3,
    { { THIGH, .050, .22, .01, .034, .03, .045 }, { THIGH, .052, .5, .01, .036, .06, .050 },
      { THIGH, .046, .84, 0, .022, .02, .034 } } },
  [TONUS_MUSCLE_HAMS] = { "hams", TONUS_MUSCLE_ON_LEG, THIGH, -1, 0, 3,
    { { THIGH, -.056, .26, 0, .030, .03, .045 }, { THIGH, -.052, .52, 0, .036, .06, .050 },
      { THIGH, -.042, .9, 0, .018, .02, .034 } } },
  [TONUS_MUSCLE_ADDUCTORS] = { "adductors", TONUS_MUSCLE_ON_LEG, THIGH, 0, -1, 3,
    { { THIGH, 0, .12, -.062, .035, .03, .030 }, { THIGH, 0, .4, -.052, .030, .05, .028 },
      { THIGH, 0, .65, -.040, .018, .02, .016 } } },
  [TONUS_MUSCLE_GLUTES] = { "glutes", TONUS_MUSCLE_ON_HIP, PELVIS, -1, .45, 2,
    { { PELVIS, -.090, .040, .070, .046, .040, .055 }, { PELVIS, -.092, -.030, .078, .058, .050, .07 } } },
  [TONUS_MUSCLE_GLUTEMED] = { "glutemed", TONUS_MUSCLE_ON_HIP, PELVIS, 0, 1, 2,
    { { PELVIS, -.030, .060, .115, .055, .035, .06 }, { PELVIS, -.005, 0, .130, .030, .030, .06 } } },
  [TONUS_MUSCLE_HIPFLEXOR] = { "hipflexor", TONUS_MUSCLE_ON_HIP, PELVIS, 1, 0, 2,
    { { PELVIS, .075, .03, .06, .030, .04, .05 }, { THIGH, .07, .16, 0, .026, .03, .04 } } },
  [TONUS_MUSCLE_ITB] = { "itb", TONUS_MUSCLE_ON_LEG, THIGH, 0, 1, 3,
    { { PELVIS, .03, .02, .14, .03, .03, .04 }, { THIGH, 0, .5, .07, .03, .08, .03 },
      { THIGH, 0, .9, .05, .015, .02, .02 } } },
  [TONUS_MUSCLE_CALF] = { "calf", TONUS_MUSCLE_ON_LEG, SHANK, -1, 0, 3,
    { { SHANK, -.045, .10, 0, .030, .02, .040 }, { SHANK, -.055, .30, 0, .036, .05, .046 },
      { SHANK, -.040, .62, 0, .016, .02, .020 } } },
  [TONUS_MUSCLE_TIBANT] = { "tibant", TONUS_MUSCLE_ON_LEG, SHANK, 1, 0, 3,
    { { SHANK, .036, .15, .015, .020, .02, .026 }, { SHANK, .030, .38, .015, .022, .04, .026 },
      { SHANK, .026, .75, .005, .012, .02, .014 } } },
  [TONUS_MUSCLE_ABS] = { "abs", TONUS_MUSCLE_ON_TRUNK, LUM, 1, 0, 3,
    { { PELVIS, .082, .04, 0, .030, .03, .06 }, { LUM, .078, .07, 0, .034, .05, .07 },
      { THO, .092, .05, 0, .034, .05, .07 } } },
  [TONUS_MUSCLE_OBLIQUES] = { "obliques", TONUS_MUSCLE_ON_TRUNK, LUM, 0, 1, 2,
    { { LUM, .035, -.01, .10, .05, .02, .05 }, { LUM, .02, .10, .10, .05, .05, .05 } } },
  [TONUS_MUSCLE_BACK] = { "back", TONUS_MUSCLE_ON_TRUNK, LUM, -1, 0, 3,
    { { PELVIS, -.098, .08, 0, .026, .03, .075 }, { LUM, -.085, .07, 0, .028, .05, .07 },
      { THO, -.098, .05, 0, .028, .05, .07 } } },
  [TONUS_MUSCLE_UPPERBACK] = { "upperback", TONUS_MUSCLE_ON_TRUNK, THO, -1, 0, 2,
    { { THO, -.10, .05, 0, .034, .03, .05 }, { THO, -.10, .16, 0, .034, .05, .10 } } },
  [TONUS_MUSCLE_CHEST] = { "chest", TONUS_MUSCLE_ON_TRUNK, THO, 1, 0, 1,
    { { THO, .085, .12, .07, .045, .045, .065 } } },
  [TONUS_MUSCLE_DELTS] = { "delts", TONUS_MUSCLE_ON_SHOULDER, UPPERARM, 0, 1, 2,
    { { UPPERARM, 0, .02, .015, .055, .05, .05 }, { UPPERARM, 0, .34, .02, .022, .03, .022 } } },
  [TONUS_MUSCLE_BICEPS] = { "biceps", TONUS_MUSCLE_ON_ARM, UPPERARM, 1, 0, 3,
    { { UPPERARM, .026, .32, 0, .024, .02, .03 }, { UPPERARM, .030, .58, 0, .026, .05, .032 },
      { UPPERARM, .024, .86, 0, .014, .02, .018 } } },
  [TONUS_MUSCLE_TRICEPS] = { "triceps", TONUS_MUSCLE_ON_ARM, UPPERARM, -1, 0, 3,
    { { UPPERARM, -.026, .25, 0, .026, .02, .03 }, { UPPERARM, -.030, .5, 0, .026, .05, .032 },
      { UPPERARM, -.022, .85, 0, .012, .02, .018 } } },
  [TONUS_MUSCLE_FOREARM] = { "forearm", TONUS_MUSCLE_ON_FOREARM, FOREARM, -.5, .5, 3,
    { { FOREARM, -.012, .10, .010, .026, .02, .028 }, { FOREARM, -.012, .34, .010, .022, .04, .024 },
      { FOREARM, -.008, .72, .006, .010, .02, .012 } } },
  [TONUS_MUSCLE_NECK] = { "neck", TONUS_MUSCLE_ON_NECK, NECK, 0, 1, 2,
    { { NECK, .012, .0, .030, .026, .02, .026 }, { NECK, .020, .085, .036, .020, .02, .020 } } },
};
/* clang-format on */

const char *
tonus_muscle_get_name (TonusMuscle muscle)
{
  return patches[muscle].name;
}

TonusMuscleHost
tonus_muscle_get_host (TonusMuscle muscle)
{
  return patches[muscle].host;
}

gboolean
tonus_muscle_is_central (TonusMuscle muscle)
{
  return patches[muscle].host == TONUS_MUSCLE_ON_TRUNK && patches[muscle].blob[0].z == 0;
}

/* The joint a bone hangs from, and how long a share of it is. */
static guint
find_root (guint bone, double *length)
{
  switch (bone)
    {
    case THIGH:
      *length = -TONUS_THIGH;
      return TONUS_AT_HIP;
    case SHANK:
      *length = -TONUS_SHANK;
      return TONUS_AT_KNEE;
    case UPPERARM:
      *length = -TONUS_UPPERARM;
      return TONUS_AT_SHOULDER;
    case FOREARM:
      *length = -TONUS_FOREARM;
      return TONUS_AT_ELBOW;
    case LUM:
      return TONUS_AT_LUM;
    case THO:
      return TONUS_AT_THO;
    case NECK:
      return TONUS_AT_C7;
    default:
      return TONUS_AT_PELVIS;
    }
}

guint
tonus_muscle_place (TonusMuscle muscle,
                    guint side,
                    const TonusSkeleton *skeleton,
                    TonusMuscleBlob *blobs,
                    TonusVec *facing)
{
  const Patch *patch = &patches[muscle];
  double outward = TONUS_OUTWARD (side);
  guint bone = patch->facing_bone + (patch->facing_bone >= TONUS_BONE_THIGH ? side : 0);

  *facing = tonus_vec_unit (
      tonus_turn_apply (&skeleton->turn[bone], patch->facing_x, 0, outward * patch->facing_z));
  for (guint i = 0; i < patch->n; i++)
    {
      const Blob *blob = &patch->blob[i];
      double length = 1;
      guint root = find_root (blob->bone, &length);
      gboolean is_limb = root >= TONUS_AT_HIP;
      guint of_bone = blob->bone + (is_limb ? side : 0);

      blobs[i] = (TonusMuscleBlob){
        tonus_skeleton_point (skeleton, root + (is_limb ? side : 0), of_bone, blob->x,
                              length * blob->y, outward * blob->z),
        of_bone,
        blob->rx,
        blob->ry,
        blob->rz,
      };
    }
  return patch->n;
}
