/* tonus-library-details.c - what an exercise is: its steps, what to feel, when to stop, its ladder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-exercise.h"
#include "tonus-figure-view.h"
#include "tonus-focus.h"
#include "tonus-handout-words.h"
#include "tonus-identify.h"
#include "tonus-ladder.h"
#include "tonus-library-details.h"
#include "tonus-own-pane.h"

#define N_STEPS 6
#define PICTURE_WIDTH 240
#define PICTURE_HEIGHT 176

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  if (class)
    gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  gtk_container_add (GTK_CONTAINER (box), label);
  return label;
}

static void
add_named (GtkWidget *box, const char *name, const char *text)
{
  g_autofree char *line = text ? g_strdup_printf ("%s: %s", name, text) : NULL;

  if (line)
    add_text (box, line, NULL);
}

static void
add_steps (GtkWidget *box, const TonusEntry *exercise, const char *language)
{
  gboolean has_any = FALSE;

  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%u", i);
      const char *step = tonus_entry_get_local (exercise, column, language);
      g_autofree char *line = step ? g_strdup_printf ("%u. %s", i, step) : NULL;

      if (line)
        add_text (box, line, NULL);
      has_any = has_any || step;
    }
  if (!has_any)
    add_text (box, _ ("It has no steps for the patient yet."), GTK_STYLE_CLASS_DIM_LABEL);
}

static void
add_ladder (GtkWidget *box, TonusCatalogue *exercises, const TonusEntry *exercise)
{
  const TonusEntry *easier = tonus_ladder_get_easier (exercises, exercise->id);
  g_autoptr (GPtrArray) harder = tonus_ladder_get_harder (exercises, exercise->id);
  g_autoptr (GString) names = g_string_new (NULL);

  if (easier)
    add_named (box, _ ("Easier"), tonus_entry_label (easier));
  for (guint i = 0; i < harder->len; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "",
                            tonus_entry_label (g_ptr_array_index (harder, i)));
  if (harder->len)
    add_named (box, _ ("Harder"), names->str);
}

static void
change_clicked_cb (GtkWidget *button, const TonusEntry *exercise)
{
  GtkWidget *window = gtk_widget_get_toplevel (button);

  if (TONUS_IS_WINDOW (window))
    tonus_window_open_pane (TONUS_WINDOW (window),
                            tonus_own_pane_new (TONUS_WINDOW (window), exercise->id));
}

/* What the practice wrote itself it can change. */
static void
add_change (GtkWidget *line, const TonusEntry *exercise)
{
  GtkWidget *button;

  if (!g_str_has_prefix (exercise->id, "x-"))
    return;
  button = gtk_button_new_with_label (_ ("Change…"));
  tonus_widget_identify (button, "library/change", NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (change_clicked_cb), (gpointer) exercise);
  gtk_container_add (GTK_CONTAINER (line), button);
}

static GtkWidget *
make_buttons (const TonusEntry *exercise, GCallback add, GCallback back, gpointer data)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back_button = gtk_button_new_with_label (_ ("Back to the list"));
  GtkWidget *add_button = gtk_button_new_with_label (_ ("Add to the program"));

  tonus_widget_identify (back_button, "library/back", NULL);
  tonus_widget_identify (add_button, "library/take", NULL);
  g_signal_connect (back_button, "clicked", back, data);
  g_signal_connect (add_button, "clicked", add, data);
  gtk_container_add (GTK_CONTAINER (line), add_button);
  gtk_container_add (GTK_CONTAINER (line), back_button);
  add_change (line, exercise);
  tonus_container_keep_order (line);
  return line;
}

/* "Gluteus maximus, hamstrings" */
static char *
say_targets (TonusSchema *schema, const TonusEntry *exercise)
{
  g_autoptr (GPtrArray) targets = tonus_exercise_list (schema, exercise, "targets");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (words, "%s%s", i ? ", " : "",
                            tonus_entry_label (g_ptr_array_index (targets, i)));
  return g_string_free (words, targets->len == 0);
}

/* The therapist reads it, so it is in the window's language.  (transfer full) */
static char *
find_language (TonusSchema *schema)
{
  g_auto (GStrv) tags = tonus_handout_words_list_languages (schema);
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i]; i++)
    {
      g_autofree char *tag = g_ascii_strdown (languages[i], 2);

      if (g_strv_contains ((const char *const *) tags, tag))
        return g_steal_pointer (&tag);
    }
  return g_strdup ("en");
}

/* "Spanish: Puente", if the patient will read another name. */
static void
add_patient_name (GtkWidget *box,
                  TonusSession *session,
                  const TonusEntry *exercise,
                  const char *language)
{
  g_autofree char *theirs = tonus_session_get_choice (session, TONUS_CHOICE_LANGUAGE);

  if (!g_str_equal (theirs, language))
    add_named (box, tonus_handout_words_name_language (tonus_session_get_schema (session), theirs),
               tonus_entry_get_local (exercise, "name", theirs));
}

static void
fill (GtkWidget *box, TonusSession *session, TonusLibrary *library, const TonusEntry *exercise)
{
  TonusCatalogue *exercises =
      tonus_schema_find_catalogue (tonus_session_get_schema (session), "exercise");
  g_autofree char *language = find_language (tonus_session_get_schema (session));
  g_autofree char *facets = tonus_library_describe (library, exercise);
  g_autofree char *targets = say_targets (tonus_session_get_schema (session), exercise);
  GtkWidget *title = add_text (box, tonus_entry_label (exercise), "tonus-heading");

  atk_object_set_role (gtk_widget_get_accessible (title), ATK_ROLE_HEADING);
  add_text (box, facets, GTK_STYLE_CLASS_DIM_LABEL);
  add_patient_name (box, session, exercise, language);
  add_named (box, _ ("Works on"), targets);
  add_steps (box, exercise, language);
  add_named (box, _ ("Feel"), tonus_entry_get_local (exercise, "feel", language));
  add_named (box, _ ("Stop if"), tonus_entry_get_local (exercise, "stop", language));
  add_ladder (box, exercises, exercise);
  if (!tonus_exercise_is_reviewed (exercise))
    add_text (box, _ ("Not reviewed by a clinician yet."), GTK_STYLE_CLASS_DIM_LABEL);
}

GtkWidget *
tonus_library_details_new (TonusSession *session,
                           TonusLibrary *library,
                           const TonusEntry *exercise,
                           GCallback add,
                           GCallback back,
                           gpointer data)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *picture = tonus_figure_view_new (PICTURE_WIDTH, PICTURE_HEIGHT);

  tonus_figure_view_show (TONUS_FIGURE_VIEW (picture), exercise, FALSE);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_box_pack_start (GTK_BOX (line), picture, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), box, TRUE, TRUE, 0);
  fill (box, session, library, exercise);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  tonus_widget_identify (scrolled, "library/about", tonus_entry_label (exercise));
  gtk_container_add (GTK_CONTAINER (scrolled), line);
  gtk_container_add (GTK_CONTAINER (outer), make_buttons (exercise, add, back, data));
  gtk_box_pack_start (GTK_BOX (outer), scrolled, TRUE, TRUE, 0);
  gtk_widget_show_all (outer);
  return outer;
}
