/* tonus-kind-number.c - values of the kinds integer, decimal and score
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-kind.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tonus-text.h"

enum
{
  DIGITS_MAX = 6
};

/* "0–160 °", "-10 to 160 °", "at least 0", "at most 160 °" */
static char *
describe_limits (const TonusLimits *limits)
{
  g_autofree char *min = isinf (limits->min) ? NULL : tonus_number_format (limits->min, DIGITS_MAX);
  g_autofree char *max = isinf (limits->max) ? NULL : tonus_number_format (limits->max, DIGITS_MAX);
  /* "/10" says the upper limit once more. */
  gboolean has_unit = limits->unit != NULL && limits->unit[0] != '/';
  g_autofree char *unit = has_unit ? g_strconcat (" ", limits->unit, NULL) : g_strdup ("");

  if (max == NULL)
    return g_strdup_printf (_ ("at least %s%s"), min, unit);
  if (min == NULL)
    return g_strdup_printf (_ ("at most %s%s"), max, unit);
  return g_strdup_printf (limits->min < 0 ? _ ("%s to %s%s") : _ ("%s–%s%s"), min, max, unit);
}

static gboolean
check_limits (const TonusLimits *limits, const char *text, double value, GError **error)
{
  if (value >= limits->min && value <= limits->max)
    return TRUE;

  g_autofree char *allowed = describe_limits (limits);
  gboolean is_range = isfinite (limits->min) && isfinite (limits->max);
  return tonus_refuse_value (error, is_range ? _ ("%s is outside %s") : _ ("%s is refused: %s"),
                             text, allowed);
}

/* Of @text that tonus_number_parse() reads: nothing in it that the value does without. */
static gboolean
is_canonical (const char *text)
{
  const char *point = strchr (text, '.');

  if (point == NULL)
    return strcmp (text, "-0") != 0;
  return strlen (point + 1) <= DIGITS_MAX && !g_str_has_suffix (point, "0");
}

/* One number, one spelling: equal values are equal text. */
static gboolean
check_number (const TonusLimits *limits, const char *text, GError **error)
{
  double value;

  if (!tonus_number_parse (text, &value))
    return tonus_refuse_value (error, _ ("“%s” is not a number such as 7 or 7.5"), text);

  if (is_canonical (text))
    return check_limits (limits, text, value, error);
  g_autofree char *canonical = tonus_number_format (value, DIGITS_MAX);
  return tonus_refuse_value (error, _ ("“%s” is written “%s”"), text, canonical);
}

gboolean
tonus_integer_check (const TonusField *field,
                     const TonusLimits *limits,
                     const char *text,
                     GError **error)
{
  if (strchr (text, '.') != NULL)
    return tonus_refuse_value (error, _ ("“%s” is not a whole number"), text);
  return check_number (limits, text, error);
}

gboolean
tonus_decimal_check (const TonusField *field,
                     const TonusLimits *limits,
                     const char *text,
                     GError **error)
{
  const char *point = strchr (text, '.');

  if (point != NULL && limits->digits == 0)
    return tonus_refuse_value (error, _ ("“%s” is not a whole number"), text);
  if (point != NULL && strspn (point + 1, "0123456789") > limits->digits)
    return tonus_refuse_value (error, _ ("“%s” has more than %u decimals"), text, limits->digits);
  return check_number (limits, text, error);
}

/* More decimals than the field keeps are refused, not rounded away; a final zero or two is no
 * decimal, but three might be "1.000" for a thousand. */
static gboolean
keeps_all (const char *typed, guint digits)
{
  const char *sign = strpbrk (typed, ".,");
  gsize n_decimals = sign != NULL ? strlen (sign + 1) : 0;

  if (n_decimals <= digits)
    return TRUE;
  return n_decimals < 3 && strspn (sign + 1 + digits, "0") == n_decimals - digits;
}

char *
tonus_decimal_read_typed (const TonusField *field,
                          const TonusLimits *limits,
                          const char *typed,
                          guint32 today,
                          GError **error)
{
  double value;

  if (!tonus_number_read_typed (typed, &value))
    {
      tonus_refuse_value (error, _ ("“%s” is not a number such as 7 or 7.5"), typed);
      return NULL;
    }
  if (!keeps_all (typed, limits->digits))
    {
      if (limits->digits == 0)
        tonus_refuse_value (error, _ ("“%s” is not a whole number"), typed);
      else
        tonus_refuse_value (error, _ ("“%s” has more than %u decimals"), typed, limits->digits);
      return NULL;
    }
  return tonus_number_format (value, limits->digits);
}

char *
tonus_integer_read_typed (const TonusField *field,
                          const TonusLimits *limits,
                          const char *typed,
                          guint32 today,
                          GError **error)
{
  double value;

  if (strpbrk (typed, ".,") != NULL || !tonus_number_read_typed (typed, &value))
    {
      tonus_refuse_value (error, _ ("“%s” is not a whole number"), typed);
      return NULL;
    }
  return tonus_number_format (value, 0);
}
