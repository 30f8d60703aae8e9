/* terminal.c - tonusctl run as a person or a script would run it, in a world of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "terminal.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

Terminal *
terminal_new (void)
{
  g_autoptr (GError) error = NULL;
  Terminal *self = g_new0 (Terminal, 1);

  self->root = g_dir_make_tmp ("tonus-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->lang = g_getenv ("TONUS_TEST_COMMA") != NULL ? "de_DE.UTF-8" : "C.UTF-8";
  self->zone = "Europe/Madrid";
  self->out = g_string_new (NULL);
  self->err = g_string_new (NULL);
  return self;
}

static int
remove_one (const char *path, const struct stat *status, int type, struct FTW *where)
{
  return remove (path);
}

void
terminal_free (Terminal *self)
{
  nftw (self->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (self->root);
  g_string_free (self->out, TRUE);
  g_string_free (self->err, TRUE);
  g_free (self);
}

static GSubprocessLauncher *
make_launcher (Terminal *self)
{
  static const char *const folders[] = { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                         "XDG_STATE_HOME", "XDG_CACHE_HOME" };
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (self->root, "home", folders[i], NULL);
      g_subprocess_launcher_setenv (launcher, folders[i], folder, TRUE);
    }
  g_subprocess_launcher_setenv (launcher, "LC_ALL", self->lang, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", self->zone, TRUE);
  g_subprocess_launcher_setenv (launcher, "TONUS_TODAY", "2026-11-23", TRUE);
  g_subprocess_launcher_set_cwd (launcher, self->root);
  return launcher;
}

int
terminal_run_argv (Terminal *self, const char *input, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, g_getenv ("TONUSCTL"));
  g_strv_builder_addv (builder, (const char **) argv);
  g_auto (GStrv) line = g_strv_builder_end (builder);
  g_autoptr (GSubprocess) process =
      g_subprocess_launcher_spawnv (launcher, (const char *const *) line, &error);
  g_assert_no_error (error);

  g_autoptr (GBytes) in =
      g_bytes_new (input != NULL ? input : "", input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  /* A program that does not want its input closes it early; that is not what is tested. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  g_string_truncate (self->out, 0);
  g_string_truncate (self->err, 0);
  g_string_append_len (self->out, g_bytes_get_data (out, NULL), (gssize) g_bytes_get_size (out));
  g_string_append_len (self->err, g_bytes_get_data (err, NULL), (gssize) g_bytes_get_size (err));
  self->status = g_subprocess_get_exit_status (process);
  return self->status;
}

static int
run_list (Terminal *self, const char *input, va_list list)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *argument;

  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) argument);
  g_ptr_array_add (argv, NULL);
  return terminal_run_argv (self, input, (const char *const *) argv->pdata);
}

int
terminal_run (Terminal *self, const char *input, ...)
{
  va_list list;
  va_start (list, input);
  run_list (self, input, list);
  va_end (list);
  return self->status;
}

const char *
terminal_do (Terminal *self, const char *input, ...)
{
  va_list list;
  va_start (list, input);
  run_list (self, input, list);
  va_end (list);
  g_assert_cmpstr (self->err->str, ==, "");
  g_assert_cmpint (self->status, ==, 0);
  return self->out->str;
}

char *
terminal_new_practice (Terminal *self)
{
  terminal_do (self, NULL, "new", "p", "--clinic", "Praxis Müller", "--therapist", "A. Kim",
               "--credentials", "PT", NULL);
  return g_strchomp (g_strdup (self->out->str));
}

char *
terminal_new_patient (Terminal *self)
{
  terminal_do (self,
               "[Tonus]\nKind=patient\n\n[patient]\ngiven=Dana\nfamily=Reyes\nborn=1988-05-03\n",
               "record", "p", "-", NULL);
  return terminal_get_cell (self, 0, 0);
}

guint
terminal_count_complaints (Terminal *self)
{
  guint n = 0;
  for (const char *c = self->err->str; *c != '\0'; c++)
    n += *c == '\n' ? 1 : 0;
  return n;
}

guint
terminal_count_lines (Terminal *self)
{
  guint n = 0;
  for (const char *c = self->out->str; *c != '\0'; c++)
    n += *c == '\n' ? 1 : 0;
  return n;
}

char *
terminal_get_cell (Terminal *self, guint line, guint column)
{
  g_auto (GStrv) lines = g_strsplit (self->out->str, "\n", -1);
  g_assert_cmpuint (line, <, g_strv_length (lines));
  g_auto (GStrv) cells = g_strsplit (lines[line], "\t", -1);
  g_assert_cmpuint (column, <, g_strv_length (cells));
  return g_strdup (cells[column]);
}

/* --- files --- */

char *
terminal_path (Terminal *self, const char *name)
{
  return g_build_filename (self->root, name, NULL);
}

void
terminal_write (Terminal *self, const char *name, const char *text)
{
  g_autofree char *path = terminal_path (self, name);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
list_below (const char *path, const char *shown, GPtrArray *lines)
{
  GStatBuf status;

  if (g_lstat (path, &status) != 0)
    {
      g_ptr_array_add (lines, g_strdup_printf ("%s absent", shown));
      return;
    }
  if (S_ISDIR (status.st_mode))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;
      g_assert_nonnull (dir);
      g_ptr_array_add (lines, g_strdup_printf ("%s %o", shown, (guint) status.st_mode));
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *below = g_build_filename (path, name, NULL);
          g_autofree char *shown_below = g_build_filename (shown, name, NULL);
          list_below (below, shown_below, lines);
        }
      return;
    }

  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
  g_ptr_array_add (lines, g_strdup_printf ("%s %o %s", shown, (guint) status.st_mode, hash));
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
terminal_list_folder (Terminal *self, const char *name)
{
  g_autofree char *path = terminal_path (self, name);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  list_below (path, "", lines);
  g_ptr_array_sort (lines, compare_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (GStrv) lines->pdata);
}

GPtrArray *
terminal_find_files (Terminal *self, const char *name, const char *prefix, const char *suffix)
{
  g_autofree char *path = terminal_path (self, name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *found;

  g_assert_nonnull (dir);
  while ((found = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (found, prefix) && g_str_has_suffix (found, suffix))
      g_ptr_array_add (names, g_strdup (found));
  g_ptr_array_sort (names, compare_text);
  return names;
}
