/* tonus-pdf-key.h - what a picture shows, as a number: the same picture has the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-image.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 one, two;
} TonusPdfKey;

#define TONUS_PDF_KEY_INIT                                                                         \
  {                                                                                                \
    G_GUINT64_CONSTANT (14695981039346656037), 7                                                   \
  }

void tonus_pdf_key_mix (TonusPdfKey *key, guint32 word);
void tonus_pdf_key_mix_floats (TonusPdfKey *key, const float *values, guint n);
void tonus_pdf_key_mix_image (TonusPdfKey *key, const TonusImage *image, gboolean is_grey);

/* For hash tables. */
guint tonus_pdf_key_hash (gconstpointer key);
gboolean tonus_pdf_key_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
