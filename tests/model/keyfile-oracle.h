/* keyfile-oracle.h - what GKeyFile makes of a text that our reader accepts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

/* Stops the program unless GKeyFile finds the same groups, keys and values in a text that passed
 * tonus_record_text_scan(). */
void keyfile_oracle_check_text (const char *text, gsize length);

/* Stops the program unless GKeyFile would write every value as it stands in @record's text, and
 * reading that text anew gives the same record and the same text. */
void keyfile_oracle_check_record (TonusRecord *record);

G_END_DECLS
