/* tonus-pose.c - pose files, and those that come with Tonus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure-keep.h"
#include "tonus-pose-read.h"
#include "tonus-poses-resource.h"

#include <string.h>

#define RESOURCE_FOLDER "/io/github/tonus/Tonus/poses"
#define SUFFIX ".pose"

static TonusPose *
new_empty (GBytes *bytes, const char *name)
{
  TonusPose *self = g_new0 (TonusPose, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->alternatives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pitch = 7;
  return self;
}

TonusPose *
tonus_pose_ref (TonusPose *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tonus_pose_unref (TonusPose *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  tonus_figure_forget (self);
  g_hash_table_unref (self->alternatives);
  g_bytes_unref (self->bytes);
  g_free (self->file);
  g_free (self->name);
  g_free (self->reviewed);
  g_free (self->raised);
  g_free (self);
}

static gboolean
load_keys (const TonusPoseReader *reader, GBytes *bytes, GKeyFile *keys)
{
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > TONUS_POSE_BYTES_MAX)
    return tonus_pose_refuse (reader,
                              "the file has %" G_GSIZE_FORMAT " bytes; at most %u are allowed",
                              size, TONUS_POSE_BYTES_MAX);
  if (size == 0)
    return tonus_pose_refuse (reader, "the file is empty");
  if (!g_utf8_validate_len (text, size, NULL))
    return tonus_pose_refuse (reader, "this is no text in UTF-8, so no pose file");
  if (!g_key_file_load_from_data (keys, text, size, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
    return tonus_pose_refuse (reader, "this is no key file: %s", error->message);
  return TRUE;
}

TonusPose *
tonus_pose_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  TonusPoseReader reader = { .file = name, .error = error };
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (TonusPose) self = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  if (!load_keys (&reader, bytes, keys))
    return NULL;
  self = new_empty (bytes, name);
  if (!tonus_pose_read (&reader, keys, self))
    return NULL;
  return g_steal_pointer (&self);
}

/* A pose of ours cannot be wrong: a test reads them all. */
static TonusPose *
load_shipped (const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tonus_poses_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  TonusPose *self = bytes != NULL ? tonus_pose_new_from_bytes (bytes, file, &error) : NULL;

  if (self == NULL)
    g_error ("The program is damaged, install it again: %s", error->message);
  return self;
}

static gboolean
is_shipped (const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", file, NULL);

  return strchr (file, '/') == NULL &&
         g_resource_get_info (tonus_poses_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL,
                              NULL, NULL);
}

TonusPose *
tonus_pose_find (const char *id)
{
  static GMutex lock;
  static GHashTable *found = NULL; /* id → TonusPose, for good */
  gpointer pose = NULL;

  g_mutex_lock (&lock);
  if (found == NULL)
    found = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (found, id, NULL, &pose))
    {
      g_autofree char *file = g_strconcat (id, SUFFIX, NULL);

      pose = is_shipped (file) ? load_shipped (file) : NULL;
      if (pose != NULL)
        g_hash_table_insert (found, g_strdup (id), pose);
    }
  g_mutex_unlock (&lock);
  return pose != NULL ? tonus_pose_ref (pose) : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
tonus_pose_list_ids (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (
      tonus_poses_get_resource (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], SUFFIX))
      g_ptr_array_add (ids, g_strndup (files[i], strlen (files[i]) - strlen (SUFFIX)));
  g_ptr_array_sort (ids, compare_names);
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (ids, FALSE);
}

const char *
tonus_pose_get_name (const TonusPose *self)
{
  return self->name != NULL ? self->name : self->file;
}

const char *
tonus_pose_describe (const TonusPose *self, const char *language)
{
  g_autofree char *tag = g_ascii_strdown (language != NULL ? language : "en", -1);
  const char *text = g_hash_table_lookup (self->alternatives, tag);
  char *dash;

  while (text == NULL && (dash = strrchr (tag, '-')) != NULL)
    {
      *dash = '\0';
      text = g_hash_table_lookup (self->alternatives, tag);
    }
  if (text == NULL && g_str_equal (tag, "en"))
    return g_hash_table_lookup (self->alternatives, "");
  return text;
}

gboolean
tonus_pose_has_panels (const TonusPose *self)
{
  return self->style == TONUS_STYLE_PANELS;
}

const char *
tonus_pose_get_reviewed (const TonusPose *self)
{
  return self->reviewed;
}

GBytes *
tonus_pose_get_bytes (const TonusPose *self)
{
  return self->bytes;
}

static void
add_complaints (const TonusPose *self, guint frame, GPtrArray *complaints)
{
  const char *group = frame == 0 ? "Start" : "End";
  TonusSolution solution;
  double lowest;

  tonus_pose_solve (self, frame, &solution);
  lowest = tonus_contact_height (&solution.skeleton, TONUS_CONTACT_ALL, TONUS_BOTH);
  if (solution.is_rest_missed)
    g_ptr_array_add (
        complaints, g_strdup_printf ("%s, [%s] rest: no turn of the body brings both contacts down",
                                     self->file, group));
  for (guint i = 0; i < solution.n_fits_missed; i++)
    g_ptr_array_add (complaints,
                     g_strdup_printf ("%s, [%s] fit: no angle of the joint brings the contact down",
                                      self->file, group));
  if (self->raised == NULL && (lowest < TONUS_DEEPEST || lowest > TONUS_HIGHEST))
    g_ptr_array_add (complaints,
                     g_strdup_printf ("%s, [%s]: the lowest point is %+.0f mm from the floor; "
                                      "%.0f to %+.0f are allowed, or raised= says why",
                                      self->file, group, lowest * 1000, TONUS_DEEPEST * 1000,
                                      TONUS_HIGHEST * 1000));
}

GPtrArray *
tonus_pose_check (const TonusPose *self)
{
  GPtrArray *complaints = g_ptr_array_new_with_free_func (g_free);

  for (guint frame = 0; frame < 2; frame++)
    add_complaints (self, frame, complaints);
  return complaints;
}
