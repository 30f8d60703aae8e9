/* tonus-picture-keep.c - files of pictures read lately, by their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-picture-keep.h"

#include "tonus-illustration.h"

#include <string.h>

/* The photos of a few handouts, as large as they are printed: 12 MB. */
#define PIXELS_MAX (4 * 1000 * 1000)
#define POSES_MAX 64
/* Some 60 bytes each; a library of two thousand fits. */
#define SIZES_MAX 8192

typedef struct
{
  char *name;
  guint most;
  TonusImage *image;
} Kept;

typedef struct
{
  guint width, height;
} Size;

static GMutex lock;
static GQueue kept = G_QUEUE_INIT; /* (element-type Kept) newest first */
static gsize n_pixels;
static GHashTable *poses; /* name → TonusPose */
static GHashTable *sizes; /* name → Size, of photos that are sound */

/* --- poses ---------------------------------------------------------------------------------- */

/* One pose for each name, for the figures drawn of it are kept by it. */
TonusPose *
tonus_picture_read_pose (GBytes *bytes, const char *name, GError **error)
{
  TonusPose *pose;

  g_mutex_lock (&lock);
  if (poses == NULL)
    poses =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tonus_pose_unref);
  pose = g_hash_table_lookup (poses, name);
  if (pose != NULL)
    tonus_pose_ref (pose);
  g_mutex_unlock (&lock);
  if (pose != NULL || (pose = tonus_pose_new_from_bytes (bytes, name, error)) == NULL)
    return pose;

  g_mutex_lock (&lock);
  if (g_hash_table_size (poses) >= POSES_MAX)
    g_hash_table_remove_all (poses);
  g_hash_table_insert (poses, g_strdup (name), tonus_pose_ref (pose));
  g_mutex_unlock (&lock);
  return pose;
}

/* --- photos --------------------------------------------------------------------------------- */

static gsize
weigh (const Kept *one)
{
  return (gsize) tonus_image_get_width (one->image) * tonus_image_get_height (one->image);
}

static void
drop (GList *link)
{
  Kept *one = link->data;

  n_pixels -= weigh (one);
  tonus_image_unref (one->image);
  g_free (one->name);
  g_free (one);
  g_queue_delete_link (&kept, link);
}

static TonusImage *
recall (const char *name, guint most)
{
  TonusImage *image = NULL;

  g_mutex_lock (&lock);
  for (GList *l = kept.head; l != NULL && image == NULL; l = l->next)
    {
      const Kept *one = l->data;

      if (one->most != most || strcmp (one->name, name) != 0)
        continue;
      image = tonus_image_ref (one->image);
      g_queue_unlink (&kept, l);
      g_queue_push_head_link (&kept, l);
      break;
    }
  g_mutex_unlock (&lock);
  return image;
}

static void
keep (const char *name, guint most, TonusImage *image)
{
  Kept *one = g_new (Kept, 1);

  *one = (Kept){ g_strdup (name), most, tonus_image_ref (image) };
  g_mutex_lock (&lock);
  g_queue_push_head (&kept, one);
  n_pixels += weigh (one);
  while (n_pixels > PIXELS_MAX && kept.length > 1)
    drop (kept.tail);
  g_mutex_unlock (&lock);
}

TonusImage *
tonus_picture_decode (GBytes *bytes, const char *name, guint most, GError **error)
{
  g_autoptr (GError) local = NULL;
  TonusImage *image = recall (name, most);

  if (image != NULL)
    return image;
  image = tonus_image_new_from_bytes (bytes, name, most, &local);
  if (image != NULL)
    keep (name, most, image);
  else
    g_set_error_literal (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_PHOTO, local->message);
  return image;
}

static gboolean
recall_size (const char *name, Size *size)
{
  const Size *known;

  g_mutex_lock (&lock);
  known = sizes != NULL ? g_hash_table_lookup (sizes, name) : NULL;
  if (known != NULL)
    *size = *known;
  g_mutex_unlock (&lock);
  return known != NULL;
}

static void
keep_size (const char *name, const Size *size)
{
  g_mutex_lock (&lock);
  if (sizes == NULL)
    sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (sizes) >= SIZES_MAX)
    g_hash_table_remove_all (sizes);
  g_hash_table_replace (sizes, g_strdup (name), g_memdup2 (size, sizeof *size));
  g_mutex_unlock (&lock);
}

gboolean
tonus_picture_measure (GBytes *bytes, const char *name, guint *width, guint *height, GError **error)
{
  Size size = { 0, 0 };

  if (!recall_size (name, &size))
    {
      g_autoptr (TonusImage) image = tonus_picture_decode (bytes, name, TONUS_PHOTO_PIXELS, error);

      if (image == NULL)
        return FALSE;
      size = (Size){ tonus_image_get_width (image), tonus_image_get_height (image) };
      keep_size (name, &size);
    }
  *width = size.width;
  *height = size.height;
  return TRUE;
}
