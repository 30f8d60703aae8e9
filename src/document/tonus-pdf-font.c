/* tonus-pdf-font.c - one font file in one PDF: which glyphs were drawn, and their embedding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-font-private.h"

#include <math.h>
#include <string.h>

#include "tonus-pdf-subset.h"

#define MAX_BFCHARS 100
#define CODES_IN_PART 256

static guint
hash_code (gconstpointer key)
{
  const TonusPdfCode *code = key;
  guint32 hash = code->glyph * 2654435761u;

  for (gsize i = 0; i < code->length; i++)
    hash = (hash ^ (guint8) code->text[i]) * 16777619u;
  return hash;
}

static gboolean
equal_codes (gconstpointer a, gconstpointer b)
{
  const TonusPdfCode *one = a, *other = b;

  return one->glyph == other->glyph && one->is_ghost == other->is_ghost &&
         one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

TonusPdfFont *
tonus_pdf_font_new (const TonusFont *font, const char *name)
{
  TonusPdfFont *self = g_new0 (TonusPdfFont, 1);

  self->font = font;
  self->name = g_strdup (name);
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
  g_free (self->name);
  g_free (self);
}

const TonusFont *
tonus_pdf_font_get_font (TonusPdfFont *self)
{
  return self->font;
}

guint
tonus_pdf_font_get_part (TonusPdfFont *self, guint16 code)
{
  return self->font->is_drawn ? code / CODES_IN_PART : 0;
}

void
tonus_pdf_font_append_name (TonusPdfFont *self, guint part, GString *out)
{
  g_string_append (out, self->name);
  if (part > 0)
    g_string_append_printf (out, "-%u", part);
}

static int
compute_width (const TonusFont *font, guint32 glyph)
{
  return (int) lround (hb_font_get_glyph_h_advance (font->font, glyph) * 1000.0 / font->units);
}

static guint16
find_code (TonusPdfFont *self, const TonusPdfCode *key)
{
  TonusPdfCode *code = g_hash_table_lookup (self->by_glyph, key);

  if (code == NULL)
    {
      code = g_memdup2 (key, sizeof *key);
      code->width = key->is_ghost ? 0 : compute_width (self->font, key->glyph);
      g_ptr_array_add (self->codes, code);
      g_assert (self->codes->len <= G_MAXUINT16);
      code->number = (guint16) self->codes->len;
      g_hash_table_add (self->by_glyph, code);
    }
  return code->number;
}

guint16
tonus_pdf_font_find_code (TonusPdfFont *self, guint32 glyph, const char *text, gsize length)
{
  const TonusPdfCode key = { .glyph = glyph, .text = text, .length = length };

  return find_code (self, &key);
}

guint16
tonus_pdf_font_find_ghost (TonusPdfFont *self, guint32 glyph, const char *text, gsize length)
{
  const TonusPdfCode key = { .glyph = glyph, .text = text, .length = length, .is_ghost = TRUE };

  return find_code (self, &key);
}

const TonusPdfCode *
tonus_pdf_font_get_code (TonusPdfFont *self, guint number)
{
  return g_ptr_array_index (self->codes, number - 1);
}

int
tonus_pdf_font_get_width (TonusPdfFont *self, guint16 code)
{
  return tonus_pdf_font_get_code (self, code)->width;
}

void
tonus_pdf_font_append_code (TonusPdfFont *self, guint16 code, GString *out)
{
  static const char digits[] = "0123456789ABCDEF";
  char hex[4] = { digits[code >> 12], digits[code >> 8 & 15], digits[code >> 4 & 15],
                  digits[code & 15] };

  if (self->font->is_drawn)
    g_string_append_len (out, hex + 2, 2);
  else
    g_string_append_len (out, hex, sizeof hex);
}

static gboolean
cut_subset (TonusPdfFont *self, TonusPdfSubset *subset)
{
  hb_set_t *glyphs = hb_set_create ();
  gboolean is_cut;

  for (guint i = 0; i < self->codes->len; i++)
    hb_set_add (glyphs, ((TonusPdfCode *) g_ptr_array_index (self->codes, i))->glyph);
  is_cut = tonus_pdf_subset_cut (self->font, glyphs, subset);
  hb_set_destroy (glyphs);
  return is_cut;
}

char *
tonus_pdf_font_build_name (TonusPdfFont *self)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  char tag[7] = { 0 };

  for (guint i = 0; i < self->codes->len; i++)
    {
      hash ^= ((TonusPdfCode *) g_ptr_array_index (self->codes, i))->glyph;
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

HPDF_Dict
tonus_pdf_font_build_descriptor (TonusPdfFont *self, HPDF_Doc doc, const char *name)
{
  const TonusFont *font = self->font;
  HPDF_Dict descriptor = tonus_pdf_object_new_dict (doc, "FontDescriptor");
  HPDF_Array box = tonus_pdf_object_new_array (doc);
  const double weight = font->weight / 65.0;

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
  return descriptor;
}

static HPDF_Dict
build_file (HPDF_Doc doc, const TonusPdfSubset *subset)
{
  unsigned int length;
  const char *data = hb_blob_get_data (subset->data, &length);
  HPDF_Dict file = tonus_pdf_object_new_stream (doc, data, length, TRUE);

  tonus_pdf_dict_add_number (file, "Length1", (gint) length);
  return file;
}

static HPDF_Array
build_widths (TonusPdfFont *self, HPDF_Doc doc)
{
  HPDF_Array widths = tonus_pdf_object_new_array (doc);
  HPDF_Array row = tonus_pdf_object_new_array (doc);

  tonus_pdf_array_add_number (widths, 1);
  tonus_pdf_array_add (widths, row);
  for (guint i = 0; i < self->codes->len; i++)
    tonus_pdf_array_add_number (row, ((TonusPdfCode *) g_ptr_array_index (self->codes, i))->width);
  return widths;
}

static HPDF_Dict
build_glyph_map (TonusPdfFont *self, HPDF_Doc doc, const TonusPdfSubset *subset)
{
  g_autofree guint8 *map = g_new0 (guint8, 2 * (self->codes->len + 1));

  for (guint i = 0; i < self->codes->len; i++)
    {
      guint32 old = ((TonusPdfCode *) g_ptr_array_index (self->codes, i))->glyph;
      guint32 glyph = hb_map_get (subset->new_glyphs, old);

      g_assert (glyph != HB_MAP_VALUE_INVALID);
      map[2 * i + 2] = (guint8) (glyph >> 8);
      map[2 * i + 3] = (guint8) (glyph & 0xff);
    }
  return tonus_pdf_object_new_stream (doc, map, 2 * (self->codes->len + 1), TRUE);
}

HPDF_Dict
tonus_pdf_font_build_to_unicode (
    TonusPdfFont *self, HPDF_Doc doc, guint first, guint last, guint n_digits)
{
  const int digits = (int) n_digits;
  const guint n = last - first + 1;
  g_autoptr (GString) map =
      g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n");

  g_string_append_printf (map, "<%0*X> <%.*s>\nendcodespacerange\n", digits, 0u, digits, "FFFF");
  for (guint i = 0; i < n; i++)
    {
      const TonusPdfCode *code = tonus_pdf_font_get_code (self, first + i);

      if (i % MAX_BFCHARS == 0)
        g_string_append_printf (map, "%u beginbfchar\n", MIN (MAX_BFCHARS, n - i));
      g_string_append_printf (map, "<%0*X> ", digits,
                              code->number & (n_digits == 2 ? 0xffu : 0xffffu));
      /* The later glyphs of a cluster say nothing; a code may not be left out, so: zero width
       * space. */
      if (code->length > 0)
        tonus_pdf_append_hex_text (map, code->text, code->length, FALSE);
      else
        g_string_append (map, "<200B>");
      g_string_append_c (map, '\n');
      if (i % MAX_BFCHARS == MAX_BFCHARS - 1 || i + 1 == n)
        g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return tonus_pdf_object_new_stream (doc, map->str, map->len, TRUE);
}

static HPDF_Dict
build_cid_font (TonusPdfFont *self, HPDF_Doc doc, const char *name, const TonusPdfSubset *subset)
{
  HPDF_Dict cid = tonus_pdf_object_new_dict (doc, "Font");
  HPDF_Dict system = tonus_pdf_object_new_direct_dict (doc);
  HPDF_Dict descriptor = tonus_pdf_font_build_descriptor (self, doc, name);

  tonus_pdf_dict_add (descriptor, "FontFile2", build_file (doc, subset));
  tonus_pdf_dict_add_text (system, "Registry", "Adobe");
  tonus_pdf_dict_add_text (system, "Ordering", "Identity");
  tonus_pdf_dict_add_number (system, "Supplement", 0);
  tonus_pdf_dict_add_name (cid, "Subtype", "CIDFontType2");
  tonus_pdf_dict_add_name (cid, "BaseFont", name);
  tonus_pdf_dict_add (cid, "CIDSystemInfo", system);
  tonus_pdf_dict_add (cid, "CIDToGIDMap", build_glyph_map (self, doc, subset));
  tonus_pdf_dict_add (cid, "W", build_widths (self, doc));
  tonus_pdf_dict_add_number (cid, "DW", compute_width (self->font, 0));
  tonus_pdf_dict_add (cid, "FontDescriptor", descriptor);
  return cid;
}

static HPDF_Dict
build_type0 (TonusPdfFont *self, HPDF_Doc doc, const TonusPdfSubset *subset)
{
  g_autofree char *name = tonus_pdf_font_build_name (self);
  HPDF_Dict font = tonus_pdf_object_new_dict (doc, "Font");
  HPDF_Array descendants = tonus_pdf_object_new_array (doc);

  tonus_pdf_array_add (descendants, build_cid_font (self, doc, name, subset));
  tonus_pdf_dict_add_name (font, "Subtype", "Type0");
  tonus_pdf_dict_add_name (font, "BaseFont", name);
  tonus_pdf_dict_add_name (font, "Encoding", "Identity-H");
  tonus_pdf_dict_add (font, "DescendantFonts", descendants);
  tonus_pdf_dict_add (font, "ToUnicode",
                      tonus_pdf_font_build_to_unicode (self, doc, 1, self->codes->len, 4));
  return font;
}

void
tonus_pdf_font_mention (TonusPdfFont *self)
{
  self->is_mentioned = TRUE;
}

gboolean
tonus_pdf_font_embed (TonusPdfFont *self, HPDF_Doc doc, HPDF_Dict resources, GError **error)
{
  g_auto (TonusPdfSubset) subset = { 0 };
  hb_codepoint_t blank = 0;

  if (self->codes->len == 0 && !self->is_mentioned)
    return TRUE;
  if (self->codes->len == 0 && hb_font_get_nominal_glyph (self->font->font, ' ', &blank))
    tonus_pdf_font_find_code (self, blank, " ", 1);
  if (self->font->is_drawn)
    {
      tonus_pdf_font_embed_drawn (self, doc, resources);
      return TRUE;
    }
  if (!cut_subset (self, &subset))
    {
      g_set_error (error, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_FONT,
                   "The font “%s” is damaged; install its package again", self->font->name);
      return FALSE;
    }
  tonus_pdf_dict_add (resources, self->name, build_type0 (self, doc, &subset));
  return TRUE;
}
