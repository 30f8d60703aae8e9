/* tonus-stretch.h - which font sets which part of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A letter and its marks stay in one font, the first that has them all: the document's face, its
 * fonts of signs, the font the word is already in, then a font of the system.
 */
#pragma once

#include "tonus-font.h"

G_BEGIN_DECLS

typedef struct
{
  gsize start, length; /* bytes */
  hb_script_t script;
  guint font; /* index in the fonts */
} TonusStretch;

/* Clean text, valid and NFC, in stretches of one font and one script: (element-type TonusStretch)
 * (transfer full).  @fonts: (element-type TonusFont) the first @n_document are the document's own, NULL where
 * not installed; fonts of the system are added behind them as they are needed. */
GArray *tonus_stretch_split (const char *text, GPtrArray *fonts, guint n_document, const char *language);

/* What is seen of @text: valid UTF-8, composed, blanks where tabs and other controls were, nothing
 * that overrides direction.  (transfer full) */
char *tonus_stretch_clean (const char *text, gsize length);

G_END_DECLS
