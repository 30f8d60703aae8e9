/* tonus-font-fallback.h - fonts of the system for what the document fonts lack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only fonts that fontconfig knows are looked at, and only those with plain outlines: no bitmaps, no
 * colours.  The choice depends on what is installed and on nothing else: the face made for the
 * character's script before one that happens to have it, sans before serif, the wanted weight before
 * another, and at last the file's name decides.
 */
#pragma once

#include "tonus-font.h"

G_BEGIN_DECLS

/* For @c at @weight in a text in @language (BCP 47): languages that share Chinese characters write
 * them differently.  NULL: no font has it.  It lives as long as the process: (transfer none). */
const TonusFont *tonus_font_find (gunichar c, guint weight, const char *language);

G_END_DECLS
