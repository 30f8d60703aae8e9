/* tonus-section-view.h - how a section looks in a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of views by section; its last rows are the generic ones, by how the section repeats.
 */
#pragma once

#include "tonus-site.h"

G_BEGIN_DECLS

/* Heading and content.  Never NULL. */
GtkWidget *tonus_section_view_new (const TonusSite *site, const TonusSection *section);

G_END_DECLS
