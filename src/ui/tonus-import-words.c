/* tonus-import-words.c - what became of an import, in a few sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-import-work.h"

static void
describe_pictures (const TonusImportWork *work, GString *words)
{
  if (work->n_pictures > 0)
    g_string_append_printf (
        words,
        ngettext (" %u picture was taken over.", " %u pictures were taken over.", work->n_pictures),
        work->n_pictures);
  if (work->n_pictures_failed > 0)
    g_string_append_printf (words,
                            ngettext (" %u picture could not be used.",
                                      " %u pictures could not be used.", work->n_pictures_failed),
                            work->n_pictures_failed);
  if (work->has_left_pictures)
    g_string_append (words, _ (" Pictures come with the library’s folder: choose it to have them, "
                               "too."));
}

static char *
describe_added (const TonusImportWork *work)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (
      words, ngettext ("%u exercise of %s imported.", "%u exercises of %s imported.", work->n_new),
      work->n_new, work->source);
  if (work->n_known > 0)
    g_string_append_printf (
        words, ngettext (" %u was here already.", " %u were here already.", work->n_known),
        work->n_known);
  if (work->n_passed_over > 0)
    g_string_append_printf (words,
                            ngettext (" %u had no text and was passed over.",
                                      " %u had no text and were passed over.", work->n_passed_over),
                            work->n_passed_over);
  describe_pictures (work, words);
  return g_string_free (words, FALSE);
}

char *
tonus_import_work_describe (const TonusImportWork *work)
{
  if (g_error_matches (work->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Cancelled; nothing was imported."));
  if (work->error)
    return g_strdup_printf (_ ("Not imported: %s"), work->error->message);
  if (work->kind == TONUS_IMPORT_WORK_ADD)
    return describe_added (work);
  return g_strdup_printf (work->kind == TONUS_IMPORT_WORK_REMOVE
                              ? _ ("Exercises of %s are offered no longer. Programs that have them "
                                   "keep them.")
                              : _ ("Exercises of %s are offered again."),
                          work->source);
}
