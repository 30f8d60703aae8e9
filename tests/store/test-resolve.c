/* test-resolve.c - what is named in full is found without opening everybody's folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fixture.h"

#define N_PATIENTS 40

static guint n_listings;

static GPtrArray *
counting_readdir (TonusIo *io, int fd)
{
  n_listings++;
  return tonus_io_real ()->readdir (tonus_io_real (), fd);
}

static void
assert_resolves (Fixture *self, const char *words, const char *kind, const char *id, guint listings)
{
  TonusIo io = *tonus_io_real ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice = tonus_practice_open (&io, self->folder, &error);

  g_assert_no_error (error);
  io.readdir = counting_readdir;
  n_listings = 0;
  g_autofree char *found = tonus_practice_resolve (practice, words, kind, &error);
  g_assert_cmpstr (found, ==, id);
  g_assert_cmpuint (n_listings, <=, listings);
  if (id == NULL)
    g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
}

static void
test_few_listings (void)
{
  Fixture *fixture = fixture_new_on_disk ();
  g_autofree char *prefix = g_strndup (fixture->patient, 10);
  g_autofree char *visit_prefix = g_strndup (fixture->visit, 10);

  for (guint i = 0; i < N_PATIENTS; i++)
    g_free (fixture_add (fixture->practice, "patient", NULL, NULL, "patient/family", "x", NULL));
  assert_resolves (fixture, fixture->patient, "patient", fixture->patient, 2);
  assert_resolves (fixture, fixture->patient, NULL, fixture->patient, 2);
  assert_resolves (fixture, fixture->therapist, "therapist", fixture->therapist, 1);
  assert_resolves (fixture, prefix, "patient", fixture->patient, 3);
  assert_resolves (fixture, fixture->visit, "visit", fixture->visit, N_PATIENTS + 3);
  assert_resolves (fixture, visit_prefix, "visit", fixture->visit, N_PATIENTS + 3);
  /* Of another kind than asked for. */
  assert_resolves (fixture, fixture->visit, "patient", NULL, N_PATIENTS + 4);
  assert_resolves (fixture, fixture->patient, "visit", NULL, N_PATIENTS + 4);
  fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resolve/few-listings", test_few_listings);
  return g_test_run ();
}
