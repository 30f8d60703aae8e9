/* tonus-program-view.c - the home program: its exercises, and where the handout goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-line-entry.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-library-view.h"
#include "tonus-page-form.h"
#include "tonus-program-cards.h"
#include "tonus-program-done.h"
#include "tonus-program-view.h"
#include "tonus-section-view.h"
#include "tonus-words.h"

#define NAMES_MOST 100

struct _TonusProgramView
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed */
  GtkWidget *bar;
  GtkWidget *path;
  GtkWidget *cards;
};

G_DEFINE_TYPE (TonusProgramView, tonus_program_view, GTK_TYPE_BOX)

static gboolean
has_exercises (TonusProgramView *self)
{
  TonusRecord *program = tonus_session_get_record (self->session, TONUS_SLOT_PROGRAM);

  return program && tonus_record_has_section (program, "home");
}

static char *
propose_path (TonusProgramView *self)
{
  TonusRecord *patient = tonus_session_get_record (self->session, TONUS_SLOT_PATIENT);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
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
      path = g_build_filename (documents ? documents : g_get_home_dir (), name, NULL);
    }
  return path;
}

static void
put_bar_away (GtkWidget *widget, TonusProgramView *self)
{
  gtk_widget_hide (self->bar);
  tonus_widget_focus_first (GTK_WIDGET (self));
}

static void
save_cb (GtkWidget *widget, TonusProgramView *self)
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
      put_bar_away (widget, self);
    }
  tonus_session_say (session, words);
}

static gboolean
path_key_cb (GtkWidget *path, GdkEventKey *event, TonusProgramView *self)
{
  if (event->keyval != GDK_KEY_Escape)
    return FALSE;
  put_bar_away (path, self);
  return TRUE;
}

static void
choose_cb (GtkWidget *widget, TonusProgramView *self)
{
  GtkWidget *chooser = gtk_file_chooser_dialog_new (
      _ ("Save the handout"), GTK_WINDOW (gtk_widget_get_toplevel (widget)),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Cancel"), GTK_RESPONSE_CANCEL, _ ("Choose"),
      GTK_RESPONSE_ACCEPT, NULL);
  g_autofree char *name = g_path_get_basename (gtk_entry_get_text (GTK_ENTRY (self->path)));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (gtk_dialog_run (GTK_DIALOG (chooser)) == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *path = gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser));

      gtk_entry_set_text (GTK_ENTRY (self->path), path ? path : "");
    }
  gtk_widget_destroy (chooser);
}

static void
add_button (TonusProgramView *self, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_container_add (GTK_CONTAINER (self->bar), button);
}

static void
build_bar (TonusProgramView *self)
{
  GtkWidget *label = gtk_label_new (_ ("Save the handout as"));

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
  add_button (self, "handout/cancel", _ ("Not now"), G_CALLBACK (put_bar_away));
  g_signal_connect (self->path, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect (self->path, "key-press-event", G_CALLBACK (path_key_cb), self);
  gtk_widget_show_all (self->bar);
  gtk_widget_hide (self->bar);
  gtk_widget_set_no_show_all (self->bar, TRUE);
}

/* --- the page --- */

/* Of the newest exercise one sees at once that it is there; with Ctrl+Enter one is at its dose. */
static void
added_cb (GtkWidget *library, const char *row, gboolean goes_there, TonusProgramView *self)
{
  if (goes_there)
    tonus_program_cards_edit_row (TONUS_PROGRAM_CARDS (self->cards), row);
  else
    tonus_program_cards_point_at (TONUS_PROGRAM_CARDS (self->cards), row);
}

/* Who looks for exercises wants to see them, and those there are. */
static void
library_opened_cb (GtkWidget *library, GtkWidget *done)
{
  gtk_expander_set_expanded (GTK_EXPANDER (done), FALSE);
}

/* The exercises, then what there is to say about the program as a whole. */
static GtkWidget *
make_body (TonusProgramView *self, TonusProgramDesk *desk)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  const TonusSection *home = tonus_program_desk_get_section (desk);
  g_autoptr (GPtrArray) sections = tonus_page_list_sections (self->session, home->page);

  gtk_style_context_add_class (gtk_widget_get_style_context (body), "tonus-page");
  self->cards = tonus_program_cards_new (desk);
  gtk_container_add (GTK_CONTAINER (body), self->cards);
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      TonusSite site;

      if (section != home &&
          tonus_section_is_held_by (section, tonus_slot_kind (TONUS_SLOT_PROGRAM)) &&
          tonus_page_find_site (self->session, section, &site))
        gtk_container_add (GTK_CONTAINER (body), tonus_section_view_new (&site, section));
    }
  gtk_widget_show (body);
  return body;
}

static void
build_page (TonusProgramView *self)
{
  g_autoptr (TonusProgramDesk) desk = tonus_program_desk_new (self->session);
  GtkWidget *library = tonus_library_view_new (desk);
  GtkWidget *done = tonus_program_done_new (self->session);

  if (done)
    {
      gtk_container_add (GTK_CONTAINER (self), done);
      g_signal_connect_object (library, "opened", G_CALLBACK (library_opened_cb), done, 0);
    }
  gtk_container_add (GTK_CONTAINER (self), library);
  gtk_box_pack_start (GTK_BOX (self),
                      tonus_form_new ("page/home", _ ("Home program"), make_body (self, desk)),
                      TRUE, TRUE, 0);
  g_signal_connect_object (library, "added", G_CALLBACK (added_cb), self, 0);
}

static void
tonus_program_view_finalize (GObject *object)
{
  TonusProgramView *self = TONUS_PROGRAM_VIEW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (tonus_program_view_parent_class)->finalize (object);
}

static void
tonus_program_view_class_init (TonusProgramViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_program_view_finalize;
}

static void
tonus_program_view_init (TonusProgramView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
tonus_program_view_new (TonusSession *session)
{
  TonusProgramView *self = g_object_new (TONUS_TYPE_PROGRAM_VIEW, NULL);

  self->session = g_object_ref (session);
  build_bar (self);
  gtk_container_add (GTK_CONTAINER (self), self->bar);
  build_page (self);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
tonus_program_view_ask_path (TonusProgramView *self)
{
  g_autofree char *path = NULL;

  if (!has_exercises (self))
    {
      tonus_session_say (self->session,
                         _ ("Nothing to hand out yet: add an exercise to the home program first."));
      tonus_widget_focus_first (GTK_WIDGET (self));
      return;
    }
  path = propose_path (self);
  gtk_entry_set_text (GTK_ENTRY (self->path), path);
  gtk_widget_show (self->bar);
  gtk_widget_grab_focus (self->path);
}
