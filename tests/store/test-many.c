/* test-many.c - killed while saving, and several programs on one visit: no acknowledged save is
 * lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-check.h"
#include "tonus-id.h"

/* One acknowledged save, written to the pipe in one piece. */
typedef struct
{
  char hash[TONUS_HASH_LENGTH + 1];
  guint process;
  guint serial;
} Receipt;

/* Saves the visit again and again, telling each success; never returns. */
static void
save_for_ever (Fixture *self, int pipe, guint process, guint n)
{
  g_autoptr (TonusPractice) practice = tonus_practice_open (tonus_io_real (), self->folder, NULL);

  for (guint serial = 0; n == 0 || serial < n;)
    {
      g_autofree char *text = g_strdup_printf ("process %u save %u", process, serial);
      tonus_practice_refresh (practice);
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = fixture_change (practice, self->visit, "history/complaint", text,
                                              self->therapist, &error);
      if (hash == NULL)
        _exit (3);
      Receipt receipt = { .process = process, .serial = serial };
      memcpy (receipt.hash, hash, TONUS_HASH_LENGTH);
      if (write (pipe, &receipt, sizeof receipt) != sizeof receipt)
        _exit (4);
      serial++;
    }
  _exit (0);
}

static pid_t
start (Fixture *self, int ends[2], guint process, guint n)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      save_for_ever (self, ends[1], process, n);
    }
  return child;
}

static void
read_receipts (int pipe, GArray *receipts)
{
  Receipt receipt;

  while (read (pipe, &receipt, sizeof receipt) == sizeof receipt)
    g_array_append_val (receipts, receipt);
}

/* Every acknowledged save is a revision with just its words. */
static void
check_receipts (Fixture *self, GArray *receipts)
{
  g_autoptr (TonusPractice) practice = fixture_open (self);

  for (guint i = 0; i < receipts->len; i++)
    {
      const Receipt *receipt = &g_array_index (receipts, Receipt, i);
      g_autofree char *text =
          g_strdup_printf ("process %u save %u", receipt->process, receipt->serial);
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusRecord) visit =
          tonus_practice_load (practice, self->visit, receipt->hash, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (tonus_record_get (visit, "history/complaint"), ==, text);
    }
}

static void
check_no_damage (Fixture *self)
{
  g_autoptr (TonusPractice) practice = fixture_open (self);
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      if (finding->level != TONUS_FINDING_NOTE)
        g_error ("%s: %s", finding->place, finding->message);
    }
}

static void
test_kill (void)
{
  Fixture *self = fixture_new_on_disk ();
  g_autoptr (GArray) receipts = g_array_new (FALSE, FALSE, sizeof (Receipt));
  g_autoptr (GRand) chance = g_rand_new_with_seed (9);
  guint n_kills = g_test_slow () ? 300 : 25;
  guint n_killed = 0;

  for (guint kill_number = 0; kill_number < n_kills; kill_number++)
    {
      int ends[2], status;
      Receipt first;
      g_assert_cmpint (pipe (ends), ==, 0);
      pid_t child = start (self, ends, kill_number, 0);
      close (ends[1]);
      /* It is at work when its first receipt comes; then at any moment of a save. */
      g_assert_cmpint (read (ends[0], &first, sizeof first), ==, sizeof first);
      g_array_append_val (receipts, first);
      gint64 until = g_get_monotonic_time () + g_rand_int_range (chance, 0, 4000);
      while (g_get_monotonic_time () < until)
        ;
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      n_killed += WIFSIGNALED (status);
      read_receipts (ends[0], receipts);
      close (ends[0]);
    }
  check_receipts (self, receipts);
  check_no_damage (self);
  g_test_message ("%u kills, %u acknowledged saves, 0 lost", n_killed, receipts->len);
  g_assert_cmpuint (n_killed, ==, n_kills);
  fixture_free (self);
}

/* How many were saved, all of them there afterwards. */
static guint
race (guint n_processes, guint n_saves)
{
  Fixture *self = fixture_new_on_disk ();
  g_autoptr (GArray) receipts = g_array_new (FALSE, FALSE, sizeof (Receipt));
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  for (guint i = 0; i < n_processes; i++)
    start (self, ends, i, n_saves / n_processes);
  close (ends[1]);
  read_receipts (ends[0], receipts);
  close (ends[0]);
  for (guint i = 0; i < n_processes; i++)
    {
      int status;
      g_assert_cmpint (waitpid (-1, &status, 0), >, 0);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  g_assert_cmpuint (receipts->len, ==, n_saves / n_processes * n_processes);
  check_receipts (self, receipts);
  check_no_damage (self);
  g_autoptr (TonusPractice) practice = fixture_open (self);
  g_autoptr (TonusObject) visit = tonus_practice_get_object (practice, self->visit, NULL);
  g_assert_cmpuint (visit->revisions->len, ==, receipts->len + 1);
  g_assert_false (visit->is_incomplete);
  if (!g_test_slow ())
    g_test_message ("%u processes, %u saves, 0 lost, %u versions side by side at the end",
                    n_processes, receipts->len, visit->heads->len);
  fixture_free (self);
  return receipts->len;
}

/* Each save reads the whole history, so many short races are worth more than one long one. */
static void
test_race (void)
{
  guint n_wanted = g_test_slow () ? 100000 : 1000;
  guint n_each = g_test_slow () ? 250 : 126;
  guint n_saved = 0, n_races = 0;

  for (guint processes = 2; n_saved < n_wanted; processes = processes < 4 ? processes + 1 : 2)
    {
      n_saved += race (processes, processes == 4 ? n_each * 4 : n_each * 2);
      n_races++;
    }
  g_test_message ("2 to 4 processes on one visit, %u races, %u saves, 0 lost", n_races, n_saved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/many/kill", test_kill);
  g_test_add_func ("/many/race", test_race);
  return g_test_run ();
}
