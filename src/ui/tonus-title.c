/* tonus-title.c - whose chart this is, said in the right place to the right reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-title.h"
#include "tonus-words.h"

void
tonus_title_paint (GtkWindow *window,
                   GtkWidget *identity,
                   GtkWidget *course,
                   GtkWidget *alerts,
                   TonusSession *session)
{
  TonusRecord *patient = session ? tonus_session_get_record (session, TONUS_SLOT_PATIENT) : NULL;
  g_autofree char *title = patient ? tonus_words_short_name (patient) : g_strdup ("Tonus");
  g_autofree char *who = patient ? tonus_words_identity (patient) : g_strdup ("Tonus");
  g_autofree char *where = patient ? tonus_words_course (session) : g_strdup ("");
  g_autofree char *beware = patient ? tonus_words_alerts (patient) : NULL;
  g_autofree char *shown = beware ? g_strconcat ("⚠ ", beware, NULL) : g_strdup ("");

  gtk_window_set_title (window, title);
  gtk_label_set_text (GTK_LABEL (identity), who);
  gtk_label_set_text (GTK_LABEL (course), where);
  gtk_widget_set_visible (course, *where != '\0');
  gtk_label_set_text (GTK_LABEL (alerts), shown);
  gtk_widget_set_tooltip_text (alerts, beware);
}
