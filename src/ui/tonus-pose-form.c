/* tonus-pose-form.c - a picture that is being drawn: what it starts from, its look, and its frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-own-exercise.h"
#include "tonus-pose-form.h"

#define OBJECT "ownpose0000000000"
#define FRAMES "x-drawing/x-frames"
#define OWN "x-this-picture"

/* What a choice says to a pose file; "": as it started. */
typedef struct
{
  const char *id;
  const char *label;
  const char *words;
} Row;

static const Row styles[] = {
  { "x-same", N_ ("As it started"), NULL },
  { "x-ghost", N_ ("Start pale behind the end"), "ghost" },
  { "x-panels", N_ ("Start and end apart"), "panels" },
  { "x-single", N_ ("One picture: a hold"), "single" },
  { NULL, NULL, NULL },
};

static const Row views[] = {
  { "x-same", N_ ("As it started"), NULL },
  { "x-side", N_ ("The side"), "side" },
  { "x-higher", N_ ("The side, from higher up"), "lowside" },
  { "x-turned", N_ ("The side, turned to the front"), "34" },
  { "x-turned-back", N_ ("The side, turned to the back"), "34l" },
  { "x-front", N_ ("The front"), "front" },
  { "x-back", N_ ("The back"), "back" },
  { "x-above", N_ ("Above"), "top" },
  { NULL, NULL, NULL },
};

static const Row arrows[] = {
  { "x-same", N_ ("As it started"), NULL },
  { "x-none", N_ ("No arrows"), "" },
  { NULL, NULL, NULL },
};

static const Row muscles[] = {
  { "x-none", N_ ("None"), "" },
  { "x-quads", N_ ("Front of the thigh"), "quads" },
  { "x-hams", N_ ("Back of the thigh"), "hams" },
  { "x-adductors", N_ ("Inner thigh"), "adductors" },
  { "x-glutes", N_ ("Buttock"), "glutes" },
  { "x-glutemed", N_ ("Side of the hip"), "glutemed" },
  { "x-hipflexor", N_ ("Front of the hip"), "hipflexor" },
  { "x-itb", N_ ("Outer thigh"), "itb" },
  { "x-calf", N_ ("Calf"), "calf" },
  { "x-tibant", N_ ("Shin"), "tibant" },
  { "x-abs", N_ ("Belly"), "abs" },
  { "x-obliques", N_ ("Flank"), "obliques" },
  { "x-back", N_ ("Lower back"), "back" },
  { "x-upperback", N_ ("Upper back"), "upperback" },
  { "x-chest", N_ ("Chest"), "chest" },
  { "x-delts", N_ ("Shoulder"), "delts" },
  { "x-biceps", N_ ("Front of the upper arm"), "biceps" },
  { "x-triceps", N_ ("Back of the upper arm"), "triceps" },
  { "x-forearm", N_ ("Forearm"), "forearm" },
  { "x-neck", N_ ("Neck"), "neck" },
  { NULL, NULL, NULL },
};

static const struct
{
  const char *id;
  const char *label;
  const char *kind; /* with the attributes that follow it */
} asked[] = {
  { "x-start", N_ ("Start from"), "choice\nchoices=x-pose\nwidth=16" },
  { "x-style", N_ ("Shown as"), "choice\nchoices=x-pose-style\nwidth=12" },
  { "x-view", N_ ("Seen from"), "choice\nchoices=x-pose-view\nwidth=12" },
  { "x-arrows", N_ ("Arrows"), "choice\nchoices=x-pose-arrows\nwidth=10" },
  { "x-muscles", N_ ("Other working areas"), "choices\nchoices=x-pose-muscles\nwidth=14" },
  { "x-frames", N_ ("Picture"), "note" },
};

/* --- the form's own schema --- */

static void
add_rows (GString *text, const char *id, const Row *rows)
{
  g_string_append_printf (text, "[%s]\nLabel=Picture\n\n", id);
  for (guint i = 0; rows[i].id; i++)
    g_string_append_printf (text, "[%s/%s]\nLabel=%s\n\n", id, rows[i].id, rows[i].label);
}

TonusSchema *
tonus_pose_form_make_schema (TonusSchema *practice, gboolean has_own)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TonusSchemaSource source = { "drawing", NULL };
  TonusSchema *schema;

  tonus_own_exercise_add_poses (text, practice);
  if (has_own)
    g_string_append_printf (text, "[x-pose/" OWN "]\nLabel=%s\n\n", N_ ("The picture it has now"));
  add_rows (text, "x-pose-style", styles);
  add_rows (text, "x-pose-view", views);
  add_rows (text, "x-pose-arrows", arrows);
  add_rows (text, "x-pose-muscles", muscles);
  g_string_append_printf (text, "[x-drawing]\nLabel=%s\nholds=snippet;\n\n", N_ ("Picture"));
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_string_append_printf (text, "[x-drawing/%s]\nkind=%s\nLabel=%s\n\n", asked[i].id,
                            asked[i].kind, asked[i].label);
  source.text = text->str;
  schema = tonus_schema_new_extended (&source, 1, &error);
  if (!schema)
    g_error ("The form of a picture is wrong: %s", error->message);
  return schema;
}

/* --- the form --- */

static void
put (TonusRecord *form, const char *id, const char *value)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *path = tonus_path_join ("x-drawing", NULL, id);
  gboolean is_applied;

  tonus_changeset_set (changes, OBJECT, path, value);
  is_applied = tonus_record_apply (form, changes, NULL);
  g_assert (is_applied);
}

TonusRecord *
tonus_pose_form_new (TonusSchema *form, const char *start)
{
  TonusRecord *record = tonus_record_new (form, "snippet", OBJECT);
  TonusCatalogue *poses = tonus_schema_find_catalogue (form, "x-pose");
  g_autofree char *chosen = start ? g_strconcat ("x-", start, NULL) : g_strdup (OWN);

  if (tonus_catalogue_lookup (poses, chosen))
    put (record, "x-start", chosen);
  put (record, "x-style", "x-same");
  put (record, "x-view", "x-same");
  put (record, "x-arrows", "x-same");
  return record;
}

/* NULL: nothing, or not tested. */
static const char *
get (TonusRecord *form, const char *path)
{
  const char *text = tonus_record_get (form, path);

  return text && !tonus_value_is_not_tested (text) ? text : NULL;
}

static const char *
find_words (const Row *rows, const char *id)
{
  for (guint i = 0; id && rows[i].id; i++)
    if (g_str_equal (rows[i].id, id))
      return rows[i].words;
  return NULL;
}

/* On the side that the picture it starts from says, where it names the same area.  (transfer full)
 * (nullable: as it started) */
static char *
make_muscles (TonusRecord *form, TonusPose *base)
{
  const char *chosen = get (form, "x-drawing/x-muscles");
  g_autofree char *before = tonus_pose_spell_key (base, "Scene", "muscles");
  g_auto (GStrv) ids = chosen ? g_strsplit (chosen, ";", -1) : NULL;
  g_auto (GStrv) known = g_strsplit (before ? before : "", " ", -1);
  GString *words = chosen ? g_string_new (NULL) : NULL;

  for (guint i = 0; ids && ids[i]; i++)
    {
      const char *name = find_words (muscles, ids[i]);

      for (guint j = 0; name && known[j]; j++)
        if (g_str_has_prefix (known[j], name) && known[j][strlen (name)] == '.')
          name = known[j];
      if (name && *name)
        g_string_append_printf (words, "%s%s", words->len ? " " : "", name);
    }
  return words ? g_string_free (words, FALSE) : NULL;
}

/* Frames are those of what they were made from: another start begins anew, and comes back with
 * undo. (nullable) */
static char *
get_frames (TonusRecord *form, const char *start)
{
  const char *value = get (form, FRAMES);
  g_autofree char *text = value ? tonus_value_to_words (value) : NULL;
  char *rest = text ? strchr (text, '\n') : NULL;

  if (!rest || strncmp (text, start, (gsize) (rest - text)) != 0 || start[rest - text] != '\0')
    return NULL;
  return g_strdup (rest + 1);
}

static TonusPose *
find_base (const char *start, TonusPose *own)
{
  if (!start)
    return NULL;
  if (g_str_equal (start, OWN))
    return own ? tonus_pose_ref (own) : NULL;
  return tonus_pose_find (start + strlen ("x-"));
}

TonusPose *
tonus_pose_form_make (TonusRecord *form, TonusPose *own, GError **error)
{
  const char *start = get (form, "x-drawing/x-start");
  const char *arrow = find_words (arrows, get (form, "x-drawing/x-arrows"));
  g_autoptr (TonusPose) base = find_base (start, own);
  g_autofree char *areas = NULL, *frames = NULL;
  TonusPoseLook look = { .has_no_arrows = arrow != NULL };

  if (!base)
    return NULL;
  look.style = find_words (styles, get (form, "x-drawing/x-style"));
  look.view = find_words (views, get (form, "x-drawing/x-view"));
  look.muscles = areas = make_muscles (form, base);
  frames = get_frames (form, start);
  return tonus_pose_derive (base, &look, frames, error);
}

gboolean
tonus_pose_form_keep (TonusRecord *form, TonusChart *chart, TonusPose *pose, GError **error)
{
  const char *start = get (form, "x-drawing/x-start");
  g_autofree char *frames = tonus_pose_spell_frames (pose);
  g_autofree char *text = start ? g_strconcat (start, "\n", g_strchomp (frames), NULL) : NULL;
  g_autofree char *value = text ? tonus_value_from_words (text) : NULL;

  return value && tonus_chart_set (chart, OBJECT, FRAMES, value, error);
}
