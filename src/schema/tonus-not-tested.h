/* tonus-not-tested.h - "~refused", "~unable pain": not tested, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-field.h"

G_BEGIN_DECLS

/* @text: tonus_value_is_not_tested().  Errors: TONUS_SCHEMA_ERROR_VALUE. */
gboolean tonus_not_tested_check (const TonusField *field, const char *text, GError **error);

/* The value that "~unable: pain" or "~Refused" stands for; NULL if no reason is named, and @typed
 * may be words that happen to begin with "~".  (transfer full) (nullable) */
char *tonus_not_tested_read_typed (const TonusField *field, const char *typed);

/* "not tested: unable (pain)".  (transfer full) */
char *tonus_not_tested_display (const TonusField *field, const char *text);

G_END_DECLS
