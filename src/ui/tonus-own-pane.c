/* tonus-own-pane.c - an exercise that the practice writes itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include "tonus-fields-grid.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-own-drawing.h"
#include "tonus-own-exercise.h"
#include "tonus-own-pane.h"
#include "tonus-own-picture.h"
#include "tonus-page-form.h"
#include "tonus-pane.h"
#include "tonus-reading-level.h"
#include "tonus-window-renew.h"

/* What a handout should ask for, and no more (docs/figures.md). */
#define GRADE_MOST 6.0

typedef struct
{
  /* Owned */
  TonusSession *session;
  TonusSchema *practice; /* saving makes a new one */
  TonusChart *chart;
  TonusRecord *form;
  char *exercise; /* (nullable): a new one */

  /* Borrowed */
  TonusWindow *window;
  GtkWidget *picture;
  GtkWidget *grade;
  GtkWidget *status;
} Pane;

static void
pane_free (gpointer data)
{
  Pane *self = data;

  tonus_session_lend_chart (self->session, NULL);
  g_signal_handlers_disconnect_by_data (self->form, self);
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
}

static void
form_changed_cb (TonusRecord *form, const char *path, Pane *self)
{
  paint (self);
  say (self, NULL);
}

/* --- saving --- */

/* The catalogue that has the exercise: its id and text.  (transfer full) */
static char *
find_text (Pane *self, char **object)
{
  TonusPractice *practice = tonus_session_get_practice (self->session);
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, NULL, "catalogue", NULL);
  g_autofree char *heading = g_strdup_printf ("\n[exercise/%s]\n", self->exercise);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (GBytes) bytes = tonus_practice_load_bytes (practice, id, NULL, NULL);
      g_autofree char *text =
          bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;

      if (!text || !strstr (text, heading))
        continue;
      *object = g_strdup (id);
      return g_steal_pointer (&text);
    }
  return NULL;
}

static char *
make_text (Pane *self, GError **error)
{
  g_autofree char *object = NULL, *before = NULL, *id = NULL;

  if (self->exercise)
    before = find_text (self, &object);
  id = before ? g_strdup (self->exercise) : tonus_own_exercise_make_id (self->practice, self->form);
  return tonus_own_exercise_make_text (self->form, id, before, object, error);
}

/* What is refused stays here to be corrected. */
static gboolean
save (Pane *self, GError **error)
{
  TonusPractice *practice = tonus_session_get_practice (self->session);
  /* The row is written after what it names. */
  gboolean has_picture = tonus_own_picture_keep (TONUS_OWN_PICTURE (self->picture), error);
  g_autofree char *text = has_picture ? make_text (self, error) : NULL;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusRecord) saved =
      text ? tonus_practice_record_text (practice, text, strlen (text),
                                         tonus_session_get_therapist (self->session), refusals,
                                         NULL, error)
           : NULL;

  if (!saved && refusals->len && error)
    {
      g_clear_error (error);
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "%s",
                   (const char *) g_ptr_array_index (refusals, 0));
    }
  return saved != NULL;
}

static void
save_clicked_cb (GtkWidget *button, Pane *self)
{
  g_autofree char *missing = tonus_own_exercise_say_missing (self->form);
  g_autoptr (GError) error = NULL;
  TonusWindow *window = self->window;

  if (missing)
    say (self, missing);
  else if (!tonus_window_save (window))
    say (self, _ ("Save what else is open first: it is said above why it could not be."));
  else if (!save (self, &error))
    say (self, error->message);
  else
    /* The window is made anew with the exercise in it, and this pane goes. */
    tonus_window_renew (window, _ ("The exercise is saved and can be found in the library."));
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
  TonusSite site = { .chart = self->chart, .record = self->form };

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
make_foot (Pane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Save the exercise"));

  self->status = make_label ("tonus-error");
  tonus_widget_identify (self->status, "own/status", NULL);
  tonus_widget_identify (button, "own/save", NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (save_clicked_cb), self);
  gtk_style_context_add_class (gtk_widget_get_style_context (foot), "tonus-bar");
  gtk_box_pack_start (GTK_BOX (foot), button, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (foot), self->status, TRUE, TRUE, 0);
  gtk_widget_show_all (foot);
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

GtkWidget *
tonus_own_pane_new (TonusWindow *window, const char *exercise)
{
  Pane *self = g_new0 (Pane, 1);
  TonusSession *session = tonus_window_get_session (window);
  TonusSchema *practice = tonus_session_get_schema (session);
  g_autoptr (TonusSchema) schema = tonus_own_exercise_make_schema (practice);
  TonusCatalogue *exercises = tonus_schema_find_catalogue (practice, "exercise");
  const TonusEntry *entry = exercise ? tonus_catalogue_lookup (exercises, exercise) : NULL;
  GtkWidget *content;

  self->window = window;
  self->session = g_object_ref (session);
  self->practice = tonus_schema_ref (practice);
  self->exercise = g_strdup (exercise);
  self->chart = tonus_chart_new ();
  self->form = tonus_own_exercise_new (schema, entry);
  tonus_chart_add (self->chart, self->form);
  tonus_session_lend_chart (session, self->chart);
  content = make_content (self);
  g_signal_connect (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  paint (self);
  g_object_set_data_full (G_OBJECT (content), "own", self, pane_free);
  return tonus_pane_new ("own", entry ? _ ("Change an own exercise") : _ ("Own exercise"), content,
                         FALSE);
}
