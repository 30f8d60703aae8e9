/* tonus-contact.h - the parts of a figure that touch the floor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A contact is a set of balls fixed to the skeleton; its height is that of its lowest ball's
 * underside.
 */
#pragma once

#include "tonus-skeleton.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_CONTACT_FEET,
  TONUS_CONTACT_HEELS,
  TONUS_CONTACT_TOES,
  TONUS_CONTACT_KNEES,
  TONUS_CONTACT_SHINS,
  TONUS_CONTACT_HANDS,
  TONUS_CONTACT_ELBOWS,
  TONUS_CONTACT_BACK,
  TONUS_CONTACT_CHEST,
  TONUS_CONTACT_HEAD,
  TONUS_CONTACT_PELVIS,
  TONUS_CONTACT_SEAT,
  TONUS_CONTACT_ALL,
  TONUS_N_CONTACTS
} TonusContactKind;

#define TONUS_BOTH 3u

typedef struct
{
  TonusContactKind kind;
  guint sides;   /* bit per side */
  double height; /* where it shall be, metres above the floor */
} TonusContact;

typedef struct
{
  TonusVec at;
  double radius;
} TonusTouch;

#define TONUS_TOUCHES_MAX 40

/* How many were written to @touches. */
guint tonus_contact_list (const TonusSkeleton *skeleton,
                          TonusContactKind kind,
                          guint sides,
                          TonusTouch *touches);

double tonus_contact_height (const TonusSkeleton *skeleton, TonusContactKind kind, guint sides);

G_END_DECLS
