/* tonus-preview-job.c - one drawing of the handout: its bytes, and pictures of some of its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <math.h>
#include "tonus-pdf-reader.h"
#include "tonus-preview-job.h"

#define LEAST_ZOOM 0.05
/* A picture of one page on a screen of twice the dots, and then some. */
#define MOST_PIXELS 8192

TonusPreviewJob *
tonus_preview_job_new (void)
{
  TonusPreviewJob *self = g_new0 (TonusPreviewJob, 1);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_preview_page_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_over_cond);
  return self;
}

void
tonus_preview_job_free (TonusPreviewJob *self)
{
  tonus_handout_free (self->content);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->pages);
  g_clear_error (&self->error);
  g_free (self->unprinted);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->is_over_cond);
  g_free (self);
}

void
tonus_preview_page_free (TonusPreviewPage *page)
{
  g_clear_pointer (&page->picture, cairo_surface_destroy);
  g_free (page->text);
  g_free (page);
}

double
tonus_preview_room_zoom (const TonusPreviewRoom *room, double width, double height)
{
  double zoom = room->width / width;

  if (room->fit == TONUS_PREVIEW_FIT_PAGE)
    zoom = MIN (zoom, room->height / height);
  return MAX (zoom, LEAST_ZOOM);
}

static gboolean
is_cancelled (TonusPreviewJob *self)
{
  return g_atomic_int_get (&self->is_cancelled) != 0;
}

static cairo_surface_t *
draw (TonusPdfReader *reader, guint number, const TonusPreviewPage *page, double zoom, int scale)
{
  int across = (int) ceil (page->width * zoom) * scale;
  int down = (int) ceil (page->height * zoom) * scale;
  cairo_surface_t *picture = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, CLAMP (across, 1, MOST_PIXELS), CLAMP (down, 1, MOST_PIXELS));
  cairo_t *cr;

  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  tonus_pdf_reader_draw (reader, number, cr);
  cairo_destroy (cr);
  return picture;
}

static void
add_page (TonusPreviewJob *self, TonusPdfReader *reader, guint number)
{
  TonusPreviewPage *found = g_new0 (TonusPreviewPage, 1);

  tonus_pdf_reader_get_size (reader, number, &found->width, &found->height);
  if (number >= self->first && number <= self->last && self->room.width > 0)
    {
      double zoom = tonus_preview_room_zoom (&self->room, found->width, found->height);

      found->picture = draw (reader, number, found, zoom, self->room.scale);
      found->text = tonus_pdf_reader_get_text (reader, number);
    }
  g_ptr_array_add (self->pages, found);
}

void
tonus_preview_job_run (TonusPreviewJob *self)
{
  g_autoptr (TonusPdfReader) reader = NULL;

  self->options.unprinted = &self->unprinted;
  if (self->content)
    self->bytes = tonus_handout_render (self->content, &self->options, &self->error);
  if (!self->bytes || is_cancelled (self))
    return;
  reader = tonus_pdf_reader_new (self->bytes, &self->error);
  for (guint i = 0; reader && i < tonus_pdf_reader_get_n_pages (reader); i++)
    if (!is_cancelled (self))
      add_page (self, reader, i);
}

static gboolean
done_cb (gpointer data)
{
  TonusPreviewJob *self = data;

  /* The thread may not have let go of it yet. */
  g_mutex_lock (&self->mutex);
  self->source = 0;
  g_mutex_unlock (&self->mutex);
  self->done (self, self->data);
  return G_SOURCE_REMOVE;
}

/* Either done() is told, or whoever gave the job up waits, or nobody is left who would free it. */
static void
run_cb (gpointer data, gpointer nothing)
{
  TonusPreviewJob *self = data;
  gboolean is_orphan;

  if (!is_cancelled (self))
    tonus_preview_job_run (self);
  g_mutex_lock (&self->mutex);
  if (!is_cancelled (self))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, done_cb, self, NULL);
  is_orphan = self->is_orphan;
  self->is_over = TRUE;
  g_cond_signal (&self->is_over_cond);
  g_mutex_unlock (&self->mutex);
  if (is_orphan)
    tonus_preview_job_free (self);
}

/* One thread, and always the same one: it keeps its fonts. */
static GThreadPool *
get_desk (void)
{
  static gsize desk;

  if (g_once_init_enter (&desk))
    g_once_init_leave (&desk, (gsize) g_thread_pool_new (run_cb, NULL, 1, TRUE, NULL));
  return (GThreadPool *) desk;
}

void
tonus_preview_job_start (TonusPreviewJob *self,
                         void (*done) (TonusPreviewJob *self, gpointer data),
                         gpointer data)
{
  self->done = done;
  self->data = data;
  g_thread_pool_push (get_desk (), self, NULL);
}

void
tonus_preview_job_cancel (TonusPreviewJob *self)
{
  gboolean is_over;

  g_mutex_lock (&self->mutex);
  g_atomic_int_set (&self->is_cancelled, 1);
  is_over = self->is_over;
  self->is_orphan = !is_over;
  g_mutex_unlock (&self->mutex);
  if (!is_over)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  tonus_preview_job_free (self);
}

void
tonus_preview_job_abandon (TonusPreviewJob *self)
{
  g_mutex_lock (&self->mutex);
  g_atomic_int_set (&self->is_cancelled, 1);
  while (!self->is_over)
    g_cond_wait (&self->is_over_cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  g_clear_handle_id (&self->source, g_source_remove);
  tonus_preview_job_free (self);
}
