/* tonus-pdf-figure.c - an exercise's picture as an object of the PDF, drawn once however often it
 * is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list becomes the content of a form, in whole tenths of a point: half the bytes of
 * decimals, and finer than a printer's dot.  The same list, wherever it comes from, is the same
 * form.
 */
#include "config.h"
#include "tonus-page-private.h"
#include "tonus-pdf-figure.h"
#include "tonus-pdf-photo.h"
#include "tonus-pdf-key.h"
#include "tonus-pdf-pack.h"

#define UNITS 10
/* libharu's own limit, and the readers' of old; the list promises two. */
#define MOST_NESTED 26
#define COLOUR_DIGITS 1000
/* A little larger than the smallest, in a fifth of the time. */
#define DEFLATE_LEVEL 4
/* Half a megabyte; a clinic hands out the same dozens of exercises. */
#define FORMS_KEPT 64

/* --- the same picture ----------------------------------------------------------------------- */

static guint
count_numbers (char kind)
{
  return kind == 'C' ? 6 : kind == 'Z' ? 0 : 2;
}

static void
mix_op (TonusPdfKey *key, const TonusFigureOp *op)
{
  tonus_pdf_key_mix (key,
                     (guint32) op->kind << 2 | (op->has_fill ? 2 : 0) | (op->has_stroke ? 1 : 0));
  if (op->has_fill)
    tonus_pdf_key_mix_floats (key, op->fill, 3);
  if (op->has_stroke)
    tonus_pdf_key_mix_floats (key, op->stroke, 3);
  tonus_pdf_key_mix_floats (key, &op->line_width, 1);
  tonus_pdf_key_mix (key, op->n);
  if (op->kind == TONUS_FIGURE_IMAGE)
    {
      const float place[4] = { (float) op->place.x, (float) op->place.y, (float) op->place.width,
                               (float) op->place.height };
      tonus_pdf_key_mix_floats (key, place, 4);
      tonus_pdf_key_mix_image (key, op->image, op->is_grey);
    }
}

static TonusPdfKey
compute_key (const TonusFigureList *list)
{
  TonusPdfKey key = TONUS_PDF_KEY_INIT;
  guint n_ops, n_segments;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);
  const float size[2] = { (float) tonus_figure_list_get_width (list),
                          (float) tonus_figure_list_get_height (list) };

  tonus_pdf_key_mix_floats (&key, size, 2);
  for (guint i = 0; i < n_ops; i++)
    mix_op (&key, &ops[i]);
  for (guint i = 0; i < n_segments; i++)
    {
      tonus_pdf_key_mix (&key, (guint32) segments[i].kind);
      tonus_pdf_key_mix_floats (&key, segments[i].p, count_numbers (segments[i].kind));
    }
  return key;
}

GHashTable *
tonus_pdf_figures_new (void)
{
  return g_hash_table_new_full (tonus_pdf_key_hash, tonus_pdf_key_equal, g_free, NULL);
}

/* --- content -------------------------------------------------------------------------------- */

/* What the content has set, so that it is not set again; thousandths and units. */
typedef struct
{
  int fill[3], stroke[3], line_width;
} State;

typedef struct
{
  GString *out;
  State states[MOST_NESTED + 1];
  guint depth, n_images;
} Player;

/* Ten digits, a sign and a blank. */
#define NUMBER_MAX 12

/* Thousands of numbers make a picture: no call for each.  Returns behind the blank after it. */
static char *
write_int (char *out, int value)
{
  char digits[NUMBER_MAX];
  guint n = 0, rest = value < 0 ? (guint) -value : (guint) value;

  if (value < 0)
    *out++ = '-';
  do
    digits[n++] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  while (n > 0)
    *out++ = digits[--n];
  *out++ = ' ';
  return out;
}

static void
append_int (GString *out, int value)
{
  char text[NUMBER_MAX];

  g_string_append_len (out, text, write_int (text, value) - text);
}

static int
to_units (double value)
{
  return (int) lround (tonus_page_number (value) * UNITS);
}

/* State may not change inside a path, so all of it comes first. */
static void
set_colour (Player *self, const float *colour, int *known, const char *operator)
{
  int wanted[3];
  gboolean is_known = TRUE;

  for (guint i = 0; i < 3; i++)
    {
      wanted[i] = (int) lround (CLAMP (tonus_page_number (colour[i]), 0, 1) * COLOUR_DIGITS);
      is_known = is_known && wanted[i] == known[i];
      known[i] = wanted[i];
    }
  for (guint i = 0; i < 3 && !is_known; i++)
    {
      tonus_pdf_append_number (self->out, (double) wanted[i] / COLOUR_DIGITS);
      g_string_append_c (self->out, ' ');
    }
  if (!is_known)
    g_string_append (self->out, operator);
}

static void
set_state (Player *self, const TonusFigureOp *op)
{
  State *state = &self->states[self->depth];
  int line_width = to_units (op->line_width);

  if (op->has_fill)
    set_colour (self, op->fill, state->fill, "rg\n");
  if (!op->has_stroke)
    return;
  set_colour (self, op->stroke, state->stroke, "RG\n");
  if (state->line_width != line_width)
    {
      append_int (self->out, line_width);
      g_string_append (self->out, "w\n");
      state->line_width = line_width;
    }
}

static void
append_segment (GString *out, char kind, const int *numbers, guint n)
{
  char text[6 * NUMBER_MAX + 2], *end = text;

  for (guint i = 0; i < n; i++)
    end = write_int (end, numbers[i]);
  *end++ = kind == 'Z' ? 'h' : (char) (kind - 'A' + 'a');
  *end++ = '\n';
  g_string_append_len (out, text, end - text);
}

/* Points that fall on the one before are left out, but for the dot of a path of one point. */
static void
append_path (Player *self, const TonusFigureSegment *segments, guint n)
{
  int last_x = 0, last_y = 0;
  char last_kind = 'Z';

  for (guint i = 0; i < n; i++)
    {
      const TonusFigureSegment *segment = &segments[i];
      guint n_numbers = count_numbers (segment->kind);
      int numbers[6] = { 0 };

      for (guint k = 0; k < n_numbers; k++)
        numbers[k] = to_units (segment->p[k]);
      if (segment->kind == 'L' && last_kind == 'L' && numbers[0] == last_x && numbers[1] == last_y)
        continue;
      append_segment (self->out, segment->kind, numbers, n_numbers);
      if (n_numbers > 0)
        {
          last_x = numbers[n_numbers - 2];
          last_y = numbers[n_numbers - 1];
        }
      last_kind = segment->kind;
    }
}

/* By the name that add_images() gives it; it fills the unit square. */
static void
append_image (Player *self, const TonusFigureOp *op)
{
  g_string_append (self->out, "q ");
  append_int (self->out, to_units (op->place.width));
  g_string_append (self->out, "0 0 ");
  append_int (self->out, to_units (op->place.height));
  append_int (self->out, to_units (op->place.x));
  append_int (self->out, to_units (op->place.y));
  g_string_append_printf (self->out, "cm /I%u Do Q\n", self->n_images++);
}

static void
play (Player *self, const TonusFigureOp *op, const TonusFigureSegment *segments)
{
  if (op->kind == TONUS_FIGURE_POP)
    {
      g_assert (self->depth > 0);
      self->depth--;
      g_string_append (self->out, "Q\n");
      return;
    }
  if (op->kind == TONUS_FIGURE_IMAGE)
    {
      append_image (self, op);
      return;
    }
  if (op->n == 0 || (op->kind == TONUS_FIGURE_DRAW && !op->has_fill && !op->has_stroke))
    return;
  if (op->kind == TONUS_FIGURE_CLIP)
    {
      g_assert (self->depth < MOST_NESTED);
      self->states[self->depth + 1] = self->states[self->depth];
      self->depth++;
      g_string_append (self->out, "q\n");
      append_path (self, segments, op->n);
      g_string_append (self->out, "W n\n");
      return;
    }
  set_state (self, op);
  append_path (self, segments, op->n);
  g_string_append (self->out, op->has_fill && op->has_stroke ? "B\n"
                              : op->has_fill                 ? "f\n"
                                                             : "S\n");
}

static GString *
write_content (const TonusFigureList *list)
{
  guint n_ops, n_segments;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);
  Player player = { .out = g_string_sized_new (n_segments * 11 + 64) };

  for (guint i = 0; i < 3; i++)
    player.states[0].fill[i] = player.states[0].stroke[i] = -1;
  player.states[0].line_width = -1;
  g_string_append (player.out, "1 J 1 j\n");
  for (guint i = 0; i < n_ops; i++)
    {
      g_assert (ops[i].kind == TONUS_FIGURE_POP || ops[i].first + ops[i].n <= n_segments);
      play (&player, &ops[i], segments + ops[i].first);
    }
  for (; player.depth > 0; player.depth--)
    g_string_append (player.out, "Q\n");
  return player.out;
}

/* --- form ----------------------------------------------------------------------------------- */

static GMutex kept_lock;
static GHashTable *kept_forms; /* (element-type TonusPdfKey GBytes): deflated */

static GBytes *
recall_form (const TonusPdfKey *key)
{
  GBytes *deflated = NULL;

  g_mutex_lock (&kept_lock);
  if (kept_forms != NULL)
    deflated = g_hash_table_lookup (kept_forms, key);
  if (deflated != NULL)
    g_bytes_ref (deflated);
  g_mutex_unlock (&kept_lock);
  return deflated;
}

static void
keep_form (const TonusPdfKey *key, GBytes *deflated)
{
  g_mutex_lock (&kept_lock);
  if (kept_forms == NULL)
    kept_forms = g_hash_table_new_full (tonus_pdf_key_hash, tonus_pdf_key_equal, g_free,
                                        (GDestroyNotify) g_bytes_unref);
  if (g_hash_table_size (kept_forms) >= FORMS_KEPT)
    g_hash_table_remove_all (kept_forms);
  g_hash_table_insert (kept_forms, g_memdup2 (key, sizeof *key), g_bytes_ref (deflated));
  g_mutex_unlock (&kept_lock);
}

/* The page a therapist prints again after a correction has the same pictures. */
static GBytes *
make_form (const TonusPdfKey *key, const TonusFigureList *list)
{
  GBytes *deflated = recall_form (key);
  g_autoptr (GString) content = NULL;

  if (deflated != NULL)
    return deflated;
  content = write_content (list);
  deflated = tonus_pdf_deflate (content->str, content->len, DEFLATE_LEVEL);
  keep_form (key, deflated);
  return deflated;
}

static void
add_images (TonusPdf *self, HPDF_Dict form, const TonusFigureList *list)
{
  guint n_ops, n_images = 0;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  HPDF_Dict resources = NULL, images = NULL;

  for (guint i = 0; i < n_ops; i++)
    {
      g_autofree char *name = NULL;

      if (ops[i].kind != TONUS_FIGURE_IMAGE)
        continue;
      if (images == NULL)
        {
          resources = tonus_pdf_object_new_direct_dict (self->doc);
          images = tonus_pdf_object_new_direct_dict (self->doc);
          tonus_pdf_dict_add (resources, "XObject", images);
          tonus_pdf_dict_add (form, "Resources", resources);
        }
      name = g_strdup_printf ("I%u", n_images++);
      tonus_pdf_dict_add (images, name, tonus_pdf_photo (self, ops[i].image, ops[i].is_grey));
    }
}

static HPDF_Dict
new_form (TonusPdf *self, const TonusPdfKey *key, const TonusFigureList *list)
{
  g_autoptr (GBytes) deflated = make_form (key, list);
  gsize length;
  const void *data = g_bytes_get_data (deflated, &length);
  HPDF_Dict form = tonus_pdf_object_new_form (self->doc, data, length);
  HPDF_Array box = tonus_pdf_object_new_array (self->doc);
  HPDF_Array matrix = tonus_pdf_object_new_array (self->doc);

  tonus_pdf_array_add_number (box, 0);
  tonus_pdf_array_add_number (box, 0);
  tonus_pdf_array_add_number (box, to_units (tonus_figure_list_get_width (list)));
  tonus_pdf_array_add_number (box, to_units (tonus_figure_list_get_height (list)));
  for (guint i = 0; i < 6; i++)
    tonus_pdf_array_add_real (matrix, i == 0 || i == 3 ? 1.0 / UNITS : 0);
  tonus_pdf_dict_add (form, "BBox", box);
  tonus_pdf_dict_add (form, "Matrix", matrix);
  add_images (self, form, list);
  return form;
}

void
tonus_pdf_figure (TonusPdf *self, TonusFigureList *list, double x, double y)
{
  double height = tonus_figure_list_get_height (list);
  TonusPdfKey key = compute_key (list);
  HPDF_Dict form = g_hash_table_lookup (self->figures, &key);
  HPDF_Page page = tonus_page_get (self);

  if (form == NULL)
    {
      form = new_form (self, &key, list);
      g_hash_table_insert (self->figures, g_memdup2 (&key, sizeof key), form);
    }
  tonus_page_mark (self, FALSE);
  HPDF_Page_GSave (page);
  HPDF_Page_Concat (page, 1, 0, 0, 1, tonus_page_number (x),
                    tonus_page_number (self->height - y - height));
  HPDF_Page_ExecuteXObject (page, form);
  HPDF_Page_GRestore (page);
}
