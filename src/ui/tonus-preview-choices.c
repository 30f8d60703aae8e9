/* tonus-preview-choices.c - how the handout shall be: paper, print, colours, language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-flow-box.h"
#include "tonus-handout-gaps.h"
#include "tonus-handout-words.h"
#include "tonus-identify.h"
#include "tonus-preferences.h"
#include "tonus-preview-choices.h"

#define LARGE "patient/large-print"
#define LANGUAGE "patient/language"

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusSession *session; /* owned */
  TonusChart *chart;     /* owned */
  GtkWidget *papers[2];
  GtkWidget *large, *compact, *mono;
  GtkWidget *language;
  GSimpleAction *chosen_language;
  gboolean is_painting;
} Choices;

static TonusRecord *
get_patient (Choices *self)
{
  return tonus_session_get_chart (self->session) == self->chart
             ? tonus_session_get_record (self->session, TONUS_SLOT_PATIENT)
             : NULL;
}

/* --- from what is so to what is shown --- */

static char *
find_language (Choices *self, TonusRecord *patient)
{
  TonusHandoutWords words =
      tonus_handout_words_find (tonus_session_get_schema (self->session),
                                patient ? tonus_record_get (patient, LANGUAGE) : NULL);

  return tonus_handout_words_get_language (&words);
}

static void
paint (Choices *self)
{
  TonusRecord *patient = get_patient (self);
  TonusHandoutOptions options;
  g_autofree char *language = NULL, *label = NULL;

  if (!patient)
    return;
  options = tonus_session_get_handout_options (self->session);
  language = find_language (self, patient);
  label = g_strdup_printf (_ ("Language: %s"), tonus_handout_language_name (language));
  self->is_painting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->papers[options.paper]), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->large), options.is_large);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mono), options.is_mono);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->compact), options.is_compact);
  /* Large print wins; what would do nothing is not offered. */
  gtk_widget_set_sensitive (self->compact, !options.is_large);
  g_simple_action_set_state (self->chosen_language, g_variant_new_string (language));
  gtk_button_set_label (GTK_BUTTON (self->language), label);
  tonus_widget_identify (self->language, "preview/language", label);
  self->is_painting = FALSE;
}

static void
edited_cb (TonusChart *chart, const char *object, Choices *self)
{
  paint (self);
}

static void
setting_cb (TonusPreferences *preferences, const char *key, Choices *self)
{
  paint (self);
}

/* --- from what is chosen to what is so --- */

static void
write_patient (Choices *self, const char *path, const char *text)
{
  TonusRecord *patient = get_patient (self);
  g_autoptr (GError) error = NULL;

  if (!patient || g_strcmp0 (tonus_record_get (patient, path), text) == 0)
    return;
  tonus_chart_barrier (self->chart);
  if (!tonus_chart_set (self->chart, tonus_record_get_object (patient), path, text, &error))
    tonus_session_say (self->session, error->message);
  tonus_chart_barrier (self->chart);
}

static void
keep (Choices *self, gboolean is_kept)
{
  if (!is_kept)
    tonus_session_say (self->session,
                       _ ("This holds until Tonus ends: the file of settings cannot be written."));
}

static void
paper_cb (GtkToggleButton *button, Choices *self)
{
  const char *paper = GTK_WIDGET (button) == self->papers[TONUS_PAPER_LETTER] ? "letter" : "a4";

  if (!self->is_painting && gtk_toggle_button_get_active (button))
    keep (self, tonus_preferences_set_text (tonus_preferences_get_default (),
                                            TONUS_PREFERENCE_PAPER, paper));
}

static void
large_cb (GtkToggleButton *button, Choices *self)
{
  if (!self->is_painting)
    write_patient (self, LARGE, gtk_toggle_button_get_active (button) ? "yes" : NULL);
}

/* Those of this computer. */
static void
flag_cb (GtkToggleButton *button, Choices *self)
{
  const char *key = GTK_WIDGET (button) == self->mono ? TONUS_PREFERENCE_HANDOUT_MONO
                                                      : TONUS_PREFERENCE_HANDOUT_COMPACT;

  if (!self->is_painting)
    keep (self, tonus_preferences_set_flag (tonus_preferences_get_default (), key,
                                            gtk_toggle_button_get_active (button)));
}

static void
language_cb (GSimpleAction *action, GVariant *tag, Choices *self)
{
  write_patient (self, LANGUAGE, g_variant_get_string (tag, NULL));
}

/* --- the controls --- */

static GtkWidget *
add_papers (Choices *self)
{
  static const char *const ids[] = { "preview/paper/a4", "preview/paper/letter" };
  static const char *const labels[] = { N_ ("A4"), N_ ("US Letter") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_style_context_add_class (gtk_widget_get_style_context (box), GTK_STYLE_CLASS_LINKED);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-toggles");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Paper: %s"), _ (labels[i]));
      GtkWidget *button = gtk_radio_button_new_with_label_from_widget (
          i ? GTK_RADIO_BUTTON (self->papers[0]) : NULL, _ (labels[i]));

      gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
      tonus_widget_identify (button, ids[i], name);
      gtk_container_add (GTK_CONTAINER (box), button);
      self->papers[i] = button;
    }
  return box;
}

static GtkWidget *
make_check (const char *id, const char *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  tonus_widget_identify (button, id, label);
  return button;
}

static GtkWidget *
make_language (Choices *self, GtkWidget *box)
{
  g_auto (GStrv) tags =
      tonus_handout_words_list_languages (tonus_session_get_schema (self->session));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; tags[i]; i++)
    {
      g_autofree char *action = g_strdup_printf ("handout.language::%s", tags[i]);

      g_menu_append (menu, tonus_handout_language_name (tags[i]), action);
    }
  self->chosen_language =
      g_simple_action_new_stateful ("language", G_VARIANT_TYPE_STRING, g_variant_new_string ("en"));
  g_signal_connect (self->chosen_language, "change-state", G_CALLBACK (language_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->chosen_language));
  gtk_widget_insert_action_group (box, "handout", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static void
choices_free (gpointer data)
{
  Choices *self = data;

  g_signal_handlers_disconnect_by_data (self->chart, self);
  g_signal_handlers_disconnect_by_data (tonus_preferences_get_default (), self);
  g_signal_handlers_disconnect_by_data (self->chosen_language, self);
  g_object_unref (self->chosen_language);
  g_object_unref (self->chart);
  g_object_unref (self->session);
  g_free (self);
}

static void
follow (Choices *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->papers); i++)
    g_signal_connect (self->papers[i], "toggled", G_CALLBACK (paper_cb), self);
  g_signal_connect (self->large, "toggled", G_CALLBACK (large_cb), self);
  g_signal_connect (self->mono, "toggled", G_CALLBACK (flag_cb), self);
  g_signal_connect (self->compact, "toggled", G_CALLBACK (flag_cb), self);
  g_signal_connect (self->chart, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (tonus_preferences_get_default (), "changed", G_CALLBACK (setting_cb), self);
}

GtkWidget *
tonus_preview_choices_new (TonusSession *session)
{
  Choices *self = g_new0 (Choices, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *flow = tonus_flow_box_new (12, 6);

  self->session = g_object_ref (session);
  self->chart = g_object_ref (tonus_session_get_chart (session));
  gtk_container_add (GTK_CONTAINER (box), flow);
  gtk_container_add (GTK_CONTAINER (flow), add_papers (self));
  self->large = make_check ("preview/large", _ ("Large print"));
  gtk_container_add (GTK_CONTAINER (flow), self->large);
  self->compact = make_check ("preview/compact", _ ("Compact"));
  gtk_container_add (GTK_CONTAINER (flow), self->compact);
  self->mono = make_check ("preview/mono", _ ("Black and white"));
  gtk_container_add (GTK_CONTAINER (flow), self->mono);
  self->language = make_language (self, box);
  gtk_container_add (GTK_CONTAINER (flow), self->language);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-preview-choices");
  paint (self);
  follow (self);
  g_object_set_data_full (G_OBJECT (box), "tonus-preview-choices", self, choices_free);
  return box;
}
