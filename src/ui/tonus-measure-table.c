/* tonus-measure-table.c - measured rows: a line for what is measured, right and left beside each
 * other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-measure-rows.h"
#include "tonus-measure-table-private.h"
#include "tonus-row-entry.h"
#include "tonus-row-words.h"

G_DEFINE_TYPE (TonusMeasureTable, tonus_measure_table, GTK_TYPE_BOX)

static void
stop_free (gpointer data)
{
  TonusMeasureStop *self = data;

  g_free (self->row);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* --- groups ------------------------------------------------------------------------------------
 */

static gboolean
is_open (TonusMeasureTable *self, const TonusMeasureGroup *group)
{
  gpointer chosen;

  if (!group->label)
    return TRUE;
  if (g_hash_table_lookup_extended (self->folds, group->id, NULL, &chosen))
    return GPOINTER_TO_INT (chosen);
  return group->is_recorded;
}

static void rebuild (TonusMeasureTable *self);

static void
heading_clicked_cb (GtkButton *heading, TonusMeasureTable *self)
{
  const TonusMeasureGroup *group = g_object_get_data (G_OBJECT (heading), "group");
  g_autofree char *id = g_strdup (gtk_widget_get_name (GTK_WIDGET (heading)));
  gboolean was_focused = gtk_widget_is_focus (GTK_WIDGET (heading));
  GtkWidget *again;

  g_hash_table_insert (self->folds, g_strdup (group->id), GINT_TO_POINTER (!is_open (self, group)));
  rebuild (self);
  again = was_focused ? tonus_widget_find (self->grid, id) : NULL;
  if (again)
    gtk_widget_grab_focus (again);
}

static GtkWidget *
make_heading (TonusMeasureTable *self, TonusMeasureGroup *group)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean opened = is_open (self, group);
  g_autofree char *id = g_strdup_printf ("%s/group/%s", self->section->id, group->id);
  g_autofree char *words =
      g_strdup_printf (opened ? "%s" : _ ("%s (%u)"), group->label, group->lines->len);
  g_autofree char *name =
      g_strdup_printf (opened ? _ ("%s, shown") : _ ("%s, folded away"), group->label);

  gtk_container_add (GTK_CONTAINER (box),
                     gtk_image_new_from_icon_name (
                         opened ? "pan-down-symbolic" : "pan-end-symbolic", GTK_ICON_SIZE_BUTTON));
  gtk_container_add (GTK_CONTAINER (box), gtk_label_new (words));
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), "tonus-group");
  g_object_set_data (G_OBJECT (button), "group", group);
  g_signal_connect (button, "clicked", G_CALLBACK (heading_clicked_cb), self);
  tonus_widget_mark_tool (button);
  tonus_widget_identify (button, id, name);
  gtk_widget_show_all (button);
  return button;
}

/* "Passive" over "Right" and "Left", each above its cells. */
static void
attach_head (TonusMeasureTable *self, int place)
{
  GPtrArray *columns = self->plan->columns;
  GtkWidget *over = NULL;
  int span = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const TonusMeasureColumn *column = g_ptr_array_index (columns, i);
      const TonusMeasureColumn *before = i ? g_ptr_array_index (columns, i - 1) : NULL;
      GtkWidget *label;

      if (column->over && (!before || g_strcmp0 (before->over, column->over) != 0))
        {
          over = tonus_measure_table_attach_words (self, column->over, "tonus-over",
                                                   TONUS_MEASURE_FIRST + (int) i, place);
          span = 0;
        }
      if (over)
        gtk_container_child_set (GTK_CONTAINER (self->grid), over, "width", ++span, NULL);
      label = tonus_measure_table_attach_words (self, column->label, "tonus-column",
                                                TONUS_MEASURE_FIRST + (int) i, place + 1);
      gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-over-cell");
      gtk_label_set_xalign (GTK_LABEL (label), tonus_kind_is_number (column->field->kind) ? 1 : 0);
    }
}

static gboolean
has_norms (const TonusMeasureGroup *group)
{
  for (guint i = 0; i < group->lines->len; i++)
    if (((TonusMeasureLine *) g_ptr_array_index (group->lines, i))->norm)
      return TRUE;
  return FALSE;
}

/* Every group that is open says again what its columns are: its head may be far away. */
static int
attach_group (TonusMeasureTable *self, TonusMeasureGroup *group, int place)
{
  gboolean has_lines = is_open (self, group);

  if (group->label)
    tonus_measure_table_add_stop (self, make_heading (self, group), place, 0,
                                  has_lines ? 1
                                            : TONUS_MEASURE_FIRST + (int) self->plan->columns->len);
  if (has_lines)
    attach_head (self, place);
  if (has_lines && has_norms (group))
    gtk_label_set_xalign (GTK_LABEL (tonus_measure_table_attach_words (
                              self, _ ("Normal"), "tonus-column", 1, place + 1)),
                          1);
  place += 2;
  for (guint i = 0; i < group->lines->len && has_lines; i++)
    place = tonus_measure_table_attach_line (self, g_ptr_array_index (group->lines, i), place);
  return place;
}

static TonusMeasureStop *
first_text (TonusMeasureTable *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (((TonusMeasureStop *) g_ptr_array_index (self->stops, i))->is_text)
      return g_ptr_array_index (self->stops, i);
  return NULL;
}

/* A table without the editor would be no stop for Tab: it waits in the cell it was in, or in the
 * first. */
static void
put_editor (TonusMeasureTable *self, const char *path, gboolean grabs)
{
  TonusMeasureStop *stop = path ? g_hash_table_lookup (self->by_path, path) : NULL;

  if (!stop)
    stop = first_text (self);
  if (stop)
    tonus_measure_table_set_live (self, stop, grabs && path);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer ranks)
{
  const TonusMeasureGroup *left = *(TonusMeasureGroup *const *) a;
  const TonusMeasureGroup *right = *(TonusMeasureGroup *const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (ranks, left->id)) -
         GPOINTER_TO_INT (g_hash_table_lookup (ranks, right->id));
}

/* What holds something comes first; and once on the screen, nothing changes its place. */
static void
order_groups (TonusMeasureTable *self)
{
  for (int is_recorded = TRUE; is_recorded >= FALSE; is_recorded--)
    for (guint i = 0; i < self->plan->groups->len; i++)
      {
        const TonusMeasureGroup *group = g_ptr_array_index (self->plan->groups, i);

        if ((group->is_recorded || !group->label) == is_recorded &&
            !g_hash_table_contains (self->ranks, group->id))
          g_hash_table_insert (self->ranks, g_strdup (group->id),
                               GINT_TO_POINTER ((int) g_hash_table_size (self->ranks)));
      }
  g_ptr_array_sort_with_data (self->plan->groups, compare_ranks, self->ranks);
}

static void
rebuild (TonusMeasureTable *self)
{
  g_autofree char *path = self->live ? g_strdup (self->live->path) : NULL;
  gboolean had_focus =
      self->editor && gtk_container_get_focus_child (GTK_CONTAINER (self->grid)) == self->editor;
  GList *old = gtk_container_get_children (GTK_CONTAINER (self->grid));
  int place = 0;

  self->live = NULL;
  self->editor = NULL;
  g_list_free_full (old, (GDestroyNotify) gtk_widget_destroy);
  g_hash_table_remove_all (self->by_path);
  g_ptr_array_set_size (self->stops, 0);
  g_clear_pointer (&self->plan, tonus_measure_plan_free);
  self->plan = tonus_measure_plan_new (self->section, self->record, self->added);
  order_groups (self);
  for (guint i = 0; i < self->plan->groups->len; i++)
    place = attach_group (self, g_ptr_array_index (self->plan->groups, i), place);
  gtk_widget_set_visible (self->grid, self->stops->len > 0);
  put_editor (self, path, had_focus);
}

/* --- the record --------------------------------------------------------------------------------
 */

static void
repaint_summaries (GtkWidget *child, gpointer self)
{
  if (g_object_get_data (G_OBJECT (child), TONUS_MEASURE_LINE))
    tonus_measure_table_paint_summary (self, child);
}

void
tonus_measure_table_paint_summaries (TonusMeasureTable *self)
{
  gtk_container_foreach (GTK_CONTAINER (self->grid), repaint_summaries, self);
}

static gboolean
has_place (TonusMeasureTable *self, const char *path)
{
  g_autofree char *row = NULL;
  const TonusField *field =
      tonus_schema_resolve (tonus_record_get_schema (self->record), path, &row, NULL);

  for (guint i = 0; field && row && i < self->stops->len; i++)
    if (g_strcmp0 (((TonusMeasureStop *) g_ptr_array_index (self->stops, i))->row, row) == 0)
      return TRUE;
  return field == NULL;
}

static void
record_changed_cb (TonusRecord *record, const char *path, TonusMeasureTable *self)
{
  gsize length = strlen (self->section->id);
  TonusMeasureStop *stop;

  if (strncmp (path, self->section->id, length) != 0 || path[length] != '/')
    return;
  stop = g_hash_table_lookup (self->by_path, path);
  if (!stop && !has_place (self, path))
    rebuild (self);
  else if (stop && stop->is_text)
    tonus_measure_table_paint_cell (self, stop);
  /* Half a number is no number yet: it is called wrong once the editor has gone on. */
  if (!stop || stop != self->live)
    tonus_measure_table_paint_summaries (self);
}

void
tonus_measure_table_show_row (TonusMeasureTable *self, const char *row, const TonusField *field)
{
  g_autoptr (GPtrArray) fields = tonus_measure_list_values (self->section);
  g_autofree char *path = NULL;
  TonusMeasureStop *stop;

  if (!field || !g_ptr_array_find (fields, field, NULL) || g_ptr_array_index (fields, 0) == field ||
      self->plan->n_fields == 1)
    field = g_ptr_array_index (fields, 0);
  path = tonus_path_join (self->section->id, row, field->id);
  if (!g_hash_table_contains (self->by_path, path))
    {
      g_ptr_array_add (self->added, g_strdup (row));
      g_hash_table_remove_all (self->folds);
      rebuild (self);
    }
  stop = g_hash_table_lookup (self->by_path, path);
  if (stop && stop->is_text)
    tonus_measure_table_set_live (self, stop, TRUE);
  else if (stop)
    tonus_widget_focus_first (stop->widget);
}

static void
row_chosen_cb (const char *row, gpointer self)
{
  tonus_measure_table_show_row (self, row, NULL);
}

static void
tonus_measure_table_dispose (GObject *object)
{
  TonusMeasureTable *self = TONUS_MEASURE_TABLE (object);

  if (self->record)
    g_signal_handlers_disconnect_by_data (self->record, self);
  G_OBJECT_CLASS (tonus_measure_table_parent_class)->dispose (object);
}

static void
tonus_measure_table_finalize (GObject *object)
{
  TonusMeasureTable *self = TONUS_MEASURE_TABLE (object);

  g_clear_object (&self->chart);
  g_clear_object (&self->record);
  g_clear_object (&self->lister_data);
  g_clear_pointer (&self->plan, tonus_measure_plan_free);
  g_ptr_array_unref (self->added);
  g_hash_table_unref (self->folds);
  g_hash_table_unref (self->ranks);
  g_hash_table_unref (self->by_path);
  g_ptr_array_unref (self->stops);
  G_OBJECT_CLASS (tonus_measure_table_parent_class)->finalize (object);
}

static void
tonus_measure_table_class_init (TonusMeasureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_measure_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_measure_table_finalize;
}

static void
tonus_measure_table_init (TonusMeasureTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  self->stops = g_ptr_array_new_with_free_func (stop_free);
}

static void
build (TonusMeasureTable *self)
{
  GtkWidget *box = gtk_event_box_new ();
  g_autofree char *id = g_strdup_printf ("%s/table", self->section->id);

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_halign (self->grid, GTK_ALIGN_START);
  gtk_container_add (GTK_CONTAINER (box), self->grid);
  gtk_widget_set_name (GTK_WIDGET (self), id);
  tonus_measure_table_watch (self, box);
  gtk_box_pack_end (GTK_BOX (self), box, FALSE, FALSE, 0);
  gtk_widget_show (box);
}

GtkWidget *
tonus_measure_table_new (const TonusSite *site, const TonusSection *section)
{
  TonusMeasureTable *self = g_object_new (TONUS_TYPE_MEASURE_TABLE, NULL);

  self->site = *site;
  self->chart = g_object_ref (site->chart);
  self->record = g_object_ref (site->record);
  self->lister_data = site->lister_data ? g_object_ref (site->lister_data) : NULL;
  self->section = section;
  build (self);
  rebuild (self);
  if (!self->plan->shows_all)
    gtk_container_add (GTK_CONTAINER (self), tonus_row_entry_new (self->section, TONUS_MEASURE_NAME,
                                                                  row_chosen_cb, self));
  g_signal_connect_object (self->record, "changed", G_CALLBACK (record_changed_cb), self, 0);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
