/* test-revision.c - a revision file's name: what is one, what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>

#include "tonus-revision.h"

#define ID "abcdefghijklmnopqrstuvwxyz"
#define HASH "0123456789abcdef0123456789abcdef01234567"

static void
test_round_trip (void)
{
  static const char *const kinds[] = { "patient", "visit", "program", "clinic", "snippet" };
  static const guint64 numbers[] = { 1, 2, 10, 4711, 999999999 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = tonus_revision_name_format (kinds[i], ID, numbers[i], HASH);
      g_autoptr (TonusRevisionName) name = tonus_revision_name_parse (text);
      g_assert_nonnull (name);
      g_assert_cmpstr (name->kind, ==, kinds[i]);
      g_assert_cmpstr (name->object, ==, ID);
      g_assert_cmpuint (name->number, ==, numbers[i]);
      g_assert_cmpstr (name->hash, ==, HASH);
    }
}

static void
test_not_names (void)
{
  static const char *const names[] = {
    "",
    ".keyfile",
    "-.keyfile",
    "---.keyfile",
    "visit",
    "visit.keyfile",
    ".tmp-" ID,
    "visit-" ID "-1-" HASH,
    "visit-" ID "-1-" HASH ".keyfile~",
    "visit-" ID "-1-" HASH ".KEYFILE",
    "visit-" ID "-1-" HASH " (conflicted copy).keyfile",
    "visit-" ID "-1-" HASH "-1.keyfile",
    "visit-" ID "-0-" HASH ".keyfile",
    "visit-" ID "-01-" HASH ".keyfile",
    "visit-" ID "--1-" HASH ".keyfile",
    "visit-" ID "-1x-" HASH ".keyfile",
    "visit-" ID "- 1-" HASH ".keyfile",
    "visit-" ID "-1000000000-" HASH ".keyfile",
    "visit-" ID "-18446744073709551616-" HASH ".keyfile",
    "Visit-" ID "-1-" HASH ".keyfile",
    "nonsense-" ID "-1-" HASH ".keyfile",
    "-" ID "-1-" HASH ".keyfile",
    "visit-ABCDEFGHIJKLMNOPQRSTUVWXYZ-1-" HASH ".keyfile",
    "visit-abc-1-" HASH ".keyfile",
    "visit-" ID "-1-0123.keyfile",
    "visit-" ID "-1-0123456789ABCDEF0123456789ABCDEF01234567.keyfile",
    "visit-" ID "-1-" HASH HASH HASH ".keyfile",
    "../visit-" ID "-1-" HASH ".keyfile",
    "visit-\xff\xfe-1-" HASH ".keyfile",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (tonus_revision_name_parse (names[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/revision/round-trip", test_round_trip);
  g_test_add_func ("/revision/not-names", test_not_names);
  return g_test_run ();
}
