/* tonus-preferences-pane.c - the preferences, each in force as soon as it is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-identify.h"
#include "tonus-pane.h"
#include "tonus-preferences-pane.h"

#define N_CHOICES 4

/* One of few: @value is the text or the number kept. */
typedef struct
{
  const char *value;
  const char *label;
} Choice;

typedef struct
{
  const char *key;
  gboolean is_number;
  const char *label;
  const char *help;
  Choice choices[N_CHOICES];
} Preference;

static const Preference preferences_shown[] = {
  { TONUS_PREFERENCE_TEXT_SIZE,
    TRUE,
    N_ ("Text size"),
    NULL,
    { { "100", N_ ("100 %") },
      { "125", N_ ("125 %") },
      { "150", N_ ("150 %") },
      { "200", N_ ("200 %") } } },
  { TONUS_PREFERENCE_TOUCH,
    FALSE,
    N_ ("Buttons and fields"),
    N_ ("Larger ones are easier to hit with a finger."),
    { { "no", N_ ("Usual") }, { "yes", N_ ("Large") } } },
  { TONUS_PREFERENCE_THEME,
    FALSE,
    N_ ("Colours"),
    NULL,
    { { "system", N_ ("As the system") },
      { "light", N_ ("Always light") },
      { "dark", N_ ("Always dark") } } },
  { TONUS_PREFERENCE_PAPER,
    FALSE,
    N_ ("Paper"),
    N_ ("“As usual”: what the practice has chosen, else what the country uses."),
    { { "locale", N_ ("As usual") }, { "a4", N_ ("A4") }, { "letter", N_ ("US Letter") } } },
};

static char *
read_value (TonusPreferences *preferences, const Preference *preference)
{
  if (preference->is_number)
    return g_strdup_printf ("%d", tonus_preferences_get_number (preferences, preference->key));
  if (g_str_equal (preference->key, TONUS_PREFERENCE_TOUCH))
    return g_strdup (tonus_preferences_get_flag (preferences, preference->key) ? "yes" : "no");
  return tonus_preferences_get_text (preferences, preference->key);
}

static gboolean
write_value (TonusPreferences *preferences, const Preference *preference, const char *value)
{
  if (preference->is_number)
    return tonus_preferences_set_number (preferences, preference->key,
                                         (int) g_ascii_strtoll (value, NULL, 10));
  if (g_str_equal (preference->key, TONUS_PREFERENCE_TOUCH))
    return tonus_preferences_set_flag (preferences, preference->key, g_str_equal (value, "yes"));
  return tonus_preferences_set_text (preferences, preference->key, value);
}

static void
chosen_cb (GtkToggleButton *button, TonusPreferences *preferences)
{
  const Preference *preference = g_object_get_data (G_OBJECT (button), "preference");
  const Choice *choice = g_object_get_data (G_OBJECT (button), "choice");
  GtkWidget *message = g_object_get_data (G_OBJECT (button), "message");

  if (!gtk_toggle_button_get_active (button))
    return;
  if (!write_value (preferences, preference, choice->value))
    gtk_label_set_text (GTK_LABEL (message),
                        _ ("This could not be kept: the file of settings cannot be written."));
}

static GtkWidget *
make_choice (TonusPreferences *preferences,
             const Preference *preference,
             const Choice *choice,
             GtkWidget *group,
             GtkWidget *message)
{
  GtkWidget *button = gtk_radio_button_new_with_label_from_widget (
      group ? GTK_RADIO_BUTTON (group) : NULL, _ (choice->label));
  g_autofree char *id = g_strdup_printf ("preferences/%s/%s", preference->key, choice->value);
  g_autofree char *name = g_strdup_printf ("%s: %s", _ (preference->label), _ (choice->label));
  g_autofree char *value = read_value (preferences, preference);

  gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_str_equal (value, choice->value));
  tonus_widget_identify (button, id, name);
  g_object_set_data (G_OBJECT (button), "preference", (gpointer) preference);
  g_object_set_data (G_OBJECT (button), "choice", (gpointer) choice);
  g_object_set_data (G_OBJECT (button), "message", message);
  return button;
}

static GtkWidget *
make_choices (TonusPreferences *preferences, const Preference *preference, GtkWidget *message)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *group = NULL;

  gtk_style_context_add_class (gtk_widget_get_style_context (box), GTK_STYLE_CLASS_LINKED);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-toggles");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (guint i = 0; i < N_CHOICES && preference->choices[i].value; i++)
    {
      GtkWidget *button =
          make_choice (preferences, preference, &preference->choices[i], group, message);

      gtk_container_add (GTK_CONTAINER (box), button);
      group = button;
    }
  /* Only now: the first of a group is chosen while the group is being made. */
  for (GSList *l = gtk_radio_button_get_group (GTK_RADIO_BUTTON (group)); l; l = l->next)
    g_signal_connect_object (l->data, "toggled", G_CALLBACK (chosen_cb), preferences, 0);
  return box;
}

static GtkWidget *
make_label (const char *text, const char *style, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

static void
add_line (GtkWidget *grid, int line, const char *label, GtkWidget *control, const char *help)
{
  GtkWidget *name = make_label (label, "tonus-field-label", 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_container_add (GTK_CONTAINER (box), control);
  if (help)
    gtk_container_add (GTK_CONTAINER (box), make_label (help, GTK_STYLE_CLASS_DIM_LABEL, 0));
  gtk_grid_attach (GTK_GRID (grid), name, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), box, 1, line, 1, 1);
}

/* "~/Tonus": nobody needs to be told where their own folders are.  (transfer full) */
static char *
shorten (const char *folder)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (g_str_has_prefix (folder, home) && folder[length] == '/')
    return g_strconcat ("~", folder + length, NULL);
  return g_strdup (folder);
}

static GtkWidget *
make_folder (const char *folder)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *shown = shorten (folder);
  GtkWidget *path = make_label (shown, "tonus-path", 0);
  GtkWidget *button = gtk_button_new_with_label (_ ("Another practice"));

  gtk_label_set_selectable (GTK_LABEL (path), TRUE);
  gtk_widget_set_can_focus (path, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.welcome");
  tonus_widget_identify (button, "preferences/folder", NULL);
  gtk_container_add (GTK_CONTAINER (box), path);
  gtk_container_add (GTK_CONTAINER (box), button);
  return box;
}

GtkWidget *
tonus_preferences_pane_new (TonusPreferences *preferences, const char *folder)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *complaint = tonus_preferences_get_complaint (preferences);
  GtkWidget *message = make_label (
      complaint ? complaint : _ ("Each choice applies at once, to this computer and account only."),
      GTK_STYLE_CLASS_DIM_LABEL, 0);
  int line = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  tonus_widget_identify (message, "preferences/message", NULL);
  gtk_grid_attach (GTK_GRID (grid), message, 1, line++, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (preferences_shown); i++)
    add_line (grid, line++, _ (preferences_shown[i].label),
              make_choices (preferences, &preferences_shown[i], message),
              preferences_shown[i].help ? _ (preferences_shown[i].help) : NULL);
  if (folder)
    add_line (grid, line, _ ("Folder of the practice"), make_folder (folder), NULL);
  gtk_widget_show_all (grid);
  return tonus_pane_new ("preferences", _ ("Preferences"), grid, TRUE);
}
