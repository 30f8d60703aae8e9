/* tonus-document.h - what every document floor function shares: errors and paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TONUS_DOCUMENT_ERROR (tonus_document_error_quark ())
typedef enum
{
  TONUS_DOCUMENT_ERROR_FONT,  /* the document font is not installed or cannot be read */
  TONUS_DOCUMENT_ERROR_PDF    /* libharu refused; the message has its code */
} TonusDocumentError;
GQuark tonus_document_error_quark (void);

typedef enum
{
  TONUS_PAPER_A4,
  TONUS_PAPER_LETTER
} TonusPaper;

/* "a4", "letter" */
gboolean tonus_paper_parse (const char *text, TonusPaper *paper);

/* What the locale's country uses. */
TonusPaper tonus_paper_default (void);

/* A sentence for the therapist on @characters no font has (tonus_pdf_get_missing()), NULL for "": what is printed
 * and what helps.  (nullable) (transfer full) */
char *tonus_document_describe_missing (const char *characters);

G_END_DECLS
