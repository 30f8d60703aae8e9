/* tonus-picture-name.c - what the column "picture" of an exercise may say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-picture-name.h"

#include <string.h>

#include "tonus-id.h"

#define POSE ".pose"
#define PHOTO ".jpg"
#define LENGTH_MAX (TONUS_HASH_LENGTH + 5u)

static gboolean
is_named (const char *name, const char *ending)
{
  char hash[TONUS_HASH_LENGTH + 1] = "";

  if (strlen (name) != TONUS_HASH_LENGTH + strlen (ending) ||
      strcmp (name + TONUS_HASH_LENGTH, ending) != 0)
    return FALSE;
  memcpy (hash, name, TONUS_HASH_LENGTH);
  return tonus_hash_is_valid (hash);
}

gboolean
tonus_picture_name_is_valid (const char *name)
{
  return name != NULL && strnlen (name, LENGTH_MAX + 1) <= LENGTH_MAX &&
         (is_named (name, POSE) || is_named (name, PHOTO));
}

gboolean
tonus_picture_name_is_photo (const char *name)
{
  return tonus_picture_name_is_valid (name) && g_str_has_suffix (name, PHOTO);
}

/* Ids have neither dots nor semicolons. */
gboolean
tonus_picture_is_files (const char *picture)
{
  return picture != NULL && strpbrk (picture, ".;") != NULL;
}

GStrv
tonus_picture_split (const char *picture)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n = 0, n_photos = 0;

  if (!tonus_picture_is_files (picture))
    return g_strv_builder_end (files);
  /* One more than there may be, so that the rest of a long text is not cut up for nothing. */
  parts = g_strsplit (picture, ";", TONUS_PICTURE_FILES_MAX + 2);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0' && parts[i + 1] == NULL && i > 0)
        break;
      if (!tonus_picture_name_is_valid (parts[i]))
        return NULL;
      n_photos += tonus_picture_name_is_photo (parts[i]);
      n++;
      g_strv_builder_add (files, parts[i]);
    }
  return n == 1 || (n == TONUS_PICTURE_FILES_MAX && n_photos == n) ? g_strv_builder_end (files)
                                                                   : NULL;
}
