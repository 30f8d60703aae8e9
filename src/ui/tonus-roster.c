/* tonus-roster.c - all patients of the practice as the index knows them, kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-roster.h"

struct _TonusRoster
{
  GObject parent_instance;

  /* Owned */
  TonusSession *session;
  GPtrArray *entries;    /* (nullable) (element-type TonusIndexEntry): not read yet */
  GCancellable *looking; /* (nullable) behind, on other threads */

  gboolean looks_again; /* what is being found out may be old already */
};

G_DEFINE_TYPE (TonusRoster, tonus_roster, G_TYPE_OBJECT)

static void
tonus_roster_dispose (GObject *object)
{
  tonus_roster_stop (TONUS_ROSTER (object));
  G_OBJECT_CLASS (tonus_roster_parent_class)->dispose (object);
}

static void
tonus_roster_finalize (GObject *object)
{
  TonusRoster *self = TONUS_ROSTER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (tonus_roster_parent_class)->finalize (object);
}

static void
tonus_roster_class_init (TonusRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_roster_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_roster_finalize;
  g_signal_new ("changed", TONUS_TYPE_ROSTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
tonus_roster_init (TonusRoster *self)
{
}

TonusRoster *
tonus_roster_new (TonusSession *session)
{
  TonusRoster *self = g_object_new (TONUS_TYPE_ROSTER, NULL);

  self->session = g_object_ref (session);
  return self;
}

GPtrArray *
tonus_roster_get_entries (TonusRoster *self)
{
  return self->entries;
}

/* @entries is taken.  The old ones live until nobody has them. */
static void
take (TonusRoster *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) old = self->entries;

  self->entries = entries;
  tonus_session_note_index (self->session, entries);
  g_signal_emit_by_name (self, "changed");
}

static void look_behind (TonusRoster *self);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TonusRoster) self = data;
  gboolean has_changed = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = tonus_index_refresh_finish (result, &has_changed, &error);

  if (!self->looking)
    return;
  g_clear_object (&self->looking);
  /* Who was there a moment ago still helps to find one's way. */
  if (!entries && !self->entries)
    tonus_session_say (self->session, error->message);
  else if (entries && (has_changed || !self->entries))
    take (self, g_steal_pointer (&entries));
  if (self->looks_again)
    look_behind (self);
}

static void
look_behind (TonusRoster *self)
{
  self->looks_again = self->looking != NULL;
  if (self->looks_again)
    return;
  self->looking = g_cancellable_new ();
  tonus_index_refresh_async (tonus_session_get_practice (self->session), self->looking, found_cb,
                             g_object_ref (self));
}

/* Those who are open are those whom we may have changed ourselves. */
static void
update_open (TonusRoster *self)
{
  g_autoptr (GPtrArray) open = tonus_session_list_open (self->session);
  TonusPractice *practice = tonus_session_get_practice (self->session);
  gboolean has_changed = FALSE;

  for (guint i = 0; i < open->len; i++)
    {
      g_autofree char *id = g_strdup (tonus_record_get_object (g_ptr_array_index (open, i)));

      has_changed = tonus_index_update (practice, self->entries, id) || has_changed;
    }
  if (has_changed)
    g_signal_emit_by_name (self, "changed");
}

void
tonus_roster_refresh (TonusRoster *self)
{
  GPtrArray *cached;

  if (self->entries)
    update_open (self);
  else
    {
      cached = tonus_index_load_cached (tonus_session_get_practice (self->session));
      if (cached)
        take (self, cached);
    }
  look_behind (self);
}

GPtrArray *
tonus_roster_need_entries (TonusRoster *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  if (self->entries)
    return self->entries;
  entries = tonus_index_load (tonus_session_get_practice (self->session), &error);
  if (entries)
    take (self, entries);
  else
    tonus_session_say (self->session, error->message);
  return entries;
}

void
tonus_roster_stop (TonusRoster *self)
{
  if (self->looking)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}
