/* tonus-loader.c - what the passes of loading share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-loader.h"

#include <math.h>
#include <string.h>

#include "tonus-text.h"

void
tonus_loader_complain (
    TonusLoader *self, const TonusPlace *place, const char *attribute, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->problems,
                   g_strdup_printf ("%s: [%s]%s%s: %s", place->text->name, place->group->name,
                                    attribute != NULL ? " " : "",
                                    attribute != NULL ? attribute : "", what));
}

void
tonus_loader_read_attributes (TonusLoader *self,
                              const TonusPlace *place,
                              const char *const *names,
                              guint n_names,
                              const char **values)
{
  for (guint i = 0; i < place->group->n_keys; i++)
    {
      const TonusSchemaKey *key = &place->group->keys[i];
      guint at = 0;

      while (at < n_names && !g_str_equal (key->name, names[at]))
        at++;
      if (at == n_names)
        tonus_loader_complain (self, place, key->name,
                               "is no attribute here; docs/schema.md lists them");
      else if (values[at] != NULL)
        tonus_loader_complain (self, place, key->name, "is given twice; keep one");
      else
        values[at] = key->value;
    }
}

gboolean
tonus_loader_check_new_id (TonusLoader *self,
                           const TonusPlace *place,
                           const char *id,
                           gboolean is_valid)
{
  gboolean is_own_name = g_str_has_prefix (id, "x-");

  if (!is_valid)
    tonus_loader_complain (self, place, NULL,
                           "“%s” is no id; use a-z, 0-9 and “-”, a letter first, at most 40", id);
  else if (self->is_own && !is_own_name)
    tonus_loader_complain (self, place, NULL, "a practice's own id begins “x-”; name it “x-%s”",
                           id);
  else if (!self->is_own && is_own_name)
    tonus_loader_complain (self, place, NULL, "“x-” is kept for the practices; name it otherwise");
  else
    return TRUE;
  return FALSE;
}

GStrv
tonus_loader_split (TonusLoader *self,
                    const TonusPlace *place,
                    const char *attribute,
                    const char *text)
{
  if (text == NULL)
    return NULL;

  g_autofree char *list = g_strdup (text);
  if (g_str_has_suffix (list, ";"))
    list[strlen (list) - 1] = '\0';

  GStrv items = g_strsplit (list, ";", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (items[i][0] == '\0')
        tonus_loader_complain (self, place, attribute, "an item is empty; write “a;b;”");
      for (guint j = 0; j < i; j++)
        if (g_str_equal (items[i], items[j]))
          tonus_loader_complain (self, place, attribute, "“%s” stands twice; keep one", items[i]);
    }
  return items;
}

gboolean
tonus_loader_read_flag (TonusLoader *self,
                        const TonusPlace *place,
                        const char *attribute,
                        const char *text)
{
  if (text == NULL)
    return FALSE;
  if (!g_str_equal (text, "true"))
    tonus_loader_complain (self, place, attribute, "is “true” or left out, not “%s”", text);
  return TRUE;
}

void
tonus_loader_check_limits (TonusLoader *self, const TonusPlace *place, const TonusLimits *limits)
{
  const struct
  {
    const char *name;
    double value;
  } steps[] = {
    { "min", limits->min },
    { "warn-min", limits->warn_min },
    { "warn-max", limits->warn_max },
    { "max", limits->max },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (steps); j++)
      if (isfinite (steps[i].value) && isfinite (steps[j].value) && steps[i].value > steps[j].value)
        tonus_loader_complain (self, place, steps[i].name,
                               "is more than %s; they rise from min to max", steps[j].name);
}
