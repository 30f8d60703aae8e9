/* test-note.c - the note of a visit: head, feet, minutes, program, and what must not print
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note.h"

#include <string.h>

#include "paper-probe.h"
#include "sample-dossier.h"

#define CREATED "2026-11-23T10:42:07+01:00"

static GBytes *
render (const TonusDossier *dossier, const char *remark)
{
  TonusNoteOptions options = { TONUS_PAPER_A4, CREATED, remark };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tonus_note_render (dossier, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static void
replace_visit (TonusDossier *dossier, const char *text)
{
  g_clear_object (&dossier->visit);
  dossier->visit = sample_record ("visit", text);
}

static char *
render_dense (const TonusDossier *dossier)
{
  g_autoptr (GBytes) pdf = render (dossier, NULL);

  return paper_probe_dense (pdf, 0);
}

/* --- what does not print -------------------------------------------------------------------- */

static void
test_nothing_recorded_prints_nothing (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());

  dossier.visit = sample_record ("visit", "[visit]\ndate=2026-11-23\n");
  dense = render_dense (&dossier);
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      if (g_utf8_strlen (tonus_section_label (section), -1) > 8)
        paper_probe_assert_lacks (dense, tonus_section_label (section));
    }
}

static void
test_unread_never_prints (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  replace_visit (&dossier, "[visit]\ndate=2026-11-23\n");
  tonus_record_set_unread (dossier.visit, "pain/now", "zqseven");
  tonus_record_set_unread (dossier.visit, "pain/best", "zqthree");
  dense = render_dense (&dossier);
  paper_probe_assert_lacks (dense, "zqseven");
  paper_probe_assert_lacks (dense, "zqthree");
  paper_probe_assert_has (dense, "2 values of this visit could not be read");
}

static void
test_not_tested_says_why (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  dense = render_dense (&dossier);
  paper_probe_assert_has (dense, "not tested: refused");
  paper_probe_assert_lacks (dense, "refused°");
  paper_probe_assert_has (dense, "95°; Pain: 2/10");
}

/* Fifteen times "no" is one line to read. */
static void
test_questions_by_answer (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  TonusCatalogue *catalogue =
      tonus_schema_find_catalogue (tonus_schema_get_default (), "needling-contraindication");
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);
  const TonusEntry *first = g_ptr_array_index (entries, 0);
  const TonusEntry *second = g_ptr_array_index (entries, 1);
  const TonusEntry *third = g_ptr_array_index (entries, 2);
  g_autofree char *text =
      g_strdup_printf ("[needling-screen/%s]\nanswer=no\n\n[needling-screen/%s]\nanswer=yes\n\n"
                       "[needling-screen/%s]\nanswer=no\ndecision=zqlater\n",
                       first->id, second->id, third->id);
  g_autofree char *no = g_strdup_printf ("no %s; %s (zqlater)", first->label, third->label);
  g_autofree char *yes = g_strdup_printf ("yes %s", second->label);
  g_autofree char *both = NULL;
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  replace_visit (&dossier, text);
  dense = render_dense (&dossier);
  paper_probe_assert_has (dense, no);
  paper_probe_assert_has (dense, yes);
  both = g_strconcat (yes, " ", no, NULL);
  paper_probe_assert_has (dense, both);
}

/* --- head and feet -------------------------------------------------------------------------- */

static char *
make_long_visit (gboolean is_signed)
{
  g_autofree char *longer = sample_long_text (3900);
  g_autofree char *shorter = sample_long_text (1900);

  return g_strdup_printf ("[visit]\nkind=treatment\ndate=2026-11-23\n\n"
                          "[assessment]\nsummary=%s\nexplained=%s\nneed=%s\n%s",
                          longer, shorter, shorter,
                          is_signed ? "\n[signature]\nname=J. Lindqvist\ncredentials=PT\n"
                                      "time=2026-11-23T11:00:00+01:00\n"
                                    : "");
}

static void
test_unsigned_on_every_page (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *text = make_long_visit (FALSE);
  g_autoptr (GBytes) pdf = NULL;
  guint n_pages;

  sample_dossier_fill (&dossier);
  replace_visit (&dossier, text);
  pdf = render (&dossier, NULL);
  n_pages = paper_probe_count_pages (pdf);
  g_assert_cmpuint (n_pages, >, 1);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *dense = paper_probe_dense (pdf, page);

      paper_probe_assert_has (dense, "UNSIGNED DRAFT");
      paper_probe_assert_has (dense, "Dana Reyes, born 3 May 1988");
    }
}

static void
test_signed_says_by_whom (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *text = make_long_visit (TRUE);
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  replace_visit (&dossier, text);
  dense = render_dense (&dossier);
  paper_probe_assert_lacks (dense, "UNSIGNED");
  paper_probe_assert_has (dense, "Name J. Lindqvist");
}

static void
test_head (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *dense = NULL;
  g_autofree char *title = NULL;

  sample_dossier_fill (&dossier);
  pdf = render (&dossier, "One of two versions of this visit");
  dense = paper_probe_dense (pdf, 1);
  paper_probe_assert_has (dense, "Riverside Physical Therapy");
  paper_probe_assert_has (dense, "Patient Dana Reyes, born 3 May 1988");
  paper_probe_assert_has (dense, "Date of visit 23 Nov 2026, 10:00–10:50");
  paper_probe_assert_has (dense, "Therapist J. Lindqvist, PT");
  paper_probe_assert_has (dense, "M54.59, Other low back pain, Medical");
  paper_probe_assert_has (dense, "One of two versions of this visit");
  paper_probe_assert_lacks (dense, "Goals");
  title = paper_probe_info (pdf, "Title");
  g_assert_null (strstr (title, "Reyes"));
}

static void
test_evaluation_has_goals (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  replace_visit (&dossier, "[visit]\nkind=evaluation\ndate=2026-11-23\n");
  dense = render_dense (&dossier);
  paper_probe_assert_has (dense, "Run 8 km with pain 2/10 or less");
}

/* --- minutes, units, program ---------------------------------------------------------------- */

static void
test_minutes (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *midpoint = NULL;
  g_autofree char *cms = NULL;
  g_autofree char *none = NULL;

  sample_dossier_fill (&dossier);
  midpoint = render_dense (&dossier);
  paper_probe_assert_has (midpoint, "Timed minutes 45 min");
  paper_probe_assert_has (midpoint, "Total treatment time 59 min");
  paper_probe_assert_has (midpoint, "Units 4 (midpoint rule, Acme Health)");
  paper_probe_assert_has (midpoint, "Therapeutic exercise 23 min timed 2");
  paper_probe_assert_has (midpoint, "Dry needling, 3 or more muscles 14 min untimed");
  g_clear_object (&dossier.payer);
  dossier.payer = sample_record ("payer", "[payer]\nname=Medicare\nunit-rule=cms\n");
  cms = render_dense (&dossier);
  paper_probe_assert_has (cms, "Units 3 (CMS 8-minute rule, Medicare)");
  g_clear_object (&dossier.payer);
  none = render_dense (&dossier);
  paper_probe_assert_lacks (none, "rule");
}

static void
test_tie_is_marked (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.payer);
  dossier.payer = sample_record ("payer", "[payer]\nname=Medicare\nunit-rule=cms\n");
  replace_visit (&dossier, "[visit]\ndate=2026-11-23\n\n[time/svc-therex]\nminutes=20\n\n[time/"
                           "svc-manual]\nminutes=20\n");
  dense = render_dense (&dossier);
  paper_probe_assert_has (dense, "Therapeutic exercise 20 min timed 2 *");
  paper_probe_assert_has (dense, "Manual therapy 20 min timed 1 *");
  paper_probe_assert_has (dense, "Equal claims");
}

static void
test_home_program (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *dense = NULL;

  sample_dossier_fill (&dossier);
  dense = render_dense (&dossier);
  paper_probe_assert_has (dense, "3 × 10, hold 5 s, 2 × a day");
  paper_probe_assert_has (dense, "3 × 8, 3 days a week, rest 90 s, 8 kg");
  paper_probe_assert_has (dense, "– stopped: Pinches the hip");
  paper_probe_assert_has (dense, "Only as far as your back stays still");
  paper_probe_assert_has (dense, "No running for 5 days.");
}

/* --- form ----------------------------------------------------------------------------------- */

static void
test_sound (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *text = make_long_visit (FALSE);
  g_autoptr (GBytes) shorter = NULL;
  g_autoptr (GBytes) longer = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *tagged = NULL;

  sample_dossier_fill (&dossier);
  shorter = render (&dossier, NULL);
  paper_probe_check (shorter);
  paper_probe_assert_tidy (shorter);
  replace_visit (&dossier, text);
  longer = render (&dossier, NULL);
  paper_probe_check (longer);
  paper_probe_assert_tidy (longer);
  again = render (&dossier, NULL);
  g_assert_true (g_bytes_equal (longer, again));
  tagged = paper_probe_info (longer, "Tagged");
  g_assert_cmpstr (tagged, ==, "yes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/nothing-recorded", test_nothing_recorded_prints_nothing);
  g_test_add_func ("/note/unread", test_unread_never_prints);
  g_test_add_func ("/note/not-tested", test_not_tested_says_why);
  g_test_add_func ("/note/questions-by-answer", test_questions_by_answer);
  g_test_add_func ("/note/unsigned-on-every-page", test_unsigned_on_every_page);
  g_test_add_func ("/note/signed", test_signed_says_by_whom);
  g_test_add_func ("/note/head", test_head);
  g_test_add_func ("/note/evaluation", test_evaluation_has_goals);
  g_test_add_func ("/note/minutes", test_minutes);
  g_test_add_func ("/note/tie", test_tie_is_marked);
  g_test_add_func ("/note/home-program", test_home_program);
  g_test_add_func ("/note/sound", test_sound);
  return g_test_run ();
}
