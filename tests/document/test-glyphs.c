/* test-glyphs.c - what is seen on paper: outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PDF can read “Škoda” to a program and show “Skoda” to a person: libharu 2.3 makes such files.
 * So the embedded outlines are compared with the installed font's own; test-scripts compares
 * pixels.
 */
#include "config.h"
#include "tonus-font.h"
#include "tonus-page.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#include "pdf-glyphs.h"

static const TonusColour black = { 0, 0, 0 };

static TonusPdf *
new_pdf (void)
{
  const TonusPdfInfo info = { .title = "Glyphs", .language = "en" };
  g_autoptr (GError) error = NULL;
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);

  g_assert_no_error (error);
  tonus_pdf_add_page (pdf);
  return pdf;
}

static PdfReader *
finish (TonusPdf *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tonus_pdf_finish (pdf, &error);

  g_assert_no_error (error);
  return pdf_reader_new (bytes);
}

/* A font as the PDF embeds it. */
typedef struct
{
  hb_font_t *font;
  GBytes *map;
  char *to_unicode;
  int *widths;
  guint n_codes;
  const TonusFont *source;
} Embedded;

static const TonusFont *
find_source (const char *font_object)
{
  for (guint i = 0; i < TONUS_N_FONT_FILES; i++)
    {
      const TonusFont *font = tonus_font_get (i, NULL);
      g_autofree char *name = g_strdup_printf ("+%s\n", font->name);

      if (strstr (font_object, name) != NULL)
        return font;
    }
  g_assert_not_reached ();
}

static void
read_widths (Embedded *self, const char *cid)
{
  const char *row = strstr (cid, "/W [");

  g_assert_nonnull (row);
  row = strchr (strchr (row, '[') + 1, '[') + 1;
  self->widths = g_new0 (int, self->n_codes);
  for (guint i = 1; i < self->n_codes; i++)
    {
      char *end;

      self->widths[i] = (int) g_ascii_strtoll (row, &end, 10);
      row = end;
    }
  g_assert_true (g_regex_match_simple ("^\\s*\\]", row, 0, 0));
}

static Embedded *
read_font (PdfReader *reader, guint number)
{
  Embedded *self = g_new0 (Embedded, 1);
  const char *type0 = pdf_reader_get_object (reader, number);
  const char *cid =
      pdf_reader_get_object (reader, pdf_reader_find_reference (type0, "DescendantFonts"));
  const char *descriptor =
      pdf_reader_get_object (reader, pdf_reader_find_reference (cid, "FontDescriptor"));
  g_autoptr (GBytes) file =
      pdf_reader_get_stream (reader, pdf_reader_find_reference (descriptor, "FontFile2"));
  g_autoptr (GBytes) names =
      pdf_reader_get_stream (reader, pdf_reader_find_reference (type0, "ToUnicode"));
  hb_blob_t *blob;
  hb_face_t *face;
  gsize size;
  const void *data = g_bytes_get_data (file, &size);

  blob = hb_blob_create (data, (unsigned int) size, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
  face = hb_face_create (blob, 0);
  self->font = hb_font_create (face);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  self->map = pdf_reader_get_stream (reader, pdf_reader_find_reference (cid, "CIDToGIDMap"));
  self->n_codes = (guint) g_bytes_get_size (self->map) / 2;
  self->to_unicode = g_strndup (g_bytes_get_data (names, NULL), g_bytes_get_size (names));
  self->source = find_source (type0);
  read_widths (self, cid);
  return self;
}

static void
free_embedded (gpointer data)
{
  Embedded *self = data;

  hb_font_destroy (self->font);
  g_bytes_unref (self->map);
  g_free (self->to_unicode);
  g_free (self->widths);
  g_free (self);
}

static guint
get_glyph (Embedded *self, guint code)
{
  const guint8 *map = g_bytes_get_data (self->map, NULL);

  g_assert_cmpuint (code, <, self->n_codes);
  return (guint) map[2 * code] << 8 | map[2 * code + 1];
}

/* The character that @code reads as. */
static gunichar
get_character (Embedded *self, guint code)
{
  g_autofree char *entry = g_strdup_printf ("<%04X> <", code);
  const char *found = strstr (self->to_unicode, entry);

  g_assert_nonnull (found);
  return (gunichar) g_ascii_strtoull (found + strlen (entry), NULL, 16);
}

/* Name in the page's resources → Embedded. */
static GHashTable *
read_fonts (PdfReader *reader)
{
  GHashTable *fonts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_embedded);
  static const char *const names[] = { "R", "B", "M", "S" };
  const char *resources = NULL;

  for (guint i = 1; i < pdf_reader_count_objects (reader) && resources == NULL; i++)
    {
      guint number = pdf_reader_find_reference (pdf_reader_get_object (reader, i), "Font");

      if (number != 0)
        resources = pdf_reader_get_object (reader, number);
    }
  g_assert_nonnull (resources);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint number = pdf_reader_find_reference (resources, names[i]);

      if (number != 0)
        g_hash_table_insert (fonts, (char *) names[i], read_font (reader, number));
    }
  return fonts;
}

static char *
read_content (PdfReader *reader)
{
  guint number = 0;
  g_autoptr (GBytes) content = NULL;

  for (guint i = 1; i < pdf_reader_count_objects (reader) && number == 0; i++)
    number = pdf_reader_find_reference (pdf_reader_get_object (reader, i), "Contents");
  content = pdf_reader_get_stream (reader, number);
  return g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
}

/* The glyph that is drawn for @code must be the installed font's glyph for the character it reads
 * as. */
static void
check_code (Embedded *embedded, guint code, gunichar wanted)
{
  hb_codepoint_t glyph = 0;
  g_autofree char *drawn = NULL, *own = NULL;

  g_assert_cmphex (get_character (embedded, code), ==, wanted);
  g_assert_true (hb_font_get_nominal_glyph (embedded->source->font, wanted, &glyph));
  drawn = pdf_glyphs_get_outline (embedded->font, get_glyph (embedded, code));
  own = pdf_glyphs_get_outline (embedded->source->font, glyph);
  if (strcmp (drawn, own) != 0)
    g_error ("U+%04X is drawn as “%s”, its outline is “%s”", wanted, drawn, own);
  g_assert_true (drawn[0] != '\0' || g_unichar_isspace (wanted));
  g_assert_cmpint (embedded->widths[code], ==,
                   (int) lround (hb_font_get_glyph_h_advance (embedded->source->font, glyph) *
                                 1000.0 / embedded->source->units));
}

/* Every code of the content, in order, against @text.  The checks of each: font, outline, width,
 * text. */
static void
check_drawn (PdfReader *reader, const char *text)
{
  g_autoptr (GHashTable) fonts = read_fonts (reader);
  g_autofree char *content = read_content (reader);
  Embedded *font = NULL;
  gboolean is_string = FALSE;
  const char *wanted = text;

  for (const char *p = content; *p != '\0'; p++)
    {
      if (p[0] == '/' && p[1] != '\0' && strchr ("RBMS", p[1]) != NULL && p[2] == ' ')
        {
          g_autofree char *name = g_strndup (p + 1, 1);

          font = g_hash_table_lookup (fonts, name);
          g_assert_nonnull (font);
        }
      if (*p == '<' && p[1] != '<' && p[-1] != '<')
        is_string = TRUE;
      else if (*p == '>')
        is_string = FALSE;
      else if (is_string)
        {
          g_autofree char *hex = g_strndup (p, 4);

          check_code (font, (guint) g_ascii_strtoull (hex, NULL, 16), g_utf8_get_char (wanted));
          wanted = g_utf8_next_char (wanted);
          p += 3;
        }
    }
  g_assert_cmpstr (wanted, ==, "");
}

static void
test_outlines_of_names (void)
{
  static const char text[] = "Škoda, Nguyễn, їжак, Łódź ½ → € … × ° ≥ ≤ − ✓ mỗi ẖ ḓ Ẕ Ǯ ʘ · ¼ ¾";

  for (guint face = 0; face < TONUS_N_FONTS; face++)
    {
      g_autoptr (TonusPdf) pdf = new_pdf ();
      g_autoptr (PdfReader) reader = NULL;

      tonus_pdf_show (pdf, face, 12, black, 50, 100, text);
      reader = finish (pdf);
      check_drawn (reader, text);
    }
}

static gboolean
is_in_document_font (gunichar c)
{
  return tonus_font_has (tonus_font_get (TONUS_FONT_FILE_REGULAR, NULL), c);
}

/* Every letter and sign of the font for Latin, Greek and Cyrillic. */
static void
test_outlines_of_the_alphabets (void)
{
  static const struct
  {
    gunichar first, last;
  } ranges[] = { { 0x21, 0x24f }, { 0x370, 0x52f }, { 0x1e00, 0x1fff }, { 0x2010, 0x20bf } };

  for (guint face = 0; face < TONUS_N_FONTS; face++)
    {
      g_autoptr (TonusPdf) pdf = new_pdf ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PdfReader) reader = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
        for (gunichar c = ranges[i].first; c <= ranges[i].last; c++)
          {
            char utf8[8] = { 0 };
            g_autofree char *composed = NULL;

            g_unichar_to_utf8 (c, utf8);
            composed = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFC);
            if (strcmp (composed, utf8) != 0 || !g_unichar_isgraph (c) || g_unichar_ismark (c) ||
                g_unichar_type (c) == G_UNICODE_FORMAT || !is_in_document_font (c) || c == 0x2028 ||
                c == 0x2029 || tonus_pdf_find_missing (pdf, face, utf8) != 0)
              continue;
            /* Apart, so that no two join to a ligature. */
            g_string_append (text, utf8);
            g_string_append_c (text, ' ');
          }
      g_assert_cmpuint (text->len, >, 4000);
      tonus_pdf_show (pdf, face, 12, black, 50, 100, text->str);
      reader = finish (pdf);
      check_drawn (reader, text->str);
    }
}

/* The comparison itself can tell an S from an Š. */
static void
test_outlines_differ_by_accent (void)
{
  const TonusFont *font = tonus_font_get (TONUS_FONT_FILE_REGULAR, NULL);
  hb_codepoint_t plain, accented;
  g_autofree char *one = NULL, *other = NULL;

  g_assert_true (hb_font_get_nominal_glyph (font->font, 'S', &plain));
  g_assert_true (hb_font_get_nominal_glyph (font->font, 0x160, &accented));
  one = pdf_glyphs_get_outline (font->font, plain);
  other = pdf_glyphs_get_outline (font->font, accented);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpuint (strlen (one), <, strlen (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyphs/outlines-of-names", test_outlines_of_names);
  g_test_add_func ("/glyphs/outlines-of-the-alphabets", test_outlines_of_the_alphabets);
  g_test_add_func ("/glyphs/outlines-differ-by-accent", test_outlines_differ_by_accent);
  return g_test_run ();
}
