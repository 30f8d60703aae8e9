/* tonus-watch-private.h - the places a watch looks at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gunixmounts.h>

#include "tonus-lookout.h"
#include "tonus-practice-private.h"
#include "tonus-watch.h"

G_BEGIN_DECLS

typedef struct
{
  TonusWatch *watch; /* borrowed */
  char *name;        /* the patient; above the practice: the way on to it; (nullable) */
  guint n_asked;     /* how often somebody asked for the patient */
  TonusLookout *lookout;
} TonusWatchPlace;

struct _TonusWatch
{
  GObject parent_instance;

  /* Owned */
  TonusPractice *practice;
  GMainContext *context;
  GPtrArray *places;    /* those that every practice has */
  GHashTable *patients; /* patient id → TonusWatchPlace */
  GQueue newcomers;     /* patient ids */
  GHashTable *news;     /* shelves that changed, to be told of */
  GSource *timer;       /* (nullable) */
  GUnixMountMonitor *mounts;

  gint64 first_news; /* monotonic */
  gboolean is_in_doubt;
  gboolean is_available;
  gboolean is_local;
};

/* --- tonus-watch.c --- */

/* (transfer full) */
TonusWatchPlace *tonus_watch_place_new (TonusWatch *watch,
                                        const char *path,
                                        const char *name,
                                        TonusLookoutFunc func);
void tonus_watch_place_free (gpointer place);
/* Look at a patient's folder from now on, or anew. */
void tonus_watch_place_enter (TonusWatchPlace *self);
/* Something of @patient (NULL: the practice's own) is new: forget now, tell soon. */
void tonus_watch_note_news (TonusWatch *self, const char *patient);
/* The practice may have gone, or come back. */
void tonus_watch_doubt (TonusWatch *self);

/* --- tonus-watch-hear.c --- */

void tonus_watch_add_places (TonusWatch *self);
TonusWatchPlace *tonus_watch_require_patient (TonusWatch *self, const char *patient);
/* Unless somebody asked for it. */
void tonus_watch_drop_if_unasked (TonusWatch *self, const char *patient);

G_END_DECLS
