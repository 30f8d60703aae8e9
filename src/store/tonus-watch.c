/* tonus-watch.c - learn of what others write into the practice while it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folders above the practice are watched, too: a folder that is renamed says nothing to those
 * who look into it, and one that comes back says so only to its parent.  Whenever the availability
 * is in doubt all lookouts are entered anew, because those of a folder that went away may still
 * look at it in its new place.
 */
#include "config.h"

#include "tonus-id.h"
#include "tonus-watch-private.h"

/* A signal waits until it has been quiet for this long, but not longer than that. */
#define QUIET_MS 100
#define LONGEST_US (1000 * 1000)

G_DEFINE_FINAL_TYPE (TonusWatch, tonus_watch, G_TYPE_OBJECT)

enum
{
  PATIENT_CHANGED,
  AVAILABILITY_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- places --- */

void
tonus_watch_place_free (gpointer data)
{
  TonusWatchPlace *self = data;

  tonus_lookout_free (self->lookout);
  g_free (self->name);
  g_free (self);
}

TonusWatchPlace *
tonus_watch_place_new (TonusWatch *watch, const char *path, const char *name, TonusLookoutFunc func)
{
  TonusWatchPlace *self = g_new0 (TonusWatchPlace, 1);

  self->watch = watch;
  self->name = g_strdup (name);
  self->lookout = tonus_lookout_new (path, func, self);
  return self;
}

static void
enter (TonusWatchPlace *self)
{
  g_main_context_push_thread_default (self->watch->context);
  tonus_lookout_enter (self->lookout);
  g_main_context_pop_thread_default (self->watch->context);
}

/* What was listed before the lookout was there may be old. */
void
tonus_watch_place_enter (TonusWatchPlace *self)
{
  TonusWatch *watch = self->watch;

  enter (self);
  tonus_practice_forget_shelf (watch->practice, self->name);
  tonus_practice_set_watched (watch->practice, self->name,
                              watch->is_local && watch->is_available &&
                                  tonus_lookout_is_working (self->lookout));
}

/* inotify tells everything of these, and nothing of what other machines do on the others. */
static gboolean
find_is_local (TonusWatch *self)
{
  static const char *const local[] = { "ext3/ext4", "btrfs", "xfs",   "f2fs",
                                       "zfs",       "tmpfs", "msdos", NULL };
  g_autoptr (GFile) root = g_file_new_for_path (self->practice->folder);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (root, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE, NULL, NULL);
  const char *type = info != NULL
                         ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE)
                         : NULL;

  return type != NULL && g_strv_contains (local, type);
}

static void
enter_again (TonusWatch *self)
{
  GHashTableIter iter;
  TonusWatchPlace *place;

  for (guint i = 0; i < self->places->len; i++)
    tonus_lookout_leave (((TonusWatchPlace *) self->places->pdata[i])->lookout);
  g_hash_table_iter_init (&iter, self->patients);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    tonus_lookout_leave (place->lookout);
  for (guint i = 0; i < self->places->len; i++)
    enter (self->places->pdata[i]);
  self->is_local = find_is_local (self);
  self->is_available = tonus_practice_is_available (self->practice, NULL);
  g_hash_table_iter_init (&iter, self->patients);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    tonus_watch_place_enter (place);
}

/* --- telling --- */

static gboolean
tell_cb (gpointer data)
{
  g_autoptr (TonusWatch) self = g_object_ref (data);
  gboolean was_available = self->is_available;
  g_autoptr (GHashTable) news = g_steal_pointer (&self->news);
  GHashTableIter iter;
  const char *patient;

  g_clear_pointer (&self->timer, g_source_unref);
  self->news = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->is_in_doubt)
    {
      self->is_in_doubt = FALSE;
      enter_again (self);
    }
  if (was_available != self->is_available)
    g_signal_emit (self, signals[AVAILABILITY_CHANGED], 0);
  g_hash_table_iter_init (&iter, news);
  while (self->is_available && g_hash_table_iter_next (&iter, (gpointer *) &patient, NULL))
    g_signal_emit (self, signals[PATIENT_CHANGED], 0, patient);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (TonusWatch *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->timer == NULL)
    self->first_news = now;
  else if (now - self->first_news > LONGEST_US)
    return;
  else
    {
      g_source_destroy (self->timer);
      g_source_unref (self->timer);
    }
  self->timer = g_timeout_source_new (QUIET_MS);
  g_source_set_callback (self->timer, tell_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

void
tonus_watch_note_news (TonusWatch *self, const char *patient)
{
  tonus_practice_forget_shelf (self->practice, patient);
  g_hash_table_add (self->news, g_strdup (patient != NULL ? patient : ""));
  tell_soon (self);
}

void
tonus_watch_doubt (TonusWatch *self)
{
  tonus_practice_forget_watched (self->practice);
  tonus_practice_refresh (self->practice);
  self->is_in_doubt = TRUE;
  tell_soon (self);
}

/* --- the object --- */

static void
tonus_watch_dispose (GObject *object)
{
  TonusWatch *self = TONUS_WATCH (object);

  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (self->mounts != NULL)
    g_signal_handlers_disconnect_by_data (self->mounts, self);
  g_clear_object (&self->mounts);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->patients, g_hash_table_unref);
  if (self->practice != NULL)
    tonus_practice_end_watch (self->practice);
  g_clear_object (&self->practice);
  G_OBJECT_CLASS (tonus_watch_parent_class)->dispose (object);
}

static void
tonus_watch_finalize (GObject *object)
{
  TonusWatch *self = TONUS_WATCH (object);

  g_main_context_unref (self->context);
  g_queue_clear_full (&self->newcomers, g_free);
  g_hash_table_unref (self->news);
  G_OBJECT_CLASS (tonus_watch_parent_class)->finalize (object);
}

static void
tonus_watch_class_init (TonusWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = tonus_watch_dispose;
  G_OBJECT_CLASS (class)->finalize = tonus_watch_finalize;
  signals[PATIENT_CHANGED] = g_signal_new ("patient-changed", TONUS_TYPE_WATCH, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AVAILABILITY_CHANGED] =
      g_signal_new ("availability-changed", TONUS_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
tonus_watch_init (TonusWatch *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->places = g_ptr_array_new_with_free_func (tonus_watch_place_free);
  self->patients = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, tonus_watch_place_free);
  self->news = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->newcomers);
}

TonusWatch *
tonus_watch_new (TonusPractice *practice)
{
  TonusWatch *self = g_object_new (TONUS_TYPE_WATCH, NULL);

  self->practice = g_object_ref (practice);
  tonus_practice_begin_watch (practice);
  tonus_watch_add_places (self);
  enter_again (self);
  /* A disk that is mounted over a folder changes nothing that the folder's watchers see. */
  self->mounts = g_unix_mount_monitor_get ();
  g_signal_connect_swapped (self->mounts, "mounts-changed", G_CALLBACK (tonus_watch_doubt), self);
  return self;
}

void
tonus_watch_add_patient (TonusWatch *self, const char *patient)
{
  g_return_if_fail (tonus_id_is_valid (patient));
  tonus_watch_require_patient (self, patient)->n_asked++;
}

void
tonus_watch_remove_patient (TonusWatch *self, const char *patient)
{
  TonusWatchPlace *place = g_hash_table_lookup (self->patients, patient);

  g_return_if_fail (place != NULL && place->n_asked > 0);
  place->n_asked--;
  tonus_watch_drop_if_unasked (self, patient);
}

gboolean
tonus_watch_is_available (TonusWatch *self)
{
  return self->is_available;
}
