/* tonus-facts.c - what one verified revision file says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-record-skim.h"
#include "tonus-save.h"

static gboolean
check_hash (const TonusRevisionName *name, GBytes *bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autofree char *hash = tonus_hash_of (data, length);

  if (strcmp (hash, name->hash) == 0)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
               _ ("the %zu bytes in it are not those its name promises: it was cut, altered "
                  "or only half copied. Get this file from a copy of the practice"),
               length);
  return FALSE;
}

static gboolean
check_header (const TonusRevisionName *name,
              const char *patient,
              const TonusHeader *header,
              GError **error)
{
  const char *wrong = NULL;

  if (g_strcmp0 (header->kind, name->kind) != 0)
    wrong = "Kind";
  else if (g_strcmp0 (header->object, name->object) != 0)
    wrong = "Object";
  else if (header->revision != name->number)
    wrong = "Revision";
  else if (g_strcmp0 (header->patient, patient) != 0)
    wrong = "Patient";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
               _ ("its %s is not that of its name and folder. Move it to where it belongs"), wrong);
  return FALSE;
}

TonusRecord *
tonus_facts_verify (TonusSchema *schema,
                    const TonusRevisionName *name,
                    const char *patient,
                    GBytes *bytes,
                    GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!check_hash (name, bytes, error))
    return NULL;
  g_autoptr (TonusRecord) record =
      tonus_record_from_text (schema, text, length, TONUS_READ_KEEP, NULL, &local);
  if (record == NULL)
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
                   _ ("it is no record: %s. Get this file from a copy of the practice"),
                   local->message);
      return NULL;
    }
  if (!check_header (name, patient, tonus_record_get_header (record), error))
    return NULL;
  return g_steal_pointer (&record);
}

gboolean
tonus_facts_skim (TonusSchema *schema,
                  const TonusField *const *fields,
                  guint n_fields,
                  const TonusRevisionName *name,
                  const char *patient,
                  GBytes *bytes,
                  TonusHeader *header,
                  char **values)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!check_hash (name, bytes, NULL) ||
      !tonus_record_skim (schema, fields, n_fields, text, length, header, values, NULL))
    return FALSE;
  if (check_header (name, patient, header, NULL))
    return TRUE;
  for (guint i = 0; i < n_fields; i++)
    g_clear_pointer (&values[i], g_free);
  tonus_header_clear (header);
  return FALSE;
}

static GStrv
copy_list (GStrv list)
{
  return list != NULL ? g_strdupv (list) : g_new0 (char *, 1);
}

/* The object a reference points at, "<oid>" or "<oid>#row". */
static char *
copy_target (const char *ref)
{
  return ref != NULL && !tonus_value_is_not_tested (ref) ? g_strndup (ref, strcspn (ref, "#"))
                                                         : NULL;
}

TonusFacts *
tonus_facts_new (const TonusRevisionName *name, TonusRecord *record)
{
  const TonusHeader *header = tonus_record_get_header (record);
  TonusFacts *self = g_new0 (TonusFacts, 1);

  self->name = tonus_revision_name_copy (name);
  self->patient = g_strdup (header->patient);
  self->parents = copy_list (header->parents);
  self->context = copy_list (header->context);
  self->author = g_strdup (header->author);
  self->written = g_strdup (header->written);
  if (strcmp (name->kind, "visit") == 0)
    self->episode = copy_target (tonus_record_get (record, "visit/episode"));
  else if (strcmp (name->kind, "program") == 0)
    self->episode = copy_target (tonus_record_get (record, "program/episode"));
  else if (strcmp (name->kind, "void") == 0)
    self->target = copy_target (tonus_record_get (record, "void/target"));
  self->unread = g_hash_table_size (tonus_record_get_unread (record));
  self->is_signed = tonus_record_is_signed (record);
  self->is_newer = header->format > TONUS_FORMAT;
  return self;
}

void
tonus_facts_free (TonusFacts *self)
{
  if (self == NULL)
    return;
  tonus_revision_name_free (self->name);
  g_free (self->patient);
  g_strfreev (self->parents);
  g_strfreev (self->context);
  g_free (self->author);
  g_free (self->written);
  g_free (self->episode);
  g_free (self->target);
  g_free (self);
}

int
tonus_facts_compare_history (gconstpointer a, gconstpointer b)
{
  const TonusFacts *x = *(const TonusFacts *const *) a;
  const TonusFacts *y = *(const TonusFacts *const *) b;

  if (x->name->number != y->name->number)
    return x->name->number < y->name->number ? -1 : 1;
  return strcmp (x->name->hash, y->name->hash);
}

int
tonus_facts_compare_heads (gconstpointer a, gconstpointer b)
{
  const TonusFacts *x = *(const TonusFacts *const *) a;
  const TonusFacts *y = *(const TonusFacts *const *) b;

  if (x->is_signed != y->is_signed)
    return x->is_signed ? -1 : 1;
  if (x->name->number != y->name->number)
    return x->name->number > y->name->number ? -1 : 1;
  return strcmp (x->name->hash, y->name->hash);
}

GPtrArray *
tonus_facts_find_heads (GPtrArray *valid)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *heads = g_ptr_array_new ();

  for (guint i = 0; i < valid->len; i++)
    {
      const TonusFacts *facts = valid->pdata[i];
      for (char **parent = facts->parents; *parent != NULL; parent++)
        g_hash_table_add (named, *parent);
    }
  for (guint i = 0; i < valid->len; i++)
    {
      TonusFacts *facts = valid->pdata[i];
      if (!g_hash_table_contains (named, facts->name->hash))
        g_ptr_array_add (heads, facts);
    }
  if (heads->len == 0)
    {
      TonusFacts *last = NULL;
      for (guint i = 0; i < valid->len; i++)
        if (last == NULL || tonus_facts_compare_history (&last, &valid->pdata[i]) < 0)
          last = valid->pdata[i];
      if (last != NULL)
        g_ptr_array_add (heads, last);
    }
  g_ptr_array_sort (heads, tonus_facts_compare_heads);
  return heads;
}
