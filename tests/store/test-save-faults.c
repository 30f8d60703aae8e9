/* test-save-faults.c - every call of saving fails once in every way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib.h>

#include "fault-flow.h"
#include "scratch.h"
#include "tonus-save.h"

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = tonus_read_file (tonus_io_real (), path, 1 << 20, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

static gboolean
save_new (const char *folder, const char *name, const char *text, GError **error)
{
  return tonus_save_new (tonus_io_real (), folder, name, text, strlen (text), error);
}

#define OLD "the old text, which must stay whole\n"
#define NEW "the new text, which must come whole or not at all\n"

static gpointer
flow_set_up (void)
{
  char *folder = scratch_make ();

  g_assert_true (save_new (folder, "old", OLD, NULL));
  return folder;
}

static void
flow_tear_down (gpointer data)
{
  scratch_remove (data);
  g_free (data);
}

static gboolean
run_new (TonusIo *io, gpointer data, GError **error)
{
  return tonus_save_new (io, data, "new", NEW, strlen (NEW), error);
}

static gboolean
run_new_folder (TonusIo *io, gpointer data, GError **error)
{
  g_autofree char *sub = g_build_filename (data, "sub", NULL);

  return tonus_save_new (io, sub, "new", NEW, strlen (NEW), error);
}

static gboolean
run_replacing (TonusIo *io, gpointer data, GError **error)
{
  g_autofree char *path = g_build_filename (data, "old", NULL);

  return tonus_save_replacing (io, path, NEW, strlen (NEW), error);
}

static void
check_new_at (TonusIo *io, const char *folder, FlowResult result)
{
  g_autofree char *text = read_text (folder, "new");
  g_autoptr (GError) error = NULL;

  g_assert_true (result != FLOW_DONE || text != NULL);
  if (text != NULL)
    g_assert_cmpstr (text, ==, NEW);
  /* And afterwards it goes. */
  g_assert_true (tonus_save_new (io, folder, "new", NEW, strlen (NEW), &error));
  g_assert_no_error (error);
}

static void
check_new (gpointer data, FlowResult result)
{
  g_autofree char *old = read_text (data, "old");

  g_assert_cmpstr (old, ==, OLD);
  check_new_at (tonus_io_real (), data, result);
  /* Unless the process died, or could not even delete, no temporary file is left. */
  g_assert_cmpuint (scratch_count (data), <=, 3);
}

static void
check_new_folder (gpointer data, FlowResult result)
{
  g_autofree char *sub = g_build_filename (data, "sub", NULL);

  check_new_at (tonus_io_real (), sub, result);
}

static void
check_replacing (gpointer data, FlowResult result)
{
  g_autofree char *text = read_text (data, "old");
  g_autofree char *path = g_build_filename (data, "old", NULL);

  g_assert_true (g_strcmp0 (text, OLD) == 0 || g_strcmp0 (text, NEW) == 0);
  g_assert_true (result != FLOW_DONE || g_strcmp0 (text, NEW) == 0);
  g_assert_true (tonus_save_replacing (tonus_io_real (), path, NEW, strlen (NEW), NULL));
}

static void
test_faults (void)
{
  static const Flow flows[] = {
    { "save new", flow_set_up, run_new, check_new, flow_tear_down },
    { "save new in a new folder", flow_set_up, run_new_folder, check_new_folder, flow_tear_down },
    { "replace", flow_set_up, run_replacing, check_replacing, flow_tear_down },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      FlowTally tally = flow_fail_everywhere (&flows[i]);
      g_test_message ("%s: %u points of failure, %u reported, %u survived, %u killed",
                      flows[i].name, tally.points, tally.failed, tally.done, tally.killed);
      g_assert_cmpuint (tally.failed, >, 20);
      g_assert_cmpuint (tally.killed, >, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/save-faults/all", test_faults);
  return g_test_run ();
}
