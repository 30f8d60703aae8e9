/* tonus-pose-private.h - what a pose file says, parsed; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-contact.h"
#include "tonus-figure.h"
#include "tonus-muscle.h"

G_BEGIN_DECLS

#define TONUS_FITS_MAX 6u
#define TONUS_PROPS_MAX 10u
#define TONUS_ARROWS_MAX 6u

/* How far the lowest point of a figure may be from the floor, metres. */
#define TONUS_DEEPEST -.015
#define TONUS_HIGHEST .005

/* A place on the figure: a landmark, or the first ball of a contact. */
typedef struct
{
  gboolean is_contact;
  guint landmark;
  TonusContactKind contact;
  guint sides;
} TonusSpot;

typedef struct
{
  guint joint, n; /* as many joints from that one on, both sides or one */
  TonusContact contact;
} TonusFit;

/* A hand's or foot's place; not set: the angles tell. */
typedef struct
{
  gboolean is_set, is_world, has_pole;
  guint landmark, bone;
  TonusVec offset, pole;
} TonusReach;

typedef struct
{
  TonusAngles angles;
  TonusContact rest[2];
  guint n_rest;
  TonusFit fit[TONUS_FITS_MAX];
  guint n_fit;
  guint flat;          /* bit per side */
  guint pin;           /* landmark */
  double pin_x, pin_z; /* where it is in the world */
  TonusReach hand[2], foot[2];
} TonusPoseFrame;

typedef enum
{
  TONUS_PROP_MAT,
  TONUS_PROP_WALL,
  TONUS_PROP_DOOR,
  TONUS_PROP_STEP,
  TONUS_PROP_DESK,
  TONUS_PROP_CHAIR,
  TONUS_PROP_STOOL,
  TONUS_PROP_TABLE,
  TONUS_PROP_SUPPORT,
  TONUS_PROP_ROLLER,
  TONUS_PROP_ROLL,
  TONUS_PROP_BALL,
  TONUS_PROP_PILLOW,
  TONUS_PROP_BAND,
  TONUS_PROP_TUBE,
  TONUS_PROP_STRAP,
  TONUS_PROP_DUMBBELL,
  TONUS_PROP_KETTLEBELL,
  TONUS_PROP_BARBELL,
  TONUS_PROP_CUFF,
  TONUS_PROP_STICK,
  TONUS_PROP_CARD,
  TONUS_PROP_BIKE,
  TONUS_N_PROPS
} TonusPropKind;

#define TONUS_PROP_SPOTS_MAX 6u
#define TONUS_PROP_NUMBERS_MAX 6u

typedef struct
{
  TonusPropKind kind;
  TonusSpot spot[TONUS_PROP_SPOTS_MAX];
  guint n_spots;
  double number[TONUS_PROP_NUMBERS_MAX];
  guint n_numbers;
  guint sides;      /* bit per side */
  gboolean is_left; /* a chair that looks to the left */
  guint limb;       /* of a band: a landmark of the right side, or TONUS_AT_HIP for the thigh */
} TonusProp;

typedef struct
{
  TonusSpot spot;
  gboolean is_vector, is_double;
  double offset, from;             /* of a traced one */
  double dx, dy, start_x, start_y; /* of a straight one */
} TonusArrow;

typedef enum
{
  TONUS_STYLE_GHOST,
  TONUS_STYLE_PANELS,
  TONUS_STYLE_SINGLE
} TonusStyle;

/* Which limbs the author puts before or behind the body. */
typedef enum
{
  TONUS_DRAW_BY_DEPTH,
  TONUS_DRAW_FRONT,
  TONUS_DRAW_BACK
} TonusDrawOrder;

typedef struct
{
  gboolean is_set;
  TonusSpot spot;
  double radius, dx, dy;
} TonusCrop;

struct _TonusPose
{
  gatomicrefcount ref_count;
  char *file;
  GBytes *bytes;
  char *name, *reviewed, *raised;
  GHashTable *alternatives; /* language ("" is English) → text */
  TonusPosture posture;
  double yaw, pitch;
  TonusStyle style;
  gboolean has_bun;
  TonusMuscleUse muscles[TONUS_N_MUSCLES];
  guint n_muscles;
  TonusProp props[TONUS_PROPS_MAX];
  guint n_props;
  TonusArrow arrows[TONUS_ARROWS_MAX];
  guint n_arrows;
  TonusDrawOrder draw_leg[2], draw_arm[2];
  guint grip; /* bit per side */
  TonusCrop crop;
  TonusPoseFrame frame[2];
};

/* A figure as it stands, and the angles that were asked for with those bent until they fitted;
 * limbs that reach go their own way. */
typedef struct
{
  TonusSkeleton skeleton;
  TonusAngles angles;
  gboolean is_rest_missed; /* no turn of the body brings both contacts down */
  guint n_fits_missed;     /* no angle of a joint brings its contact down */
} TonusSolution;

/* The figure at @t from 0, the start, to 1, the end. */
void tonus_pose_solve (const TonusPose *self, double t, TonusSolution *solution);

TonusVec tonus_spot_find (const TonusSpot *self, const TonusSkeleton *skeleton);

G_END_DECLS
