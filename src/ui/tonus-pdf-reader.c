/* tonus-pdf-reader.c - a PDF whose pages can be drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <gmodule.h>
#include <poppler.h>
#include "tonus-pdf-reader.h"

/* The compiler checks each of them against poppler's own headers. */
typedef struct
{
  typeof (poppler_document_new_from_bytes) *document_new;
  typeof (poppler_document_get_n_pages) *get_n_pages;
  typeof (poppler_document_get_page) *get_page;
  typeof (poppler_page_get_size) *get_size;
  typeof (poppler_page_get_text) *get_text;
  typeof (poppler_page_render) *render;
  typeof (poppler_page_render_for_printing) *render_for_printing;
} Poppler;

struct _TonusPdfReader
{
  PopplerDocument *document;
  const Poppler *poppler; /* never unloaded: it has types of GObject */
};

static gpointer
load (gpointer nothing)
{
  static Poppler poppler;
  const struct
  {
    const char *name;
    gpointer *place;
  } wanted[] = {
    { "poppler_document_new_from_bytes", (gpointer *) &poppler.document_new },
    { "poppler_document_get_n_pages", (gpointer *) &poppler.get_n_pages },
    { "poppler_document_get_page", (gpointer *) &poppler.get_page },
    { "poppler_page_get_size", (gpointer *) &poppler.get_size },
    { "poppler_page_get_text", (gpointer *) &poppler.get_text },
    { "poppler_page_render", (gpointer *) &poppler.render },
    { "poppler_page_render_for_printing", (gpointer *) &poppler.render_for_printing },
  };
  GModule *module = g_module_open (TONUS_POPPLER, G_MODULE_BIND_LAZY);

  for (guint i = 0; module && i < G_N_ELEMENTS (wanted); i++)
    if (!g_module_symbol (module, wanted[i].name, wanted[i].place))
      return NULL;
  return module ? &poppler : NULL;
}

static const Poppler *
get_poppler (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const Poppler *poppler = g_once (&once, load, NULL);

  if (!poppler)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("Pages cannot be drawn on this computer: “%s” is missing. Install Poppler; "
                    "saving as a PDF works without it."),
                 TONUS_POPPLER);
  return poppler;
}

TonusPdfReader *
tonus_pdf_reader_new (GBytes *pdf, GError **error)
{
  const Poppler *poppler = get_poppler (error);
  PopplerDocument *document = poppler ? poppler->document_new (pdf, NULL, error) : NULL;
  TonusPdfReader *self;

  if (!document)
    return NULL;
  self = g_new (TonusPdfReader, 1);
  *self = (TonusPdfReader){ document, poppler };
  return self;
}

void
tonus_pdf_reader_free (TonusPdfReader *self)
{
  if (!self)
    return;
  g_object_unref (self->document);
  g_free (self);
}

guint
tonus_pdf_reader_get_n_pages (TonusPdfReader *self)
{
  return (guint) self->poppler->get_n_pages (self->document);
}

void
tonus_pdf_reader_get_size (TonusPdfReader *self, guint page, double *width, double *height)
{
  PopplerPage *found = self->poppler->get_page (self->document, (int) page);

  self->poppler->get_size (found, width, height);
  g_object_unref (found);
}

void
tonus_pdf_reader_draw (TonusPdfReader *self, guint page, cairo_t *cr)
{
  PopplerPage *found = self->poppler->get_page (self->document, (int) page);

  self->poppler->render (found, cr);
  g_object_unref (found);
}

void
tonus_pdf_reader_draw_for_printing (TonusPdfReader *self, guint page, cairo_t *cr)
{
  PopplerPage *found = self->poppler->get_page (self->document, (int) page);

  self->poppler->render_for_printing (found, cr);
  g_object_unref (found);
}

char *
tonus_pdf_reader_get_text (TonusPdfReader *self, guint page)
{
  PopplerPage *found = self->poppler->get_page (self->document, (int) page);
  char *text = self->poppler->get_text (found);

  g_object_unref (found);
  return text;
}
