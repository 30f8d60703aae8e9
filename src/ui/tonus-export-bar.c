/* tonus-export-bar.c - where the handout is saved as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-export-bar.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-line-entry.h"
#include "tonus-preferences.h"
#include "tonus-words.h"

#define NAMES_MOST 100
#define BAR "tonus-export-bar"

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusSession *session; /* owned */
  GtkWidget *home;       /* beside the bar, in the same box */
  GtkWidget *bar;
  GtkWidget *path;
  GtkFileChooserNative *chooser; /* owned (nullable): while it is asked */
} Export;

/* Of the last time, if it is still there, else the documents. */
static char *
find_folder (void)
{
  g_autofree char *kept =
      tonus_preferences_get_text (tonus_preferences_get_default (), TONUS_PREFERENCE_EXPORT_FOLDER);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*kept && g_file_test (kept, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&kept);
  return g_strdup (documents ? documents : g_get_home_dir ());
}

static char *
propose_path (Export *self)
{
  TonusRecord *patient = tonus_session_get_record (self->session, TONUS_SLOT_PATIENT);
  g_autofree char *folder = find_folder ();
  g_autofree char *who = tonus_words_short_name (patient);
  g_autofree char *today = tonus_date_format (tonus_date_today ());
  char *path = NULL;

  /* An earlier handout of the day is not written over. */
  for (int i = 1; !path || (g_file_test (path, G_FILE_TEST_EXISTS) && i < NAMES_MOST); i++)
    {
      g_autofree char *name = i == 1
                                  ? g_strdup_printf (_ ("Handout %s %s.pdf"), who, today)
                                  : g_strdup_printf (_ ("Handout %s %s (%d).pdf"), who, today, i);

      g_strdelimit (name, "/", '-');
      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  return path;
}

static void
put_away (GtkWidget *widget, Export *self)
{
  gtk_widget_hide (self->bar);
  tonus_widget_focus_first (self->home);
}

/* What was written there says nothing of the patient but the folder's name. */
static void
remember_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  tonus_preferences_set_text (tonus_preferences_get_default (), TONUS_PREFERENCE_EXPORT_FOLDER,
                              folder);
}

static void
save_cb (GtkWidget *widget, Export *self)
{
  const char *path = gtk_entry_get_text (GTK_ENTRY (self->path));
  g_autoptr (TonusSession) session = g_object_ref (self->session);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_path_is_absolute (path))
    words = g_strdup (_ ("The handout needs a full path, beginning with “/”."));
  else if (!tonus_session_hand_out (session, path, &error))
    words = g_strdup_printf (_ ("The handout was not saved: %s"), error->message);
  else
    {
      words = g_strdup_printf (_ ("Handout saved as %s"), path);
      remember_folder (path);
      put_away (widget, self);
    }
  tonus_session_say (session, words);
}

static gboolean
path_key_cb (GtkWidget *path, GdkEventKey *event, Export *self)
{
  if (event->keyval != GDK_KEY_Escape)
    return FALSE;
  put_away (path, self);
  return TRUE;
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Export *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT
                              ? gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser))
                              : NULL;

  if (path)
    gtk_entry_set_text (GTK_ENTRY (self->path), path);
  g_clear_object (&self->chooser);
  gtk_widget_grab_focus (self->path);
}

static void
choose_cb (GtkWidget *widget, Export *self)
{
  const char *path = gtk_entry_get_text (GTK_ENTRY (self->path));
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = find_folder ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
      _ ("Save the handout"), GTK_WINDOW (gtk_widget_get_toplevel (widget)),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Choose"), _ ("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_button (Export *self, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_container_add (GTK_CONTAINER (self->bar), button);
}

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_object (&self->chooser);
  g_object_unref (self->session);
  g_free (self);
}

GtkWidget *
tonus_export_bar_new (TonusSession *session, GtkWidget *home)
{
  Export *self = g_new0 (Export, 1);
  GtkWidget *label = gtk_label_new (_ ("Save the handout as"));

  self->session = g_object_ref (session);
  self->home = home;
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->path = tonus_line_entry_new ();
  gtk_style_context_add_class (gtk_widget_get_style_context (self->bar), "tonus-bar");
  gtk_entry_set_width_chars (GTK_ENTRY (self->path), 6);
  gtk_widget_set_hexpand (self->path, TRUE);
  tonus_widget_identify (self->path, "handout/path", NULL);
  tonus_widget_label_by (self->path, label);
  gtk_container_add (GTK_CONTAINER (self->bar), label);
  gtk_container_add (GTK_CONTAINER (self->bar), self->path);
  add_button (self, "handout/choose", _ ("Choose…"), G_CALLBACK (choose_cb));
  add_button (self, "handout/save", _ ("Save handout"), G_CALLBACK (save_cb));
  add_button (self, "handout/cancel", _ ("Not now"), G_CALLBACK (put_away));
  g_signal_connect (self->path, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect (self->path, "key-press-event", G_CALLBACK (path_key_cb), self);
  gtk_widget_show_all (self->bar);
  gtk_widget_hide (self->bar);
  gtk_widget_set_no_show_all (self->bar, TRUE);
  g_object_set_data_full (G_OBJECT (self->bar), BAR, self, export_free);
  return self->bar;
}

void
tonus_export_bar_ask (GtkWidget *bar)
{
  Export *self = g_object_get_data (G_OBJECT (bar), BAR);
  g_autofree char *path = propose_path (self);

  gtk_entry_set_text (GTK_ENTRY (self->path), path);
  gtk_widget_show (bar);
  gtk_widget_grab_focus (self->path);
}
