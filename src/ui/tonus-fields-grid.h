/* tonus-fields-grid.h - the fields of a section: below each other, or in lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-site.h"

G_BEGIN_DECLS

/* The fields of @section for @row (NULL: it does not repeat), keys left out; the first @skip others
 * are shown elsewhere. */
GtkWidget *tonus_fields_grid_new (const TonusSite *site,
                                  const TonusSection *section,
                                  const char *row,
                                  guint skip);

/* The same fields in lines, each below its label: for rows of many short values. */
GtkWidget *tonus_fields_flow_new (const TonusSite *site,
                                  const TonusSection *section,
                                  const char *row,
                                  guint skip);

/* Is @field offered in forms: not retired, or retired with a value to be seen? */
gboolean tonus_field_is_offered (const TonusField *field, TonusRecord *record, const char *row);

/* Heading and help of a section, as an accessible heading. */
GtkWidget *tonus_section_heading_new (const TonusSection *section);

G_END_DECLS
