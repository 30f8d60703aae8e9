/* io-power-inodes.c - the files and folders of the disk in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io-power-private.h"

static void
free_change (gpointer data)
{
  PowerChange *self = data;

  g_free (self->remove);
  g_free (self->add);
  g_free (self);
}

static PowerInode *
inode_new (gboolean is_folder)
{
  PowerInode *self = g_new0 (PowerInode, 1);

  self->is_folder = is_folder;
  self->seen = g_byte_array_new ();
  self->synced = g_byte_array_new ();
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->synced_entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->changes = g_ptr_array_new_with_free_func (free_change);
  return self;
}

void
power_inode_free (gpointer data)
{
  PowerInode *self = data;

  g_byte_array_unref (self->seen);
  g_byte_array_unref (self->synced);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->synced_entries);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

PowerInode *
power_get_inode (PowerIo *self, guint index)
{
  return self->inodes->pdata[index];
}

void
power_copy_bytes (GByteArray *to, const GByteArray *from)
{
  g_byte_array_set_size (to, 0);
  g_byte_array_append (to, from->data, from->len);
}

void
power_copy_entries (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer name, inode;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &name, &inode))
    g_hash_table_insert (to, g_strdup (name), inode);
}

void
power_apply_change (GHashTable *entries, const PowerChange *change)
{
  if (change->remove != NULL)
    g_hash_table_remove (entries, change->remove);
  if (change->add != NULL)
    g_hash_table_insert (entries, g_strdup (change->add), GUINT_TO_POINTER (change->inode));
}

void
power_sync_inode (PowerInode *inode)
{
  power_copy_bytes (inode->synced, inode->seen);
  inode->is_dirty = FALSE;
  power_copy_entries (inode->synced_entries, inode->entries);
  g_ptr_array_set_size (inode->changes, 0);
}

guint
power_add_inode (PowerIo *self, gboolean is_folder)
{
  PowerInode *inode = inode_new (is_folder);

  inode->number = self->inodes->len + 1;
  g_ptr_array_add (self->inodes, inode);
  return self->inodes->len - 1;
}
