/* tonus-pdf-font.c - one font file in one PDF: which glyphs were drawn, and their embedding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-font.h"

#include <hb-subset.h>
#include <math.h>
#include <string.h>

typedef struct
{
  guint32 glyph;
  guint16 number;
  int width;        /* thousandths of an em, as written to the font */
  const char *text; /* borrowed from a run; not terminated */
  gsize length;     /* 0 inside a cluster whose first glyph has the text */
} Code;

struct _TonusPdfFont
{
  const TonusFont *font; /* borrowed: lives as long as the process */
  const char *name;      /* static */
  GPtrArray *codes;      /* (element-type Code): code n stands at n - 1 */
  GHashTable *by_glyph;  /* (element-type Code Code) */
};

#define MAX_BFCHARS 100
#define SUBSETS_KEPT 4

typedef struct
{
  hb_blob_t *data;
  hb_map_t *new_glyphs; /* glyph in the face → glyph in the subset */
} Subset;

static guint
hash_code (gconstpointer key)
{
  const Code *code = key;
  guint32 hash = code->glyph * 2654435761u;

  for (gsize i = 0; i < code->length; i++)
    hash = (hash ^ (guint8) code->text[i]) * 16777619u;
  return hash;
}

static gboolean
equal_codes (gconstpointer a, gconstpointer b)
{
  const Code *one = a, *other = b;

  return one->glyph == other->glyph && one->length == other->length &&
         memcmp (one->text, other->text, one->length) == 0;
}

TonusPdfFont *
tonus_pdf_font_new (const TonusFont *font, const char *name)
{
  TonusPdfFont *self = g_new0 (TonusPdfFont, 1);

  self->font = font;
  self->name = name;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->by_glyph = g_hash_table_new (hash_code, equal_codes);
  return self;
}

void
tonus_pdf_font_free (TonusPdfFont *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_glyph);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

const TonusFont *
tonus_pdf_font_get_font (TonusPdfFont *self)
{
  return self->font;
}

const char *
tonus_pdf_font_get_name (TonusPdfFont *self)
{
  return self->name;
}

gboolean
tonus_pdf_font_is_used (TonusPdfFont *self)
{
  return self->codes->len > 0;
}

static int
compute_width (const TonusFont *font, guint32 glyph)
{
  return (int) lround (hb_font_get_glyph_h_advance (font->font, glyph) * 1000.0 / font->units);
}

guint16
tonus_pdf_font_find_code (TonusPdfFont *self, guint32 glyph, const char *text, gsize length)
{
  Code key = { .glyph = glyph, .text = text, .length = length };
  Code *code = g_hash_table_lookup (self->by_glyph, &key);

  if (code == NULL)
    {
      code = g_memdup2 (&key, sizeof key);
      code->width = compute_width (self->font, glyph);
      g_ptr_array_add (self->codes, code);
      g_assert (self->codes->len <= G_MAXUINT16);
      code->number = (guint16) self->codes->len;
      g_hash_table_add (self->by_glyph, code);
    }
  return code->number;
}

int
tonus_pdf_font_get_width (TonusPdfFont *self, guint16 code)
{
  return ((Code *) g_ptr_array_index (self->codes, code - 1))->width;
}

static void
clear_subset (Subset *subset)
{
  hb_blob_destroy (subset->data);
  hb_map_destroy (subset->new_glyphs);
}

static hb_subset_input_t *
build_input (TonusPdfFont *self)
{
  /* A PDF viewer asks the embedded file for outlines and nothing else. */
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('M', 'A', 'T', 'H'), HB_TAG ('S', 'T', 'A', 'T'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
    HB_TAG ('O', 'S', '/', '2'), HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('m', 'e', 't', 'a'),
    HB_TAG ('D', 'S', 'I', 'G'), HB_TAG ('g', 'a', 's', 'p'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  hb_set_t *glyphs = hb_subset_input_glyph_set (input);

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (drop, dropped[i]);
  for (guint i = 0; i < self->codes->len; i++)
    hb_set_add (glyphs, ((Code *) g_ptr_array_index (self->codes, i))->glyph);
  return input;
}

/* The last subsets cut on this thread: a handout printed again after a correction mostly needs the
 * same letters. */
typedef struct
{
  const TonusFont *font;
  hb_set_t *glyphs;
  Subset subset;
} KeptSubset;

static void
free_kept (gpointer data)
{
  KeptSubset *kept = data;

  hb_set_destroy (kept->glyphs);
  clear_subset (&kept->subset);
  g_free (kept);
}

static GPrivate kept_subsets = G_PRIVATE_INIT ((GDestroyNotify) g_ptr_array_unref);

static GPtrArray *
get_kept (void)
{
  GPtrArray *kept = g_private_get (&kept_subsets);

  if (kept == NULL)
    {
      kept = g_ptr_array_new_with_free_func (free_kept);
      g_private_set (&kept_subsets, kept);
    }
  return kept;
}

static gboolean
recall_subset (const TonusFont *font, const hb_set_t *glyphs, Subset *subset)
{
  GPtrArray *all = get_kept ();

  for (guint i = 0; i < all->len; i++)
    {
      const KeptSubset *kept = all->pdata[i];
      if (kept->font == font && hb_set_is_equal (kept->glyphs, glyphs))
        {
          subset->data = hb_blob_reference (kept->subset.data);
          subset->new_glyphs = hb_map_reference (kept->subset.new_glyphs);
          return TRUE;
        }
    }
  return FALSE;
}

static void
keep_subset (const TonusFont *font, const hb_set_t *glyphs, const Subset *subset)
{
  KeptSubset *kept = g_new0 (KeptSubset, 1);

  kept->font = font;
  kept->glyphs = hb_set_copy (glyphs);
  kept->subset.data = hb_blob_reference (subset->data);
  kept->subset.new_glyphs = hb_map_reference (subset->new_glyphs);
  if (get_kept ()->len >= SUBSETS_KEPT)
    g_ptr_array_remove_index (get_kept (), 0);
  g_ptr_array_add (get_kept (), kept);
}

static gboolean
cut_new_subset (TonusPdfFont *self, hb_subset_input_t *input, Subset *subset)
{
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (self->font->face, input);
  hb_face_t *face = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;

  if (face != NULL)
    {
      subset->data = hb_face_reference_blob (face);
      subset->new_glyphs = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
    }
  hb_face_destroy (face);
  hb_subset_plan_destroy (plan);
  return face != NULL;
}

static gboolean
cut_subset (TonusPdfFont *self, Subset *subset)
{
  hb_subset_input_t *input = build_input (self);
  hb_set_t *glyphs = hb_subset_input_glyph_set (input);
  gboolean is_there = recall_subset (self->font, glyphs, subset);

  if (!is_there)
    {
      is_there = cut_new_subset (self, input, subset);
      if (is_there)
        keep_subset (self->font, glyphs, subset);
    }
  hb_subset_input_destroy (input);
  return is_there;
}

/* "ABCDEF+NotoSans-Regular": the letters follow from the glyphs, so that the same text gives the
 * same bytes and two subsets in one reader's cache are not taken for each other. */
static char *
build_name (TonusPdfFont *self)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  char tag[7] = { 0 };

  for (guint i = 0; i < self->codes->len; i++)
    {
      hash ^= ((Code *) g_ptr_array_index (self->codes, i))->glyph;
      hash *= G_GUINT64_CONSTANT (1099511628211);
    }
  hash ^= hash >> 32;
  for (guint i = 0; i < 6; i++, hash /= 26)
    tag[i] = (char) ('A' + hash % 26);
  return g_strdup_printf ("%s+%s", tag, self->font->name);
}

static int
to_thousandths (const TonusFont *font, int units)
{
  return (int) ((gint64) units * 1000 / (gint64) font->units);
}

static HPDF_Dict
build_descriptor (TonusPdfFont *self, HPDF_Doc doc, const char *name, const Subset *subset)
{
  const TonusFont *font = self->font;
  HPDF_Dict descriptor = tonus_pdf_object_new_dict (doc, "FontDescriptor");
  HPDF_Array box = tonus_pdf_object_new_array (doc);
  unsigned int length;
  const char *data = hb_blob_get_data (subset->data, &length);
  HPDF_Dict file = tonus_pdf_object_new_stream (doc, data, length, TRUE);
  const double weight = font->weight / 65.0;

  tonus_pdf_dict_add_number (file, "Length1", (gint) length);
  for (guint i = 0; i < 4; i++)
    tonus_pdf_array_add_number (box, to_thousandths (font, font->box[i]));
  tonus_pdf_dict_add_name (descriptor, "FontName", name);
  tonus_pdf_dict_add_number (descriptor, "Flags", 4);
  tonus_pdf_dict_add (descriptor, "FontBBox", box);
  tonus_pdf_dict_add_number (descriptor, "ItalicAngle", 0);
  tonus_pdf_dict_add_number (descriptor, "Ascent", to_thousandths (font, font->ascent));
  tonus_pdf_dict_add_number (descriptor, "Descent", -to_thousandths (font, font->descent));
  tonus_pdf_dict_add_number (descriptor, "CapHeight", to_thousandths (font, font->cap_height));
  /* No table has the stem's width; this estimate from the weight is the usual one. */
  tonus_pdf_dict_add_number (descriptor, "StemV", (gint) (50 + weight * weight));
  tonus_pdf_dict_add (descriptor, "FontFile2", file);
  return descriptor;
}

static HPDF_Array
build_widths (TonusPdfFont *self, HPDF_Doc doc)
{
  HPDF_Array widths = tonus_pdf_object_new_array (doc);
  HPDF_Array row = tonus_pdf_object_new_array (doc);

  tonus_pdf_array_add_number (widths, 1);
  tonus_pdf_array_add (widths, row);
  for (guint i = 0; i < self->codes->len; i++)
    tonus_pdf_array_add_number (row, ((Code *) g_ptr_array_index (self->codes, i))->width);
  return widths;
}

static HPDF_Dict
build_glyph_map (TonusPdfFont *self, HPDF_Doc doc, const Subset *subset)
{
  g_autofree guint8 *map = g_new0 (guint8, 2 * (self->codes->len + 1));

  for (guint i = 0; i < self->codes->len; i++)
    {
      guint32 old = ((Code *) g_ptr_array_index (self->codes, i))->glyph;
      guint32 glyph = hb_map_get (subset->new_glyphs, old);

      g_assert (glyph != HB_MAP_VALUE_INVALID);
      map[2 * i + 2] = (guint8) (glyph >> 8);
      map[2 * i + 3] = (guint8) (glyph & 0xff);
    }
  return tonus_pdf_object_new_stream (doc, map, 2 * (self->codes->len + 1), TRUE);
}

static HPDF_Dict
build_to_unicode (TonusPdfFont *self, HPDF_Doc doc)
{
  g_autoptr (GString) map =
      g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < self->codes->len; i++)
    {
      const Code *code = g_ptr_array_index (self->codes, i);

      if (i % MAX_BFCHARS == 0)
        g_string_append_printf (map, "%u beginbfchar\n", MIN (MAX_BFCHARS, self->codes->len - i));
      g_string_append_printf (map, "<%04X> ", code->number);
      /* The later glyphs of a cluster say nothing; a code may not be left out, so: zero width
       * space. */
      if (code->length > 0)
        tonus_pdf_append_hex_text (map, code->text, code->length, FALSE);
      else
        g_string_append (map, "<200B>");
      g_string_append_c (map, '\n');
      if (i % MAX_BFCHARS == MAX_BFCHARS - 1 || i + 1 == self->codes->len)
        g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return tonus_pdf_object_new_stream (doc, map->str, map->len, TRUE);
}

static HPDF_Dict
build_cid_font (TonusPdfFont *self, HPDF_Doc doc, const char *name, const Subset *subset)
{
  HPDF_Dict cid = tonus_pdf_object_new_dict (doc, "Font");
  HPDF_Dict system = tonus_pdf_object_new_direct_dict (doc);

  tonus_pdf_dict_add_text (system, "Registry", "Adobe");
  tonus_pdf_dict_add_text (system, "Ordering", "Identity");
  tonus_pdf_dict_add_number (system, "Supplement", 0);
  tonus_pdf_dict_add_name (cid, "Subtype", "CIDFontType2");
  tonus_pdf_dict_add_name (cid, "BaseFont", name);
  tonus_pdf_dict_add (cid, "CIDSystemInfo", system);
  tonus_pdf_dict_add (cid, "CIDToGIDMap", build_glyph_map (self, doc, subset));
  tonus_pdf_dict_add (cid, "W", build_widths (self, doc));
  tonus_pdf_dict_add_number (cid, "DW", compute_width (self->font, 0));
  tonus_pdf_dict_add (cid, "FontDescriptor", build_descriptor (self, doc, name, subset));
  return cid;
}

HPDF_Dict
tonus_pdf_font_embed (TonusPdfFont *self, HPDF_Doc doc, GError **error)
{
  g_autofree char *name = build_name (self);
  Subset subset = { 0 };
  HPDF_Array descendants;
  HPDF_Dict font;

  if (!cut_subset (self, &subset))
    {
      g_set_error (error, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_FONT,
                   "The document font “%s” is damaged; install the package fonts-noto-core again",
                   self->font->name);
      return NULL;
    }
  font = tonus_pdf_object_new_dict (doc, "Font");
  descendants = tonus_pdf_object_new_array (doc);
  tonus_pdf_array_add (descendants, build_cid_font (self, doc, name, &subset));
  tonus_pdf_dict_add_name (font, "Subtype", "Type0");
  tonus_pdf_dict_add_name (font, "BaseFont", name);
  tonus_pdf_dict_add_name (font, "Encoding", "Identity-H");
  tonus_pdf_dict_add (font, "DescendantFonts", descendants);
  tonus_pdf_dict_add (font, "ToUnicode", build_to_unicode (self, doc));
  clear_subset (&subset);
  return font;
}
