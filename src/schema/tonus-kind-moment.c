/* tonus-kind-moment.c - values of the kinds boolean, date and time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-kind.h"

#include <glib/gi18n-lib.h>

#include "tonus-date.h"
#include "tonus-text.h"

gboolean
tonus_boolean_check (const TonusField *field,
                     const TonusLimits *limits,
                     const char *text,
                     GError **error)
{
  if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
    return TRUE;
  return tonus_refuse_value (error, _ ("“%s” is neither yes nor no"), text);
}

char *
tonus_boolean_read_typed (const TonusField *field,
                          const TonusLimits *limits,
                          const char *typed,
                          guint32 today,
                          GError **error)
{
  g_autofree char *folded = tonus_text_fold (typed);
  g_autofree char *yes = tonus_text_fold (_ ("yes"));
  g_autofree char *no = tonus_text_fold (_ ("no"));
  const char *const yes_words[] = { "y", "yes", yes, NULL };
  const char *const no_words[] = { "n", "no", no, NULL };

  if (g_strv_contains (yes_words, folded))
    return g_strdup ("yes");
  if (g_strv_contains (no_words, folded))
    return g_strdup ("no");
  tonus_refuse_value (error, _ ("“%s” is neither yes nor no"), typed);
  return NULL;
}

char *
tonus_boolean_display (const TonusField *field, const char *text)
{
  if (g_str_equal (text, "yes"))
    return g_strdup (_ ("yes"));
  if (g_str_equal (text, "no"))
    return g_strdup (_ ("no"));
  return g_strdup (text);
}

gboolean
tonus_date_check (const TonusField *field,
                  const TonusLimits *limits,
                  const char *text,
                  GError **error)
{
  if (tonus_date_parse (text) != 0)
    return TRUE;
  return tonus_refuse_value (error, _ ("“%s” is no date such as 2026-11-23"), text);
}

/* The day the therapist means stands in the sentence, ready to be copied. */
static void
refuse_two_days (GError **error, const char *typed, guint32 day_first, guint32 month_first)
{
  g_autofree char *one = tonus_date_display (day_first);
  g_autofree char *other = tonus_date_display (month_first);
  g_autofree char *write_one = tonus_date_format (day_first);
  g_autofree char *write_other = tonus_date_format (month_first);

  tonus_refuse_value (error, _ ("“%s” could be %s or %s; write %s or %s"), typed, one, other,
                      write_one, write_other);
}

char *
tonus_date_field_read_typed (const TonusField *field,
                             const TonusLimits *limits,
                             const char *typed,
                             guint32 today,
                             GError **error)
{
  guint32 day = tonus_date_read_typed (typed, today), month_first;

  if (day != 0)
    return tonus_date_format (day);
  if (tonus_date_could_be_two (typed, &day, &month_first))
    refuse_two_days (error, typed, day, month_first);
  else
    tonus_refuse_value (error, _ ("“%s” is no date; write year-month-day, as in 2026-11-23"),
                        typed);
  return NULL;
}

char *
tonus_date_field_display (const TonusField *field, const char *text)
{
  guint32 day = tonus_date_parse (text);

  return day != 0 ? tonus_date_display (day) : g_strdup (text);
}

gboolean
tonus_time_check (const TonusField *field,
                  const TonusLimits *limits,
                  const char *text,
                  GError **error)
{
  if (tonus_time_parse (text) >= 0)
    return TRUE;
  return tonus_refuse_value (error, _ ("“%s” is no time such as 09:05"), text);
}

char *
tonus_time_field_read_typed (const TonusField *field,
                             const TonusLimits *limits,
                             const char *typed,
                             guint32 today,
                             GError **error)
{
  int minutes = tonus_time_read_typed (typed);

  if (minutes >= 0)
    return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
  tonus_refuse_value (error, _ ("“%s” is no time; write it as 9:05 or 21:05"), typed);
  return NULL;
}
