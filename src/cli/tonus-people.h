/* tonus-people.h - invented names and complaints for synthetic practices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names come from many scripts because patients do, and because search, sorting and fonts must
 * cope.
 */
#pragma once

#include "tonus-sample.h"

G_BEGIN_DECLS

typedef struct
{
  const char *given, *family;
} TonusPerson;

/* A given and a family name that go together.  Static text. */
TonusPerson tonus_people_draw (const TonusChance *chance);

typedef struct
{
  const char *title; /* as said at the desk */
  const char *code;  /* ICD-10-CM */
  const char *diagnosis;
  const char *region; /* row of the catalogue of regions */
  const char *goal;
} TonusComplaint;

const TonusComplaint *tonus_complaint_draw (const TonusChance *chance);

G_END_DECLS
