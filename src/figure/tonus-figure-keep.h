/* tonus-figure-keep.h - pictures drawn lately, so that the same one is built once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by all poses and threads, and bounded: a booklet of the whole library does not fill the memory.
 */
#pragma once

#include "tonus-figure.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
TonusFigureList *tonus_figure_recall (const TonusPose *pose, const TonusFigureOptions *options);

/* @list is not changed from now on. */
void tonus_figure_keep (const TonusPose *pose,
                        const TonusFigureOptions *options,
                        TonusFigureList *list);

/* The pose goes. */
void tonus_figure_forget (const TonusPose *pose);

G_END_DECLS
