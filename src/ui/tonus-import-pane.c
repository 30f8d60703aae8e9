/* tonus-import-pane.c - exercise libraries of others: added, taken out, brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-flow-box.h"
#include "tonus-identify.h"
#include "tonus-import-pane.h"
#include "tonus-import-work.h"
#include "tonus-import.h"
#include "tonus-pane.h"

#define POLL_MS 100
#define PANE "tonus-import"

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusSession *session;         /* owned */
  GStrv paths;                   /* owned (nullable): nothing is chosen */
  TonusImportWork *work;         /* owned (nullable): under way */
  GtkFileChooserNative *chooser; /* owned (nullable) */
  TonusImportDone done;
  guint poll;

  GtkWidget *pane;
  GtkWidget *chosen;
  GtkWidget *rights;
  GtkWidget *start;
  GtkWidget *wanting;
  GtkWidget *cancel;
  GtkWidget *progress;
  GtkWidget *result;
  GtkWidget *sources;
} Import;

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
  if (style)
    gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

/* --- what is shown --- */

static char *
describe_chosen (Import *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->paths && self->paths[i]; i++)
    g_ptr_array_add (names, g_filename_display_basename (self->paths[i]));
  g_ptr_array_add (names, NULL);
  return names->len > 1 ? g_strjoinv (", ", (char **) names->pdata)
                        : g_strdup (_ ("Nothing is chosen yet."));
}

static void
paint (Import *self)
{
  g_autofree char *chosen = describe_chosen (self);
  gboolean has_rights = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->rights));

  gtk_label_set_text (GTK_LABEL (self->chosen), chosen);
  gtk_widget_set_sensitive (self->start, self->paths && has_rights && !self->work);
  gtk_widget_set_visible (self->wanting, !self->paths || !has_rights);
  gtk_widget_set_sensitive (self->sources, !self->work);
  gtk_widget_set_visible (self->cancel, self->work != NULL);
  gtk_widget_set_visible (self->progress, self->work != NULL);
}

static gboolean
poll_cb (gpointer data)
{
  Import *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 tonus_import_work_get_percent (self->work) / 100.0);
  return G_SOURCE_CONTINUE;
}

/* --- the work --- */

static void
over_cb (TonusImportWork *work, gpointer data)
{
  Import *self = data;
  g_autofree char *words = tonus_import_work_describe (work);
  gboolean is_other = !work->error && work->n_new + work->n_illustrated > 0;

  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_pointer (&self->work, tonus_import_work_free);
  gtk_label_set_text (GTK_LABEL (self->result), words);
  paint (self);
  /* Last: it makes everything anew, and this with it. */
  if (is_other)
    self->done (self->pane, words);
}

static void
begin (Import *self, TonusImportWorkKind kind, const char *source)
{
  const char *author = tonus_session_get_therapist (self->session);

  if (!author)
    {
      gtk_label_set_text (GTK_LABEL (self->result),
                          _ ("Say who is charting first (in the menu), then import."));
      return;
    }
  self->work = tonus_import_work_new (tonus_session_get_practice (self->session), author);
  self->work->kind = kind;
  self->work->source = g_strdup (source);
  self->work->paths = g_strdupv (self->paths);
  gtk_label_set_text (GTK_LABEL (self->result), "");
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  self->poll = g_timeout_add (POLL_MS, poll_cb, self);
  paint (self);
  tonus_import_work_start (self->work, over_cb, self);
}

static void
start_cb (GtkWidget *button, Import *self)
{
  begin (self, TONUS_IMPORT_WORK_ADD, NULL);
}

static void
cancel_cb (GtkWidget *button, Import *self)
{
  tonus_import_work_cancel (self->work);
}

static void
rights_cb (GtkToggleButton *button, Import *self)
{
  paint (self);
}

/* --- choosing --- */

static void
chosen_cb (GtkNativeDialog *chooser, int response, Import *self)
{
  GSList *names = response == GTK_RESPONSE_ACCEPT
                      ? gtk_file_chooser_get_filenames (GTK_FILE_CHOOSER (chooser))
                      : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (GSList *l = names; l; l = l->next)
    g_strv_builder_add (builder, l->data);
  paths = g_strv_builder_end (builder);
  if (names)
    tonus_import_pane_choose (self->pane, (const char *const *) paths);
  g_slist_free_full (names, g_free);
  g_clear_object (&self->chooser);
}

static void
choose (Import *self, GtkFileChooserAction action)
{
  GtkWidget *top = gtk_widget_get_toplevel (self->pane);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Choose an exercise library"), GTK_WINDOW (top),
                                               action, _ ("Choose"), _ ("Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser),
                                        action == GTK_FILE_CHOOSER_ACTION_OPEN);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_files_cb (GtkWidget *button, Import *self)
{
  choose (self, GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
choose_folder_cb (GtkWidget *button, Import *self)
{
  choose (self, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

/* --- what is here already --- */

static void
source_cb (GtkWidget *button, Import *self)
{
  gboolean is_back = g_object_get_data (G_OBJECT (button), "back") != NULL;

  begin (self, is_back ? TONUS_IMPORT_WORK_BRING_BACK : TONUS_IMPORT_WORK_REMOVE,
         g_object_get_data (G_OBJECT (button), "source"));
}

static void
add_source (Import *self, const TonusImportSource *source)
{
  gboolean is_out = source->n_offered == 0;
  g_autofree char *id = g_strdup_printf ("import/source/%s", source->source);
  g_autofree char *words =
      g_strdup_printf (is_out ? ngettext ("%s: %u exercise, offered no longer",
                                          "%s: %u exercises, offered no longer", source->n_retired)
                              : ngettext ("%s: %u exercise", "%s: %u exercises", source->n_offered),
                       source->source, is_out ? source->n_retired : source->n_offered);
  const char *act = is_out ? _ ("Offer them again") : _ ("Remove from the library");
  g_autofree char *name = g_strdup_printf ("%s: %s", source->source, act);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (act);

  g_object_set_data_full (G_OBJECT (button), "source", g_strdup (source->source), g_free);
  g_object_set_data (G_OBJECT (button), "back", GINT_TO_POINTER (is_out));
  tonus_widget_identify (button, id, name);
  g_signal_connect (button, "clicked", G_CALLBACK (source_cb), self);
  gtk_box_pack_start (GTK_BOX (row), make_label (words, NULL), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), button, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (self->sources), row);
}

static void
fill_sources (Import *self)
{
  g_autoptr (GPtrArray) sources =
      tonus_import_list_sources (tonus_session_get_schema (self->session));

  gtk_container_add (GTK_CONTAINER (self->sources),
                     make_label (_ ("Imported so far"), "tonus-heading"));
  for (guint i = 0; i < sources->len; i++)
    add_source (self, g_ptr_array_index (sources, i));
  if (sources->len == 0)
    gtk_container_add (GTK_CONTAINER (self->sources),
                       make_label (_ ("Nothing yet."), GTK_STYLE_CLASS_DIM_LABEL));
}

/* --- the pane --- */

static GtkWidget *
add_button (Import *self, GtkWidget *box, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_container_add (GTK_CONTAINER (box), button);
  return button;
}

static GtkWidget *
make_choosing (Import *self)
{
  GtkWidget *flow = tonus_flow_box_new (12, 6);

  add_button (self, flow, "import/files", _ ("Choose files…"), G_CALLBACK (choose_files_cb));
  add_button (self, flow, "import/folder", _ ("Choose a folder…"), G_CALLBACK (choose_folder_cb));
  self->chosen = make_label ("", "tonus-field-label");
  tonus_widget_identify (self->chosen, "import/chosen", NULL);
  gtk_container_add (GTK_CONTAINER (flow), self->chosen);
  return flow;
}

static GtkWidget *
make_starting (Import *self)
{
  GtkWidget *flow = tonus_flow_box_new (12, 6);

  self->start = add_button (self, flow, "import/start", _ ("Import"), G_CALLBACK (start_cb));
  self->cancel = add_button (self, flow, "import/cancel", _ ("Cancel"), G_CALLBACK (cancel_cb));
  self->progress = gtk_progress_bar_new ();
  /* In the middle of a line of buttons, which a flow box aligns at the top. */
  gtk_widget_set_margin_top (self->progress, 14);
  tonus_widget_identify (self->progress, "import/progress", _ ("Progress of the import"));
  gtk_container_add (GTK_CONTAINER (flow), self->progress);
  self->wanting =
      make_label (_ ("First choose a library, and say that you may use it."), "tonus-field-label");
  gtk_container_add (GTK_CONTAINER (flow), self->wanting);
  return flow;
}

static GtkWidget *
make_content (Import *self, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->rights =
      gtk_check_button_new_with_label (_ ("I have the right to use these texts and pictures"));
  tonus_widget_identify (self->rights, "import/rights", NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->rights), "tonus-choice");
  g_signal_connect (self->rights, "toggled", G_CALLBACK (rights_cb), self);
  self->result = make_label (words ? words : "", "tonus-lead");
  tonus_widget_identify (self->result, "import/result", NULL);
  self->sources = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_container_add (
      GTK_CONTAINER (box),
      make_label (_ ("Add the exercises of your own copy of free-exercise-db (exercises.json) or "
                     "wger (exercise-base-data.json with translations.json). They stand in the "
                     "library with the name of their source, and what their licence asks for is "
                     "printed with them. The folder of free-exercise-db brings its pictures, too; "
                     "they are kept small, without place and camera data."),
                  NULL));
  gtk_container_add (GTK_CONTAINER (box), make_choosing (self));
  gtk_container_add (GTK_CONTAINER (box), self->rights);
  gtk_container_add (GTK_CONTAINER (box), make_starting (self));
  gtk_container_add (GTK_CONTAINER (box), self->result);
  gtk_container_add (GTK_CONTAINER (box), self->sources);
  return box;
}

static void
import_free (gpointer data)
{
  Import *self = data;

  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_pointer (&self->work, tonus_import_work_free);
  g_clear_object (&self->chooser);
  g_strfreev (self->paths);
  g_object_unref (self->session);
  g_free (self);
}

GtkWidget *
tonus_import_pane_new (TonusSession *session, const char *words, TonusImportDone done)
{
  Import *self = g_new0 (Import, 1);
  GtkWidget *content;

  self->session = g_object_ref (session);
  self->done = done;
  content = make_content (self, words);
  fill_sources (self);
  gtk_widget_show_all (content);
  self->pane = tonus_pane_new ("import", _ ("Exercise libraries"), content, TRUE);
  paint (self);
  g_object_set_data_full (G_OBJECT (self->pane), PANE, self, import_free);
  return self->pane;
}

void
tonus_import_pane_choose (GtkWidget *pane, const char *const *paths)
{
  Import *self = g_object_get_data (G_OBJECT (pane), PANE);

  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  paint (self);
}
