/* tonus-picture.h - pictures of exercises as documents: one by itself, and all on sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For those who make and approve the pictures; the patient's are on the handout.
 */
#pragma once

#include "tonus-figure-list.h"
#include "tonus-page.h"

G_BEGIN_DECLS

/* A page of the picture's own size.  @alt: what it shows.  (transfer full) */
GBytes *tonus_picture_render (TonusFigureList *list,
                              const TonusPdfInfo *info,
                              const char *alt,
                              GError **error);

/* The size that each picture of a sheet is drawn for, points. */
#define TONUS_PICTURE_CELL_WIDTH 122.0
#define TONUS_PICTURE_CELL_HEIGHT 90.0

typedef struct
{
  TonusFigureList *list;
  const char *name;
} TonusPictureCell;

/* @remark: a line under the title of the first page.  (transfer full) */
GBytes *tonus_picture_sheet_render (const TonusPictureCell *cells,
                                    guint n,
                                    const char *remark,
                                    TonusPaper paper,
                                    const TonusPdfInfo *info,
                                    GError **error);

G_END_DECLS
