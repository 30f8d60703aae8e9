/* tonus-text.h - text people type: cleaning it at the border, folding it for search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text fit to be kept: valid UTF-8 in NFC, without control or bidi-override characters, blanks at
 * both ends removed; @one_line turns line ends into blanks, else CR LF and CR become LF.
 * Printable text comes back byte for byte.  (transfer full) */
char *tonus_text_clean (const char *text, gboolean one_line);

/* @text as one piece within a sentence of any language: between U+2068 and U+2069, so that its direction is its own and
 * does not leak into the words around it; bidi controls of @text are dropped.  (transfer full) */
char *tonus_text_isolate (const char *text);

/* The same, read from left to right whatever is around it: telephone numbers, doses, codes.  (transfer full) */
char *tonus_text_isolate_ltr (const char *text);

/* Lower case, without accents, German sharp s as ss: "Škoda" and "skoda" fold alike.  (transfer full) */
char *tonus_text_fold (const char *text);

/* TRUE if every blank-separated word of @folded_needle begins some word of @folded_hay. */
gboolean tonus_text_matches (const char *folded_hay, const char *folded_needle);

/* A number as typed, comma or point as decimal sign, any sign, nothing else.
 * FALSE if @typed is anything more or less. @value may be NULL. */
gboolean tonus_number_read_typed (const char *typed, double *value);

/* A number in the record's grammar: "-7.5", no exponent, no blanks.  Locale-independent. */
gboolean tonus_number_parse (const char *text, double *value);

/* "7.5" with at most @digits decimals and no trailing zeros.  (transfer full) */
char *tonus_number_format (double value, guint digits);

G_END_DECLS
