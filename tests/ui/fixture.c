/* fixture.c - a display, a scratch home and a practice for tests of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include "fixture.h"
#include "tonus-application.h"
#include "tonus-date.h"
#include "tonus-demo.h"

static char *home;
static guint n_practices;

static void
throw_away (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      throw_away (inner);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

static void
set_folder (const char *variable, const char *name)
{
  g_autofree char *path = g_build_filename (home, name, NULL);

  g_setenv (variable, path, TRUE);
}

void
fixture_init (int *argc, char ***argv, gboolean needs_display)
{
  g_autoptr (GError) error = NULL;

  home = g_dir_make_tmp ("tonus-ui-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("HOME", home, TRUE);
  set_folder ("XDG_STATE_HOME", "state");
  set_folder ("XDG_CACHE_HOME", "cache");
  set_folder ("XDG_CONFIG_HOME", "config");
  g_setenv ("TONUS_TODAY", "2026-11-23", TRUE);
  if (needs_display)
    {
      if (!gtk_init_check (argc, argv))
        g_error ("These tests need a display: run them through tools/with-display.");
      tonus_application_load_resources ();
    }
  g_test_init (argc, argv, NULL);
}

int
fixture_finish (int status)
{
  throw_away (home);
  g_free (home);
  return status;
}

const char *
fixture_home (void)
{
  return home;
}

static char *
next_folder (void)
{
  g_autofree char *name = g_strdup_printf ("practice-%u", ++n_practices);

  return g_build_filename (home, name, NULL);
}

TonusPractice *
fixture_demo (void)
{
  g_autofree char *folder = next_folder ();
  g_autoptr (GError) error = NULL;
  TonusPractice *practice =
      tonus_demo_create (tonus_io_real (), folder, 3, tonus_date_today (), &error);

  g_assert_no_error (error);
  return practice;
}

TonusPractice *
fixture_empty (void)
{
  g_autofree char *folder = next_folder ();
  g_autoptr (GError) error = NULL;
  TonusPractice *practice =
      tonus_practice_create (tonus_io_real (), folder, "Riverside", "Alex Kim", "PT", NULL, &error);

  g_assert_no_error (error);
  return practice;
}

char *
fixture_first_patient (TonusPractice *practice)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_patients (practice, NULL);

  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, >, 0);
  return g_strdup (g_ptr_array_index (ids, 0));
}

TonusSite
fixture_site (const char *kind, TonusChart **chart, TonusRecord **record)
{
  TonusSite site = { NULL };

  *chart = tonus_chart_new ();
  *record = tonus_record_new (tonus_schema_get_default (), kind, "aaaaaaaaaaaaaaaaaaaaaaaaaa");
  tonus_chart_add (*chart, *record);
  site.chart = *chart;
  site.record = *record;
  return site;
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited 20 seconds in vain");
  return G_SOURCE_REMOVE;
}

void
fixture_wait (gboolean (*is_done) (gpointer data), gpointer data)
{
  guint alarm = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_painted (gpointer data)
{
  return *(guint *) data >= 2;
}

static void
painted_cb (GdkFrameClock *clock, guint *n)
{
  ++*n;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

void
fixture_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  fixture_wait (is_painted, &n);
  g_signal_handler_disconnect (clock, id);
}

static void
send_key (GtkWidget *widget, GdkEventType type, guint keyval, GdkModifierType modifiers)
{
  GdkEvent *event = gdk_event_new (type);
  GdkDisplay *display = gtk_widget_get_display (widget);
  GdkWindow *window = gtk_widget_get_window (widget);

  event->key.window =
      g_object_ref (window ? window : gdk_screen_get_root_window (gtk_widget_get_screen (widget)));
  event->key.keyval = keyval;
  event->key.state = modifiers;
  event->key.time = GDK_CURRENT_TIME;
  gdk_event_set_device (event, gdk_seat_get_keyboard (gdk_display_get_default_seat (display)));
  gtk_widget_event (widget, event);
  gdk_event_free (event);
}

void
fixture_key (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GtkWidget) kept = g_object_ref (widget);

  send_key (widget, GDK_KEY_PRESS, keyval, modifiers);
  /* The press may have taken the widget away. */
  if (gtk_widget_get_parent (kept) || GTK_IS_WINDOW (kept))
    send_key (widget, GDK_KEY_RELEASE, keyval, modifiers);
}

void
fixture_focus (GtkWidget *widget, gboolean in)
{
  GdkEvent *event = gdk_event_new (GDK_FOCUS_CHANGE);

  event->focus_change.window =
      g_object_ref (gdk_screen_get_root_window (gtk_widget_get_screen (widget)));
  event->focus_change.in = in;
  gtk_widget_send_focus_change (widget, event);
  gdk_event_free (event);
}

typedef struct
{
  GtkCallback visit;
  gpointer data;
} Walk;

static void
walk (GtkWidget *widget, gpointer data)
{
  Walk *self = data;

  self->visit (widget, self->data);
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), walk, self);
}

void
fixture_walk (GtkWidget *root, GtkCallback visit, gpointer data)
{
  Walk self = { visit, data };

  walk (root, &self);
}
