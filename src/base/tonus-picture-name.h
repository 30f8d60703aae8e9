/* tonus-picture-name.h - what the column "picture" of an exercise may say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Either the id of a picture that comes with Tonus ("bridge"), or files of the practice's folder
 * pictures/: a drawn one ("<hash>.pose"), or one or two photos ("<hash>.jpg;<hash>.jpg;": start and
 * end).  A file is named by the hash of its bytes, so a name is a promise.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TONUS_PICTURE_FILES_MAX 2

/* "<hash>.pose" or "<hash>.jpg", and nothing else.  NULL is no name. */
gboolean tonus_picture_name_is_valid (const char *name);

/* Is a valid @name that of a photo? */
gboolean tonus_picture_name_is_photo (const char *name);

/* Does @picture mean files at all?  (FALSE: an id, or NULL.)  What it means may still be nonsense.
 */
gboolean tonus_picture_is_files (const char *picture);

/* The files that @picture names: none, one, or two photos.  NULL: it is nonsense.  (transfer full)
 */
GStrv tonus_picture_split (const char *picture);

G_END_DECLS
