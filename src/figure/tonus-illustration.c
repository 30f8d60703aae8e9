/* tonus-illustration.c - the picture of an exercise, whatever it is: a pose or photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-illustration.h"

#include "tonus-photo.h"
#include "tonus-picture-keep.h"
#include "tonus-picture-name.h"

struct _TonusIllustration
{
  gatomicrefcount ref_count;
  TonusPose *pose; /* (nullable) */
  guint n_photos;
  TonusPhoto photos[TONUS_PICTURE_FILES_MAX];
};

static TonusIllustration *
illustration_new (void)
{
  TonusIllustration *self = g_new0 (TonusIllustration, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

TonusIllustration *
tonus_illustration_ref (TonusIllustration *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tonus_illustration_unref (TonusIllustration *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->pose, tonus_pose_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->photos); i++)
    {
      g_free (self->photos[i].name);
      g_clear_pointer (&self->photos[i].bytes, g_bytes_unref);
    }
  g_free (self);
}

/* --- from files ----------------------------------------------------------------------------- */

static gboolean
add_photo (TonusIllustration *self, const char *name, GBytes *bytes, GError **error)
{
  TonusPhoto *photo = &self->photos[self->n_photos];

  if (!tonus_picture_measure (bytes, name, &photo->width, &photo->height, error))
    return FALSE;
  photo->name = g_strdup (name);
  photo->bytes = g_bytes_ref (bytes);
  self->n_photos++;
  return TRUE;
}

static gboolean
add_file (
    TonusIllustration *self, const char *name, TonusPictureLoad load, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = load != NULL ? load (name, data) : NULL;

  if (bytes == NULL)
    {
      g_set_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_MISSING,
                   "The picture “%s” is not there or damaged. Get it from a copy of the practice, "
                   "or choose the exercise’s picture anew.",
                   name);
      return FALSE;
    }
  if (tonus_picture_name_is_photo (name))
    return add_photo (self, name, bytes, error);
  self->pose = tonus_picture_read_pose (bytes, name, error);
  return self->pose != NULL;
}

static TonusIllustration *
new_from_files (const char *picture, TonusPictureLoad load, gpointer data, GError **error)
{
  g_autoptr (TonusIllustration) self = illustration_new ();
  g_auto (GStrv) files = tonus_picture_split (picture);

  if (files == NULL)
    {
      g_set_error_literal (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_MISSING,
                           "The exercise names a picture that can be none. Choose it anew.");
      return NULL;
    }
  for (guint i = 0; files[i] != NULL; i++)
    if (!add_file (self, files[i], load, data, error))
      return NULL;
  return g_steal_pointer (&self);
}

TonusIllustration *
tonus_illustration_new_of_pose (TonusPose *pose)
{
  TonusIllustration *self = illustration_new ();

  self->pose = pose;
  return self;
}

TonusIllustration *
tonus_illustration_new (const char *picture, TonusPictureLoad load, gpointer data, GError **error)
{
  TonusPose *pose;

  if (tonus_picture_is_files (picture))
    return new_from_files (picture, load, data, error);
  pose = picture != NULL ? tonus_pose_find (picture) : NULL;
  return pose != NULL ? tonus_illustration_new_of_pose (pose) : NULL;
}

/* --- what it is ----------------------------------------------------------------------------- */

gboolean
tonus_illustration_has_panels (const TonusIllustration *self)
{
  return self->pose != NULL ? tonus_pose_has_panels (self->pose) : self->n_photos == 2;
}

const char *
tonus_illustration_describe (const TonusIllustration *self, const char *language)
{
  return self->pose != NULL ? tonus_pose_describe (self->pose, language) : NULL;
}

TonusPose *
tonus_illustration_get_pose (const TonusIllustration *self)
{
  return self->pose;
}

TonusFigureList *
tonus_illustration_draw (TonusIllustration *self, const TonusFigureOptions *options, GError **error)
{
  if (self->pose != NULL)
    return tonus_figure_draw (self->pose, options, error);
  return tonus_figure_check_size (options, error)
             ? tonus_photo_draw (self->photos, self->n_photos, options, error)
             : NULL;
}
