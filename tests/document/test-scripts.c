/* test-scripts.c - every script on paper: its glyphs, its pixels, its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference is Pango: it shapes, orders and draws the same text in the same fonts on its own.
 */
#include "config.h"
#include "tonus-flow.h"
#include "tonus-font-fallback.h"
#include "tonus-page-private.h"
#include "tonus-stretch.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "pdf-glyphs.h"
#include "pdf-raster.h"

static const TonusColour black = { 0, 0, 0 };

typedef struct
{
  const char *language, *text;
  const char *fonts; /* what Pango is to set it in */
} Script;

static const Script scripts[] = {
  { "en", "Stand up straight, office", "Noto Sans" },
  { "vi", "Nguyễn Thị Ánh Tuyết đứng thẳng", "Noto Sans" },
  { "el", "Σταθείτε όρθιοι, ΐ", "Noto Sans" },
  { "ru", "Встаньте прямо, їжак", "Noto Sans" },
  { "ar", "قف مستقيماً لا إله عِش كرّر", "Noto Sans, Noto Sans Arabic" },
  { "he", "שלום עולם שָׁלוֹם לְכֻלָּם", "Noto Sans, Noto Sans Hebrew" },
  { "fa", "می‌شود پشت را صاف", "Noto Sans, Noto Sans Arabic" },
  { "hi", "नमस्ते कृपया क्षत्रिय विद्यार्थी धीरे", "Noto Sans, Noto Sans Devanagari" },
  { "th", "กรุณางอเข่าช้าๆ แล้วค้างไว้", "Noto Sans, Noto Sans Thai" },
  { "zh", "请慢慢弯曲膝盖保持五秒钟", "WenQuanYi Micro Hei" },
  { "ja", "膝の体操をゆっくり", "WenQuanYi Micro Hei" },
  { "ko", "무릎을 천천히", "Noto Sans, WenQuanYi Micro Hei" },
  { "ta", "தமிழ் கொடு", "Noto Sans, Noto Sans Tamil" },
  { "en", "👨👩", "Symbola" },
};

static TonusPdf *
new_pdf (const char *language)
{
  const TonusPdfInfo info = { .title = "Scripts", .language = language };
  g_autoptr (GError) error = NULL;
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);

  g_assert_no_error (error);
  tonus_pdf_add_page (pdf);
  return pdf;
}

static GBytes *
finish (TonusPdf *pdf)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tonus_pdf_finish (pdf, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
draw (const char *language, const char *text)
{
  g_autoptr (TonusPdf) pdf = new_pdf (language);

  tonus_pdf_open_tag (pdf, TONUS_TAG_P, NULL);
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 20, black, 50, 100, text);
  tonus_pdf_close_tag (pdf);
  g_assert_cmpstr (tonus_pdf_get_missing (pdf), ==, "");
  return finish (pdf);
}

/* --- glyphs --- */

static void
add_outlines (GString *outlines, PangoGlyphItem *item, gboolean is_drawn)
{
  hb_font_t *scaled = pango_font_get_hb_font (item->item->analysis.font);
  hb_face_t *face = hb_font_get_face (scaled);
  hb_font_t *font = hb_font_create (face);

  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
      g_autofree char *outline = NULL;

      if (glyph == PANGO_GLYPH_EMPTY)
        continue;
      g_assert_false (glyph & PANGO_GLYPH_UNKNOWN_FLAG);
      outline = is_drawn ? pdf_glyphs_get_drawn_outline (font, hb_face_get_upem (face), glyph)
                         : pdf_glyphs_get_outline (font, glyph);
      if (outline[0] != '\0')
        g_string_append_printf (outlines, "%s\n", outline);
    }
  hb_font_destroy (font);
}

/* The outlines of what Pango shows, from left to right. */
static char *
shape_with_pango (const Script *script, gboolean is_drawn)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoLayout *layout = NULL;
  PangoFontDescription *description = pango_font_description_from_string (script->fonts);
  GString *outlines = g_string_new (NULL);

  pango_context_set_language (context, pango_language_from_string (script->language));
  layout = pango_layout_new (context);
  pango_font_description_set_size (description, 20 * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, script->text, -1);
  for (GSList *runs = pango_layout_get_line_readonly (layout, 0)->runs; runs != NULL;
       runs = runs->next)
    add_outlines (outlines, runs->data, is_drawn);
  pango_font_description_free (description);
  g_object_unref (layout);
  g_object_unref (context);
  g_object_unref (map);
  return g_string_free (outlines, FALSE);
}

static char *
read_outlines (PdfReader *reader, gboolean *is_drawn)
{
  g_autoptr (GPtrArray) glyphs = pdf_glyphs_read (reader);
  GString *outlines = g_string_new (NULL);

  *is_drawn = FALSE;
  for (guint i = 0; i < glyphs->len; i++)
    {
      const PdfGlyph *glyph = glyphs->pdata[i];

      *is_drawn |= glyph->is_drawn;
      if (glyph->outline[0] != '\0')
        g_string_append_printf (outlines, "%s\n", glyph->outline);
    }
  return g_string_free (outlines, FALSE);
}

static void
test_outlines_are_the_fonts_own (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GBytes) bytes = draw (scripts[i].language, scripts[i].text);
      g_autoptr (PdfReader) reader = pdf_reader_new (bytes);
      gboolean is_drawn;
      g_autofree char *ours = read_outlines (reader, &is_drawn);
      g_autofree char *theirs = shape_with_pango (&scripts[i], is_drawn);

      g_test_message ("%s", scripts[i].language);
      g_assert_cmpuint (strlen (ours), >, 200);
      g_assert_cmpstr (ours, ==, theirs);
    }
}

/* --- pixels --- */

static void
draw_ours (const Script *script, const char *text, PdfRaster *raster)
{
  g_autoptr (GBytes) bytes = draw (script->language, text);
  g_autoptr (PdfReader) reader = pdf_reader_new (bytes);

  pdf_raster_read (reader, raster);
}

static void
draw_pango (const Script *script, const PdfRaster *like, PdfRaster *raster)
{
  pdf_raster_draw_pango (script->language, script->fonts, script->text, like, raster);
}

/* What libharu's own fonts would print without its accents, and what a page without shaping would
 * show, must be found out. */
static void
test_pixels_are_as_pango_draws_them (void)
{
  static const struct
  {
    Script script;
    const char *wrong;
  } cases[] = {
    { { "cs", "Škoda, Łódź", "Noto Sans" }, "Skoda, Lódz" },
    { { "vi", "Nguyễn, mỗi", "Noto Sans" }, "Nguyen, môi" },
    { { "uk", "їжак ½ 12°", "Noto Sans" }, "іжак ½ 12°" },
    /* No composed letter exists for these: the marks are placed. */
    { { "en", "q\u0303 W\u0323\u0303 l\u0301\u0323 \u0416\u0301", "Noto Sans" },
      "q\u0303 W\u0303 l\u0301 \u0416" },
    { { "ar", "عِش كرّر لا", "Noto Sans, Noto Sans Arabic" }, "عش كرر لا" },
    { { "ar", "ركبتيك (10)", "Noto Sans, Noto Sans Arabic" }, "ركبتيك )10(" },
    { { "he", "שָׁלוֹם לְכֻלָּם", "Noto Sans, Noto Sans Hebrew" }, "שלום לכלם" },
    { { "hi", "कृपया विद्यार्थी", "Noto Sans, Noto Sans Devanagari" }, "कपया विद्यार्थि" },
    { { "th", "เข่าช้าๆ ไว้", "Noto Sans, Noto Sans Thai" }, "เขาชาๆ ไว" },
    { { "zh", "弯曲膝盖", "WenQuanYi Micro Hei" }, "弯曲滕盖" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PdfRaster) ours = { 0 }, wrong = { 0 }, pango = { 0 };

      draw_ours (&cases[i].script, cases[i].script.text, &ours);
      draw_pango (&cases[i].script, &ours, &pango);
      g_assert_cmpuint (pdf_raster_count_lost_ink (&pango, &ours), <=, 3);
      g_assert_cmpuint (pdf_raster_count_lost_ink (&ours, &pango), <=, 3);
      /* The control: it must be found out. */
      draw_ours (&cases[i].script, cases[i].wrong, &wrong);
      g_assert_cmpuint (pdf_raster_count_lost_ink (&pango, &wrong), >, 9);
    }
}

/* --- text --- */

/* In reading order; poppler writes its own marks of direction around words and numbers. */
static char *
find_letters (const char *text)
{
  g_autofree char *clean = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *letters = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A selector of variants that finds nothing to select from is not seen. */
      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
          !g_unichar_iscntrl (c) && c != 0xfe0f)
        g_string_append_unichar (letters, c);
    }
  return g_string_free (letters, FALSE);
}

static void
test_text_is_read_back_in_reading_order (void)
{
  static const Script more[] = {
    { "ar", "قف مستقيماً ثم اثنِ ركبتيك (١٠ مرات). لا إله إلا", NULL },
    { "he", "שלום עולם, זהו תרגיל (10 חזרות) ליום.", NULL },
    { "hi", "कृपया घुटने को धीरे से मोड़ें। दर्द होने पर रुकें", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts) + G_N_ELEMENTS (more); i++)
    {
      const Script *script =
          i < G_N_ELEMENTS (scripts) ? &scripts[i] : &more[i - G_N_ELEMENTS (scripts)];
      g_autoptr (GBytes) bytes = draw (script->language, script->text);
      g_autoptr (PdfReader) reader = pdf_reader_new (bytes);
      g_autofree char *text = pdf_reader_get_text (reader, 0);
      g_autofree char *read = find_letters (text), *written = find_letters (script->text);
      g_autofree char *fonts = pdf_reader_run (reader, "pdffonts", "@", NULL);

      g_assert_cmpstr (read, ==, written);
      g_assert_null (strstr (fonts, " no  yes")); /* embedded, for all of them */
      g_assert_null (strstr (fonts, " no  no"));
      /* Words stay whole, too. */
      if (strcmp (script->language, "hi") == 0)
        g_assert_nonnull (strstr (text, "कृपया"));
    }
}

/* Every character of mixed text is in the content once: in a code's text or a span's. */
static int
compare_characters (gconstpointer a, gconstpointer b)
{
  const gunichar *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static char *
sort_letters (const char *text)
{
  g_autofree char *letters = find_letters (text);
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (letters, -1, &n);

  qsort (characters, (size_t) n, sizeof *characters, compare_characters);
  return g_ucs4_to_utf8 (characters, n, NULL, NULL, NULL);
}

static char *
read_characters (PdfReader *reader)
{
  g_autoptr (GPtrArray) glyphs = pdf_glyphs_read (reader);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < glyphs->len; i++)
    {
      const PdfGlyph *glyph = glyphs->pdata[i];

      if (glyph->span == NULL)
        g_string_append (text, glyph->text);
      else if (glyph->begins_span)
        g_string_append (text, glyph->span);
    }
  return g_string_free (text, FALSE);
}

static void
test_every_character_is_shown_once (void)
{
  static const char *const bits[] = {
    "a",      "W",
    " ",      "-",
    "\u00ad", "\u200b",
    "\u0301", "ffi",
    "😀",      "👩\u200d⚕️",
    "שלום",   "שָׁ",
    "لا",     "مرّ",
    "क्षि",    "कृ",
    "ไว้",     "体操",
    "한국",   "\u202e",
    "\u2066", "→",
    "½",      "Nguyễn",
    "\xff",   "(",
    ")",      "१०",
    "١٠",     "\u0378",
    "\u2069", "ে",
    "কো",     "\u064b",
    "\ufe0f", "\xed\xa0\x80",
  };

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (TonusPdf) pdf = new_pdf (g_test_rand_bit () ? "en" : "ar");
      g_autoptr (GString) text = g_string_new ("a");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PdfReader) reader = NULL;
      g_autofree char *shown = NULL, *ours = NULL, *wanted = NULL, *clean = NULL;

      for (int j = g_test_rand_int_range (1, 60); j > 0; j--)
        g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 100, text->str);
      bytes = finish (pdf);
      reader = pdf_reader_new (bytes);
      shown = read_characters (reader);
      clean = tonus_stretch_clean (text->str, text->len);
      ours = sort_letters (shown);
      wanted = sort_letters (clean);
      g_assert_cmpstr (ours, ==, wanted);
    }
}

/* --- fonts that are drawn --- */

/* A font whose licence forbids embedding: the same pages, the glyphs as procedures. */
static void
test_drawn_glyphs (void)
{
  static const struct
  {
    Script script;
    gunichar sample;
  } cases[] = {
    { { "he", "שָׁלוֹם לְכֻלָּם", "Noto Sans, Noto Sans Hebrew" }, 0x5d0 },
    { { "hi", "नमस्ते कृपया", "Noto Sans, Noto Sans Devanagari" }, 0x915 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Script *script = &cases[i].script;
      TonusFont *font = (TonusFont *) tonus_font_find (cases[i].sample, 400, script->language);
      g_auto (PdfRaster) ours = { 0 }, pango = { 0 };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PdfReader) reader = NULL;
      g_autofree char *text = NULL, *read = NULL, *written = find_letters (script->text);
      g_autofree char *fonts = NULL, *outlines = NULL, *theirs = shape_with_pango (script, TRUE);
      gboolean is_drawn;

      g_assert_false (font->is_drawn);
      font->is_drawn = TRUE;
      bytes = draw (script->language, script->text);
      reader = pdf_reader_new (bytes);
      text = pdf_reader_get_text (reader, 0);
      read = find_letters (text);
      fonts = pdf_reader_run (reader, "pdffonts", "@", NULL);
      outlines = read_outlines (reader, &is_drawn);
      draw_ours (script, script->text, &ours);
      font->is_drawn = FALSE;
      draw_pango (script, &ours, &pango);
      g_assert_cmpstr (read, ==, written);
      g_assert_nonnull (strstr (fonts, "Type 3"));
      g_assert_true (is_drawn);
      g_assert_cmpstr (outlines, ==, theirs);
      g_assert_cmpuint (pdf_raster_count_lost_ink (&pango, &ours), <=, 3);
      g_assert_cmpuint (pdf_raster_count_lost_ink (&ours, &pango), <=, 3);
    }
}

/* PostScript outlines, more glyphs than one Type 3 font holds. */
static void
test_postscript_outlines (void)
{
  static const char path[] = "/usr/share/fonts/opentype/cantarell/Cantarell-Regular.otf";
  g_autoptr (TonusFont) font = tonus_font_open (path, 0, 400);
  g_autoptr (TonusPdf) pdf = new_pdf ("en");
  TonusPdfFont *drawn;
  g_autoptr (GString) content = g_string_new ("BT\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autoptr (GPtrArray) glyphs = NULL;

  g_assert_nonnull (font);
  g_assert_true (font->is_drawn);
  drawn = tonus_pdf_fonts_get (pdf->fonts, font);
  for (guint i = 1; i <= 300; i++)
    {
      guint16 code = tonus_pdf_font_find_code (drawn, i, "x", 1);

      g_string_append_c (content, '/');
      tonus_pdf_font_append_name (drawn, tonus_pdf_font_get_part (drawn, code), content);
      g_string_append (content, " 20 Tf\n[<");
      tonus_pdf_font_append_code (drawn, code, content);
      g_string_append (content, ">]TJ\n");
    }
  g_string_append (content, "ET\n");
  tonus_pdf_object_write_content (tonus_page_get (pdf), content->str, content->len);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  glyphs = pdf_glyphs_read (reader);
  g_assert_cmpuint (glyphs->len, ==, 300);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *own = pdf_glyphs_get_drawn_outline (font->font, font->units, i + 1);

      g_assert_cmpstr (((PdfGlyph *) glyphs->pdata[i])->outline, ==, own);
    }
}

static guint8 *
find_table (guint8 *data, const char *tag)
{
  for (guint8 *row = data + 12; row < data + 12 + 16 * data[5]; row += 16)
    if (memcmp (row, tag, 4) == 0)
      return data + (row[8] << 24 | row[9] << 16 | row[10] << 8 | row[11]);
  g_assert_not_reached ();
}

/* The bits of OS/2 that forbid what we do, and those that do not. */
static void
test_licence_bits (void)
{
  static const struct
  {
    guint8 high, low;
    gboolean is_drawn;
  } cases[] = { { 0, 0, FALSE }, { 0, 2, TRUE }, { 0, 4, FALSE },
                { 0, 8, FALSE }, { 1, 0, TRUE }, { 2, 0, TRUE } };
  const TonusFont *font = tonus_font_get (TONUS_FONT_FILE_REGULAR, NULL);
  g_autofree char *folder = g_dir_make_tmp ("tonus-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "font.ttf", NULL);
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (font->path, &data, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 *bits = find_table ((guint8 *) data, "OS/2") + 8;
      g_autoptr (TonusFont) changed = NULL;

      bits[0] = cases[i].high;
      bits[1] = cases[i].low;
      g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
      changed = tonus_font_open (path, 0, 400);
      g_assert_nonnull (changed);
      g_assert_cmpint (changed->is_drawn, ==, cases[i].is_drawn);
    }
  g_assert_true (g_file_set_contents (path, data, 300, NULL));
  g_assert_null (tonus_font_open (path, 0, 400));
  g_assert_null (tonus_font_open (path, 7, 400));
  g_remove (path);
  g_rmdir (folder);
  g_assert_null (tonus_font_open (path, 0, 400));
}

/* --- the same every time --- */

static GBytes *
draw_all (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("ar");

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    tonus_pdf_show_aligned (pdf, i % 2, 12, black, i % 3, 50, 400, 60 + 20 * i, scripts[i].text);
  return finish (pdf);
}

/* Whatever was drawn before, and what other threads draw. */
static gpointer
draw_in_thread (gpointer data)
{
  const Script *script = &scripts[GPOINTER_TO_UINT (data) % G_N_ELEMENTS (scripts)];
  g_autoptr (GBytes) other = draw (script->language, script->text);

  return draw_all ();
}

static void
test_same_text_same_bytes (void)
{
  g_autoptr (GBytes) first = draw_all ();
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("document", draw_in_thread, GUINT_TO_POINTER (i + 4));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (first, bytes));
    }
}

/* --- long and hostile --- */

static void
test_long_paragraphs (void)
{
  static const struct
  {
    const char *language, *unit;
  } cases[] = { { "ar", "مرحبا بكم ١٠ " }, { "he", "שלוםabc" },   { "zh", "请慢慢弯曲膝盖" },
                { "hi", "नमस्ते " },         { "th", "กรุณางอเข่า" }, { "en", "abc\u2067(\u202e" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TonusTextStyle style = { TONUS_FONT_REGULAR, 10, 13, { 0, 0, 0 } };
      g_autoptr (TonusPdf) pdf = new_pdf (cases[i].language);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) lines = NULL;
      g_autoptr (GBytes) bytes = NULL;

      while (text->len < 70000)
        g_string_append (text, cases[i].unit);
      lines = tonus_flow_break (pdf, &style, text->str, 480);
      g_assert_cmpuint (lines->len, >, 20);
      for (guint j = 0; j < lines->len; j++)
        tonus_pdf_show_aligned (pdf, style.face, style.size, black, TONUS_ALIGN_START, 50, 480, 100,
                                lines->pdata[j]);
      bytes = finish (pdf);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scripts/outlines-are-the-fonts-own", test_outlines_are_the_fonts_own);
  g_test_add_func ("/scripts/pixels-are-as-pango-draws-them", test_pixels_are_as_pango_draws_them);
  g_test_add_func ("/scripts/text-is-read-back-in-reading-order",
                   test_text_is_read_back_in_reading_order);
  g_test_add_func ("/scripts/every-character-is-shown-once", test_every_character_is_shown_once);
  g_test_add_func ("/scripts/drawn-glyphs", test_drawn_glyphs);
  g_test_add_func ("/scripts/postscript-outlines", test_postscript_outlines);
  g_test_add_func ("/scripts/licence-bits", test_licence_bits);
  g_test_add_func ("/scripts/same-text-same-bytes", test_same_text_same_bytes);
  g_test_add_func ("/scripts/long-paragraphs", test_long_paragraphs);
  return g_test_run ();
}
