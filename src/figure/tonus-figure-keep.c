/* tonus-figure-keep.c - pictures drawn lately, so that the same one is built once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure-keep.h"

/* Some three megabytes: the pictures of several handouts. */
#define SEGMENTS_MAX 120000

typedef struct
{
  const TonusPose *pose; /* borrowed: forgotten before it goes */
  TonusFigureOptions options;
  TonusFigureList *list;
} Kept;

static GMutex lock;
static GQueue kept = G_QUEUE_INIT; /* (element-type Kept) newest first */
static guint n_segments;

static guint
weigh (const TonusFigureList *list)
{
  guint n;

  tonus_figure_list_get_segments (list, &n);
  return n;
}

static void
drop (GList *link)
{
  Kept *one = link->data;

  n_segments -= weigh (one->list);
  tonus_figure_list_unref (one->list);
  g_free (one);
  g_queue_delete_link (&kept, link);
}

static gboolean
is_same (const TonusFigureOptions *a, const TonusFigureOptions *b)
{
  return a->width == b->width && a->height == b->height && a->palette == b->palette &&
         !a->is_mirrored == !b->is_mirrored && !a->is_right_to_left == !b->is_right_to_left;
}

TonusFigureList *
tonus_figure_recall (const TonusPose *pose, const TonusFigureOptions *options)
{
  TonusFigureList *list = NULL;

  g_mutex_lock (&lock);
  for (GList *l = kept.head; l != NULL && list == NULL; l = l->next)
    {
      const Kept *one = l->data;

      if (one->pose != pose || !is_same (&one->options, options))
        continue;
      list = tonus_figure_list_ref (one->list);
      g_queue_unlink (&kept, l);
      g_queue_push_head_link (&kept, l);
      break;
    }
  g_mutex_unlock (&lock);
  return list;
}

void
tonus_figure_keep (const TonusPose *pose, const TonusFigureOptions *options, TonusFigureList *list)
{
  Kept *one = g_new (Kept, 1);

  *one = (Kept){ pose, *options, tonus_figure_list_ref (list) };
  g_mutex_lock (&lock);
  g_queue_push_head (&kept, one);
  n_segments += weigh (list);
  while (n_segments > SEGMENTS_MAX && kept.length > 1)
    drop (kept.tail);
  g_mutex_unlock (&lock);
}

void
tonus_figure_forget (const TonusPose *pose)
{
  g_mutex_lock (&lock);
  for (GList *l = kept.head, *next; l != NULL; l = next)
    {
      next = l->next;
      if (((Kept *) l->data)->pose == pose)
        drop (l);
    }
  g_mutex_unlock (&lock);
}
