/* tonus-illustration.h - the picture of an exercise, whatever it is: a pose or photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column "picture" of an exercise (tonus-picture-name.h) says what it is; here it is resolved,
 * and from here on nobody needs to know.  A file that is absent or damaged is no picture: nothing
 * else ever stands in for it.
 *
 * Illustrations are immutable and may be used in any thread.  What was read and decoded lately is
 * kept by the name of its file, so that resolving the same picture again costs little more than the
 * call of @load.
 */
#pragma once

#include "tonus-figure.h"

G_BEGIN_DECLS

/* Of a photo's longer side, on the cards of a handout: 200 to the inch. */
#define TONUS_PHOTO_PIXELS 576

typedef struct _TonusIllustration TonusIllustration;

/* The bytes of the file @name, which are those that the name promises; NULL: it is not there or
 * damaged.  (transfer full) (nullable) */
typedef GBytes *(*TonusPictureLoad) (const char *name, gpointer data);

/* @picture: (nullable).  @load: (nullable), then no file is there.  NULL without an error: there is
 * no picture of that id.  Errors: TONUS_FIGURE_ERROR_MISSING, TONUS_FIGURE_ERROR_PHOTO,
 * TONUS_FIGURE_ERROR_POSE.  (transfer full) */
TonusIllustration *
tonus_illustration_new (const char *picture, TonusPictureLoad load, gpointer data, GError **error);

/* @pose is taken.  (transfer full) */
TonusIllustration *tonus_illustration_new_of_pose (TonusPose *pose);

TonusIllustration *tonus_illustration_ref (TonusIllustration *self);
void tonus_illustration_unref (TonusIllustration *self);

/* Start and end are two pictures. */
gboolean tonus_illustration_has_panels (const TonusIllustration *self);

/* What it shows, for who cannot see it, in @language; NULL where it does not say so itself.
 * (transfer none) */
const char *tonus_illustration_describe (const TonusIllustration *self, const char *language);

/* (nullable) (transfer none) */
TonusPose *tonus_illustration_get_pose (const TonusIllustration *self);

/* Photos keep their proportions, have a thin frame, and are never mirrored.  (transfer full) */
TonusFigureList *tonus_illustration_draw (TonusIllustration *self,
                                          const TonusFigureOptions *options,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusIllustration, tonus_illustration_unref)

G_END_DECLS
