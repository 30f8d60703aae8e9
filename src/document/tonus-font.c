/* tonus-font.c - the font files documents are set in, opened once for the process
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
  g_free (self->path);
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

static gboolean
has_table (const TonusFont *self, hb_tag_t tag)
{
  hb_blob_t *table = hb_face_reference_table (self->face, tag);
  gboolean is_there = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return is_there;
}

/* OS/2 fsType: restricted, not to be cut into subsets, bitmaps only.  We embed subsets of outlines
 * or nothing. */
static gboolean
may_be_embedded (const TonusFont *self)
{
  hb_blob_t *table = hb_face_reference_table (self->face, HB_TAG ('O', 'S', '/', '2'));
  unsigned int length;
  const char *data = hb_blob_get_data (table, &length);
  int bits = length >= 10 ? read_be16 (data + 8) : 0;

  hb_blob_destroy (table);
  return (bits & 0xf) != 2 && (bits & 0x300) == 0;
}

TonusFont *
tonus_font_open (const char *path, guint index, guint weight)
{
  g_autoptr (TonusFont) self = NULL;
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  const guint instance = index >> 16;

  if (blob == NULL)
    return NULL;
  self = g_new0 (TonusFont, 1);
  self->path = g_strdup (path);
  self->face = hb_face_create (blob, index & 0xffff);
  hb_blob_destroy (blob);
  self->font = hb_font_create (self->face);
  self->units = hb_face_get_upem (self->face);
  if (hb_face_get_glyph_count (self->face) == 0 ||
      !(has_table (self, HB_TAG ('g', 'l', 'y', 'f')) ||
        has_table (self, HB_TAG ('C', 'F', 'F', ' ')) ||
        has_table (self, HB_TAG ('C', 'F', 'F', '2'))))
    return NULL;
  if (instance > 0)
    hb_font_set_var_named_instance (self->font, instance - 1);
  self->is_drawn = !has_table (self, HB_TAG ('g', 'l', 'y', 'f')) || instance > 0 ||
                   has_table (self, HB_TAG ('f', 'v', 'a', 'r')) || !may_be_embedded (self);
  read_metrics (self, weight);
  hb_face_make_immutable (self->face);
  hb_font_make_immutable (self->font);
  return g_steal_pointer (&self);
}

/* The document's own fonts are embedded. */
static TonusFont *
open_embeddable (const char *path, guint weight)
{
  g_autoptr (TonusFont) self = tonus_font_open (path, 0, weight);

  return self != NULL && !self->is_drawn ? g_steal_pointer (&self) : NULL;
}

static gboolean
has_glyph (const TonusFont *self, gunichar c)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (self->font, c, &glyph);
}

/* Joiners, marks of direction, selectors of variants, tags: HarfBuzz acts on them or removes them.
 */
static gboolean
is_never_seen (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xad || c == 0x34f ||
         c == 0x61c || c == 0xfeff || (c >= 0x180b && c <= 0x180f) || (c >> 12) == 0xe0;
}

gboolean
tonus_font_has (const TonusFont *self, gunichar c)
{
  gunichar parts[18];
  gsize n;

  if (has_glyph (self, c) || is_never_seen (c))
    return TRUE;
  /* A Korean syllable is no letter with marks, though Unicode takes it apart. */
  if (c >= 0xac00 && c <= 0xd7a3)
    return FALSE;
  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (!has_glyph (self, parts[i]))
      return FALSE;
  return n > 1;
}

TonusFont *
tonus_font_load (const char *known_path, const char *family, guint weight, GError **error)
{
  TonusFont *self = NULL;
  g_autofree char *path = NULL;

  if (known_path != NULL && g_file_test (known_path, G_FILE_TEST_IS_REGULAR))
    self = open_embeddable (known_path, weight);
  if (self == NULL)
    {
      path = find_file (family, weight);
      if (path != NULL)
        self = open_embeddable (path, weight);
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
