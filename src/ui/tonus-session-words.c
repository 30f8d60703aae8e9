/* tonus-session-words.c - what the window says in passing, and what it goes back to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-session-private.h"

/* Time to look up from the keyboard and read a line. */
#define PASSING_SECONDS 6

static void
show (TonusSession *self, const char *words)
{
  g_free (self->status);
  self->status = g_strdup (words);
  g_signal_emit_by_name (self, "said");
}

static gboolean
passed_cb (gpointer data)
{
  TonusSession *self = data;

  self->passing = 0;
  show (self, self->standing ? self->standing : "");
  return G_SOURCE_REMOVE;
}

const char *
tonus_session_get_status (TonusSession *self)
{
  return self->status;
}

void
tonus_session_say (TonusSession *self, const char *words)
{
  g_clear_handle_id (&self->passing, g_source_remove);
  if (*words)
    self->passing = g_timeout_add_seconds (PASSING_SECONDS, passed_cb, self);
  else
    g_clear_pointer (&self->standing, g_free);
  show (self, words);
}

void
tonus_session_say_standing (TonusSession *self, const char *words, gboolean is_asked_for)
{
  g_free (self->standing);
  self->standing = g_strdup (words);
  if (is_asked_for)
    g_clear_handle_id (&self->passing, g_source_remove);
  if (!self->passing)
    show (self, words);
}

void
tonus_session_forget_words (TonusSession *self)
{
  g_clear_handle_id (&self->passing, g_source_remove);
  g_free (self->standing);
  g_free (self->status);
}
