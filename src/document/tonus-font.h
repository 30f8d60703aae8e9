/* tonus-font.h - the font files documents are set in, opened once for the process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is set in the regular and the bold face; the signs they lack (→ ≥ − ✓) come from two more
 * files of the same package, other scripts from what else is installed (tonus-font-fallback.h).
 * Only a file that the system installed is opened, never one a user brings: it must be found through
 * the usual path of the package or by fontconfig.  A font never changes after it was loaded; any
 * number of threads may shape with it.
 */
#pragma once

#include <glib.h>
#include <hb.h>
#include "tonus-page.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_FONT_FILE_REGULAR,
  TONUS_FONT_FILE_BOLD,
  TONUS_FONT_FILE_MATH,
  TONUS_FONT_FILE_SYMBOLS,
  TONUS_N_FONT_FILES
} TonusFontFile;

typedef struct
{
  hb_face_t *face;
  hb_font_t *font; /* scaled to font units */
  char *path;
  char *name;      /* PostScript name: "NotoSans-Regular" */
  guint units;     /* per em */
  int ascent;      /* font units above the baseline */
  int descent;     /* below it, positive */
  int cap_height;
  int box[4];   /* left, bottom, right, top of all glyphs */
  guint weight; /* 400, 700 */
  /* Drawn, not embedded: PostScript outlines, a face of a variable font, or a licence that says so. */
  gboolean is_drawn;
} TonusFont;

/* It lives as long as the process: (transfer none). */
const TonusFont *tonus_font_get (TonusFontFile file, GError **error);

/* Has it a glyph for @c, or for all that @c is composed of?  What is never seen needs none. */
gboolean tonus_font_has (const TonusFont *self, gunichar c);

/* Face @index of the file at @path, as fontconfig counts: a named instance of a variable font in the
 * upper half.  NULL: no font, or one without outlines. */
TonusFont *tonus_font_open (const char *path, guint index, guint weight);

/* A font from @known_path (nullable) or by name, not kept; @weight: 400 or 700. */
TonusFont *
tonus_font_load (const char *known_path, const char *family, guint weight, GError **error);
void tonus_font_free (TonusFont *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusFont, tonus_font_free)

G_END_DECLS
