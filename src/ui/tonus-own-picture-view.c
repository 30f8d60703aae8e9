/* tonus-own-picture-view.c - a picture, and the place where another one is dropped or pasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-paint.h"
#include "tonus-identify.h"
#include "tonus-image.h"
#include "tonus-own-picture-view.h"

#define WIDTH 240
#define HEIGHT 176
#define MARGIN 6.0

struct _TonusOwnPictureView
{
  GtkDrawingArea parent_instance;

  TonusIllustration *picture; /* (nullable) */
};

G_DEFINE_TYPE (TonusOwnPictureView, tonus_own_picture_view, GTK_TYPE_DRAWING_AREA)

/* The handout's ground, whatever the theme: as it will be on paper. */
static const double paper[3] = { 0.965, 0.975, 0.985 };
static const double ink[3] = { 0.25, 0.28, 0.32 };
static const double edge[3] = { 0.55, 0.6, 0.66 };

/* --- drawing --- */

/* A dashed edge: here something can be put. */
static void
say_none (TonusOwnPictureView *self, cairo_t *cr)
{
  const double dashes[] = { 5, 4 };
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("No picture yet"));
  int width, height;

  cairo_rectangle (cr, 0.5, 0.5, WIDTH - 1, HEIGHT - 1);
  cairo_set_source_rgb (cr, edge[0], edge[1], edge[2]);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_move_to (cr, (WIDTH - width) / 2.0, (HEIGHT - height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_picture (TonusOwnPictureView *self, cairo_t *cr)
{
  const TonusFigureOptions options = { .width = WIDTH - 2 * MARGIN,
                                       .height = HEIGHT - 2 * MARGIN,
                                       .palette = TONUS_FIGURE_COLOUR };
  g_autoptr (TonusFigureList) list = tonus_illustration_draw (self->picture, &options, NULL);

  if (list)
    tonus_figure_paint (cr, list, MARGIN, MARGIN);
}

static gboolean
tonus_own_picture_view_draw (GtkWidget *widget, cairo_t *cr)
{
  TonusOwnPictureView *self = TONUS_OWN_PICTURE_VIEW (widget);

  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT);
  cairo_set_source_rgb (cr, paper[0], paper[1], paper[2]);
  cairo_fill (cr);
  if (self->picture)
    paint_picture (self, cr);
  else
    say_none (self, cr);
  if (gtk_widget_has_visible_focus (widget))
    {
      /* The theme's own ring is light in the dark, and the ground is light always. */
      cairo_rectangle (cr, 1.5, 1.5, WIDTH - 3, HEIGHT - 3);
      cairo_set_source_rgb (cr, 0.1, 0.37, 0.7);
      cairo_set_line_width (cr, 3);
      cairo_stroke (cr);
    }
  return FALSE;
}

/* In the therapist's language, if the picture has words of its own. */
static const char *
describe (TonusIllustration *picture)
{
  const char *const *languages = g_get_language_names ();
  const char *words = NULL;

  for (guint i = 0; !words && languages[i]; i++)
    {
      g_autofree char *language = g_ascii_strdown (languages[i], 2);

      words = tonus_illustration_describe (picture, language);
    }
  return words ? words : tonus_illustration_describe (picture, "en");
}

void
tonus_own_picture_view_show (TonusOwnPictureView *self, TonusIllustration *picture)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));
  const char *words = picture ? describe (picture) : NULL;

  g_clear_pointer (&self->picture, tonus_illustration_unref);
  self->picture = picture ? tonus_illustration_ref (picture) : NULL;
  atk_object_set_name (accessible, picture ? _ ("Picture of this exercise") : _ ("No picture yet"));
  atk_object_set_description (accessible, words ? words : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- what is dropped and pasted --- */

/* Only files of this computer: another address would have to be fetched.  (transfer full) */
static GStrv
list_paths (char **uris)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; uris && uris[i]; i++)
    {
      g_autofree char *path = g_filename_from_uri (uris[i], NULL, NULL);

      if (path)
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

static void
take_selection (TonusOwnPictureView *self, GtkSelectionData *selection)
{
  g_auto (GStrv) uris = gtk_selection_data_get_uris (selection);
  g_auto (GStrv) paths = list_paths (uris);
  int length = gtk_selection_data_get_length (selection);
  g_autoptr (GBytes) bytes =
      !uris && length > 0 ? g_bytes_new (gtk_selection_data_get_data (selection), (gsize) length)
                          : NULL;

  g_signal_emit_by_name (self, "dropped", paths, bytes);
}

static void
tonus_own_picture_view_drag_data_received (GtkWidget *widget,
                                           GdkDragContext *context,
                                           int x,
                                           int y,
                                           GtkSelectionData *selection,
                                           guint info,
                                           guint time)
{
  take_selection (TONUS_OWN_PICTURE_VIEW (widget), selection);
}

static void
received_cb (GtkClipboard *clipboard, GtkSelectionData *selection, gpointer data)
{
  g_autoptr (TonusOwnPictureView) self = data;

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    take_selection (self, selection);
}

/* A copied file is better than its picture: it has not been through another program. */
static void
targets_cb (GtkClipboard *clipboard, GdkAtom *targets, int n, gpointer data)
{
  g_autoptr (TonusOwnPictureView) self = data;
  GdkAtom best = gdk_atom_intern_static_string ("text/uri-list");

  for (int i = 0; i < n; i++)
    if (targets[i] == best)
      {
        gtk_clipboard_request_contents (clipboard, best, received_cb, g_object_ref (self));
        return;
      }
  for (guint type = 0; tonus_image_types[type]; type++)
    for (int i = 0; i < n; i++)
      if (targets[i] == gdk_atom_intern_static_string (tonus_image_types[type]))
        {
          gtk_clipboard_request_contents (clipboard, targets[i], received_cb, g_object_ref (self));
          return;
        }
  g_signal_emit_by_name (self, "dropped", NULL, NULL);
}

static gboolean
tonus_own_picture_view_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  gboolean is_paste =
      (event->state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK &&
      gdk_keyval_to_lower (event->keyval) == GDK_KEY_v;

  if (is_paste)
    gtk_clipboard_request_targets (gtk_widget_get_clipboard (widget, GDK_SELECTION_CLIPBOARD),
                                   targets_cb, g_object_ref (widget));
  return is_paste ||
         GTK_WIDGET_CLASS (tonus_own_picture_view_parent_class)->key_press_event (widget, event);
}

static gboolean
tonus_own_picture_view_button_press_event (GtkWidget *widget, GdkEventButton *event)
{
  gtk_widget_grab_focus (widget);
  return TRUE;
}

/* --- being a widget --- */

static void
tonus_own_picture_view_finalize (GObject *object)
{
  TonusOwnPictureView *self = TONUS_OWN_PICTURE_VIEW (object);

  g_clear_pointer (&self->picture, tonus_illustration_unref);
  G_OBJECT_CLASS (tonus_own_picture_view_parent_class)->finalize (object);
}

static void
tonus_own_picture_view_class_init (TonusOwnPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tonus_own_picture_view_finalize;
  widget_class->draw = tonus_own_picture_view_draw;
  widget_class->drag_data_received = tonus_own_picture_view_drag_data_received;
  widget_class->key_press_event = tonus_own_picture_view_key_press_event;
  widget_class->button_press_event = tonus_own_picture_view_button_press_event;
  gtk_widget_class_set_accessible_role (widget_class, ATK_ROLE_IMAGE);
  g_signal_new ("dropped", TONUS_TYPE_OWN_PICTURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_BYTES);
}

static void
tonus_own_picture_view_init (TonusOwnPictureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkTargetList) targets = NULL;

  gtk_widget_set_size_request (widget, WIDTH, HEIGHT);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_widget_set_can_focus (widget, TRUE);
  gtk_widget_add_events (widget, GDK_BUTTON_PRESS_MASK | GDK_KEY_PRESS_MASK);
  gtk_drag_dest_set (widget, GTK_DEST_DEFAULT_ALL, NULL, 0, GDK_ACTION_COPY);
  targets = gtk_target_list_new (NULL, 0);
  gtk_target_list_add_uri_targets (targets, 0);
  for (guint i = 0; tonus_image_types[i]; i++)
    gtk_target_list_add (targets, gdk_atom_intern_static_string (tonus_image_types[i]), 0, 0);
  gtk_drag_dest_set_target_list (widget, targets);
  tonus_widget_identify (widget, "own/picture", _ ("No picture yet"));
  gtk_widget_show (widget);
}

GtkWidget *
tonus_own_picture_view_new (void)
{
  return g_object_new (TONUS_TYPE_OWN_PICTURE_VIEW, NULL);
}
