/* tonus-recovery-bar.c - offers what was typed before the program last ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-difference.h"
#include "tonus-draft.h"
#include "tonus-message.h"
#include "tonus-recovery-bar.h"
#include "tonus-words.h"

typedef struct
{
  TonusSession *session;
  GPtrArray *all;    /* (element-type TonusDraft) owns what is in drafts */
  GPtrArray *drafts; /* of one patient */
  char *patient;     /* (nullable) */
  char *words;
  gboolean is_asked; /* whether it shall really go */
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->session);
  g_ptr_array_unref (offer->drafts);
  g_ptr_array_unref (offer->all);
  g_free (offer->patient);
  g_free (offer->words);
  g_free (offer);
}

/* Whose it is; NULL: the practice's own. */
static const char *
patient_of (const TonusDraft *draft)
{
  if (!tonus_schema_kind_is_clinical (draft->kind))
    return NULL;
  return draft->patient ? draft->patient : draft->object;
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

/* As it was typed last, if it was the patient's own record that was typed in. */
static TonusRecord *
find_patient (Offer *offer)
{
  for (guint i = 0; i < offer->drafts->len; i++)
    {
      TonusDraft *draft = g_ptr_array_index (offer->drafts, i);

      if (g_strcmp0 (draft->object, offer->patient) == 0)
        return g_object_ref (draft->record);
    }
  return tonus_practice_load (tonus_session_get_practice (offer->session), offer->patient, NULL,
                              NULL);
}

static char *
say_whose (Offer *offer)
{
  g_autoptr (TonusRecord) patient = offer->patient ? find_patient (offer) : NULL;

  if (patient)
    return tonus_words_identity (patient);
  return g_strdup (offer->patient ? _ ("A patient without a name") : _ ("The practice"));
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
list_changes (Offer *offer)
{
  TonusPractice *practice = tonus_session_get_practice (offer->session);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < offer->drafts->len; i++)
    {
      TonusDraft *draft = g_ptr_array_index (offer->drafts, i);
      g_autoptr (TonusRecord) base =
          draft->base ? tonus_practice_load (practice, draft->object, draft->base, NULL) : NULL;
      g_autoptr (GPtrArray) differences = tonus_difference_list (base, draft->record);

      for (guint d = 0; d < differences->len; d++)
        g_ptr_array_add (lines, tonus_difference_words (g_ptr_array_index (differences, d)));
    }
  return lines;
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

static Offer *
offer_of (GtkWidget *bar)
{
  return g_object_get_data (G_OBJECT (bar), "offer");
}

static void
say_not_done (GtkWidget *bar, const GError *error)
{
  Offer *offer = offer_of (bar);
  g_autofree char *words = g_strdup_printf ("%s %s", offer->words, error->message);

  tonus_message_set_words (bar, words);
  tonus_session_say (offer->session, error->message);
}

static void
restore_cb (GtkButton *button, GtkWidget *bar)
{
  Offer *offer = offer_of (bar);
  g_autoptr (TonusSession) session = g_object_ref (offer->session);
  g_autofree char *patient = g_strdup (offer->patient);
  g_autoptr (GError) error = NULL;

  if (!tonus_session_restore_drafts (session, offer->drafts, &error))
    {
      say_not_done (bar, error);
      return;
    }
  leave (bar);
  if (!patient || tonus_session_open_patient (session, patient, &error))
    tonus_session_say (session, _ ("Restored and saved"));
  else
    tonus_session_say (session, error->message);
}

static void ask (GtkWidget *bar, gboolean is_asked);

static void
keep_cb (GtkButton *button, GtkWidget *bar)
{
  ask (bar, FALSE);
}

/* What has gone cannot be brought back: it takes two steps. */
static void
discard_cb (GtkButton *button, GtkWidget *bar)
{
  Offer *offer = offer_of (bar);
  g_autoptr (GError) error = NULL;

  if (!offer->is_asked)
    ask (bar, TRUE);
  else if (tonus_session_discard_drafts (offer->session, offer->drafts, &error))
    leave (bar);
  else
    say_not_done (bar, error);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *name, const char *label, GCallback clicked)
{
  GtkWidget *button = tonus_message_add_button (bar, name, label);

  g_signal_connect (button, "clicked", clicked, bar);
  return button;
}

static void
ask (GtkWidget *bar, gboolean is_asked)
{
  Offer *offer = offer_of (bar);
  g_autofree char *whose = say_whose (offer), *when = say_when (offer->drafts), *words = NULL;

  offer->is_asked = is_asked;
  tonus_message_clear_buttons (bar);
  if (!is_asked)
    {
      tonus_message_set_words (bar, offer->words);
      add_button (bar, "discard", _ ("Discard"), G_CALLBACK (discard_cb));
      gtk_style_context_add_class (gtk_widget_get_style_context (add_button (
                                       bar, "restore", _ ("Restore"), G_CALLBACK (restore_cb))),
                                   GTK_STYLE_CLASS_SUGGESTED_ACTION);
      return;
    }
  words = g_strdup_printf (
      _ ("%s: what was typed until %s will be deleted and cannot be brought back."), whose, when);
  tonus_message_set_words (bar, words);
  add_button (bar, "discard", _ ("Delete it"), G_CALLBACK (discard_cb));
  gtk_widget_grab_focus (add_button (bar, "keep", _ ("Keep it"), G_CALLBACK (keep_cb)));
}

static void
add_offer (GtkWidget *box, TonusSession *session, GPtrArray *all, GPtrArray *drafts, guint n)
{
  g_autofree char *id = n ? g_strdup_printf ("recovery/%u", n + 1) : g_strdup ("recovery");
  Offer *offer = g_new0 (Offer, 1);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *whose = NULL, *when = NULL, *title = NULL;
  GtkWidget *bar;

  offer->session = g_object_ref (session);
  offer->all = g_ptr_array_ref (all);
  offer->drafts = g_ptr_array_ref (drafts);
  offer->patient = g_strdup (patient_of (g_ptr_array_index (drafts, 0)));
  whose = say_whose (offer);
  when = say_when (drafts);
  offer->words =
      g_strdup_printf (_ ("%s: Tonus ended before everything was saved. What was typed until %s "
                          "can be restored."),
                       whose, when);
  lines = list_changes (offer);
  bar = tonus_message_new (id, FALSE, offer->words);
  g_object_set_data_full (G_OBJECT (bar), "offer", offer, offer_free);
  ask (bar, FALSE);
  title = g_strdup_printf (ngettext ("%u change", "%u changes", lines->len), lines->len);
  if (lines->len)
    tonus_message_set_lines (bar, title, lines);
  gtk_container_add (GTK_CONTAINER (box), bar);
}

static gboolean
is_offered (GPtrArray *drafts, guint i)
{
  const char *patient = patient_of (g_ptr_array_index (drafts, i));

  for (guint before = 0; before < i; before++)
    if (g_strcmp0 (patient_of (g_ptr_array_index (drafts, before)), patient) == 0)
      return TRUE;
  return FALSE;
}

void
tonus_recovery_bar_offer (GtkWidget *box, TonusSession *session)
{
  g_autoptr (GPtrArray) drafts = tonus_session_list_drafts (session);
  guint n = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      const char *patient = patient_of (g_ptr_array_index (drafts, i));
      g_autoptr (GPtrArray) of_patient = NULL;

      if (is_offered (drafts, i))
        continue;
      of_patient = g_ptr_array_new ();
      for (guint d = i; d < drafts->len; d++)
        if (g_strcmp0 (patient_of (g_ptr_array_index (drafts, d)), patient) == 0)
          g_ptr_array_add (of_patient, g_ptr_array_index (drafts, d));
      add_offer (box, session, drafts, of_patient, n++);
    }
}
