/* tonus-duplicates-line.c - a quiet line about patients who may be the one being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-duplicates-line.h"
#include "tonus-duplicates.h"
#include "tonus-identify.h"

#define MOST 3

typedef struct
{
  TonusSession *session;       /* owned */
  TonusRecord *patient;        /* owned */
  TonusDuplicates *duplicates; /* (nullable) owned: nothing has been typed yet */
  char *seen;                  /* owned: what the lines are about */
} Watch;

static void
watch_free (gpointer data)
{
  Watch *self = data;

  g_clear_pointer (&self->duplicates, tonus_duplicates_free);
  g_object_unref (self->session);
  g_object_unref (self->patient);
  g_free (self->seen);
  g_free (self);
}

static char *
describe (const TonusDuplicate *duplicate)
{
  const TonusIndexEntry *entry = duplicate->entry;
  guint32 born = tonus_date_parse (entry->born);
  g_autofree char *day = born ? tonus_date_display (born) : g_strdup (_ ("no birth date"));
  g_autofree char *name = g_strdup_printf ("%s %s", entry->given, entry->family);

  g_strstrip (name);
  switch (duplicate->how)
    {
    case TONUS_ALIKE_BOTH:
      return g_strdup_printf (_ ("%s, %s, is already in this practice."), name, day);
    case TONUS_ALIKE_NAME:
      return g_strdup_printf (_ ("%s, %s, has the same name."), name, day);
    case TONUS_ALIKE_BORN:
      return g_strdup_printf (_ ("%s has the same birth date, %s."), name, day);
    }
  return g_strdup (name);
}

/* The line goes with the chart it stood in: nothing of it is touched afterwards. */
static void
open_cb (GtkButton *button, Watch *self)
{
  g_autoptr (TonusSession) session = g_object_ref (self->session);
  g_autofree char *patient = g_strdup (g_object_get_data (G_OBJECT (button), "patient"));
  g_autoptr (GError) error = NULL;

  if (!tonus_session_open_instead (session, patient, &error))
    tonus_session_say (session, error->message);
}

static void
add_line (GtkWidget *box, Watch *self, const TonusDuplicate *duplicate)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = describe (duplicate);
  g_autofree char *id = g_strdup_printf ("duplicates/%s", duplicate->entry->id);
  g_autofree char *name = g_strdup_printf (_ ("%s Open that chart"), words);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = gtk_button_new_with_label (_ ("Open that chart"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  tonus_widget_identify (button, id, name);
  g_object_set_data_full (G_OBJECT (button), "patient", g_strdup (duplicate->entry->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_cb), self);
  gtk_container_add (GTK_CONTAINER (line), label);
  gtk_container_add (GTK_CONTAINER (line), button);
  gtk_container_add (GTK_CONTAINER (box), line);
  gtk_widget_show_all (line);
}

static void
look_up (Watch *self)
{
  GPtrArray *entries = self->duplicates ? NULL : tonus_session_get_index (self->session);

  if (entries)
    self->duplicates = tonus_duplicates_new (entries);
}

static void
update (GtkWidget *box, Watch *self)
{
  g_autoptr (TonusPatient) patient = tonus_patient_read (self->patient);
  g_autofree char *now =
      g_strdup_printf ("%s\n%s\n%u", patient->given, patient->family, patient->born);
  gboolean is_telling = (patient->given && patient->family) || patient->born;
  g_autoptr (GArray) found = NULL;

  if (g_strcmp0 (now, self->seen) == 0)
    return;
  g_free (self->seen);
  self->seen = g_steal_pointer (&now);
  g_list_free_full (gtk_container_get_children (GTK_CONTAINER (box)),
                    (GDestroyNotify) gtk_widget_destroy);
  if (is_telling && self->duplicates)
    found = tonus_duplicates_find (self->duplicates, patient,
                                   tonus_record_get_object (self->patient), MOST);
  for (guint i = 0; found && i < found->len; i++)
    add_line (box, self, &g_array_index (found, TonusDuplicate, i));
  gtk_widget_set_visible (box, found && found->len);
}

static void
chart_edited_cb (TonusChart *chart, const char *object, GtkWidget *box)
{
  update (box, g_object_get_data (G_OBJECT (box), "watch"));
}

GtkWidget *
tonus_duplicates_line_new (TonusSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  TonusRecord *patient = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  GPtrArray *visits = tonus_session_get_visits (session);
  Watch *self;

  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-bar");
  gtk_widget_set_no_show_all (box, TRUE);
  tonus_widget_identify (box, "duplicates", _ ("Patients who may be the same"));
  if (!patient || (visits && visits->len))
    return box;
  self = g_new0 (Watch, 1);
  self->session = g_object_ref (session);
  self->patient = g_object_ref (patient);
  g_object_set_data_full (G_OBJECT (box), "watch", self, watch_free);
  g_signal_connect_object (tonus_session_get_chart (session), "edited",
                           G_CALLBACK (chart_edited_cb), box, 0);
  /* On opening, where it is not noticed, rather than at the first key. */
  look_up (self);
  update (box, self);
  return box;
}
