/* tonus-program-done.c - at a follow-up visit: what was done of the program at home, and why not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-field-row.h"
#include "tonus-fields-grid.h"
#include "tonus-flow-box.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-page-form.h"
#include "tonus-paths.h"
#include "tonus-program-done.h"
#include "tonus-program.h"

#define NAME_WIDTH 22
#define FIELD_WIDTH 14
/* Five rows and a half: that there are more is seen. */
#define HEIGHT_MOST 208
#define DONE "tonus-program-done"

typedef struct
{
  /* Owned */
  TonusRecord *visit;
  GPtrArray *exercises; /* (element-type TonusEntry) */
  char *title;

  /* Borrowed */
  const TonusSection *section;
  GtkWidget *expander;
  GtkWidget *label;
} Done;

static void
done_free (gpointer data)
{
  Done *self = data;

  g_object_unref (self->visit);
  g_ptr_array_unref (self->exercises);
  g_free (self->title);
  g_free (self);
}

/* Once each: an exercise may be there twice, for two sides.  (transfer container) */
static GPtrArray *
list_exercises (TonusRecord *given, TonusRecord *visit)
{
  g_autoptr (TonusProgram) program = tonus_program_read (given);
  g_autoptr (GPtrArray) asked =
      tonus_record_get_rows (visit, tonus_path_get_section (TONUS_PATH_HOME_DONE_DONE));
  TonusCatalogue *catalogue =
      tonus_schema_find_catalogue (tonus_record_get_schema (visit), "exercise");
  GPtrArray *exercises = g_ptr_array_new ();

  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (program->exercises, i);

      if (exercise->exercise && !exercise->is_stopped &&
          !g_ptr_array_find (exercises, exercise->exercise, NULL))
        g_ptr_array_add (exercises, (gpointer) exercise->exercise);
    }
  /* What is recorded stays in sight, whatever was handed out. */
  for (guint i = 0; i < asked->len; i++)
    {
      const TonusEntry *entry = tonus_catalogue_lookup (catalogue, g_ptr_array_index (asked, i));

      if (entry && !g_ptr_array_find (exercises, entry, NULL))
        g_ptr_array_add (exercises, (gpointer) entry);
    }
  return exercises;
}

/* How many of @exercises have the answer @id. */
static guint
count_answers (TonusRecord *visit, GPtrArray *exercises, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < exercises->len; i++)
    {
      const TonusEntry *exercise = g_ptr_array_index (exercises, i);
      const char *answer = tonus_path_read (visit, TONUS_PATH_HOME_DONE_DONE, exercise->id);

      n += id ? g_strcmp0 (answer, id) == 0 : answer == NULL;
    }
  return n;
}

/* After the last one the form has nothing more, but the tab has; answered, it is one line. */
static void
go_on (GtkWidget *button)
{
  GtkWidget *expander = gtk_widget_get_ancestor (button, GTK_TYPE_EXPANDER);
  Done *self = g_object_get_data (G_OBJECT (expander), DONE);

  tonus_widget_focus_next (button);
  if (!gtk_widget_has_focus (button))
    return;
  gtk_widget_child_focus (gtk_widget_get_toplevel (button), GTK_DIR_TAB_FORWARD);
  if (count_answers (self->visit, self->exercises, NULL) == 0)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), FALSE);
}

/* A letter answers, and that was it: on to the next question. */
static gboolean
answer_released_cb (GtkWidget *button, GdkEventKey *event, gpointer data)
{
  if (g_unichar_isalpha (gdk_keyval_to_unicode (event->keyval)) &&
      !(event->state & gtk_accelerator_get_default_mod_mask ()) &&
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    go_on (button);
  return FALSE;
}

/* "Bridge: Partly": a button alone does not say of what. */
static void
name_answer (GtkWidget *button, gpointer exercise)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", (const char *) exercise,
                                           gtk_button_get_label (GTK_BUTTON (button)));

  atk_object_set_name (gtk_widget_get_accessible (button), name);
  g_signal_connect (button, "key-release-event", G_CALLBACK (answer_released_cb), NULL);
}

static GtkWidget *
make_field (const TonusSite *site, const TonusField *field, const TonusEntry *exercise)
{
  const char *name = tonus_entry_label (exercise);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, tonus_field_label (field));
  gboolean is_answer = g_str_equal (field->id, tonus_path_get_field (TONUS_PATH_HOME_DONE_DONE));
  TonusFieldRow *row = tonus_field_row_new (site, field, exercise->id, is_answer ? NULL : spoken);
  GtkWidget *editor = tonus_field_row_get_editor (row);

  if (is_answer && GTK_IS_CONTAINER (editor))
    {
      atk_object_set_name (gtk_widget_get_accessible (editor), name);
      gtk_container_foreach (GTK_CONTAINER (editor), name_answer, (gpointer) name);
    }
  else if (GTK_IS_ENTRY (tonus_field_row_get_focus (row)))
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (tonus_field_row_get_focus (row)),
                                      tonus_field_label (field));
      gtk_entry_set_width_chars (GTK_ENTRY (tonus_field_row_get_focus (row)), FIELD_WIDTH);
      gtk_entry_set_max_width_chars (GTK_ENTRY (tonus_field_row_get_focus (row)), FIELD_WIDTH);
    }
  return GTK_WIDGET (row);
}

/* The answers of one exercise; those that do not apply are not there. */
static GtkWidget *
make_line (const TonusSite *site, const TonusSection *section, const TonusEntry *exercise)
{
  GtkWidget *line = tonus_flow_box_new (12, 6);
  GtkWidget *name = gtk_label_new (tonus_entry_label (exercise));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_line_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_style_context_add_class (gtk_widget_get_style_context (name), "tonus-field-label");
  gtk_widget_show (name);
  gtk_container_add (GTK_CONTAINER (line), name);
  for (guint i = 0; i < section->fields->len; i++)
    if (tonus_field_is_offered (g_ptr_array_index (section->fields, i), site->record, exercise->id))
      gtk_container_add (GTK_CONTAINER (line),
                         make_field (site, g_ptr_array_index (section->fields, i), exercise));
  tonus_container_keep_order (line);
  gtk_widget_show (line);
  return line;
}

/* --- in one line --- */

/* "Home program since last time, handed out 3 Nov 2026: 4 done, 1 partly" */
static void
paint (Done *self)
{
  TonusCatalogue *answers =
      tonus_section_lookup (self->section, tonus_path_get_field (TONUS_PATH_HOME_DONE_DONE))
          ->choices;
  GPtrArray *entries = tonus_catalogue_get_entries (answers);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      guint n = count_answers (self->visit, self->exercises, entry->id);
      g_autofree char *label = g_utf8_strdown (tonus_entry_label (entry), -1);

      if (n)
        g_string_append_printf (words, "%s%u %s", words->len ? ", " : ": ", n, label);
    }
  g_string_prepend (words, self->title);
  gtk_label_set_text (GTK_LABEL (self->label), words->str);
  atk_object_set_name (gtk_widget_get_accessible (self->expander), words->str);
}

static void
visit_changed_cb (TonusRecord *visit, const char *path, GtkWidget *expander)
{
  paint (g_object_get_data (G_OBJECT (expander), DONE));
}

static gboolean
is_follow_up (TonusRecord *visit)
{
  return visit &&
         g_strcmp0 (tonus_path_read (visit, TONUS_PATH_VISIT_KIND, NULL), "evaluation") != 0;
}

static char *
say_title (const TonusSection *section, TonusRecord *given)
{
  guint32 day = tonus_path_read_date (given, TONUS_PATH_PROGRAM_DATE, NULL);
  g_autofree char *date = day ? tonus_date_display (day) : NULL;

  return date ? g_strdup_printf (_ ("%s, handed out %s"), tonus_section_label (section), date)
              : g_strdup (tonus_section_label (section));
}

static GtkWidget *
make_lines (Done *self, const TonusSite *site)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < self->exercises->len; i++)
    gtk_container_add (GTK_CONTAINER (box),
                       make_line (site, self->section, g_ptr_array_index (self->exercises, i)));
  gtk_widget_set_margin_top (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT_MOST);
  tonus_widget_identify (scrolled, "program/done/lines", tonus_section_label (self->section));
  gtk_container_add (GTK_CONTAINER (scrolled), box);
  tonus_container_follow_focus (
      box, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  gtk_widget_show (box);
  return scrolled;
}

/* Whoever is inside when it folds would type unseen. */
static void
folded_cb (GtkExpander *expander, GParamSpec *property, gpointer nothing)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (expander));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  if (!gtk_expander_get_expanded (expander) && focus &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (expander)))
    gtk_widget_grab_focus (GTK_WIDGET (expander));
}

static void
build (Done *self, const TonusSite *site)
{
  GtkWidget *lines = make_lines (self, site);

  self->expander = gtk_expander_new (NULL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->label), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->label), "tonus-heading");
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->label);
  gtk_container_add (GTK_CONTAINER (self->expander), lines);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->expander), "tonus-done");
  tonus_widget_identify (self->expander, "program/done", NULL);
  gtk_widget_show (self->label);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander),
                             count_answers (self->visit, self->exercises, NULL) > 0);
  g_signal_connect (self->expander, "notify::expanded", G_CALLBACK (folded_cb), NULL);
  g_object_bind_property (self->expander, "expanded", lines, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_show (self->expander);
}

GtkWidget *
tonus_program_done_new (TonusSession *session)
{
  TonusRecord *visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  const TonusSection *section = tonus_schema_find_section (
      tonus_session_get_schema (session), tonus_path_get_section (TONUS_PATH_HOME_DONE_DONE));
  g_autoptr (TonusRecord) given =
      is_follow_up (visit) ? tonus_session_load_given (session, tonus_record_get_object (visit))
                           : NULL;
  g_autoptr (GPtrArray) exercises = given ? list_exercises (given, visit) : g_ptr_array_new ();
  TonusSite site;
  Done *self;

  if (!exercises->len || !tonus_page_find_site (session, section, &site))
    return NULL;
  self = g_new0 (Done, 1);
  self->visit = g_object_ref (visit);
  self->exercises = g_ptr_array_ref (exercises);
  self->section = section;
  self->title = say_title (section, given);
  build (self, &site);
  g_object_set_data_full (G_OBJECT (self->expander), DONE, self, done_free);
  g_signal_connect_object (visit, "changed", G_CALLBACK (visit_changed_cb), self->expander, 0);
  paint (self);
  return self->expander;
}
