/* sample-handouts.c - one handout of each variant, for docs/handout: sample-handouts FOLDER
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample patient of the tests.  tools/handouts makes pictures of what this writes.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sample-arabic.h"
#include "sample-dossier.h"
#include "tonus-handout.h"

#define CREATED "2026-11-23T10:42:07+01:00"

static const char founding[] =
    "[program]\ndate=2026-11-23\nversion=2\n"
    "advice=No long stretching for 2 weeks. Stand up before 40 minutes of sitting.\n\n"
    "[home/aaaaaaaa]\nexercise=bridge\nsets=3\nreps=10\nhold=5\ntimes-a-day=2\n\n"
    "[home/bbbbbbbb]\nexercise=prone-donkey\nsets=2\nreps=10\nhold=3\ntimes-a-day=1\nside=both\n\n"
    "[home/cccccccc]\nexercise=side-kick\nsets=2\nreps=12\ntimes-a-day=1\nside=both\n\n"
    "[home/dddddddd]\nexercise=lat-band-walk\nsets=3\ndistance=8\ntimes-a-day=1\nband=yellow\n\n"
    "[home/eeeeeeee]\nexercise=deadlift-kb\nsets=3\nreps=8\nload=8\nload-unit=kg\ndays-a-week=3\n";

static const char before[] =
    "[program]\ndate=2026-11-16\nversion=1\n\n"
    "[home/aaaaaaaa]\nexercise=bridge\nsets=2\nreps=10\nhold=3\ntimes-a-day=2\n\n"
    "[home/bbbbbbbb]\nexercise=prone-donkey\nsets=2\nreps=10\nhold=3\ntimes-a-day=1\nside=both\n\n"
    "[home/cccccccc]\nexercise=side-kick\nsets=2\nreps=12\ntimes-a-day=1\nside=both\n\n"
    "[home/ffffffff]\nexercise=clam\nsets=2\nreps=10\n";

static const char visit[] =
    "[visit]\ndate=2026-11-23\nnext=2026-11-29\n\n"
    "[assessment]\nexplained=The tight feeling in your legs comes from weak, overworked muscles, not from short ones. "
    "Stretching gives short relief. Strong hips will take the load off your back.\n\n"
    "[plan]\nfrequency-low=1\nfrequency-high=2\n\n"
    "[manual/aaaaaaaa]\nregion=lumbar\n\n[needling/aaaaaaaa]\nmuscle=gluteus-medius\n\n"
    "[exercise/aaaaaaaa]\nexercise=bridge\n";

typedef struct
{
  const char *name, *language;
  guint n_exercises; /* the founding case's first */
  TonusPaper paper;
  gboolean is_large, is_mono, is_compact, has_visit;
} Variant;

static const Variant variants[] = {
  { "founding", "en", 5, TONUS_PAPER_A4, FALSE, FALSE, FALSE, TRUE },
  { "normal", "en", 3, TONUS_PAPER_LETTER, FALSE, FALSE, FALSE, FALSE },
  { "compact", "en", 4, TONUS_PAPER_A4, FALSE, FALSE, TRUE, FALSE },
  { "large", "en", 2, TONUS_PAPER_LETTER, TRUE, FALSE, FALSE, FALSE },
  { "mono", "en", 3, TONUS_PAPER_A4, FALSE, TRUE, FALSE, FALSE },
  { "spanish", "es", 4, TONUS_PAPER_A4, FALSE, FALSE, FALSE, FALSE },
};

/* The first @n of the five exercises; none of them for the visit's sake. */
static char *
cut_program (const char *text, guint n)
{
  const char *end = text;

  for (guint i = 0; i <= n && end != NULL; i++)
    end = strstr (end + 1, "\n[home/");
  return end != NULL ? g_strndup (text, (gsize) (end - text) + 1) : g_strdup (text);
}

static TonusHandout *
make_content (const Variant *variant)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *program = cut_program (founding, variant->n_exercises);

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  g_clear_object (&dossier.clinic);
  g_clear_object (&dossier.visit);
  dossier.program = sample_record ("program", program);
  dossier.clinic = sample_record (
      "clinic", "[clinic]\nname=Riverside Physical Therapy\nphone=555-0142\nhandout-code=phone\n");
  if (variant->has_visit)
    {
      dossier.visit = sample_record ("visit", visit);
      dossier.before = sample_record ("program", before);
    }
  return tonus_handout_new (&dossier, variant->language, 0);
}

static void
write_pdf (const char *folder, const char *name, const TonusHandout *content, const TonusHandoutOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tonus_handout_render (content, options, &error);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (pdf == NULL || !g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                           (gssize) g_bytes_get_size (pdf), &error))
    g_error ("%s: %s", path, error->message);
}

int
main (int argc, char **argv)
{
  const TonusHandoutOptions plain = { .paper = TONUS_PAPER_A4, .created = CREATED };
  g_autoptr (TonusHandout) arabic = sample_arabic ();

  if (argc != 2)
    {
      fprintf (stderr, "write: sample-handouts FOLDER\n");
      return EXIT_FAILURE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      const Variant *variant = &variants[i];
      const TonusHandoutOptions options = { .paper = variant->paper,
                                            .is_large = variant->is_large,
                                            .is_mono = variant->is_mono,
                                            .is_compact = variant->is_compact,
                                            .created = CREATED };
      g_autoptr (TonusHandout) content = make_content (variant);

      write_pdf (argv[1], variant->name, content, &options);
    }
  write_pdf (argv[1], "arabic", arabic, &plain);
  return EXIT_SUCCESS;
}
