/* tonus-commands.c - the table that the help, the parser and the tests are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <glib/gi18n.h>

const TonusCommand tonus_commands[] = {
  { .name = "new",
    .synopsis = "FOLDER",
    .summary = N_ ("Make an empty practice and print the therapist’s id."),
    .details = N_ ("FOLDER must not exist yet, or be empty.  All three names are needed."),
    .n_least = 1,
    .n_most = 1,
    .run = tonus_command_new },
  { .name = "demo",
    .synopsis = "FOLDER",
    .summary = N_ ("Make the demo practice: fictional patients with complete courses of care."),
    .n_least = 1,
    .n_most = 1,
    .run = tonus_command_demo },
  { .name = "list",
    .synopsis = "FOLDER patients | FOLDER visits PATIENT",
    .summary =
        N_ ("List patients, or the visits of one, as tab-separated values with a header line."),
    .details =
        N_ ("PATIENT is an id from the list of patients, or its first characters (at least 6)."),
    .n_least = 2,
    .n_most = 3,
    .run = tonus_command_list },
  { .name = "show",
    .synopsis = "FOLDER OBJECT",
    .summary = N_ ("Print a record exactly as it is on disk."),
    .details = N_ ("OBJECT is an id, or its first characters (at least 6) if no other begins so."),
    .n_least = 2,
    .n_most = 2,
    .run = tonus_command_show },
  { .name = "record",
    .synopsis = "FOLDER FILE",
    .summary =
        N_ ("Check a record’s text and save it as a new revision; print object, revision and "
            "hash."),
    .details =
        N_ ("FILE is “-” for standard input.  Its [Tonus] group needs Kind, and Patient for what\n"
            "belongs to a patient; with Object it becomes that object’s next revision.  If any\n"
            "value is refused, each is named and nothing is saved."),
    .n_least = 2,
    .n_most = 2,
    .run = tonus_command_record },
  { .name = "explain",
    .synopsis = "PATH",
    .summary = N_ ("Say what a field, section or list is, and where its values go."),
    .details = N_ ("PATH is for example pain/now, rom/hip-flexion.right.passive/value, rom or "
                   "motion."),
    .n_least = 1,
    .n_most = 1,
    .run = tonus_command_explain },
  { .name = "note",
    .synopsis = "FOLDER VISIT OUT.pdf",
    .summary = N_ ("Write the note of a visit as PDF."),
    .n_least = 3,
    .n_most = 3,
    .run = tonus_command_note },
  { .name = "handout",
    .synopsis = "FOLDER PATIENT OUT.pdf",
    .summary = N_ ("Write the home program that the patient takes along as PDF."),
    .n_least = 3,
    .n_most = 3,
    .run = tonus_command_handout },
  { .name = "figure",
    .synopsis = "EXERCISE OUT.pdf|OUT.png",
    .summary = N_ ("Draw the picture of an exercise."),
    .details = N_ ("EXERCISE is an id of the list exercise, or a file that ends in .pose."),
    .n_least = 2,
    .n_most = 2,
    .run = tonus_command_figure },
  { .name = "figures",
    .synopsis = "OUT.pdf [EXERCISE…]",
    .summary = N_ ("Draw the pictures of all exercises on sheets, with their names."),
    .n_least = 1,
    .n_most = 500,
    .run = tonus_command_figures },
  { .name = "check",
    .synopsis = "FOLDER",
    .summary = N_ ("Verify every file of a practice and explain each finding."),
    .details =
        N_ ("Findings are lines of level, place and message; the exit code is that of the worst:\n"
            "0 sound or notes only, 1 warnings, 2 damage."),
    .n_least = 1,
    .n_most = 1,
    .run = tonus_command_check },
  { .name = "copy",
    .synopsis = "FOLDER NEW",
    .summary =
        N_ ("Copy a practice to a new or empty folder, verify every file and print how many."),
    .n_least = 2,
    .n_most = 2,
    .run = tonus_command_copy },
  { .name = "import",
    .synopsis = "FOLDER FILE…",
    .summary = N_ ("Add the exercises of your own copy of free-exercise-db or wger."),
    .details =
        N_ ("FILE is exercises.json, or wger’s exercise-base-data.json with translations.json, or\n"
            "a folder that has them.  --rights is needed.  What is there already is passed over.\n"
            "--remove and --bring-back take a library’s name and no file."),
    .n_least = 1,
    .n_most = 64,
    .run = tonus_command_import },
  { .name = "generate",
    .synopsis = "FOLDER",
    .summary = N_ ("Make a practice of invented patients; the same seed gives the same bytes."),
    .details = N_ ("FOLDER must not exist yet, or be empty.  --patients and --visits are needed."),
    .n_least = 1,
    .n_most = 1,
    .run = tonus_command_generate },
  { .name = NULL }
};

const TonusCommand *
tonus_commands_find (const char *name)
{
  for (const TonusCommand *command = tonus_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}
