/* test-damage-kinds.c - damage to a record of every kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short form does each damage to one kind, another one each time; -m slow does all to all.
 */
#include <string.h>

#include <glib.h>

#include "damage.h"

static const Case cases[] = {
  { "empty", harm_empty, LEFT_OLD, DAMAGE, "promises" },
  { "nul-filled", harm_nul_filled, LEFT_OLD, DAMAGE, "promises" },
  { "half-copied", harm_half, LEFT_OLD, DAMAGE, "promises" },
  { "nul-tail", harm_nul_tail, LEFT_OLD, DAMAGE, "promises" },
  { "longer", harm_longer, LEFT_OLD, DAMAGE, "promises" },
  { "one-bit", harm_bit, LEFT_OLD, DAMAGE, "promises" },
  { "swapped", harm_swapped, LEFT_OLD, DAMAGE, "promises" },
  { "huge", harm_huge, LEFT_OLD, DAMAGE, "larger" },
  { "link", harm_link, LEFT_OLD, DAMAGE, "link" },
  { "dangling-link", harm_dangling, LEFT_OLD, DAMAGE, "link" },
  { "fifo", harm_fifo, LEFT_OLD, DAMAGE, "no plain file" },
  { "directory", harm_directory, LEFT_OLD, DAMAGE, "no plain file" },
  { "gone", harm_gone, LEFT_OLD, NOTE, NULL },
  { "parent-gone", harm_parent_gone, LEFT_NEW, WARNING, "incomplete" },
  { "parent-cut", harm_parent_cut, LEFT_NEW, DAMAGE, "promises" },
  { "both-empty", harm_both, LEFT_NONE, DAMAGE, "promises" },
  { "conflict-copy", harm_conflict_copy, LEFT_NEW, WARNING, "sync program" },
  { "renamed-by-sync", harm_renamed, LEFT_OLD, NOTE, "nothing of Tonus" },
  { "other-folder", harm_other_shelf, LEFT_NEW, DAMAGE, "Patient" },
  { "renumbered", harm_renumbered, LEFT_OLD, DAMAGE, "Revision" },
  { "other-kind", harm_other_kind, LEFT_OLD, DAMAGE, "Kind" },
  { "wrong-object", harm_wrong_object, LEFT_NEW, DAMAGE, "Object" },
  { "newer-format", harm_newer_format, LEFT_NEW, NOTE, "newer Tonus" },
  { "absent-parent", harm_absent_parent, LEFT_NEW, WARNING, "incomplete" },
  { "strange-parent", harm_strange_parent, LEFT_NEW, WARNING, "incomplete" },
  { "number-backwards", harm_number_backwards, LEFT_NEW, NOTE, "number" },
  { "fork", harm_fork, LEFT_NEW, NOTE, "versions" },
  { "two-signed", harm_two_signed, LEFT_NEW, WARNING, "signed" },
  { "changed-after-signing", harm_changed_after_signing, LEFT_NEW, WARNING, "signed" },
  { "clock-1970", harm_clock_1970, LEFT_NEW, NOTE, "clock" },
  { "clock-2099", harm_clock_2099, LEFT_NEW, NOTE, "clock" },
  { "clock-nonsense", harm_clock_nonsense, LEFT_OLD, DAMAGE, "no record" },
  { "duplicate-key", harm_duplicate_key, LEFT_NEW, DAMAGE, "twice" },
  { "no-header", harm_no_header, LEFT_NEW, DAMAGE, "no record" },
  { "not-utf8", harm_not_utf8, LEFT_NEW, DAMAGE, "UTF-8" },
};

static guint n_cases;

typedef struct
{
  const Case *item;
  const char *kind;
} Pair;

static void
test_pair (gconstpointer data)
{
  const Pair *pair = data;

  case_run (pair->item, pair->kind);
  n_cases++;
}

static void
add_pair (const Case *item, const char *kind)
{
  g_autofree char *path = g_strdup_printf ("/damage-kinds/%s/%s", kind, item->name);
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair){ item, kind };
  g_test_add_data_func_full (path, pair, test_pair, g_free);
}

/* --- every bit, every length --- */

static gboolean
is_noticed (Body *body)
{
  g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
  g_autoptr (TonusObject) object = tonus_practice_get_object (practice, body->object, NULL);

  return object != NULL && object->damaged->len == 1 && object->revisions->len == 1;
}

static void
test_every_bit (gconstpointer kind)
{
  Body *body = body_new (kind);
  g_autoptr (GBytes) bytes = body_read_new (body);
  gsize length = g_bytes_get_size (bytes);
  guint n = 0;

  for (gsize bit = 0; bit < length * 8; bit++)
    {
      g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      text[bit / 8] ^= (char) (1 << (bit % 8));
      scratch_write (body->new_path, text, length);
      g_assert_true (is_noticed (body));
      n++;
    }
  for (gsize cut = 0; cut < length; cut++)
    {
      scratch_write (body->new_path, g_bytes_get_data (bytes, NULL), cut);
      g_assert_true (is_noticed (body));
      n++;
    }
  g_test_message ("%s: %u bit flips and truncations, all noticed", (const char *) kind, n);
  body_free (body);
}

static void
add_every_bit (const char *kind)
{
  g_autofree char *path = g_strconcat ("/damage-kinds/every-bit/", kind, NULL);

  g_test_add_data_func (path, kind, test_every_bit);
}

int
main (int argc, char **argv)
{
  guint n_kinds = g_strv_length ((char **) all_kinds);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < n_kinds; j++)
      if (g_test_slow () || i % n_kinds == j)
        add_pair (&cases[i], all_kinds[j]);
  for (guint j = 0; j < n_kinds; j++)
    if (g_test_slow () || strcmp (all_kinds[j], "visit") == 0)
      add_every_bit (all_kinds[j]);
  int status = g_test_run ();
  g_test_message ("%u damaged practices, all opened and explained", n_cases);
  return status;
}
