/* tonus-patient-groups.c - the left list's rows: who stands under which heading, or was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-due.h"
#include "tonus-patient-groups.h"
#include "tonus-text.h"
#include "tonus-words.h"

#define N_RECENT 8

static const char *const labels[TONUS_N_PATIENT_GROUPS] = {
  [TONUS_PATIENTS_OPEN] = N_ ("Open"),         [TONUS_PATIENTS_TODAY] = N_ ("Today"),
  [TONUS_PATIENTS_UNSIGNED] = N_ ("Unsigned"), [TONUS_PATIENTS_DUE] = N_ ("Due"),
  [TONUS_PATIENTS_RECENT] = N_ ("Recent"),     [TONUS_PATIENTS_ALL] = N_ ("All patients"),
  [TONUS_PATIENTS_FOUND] = N_ ("Found"),
};

static const TonusIndexEntry *
entry_at (GPtrArray *entries, gint32 i)
{
  return g_ptr_array_index (entries, i);
}

static void
add (GArray *rows, TonusPatientGroup group, gint32 entry)
{
  TonusPatientRow row = { group, entry };

  g_array_append_val (rows, row);
}

/* The heading of a group goes in front of it once it is known that the group has somebody. */
static void
head (GArray *rows, guint from)
{
  TonusPatientRow heading;

  if (rows->len == from)
    return;
  heading = g_array_index (rows, TonusPatientRow, from);
  heading.entry = -1;
  g_array_insert_val (rows, from, heading);
}

static void
add_open (GArray *rows, GPtrArray *entries, GPtrArray *open)
{
  guint from = rows->len;

  for (guint i = 0; i < open->len; i++)
    for (guint e = 0; e < entries->len; e++)
      if (g_str_equal (entry_at (entries, (gint32) e)->id, g_ptr_array_index (open, i)))
        add (rows, TONUS_PATIENTS_OPEN, (gint32) e);
  head (rows, from);
}

typedef struct
{
  TonusArrivals *arrivals;
  char *today;
  guint32 day;
} Day;

static gboolean
is_of_today (const TonusIndexEntry *entry, const Day *day)
{
  /* Who has come is still of today once the visit has begun. */
  return g_str_equal (entry->next_visit, day->today) ||
         g_str_equal (entry->last_visit, day->today) ||
         tonus_arrivals_contains (day->arrivals, entry->id);
}

static TonusDue
judge (const TonusIndexEntry *entry, guint32 today)
{
  return tonus_due_judge (entry->report_days, entry->certified_to, today);
}

static gboolean
is_due (const TonusIndexEntry *entry, const Day *day)
{
  return judge (entry, day->day) != TONUS_DUE_NOTHING;
}

static gboolean
is_unsigned (const TonusIndexEntry *entry, const Day *day)
{
  return entry->unsigned_visits > 0;
}

static void
add_all_that (GArray *rows,
              TonusPatientGroup group,
              GPtrArray *entries,
              gboolean (*belongs) (const TonusIndexEntry *entry, const Day *day),
              const Day *day)
{
  guint from = rows->len;

  for (guint e = 0; e < entries->len; e++)
    if (!belongs || belongs (entry_at (entries, (gint32) e), day))
      add (rows, group, (gint32) e);
  head (rows, from);
}

/* (transfer full): per entry, whether it stands in @rows already */
static gboolean *
note_shown (GArray *rows, guint n_entries)
{
  gboolean *is_shown = g_new0 (gboolean, n_entries + 1);

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, TonusPatientRow, i).entry >= 0)
      is_shown[g_array_index (rows, TonusPatientRow, i).entry] = TRUE;
  return is_shown;
}

/* The few seen last who do not stand above for another reason, without sorting everybody. */
static void
add_recent (GArray *rows, GPtrArray *entries)
{
  g_autofree gboolean *is_shown = note_shown (rows, entries->len);
  gint32 recent[N_RECENT];
  guint n = 0, from = rows->len;

  for (guint e = 0; e < entries->len; e++)
    {
      const char *seen = entry_at (entries, (gint32) e)->last_visit;
      guint at = n;

      if (!*seen || is_shown[e])
        continue;
      for (; at > 0 && g_strcmp0 (seen, entry_at (entries, recent[at - 1])->last_visit) > 0; at--)
        if (at < N_RECENT)
          recent[at] = recent[at - 1];
      if (at < N_RECENT)
        recent[at] = (gint32) e;
      n = MIN (n + (at < N_RECENT), N_RECENT);
    }
  for (guint i = 0; i < n; i++)
    add (rows, TONUS_PATIENTS_RECENT, recent[i]);
  head (rows, from);
}

static void
find (GArray *rows, GPtrArray *entries, const char *needle)
{
  for (guint e = 0; e < entries->len; e++)
    if (tonus_text_matches (entry_at (entries, (gint32) e)->folded, needle))
      add (rows, TONUS_PATIENTS_FOUND, (gint32) e);
}

GArray *
tonus_patient_groups_list (GPtrArray *entries,
                           GPtrArray *open,
                           TonusArrivals *arrivals,
                           const char *needle)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (TonusPatientRow), entries->len + 32);
  guint32 now = tonus_date_today ();
  g_autofree char *today = tonus_date_format (now);
  Day day = { arrivals, today, now };

  if (*needle)
    {
      find (rows, entries, needle);
      return rows;
    }
  add_open (rows, entries, open);
  add_all_that (rows, TONUS_PATIENTS_TODAY, entries, is_of_today, &day);
  add_all_that (rows, TONUS_PATIENTS_UNSIGNED, entries, is_unsigned, &day);
  add_all_that (rows, TONUS_PATIENTS_DUE, entries, is_due, &day);
  add_recent (rows, entries);
  add_all_that (rows, TONUS_PATIENTS_ALL, entries, NULL, &day);
  return rows;
}

const char *
tonus_patient_group_label (TonusPatientGroup group)
{
  return _ (labels[group]);
}

guint
tonus_patient_groups_count_unsigned (GPtrArray *entries)
{
  guint n = 0;

  for (guint e = 0; e < entries->len; e++)
    n += entry_at (entries, (gint32) e)->unsigned_visits;
  return n;
}

char *
tonus_patient_entry_name (const TonusIndexEntry *entry)
{
  if (*entry->family && *entry->given)
    return g_strdup_printf ("%s, %s", entry->family, entry->given);
  if (*entry->family || *entry->given)
    return g_strdup (*entry->family ? entry->family : entry->given);
  return g_strdup (_ ("(without a name)"));
}

static gboolean
is_namesake (const TonusIndexEntry *a, const TonusIndexEntry *b)
{
  return g_ascii_strcasecmp (a->family, b->family) == 0 &&
         g_ascii_strcasecmp (a->given, b->given) == 0;
}

/* Entries come by name, so namesakes are neighbours. */
static gboolean
has_namesake (GPtrArray *entries, gint32 i)
{
  const TonusIndexEntry *entry = entry_at (entries, i);

  return (i > 0 && is_namesake (entry, entry_at (entries, i - 1))) ||
         ((guint) i + 1 < entries->len && is_namesake (entry, entry_at (entries, i + 1)));
}

/* The graver first: there is room for one in the list. */
static char *
say_due (const TonusIndexEntry *entry)
{
  TonusDue due = judge (entry, tonus_date_today ());

  if (due & TONUS_DUE_REPORT)
    return g_strdup (_ ("report"));
  if (due & TONUS_DUE_CERTIFICATION)
    return g_strdup (_ ("recertify"));
  if (due & TONUS_DUE_REPORT_SOON)
    return g_strdup_printf (_ ("report in %u"), TONUS_DUE_REPORT_DAYS - entry->report_days);
  if (due & TONUS_DUE_CERTIFICATION_SOON)
    return g_strdup (_ ("recertify soon"));
  return g_strdup ("");
}

char *
tonus_patient_row_detail (const TonusPatientRow *row, GPtrArray *entries)
{
  const TonusIndexEntry *entry = row->entry >= 0 ? entry_at (entries, row->entry) : NULL;
  gboolean is_mistakable = entry && has_namesake (entries, row->entry);
  guint32 born;

  if (!entry)
    return g_strdup ("");
  if (row->group == TONUS_PATIENTS_UNSIGNED && !is_mistakable)
    return g_strdup_printf (ngettext ("%u note", "%u notes", entry->unsigned_visits),
                            entry->unsigned_visits);
  if (row->group == TONUS_PATIENTS_DUE && !is_mistakable)
    return say_due (entry);
  born = tonus_date_parse (entry->born);
  return born ? tonus_date_display (born) : g_strdup ("");
}

char *
tonus_patient_row_tooltip (const TonusPatientRow *row, GPtrArray *entries)
{
  const TonusIndexEntry *entry = entry_at (entries, row->entry);
  g_autofree char *name = tonus_patient_entry_name (entry);
  guint32 born = tonus_date_parse (entry->born);
  g_autofree char *date = born ? tonus_date_display (born) : NULL;
  g_autofree char *due = tonus_words_due (entry->report_days, entry->certified_to);
  GString *words = g_string_new (name);

  if (date)
    g_string_append_printf (words, " · %s", date);
  if (entry->unsigned_visits)
    {
      g_string_append (words, " · ");
      g_string_append_printf (
          words, ngettext ("%u note not signed", "%u notes not signed", entry->unsigned_visits),
          entry->unsigned_visits);
    }
  if (*due && is_due (entry, &(Day){ .day = tonus_date_today () }))
    g_string_append_printf (words, " · %s", due);
  return g_string_free (words, FALSE);
}
