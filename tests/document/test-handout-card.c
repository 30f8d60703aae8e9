/* test-handout-card.c - everything of a card stands in it, and nothing of it on anything else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Over every exercise of the library, three sets of sizes, two widths of picture, both directions,
 * and texts far too long: as the block has it, before it is a PDF.
 */
#include "config.h"
#include "tonus-handout-card.h"

#include <string.h>

#include "sample-arabic.h"
#include "sample-dossier.h"
#include "tonus-handout-parts.h"
#include "tonus-handout-picture.h"
#include "tonus-handout-plan.h"
#include "tonus-handout-tail.h"

/* Leading is more than letters need: lines may share this much of it. */
#define TOLERANCE 2.5

typedef struct
{
  TonusPdf *pdf;
  TonusHandoutSheet sheet;
  guint n_figures, n_cards;
} Bench;

static void
bench_init (Bench *self, const TonusHandout *content, TonusPaper paper)
{
  const TonusPdfInfo info = { .title = "Cards", .language = content->language };

  *self = (Bench){ .pdf = tonus_pdf_new (paper, &info, NULL) };
  tonus_pdf_add_page (self->pdf);
  self->sheet.pdf = self->pdf;
  self->sheet.content = content;
  self->sheet.colours = tonus_handout_colours (paper == TONUS_PAPER_LETTER);
  self->sheet.width = tonus_pdf_get_width (self->pdf) - 2 * TONUS_HANDOUT_MARGIN;
  self->sheet.heights = tonus_handout_heights_new ();
}

static void
bench_clear (Bench *self)
{
  g_hash_table_unref (self->sheet.heights);
  tonus_pdf_free (self->pdf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

/* --- what must hold ------------------------------------------------------------------------- */

static const char *
name_box (const TonusBlockBox *box)
{
  return box->text != NULL ? box->text : "the picture";
}

static gboolean
do_overlap (const TonusBlockBox *a, const TonusBlockBox *b)
{
  return a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 &&
         a->y < b->y + b->height - TOLERANCE && b->y < a->y + a->height - TOLERANCE;
}

/* Of a picture what is drawn counts: badge and captions stand where it is empty. */
static gboolean
is_drawn_over (const TonusBlockBox *picture, const TonusBlockBox *text)
{
  double x = text->x - picture->x, y = text->y - picture->y;

  return tonus_handout_picture_reaches (picture->figure, x, y + TOLERANCE, x + text->width,
                                        y + text->height - TOLERANCE);
}

static void
check_pair (const TonusBlockBox *a, const TonusBlockBox *b)
{
  gboolean is_bad = a->figure != NULL && b->text != NULL   ? is_drawn_over (a, b)
                    : a->text != NULL && b->figure != NULL ? is_drawn_over (b, a)
                                                           : do_overlap (a, b);

  if (is_bad)
    g_error ("“%s” lies on “%s” at %.1f, %.1f", name_box (a), name_box (b), a->x, a->y);
}

static void
check_block (Bench *self, const TonusBlock *block)
{
  g_autoptr (GArray) boxes = tonus_block_list_boxes (block);
  double width = self->sheet.width, height = tonus_block_get_height (block);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TonusBlockBox *box = &g_array_index (boxes, TonusBlockBox, i);

      self->n_figures += box->text == NULL ? 1 : 0;
      if (box->x < 0 || box->y < 0 || box->x + box->width > width + 0.1 ||
          box->y + box->height > height + 0.1)
        g_error ("“%s” leaves its card: %.1f, %.1f, %.1f × %.1f in %.1f × %.1f", name_box (box),
                 box->x, box->y, box->width, box->height, width, height);
      for (guint k = i + 1; k < boxes->len; k++)
        check_pair (box, &g_array_index (boxes, TonusBlockBox, k));
    }
  self->n_cards++;
}

static void
check_card (Bench *self, const TonusHandoutExercise *exercise)
{
  double least = tonus_handout_card_height (&self->sheet, exercise);
  g_autoptr (TonusBlock) low = tonus_handout_card (&self->sheet, exercise, 9, 0);
  g_autoptr (TonusBlock) high = tonus_handout_card (&self->sheet, exercise, 12, least + 60);

  g_assert_cmpfloat_with_epsilon (tonus_block_get_height (low), least, 0.01);
  g_assert_cmpfloat_with_epsilon (tonus_block_get_height (high), least + 60, 0.01);
  if (tonus_pdf_is_rtl (self->pdf))
    {
      tonus_block_mirror (low, self->sheet.width);
      tonus_block_mirror (high, self->sheet.width);
    }
  check_block (self, low);
  check_block (self, high);
}

/* In every size, with wide and narrow pictures, and in smaller type. */
static void
check_sizes (Bench *self, const TonusHandoutExercise *exercise)
{
  for (TonusHandoutSize size = 0; size < TONUS_N_HANDOUT_SIZES; size++)
    for (guint i = 0; i < 3; i++)
      {
        self->sheet.sizes = tonus_handout_sizes (size);
        self->sheet.share = i == 0 ? self->sheet.sizes->share : self->sheet.sizes->least_share;
        self->sheet.shrink = i == 2 ? self->sheet.sizes->most_shrink : 0;
        check_card (self, exercise);
      }
}

/* --- over what it must hold ----------------------------------------------------------------- */

/* All the exercises of the library in one program. */
static TonusHandout *
make_library (const char *language)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (GString) text = g_string_new ("[program]\ndate=2026-11-23\nversion=1\n\n");
  GPtrArray *entries = tonus_catalogue_get_entries (
      tonus_schema_find_catalogue (tonus_schema_get_default (), "exercise"));

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text,
                            "[home/aaaaaa%c%c]\nexercise=%s\nsets=3\nreps=10\nhold=5\nside=%s\n\n",
                            'a' + (int) (i / 26), 'a' + (int) (i % 26),
                            ((TonusEntry *) entries->pdata[i])->id, i % 2 == 0 ? "left" : "both");
  dossier.program = sample_record ("program", text->str);
  return tonus_handout_new (&dossier, language, 0);
}

static void
test_library (gconstpointer data)
{
  g_autoptr (TonusHandout) content = make_library (data);
  g_auto (Bench) bench = { 0 };

  bench_init (&bench, content, TONUS_PAPER_A4);
  for (guint i = 0; i < content->exercises->len; i++)
    {
      g_test_message ("%s", ((TonusHandoutExercise *) content->exercises->pdata[i])->name);
      check_sizes (&bench, content->exercises->pdata[i]);
    }
  g_assert_cmpuint (content->exercises->len, >, 100);
  g_assert_cmpuint (bench.n_figures, >, 20 * 9);
}

static void
make_long (TonusHandoutExercise *exercise)
{
  g_free (exercise->name);
  exercise->name = sample_long_text (SAMPLE_LONG_WORDS);
  g_free (exercise->dose);
  exercise->dose = g_strnfill (70, '9');
  g_free (exercise->stop);
  exercise->stop = g_strnfill (300, 'W');
  g_free (exercise->cue);
  exercise->cue = sample_long_text (SAMPLE_LONG_WORDS);
  g_ptr_array_add (exercise->chips, g_strnfill (90, 'M'));
  g_ptr_array_add (exercise->steps, g_strnfill (120, 'W'));
}

static void
test_long_words (void)
{
  for (TonusPaper paper = TONUS_PAPER_A4; paper <= TONUS_PAPER_LETTER; paper++)
    {
      g_autoptr (TonusHandout) content = make_library ("de");
      g_auto (Bench) bench = { 0 };

      bench_init (&bench, content, paper);
      for (guint i = 0; i < content->exercises->len; i += 7)
        {
          make_long (content->exercises->pdata[i]);
          check_sizes (&bench, content->exercises->pdata[i]);
        }
      g_assert_cmpuint (bench.n_cards, >, 100);
    }
}

/* Words, pictures, captions and numbers when the page is turned. */
static void
test_right_to_left (void)
{
  g_autoptr (TonusHandout) content = sample_arabic ();
  g_auto (Bench) bench = { 0 };

  bench_init (&bench, content, TONUS_PAPER_A4);
  g_assert_true (tonus_pdf_is_rtl (bench.pdf));
  for (guint i = 0; i < content->exercises->len; i++)
    check_sizes (&bench, content->exercises->pdata[i]);
  g_assert_cmpuint (bench.n_figures, >, 0);
}

/* Two persons side by side are never smaller than 28 mm, or who has to see it cannot. */
static void
test_pairs_are_large (void)
{
  g_autoptr (TonusHandout) content = make_library ("en");
  g_auto (Bench) bench = { 0 };
  guint n_pairs = 0;

  bench_init (&bench, content, TONUS_PAPER_A4);
  bench.sheet.sizes = tonus_handout_sizes (TONUS_HANDOUT_COMPACT);
  bench.sheet.share = bench.sheet.sizes->least_share;
  for (guint i = 0; i < content->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = content->exercises->pdata[i];
      g_autoptr (TonusBlock) card = tonus_handout_card (&bench.sheet, exercise, 1, 0);
      g_autoptr (GArray) boxes = tonus_block_list_boxes (card);

      for (guint k = 0; k < boxes->len && tonus_handout_picture_has_panels (content, exercise); k++)
        {
          const TonusBlockBox *box = &g_array_index (boxes, TonusBlockBox, k);

          if (box->text == NULL)
            {
              g_assert_cmpfloat (box->height, >, 28 / 25.4 * 72);
              n_pairs++;
            }
        }
    }
  g_assert_cmpuint (n_pairs, >, 3);
}

static TonusHandout *
make_first (guint n)
{
  g_auto (TonusDossier) dossier = { 0 };

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.program = sample_program (n, FALSE);
  return tonus_handout_new (&dossier, "es", 0);
}

/* Large print is as large on every page; rather there are fewer exercises on one. */
static void
test_large_stays_large (void)
{
  for (guint n = 1; n <= 8; n++)
    {
      g_autoptr (TonusHandout) content = make_first (n);
      g_auto (Bench) bench = { 0 };
      guint first = 0;

      bench_init (&bench, content, TONUS_PAPER_A4);
      bench.sheet.sizes = tonus_handout_sizes (TONUS_HANDOUT_LARGE);
      tonus_handout_plan_sheet (&bench.sheet, FALSE);
      while (first < n)
        {
          TonusHandoutPlan plan = tonus_handout_plan (
              &bench.sheet, first, tonus_handout_room (&bench.sheet, first == 0), TRUE);

          g_assert_true (plan.fits);
          g_assert_cmpfloat (plan.shrink, ==, 0);
          first += plan.n_cards;
        }
    }
}

/* Who asks for a compact handout gets four on a page, not three and two. */
static void
test_compact_fills (void)
{
  for (guint n = 5; n <= 8; n++)
    {
      g_autoptr (TonusHandout) content = make_first (n);
      g_auto (Bench) bench = { 0 };
      TonusHandoutPlan plan;

      bench_init (&bench, content, TONUS_PAPER_A4);
      bench.sheet.sizes = tonus_handout_sizes (TONUS_HANDOUT_NORMAL);
      tonus_handout_plan_sheet (&bench.sheet, TRUE);
      plan = tonus_handout_plan (&bench.sheet, 0, tonus_handout_room (&bench.sheet, TRUE), TRUE);
      g_assert_cmpuint (plan.n_cards, ==, 4);
    }
}

/* The line to write the date on is there however long the words before it are. */
static void
test_week_has_line (void)
{
  g_autoptr (TonusHandout) content = make_first (1);
  g_auto (Bench) bench = { 0 };
  g_autoptr (TonusBlock) usual = NULL, narrow = NULL;

  bench_init (&bench, content, TONUS_PAPER_A4);
  bench.sheet.sizes = tonus_handout_sizes (TONUS_HANDOUT_LARGE);
  usual = tonus_handout_week_head (&bench.sheet);
  g_free (content->week_title);
  content->week_title = g_strdup ("La semana que comienza el");
  narrow = tonus_handout_week_head (&bench.sheet);
  g_assert_cmpfloat (tonus_block_get_height (narrow), >,
                     tonus_block_get_height (usual) + bench.sheet.sizes->small);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/handout-card/library/en", "en", test_library);
  g_test_add_data_func ("/handout-card/library/es", "es", test_library);
  g_test_add_func ("/handout-card/long-words", test_long_words);
  g_test_add_func ("/handout-card/right-to-left", test_right_to_left);
  g_test_add_func ("/handout-card/pairs", test_pairs_are_large);
  g_test_add_func ("/handout-card/large", test_large_stays_large);
  g_test_add_func ("/handout-card/compact", test_compact_fills);
  g_test_add_func ("/handout-card/week", test_week_has_line);
  return g_test_run ();
}
