/* tonus-page-form.c - one page: the sections that name it, below each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-identify.h"
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

GtkWidget *
tonus_page_form_new (TonusSession *session, const char *id, const char *name, GPtrArray *sections)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
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
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), box);
  /* What has the focus is in sight. */
  gtk_container_set_focus_vadjustment (GTK_CONTAINER (box), down);
  tonus_widget_identify (scrolled, id, name);
  gtk_widget_show (box);
  gtk_widget_show_all (scrolled);
  return scrolled;
}
