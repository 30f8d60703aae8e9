/* tonus-pdf-key.c - what a picture shows, as a number: the same picture has the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pdf-key.h"

#include <string.h>

static inline void
mix_word (TonusPdfKey *key, guint64 word)
{
  key->one = (key->one ^ word) * G_GUINT64_CONSTANT (1099511628211);
  key->one ^= key->one >> 32;
  key->two = (key->two + word + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  key->two ^= key->two >> 29;
}

void
tonus_pdf_key_mix (TonusPdfKey *key, guint32 word)
{
  mix_word (key, word);
}

void
tonus_pdf_key_mix_floats (TonusPdfKey *key, const float *values, guint n)
{
  union
  {
    float value;
    guint32 word;
  } bits;

  for (guint i = 0; i < n; i++)
    {
      bits.value = values[i];
      tonus_pdf_key_mix (key, bits.word);
    }
}

void
tonus_pdf_key_mix_image (TonusPdfKey *key, const TonusImage *image, gboolean is_grey)
{
  guint width = tonus_image_get_width (image), height = tonus_image_get_height (image);
  const guint8 *pixels = tonus_image_get_pixels (image);
  gsize length = (gsize) width * height * 3;
  guint64 word;

  tonus_pdf_key_mix (key, width);
  tonus_pdf_key_mix (key, height);
  tonus_pdf_key_mix (key, is_grey ? 1 : 0);
  /* Half a million bytes: eight at a time. */
  for (gsize i = 0; i + sizeof word <= length; i += sizeof word)
    {
      memcpy (&word, pixels + i, sizeof word);
      mix_word (key, word);
    }
  word = 0;
  memcpy (&word, pixels + length / sizeof word * sizeof word, length % sizeof word);
  mix_word (key, word);
}

guint
tonus_pdf_key_hash (gconstpointer key)
{
  return (guint) ((const TonusPdfKey *) key)->one;
}

gboolean
tonus_pdf_key_equal (gconstpointer a, gconstpointer b)
{
  const TonusPdfKey *one = a, *other = b;

  return one->one == other->one && one->two == other->two;
}
