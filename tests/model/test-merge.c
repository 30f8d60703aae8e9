/* test-merge.c - merging two revisions, against a slow and plain merge of path maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "keyfile-oracle.h"
#include "plain-schema.h"
#include "random-record.h"
#include "tonus-merge.h"
#include "tonus-record-text.h"

#define HEAD "[Tonus]\nFormat=1\nKind=visit\nObject=" PLAIN_OBJECT "\n\n"

static TonusRecord *
read_text (TonusSchema *schema, const char *text)
{
  g_autoptr (GError) error = NULL;
  TonusRecord *record =
      tonus_record_from_text (schema, text, strlen (text), TONUS_READ_KEEP, NULL, &error);

  g_assert_no_error (error);
  return record;
}

/* All of a record's text as "group/key" → raw, by GKeyFile. */
static GHashTable *
map_of (TonusRecord *record)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GString) text = tonus_record_to_text (record);
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_data (file, text->str, text->len, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 1; groups[i] != NULL; i++) /* without [Tonus] */
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      for (guint j = 0; keys[j] != NULL; j++)
        g_hash_table_insert (map, g_strconcat (groups[i], "/", keys[j], NULL),
                             g_key_file_get_value (file, groups[i], keys[j], NULL));
    }
  return map;
}

/* The merged map; paths in conflict are added to @conflicts. */
static GHashTable *
merge_maps (GHashTable *base, GHashTable *ours, GHashTable *theirs, GHashTable *conflicts)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *maps[] = { ours, theirs };

  for (guint i = 0; i < 2; i++)
    {
      GHashTableIter iter;
      gpointer path;

      g_hash_table_iter_init (&iter, maps[i]);
      while (g_hash_table_iter_next (&iter, &path, NULL))
        {
          const char *b = base == NULL ? NULL : g_hash_table_lookup (base, path);
          const char *o = g_hash_table_lookup (ours, path);
          const char *t = g_hash_table_lookup (theirs, path);
          gboolean same = g_strcmp0 (o, t) == 0;
          gboolean ours_changed = base == NULL || g_strcmp0 (b, o) != 0;
          gboolean theirs_changed = base == NULL || g_strcmp0 (b, t) != 0;
          const char *result = theirs_changed && !ours_changed ? t : o;

          if (!same && ours_changed && theirs_changed)
            g_hash_table_add (conflicts, g_strdup (path));
          if (result != NULL)
            g_hash_table_insert (all, g_strdup (path), g_strdup (result));
        }
    }
  return all;
}

static void
assert_same_map (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer path, text;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &path, &text))
    g_assert_cmpstr (text, ==, g_hash_table_lookup (b, path));
  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
}

static void
assert_same (TonusRecord *a, TonusRecord *b)
{
  g_autoptr (GHashTable) map_a = map_of (a);
  g_autoptr (GHashTable) map_b = map_of (b);

  assert_same_map (map_a, map_b);
}

static void
assert_conflicts (GPtrArray *conflicts, GHashTable *expected)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const TonusConflict *conflict = conflicts->pdata[i];

      g_assert_true (g_hash_table_contains (expected, conflict->path));
      g_assert_cmpstr (conflict->ours, !=, conflict->theirs);
    }
  g_assert_cmpuint (conflicts->len, ==, g_hash_table_size (expected));
}

/* Some text in [unread] and in groups no schema knows. */
static TonusRecord *
sprinkle (GRand *rand, TonusRecord *record)
{
  g_autoptr (GString) text = tonus_record_to_text (record);

  for (char group = 'a'; group <= 'c'; group++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      g_string_append_printf (text, "\n[later/%c]\nx=%d\n%s=1\n", group,
                              g_rand_int_range (rand, 0, 2), g_rand_boolean (rand) ? "y" : "z[es]");
  g_string_append (text, "\n[unread]\n");
  for (char key = 'a'; key <= 'c'; key++)
    if (g_rand_boolean (rand))
      g_string_append_printf (text, "later/%c=typed %d\n", key, g_rand_int_range (rand, 0, 2));
  return read_text (tonus_record_get_schema (record), text->str);
}

static TonusRecord *
edited (GRand *rand, TonusRecord *base)
{
  g_autoptr (TonusRecord) copy = tonus_record_copy (base);
  g_autoptr (TonusChangeset) edits = random_changes (rand, copy, 12);
  g_autoptr (GError) error = NULL;

  tonus_record_apply (copy, edits, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&copy);
}

/* Is the map a record's?  A measure chosen here and a score out of its limits there make none, and
 * plain maps know nothing of that. */
static gboolean
is_record (TonusSchema *schema, const char *kind, GHashTable *map)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *head = g_strdup_printf ("[Tonus]\nKind=%s\n", kind);
  GHashTableIter iter;
  gpointer path, raw;

  g_key_file_load_from_data (file, head, strlen (head), G_KEY_FILE_NONE, NULL);
  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &path, &raw))
    {
      const char *slash =
          g_str_has_prefix (path, "unread/") ? strchr (path, '/') : strrchr (path, '/');
      g_autofree char *group = g_strndup (path, (gsize) (slash - (char *) path));

      g_key_file_set_value (file, group, slash + 1, raw);
    }
  g_autofree char *text = g_key_file_to_data (file, NULL, NULL);
  g_autoptr (TonusRecord) record = read_text (schema, text);
  g_autoptr (GHashTable) again = map_of (record);
  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (again, path))
      return FALSE;
  return TRUE;
}

static void
check_laws (TonusRecord *base, TonusRecord *a, TonusRecord *b)
{
  g_autoptr (TonusRecord) same = tonus_merge (base, a, a, NULL);
  g_autoptr (TonusRecord) ours_only = tonus_merge (base, a, base, NULL);
  g_autoptr (TonusRecord) theirs_only = tonus_merge (base, base, b, NULL);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) mirrored = NULL;
  g_autoptr (TonusRecord) ab = tonus_merge (base, a, b, &conflicts);
  g_autoptr (TonusRecord) ba = tonus_merge (base, b, a, &mirrored);

  assert_same (same, a);
  assert_same (ours_only, a);
  assert_same (theirs_only, b);
  keyfile_oracle_check_record (ab);
  if (conflicts->len == 0 && mirrored->len == 0)
    assert_same (ab, ba);
}

static gboolean
check_against_maps (TonusRecord *base, TonusRecord *a, TonusRecord *b)
{
  g_autoptr (GHashTable) base_map = base == NULL ? NULL : map_of (base);
  g_autoptr (GHashTable) a_map = map_of (a);
  g_autoptr (GHashTable) b_map = map_of (b);
  g_autoptr (GHashTable) expected_conflicts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) expected = merge_maps (base_map, a_map, b_map, expected_conflicts);
  if (!is_record (tonus_record_get_schema (a), tonus_record_get_kind (a), expected))
    return FALSE;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (TonusRecord) merged = tonus_merge (base, a, b, &conflicts);
  g_autoptr (GHashTable) merged_map = map_of (merged);

  assert_same_map (merged_map, expected);
  assert_conflicts (conflicts, expected_conflicts);
  return TRUE;
}

static void
check_by_chance (TonusSchema *schema, const char *kind, guint rounds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  guint n_compared = 0;

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (TonusRecord) plain = random_record (rand, schema, kind, 20);
      g_autoptr (TonusRecord) plain_a = edited (rand, plain);
      g_autoptr (TonusRecord) plain_b = edited (rand, plain);
      g_autoptr (TonusRecord) base = sprinkle (rand, plain);
      g_autoptr (TonusRecord) a = sprinkle (rand, plain_a);
      g_autoptr (TonusRecord) b = sprinkle (rand, plain_b);

      check_laws (base, a, b);
      n_compared += check_against_maps (base, a, b);
      n_compared += check_against_maps (NULL, a, b);
    }
  g_assert_cmpuint (n_compared, >, rounds);
}

static void
test_by_chance (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();

  check_by_chance (schema, "visit", 200);
  check_by_chance (tonus_schema_get_default (), "patient", 40);
}

static void
test_laws_default (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (TonusRecord) base = random_record (rand, tonus_schema_get_default (), "visit", 40);
      g_autoptr (TonusRecord) a = edited (rand, base);
      g_autoptr (TonusRecord) b = edited (rand, base);

      check_laws (base, a, b);
    }
}

static void
test_table (void)
{
  static const struct
  {
    const char *base, *ours, *theirs, *merged, *conflict;
  } rows[] = {
    { "[pain]\nnow=5\n", "[pain]\nnow=6\n", "[pain]\nnow=5\nnight=yes\n",
      "[pain]\nnow=6\nnight=yes\n", NULL },
    { "[pain]\nnow=5\n", "[pain]\nnow=6\n", "[pain]\nnow=7\n", "[pain]\nnow=6\n", "pain/now" },
    { "[pain]\nnow=5\n", "[pain]\nnow=6\n", "", "[pain]\nnow=6\n", "pain/now" },
    { "[pain]\nnow=5\n", "", "[pain]\nnow=7\n", "", "pain/now" },
    { "[pain]\nnow=5\n", "[pain]\nnow=5\n", "", "", NULL },
    { NULL, "[pain]\nnow=5\n", "", "[pain]\nnow=5\n", "pain/now" },
    { NULL, "[pain]\nnow=5\n", "[pain]\nnow=5\n", "[pain]\nnow=5\n", NULL },
    { "", "[event/aaaaaaaa]\nnote=a\n", "[event/bbbbbbbb]\nnote=b\n",
      "[event/aaaaaaaa]\nnote=a\n\n[event/bbbbbbbb]\nnote=b\n", NULL },
    { "[x]\na=1\n", "[x]\na=1\nb=2\n", "[x]\na=3\nc=4\n", "[x]\na=3\nb=2\nc=4\n", NULL },
    { "[x]\na=1\n", "[x]\na=2\n", "[x]\na=3\n", "[x]\na=2\n", "x/a" },
    { "[unread]\nx/y=a\n", "[unread]\nx/y=b\n", "[unread]\nx/y=c\n", "[unread]\nx/y=b\n",
      "unread/x/y" },
    /* They found the value; we were still typing: nobody's words are dropped. */
    { "[unread]\npain/now=a\n", "[unread]\npain/now=b\n", "[pain]\nnow=7\n",
      "[pain]\nnow=7\n\n[unread]\npain/now=b\n", "unread/pain/now" },
    { "[unread]\npain/now=a\n", "[unread]\npain/now=a\n", "[pain]\nnow=7\n", "[pain]\nnow=7\n",
      NULL },
    /* A measure chosen here, a score out of its limits there. */
    { "[event/aaaaaaaa]\nmeasure=odi\nscore=9\n", "[event/aaaaaaaa]\nmeasure=psfs\nscore=9\n",
      "[event/aaaaaaaa]\nmeasure=odi\nscore=70\n", "[event/aaaaaaaa]\nmeasure=psfs\nscore=9\n",
      "event/aaaaaaaa/score" },
  };
  g_autoptr (TonusSchema) schema = plain_schema_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *base_text = g_strconcat (HEAD, rows[i].base, NULL);
      g_autofree char *ours_text = g_strconcat (HEAD, rows[i].ours, NULL);
      g_autofree char *theirs_text = g_strconcat (HEAD, rows[i].theirs, NULL);
      g_autofree char *merged_text = g_strconcat (HEAD, rows[i].merged, NULL);
      g_autoptr (TonusRecord) base = rows[i].base == NULL ? NULL : read_text (schema, base_text);
      g_autoptr (TonusRecord) ours = read_text (schema, ours_text);
      g_autoptr (TonusRecord) theirs = read_text (schema, theirs_text);
      g_autoptr (TonusRecord) expected = read_text (schema, merged_text);
      g_autoptr (GPtrArray) conflicts = NULL;
      g_autoptr (TonusRecord) merged = tonus_merge (base, ours, theirs, &conflicts);
      g_autoptr (GString) text = tonus_record_to_text (merged);
      g_autoptr (GString) wanted = tonus_record_to_text (expected);

      g_assert_cmpstr (text->str, ==, wanted->str);
      g_assert_cmpuint (conflicts->len, ==, rows[i].conflict != NULL);
      if (rows[i].conflict != NULL)
        g_assert_cmpstr (((TonusConflict *) conflicts->pdata[0])->path, ==, rows[i].conflict);
    }
}

static void
test_conflict_sides (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();
  g_autoptr (TonusRecord) base = read_text (schema, HEAD "[pain]\nnow=5\n");
  g_autoptr (TonusRecord) ours = read_text (schema, HEAD "[pain]\nnow=6\n");
  g_autoptr (TonusRecord) theirs = read_text (schema, HEAD);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (TonusRecord) merged = tonus_merge (base, ours, theirs, &conflicts);
  const TonusConflict *conflict = conflicts->pdata[0];

  g_assert_cmpstr (conflict->base, ==, "5");
  g_assert_cmpstr (conflict->ours, ==, "6");
  g_assert_null (conflict->theirs);
  g_assert_true (merged != ours);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/table", test_table);
  g_test_add_func ("/merge/conflict-sides", test_conflict_sides);
  g_test_add_func ("/merge/by-chance", test_by_chance);
  g_test_add_func ("/merge/laws-default", test_laws_default);
  return g_test_run ();
}
