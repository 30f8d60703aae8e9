/* tonus-handout.c - the page the patient takes home
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout.h"

#include "tonus-handout-pages.h"
#include "tonus-handout-parts.h"

GBytes *
tonus_handout_render (const TonusHandout *content,
                      const TonusHandoutOptions *options,
                      GError **error)
{
  TonusHandoutSize size = options->is_large ? TONUS_HANDOUT_LARGE : TONUS_HANDOUT_NORMAL;
  TonusPdfInfo info = { 0 };
  TonusHandoutSheet sheet = { 0 };
  TonusHandoutPages pages = { 0 };
  g_autoptr (TonusPdf) pdf = NULL;
  g_autoptr (GHashTable) heights = tonus_handout_heights_new ();

  g_return_val_if_fail (content != NULL && options != NULL, NULL);

  /* The title of the document shows in window titles and print queues: no patient in it. */
  info.title = content->title != NULL ? content->title : "";
  info.author = content->clinic;
  info.language = content->language;
  info.created = options->created;
  pdf = tonus_pdf_new (options->paper, &info, error);
  if (pdf == NULL)
    return NULL;
  sheet.pdf = pdf;
  sheet.content = content;
  sheet.heights = heights;
  sheet.sizes = tonus_handout_sizes (size);
  sheet.share = sheet.sizes->share;
  sheet.colours = tonus_handout_colours (options->is_mono);
  sheet.width = tonus_pdf_get_width (pdf) - 2 * TONUS_HANDOUT_MARGIN;
  tonus_handout_pages_init (&pages, &sheet);
  tonus_handout_pages_add_cards (&pages, options->is_compact);
  tonus_handout_pages_add_tail (&pages);
  tonus_handout_pages_end (&pages);
  if (options->unprinted != NULL)
    *options->unprinted = tonus_document_describe_missing (tonus_pdf_get_missing (pdf));
  return tonus_pdf_finish (pdf, error);
}
