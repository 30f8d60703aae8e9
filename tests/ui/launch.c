/* launch.c - a program started and watched from outside, as the person in front of it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "launch.h"
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#define NOBODYS_COLOUR 0x2e5b2eul
#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define IDLE_US (G_USEC_PER_SEC / 3)
#define IDLE_SHARE 0.02

struct _Launch
{
  GPid pid;
  double painted_ms;
};

static Display *display;
static char **environment;

void
launch_init (const char *home)
{
  static const char *const dropped[] = { "XDG_CACHE_HOME", "XDG_STATE_HOME",  "XDG_CONFIG_HOME",
                                         "LANG",           "LC_ALL",          "LANGUAGE",
                                         "G_DEBUG",        "G_MESSAGES_DEBUG" };

  g_mkdir_with_parents (home, 0700);
  display = XOpenDisplay (NULL);
  if (!display)
    {
      fprintf (stderr, "This needs a display: run it through tools/with-display.\n");
      exit (1);
    }
  XSetWindowBackground (display, DefaultRootWindow (display), NOBODYS_COLOUR);
  XClearWindow (display, DefaultRootWindow (display));
  XSync (display, False);
  environment = g_get_environ ();
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    environment = g_environ_unsetenv (environment, dropped[i]);
  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "LANG", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "NO_AT_BRIDGE", "1", TRUE);
  environment = g_environ_setenv (environment, "GDK_BACKEND", "x11", TRUE);
  environment = g_environ_setenv (environment, "TONUS_NON_UNIQUE", "1", TRUE);
  environment = g_environ_setenv (environment, "TONUS_TODAY", "2026-11-23", TRUE);
}

/* The part of the screen's middle column that is no longer the desktop. */
static double
get_covered (void)
{
  int screen = DefaultScreen (display);
  unsigned height = (unsigned) DisplayHeight (display, screen);
  XImage *image = XGetImage (display, DefaultRootWindow (display),
                             DisplayWidth (display, screen) / 2, 0, 1, height, AllPlanes, ZPixmap);
  unsigned covered = 0;

  for (unsigned y = 0; y < height; y++)
    covered += (XGetPixel (image, 0, (int) y) & 0xffffff) != NOBODYS_COLOUR;
  XDestroyImage (image);
  return (double) covered / height;
}

static void
wait_until_covered (gboolean covered, const char *by)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while ((get_covered () > 0.5) != covered)
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited a minute in vain for a window of %s to %s", by,
                 covered ? "be painted" : "go");
      g_usleep (500);
    }
}

static void
end_with_us (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

Launch *
launch_new (const char *const *argv)
{
  Launch *self = g_new0 (Launch, 1);
  g_autoptr (GError) error = NULL;
  gint64 start;

  wait_until_covered (FALSE, argv[0]);
  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, end_with_us,
                      NULL, &self->pid, &error))
    g_error ("%s", error->message);
  wait_until_covered (TRUE, argv[0]);
  self->painted_ms = (double) (g_get_monotonic_time () - start) / 1000;
  return self;
}

double
launch_get_painted_ms (Launch *self)
{
  return self->painted_ms;
}

/* Nanoseconds that all its threads have run. */
static guint64
get_cpu_time (Launch *self)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d/task", (int) self->pid);
  g_autoptr (GDir) tasks = g_dir_open (folder, 0, NULL);
  const char *task;
  guint64 sum = 0;

  while (tasks && (task = g_dir_read_name (tasks)))
    {
      g_autofree char *path = g_build_filename (folder, task, "schedstat", NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        sum += g_ascii_strtoull (text, NULL, 10);
    }
  return sum;
}

void
launch_settle (Launch *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint64 before = 0, after = get_cpu_time (self);

  do
    {
      before = after;
      g_usleep (IDLE_US);
      after = get_cpu_time (self);
    }
  while ((double) (after - before) > IDLE_SHARE * IDLE_US * 1000 && g_get_monotonic_time () < end);
}

static double
sum_memory (Launch *self, const char *const *names)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) self->pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  double sum = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    for (guint n = 0; names[n]; n++)
      if (g_str_has_prefix (lines[i], names[n]))
        sum += g_ascii_strtod (lines[i] + strlen (names[n]), NULL);
  return sum;
}

double
launch_get_pss (Launch *self)
{
  return sum_memory (self, (const char *const[]){ "Pss:", NULL });
}

double
launch_get_private (Launch *self)
{
  return sum_memory (self, (const char *const[]){ "Private_Clean:", "Private_Dirty:", NULL });
}

void
launch_free (Launch *self)
{
  kill (self->pid, SIGTERM);
  waitpid (self->pid, NULL, 0);
  g_spawn_close_pid (self->pid);
  wait_until_covered (FALSE, "the one that was ended");
  g_free (self);
}

static int
compare (const void *left, const void *right)
{
  double a = *(const double *) left, b = *(const double *) right;

  return a < b ? -1 : a > b;
}

double
launch_median (double *figures, guint n)
{
  qsort (figures, n, sizeof *figures, compare);
  return figures[n / 2];
}
