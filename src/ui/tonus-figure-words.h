/* tonus-figure-words.h - what a picture says to somebody who does not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-catalogue.h"

G_BEGIN_DECLS

/* "Picture of Bridge", "No picture of Nordic lower".  (transfer full) */
char *tonus_figure_words_name (const char *picture, const char *name);

/* What the picture shows: start, end and direction; where it does not say so itself, the patient's
 * steps in one paragraph.  (transfer full) */
char *tonus_figure_words_describe (const TonusEntry *exercise);

G_END_DECLS
