/* tonus-withdraw-bar.c - what can be done about a visit that was charted by mistake
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-completion.h"
#include "tonus-date.h"
#include "tonus-line-entry.h"
#include "tonus-flow-box.h"
#include "tonus-identify.h"
#include "tonus-index.h"
#include "tonus-target.h"
#include "tonus-withdraw-bar.h"

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusSession *session; /* owned */
  char *visit;           /* owned (nullable) */
  gboolean is_moving;
  GtkWidget *explanation;
  GtkWidget *withdraw;
  GtkWidget *move;
  GtkWidget *bring_back;
  GtkWidget *form;
  GtkWidget *patient_label;
  GtkWidget *patient;
  GtkWidget *reason;
  GtkWidget *confirm;
  GtkWidget *message;
} Bar;

static void
bar_free (gpointer data)
{
  Bar *self = data;

  g_object_unref (self->session);
  g_free (self->visit);
  g_free (self);
}

static void
say (Bar *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->message), words);
  gtk_widget_set_visible (self->message, *words != '\0');
}

/* --- other patients --- */

static char *
name_patient (const TonusIndexEntry *entry)
{
  guint32 born = tonus_date_parse (entry->born);
  g_autofree char *day = born ? tonus_date_display (born) : g_strdup (_ ("no birth date"));
  g_autofree char *name = g_strdup_printf ("%s %s", entry->given, entry->family);

  g_strstrip (name);
  return g_strdup_printf ("%s · %s", *name ? name : _ ("(without a name)"), day);
}

/* Two people of one name and birth date are told apart by phone and id. */
static char *
tell_apart (GHashTable *seen, const TonusIndexEntry *entry)
{
  char *name = name_patient (entry);
  char *longer;

  if (g_hash_table_add (seen, g_strdup (name)))
    return name;
  longer = g_strdup_printf ("%s · %s %.6s", name, entry->phone, entry->id);
  g_free (name);
  return longer;
}

static GPtrArray *
offer_patients (gpointer data)
{
  TonusSession *session = data;
  TonusRecord *own = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  GPtrArray *entries = tonus_session_get_index (session);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *targets = tonus_target_list_new ();

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const TonusIndexEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *label = tell_apart (seen, entry);

      if (!own || !g_str_equal (tonus_record_get_object (own), entry->id))
        g_ptr_array_add (targets, tonus_target_new (entry->id, label));
    }
  return targets;
}

/* --- doing it --- */

static void
leave_form (Bar *self)
{
  gtk_widget_hide (self->form);
  gtk_entry_set_text (GTK_ENTRY (self->reason), "");
  gtk_entry_set_text (GTK_ENTRY (self->patient), "");
  say (self, "");
}

static void
open_form (Bar *self, gboolean is_moving)
{
  leave_form (self);
  self->is_moving = is_moving;
  gtk_widget_set_visible (self->patient_label, is_moving);
  gtk_widget_set_visible (self->patient, is_moving);
  gtk_button_set_label (GTK_BUTTON (self->confirm),
                        is_moving ? _ ("Move the visit") : _ ("Withdraw the visit"));
  gtk_widget_show (self->form);
  gtk_widget_grab_focus (is_moving ? self->patient : self->reason);
}

/* The history is made anew meanwhile and the bar is gone: @self is not touched afterwards. */
static void
settle (TonusSession *session, GtkWidget *window, const char *words)
{
  tonus_session_say (session, words);
  if (G_IS_ACTION_GROUP (window))
    g_action_group_activate_action (G_ACTION_GROUP (window), "tab-history", NULL);
}

static void
confirm_cb (GtkWidget *widget, Bar *self)
{
  g_autoptr (TonusSession) session = g_object_ref (self->session);
  GtkWidget *window = gtk_widget_get_toplevel (self->form);
  g_autofree char *patient =
      self->is_moving ? tonus_completion_find (GTK_ENTRY (self->patient)) : NULL;
  g_autofree char *visit = g_strdup (self->visit);
  g_autofree char *reason = g_strdup (gtk_entry_get_text (GTK_ENTRY (self->reason)));
  gboolean is_moving = self->is_moving;
  g_autoptr (GError) error = NULL;

  if (is_moving && !patient)
    {
      say (self, _ ("Whose visit is it? Type a name and choose from the list."));
      gtk_widget_grab_focus (self->patient);
      return;
    }
  if (!*g_strstrip (reason))
    {
      say (self, _ ("Please say why, in a few words. It is kept with the visit."));
      gtk_widget_grab_focus (self->reason);
      return;
    }
  if (is_moving ? tonus_session_move_visit (session, visit, patient, reason, &error)
                : tonus_session_withdraw (session, visit, reason, &error))
    settle (session, window,
            is_moving ? _ ("Moved. The visit here is withdrawn, not deleted.")
                      : _ ("Withdrawn, not deleted. It can be brought back."));
  else
    say (self, error->message);
}

static void
bring_back_cb (GtkButton *button, Bar *self)
{
  g_autoptr (TonusSession) session = g_object_ref (self->session);
  GtkWidget *window = gtk_widget_get_toplevel (self->form);
  g_autofree char *visit = g_strdup (self->visit);
  g_autoptr (GError) error = NULL;

  if (tonus_session_bring_back (session, visit, &error))
    settle (session, window, _ ("The visit counts again."));
  else
    say (self, error->message);
}

static void
withdraw_cb (GtkButton *button, Bar *self)
{
  open_form (self, FALSE);
}

static void
move_cb (GtkButton *button, Bar *self)
{
  open_form (self, TRUE);
}

static void
cancel_cb (GtkButton *button, Bar *self)
{
  leave_form (self);
  gtk_widget_grab_focus (self->is_moving ? self->move : self->withdraw);
}

/* Enter goes on, from the reason to the button that does it. */
static void
activate_cb (GtkWidget *entry, Bar *self)
{
  gtk_widget_grab_focus (entry == self->patient ? self->reason : self->confirm);
}

static gboolean
form_key_cb (GtkWidget *form, GdkEventKey *event, Bar *self)
{
  if (event->keyval != GDK_KEY_Escape)
    return FALSE;
  cancel_cb (NULL, self);
  return TRUE;
}

/* --- building --- */

static GtkWidget *
make_button (Bar *self, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_widget_set_no_show_all (button, TRUE);
  return button;
}

static GtkWidget *
make_entry (Bar *self, GtkWidget *grid, int line, const char *id, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *entry = tonus_line_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_entry_set_width_chars (GTK_ENTRY (entry), 24);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 300);
  tonus_widget_identify (entry, id, NULL);
  tonus_widget_label_by (entry, label);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_grid_attach (GTK_GRID (grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, line, 1, 1);
  gtk_widget_show (label);
  gtk_widget_show (entry);
  return entry;
}

static GtkWidget *
build_form (Bar *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = make_button (self, "withdraw/cancel", _ ("Cancel"), G_CALLBACK (cancel_cb));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->patient = make_entry (self, grid, 0, "withdraw/patient", _ ("It belongs to"));
  self->patient_label = gtk_grid_get_child_at (GTK_GRID (grid), 0, 0);
  self->reason = make_entry (self, grid, 1, "withdraw/reason", _ ("Reason"));
  tonus_completion_attach (GTK_ENTRY (self->patient), offer_patients, g_object_ref (self->session),
                           g_object_unref);
  self->confirm =
      make_button (self, "withdraw/confirm", _ ("Withdraw the visit"), G_CALLBACK (confirm_cb));
  gtk_container_add (GTK_CONTAINER (buttons), self->confirm);
  gtk_container_add (GTK_CONTAINER (buttons), cancel);
  gtk_widget_show (self->confirm);
  gtk_widget_show (cancel);
  gtk_widget_show (buttons);
  gtk_grid_attach (GTK_GRID (grid), buttons, 1, 2, 1, 1);
  gtk_widget_set_no_show_all (grid, TRUE);
  g_signal_connect (grid, "key-press-event", G_CALLBACK (form_key_cb), self);
  return grid;
}

static GtkWidget *
make_words (const char *id)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  gtk_widget_set_no_show_all (label, TRUE);
  tonus_widget_identify (label, id, NULL);
  return label;
}

GtkWidget *
tonus_withdraw_bar_new (TonusSession *session, GtkWidget *first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = tonus_flow_box_new (6, 6);
  Bar *self = g_new0 (Bar, 1);

  self->session = g_object_ref (session);
  self->explanation = make_words ("withdraw/explanation");
  self->message = make_words ("withdraw/message");
  self->withdraw =
      make_button (self, "withdraw/withdraw", _ ("Entered in error…"), G_CALLBACK (withdraw_cb));
  self->move = make_button (self, "withdraw/move", _ ("Wrong patient…"), G_CALLBACK (move_cb));
  self->bring_back =
      make_button (self, "withdraw/bring-back", _ ("Bring it back"), G_CALLBACK (bring_back_cb));
  gtk_container_add (GTK_CONTAINER (line), first);
  gtk_container_add (GTK_CONTAINER (line), self->bring_back);
  gtk_container_add (GTK_CONTAINER (line), self->withdraw);
  gtk_container_add (GTK_CONTAINER (line), self->move);
  gtk_container_add (GTK_CONTAINER (box), line);
  gtk_container_add (GTK_CONTAINER (box), self->explanation);
  self->form = build_form (self);
  gtk_container_add (GTK_CONTAINER (box), self->form);
  gtk_container_add (GTK_CONTAINER (box), self->message);
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 12, NULL);
  g_object_set_data_full (G_OBJECT (box), "bar", self, bar_free);
  return box;
}

void
tonus_withdraw_bar_show (GtkWidget *bar, const TonusHistoryLine *line)
{
  Bar *self = g_object_get_data (G_OBJECT (bar), "bar");
  gboolean is_withdrawn = line->withdrawn != NULL;

  g_free (self->visit);
  self->visit = line->is_visit ? g_strdup (line->object) : NULL;
  leave_form (self);
  gtk_label_set_text (GTK_LABEL (self->explanation), is_withdrawn ? line->withdrawn : "");
  gtk_widget_set_visible (self->explanation, is_withdrawn);
  gtk_widget_set_visible (self->bring_back, is_withdrawn);
  gtk_widget_set_visible (self->withdraw, line->is_visit && !is_withdrawn);
  gtk_widget_set_visible (self->move, line->is_visit && !is_withdrawn);
}
