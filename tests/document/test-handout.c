/* test-handout.c - the handout: everything printed, nothing clipped, nothing on top of anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout.h"

#include <string.h>

#include "paper-probe.h"
#include "sample-dossier.h"
#include "tonus-handout-picture.h"

#define CREATED "2026-11-23T10:42:07+01:00"

static TonusHandout *
make_content (guint n, gboolean with_stopped, const char *language)
{
  g_auto (TonusDossier) dossier = { 0 };

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.program = sample_program (n, with_stopped);
  return tonus_handout_new (&dossier, language, 0);
}

static GBytes *
render (const TonusHandout *content, TonusPaper paper, gboolean is_large, gboolean is_mono)
{
  TonusHandoutOptions options = {
    .paper = paper, .is_large = is_large, .is_mono = is_mono, .created = CREATED
  };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tonus_handout_render (content, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static void
assert_has (const char *dense, const char *text)
{
  if (text != NULL)
    paper_probe_assert_has (dense, text);
}

static void
assert_has_all (const char *dense, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    paper_probe_assert_has (dense, g_ptr_array_index (texts, i));
}

/* Every word of the content is on paper. */
static void
assert_complete (const TonusHandout *content, GBytes *pdf)
{
  g_autofree char *dense = paper_probe_dense (pdf, 0);
  const char *texts[] = { content->clinic,    content->title,     content->patient,
                          content->therapist, content->date,      content->advice,
                          content->safety,    content->emergency, content->questions };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_has (dense, texts[i]);
  assert_has_all (dense, content->stopped);
  for (guint i = 0; i < content->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, i);

      assert_has (dense, exercise->name);
      assert_has (dense, exercise->dose);
      assert_has_all (dense, exercise->chips);
      assert_has_all (dense, exercise->steps);
      assert_has (dense, exercise->feel);
      assert_has (dense, exercise->cue);
      assert_has (dense, exercise->stop);
    }
}

static void
assert_sound (const TonusHandout *content, TonusPaper paper, gboolean is_large, gboolean is_mono)
{
  g_autoptr (GBytes) pdf = render (content, paper, is_large, is_mono);

  paper_probe_check (pdf);
  paper_probe_assert_tidy (pdf);
  assert_complete (content, pdf);
}

/* On both papers, in three sizes, one to nine exercises, each time in another language. */
static void
test_every_size (void)
{
  static const char *const languages[] = { "en", "es", "de" };

  for (guint n = 0; n <= 9; n++)
    for (TonusPaper paper = TONUS_PAPER_A4; paper <= TONUS_PAPER_LETTER; paper++)
      for (guint size = 0; size < 3; size++)
        {
          g_autoptr (TonusHandout) content =
              make_content (n, n % 2 == 0, languages[(n + size) % 3]);
          const TonusHandoutOptions options = { .paper = paper,
                                                .is_large = size == 1,
                                                .is_compact = size == 2,
                                                .is_mono = n % 4 == 1,
                                                .created = CREATED };
          g_autoptr (GBytes) pdf = tonus_handout_render (content, &options, NULL);

          g_test_message ("%u exercises, size %u", n, size);
          paper_probe_check (pdf);
          paper_probe_assert_tidy (pdf);
          assert_complete (content, pdf);
        }
}

static void
test_large (void)
{
  for (guint n = 1; n <= 5; n += 2)
    {
      g_autoptr (TonusHandout) content = make_content (n, TRUE, "es");

      assert_sound (content, TONUS_PAPER_LETTER, TRUE, FALSE);
      assert_sound (content, TONUS_PAPER_A4, TRUE, TRUE);
    }
}

/* Names of 300 letters, and long everything: type goes down, pages go up, nothing is lost. */
static void
test_long_words (void)
{
  for (guint n = 1; n <= 4; n++)
    {
      g_autoptr (TonusHandout) content = make_content (n, TRUE, "en");

      for (guint i = 0; i < n; i++)
        {
          TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, i);

          g_free (exercise->name);
          exercise->name = sample_long_text (SAMPLE_LONG_WORDS);
          g_free (exercise->stop);
          exercise->stop = sample_long_text (SAMPLE_LONG_WORDS);
        }
      g_free (content->clinic);
      content->clinic = sample_long_text (120);
      assert_sound (content, TONUS_PAPER_A4, n % 2 == 0, FALSE);
    }
}

static void
test_word_without_blank (void)
{
  g_autoptr (TonusHandout) content = make_content (1, FALSE, "en");
  TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, 0);

  g_free (exercise->name);
  exercise->name = g_strnfill (300, 'W');
  g_ptr_array_add (exercise->chips, g_strnfill (90, 'M'));
  assert_sound (content, TONUS_PAPER_LETTER, FALSE, FALSE);
}

/* A card that no page holds runs on over pages. */
static void
test_card_higher_than_page (void)
{
  g_autoptr (TonusHandout) content = make_content (2, TRUE, "en");
  TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, 0);
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (exercise->steps, sample_long_text (SAMPLE_LONG_WORDS));
  pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_assert_cmpuint (paper_probe_count_pages (pdf), >, 2);
  assert_sound (content, TONUS_PAPER_A4, FALSE, FALSE);
}

static guint
count_words (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* Over a page break the words go on, with the page's foot and head between them. */
static void
test_long_advice (void)
{
  g_autoptr (TonusHandout) content = make_content (3, TRUE, "en");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint expected;

  g_free (content->advice);
  content->advice = sample_long_text (9000);
  expected = count_words (content->advice, "Ausfallschritt");
  pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  text = paper_probe_text (pdf, 0);
  g_assert_cmpuint (expected, >, 50);
  g_assert_cmpuint (count_words (text, "Ausfallschritt"), ==, expected);
  paper_probe_check (pdf);
  paper_probe_assert_tidy (pdf);
}

static void
drop_cues (TonusHandout *content)
{
  for (guint i = 0; i < content->exercises->len; i++)
    {
      TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, i);
      g_clear_pointer (&exercise->cue, g_free);
    }
}

/* Four exercises in the catalogue's own words, with the week, fit one page, six one sheet of paper;
 * the words are all there (test_every_size). */
static void
test_pages (void)
{
  static const struct
  {
    guint n_exercises, n_pages;
  } programs[] = { { 1, 1 }, { 2, 1 }, { 3, 1 }, { 4, 1 }, { 5, 2 }, { 6, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    for (TonusPaper paper = TONUS_PAPER_A4; paper <= TONUS_PAPER_LETTER; paper++)
      {
        g_autoptr (TonusHandout) content = make_content (programs[i].n_exercises, FALSE, "en");
        drop_cues (content);
        g_autoptr (GBytes) pdf = render (content, paper, FALSE, FALSE);
        g_autofree char *dense = paper_probe_dense (pdf, 0);

        g_test_message ("%u exercises on %s", programs[i].n_exercises,
                        paper == TONUS_PAPER_A4 ? "A4" : "Letter");
        g_assert_cmpuint (paper_probe_count_pages (pdf), ==, programs[i].n_pages);
        paper_probe_assert_has (dense, "My week from");
        assert_sound (content, paper, FALSE, FALSE);
      }
}

static void
test_every_page_says_whom_to_call (void)
{
  g_autoptr (TonusHandout) content = make_content (12, TRUE, "en");
  g_autoptr (GBytes) pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  guint n_pages = paper_probe_count_pages (pdf);

  g_assert_cmpuint (n_pages, >=, 4);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *dense = paper_probe_dense (pdf, page);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page, n_pages);

      paper_probe_assert_has (dense, "555-0142");
      paper_probe_assert_has (dense, "Dana Reyes");
      paper_probe_assert_has (dense, number);
    }
}

static void
test_spanish (void)
{
  g_autoptr (TonusHandout) content = make_content (3, TRUE, "es");
  g_autoptr (GBytes) pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_autofree char *dense = paper_probe_dense (pdf, 0);

  paper_probe_assert_has (dense, "Sus ejercicios en casa");
  paper_probe_assert_has (dense, "Mantenga 5 segundos");
  paper_probe_assert_has (dense, "Página 1 de");
  paper_probe_assert_lacks (dense, "Your home");
  paper_probe_assert_lacks (dense, "Therapist");
  paper_probe_assert_lacks (dense, "Page 1");
}

/* Print queues and window titles show the title. */
static void
test_title_names_nobody (void)
{
  g_autoptr (TonusHandout) content = make_content (2, FALSE, "en");
  g_autoptr (GBytes) pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_autofree char *title = paper_probe_info (pdf, "Title");
  g_autofree char *tagged = paper_probe_info (pdf, "Tagged");
  g_autofree char *subject = paper_probe_info (pdf, "Subject");

  g_assert_cmpstr (title, ==, "Your home exercises");
  g_assert_true (subject == NULL || strstr (subject, "Reyes") == NULL);
  g_assert_cmpstr (tagged, ==, "yes");
}

/* What a screen reader is told: headings by exercise, steps as a list, a figure for each picture.
 */
static void
test_structure (void)
{
  g_autoptr (TonusHandout) content = make_content (2, TRUE, "en");
  g_autoptr (GBytes) pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_autofree char *tree = paper_probe_structure (pdf);
  const TonusHandoutExercise *first = g_ptr_array_index (content->exercises, 0);
  const TonusHandoutExercise *second = g_ptr_array_index (content->exercises, 1);

  g_assert_cmpuint (count_words (tree, "H1 (block)"), ==, 1);
  /* Two exercises, what to leave out, everyday life. */
  g_assert_cmpuint (count_words (tree, "H2 (block)"), ==, 4);
  g_assert_cmpuint (count_words (tree, "Figure"), ==, 2);
  g_assert_cmpuint (count_words (tree, "LBody"), ==, first->steps->len + second->steps->len);
  g_assert_cmpuint (count_words (tree, "Table (block)"), ==, 1);
  /* Said once, and with the words apart where a line was broken. */
  g_assert_cmpuint (count_words (tree, "For Dana Reyes"), ==, 1);
  g_assert_cmpuint (count_words (tree, "Dana Reyes"), ==, 1);
  g_assert_cmpuint (count_words (tree, "\"Mon\""), ==, 1);
  for (guint i = 0; i < first->steps->len; i++)
    g_assert_cmpuint (count_words (tree, g_ptr_array_index (first->steps, i)), ==, 1);
}

/* Who cannot see the picture hears where it starts, where it ends and which way it goes. */
static void
test_pictures_are_described (void)
{
  static const char *const languages[] = { "en", "es" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TonusHandout) content = make_content (2, FALSE, languages[i]);
      const TonusHandoutExercise *first = g_ptr_array_index (content->exercises, 0);
      g_autofree char *alt = tonus_handout_picture_describe (content, first);
      g_autoptr (GBytes) pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
      g_autofree char *tree = paper_probe_structure (pdf);

      g_assert_cmpuint (strlen (alt), >, strlen (first->name) + 20);
      g_assert_cmpuint (count_words (tree, "Figure"), ==, 2);
    }
}

/* A page for which there is nothing to say but what was found needs no second one. */
static void
test_found_comes_first (void)
{
  g_autoptr (TonusHandout) content = make_content (2, FALSE, "en");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  content->found = g_strdup ("Weak muscles, not short ones. We will make them strong.");
  pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  text = paper_probe_text (pdf, 1);
  g_assert_cmpuint (paper_probe_count_pages (pdf), ==, 1);
  g_assert_nonnull (strstr (text, "What is going on"));
  g_assert_true (strstr (text, "What is going on") < strstr (text, "Bridge"));
}

/* A long story before the exercises pushes them to the next page; it does not make them tiny or
 * take their frame away. */
static void
test_long_found (void)
{
  for (guint is_large = 0; is_large < 2; is_large++)
    for (guint n_letters = 400; n_letters <= 6000; n_letters += 1400)
      {
        g_autoptr (TonusHandout) content = make_content (10, FALSE, "en");
        g_autoptr (GBytes) pdf = NULL;
        g_autofree char *tree = NULL;

        content->found = sample_long_text (n_letters);
        pdf = render (content, TONUS_PAPER_A4, is_large, FALSE);
        tree = paper_probe_structure (pdf);
        paper_probe_check (pdf);
        paper_probe_assert_tidy (pdf);
        g_assert_cmpuint (count_words (tree, "LBody"), >, 30);
      }
}

static void
test_paper (void)
{
  g_autoptr (TonusHandout) content = make_content (1, FALSE, "en");
  g_autoptr (GBytes) a4 = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_autoptr (GBytes) letter = render (content, TONUS_PAPER_LETTER, FALSE, FALSE);
  g_autofree char *a4_size = paper_probe_info (a4, "Page size");
  g_autofree char *letter_size = paper_probe_info (letter, "Page size");

  g_assert_true (g_str_has_prefix (a4_size, "595"));
  g_assert_true (g_str_has_prefix (letter_size, "612 x 792"));
}

static void
test_mono_has_no_colour (void)
{
  g_autoptr (TonusHandout) content = make_content (3, TRUE, "en");
  g_autoptr (GBytes) mono = render (content, TONUS_PAPER_A4, FALSE, TRUE);
  g_autoptr (GBytes) colour = render (content, TONUS_PAPER_A4, FALSE, FALSE);

  g_assert_false (paper_probe_has_colour (mono));
  g_assert_true (paper_probe_has_colour (colour));
}

static void
test_no_exercises (void)
{
  g_autoptr (TonusHandout) content = make_content (0, FALSE, "en");
  g_autoptr (GBytes) pdf = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_autofree char *dense = paper_probe_dense (pdf, 0);

  g_assert_cmpuint (paper_probe_count_pages (pdf), ==, 1);
  g_assert_nonnull (content->none);
  paper_probe_assert_has (dense, content->none);
  paper_probe_assert_lacks (dense, "My week");
}

static void
test_same_bytes (void)
{
  g_autoptr (TonusHandout) content = make_content (4, TRUE, "en");
  g_autoptr (GBytes) first = render (content, TONUS_PAPER_A4, FALSE, FALSE);
  g_autoptr (GBytes) second = render (content, TONUS_PAPER_A4, FALSE, FALSE);

  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/every-size", test_every_size);
  g_test_add_func ("/handout/large", test_large);
  g_test_add_func ("/handout/long-words", test_long_words);
  g_test_add_func ("/handout/word-without-blank", test_word_without_blank);
  g_test_add_func ("/handout/card-higher-than-page", test_card_higher_than_page);
  g_test_add_func ("/handout/long-advice", test_long_advice);
  g_test_add_func ("/handout/pages", test_pages);
  g_test_add_func ("/handout/every-page-says-whom-to-call", test_every_page_says_whom_to_call);
  g_test_add_func ("/handout/spanish", test_spanish);
  g_test_add_func ("/handout/title-names-nobody", test_title_names_nobody);
  g_test_add_func ("/handout/structure", test_structure);
  g_test_add_func ("/handout/described", test_pictures_are_described);
  g_test_add_func ("/handout/found", test_found_comes_first);
  g_test_add_func ("/handout/long-found", test_long_found);
  g_test_add_func ("/handout/paper", test_paper);
  g_test_add_func ("/handout/mono", test_mono_has_no_colour);
  g_test_add_func ("/handout/no-exercises", test_no_exercises);
  g_test_add_func ("/handout/same-bytes", test_same_bytes);
  return g_test_run ();
}
