/* test-pseudo-locale.c - every text of the window went through gettext, and has room for a third
 * more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs in the language of tools/pseudo-locale, where each translation stands in ⟦brackets⟧. Letters
 * outside of them must be somebody's data: what stands in the files of the practice, a date, or one
 * of the few words below.  All findings are listed before the test fails.
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "fixture.h"
#include "full-chart.h"
#include "pseudo-text.h"
#include "tonus-commands.h"
#include "tonus-event-list.h"
#include "tonus-identify.h"
#include "tonus-locale.h"
#include "tonus-pages-view.h"
#include "tonus-window.h"

#define WIDTH 1024
#define HEIGHT 640

/* So many of a chosen row's label must be seen at once. */
#define VALUE_CHARS 30

/* What these commands do is looked at by itself, or ends what is looked at. */
static const char *const other_commands[] = { "close", "close-chart", "welcome", "shortcuts",
                                              "menu",  "new-patient", NULL };

static GHashTable *findings;
static const char *place = "welcome"; /* the command or page looked at */
static GtkWidget *walked;             /* not once more after a command that stays there */

/* --- what was not translated --- */

static void
report (const char *what, GtkWidget *widget, const char *text)
{
  g_autofree char *line = g_strdup_printf (
      "%s: “%s” (%s %s)", what, text, G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));

  if (g_hash_table_add (findings, g_strdup (line)))
    g_printerr ("%s: %s\n", place, line);
}

static void
check_text (GtkWidget *widget, const char *what, const char *text)
{
  if (text && *text && !pseudo_text_is_translated (text))
    report (what, widget, text);
}

/* --- what is cut off --- */

/* Within what scrolls it up and down, and else within the window. */
static gboolean
sticks_out (GtkWidget *widget)
{
  GtkWidget *frame = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  int x;

  frame = frame ? frame : gtk_widget_get_toplevel (widget);
  return gtk_widget_translate_coordinates (widget, frame, 0, 0, &x, NULL) &&
         (x < 0 ||
          x + gtk_widget_get_allocated_width (widget) > gtk_widget_get_allocated_width (frame));
}

static void
check_room (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (!gtk_widget_get_mapped (widget) || !strstr (gtk_label_get_text (label), "⟦"))
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && pseudo_text_is_ours (gtk_label_get_text (label)))
    report ("shortened", widget, gtk_label_get_text (label));
  else if (width > gtk_widget_get_allocated_width (widget) ||
           height > gtk_widget_get_allocated_height (widget))
    report ("cut off", widget, gtk_label_get_text (label));
  else if (sticks_out (widget))
    report ("out of sight", widget, gtk_label_get_text (label));
}

/* --- the walk --- */

static void
check_entry_room (GtkEntry *entry, const char *what, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (entry), text);
  GdkRectangle area;
  int width;

  if (!text || !gtk_widget_get_mapped (GTK_WIDGET (entry)))
    return;
  gtk_entry_get_text_area (entry, &area);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > area.width)
    {
      g_autofree char *cut = g_strconcat (what, " cut off", NULL);

      report (cut, GTK_WIDGET (entry), text);
    }
}

static void
check_entry (GtkEntry *entry)
{
  GtkWidget *widget = GTK_WIDGET (entry);
  const char *text = gtk_entry_get_text (entry);
  g_autofree char *primary = gtk_entry_get_icon_tooltip_text (entry, GTK_ENTRY_ICON_PRIMARY);
  g_autofree char *secondary = gtk_entry_get_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY);

  check_text (widget, "hint", gtk_entry_get_placeholder_text (entry));
  check_entry_room (entry, "hint", gtk_entry_get_placeholder_text (entry));
  check_text (widget, "value", text);
  /* A very long one may scroll. */
  if (g_utf8_strlen (text, -1) <= VALUE_CHARS && g_str_has_prefix (text, "⟦") &&
      strchr (text, 0) - 3 == strstr (text, "⟧"))
    check_entry_room (entry, "value", text);
  check_text (widget, "tooltip", primary);
  check_text (widget, "tooltip", secondary);
}

/* Headings of columns too: they are read out. */
static void
check_cells (GtkWidget *view)
{
  AtkObject *table = gtk_widget_get_accessible (view);

  for (int i = 0; i < atk_object_get_n_accessible_children (table); i++)
    {
      g_autoptr (AtkObject) cell = atk_object_ref_accessible_child (table, i);

      check_text (view, "cell", atk_object_get_name (cell));
    }
}

static void
check_widget (GtkWidget *widget, gpointer data)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  g_autofree char *tooltip = gtk_widget_get_tooltip_text (widget);

  /* Close, minimise and the like are GTK's own. */
  if (gtk_style_context_has_class (gtk_widget_get_style_context (widget), "titlebutton"))
    return;
  check_text (widget, "tooltip", tooltip);
  if (gtk_widget_get_can_focus (widget) && !GTK_IS_WINDOW (widget))
    check_text (widget, "name", atk_object_get_name (accessible));
  if (GTK_IS_LABEL (widget))
    {
      check_text (widget, "label", gtk_label_get_text (GTK_LABEL (widget)));
      check_room (GTK_LABEL (widget));
    }
  if (GTK_IS_ENTRY (widget))
    check_entry (GTK_ENTRY (widget));
  if (GTK_IS_TREE_VIEW (widget))
    check_cells (widget);
}

static void
check_view (TonusWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);

  fixture_paint (widget);
  fixture_walk (widget, check_widget, NULL);
  if (gtk_widget_get_allocated_width (widget) > WIDTH ||
      gtk_widget_get_allocated_height (widget) > HEIGHT)
    {
      g_autofree char *size = g_strdup_printf ("%d × %d", gtk_widget_get_allocated_width (widget),
                                               gtk_widget_get_allocated_height (widget));

      report ("too large", widget, size);
    }
}

static void
find_pages (GtkWidget *widget, gpointer data)
{
  if (TONUS_IS_PAGES_VIEW (widget) && gtk_widget_get_mapped (widget))
    *(GtkWidget **) data = widget;
}

static void
find_folded (GtkWidget *widget, gpointer data)
{
  if (TONUS_IS_EVENT_LIST (widget))
    tonus_event_list_select (TONUS_EVENT_LIST (widget), FULL_CHART_EVENT);
  else if (GTK_IS_BUTTON (widget) && strstr (gtk_widget_get_name (widget), "/group/"))
    g_ptr_array_add (data, g_strdup (gtk_widget_get_name (widget)));
}

/* Groups of a table and forms of events are not there before somebody looks. */
static void
unfold (GtkWidget *pages)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  fixture_walk (pages, find_folded, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      GtkWidget *widget = tonus_widget_find (pages, g_ptr_array_index (ids, i));

      if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
        gtk_button_clicked (GTK_BUTTON (widget));
    }
}

/* The view as it comes, and each of its pages. */
static void
check_pages (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  GtkWidget *pages = NULL;
  GPtrArray *entries;

  check_view (window);
  fixture_walk (GTK_WIDGET (window), find_pages, &pages);
  if (!pages || pages == walked)
    return;
  walked = pages;
  entries = tonus_catalogue_get_entries (
      tonus_schema_find_catalogue (tonus_session_get_schema (session), "page"));
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *page = g_ptr_array_index (entries, i);
      g_autofree char *id = g_strdup_printf ("goto/%s", page->id);

      if (!tonus_widget_find (pages, id))
        continue;
      place = page->id;
      tonus_pages_view_start (TONUS_PAGES_VIEW (pages), page->id);
      check_view (window);
      unfold (pages);
      check_view (window);
    }
}

static void
check_commands (TonusWindow *window)
{
  guint n;
  const TonusCommand *commands = tonus_commands_get (&n);

  walked = NULL;
  for (guint i = 0; i < n; i++)
    {
      if (g_strv_contains (other_commands, commands[i].name) ||
          !g_action_group_get_action_enabled (G_ACTION_GROUP (window), commands[i].name))
        continue;
      place = commands[i].name;
      g_action_group_activate_action (G_ACTION_GROUP (window), commands[i].name, NULL);
      check_pages (window);
    }
}

/* --- the test --- */

/* Somebody new who is perhaps not new. */
static void
check_twin (TonusWindow *window)
{
  static const char *const fields[] = { "patient/given", "patient/family", "patient/born" };
  TonusSession *session = tonus_window_get_session (window);
  TonusRecord *patient = g_object_ref (tonus_session_get_record (session, TONUS_SLOT_PATIENT));

  g_action_group_activate_action (G_ACTION_GROUP (window), "new-patient", NULL);
  place = "new-patient";
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tonus_chart_set (
        tonus_session_get_chart (session),
        tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_PATIENT)), fields[i],
        tonus_record_get (patient, fields[i]), NULL);
  g_object_unref (patient);
  check_pages (window);
}

/* The keys are GTK's words, what they do is ours. */
static void
check_shortcut (GtkWidget *widget, gpointer data)
{
  g_autofree char *title = NULL;

  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget) && !GTK_IS_SHORTCUTS_GROUP (widget))
    return;
  g_object_get (widget, "title", &title, NULL);
  check_text (widget, "title", title);
}

/* As on a screen of that size: the edges and the shadow of the window are part of it. */
static void
show (TonusWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_show (widget);
  fixture_paint (widget);
  width = 2 * WIDTH - gtk_widget_get_allocated_width (widget);
  height = 2 * HEIGHT - gtk_widget_get_allocated_height (widget);
  gtk_window_resize (GTK_WINDOW (window), width, height);
  fixture_paint (widget);
}

static void
test_window (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;
  GtkWidget *shortcuts;

  pseudo_text_take_data (tonus_practice_get_folder (practice));
  pseudo_text_take_word (FULL_CHART_WORDS);
  g_assert_true (g_str_has_prefix (_ ("Patients"), "⟦"));
  show (window);
  check_view (window);
  tonus_window_set_practice (window, practice);
  check_commands (window);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  check_commands (window);
  full_chart_fill (session);
  check_commands (window);
  check_twin (window);
  shortcuts = tonus_shortcuts_new (GTK_WINDOW (window));
  fixture_walk (shortcuts, check_shortcut, NULL);
  gtk_widget_destroy (shortcuts);
  g_assert_cmpuint (g_hash_table_size (findings), ==, 0);
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  int status;

  tonus_locale_init ();
  fixture_init (&argc, &argv, TRUE);
  findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/ui/pseudo-locale/window", test_window);
  status = fixture_finish (g_test_run ());
  pseudo_text_forget ();
  g_hash_table_unref (findings);
  return status;
}
