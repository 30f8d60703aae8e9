/* tonus-contact.c - the parts of a figure that touch the floor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-contact.h"

/* A ball in the frame of a bone. */
typedef struct
{
  guint landmark, bone;
  double x, y, z, radius;
} Ball;

typedef struct
{
  TonusContactKind kind;
  gboolean is_paired;
  guint n;
  Ball ball[3];
} Shape;

#define SOLE_HEEL                                                                                  \
  {                                                                                                \
    TONUS_AT_ANKLE, TONUS_BONE_FOOT, -.045, -.042, 0, .030                                         \
  }
#define SOLE_BALL                                                                                  \
  {                                                                                                \
    TONUS_AT_MTP, TONUS_BONE_FOOT, 0, .012, 0, .026                                                \
  }
#define SOLE_TOE                                                                                   \
  {                                                                                                \
    TONUS_AT_MTP, TONUS_BONE_TOE, .05, .004, 0, .018                                               \
  }
#define KNEECAP                                                                                    \
  {                                                                                                \
    TONUS_AT_KNEE, TONUS_BONE_SHANK, 0, 0, 0, .055                                                 \
  }

static const Shape shapes[] = {
  { TONUS_CONTACT_FEET, TRUE, 3, { SOLE_HEEL, SOLE_BALL, SOLE_TOE } },
  { TONUS_CONTACT_HEELS, TRUE, 1, { SOLE_HEEL } },
  { TONUS_CONTACT_TOES, TRUE, 2, { SOLE_BALL, SOLE_TOE } },
  { TONUS_CONTACT_KNEES, TRUE, 1, { KNEECAP } },
  { TONUS_CONTACT_SHINS, TRUE, 1, { KNEECAP } }, /* and the foot's */
  { TONUS_CONTACT_HANDS,
    TRUE,
    2,
    { { TONUS_AT_WRIST, TONUS_BONE_HAND, 0, -.05, 0, .02 },
      { TONUS_AT_WRIST, TONUS_BONE_HAND, 0, -.13, 0, .014 } } },
  { TONUS_CONTACT_ELBOWS, TRUE, 1, { { TONUS_AT_ELBOW, TONUS_BONE_FOREARM, 0, 0, 0, .039 } } },
  { TONUS_CONTACT_BACK, FALSE, 1, { { TONUS_AT_THO, TONUS_BONE_THO, .003, .13, 0, .112 } } },
  { TONUS_CONTACT_CHEST, FALSE, 1, { { TONUS_AT_THO, TONUS_BONE_THO, .005, .10, 0, .115 } } },
  { TONUS_CONTACT_HEAD, FALSE, 1, { { TONUS_AT_HEAD, TONUS_BONE_HEAD, 0, 0, 0, .10 } } },
  { TONUS_CONTACT_PELVIS, FALSE, 1, { { TONUS_AT_PELVIS, TONUS_BONE_PELVIS, -.018, 0, 0, .118 } } },
  { TONUS_CONTACT_SEAT, FALSE, 1, { { TONUS_AT_PELVIS, TONUS_BONE_PELVIS, -.03, -.01, 0, .088 } } },
};

/* What "seat" and "all" have besides, on either side. */
static const Ball seat_ball = { TONUS_AT_HIP, TONUS_BONE_THIGH, 0, -.12, 0, .088 };
static const Ball all_balls[] = {
  { TONUS_AT_HIP, TONUS_BONE_PELVIS, 0, 0, .06, .10 },
  { TONUS_AT_SHOULDER, TONUS_BONE_UPPERARM, 0, 0, 0, .056 },
  { TONUS_AT_HIP, TONUS_BONE_PELVIS, 0, 0, 0, .088 },
};

static const TonusContactKind all_kinds[] = {
  TONUS_CONTACT_FEET, TONUS_CONTACT_KNEES, TONUS_CONTACT_HANDS, TONUS_CONTACT_ELBOWS,
  TONUS_CONTACT_BACK, TONUS_CONTACT_CHEST, TONUS_CONTACT_HEAD,  TONUS_CONTACT_PELVIS,
};

static gboolean
is_paired (guint bone)
{
  return bone >= TONUS_BONE_THIGH;
}

static TonusTouch
touch_with (const TonusSkeleton *skeleton, const Ball *ball, guint side)
{
  guint bone = ball->bone + (is_paired (ball->bone) ? side : 0);
  guint landmark = ball->landmark + (ball->landmark >= TONUS_AT_HIP ? side : 0);

  return (TonusTouch){ tonus_skeleton_point (skeleton, landmark, bone, ball->x, ball->y,
                                             TONUS_OUTWARD (side) * ball->z),
                       ball->radius };
}

static guint
list_shape (const TonusSkeleton *skeleton, const Shape *shape, guint sides, TonusTouch *touches)
{
  guint n = 0;

  for (guint side = 0; side < 2; side++)
    {
      if (shape->is_paired ? (sides & (1u << side)) == 0 : side == TONUS_LEFT)
        continue;
      for (guint i = 0; i < shape->n; i++)
        touches[n++] = touch_with (skeleton, &shape->ball[i], side);
    }
  return n;
}

static guint
list_all (const TonusSkeleton *skeleton, TonusTouch *touches)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    n += tonus_contact_list (skeleton, all_kinds[i], TONUS_BOTH, touches + n);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < G_N_ELEMENTS (all_balls); i++)
      touches[n++] = touch_with (skeleton, &all_balls[i], side);
  return n;
}

guint
tonus_contact_list (const TonusSkeleton *skeleton,
                    TonusContactKind kind,
                    guint sides,
                    TonusTouch *touches)
{
  guint n;

  if (kind == TONUS_CONTACT_ALL)
    return list_all (skeleton, touches);
  n = list_shape (skeleton, &shapes[kind], sides, touches);
  if (kind == TONUS_CONTACT_SHINS)
    n += list_shape (skeleton, &shapes[TONUS_CONTACT_FEET], sides, touches + n);
  if (kind == TONUS_CONTACT_SEAT)
    for (guint side = 0; side < 2; side++)
      touches[n++] = touch_with (skeleton, &seat_ball, side);
  return n;
}

double
tonus_contact_height (const TonusSkeleton *skeleton, TonusContactKind kind, guint sides)
{
  TonusTouch touches[TONUS_TOUCHES_MAX];
  guint n = tonus_contact_list (skeleton, kind, sides, touches);
  double lowest = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    lowest = MIN (lowest, touches[i].at.y - touches[i].radius);
  return lowest;
}
