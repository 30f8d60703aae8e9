/* test-faults.c - whole flows with every call failing once in every way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After each: the old or the new record is there, whole; an error was reported if it was not done;
 * nothing that is no practice passes for one; and saving works afterwards.  The short form takes
 * every eleventh call, -m slow all.
 */
#include <string.h>

#include <glib.h>

#include "fault-flow.h"
#include "fixture.h"
#include "tonus-check.h"
#include "tonus-draft.h"

#define SHORT_STEP 11

/* What each point starts from: a copy of one practice made once for each flow. */
static Fixture *model;
static guint n_total;

typedef struct
{
  char *parent;
  char *folder;
} Start;

static gpointer
start_anew (void)
{
  Start *start = g_new (Start, 1);

  start->parent = scratch_make ();
  start->folder = g_build_filename (start->parent, "practice", NULL);
  scratch_copy (model->folder, start->folder);
  return start;
}

static gpointer
start_empty (void)
{
  Start *start = g_new (Start, 1);

  start->parent = scratch_make ();
  start->folder = g_build_filename (start->parent, "practice", NULL);
  return start;
}

static void
end (gpointer data)
{
  Start *start = data;

  scratch_remove (start->parent);
  g_free (start->parent);
  g_free (start->folder);
  g_free (start);
}

static TonusPractice *
open_calmly (Start *start)
{
  g_autoptr (GError) error = NULL;
  TonusPractice *practice = tonus_practice_open (tonus_io_real (), start->folder, &error);

  g_assert_no_error (error);
  return practice;
}

static void
check_sound (TonusPractice *practice)
{
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      if (finding->level != TONUS_FINDING_NOTE)
        g_error ("%s: %s", finding->place, finding->message);
    }
}

/* --- the next revision --- */

/* All of it, from opening to saving, meets the faults. */
static gboolean
run_next (TonusIo *io, gpointer data, GError **error)
{
  Start *start = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (io, start->folder, error);
  g_autoptr (TonusRecord) visit =
      practice != NULL ? tonus_practice_load (practice, model->visit, NULL, error) : NULL;

  if (visit == NULL)
    return FALSE;
  fixture_set (visit, "pain/now", "1");
  return tonus_practice_save (practice, visit, NULL, model->therapist, NULL, error);
}

static void
check_next (gpointer data, FlowResult result)
{
  g_autoptr (TonusPractice) practice = open_calmly (data);
  g_autoptr (TonusRecord) visit = tonus_practice_load (practice, model->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (visit);
  const char *now = tonus_record_get (visit, "pain/now");
  g_assert_true (strcmp (now, "4") == 0 || strcmp (now, "1") == 0);
  g_assert_true (result != FLOW_DONE || strcmp (now, "1") == 0);
  check_sound (practice);
  fixture_set (visit, "pain/now", "0");
  g_assert_true (tonus_practice_save (practice, visit, NULL, model->therapist, NULL, &error));
  g_assert_no_error (error);
}

/* --- a new patient --- */

#define JO "jojojojojojojojojojojojojo"

static gboolean
run_patient (TonusIo *io, gpointer data, GError **error)
{
  Start *start = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (io, start->folder, error);

  if (practice == NULL)
    return FALSE;
  g_autoptr (TonusRecord) record =
      tonus_record_new (tonus_practice_get_schema (practice), "patient", JO);
  fixture_set (record, "patient/given", "Jo");
  return tonus_practice_save (practice, record, NULL, NULL, NULL, error);
}

static void
check_patient (gpointer data, FlowResult result)
{
  g_autoptr (TonusPractice) practice = open_calmly (data);
  g_autoptr (TonusRecord) jo = tonus_practice_load (practice, JO, NULL, NULL);

  g_assert_true (result != FLOW_DONE || jo != NULL);
  check_sound (practice);
  if (jo == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (run_patient (tonus_io_real (), data, &error));
      g_assert_no_error (error);
    }
}

/* --- a new practice --- */

static gboolean
run_create (TonusIo *io, gpointer data, GError **error)
{
  Start *start = data;
  g_autoptr (TonusPractice) practice =
      tonus_practice_create (io, start->folder, "Hillside", "Ana", "PT", NULL, error);

  return practice != NULL;
}

static void
check_create (gpointer data, FlowResult result)
{
  Start *start = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (tonus_io_real (), start->folder, NULL);

  g_assert_true (result != FLOW_DONE || practice != NULL);
  if (practice != NULL)
    {
      g_autoptr (GPtrArray) own = tonus_practice_list_objects (practice, NULL, NULL, NULL);
      g_assert_cmpuint (own->len, ==, 2);
      check_sound (practice);
      return;
    }
  /* Whoever was not killed has left nothing behind, and tries again. */
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) again = tonus_practice_create (tonus_io_real (), start->folder,
                                                           "Hillside", "Ana", "PT", NULL, &error);
  if (result == FLOW_FAILED)
    g_assert_no_error (error);
}

/* --- a draft --- */

static gboolean
run_draft (TonusIo *io, gpointer data, GError **error)
{
  Start *start = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (io, start->folder, error);
  g_autoptr (TonusRecord) visit =
      practice != NULL ? tonus_practice_load (practice, model->visit, NULL, error) : NULL;

  if (visit == NULL)
    return FALSE;
  fixture_set (visit, "pain/now", "1");
  TonusPendingDraft *pending = tonus_draft_prepare (practice, visit, NULL);
  gboolean done = tonus_pending_draft_save (pending, error);
  tonus_pending_draft_free (pending);
  return done;
}

static void
check_draft (gpointer data, FlowResult result)
{
  g_autoptr (TonusPractice) practice = open_calmly (data);
  g_autoptr (GPtrArray) drafts = tonus_draft_list (practice);

  g_assert_cmpuint (tonus_practice_get_remarks (practice)->len, ==, 0);
  g_assert_true (result != FLOW_DONE || drafts->len == 1);
  if (drafts->len > 0)
    g_assert_cmpstr (tonus_record_get (((TonusDraft *) drafts->pdata[0])->record, "pain/now"), ==,
                     "1");
  check_sound (practice);
  g_assert_true (tonus_draft_remove (practice, model->visit, NULL));
}

/* --- a copy --- */

static gboolean
run_copy (TonusIo *io, gpointer data, GError **error)
{
  Start *start = data;
  g_autofree char *target = g_build_filename (start->parent, "copy", NULL);
  g_autoptr (TonusPractice) practice = tonus_practice_open (io, start->folder, error);

  return practice != NULL && tonus_copy_practice (practice, target, NULL, NULL, error);
}

static void
check_copy (gpointer data, FlowResult result)
{
  Start *start = data;
  g_autofree char *target = g_build_filename (start->parent, "copy", NULL);
  g_autoptr (TonusPractice) copy = tonus_practice_open (tonus_io_real (), target, NULL);
  g_autoptr (TonusPractice) practice = open_calmly (data);

  g_assert_true (result != FLOW_DONE || copy != NULL);
  check_sound (practice);
  if (copy == NULL)
    return;
  g_autoptr (TonusRecord) visit = tonus_practice_load (copy, model->visit, NULL, NULL);
  g_assert_nonnull (visit);
  check_sound (copy);
}

/* What opening meets on the way may leave it with remarks, never with a wrong answer. */
static void
test_flow (gconstpointer data)
{
  const Flow *flow = data;
  /* Not before: what GLib knows of the user's folders is this test's only from here on. */
  model = fixture_new_on_disk ();
  FlowTally tally = flow_fail_here_and_there (flow, g_test_slow () ? 1 : SHORT_STEP);

  g_test_message ("%s: %u points of failure, %u reported, %u survived, %u killed", flow->name,
                  tally.points, tally.failed, tally.done, tally.killed);
  g_assert_cmpuint (tally.failed, >, g_test_slow () ? 100 : 8);
  g_assert_cmpuint (tally.killed, >, g_test_slow () ? 50 : 3);
  n_total += tally.points;
  g_clear_pointer (&model, fixture_free);
}

int
main (int argc, char **argv)
{
  static const Flow flows[] = {
    { "next-revision", start_anew, run_next, check_next, end },
    { "new-patient", start_anew, run_patient, check_patient, end },
    { "new-practice", start_empty, run_create, check_create, end },
    { "draft", start_anew, run_draft, check_draft, end },
    { "copy", start_anew, run_copy, check_copy, end },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/", flows[i].name, NULL);
      g_test_add_data_func (path, &flows[i], test_flow);
    }
  int status = g_test_run ();
  g_test_message ("%u points of failure, no acknowledged record lost", n_total);
  g_assert_cmpuint (n_total, >=, g_test_slow () ? 3000 : 400);
  return status;
}
