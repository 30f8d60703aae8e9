/* test-autosave.c - drafts within three seconds, revisions after a pause, never too often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-autosave.h"

#define SECOND G_USEC_PER_SEC

/* Type once every @step for @length, saving whatever is due, and look at what is never saved for
 * long. */
static void
type_for (gint64 step, gint64 length, gint64 *longest_unkept, guint *n_drafts, guint *n_revisions)
{
  TonusAutosave saver = { 0 };
  gint64 unkept_since = 0;

  *longest_unkept = *n_drafts = *n_revisions = 0;
  for (gint64 now = SECOND; now < SECOND + length; now += SECOND / 100)
    {
      gint64 due = 0;
      TonusAutosaveAct act = tonus_autosave_next (&saver, &due);

      if (act != TONUS_AUTOSAVE_NOTHING && due <= now)
        {
          tonus_autosave_begin (&saver, act, now);
          *n_drafts += act == TONUS_AUTOSAVE_DRAFT;
          *n_revisions += act == TONUS_AUTOSAVE_REVISION;
          unkept_since = 0;
        }
      if (now % step == 0)
        {
          tonus_autosave_edited (&saver, now);
          if (unkept_since == 0)
            unkept_since = now;
        }
      if (unkept_since)
        *longest_unkept = MAX (*longest_unkept, now - unkept_since);
    }
}

static void
test_draft_after_pause (void)
{
  TonusAutosave saver = { 0 };
  gint64 due = 0;

  g_assert_cmpint (tonus_autosave_next (&saver, &due), ==, TONUS_AUTOSAVE_NOTHING);
  tonus_autosave_edited (&saver, 10 * SECOND);
  g_assert_cmpint (tonus_autosave_next (&saver, &due), ==, TONUS_AUTOSAVE_DRAFT);
  g_assert_cmpint (due, ==, 11 * SECOND);
  tonus_autosave_begin (&saver, TONUS_AUTOSAVE_DRAFT, 11 * SECOND);
  g_assert_cmpint (tonus_autosave_next (&saver, &due), ==, TONUS_AUTOSAVE_REVISION);
  g_assert_cmpint (due, ==, 70 * SECOND);
  tonus_autosave_begin (&saver, TONUS_AUTOSAVE_REVISION, 70 * SECOND);
  g_assert_cmpint (tonus_autosave_next (&saver, &due), ==, TONUS_AUTOSAVE_NOTHING);
  g_assert_false (tonus_autosave_is_dirty (&saver));
}

static void
test_steady_typing (void)
{
  gint64 longest;
  guint n_drafts, n_revisions;

  type_for (SECOND / 5, 600 * SECOND, &longest, &n_drafts, &n_revisions);
  g_assert_cmpint (longest, <=, 3 * SECOND + SECOND / 50);
  g_assert_cmpuint (n_drafts, >=, 190);
  g_assert_cmpuint (n_revisions, ==, 0);
}

static void
test_revisions_apart (void)
{
  gint64 longest;
  guint n_drafts, n_revisions;

  /* An edit every 70 seconds leaves a pause of a minute each time. */
  type_for (70 * SECOND, 1400 * SECOND, &longest, &n_drafts, &n_revisions);
  g_assert_cmpuint (n_revisions, >, 5);
  g_assert_cmpuint (n_revisions, <=, 1400 / 120);
}

static void
test_failure_is_tried_again (void)
{
  TonusAutosave saver = { 0 };
  gint64 due = 0;

  tonus_autosave_edited (&saver, SECOND);
  tonus_autosave_begin (&saver, TONUS_AUTOSAVE_DRAFT, 2 * SECOND);
  tonus_autosave_failed (&saver, TONUS_AUTOSAVE_DRAFT, 2 * SECOND);
  g_assert_cmpint (tonus_autosave_next (&saver, &due), ==, TONUS_AUTOSAVE_DRAFT);
  g_assert_cmpint (due, >, 3 * SECOND);
  g_assert_cmpint (due, <=, 5 * SECOND);
  g_assert_true (tonus_autosave_is_dirty (&saver));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/autosave/draft-after-pause", test_draft_after_pause);
  g_test_add_func ("/ui/autosave/steady-typing", test_steady_typing);
  g_test_add_func ("/ui/autosave/revisions-apart", test_revisions_apart);
  g_test_add_func ("/ui/autosave/failure-is-tried-again", test_failure_is_tried_again);
  return g_test_run ();
}
