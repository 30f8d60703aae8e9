/* tonus-arrivals.c - who has come in today, marked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-arrivals.h"
#include "tonus-date.h"

#define GROUP "Arrived"
#define SIZE_MAX_OF_FILE (64 * 1024)

struct _TonusArrivals
{
  TonusIo *io;
  char *folder;
  char *path;
  guint32 day;
  GHashTable *patients; /* ids */
};

static void
read_list (TonusArrivals *self)
{
  g_autoptr (GBytes) bytes = tonus_read_file (self->io, self->path, SIZE_MAX_OF_FILE, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *day = tonus_date_format (self->day);
  g_autofree char *kept = NULL;
  g_auto (GStrv) patients = NULL;

  if (!bytes || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return;
  kept = g_key_file_get_string (file, GROUP, "Date", NULL);
  if (g_strcmp0 (kept, day) == 0)
    patients = g_key_file_get_string_list (file, GROUP, "Patients", NULL, NULL);
  for (guint i = 0; patients && patients[i]; i++)
    g_hash_table_add (self->patients, g_strdup (patients[i]));
}

/* A window left open over night begins a new day with nobody. */
static void
turn_day (TonusArrivals *self)
{
  guint32 today = tonus_date_today ();

  if (self->day != today)
    g_hash_table_remove_all (self->patients);
  self->day = today;
}

TonusArrivals *
tonus_arrivals_new (TonusPractice *practice)
{
  TonusArrivals *self = g_new0 (TonusArrivals, 1);

  self->io = tonus_practice_get_io (practice);
  self->folder =
      g_build_filename (g_get_user_state_dir (), "tonus", tonus_practice_get_id (practice), NULL);
  self->path = g_build_filename (self->folder, "arrived.keyfile", NULL);
  self->patients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->day = tonus_date_today ();
  read_list (self);
  return self;
}

void
tonus_arrivals_free (TonusArrivals *self)
{
  g_free (self->folder);
  g_free (self->path);
  g_hash_table_unref (self->patients);
  g_free (self);
}

gboolean
tonus_arrivals_contains (TonusArrivals *self, const char *patient)
{
  /* Asked of everybody in the list: what day it is matters only of those who are in it. */
  if (!g_hash_table_contains (self->patients, patient))
    return FALSE;
  turn_day (self);
  return g_hash_table_contains (self->patients, patient);
}

static gboolean
write_list (TonusArrivals *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *day = tonus_date_format (self->day);
  g_autofree gpointer *patients = g_hash_table_get_keys_as_array (self->patients, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_key_file_set_string (file, GROUP, "Date", day);
  g_key_file_set_string_list (file, GROUP, "Patients", (const char *const *) patients,
                              g_hash_table_size (self->patients));
  text = g_key_file_to_data (file, &length, NULL);
  return tonus_make_folder (self->io, self->folder, error) &&
         tonus_save_replacing (self->io, self->path, text, length, error);
}

gboolean
tonus_arrivals_set (TonusArrivals *self, const char *patient, gboolean has_arrived, GError **error)
{
  turn_day (self);
  if (has_arrived)
    g_hash_table_add (self->patients, g_strdup (patient));
  else
    g_hash_table_remove (self->patients, patient);
  return write_list (self, error);
}
