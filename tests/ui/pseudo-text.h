/* pseudo-text.h - which words of a text are neither a translation nor somebody's data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the language of tools/pseudo-locale each translation stands in ⟦brackets⟧.  Letters outside of
 * them must be data: what somebody wrote into a field for words, the name of a month, or one of the
 * few words that are the same in every language.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Everything written in the records of a practice. */
void pseudo_text_take_data (const char *folder);
void pseudo_text_take_word (const char *words);
void pseudo_text_forget (void);

gboolean pseudo_text_is_translated (const char *text);

/* Nothing in it is data. */
gboolean pseudo_text_is_ours (const char *text);

G_END_DECLS
