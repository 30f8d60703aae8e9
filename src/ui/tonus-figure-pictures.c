/* tonus-figure-pictures.c - pictures of exercises for the screen, made once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-figure-paint.h"
#include "tonus-figure-pictures.h"
#include "tonus-picture-name.h"
#include "tonus-practice-pictures.h"

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
  char *picture;
  TonusPictureSize size;
} Wish;

/* What is known of a picture. */
typedef enum
{
  KNOWN_NOTHING,
  KNOWN_ONE,
  KNOWN_NONE,
  KNOWN_LOST /* a file of it was not there, or damaged; it may come yet */
} Known;

struct _TonusFigurePictures
{
  GObject parent_instance;

  TonusPractice *practice; /* (nullable) */
  GHashTable *surfaces;    /* key → surface */
  GHashTable *known;       /* picture → Known */
  GQueue waiting;          /* (element-type Wish), the last one asked for first */
  guint idle;
};

G_DEFINE_TYPE (TonusFigurePictures, tonus_figure_pictures, G_TYPE_OBJECT)

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->key);
  g_free (wish->picture);
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
paint_illustration (cairo_t *cr, TonusIllustration *illustration, const TonusPictureSize *size)
{
  TonusFigureOptions options = { .width = size->width - 2 * MARGIN,
                                 .height = size->height - 2 * MARGIN,
                                 .palette = TONUS_FIGURE_COLOUR,
                                 .is_mirrored = size->is_mirrored,
                                 .pixels =
                                     (guint) (MAX (size->width, size->height) * size->scale) };
  g_autoptr (TonusFigureList) list = tonus_illustration_draw (illustration, &options, NULL);

  if (list)
    tonus_figure_paint (cr, list, MARGIN, MARGIN);
}

static cairo_surface_t *
draw (TonusIllustration *illustration, const TonusPictureSize *size)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, size->width * size->scale, size->height * size->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, size->scale, size->scale);
  cr = cairo_create (surface);
  paint_card (cr, size->width, size->height);
  paint_illustration (cr, illustration, size);
  cairo_destroy (cr);
  return surface;
}

static GBytes *
load (const char *name, gpointer data)
{
  TonusFigurePictures *self = data;

  return self->practice ? tonus_practice_load_picture (self->practice, name, NULL) : NULL;
}

TonusIllustration *
tonus_figure_pictures_resolve (TonusFigurePictures *self, const char *picture)
{
  return tonus_illustration_new (picture, load, self, NULL);
}

static void
note (TonusFigurePictures *self, const char *picture, Known known)
{
  g_hash_table_replace (self->known, g_strdup (picture), GUINT_TO_POINTER (known));
}

static void
draw_next (TonusFigurePictures *self)
{
  Wish *wish = g_queue_pop_head (&self->waiting);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusIllustration) illustration =
      tonus_illustration_new (wish->picture, load, self, &error);

  if (g_hash_table_size (self->surfaces) >= KEPT_MOST)
    g_hash_table_remove_all (self->surfaces);
  if (illustration)
    g_hash_table_insert (self->surfaces, g_strdup (wish->key), draw (illustration, &wish->size));
  note (self, wish->picture,
        illustration                                                              ? KNOWN_ONE
        : g_error_matches (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_MISSING) ? KNOWN_LOST
                                                                                  : KNOWN_NONE);
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
tonus_figure_picture_of (const TonusEntry *exercise)
{
  const char *picture = tonus_entry_get (exercise, "picture");

  return picture ? picture : exercise->id;
}

/* Are all files there now, whole? */
static gboolean
has_files (TonusFigurePictures *self, const char *picture)
{
  g_auto (GStrv) files = tonus_picture_split (picture);
  gboolean has_all = files != NULL;

  for (guint i = 0; has_all && files[i]; i++)
    {
      g_autoptr (GBytes) bytes = load (files[i], self);

      has_all = bytes != NULL;
    }
  return has_all;
}

static gboolean
has_pose (const char *id)
{
  g_autoptr (TonusPose) pose = tonus_pose_find (id);

  return pose != NULL;
}

/* Whoever paints a row does not read a file for that: what it is will be found out in the idle
 * drawing. */
static Known
find_out (TonusFigurePictures *self, const char *picture)
{
  Known known = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, picture));

  if (known == KNOWN_LOST && has_files (self, picture))
    known = KNOWN_ONE;
  else if (known == KNOWN_NOTHING && !tonus_picture_is_files (picture))
    known = has_pose (picture) ? KNOWN_ONE : KNOWN_NONE;
  else
    return known;
  note (self, picture, known);
  return known;
}

gboolean
tonus_figure_pictures_has (TonusFigurePictures *self, const char *picture)
{
  Known known = find_out (self, picture);

  return known == KNOWN_ONE || (known == KNOWN_NOTHING && self->practice);
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
          const char *picture,
          const TonusPictureSize *size)
{
  Wish *wish = find_wish (self, key);

  if (!wish)
    {
      wish = g_new0 (Wish, 1);
      *wish = (Wish){ g_strdup (key), g_strdup (picture), *size };
    }
  g_queue_push_head (&self->waiting, wish);
  if (self->waiting.length > WAITING_MOST)
    wish_free (g_queue_pop_tail (&self->waiting));
  if (!self->idle)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

cairo_surface_t *
tonus_figure_pictures_look (TonusFigurePictures *self,
                            const char *picture,
                            const TonusPictureSize *size)
{
  g_autofree char *key = NULL;
  cairo_surface_t *surface;

  if (!tonus_figure_pictures_has (self, picture))
    return NULL;
  key = g_strdup_printf ("%s %d %d %d %d", picture, size->width, size->height, size->scale,
                         size->is_mirrored);
  surface = g_hash_table_lookup (self->surfaces, key);
  if (!surface)
    wait_for (self, key, picture, size);
  return surface;
}

void
tonus_figure_pictures_set_practice (TonusFigurePictures *self, TonusPractice *practice)
{
  g_set_object (&self->practice, practice);
  g_hash_table_remove_all (self->surfaces);
  g_hash_table_remove_all (self->known);
  g_queue_clear_full (&self->waiting, wish_free);
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
tonus_figure_pictures_finalize (GObject *object)
{
  TonusFigurePictures *self = TONUS_FIGURE_PICTURES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_queue_clear_full (&self->waiting, wish_free);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->known);
  g_clear_object (&self->practice);
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
