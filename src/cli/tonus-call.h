/* tonus-call.h - one call of tonusctl: its arguments, what it prints, how it ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command reads its line with tonus_call_read(), works, and returns tonus_call_end() or
 * tonus_call_fail().  Everything meant for a program goes to the standard output, every
 * complaint is one line on standard error: what, where, what now.  Both are always UTF-8,
 * whatever the locale says, for the output of one machine is read on another.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

/* The contract of every command, for scripts. */
typedef enum
{
  TONUS_EXIT_OK,
  TONUS_EXIT_WARNINGS, /* done; standard error says what deserves a look */
  TONUS_EXIT_REFUSED,  /* damage found, or the practice did not accept it */
  TONUS_EXIT_CANNOT    /* the call itself cannot run: usage, no such folder, no such object */
} TonusExit;

typedef struct _TonusCall TonusCall;
typedef struct _TonusCommand TonusCommand;

/* One row of the table of commands. */
struct _TonusCommand
{
  const char *name;     /* "list patients": one word or two */
  const char *synopsis; /* what follows the folder: "OBJECT" */
  const char *summary;  /* msgid */
  const char *details;  /* (nullable) msgid: the last paragraph of the help */
  guint n_least;        /* arguments without options */
  guint n_most;
  TonusExit (*run) (TonusCall *call);
};

/* @argv: what follows the command's name. */
TonusCall *tonus_call_new (const TonusCommand *command, const char *const *argv);
void tonus_call_free (TonusCall *self);

/* Options and arguments, in any order.  FALSE: nothing is left to do (help was asked for and
 * printed, or the line is wrong and was complained about); return tonus_call_end().
 * @options ends with a NULL row; text is G_OPTION_ARG_FILENAME, because G_OPTION_ARG_STRING
 * refuses accents in the C locale. */
gboolean tonus_call_read (TonusCall *self, const GOptionEntry *options);

/* The argument at @index, (nullable): not given. */
const char *tonus_call_get (TonusCall *self, guint index);

/* The practice in the first argument; what opening passed over becomes warnings.  NULL: complained,
 * return tonus_call_end().  (transfer full) (nullable) */
TonusPractice *tonus_call_open (TonusCall *self);

/* The same for the practice in @folder. */
TonusPractice *tonus_call_open_folder (TonusCall *self, const char *folder);

/* The full id of the argument at @index, an object of @kind (NULL: any).  NULL: complained.
 * (transfer full) (nullable) */
char *tonus_call_resolve (TonusCall *self, TonusPractice *practice, guint index, const char *kind);

/* Standard output. */
void tonus_call_print (TonusCall *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void tonus_call_print_bytes (TonusCall *self, GBytes *bytes);

/* A row of a list: tabs and line ends in @cells become blanks, NULL prints as nothing. */
void tonus_call_print_row (TonusCall *self, const char *const *cells, guint n_cells);

/* A line of complaint; the call will end with @exit or worse. */
void tonus_call_complain (TonusCall *self, TonusExit exit, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The line of a world's error, with the exit it deserves; returns it. */
TonusExit tonus_call_fail (TonusCall *self, const GError *error);

/* The worst of what was complained about. */
TonusExit tonus_call_end (TonusCall *self);

/* A line on standard error outside any call. */
void tonus_complain (const char *text);

/* Flush standard output; a full disk or closed pipe is an error like any other. */
TonusExit tonus_finish_output (TonusExit exit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusCall, tonus_call_free)

G_END_DECLS
