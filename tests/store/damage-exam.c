/* damage-exam.c - everything else opens, and what is wrong is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib.h>

#include "damage.h"
#include "tonus-index.h"

static void
check_findings (const Case *item, TonusPractice *practice)
{
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);
  TonusFindingLevel worst = NOTE;
  gboolean is_named = item->word == NULL;

  g_assert_nonnull (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      worst = MAX (worst, finding->level);
      is_named = is_named ||
                 (finding->level == item->level && strstr (finding->message, item->word) != NULL);
      g_assert_cmpuint (strlen (finding->place), >, 0);
    }
  if (worst != item->level || !is_named)
    for (guint i = 0; i < findings->len; i++)
      {
        const TonusFinding *finding = findings->pdata[i];
        g_test_message ("%u %s: %s", finding->level, finding->place, finding->message);
      }
  g_assert_cmpint (worst, ==, item->level);
  g_assert_true (is_named);
}

static void
check_locked (Body *body, const Case *item)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_practice_open (tonus_io_real (), body->fixture->folder, &error));
  g_assert_nonnull (strstr (error->message, item->word));
  g_assert_nonnull (strstr (error->message, body->fixture->folder));
  /* A window that has it open says so too. */
  g_assert_false (tonus_practice_is_available (body->fixture->practice, NULL));
}

static void
check_left (Body *body, const Case *item, TonusPractice *practice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) record = tonus_practice_load (practice, body->object, NULL, &error);
  const char *hash = record != NULL ? tonus_practice_hash_of (practice, record) : NULL;

  if (item->left == LEFT_OLD)
    g_assert_cmpstr (hash, ==, body->old_hash);
  if (item->left == LEFT_NEW)
    g_assert_true (hash != NULL && strcmp (hash, body->old_hash) != 0);
  if (item->left != LEFT_NONE)
    return;
  g_assert_null (record);
  g_assert_true (g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED) ||
                 g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND));
}

/* Whatever happened to one object, the others open. */
static void
check_others (Body *body, TonusPractice *practice)
{
  const Fixture *fixture = body->fixture;
  const char *all[] = { fixture->therapist, fixture->patient, fixture->episode, fixture->program,
                        fixture->visit };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusRecord) record = tonus_practice_load (practice, all[i], NULL, &error);
      if (strcmp (all[i], body->object) != 0)
        g_assert_no_error (error);
    }
}

/* And the list of patients is there, and the next record can be saved. */
static void
check_going_on (Body *body, TonusPractice *practice)
{
  Fixture *fixture = body->fixture;
  gboolean is_program = strcmp (body->kind, "program") == 0;
  g_autoptr (GPtrArray) entries = tonus_index_load (practice, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (entries->len, >=, 1);
  if (tonus_practice_is_read_only (practice))
    return;
  g_autofree char *hash = is_program ? fixture_change (practice, fixture->episode, "episode/title",
                                                       "Left hip", fixture->therapist, &error)
                                     : fixture_change (practice, fixture->program, "program/advice",
                                                       "Walk", fixture->therapist, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hash);
}

void
case_run (const Case *item, const char *kind)
{
  Body *body = body_new (kind);

  item->harm (body);
  if (item->left == LEFT_LOCKED)
    check_locked (body, item);
  else
    {
      g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
      check_findings (item, practice);
      check_left (body, item, practice);
      if (!item->harms_others)
        check_others (body, practice);
      check_going_on (body, practice);
      /* Nor is the window surprised that has had it open all the time. */
      g_autoptr (TonusRecord) record =
          tonus_practice_load (body->fixture->practice, body->object, NULL, NULL);
      g_assert_true (record != NULL || item->left == LEFT_NONE);
    }
  body_free (body);
}
