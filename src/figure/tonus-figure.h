/* tonus-figure.h - pictures of exercises, drawn from pose files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pose says in one small key file (docs/figures.md) where an exercise starts and ends, what it is
 * done on and with, and which way it goes.  A figure is what a person sees of it: a list of paths.
 * Every pose is of the right side; the left one is the same picture mirrored.
 *
 * Poses are immutable and may be used in any thread.
 */
#pragma once

#include <gio/gio.h>

#include "tonus-figure-list.h"

G_BEGIN_DECLS

#define TONUS_FIGURE_ERROR (tonus_figure_error_quark ())
GQuark tonus_figure_error_quark (void);

typedef enum
{
  TONUS_FIGURE_ERROR_POSE,    /* the pose file: which group and key, and what is allowed */
  TONUS_FIGURE_ERROR_SIZE,    /* no figure fits there */
  TONUS_FIGURE_ERROR_RANGE,   /* an angle beyond what its joint does: the range */
  TONUS_FIGURE_ERROR_MISSING, /* a file that an exercise names is not there or damaged */
  TONUS_FIGURE_ERROR_PHOTO    /* a file that should be a photo is none */
} TonusFigureError;

typedef struct _TonusPose TonusPose;

/* The largest pose file that is read. */
#define TONUS_POSE_BYTES_MAX (16 * 1024u)

/* @name: for the errors, "bridge.pose".  (transfer full) */
TonusPose *tonus_pose_new_from_bytes (GBytes *bytes, const char *name, GError **error);

/* The picture that comes with Tonus for an exercise of that id, NULL if there is none.
 * (transfer full) */
TonusPose *tonus_pose_find (const char *id);

/* The ids of all that come with Tonus, sorted.  (transfer full) */
GStrv tonus_pose_list_ids (void);

TonusPose *tonus_pose_ref (TonusPose *self);
void tonus_pose_unref (TonusPose *self);

/* The file's own name for the exercise, for authors; people read the catalogue's. */
const char *tonus_pose_get_name (const TonusPose *self);

/* What the picture shows, for who cannot see it: start, end and direction, in @language ("es",
 * "pt-br"); NULL where the file does not say it in that language. */
const char *tonus_pose_describe (const TonusPose *self, const char *language);

/* Start and end are two pictures. */
gboolean tonus_pose_has_panels (const TonusPose *self);

/* Who approved the picture and when; NULL: nobody yet. */
const char *tonus_pose_get_reviewed (const TonusPose *self);

/* The text of the file.  (transfer none) */
GBytes *tonus_pose_get_bytes (const TonusPose *self);

/* One line for each contact that cannot be had and each frame that sinks into or floats over the
 * floor without the file saying why; empty is good.  (transfer full) (element-type utf8) */
GPtrArray *tonus_pose_check (const TonusPose *self);

/* Drawing */

typedef enum
{
  TONUS_FIGURE_COLOUR,
  TONUS_FIGURE_MONO /* for printers without colour */
} TonusFigurePalette;

typedef struct
{
  double width, height; /* pt; the figure is centred and never larger */
  TonusFigurePalette palette;
  gboolean is_mirrored;      /* the left side */
  gboolean is_right_to_left; /* of two panels the start stands on the right */
  guint pixels;              /* of a photo's longer side at most; 0: what a printer shows */
} TonusFigureOptions;

/* Kept for a while, so that the same picture is built once.  (transfer full) */
TonusFigureList *
tonus_figure_draw (TonusPose *pose, const TonusFigureOptions *options, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPose, tonus_pose_unref)

G_END_DECLS
