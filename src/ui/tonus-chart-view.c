/* tonus-chart-view.c - one patient's chart: Assessment, Interventions, Home program, History
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-chart-view.h"
#include "tonus-empty.h"
#include "tonus-history-view.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-pages-view.h"
#include "tonus-preview-desk.h"
#include "tonus-program-view.h"
#include "tonus-reveal.h"
#include "tonus-tab-place.h"

struct _TonusChartView
{
  GtkNotebook parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed */
  GtkWidget *places[TONUS_N_TABS];
  GtkWidget *preview;
};

G_DEFINE_TYPE (TonusChartView, tonus_chart_view, GTK_TYPE_NOTEBOOK)

static GtkWidget *
no_visit_new (TonusChartView *self, const char *id)
{
  return tonus_empty_new (id, _ ("No visit is open"),
                          _ ("Start today’s visit to chart it. Earlier visits are under History."),
                          "win.start-visit", _ ("Start today’s visit"));
}

static GtkWidget *
assessment_new (TonusChartView *self)
{
  if (!tonus_session_get_record (self->session, TONUS_SLOT_VISIT))
    return no_visit_new (self, "assessment/start");
  return tonus_pages_view_new (self->session, "assessment", FALSE);
}

static GtkWidget *
interventions_new (TonusChartView *self)
{
  if (!tonus_session_get_record (self->session, TONUS_SLOT_VISIT))
    return no_visit_new (self, "interventions/start");
  return tonus_pages_view_new (self->session, "interventions", TRUE);
}

static GtkWidget *
home_program_new (TonusChartView *self)
{
  if (!tonus_session_get_record (self->session, TONUS_SLOT_PROGRAM))
    return tonus_empty_new (
        "program/start", _ ("No home program yet"),
        _ ("It holds the exercises that go home with the patient, and becomes the handout."),
        "win.start-program", _ ("Start a home program"));
  return tonus_preview_desk_new (self->session, tonus_program_view_new (self->session));
}

static GtkWidget *
history_new (TonusChartView *self)
{
  return tonus_history_view_new (self->session);
}

static const struct
{
  const char *id;
  const char *label;
  GtkWidget *(*create) (TonusChartView *self);
} tabs[TONUS_N_TABS] = {
  [TONUS_TAB_ASSESSMENT] = { "tab/assessment", N_ ("Assessment"), assessment_new },
  [TONUS_TAB_INTERVENTIONS] = { "tab/interventions", N_ ("Interventions"), interventions_new },
  [TONUS_TAB_HOME_PROGRAM] = { "tab/home-program", N_ ("Home program"), home_program_new },
  [TONUS_TAB_HISTORY] = { "tab/history", N_ ("History"), history_new },
};

static gboolean
is_open (TonusChartView *self)
{
  return tonus_session_get_record (self->session, TONUS_SLOT_PATIENT) != NULL;
}

/* What a tab shows is made when it is first looked at; history is read anew each time. */
static void
fill_tab (TonusChartView *self, int tab)
{
  GtkWidget *place = self->places[tab];
  GtkWidget *old = gtk_bin_get_child (GTK_BIN (place));

  if (!is_open (self))
    return;
  if (old && tab == TONUS_TAB_HISTORY)
    g_clear_pointer (&old, gtk_widget_destroy);
  if (!old)
    gtk_container_add (GTK_CONTAINER (place), tabs[tab].create (self));
}

/* Where one looks for it: on the tabs' line, while there is something to preview. */
static void
paint_preview (TonusChartView *self, int tab)
{
  GtkWidget *program = gtk_bin_get_child (GTK_BIN (self->places[TONUS_TAB_HOME_PROGRAM]));

  gtk_widget_set_visible (self->preview,
                          tab == TONUS_TAB_HOME_PROGRAM && TONUS_IS_PREVIEW_DESK (program));
}

static void
tab_switched_cb (GtkNotebook *notebook, GtkWidget *page, guint tab, TonusChartView *self)
{
  if (self->session && tab < TONUS_N_TABS)
    {
      fill_tab (self, (int) tab);
      paint_preview (self, (int) tab);
    }
}

void
tonus_chart_view_refresh (TonusChartView *self)
{
  for (int tab = 0; tab < TONUS_N_TABS; tab++)
    {
      GtkWidget *old = gtk_bin_get_child (GTK_BIN (self->places[tab]));

      if (old)
        gtk_widget_destroy (old);
    }
  fill_tab (self, gtk_notebook_get_current_page (GTK_NOTEBOOK (self)));
  paint_preview (self, gtk_notebook_get_current_page (GTK_NOTEBOOK (self)));
}

static void
tonus_chart_view_dispose (GObject *object)
{
  TonusChartView *self = TONUS_CHART_VIEW (object);

  g_signal_handlers_disconnect_by_func (self, tab_switched_cb, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tonus_chart_view_parent_class)->dispose (object);
}

static void
tonus_chart_view_class_init (TonusChartViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_chart_view_dispose;
}

static void
add_preview_button (TonusChartView *self)
{
  self->preview = gtk_button_new_with_label (_ ("Preview"));
  gtk_widget_set_tooltip_text (self->preview, _ ("Show or hide the preview of the handout (F8)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->preview), "win.toggle-preview");
  tonus_widget_identify (self->preview, "preview/toggle", _ ("Preview"));
  gtk_style_context_add_class (gtk_widget_get_style_context (self->preview), GTK_STYLE_CLASS_FLAT);
  gtk_notebook_set_action_widget (GTK_NOTEBOOK (self), self->preview, GTK_PACK_END);
}

static void
tonus_chart_view_init (TonusChartView *self)
{
  for (int tab = 0; tab < TONUS_N_TABS; tab++)
    {
      GtkWidget *label = gtk_label_new (_ (tabs[tab].label));

      self->places[tab] = tonus_tab_place_new ();
      gtk_widget_show (self->places[tab]);
      gtk_notebook_append_page (GTK_NOTEBOOK (self), self->places[tab], label);
      tonus_widget_identify (self->places[tab], tabs[tab].id, _ (tabs[tab].label));
    }
  add_preview_button (self);
  gtk_notebook_set_show_border (GTK_NOTEBOOK (self), FALSE);
  tonus_widget_identify (GTK_WIDGET (self), "chart", _ ("Chart"));
  g_signal_connect (self, "switch-page", G_CALLBACK (tab_switched_cb), self);
}

GtkWidget *
tonus_chart_view_new (TonusSession *session)
{
  TonusChartView *self = g_object_new (TONUS_TYPE_CHART_VIEW, NULL);

  self->session = g_object_ref (session);
  tonus_chart_view_refresh (self);
  return GTK_WIDGET (self);
}

void
tonus_chart_view_show_tab (TonusChartView *self, TonusTab tab)
{
  GtkWidget *view;

  gtk_notebook_set_current_page (GTK_NOTEBOOK (self), (int) tab);
  view = gtk_bin_get_child (GTK_BIN (self->places[tab]));
  if (!TONUS_IS_PAGES_VIEW (view) || !tonus_pages_view_focus (TONUS_PAGES_VIEW (view)))
    tonus_widget_focus_first (self->places[tab]);
}

void
tonus_chart_view_step (TonusChartView *self, int step)
{
  int tab = gtk_notebook_get_current_page (GTK_NOTEBOOK (self));
  GtkWidget *view = gtk_bin_get_child (GTK_BIN (self->places[tab]));

  if (TONUS_IS_PAGES_VIEW (view))
    tonus_pages_view_step (TONUS_PAGES_VIEW (view), step);
}

void
tonus_chart_view_start (TonusChartView *self)
{
  GtkWidget *pages;

  gtk_notebook_set_current_page (GTK_NOTEBOOK (self), TONUS_TAB_ASSESSMENT);
  pages = gtk_bin_get_child (GTK_BIN (self->places[TONUS_TAB_ASSESSMENT]));
  if (TONUS_IS_PAGES_VIEW (pages))
    tonus_pages_view_start (TONUS_PAGES_VIEW (pages), "subjective");
}

static int
tab_of (const TonusSection *section)
{
  const char *name = section->page ? tonus_entry_get (section->page, "tab") : NULL;

  for (int tab = 0; tab < TONUS_N_TABS; tab++)
    if (name && g_str_equal (tabs[tab].id + strlen ("tab/"), name))
      return tab;
  return -1;
}

void
tonus_chart_view_reveal (TonusChartView *self, const TonusChangeset *changes)
{
  const TonusChange *change = tonus_changeset_get (changes, 0);
  TonusSchema *schema = tonus_session_get_schema (self->session);
  const TonusField *field = tonus_schema_resolve (schema, change->path, NULL, NULL);
  int tab = field ? tab_of (field->section) : -1;
  GtkWidget *view;

  if (tab < 0)
    return;
  gtk_notebook_set_current_page (GTK_NOTEBOOK (self), tab);
  view = gtk_bin_get_child (GTK_BIN (self->places[tab]));
  if (TONUS_IS_PAGES_VIEW (view))
    tonus_pages_view_reveal (TONUS_PAGES_VIEW (view), field->section);
  else if (TONUS_IS_PREVIEW_DESK (view))
    tonus_preview_desk_show_view (TONUS_PREVIEW_DESK (view));
  tonus_reveal_path (self->places[tab], schema, change->path);
}

/* NULL, and it is said: there is no home program. */
static TonusPreviewDesk *
show_program (TonusChartView *self)
{
  GtkWidget *place = self->places[TONUS_TAB_HOME_PROGRAM];

  gtk_notebook_set_current_page (GTK_NOTEBOOK (self), TONUS_TAB_HOME_PROGRAM);
  if (TONUS_IS_PREVIEW_DESK (gtk_bin_get_child (GTK_BIN (place))))
    return TONUS_PREVIEW_DESK (gtk_bin_get_child (GTK_BIN (place)));
  tonus_session_say (self->session,
                     _ ("Nothing to hand out yet: start a home program and add an exercise."));
  return NULL;
}

void
tonus_chart_view_print_handout (TonusChartView *self)
{
  TonusPreviewDesk *desk = show_program (self);

  if (desk)
    tonus_preview_desk_print (desk);
}

void
tonus_chart_view_export_handout (TonusChartView *self)
{
  TonusPreviewDesk *desk = show_program (self);

  if (desk)
    tonus_preview_desk_export (desk);
}

void
tonus_chart_view_toggle_preview (TonusChartView *self)
{
  TonusPreviewDesk *desk = show_program (self);

  if (!desk)
    return;
  tonus_session_say (self->session, tonus_preview_desk_toggle (desk)
                                        ? _ ("Preview shown; F8 hides it")
                                        : _ ("Preview hidden; F8 shows it"));
}
