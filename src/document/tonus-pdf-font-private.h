/* tonus-pdf-font-private.h - what drawing and embedding a face share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pdf-font.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 glyph;
  guint16 number;
  int width;        /* thousandths of an em, as written to the font */
  const char *text; /* borrowed from a run; not terminated */
  gsize length;     /* 0 inside a cluster whose first glyph has the text */
} TonusPdfCode;

struct _TonusPdfFont
{
  const TonusFont *font; /* borrowed: lives as long as the process */
  TonusShaper *shaper;
  GPtrArray *codes;     /* (element-type TonusPdfCode): code n stands at n - 1 */
  GHashTable *by_glyph; /* (element-type TonusPdfCode TonusPdfCode) */
};

/* In thousandths of an em. */
int tonus_pdf_font_get_width (const TonusFont *font, guint32 glyph);

G_END_DECLS
