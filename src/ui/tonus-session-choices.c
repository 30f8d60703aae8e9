/* tonus-session-choices.c - how one handout shall be, where that is not what the patient's record
 * says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who looks once at the English version for a colleague does not change the patient's language: the
 * record is written only when that is asked for.
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-handout-words.h"
#include "tonus-session-private.h"

static const char *const paths[TONUS_N_CHOICES] = {
  [TONUS_CHOICE_LANGUAGE] = "patient/language",
  [TONUS_CHOICE_LARGE] = "patient/large-print",
};

/* What the handout is like by the patient's record.  (transfer full) */
static char *
find_own (TonusSession *self, TonusHandoutChoice choice)
{
  TonusRecord *patient = tonus_session_get_record (self, TONUS_SLOT_PATIENT);
  const char *value = patient ? tonus_record_get (patient, paths[choice]) : NULL;
  TonusHandoutWords words =
      tonus_handout_words_find (tonus_practice_get_schema (self->practice), value);

  if (choice == TONUS_CHOICE_LANGUAGE)
    return tonus_handout_words_get_language (&words);
  return g_strdup (g_strcmp0 (value, "yes") == 0 ? "yes" : "no");
}

char *
tonus_session_get_choice (TonusSession *self, TonusHandoutChoice choice)
{
  const char *chosen = self->front ? self->front->choices[choice] : NULL;

  return chosen ? g_strdup (chosen) : find_own (self, choice);
}

void
tonus_session_choose (TonusSession *self, TonusHandoutChoice choice, const char *value)
{
  g_autofree char *own = find_own (self, choice);

  g_return_if_fail (self->front);

  g_free (self->front->choices[choice]);
  self->front->choices[choice] = g_str_equal (value, own) ? NULL : g_strdup (value);
  g_signal_emit_by_name (self, "chosen");
}

gboolean
tonus_session_has_choices (TonusSession *self)
{
  gboolean is_other = FALSE;

  for (int choice = 0; choice < TONUS_N_CHOICES && self->front; choice++)
    {
      g_autofree char *own = find_own (self, choice);
      const char *chosen = self->front->choices[choice];

      is_other |= chosen && !g_str_equal (chosen, own);
    }
  return is_other;
}

void
tonus_open_chart_forget_choices (TonusOpenChart *self)
{
  for (int choice = 0; choice < TONUS_N_CHOICES; choice++)
    g_clear_pointer (&self->choices[choice], g_free);
}

gboolean
tonus_session_keep_choices (TonusSession *self, GError **error)
{
  TonusRecord *patient = tonus_session_get_record (self, TONUS_SLOT_PATIENT);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  g_return_val_if_fail (patient, FALSE);

  for (int choice = 0; choice < TONUS_N_CHOICES; choice++)
    if (self->front->choices[choice])
      tonus_changeset_set (changes, tonus_record_get_object (patient), paths[choice],
                           self->front->choices[choice]);
  tonus_chart_barrier (self->front->chart);
  if (!tonus_chart_apply (self->front->chart, changes, error))
    return FALSE;
  tonus_chart_barrier (self->front->chart);
  tonus_open_chart_forget_choices (self->front);
  g_signal_emit_by_name (self, "chosen");
  return TRUE;
}
