/* tonus-messages.c - the messages under the alert strip: what cannot be saved, what others wrote
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-message.h"
#include "tonus-messages.h"
#include "tonus-recovery-bar.h"

struct _TonusMessages
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed; (nullable): there is nothing to say */
  GtkWidget *trouble;
  GtkWidget *news;
};

G_DEFINE_TYPE (TonusMessages, tonus_messages, GTK_TYPE_BOX)

char *
tonus_messages_say_failure (const TonusFailure *failure)
{
  const char *what = failure->error->message;

  if (failure->is_kept)
    return g_strdup_printf (_ ("Not saved: %s What you typed is kept as a draft on this computer."),
                            what);
  return g_strdup_printf (_ ("Neither saved nor kept as a draft: %s Leave Tonus open and make room "
                             "on the disk, then try again."),
                          what);
}

/* "A. Kim, 10:42", as far as it is known. */
static char *
say_who (const TonusNews *news)
{
  if (news->who && news->when)
    return g_strdup_printf (_ ("%s, %s"), news->who, news->when);
  if (news->who || news->when)
    return g_strdup (news->who ? news->who : news->when);
  return g_strdup (_ ("by somebody else"));
}

static const struct
{
  const char *forked;
  const char *newer;
} sayings[TONUS_N_SLOTS] = {
  [TONUS_SLOT_PATIENT] = { N_ ("The patient’s details were also changed elsewhere (%s)."),
                           N_ ("The patient’s details were changed elsewhere (%s).") },
  [TONUS_SLOT_EPISODE] = { N_ ("The episode of care was also changed elsewhere (%s)."),
                           N_ ("The episode of care was changed elsewhere (%s).") },
  [TONUS_SLOT_PROGRAM] = { N_ ("The home program was also changed elsewhere (%s)."),
                           N_ ("The home program was changed elsewhere (%s).") },
  [TONUS_SLOT_VISIT] = { N_ ("This visit was also changed elsewhere (%s)."),
                         N_ ("This visit was changed elsewhere (%s).") },
};

char *
tonus_messages_say_news (const TonusNews *news)
{
  g_autofree char *who = say_who (news);
  const char *saying =
      news->is_fork ? _ (sayings[news->slot].forked) : _ (sayings[news->slot].newer);
  GString *words = g_string_new (NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (words, saying, who);
#pragma GCC diagnostic pop
  if (news->is_fork)
    g_string_append_printf (words, " %s", _ ("Both are kept."));
  else if (news->is_edited)
    g_string_append_printf (words, " %s",
                            _ ("When yours is saved, both are kept and can be compared."));
  else
    g_string_append_printf (words, " %s", _ ("You see how it was before."));
  return g_string_free (words, FALSE);
}

/* A message that says the same already stays as it is: the focus may be in it. */
static gboolean
is_said (GtkWidget *message, const char *words)
{
  return message &&
         g_strcmp0 (atk_object_get_name (gtk_widget_get_accessible (message)), words) == 0;
}

static void
replace (TonusMessages *self, GtkWidget **place, GtkWidget *message)
{
  g_clear_pointer (place, gtk_widget_destroy);
  *place = message;
  if (message)
    gtk_container_add (GTK_CONTAINER (self), message);
}

static void
show_unavailable (TonusMessages *self)
{
  const char *folder = tonus_practice_get_folder (tonus_session_get_practice (self->session));
  g_autofree char *words = g_strdup_printf (
      _ ("The practice folder is not available: %s. What you type is kept as a draft on this "
         "computer, and saved when the folder is back."),
      folder);

  if (!is_said (self->trouble, words))
    replace (self, &self->trouble, tonus_message_new ("unavailable", TRUE, words));
}

static void
show_failure (TonusMessages *self, const TonusFailure *failure)
{
  g_autofree char *words = tonus_messages_say_failure (failure);
  GtkWidget *message;

  if (is_said (self->trouble, words))
    return;
  message = tonus_message_new ("failure", TRUE, words);
  tonus_message_add_command (message, "again", _ ("Try again"), "win.save");
  replace (self, &self->trouble, message);
}

static void
paint_trouble (TonusMessages *self)
{
  const TonusFailure *failure = tonus_session_get_failure (self->session);

  if (failure && !failure->is_kept)
    show_failure (self, failure);
  else if (!tonus_session_is_available (self->session))
    show_unavailable (self);
  else if (failure)
    show_failure (self, failure);
  else
    replace (self, &self->trouble, NULL);
}

static void
show_news (TonusMessages *self, const TonusNews *news)
{
  g_autofree char *words = tonus_messages_say_news (news);
  GtkWidget *message;

  if (is_said (self->news, words))
    return;
  message = tonus_message_new (news->is_fork ? "fork" : "newer", FALSE, words);
  if (news->is_fork)
    tonus_message_add_command (message, "compare", _ ("Compare…"), "win.compare");
  else if (!news->is_edited)
    tonus_message_add_command (message, "show", _ ("Show"), "win.show-news");
  replace (self, &self->news, message);
}

/* One at a time, forks first: what has been settled gives way to the next. */
static void
paint_news (TonusMessages *self)
{
  g_autoptr (GPtrArray) list = tonus_session_list_news (self->session);
  const TonusNews *first = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const TonusNews *news = g_ptr_array_index (list, i);

      if (!first || (news->is_fork && !first->is_fork))
        first = news;
    }
  if (first)
    show_news (self, first);
  else
    replace (self, &self->news, NULL);
}

static void
said_cb (TonusSession *session, TonusMessages *self)
{
  paint_trouble (self);
}

static void
news_cb (TonusSession *session, TonusMessages *self)
{
  paint_trouble (self);
  paint_news (self);
}

static void
tonus_messages_dispose (GObject *object)
{
  g_clear_object (&TONUS_MESSAGES (object)->session);
  G_OBJECT_CLASS (tonus_messages_parent_class)->dispose (object);
}

/* Said for good: what is around asks once, while there is no message to have lines, and would
 * leave room for one line of the first. */
static GtkSizeRequestMode
tonus_messages_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tonus_messages_class_init (TonusMessagesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = tonus_messages_get_request_mode;
  G_OBJECT_CLASS (klass)->dispose = tonus_messages_dispose;
}

static void
tonus_messages_init (TonusMessages *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
tonus_messages_new (TonusSession *session)
{
  TonusMessages *self = g_object_new (TONUS_TYPE_MESSAGES, "visible", TRUE, NULL);

  self->session = g_object_ref (session);
  tonus_recovery_bar_offer (GTK_WIDGET (self), session);
  g_signal_connect_object (session, "said", G_CALLBACK (said_cb), self, 0);
  g_signal_connect_object (session, "news", G_CALLBACK (news_cb), self, 0);
  g_signal_connect_object (session, "opened", G_CALLBACK (news_cb), self, 0);
  g_signal_connect_object (session, "switched", G_CALLBACK (news_cb), self, 0);
  return GTK_WIDGET (self);
}
