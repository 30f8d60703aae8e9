/* tonus-target.c - something that can be chosen: a value and what to call it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-target.h"

TonusTarget *
tonus_target_new (const char *value, const char *label)
{
  TonusTarget *self = g_new0 (TonusTarget, 1);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  return self;
}

void
tonus_target_free (TonusTarget *self)
{
  g_free (self->value);
  g_free (self->label);
  g_free (self->also);
  g_free (self);
}

GPtrArray *
tonus_target_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_target_free);
}
