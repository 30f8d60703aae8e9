/* tonus-pdf-photo.c - a photo as an object of the PDF, stored once however often it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libharu's own loaders crash on many a file.  What it gets here is never a file from somewhere:
 * the pixels were decoded elsewhere, and the JPEG is ours, baseline and just made.  A page without
 * colours has them as single greys, which no printer mixes from its inks.
 */
#include "config.h"

#include "tonus-pdf-photo.h"

#include "tonus-page-private.h"
#include "tonus-pdf-key.h"

/* Some five megabytes: the photos of a few handouts. */
#define JPEGS_KEPT 48

static GMutex kept_lock;
static GHashTable *kept_jpegs; /* (element-type TonusPdfKey GBytes) */

static GBytes *
recall (const TonusPdfKey *key)
{
  GBytes *jpeg = NULL;

  g_mutex_lock (&kept_lock);
  if (kept_jpegs != NULL)
    jpeg = g_hash_table_lookup (kept_jpegs, key);
  if (jpeg != NULL)
    g_bytes_ref (jpeg);
  g_mutex_unlock (&kept_lock);
  return jpeg;
}

static void
keep (const TonusPdfKey *key, GBytes *jpeg)
{
  g_mutex_lock (&kept_lock);
  if (kept_jpegs == NULL)
    kept_jpegs = g_hash_table_new_full (tonus_pdf_key_hash, tonus_pdf_key_equal, g_free,
                                        (GDestroyNotify) g_bytes_unref);
  if (g_hash_table_size (kept_jpegs) >= JPEGS_KEPT)
    g_hash_table_remove_all (kept_jpegs);
  g_hash_table_insert (kept_jpegs, g_memdup2 (key, sizeof *key), g_bytes_ref (jpeg));
  g_mutex_unlock (&kept_lock);
}

/* The page a therapist prints again after a correction has the same photos.  NULL: no memory. */
static GBytes *
make_jpeg (const TonusPdfKey *key, TonusImage *image)
{
  GBytes *jpeg = recall (key);

  if (jpeg != NULL)
    return jpeg;
  jpeg = tonus_image_make_jpeg (image, FALSE, NULL);
  if (jpeg != NULL)
    keep (key, jpeg);
  return jpeg;
}

static HPDF_Dict
load_colour (TonusPdf *self, const TonusPdfKey *key, TonusImage *image)
{
  g_autoptr (GBytes) jpeg = make_jpeg (key, image);
  gsize length = 0;
  const void *data = jpeg != NULL ? g_bytes_get_data (jpeg, &length) : NULL;

  if (jpeg == NULL && self->first_error == HPDF_OK)
    self->first_error = HPDF_FAILD_TO_ALLOC_MEM;
  return jpeg != NULL ? HPDF_LoadJpegImageFromMem (self->doc, data, (HPDF_UINT) length) : NULL;
}

static HPDF_Dict
load_grey (TonusPdf *self, TonusImage *image)
{
  guint width = tonus_image_get_width (image), height = tonus_image_get_height (image);
  gsize n = (gsize) width * height;
  const guint8 *from = tonus_image_get_pixels (image);
  g_autofree guint8 *greys = g_malloc (n);

  for (gsize i = 0; i < n; i++, from += 3)
    greys[i] = (guint8) ((from[0] * 299 + from[1] * 587 + from[2] * 114 + 500) / 1000);
  return HPDF_LoadRawImageFromMem (self->doc, greys, width, height, HPDF_CS_DEVICE_GRAY, 8);
}

HPDF_Dict
tonus_pdf_photo (TonusPdf *self, TonusImage *image, gboolean is_grey)
{
  TonusPdfKey key = TONUS_PDF_KEY_INIT;
  HPDF_Dict object;

  tonus_pdf_key_mix_image (&key, image, is_grey);
  object = g_hash_table_lookup (self->photos, &key);
  if (object != NULL)
    return object;
  object = is_grey ? load_grey (self, image) : load_colour (self, &key, image);
  if (object != NULL)
    g_hash_table_insert (self->photos, g_memdup2 (&key, sizeof key), object);
  return object;
}
