/* tonus-window.c - the window: welcome page, or patients on the left and a chart on the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-appearance.h"
#include "tonus-chart-place.h"
#include "tonus-charting-as.h"
#include "tonus-commands.h"
#include "tonus-empty.h"
#include "tonus-figure-pictures.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-messages.h"
#include "tonus-narrow.h"
#include "tonus-pane.h"
#include "tonus-patient-list.h"
#include "tonus-places.h"
#include "tonus-recent.h"
#include "tonus-title.h"
#include "tonus-welcome.h"
#include "tonus-window-state.h"
#include "tonus-window-private.h"

G_DEFINE_TYPE (TonusWindow, tonus_window, GTK_TYPE_APPLICATION_WINDOW)

static TonusRecord *
get_patient (TonusWindow *self)
{
  return self->session ? tonus_session_get_record (self->session, TONUS_SLOT_PATIENT) : NULL;
}

static void
paint_header (TonusWindow *self)
{
  TonusTitle title = { GTK_WINDOW (self), self->identity,   self->born,
                       self->course,      self->alert_icon, self->alerts };

  tonus_title_paint (&title, self->session);
}

static void
paint_undo (TonusWindow *self)
{
  TonusChart *chart = self->session ? tonus_session_get_chart (self->session) : NULL;
  g_autofree char *undo = chart ? tonus_chart_describe_undo (chart) : NULL;
  g_autofree char *redo = chart ? tonus_chart_describe_redo (chart) : NULL;
  g_autofree char *undo_name = undo ? g_strdup_printf (_ ("Undo %s"), undo) : NULL;
  g_autofree char *redo_name = redo ? g_strdup_printf (_ ("Redo %s"), redo) : NULL;

  tonus_widget_identify (self->undo, "undo", undo_name ? undo_name : _ ("Undo"));
  tonus_widget_identify (self->redo, "redo", redo_name ? redo_name : _ ("Redo"));
  gtk_widget_set_tooltip_text (self->undo, undo_name);
  gtk_widget_set_tooltip_text (self->redo, redo_name);
  tonus_commands_update (self);
}

static void
select_open (TonusWindow *self)
{
  TonusRecord *patient = get_patient (self);

  tonus_patient_list_select (TONUS_PATIENT_LIST (self->list),
                             patient ? tonus_record_get_object (patient) : NULL);
}

/* The list knows a newcomer by what is typed until the index knows it. */
static void
chart_edited_cb (TonusChart *chart, const char *object, TonusWindow *self)
{
  TonusRecord *patient = get_patient (self);

  paint_header (self);
  paint_undo (self);
  if (patient && g_str_equal (tonus_record_get_object (patient), object) &&
      !tonus_practice_hash_of (tonus_session_get_practice (self->session), patient))
    select_open (self);
}

/* @is_new: out: it shows what is open now. */
static void
show_front (TonusWindow *self, gboolean *is_new)
{
  TonusChartPlace *left = self->place;

  if (left)
    tonus_chart_place_keep_focus (left, GTK_WINDOW (self));
  self->place = tonus_places_show_front (GTK_STACK (self->right), self->session, is_new);
  if (*is_new)
    g_signal_connect_object (tonus_session_get_chart (self->session), "edited",
                             G_CALLBACK (chart_edited_cb), self, 0);
}

static void
paint_front (TonusWindow *self)
{
  select_open (self);
  gtk_widget_set_visible (self->undo_redo, self->place != NULL);
  paint_header (self);
  paint_undo (self);
}

static void
session_opened_cb (TonusSession *session, TonusWindow *self)
{
  gboolean is_new;

  show_front (self, &is_new);
  if (self->place && !is_new)
    tonus_chart_view_refresh (tonus_chart_place_get_view (self->place));
  paint_front (self);
}

static void
session_switched_cb (TonusSession *session, TonusWindow *self)
{
  gboolean is_new;

  show_front (self, &is_new);
  if (self->place && !tonus_chart_place_take_focus (self->place))
    tonus_widget_focus_first (GTK_WIDGET (self->place));
  paint_front (self);
}

static void
session_said_cb (TonusSession *session, TonusWindow *self)
{
  const char *status = tonus_session_get_status (session);

  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_widget_set_tooltip_text (self->status, status);
}

static void
patients_changed_cb (TonusSession *session, TonusWindow *self)
{
  tonus_patient_list_refresh (TONUS_PATIENT_LIST (self->list));
  select_open (self);
}

static gboolean
make_menu_cb (gpointer data)
{
  TonusWindow *self = data;
  g_autoptr (GMenuModel) menu = tonus_commands_make_menu ();
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu));

  self->making_menu = 0;
  tonus_charting_as_add (G_MENU (menu), G_ACTION_MAP (self), self->session);
  /* A popover that goes away while a screen reader looks at it ends the program: this one stays. */
  if (popover)
    gtk_popover_bind_model (popover, menu, NULL);
  else
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  return G_SOURCE_REMOVE;
}

/* Nobody opens the menu before the first frame, which it would hold up. */
static void
staff_changed_cb (TonusSession *session, TonusWindow *self)
{
  if (!self->making_menu)
    self->making_menu = g_idle_add_full (G_PRIORITY_LOW, make_menu_cb, self, NULL);
  tonus_commands_update (self);
}

static void
patient_chosen_cb (TonusPatientList *list, const char *patient, TonusWindow *self)
{
  g_autofree char *id = g_strdup (patient);
  g_autoptr (GError) error = NULL;

  if (!tonus_session_open_patient (self->session, id, &error))
    {
      tonus_window_say (self, error->message);
      return;
    }
  tonus_window_show_chart (self);
  if (!tonus_chart_place_take_focus (self->place))
    tonus_widget_focus_first (GTK_WIDGET (self->place));
}

static void
practice_chosen_cb (TonusWelcome *welcome, TonusPractice *practice, TonusWindow *self)
{
  tonus_window_set_practice (self, practice);
}

/* Who goes straight to work never sees it, and need not wait for it. */
static void
show_welcome (TonusWindow *self)
{
  if (!self->welcome)
    {
      self->welcome = g_object_new (TONUS_TYPE_WELCOME, "visible", TRUE, NULL);
      gtk_stack_add_named (GTK_STACK (self->stack), self->welcome, "welcome");
      g_signal_connect (self->welcome, "chosen", G_CALLBACK (practice_chosen_cb), self);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->welcome);
}

static void
clear (GtkWidget *container)
{
  g_list_free_full (gtk_container_get_children (GTK_CONTAINER (container)),
                    (GDestroyNotify) gtk_widget_destroy);
}

static GtkWidget *
make_new_patient (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("New patient"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-patient");
  g_object_set (button, "margin", 6, NULL);
  tonus_widget_identify (button, "patients/new", NULL);
  gtk_widget_show (button);
  return button;
}

static void
build_work (TonusWindow *self)
{
  GtkWidget *nobody = tonus_empty_new ("nobody/new", _ ("Whose chart?"),
                                       _ ("Choose a patient on the left, or type a name (Ctrl+F)."),
                                       "win.new-patient", _ ("New patient"));

  self->list = tonus_patient_list_new (self->session);
  gtk_box_pack_start (GTK_BOX (self->left), self->list, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (self->left), make_new_patient (), FALSE, FALSE, 0);
  gtk_stack_add_named (GTK_STACK (self->right), nobody, "nobody");
  g_signal_connect (self->list, "chosen", G_CALLBACK (patient_chosen_cb), self);
  gtk_container_add (GTK_CONTAINER (self->messages), tonus_messages_new (self->session));
}

static void
leave_practice (TonusWindow *self)
{
  self->place = NULL;
  clear (self->left);
  clear (self->right);
  clear (self->messages);
  self->list = NULL;
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  tonus_figure_pictures_set_practice (tonus_figure_pictures_get_default (), NULL);
}

/* What was passed over on opening is said, not hidden; tonusctl check tells all of it. */
static void
say_remarks (TonusWindow *self, TonusPractice *practice)
{
  GPtrArray *remarks = tonus_practice_get_remarks (practice);

  tonus_session_say (self->session, remarks->len ? g_ptr_array_index (remarks, 0) : "");
}

void
tonus_window_set_practice (TonusWindow *self, TonusPractice *practice)
{
  gboolean is_open = practice != NULL;

  tonus_window_close_pane (self);
  leave_practice (self);
  if (is_open)
    {
      tonus_figure_pictures_set_practice (tonus_figure_pictures_get_default (), practice);
      self->session = tonus_session_new (practice);
      g_signal_connect (self->session, "opened", G_CALLBACK (session_opened_cb), self);
      g_signal_connect (self->session, "switched", G_CALLBACK (session_switched_cb), self);
      g_signal_connect (self->session, "said", G_CALLBACK (session_said_cb), self);
      g_signal_connect (self->session, "patients-changed", G_CALLBACK (patients_changed_cb), self);
      g_signal_connect (self->session, "staff-changed", G_CALLBACK (staff_changed_cb), self);
      tonus_recent_note (practice);
      build_work (self);
      session_opened_cb (self->session, self);
      say_remarks (self, practice);
    }
  if (is_open)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "work");
  else
    show_welcome (self);
  gtk_widget_set_visible (self->toggle_list, is_open);
  gtk_widget_set_visible (self->handout, is_open);
  gtk_widget_set_visible (self->start_visit, is_open);
  gtk_widget_set_visible (self->details, is_open);
  staff_changed_cb (self->session, self);
  paint_header (self);
  paint_undo (self);
  gtk_widget_set_visible (self->left, !tonus_preferences_get_flag (tonus_preferences_get_default (),
                                                                   TONUS_PREFERENCE_LIST_HIDDEN));
  if (is_open && gtk_widget_get_visible (self->left))
    tonus_window_find_patient (self);
  else if (is_open)
    tonus_widget_focus_first (self->right);
}

void
tonus_window_open_menu (TonusWindow *self)
{
  if (self->making_menu)
    {
      g_clear_handle_id (&self->making_menu, g_source_remove);
      make_menu_cb (self);
    }
  gtk_button_clicked (GTK_BUTTON (self->menu));
}

gboolean
tonus_window_save (TonusWindow *self)
{
  return !self->session || tonus_session_save (self->session, NULL);
}

/* The first refusal gives the person a chance to act; a second close is theirs to decide. */
static gboolean
tonus_window_delete_event (GtkWidget *widget, GdkEventAny *event)
{
  TonusWindow *self = TONUS_WINDOW (widget);

  if (!tonus_window_save (self) && !self->has_refused)
    {
      self->has_refused = TRUE;
      return TRUE;
    }
  return FALSE;
}

static void
tonus_window_dispose (GObject *object)
{
  TonusWindow *self = TONUS_WINDOW (object);

  g_clear_handle_id (&self->making_menu, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tonus_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, TonusWindow, identity);
  gtk_widget_class_bind_template_child (klass, TonusWindow, born);
  gtk_widget_class_bind_template_child (klass, TonusWindow, course);
  gtk_widget_class_bind_template_child (klass, TonusWindow, toggle_list);
  gtk_widget_class_bind_template_child (klass, TonusWindow, menu);
  gtk_widget_class_bind_template_child (klass, TonusWindow, handout);
  gtk_widget_class_bind_template_child (klass, TonusWindow, start_visit);
  gtk_widget_class_bind_template_child (klass, TonusWindow, details);
  gtk_widget_class_bind_template_child (klass, TonusWindow, stack);
  gtk_widget_class_bind_template_child (klass, TonusWindow, left);
  gtk_widget_class_bind_template_child (klass, TonusWindow, alert_icon);
  gtk_widget_class_bind_template_child (klass, TonusWindow, alerts);
  gtk_widget_class_bind_template_child (klass, TonusWindow, status);
  gtk_widget_class_bind_template_child (klass, TonusWindow, undo_redo);
  gtk_widget_class_bind_template_child (klass, TonusWindow, undo);
  gtk_widget_class_bind_template_child (klass, TonusWindow, redo);
  gtk_widget_class_bind_template_child (klass, TonusWindow, messages);
  gtk_widget_class_bind_template_child (klass, TonusWindow, right);
}

static void
tonus_window_class_init (TonusWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tonus_window_dispose;
  widget_class->delete_event = tonus_window_delete_event;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tonus/Tonus/tonus-window.ui");
  bind_children (widget_class);
}

static void
tonus_window_init (TonusWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tonus_narrow_watch (GTK_WINDOW (self), self->left, self->right, self->details);
  tonus_widget_identify (self->toggle_list, "patients/toggle", _ ("Patients"));
  tonus_widget_identify (self->menu, "menu", _ ("Menu"));
  tonus_widget_identify (self->handout, "handout", NULL);
  tonus_widget_identify (self->start_visit, "start-visit", NULL);
  tonus_widget_identify (self->details, "details", NULL);
  tonus_widget_identify (self->identity, "identity", NULL);
  tonus_widget_identify (self->born, "born", NULL);
  tonus_widget_identify (self->course, "course", NULL);
  tonus_widget_identify (self->alerts, "alerts", NULL);
  tonus_widget_identify (self->status, "status", NULL);
}

TonusWindow *
tonus_window_new_with_practice (GtkApplication *application, TonusPractice *practice)
{
  TonusWindow *self = g_object_new (TONUS_TYPE_WINDOW, "application", application, NULL);

  tonus_commands_install (self, application);
  tonus_appearance_dress (GTK_WIDGET (self), tonus_preferences_get_default ());
  tonus_window_state_follow (GTK_WINDOW (self), tonus_preferences_get_default ());
  tonus_window_set_practice (self, practice);
  return self;
}

TonusWindow *
tonus_window_new (GtkApplication *application)
{
  return tonus_window_new_with_practice (application, NULL);
}
