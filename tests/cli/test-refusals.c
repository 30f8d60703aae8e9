/* test-refusals.c - wrong calls: the exit code, one line of complaint, and nothing changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib/gstdio.h>

#include "terminal.h"

/* In arguments, input and expectation, @P, @V and @T stand for the ids of the patient, the visit
 * and the therapist. */
typedef struct
{
  const char *name;
  const char *argv[10];
  const char *input; /* (nullable) */
  int exit;
  const char *says; /* part of the complaint */
} Refusal;

#define VISIT "[Tonus]\nKind=visit\nPatient=@P\n\n[visit]\nkind=treatment\ndate=2026-11-20\n\n"

/* Longer than a name may be. */
#define TEN "0123456789"
#define LONG TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static const Refusal refusals[] = {
  /* The call itself */
  { "no-command", { NULL }, NULL, 3, "--help" },
  { "unknown-command", { "lsit", "p", "patients" }, NULL, 3, "“list”" },
  { "option-first", { "--until", "demo", "x" }, NULL, 3, "--help" },
  { "unknown-option", { "show", "p", "@V", "--loud" }, NULL, 3, "--loud" },
  { "too-few", { "show", "p" }, NULL, 3, "tonusctl show FOLDER OBJECT" },
  { "too-many", { "show", "p", "@V", "@V" }, NULL, 3, "too many" },
  { "not-a-number", { "generate", "x", "--patients", "many" }, NULL, 3, "many" },

  /* new, demo, generate */
  { "new-without-name",
    { "new", "x", "--therapist", "A", "--credentials", "PT" },
    NULL,
    3,
    "--clinic" },
  { "new-empty-name",
    { "new", "x", "--clinic", "", "--therapist", "A", "--credentials", "PT" },
    NULL,
    3,
    "--clinic" },
  { "new-not-utf8",
    { "new", "x", "--clinic", "M\xfcller", "--therapist", "A", "--credentials", "P" },
    NULL,
    3,
    "UTF-8" },
  { "new-long",
    { "new", "x", "--clinic", LONG, "--therapist", "A", "--credentials", "PT" },
    NULL,
    2,
    "--clinic" },
  { "new-not-empty",
    { "new", "p", "--clinic", "C", "--therapist", "A", "--credentials", "PT" },
    NULL,
    2,
    "not empty" },
  { "new-in-file",
    { "new", "file/x", "--clinic", "C", "--therapist", "A", "--credentials", "P" },
    NULL,
    3,
    "file" },
  { "demo-not-empty", { "demo", "p" }, NULL, 2, "not empty" },
  { "demo-no-date", { "demo", "x", "--today", "31.02.2026" }, NULL, 3, "31.02.2026" },
  { "demo-negative", { "demo", "x", "--until", "-1" }, NULL, 3, "--until" },
  { "generate-nothing", { "generate", "x" }, NULL, 3, "--patients" },
  { "generate-nobody",
    { "generate", "x", "--patients", "0", "--visits", "5" },
    NULL,
    3,
    "--patients" },
  { "generate-not-empty",
    { "generate", "p", "--patients", "1", "--visits", "1" },
    NULL,
    2,
    "not empty" },

  /* Folders that are none */
  { "no-folder", { "list", "nowhere", "patients" }, NULL, 3, "nowhere" },
  { "no-practice", { "list", "empty", "patients" }, NULL, 3, "empty" },
  { "file-as-folder", { "list", "file", "patients" }, NULL, 3, "file" },
  { "check-no-practice", { "check", "empty" }, NULL, 3, "empty" },
  { "copy-no-practice", { "copy", "empty", "x" }, NULL, 3, "empty" },
  { "copy-not-empty", { "copy", "p", "full" }, NULL, 2, "full" },
  { "copy-into-file", { "copy", "p", "file" }, NULL, 3, "file" },

  /* list, show, explain */
  { "list-what", { "list", "p", "people" }, NULL, 3, "visits PATIENT" },
  { "list-nobody", { "list", "p", "visits" }, NULL, 3, "visits PATIENT" },
  { "list-somebody", { "list", "p", "patients", "@P" }, NULL, 3, "visits PATIENT" },
  { "list-missing", { "list", "p", "visits", "zzzzzzzz" }, NULL, 3, "zzzzzzzz" },
  { "list-not-patient", { "list", "p", "visits", "@V" }, NULL, 3, "@V" },
  { "show-missing", { "show", "p", "zzzzzzzz" }, NULL, 3, "zzzzzzzz" },
  { "show-short", { "show", "p", "abc" }, NULL, 3, "abc" },
  { "show-two-lines", { "show", "p", "zzzz\nzzzz" }, NULL, 3, "zzzz zzzz" },
  { "show-no-revision", { "show", "p", "@V", "--revision", "000000" }, NULL, 3, "000000" },
  { "show-short-revision", { "show", "p", "@V", "--revision", "0" }, NULL, 3, "too short" },
  { "explain-typo", { "explain", "pian/now" }, NULL, 3, "“pain/now”" },
  { "explain-nothing", { "explain", "" }, NULL, 3, "“”" },
  { "explain-bad-row", { "explain", "rom/hip-flexion.right.sideways/value" }, NULL, 3, "sideways" },

  /* record: what is in the text */
  { "unknown-section", { "record", "p", "-" }, VISIT "[mood]\nnow=3\n", 2, "mood/now" },
  { "unknown-field", { "record", "p", "-" }, VISIT "[pain]\nlater=3\n", 2, "pain/later" },
  { "unknown-row", { "record", "p", "-" }, VISIT "[rom/tail.right.passive]\nvalue=3\n", 2, "tail" },
  { "wrong-kind-of-value", { "record", "p", "-" }, VISIT "[pain]\nnow=much\n", 2, "pain/now" },
  { "out-of-range", { "record", "p", "-" }, VISIT "[pain]\nnow=11\n", 2, "pain/now" },
  { "row-out-of-range",
    { "record", "p", "-" },
    VISIT "[rom/hip-flexion.right.passive]\nvalue=999\n",
    2,
    "rom/hip-flexion.right.passive/value" },
  { "no-such-choice",
    { "record", "p", "-" },
    VISIT "[rom/hip-flexion.right.passive]\nend-feel=crunchy\n",
    2,
    "end-feel" },
  { "no-such-day",
    { "record", "p", "-" },
    "[Tonus]\nKind=visit\nPatient=@P\n\n[visit]\ndate=2026-02-30\n",
    2,
    "visit/date" },
  { "no-such-reason", { "record", "p", "-" }, VISIT "[pain]\nnow=~sleepy\n", 2, "pain/now" },
  { "section-of-another-kind",
    { "record", "p", "-" },
    VISIT "[patient]\ngiven=Dana\n",
    2,
    "patient" },
  { "no-episode", { "record", "p", "-" }, VISIT "[visit]\n", 2, "visit" },
  { "no-record", { "record", "p", "-" }, "hello\n", 2, "line 1" },
  { "empty", { "record", "p", "-" }, "", 2, "[Tonus]" },
  { "no-kind", { "record", "p", "-" }, "[Tonus]\nPatient=@P\n\n[pain]\nnow=3\n", 2, "Kind" },
  { "unknown-kind", { "record", "p", "-" }, "[Tonus]\nKind=dream\nPatient=@P\n", 2, "dream" },
  { "no-patient", { "record", "p", "-" }, "[Tonus]\nKind=visit\n\n[pain]\nnow=3\n", 2, "Patient" },
  { "missing-patient",
    { "record", "p", "-" },
    "[Tonus]\nKind=visit\nPatient=@T\n\n[pain]\nnow=3\n",
    2,
    "atient" },
  { "stale-parent",
    { "record", "p", "-" },
    "[Tonus]\nKind=visit\nObject=@V\nPatient=@P\nParents=0123456789abcdef0123456789abcdef01234567;"
    "\n\n[pain]\nnow=3\n",
    2,
    "Parents" },
  { "object-of-another-kind",
    { "record", "p", "-" },
    "[Tonus]\nKind=episode\nObject=@V\nPatient=@P\n\n[episode]\ntitle=x\n",
    2,
    "Kind" },
  { "broken-catalogue",
    { "record", "p", "-" },
    "[Tonus]\nKind=catalogue\n\n[motion/mine]\nLabel=Mine\n",
    2,
    "mine" },

  /* record: where it is, and who writes */
  { "record-no-file", { "record", "p", "absent.txt" }, NULL, 3, "absent.txt" },
  { "record-folder", { "record", "p", "empty" }, NULL, 3, "empty" },
  { "record-nobody", { "record", "p", "-", "--as", "zzzzzzzz" }, VISIT, 3, "zzzzzzzz" },
  { "record-not-therapist", { "record", "p", "-", "--as", "@P" }, VISIT, 3, "@P" },

  /* Exercise libraries */
  { "import-rights", { "import", "p", "absent.json" }, NULL, 3, "--rights" },
  { "import-nothing", { "import", "p", "--rights" }, NULL, 3, "file" },
  { "import-absent", { "import", "p", "absent.json", "--rights" }, NULL, 3, "absent.json" },
  { "import-no-library", { "import", "p", "file", "--rights" }, NULL, 2, "JSON" },
  { "import-none-there", { "import", "p", "--remove", "wger" }, NULL, 3, "wger" },

  /* Documents */
  { "note-missing", { "note", "p", "zzzzzzzz", "out.pdf" }, NULL, 3, "zzzzzzzz" },
  { "note-of-patient", { "note", "p", "@P", "out.pdf" }, NULL, 3, "@P" },
  { "note-paper", { "note", "p", "@V", "out.pdf", "--paper", "a5" }, NULL, 3, "a5" },
  { "note-into-file", { "note", "p", "@V", "file/out.pdf" }, NULL, 3, "file" },
  { "note-onto-folder", { "note", "p", "@V", "empty" }, NULL, 3, "empty" },
  { "handout-none", { "handout", "p", "@P", "out.pdf" }, NULL, 3, "program" },
  { "handout-missing", { "handout", "p", "zzzzzzzz", "out.pdf" }, NULL, 3, "zzzzzzzz" },
  { "handout-episode",
    { "handout", "p", "@P", "out.pdf", "--episode", "zzzzzzzz" },
    NULL,
    3,
    "zzzzzzzz" },
  { "handout-version", { "handout", "p", "@P", "out.pdf", "--program", "-2" }, NULL, 3, "-2" },
};

typedef struct
{
  Terminal *terminal;
  char *patient, *visit, *therapist;
} World;

static char *
put_in_ids (const World *world, const char *text)
{
  g_autoptr (GString) out = g_string_new (text);
  g_string_replace (out, "@P", world->patient, 0);
  g_string_replace (out, "@V", world->visit, 0);
  g_string_replace (out, "@T", world->therapist, 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Made once for all rows: that nothing changes it is what the rows show. */
static World *
get_world (void)
{
  static World world;

  if (world.terminal != NULL)
    return &world;
  world.terminal = terminal_new ();
  world.therapist = terminal_new_practice (world.terminal);
  world.patient = terminal_new_patient (world.terminal);
  world.visit = g_strdup ("");
  g_autofree char *text = put_in_ids (&world, VISIT);
  terminal_do (world.terminal, text, "record", "p", "-", NULL);
  g_free (world.visit);
  world.visit = terminal_get_cell (world.terminal, 0, 0);

  terminal_write (world.terminal, "file", "a file where a folder should be\n");
  g_autofree char *empty = terminal_path (world.terminal, "empty");
  g_autofree char *full = terminal_path (world.terminal, "full");
  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (full, 0700), ==, 0);
  terminal_write (world.terminal, "full/mine.txt", "do not touch\n");
  return &world;
}

static void
clear_world (World *world)
{
  terminal_free (world->terminal);
  g_free (world->patient);
  g_free (world->visit);
  g_free (world->therapist);
}

/* Everything but the home folder, where caches may come and go. */
static char *
list_everything (Terminal *terminal)
{
  static const char *const places[] = { "p", "empty", "full", "file", "x", "out.pdf" };
  g_autoptr (GString) listing = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *one = terminal_list_folder (terminal, places[i]);
      g_string_append_printf (listing, "%s:\n%s\n", places[i], one);
    }
  return g_string_free (g_steal_pointer (&listing), FALSE);
}

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  World *world = get_world ();
  Terminal *terminal = world->terminal;
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *input = refusal->input != NULL ? put_in_ids (world, refusal->input) : NULL;
  g_autofree char *says = put_in_ids (world, refusal->says);
  g_autofree char *before = list_everything (terminal);

  for (guint i = 0; i < G_N_ELEMENTS (refusal->argv) && refusal->argv[i] != NULL; i++)
    g_ptr_array_add (argv, put_in_ids (world, refusal->argv[i]));
  g_ptr_array_add (argv, NULL);
  terminal_run_argv (terminal, input, (const char *const *) argv->pdata);

  g_autofree char *after = list_everything (terminal);
  g_test_message ("%s", terminal->err->str);
  g_assert_cmpint (terminal->status, ==, refusal->exit);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
  g_assert_true (g_str_has_prefix (terminal->err->str, "tonusctl: "));
  g_assert_true (g_utf8_validate (terminal->err->str, -1, NULL));
  g_assert_nonnull (strstr (terminal->err->str, says));
  g_assert_cmpstr (terminal->out->str, ==, "");
  g_assert_cmpstr (before, ==, after);
}

/* Every value that is refused is named, each on a line of its own. */
static void
test_many (void)
{
  World *world = get_world ();
  g_autofree char *text =
      put_in_ids (world, VISIT "[pain]\nnow=11\nbest=-1\nlater=1\n\n"
                               "[rom/hip-flexion.right.passive]\nvalue=7,5\n\n[mood]\nnow=1\n");
  static const char *const paths[] = { "pain/now", "pain/best", "pain/later",
                                       "rom/hip-flexion.right.passive/value", "mood/now" };
  g_autofree char *before = list_everything (world->terminal);

  terminal_run (world->terminal, text, "record", "p", "-", NULL);
  g_assert_cmpint (world->terminal->status, ==, 2);
  g_assert_cmpuint (terminal_count_complaints (world->terminal), ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_nonnull (strstr (world->terminal->err->str, paths[i]));
  g_autofree char *after = list_everything (world->terminal);
  g_assert_cmpstr (before, ==, after);
}

/* With two therapists nobody is guessed to be the author. */
static void
test_two_therapists (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  g_autofree char *first = terminal_new_practice (terminal);
  const char *patient = "[Tonus]\nKind=patient\n\n[patient]\ngiven=Dana\n";

  terminal_do (terminal, "[Tonus]\nKind=therapist\n\n[therapist]\nname=B. Lee\n", "record", "p",
               "-", NULL);
  g_autofree char *second = terminal_get_cell (terminal, 0, 0);
  terminal_run (terminal, patient, "record", "p", "-", NULL);
  g_assert_cmpint (terminal->status, ==, 3);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
  g_assert_nonnull (strstr (terminal->err->str, "--as"));
  terminal_do (terminal, patient, "record", "p", "-", "--as", second, NULL);

  /* One who has left is not asked for. */
  g_autofree char *left = g_strdup_printf (
      "[Tonus]\nKind=therapist\nObject=%s\n\n[therapist]\nname=B. Lee\nactive=no\n", second);
  terminal_do (terminal, left, "record", "p", "-", "--as", first, NULL);
  terminal_do (terminal, patient, "record", "p", "-", NULL);
}

/* A list that did not reach its reader is not a success. */
static void
test_full_output (void)
{
  World *world = get_world ();
  g_autoptr (GError) error = NULL;
  g_autofree char *command = g_strdup_printf ("\"$TONUSCTL\" show '%s/p' %s > /dev/full",
                                              world->terminal->root, world->visit);
  const char *argv[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *complaint = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &complaint, &status, &error));
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (status, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, 3);
  g_assert_true (g_str_has_prefix (complaint, "tonusctl: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/refusals/", refusals[i].name, NULL);
      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/cli/refusals-together", test_many);
  g_test_add_func ("/cli/two-therapists", test_two_therapists);
  g_test_add_func ("/cli/full-output", test_full_output);
  int failed = g_test_run ();
  clear_world (get_world ());
  return failed;
}
