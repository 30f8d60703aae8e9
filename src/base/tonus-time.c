/* tonus-time.c - times of day and written moments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-date.h"

#include <string.h>

enum
{
  MINUTES_PER_HOUR = 60,
  SECONDS_PER_DAY = 86400
};

/* The two digits at @text, or -1. */
static int
two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

/* "HH:MM" at the beginning of @text, in minutes, or -1. */
static int
minutes_at (const char *text)
{
  int hour = two_digits (text);
  int minute = hour >= 0 && text[2] == ':' ? two_digits (text + 3) : -1;

  return minute < 0 || hour > 23 || minute > 59 ? -1 : hour * MINUTES_PER_HOUR + minute;
}

int
tonus_time_parse (const char *text)
{
  return text != NULL && strlen (text) == 5 ? minutes_at (text) : -1;
}

/* Cuts "am" or "pm" and the blanks before it off @text. 0: neither was there. */
static char
cut_half_of_day (char *text)
{
  gsize length = strlen (text);
  char half;

  if (length < 3 || g_ascii_tolower (text[length - 1]) != 'm')
    return 0;
  half = g_ascii_tolower (text[length - 2]);
  if (half != 'a' && half != 'p')
    return 0;

  text[length - 2] = '\0';
  g_strchomp (text);
  return half;
}

/* "9:05", "9.05", "0905", "905" as hour and minute; "9" as an hour. */
static gboolean
read_clock (const char *text, gboolean hour_will_do, int *hour, int *minute)
{
  gsize n_digits = strspn (text, "0123456789");
  char separator = text[n_digits];

  *minute = 0;
  if ((separator == ':' || separator == '.') && (n_digits == 1 || n_digits == 2))
    {
      *hour = n_digits == 1 ? text[0] - '0' : two_digits (text);
      *minute = two_digits (text + n_digits + 1);
      return *minute >= 0 && text[n_digits + 3] == '\0';
    }
  if (separator != '\0' || n_digits == 0 || n_digits > 4)
    return FALSE;
  if (n_digits <= 2)
    {
      *hour = n_digits == 1 ? text[0] - '0' : two_digits (text);
      return hour_will_do;
    }
  *hour = n_digits == 3 ? text[0] - '0' : two_digits (text);
  *minute = two_digits (text + n_digits - 2);
  return TRUE;
}

int
tonus_time_read_typed (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  char half = cut_half_of_day (text);
  int hour, minute;

  if (!read_clock (text, half != 0, &hour, &minute) || minute > 59)
    return -1;
  if (half == 0)
    return hour > 23 ? -1 : hour * MINUTES_PER_HOUR + minute;
  if (hour < 1 || hour > 12)
    return -1;
  return (hour % 12 + (half == 'p' ? 12 : 0)) * MINUTES_PER_HOUR + minute;
}

char *
tonus_moment_format (gint64 unix_seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (unix_seconds);

  g_return_val_if_fail (moment != NULL, NULL);
  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z");
}

/* "+01:00", "-04:30" or "Z" and nothing after it, in seconds; G_MAXINT if it is none of them. */
static int
read_offset (const char *text)
{
  if (g_str_equal (text, "Z"))
    return 0;
  if ((text[0] != '+' && text[0] != '-') || strlen (text) != 6)
    return G_MAXINT;

  int minutes = minutes_at (text + 1);
  if (minutes < 0)
    return G_MAXINT;
  return (text[0] == '-' ? -60 : 60) * minutes;
}

gint64
tonus_moment_parse (const char *text)
{
  static const guint32 day_of_1970 = 719163;

  if (text == NULL || strnlen (text, 20) < 20 || text[10] != 'T' || text[16] != ':')
    return -1;

  g_autofree char *date = g_strndup (text, 10);
  guint32 day = tonus_date_parse (date);
  int minutes = minutes_at (text + 11);
  int seconds = two_digits (text + 17);
  int offset = read_offset (text + 19);
  if (day < day_of_1970 || minutes < 0 || seconds < 0 || seconds > 59 || offset == G_MAXINT)
    return -1;

  gint64 moment = (gint64) (day - day_of_1970) * SECONDS_PER_DAY + minutes * 60 + seconds - offset;
  return moment < 0 ? -1 : moment;
}
