/* tonus-details-view.c - who the patient is, the episode of care and the visit's frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-details-view.h"
#include "tonus-duplicates-line.h"
#include "tonus-episodes-bar.h"
#include "tonus-identify.h"
#include "tonus-pages-view.h"
#include "tonus-reveal.h"

struct _TonusDetailsView
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed */
  GtkWidget *duplicates;
  GtkWidget *episodes;
  GtkWidget *pages;
};

G_DEFINE_TYPE (TonusDetailsView, tonus_details_view, GTK_TYPE_BOX)

static void
build_bar (TonusDetailsView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Patient and episode of care"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Go to the chart"));

  gtk_style_context_add_class (gtk_widget_get_style_context (bar), "tonus-bar");
  gtk_style_context_add_class (gtk_widget_get_style_context (title), "tonus-heading");
  gtk_style_context_add_class (gtk_widget_get_style_context (button),
                               GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.chart");
  gtk_widget_set_tooltip_text (button, _ ("Alt+1 to Alt+4"));
  tonus_widget_identify (button, "details/chart", NULL);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_pack_start (GTK_BOX (bar), title, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (bar), button, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (self), bar);
  gtk_container_add (GTK_CONTAINER (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_show_all (bar);
}

static void
tonus_details_view_finalize (GObject *object)
{
  g_clear_object (&TONUS_DETAILS_VIEW (object)->session);
  G_OBJECT_CLASS (tonus_details_view_parent_class)->finalize (object);
}

static void
tonus_details_view_class_init (TonusDetailsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_details_view_finalize;
}

static void
tonus_details_view_init (TonusDetailsView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
tonus_details_view_new (TonusSession *session)
{
  TonusDetailsView *self = g_object_new (TONUS_TYPE_DETAILS_VIEW, NULL);

  self->session = g_object_ref (session);
  build_bar (self);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
tonus_details_view_start (TonusDetailsView *self)
{
  tonus_details_view_start_at (self, "patient");
}

void
tonus_details_view_start_at (TonusDetailsView *self, const char *page)
{
  g_clear_pointer (&self->duplicates, gtk_widget_destroy);
  g_clear_pointer (&self->episodes, gtk_widget_destroy);
  g_clear_pointer (&self->pages, gtk_widget_destroy);
  if (!tonus_session_get_chart (self->session))
    return;
  self->duplicates = tonus_duplicates_line_new (self->session);
  self->episodes = tonus_episodes_bar_new (self->session);
  gtk_box_pack_start (GTK_BOX (self), self->duplicates, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), self->episodes, FALSE, FALSE, 0);
  self->pages = tonus_pages_view_new (self->session, "record", FALSE);
  gtk_box_pack_start (GTK_BOX (self), self->pages, TRUE, TRUE, 0);
  tonus_pages_view_start (TONUS_PAGES_VIEW (self->pages), page);
}

gboolean
tonus_details_view_reveal (TonusDetailsView *self, const TonusChangeset *changes)
{
  const TonusChange *change = tonus_changeset_get (changes, 0);
  TonusSchema *schema = tonus_session_get_schema (self->session);
  const TonusField *field = tonus_schema_resolve (schema, change->path, NULL, NULL);

  if (!field || !self->pages ||
      !tonus_pages_view_reveal (TONUS_PAGES_VIEW (self->pages), field->section))
    return FALSE;
  tonus_reveal_path (self->pages, schema, change->path);
  return TRUE;
}
