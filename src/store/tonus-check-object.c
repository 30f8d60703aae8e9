/* tonus-check-object.c - what the revisions of one object say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TonusCheck *check;
  TonusShelf *shelf;
  const char *where; /* the head's file */
} Visit;

static char *
build_place (const char *place, const TonusFacts *facts)
{
  g_autofree char *file = tonus_revision_name_format (facts->name->kind, facts->name->object,
                                                      facts->name->number, facts->name->hash);

  return g_build_filename (place, file, NULL);
}

static const TonusFacts *
find_revision (GPtrArray *valid, const char *hash)
{
  for (guint i = 0; i < valid->len; i++)
    if (strcmp (((TonusFacts *) valid->pdata[i])->name->hash, hash) == 0)
      return valid->pdata[i];
  return NULL;
}

static void
check_parents (TonusCheck *self, const char *place, GPtrArray *valid, const TonusFacts *facts)
{
  g_autofree char *where = build_place (place, facts);

  for (char **hash = facts->parents; *hash != NULL; hash++)
    {
      const TonusFacts *parent = find_revision (valid, *hash);
      if (parent == NULL)
        tonus_finding_add (
            self->findings, TONUS_FINDING_WARNING, where,
            _ ("It follows revision %s, which is not here: the history is incomplete. Wait for "
               "that file, or get it from a copy of the practice."),
            *hash);
      else if (parent->is_signed)
        tonus_finding_add (
            self->findings, TONUS_FINDING_WARNING, where,
            _ ("It changes a record that was signed. The signed one is the record; say in an "
               "addendum what this one adds."));
      else if (parent->name->number >= facts->name->number)
        tonus_finding_add (
            self->findings, TONUS_FINDING_NOTE, where,
            _ ("Its number is not above that of the revision it follows. Nothing is lost; the "
               "parents decide."));
    }
}

static void
check_heads (TonusCheck *self, const char *place, GPtrArray *heads)
{
  guint n_signed = 0;
  g_autofree char *where = build_place (place, heads->pdata[0]);

  for (guint i = 0; i < heads->len; i++)
    n_signed += ((TonusFacts *) heads->pdata[i])->is_signed;
  if (n_signed > 1)
    tonus_finding_add (
        self->findings, TONUS_FINDING_WARNING, where,
        _ ("Two versions of this record are signed. Both count until a person voids one."));
  else if (heads->len > 1)
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, where,
        _ ("There are %u versions of this record, written at the same time. Open it and put "
           "them together."),
        heads->len);
}

static void
check_context (TonusCheck *self, TonusShelf *shelf, const TonusFacts *head, const char *where)
{
  TonusShelf *own = tonus_practice_get_shelf (self->practice, NULL, NULL);

  for (char **hash = head->context; *hash != NULL; hash++)
    if (!g_hash_table_contains (shelf->hashes, *hash) &&
        (own == NULL || !g_hash_table_contains (own->hashes, *hash)))
      tonus_finding_add (
          self->findings, TONUS_FINDING_WARNING, where,
          _ ("It was written with revision %s at hand, which is not here: incomplete, waiting "
             "for files. Wait, or get that file from a copy of the practice."),
          *hash);
}

/* Of a version that another follows it has been settled, or is said there. */
static void
check_unread (TonusCheck *self, const TonusFacts *head, const char *where)
{
  if (head->unread > 0)
    tonus_finding_add (
        self->findings, TONUS_FINDING_WARNING, where,
        _ ("%u of its values could not be read as what they should be and are kept as they "
           "are. Open the record and settle them; it cannot be signed before."),
        head->unread);
}

/* Is there what "<oid>" or "<oid>#section/row" names? */
static gboolean
points_somewhere (TonusCheck *self, const char *ref)
{
  g_autofree char *id = g_strndup (ref, strcspn (ref, "#"));
  const char *group = strchr (ref, '#');
  TonusShelf *shelf = tonus_practice_find_shelf (self->practice, id, NULL);

  if (shelf == NULL)
    return FALSE;
  if (group == NULL)
    return TRUE;
  const TonusFacts *head = tonus_practice_find_head (self->practice, shelf, id);
  g_autoptr (TonusRecord) target =
      head != NULL ? tonus_practice_load_revision (self->practice, shelf, head->name, NULL) : NULL;
  g_auto (GStrv) parts = g_strsplit (group + 1, "/", 2);
  if (target == NULL || parts[0] == NULL)
    return target == NULL; /* damaged: said elsewhere */
  if (parts[1] == NULL)
    return tonus_record_has_section (target, parts[0]);
  return tonus_record_has_row (target, parts[0], parts[1]);
}

static gboolean
check_group (TonusRecord *record, const TonusSection *section, const char *row, gpointer data)
{
  Visit *visit = data;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = section->fields->pdata[i];
      const char *ref = field->kind == TONUS_KIND_REF && field->key_index < 0
                            ? tonus_record_get_field (record, field, row)
                            : NULL;
      if (ref == NULL || tonus_value_is_not_tested (ref) || points_somewhere (visit->check, ref))
        continue;
      g_autofree char *path = tonus_path_join (section->id, row, field->id);
      tonus_finding_add (
          visit->check->findings, TONUS_FINDING_WARNING, visit->where,
          _ ("%s points at “%s”, which is not here. Wait for the missing file, or correct the "
             "reference."),
          path, ref);
    }
  return TRUE;
}

void
tonus_check_object (
    TonusCheck *self, TonusShelf *shelf, const char *place, const char *object, GPtrArray *valid)
{
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);

  for (guint i = 0; i < valid->len; i++)
    check_parents (self, place, valid, valid->pdata[i]);
  check_heads (self, place, heads);
  for (guint i = 0; i < heads->len; i++)
    {
      const TonusFacts *head = heads->pdata[i];
      g_autofree char *where = build_place (place, head);
      g_autoptr (TonusRecord) record =
          tonus_practice_load_revision (self->practice, shelf, head->name, NULL);
      Visit visit = { self, shelf, where };
      check_unread (self, head, where);
      check_context (self, shelf, head, where);
      if (record != NULL)
        tonus_record_foreach_group (record, check_group, &visit);
    }
}
