/* paint-clock.c - how long until the person sees it: from an act to the end of the frame it changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-clock.h"
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/gdkx.h>
#include <stdlib.h>
#include <time.h>

/* Between the keys of a fast typist.  Sooner than some frames after the last, GTK's clock keeps its
 * beat, and a key alone waits up to 16 ms for it. */
#define REST_MS 150
#define PATIENCE_MS 1000

typedef struct
{
  gint64 start, end;
  gboolean is_drawn;
  gboolean is_over;
} Watch;

static Display *keyboard;
static double cpu_ms; /* of the last act */

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

void
paint_clock_init (void)
{
  keyboard = XOpenDisplay (NULL);
  g_assert (keyboard);
  /* The test harness writes down every debug message, which takes its time. */
  g_log_set_default_handler (g_log_default_handler, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations",
                FALSE, NULL);
}

static gboolean
drawn_cb (GtkWidget *widget, cairo_t *cr, Watch *watch)
{
  watch->is_drawn = TRUE;
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock, Watch *watch)
{
  if (!watch->is_drawn || watch->is_over)
    return;
  gdk_display_sync (gdk_display_get_default ());
  watch->end = g_get_monotonic_time ();
  watch->is_over = TRUE;
}

static gboolean
give_up_cb (gpointer data)
{
  ((Watch *) data)->is_over = TRUE;
  return G_SOURCE_CONTINUE;
}

double
paint_clock_time (GtkWidget *watched, void (*act) (gpointer data), gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (watched);
  Watch watch = { 0 };
  guint alarm = g_timeout_add (PATIENCE_MS, give_up_cb, &watch);

  g_assert (clock);
  g_object_ref (watched);
  g_signal_connect (watched, "draw", G_CALLBACK (drawn_cb), &watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &watch);
  cpu_ms = get_cpu_ms ();
  watch.start = g_get_monotonic_time ();
  act (data);
  while (!watch.is_over)
    g_main_context_iteration (NULL, TRUE);
  cpu_ms = get_cpu_ms () - cpu_ms;
  g_source_remove (alarm);
  g_signal_handlers_disconnect_by_data (watched, &watch);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  g_object_unref (watched);
  return watch.end ? (double) (watch.end - watch.start) / 1000 : -1;
}

double
paint_clock_get_cpu (void)
{
  return cpu_ms;
}

static void
strike (gpointer data)
{
  KeyCode code = XKeysymToKeycode (keyboard, GPOINTER_TO_UINT (data));

  XTestFakeKeyEvent (keyboard, code, True, CurrentTime);
  XTestFakeKeyEvent (keyboard, code, False, CurrentTime);
  XFlush (keyboard);
}

double
paint_clock_key (GtkWidget *watched, guint keyval)
{
  return paint_clock_time (watched, strike, GUINT_TO_POINTER (keyval));
}

static gboolean
tick_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
paint_clock_settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, REST_MS, tick_cb, &is_over, NULL);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
paint_clock_present (GtkWindow *window)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  gtk_window_present (window);
  while (!gtk_window_has_toplevel_focus (window))
    {
      if (g_get_monotonic_time () > end)
        g_error ("no window manager gave the window the keyboard: run this through "
                 "tools/with-display");
      g_main_context_iteration (NULL, FALSE);
    }
  paint_clock_settle ();
}

GArray *
figures_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
figures_add (GArray *self, double figure)
{
  if (figure >= 0)
    g_array_append_val (self, figure);
}

static int
compare (const void *left, const void *right)
{
  double a = *(const double *) left, b = *(const double *) right;

  return a < b ? -1 : a > b;
}

double
figures_get (GArray *self, double share)
{
  guint i = (guint) (share * (double) self->len);

  if (self->len == 0)
    return 0;
  g_array_sort (self, compare);
  return g_array_index (self, double, MIN (i, self->len - 1));
}
