/* tonus-print-send.c - a PDF to a printer, byte for byte where the printer can
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <sys/mman.h>
#include <unistd.h>
#include "tonus-pdf-reader.h"
#include "tonus-print-send.h"

int
tonus_print_source (GBytes *bytes, GError **error)
{
  int fd = memfd_create ("handout", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  g_autoptr (GOutputStream) stream = fd < 0 ? NULL : g_unix_output_stream_new (fd, FALSE);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (!stream)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("There is no memory for the printer (%s)."), g_strerror (errno));
      return -1;
    }
  if (g_output_stream_write_all (stream, data, length, NULL, NULL, error) &&
      fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) == 0 &&
      lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  if (error && !*error)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  close (fd);
  return -1;
}

typedef struct
{
  GtkPrinter *printer;
  TonusPrintDone done;
  gpointer data;
  int fd; /* -1: none */
} Sending;

static Sending *
sending_new (GtkPrinter *printer, TonusPrintDone done, gpointer data)
{
  Sending *self = g_new0 (Sending, 1);

  self->printer = g_object_ref (printer);
  self->done = done;
  self->data = data;
  self->fd = -1;
  return self;
}

static void
sending_free (gpointer data)
{
  Sending *self = data;

  if (self->fd >= 0)
    close (self->fd);
  g_object_unref (self->printer);
  g_free (self);
}

/* --- as it is --- */

static void
job_over_cb (GtkPrintJob *job, gpointer data, const GError *error)
{
  Sending *self = data;

  self->done (self->printer, error, self->data);
}

static void
send_bytes (Sending *self,
            GtkPrintSettings *settings,
            GtkPageSetup *setup,
            const char *title,
            GBytes *bytes)
{
  g_autoptr (GtkPrintJob) job = gtk_print_job_new (title, self->printer, settings, setup);
  g_autoptr (GError) error = NULL;

  self->fd = tonus_print_source (bytes, &error);
  if (self->fd < 0 || !gtk_print_job_set_source_fd (job, self->fd, &error))
    {
      self->done (self->printer, error, self->data);
      sending_free (self);
      return;
    }
  gtk_print_job_send (job, job_over_cb, self, sending_free);
}

/* --- drawn --- */

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, TonusPdfReader *reader)
{
  gtk_print_operation_set_n_pages (operation, (int) tonus_pdf_reader_get_n_pages (reader));
}

/* A page larger than what the printer can reach is made smaller, never cut. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int number,
              TonusPdfReader *reader)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, zoom;

  tonus_pdf_reader_get_size (reader, (guint) number, &width, &height);
  zoom = MIN (gtk_print_context_get_width (context) / width,
              gtk_print_context_get_height (context) / height);
  cairo_scale (cr, MIN (zoom, 1), MIN (zoom, 1));
  tonus_pdf_reader_draw_for_printing (reader, (guint) number, cr);
}

gboolean
tonus_print_draw (GtkPrintOperation *operation, GBytes *bytes, GError **error)
{
  TonusPdfReader *reader = tonus_pdf_reader_new (bytes, error);

  if (!reader)
    return FALSE;
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "reader", reader,
                          (GDestroyNotify) tonus_pdf_reader_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), reader);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), reader);
  return TRUE;
}

static void
drawn_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Sending *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  self->done (self->printer, error, self->data);
}

static void
forget_sending (gpointer self, GClosure *closure)
{
  sending_free (self);
}

static void
send_drawn (Sending *self,
            GtkPrintSettings *settings,
            GtkPageSetup *setup,
            const char *title,
            GBytes *bytes)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) own = gtk_print_settings_copy (settings);
  g_autoptr (GError) error = NULL;

  gtk_print_settings_set_printer (own, gtk_printer_get_name (self->printer));
  gtk_print_operation_set_print_settings (operation, own);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (!tonus_print_draw (operation, bytes, &error))
    {
      self->done (self->printer, error, self->data);
      sending_free (self);
      return;
    }
  g_signal_connect_data (operation, "done", G_CALLBACK (drawn_cb), self, forget_sending, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT, NULL, NULL);
}

void
tonus_print_send (GtkPrinter *printer,
                  GtkPrintSettings *settings,
                  GtkPageSetup *setup,
                  const char *title,
                  GBytes *bytes,
                  TonusPrintDone done,
                  gpointer data)
{
  Sending *self = sending_new (printer, done, data);

  if (gtk_printer_accepts_pdf (printer))
    send_bytes (self, settings, setup, title, bytes);
  else
    send_drawn (self, settings, setup, title, bytes);
}
