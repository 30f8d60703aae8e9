/* tonus-call.c - one call of tonusctl: its arguments, what it prints, how it ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-call.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

struct _TonusCall
{
  const TonusCommand *command; /* borrowed from the table, which is for ever */
  GStrv argv;
  GPtrArray *arguments; /* (element-type utf8) */
  TonusExit worst;
};

TonusCall *
tonus_call_new (const TonusCommand *command, const char *const *argv)
{
  TonusCall *self = g_new0 (TonusCall, 1);
  self->command = command;
  self->argv = g_strdupv ((GStrv) argv);
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tonus_call_free (TonusCall *self)
{
  g_strfreev (self->argv);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

/* --- what it prints --- */

static void
flatten (char *text, const char *troublemakers)
{
  g_strdelimit (text, troublemakers, ' ');
}

void
tonus_complain (const char *text)
{
  g_autofree char *line = g_utf8_make_valid (text, -1);
  g_strchomp (line);
  flatten (line, "\r\n");
  fprintf (stderr, "tonusctl: %s\n", line);
}

void
tonus_call_complain (TonusCall *self, TonusExit exit, const char *format, ...)
{
  va_list list;
  va_start (list, format);
  g_autofree char *text = g_strdup_vprintf (format, list);
  va_end (list);
  tonus_complain (text);
  self->worst = MAX (self->worst, exit);
}

void
tonus_call_print (TonusCall *self, const char *format, ...)
{
  va_list list;
  va_start (list, format);
  g_autofree char *text = g_strdup_vprintf (format, list);
  va_end (list);
  fputs (text, stdout);
}

void
tonus_call_print_bytes (TonusCall *self, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  if (size > 0)
    fwrite (data, 1, size, stdout);
}

void
tonus_call_print_row (TonusCall *self, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *cell = g_strdup (cells[i] != NULL ? cells[i] : "");
      flatten (cell, "\t\r\n");
      fputs (cell, stdout);
      fputc (i + 1 < n_cells ? '\t' : '\n', stdout);
    }
}

TonusExit
tonus_finish_output (TonusExit exit)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit;

  g_autofree char *text = g_strdup_printf (
      _ ("the standard output could not be written: %s; what was printed is cut off"),
      g_strerror (errno));
  tonus_complain (text);
  return TONUS_EXIT_CANNOT;
}

/* --- how it ends --- */

/* What the practice answers is "refused"; what keeps the question from being asked is "cannot". */
static TonusExit
exit_of_store_error (TonusStoreError code)
{
  switch (code)
    {
    case TONUS_STORE_ERROR_UNCERTAIN:
      return TONUS_EXIT_WARNINGS;
    case TONUS_STORE_ERROR_DAMAGED:
    case TONUS_STORE_ERROR_NEWER:
    case TONUS_STORE_ERROR_STALE:
    case TONUS_STORE_ERROR_SIGNED:
    case TONUS_STORE_ERROR_REFUSED:
    case TONUS_STORE_ERROR_EXISTS:
      return TONUS_EXIT_REFUSED;
    case TONUS_STORE_ERROR_DISK:
    case TONUS_STORE_ERROR_NOT_A_PRACTICE:
    case TONUS_STORE_ERROR_NOT_AVAILABLE:
    case TONUS_STORE_ERROR_NOT_FOUND:
    case TONUS_STORE_ERROR_AMBIGUOUS:
      return TONUS_EXIT_CANNOT;
    }
  return TONUS_EXIT_CANNOT;
}

static TonusExit
exit_of_error (const GError *error)
{
  if (error->domain == TONUS_STORE_ERROR)
    return exit_of_store_error ((TonusStoreError) error->code);
  if (error->domain == TONUS_MODEL_ERROR || error->domain == TONUS_SCHEMA_ERROR)
    return TONUS_EXIT_REFUSED;
  return TONUS_EXIT_CANNOT;
}

TonusExit
tonus_call_fail (TonusCall *self, const GError *error)
{
  tonus_call_complain (self, exit_of_error (error), "%s", error->message);
  return self->worst;
}

TonusExit
tonus_call_end (TonusCall *self)
{
  return self->worst;
}

/* --- its arguments --- */

static GOptionContext *
make_context (TonusCall *self, const GOptionEntry *options, gboolean *help)
{
  const GOptionEntry help_option[] = { { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, help,
                                         N_ ("Show this help"), NULL },
                                       G_OPTION_ENTRY_NULL };
  GOptionContext *context = g_option_context_new (self->command->synopsis);

  /* The built-in --help would leave the process without flushing what was said so far. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (self->command->summary));
  if (self->command->details != NULL)
    g_option_context_set_description (context, _ (self->command->details));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_option, GETTEXT_PACKAGE);
  return context;
}

static void
print_help (TonusCall *self, GOptionContext *context)
{
  /* The usage line begins with the program's name, and the command belongs to it. */
  g_autofree char *name = g_strconcat ("tonusctl ", self->command->name, NULL);
  g_set_prgname (name);
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname ("tonusctl");
  g_strchomp (help);
  tonus_call_print (self, "%s\n", help);
}

static gboolean
take_arguments (TonusCall *self, GStrv left)
{
  const TonusCommand *command = self->command;
  gboolean is_past_options = FALSE;

  for (guint i = 0; left[i] != NULL; i++)
    if (!is_past_options && g_str_equal (left[i], "--"))
      is_past_options = TRUE;
    else
      g_ptr_array_add (self->arguments, g_strdup (left[i]));

  if (self->arguments->len >= command->n_least && self->arguments->len <= command->n_most)
    return TRUE;

  tonus_call_complain (self, TONUS_EXIT_CANNOT,
                       self->arguments->len < command->n_least
                           ? _ ("%s: an argument is missing; write: tonusctl %s %s")
                           : _ ("%s: too many arguments; write: tonusctl %s %s"),
                       command->name, command->name, command->synopsis);
  return FALSE;
}

gboolean
tonus_call_read (TonusCall *self, const GOptionEntry *options)
{
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = make_context (self, options, &help);

  /* GOption looks at what follows a program's name. */
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_strv_builder_add (builder, "tonusctl");
  g_strv_builder_addv (builder, (const char **) self->argv);
  g_auto (GStrv) line = g_strv_builder_end (builder);

  if (!g_option_context_parse_strv (context, &line, &error))
    {
      tonus_call_complain (self, TONUS_EXIT_CANNOT, _ ("%s: %s; see: tonusctl %s --help"),
                           self->command->name, error->message, self->command->name);
      return FALSE;
    }
  if (help)
    {
      print_help (self, context);
      return FALSE;
    }
  return take_arguments (self, line + 1);
}

const char *
tonus_call_get (TonusCall *self, guint index)
{
  return index < self->arguments->len ? g_ptr_array_index (self->arguments, index) : NULL;
}

TonusPractice *
tonus_call_open (TonusCall *self)
{
  return tonus_call_open_folder (self, tonus_call_get (self, 0));
}

TonusPractice *
tonus_call_open_folder (TonusCall *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  TonusPractice *practice = tonus_practice_open (tonus_io_real (), folder, &error);
  if (practice == NULL)
    {
      tonus_call_fail (self, error);
      return NULL;
    }

  GPtrArray *remarks = tonus_practice_get_remarks (practice);
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    tonus_call_complain (self, TONUS_EXIT_WARNINGS, "%s",
                         (const char *) g_ptr_array_index (remarks, i));
  return practice;
}

char *
tonus_call_resolve (TonusCall *self, TonusPractice *practice, guint index, const char *kind)
{
  g_autoptr (GError) error = NULL;
  char *id = tonus_practice_resolve (practice, tonus_call_get (self, index), kind, &error);
  if (id == NULL)
    tonus_call_fail (self, error);
  return id;
}
