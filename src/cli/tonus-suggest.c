/* tonus-suggest.c - what a mistyped name was probably meant to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-suggest.h"

#include <string.h>

#include <glib/gi18n.h>

/* Longer names than any id are no typing mistakes, and the table below stays on the stack. */
#define LONGEST 96

typedef struct
{
  const char *name;
  guint distance;
  guint index;
} Candidate;

/* Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
static guint
count_mistakes (const char *a, const char *b)
{
  gsize a_length = strlen (a), b_length = strlen (b);
  guint rows[3][LONGEST + 1];

  if (a_length > LONGEST || b_length > LONGEST)
    return G_MAXUINT;

  for (gsize j = 0; j <= b_length; j++)
    rows[0][j] = j;
  for (gsize i = 1; i <= a_length; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
      row[0] = i;
      for (gsize j = 1; j <= b_length; j++)
        {
          row[j] = MIN (above[j], row[j - 1]) + 1;
          row[j] = MIN (row[j], above[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], two_above[j - 2] + 1);
        }
    }
  return rows[a_length % 3][b_length];
}

/* G_MAXUINT: too far to be meant. */
static guint
measure (const char *wanted, const char *name)
{
  gsize length = strlen (wanted);
  if (length >= 3 && (g_str_has_prefix (name, wanted) || g_str_has_suffix (name, wanted)))
    return 1;

  guint mistakes = count_mistakes (wanted, name);
  return mistakes <= MAX (2, length / 4) ? mistakes : G_MAXUINT;
}

static int
compare (gconstpointer left, gconstpointer right)
{
  const Candidate *a = left, *b = right;
  if (a->distance != b->distance)
    return a->distance < b->distance ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

GPtrArray *
tonus_suggest (const char *wanted, GPtrArray *candidates, guint most)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      const char *name = g_ptr_array_index (candidates, i);
      Candidate candidate = { name, measure (wanted, name), i };
      if (candidate.distance != G_MAXUINT)
        g_array_append_val (near, candidate);
    }
  g_array_sort (near, compare);
  for (guint i = 0; i < near->len && names->len < most; i++)
    {
      const char *name = g_array_index (near, Candidate, i).name;
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  return names;
}

char *
tonus_suggest_sentence (const char *wanted, GPtrArray *candidates)
{
  g_autoptr (GPtrArray) names = tonus_suggest (wanted, candidates, 3);
  g_autoptr (GString) list = g_string_new (NULL);

  if (names->len == 0)
    return g_strdup ("");
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s“%s”",
                            i == 0               ? ""
                            : i + 1 < names->len ? ", "
                                                 : _ (" or "),
                            (const char *) g_ptr_array_index (names, i));
  return g_strdup_printf (_ ("; did you mean %s?"), list->str);
}
