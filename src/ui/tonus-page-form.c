/* tonus-page-form.c - one page: the sections that name it, below each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-identify.h"
#include "tonus-inspector.h"
#include "tonus-page-form.h"
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

static GtkWidget *
make_body (TonusSession *session, GPtrArray *sections)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  TonusSite site = { .chart = tonus_session_get_chart (session),
                     .lister = tonus_targets_list,
                     .namer = tonus_targets_name,
                     .lister_data = G_OBJECT (session),
                     .new_row_id = new_row_id };

  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-page");
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      site.record = tonus_session_get_holder (session, section);
      if (site.record)
        gtk_container_add (GTK_CONTAINER (box), tonus_section_view_new (&site, section));
    }
  gtk_widget_show (box);
  return box;
}

GtkWidget *
tonus_page_form_new (TonusSession *session, const char *id, const char *name, GPtrArray *sections)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *body = make_body (session, sections);
  GtkWidget *inspector = tonus_inspector_new (body, id);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), body);
  /* What has the focus is in sight. */
  gtk_container_set_focus_vadjustment (
      GTK_CONTAINER (body), gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  tonus_widget_identify (form, id, name);
  gtk_box_pack_start (GTK_BOX (form), scrolled, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (form), inspector, FALSE, FALSE, 0);
  g_signal_connect_object (form, "key-press-event", G_CALLBACK (key_cb), inspector, 0);
  gtk_widget_show_all (form);
  return form;
}
