/* tonus-page-form.c - one page: the sections that name it, below each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-inspector.h"
#include "tonus-page-form.h"
#include "tonus-paths.h"
#include "tonus-row-words.h"
#include "tonus-section-view.h"
#include "tonus-targets.h"

static gboolean
is_for_chart (const TonusSection *section)
{
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    if (tonus_section_is_held_by (section, tonus_slot_kind ((TonusSlot) slot)))
      return TRUE;
  return FALSE;
}

GPtrArray *
tonus_page_list_sections (TonusSession *session, const TonusEntry *page)
{
  GPtrArray *all = tonus_schema_get_sections (tonus_session_get_schema (session));
  GPtrArray *sections = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (all, i);

      if (section->page == page && !section->is_retired && is_for_chart (section))
        g_ptr_array_add (sections, (gpointer) section);
    }
  return sections;
}

static char *
new_row_id (GObject *session)
{
  return tonus_io_new_row_id (
      tonus_practice_get_io (tonus_session_get_practice (TONUS_SESSION (session))));
}

static gboolean
key_cb (GtkWidget *form, GdkEventKey *event, TonusInspector *inspector)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_enter = event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter;

  return is_enter && modifiers == GDK_CONTROL_MASK && tonus_inspector_go_over (inspector);
}

/* The sections that are folded away, with what it takes to show them. */
typedef struct
{
  TonusSession *session;
  GPtrArray *sections;
  GtkWidget *box;
} Folded;

static void
folded_free (gpointer data)
{
  Folded *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

gboolean
tonus_page_find_site (TonusSession *session, const TonusSection *section, TonusSite *site)
{
  *site = (TonusSite){ .chart = tonus_session_get_chart (session),
                       .record = tonus_session_get_holder (session, section),
                       .lister = tonus_targets_list,
                       .namer = tonus_targets_name,
                       .lister_data = G_OBJECT (session),
                       .new_row_id = new_row_id };
  return site->record != NULL;
}

static void
add_section (GtkWidget *box, TonusSession *session, const TonusSection *section)
{
  TonusSite site;

  if (tonus_page_find_site (session, section, &site))
    gtk_container_add (GTK_CONTAINER (box), tonus_section_view_new (&site, section));
}

static void
more_clicked_cb (GtkWidget *more, Folded *folded)
{
  GtkWidget *box = folded->box;
  GtkWidget *first = NULL;

  gtk_widget_hide (more);
  for (guint i = 0; i < folded->sections->len; i++)
    {
      GList *last;

      add_section (box, folded->session, g_ptr_array_index (folded->sections, i));
      last = g_list_last (gtk_container_get_children (GTK_CONTAINER (box)));
      first = first ? first : last->data;
      g_list_free (g_list_first (last));
    }
  g_ptr_array_set_size (folded->sections, 0);
  if (first)
    tonus_widget_focus_first (first);
}

/* "More: Complaint and history, Day pattern …" */
static void
add_more (GtkWidget *box, TonusSession *session, GPtrArray *sections, const char *page)
{
  Folded *folded = g_new0 (Folded, 1);
  GString *words = g_string_new (NULL);
  g_autofree char *id = g_strdup_printf ("%s/more", page);
  g_autofree char *name = NULL;
  GtkWidget *more = gtk_button_new (), *label;

  for (guint i = 0; i < sections->len; i++)
    g_string_append_printf (words, "%s%s", i ? " · " : "",
                            tonus_section_label (g_ptr_array_index (sections, i)));
  name = g_strdup_printf (_ ("Also on this page: %s"), words->str);
  g_string_free (words, TRUE);
  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 90);
  gtk_container_add (GTK_CONTAINER (more), label);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  *folded = (Folded){ g_object_ref (session), g_ptr_array_ref (sections), box };
  g_signal_connect_data (more, "clicked", G_CALLBACK (more_clicked_cb), folded,
                         (GClosureNotify) (void *) folded_free, 0);
  tonus_widget_identify (more, id, name);
  gtk_container_add (GTK_CONTAINER (box), more);
  gtk_widget_show_all (more);
}

/* Is @section to be seen at once: asked for in this kind of visit, or holding something? */
static gboolean
is_seen_first (TonusSession *session, const TonusSection *section)
{
  TonusRecord *visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  const char *kind = tonus_path_read (visit, TONUS_PATH_VISIT_KIND, NULL);

  return tonus_section_is_first_in (section, kind) ||
         (visit && tonus_section_is_filled (visit, section));
}

static GtkWidget *
make_body (TonusSession *session, const char *id, GPtrArray *sections)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();

  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-page");
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      if (is_seen_first (session, section))
        add_section (box, session, section);
      else
        g_ptr_array_add (folded, (gpointer) section);
    }
  if (folded->len)
    add_more (box, session, folded, id);
  gtk_widget_show (box);
  return box;
}

GtkWidget *
tonus_form_new (const char *id, const char *name, GtkWidget *body)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *inspector = tonus_inspector_new (body, id);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), body);
  tonus_container_follow_focus (
      body, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  tonus_widget_identify (form, id, name);
  gtk_box_pack_start (GTK_BOX (form), scrolled, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (form), inspector, FALSE, FALSE, 0);
  g_signal_connect_object (form, "key-press-event", G_CALLBACK (key_cb), inspector, 0);
  gtk_widget_show_all (form);
  return form;
}

GtkWidget *
tonus_page_form_new (TonusSession *session, const char *id, const char *name, GPtrArray *sections)
{
  return tonus_form_new (id, name, make_body (session, id, sections));
}
