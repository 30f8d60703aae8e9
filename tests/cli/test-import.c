/* test-import.c - an exercise library into a practice, out again, and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <sys/stat.h>

#include "picture-maker.h"
#include "terminal.h"

#define CALF "x-fed-calf-stretch"

static char *samples;

static Terminal *
make_practice (void)
{
  Terminal *terminal = terminal_new ();

  g_free (terminal_new_practice (terminal));
  return terminal;
}

static char *
get_sample (const char *name)
{
  return g_build_filename (samples, name, NULL);
}

/* A program with an imported exercise; TRUE: it was taken, and out.pdf is its handout. */
static gboolean
prescribe (Terminal *terminal, const char *exercise)
{
  g_autofree char *patient = terminal_new_patient (terminal);
  g_autofree char *episode = g_strdup_printf ("[Tonus]\nKind=episode\nPatient=%s\n\n"
                                              "[episode]\ntitle=Calf\n",
                                              patient);
  g_autofree char *id = NULL, *program = NULL;

  terminal_do (terminal, episode, "record", "p", "-", NULL);
  id = terminal_get_cell (terminal, 0, 0);
  program = g_strdup_printf ("[Tonus]\nKind=program\nPatient=%s\n\n[program]\nepisode=%s\n\n"
                             "[home/abcdefgh]\nexercise=%s\nreps=3\n",
                             patient, id, exercise);
  if (terminal_run (terminal, program, "record", "p", "-", NULL) != 0)
    return FALSE;
  terminal_run (terminal, NULL, "handout", "p", patient, "out.pdf", NULL);
  /* The clinic has no phone, and a band no colour. */
  g_assert_cmpuint (terminal_count_complaints (terminal), >=, 1);
  return TRUE;
}

static void
test_in_and_out (void)
{
  g_autoptr (Terminal) terminal = make_practice ();
  g_autofree char *file = get_sample ("free.json");
  g_autofree char *count = NULL, *known = NULL;

  g_assert_false (prescribe (terminal, CALF));
  terminal_do (terminal, NULL, "import", "p", file, "--rights", NULL);
  count = terminal_get_cell (terminal, 1, 1);
  g_assert_cmpstr (count, ==, "2");
  g_assert_true (prescribe (terminal, CALF));
  /* Once more: nothing is added, and nothing is written. */
  terminal_do (terminal, NULL, "import", "p", file, "--rights", NULL);
  known = terminal_get_cell (terminal, 1, 2);
  g_assert_cmpstr (known, ==, "2");
  /* Out of the library, but whoever has it keeps it. */
  terminal_do (terminal, NULL, "import", "p", "--remove", "free-exercise-db", NULL);
  g_assert_true (prescribe (terminal, CALF));
  terminal_do (terminal, NULL, "import", "p", "--bring-back", "free-exercise-db", NULL);
  g_assert_true (prescribe (terminal, CALF));
  terminal_do (terminal, NULL, "check", "p", NULL);
}

static char *
read_handout (Terminal *terminal)
{
  g_autofree char *path = terminal_path (terminal, "out.pdf");
  const char *const argv[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return text;
}

/* What the licence asks for stands on the paper; where it asks for nothing, nothing does. */
static void
test_credit (void)
{
  g_autoptr (Terminal) terminal = make_practice ();
  g_autofree char *folder = get_sample ("wger");
  g_autofree char *shared = NULL, *given_away = NULL;

  terminal_do (terminal, NULL, "import", "p", folder, "--rights", NULL);
  g_assert_true (prescribe (terminal, "x-wger-0000000000004000800000000000000a"));
  shared = read_handout (terminal);
  g_assert_nonnull (strstr (shared, "Hip lift"));
  g_assert_nonnull (strstr (shared, "© Ada, wger.de, CC-BY-SA 4.0"));
  g_assert_true (prescribe (terminal, "x-wger-0000000000004000800000000000000b"));
  given_away = read_handout (terminal);
  g_assert_null (strstr (given_away, "wger.de"));
}

static void
test_wger (void)
{
  g_autoptr (Terminal) terminal = make_practice ();
  g_autofree char *folder = get_sample ("wger");
  g_autofree char *count = NULL, *passed = NULL;

  terminal_do (terminal, NULL, "import", "p", folder, "--rights", NULL);
  count = terminal_get_cell (terminal, 1, 1);
  g_assert_nonnull (strstr (terminal->out->str, "no-name-or-steps"));
  passed = terminal_get_cell (terminal, 1, 3);
  g_assert_cmpstr (count, ==, "2");
  g_assert_cmpstr (passed, ==, "1");
}

#define LIBRARY                                                                                    \
  "[{\"id\":\"lift\",\"name\":\"Lift\",\"instructions\":[\"Lift.\"],\"images\":["                  \
  "\"lift/0.jpg\",\"lift/1.jpg\"]}]"

/* A library's folder: one picture, and one that is none. */
static void
write_library (Terminal *terminal)
{
  static const char *const folders[] = { "lib", "lib/dist", "lib/exercises", "lib/exercises/lift" };
  g_autoptr (GBytes) photo = picture_make_jpeg (1600, 1200, 6);
  g_autofree char *path = terminal_path (terminal, "lib/exercises/lift/0.jpg");

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = terminal_path (terminal, folders[i]);

      g_assert_cmpint (mkdir (folder, 0700), ==, 0);
    }
  terminal_write (terminal, "lib/dist/exercises.json", LIBRARY);
  terminal_write (terminal, "lib/exercises/lift/1.jpg", "no picture");
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (photo, NULL),
                                      (gssize) g_bytes_get_size (photo), NULL));
}

static void
check_cell (Terminal *terminal, guint column, const char *expected)
{
  g_autofree char *cell = terminal_get_cell (terminal, 1, column);

  g_assert_cmpstr (cell, ==, expected);
}

/* The folder's pictures come along; what came without them before has them afterwards. */
static void
test_pictures (void)
{
  g_autoptr (Terminal) terminal = make_practice ();
  g_autofree char *kept = NULL;

  write_library (terminal);
  terminal_do (terminal, NULL, "import", "p", "lib/dist/exercises.json", "--rights", NULL);
  check_cell (terminal, 1, "1");
  check_cell (terminal, 4, "0");
  g_assert_cmpint (
      terminal_run (terminal, NULL, "figure", "x-fed-lift", "a.png", "--practice", "p", NULL), !=,
      0);
  terminal_do (terminal, NULL, "import", "p", "lib", "--rights", NULL);
  check_cell (terminal, 2, "1");
  check_cell (terminal, 4, "1");
  check_cell (terminal, 5, "1");
  terminal_do (terminal, NULL, "figure", "x-fed-lift", "a.png", "--practice", "p", NULL);
  g_assert_true (prescribe (terminal, "x-fed-lift"));
  terminal_do (terminal, NULL, "check", "p", NULL);
  kept = terminal_list_folder (terminal, "p/pictures");
  g_assert_nonnull (strstr (kept, ".jpg"));
}

/* What is refused leaves the practice as it was. */
static void
test_refused (void)
{
  g_autoptr (Terminal) terminal = make_practice ();
  g_autofree char *before = terminal_list_folder (terminal, "p"), *after = NULL;

  terminal_write (terminal, "cut.json", "[{\"name\":\"A\",\"instructions\":[\"b\"]},{\"name\"");
  g_assert_cmpint (terminal_run (terminal, NULL, "import", "p", "cut.json", "--rights", NULL), ==,
                   2);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
  after = terminal_list_folder (terminal, "p");
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  samples = argv[1];
  g_test_add_func ("/cli/import/in-and-out", test_in_and_out);
  g_test_add_func ("/cli/import/wger", test_wger);
  g_test_add_func ("/cli/import/credit", test_credit);
  g_test_add_func ("/cli/import/pictures", test_pictures);
  g_test_add_func ("/cli/import/refused", test_refused);
  return g_test_run ();
}
