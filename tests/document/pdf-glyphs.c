/* pdf-glyphs.c - what a page of ours shows, glyph by glyph: outline, text, place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "pdf-glyphs.h"

#include <string.h>

static void
move_cb (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  g_string_append_printf (data, "M%g,%g", (double) x, (double) y);
}

static void
line_cb (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  g_string_append_printf (data, "L%g,%g", (double) x, (double) y);
}

static void
curve_cb (hb_draw_funcs_t *funcs,
          void *data,
          hb_draw_state_t *state,
          float cx,
          float cy,
          float x,
          float y,
          void *user_data)
{
  g_string_append_printf (data, "Q%g,%g,%g,%g", (double) cx, (double) cy, (double) x, (double) y);
}

char *
pdf_glyphs_get_outline (hb_font_t *font, guint glyph)
{
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();
  GString *path = g_string_new (NULL);

  hb_draw_funcs_set_move_to_func (funcs, move_cb, NULL, NULL);
  hb_draw_funcs_set_line_to_func (funcs, line_cb, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func (funcs, curve_cb, NULL, NULL);
  hb_font_get_glyph_shape (font, glyph, funcs, path);
  hb_draw_funcs_destroy (funcs);
  return g_string_free (path, FALSE);
}

/* --- a procedure's operators --- */

typedef struct
{
  GString *path;
  double scale;
} Pen;

static void
append_number (Pen *pen, double value)
{
  char buffer[32];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value * pen->scale);
  g_string_append_printf (pen->path, "%g ", g_ascii_strtod (buffer, NULL));
}

static void
draw_move_cb (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  append_number (data, (double) x);
  append_number (data, (double) y);
  g_string_append (((Pen *) data)->path, "m ");
}

static void
draw_line_cb (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  append_number (data, (double) x);
  append_number (data, (double) y);
  g_string_append (((Pen *) data)->path, "l ");
}

static void
draw_cubic_cb (hb_draw_funcs_t *funcs,
               void *data,
               hb_draw_state_t *state,
               float x1,
               float y1,
               float x2,
               float y2,
               float x,
               float y,
               void *user_data)
{
  const double numbers[] = { (double) x1, (double) y1, (double) x2,
                             (double) y2, (double) x,  (double) y };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    append_number (data, numbers[i]);
  g_string_append (((Pen *) data)->path, "c ");
}

static void
draw_close_cb (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user_data)
{
  g_string_append (((Pen *) data)->path, "h ");
}

char *
pdf_glyphs_get_drawn_outline (hb_font_t *font, guint units, guint glyph)
{
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();
  Pen pen = { .path = g_string_new (NULL), .scale = 1000.0 / units };

  hb_draw_funcs_set_move_to_func (funcs, draw_move_cb, NULL, NULL);
  hb_draw_funcs_set_line_to_func (funcs, draw_line_cb, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (funcs, draw_cubic_cb, NULL, NULL);
  hb_draw_funcs_set_close_path_func (funcs, draw_close_cb, NULL, NULL);
  hb_font_get_glyph_shape (font, glyph, funcs, &pen);
  hb_draw_funcs_destroy (funcs);
  return g_string_free (pen.path, FALSE);
}

/* --- fonts as the PDF embeds them --- */

typedef struct
{
  char *name;
  hb_font_t *font; /* NULL: Type 3 */
  GBytes *map;
  char *to_unicode;
  GHashTable *procedures; /* code → what it draws */
} Embedded;

static void
free_embedded (gpointer data)
{
  Embedded *self = data;

  if (self->font != NULL)
    hb_font_destroy (self->font);
  g_clear_pointer (&self->map, g_bytes_unref);
  g_clear_pointer (&self->procedures, g_hash_table_unref);
  g_free (self->to_unicode);
  g_free (self->name);
  g_free (self);
}

static char *
read_stream (PdfReader *reader, guint number)
{
  g_autoptr (GBytes) bytes = pdf_reader_get_stream (reader, number);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* "/BaseFont /ABCDEF+Name" */
static char *
read_name (const char *object)
{
  const char *plus = strchr (object, '+');

  g_assert_nonnull (plus);
  return g_strndup (plus + 1, strcspn (plus + 1, " /\n"));
}

static void
read_type0 (Embedded *self, PdfReader *reader, const char *object)
{
  const char *cid =
      pdf_reader_get_object (reader, pdf_reader_find_reference (object, "DescendantFonts"));
  const char *descriptor =
      pdf_reader_get_object (reader, pdf_reader_find_reference (cid, "FontDescriptor"));
  g_autoptr (GBytes) file =
      pdf_reader_get_stream (reader, pdf_reader_find_reference (descriptor, "FontFile2"));
  gsize size;
  const void *data = g_bytes_get_data (file, &size);
  hb_blob_t *blob =
      hb_blob_create (data, (unsigned int) size, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);

  self->font = hb_font_create (face);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  self->map = pdf_reader_get_stream (reader, pdf_reader_find_reference (cid, "CIDToGIDMap"));
}

/* "300 0 0 -5 280 700 d1\n… f": the path alone, its numbers as %g writes them. */
static char *
read_procedure (PdfReader *reader, guint number)
{
  g_autofree char *source = read_stream (reader, number);
  const char *path = strstr (source, "d1\n");
  g_auto (GStrv) tokens = NULL;
  GString *plain = g_string_new (NULL);

  g_assert_nonnull (path);
  tokens = g_strsplit_set (path + 3, " \n", -1);
  for (guint i = 0; tokens[i] != NULL; i++)
    if (tokens[i][0] == '-' || tokens[i][0] == '.' || g_ascii_isdigit (tokens[i][0]))
      g_string_append_printf (plain, "%g ", g_ascii_strtod (tokens[i], NULL));
    else if (tokens[i][0] != '\0' && strcmp (tokens[i], "f") != 0)
      g_string_append_printf (plain, "%s ", tokens[i]);
  return g_string_free (plain, FALSE);
}

static void
read_type3 (Embedded *self, PdfReader *reader, const char *object)
{
  g_autoptr (GRegex) regex = g_regex_new ("/g(\\d+) (\\d+) 0 R", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  self->procedures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_regex_match (regex, object, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *code = g_match_info_fetch (match, 1);
      g_autofree char *number = g_match_info_fetch (match, 2);

      g_hash_table_insert (self->procedures,
                           GUINT_TO_POINTER (g_ascii_strtoull (code, NULL, 10) & 0xff),
                           read_procedure (reader, (guint) g_ascii_strtoull (number, NULL, 10)));
    }
}

static Embedded *
read_font (PdfReader *reader, guint number)
{
  Embedded *self = g_new0 (Embedded, 1);
  const char *object = pdf_reader_get_object (reader, number);

  self->name = read_name (object);
  self->to_unicode = read_stream (reader, pdf_reader_find_reference (object, "ToUnicode"));
  if (strstr (object, "/Type3") != NULL)
    read_type3 (self, reader, object);
  else
    read_type0 (self, reader, object);
  return self;
}

/* Name in the page's resources → Embedded. */
static GHashTable *
read_fonts (PdfReader *reader)
{
  GHashTable *fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_embedded);
  g_autoptr (GRegex) regex = g_regex_new ("/([RBMSF][-0-9]*) (\\d+) 0 R", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *resources = NULL;

  for (guint i = 1; i < pdf_reader_count_objects (reader) && resources == NULL; i++)
    {
      guint number = pdf_reader_find_reference (pdf_reader_get_object (reader, i), "Font");

      if (number != 0)
        resources = pdf_reader_get_object (reader, number);
    }
  g_assert_nonnull (resources);
  g_regex_match (regex, resources, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 2);

      g_hash_table_insert (fonts, g_match_info_fetch (match, 1),
                           read_font (reader, (guint) g_ascii_strtoull (number, NULL, 10)));
    }
  return fonts;
}

/* --- the page --- */

static char *
read_content (PdfReader *reader)
{
  guint number = 0;

  for (guint i = 1; i < pdf_reader_count_objects (reader) && number == 0; i++)
    number = pdf_reader_find_reference (pdf_reader_get_object (reader, i), "Contents");
  return read_stream (reader, number);
}

static char *
read_utf16 (const char *hex, gsize length)
{
  g_autofree gunichar2 *units = g_new0 (gunichar2, length / 4 + 1);

  for (gsize i = 0; i + 4 <= length; i += 4)
    {
      g_autofree char *digits = g_strndup (hex + i, 4);

      units[i / 4] = (gunichar2) g_ascii_strtoull (digits, NULL, 16);
    }
  return g_utf16_to_utf8 (units, (glong) length / 4, NULL, NULL, NULL);
}

static char *
read_text (const Embedded *font, const char *code)
{
  g_autofree char *entry = g_strdup_printf ("<%s> <", code);
  const char *found = strstr (font->to_unicode, entry);

  /* In a one-byte map the same digits may stand as a text first: an entry begins its line. */
  while (found != NULL && found[-1] != '\n')
    found = strstr (found + 1, entry);
  /* Past the range of codes, which is written alike. */
  if (found != NULL && strstr (found, "endcodespacerange") != NULL)
    found = strstr (strstr (found, "endcodespacerange"), entry);
  g_assert_nonnull (found);
  found += strlen (entry);
  return read_utf16 (found, strcspn (found, ">"));
}

static char *
read_outline (const Embedded *font, guint code)
{
  const guint8 *map;

  if (font->font == NULL)
    {
      const char *path = g_hash_table_lookup (font->procedures, GUINT_TO_POINTER (code));

      g_assert_nonnull (path);
      return g_strdup (path);
    }
  g_assert_cmpuint (2 * code + 1, <, g_bytes_get_size (font->map));
  map = g_bytes_get_data (font->map, NULL);
  return pdf_glyphs_get_outline (font->font, (guint) map[2 * code] << 8 | map[2 * code + 1]);
}

static void
free_glyph (gpointer data)
{
  PdfGlyph *glyph = data;

  g_free (glyph->font);
  g_free (glyph->outline);
  g_free (glyph->text);
  g_free (glyph->span);
  g_free (glyph);
}

typedef struct
{
  GHashTable *fonts;
  const Embedded *font;
  char *span;
  gboolean begins_span;
  GPtrArray *glyphs;
} Page;

static void
read_string (Page *page, const char *hex, gsize length)
{
  const gsize n_digits = page->font->font != NULL ? 4 : 2;

  g_assert_cmpuint (length % n_digits, ==, 0);
  for (gsize i = 0; i < length; i += n_digits)
    {
      PdfGlyph *glyph = g_new0 (PdfGlyph, 1);
      g_autofree char *digits = g_strndup (hex + i, n_digits);

      glyph->font = g_strdup (page->font->name);
      glyph->outline = read_outline (page->font, (guint) g_ascii_strtoull (digits, NULL, 16));
      glyph->text = read_text (page->font, digits);
      glyph->is_drawn = page->font->font == NULL;
      glyph->span = g_strdup (page->span);
      glyph->begins_span = page->begins_span;
      page->begins_span = FALSE;
      g_ptr_array_add (page->glyphs, glyph);
    }
}

static void
read_line (Page *page, const char *line)
{
  const char *text = strstr (line, "/ActualText<FEFF");

  if (text != NULL)
    {
      text += strlen ("/ActualText<FEFF");
      g_free (page->span);
      page->span = read_utf16 (text, strcspn (text, ">"));
      page->begins_span = TRUE;
    }
  else if (g_str_has_prefix (line, "EMC"))
    g_clear_pointer (&page->span, g_free);
  else if (line[0] == '/' && g_str_has_suffix (line, " Tf"))
    {
      g_autofree char *name = g_strndup (line + 1, strcspn (line + 1, " "));

      page->font = g_hash_table_lookup (page->fonts, name);
      g_assert_nonnull (page->font);
    }
  else if (g_str_has_suffix (line, "]TJ"))
    for (const char *p = strchr (line, '<'); p != NULL; p = strchr (p + 1, '<'))
      read_string (page, p + 1, strcspn (p + 1, ">"));
}

GPtrArray *
pdf_glyphs_read (PdfReader *reader)
{
  g_autoptr (GHashTable) fonts = read_fonts (reader);
  g_autofree char *content = read_content (reader);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  Page page = { .fonts = fonts };

  page.glyphs = g_ptr_array_new_with_free_func (free_glyph);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&page, lines[i]);
  g_free (page.span);
  return page.glyphs;
}
