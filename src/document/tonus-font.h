/* tonus-font.h - the two faces every document is set in, found once for the process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only a TrueType file that the system installed is opened, never one a user brings: the name must
 * be found through the usual path of the package or by fontconfig.  A font never changes after it
 * was loaded; any number of threads may shape with it.
 */
#pragma once

#include <glib.h>
#include <hb.h>
#include "tonus-page.h"

G_BEGIN_DECLS

typedef struct
{
  hb_face_t *face;
  hb_font_t *font; /* scaled to font units */
  char *name;      /* PostScript name: "NotoSans-Regular" */
  guint units;     /* per em */
  int ascent;      /* font units above the baseline */
  int descent;     /* below it, positive */
  int cap_height;
  int box[4];   /* left, bottom, right, top of all glyphs */
  guint weight; /* 400, 700 */
} TonusFont;

/* The document font's @face.  It lives as long as the process: (transfer none). */
const TonusFont *tonus_font_get (TonusFontFace face, GError **error);

/* As above without keeping it, from a named family; for tests of what happens when it is missing.
 */
TonusFont *
tonus_font_load (const char *known_path, const char *family, TonusFontFace face, GError **error);
void tonus_font_free (TonusFont *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusFont, tonus_font_free)

G_END_DECLS
