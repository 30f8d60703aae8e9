/* tonus-welcome.c - the first page: the demo practice, a new one, or a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-demo-folder.h"
#include "tonus-line-entry.h"
#include "tonus-identify.h"
#include "tonus-recent.h"
#include "tonus-welcome-choices.h"
#include "tonus-window.h"
#include "tonus-welcome.h"

/* The lines of the form; "Open a folder" needs only the first. */
typedef enum
{
  LINE_FOLDER,
  LINE_CLINIC,
  LINE_THERAPIST,
  LINE_CREDENTIALS,
  N_LINES
} Line;

struct _TonusWelcome
{
  GtkBox parent_instance;

  /* Template */
  GtkWidget *scrolled;
  GtkWidget *column;
  GtkWidget *stack;
  GtkWidget *form;
  GtkWidget *choices;
  GtkWidget *message;

  /* Borrowed */
  GtkWidget *recent; /* (nullable): no practice was open yet */
  GtkWidget *demo;
  GtkWidget *explanation;
  GtkWidget *labels[N_LINES];
  GtkWidget *entries[N_LINES];
  GtkWidget *go;

  gboolean is_creating;
};

G_DEFINE_TYPE (TonusWelcome, tonus_welcome, GTK_TYPE_BOX)

static const struct
{
  const char *id;
  const char *label;
} lines[N_LINES] = {
  [LINE_FOLDER] = { "welcome/folder", N_ ("Folder") },
  [LINE_CLINIC] = { "welcome/clinic", N_ ("Name of the clinic") },
  [LINE_THERAPIST] = { "welcome/therapist", N_ ("Your name") },
  [LINE_CREDENTIALS] = { "welcome/credentials", N_ ("Your credentials") },
};

static void
take (TonusWelcome *self, TonusPractice *practice, const GError *error)
{
  if (practice)
    g_signal_emit_by_name (self, "chosen", practice);
  else
    tonus_welcome_say (self, error->message);
}

static void
demo_clicked_cb (GtkButton *button, TonusWelcome *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice = tonus_demo_folder_open (FALSE, &error);

  take (self, practice, error);
}

static void
recent_clicked_cb (GtkButton *button, TonusWelcome *self)
{
  g_autofree char *folder = tonus_recent_get_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice =
      folder ? tonus_practice_open (tonus_io_real (), folder, &error) : NULL;

  if (folder)
    take (self, practice, error);
}

static const char *
get_line (TonusWelcome *self, Line line)
{
  return gtk_entry_get_text (GTK_ENTRY (self->entries[line]));
}

static char *
get_folder (TonusWelcome *self)
{
  const char *typed = get_line (self, LINE_FOLDER);

  if (typed[0] == '~' && (typed[1] == '/' || typed[1] == '\0'))
    return g_build_filename (g_get_home_dir (), typed + 1, NULL);
  return g_canonicalize_filename (typed, g_get_home_dir ());
}

/* What the refusal of a folder that is in use calls for depends on what is in it. */
static void
say_refusal (TonusWelcome *self, const char *folder, const GError *error)
{
  g_autofree char *mark = g_build_filename (folder, "practice.keyfile", NULL);

  if (g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS) &&
      g_file_test (mark, G_FILE_TEST_EXISTS))
    tonus_welcome_say (self, _ ("There is a practice in this folder already. Go back and choose "
                                "“Open a folder”, or name another folder."));
  else
    tonus_welcome_say (self, error->message);
}

static void
say_what_is_next (TonusWelcome *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (TONUS_IS_WINDOW (window))
    tonus_window_say (TONUS_WINDOW (window),
                      _ ("Your practice is ready. Add address and phone under Menu, Practice."));
}

static void
go_cb (GtkWidget *widget, TonusWelcome *self)
{
  g_autofree char *folder = get_folder (self);
  g_autoptr (TonusPractice) practice = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->is_creating)
    practice = tonus_practice_open (tonus_io_real (), folder, &error);
  else
    {
      for (int line = 0; line < N_LINES; line++)
        if (!*get_line (self, (Line) line) && line != LINE_CREDENTIALS)
          {
            g_autofree char *words =
                g_strdup_printf (_ ("Please fill in “%s”."), _ (lines[line].label));

            tonus_welcome_say (self, words);
            gtk_widget_grab_focus (self->entries[line]);
            return;
          }
      practice = tonus_practice_create (tonus_io_real (), folder, get_line (self, LINE_CLINIC),
                                        get_line (self, LINE_THERAPIST),
                                        get_line (self, LINE_CREDENTIALS), NULL, &error);
    }
  if (practice)
    {
      take (self, practice, NULL);
      if (self->is_creating)
        say_what_is_next (self);
    }
  else
    say_refusal (self, folder, error);
}

static void
show_form (TonusWelcome *self, gboolean is_creating)
{
  self->is_creating = is_creating;
  tonus_welcome_say (self, "");
  for (int line = LINE_CLINIC; line < N_LINES; line++)
    {
      gtk_widget_set_visible (self->labels[line], is_creating);
      gtk_widget_set_visible (self->entries[line], is_creating);
    }
  gtk_button_set_label (GTK_BUTTON (self->go),
                        is_creating ? _ ("Create the practice") : _ ("Open the folder"));
  gtk_label_set_text (
      GTK_LABEL (self->explanation),
      is_creating ? _ ("The folder is made if it is not there. It will hold all records, as files "
                       "that you can copy.")
                  : _ ("The folder that holds “practice.keyfile”, here, on a stick or on a "
                       "network drive."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
  gtk_widget_grab_focus (self->entries[LINE_FOLDER]);
}

static void
create_clicked_cb (GtkButton *button, TonusWelcome *self)
{
  show_form (self, TRUE);
}

static void
open_clicked_cb (GtkButton *button, TonusWelcome *self)
{
  show_form (self, FALSE);
}

static void
back_clicked_cb (GtkButton *button, TonusWelcome *self)
{
  tonus_welcome_say (self, "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "choices");
  gtk_widget_grab_focus (self->recent ? self->recent : self->demo);
}

static void
choose_clicked_cb (GtkButton *button, TonusWelcome *self)
{
  GtkWidget *chooser = gtk_file_chooser_dialog_new (
      _ ("Choose the folder of the practice"),
      GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))),
      self->is_creating ? GTK_FILE_CHOOSER_ACTION_CREATE_FOLDER
                        : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      _ ("Cancel"), GTK_RESPONSE_CANCEL, _ ("Choose"), GTK_RESPONSE_ACCEPT, NULL);

  if (gtk_dialog_run (GTK_DIALOG (chooser)) == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *folder = gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser));

      gtk_entry_set_text (GTK_ENTRY (self->entries[LINE_FOLDER]), folder ? folder : "");
    }
  gtk_widget_destroy (chooser);
}

/* Enter goes on to the next line, and from the last one does it. */
static void
entry_activate_cb (GtkWidget *entry, TonusWelcome *self)
{
  Line last = self->is_creating ? LINE_CREDENTIALS : LINE_FOLDER;

  for (int line = 0; line < (int) last; line++)
    if (entry == self->entries[line])
      {
        gtk_widget_grab_focus (self->entries[line + 1]);
        return;
      }
  go_cb (entry, self);
}

static void
add_line (TonusWelcome *self, Line line)
{
  GtkWidget *label = gtk_label_new (_ (lines[line].label));
  GtkWidget *entry = tonus_line_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_entry_set_width_chars (GTK_ENTRY (entry), 32);
  tonus_widget_identify (entry, lines[line].id, NULL);
  tonus_widget_label_by (entry, label);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  gtk_grid_attach (GTK_GRID (self->form), label, 0, (int) line, 1, 1);
  gtk_grid_attach (GTK_GRID (self->form), entry, 1, (int) line, 1, 1);
  gtk_widget_show (label);
  gtk_widget_show (entry);
  self->labels[line] = label;
  self->entries[line] = entry;
}

static GtkWidget *
make_button (TonusWelcome *self, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_widget_show (button);
  return button;
}

static void
build_form (TonusWelcome *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->explanation = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->explanation), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->explanation), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->explanation), 44);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->explanation),
                               GTK_STYLE_CLASS_DIM_LABEL);
  gtk_widget_show (self->explanation);
  gtk_grid_attach (GTK_GRID (self->form), self->explanation, 1, N_LINES, 1, 1);
  for (int line = 0; line < N_LINES; line++)
    add_line (self, (Line) line);
  gtk_entry_set_text (GTK_ENTRY (self->entries[LINE_FOLDER]), "~/Tonus");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[LINE_CREDENTIALS]), _ ("PT, DPT"));
  self->go = make_button (self, "welcome/go", _ ("Create the practice"), G_CALLBACK (go_cb));
  gtk_style_context_add_class (gtk_widget_get_style_context (self->go),
                               GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_container_add (GTK_CONTAINER (buttons), self->go);
  gtk_container_add (GTK_CONTAINER (buttons),
                     make_button (self, "welcome/back", _ ("Back"), G_CALLBACK (back_clicked_cb)));
  /* Not beside its entry: Tab from there goes to the next line to fill in. */
  gtk_container_add (GTK_CONTAINER (buttons),
                     make_button (self, "welcome/choose", _ ("Choose the folder…"),
                                  G_CALLBACK (choose_clicked_cb)));
  gtk_widget_set_margin_top (buttons, 12);
  gtk_widget_show (buttons);
  gtk_grid_attach (GTK_GRID (self->form), buttons, 1, N_LINES + 1, 1, 1);
}

static GtkWidget *
add_choice (
    TonusWelcome *self, const char *id, const char *title, const char *help, GCallback clicked)
{
  GtkWidget *choice = tonus_welcome_choice_new (id, title, help);

  g_signal_connect (choice, "clicked", clicked, self);
  gtk_container_add (GTK_CONTAINER (self->choices), choice);
  return choice;
}

/* The practice of the last time stands first, and is a press of Enter away. */
static void
map_cb (GtkWidget *widget, TonusWelcome *self)
{
  g_autofree char *folder = tonus_recent_get_folder ();

  g_clear_pointer (&self->recent, gtk_widget_destroy);
  if (folder)
    {
      self->recent = add_choice (self, "welcome/recent", _ ("Open the practice of last time"),
                                 folder, G_CALLBACK (recent_clicked_cb));
      gtk_box_reorder_child (GTK_BOX (self->choices), self->recent, 0);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "choices");
  gtk_widget_grab_focus (self->recent ? self->recent : self->demo);
}

static void
build_choices (TonusWelcome *self)
{
  self->demo =
      add_choice (self, "welcome/demo", _ ("Open the demo practice"),
                  _ ("A made-up patient to try everything on. Nothing real can be harmed."),
                  G_CALLBACK (demo_clicked_cb));
  add_choice (self, "welcome/create", _ ("Create a practice"),
              _ ("Four lines to fill in, then you can chart. It becomes a folder of your own."),
              G_CALLBACK (create_clicked_cb));
  add_choice (self, "welcome/open", _ ("Open a folder"),
              _ ("A practice that exists already: on this computer, a stick or a network drive."),
              G_CALLBACK (open_clicked_cb));
}

static void
tonus_welcome_class_init (TonusWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tonus/Tonus/tonus-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TonusWelcome, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TonusWelcome, column);
  gtk_widget_class_bind_template_child (widget_class, TonusWelcome, stack);
  gtk_widget_class_bind_template_child (widget_class, TonusWelcome, form);
  gtk_widget_class_bind_template_child (widget_class, TonusWelcome, choices);
  gtk_widget_class_bind_template_child (widget_class, TonusWelcome, message);
  g_signal_new ("chosen", TONUS_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, TONUS_TYPE_PRACTICE);
}

static void
tonus_welcome_init (TonusWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_container_set_focus_vadjustment (
      GTK_CONTAINER (self->column),
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)));
  tonus_widget_identify (self->scrolled, "welcome/page", _ ("Welcome"));
  tonus_widget_identify (self->message, "welcome/message", NULL);
  build_choices (self);
  build_form (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), self);
}

void
tonus_welcome_say (TonusWelcome *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->message), words);
}
