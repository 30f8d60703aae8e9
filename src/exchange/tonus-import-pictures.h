/* tonus-import-pictures.h - the pictures of an exercise library, made fit to be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures come with a library's folder.  Its JSON names them, and is not trusted: only plain files
 * below that folder are read, through no link, and each is decoded and written anew
 * (tonus-image.h). Where they are kept is the caller's matter; the row of an exercise names them
 * afterwards, so pictures are kept first and rows recorded last.
 */
#pragma once

#include "tonus-import.h"

G_BEGIN_DECLS

/* Keeps a clean JPEG.  Its name there (transfer full); NULL: no more can be kept. */
typedef char *(*TonusImportKeep) (GBytes *jpeg, gpointer data, GError **error);

typedef struct
{
  TonusImportKeep keep;
  void (*tell) (guint n_done, guint n_all, gpointer data); /* (nullable) exercises looked at */
  gpointer data;

  /* --- found --- */
  guint n_taken;  /* pictures */
  guint n_failed; /* named, but not there, or no pictures */
} TonusImportPictures;

/* The folder of pictures of the library at @paths, as given to tonus_import_open(); NULL: only
 * files were.  (transfer full) (nullable) */
char *tonus_import_find_pictures (const char *const *paths);

/* For every exercise that has none in @schema yet: start and end into its "picture".  keep() and
 * tell() are called in this thread.  FALSE: cancelled, or keep() failed. */
gboolean tonus_import_take_pictures (TonusImport *self,
                                     const char *folder,
                                     TonusSchema *schema,
                                     TonusImportPictures *pictures,
                                     GCancellable *cancellable,
                                     GError **error);

/* The text of a catalogue object in which exercises of @self that are without a picture have theirs
 * now.  NULL: none is.  @n is raised by how many are.  (transfer full) (nullable) */
char *tonus_import_illustrate (TonusImport *self, const char *text, guint *n);

G_END_DECLS
