/* io-power-private.h - the disk in memory, from inside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io-power.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_folder;
  guint64 number;
  /* Files */
  GByteArray *seen;
  GByteArray *synced;
  gboolean is_dirty;
  /* Folders: name → inode index */
  GHashTable *entries;
  GHashTable *synced_entries;
  GPtrArray *changes; /* (element-type PowerChange) since the last sync */
} PowerInode;

/* From @remove (nullable) to @add (nullable), in one. */
typedef struct
{
  char *remove;
  char *add;
  guint inode;
} PowerChange;

typedef struct
{
  guint inode;
  gsize place;
  gboolean is_open;
} PowerHandle;

typedef struct
{
  TonusIo table;
  PowerControl control;
  GPtrArray *inodes; /* (element-type PowerInode), 0 is "/" */
  GArray *handles;
  guint64 chance;
  gint64 now;
  PowerVisitor visitor;
  gpointer data;
  gboolean is_waiting; /* for syncfs() */
  guint n_states;
} PowerIo;

void power_inode_free (gpointer data);
PowerInode *power_get_inode (PowerIo *self, guint index);
guint power_add_inode (PowerIo *self, gboolean is_folder);
void power_sync_inode (PowerInode *inode);
void power_apply_change (GHashTable *entries, const PowerChange *change);
void power_copy_bytes (GByteArray *to, const GByteArray *from);
void power_copy_entries (GHashTable *to, GHashTable *from);

G_END_DECLS
