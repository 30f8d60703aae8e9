/* tonus-sample.h - values that a field accepts: examples for people, contents for invented
 * practices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything comes from the field's own description, so a new field needs no change here.  Chance
 * is the sequence of a tonus_io_seeded(): the same seed gives the same values.
 */
#pragma once

#include "tonus-io-seeded.h"
#include "tonus-schema.h"

G_BEGIN_DECLS

/* What draws, and what the draw is about. */
typedef struct
{
  TonusIo *io;        /* borrowed: a tonus_io_seeded() */
  const char *region; /* (nullable) catalogue rows about this region come first */
} TonusChance;

/* A whole number below @below. */
guint tonus_chance_draw (const TonusChance *self, guint below);

/* 0 … 1 */
double tonus_chance_fraction (const TonusChance *self);

/* A value within the soft limits, or NULL for a reference (only its practice knows what there is)
 * and for a list with nothing left to choose.  (transfer full) (nullable) */
char *tonus_sample_value (const TonusField *field,
                          const char *row,
                          const char *chosen,
                          const TonusChance *chance);

/* The number at @place (0 … 1) of the range in force, spelled as the field wants it.  Only for
 * kinds that are numbers.  (transfer full) */
char *
tonus_sample_number (const TonusField *field, const char *row, const char *chosen, double place);

/* A row of a section that repeats: for measures one choice per key that make sense together, else a
 * new id.  NULL: a key has nothing to choose.  (transfer full) (nullable) */
char *tonus_sample_row (const TonusSection *section, const TonusChance *chance);

G_END_DECLS
