/* tonus-own-pane.c - an exercise that the practice writes itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <math.h>
#include "tonus-commands.h"
#include "tonus-fields-grid.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-own-draft.h"
#include "tonus-own-drawing.h"
#include "tonus-own-exercise.h"
#include "tonus-own-pane.h"
#include "tonus-own-picture.h"
#include "tonus-own-save.h"
#include "tonus-page-form.h"
#include "tonus-pane.h"
#include "tonus-program-desk.h"
#include "tonus-reading-level.h"
#include "tonus-window-renew.h"

/* What a handout should ask for, and no more (docs/figures.md). */
#define GRADE_MOST 6.0
/* Past the list of patients. */
#define FOOT_START 230
/* The field with which one begins. */
#define NAME "x-own/x-name"

typedef struct
{
  /* Owned */
  TonusSession *session;
  TonusSchema *practice; /* saving makes a new one */
  TonusChart *chart;
  TonusRecord *form;
  TonusRecord *anew; /* the form before anything was written in it */
  char *exercise;    /* (nullable): a new one */

  /* Borrowed */
  TonusWindow *window; /* (nullable): it has gone before */
  GtkWidget *picture;
  GtkWidget *grade;
  GtkWidget *status;
  GtkWidget *start;

  gboolean is_saved;
} Pane;

static gboolean
is_begun (Pane *self)
{
  g_autoptr (TonusChangeset) written = tonus_record_diff (self->anew, self->form);

  return tonus_changeset_get_size (written) > 0 ||
         g_hash_table_size (tonus_record_get_unread (self->form)) > 0;
}

/* The buttons of undo and redo are about the form while it is open. */
static void
chart_edited_cb (TonusChart *chart, const char *object, Pane *self)
{
  tonus_commands_update (self->window);
}

/* What is not saved waits for whoever opens the pane again. */
static void
leave (Pane *self)
{
  TonusSite site = { .chart = self->chart, .record = self->form };
  gboolean is_left = !self->is_saved && is_begun (self);
  gboolean is_here = !gtk_widget_in_destruction (GTK_WIDGET (self->window));

  tonus_own_draft_keep (G_OBJECT (self->window), tonus_session_get_practice (self->session),
                        self->exercise, is_left ? &site : NULL);
  if (is_here)
    tonus_commands_update (self->window);
  if (is_here && is_left)
    tonus_session_say (self->session,
                       _ ("The exercise is not saved yet. Open it again to go on with it."));
}

static void
pane_free (gpointer data)
{
  Pane *self = data;

  tonus_session_lend_chart (self->session, NULL);
  g_signal_handlers_disconnect_by_data (self->form, self);
  g_signal_handlers_disconnect_by_data (self->chart, self);
  if (self->window)
    {
      leave (self);
      g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
    }
  g_object_unref (self->anew);
  g_object_unref (self->form);
  g_object_unref (self->chart);
  tonus_schema_unref (self->practice);
  g_object_unref (self->session);
  g_free (self->exercise);
  g_free (self);
}

static void
say (Pane *self, const char *words)
{
  tonus_label_say (self->status, words);
  gtk_widget_set_visible (self->status, words && *words);
}

/* --- what there is to say while it is written --- */

static void
paint (Pane *self)
{
  g_autofree char *words = tonus_own_exercise_make_words (self->form);
  double grade = tonus_reading_grade (words);
  g_autofree char *line =
      isnan (grade) ? g_strdup (_ ("Reading grade of the English words: nothing to measure yet"))
      : grade <= GRADE_MOST
          ? g_strdup_printf (_ ("Reading grade of the English words: %.1f, easy enough"),
                             MAX (grade, 0.0))
          : g_strdup_printf (_ ("Reading grade of the English words: %.1f. Shorter words and "
                                "sentences bring it to 6."),
                             grade);

  tonus_label_say (self->grade, line);
  gtk_widget_set_visible (self->start, is_begun (self));
}

static void
form_changed_cb (TonusRecord *form, const char *path, Pane *self)
{
  paint (self);
  say (self, NULL);
}

/* --- saving --- */

/* What is refused stays here to be corrected.  The row is written after what it names. */
static char *
save (Pane *self, GError **error)
{
  return tonus_own_picture_keep (TONUS_OWN_PICTURE (self->picture), error)
             ? tonus_own_save (self->session, self->form, self->exercise, error)
             : NULL;
}

/* The exercise's id; NULL: it is said why not.  (transfer full) */
static char *
try_to_save (Pane *self)
{
  g_autofree char *missing = tonus_own_exercise_say_missing (self->form);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  if (missing)
    say (self, missing);
  else if (!tonus_window_save (self->window))
    say (self, _ ("Save what else is open first: it is said above why it could not be."));
  else if (!(id = save (self, &error)))
    say (self, error->message);
  self->is_saved = id != NULL;
  return id;
}

/* The window is made anew with the exercise in it, and this pane goes. */
static void
save_clicked_cb (GtkWidget *button, Pane *self)
{
  g_autofree char *id = try_to_save (self);

  if (id)
    tonus_window_renew (self->window, _ ("The exercise is saved and can be found in the library."));
}

static void
add_to_program (TonusWindow *window, const char *id)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autoptr (TonusProgramDesk) desk = tonus_program_desk_new (session);
  const TonusEntry *exercise = tonus_catalogue_lookup (
      tonus_schema_find_catalogue (tonus_session_get_schema (session), "exercise"), id);
  g_autofree char *row = exercise ? tonus_program_desk_add (desk, exercise) : NULL;

  if (row)
    tonus_window_say (window, _ ("The exercise is saved, and in the program."));
}

static void
add_clicked_cb (GtkWidget *button, Pane *self)
{
  TonusWindow *window = self->window;
  g_autofree char *id = try_to_save (self);

  if (!id)
    return;
  tonus_window_renew (window, _ ("The exercise is saved and can be found in the library."));
  if (tonus_session_get_record (tonus_window_get_session (window), TONUS_SLOT_PROGRAM))
    add_to_program (window, id);
}

/* One step of undo, for whoever did not mean it. */
static void
start_clicked_cb (GtkWidget *button, Pane *self)
{
  g_autoptr (TonusChangeset) changes = tonus_record_diff (self->form, self->anew);
  g_autoptr (GList) unread = g_hash_table_get_keys (tonus_record_get_unread (self->form));

  for (GList *l = unread; l; l = l->next)
    {
      g_autofree char *path = g_strdup (l->data);

      tonus_record_set_unread (self->form, path, NULL);
    }
  tonus_chart_barrier (self->chart);
  tonus_chart_apply (self->chart, changes, NULL);
  tonus_chart_barrier (self->chart);
  paint (self);
  say (self, NULL);
  /* The button has gone; whoever goes on by keyboard is not lost. */
  gtk_widget_grab_focus (tonus_widget_find (GTK_WIDGET (self->window), NAME));
}

/* --- building --- */

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  return label;
}

static void
add_sections (Pane *self, GtkWidget *box)
{
  g_autoptr (GPtrArray) sections =
      tonus_own_exercise_list_sections (tonus_record_get_schema (self->form));
  TonusSite site = { .chart = self->chart, .record = self->form, .keeps_typed = TRUE };

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      /* The first one is what the pane is called. */
      if (i > 0)
        gtk_container_add (GTK_CONTAINER (part), tonus_section_heading_new (section));
      gtk_container_add (GTK_CONTAINER (part), tonus_fields_grid_new (&site, section, NULL, 0));
      gtk_container_add (GTK_CONTAINER (box), part);
      if (i == 0)
        gtk_container_add (GTK_CONTAINER (box), self->picture);
      if (g_str_equal (section->id, "x-own-en"))
        gtk_container_add (GTK_CONTAINER (box), self->grade);
      gtk_widget_show (part);
    }
}

static GtkWidget *
add_button (Pane *self, GtkWidget *foot, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_pack_start (GTK_BOX (foot), button, FALSE, FALSE, 0);
  return button;
}

/* A new one is usually for whoever is here. */
static gboolean
offers_program (Pane *self)
{
  return !self->exercise && tonus_session_get_record (self->session, TONUS_SLOT_PROGRAM);
}

static GtkWidget *
make_foot (Pane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->start =
      gtk_button_new_with_label (self->exercise ? _ ("Back to what is saved") : _ ("Start anew"));
  tonus_widget_identify (self->start, "own/start", NULL);
  g_signal_connect (self->start, "clicked", G_CALLBACK (start_clicked_cb), self);
  self->status = make_label ("tonus-error");
  tonus_widget_identify (self->status, "own/status", NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (foot), "tonus-bar");
  /* Not where another button is when the pane has gone: under the fields. */
  gtk_widget_set_margin_start (
      add_button (self, foot, "own/save", _ ("Save the exercise"), G_CALLBACK (save_clicked_cb)),
      FOOT_START);
  if (offers_program (self))
    add_button (self, foot, "own/add", _ ("Save and add to the program"),
                G_CALLBACK (add_clicked_cb));
  gtk_box_pack_start (GTK_BOX (foot), self->status, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (foot), self->start, FALSE, FALSE, 0);
  gtk_widget_show_all (foot);
  gtk_widget_set_no_show_all (self->start, TRUE);
  gtk_widget_hide (self->status);
  gtk_widget_set_no_show_all (self->status, TRUE);
  return foot;
}

/* The form, and in its place the drawing of its picture. */
static GtkWidget *
make_content (Pane *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  TonusSite site = { .chart = self->chart, .record = self->form };

  gtk_style_context_add_class (gtk_widget_get_style_context (body), "tonus-page");
  self->picture = tonus_own_picture_new (self->session, &site);
  gtk_widget_show (self->picture);
  self->grade = make_label (GTK_STYLE_CLASS_DIM_LABEL);
  gtk_widget_show (self->grade);
  add_sections (self, body);
  gtk_widget_show (body);
  gtk_box_pack_start (GTK_BOX (content), tonus_form_new ("page/own", _ ("Own exercise"), body),
                      TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (content), make_foot (self), FALSE, FALSE, 0);
  gtk_widget_show (content);
  gtk_stack_add_named (GTK_STACK (stack), content, "form");
  tonus_own_drawing_add (GTK_STACK (stack), self->session, &site,
                         TONUS_OWN_PICTURE (self->picture));
  return stack;
}

/* As it was left, or anew. */
static void
open_form (Pane *self, const TonusEntry *entry)
{
  g_autoptr (TonusSchema) schema = NULL;
  TonusSite site;

  if (tonus_own_draft_find (G_OBJECT (self->window), tonus_session_get_practice (self->session),
                            self->exercise, &site))
    {
      self->chart = g_object_ref (site.chart);
      self->form = g_object_ref (site.record);
      schema = tonus_schema_ref (tonus_record_get_schema (self->form));
    }
  else
    {
      schema = tonus_own_exercise_make_schema (self->practice);
      self->chart = tonus_chart_new ();
      self->form = tonus_own_exercise_new (schema, entry);
      tonus_chart_add (self->chart, self->form);
    }
  self->anew = tonus_own_exercise_new (schema, entry);
  tonus_session_lend_chart (self->session, self->chart);
}

GtkWidget *
tonus_own_pane_new (TonusWindow *window, const char *exercise)
{
  Pane *self = g_new0 (Pane, 1);
  TonusSession *session = tonus_window_get_session (window);
  TonusSchema *practice = tonus_session_get_schema (session);
  TonusCatalogue *exercises = tonus_schema_find_catalogue (practice, "exercise");
  const TonusEntry *entry = exercise ? tonus_catalogue_lookup (exercises, exercise) : NULL;
  GtkWidget *content;

  /* What another such pane leaves is to be there when this one looks for it. */
  tonus_window_uncover (window);
  self->window = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &self->window);
  self->session = g_object_ref (session);
  self->practice = tonus_schema_ref (practice);
  self->exercise = g_strdup (exercise);
  open_form (self, entry);
  content = make_content (self);
  g_signal_connect (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  g_signal_connect (self->chart, "edited", G_CALLBACK (chart_edited_cb), self);
  paint (self);
  tonus_commands_update (window);
  g_object_set_data_full (G_OBJECT (content), "own", self, pane_free);
  return tonus_pane_new ("own", entry ? _ ("Change an own exercise") : _ ("Own exercise"), content,
                         FALSE);
}
