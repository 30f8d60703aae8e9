/* tonus-lookout.c - one folder looked into: the names that come and go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-lookout.h"

struct _TonusLookout
{
  GFile *folder;
  GFileMonitor *monitor; /* (nullable) */
  TonusLookoutFunc func;
  gpointer data;
};

TonusLookout *
tonus_lookout_new (const char *path, TonusLookoutFunc func, gpointer data)
{
  TonusLookout *self = g_new0 (TonusLookout, 1);

  self->folder = g_file_new_for_path (path);
  self->func = func;
  self->data = data;
  return self;
}

void
tonus_lookout_free (TonusLookout *self)
{
  tonus_lookout_leave (self);
  g_object_unref (self->folder);
  g_free (self);
}

static void
tell (TonusLookout *self, GFile *file, gboolean is_gone)
{
  g_autofree char *name = g_file_get_basename (file);

  self->func (self->data, g_file_equal (file, self->folder) ? NULL : name, is_gone);
}

static void
changed_cb (
    GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, TonusLookout *self)
{
  switch (event)
    {
    case G_FILE_MONITOR_EVENT_CREATED:
    case G_FILE_MONITOR_EVENT_MOVED_IN:
    case G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT:
      tell (self, file, FALSE);
      break;
    case G_FILE_MONITOR_EVENT_DELETED:
    case G_FILE_MONITOR_EVENT_MOVED_OUT:
    case G_FILE_MONITOR_EVENT_UNMOUNTED:
      tell (self, file, TRUE);
      break;
    case G_FILE_MONITOR_EVENT_RENAMED:
    case G_FILE_MONITOR_EVENT_MOVED:
      tell (self, file, TRUE);
      tell (self, other, FALSE);
      break;
    case G_FILE_MONITOR_EVENT_CHANGED: /* its end is told, too */
    case G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED:
    case G_FILE_MONITOR_EVENT_PRE_UNMOUNT:
      break;
    }
}

void
tonus_lookout_leave (TonusLookout *self)
{
  if (self->monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

void
tonus_lookout_enter (TonusLookout *self)
{
  tonus_lookout_leave (self);
  self->monitor = g_file_monitor_directory (self->folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (changed_cb), self);
}

gboolean
tonus_lookout_is_working (TonusLookout *self)
{
  return self->monitor != NULL;
}
