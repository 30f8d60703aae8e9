/* tonus-own-exercise.c - an exercise that the practice wrote itself: its form, and its row of the
 * catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-figure.h"
#include "tonus-own-exercise.h"
#include "tonus-picture-name.h"
#include "tonus-text.h"

#define ID_MOST 40
#define TRIES_MOST 100

/* What the form asks for, and the column of the catalogue it goes to; a column's "[es]" is its
 * language.  In the order of the form. */
static const struct
{
  const char *section;
  const char *id;
  const char *label;
  const char *kind; /* with the attributes that follow it */
  const char *column;
} asked[] = {
  { "x-own", "x-name", N_ ("Name"), "text\nlength=60\nwidth=28", "Label" },
  { "x-own", "x-region", N_ ("Region"), "choice\nchoices=region\nwidth=20", "region" },
  { "x-own", "x-kind", N_ ("Kind"), "choice\nchoices=exercise-type\nwidth=16", "type" },
  { "x-own", "x-position", N_ ("Position"), "choices\nchoices=exercise-position\nwidth=20",
    "position" },
  { "x-own", "x-equipment", N_ ("Equipment"), "choices\nchoices=exercise-equipment\nwidth=20",
    "equipment" },
  { "x-own", "x-level", N_ ("Level"), "integer\nmin=1\nmax=5\nwidth=3", "level" },
  { "x-own", "x-picture", N_ ("Picture of"), "choice\nchoices=x-pose\nwidth=28", "picture" },
  { "x-own-dose", "x-sets", N_ ("Sets"), "integer\nmin=1\nmax=10\nwidth=3", "dose-sets" },
  { "x-own-dose", "x-reps", N_ ("Reps"), "integer\nmin=1\nmax=100\nwidth=4", "dose-reps" },
  { "x-own-dose", "x-hold", N_ ("Hold"), "integer\nunit=s\nmin=0\nmax=300\nwidth=4", "dose-hold" },
  { "x-own-dose", "x-times-a-day", N_ ("Times a day"), "integer\nmin=1\nmax=10\nwidth=3",
    "dose-times-a-day" },
  { "x-own-dose", "x-days-a-week", N_ ("Days a week"), "integer\nmin=1\nmax=7\nwidth=3",
    "dose-days-a-week" },
};

/* What the patient reads, once for each language. */
static const struct
{
  const char *id;
  const char *label;
  const char *column;
} words[] = {
  { "x-title", N_ ("Name"), "name" },    { "x-step1", N_ ("Step 1"), "step1" },
  { "x-step2", N_ ("Step 2"), "step2" }, { "x-step3", N_ ("Step 3"), "step3" },
  { "x-step4", N_ ("Step 4"), "step4" }, { "x-step5", N_ ("Step 5"), "step5" },
  { "x-step6", N_ ("Step 6"), "step6" }, { "x-feel", N_ ("Feel:"), "feel" },
  { "x-stop", N_ ("Stop if"), "stop" },
};

static const struct
{
  const char *language; /* NULL: English, which stands where another is missing */
  const char *section;
  const char *label;
} languages[] = {
  { NULL, "x-own-en", N_ ("What the patient reads, in English") },
  { "es", "x-own-es", N_ ("In Spanish") },
  { "de", "x-own-de", N_ ("In German") },
};

/* --- the form's own schema --- */

static void
add_section (GString *text, const char *id, const char *label)
{
  g_string_append_printf (text, "[%s]\nLabel=%s\nholds=snippet;\n\n", id, label);
}

static void
add_field (GString *text, const char *section, const char *id, const char *label, const char *kind)
{
  g_string_append_printf (text, "[%s/%s]\nkind=%s\nLabel=%s\n\n", section, id, kind, label);
}

/* Attributes come after the label in no schema file, but their order is free. */
static void
add_asked (GString *text, const char *section, const char *label)
{
  add_section (text, section, label);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_str_equal (asked[i].section, section))
      add_field (text, section, asked[i].id, asked[i].label, asked[i].kind);
}

static void
add_words (GString *text, const char *section, const char *label)
{
  add_section (text, section, label);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_field (text, section, words[i].id, words[i].label, "text\nlength=200\nwidth=56");
}

static const TonusEntry *
find_by_pose (TonusSchema *practice, const char *pose)
{
  TonusCatalogue *exercises = tonus_schema_find_catalogue (practice, "exercise");
  GPtrArray *entries = tonus_catalogue_get_entries (exercises);
  const TonusEntry *own = tonus_catalogue_lookup (exercises, pose);

  if (own && !own->is_retired)
    return own;
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);

      if (!entry->is_retired && !g_str_has_prefix (entry->id, "x-") &&
          g_strcmp0 (tonus_entry_get (entry, "picture"), pose) == 0)
        return entry;
    }
  return NULL;
}

void
tonus_own_exercise_add_poses (GString *text, TonusSchema *practice)
{
  g_auto (GStrv) poses = tonus_pose_list_ids ();

  g_string_append (text, "[x-pose]\nLabel=Picture\n\n");
  for (guint i = 0; poses[i]; i++)
    {
      const TonusEntry *exercise = find_by_pose (practice, poses[i]);

      if (exercise)
        g_string_append_printf (text, "[x-pose/x-%s]\nLabel=%s\n\n", poses[i],
                                tonus_entry_label (exercise));
    }
}

TonusSchema *
tonus_own_exercise_make_schema (TonusSchema *practice)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TonusSchemaSource source = { "own-exercise", NULL };
  TonusSchema *schema;

  tonus_own_exercise_add_poses (text, practice);
  add_asked (text, "x-own", N_ ("Own exercise"));
  add_asked (text, "x-own-dose", N_ ("Dose it starts with"));
  add_section (text, "x-own-picture", N_ ("Picture"));
  add_field (text, "x-own-picture", "x-file", N_ ("Picture"), "text\nlength=100");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    add_words (text, languages[i].section, languages[i].label);
  source.text = text->str;
  schema = tonus_schema_new_extended (&source, 1, &error);
  if (!schema)
    g_error ("The form of an own exercise is wrong: %s", error->message);
  return schema;
}

GPtrArray *
tonus_own_exercise_list_sections (TonusSchema *form)
{
  GPtrArray *sections = g_ptr_array_new ();

  g_ptr_array_add (sections, (gpointer) tonus_schema_find_section (form, "x-own"));
  g_ptr_array_add (sections, (gpointer) tonus_schema_find_section (form, "x-own-dose"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_ptr_array_add (sections, (gpointer) tonus_schema_find_section (form, languages[i].section));
  return sections;
}

/* --- the form --- */

static void
put (TonusRecord *form, const char *section, const char *id, const char *text)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *path = tonus_path_join (section, NULL, id);

  if (!text)
    return;
  tonus_changeset_set (changes, tonus_record_get_object (form), path, text);
  /* What the form has no place for is left out of it. */
  tonus_record_apply (form, changes, NULL);
}

static gboolean
is_words (TonusRecord *form, const char *section, const char *id)
{
  const TonusField *field = tonus_section_lookup (
      tonus_schema_find_section (tonus_record_get_schema (form), section), id);

  return field->kind == TONUS_KIND_TEXT;
}

static void
put_column (TonusRecord *form, const char *section, const char *id, const char *column_text)
{
  g_autofree char *value = column_text && is_words (form, section, id)
                               ? tonus_value_from_words (column_text)
                               : g_strdup (column_text);

  put (form, section, id, value);
}

/* Files are one field, a shipped pose the other. */
static void
put_picture (TonusRecord *form, const char *picture)
{
  g_autofree char *pose = picture ? g_strconcat ("x-", picture, NULL) : NULL;

  if (tonus_picture_is_files (picture))
    put_column (form, "x-own-picture", "x-file", picture);
  else
    put_column (form, "x-own", "x-picture", pose);
}

static void
put_words (TonusRecord *form, const TonusEntry *exercise, guint language)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *column =
          languages[language].language
              ? g_strdup_printf ("%s[%s]", words[i].column, languages[language].language)
              : g_strdup (words[i].column);

      put_column (form, languages[language].section, words[i].id,
                  tonus_entry_get (exercise, column));
    }
}

TonusRecord *
tonus_own_exercise_new (TonusSchema *form, const TonusEntry *exercise)
{
  TonusRecord *record = tonus_record_new (form, "snippet", "ownexercise000000");

  if (!exercise)
    return record;
  put_column (record, "x-own", "x-name", exercise->label);
  for (guint i = 1; i < G_N_ELEMENTS (asked); i++)
    {
      const char *text = tonus_entry_get (exercise, asked[i].column);

      if (g_str_equal (asked[i].column, "picture"))
        put_picture (record, text);
      else
        put_column (record, asked[i].section, asked[i].id, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    put_words (record, exercise, i);
  return record;
}

/* Words, or a value; NULL when there is none or it was not tested.  (transfer full) */
static char *
take (TonusRecord *form, const char *section, const char *id)
{
  const char *text = tonus_record_get_at (form, section, NULL, id);

  if (!text || tonus_value_is_not_tested (text))
    return NULL;
  return is_words (form, section, id) ? tonus_value_to_words (text) : g_strdup (text);
}

char *
tonus_own_exercise_say_missing (TonusRecord *form)
{
  g_autofree char *name = take (form, "x-own", "x-name");
  g_autofree char *step = take (form, "x-own-en", "x-step1");
  guint n_unread = g_hash_table_size (tonus_record_get_unread (form));

  if (n_unread)
    return g_strdup (_ ("Something could not be read: correct what is marked red."));
  if (!name)
    return g_strdup (_ ("It needs a name."));
  if (!step)
    return g_strdup (_ ("It needs a first step that the patient can read."));
  return NULL;
}

/* --- the row of the catalogue --- */

/* Letters, figures and single hyphens. */
static char *
make_kebab (const char *name)
{
  g_autofree char *folded = tonus_text_fold (name);
  GString *kebab = g_string_new ("x-");

  for (const char *p = folded; *p && kebab->len < ID_MOST - 4; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (kebab, *p);
    else if (kebab->str[kebab->len - 1] != '-')
      g_string_append_c (kebab, '-');
  while (kebab->len > 2 && kebab->str[kebab->len - 1] == '-')
    g_string_truncate (kebab, kebab->len - 1);
  if (kebab->len == 2)
    g_string_append (kebab, "exercise");
  return g_string_free (kebab, FALSE);
}

char *
tonus_own_exercise_make_id (TonusSchema *practice, TonusRecord *form)
{
  TonusCatalogue *exercises = tonus_schema_find_catalogue (practice, "exercise");
  g_autofree char *name = take (form, "x-own", "x-name");
  char *id = make_kebab (name ? name : "");
  g_autofree char *first = g_strdup (id);

  for (guint i = 2; tonus_catalogue_lookup (exercises, id) && i < TRIES_MOST; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", first, i);
    }
  return id;
}

static void
set_column (GKeyFile *file, const char *group, const char *column, const char *text)
{
  if (text && *text)
    g_key_file_set_string (file, group, column, text);
  else
    g_key_file_remove_key (file, group, column, NULL);
}

static void
set_asked (GKeyFile *file, const char *group, TonusRecord *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *text = g_str_equal (asked[i].column, "picture")
                                  ? tonus_own_exercise_get_picture (form)
                                  : take (form, asked[i].section, asked[i].id);

      set_column (file, group, asked[i].column, text);
    }
}

static void
set_words (GKeyFile *file, const char *group, TonusRecord *form, guint language)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = take (form, languages[language].section, words[i].id);
      g_autofree char *column =
          languages[language].language
              ? g_strdup_printf ("%s[%s]", words[i].column, languages[language].language)
              : g_strdup (words[i].column);

      /* The patient's name of it is the therapist's, unless another one is given. */
      if (!text && !languages[language].language && i == 0)
        text = take (form, "x-own", "x-name");
      set_column (file, group, column, text);
    }
}

/* Our own lines of the header are the store's to write. */
static void
set_header (GKeyFile *file, const char *object)
{
  g_key_file_remove_group (file, "Tonus", NULL);
  g_key_file_set_integer (file, "Tonus", "Format", 1);
  g_key_file_set_string (file, "Tonus", "Kind", "catalogue");
  if (object)
    g_key_file_set_string (file, "Tonus", "Object", object);
}

/* The header is to stand first, and a removed group comes back last. */
static char *
put_header_first (GKeyFile *file, const char *object)
{
  g_autoptr (GKeyFile) header = g_key_file_new ();
  g_autofree char *head = NULL, *rest = NULL;

  g_key_file_remove_group (file, "Tonus", NULL);
  set_header (header, object);
  head = g_key_file_to_data (header, NULL, NULL);
  rest = g_key_file_to_data (file, NULL, NULL);
  return g_strconcat (head, "\n", rest, NULL);
}

char *
tonus_own_exercise_make_text (
    TonusRecord *form, const char *id, const char *before, const char *object, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *group = g_strconcat ("exercise/", id, NULL);

  if (!g_key_file_load_from_data (file, before ? before : "[exercise]\n\n", (gsize) -1,
                                  G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;
  set_asked (file, group, form);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    set_words (file, group, form, i);
  return put_header_first (file, object);
}

char *
tonus_own_exercise_make_words (TonusRecord *form)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *line = take (form, languages[0].section, words[i].id);

      if (line)
        g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}
