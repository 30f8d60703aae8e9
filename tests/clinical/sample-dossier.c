/* sample-dossier.c - the records of one patient, for tests of lenses and documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "sample-dossier.h"

#include <string.h>

#include "tonus-record-text.h"

#define CLINIC "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define THERAPIST "bbbbbbbbbbbbbbbbbbbbbbbbbb"
#define PAYER "cccccccccccccccccccccccccc"
#define PATIENT "dddddddddddddddddddddddddd"
#define EPISODE "eeeeeeeeeeeeeeeeeeeeeeeeee"
#define VISIT "ffffffffffffffffffffffffff"
#define PROGRAM "gggggggggggggggggggggggggg"

static const struct
{
  const char *kind;
  const char *object;
} objects[] = {
  { "clinic", CLINIC },   { "therapist", THERAPIST }, { "payer", PAYER },
  { "patient", PATIENT }, { "episode", EPISODE },     { "visit", VISIT },
  { "program", PROGRAM },
};

static const char *
find_object (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    if (g_str_equal (objects[i].kind, kind))
      return objects[i].object;
  g_assert_not_reached ();
}

TonusRecord *
sample_record (const char *kind, const char *text)
{
  gboolean is_clinical = tonus_schema_kind_is_clinical (kind);
  g_autofree char *whole = g_strdup_printf (
      "[Tonus]\nFormat=1\nKind=%s\nObject=%s\n%s%s%sSchema=%d\n\n%s", kind, find_object (kind),
      is_clinical ? "Patient=" : "", is_clinical ? PATIENT : "", is_clinical ? "\n" : "",
      TONUS_SCHEMA_VERSION, text);
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TonusRecord *record = tonus_record_from_text (tonus_schema_get_default (), whole, strlen (whole),
                                                TONUS_READ_STRICT, refusals, &error);

  for (guint i = 0; i < refusals->len; i++)
    g_printerr ("%s: %s\n", kind, (const char *) g_ptr_array_index (refusals, i));
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static const char visit_text[] =
    "[visit]\nkind=treatment\nepisode=" EPISODE "\ntherapist=" THERAPIST
    "\ndate=2026-11-23\nstart=10:00\nend=10:50\nnext=2026-11-29\n\n"
    "[pain]\nnow=3\nbest=1\nworst=5\n\n"
    "[rom/hip-flexion.right.passive]\nvalue=95\npain=2\n\n"
    "[rom/hip-flexion.left.passive]\nvalue=110\n\n"
    "[rom/hip-internal-rotation.right.passive]\nvalue=~refused\n\n"
    "[strength/gluteus-medius.right]\ngrade=4-\n\n"
    "[strength/gluteus-medius.left]\ngrade=4\n\n"
    "[time/svc-therex]\nminutes=23\n\n"
    "[time/svc-manual]\nminutes=10\n\n"
    "[time/svc-neuro]\nminutes=12\n\n"
    "[time/svc-dn-3]\nminutes=14\n";

void
sample_dossier_fill (TonusDossier *dossier)
{
  tonus_dossier_clear (dossier);
  dossier->clinic =
      sample_record ("clinic", "[clinic]\nname=Riverside Physical Therapy\nphone=555-0142\n");
  dossier->therapist =
      sample_record ("therapist", "[therapist]\nname=J. Lindqvist\ncredentials=PT\nactive=yes\n");
  dossier->payer = sample_record ("payer", "[payer]\nname=Acme Health\nunit-rule=midpoint\n");
  dossier->patient =
      sample_record ("patient", "[patient]\ngiven=Dana\nfamily=Reyes\nborn=1988-05-03\n");
  dossier->episode = sample_record (
      "episode", "[episode]\ntitle=Low back pain R\nstart=2026-11-13\nonset=2026-03-20\n\n"
                 "[diagnosis/aaaaaaaa]\ncode=M54.59\nname=Other low back pain\nrole=medical\n\n"
                 "[diagnosis/bbbbbbbb]\ncode=M62.81\nname=Muscle weakness\nrole=treatment\n\n"
                 "[goal/aaaaaaaa]\nhorizon=long-term\ntext=Run 8 km with pain 2/10 or less\n");
  dossier->visit = sample_record ("visit", visit_text);
  dossier->program = sample_program (4, TRUE);
}

static const struct
{
  const char *exercise;
  const char *dose;
} doses[] = {
  { "bridge", "sets=3\nreps=10\nhold=5\ntimes-a-day=2\ndays-a-week=7\n" },
  { "lat-band-walk", "sets=3\ndistance=8\ntimes-a-day=1\nside=both\nband=yellow\n" },
  { "deadlift-kb", "sets=3\nreps=8\nload=8\nload-unit=kg\ndays-a-week=3\nrest=90\neffort=6\n" },
  { "ham-str-9090",
    "sets=3\nhold=30\ntimes-a-day=2\nside=right\ncue=Only as far as your back stays still\n" },
  { "prone-donkey", "sets=2\nreps=10\nhold=3\nside=both\n" },
  { "side-kick", "sets=2\nreps=12\nside=both\ntimes-a-day=1\n" },
  { "bird-dog", "sets=3\nreps=8\nhold=5\nside=both\n" },
  { "dead-bug-tap", "sets=3\nreps=8\ntempo=3-1-1\n" },
  { "hinge-dowel", "sets=2\nreps=10\ndays-a-week=5\n" },
  { "side-plank-knees", "sets=3\nhold=20\nside=both\n" },
  { "hipflex-str", "sets=2\nhold=30\nside=left\noptional=yes\n" },
  { "ankle-wall-mob", "sets=2\nreps=15\ntimes-a-day=3\nside=right\npain-limit=3\n" },
};

static void
add_exercise (GString *text, guint index, const char *exercise, const char *dose, const char *state)
{
  /* Row ids: 8 letters of base32, here aaaaaaaa, aaaaaaab … */
  g_string_append_printf (text, "[home/aaaaaaa%c]\nexercise=%s\n%sstate=%s\n\n", 'a' + (int) index,
                          exercise, dose, state);
}

TonusRecord *
sample_program (guint n, gboolean with_stopped)
{
  g_autoptr (GString) text = g_string_new ("[program]\ndate=2026-11-23\nversion=4\n");

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (doses));
  if (with_stopped)
    g_string_append (text, "changed=Clam for band walk\nadvice=No running for 5 days. Change "
                           "position every 30 minutes when you sit.\n");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < n; i++)
    add_exercise (text, i, doses[i].exercise, doses[i].dose, "active");
  if (with_stopped)
    {
      add_exercise (text, 20, "clam", "", "stopped");
      g_string_append (text, "[program-change/aaaaaaaa]\naction=stopped\nexercise=clam\n"
                             "note=Pinches the hip\n\n");
    }
  return sample_record ("program", text->str);
}

char *
sample_long_text (guint n)
{
  static const char *const words[] = { "Stabilisation", "mit",    "Gürtel",
                                       "und",           "langem", "Ausfallschritt" };
  GString *text = g_string_new (NULL);
  g_autofree char *cut = NULL;

  for (guint i = 0; g_utf8_strlen (text->str, -1) < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i % G_N_ELEMENTS (words)]);
  cut = g_utf8_substring (text->str, 0, n);
  g_string_free (text, TRUE);
  return g_strdup (g_strstrip (cut));
}
