/* tonus-preview-job.h - one drawing of the handout: its bytes, and pictures of some of its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All jobs run one after the other on one thread, so that fonts stay warm from one to the next.
 * What is asked is filled in before tonus_preview_job_start() and not touched afterwards; what was
 * found is read in done(), on the main thread.  A cancelled job stops at the next page and is not
 * told of.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-handout.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_PREVIEW_FIT_WIDTH,
  TONUS_PREVIEW_FIT_PAGE
} TonusPreviewFit;

/* What there is to draw on, in the widget's pixels; each of them is @scale device pixels wide. */
typedef struct
{
  TonusPreviewFit fit;
  int width, height;
  int scale;
} TonusPreviewRoom;

typedef struct
{
  double width, height;     /* pt */
  char *text;               /* (nullable) what it says; with the picture */
  cairo_surface_t *picture; /* (nullable): not drawn */
} TonusPreviewPage;

typedef struct _TonusPreviewJob TonusPreviewJob;
struct _TonusPreviewJob
{
  /* --- asked --- */
  TonusHandout *content; /* (nullable): there are @bytes already */
  TonusHandoutOptions options;
  TonusPreviewRoom room;
  guint first, last; /* pages to be pictured, from 0 */

  /* --- found --- */
  GBytes *bytes;    /* (nullable) */
  GPtrArray *pages; /* (element-type TonusPreviewPage), all of them */
  GError *error;    /* (nullable) */
  char *unprinted;  /* (nullable) a sentence on what no font can print */

  /*< private >*/
  void (*done) (TonusPreviewJob *self, gpointer data);
  gpointer data;
  GMutex mutex;
  GCond is_over_cond;
  gboolean is_over;
  gboolean is_orphan;
  gint is_cancelled;
  guint source;
};

TonusPreviewJob *tonus_preview_job_new (void);

/* @done owns the job from then on; it is called from the main loop. */
void tonus_preview_job_start (TonusPreviewJob *self,
                              void (*done) (TonusPreviewJob *self, gpointer data),
                              gpointer data);
/* It is worked on no more than to the end of the page; done() is not called.  Nothing waits. */
void tonus_preview_job_cancel (TonusPreviewJob *self);
/* The same, and the thread has left it. */
void tonus_preview_job_abandon (TonusPreviewJob *self);

/* What it was to do, here and now. */
void tonus_preview_job_run (TonusPreviewJob *self);

void tonus_preview_job_free (TonusPreviewJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPreviewJob, tonus_preview_job_free)

/* Pixels to a point for pages of that size.  Never 0. */
double tonus_preview_room_zoom (const TonusPreviewRoom *room, double width, double height);

void tonus_preview_page_free (TonusPreviewPage *page);

G_END_DECLS
