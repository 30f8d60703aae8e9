/* test-id.c - ids are spelt as RFC 4648 says and nothing else passes for one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-id.h"

#include <string.h>

static void
test_object_ids (void)
{
  static const struct
  {
    const char *bytes;
    const char *id;
  } cases[] = {
    { "foobarfoobarfoob", "mzxw6ytbojtg633cmfzgm33pmi" },
    { "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "aaaaaaaaaaaaaaaaaaaaaaaaaa" },
    { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
      "77777777777777777777777774" },
    { "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f",
      "aaaqeayeaudaocajbifqydiob4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = tonus_id_from_bytes ((const guint8 *) cases[i].bytes);
      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_true (tonus_id_is_valid (id));
    }
}

static void
test_row_ids (void)
{
  g_autofree char *id = tonus_row_id_from_bytes ((const guint8 *) "fooba");

  g_assert_cmpstr (id, ==, "mzxw6ytb");
  g_assert_true (tonus_row_id_is_valid (id));
}

/* Every bit of what is random reaches the id. */
static void
test_every_bit_counts (void)
{
  guint8 bytes[TONUS_ID_BYTES] = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint bit = 0; bit < 8 * TONUS_ID_BYTES; bit++)
    {
      bytes[bit / 8] = (guint8) (1 << (bit % 8));
      g_assert_true (g_hash_table_add (seen, tonus_id_from_bytes (bytes)));
      bytes[bit / 8] = 0;
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 8 * TONUS_ID_BYTES);
}

static void
test_hash (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *hash;
  } cases[] = {
    { "", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4" },
    { "abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a3" },
    { "a\0b", 3, "59b271ae1bbcb1d31d41929817f4b16fb439eb4f" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hash = tonus_hash_of (cases[i].data, cases[i].length);
      g_assert_cmpstr (hash, ==, cases[i].hash);
      g_assert_true (tonus_hash_is_valid (hash));
    }
}

typedef struct
{
  const char *text;
  gboolean is_id, is_row_id, is_hash, is_word, is_entry;
} ValidityCase;

static const ValidityCase validity_cases[] = {
  { NULL, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mzxw6ytboi4dcmrtgq2tmnzyhe", TRUE, FALSE, FALSE, TRUE, TRUE },
  { "mzxw6ytboi4dcmrtgq2tmnzyh", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "mzxw6ytboi4dcmrtgq2tmnzyhea", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "mzxw6ytboi4dcmrtgq2tmnzyh1", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "Mzxw6ytboi4dcmrtgq2tmnzyhe", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mzxw6ytboi4dcmrtgq2tmnzyh\xc3", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mzxw6ytboi4dcmrtgq2tmnzyhe\n", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mzxw6ytb", FALSE, TRUE, FALSE, TRUE, TRUE },
  { "mzxw6yt", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "mzxw6yt0", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "e3b0c44298fc1c149afbf4c8996fb92427ae41e4", FALSE, FALSE, TRUE, TRUE, TRUE },
  { "E3b0c44298fc1c149afbf4c8996fb92427ae41e4", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "e3b0c44298fc1c149afbf4c8996fb92427ae41e", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "e3b0c44298fc1c149afbf4c8996fb92427ae41e45", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "pain", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "a", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "hip-flexion", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "4-", FALSE, FALSE, FALSE, FALSE, TRUE },
  { "2+", FALSE, FALSE, FALSE, FALSE, TRUE },
  { "a+", FALSE, FALSE, FALSE, FALSE, TRUE },
  { "+2", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "-a", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "a.b", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "a/b", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "a;b", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "a b", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "a_b", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "..", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "a\xc3\xa9", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "abcdefghijklmnopqrstuvwxyz0123456789abcd", FALSE, FALSE, FALSE, TRUE, TRUE },
  { "abcdefghijklmnopqrstuvwxyz0123456789abcde", FALSE, FALSE, FALSE, FALSE, FALSE },
};

static void
test_validity (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (validity_cases); i++)
    {
      const ValidityCase *c = &validity_cases[i];

      g_test_message ("%s", c->text != NULL ? c->text : "(null)");
      g_assert_cmpint (tonus_id_is_valid (c->text), ==, c->is_id);
      g_assert_cmpint (tonus_row_id_is_valid (c->text), ==, c->is_row_id);
      g_assert_cmpint (tonus_hash_is_valid (c->text), ==, c->is_hash);
      g_assert_cmpint (tonus_word_is_valid (c->text), ==, c->is_word);
      g_assert_cmpint (tonus_entry_id_is_valid (c->text), ==, c->is_entry);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/object", test_object_ids);
  g_test_add_func ("/base/id/row", test_row_ids);
  g_test_add_func ("/base/id/every-bit", test_every_bit_counts);
  g_test_add_func ("/base/id/hash", test_hash);
  g_test_add_func ("/base/id/validity", test_validity);
  return g_test_run ();
}
