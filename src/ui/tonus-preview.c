/* tonus-preview.c - the handout as it would go out now, drawn while one charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-preferences.h"
#include "tonus-preview-remarks.h"
#include "tonus-preview.h"

/* Typing on puts the drawing off, but not for ever: what is typed is seen while it is typed. */
#define QUIET_MS 50
#define LONGEST_MS 120

struct _TonusPreview
{
  GObject parent_instance;

  /* Owned */
  TonusSession *session;
  TonusChart *chart;
  TonusPreviewJob *job; /* (nullable) under way */
  GPtrArray *pages;
  GBytes *bytes; /* (nullable) */
  GError *error; /* (nullable) */
  GPtrArray *remarks;

  TonusPreviewRoom room;
  guint first, last;
  guint timer;
  gint64 asked; /* since when a drawing is due; 0: none is */
  gboolean is_watched;
  gboolean is_stale;   /* the content is newer than the bytes */
  gboolean is_ahead;   /* the job draws only what is not in sight yet */
  gboolean is_undrawn; /* the room, or what is in sight, is newer than the pictures */
};

G_DEFINE_TYPE (TonusPreview, tonus_preview, G_TYPE_OBJECT)

static guint changed_signal;

static void start (TonusPreview *self);

static void
take_found (TonusPreview *self, TonusPreviewJob *job)
{
  /* A page that was not asked for keeps the picture it had of the same document. */
  for (guint i = 0; i < job->pages->len && !job->content && i < self->pages->len; i++)
    {
      TonusPreviewPage *now = g_ptr_array_index (job->pages, i);
      TonusPreviewPage *before = g_ptr_array_index (self->pages, i);

      if (!now->picture && now->width == before->width)
        {
          now->picture = g_steal_pointer (&before->picture);
          now->text = g_steal_pointer (&before->text);
        }
    }
  if (job->unprinted)
    g_ptr_array_add (self->remarks, g_steal_pointer (&job->unprinted));
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&job->error);
  if (self->error)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&job->bytes);
  g_ptr_array_unref (self->pages);
  self->pages = job->pages;
  job->pages = g_ptr_array_new ();
}

static gboolean
lacks_picture (TonusPreview *self, guint first, guint last)
{
  for (guint i = first; i <= last && i < self->pages->len; i++)
    if (!((TonusPreviewPage *) g_ptr_array_index (self->pages, i))->picture)
      return TRUE;
  return FALSE;
}

/* One page before those in sight and one after, for whoever turns the page. */
static guint
get_before (TonusPreview *self)
{
  return self->first > 0 ? self->first - 1 : 0;
}

static void
done_cb (TonusPreviewJob *job, gpointer data)
{
  TonusPreview *self = data;

  g_warn_if_fail (self->job == job);
  self->job = NULL;
  take_found (self, job);
  tonus_preview_job_free (job);
  if (!self->timer && (self->is_stale || self->is_undrawn ||
                       (!self->error && lacks_picture (self, get_before (self), self->last + 1))))
    start (self);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
needs_content (TonusPreview *self)
{
  /* What a cancelled job was to make is still to be made. */
  return self->is_stale || !self->bytes;
}

/* What was edited is seen first; the neighbours follow when it is there. */
static void
start (TonusPreview *self)
{
  TonusPreviewJob *job;

  self->asked = 0;
  /* Behind another chart nobody sees it, and the session speaks of that one. */
  if (!self->is_watched || self->room.width < 1 ||
      tonus_session_get_chart (self->session) != self->chart)
    return;
  job = tonus_preview_job_new ();
  if (self->job && self->job->content)
    self->is_stale = TRUE;
  g_clear_pointer (&self->job, tonus_preview_job_cancel);
  if (needs_content (self))
    {
      job->content = tonus_session_make_handout (self->session);
      job->options = tonus_session_get_handout_options (self->session);
      g_ptr_array_set_size (self->remarks, 0);
      tonus_preview_remarks_add (self->remarks, self->session, job->content);
    }
  else
    job->bytes = g_bytes_ref (self->bytes);
  job->room = self->room;
  job->first = job->content ? self->first : get_before (self);
  job->last = job->content ? self->last : self->last + 1;
  self->is_ahead = !job->content && !self->is_undrawn;
  self->is_stale = self->is_undrawn = FALSE;
  if (!job->content && !job->bytes)
    tonus_preview_job_free (job);
  else
    {
      self->job = job;
      tonus_preview_job_start (job, done_cb, self);
    }
}

static gboolean
due_cb (gpointer data)
{
  TonusPreview *self = data;

  self->timer = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
ask (TonusPreview *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  if (!self->is_watched)
    return;
  if (!self->asked)
    self->asked = now;
  left = LONGEST_MS - (now - self->asked) / 1000;
  /* Where there is nothing yet, nothing is to be waited for. */
  if (self->pages->len == 0 && !self->job)
    left = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (left, 0, QUIET_MS), due_cb, self);
}

void
tonus_preview_renew (TonusPreview *self)
{
  self->is_stale = TRUE;
  ask (self);
}

/* The visit's records do not print, but the patient, the episode and the program do; one chart's
 * edits are few enough not to tell them apart. */
static void
edited_cb (TonusChart *chart, const char *object, TonusPreview *self)
{
  tonus_preview_renew (self);
}

static void
chosen_cb (TonusSession *session, TonusPreview *self)
{
  tonus_preview_renew (self);
}

static void
setting_cb (TonusPreferences *preferences, const char *key, TonusPreview *self)
{
  static const char *const keys[] = { TONUS_PREFERENCE_PAPER, TONUS_PREFERENCE_HANDOUT_MONO,
                                      TONUS_PREFERENCE_HANDOUT_COMPACT, NULL };

  if (g_strv_contains (keys, key))
    tonus_preview_renew (self);
}

static void
tonus_preview_dispose (GObject *object)
{
  TonusPreview *self = TONUS_PREVIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->job, tonus_preview_job_abandon);
  g_clear_object (&self->chart);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tonus_preview_parent_class)->dispose (object);
}

static void
tonus_preview_finalize (GObject *object)
{
  TonusPreview *self = TONUS_PREVIEW (object);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->remarks);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (tonus_preview_parent_class)->finalize (object);
}

static void
tonus_preview_class_init (TonusPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_preview_finalize;
  changed_signal = g_signal_new ("changed", TONUS_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
tonus_preview_init (TonusPreview *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_preview_page_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->room.scale = 1;
  self->is_stale = TRUE;
}

TonusPreview *
tonus_preview_new (TonusSession *session)
{
  TonusPreview *self = g_object_new (TONUS_TYPE_PREVIEW, NULL);

  self->session = g_object_ref (session);
  self->chart = g_object_ref (tonus_session_get_chart (session));
  g_signal_connect_object (self->chart, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (session, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (tonus_preferences_get_default (), "changed", G_CALLBACK (setting_cb),
                           self, 0);
  return self;
}

void
tonus_preview_set_watched (TonusPreview *self, gboolean is_watched)
{
  if (self->is_watched == is_watched)
    return;
  self->is_watched = is_watched;
  /* The letterhead may have been edited meanwhile, or another therapist has sat down. */
  if (is_watched)
    tonus_preview_renew (self);
  else
    g_clear_handle_id (&self->timer, g_source_remove);
}

const TonusPreviewRoom *
tonus_preview_get_room (TonusPreview *self)
{
  return &self->room;
}

void
tonus_preview_set_room (TonusPreview *self, const TonusPreviewRoom *room)
{
  if (self->room.width == room->width && self->room.height == room->height &&
      self->room.scale == room->scale && self->room.fit == room->fit)
    return;
  self->room = *room;
  self->is_undrawn = TRUE;
  ask (self);
}

void
tonus_preview_look_at (TonusPreview *self, guint first, guint last)
{
  self->first = first;
  self->last = last;
  if (!lacks_picture (self, first, last))
    return;
  self->is_undrawn = TRUE;
  ask (self);
}

GPtrArray *
tonus_preview_get_pages (TonusPreview *self)
{
  return self->pages;
}

GBytes *
tonus_preview_get_bytes (TonusPreview *self)
{
  return self->bytes;
}

const GError *
tonus_preview_get_error (TonusPreview *self)
{
  return self->error;
}

GPtrArray *
tonus_preview_get_remarks (TonusPreview *self)
{
  return self->remarks;
}

gboolean
tonus_preview_is_current (TonusPreview *self)
{
  return !self->timer && !self->is_stale && !self->is_undrawn && (!self->job || self->is_ahead);
}
