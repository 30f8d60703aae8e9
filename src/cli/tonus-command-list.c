/* tonus-command-list.c - lists for people and scripts: patients, and the visits of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tonus-index.h"

/* --- patients --- */

static void
print_patient (TonusCall *call, const TonusIndexEntry *entry)
{
  g_autofree char *name = g_strjoin (" ", entry->given, entry->family, NULL);
  g_autofree char *episodes = g_strdup_printf ("%u", entry->episodes);
  g_autofree char *unsigned_visits = g_strdup_printf ("%u", entry->unsigned_visits);
  const char *cells[] = { entry->id, g_strstrip (name), entry->born,
                          episodes,  entry->last_visit, unsigned_visits };

  tonus_call_print_row (call, cells, G_N_ELEMENTS (cells));
  if (entry->is_damaged)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS,
                         _ ("patient %s has files that cannot be used, so the line may be wrong; "
                            "run: tonusctl check %s"),
                         entry->id, tonus_call_get (call, 0));
}

static TonusExit
list_patients (TonusCall *call, TonusPractice *practice)
{
  static const char *const header[] = {
    "id", "name", "born", "episodes", "last-visit", "unsigned"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = tonus_index_load (practice, &error);
  if (entries == NULL)
    return tonus_call_fail (call, error);

  tonus_call_print_row (call, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < entries->len; i++)
    print_patient (call, g_ptr_array_index (entries, i));
  return tonus_call_end (call);
}

/* --- visits --- */

typedef struct
{
  char *id;
  char *episode, *date, *start, *kind, *author, *revision, *heads; /* (nullable) each */
  const char *state;
} VisitRow;

static void
visit_row_free (gpointer data)
{
  VisitRow *self = data;
  g_free (self->id);
  g_free (self->episode);
  g_free (self->date);
  g_free (self->start);
  g_free (self->kind);
  g_free (self->author);
  g_free (self->revision);
  g_free (self->heads);
  g_free (self);
}

/* What a person must know first comes first: bytes that cannot be trusted, then a visit withdrawn,
 * then one whose files have not all arrived, then whether it is signed. */
static const char *
name_state (const TonusObject *object, gboolean is_void)
{
  const TonusRevision *head = object->heads->len > 0 ? g_ptr_array_index (object->heads, 0) : NULL;

  if (head == NULL || (object->damaged != NULL && object->damaged->len > 0))
    return "damaged";
  if (is_void)
    return "void";
  if (object->is_incomplete)
    return "incomplete";
  return head->is_signed ? "signed" : "unsigned";
}

static void
fill_from_record (VisitRow *row, TonusRecord *record)
{
  row->episode = g_strdup (tonus_record_get_at (record, "visit", NULL, "episode"));
  row->date = g_strdup (tonus_record_get_at (record, "visit", NULL, "date"));
  row->start = g_strdup (tonus_record_get_at (record, "visit", NULL, "start"));
  row->kind = g_strdup (tonus_record_get_at (record, "visit", NULL, "kind"));
}

static VisitRow *
read_visit (TonusCall *call, TonusPractice *practice, const char *id)
{
  g_autoptr (GError) error = NULL;
  VisitRow *row = g_new0 (VisitRow, 1);
  row->id = g_strdup (id);
  row->state = "damaged";

  g_autoptr (TonusObject) object = tonus_practice_get_object (practice, id, &error);
  g_autoptr (TonusRecord) record =
      object != NULL ? tonus_practice_load (practice, id, NULL, &error) : NULL;
  if (record == NULL)
    {
      tonus_call_complain (call, TONUS_EXIT_WARNINGS, "%s", error->message);
      return row;
    }

  const TonusRevision *head = g_ptr_array_index (object->heads, 0);
  row->state = name_state (object, tonus_practice_is_voided (practice, id));
  row->author = g_strdup (head->author);
  row->revision = g_strdup_printf ("%" G_GUINT64_FORMAT, head->number);
  row->heads = g_strdup_printf ("%u", object->heads->len);
  fill_from_record (row, record);
  for (guint i = 0; object->damaged != NULL && i < object->damaged->len; i++)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS, "%s",
                         (const char *) g_ptr_array_index (object->damaged, i));
  return row;
}

static int
compare_visits (gconstpointer left, gconstpointer right)
{
  const VisitRow *a = *(const VisitRow *const *) left, *b = *(const VisitRow *const *) right;
  int order = g_strcmp0 (a->date, b->date);
  if (order == 0)
    order = g_strcmp0 (a->start, b->start);
  return order != 0 ? order : strcmp (a->id, b->id);
}

static void
print_visit (TonusCall *call, const VisitRow *row)
{
  const char *cells[] = { row->id,    row->episode,  row->date,  row->kind,
                          row->state, row->revision, row->heads, row->author };
  tonus_call_print_row (call, cells, G_N_ELEMENTS (cells));
}

static TonusExit
list_visits (TonusCall *call, TonusPractice *practice)
{
  static const char *const header[] = { "id",    "episode",  "date",  "kind",
                                        "state", "revision", "heads", "author" };
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = tonus_call_resolve (call, practice, 2, "patient");
  if (patient == NULL)
    return tonus_call_end (call);
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "visit", &error);
  if (ids == NULL)
    return tonus_call_fail (call, error);

  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (visit_row_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (rows, read_visit (call, practice, g_ptr_array_index (ids, i)));
  g_ptr_array_sort (rows, compare_visits);

  tonus_call_print_row (call, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < rows->len; i++)
    print_visit (call, g_ptr_array_index (rows, i));
  return tonus_call_end (call);
}

TonusExit
tonus_command_list (TonusCall *call)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  gboolean is_patients = g_str_equal (tonus_call_get (call, 1), "patients");
  gboolean is_visits = g_str_equal (tonus_call_get (call, 1), "visits");
  gboolean has_patient = tonus_call_get (call, 2) != NULL;
  if (is_patients == has_patient || is_visits != has_patient)
    {
      tonus_call_complain (call, TONUS_EXIT_CANNOT,
                           _ ("list: write: tonusctl list FOLDER patients, or: tonusctl list "
                              "FOLDER visits PATIENT"));
      return tonus_call_end (call);
    }

  g_autoptr (TonusPractice) practice = tonus_call_open (call);
  if (practice == NULL)
    return tonus_call_end (call);
  return is_patients ? list_patients (call, practice) : list_visits (call, practice);
}
