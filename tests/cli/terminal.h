/* terminal.h - tonusctl run as a person or a script would run it, in a world of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every Terminal has a scratch folder, which is also the working directory, home and every XDG
 * folder of what runs in it.  The program is the one named by the environment variable TONUSCTL.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *root;       /* the scratch folder */
  const char *lang; /* LC_ALL of what runs; may be changed */
  const char *zone; /* TZ likewise */

  /* Of the last run */
  int status;
  GString *out;
  GString *err;
} Terminal;

Terminal *terminal_new (void);
void terminal_free (Terminal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Terminal, terminal_free)

/* Run tonusctl with @argv and @input (NULL: none) and wait; returns the exit code. */
int terminal_run_argv (Terminal *self, const char *input, const char *const *argv);

/* The same with the arguments listed; ends with NULL. */
int terminal_run (Terminal *self, const char *input, ...) G_GNUC_NULL_TERMINATED;

/* Runs and fails the test unless the exit is 0 and nothing was complained about.  The output, until
 * the next run. */
const char *terminal_do (Terminal *self, const char *input, ...) G_GNUC_NULL_TERMINATED;

/* A practice "p" with one therapist, whose id it returns; a patient in it.  (transfer full) */
char *terminal_new_practice (Terminal *self);
char *terminal_new_patient (Terminal *self);

/* Lines of the last standard error; 0: nothing. */
guint terminal_count_complaints (Terminal *self);

/* The field at @column of line @line (0 is the header) of the last output.  (transfer full) */
char *terminal_get_cell (Terminal *self, guint line, guint column);
guint terminal_count_lines (Terminal *self);

/* A path in the scratch folder.  (transfer full) */
char *terminal_path (Terminal *self, const char *name);
void terminal_write (Terminal *self, const char *name, const char *text);

/* One line per file below @name: path, mode and hash of the bytes; "absent" if it is not there.
 * Equal listings, equal folders.  (transfer full) */
char *terminal_list_folder (Terminal *self, const char *name);

/* The names in folder @name that begin with @prefix and end with @suffix, sorted.  (transfer full)
 */
GPtrArray *
terminal_find_files (Terminal *self, const char *name, const char *prefix, const char *suffix);

G_END_DECLS
