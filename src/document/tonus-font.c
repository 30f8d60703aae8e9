/* tonus-font.c - the font files every document is set in, found once for the process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-font.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>

#define FOLDER "/usr/share/fonts/truetype/noto/"

/* Debian's path is tried first: starting fontconfig costs more than drawing the page. */
static const struct
{
  const char *path;
  const char *family;
  guint weight;
} files[TONUS_N_FONT_FILES] = {
  [TONUS_FONT_FILE_REGULAR] = { FOLDER "NotoSans-Regular.ttf", "Noto Sans", 400 },
  [TONUS_FONT_FILE_BOLD] = { FOLDER "NotoSans-Bold.ttf", "Noto Sans", 700 },
  [TONUS_FONT_FILE_MATH] = { FOLDER "NotoSansMath-Regular.ttf", "Noto Sans Math", 400 },
  [TONUS_FONT_FILE_SYMBOLS] = { FOLDER "NotoSansSymbols2-Regular.ttf", "Noto Sans Symbols2", 400 },
};

void
tonus_font_free (TonusFont *self)
{
  if (self == NULL)
    return;
  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  g_free (self->name);
  g_free (self);
}

static FcPattern *
match_pattern (const char *family, guint weight)
{
  FcPattern *wanted = FcPatternCreate ();
  FcPattern *found;
  FcResult result;

  FcPatternAddString (wanted, FC_FAMILY, (const FcChar8 *) family);
  FcPatternAddInteger (wanted, FC_WEIGHT, FcWeightFromOpenType ((int) weight));
  FcPatternAddInteger (wanted, FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddInteger (wanted, FC_WIDTH, FC_WIDTH_NORMAL);
  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  found = FcFontMatch (NULL, wanted, &result);
  FcPatternDestroy (wanted);
  return found;
}

/* fontconfig always answers with something: only the family and weight asked for will do, and only
 * a plain TrueType file, the one kind we can embed. */
static gboolean
is_wanted (FcPattern *found, const char *family, guint weight)
{
  FcChar8 *name, *file;
  int found_weight;
  FcBool is_variable;

  if (FcPatternGetString (found, FC_FAMILY, 0, &name) != FcResultMatch ||
      g_ascii_strcasecmp ((const char *) name, family) != 0)
    return FALSE;
  if (FcPatternGetInteger (found, FC_WEIGHT, 0, &found_weight) != FcResultMatch ||
      found_weight != FcWeightFromOpenType ((int) weight))
    return FALSE;
  if (FcPatternGetBool (found, FC_VARIABLE, 0, &is_variable) == FcResultMatch && is_variable)
    return FALSE;
  return FcPatternGetString (found, FC_FILE, 0, &file) == FcResultMatch &&
         g_str_has_suffix ((const char *) file, ".ttf");
}

static char *
find_file (const char *family, guint weight)
{
  FcPattern *found = match_pattern (family, weight);
  FcChar8 *file;
  char *path = NULL;

  if (found == NULL)
    return NULL;
  if (is_wanted (found, family, weight) &&
      FcPatternGetString (found, FC_FILE, 0, &file) == FcResultMatch)
    path = g_strdup ((const char *) file);
  FcPatternDestroy (found);
  return path;
}

static gint16
read_be16 (const char *data)
{
  const guint8 *bytes = (const guint8 *) data;

  return (gint16) ((bytes[0] << 8) | bytes[1]);
}

/* The box around all glyphs stands in 'head', which HarfBuzz has no call for. */
static void
read_box (TonusFont *self)
{
  hb_blob_t *head = hb_face_reference_table (self->face, HB_TAG ('h', 'e', 'a', 'd'));
  unsigned int length;
  const char *data = hb_blob_get_data (head, &length);

  if (length >= 44)
    for (guint i = 0; i < 4; i++)
      self->box[i] = read_be16 (data + 36 + 2 * i);
  hb_blob_destroy (head);
}

static void
read_metrics (TonusFont *self, guint weight)
{
  hb_font_extents_t extents = { 0 };
  hb_position_t height = 0;
  char name[128];
  unsigned int length = sizeof name;

  hb_font_get_h_extents (self->font, &extents);
  self->ascent = extents.ascender;
  self->descent = -extents.descender;
  hb_ot_metrics_get_position_with_fallback (self->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
  self->cap_height = height;
  self->weight = weight;
  read_box (self);
  hb_ot_name_get_utf8 (self->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length,
                       name);
  self->name = length > 0 ? g_strndup (name, length) : g_strdup ("TonusDocument");
}

static TonusFont *
open_file (const char *path, guint weight)
{
  g_autoptr (TonusFont) self = NULL;
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_blob_t *outlines;

  if (blob == NULL)
    return NULL;
  self = g_new0 (TonusFont, 1);
  self->face = hb_face_create (blob, 0);
  hb_blob_destroy (blob);
  self->font = hb_font_create (self->face);
  self->units = hb_face_get_upem (self->face);
  outlines = hb_face_reference_table (self->face, HB_TAG ('g', 'l', 'y', 'f'));
  if (hb_face_get_glyph_count (self->face) == 0 || hb_blob_get_length (outlines) == 0)
    {
      hb_blob_destroy (outlines);
      return NULL;
    }
  hb_blob_destroy (outlines);
  read_metrics (self, weight);
  hb_face_make_immutable (self->face);
  hb_font_make_immutable (self->font);
  return g_steal_pointer (&self);
}

TonusFont *
tonus_font_load (const char *known_path, const char *family, guint weight, GError **error)
{
  TonusFont *self = NULL;
  g_autofree char *path = NULL;

  if (known_path != NULL && g_file_test (known_path, G_FILE_TEST_IS_REGULAR))
    self = open_file (known_path, weight);
  if (self == NULL)
    {
      path = find_file (family, weight);
      if (path != NULL)
        self = open_file (path, weight);
    }
  if (self == NULL)
    g_set_error (error, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_FONT,
                 "The document font “%s” (%s) %s; install the package fonts-noto-core", family,
                 weight >= 700 ? "bold" : "regular",
                 path != NULL ? "cannot be read" : "was not found");
  return self;
}

const TonusFont *
tonus_font_get (TonusFontFile file, GError **error)
{
  static GMutex lock;
  static TonusFont *loaded[TONUS_N_FONT_FILES];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_return_val_if_fail (file < TONUS_N_FONT_FILES, NULL);
  if (loaded[file] == NULL)
    loaded[file] =
        tonus_font_load (files[file].path, files[file].family, files[file].weight, error);
  return loaded[file];
}
