/* tonus-body.c - the flesh on a skeleton as one camera sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-body.h"

/* Where the clothes begin and end, in sections of the trunk. */
#define SHIRT_FROM 2.15
#define TROUSERS_TO 2.3

static void
build_trunk (TonusBody *self, const TonusCamera *camera)
{
  const TonusSkeleton *s = self->skeleton;
  const TonusTurn *pelvis = &s->turn[TONUS_BONE_PELVIS], *lum = &s->turn[TONUS_BONE_LUM];
  const TonusTurn *tho = &s->turn[TONUS_BONE_THO];
  TonusTurn waist = tonus_turn_mean (pelvis, lum), back = tonus_turn_mean (lum, tho);
  TonusTurn top = tonus_turn_after (tho, tonus_turn_about_z (-10));
  TonusTurn collar = tonus_turn_after (tho, tonus_turn_about_z (-22));
  const struct
  {
    guint at;
    const TonusTurn *frame;
    double x, y;
    const TonusTurn *turn;
    double half_width, half_depth;
  } rows[] = {
    { TONUS_AT_PELVIS, pelvis, -.012, -.075, pelvis, .115, .082 },
    { TONUS_AT_PELVIS, pelvis, -.020, -.020, pelvis, .160, .118 },
    { TONUS_AT_PELVIS, pelvis, -.012, .045, pelvis, .158, .110 },
    { TONUS_AT_LUM, &waist, 0, .010, &waist, .140, .096 },
    { TONUS_AT_LUM, lum, .004, .075, lum, .131, .092 },
    { TONUS_AT_THO, &back, .004, 0, &back, .140, .100 },
    { TONUS_AT_THO, tho, .008, .090, tho, .158, .114 },
    { TONUS_AT_THO, tho, 0, .155, tho, .152, .106 },
    { TONUS_AT_THO, tho, -.006, .200, &top, .122, .086 },
    { TONUS_AT_THO, tho, -.006, .240, &collar, .064, .060 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    tonus_part_add (&self->trunk,
                    tonus_vec_add (s->at[rows[i].at],
                                   tonus_turn_apply (rows[i].frame, rows[i].x, rows[i].y, 0)),
                    rows[i].turn, rows[i].half_width, rows[i].half_depth);
  self->trunk.begins_round = TRUE;
  tonus_part_finish (&self->trunk, camera);
  self->shirt = tonus_part_cut (&self->trunk, SHIRT_FROM, TONUS_SECTIONS_MAX);
  self->trousers = tonus_part_cut (&self->trunk, 0, TROUSERS_TO);
}

static void
build_neck (TonusBody *self, const TonusCamera *camera)
{
  const TonusSkeleton *s = self->skeleton;
  const TonusTurn *neck = &s->turn[TONUS_BONE_NECK];
  TonusTurn base = tonus_turn_after (neck, tonus_turn_about_z (-22));

  tonus_part_add (&self->neck,
                  tonus_skeleton_point (s, TONUS_AT_C7, TONUS_BONE_NECK, .006, -.015, 0), &base,
                  .055, .056);
  tonus_part_add (&self->neck, tonus_skeleton_point (s, TONUS_AT_C7, TONUS_BONE_NECK, .020, .04, 0),
                  neck, .046, .050);
  tonus_part_add (&self->neck,
                  tonus_skeleton_point (s, TONUS_AT_SKULL, TONUS_BONE_NECK, .006, .04, 0), neck,
                  .047, .050);
  tonus_part_finish (&self->neck, camera);
}

/* From the neck's side down to the shoulder: what makes shoulders slope. */
static void
build_yoke (TonusBody *self, const TonusCamera *camera, guint side)
{
  const TonusSkeleton *s = self->skeleton;
  const TonusTurn *tho = &s->turn[TONUS_BONE_THO];
  TonusOutline *yoke = &self->yoke[side];
  TonusVec beside_neck = tonus_skeleton_point (s, TONUS_AT_THO, TONUS_BONE_THO, -.010, .216,
                                               TONUS_OUTWARD (side) * .038);

  tonus_outline_add_ball (yoke, camera, beside_neck, tho, .046, .046, .040);
  tonus_outline_add_ball (yoke, camera,
                          tonus_skeleton_point (s, TONUS_AT_SHOULDER + side, TONUS_BONE_THO, 0,
                                                -.012, TONUS_OUTWARD (side) * -.004),
                          tho, .050, .046, .046);
  tonus_outline_hull (yoke);
}

/* One ball of a shoe or hand: from a landmark, in a bone's frame. */
typedef struct
{
  guint at, bone;
  double x, y, z, rx, ry, rz;
} Ball;

static void
add_ball (TonusOutline *outline,
          const TonusSkeleton *s,
          const TonusCamera *camera,
          const Ball *ball,
          guint side)
{
  TonusVec centre = tonus_skeleton_point (s, ball->at + side, ball->bone + side, ball->x, ball->y,
                                          TONUS_OUTWARD (side) * ball->z);

  tonus_outline_add_ball (outline, camera, centre, &s->turn[ball->bone + side], ball->rx, ball->ry,
                          ball->rz);
}

static void
add_hull (TonusBodyLimb *limb,
          const TonusSkeleton *s,
          const TonusCamera *camera,
          const Ball *balls,
          guint n)
{
  TonusOutline *outline = &limb->end[limb->n_ends++];

  for (guint i = 0; i < n; i++)
    add_ball (outline, s, camera, &balls[i], limb->side);
  tonus_outline_hull (outline);
}

#define FOOT(x, y, z, rx, ry, rz)                                                                  \
  {                                                                                                \
    TONUS_AT_ANKLE, TONUS_BONE_FOOT, x, y, z, rx, ry, rz                                           \
  }
#define TOE(bone, x, y, z, rx, ry, rz)                                                             \
  {                                                                                                \
    TONUS_AT_MTP, bone, x, y, z, rx, ry, rz                                                        \
  }

static void
build_shoe (TonusBodyLimb *limb, const TonusSkeleton *s, const TonusCamera *camera)
{
  static const Ball shoe[] = {
    FOOT (-.008, -.004, 0, .040, .034, .036),
    FOOT (.055, -.033, 0, .040, .030, .037),
    FOOT (-.046, -.040, 0, .030, .030, .033),
    TOE (TONUS_BONE_FOOT, 0, .010, .003, .034, .026, .044),
    TOE (TONUS_BONE_TOE, .048, .004, 0, .030, .020, .036),
  };

  add_hull (limb, s, camera, shoe, 3);     /* ankle, instep, heel */
  add_hull (limb, s, camera, shoe + 1, 3); /* instep, heel, ball */
  add_hull (limb, s, camera, shoe + 3, 2); /* ball, toes */
}

/* Half-widths at both ends of a thin slab under the foot. */
static void
add_slab (TonusOutline *outline,
          const TonusSkeleton *s,
          const TonusCamera *camera,
          guint at,
          guint bone,
          const double *x,
          const double *half_width,
          double y)
{
  for (guint end = 0; end < 2; end++)
    for (int z = -1; z <= 1; z += 2)
      for (guint up = 0; up < 2; up++)
        tonus_outline_add (
            outline,
            tonus_camera_see (camera, tonus_skeleton_point (s, at, bone, x[end], y + up * .016,
                                                            z * half_width[end])));
}

static void
build_sole (TonusBodyLimb *limb, const TonusSkeleton *s, const TonusCamera *camera)
{
  guint ankle = TONUS_AT_ANKLE + limb->side, mtp = TONUS_AT_MTP + limb->side;
  guint foot = TONUS_BONE_FOOT + limb->side, toe = TONUS_BONE_TOE + limb->side;

  add_slab (&limb->sole[0], s, camera, ankle, foot, (const double[]){ -.072, .06 },
            (const double[]){ .028, .033 }, -.074);
  add_slab (&limb->sole[0], s, camera, mtp, foot, (const double[]){ -.05, .012 },
            (const double[]){ .033, .043 }, -.016);
  add_slab (&limb->sole[1], s, camera, mtp, toe, (const double[]){ 0, .040 },
            (const double[]){ .043, .040 }, -.016);
  for (guint i = 0; i < 2; i++)
    tonus_outline_add (&limb->sole[1],
                       tonus_camera_see (camera, tonus_skeleton_point (s, mtp, toe, .072 + i * .004,
                                                                       i * .016 - .016, 0)));
  tonus_outline_hull (&limb->sole[0]);
  tonus_outline_hull (&limb->sole[1]);
  limb->n_soles = 2;
}

#define HAND(x, y, z, rx, ry, rz)                                                                  \
  {                                                                                                \
    TONUS_AT_WRIST, TONUS_BONE_HAND, x, y, z, rx, ry, rz                                           \
  }

static void
build_hand (TonusBodyLimb *limb,
            const TonusSkeleton *s,
            const TonusCamera *camera,
            gboolean is_fist)
{
  static const Ball fist[] = {
    HAND (0, 0, 0, .026, .02, .022),
    HAND (.004, -.055, 0, .040, .042, .030),
    HAND (.030, -.045, -.010, .015, .022, .016),
    HAND (.030, -.068, -.016, .013, .013, .013),
  };
  static const Ball open[] = {
    HAND (0, 0, 0, .026, .02, .022),        HAND (.002, -.065, 0, .040, .040, .019),
    HAND (.002, -.07, 0, .039, .03, .018),  HAND (-.004, -.150, 0, .018, .018, .011),
    HAND (.022, -.035, 0, .015, .02, .014), HAND (.050, -.088, -.004, .011, .012, .010),
  };

  if (is_fist)
    {
      add_hull (limb, s, camera, fist, 2);
      add_hull (limb, s, camera, fist + 2, 2);
      return;
    }
  add_hull (limb, s, camera, open, 2);
  add_hull (limb, s, camera, open + 2, 2);
  add_hull (limb, s, camera, open + 4, 2);
}

/* Lines between the fingers on the side of the hand that looks at us; seen from its edge it has
 * none, but for the one that parts the fingers from the palm's heel. */
static void
build_fingers (TonusBodyLimb *limb,
               const TonusSkeleton *s,
               const TonusCamera *camera,
               gboolean is_fist)
{
  static const double across[] = { -.016, 0, .016 };
  const TonusTurn *hand = &s->turn[TONUS_BONE_HAND + limb->side];
  double facing = tonus_vec_dot (hand->z, camera->toward);
  double from = is_fist ? -.050 : -.088, to = is_fist ? -.088 : -.152;
  double surface = (facing > 0 ? 1 : -1) * (is_fist ? .028 : .014);

  if (fabs (facing) < .35)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    for (guint end = 0; end < 2; end++)
      limb->finger[i][end] = tonus_camera_see (
          camera,
          tonus_skeleton_point (s, TONUS_AT_WRIST + limb->side, TONUS_BONE_HAND + limb->side,
                                across[i] * (end == 0 ? 1.15 : .8) + (is_fist ? .004 : 0),
                                end == 0 ? from : to, surface));
  limb->n_fingers = G_N_ELEMENTS (across);
}

static void
place_leg (TonusBody *self, TonusBodyLimb *leg, const TonusCamera *camera, TonusDrawOrder order)
{
  const TonusSkeleton *s = self->skeleton;
  TonusVec near_hip =
      tonus_vec_mix (s->at[TONUS_AT_HIP + leg->side], s->at[TONUS_AT_KNEE + leg->side], .25);
  double z =
      tonus_camera_depth (camera, near_hip) - tonus_camera_depth (camera, s->at[TONUS_AT_PELVIS]);

  leg->depth = (leg->upper.depth + leg->lower.depth) / 2;
  leg->place = z < -.03 ? TONUS_PLACE_BEHIND : z <= .045 ? TONUS_PLACE_MIDDLE : TONUS_PLACE_FRONT;
  if (order == TONUS_DRAW_BACK)
    leg->place = TONUS_PLACE_BEHIND;
  else if (order == TONUS_DRAW_FRONT && leg->place == TONUS_PLACE_BEHIND)
    leg->place = TONUS_PLACE_FRONT;
}

static void
place_arm (TonusBody *self, TonusBodyLimb *arm, TonusDrawOrder order)
{
  arm->depth = (arm->upper.depth + arm->lower.depth) / 2;
  arm->place = arm->depth - self->trunk.depth < -.035 ? TONUS_PLACE_BEHIND : TONUS_PLACE_FRONT;
  if (order != TONUS_DRAW_BY_DEPTH)
    arm->place = order == TONUS_DRAW_BACK ? TONUS_PLACE_BEHIND : TONUS_PLACE_FRONT;
}

static void
shade_limb (const TonusBody *self, TonusBodyLimb *limb)
{
  if (limb->place == TONUS_PLACE_BEHIND)
    limb->shade = CLAMP ((self->trunk.depth - limb->depth - .04) / .07, 0, 1);
}

static void
build_side (TonusBody *self, const TonusCamera *camera, const TonusPose *pose, guint side)
{
  const TonusSkeleton *s = self->skeleton;
  TonusBodyLimb *leg = &self->leg[side], *arm = &self->arm[side];
  gboolean is_fist = (pose->grip & (1u << side)) != 0;

  leg->is_leg = TRUE;
  leg->side = arm->side = side;
  leg->upper = tonus_part_of_limb (s, camera, TONUS_LIMB_THIGH, side);
  leg->lower = tonus_part_of_limb (s, camera, TONUS_LIMB_SHANK, side);
  build_shoe (leg, s, camera);
  build_sole (leg, s, camera);
  arm->upper = tonus_part_of_limb (s, camera, TONUS_LIMB_UPPERARM, side);
  arm->lower = tonus_part_of_limb (s, camera, TONUS_LIMB_FOREARM, side);
  build_hand (arm, s, camera, is_fist);
  build_fingers (arm, s, camera, is_fist);
  place_leg (self, leg, camera, pose->draw_leg[side]);
  place_arm (self, arm, pose->draw_arm[side]);
  shade_limb (self, leg);
  shade_limb (self, arm);
}

void
tonus_body_build (TonusBody *self,
                  const TonusSkeleton *skeleton,
                  const TonusCamera *camera,
                  const TonusPose *pose)
{
  *self = (TonusBody){ .skeleton = skeleton };
  build_trunk (self, camera);
  build_neck (self, camera);
  for (guint side = 0; side < 2; side++)
    {
      build_yoke (self, camera, side);
      build_side (self, camera, pose, side);
    }
}
