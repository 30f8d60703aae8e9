/* bench-preview.c - from an edit of the home program to the new page on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wait for a pause in typing is part of it.  The reference is the drawing alone: the same bytes
 * and the same picture, made at once.
 */
#include "config.h"
#include <time.h>
#include "fixture.h"
#include "paint-clock.h"
#include "tonus-identify.h"
#include "tonus-preview-pages.h"
#include "tonus-window.h"

#define TARGET 200
#define N_EDITS 40

typedef struct
{
  TonusSession *session;
  int number;
} Edit;

static void
edit (Edit *self)
{
  TonusRecord *program = tonus_session_get_record (self->session, TONUS_SLOT_PROGRAM);
  g_autofree char *text = g_strdup_printf ("Walk %d minutes every day.", ++self->number);

  tonus_chart_set (tonus_session_get_chart (self->session), tonus_record_get_object (program),
                   "program/advice", text, NULL);
}

typedef struct
{
  TonusPreview *preview;
  gboolean is_drawn, is_over;
} Watch;

static gboolean
drawn_cb (GtkWidget *pages, cairo_t *cr, Watch *watch)
{
  watch->is_drawn = tonus_preview_is_current (watch->preview);
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->is_over = watch->is_drawn;
}

/* Only a frame with the new page counts: the window draws others meanwhile. */
static double
time_edit (GtkWidget *pages, Edit *act)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (pages);
  Watch watch = { tonus_preview_pages_get_preview (TONUS_PREVIEW_PAGES (pages)), FALSE, FALSE };
  gulong draw = g_signal_connect_after (pages, "draw", G_CALLBACK (drawn_cb), &watch);
  gulong paint = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &watch);
  gint64 start = g_get_monotonic_time ();
  double ms;

  edit (act);
  while (!watch.is_over)
    g_main_context_iteration (NULL, TRUE);
  gdk_display_sync (gdk_display_get_default ());
  ms = (double) (g_get_monotonic_time () - start) / 1000;
  g_signal_handler_disconnect (pages, draw);
  g_signal_handler_disconnect (clock, paint);
  paint_clock_settle ();
  return ms;
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
time_alone (TonusSession *session, GtkWidget *pages, GArray *figures, GArray *work)
{
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TonusPreviewJob) job = tonus_preview_job_new ();
      gint64 start = g_get_monotonic_time ();
      double cpu = get_cpu_ms ();

      job->content = tonus_session_make_handout (session);
      job->options = tonus_session_get_handout_options (session);
      job->room =
          (TonusPreviewRoom){ TONUS_PREVIEW_FIT_WIDTH, gtk_widget_get_allocated_width (pages),
                              gtk_widget_get_allocated_height (pages), 1 };
      tonus_preview_job_run (job);
      figures_add (work, get_cpu_ms () - cpu);
      figures_add (figures, (double) (g_get_monotonic_time () - start) / 1000);
    }
}

static void
open_program (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *patient = fixture_first_patient (tonus_session_get_practice (session));

  tonus_session_open_patient (session, patient, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-home-program", NULL);
  paint_clock_settle ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) figures = figures_new (), alone = figures_new (), work = figures_new ();
  g_autoptr (TonusPractice) practice = NULL;
  TonusWindow *window;
  GtkWidget *pages;
  Edit act = { NULL, 0 };

  fixture_init (&argc, &argv, TRUE);
  paint_clock_init ();
  practice = fixture_demo ();
  window = tonus_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  tonus_window_set_practice (window, practice);
  paint_clock_present (GTK_WINDOW (window));
  open_program (window);
  pages = tonus_widget_find (GTK_WIDGET (window), "preview/pages");
  act.session = tonus_window_get_session (window);
  for (int i = 0; i < N_EDITS; i++)
    figures_add (figures, time_edit (pages, &act));
  time_alone (act.session, pages, alone, work);
  g_print ("preview after an edit: median %.0f ms, p95 %.0f, worst %.0f of %u (target %d); %.1f "
           "times the drawing alone (%.1f ms, %.1f of them work)\n",
           figures_get (figures, 0.5), figures_get (figures, 0.95), figures_get (figures, 1),
           figures->len, TARGET, figures_get (figures, 0.5) / figures_get (alone, 0.5),
           figures_get (alone, 0.5), figures_get (work, 0.5));
  gtk_widget_destroy (GTK_WIDGET (window));
  return fixture_finish (0);
}
