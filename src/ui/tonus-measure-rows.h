/* tonus-measure-rows.h - which rows a measured section could have, and which fields its table shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"
#include "tonus-target.h"

G_BEGIN_DECLS

/* Every row the catalogues allow, with its label.  (transfer full) (element-type TonusTarget) */
GPtrArray *tonus_measure_rows_list (const TonusSection *section);

/* A list of questions, all of which are to be seen: one key, answered by yes or no. */
gboolean tonus_measure_rows_is_checklist (const TonusSection *section);

/* How many of the fields that are no keys fit beside the row's name; the others are details. */
guint tonus_measure_rows_count_columns (const TonusSection *section);

G_END_DECLS
