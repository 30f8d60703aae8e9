/* tonus-schema-default.c - the schema compiled into the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

#include "tonus-schema-load.h"
#include "tonus-schema-resource.h"

#define RESOURCE_FOLDER "/io/github/tonus/Tonus/"

/* A resource of ours cannot be missing: the build made it. */
static GBytes *
load_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (tonus_schema_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("The program is damaged, install it again: %s", error->message);
  return bytes;
}

/* The files, one name a line: a resource does not know the order they are meant to be read in. */
static GStrv
load_names (void)
{
  g_autoptr (GBytes) bytes = load_resource ("schema.list");
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  return g_strsplit (g_strchomp (text), "\n", -1);
}

static TonusSchema *
load_with (const TonusSchemaSource *own, guint n_own, GError **error)
{
  g_auto (GStrv) names = load_names ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (TonusSchemaSource));

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* The compiler of resources ends each file with a zero byte, so the data is a string. */
      GBytes *bytes = load_resource (names[i]);
      TonusSchemaSource source = { names[i], g_bytes_get_data (bytes, NULL) };

      g_ptr_array_add (texts, bytes);
      g_array_append_val (sources, source);
    }
  return tonus_schema_load ((const TonusSchemaSource *) (void *) sources->data, sources->len, own,
                            n_own, NULL, error);
}

static gpointer
load_default (gpointer nothing)
{
  g_autoptr (GError) error = NULL;
  TonusSchema *schema = load_with (NULL, 0, &error);

  if (schema == NULL)
    g_error ("The built-in schema was not checked when it was built: %s", error->message);
  return schema;
}

TonusSchema *
tonus_schema_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_default, NULL);
}

TonusSchema *
tonus_schema_new_extended (const TonusSchemaSource *sources, guint n_sources, GError **error)
{
  return load_with (sources, n_sources, error);
}
