/* tonus-shape.h - words as rows of glyphs, shaped once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text of one direction is cut at blanks; each piece is made NFC, split by script and font, shaped
 * and kept, so that measuring and drawing shape a word once.  The glyphs of a run stand as they are
 * seen, from left to right, whatever the direction; their text is in reading order.  One shaper
 * belongs to one document and one thread; freed, it may serve the thread's next.
 */
#pragma once

#include "tonus-font.h"

G_BEGIN_DECLS

/* The document face and what stands in for it first where it has no sign; other scripts follow. */
#define TONUS_N_CHAIN 3

typedef struct
{
  guint32 glyph;
  guint16 font;           /* tonus_shaper_get_font() */
  guint16 code;           /* the document's number for it; 0 until it is drawn */
  guint16 n_in_span;      /* glyphs from here on that have one text together; 0: it has its own */
  gboolean is_ghost;      /* takes no room; its glyph is a blank */
  gint32 advance, dx, dy; /* font units */
  guint32 start, length;  /* its share of the run's text */
  guint32 span_start, span_length;
} TonusGlyph;

typedef struct
{
  char *text;     /* NFC */
  gsize length;
  double advance; /* em */
  char *missing;  /* the characters no font has, or NULL */
  GArray *glyphs; /* (element-type TonusGlyph) */
} TonusRun;

typedef struct _TonusShaper TonusShaper;

/* @fonts: TONUS_N_CHAIN of them, any but the first may be NULL.  @language: BCP 47; some letters
 * differ by language. */
TonusShaper *tonus_shaper_new (const TonusFont *const *fonts, const char *language);
void tonus_shaper_free (TonusShaper *self);

/* The font of a glyph: it lives as long as the process. */
const TonusFont *tonus_shaper_get_font (TonusShaper *self, guint font);
guint tonus_shaper_count_fonts (TonusShaper *self);

/* Bytes of the next piece of @length bytes of @text: one blank, or everything up to a blank; 0 at
 * the end. */
gsize tonus_shaper_piece (const char *text, gsize length);

/* (transfer none) */
TonusRun *tonus_shaper_shape (TonusShaper *self, const char *text, gsize length, gboolean is_rtl);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusShaper, tonus_shaper_free)

G_END_DECLS
