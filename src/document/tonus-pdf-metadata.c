/* tonus-pdf-metadata.c - what a PDF says about itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-metadata.h"

#define PRODUCER "Tonus " TONUS_VERSION " (libharu " HPDF_VERSION_TEXT ")"

/* XML has no place for control characters, not even escaped. */
static char *
escape_xml (const char *text)
{
  g_autofree char *clean = g_utf8_make_valid (text, -1);

  for (char *p = clean; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return g_markup_escape_text (clean, -1);
}

static void
append_element (
    GString *xmp, const char *element, const char *open, const char *text, const char *close)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;
  escaped = escape_xml (text);
  g_string_append_printf (xmp, "<%s>%s%s%s</%s>\n", element, open, escaped, close, element);
}

static HPDF_Dict
build_xmp (HPDF_Doc doc, const TonusPdfInfo *info)
{
  g_autoptr (GString) xmp = g_string_new (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
  HPDF_Dict stream;

  append_element (xmp, "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title,
                  "</rdf:li></rdf:Alt>");
  append_element (xmp, "dc:creator", "<rdf:Seq><rdf:li>", info->author, "</rdf:li></rdf:Seq>");
  append_element (xmp, "dc:description", "<rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
                  "</rdf:li></rdf:Alt>");
  append_element (xmp, "dc:language", "<rdf:Bag><rdf:li>", info->language, "</rdf:li></rdf:Bag>");
  append_element (xmp, "xmp:CreateDate", "", info->created, "");
  append_element (xmp, "pdf:Producer", "", PRODUCER, "");
  g_string_append (xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  stream = tonus_pdf_object_new_stream (doc, xmp->str, xmp->len, FALSE);
  tonus_pdf_dict_add_name (stream, "Type", "Metadata");
  tonus_pdf_dict_add_name (stream, "Subtype", "XML");
  return stream;
}

/* "2026-11-23T10:42:07+01:00" → "D:20261123104207+01'00'", NULL if it is no moment. */
static char *
format_pdf_date (const char *moment)
{
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autofree char *day = NULL;
  gint offset;

  if (time == NULL)
    return NULL;
  day = g_date_time_format (time, "D:%Y%m%d%H%M%S");
  offset = (gint) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
  return g_strdup_printf ("%s%c%02d'%02d'", day, offset < 0 ? '-' : '+', ABS (offset) / 60,
                          ABS (offset) % 60);
}

static void
write_info (HPDF_Doc doc, const TonusPdfInfo *info)
{
  g_autofree char *date = format_pdf_date (info->created);
  HPDF_Dict dict;

  HPDF_SetInfoAttr (doc, HPDF_INFO_PRODUCER, PRODUCER);
  dict = tonus_pdf_object_get_info (doc);
  tonus_pdf_dict_add_text (dict, "Title", info->title);
  tonus_pdf_dict_add_text (dict, "Author", info->author);
  tonus_pdf_dict_add_text (dict, "Subject", info->subject);
  if (date != NULL)
    tonus_pdf_dict_add_text (dict, "CreationDate", date);
}

void
tonus_pdf_metadata_write (HPDF_Doc doc, const TonusPdfInfo *info)
{
  HPDF_Dict catalog = tonus_pdf_object_get_catalog (doc);
  HPDF_Dict preferences = tonus_pdf_object_new_direct_dict (doc);
  g_autofree char *date = format_pdf_date (info->created);
  TonusPdfInfo checked = *info;

  if (date == NULL)
    checked.created = NULL;
  write_info (doc, &checked);
  tonus_pdf_dict_add_boolean (preferences, "DisplayDocTitle", TRUE);
  tonus_pdf_dict_add (catalog, "ViewerPreferences", preferences);
  tonus_pdf_dict_add_text (catalog, "Lang", info->language);
  tonus_pdf_dict_add (catalog, "Metadata", build_xmp (doc, &checked));
}
