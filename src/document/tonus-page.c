/* tonus-page.c - a PDF being written: its pages, text and tags
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-page-private.h"
#include "tonus-pdf-figure.h"
#include "tonus-pdf-metadata.h"
#include "tonus-pdf-pack.h"

#include <string.h>

static const struct
{
  double width, height;
} papers[] = {
  [TONUS_PAPER_A4] = { 595.28, 841.89 },
  [TONUS_PAPER_LETTER] = { 612, 792 },
};

static void
haru_error_cb (HPDF_STATUS code, HPDF_STATUS detail, void *user_data)
{
  TonusPdf *self = user_data;

  if (self->first_error != HPDF_OK)
    return;
  self->first_error = code;
  self->first_detail = detail;
}

static void
copy_info (TonusPdfInfo *copy, const TonusPdfInfo *info)
{
  copy->title = g_utf8_make_valid (info->title != NULL ? info->title : "", -1);
  copy->author = info->author != NULL ? g_utf8_make_valid (info->author, -1) : NULL;
  copy->subject = info->subject != NULL ? g_utf8_make_valid (info->subject, -1) : NULL;
  copy->language = g_strdup (info->language != NULL ? info->language : "en");
  copy->created = g_strdup (info->created);
}

static void
clear_info (TonusPdfInfo *info)
{
  g_free ((char *) info->title);
  g_free ((char *) info->author);
  g_free ((char *) info->subject);
  g_free ((char *) info->language);
  g_free ((char *) info->created);
}

static gboolean
load_fonts (TonusPdf *self, GError **error)
{
  self->fonts = tonus_pdf_fonts_new (error);
  if (self->fonts == NULL)
    return FALSE;
  for (guint i = 0; i < TONUS_N_FONTS; i++)
    self->faces[i] = tonus_pdf_face_new (self->fonts, i, self->info.language, self->is_rtl);
  return TRUE;
}

TonusPdf *
tonus_pdf_new (TonusPaper paper, const TonusPdfInfo *info, GError **error)
{
  return tonus_pdf_new_sized (papers[paper].width, papers[paper].height, info, error);
}

TonusPdf *
tonus_pdf_new_sized (double width, double height, const TonusPdfInfo *info, GError **error)
{
  g_autoptr (TonusPdf) self = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_new0 (TonusPdf, 1);
  self->width = width;
  self->height = height;
  self->tags = tonus_pdf_tags_new ();
  self->figures = tonus_pdf_figures_new ();
  self->photos = tonus_pdf_figures_new ();
  self->pages = g_ptr_array_new ();
  self->states = g_array_new (FALSE, TRUE, sizeof (TonusPageState));
  self->scratch = g_string_sized_new (1024);
  copy_info (&self->info, info);
  self->is_rtl = tonus_page_is_rtl_language (self->info.language);
  if (!load_fonts (self, error))
    return NULL;
  self->doc = HPDF_New (haru_error_cb, self);
  /* Without memory for an empty document nothing else of the program would run either. */
  g_assert (self->doc != NULL);
  HPDF_SetCompressionMode (self->doc, HPDF_COMP_ALL);
  tonus_pdf_object_set_version (self->doc);
  self->font_resources = tonus_pdf_object_new_dict (self->doc, NULL);
  return g_steal_pointer (&self);
}

void
tonus_pdf_free (TonusPdf *self)
{
  if (self == NULL)
    return;
  if (self->doc != NULL)
    HPDF_Free (self->doc);
  tonus_pdf_fonts_free (self->fonts);
  for (guint i = 0; i < TONUS_N_FONTS; i++)
    tonus_pdf_face_free (self->faces[i]);
  tonus_pdf_tags_free (self->tags);
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->photos);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->states);
  g_string_free (self->scratch, TRUE);
  clear_info (&self->info);
  g_free (self);
}

double
tonus_pdf_get_width (TonusPdf *self)
{
  return self->width;
}

double
tonus_pdf_get_height (TonusPdf *self)
{
  return self->height;
}

const char *
tonus_page_get_language (TonusPdf *self)
{
  return self->info.language;
}

HPDF_Page
tonus_page_get (TonusPdf *self)
{
  g_assert (!self->is_finished && self->pages->len > 0);
  return g_ptr_array_index (self->pages, self->current);
}

TonusPageState *
tonus_page_get_state (TonusPdf *self)
{
  return &g_array_index (self->states, TonusPageState, self->current);
}

void
tonus_page_flush (TonusPdf *self)
{
  tonus_pdf_object_write_content (tonus_page_get (self), self->scratch->str, self->scratch->len);
  g_string_truncate (self->scratch, 0);
}

static void
leave_page (TonusPdf *self)
{
  if (self->pages->len == 0)
    return;
  tonus_pdf_tags_leave (self->tags, self->scratch);
  tonus_page_flush (self);
}

void
tonus_pdf_add_page (TonusPdf *self)
{
  TonusPageState state = { .face = -1 };
  HPDF_Page page;

  g_assert (!self->is_finished);
  leave_page (self);
  page = HPDF_AddPage (self->doc);
  /* After an error there is no page; every call but these two puts up with that. */
  if (page != NULL)
    {
      HPDF_Page_SetWidth (page, tonus_page_number (self->width));
      HPDF_Page_SetHeight (page, tonus_page_number (self->height));
    }
  tonus_pdf_dict_add (tonus_pdf_object_get_resources (page), "Font", self->font_resources);
  g_ptr_array_add (self->pages, page);
  g_array_append_val (self->states, state);
  self->current = self->pages->len - 1;
}

guint
tonus_pdf_get_n_pages (TonusPdf *self)
{
  return self->pages->len;
}

void
tonus_pdf_go_to_page (TonusPdf *self, guint index)
{
  g_assert (index < self->pages->len);
  if (index == self->current)
    return;
  leave_page (self);
  self->current = index;
}

void
tonus_pdf_open_tag (TonusPdf *self, TonusTag tag, const char *alt)
{
  tonus_pdf_tags_open (self->tags, tag, alt);
}

void
tonus_pdf_close_tag (TonusPdf *self)
{
  tonus_pdf_tags_close (self->tags);
}

void
tonus_pdf_open_artifact (TonusPdf *self)
{
  tonus_pdf_tags_open_artifact (self->tags);
}

void
tonus_pdf_close_artifact (TonusPdf *self)
{
  tonus_pdf_tags_close_artifact (self->tags);
}

void
tonus_page_mark (TonusPdf *self, gboolean is_text)
{
  tonus_pdf_tags_mark (self->tags, self->current, is_text, self->scratch);
  if (self->scratch->len > 0)
    tonus_page_flush (self);
}

/* Never HPDF_SaveToFile: it calls a full disk a success. */
static GBytes *
read_saved (TonusPdf *self)
{
  HPDF_UINT32 size, n_read;
  guint8 *data;

  if (HPDF_SaveToStream (self->doc) != HPDF_OK)
    return NULL;
  size = HPDF_GetStreamSize (self->doc);
  data = g_malloc (size);
  n_read = size;
  HPDF_ResetStream (self->doc);
  HPDF_ReadFromStream (self->doc, data, &n_read);
  if (n_read == size && self->first_error == HPDF_OK)
    return g_bytes_new_take (data, size);
  g_free (data);
  return NULL;
}

GBytes *
tonus_pdf_finish (TonusPdf *self, GError **error)
{
  g_autoptr (GBytes) plain = NULL;

  g_return_val_if_fail (!self->is_finished, NULL);

  if (self->pages->len == 0)
    tonus_pdf_add_page (self);
  leave_page (self);
  self->is_finished = TRUE;
  if (self->first_error == HPDF_OK)
    {
      if (!tonus_pdf_fonts_embed (self->fonts, self->doc, self->font_resources, error))
        return NULL;
      tonus_pdf_tags_write (self->tags, self->doc, self->pages);
      tonus_pdf_metadata_write (self->doc, &self->info);
    }
  if (self->first_error == HPDF_OK)
    plain = read_saved (self);
  /* A booklet's objects are ten times its bytes, and nothing needs them any more. */
  g_clear_pointer (&self->doc, HPDF_Free);
  if (plain != NULL)
    return tonus_pdf_pack (plain);
  g_set_error (error, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_PDF,
               "The PDF could not be written: libharu reported error 0x%04lX, detail %lu; "
               "nothing was saved, please report this",
               (unsigned long) self->first_error, (unsigned long) self->first_detail);
  return NULL;
}
