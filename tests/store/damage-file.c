/* damage-file.c - what befalls one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "damage.h"

void
harm_empty (Body *body)
{
  scratch_write (body->new_path, "", 0);
}

void
harm_nul_filled (Body *body)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autofree char *nuls = g_malloc0 (g_bytes_get_size (bytes));

  scratch_write (body->new_path, nuls, g_bytes_get_size (bytes));
}

void
harm_half (Body *body)
{
  g_autoptr (GBytes) bytes = body_read_new (body);

  scratch_write (body->new_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) / 2);
}

void
harm_nul_tail (Body *body)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

  memset (text + length - 100, 0, 100);
  scratch_write (body->new_path, text, length);
}

void
harm_longer (Body *body)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_string_append (text, "[pain]\nworst=9\n");
  scratch_write (body->new_path, text->str, text->len);
}

void
harm_bit (Body *body)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

  text[length / 3] ^= 4;
  scratch_write (body->new_path, text, length);
}

void
harm_swapped (Body *body)
{
  g_autoptr (GBytes) bytes = scratch_read (body->old_path);

  scratch_write (body->new_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
harm_huge (Body *body)
{
  unlink (body->new_path);
  scratch_write (body->new_path, "", 0);
  g_assert_cmpint (truncate (body->new_path, 40 << 20), ==, 0);
}

void
harm_link (Body *body)
{
  g_autofree char *elsewhere = g_build_filename (body->fixture->folder, "elsewhere", NULL);

  g_assert_cmpint (rename (body->new_path, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, body->new_path), ==, 0);
}

void
harm_dangling (Body *body)
{
  unlink (body->new_path);
  g_assert_cmpint (symlink ("/nowhere/at/all", body->new_path), ==, 0);
}

void
harm_fifo (Body *body)
{
  unlink (body->new_path);
  g_assert_cmpint (mkfifo (body->new_path, 0600), ==, 0);
}

void
harm_directory (Body *body)
{
  unlink (body->new_path);
  g_assert_cmpint (mkdir (body->new_path, 0700), ==, 0);
}

void
harm_gone (Body *body)
{
  unlink (body->new_path);
}

void
harm_parent_gone (Body *body)
{
  unlink (body->old_path);
}

void
harm_parent_cut (Body *body)
{
  scratch_write (body->old_path, "cut", 3);
}

void
harm_both (Body *body)
{
  scratch_write (body->old_path, "", 0);
  scratch_write (body->new_path, "", 0);
}

void
harm_both_gone (Body *body)
{
  unlink (body->old_path);
  unlink (body->new_path);
}
