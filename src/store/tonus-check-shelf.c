/* tonus-check-shelf.c - every file of one folder of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-check-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-date.h"

/* Clocks that were never set begin in 1970; no record is older than this program. */
#define EARLIEST G_GINT64_CONSTANT (946684800) /* 2000-01-01 */
#define DAY_SECONDS (24 * 60 * 60)

static void
check_foreign (TonusCheck *self, TonusShelf *shelf, const char *place, const char *name)
{
  g_autofree char *where = g_build_filename (place, name, NULL);

  if (g_str_has_suffix (name, ".keyfile"))
    tonus_finding_add (
        self->findings, TONUS_FINDING_WARNING, where,
        _ ("This is not the name of a record (a copy that a sync program left?) and was passed "
           "over. If no record of the same content is here under its own name, rename it "
           "to kind-object-revision-hash.keyfile; else move it away."));
  else
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, where,
        _ ("This is nothing of Tonus and is left alone. Move it away if nobody needs it here."));
}

static void
check_moment (TonusCheck *self, const TonusFacts *facts, const char *where)
{
  gint64 written = facts->written != NULL ? tonus_moment_parse (facts->written) : -1;

  if (written < 0)
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, where,
        _ ("It does not say when it was written. The order of revisions does not hang on that."));
  else if (written < EARLIEST || written > self->now + DAY_SECONDS)
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, where,
        _ ("It says that it was written on %s: the clock of that computer was wrong. The order "
           "of revisions does not hang on that; set the clock there."),
        facts->written);
}

static void
check_revision (TonusCheck *self, const TonusFacts *facts, const char *where)
{
  check_moment (self, facts, where);
  if (facts->is_newer)
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, where,
        _ ("Written by a newer Tonus: it can be read here, not changed. Update Tonus to work "
           "on it."));
}

/* The file itself, read anew whatever is known of it. */
static gboolean
check_file (TonusCheck *self, TonusShelf *shelf, const char *place, const TonusRevisionName *name)
{
  g_autofree char *file =
      tonus_revision_name_format (name->kind, name->object, name->number, name->hash);
  g_autofree char *where = g_build_filename (place, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) record =
      tonus_practice_load_revision (self->practice, shelf, name, &error);

  self->n_files++;
  if (record == NULL)
    tonus_finding_add (self->findings, TONUS_FINDING_DAMAGE, where, "%s", error->message);
  else if (tonus_schema_kind_is_clinical (name->kind) != (shelf->patient != NULL))
    tonus_finding_add (
        self->findings, TONUS_FINDING_DAMAGE, where,
        _ ("A record of kind “%s” does not belong into this folder. Move it to where it belongs."),
        name->kind);
  else
    return TRUE;
  return FALSE;
}

static void
check_files (TonusCheck *self, TonusShelf *shelf, const char *place, const char *object)
{
  GPtrArray *names = tonus_shelf_get_names (shelf, object);
  g_autoptr (GPtrArray) valid = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      const TonusRevisionName *name = names->pdata[i];
      if (!check_file (self, shelf, place, name))
        continue;
      const TonusFacts *facts = tonus_practice_get_facts (self->practice, shelf, name, NULL);
      if (facts == NULL)
        continue;
      g_autofree char *file =
          tonus_revision_name_format (name->kind, name->object, name->number, name->hash);
      g_autofree char *where = g_build_filename (place, file, NULL);
      check_revision (self, facts, where);
      g_ptr_array_add (valid, (gpointer) facts);
    }
  g_ptr_array_sort (valid, tonus_facts_compare_history);
  if (valid->len > 0)
    tonus_check_object (self, shelf, place, object, valid);
}

void
tonus_check_shelf (TonusCheck *self, TonusShelf *shelf, const char *place)
{
  for (guint i = 0; i < shelf->foreign->len; i++)
    check_foreign (self, shelf, place, shelf->foreign->pdata[i]);
  if (shelf->has_temporary)
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, place,
        _ ("Files whose names begin with .tmp- are left of a save that was cut off. Nothing "
           "in them was ever called saved; they go by themselves after a day."));
  if (shelf->patient != NULL && shelf->ids->len > 0 &&
      !tonus_shelf_has_object (shelf, shelf->patient, "patient"))
    tonus_finding_add (
        self->findings, TONUS_FINDING_WARNING, place,
        _ ("There are records but not the patient's own. Wait until the folder has been "
           "copied completely, or get that file from a copy of the practice."));
  for (guint i = 0; i < shelf->ids->len; i++)
    check_files (self, shelf, place, shelf->ids->pdata[i]);
}
