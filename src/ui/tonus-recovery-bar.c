/* tonus-recovery-bar.c - offers what was typed before the program last ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-draft.h"
#include "tonus-identify.h"
#include "tonus-recovery-bar.h"

typedef struct
{
  TonusSession *session;
  GPtrArray *drafts;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->session);
  g_ptr_array_unref (offer->drafts);
  g_free (offer);
}

/* "14:02 on 20 Nov 2026" of the newest draft. */
static char *
say_when (GPtrArray *drafts)
{
  gint64 newest = -1;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *clock = NULL, *iso = NULL, *day = NULL;

  for (guint i = 0; i < drafts->len; i++)
    newest =
        MAX (newest, tonus_moment_parse (((TonusDraft *) g_ptr_array_index (drafts, i))->written));
  time = g_date_time_new_from_unix_local (MAX (newest, 0));
  clock = g_date_time_format (time, "%H:%M");
  iso = g_date_time_format (time, "%Y-%m-%d");
  day = tonus_date_display (tonus_date_parse (iso));
  return g_strdup_printf (_ ("%s on %s"), clock, day);
}

/* The bar goes, and the focus that was in it goes where work begins. */
static void
leave (GtkWidget *bar)
{
  GtkWidget *window = gtk_widget_get_toplevel (bar);

  gtk_widget_destroy (bar);
  if (G_IS_ACTION_GROUP (window))
    g_action_group_activate_action (G_ACTION_GROUP (window), "find", NULL);
}

/* Whose chart to open; NULL: the drafts are all of the practice's own records. */
static const char *
find_patient (GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      TonusDraft *draft = g_ptr_array_index (drafts, i);

      if (tonus_schema_kind_is_clinical (draft->kind))
        return draft->patient ? draft->patient : draft->object;
    }
  return NULL;
}

static void
restore_cb (GtkButton *button, GtkWidget *bar)
{
  Offer *offer = g_object_get_data (G_OBJECT (bar), "offer");
  g_autoptr (TonusSession) session = g_object_ref (offer->session);
  const char *patient = find_patient (offer->drafts);
  g_autoptr (GError) error = NULL;

  if (tonus_session_restore_drafts (session, offer->drafts, &error) &&
      (!patient || tonus_session_open_patient (session, patient, &error)))
    {
      leave (bar);
      tonus_session_say (session, _ ("Restored and saved"));
    }
  else
    tonus_session_say (session, error->message);
}

static void
discard_cb (GtkButton *button, GtkWidget *bar)
{
  Offer *offer = g_object_get_data (G_OBJECT (bar), "offer");
  g_autoptr (GError) error = NULL;

  if (tonus_session_discard_drafts (offer->session, offer->drafts, &error))
    leave (bar);
  else
    tonus_session_say (offer->session, error->message);
}

static void
add_button (GtkWidget *bar, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tonus_widget_identify (button, id, NULL);
  g_signal_connect (button, "clicked", clicked, bar);
  gtk_box_pack_end (GTK_BOX (bar), button, FALSE, FALSE, 0);
}

void
tonus_recovery_bar_offer (GtkWidget *box, TonusSession *session)
{
  g_autoptr (GPtrArray) drafts = tonus_session_list_drafts (session);
  g_autofree char *when = NULL, *words = NULL;
  GtkWidget *bar, *label;
  Offer *offer;

  if (!drafts || drafts->len == 0)
    return;
  when = say_when (drafts);
  words = g_strdup_printf (
      _ ("Tonus ended before everything was saved. What was typed until %s can be restored."),
      when);
  bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (words);
  offer = g_new0 (Offer, 1);
  offer->session = g_object_ref (session);
  offer->drafts = g_ptr_array_ref (drafts);
  g_object_set_data_full (G_OBJECT (bar), "offer", offer, offer_free);
  gtk_style_context_add_class (gtk_widget_get_style_context (bar), "tonus-bar");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_box_pack_start (GTK_BOX (bar), label, TRUE, TRUE, 0);
  add_button (bar, "recovery/discard", _ ("Discard"), G_CALLBACK (discard_cb));
  add_button (bar, "recovery/restore", _ ("Restore"), G_CALLBACK (restore_cb));
  gtk_container_add (GTK_CONTAINER (box), bar);
  gtk_widget_show_all (bar);
}
