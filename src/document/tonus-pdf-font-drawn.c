/* tonus-pdf-font-drawn.c - glyphs as procedures that draw them: Type 3 fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-font-private.h"

#include <math.h>

typedef struct
{
  GString *path;
  double scale; /* font units to thousandths of an em */
  double x, y;  /* where the pen is */
  double left, bottom, right, top;
} Drawing;

static void
append_point (Drawing *drawing, double x, double y)
{
  x *= drawing->scale;
  y *= drawing->scale;
  drawing->left = MIN (drawing->left, x);
  drawing->right = MAX (drawing->right, x);
  drawing->bottom = MIN (drawing->bottom, y);
  drawing->top = MAX (drawing->top, y);
  tonus_pdf_append_number (drawing->path, x);
  g_string_append_c (drawing->path, ' ');
  tonus_pdf_append_number (drawing->path, y);
  g_string_append_c (drawing->path, ' ');
}

static void
move_cb (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  append_point (data, (double) x, (double) y);
  g_string_append (((Drawing *) data)->path, "m\n");
}

static void
line_cb (
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  append_point (data, (double) x, (double) y);
  g_string_append (((Drawing *) data)->path, "l\n");
}

static void
cubic_cb (hb_draw_funcs_t *funcs,
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
  append_point (data, (double) x1, (double) y1);
  append_point (data, (double) x2, (double) y2);
  append_point (data, (double) x, (double) y);
  g_string_append (((Drawing *) data)->path, "c\n");
}

static void
close_cb (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user_data)
{
  g_string_append (((Drawing *) data)->path, "h\n");
}

/* Quadratic curves come as cubic ones where nobody listens for them. */
static hb_draw_funcs_t *
get_funcs (void)
{
  static gsize funcs;

  if (g_once_init_enter (&funcs))
    {
      hb_draw_funcs_t *made = hb_draw_funcs_create ();

      hb_draw_funcs_set_move_to_func (made, move_cb, NULL, NULL);
      hb_draw_funcs_set_line_to_func (made, line_cb, NULL, NULL);
      hb_draw_funcs_set_cubic_to_func (made, cubic_cb, NULL, NULL);
      hb_draw_funcs_set_close_path_func (made, close_cb, NULL, NULL);
      hb_draw_funcs_make_immutable (made);
      g_once_init_leave (&funcs, (gsize) made);
    }
  return (hb_draw_funcs_t *) funcs;
}

static HPDF_Dict
build_procedure (const TonusFont *font, const TonusPdfCode *code, HPDF_Doc doc)
{
  g_autoptr (GString) path = g_string_new (NULL), procedure = g_string_new (NULL);
  Drawing drawing = { .path = path, .scale = 1000.0 / font->units };

  hb_font_get_glyph_shape (font->font, code->glyph, get_funcs (), &drawing);
  g_string_append_printf (procedure, "%d 0 %d %d %d %d d1\n", code->width,
                          (int) floor (drawing.left), (int) floor (drawing.bottom),
                          (int) ceil (drawing.right), (int) ceil (drawing.top));
  if (path->len > 0)
    g_string_append_printf (procedure, "%sf", path->str);
  return tonus_pdf_object_new_stream (doc, procedure->str, procedure->len, TRUE);
}

static HPDF_Array
build_matrix (HPDF_Doc doc)
{
  HPDF_Array matrix = tonus_pdf_object_new_array (doc);
  static const double numbers[] = { 0.001, 0, 0, 0.001, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    tonus_pdf_array_add_real (matrix, numbers[i]);
  return matrix;
}

/* All zero: a viewer asks each glyph. */
static HPDF_Array
build_box (HPDF_Doc doc)
{
  HPDF_Array box = tonus_pdf_object_new_array (doc);

  for (guint i = 0; i < 4; i++)
    tonus_pdf_array_add_number (box, 0);
  return box;
}

static void
add_glyphs (TonusPdfFont *self, HPDF_Doc doc, HPDF_Dict dict, guint first, guint last)
{
  HPDF_Dict procedures = tonus_pdf_object_new_direct_dict (doc);
  HPDF_Dict encoding = tonus_pdf_object_new_direct_dict (doc);
  HPDF_Array differences = tonus_pdf_object_new_array (doc);
  HPDF_Array widths = tonus_pdf_object_new_array (doc);

  tonus_pdf_array_add_number (differences, (gint) (first & 0xff));
  for (guint i = first; i <= last; i++)
    {
      const TonusPdfCode *code = tonus_pdf_font_get_code (self, i);
      g_autofree char *name = g_strdup_printf ("g%u", i);

      tonus_pdf_array_add_name (differences, name);
      tonus_pdf_array_add_number (widths, code->width);
      tonus_pdf_dict_add (procedures, name, build_procedure (self->font, code, doc));
    }
  tonus_pdf_dict_add (encoding, "Differences", differences);
  tonus_pdf_dict_add (dict, "Encoding", encoding);
  tonus_pdf_dict_add (dict, "CharProcs", procedures);
  tonus_pdf_dict_add (dict, "Widths", widths);
}

static HPDF_Dict
build_part (TonusPdfFont *self, HPDF_Doc doc, guint first, guint last)
{
  g_autofree char *name = tonus_pdf_font_build_name (self);
  HPDF_Dict dict = tonus_pdf_object_new_dict (doc, "Font");

  tonus_pdf_dict_add_name (dict, "Subtype", "Type3");
  tonus_pdf_dict_add_name (dict, "Name", name);
  tonus_pdf_dict_add (dict, "FontBBox", build_box (doc));
  tonus_pdf_dict_add (dict, "FontMatrix", build_matrix (doc));
  tonus_pdf_dict_add (dict, "Resources", tonus_pdf_object_new_direct_dict (doc));
  tonus_pdf_dict_add_number (dict, "FirstChar", (gint) (first & 0xff));
  tonus_pdf_dict_add_number (dict, "LastChar", (gint) (last & 0xff));
  add_glyphs (self, doc, dict, first, last);
  tonus_pdf_dict_add (dict, "ToUnicode",
                      tonus_pdf_font_build_to_unicode (self, doc, first, last, 2));
  /* Tagged documents want one of every font. */
  tonus_pdf_dict_add (dict, "FontDescriptor", tonus_pdf_font_build_descriptor (self, doc, name));
  return dict;
}

void
tonus_pdf_font_embed_drawn (TonusPdfFont *self, HPDF_Doc doc, HPDF_Dict resources)
{
  for (guint first = 1; first <= self->codes->len;)
    {
      guint last = MIN (first | 0xff, self->codes->len);
      g_autoptr (GString) name = g_string_new (NULL);

      tonus_pdf_font_append_name (self, first >> 8, name);
      tonus_pdf_dict_add (resources, name->str, build_part (self, doc, first, last));
      first = last + 1;
    }
}
