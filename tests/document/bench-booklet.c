/* bench-booklet.c - a home program of two hundred pages against two hundred of one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything of the library that has a picture, again and again, three to a page.  The memory is
 * what the process holds at most; the short programs are drawn in the same process before it, three
 * exercises each.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sample-dossier.h"
#include "tonus-figure.h"
#include "tonus-handout.h"

#define N_PAGES 200
#define PER_PAGE 3

/* From the @first-th exercise of the library on, @n of them. */
static TonusHandout *
make_content (GStrv ids, guint first, guint n)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (GString) text = g_string_new ("[program]\ndate=2026-11-23\nversion=1\n\n");

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "[home/aaaaa%c%c%c]\nexercise=%s\nsets=3\nreps=10\nside=both\n\n",
                            'a' + (int) (i / 676), 'a' + (int) (i / 26 % 26), 'a' + (int) (i % 26),
                            ids[(first + i) % g_strv_length (ids)]);
  dossier.program = sample_record ("program", text->str);
  return tonus_handout_new (&dossier, "en", 0);
}

static gsize
draw (const TonusHandout *content)
{
  const TonusHandoutOptions options = { .paper = TONUS_PAPER_A4 };
  g_autoptr (GBytes) pdf = tonus_handout_render (content, &options, NULL);

  return g_bytes_get_size (pdf);
}

/* Kilobytes, "VmHWM" for the most and "VmRSS" for now. */
static guint64
read_memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, key) : NULL;
  return line != NULL ? g_ascii_strtoull (line + strlen (key) + 1, NULL, 10) : 0;
}

int
main (void)
{
  g_auto (GStrv) ids = tonus_pose_list_ids ();
  TonusHandout *pages[N_PAGES];
  g_autoptr (TonusHandout) booklet = make_content (ids, 0, N_PAGES * PER_PAGE);
  gint64 start, middle, end;
  guint64 before;
  gsize size;

  for (guint i = 0; i < N_PAGES; i++)
    pages[i] = make_content (ids, i * PER_PAGE, PER_PAGE);
  before = read_memory ("VmRSS");
  start = g_get_monotonic_time ();
  size = draw (booklet);
  middle = g_get_monotonic_time ();
  printf ("booklet of %d exercises: %.1f MB resident at most, %.1f MB before; target 60; %zu kB\n",
          N_PAGES * PER_PAGE, (double) read_memory ("VmHWM") / 1024, (double) before / 1024,
          size / 1000);
  for (guint i = 0; i < N_PAGES; i++)
    draw (pages[i]);
  end = g_get_monotonic_time ();
  printf ("booklet: time %.2f of %d programs of one page (%.0f ms against %.0f ms); target 1.5\n",
          (double) (middle - start) / (double) (end - middle), N_PAGES,
          (double) (middle - start) / 1000, (double) (end - middle) / 1000);
  for (guint i = 0; i < N_PAGES; i++)
    tonus_handout_free (pages[i]);
  return EXIT_SUCCESS;
}
