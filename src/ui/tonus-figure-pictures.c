/* tonus-figure-pictures.c - pictures of exercises for the screen, made once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-figure-paint.h"
#include "tonus-figure-pictures.h"
#include "tonus-figure.h"

/* Some 30 KB each: with all of them kept, 12 MB. */
#define KEPT_MOST 400
/* Whoever scrolls on does not look at what came by before. */
#define WAITING_MOST 48
#define CORNER 4.0
#define MARGIN 3.0

/* The handout's ground, a little bluer than white. */
static const double card[3] = { 0.965, 0.975, 0.985 };

typedef struct
{
  char *key;
  char *pose;
  TonusPictureSize size;
} Wish;

struct _TonusFigurePictures
{
  GObject parent_instance;

  GHashTable *surfaces; /* key → surface */
  GHashTable *known;    /* id → GINT_TO_POINTER (1 there is none, 2 there is one) */
  GQueue waiting;       /* (element-type Wish), the last one asked for first */
  guint idle;
};

G_DEFINE_TYPE (TonusFigurePictures, tonus_figure_pictures, G_TYPE_OBJECT)

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->key);
  g_free (wish->pose);
  g_free (wish);
}

/* --- drawing --- */

static void
paint_card (cairo_t *cr, double width, double height)
{
  cairo_new_path (cr);
  cairo_arc (cr, width - CORNER, CORNER, CORNER, -G_PI_2, 0);
  cairo_arc (cr, width - CORNER, height - CORNER, CORNER, 0, G_PI_2);
  cairo_arc (cr, CORNER, height - CORNER, CORNER, G_PI_2, G_PI);
  cairo_arc (cr, CORNER, CORNER, CORNER, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, card[0], card[1], card[2]);
  cairo_fill (cr);
}

static void
paint_pose (cairo_t *cr, const Wish *wish)
{
  TonusFigureOptions options = { .width = wish->size.width - 2 * MARGIN,
                                 .height = wish->size.height - 2 * MARGIN,
                                 .palette = TONUS_FIGURE_COLOUR,
                                 .is_mirrored = wish->size.is_mirrored };
  g_autoptr (TonusPose) pose = tonus_pose_find (wish->pose);
  g_autoptr (TonusFigureList) list = pose ? tonus_figure_draw (pose, &options, NULL) : NULL;

  if (list)
    tonus_figure_paint (cr, list, MARGIN, MARGIN);
}

static cairo_surface_t *
draw (const Wish *wish)
{
  const TonusPictureSize *size = &wish->size;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, size->width * size->scale, size->height * size->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, size->scale, size->scale);
  cr = cairo_create (surface);
  paint_card (cr, size->width, size->height);
  paint_pose (cr, wish);
  cairo_destroy (cr);
  return surface;
}

static void
draw_next (TonusFigurePictures *self)
{
  Wish *wish = g_queue_pop_head (&self->waiting);

  if (g_hash_table_size (self->surfaces) >= KEPT_MOST)
    g_hash_table_remove_all (self->surfaces);
  g_hash_table_insert (self->surfaces, g_strdup (wish->key), draw (wish));
  wish_free (wish);
}

/* One at a time, so that a key does not wait for many. */
static gboolean
idle_cb (gpointer data)
{
  TonusFigurePictures *self = data;

  draw_next (self);
  g_signal_emit_by_name (self, "ready");
  if (self->waiting.length)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

void
tonus_figure_pictures_finish (TonusFigurePictures *self)
{
  gboolean has_any = self->waiting.length > 0;

  while (self->waiting.length)
    draw_next (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (has_any)
    g_signal_emit_by_name (self, "ready");
}

/* --- asking --- */

const char *
tonus_figure_pose_of (const TonusEntry *exercise)
{
  const char *picture = tonus_entry_get (exercise, "picture");

  return picture ? picture : exercise->id;
}

gboolean
tonus_figure_pictures_has (TonusFigurePictures *self, const TonusEntry *exercise)
{
  const char *id = tonus_figure_pose_of (exercise);
  gpointer known = g_hash_table_lookup (self->known, id);

  if (!known)
    {
      g_autoptr (TonusPose) pose = tonus_pose_find (id);

      known = GINT_TO_POINTER (pose ? 2 : 1);
      g_hash_table_insert (self->known, g_strdup (id), known);
    }
  return known == GINT_TO_POINTER (2);
}

static Wish *
find_wish (TonusFigurePictures *self, const char *key)
{
  for (GList *l = self->waiting.head; l; l = l->next)
    if (g_str_equal (((Wish *) l->data)->key, key))
      {
        Wish *wish = l->data;

        g_queue_delete_link (&self->waiting, l);
        return wish;
      }
  return NULL;
}

static void
wait_for (TonusFigurePictures *self,
          const char *key,
          const char *pose,
          const TonusPictureSize *size)
{
  Wish *wish = find_wish (self, key);

  if (!wish)
    {
      wish = g_new0 (Wish, 1);
      *wish = (Wish){ g_strdup (key), g_strdup (pose), *size };
    }
  g_queue_push_head (&self->waiting, wish);
  if (self->waiting.length > WAITING_MOST)
    wish_free (g_queue_pop_tail (&self->waiting));
  if (!self->idle)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

cairo_surface_t *
tonus_figure_pictures_look (TonusFigurePictures *self,
                            const TonusEntry *exercise,
                            const TonusPictureSize *size)
{
  const char *pose = tonus_figure_pose_of (exercise);
  g_autofree char *key = NULL;
  cairo_surface_t *surface;

  if (!tonus_figure_pictures_has (self, exercise))
    return NULL;
  key = g_strdup_printf ("%s %d %d %d %d", pose, size->width, size->height, size->scale,
                         size->is_mirrored);
  surface = g_hash_table_lookup (self->surfaces, key);
  if (!surface)
    wait_for (self, key, pose, size);
  return surface;
}

static void
tonus_figure_pictures_finalize (GObject *object)
{
  TonusFigurePictures *self = TONUS_FIGURE_PICTURES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_queue_clear_full (&self->waiting, wish_free);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->known);
  G_OBJECT_CLASS (tonus_figure_pictures_parent_class)->finalize (object);
}

static void
tonus_figure_pictures_class_init (TonusFigurePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_figure_pictures_finalize;
  g_signal_new ("ready", TONUS_TYPE_FIGURE_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
tonus_figure_pictures_init (TonusFigurePictures *self)
{
  self->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) cairo_surface_destroy);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

TonusFigurePictures *
tonus_figure_pictures_get_default (void)
{
  static TonusFigurePictures *pictures;

  if (!pictures)
    {
      pictures = g_object_new (TONUS_TYPE_FIGURE_PICTURES, NULL);
      g_object_add_weak_pointer (G_OBJECT (pictures), (gpointer *) &pictures);
    }
  return pictures;
}
