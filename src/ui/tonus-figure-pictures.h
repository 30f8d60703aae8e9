/* tonus-figure-pictures.h - pictures of exercises for the screen, made once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture is drawn when somebody first looks for it, while nothing else is to be done: whoever
 * scrolls never waits.  What was asked for last is drawn first.
 *
 * A picture is named by what the column "picture" says of it; files of that name are those of the
 * practice that is open.
 *
 * Signals: "ready" (some picture that was waited for is there).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-catalogue.h"
#include "tonus-illustration.h"
#include "tonus-practice.h"

G_BEGIN_DECLS

#define TONUS_TYPE_FIGURE_PICTURES (tonus_figure_pictures_get_type ())
G_DECLARE_FINAL_TYPE (TonusFigurePictures, tonus_figure_pictures, TONUS, FIGURE_PICTURES, GObject)

/* Those of the process.  (transfer none) */
TonusFigurePictures *tonus_figure_pictures_get_default (void);

/* The one whose files are shown from now on; NULL: none.  All pictures are forgotten. */
void tonus_figure_pictures_set_practice (TonusFigurePictures *self, TonusPractice *practice);

typedef struct
{
  int width, height; /* pixels of the widget */
  int scale;         /* of the screen */
  gboolean is_mirrored;
} TonusPictureSize;

/* What is to be the picture of @exercise, whether there is one or not. */
const char *tonus_figure_picture_of (const TonusEntry *exercise);

/* Is there one, as far as is known?  What its files are is found out when it is to be drawn; one
 * that was lost is looked for again.  Never one of another exercise. */
gboolean tonus_figure_pictures_has (TonusFigurePictures *self, const char *picture);

/* On a light card, whatever the theme.  NULL: there is none, or it is not ready yet and "ready"
 * will say so.  (transfer none) until the next call */
cairo_surface_t *tonus_figure_pictures_look (TonusFigurePictures *self,
                                             const char *picture,
                                             const TonusPictureSize *size);

/* Here and now.  NULL: there is none.  (transfer full) */
TonusIllustration *tonus_figure_pictures_resolve (TonusFigurePictures *self, const char *picture);

/* Draws all that is waited for, here and now. */
void tonus_figure_pictures_finish (TonusFigurePictures *self);

G_END_DECLS
