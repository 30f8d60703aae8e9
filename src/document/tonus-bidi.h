/* tonus-bidi.h - in which order the parts of a text are seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Unicode Bidirectional Algorithm (UAX 9) is FriBidi's; here stand its rules for a line
 * (L1, L2) and which direction a text has.  Most texts have one direction and cost one look at their
 * bytes.
 *
 * The base direction is the document's, but a text without a letter of it takes that of its letters,
 * and in a left-to-right document a text with more right-to-left letters than others is one of
 * those.  What stands in isolates (U+2066…U+2069) has no say in it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is @text seen in the order of its bytes, in a document of that direction?  It need not be valid. */
gboolean tonus_bidi_is_plain (const char *text, gsize length, gboolean document_is_rtl);

/* The base direction of @text, valid UTF-8. */
gboolean tonus_bidi_is_rtl (const char *text, gsize length, gboolean document_is_rtl);

/* The embedding level of each byte of @text, valid UTF-8 and one paragraph; odd: right to left.
 * (transfer full) */
guint8 *tonus_bidi_find_levels (const char *text, gsize length, gboolean is_rtl);

/* A part that is read in one direction, without the characters that only mark directions. */
typedef struct
{
  gsize start, length;
  gboolean is_rtl;
} TonusBidiRun;

/* The parts of bytes @from to @to as they are seen from left to right: (element-type TonusBidiRun)
 * (transfer full). */
GArray *tonus_bidi_arrange (const char *text, const guint8 *levels, gsize from, gsize to);

/* Bytes @from to @to of a paragraph as a text that is seen alone as it is in the paragraph: in an isolate of the
 * base direction, isolates that are open there opened again, and a mark at either end for the letters
 * that were its neighbours.  (transfer full) */
char *tonus_bidi_cut_line (const char *text, gsize length, gboolean is_rtl, gsize from, gsize to);

/* Does @c only say how others are to be ordered? */
gboolean tonus_bidi_is_mark (gunichar c);

G_END_DECLS
