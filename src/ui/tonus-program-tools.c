/* tonus-program-tools.c - what can be done to one exercise as a whole: easier, harder, up, down,
 * stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-flow-box.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-ladder.h"
#include "tonus-line-entry.h"
#include "tonus-program-edit.h"
#include "tonus-program-tools.h"

/* So many ways up are offered; most exercises have one or two. */
#define HARDER_MOST 3
#define TOOLS "tonus-program-tools"
#define EXERCISE "exercise"

typedef struct
{
  TonusProgramDesk *desk;
  char *row;

  /* Borrowed */
  GtkWidget *easier;
  GtkWidget *harder[HARDER_MOST];
  GtkWidget *up, *down;
  GtkWidget *end;    /* removes, stops, or takes up again */
  GtkWidget *asking; /* why it is stopped */
  GtkWidget *reason;
} Tools;

static void
tools_free (gpointer data)
{
  Tools *self = data;

  g_object_unref (self->desk);
  g_free (self->row);
  g_free (self);
}

static Tools *
tools_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), TOOLS);
}

static TonusCatalogue *
get_exercises (TonusProgramDesk *desk)
{
  return tonus_schema_find_catalogue (
      tonus_session_get_schema (tonus_program_desk_get_session (desk)), "exercise");
}

static gboolean
is_stopped (Tools *self)
{
  return tonus_program_row_is_stopped (tonus_program_desk_get_record (self->desk), self->row);
}

/* --- the ladder --- */

static void
swap (TonusProgramDesk *desk, const char *row, const TonusEntry *instead, gboolean is_harder)
{
  g_autofree char *words = g_strdup_printf (is_harder ? _ ("A step up: %s") : _ ("A step down: %s"),
                                            tonus_entry_label (instead));

  tonus_program_desk_swap (desk, row, instead, is_harder);
  tonus_session_say (tonus_program_desk_get_session (desk), words);
}

void
tonus_program_tools_step (TonusProgramDesk *desk, const char *row, gboolean is_harder)
{
  const TonusEntry *now = tonus_program_desk_get_exercise (desk, row);
  g_autoptr (GPtrArray) harder =
      now ? tonus_ladder_get_harder (get_exercises (desk), now->id) : g_ptr_array_new ();
  const TonusEntry *next = is_harder ? (harder->len ? g_ptr_array_index (harder, 0) : NULL)
                           : now     ? tonus_ladder_get_easier (get_exercises (desk), now->id)
                                     : NULL;

  if (next)
    swap (desk, row, next, is_harder);
  else
    tonus_session_say (tonus_program_desk_get_session (desk),
                       is_harder ? _ ("There is no harder step of this exercise.")
                                 : _ ("There is no easier step of this exercise."));
}

static void
step_clicked_cb (GtkWidget *button, Tools *self)
{
  const TonusEntry *instead = g_object_get_data (G_OBJECT (button), EXERCISE);

  if (instead)
    swap (self->desk, self->row, instead, button != self->easier);
}

/* "Harder: Bridge march", or nothing. */
static void
offer (Tools *self, GtkWidget *button, const char *format, const TonusEntry *exercise)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *label =
      exercise ? g_strdup_printf (format, tonus_entry_label (exercise)) : g_strdup ("");
#pragma GCC diagnostic pop

  g_object_set_data (G_OBJECT (button), EXERCISE, (gpointer) exercise);
  if (exercise)
    gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, exercise && !is_stopped (self));
}

static void
paint_ladder (Tools *self)
{
  const TonusEntry *now = tonus_program_desk_get_exercise (self->desk, self->row);
  TonusCatalogue *exercises = get_exercises (self->desk);
  g_autoptr (GPtrArray) harder =
      now ? tonus_ladder_get_harder (exercises, now->id) : g_ptr_array_new ();

  offer (self, self->easier, _ ("Easier: %s"),
         now ? tonus_ladder_get_easier (exercises, now->id) : NULL);
  for (guint i = 0; i < HARDER_MOST; i++)
    offer (self, self->harder[i], _ ("Harder: %s"),
           i < harder->len ? g_ptr_array_index (harder, i) : NULL);
}

/* --- the order --- */

static void
up_clicked_cb (GtkWidget *button, Tools *self)
{
  tonus_program_desk_move (self->desk, self->row, -1);
}

static void
down_clicked_cb (GtkWidget *button, Tools *self)
{
  tonus_program_desk_move (self->desk, self->row, 1);
}

/* --- the end --- */

static void
put_question_away (Tools *self)
{
  gboolean had_focus = gtk_widget_has_focus (self->reason);

  gtk_widget_hide (self->asking);
  if (had_focus)
    gtk_widget_grab_focus (self->end);
}

static void
cancel_clicked_cb (GtkWidget *button, Tools *self)
{
  put_question_away (self);
}

static void
stop_cb (GtkWidget *widget, Tools *self)
{
  g_autofree char *reason = g_strdup (gtk_entry_get_text (GTK_ENTRY (self->reason)));

  put_question_away (self);
  tonus_program_desk_stop (self->desk, self->row, g_strstrip (reason));
}

static gboolean
reason_key_cb (GtkWidget *entry, GdkEventKey *event, Tools *self)
{
  if (event->keyval != GDK_KEY_Escape)
    return FALSE;
  put_question_away (self);
  return TRUE;
}

static void
end_clicked_cb (GtkWidget *button, Tools *self)
{
  if (is_stopped (self))
    tonus_program_desk_resume (self->desk, self->row);
  else if (!tonus_program_desk_was_given (self->desk, self->row))
    tonus_program_desk_remove (self->desk, self->row);
  else
    {
      gtk_widget_show (self->asking);
      gtk_widget_grab_focus (self->reason);
    }
}

void
tonus_program_tools_end (GtkWidget *tools)
{
  gtk_button_clicked (GTK_BUTTON (tools_of (tools)->end));
}

/* --- building --- */

void
tonus_program_tools_paint (GtkWidget *tools)
{
  Tools *self = tools_of (tools);
  gboolean stopped = is_stopped (self);

  paint_ladder (self);
  gtk_widget_set_visible (self->up, !stopped);
  gtk_widget_set_visible (self->down, !stopped);
  gtk_button_set_label (GTK_BUTTON (self->end),
                        stopped                                                ? _ ("Take up again")
                        : tonus_program_desk_was_given (self->desk, self->row) ? _ ("Stop…")
                                                                               : _ ("Remove"));
}

static GtkWidget *
add_button (Tools *self, GtkWidget *line, const char *part, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *id = g_strdup_printf (
      "%s/%s/%s", tonus_program_desk_get_section (self->desk)->id, self->row, part);

  tonus_widget_identify (button, id, NULL);
  tonus_widget_mark_tool (button);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_container_add (GTK_CONTAINER (line), button);
  gtk_widget_show (button);
  return button;
}

static GtkWidget *
make_buttons (Tools *self)
{
  GtkWidget *line = tonus_flow_box_new (6, 6);

  self->easier = add_button (self, line, "easier", "", G_CALLBACK (step_clicked_cb));
  for (guint i = 0; i < HARDER_MOST; i++)
    {
      g_autofree char *part = g_strdup_printf ("harder-%u", i + 1);

      self->harder[i] = add_button (self, line, part, "", G_CALLBACK (step_clicked_cb));
    }
  self->up = add_button (self, line, "up", _ ("Move up"), G_CALLBACK (up_clicked_cb));
  self->down = add_button (self, line, "down", _ ("Move down"), G_CALLBACK (down_clicked_cb));
  self->end = add_button (self, line, "end", "", G_CALLBACK (end_clicked_cb));
  tonus_container_keep_order (line);
  gtk_widget_show (line);
  return line;
}

static GtkWidget *
make_question (Tools *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Why is it stopped?"));
  g_autofree char *id =
      g_strdup_printf ("%s/%s/reason", tonus_program_desk_get_section (self->desk)->id, self->row);

  self->reason = tonus_line_entry_new ();
  gtk_entry_set_width_chars (GTK_ENTRY (self->reason), 12);
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), 300);
  tonus_widget_identify (self->reason, id, NULL);
  tonus_widget_label_by (self->reason, label);
  gtk_box_pack_start (GTK_BOX (line), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->reason, TRUE, TRUE, 0);
  gtk_widget_show (label);
  gtk_widget_show (self->reason);
  add_button (self, line, "stop", _ ("Stop it"), G_CALLBACK (stop_cb));
  add_button (self, line, "go-on", _ ("Not now"), G_CALLBACK (cancel_clicked_cb));
  g_signal_connect (self->reason, "activate", G_CALLBACK (stop_cb), self);
  g_signal_connect (self->reason, "key-press-event", G_CALLBACK (reason_key_cb), self);
  tonus_container_keep_order (line);
  gtk_widget_set_no_show_all (line, TRUE);
  return line;
}

GtkWidget *
tonus_program_tools_new (TonusProgramDesk *desk, const char *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Tools *self = g_new0 (Tools, 1);

  self->desk = g_object_ref (desk);
  self->row = g_strdup (row);
  g_object_set_data_full (G_OBJECT (box), TOOLS, self, tools_free);
  gtk_container_add (GTK_CONTAINER (box), make_buttons (self));
  self->asking = make_question (self);
  gtk_container_add (GTK_CONTAINER (box), self->asking);
  tonus_program_tools_paint (box);
  gtk_widget_show (box);
  return box;
}
