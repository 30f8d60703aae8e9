/* tonus-program-view.c - the home program: its exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-library-view.h"
#include "tonus-page-form.h"
#include "tonus-program-cards.h"
#include "tonus-program-done.h"
#include "tonus-program-view.h"
#include "tonus-section-view.h"

struct _TonusProgramView
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed */
  GtkWidget *cards;
};

G_DEFINE_TYPE (TonusProgramView, tonus_program_view, GTK_TYPE_BOX)

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

/* What the fields leave of it closes the list, from wherever one is. */
static gboolean
key_cb (GtkWidget *view, GdkEventKey *event, TonusLibraryView *library)
{
  if (event->keyval != GDK_KEY_Escape ||
      (event->state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !tonus_library_view_is_open (library))
    return FALSE;
  tonus_library_view_close (library);
  return TRUE;
}

static void
build_page (TonusProgramView *self)
{
  g_autoptr (TonusProgramDesk) desk = tonus_program_desk_new (self->session);
  GtkWidget *library = tonus_library_view_new (desk);
  GtkWidget *done = tonus_program_done_new (self->session), *form;

  if (done)
    {
      gtk_container_add (GTK_CONTAINER (self), done);
      g_signal_connect_object (library, "opened", G_CALLBACK (library_opened_cb), done, 0);
    }
  gtk_container_add (GTK_CONTAINER (self), library);
  form = tonus_form_new ("page/home", _ ("Home program"), make_body (self, desk));
  gtk_container_add (GTK_CONTAINER (self),
                     tonus_program_cards_get_bulk (TONUS_PROGRAM_CARDS (self->cards)));
  gtk_box_pack_start (GTK_BOX (self), form, TRUE, TRUE, 0);
  g_signal_connect_object (library, "added", G_CALLBACK (added_cb), self, 0);
  g_signal_connect_object (self, "key-press-event", G_CALLBACK (key_cb), library, 0);
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
  build_page (self);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
