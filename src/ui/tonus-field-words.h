/* tonus-field-words.h - what a form says about one field: wrong, surprising, not tested, out of
 * place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here, only words.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TonusField *field;
  const char *row; /* (nullable) */
  TonusRecord *record;
  const char *typed;        /* (nullable) what was typed and is no value */
  gboolean says_not_tested; /* the editor itself cannot show it */
} TonusFieldState;

/* One line, or NULL when there is nothing to say.  @is_wrong: out: it must be put right.  (transfer
 * full) */
char *tonus_field_words (const TonusFieldState *state, gboolean *is_wrong);

/* The id in the field that @field's limits go by.  (transfer full) (nullable) */
char *tonus_field_chosen (const TonusField *field, const char *row, TonusRecord *record);

/* "not tested" with the reason after the one in @value (NULL: the last of the list, "other").
 * (transfer full) (nullable) */
char *tonus_field_next_not_tested (TonusSchema *schema, const char *value);

G_END_DECLS
