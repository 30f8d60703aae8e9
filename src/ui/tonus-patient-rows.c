/* tonus-patient-rows.c - the left list's rows as a model for a GtkTreeView
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-patient-rows.h"
#include "tonus-text.h"

struct _TonusPatientRows
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *index;     /* as it was given: it owns its entries */
  GPtrArray *entries;   /* the same and newcomers, all borrowed */
  GPtrArray *newcomers; /* (element-type TonusIndexEntry) */
  GStringChunk *words;  /* of the newcomers */
  GHashTable *open;     /* ids */
  GArray *rows;         /* (element-type TonusPatientRow) */
  guint n_unsigned;
};

static const GType column_types[TONUS_N_PATIENT_COLUMNS] = {
  [TONUS_PATIENT_COLUMN_NAME] = G_TYPE_STRING,   [TONUS_PATIENT_COLUMN_DETAIL] = G_TYPE_STRING,
  [TONUS_PATIENT_COLUMN_SPOKEN] = G_TYPE_STRING, [TONUS_PATIENT_COLUMN_IS_OPEN] = G_TYPE_BOOLEAN,
  [TONUS_PATIENT_COLUMN_WEIGHT] = G_TYPE_INT,
};

static GtkTreeModelFlags
get_flags (GtkTreeModel *model)
{
  return GTK_TREE_MODEL_LIST_ONLY | GTK_TREE_MODEL_ITERS_PERSIST;
}

static int
get_n_columns (GtkTreeModel *model)
{
  return TONUS_N_PATIENT_COLUMNS;
}

static GType
get_column_type (GtkTreeModel *model, int column)
{
  return column_types[column];
}

/* Rows count from 1 in an iterator, so that 0 is none. */
static gboolean
point (TonusPatientRows *self, GtkTreeIter *iter, guint i)
{
  iter->stamp = 1;
  iter->user_data = i < self->rows->len ? GUINT_TO_POINTER (i + 1) : NULL;
  return iter->user_data != NULL;
}

static guint
index_of (const GtkTreeIter *iter)
{
  return GPOINTER_TO_UINT (iter->user_data) - 1;
}

static gboolean
get_iter (GtkTreeModel *model, GtkTreeIter *iter, GtkTreePath *path)
{
  return gtk_tree_path_get_depth (path) == 1 &&
         point (TONUS_PATIENT_ROWS (model), iter, (guint) gtk_tree_path_get_indices (path)[0]);
}

static GtkTreePath *
get_path (GtkTreeModel *model, GtkTreeIter *iter)
{
  return gtk_tree_path_new_from_indices ((int) index_of (iter), -1);
}

static gboolean
iter_next (GtkTreeModel *model, GtkTreeIter *iter)
{
  return point (TONUS_PATIENT_ROWS (model), iter, index_of (iter) + 1);
}

static gboolean
iter_previous (GtkTreeModel *model, GtkTreeIter *iter)
{
  guint i = index_of (iter);

  return i > 0 && point (TONUS_PATIENT_ROWS (model), iter, i - 1);
}

static gboolean
iter_nth_child (GtkTreeModel *model, GtkTreeIter *iter, GtkTreeIter *parent, int n)
{
  return !parent && point (TONUS_PATIENT_ROWS (model), iter, (guint) n);
}

static gboolean
iter_children (GtkTreeModel *model, GtkTreeIter *iter, GtkTreeIter *parent)
{
  return iter_nth_child (model, iter, parent, 0);
}

static gboolean
iter_has_child (GtkTreeModel *model, GtkTreeIter *iter)
{
  return FALSE;
}

static int
iter_n_children (GtkTreeModel *model, GtkTreeIter *iter)
{
  return iter ? 0 : (int) TONUS_PATIENT_ROWS (model)->rows->len;
}

static gboolean
iter_parent (GtkTreeModel *model, GtkTreeIter *iter, GtkTreeIter *child)
{
  return FALSE;
}

static gboolean
is_open (TonusPatientRows *self, const TonusPatientRow *row)
{
  const TonusIndexEntry *entry =
      row->entry >= 0 ? g_ptr_array_index (self->entries, row->entry) : NULL;

  return entry && g_hash_table_contains (self->open, entry->id);
}

static char *
make_name (TonusPatientRows *self, const TonusPatientRow *row)
{
  if (row->entry >= 0)
    return tonus_patient_entry_name (g_ptr_array_index (self->entries, row->entry));
  if (row->group == TONUS_PATIENTS_UNSIGNED)
    return g_strdup_printf (_ ("Unsigned (%u)"), self->n_unsigned);
  return g_strdup (tonus_patient_group_label (row->group));
}

/* The columns show it by place and by a dot; a reader is told. */
static char *
make_spoken (TonusPatientRows *self, const TonusPatientRow *row)
{
  if (row->entry < 0)
    return g_strdup (_ ("Heading"));
  if (is_open (self, row))
    return g_strdup_printf (_ ("%s, open chart"), tonus_patient_group_label (row->group));
  return g_strdup (tonus_patient_group_label (row->group));
}

static void
get_value (GtkTreeModel *model, GtkTreeIter *iter, int column, GValue *value)
{
  TonusPatientRows *self = TONUS_PATIENT_ROWS (model);
  const TonusPatientRow *row = &g_array_index (self->rows, TonusPatientRow, index_of (iter));

  g_value_init (value, column_types[column]);
  switch (column)
    {
    case TONUS_PATIENT_COLUMN_NAME:
      g_value_take_string (value, make_name (self, row));
      break;
    case TONUS_PATIENT_COLUMN_DETAIL:
      g_value_take_string (value, tonus_patient_row_detail (row, self->entries));
      break;
    case TONUS_PATIENT_COLUMN_SPOKEN:
      g_value_take_string (value, make_spoken (self, row));
      break;
    case TONUS_PATIENT_COLUMN_IS_OPEN:
      g_value_set_boolean (value, is_open (self, row));
      break;
    default:
      g_value_set_int (value, row->entry < 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      break;
    }
}

static void
implement_model (GtkTreeModelIface *iface)
{
  iface->get_flags = get_flags;
  iface->get_n_columns = get_n_columns;
  iface->get_column_type = get_column_type;
  iface->get_iter = get_iter;
  iface->get_path = get_path;
  iface->get_value = get_value;
  iface->iter_next = iter_next;
  iface->iter_previous = iter_previous;
  iface->iter_children = iter_children;
  iface->iter_has_child = iter_has_child;
  iface->iter_n_children = iter_n_children;
  iface->iter_nth_child = iter_nth_child;
  iface->iter_parent = iter_parent;
}

G_DEFINE_TYPE_WITH_CODE (TonusPatientRows,
                         tonus_patient_rows,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_TREE_MODEL, implement_model))

static void
tonus_patient_rows_finalize (GObject *object)
{
  TonusPatientRows *self = TONUS_PATIENT_ROWS (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->newcomers);
  g_string_chunk_free (self->words);
  g_ptr_array_unref (self->index);
  g_hash_table_unref (self->open);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (tonus_patient_rows_parent_class)->finalize (object);
}

static void
tonus_patient_rows_class_init (TonusPatientRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_patient_rows_finalize;
}

static void
tonus_patient_rows_init (TonusPatientRows *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->newcomers = g_ptr_array_new_with_free_func (g_free);
  self->words = g_string_chunk_new (256);
}

static const char *
keep (TonusPatientRows *self, TonusRecord *patient, const char *path)
{
  const char *text = tonus_record_get (patient, path);

  return text ? g_string_chunk_insert (self->words, text) : "";
}

static void
add_newcomer (TonusPatientRows *self, TonusRecord *patient)
{
  TonusIndexEntry *entry = g_new0 (TonusIndexEntry, 1);
  g_autofree char *names = NULL, *folded = NULL;

  entry->id = g_string_chunk_insert (self->words, tonus_record_get_object (patient));
  entry->given = keep (self, patient, "patient/given");
  entry->family = keep (self, patient, "patient/family");
  entry->born = keep (self, patient, "patient/born");
  if (!*entry->given && !*entry->family)
    entry->family = g_string_chunk_insert (self->words, _ ("New patient"));
  entry->phone = entry->last_visit = entry->next_visit = "";
  names = g_strjoin (" ", entry->given, entry->family, entry->born, NULL);
  folded = tonus_text_fold (names);
  entry->folded = g_string_chunk_insert (self->words, folded);
  g_ptr_array_add (self->newcomers, entry);
}

static gboolean
is_known (TonusPatientRows *self, const char *id)
{
  for (guint i = 0; i < self->index->len; i++)
    if (g_str_equal (((TonusIndexEntry *) g_ptr_array_index (self->index, i))->id, id))
      return TRUE;
  return FALSE;
}

/* (transfer full) (element-type utf8) borrowed ids */
static GPtrArray *
add_open (TonusPatientRows *self, GPtrArray *patients)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < patients->len; i++)
    {
      char *id = g_strdup (tonus_record_get_object (g_ptr_array_index (patients, i)));

      g_hash_table_add (self->open, id);
      g_ptr_array_add (ids, id);
      if (!is_known (self, id))
        add_newcomer (self, g_ptr_array_index (patients, i));
    }
  return ids;
}

/* With nobody new, which is nearly always, there is nothing to copy.  (transfer full) */
static GPtrArray *
join_newcomers (TonusPatientRows *self)
{
  GPtrArray *joined;

  if (self->newcomers->len == 0)
    return g_ptr_array_ref (self->index);
  joined = g_ptr_array_new ();
  g_ptr_array_extend (joined, self->index, NULL, NULL);
  g_ptr_array_extend (joined, self->newcomers, NULL, NULL);
  return joined;
}

TonusPatientRows *
tonus_patient_rows_new (GPtrArray *entries,
                        GPtrArray *open,
                        TonusArrivals *arrivals,
                        const char *needle)
{
  TonusPatientRows *self = g_object_new (TONUS_TYPE_PATIENT_ROWS, NULL);
  g_autoptr (GPtrArray) ids = NULL;

  self->index = g_ptr_array_ref (entries);
  ids = add_open (self, open);
  self->entries = join_newcomers (self);
  self->rows = tonus_patient_groups_list (self->entries, ids, arrivals, needle);
  /* Only a heading says it; a search has none. */
  if (!*needle)
    self->n_unsigned = tonus_patient_groups_count_unsigned (entries);
  return self;
}

GPtrArray *
tonus_patient_rows_get_entries (TonusPatientRows *self)
{
  return self->entries;
}

guint
tonus_patient_rows_get_size (TonusPatientRows *self)
{
  return self->rows->len;
}

const TonusPatientRow *
tonus_patient_rows_get (TonusPatientRows *self, guint i)
{
  return i < self->rows->len ? &g_array_index (self->rows, TonusPatientRow, i) : NULL;
}

const TonusIndexEntry *
tonus_patient_rows_get_entry (TonusPatientRows *self, guint i)
{
  const TonusPatientRow *row = tonus_patient_rows_get (self, i);

  return row && row->entry >= 0 ? g_ptr_array_index (self->entries, row->entry) : NULL;
}

int
tonus_patient_rows_find (TonusPatientRows *self, const char *patient, TonusPatientGroup group)
{
  int found = -1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TonusIndexEntry *entry = tonus_patient_rows_get_entry (self, i);

      if (!entry || !g_str_equal (entry->id, patient))
        continue;
      if (tonus_patient_rows_get (self, i)->group == group)
        return (int) i;
      if (found < 0)
        found = (int) i;
    }
  return found;
}
