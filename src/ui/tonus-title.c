/* tonus-title.c - whose chart this is, said in the right place to the right reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-label.h"
#include "tonus-title.h"
#include "tonus-words.h"

/* What name and birth date may take of the narrowest window, 1024 pixels less buttons. */
#define IDENTITY_WIDTH 410

static int
measure (GtkWidget *label)
{
  int width = 0;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, NULL);
  return width;
}

/* A label that may be cut gives way as fast as its neighbours do: hold it to its text. */
static void
hold (const TonusTitle *self)
{
  int born = measure (self->born);
  g_autoptr (PangoLayout) name =
      pango_layout_copy (gtk_label_get_layout (GTK_LABEL (self->identity)));
  int width = 0;

  pango_layout_set_width (name, -1);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_pixel_size (name, &width, NULL);
  gtk_widget_set_size_request (self->identity, MIN (width, MAX (60, IDENTITY_WIDTH - born)), -1);
}

static void
paint_identity (const TonusTitle *self, TonusRecord *patient)
{
  g_autofree char *name = patient ? tonus_words_full_name (patient) : g_strdup ("Tonus");
  g_autofree char *born = patient ? tonus_words_born (patient) : NULL;
  g_autofree char *whole = patient ? tonus_words_identity (patient) : NULL;
  g_autofree char *shown = born ? g_strconcat ("· ", born, NULL) : g_strdup ("");

  tonus_label_say (self->identity, name);
  gtk_widget_set_tooltip_text (self->identity, whole);
  atk_object_set_name (gtk_widget_get_accessible (self->identity), whole ? whole : name);
  tonus_label_say (self->born, shown);
  gtk_widget_set_visible (self->born, patient != NULL);
  hold (self);
}

static void
paint_course (const TonusTitle *self, TonusSession *session)
{
  g_autofree char *course = session ? tonus_words_course (session) : g_strdup ("");
  g_autofree char *due = session ? tonus_words_paper (session) : g_strdup ("");
  g_autofree char *words = g_strjoin (*course && *due ? " · " : "", course, due, NULL);
  g_autofree char *meant = session ? tonus_words_explain_report (session) : NULL;
  g_autofree char *explained = g_strjoin (meant ? "\n" : "", words, meant, NULL);

  tonus_label_say (self->course, words);
  gtk_widget_set_tooltip_text (self->course, *explained ? explained : NULL);
  gtk_widget_set_visible (self->course, *words != '\0');
}

void
tonus_title_paint (const TonusTitle *self, TonusSession *session)
{
  TonusRecord *patient = session ? tonus_session_get_record (session, TONUS_SLOT_PATIENT) : NULL;
  g_autofree char *title = patient ? tonus_words_short_name (patient) : g_strdup ("Tonus");
  g_autofree char *beware = patient ? tonus_words_alerts (patient) : NULL;

  gtk_window_set_title (self->window, title);
  paint_identity (self, patient);
  paint_course (self, patient ? session : NULL);
  tonus_label_say (self->alerts, beware ? beware : "");
  gtk_widget_set_visible (self->alert_icon, beware != NULL);
}
