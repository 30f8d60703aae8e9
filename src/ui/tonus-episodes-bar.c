/* tonus-episodes-bar.c - which episode of care is charted, the others, and a new one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-details-view.h"
#include "tonus-episodes-bar.h"
#include "tonus-identify.h"

static char *
name_day (TonusRecord *episode, const char *path)
{
  const char *text = tonus_record_get (episode, path);
  guint32 day = text ? tonus_date_parse (text) : 0;

  return day ? tonus_date_display (day) : NULL;
}

static char *
name_title (TonusRecord *episode)
{
  const char *title = tonus_record_get (episode, "episode/title");

  return g_strdup (title ? title : _ ("Episode without a title"));
}

/* "since 16 Nov 2026", "1 Mar 2026 – 4 May 2026" */
static char *
name_time (TonusRecord *episode)
{
  g_autofree char *start = name_day (episode, "episode/start");
  g_autofree char *end = name_day (episode, "episode/ended");

  if (!start)
    return g_strdup (end ? _ ("ended") : _ ("start not recorded"));
  return end ? g_strdup_printf (_ ("%s – %s"), start, end)
             : g_strdup_printf (_ ("since %s"), start);
}

/* The first one.  (nullable) */
static const char *
get_diagnosis (TonusRecord *episode)
{
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (episode, "diagnosis");

  for (guint i = 0; i < rows->len; i++)
    {
      const char *name =
          tonus_record_get_at (episode, "diagnosis", g_ptr_array_index (rows, i), "name");

      if (name)
        return name;
    }
  return NULL;
}

static char *
describe (TonusRecord *episode)
{
  g_autofree char *title = name_title (episode);
  g_autofree char *time = name_time (episode);
  const char *diagnosis = get_diagnosis (episode);

  return diagnosis ? g_strdup_printf ("%s · %s · %s", title, time, diagnosis)
                   : g_strdup_printf ("%s · %s", title, time);
}

/* The view is made anew for the episode; what was pressed is gone then. */
static void
settle (GtkWidget *widget, TonusSession *session, gboolean is_done, const GError *error)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, TONUS_TYPE_DETAILS_VIEW);

  if (!is_done)
    tonus_session_say (session, error->message);
  else if (view)
    tonus_details_view_start_at (TONUS_DETAILS_VIEW (view), "episode");
}

static void
chosen_cb (GtkWidget *button, TonusSession *session)
{
  g_autoptr (TonusSession) kept = g_object_ref (session);
  g_autofree char *episode = g_strdup (g_object_get_data (G_OBJECT (button), "episode"));
  GtkWidget *bar = g_object_get_data (G_OBJECT (button), "bar");
  g_autoptr (GError) error = NULL;
  gboolean is_done = tonus_session_choose_episode (kept, episode, &error);

  settle (bar, kept, is_done, error);
}

static void
start_cb (GtkWidget *button, TonusSession *session)
{
  g_autoptr (TonusSession) kept = g_object_ref (session);
  g_autoptr (GError) error = NULL;
  gboolean is_done = tonus_session_start_episode (kept, &error);

  settle (button, kept, is_done, error);
}

static GtkWidget *
make_choice (TonusSession *session, TonusRecord *episode, GtkWidget *bar)
{
  g_autofree char *words = describe (episode);
  g_autofree char *id = g_strdup_printf ("episodes/%s", tonus_record_get_object (episode));
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkWidget *label = gtk_bin_get_child (GTK_BIN (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  tonus_widget_identify (button, id, words);
  g_object_set_data_full (G_OBJECT (button), "episode",
                          g_strdup (tonus_record_get_object (episode)), g_free);
  g_object_set_data (G_OBJECT (button), "bar", bar);
  g_signal_connect (button, "clicked", G_CALLBACK (chosen_cb), session);
  return button;
}

/* NULL: there are no others. */
static GtkWidget *
make_others (TonusSession *session, TonusRecord *open, GtkWidget *bar)
{
  g_autoptr (GPtrArray) episodes = tonus_session_list_episodes (session);
  GtkWidget *button, *popover, *box;

  if (episodes->len < 2)
    return NULL;
  button = gtk_menu_button_new ();
  popover = gtk_popover_new (button);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_container_set_border_width (GTK_CONTAINER (box), 6);
  for (guint i = 0; i < episodes->len; i++)
    if (g_ptr_array_index (episodes, i) != open)
      gtk_container_add (GTK_CONTAINER (box),
                         make_choice (session, g_ptr_array_index (episodes, i), bar));
  gtk_widget_show_all (box);
  gtk_container_add (GTK_CONTAINER (popover), box);
  gtk_container_add (GTK_CONTAINER (button), gtk_label_new (_ ("Other episodes")));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  tonus_widget_identify (button, "episodes/others", _ ("Other episodes"));
  tonus_widget_identify (popover, "episodes/list", _ ("Episodes of care"));
  return button;
}

static void
episode_changed_cb (TonusRecord *episode, const char *path, GtkWidget *label)
{
  g_autofree char *words = describe (episode);

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, words);
}

GtkWidget *
tonus_episodes_bar_new (TonusSession *session)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  TonusRecord *open = tonus_session_get_record (session, TONUS_SLOT_EPISODE);
  g_autofree char *words = open ? describe (open) : g_strdup ("");
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *start = gtk_button_new_with_label (_ ("Start a new episode"));
  GtkWidget *others = open ? make_others (session, open, bar) : NULL;

  gtk_style_context_add_class (gtk_widget_get_style_context (bar), "tonus-bar");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, words);
  tonus_widget_identify (label, "episodes/charted", NULL);
  tonus_widget_identify (start, "episodes/start", NULL);
  gtk_box_pack_start (GTK_BOX (bar), label, TRUE, TRUE, 0);
  if (others)
    gtk_container_add (GTK_CONTAINER (bar), others);
  gtk_container_add (GTK_CONTAINER (bar), start);
  if (open)
    g_signal_connect_object (open, "changed", G_CALLBACK (episode_changed_cb), label, 0);
  g_signal_connect (start, "clicked", G_CALLBACK (start_cb), session);
  gtk_widget_show_all (bar);
  gtk_widget_set_no_show_all (bar, TRUE);
  gtk_widget_set_visible (bar, open != NULL);
  return bar;
}
