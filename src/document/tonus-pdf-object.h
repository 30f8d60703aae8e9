/* tonus-pdf-object.h - the PDF objects that libharu can write but has no public call for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that leans on libharu's exported internals, an ABI of its 2.x releases.  Every
 * function takes NULL objects and does nothing: the first error is kept by libharu's error handler.
 */
#pragma once

#include <glib.h>
#include <hpdf.h>

G_BEGIN_DECLS

/* PDF 1.7: marked content, ActualText, structure. */
void tonus_pdf_object_set_version (HPDF_Doc doc);
HPDF_Dict tonus_pdf_object_get_catalog (HPDF_Doc doc);
HPDF_Dict tonus_pdf_object_get_info (HPDF_Doc doc);

/* A page's content stream, as it stands between two calls of libharu. */
void tonus_pdf_object_write_content (HPDF_Page page, const char *data, gsize length);

/* New objects; those of a kind without "direct" in its name are referred to, not repeated. */
HPDF_Dict tonus_pdf_object_new_dict (HPDF_Doc doc, const char *type);
HPDF_Dict tonus_pdf_object_new_direct_dict (HPDF_Doc doc);
HPDF_Dict
tonus_pdf_object_new_stream (HPDF_Doc doc, const void *data, gsize length, gboolean is_packed);
/* A drawing that pages show by name, from content that is deflated already; its box and matrix are the caller's to
 * add. */
HPDF_Dict tonus_pdf_object_new_form (HPDF_Doc doc, const void *deflated, gsize length);
HPDF_Array tonus_pdf_object_new_array (HPDF_Doc doc);

void tonus_pdf_dict_add (HPDF_Dict dict, const char *key, void *object);
void tonus_pdf_dict_add_name (HPDF_Dict dict, const char *key, const char *name);
void tonus_pdf_dict_add_number (HPDF_Dict dict, const char *key, gint number);
void tonus_pdf_dict_add_boolean (HPDF_Dict dict, const char *key, gboolean value);
/* @text is UTF-8 and may be in any script. */
void tonus_pdf_dict_add_text (HPDF_Dict dict, const char *key, const char *text);

void tonus_pdf_array_add (HPDF_Array array, void *object);
void tonus_pdf_array_add_number (HPDF_Array array, gint number);
void tonus_pdf_array_add_real (HPDF_Array array, double number);
void tonus_pdf_array_add_name (HPDF_Array array, const char *name);

/* The resources of a page. */
HPDF_Dict tonus_pdf_object_get_resources (HPDF_Page page);

/* "<FEFF0160…>": @text as a PDF hex string. */
void tonus_pdf_append_hex_text (GString *out, const char *text, gsize length, gboolean has_mark);

/* "12.5": in any locale, without trailing zeros. */
void tonus_pdf_append_number (GString *out, double value);

G_END_DECLS
