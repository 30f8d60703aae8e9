/* tonus-date.h - calendar dates, times of day and written moments, as text and as days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates are text in records ("2026-11-23") and day numbers in arithmetic: days since 1 January
 * of year 1 (GDate's Julian day), 0 = no date.  Years 1800 to 2199 are dates; 31 February is not.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days since year 1, or 0 if @text is not exactly YYYY-MM-DD and a day that exists. */
guint32 tonus_date_parse (const char *text);

/* "2026-11-23".  (transfer full) */
char *tonus_date_format (guint32 day);

/* What a person reads in the current locale's words: "23 Nov 2026".  (transfer full) */
char *tonus_date_display (guint32 day);

/* What a person may type: 2026-11-23, 23.11.2026, 23/11/2026 or 11/23/2026 (the locale's order),
 * and "today"/"+3"/"-7" relative to @today.  0 if it is no date, or could be two.  */
guint32 tonus_date_read_typed (const char *typed, guint32 today);

/* Whether @typed is 3/4/1961, which is two days: the one read day first, and the one read month
 * first. */
gboolean tonus_date_could_be_two (const char *typed, guint32 *day_first, guint32 *month_first);

/* Today here, or TONUS_TODAY=YYYY-MM-DD when set (tests, screenshots). */
guint32 tonus_date_today (void);

/* Whole years from @born to @on. */
guint tonus_date_age (guint32 born, guint32 on);

/* "HH:MM" in minutes after midnight, -1 if not a time. */
int tonus_time_parse (const char *text);

/* Also 9:05, 0905, 9.05, 9:05 pm.  -1 if not a time. */
int tonus_time_read_typed (const char *typed);

/* "2026-11-23T10:42:07+01:00" of @unix seconds in the local zone.  (transfer full) */
char *tonus_moment_format (gint64 unix_seconds);

/* Seconds since 1970 of such a moment, or -1. */
gint64 tonus_moment_parse (const char *text);

G_END_DECLS
