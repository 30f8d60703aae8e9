/* tonus-revision.c - the name of a revision file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-revision.h"

#include <string.h>

#include "tonus-id.h"
#include "tonus-schema.h"

#define SUFFIX ".keyfile"
#define NAME_MAX_BYTES 120
/* Far above any real history, far below where "the next one" could overflow. */
#define NUMBER_DIGITS_MAX 9

/* "17" → 17; 0 unless it is the one spelling of a number from 1. */
static guint64
parse_number (const char *text)
{
  gsize length = strspn (text, "0123456789");

  if (length == 0 || length > NUMBER_DIGITS_MAX || text[length] != '\0' || text[0] == '0')
    return 0;
  return g_ascii_strtoull (text, NULL, 10);
}

/* One block for the whole: a folder may hold thousands of names and is listed often. */
static TonusRevisionName *
name_new (const char *kind, const char *object, guint64 number, const char *hash)
{
  gsize kind_size = strlen (kind) + 1, object_size = strlen (object) + 1;
  gsize hash_size = strlen (hash) + 1;
  TonusRevisionName *self = g_malloc (sizeof *self + kind_size + object_size + hash_size);

  self->kind = (char *) (self + 1);
  self->object = self->kind + kind_size;
  self->number = number;
  self->hash = self->object + object_size;
  memcpy (self->kind, kind, kind_size);
  memcpy (self->object, object, object_size);
  memcpy (self->hash, hash, hash_size);
  return self;
}

TonusRevisionName *
tonus_revision_name_copy (const TonusRevisionName *self)
{
  return name_new (self->kind, self->object, self->number, self->hash);
}

TonusRevisionName *
tonus_revision_name_parse (const char *file_name)
{
  char stem[NAME_MAX_BYTES + 1];
  const char *parts[4] = { stem };
  gsize length = strlen (file_name);
  guint n_parts = 1;

  if (length > NAME_MAX_BYTES || !g_str_has_suffix (file_name, SUFFIX))
    return NULL;
  length -= strlen (SUFFIX);
  memcpy (stem, file_name, length);
  stem[length] = '\0';
  for (char *at = stem; (at = strchr (at, '-')) != NULL;)
    {
      if (n_parts == G_N_ELEMENTS (parts))
        return NULL;
      *at++ = '\0';
      parts[n_parts++] = at;
    }
  if (n_parts != G_N_ELEMENTS (parts))
    return NULL;
  guint64 number = parse_number (parts[2]);
  if (!tonus_schema_has_kind (parts[0]) || !tonus_id_is_valid (parts[1]) || number == 0 ||
      !tonus_hash_is_valid (parts[3]))
    return NULL;
  return name_new (parts[0], parts[1], number, parts[3]);
}

char *
tonus_revision_name_format (const char *kind, const char *object, guint64 number, const char *hash)
{
  g_assert (tonus_schema_has_kind (kind) && tonus_id_is_valid (object) && number > 0 &&
            tonus_hash_is_valid (hash));
  return g_strdup_printf ("%s-%s-%" G_GUINT64_FORMAT "-%s" SUFFIX, kind, object, number, hash);
}

void
tonus_revision_name_free (TonusRevisionName *self)
{
  g_free (self);
}
