/* tonus-date.c - calendar dates as records keep them and as people read and type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-date.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

enum
{
  YEAR_FIRST = 1800,
  YEAR_LAST = 2199
};

/* Which of two numbers before the year is the day. */
typedef enum
{
  ORDER_UNKNOWN,
  ORDER_DAY_FIRST,
  ORDER_MONTH_FIRST
} DateOrder;

static guint32
day_of (guint year, guint month, guint day)
{
  GDate date;

  if (year < YEAR_FIRST || year > YEAR_LAST || !g_date_valid_dmy (day, month, year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/* FALSE for 0 and for days outside the years we call dates. */
static gboolean
date_of (guint32 day, GDate *date)
{
  g_date_clear (date, 1);
  if (!g_date_valid_julian (day))
    return FALSE;

  g_date_set_julian (date, day);
  return g_date_get_year (date) >= YEAR_FIRST && g_date_get_year (date) <= YEAR_LAST;
}

/* Reads between @least and @most digits at *@at and moves on, or returns -1. */
static int
take_number (const char **at, guint least, guint most)
{
  int number = 0;
  guint n = 0;

  for (; n < most && g_ascii_isdigit ((*at)[n]); n++)
    number = number * 10 + ((*at)[n] - '0');
  if (n < least || g_ascii_isdigit ((*at)[n]))
    return -1;

  *at += n;
  return number;
}

static gboolean
take_character (const char **at, char c)
{
  if (**at != c)
    return FALSE;

  *at += 1;
  return TRUE;
}

guint32
tonus_date_parse (const char *text)
{
  if (text == NULL)
    return 0;

  int year = take_number (&text, 4, 4);
  if (year < 0 || !take_character (&text, '-'))
    return 0;
  int month = take_number (&text, 2, 2);
  if (month < 0 || !take_character (&text, '-'))
    return 0;
  int day = take_number (&text, 2, 2);
  if (day < 0 || *text != '\0')
    return 0;

  return day_of (year, month, day);
}

char *
tonus_date_format (guint32 day)
{
  GDate date;

  g_return_val_if_fail (date_of (day, &date), NULL);
  return g_strdup_printf ("%04d-%02d-%02d", (int) g_date_get_year (&date),
                          (int) g_date_get_month (&date), (int) g_date_get_day (&date));
}

char *
tonus_date_display (guint32 day)
{
  GDate date;
  char text[128];

  g_return_val_if_fail (date_of (day, &date), NULL);
  /* Translators: a day as a person reads it, in the marks of strftime: 5 Mar 2026.
   * xgettext:no-c-format */
  g_date_strftime (text, sizeof text, _ ("%-e %b %Y"), &date);
  return g_strdup (text);
}

/* The locale's own date says which comes first; the C locale's says nothing about its user. */
static DateOrder
order_of_locale (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strpbrk (format, "mbB");

  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C."))
    return ORDER_UNKNOWN;
  if (day == NULL || month == NULL)
    return strstr (format, "%D") != NULL ? ORDER_MONTH_FIRST : ORDER_UNKNOWN;
  return day < month ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
}

/* Two numbers and a year: only what can be read in one way, or in the locale's way, is a date. */
static guint32
day_of_typed_parts (guint first, guint second, guint year, DateOrder order)
{
  guint32 day_first = day_of (year, second, first);
  guint32 month_first = day_of (year, first, second);

  if (day_first == month_first || month_first == 0)
    return day_first;
  if (day_first == 0)
    return month_first;
  switch (order)
    {
    case ORDER_DAY_FIRST:
      return day_first;
    case ORDER_MONTH_FIRST:
      return month_first;
    case ORDER_UNKNOWN:
      return 0;
    }
  g_assert_not_reached ();
}

/* 3/4/1961 or 3.4.1961. */
typedef struct
{
  int first, second, year;
  char separator;
} TypedDate;

static gboolean
take_typed_date (const char *typed, TypedDate *date)
{
  date->first = take_number (&typed, 1, 2);
  date->separator = *typed;
  if (date->first < 0 || (date->separator != '.' && date->separator != '/'))
    return FALSE;

  typed++;
  date->second = take_number (&typed, 1, 2);
  if (date->second < 0 || !take_character (&typed, date->separator))
    return FALSE;
  date->year = take_number (&typed, 4, 4);
  return date->year >= 0 && *typed == '\0';
}

static guint32
read_local_date (const char *typed)
{
  TypedDate date;

  if (!take_typed_date (typed, &date))
    return 0;
  /* Points are only ever written day first. */
  return date.separator == '.'
             ? day_of (date.year, date.second, date.first)
             : day_of_typed_parts (date.first, date.second, date.year, order_of_locale ());
}

gboolean
tonus_date_could_be_two (const char *typed, guint32 *day_first, guint32 *month_first)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  TypedDate date;

  if (!take_typed_date (text, &date) || date.separator == '.' || tonus_date_read_typed (text, 0))
    return FALSE;
  *day_first = day_of (date.year, date.second, date.first);
  *month_first = day_of (date.year, date.first, date.second);
  return *day_first != 0 && *month_first != 0;
}

static guint32
read_relative_date (const char *typed, guint32 today)
{
  const char *at = typed + 1;
  int n_days = take_number (&at, 1, 5);
  GDate date;

  if (n_days < 0 || *at != '\0')
    return 0;

  gint64 day = (gint64) today + (typed[0] == '-' ? -n_days : n_days);
  return day > 0 && day <= G_MAXUINT32 && date_of ((guint32) day, &date) ? (guint32) day : 0;
}

guint32
tonus_date_read_typed (const char *typed, guint32 today)
{
  g_autofree char *text = g_strstrip (g_strdup (typed != NULL ? typed : ""));

  if (text[0] == '+' || text[0] == '-')
    return read_relative_date (text, today);
  if (g_ascii_strcasecmp (text, "today") == 0 || g_ascii_strcasecmp (text, _ ("today")) == 0)
    return today;

  guint32 day = tonus_date_parse (text);
  return day != 0 ? day : read_local_date (text);
}

guint32
tonus_date_today (void)
{
  guint32 fixed = tonus_date_parse (g_getenv ("TONUS_TODAY"));
  if (fixed != 0)
    return fixed;

  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return day_of (g_date_time_get_year (now), g_date_time_get_month (now),
                 g_date_time_get_day_of_month (now));
}

guint
tonus_date_age (guint32 born, guint32 on)
{
  GDate birth, day;

  g_return_val_if_fail (date_of (born, &birth) && date_of (on, &day), 0);
  if (on < born)
    return 0;

  gboolean had_birthday = g_date_get_month (&day) > g_date_get_month (&birth) ||
                          (g_date_get_month (&day) == g_date_get_month (&birth) &&
                           g_date_get_day (&day) >= g_date_get_day (&birth));
  return g_date_get_year (&day) - g_date_get_year (&birth) - (had_birthday ? 0 : 1);
}
