/* tonus-print-send.h - a PDF to a printer, byte for byte where the printer can
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes never touch a disk of ours: a printer that takes PDF gets them from a memory file, for
 * others poppler draws the pages into the printing system.
 */
#pragma once

#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>

G_BEGIN_DECLS

/* A descriptor at whose beginning @bytes can be read; nobody can change them any more.  -1: error.
 * To be closed by the caller. */
int tonus_print_source (GBytes *bytes, GError **error);

/* @error: NULL, the printing system has taken it. */
typedef void (*TonusPrintDone) (GtkPrinter *printer, const GError *error, gpointer data);

/* @title shows in print queues.  @done is called once, from the main loop or at once. */
void tonus_print_send (GtkPrinter *printer,
                       GtkPrintSettings *settings,
                       GtkPageSetup *setup,
                       const char *title,
                       GBytes *bytes,
                       TonusPrintDone done,
                       gpointer data);

/* The way for printers that take no PDF, for a test.  Errors: tonus_pdf_reader_new()'s. */
gboolean tonus_print_draw (GtkPrintOperation *operation, GBytes *bytes, GError **error);

G_END_DECLS
