/* tonus-preview-choices.c - how the handout shall be: paper, print, colours, language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-flow-box.h"
#include "tonus-handout-words.h"
#include "tonus-identify.h"
#include "tonus-preferences.h"
#include "tonus-preview-choices.h"

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusSession *session; /* owned */
  TonusChart *chart;     /* owned */
  GtkWidget *papers[2];
  GtkWidget *large, *compact, *mono;
  GtkWidget *language;
  GtkWidget *once; /* what is said when the handout is not as the patient's record says */
  GSimpleAction *chosen_language;
  gboolean is_painting;
} Choices;

/* A language we have no name for is called by its tag. */
static const char *
name_language (Choices *self, const char *tag)
{
  return tonus_handout_words_name_language (tonus_session_get_schema (self->session), tag);
}

/* --- from what is so to what is shown --- */

static void
paint (Choices *self)
{
  TonusHandoutOptions options;
  g_autofree char *language = NULL, *label = NULL;

  /* Behind another chart nobody sees it, and the session speaks of that one. */
  if (tonus_session_get_chart (self->session) != self->chart)
    return;
  options = tonus_session_get_handout_options (self->session);
  language = tonus_session_get_choice (self->session, TONUS_CHOICE_LANGUAGE);
  label = g_strdup_printf (_ ("Language: %s"), name_language (self, language));
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
  gtk_widget_set_visible (self->once, tonus_session_has_choices (self->session));
  self->is_painting = FALSE;
}

static void
edited_cb (TonusChart *chart, const char *object, Choices *self)
{
  paint (self);
}

static void
chosen_cb (TonusSession *session, Choices *self)
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
    tonus_session_choose (self->session, TONUS_CHOICE_LARGE,
                          gtk_toggle_button_get_active (button) ? "yes" : "no");
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
  tonus_session_choose (self->session, TONUS_CHOICE_LANGUAGE, g_variant_get_string (tag, NULL));
}

static void
always_cb (GtkWidget *button, Choices *self)
{
  g_autoptr (GError) error = NULL;

  if (!tonus_session_keep_choices (self->session, &error))
    tonus_session_say (self->session, error->message);
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

      g_menu_append (menu, name_language (self, tags[i]), action);
    }
  self->chosen_language =
      g_simple_action_new_stateful ("language", G_VARIANT_TYPE_STRING, g_variant_new_string ("en"));
  g_signal_connect (self->chosen_language, "change-state", G_CALLBACK (language_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->chosen_language));
  gtk_widget_insert_action_group (box, "handout", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

/* The patient's record stays as it is unless that is asked for. */
static GtkWidget *
make_once (Choices *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("For this handout only."));
  GtkWidget *button = gtk_button_new_with_label (_ ("Always for this patient"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  tonus_widget_identify (label, "preview/once", NULL);
  tonus_widget_identify (button, "preview/always", NULL);
  gtk_widget_set_tooltip_text (
      button, _ ("Writes the language and the size of print into the patient’s details"));
  g_signal_connect (button, "clicked", G_CALLBACK (always_cb), self);
  gtk_container_add (GTK_CONTAINER (line), label);
  gtk_container_add (GTK_CONTAINER (line), button);
  gtk_widget_show_all (line);
  gtk_widget_set_no_show_all (line, TRUE);
  return line;
}

static void
choices_free (gpointer data)
{
  Choices *self = data;

  g_signal_handlers_disconnect_by_data (self->chart, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
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
  g_signal_connect (self->session, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->chart, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (tonus_preferences_get_default (), "changed", G_CALLBACK (setting_cb), self);
}

GtkWidget *
tonus_preview_choices_new (TonusSession *session)
{
  Choices *self = g_new0 (Choices, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *flow = tonus_flow_box_new (12, 6);

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
  self->once = make_once (self);
  gtk_container_add (GTK_CONTAINER (box), self->once);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-preview-choices");
  paint (self);
  follow (self);
  g_object_set_data_full (G_OBJECT (box), "tonus-preview-choices", self, choices_free);
  return box;
}
