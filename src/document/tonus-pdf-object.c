/* tonus-pdf-object.c - the PDF objects that libharu can write but has no public call for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-object.h"

#include <math.h>

/* Below this the filter's own cost is more than it saves: libharu sets up zlib anew for every
 * stream. */
#define WORTH_PACKING 256

#if HPDF_MAJOR_VERSION != 2
#error "tonus-pdf-object.c was written for the inner structures of libharu 2.x"
#endif

void
tonus_pdf_object_set_version (HPDF_Doc doc)
{
  doc->pdf_version = HPDF_VER_17;
}

HPDF_Dict
tonus_pdf_object_get_catalog (HPDF_Doc doc)
{
  return doc->catalog;
}

HPDF_Dict
tonus_pdf_object_get_info (HPDF_Doc doc)
{
  return doc->info;
}

void
tonus_pdf_object_write_content (HPDF_Page page, const char *data, gsize length)
{
  if (page != NULL)
    HPDF_Stream_Write (((HPDF_PageAttr) page->attr)->stream, (const HPDF_BYTE *) data,
                       (HPDF_UINT) length);
}

HPDF_Dict
tonus_pdf_object_new_dict (HPDF_Doc doc, const char *type)
{
  HPDF_Dict dict = HPDF_Dict_New (doc->mmgr);

  if (dict == NULL)
    return NULL;
  if (HPDF_Xref_Add (doc->xref, dict) != HPDF_OK)
    return NULL;
  if (type != NULL)
    HPDF_Dict_AddName (dict, "Type", type);
  return dict;
}

HPDF_Dict
tonus_pdf_object_new_direct_dict (HPDF_Doc doc)
{
  return HPDF_Dict_New (doc->mmgr);
}

HPDF_Dict
tonus_pdf_object_new_stream (HPDF_Doc doc, const void *data, gsize length, gboolean is_packed)
{
  HPDF_Dict stream = HPDF_DictStream_New (doc->mmgr, doc->xref);

  if (stream == NULL)
    return NULL;
  HPDF_Stream_Write (stream->stream, data, (HPDF_UINT) length);
  if (is_packed && length > WORTH_PACKING)
    stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  return stream;
}

/* libharu takes the name of a filter that it does not apply itself out of the dictionary. */
static HPDF_STATUS
write_filter_cb (HPDF_Dict dict, HPDF_Stream stream)
{
  return HPDF_Stream_WriteStr (stream, "/Filter /FlateDecode\n");
}

HPDF_Dict
tonus_pdf_object_new_form (HPDF_Doc doc, const void *deflated, gsize length)
{
  HPDF_Dict form = tonus_pdf_object_new_stream (doc, deflated, length, FALSE);

  if (form == NULL)
    return NULL;
  /* Without its class libharu refuses to show it. */
  form->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
  form->write_fn = write_filter_cb;
  HPDF_Dict_AddName (form, "Type", "XObject");
  HPDF_Dict_AddName (form, "Subtype", "Form");
  return form;
}

HPDF_Array
tonus_pdf_object_new_array (HPDF_Doc doc)
{
  return HPDF_Array_New (doc->mmgr);
}

void
tonus_pdf_dict_add (HPDF_Dict dict, const char *key, void *object)
{
  if (dict != NULL && object != NULL)
    HPDF_Dict_Add (dict, key, object);
}

void
tonus_pdf_dict_add_name (HPDF_Dict dict, const char *key, const char *name)
{
  if (dict != NULL)
    HPDF_Dict_AddName (dict, key, name);
}

void
tonus_pdf_dict_add_number (HPDF_Dict dict, const char *key, gint number)
{
  if (dict != NULL)
    HPDF_Dict_AddNumber (dict, key, number);
}

void
tonus_pdf_dict_add_boolean (HPDF_Dict dict, const char *key, gboolean value)
{
  if (dict != NULL)
    HPDF_Dict_AddBoolean (dict, key, value ? HPDF_TRUE : HPDF_FALSE);
}

/* Text strings are ASCII or UTF-16 with a byte order mark; libharu's own encoders are bypassed. */
void
tonus_pdf_dict_add_text (HPDF_Dict dict, const char *key, const char *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  g_autofree guint8 *bytes = NULL;
  glong n = 0;

  if (dict == NULL || text == NULL)
    return;
  if (g_str_is_ascii (text))
    {
      tonus_pdf_dict_add (dict, key, HPDF_String_New (dict->mmgr, text, NULL));
      return;
    }
  utf16 = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  if (utf16 == NULL)
    return;
  bytes = g_new (guint8, 2 * n + 2);
  bytes[0] = 0xfe;
  bytes[1] = 0xff;
  for (glong i = 0; i < n; i++)
    {
      bytes[2 * i + 2] = (guint8) (utf16[i] >> 8);
      bytes[2 * i + 3] = (guint8) (utf16[i] & 0xff);
    }
  tonus_pdf_dict_add (dict, key, HPDF_Binary_New (dict->mmgr, bytes, (HPDF_UINT) (2 * n + 2)));
}

void
tonus_pdf_array_add (HPDF_Array array, void *object)
{
  if (array != NULL && object != NULL)
    HPDF_Array_Add (array, object);
}

void
tonus_pdf_array_add_number (HPDF_Array array, gint number)
{
  if (array != NULL)
    HPDF_Array_AddNumber (array, number);
}

void
tonus_pdf_array_add_real (HPDF_Array array, double number)
{
  if (array != NULL)
    HPDF_Array_AddReal (array, (HPDF_REAL) number);
}

void
tonus_pdf_array_add_name (HPDF_Array array, const char *name)
{
  if (array != NULL)
    HPDF_Array_AddName (array, name);
}

HPDF_Dict
tonus_pdf_object_get_resources (HPDF_Page page)
{
  return page != NULL ? HPDF_Page_GetInheritableItem (page, "Resources", HPDF_OCLASS_DICT) : NULL;
}

static void
append_unit (GString *out, guint unit)
{
  static const char digits[] = "0123456789ABCDEF";

  g_string_append_c (out, digits[unit >> 12 & 15]);
  g_string_append_c (out, digits[unit >> 8 & 15]);
  g_string_append_c (out, digits[unit >> 4 & 15]);
  g_string_append_c (out, digits[unit & 15]);
}

void
tonus_pdf_append_hex_text (GString *out, const char *text, gsize length, gboolean has_mark)
{
  g_string_append_c (out, '<');
  if (has_mark)
    append_unit (out, 0xfeff);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x10000)
        append_unit (out, c);
      else
        {
          append_unit (out, 0xd800 + ((c - 0x10000) >> 10));
          append_unit (out, 0xdc00 + ((c - 0x10000) & 0x3ff));
        }
    }
  g_string_append_c (out, '>');
}

void
tonus_pdf_append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_assert (isfinite (value));
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_len (out, buffer, (gssize) length);
}
