/* tonus-own-picture.c - the picture of an own exercise while it is written: seen, chosen, taken off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-words.h"
#include "tonus-flow-box.h"
#include "tonus-identify.h"
#include "tonus-image.h"
#include "tonus-label.h"
#include "tonus-own-exercise.h"
#include "tonus-own-files.h"
#include "tonus-own-picture.h"
#include "tonus-own-picture-view.h"
#include "tonus-practice-pictures.h"

struct _TonusOwnPicture
{
  GtkBox parent_instance;

  /* Owned */
  TonusChart *chart;
  TonusRecord *form;
  GtkFileChooserNative *chooser; /* (nullable) */
  GCancellable *leaving;

  guint n_reading;
  gboolean is_end; /* what the chooser chooses */

  /* Borrowed */
  TonusOwnFiles *files;
  GtkWidget *view;
  GtkWidget *ways;
  GtkWidget *second;
  GtkWidget *remove;
  GtkWidget *status;
};

G_DEFINE_TYPE (TonusOwnPicture, tonus_own_picture, GTK_TYPE_BOX)

/* What was asked for. */
typedef struct
{
  GStrv paths;   /* (nullable): @bytes are given */
  GBytes *bytes; /* (nullable) */
  gboolean is_end;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_strfreev (wish->paths);
  g_clear_pointer (&wish->bytes, g_bytes_unref);
  g_free (wish);
}

/* --- what is shown --- */

static void
say (TonusOwnPicture *self, const char *words, gboolean is_error)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->status);

  if (is_error)
    gtk_style_context_add_class (style, "tonus-error");
  else
    gtk_style_context_remove_class (style, "tonus-error");
  tonus_label_say (self->status, words);
  gtk_widget_set_visible (self->status, words && *words);
}

/* The photos there are: none, the start, or both. */
static GStrv
list_photos (TonusOwnPicture *self)
{
  g_autofree char *picture = tonus_own_exercise_get_picture (self->form);
  g_auto (GStrv) names = tonus_picture_split (picture);

  if (names && tonus_picture_name_is_photo (names[0]))
    return g_steal_pointer (&names);
  return g_new0 (char *, 1);
}

static void
paint (TonusOwnPicture *self)
{
  g_autofree char *picture = tonus_own_exercise_get_picture (self->form);
  g_auto (GStrv) photos = list_photos (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusIllustration) shown =
      tonus_illustration_new (picture, tonus_own_files_load, self->files, &error);

  tonus_own_picture_view_show (TONUS_OWN_PICTURE_VIEW (self->view), shown);
  gtk_widget_set_visible (self->second, photos[0] != NULL);
  gtk_widget_set_visible (self->remove, picture != NULL);
  say (self, error ? error->message : NULL, TRUE);
}

static void
form_changed_cb (TonusRecord *form, const char *path, TonusOwnPicture *self)
{
  if (g_str_has_prefix (path, "x-own-picture/") || g_str_has_prefix (path, "x-own/x-picture"))
    paint (self);
}

static void
chart_edited_cb (TonusChart *chart, const char *object, TonusOwnPicture *self)
{
  tonus_own_exercise_settle_picture (chart, self->form);
}

/* --- taking one in --- */

/* Two are start and end; of one, what is there stays the other half. */
static void
take_photos (TonusOwnPicture *self, GPtrArray *jpegs, gboolean is_end)
{
  g_auto (GStrv) photos = list_photos (self);
  const char *name = tonus_own_files_add (self->files, jpegs->pdata[0], "jpg");
  const char *start = is_end && photos[0] ? photos[0] : name;
  const char *end = is_end && photos[0] ? name : photos[0] ? photos[1] : NULL;
  g_autofree char *picture = NULL;

  if (jpegs->len > 1)
    end = tonus_own_files_add (self->files, jpegs->pdata[1], "jpg");
  picture = end ? g_strdup_printf ("%s;%s;", start, end) : g_strdup_printf ("%s;", start);
  tonus_own_exercise_set_files (self->chart, self->form, picture);
}

/* Each of the files, or the bytes.  All or nothing. */
static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  g_autoptr (GPtrArray) jpegs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GError *error = NULL;
  GBytes *jpeg =
      wish->bytes ? tonus_own_files_make_photo (wish->bytes, _ ("The image"), &error) : NULL;

  if (jpeg)
    g_ptr_array_add (jpegs, jpeg);
  for (guint i = 0; !error && wish->paths && wish->paths[i] && i < TONUS_PICTURE_FILES_MAX; i++)
    if ((jpeg = tonus_own_files_read_photo (wish->paths[i], &error)))
      g_ptr_array_add (jpegs, jpeg);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&jpegs), (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TonusOwnPicture *self = TONUS_OWN_PICTURE (source);
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jpegs = g_task_propagate_pointer (G_TASK (result), &error);

  /* Left meanwhile: nobody is there to be told. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->n_reading--;
  say (self, NULL, FALSE);
  if (jpegs)
    take_photos (self, jpegs, wish->is_end);
  else
    say (self, error->message, TRUE);
}

/* @paths or @bytes. */
static void
begin_reading (TonusOwnPicture *self, char **paths, GBytes *bytes, gboolean is_end)
{
  g_autoptr (GTask) task = g_task_new (self, self->leaving, read_cb, NULL);
  Wish *wish = g_new0 (Wish, 1);

  wish->paths = g_strdupv (paths);
  wish->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  wish->is_end = is_end;
  g_task_set_task_data (task, wish, wish_free);
  self->n_reading++;
  say (self, _ ("The image is being read…"), FALSE);
  g_task_run_in_thread (task, read_in_thread);
}

void
tonus_own_picture_choose (TonusOwnPicture *self, const char *path, gboolean is_end)
{
  char *paths[] = { (char *) path, NULL };

  begin_reading (self, paths, NULL, is_end);
}

void
tonus_own_picture_take (TonusOwnPicture *self, GBytes *bytes, const char *ending)
{
  const char *name = tonus_own_files_add (self->files, bytes, ending);
  g_autofree char *picture = g_strconcat (name, g_str_equal (ending, "jpg") ? ";" : NULL, NULL);

  tonus_own_exercise_set_files (self->chart, self->form, picture);
}

TonusPose *
tonus_own_picture_get_pose (TonusOwnPicture *self)
{
  g_autofree char *picture = tonus_own_exercise_get_picture (self->form);
  g_autoptr (TonusIllustration) shown =
      tonus_illustration_new (picture, tonus_own_files_load, self->files, NULL);
  TonusPose *pose = shown ? tonus_illustration_get_pose (shown) : NULL;

  return pose ? tonus_pose_ref (pose) : NULL;
}

static void
dropped_cb (TonusOwnPictureView *view, char **paths, GBytes *bytes, TonusOwnPicture *self)
{
  if (bytes || (paths && paths[0]))
    begin_reading (self, paths, bytes, FALSE);
  else
    say (self, _ ("That is no image of this computer; choose an image file."), TRUE);
}

/* --- choosing --- */

static void
chosen_cb (GtkNativeDialog *chooser, int response, TonusOwnPicture *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT
                              ? gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser))
                              : NULL;

  if (path)
    tonus_own_picture_choose (self, path, self->is_end);
  g_clear_object (&self->chooser);
}

static void
choose (TonusOwnPicture *self, gboolean is_end)
{
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkFileFilter *filter = gtk_file_filter_new ();

  for (guint i = 0; tonus_image_types[i]; i++)
    gtk_file_filter_add_mime_type (filter, tonus_image_types[i]);
  gtk_file_filter_set_name (filter, _ ("Images (JPEG, PNG, GIF)"));
  g_clear_object (&self->chooser);
  self->is_end = is_end;
  self->chooser = gtk_file_chooser_native_new (
      is_end ? _ ("Choose an image of the end") : _ ("Choose an image"), GTK_WINDOW (top),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Choose"), _ ("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
image_clicked_cb (GtkWidget *button, TonusOwnPicture *self)
{
  choose (self, FALSE);
}

static void
second_clicked_cb (GtkWidget *button, TonusOwnPicture *self)
{
  choose (self, TRUE);
}

static void
remove_clicked_cb (GtkWidget *button, TonusOwnPicture *self)
{
  gboolean has_focus = gtk_widget_has_focus (button);

  tonus_own_exercise_set_files (self->chart, self->form, NULL);
  /* The button has gone; whoever goes on by keyboard is not lost. */
  if (has_focus)
    gtk_widget_grab_focus (self->view);
}

/* --- saving --- */

gboolean
tonus_own_picture_keep (TonusOwnPicture *self, GError **error)
{
  g_autofree char *picture = tonus_own_exercise_get_picture (self->form);

  if (self->n_reading == 0)
    return tonus_own_files_keep (self->files, picture, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               _ ("The image is still being read; save again in a moment."));
  return FALSE;
}

/* --- building --- */

static GtkWidget *
add_button (TonusOwnPicture *self, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_widget_show (button);
  gtk_widget_set_no_show_all (button, TRUE);
  gtk_container_add (GTK_CONTAINER (self->ways), button);
  return button;
}

void
tonus_own_picture_add_way (TonusOwnPicture *self, GtkWidget *button)
{
  /* “Remove” stays the last. */
  g_object_ref (self->remove);
  gtk_container_remove (GTK_CONTAINER (self->ways), self->remove);
  gtk_container_add (GTK_CONTAINER (self->ways), button);
  gtk_container_add (GTK_CONTAINER (self->ways), self->remove);
  g_object_unref (self->remove);
}

static GtkWidget *
make_label (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  gtk_widget_show (label);
  gtk_widget_set_no_show_all (label, TRUE);
  return label;
}

/* As the fields above have theirs (tonus-fields-grid.c). */
static GtkWidget *
make_field_label (void)
{
  GtkWidget *label = make_label (_ ("Picture"), "tonus-field-label");

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_halign (label, GTK_ALIGN_FILL);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
build (TonusOwnPicture *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = tonus_own_picture_view_new ();
  g_signal_connect_object (self->view, "dropped", G_CALLBACK (dropped_cb), self, 0);
  self->ways = tonus_flow_box_new (12, 6);
  gtk_widget_show (self->ways);
  add_button (self, "own/image", _ ("From an image…"), G_CALLBACK (image_clicked_cb));
  self->second =
      add_button (self, "own/second-image", _ ("Second image…"), G_CALLBACK (second_clicked_cb));
  self->remove = add_button (self, "own/remove", _ ("Remove"), G_CALLBACK (remove_clicked_cb));
  gtk_widget_set_tooltip_text (self->second, _ ("The first one shows the start, this one the end"));
  atk_object_set_name (gtk_widget_get_accessible (self->remove), _ ("Remove the picture"));
  self->status = make_label (NULL, "tonus-error");
  tonus_widget_identify (self->status, "own/picture-status", NULL);
  gtk_container_add (GTK_CONTAINER (side), self->ways);
  gtk_container_add (GTK_CONTAINER (side),
                     make_label (_ ("Use only pictures you may use; they are kept without place "
                                    "and camera data. An image can also be dropped on the picture, "
                                    "or pasted while it has the focus."),
                                 GTK_STYLE_CLASS_DIM_LABEL));
  gtk_container_add (GTK_CONTAINER (side), self->status);
  gtk_widget_show (side);
  gtk_box_pack_start (GTK_BOX (self), make_field_label (), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), self->view, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), side, TRUE, TRUE, 0);
}

static void
tonus_own_picture_destroy (GtkWidget *widget)
{
  TonusOwnPicture *self = TONUS_OWN_PICTURE (widget);

  g_cancellable_cancel (self->leaving);
  g_clear_object (&self->chooser);
  GTK_WIDGET_CLASS (tonus_own_picture_parent_class)->destroy (widget);
}

static void
tonus_own_picture_finalize (GObject *object)
{
  TonusOwnPicture *self = TONUS_OWN_PICTURE (object);

  g_object_unref (self->leaving);
  g_object_unref (self->form);
  g_object_unref (self->chart);
  G_OBJECT_CLASS (tonus_own_picture_parent_class)->finalize (object);
}

static void
tonus_own_picture_class_init (TonusOwnPictureClass *klass)
{
  GTK_WIDGET_CLASS (klass)->destroy = tonus_own_picture_destroy;
  G_OBJECT_CLASS (klass)->finalize = tonus_own_picture_finalize;
}

static void
tonus_own_picture_init (TonusOwnPicture *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->leaving = g_cancellable_new ();
  build (self);
}

GtkWidget *
tonus_own_picture_new (TonusSession *session, const TonusSite *site)
{
  TonusOwnPicture *self = g_object_new (TONUS_TYPE_OWN_PICTURE, NULL);

  self->chart = g_object_ref (site->chart);
  self->form = g_object_ref (site->record);
  self->files = tonus_own_files_of (G_OBJECT (self->form), tonus_session_get_practice (session));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self, 0);
  g_signal_connect_object (self->chart, "edited", G_CALLBACK (chart_edited_cb), self, 0);
  paint (self);
  return GTK_WIDGET (self);
}
