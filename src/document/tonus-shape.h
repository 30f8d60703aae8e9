/* tonus-shape.h - words as rows of glyphs, shaped once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is cut at blanks; each piece is made NFC, split by script, shaped from left to right and
 * kept, so that measuring and drawing shape a word once.  The document font has no right-to-left
 * script.  One shaper belongs to one document and one thread; freed, it may serve the thread's next.
 */
#pragma once

#include "tonus-font.h"

G_BEGIN_DECLS

/* A face and what stands in for it where it has no sign. */
#define TONUS_N_CHAIN 3

typedef struct
{
  guint32 glyph;
  guint8 font;            /* index in the chain */
  guint16 code;           /* the document's number for it; 0 until it is drawn */
  guint16 n_in_cluster;   /* glyphs of the cluster that begins here; 0 inside one */
  gint32 advance, dx, dy; /* font units */
  guint32 start, length;  /* its share of the run's text */
  guint32 cluster_length; /* the cluster's text, from @start */
} TonusGlyph;

typedef struct
{
  char *text;       /* NFC */
  double advance;   /* em */
  gunichar missing; /* the first character without a glyph, or 0 */
  GArray *glyphs;   /* (element-type TonusGlyph) */
} TonusRun;

typedef struct _TonusShaper TonusShaper;

/* @fonts: TONUS_N_CHAIN of them, any but the first may be NULL.  @language: BCP 47; some letters
 * differ by language. */
TonusShaper *tonus_shaper_new (const TonusFont *const *fonts, const char *language);
void tonus_shaper_free (TonusShaper *self);

/* Bytes of the next piece of @length bytes of @text: one blank, or everything up to a blank; 0 at
 * the end. */
gsize tonus_shaper_piece (const char *text, gsize length);

/* (transfer none) */
TonusRun *tonus_shaper_shape (TonusShaper *self, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusShaper, tonus_shaper_free)

G_END_DECLS
