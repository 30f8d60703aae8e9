/* tonus-print-dialog.c - the handout on paper: which printer, and what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-identify.h"
#include "tonus-print-dialog.h"
#include "tonus-print-send.h"

typedef struct
{
  TonusSession *session; /* owned */
  TonusChart *chart;     /* owned: whose handout it is */
  GtkWidget *owner;      /* (nullable) weak */
  TonusPrintInstead instead;
  gpointer data;
  gboolean has_printer;
} Printing;

/* The printer of the last time, until the program ends; nothing about a patient. */
static GtkPrintSettings *last_settings;

static void
printing_free (Printing *self)
{
  g_clear_weak_pointer (&self->owner);
  g_object_unref (self->chart);
  g_object_unref (self->session);
  g_free (self);
}

/* Said, and the way out opened. */
static void
fail (Printing *self, const char *words)
{
  tonus_session_say (self->session, words);
  if (self->owner)
    self->instead (self->data);
}

static void
sent_cb (GtkPrinter *printer, const GError *error, gpointer data)
{
  Printing *self = data;
  g_autofree char *words =
      error ? g_strdup_printf (_ ("Not printed: %s You can save it as a PDF instead."),
                               error->message)
            : g_strdup_printf (_ ("Sent to %s"), gtk_printer_get_name (printer));

  if (error)
    fail (self, words);
  else
    tonus_session_say (self->session, words);
  printing_free (self);
}

/* --- paper --- */

static GtkPageSetup *
make_setup (TonusPaper paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size =
      gtk_paper_size_new (paper == TONUS_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

/* The sheet in the printer decides: the page is made for it, where we have it. */
static void
fit_paper (GtkPageSetup *setup, TonusPaper *paper)
{
  const char *name = gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup));

  if (g_str_equal (name, GTK_PAPER_NAME_LETTER))
    *paper = TONUS_PAPER_LETTER;
  else if (g_str_equal (name, GTK_PAPER_NAME_A4))
    *paper = TONUS_PAPER_A4;
}

/* --- the dialog --- */

static void
print (Printing *self, GtkPrintUnixDialog *dialog)
{
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (dialog);
  g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
  GtkPageSetup *setup = gtk_print_unix_dialog_get_page_setup (dialog);
  TonusHandoutOptions options = tonus_session_get_handout_options (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fit_paper (setup, &options.paper);
  g_set_object (&last_settings, settings);
  bytes = tonus_session_give_out (self->session, &options, &error);
  if (bytes)
    {
      tonus_print_send (printer, settings, setup, _ ("Handout"), bytes, sent_cb, self);
      return;
    }
  tonus_session_say (self->session, error->message);
  printing_free (self);
}

static void
response_cb (GtkPrintUnixDialog *dialog, int response, Printing *self)
{
  gboolean is_same = tonus_session_get_chart (self->session) == self->chart;

  /* Another chart may have come to the front meanwhile: its program is not what was asked for. */
  if (response == GTK_RESPONSE_OK && is_same && gtk_print_unix_dialog_get_selected_printer (dialog))
    print (self, dialog);
  else
    printing_free (self);
  gtk_widget_destroy (GTK_WIDGET (dialog));
}

static void
open_dialog (Printing *self)
{
  GtkWidget *top = gtk_widget_get_toplevel (self->owner);
  GtkWidget *dialog = gtk_print_unix_dialog_new (_ ("Print the handout"), GTK_WINDOW (top));
  g_autoptr (GtkPageSetup) setup =
      make_setup (tonus_session_get_handout_options (self->session).paper);

  tonus_widget_identify (dialog, "print", _ ("Print the handout"));
  /* With PostScript a printer that takes no PDF can be chosen too: poppler draws for it. */
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog),
                                                 GTK_PRINT_CAPABILITY_GENERATE_PDF |
                                                     GTK_PRINT_CAPABILITY_GENERATE_PS);
  gtk_print_unix_dialog_set_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), setup);
  gtk_print_unix_dialog_set_embed_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), TRUE);
  if (last_settings)
    gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), last_settings);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* "Print to File" is no printer: whoever has only that is better served by a file. */
static gboolean
printer_cb (GtkPrinter *printer, gpointer data)
{
  Printing *self = data;

  self->has_printer = !gtk_printer_is_virtual (printer);
  return self->has_printer;
}

/* The printing system has named all it has. */
static void
asked_cb (gpointer data)
{
  Printing *self = data;

  if (self->has_printer && self->owner && gtk_widget_get_mapped (self->owner))
    {
      open_dialog (self);
      return;
    }
  if (!self->has_printer)
    fail (self, _ ("This computer has no printer. You can save the handout as a PDF instead."));
  printing_free (self);
}

void
tonus_print_handout (GtkWidget *owner,
                     TonusSession *session,
                     TonusPrintInstead instead,
                     gpointer data)
{
  Printing *self = g_new0 (Printing, 1);

  self->session = g_object_ref (session);
  self->chart = g_object_ref (tonus_session_get_chart (session));
  self->instead = instead;
  self->data = data;
  g_set_weak_pointer (&self->owner, owner);
  gtk_enumerate_printers (printer_cb, self, asked_cb, FALSE);
}
