/* tonus-io-seeded.h - the real disk with a repeatable clock and repeatable ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For synthetic practices: the same seed, start and calls give the same bytes in every file.
 * Everything but chance and time is tonus_io_real().  Use one per thread.
 */
#pragma once

#include "tonus-io.h"

G_BEGIN_DECLS

/* @start: seconds since 1970; each look at the clock is a second later than the one before.
 * (transfer full), free with tonus_io_seeded_free() after every practice that uses it. */
TonusIo *tonus_io_seeded (guint64 seed, gint64 start);
void tonus_io_seeded_free (TonusIo *io);

/* The next look at the clock gives @now: a generator dates its visits this way. */
void tonus_io_seeded_set_clock (TonusIo *io, gint64 now);

/* The next number of the sequence that ids come from, below @below (> 0). */
guint64 tonus_io_seeded_next (TonusIo *io, guint64 below);

G_END_DECLS
