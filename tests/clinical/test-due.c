/* test-due.c - reports and certifications fall due on their day, not one before or after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-date.h"
#include "tonus-due.h"
#include "tonus-schema.h"

#define NOTHING TONUS_DUE_NOTHING
#define TODAY "2026-11-23"

static const struct
{
  guint report_days;
  const char *certified_to;
  TonusDue due;
} judged[] = {
  { 0, "", NOTHING },
  { 7, "", NOTHING },
  { 8, "", TONUS_DUE_REPORT_SOON },
  { 9, "", TONUS_DUE_REPORT_SOON },
  { 10, "", TONUS_DUE_REPORT },
  { 25, "", TONUS_DUE_REPORT },
  { 0, "2027-02-01", NOTHING },
  { 0, "2026-12-08", NOTHING },
  { 0, "2026-12-07", TONUS_DUE_CERTIFICATION_SOON },
  { 0, "2026-11-24", TONUS_DUE_CERTIFICATION_SOON },
  { 0, "2026-11-23", TONUS_DUE_CERTIFICATION_SOON },
  { 0, "2026-11-22", TONUS_DUE_CERTIFICATION },
  { 0, "1999-01-01", TONUS_DUE_CERTIFICATION },
  { 8, "2026-11-30", TONUS_DUE_REPORT_SOON | TONUS_DUE_CERTIFICATION_SOON },
  { 10, "2026-11-01", TONUS_DUE_REPORT | TONUS_DUE_CERTIFICATION },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      TonusDue due =
          tonus_due_judge (judged[i].report_days, tonus_date_parse (judged[i].certified_to),
                           tonus_date_parse (TODAY));
      g_test_message ("%u days, certified to “%s”", judged[i].report_days, judged[i].certified_to);
      g_assert_cmpuint (due, ==, judged[i].due);
    }
}

/* One letter a visit, a digit its day: e evaluation, t treatment, p progress report, r
 * re-evaluation, d discharge, c contact, n no-show, "-" of no kind. */
static const struct
{
  const char *visits;
  guint days;
} counted[] = {
  { "", 0 },           { "e1", 1 },         { "e1t2t3", 3 }, { "t3e1t2", 3 },
  { "e1t1t1-2", 2 },   { "e1c2n3t4", 2 },   { "e1t2p3", 0 }, { "e1t2p3t3", 0 },
  { "e1t2p3t4t5", 2 }, { "t5t4p3t2e1", 2 }, { "e1r2t3", 1 }, { "e1p2t3p4t5t6t7", 3 },
  { "e1t2d3", 0 },     { "e1-0t2", 2 },
};

static const char *
find_kind (char letter)
{
  static const struct
  {
    char letter;
    const char *kind;
  } kinds[] = { { 'e', "evaluation" },    { 't', "treatment" }, { 'p', "progress-report" },
                { 'r', "re-evaluation" }, { 'd', "discharge" }, { 'c', "contact" },
                { 'n', "no-show" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == letter)
      return kinds[i].kind;
  return NULL;
}

static void
test_count (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      TonusTreatmentDay days[16];
      guint n = 0;
      for (const char *at = counted[i].visits; *at != '\0'; at += 2)
        days[n++] = (TonusTreatmentDay){ at[1] == '0' ? 0 : 740000 + (guint32) (at[1] - '0'),
                                         tonus_visit_role_of (find_kind (at[0])) };
      g_test_message ("%s", counted[i].visits);
      g_assert_cmpuint (tonus_treatment_days_count (days, n), ==, counted[i].days);
    }
}

/* A kind that is added to the catalogue must be thought of here. */
static void
test_kinds (void)
{
  const TonusCatalogue *kinds =
      tonus_schema_find_catalogue (tonus_schema_get_default (), "visit-kind");

  g_assert_cmpuint (tonus_catalogue_get_entries (kinds)->len, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/judge", test_judge);
  g_test_add_func ("/due/count", test_count);
  g_test_add_func ("/due/kinds", test_kinds);
  return g_test_run ();
}
