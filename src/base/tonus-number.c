/* tonus-number.c - numbers as people type them and as records keep them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here asks the locale: a record written in Berlin reads the same in Boston.
 */
#include "config.h"

#include "tonus-text.h"

#include <math.h>
#include <string.h>

/* A double holds every decimal of so many digits, so text → value → text is exact. */
#define DIGITS_MAX 15

static const char digits[] = "0123456789";

/* Is @text digits[.digits] and short enough to be exact? */
static gboolean
is_plain_number (const char *text)
{
  gsize whole = strspn (text, digits);
  gsize decimals = 0;

  if (whole == 0)
    return FALSE;
  if (text[whole] == '.')
    {
      decimals = strspn (text + whole + 1, digits);
      if (decimals == 0 || text[whole + 1 + decimals] != '\0')
        return FALSE;
    }
  else if (text[whole] != '\0')
    return FALSE;

  return whole + decimals <= DIGITS_MAX;
}

/* "1,250" is a quarter more than one here and twelve hundred and fifty there: it could be two. */
static gboolean
looks_grouped (const char *unsigned_text)
{
  gsize whole = strspn (unsigned_text, digits);

  return whole >= 1 && whole <= 3 && unsigned_text[0] != '0' && unsigned_text[whole] == ',' &&
         strspn (unsigned_text + whole + 1, digits) == 3;
}

gboolean
tonus_number_read_typed (const char *typed, double *value)
{
  static const char minus_sign[] = "\xe2\x88\x92";
  gboolean is_negative = FALSE;

  if (typed == NULL)
    return FALSE;
  if (g_str_has_prefix (typed, minus_sign))
    {
      is_negative = TRUE;
      typed += strlen (minus_sign);
    }
  else if (typed[0] == '-' || typed[0] == '+')
    is_negative = *typed++ == '-';

  if (looks_grouped (typed))
    return FALSE;

  gboolean has_bare_point = typed[0] == '.' || typed[0] == ',';
  g_autofree char *plain = g_strconcat (has_bare_point ? "0" : "", typed, NULL);
  char *comma = strchr (plain, ',');
  if (comma != NULL)
    *comma = '.';
  if (!is_plain_number (plain))
    return FALSE;

  double size = g_ascii_strtod (plain, NULL);
  if (value != NULL)
    *value = is_negative && size > 0 ? -size : size;
  return TRUE;
}

gboolean
tonus_number_parse (const char *text, double *value)
{
  if (text == NULL)
    return FALSE;

  const char *size = text + (text[0] == '-');
  if (!is_plain_number (size) || (size[0] == '0' && g_ascii_isdigit (size[1])))
    return FALSE;

  if (value != NULL)
    *value = g_ascii_strtod (text, NULL);
  return TRUE;
}

char *
tonus_number_format (double value, guint n_digits)
{
  /* The largest double has 309 digits before the point. */
  char text[400];
  char format[8];

  g_return_val_if_fail (isfinite (value), NULL);

  g_snprintf (format, sizeof format, "%%.%uf", MIN (n_digits, DIGITS_MAX));
  g_ascii_formatd (text, sizeof text, format, value);
  if (strchr (text, '.') != NULL)
    {
      gsize length = strlen (text);
      while (text[length - 1] == '0')
        text[--length] = '\0';
      if (text[length - 1] == '.')
        text[--length] = '\0';
    }
  return g_strdup (g_str_equal (text, "-0") ? "0" : text);
}
