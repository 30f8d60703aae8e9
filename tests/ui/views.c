/* views.c - a way through everything the window can show, for tests that hold for every view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-commands.h"
#include "tonus-identify.h"
#include "views.h"

/* Commands that leave, that open another window or a menu, or that have no view of their own. */
static const char *const passed_over[] = { "close",          "close-chart", "next-chart",
                                           "previous-chart", "undo",        "redo",
                                           "welcome",        "menu",        "handout",
                                           "shortcuts",      "toggle-list", "start-visit",
                                           "arrived",        "new-patient", NULL };

void
views_init (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/tonus/Tonus/tonus.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
}

static gboolean
ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_tick (GtkWidget *window)
{
  gboolean is_over = FALSE;
  guint tick = gtk_widget_add_tick_callback (window, ticked_cb, &is_over, NULL);

  while (!is_over && gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    gtk_widget_remove_tick_callback (window, tick);
}

/* Two turns of the frame clock: one lays out, the next one what that has changed.  A window may go
 * meanwhile. */
void
views_settle (void)
{
  GList *windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void *) g_object_ref, NULL);
  for (GList *l = windows; l; l = l->next)
    for (int turn = 0; turn < 2 && gtk_widget_get_mapped (l->data); turn++)
      if (gtk_window_get_window_type (l->data) == GTK_WINDOW_TOPLEVEL)
        wait_for_tick (l->data);
  g_list_free_full (windows, g_object_unref);
  fixture_settle ();
}

typedef struct
{
  GtkWindow *window;
  int width, height;
} Size;

static gboolean
has_size (gpointer data)
{
  Size *size = data;
  int width, height;

  gtk_window_get_size (size->window, &width, &height);
  return width == size->width && height == size->height;
}

void
views_resize (TonusWindow *window, int width, int height)
{
  Size size = { GTK_WINDOW (window), width, height };

  gtk_window_resize (size.window, width, height);
  fixture_wait (has_size, &size);
  views_settle ();
}

TonusWindow *
views_window_new (int width, int height)
{
  TonusWindow *window = tonus_window_new (NULL);
  Size size = { GTK_WINDOW (window), width, height };

  gtk_window_set_default_size (size.window, width, height);
  gtk_window_resize (size.window, width, height);
  gtk_window_present (size.window);
  views_settle ();
  return window;
}

void
views_press (TonusWindow *window, guint keyval, GdkModifierType modifiers)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkEvent *event = gdk_event_new (GDK_KEY_PRESS);
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  gdk_keymap_get_entries_for_keyval (gdk_keymap_get_for_display (display), keyval, &keys, &n_keys);
  g_assert_cmpint (n_keys, >, 0);
  event->key.window = g_object_ref (gtk_widget_get_window (GTK_WIDGET (window)));
  event->key.keyval = keyval;
  event->key.hardware_keycode = (guint16) keys[0].keycode;
  event->key.state = modifiers;
  gdk_event_set_device (event, gdk_seat_get_keyboard (gdk_display_get_default_seat (display)));
  gtk_widget_event (GTK_WIDGET (window), event);
  gdk_event_free (event);
}

gboolean
views_get_seen (GtkWidget *widget, GdkRectangle *area)
{
  GtkWidget *window = gtk_widget_get_toplevel (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  area->width = gtk_widget_get_allocated_width (widget);
  area->height = gtk_widget_get_allocated_height (widget);
  gtk_widget_translate_coordinates (widget, window, 0, 0, &area->x, &area->y);
  for (GtkWidget *w = gtk_widget_get_parent (widget); w; w = gtk_widget_get_parent (w))
    {
      GdkRectangle outer = { 0, 0, gtk_widget_get_allocated_width (w),
                             gtk_widget_get_allocated_height (w) };

      if (!GTK_IS_VIEWPORT (w) && !GTK_IS_WINDOW (w))
        continue;
      gtk_widget_translate_coordinates (w, window, 0, 0, &outer.x, &outer.y);
      if (!gdk_rectangle_intersect (area, &outer, area))
        return FALSE;
    }
  return TRUE;
}

/* --- what there is to walk through --- */

typedef struct
{
  GPtrArray *found;
  gboolean (*is_one) (GtkWidget *widget);
} Search;

static void
look_at (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (gtk_widget_get_mapped (widget) && search->is_one (widget))
    g_ptr_array_add (search->found, g_object_ref (widget));
}

static GPtrArray *
search (TonusWindow *window, gboolean (*is_one) (GtkWidget *widget))
{
  Search self = { g_ptr_array_new_with_free_func (g_object_unref), is_one };

  fixture_walk (GTK_WIDGET (window), look_at, &self);
  return self.found;
}

static gboolean
is_page (GtkWidget *widget)
{
  return g_str_has_prefix (gtk_widget_get_name (widget), "goto/") &&
         (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_TOGGLE_BUTTON (widget));
}

GPtrArray *
views_list_pages (TonusWindow *window)
{
  return search (window, is_page);
}

void
views_show_page (GtkWidget *page)
{
  if (GTK_IS_LIST_BOX_ROW (page))
    gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (page)), GTK_LIST_BOX_ROW (page));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page), TRUE);
}

static gboolean
is_add (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && g_str_has_suffix (gtk_widget_get_name (widget), "/add") &&
         gtk_widget_is_sensitive (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
}

void
views_add_rows (TonusWindow *window)
{
  g_autoptr (GPtrArray) buttons = search (window, is_add);

  for (guint i = 0; i < buttons->len; i++)
    gtk_button_clicked (g_ptr_array_index (buttons, i));
}

/* Lines to be read, and records of the practice to be edited. */
static gboolean
is_line (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) &&
         (g_str_has_prefix (gtk_widget_get_name (widget), "history/") ||
          g_str_has_prefix (gtk_widget_get_name (widget), "practice/"));
}

static gboolean
is_focusable (GtkWidget *widget)
{
  return gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) &&
         !GTK_IS_WINDOW (widget);
}

GPtrArray *
views_list_focusable (TonusWindow *window)
{
  return search (window, is_focusable);
}

char *
views_describe (GtkWidget *widget)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  const char *id = atk_object_get_accessible_id (accessible);
  const char *name = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                                           : atk_object_get_name (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  while (!(id && *id) && parent)
    {
      id = atk_object_get_accessible_id (gtk_widget_get_accessible (parent));
      parent = gtk_widget_get_parent (parent);
    }
  return g_strdup_printf ("%s “%s” (in %s)", G_OBJECT_TYPE_NAME (widget), name ? name : "",
                          id ? id : "nothing");
}

/* --- the way through --- */

typedef struct
{
  TonusWindow *window;
  ViewsVisit visit;
  gpointer data;
  GHashTable *been; /* names of pages and lines, each of which is visited once */
} Walk;

static void
visit (Walk *self, const char *view, const char *part)
{
  g_autofree char *name = part ? g_strconcat (view, "/", part, NULL) : g_strdup (view);

  views_settle ();
  self->visit (self->window, name, self->data);
}

static void
walk_pages (Walk *self, const char *command)
{
  g_autoptr (GPtrArray) pages = views_list_pages (self->window);

  for (guint i = 0; i < pages->len; i++)
    {
      if (!g_hash_table_add (self->been,
                             g_strdup (gtk_widget_get_name (g_ptr_array_index (pages, i)))))
        continue;
      views_show_page (g_ptr_array_index (pages, i));
      views_settle ();
      views_add_rows (self->window);
      visit (self, command, gtk_widget_get_name (g_ptr_array_index (pages, i)));
    }
}

/* The first two and the last two: a list may be long. */
static void
walk_lines (Walk *self, const char *command)
{
  g_autoptr (GPtrArray) lines = search (self->window, is_line);

  for (guint i = 0; i < lines->len; i++)
    {
      GtkListBoxRow *row = g_ptr_array_index (lines, i);

      if ((i > 1 && i + 2 < lines->len) ||
          !g_hash_table_add (self->been, g_strdup (gtk_widget_get_name (GTK_WIDGET (row)))))
        continue;
      if (gtk_widget_get_parent (GTK_WIDGET (row)))
        gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), row);
      visit (self, command, gtk_widget_get_name (GTK_WIDGET (row)));
    }
}

static void
walk_command (Walk *self, const char *command)
{
  GActionGroup *actions = G_ACTION_GROUP (self->window);

  if (g_strv_contains (passed_over, command) ||
      !g_action_group_get_action_enabled (actions, command))
    return;
  g_action_group_activate_action (actions, command, NULL);
  views_settle ();
  if (!g_str_has_prefix (command, "tab-"))
    views_add_rows (self->window);
  visit (self, command, NULL);
  walk_pages (self, command);
  walk_lines (self, command);
  if (g_action_group_has_action (actions, "back"))
    g_action_group_activate_action (actions, "back", NULL);
}

void
views_open_evaluation (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *patient = fixture_first_patient (tonus_session_get_practice (session));
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  GPtrArray *visits;

  tonus_session_open_patient (session, patient, &error);
  g_assert_no_error (error);
  visits = tonus_session_get_visits (session);
  first = g_strdup (((TonusVisitLine *) g_ptr_array_index (visits, visits->len - 1))->id);
  tonus_session_open_visit (session, first, &error);
  g_assert_no_error (error);
}

/* What could not be understood is seen, too: in a form and in a table. */
static void
keep_unread (TonusSession *session)
{
  TonusRecord *visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);

  tonus_record_set_unread (visit, "history/duration", "long");
  tonus_record_set_unread (visit, "rom/hip-flexion.right.passive/value", "1x");
}

void
views_walk (TonusWindow *window, ViewsVisit visit_view, gpointer data)
{
  Walk self = { window, visit_view, data, NULL };
  g_autoptr (TonusPractice) practice = fixture_demo ();
  GtkWidget *create = tonus_widget_find (GTK_WIDGET (window), "welcome/create");
  guint n_commands;
  const TonusCommand *commands = tonus_commands_get (&n_commands);

  self.been = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  visit (&self, "welcome", NULL);
  gtk_button_clicked (GTK_BUTTON (create));
  visit (&self, "welcome", "create");
  tonus_window_set_practice (window, practice);
  visit (&self, "nobody", NULL);
  for (guint i = 0; i < n_commands; i++)
    walk_command (&self, commands[i].name);
  views_open_evaluation (window);
  keep_unread (tonus_window_get_session (window));
  for (guint i = 0; i < n_commands; i++)
    walk_command (&self, commands[i].name);
  g_hash_table_unref (self.been);
}
