/* tonus-program-desk.c - the home program at work: what cards, library and keys do to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-date.h"
#include "tonus-page-form.h"
#include "tonus-paths.h"
#include "tonus-program-desk.h"
#include "tonus-program-edit.h"
#include "tonus-row-words.h"

struct _TonusProgramDesk
{
  GObject parent_instance;

  /* Owned */
  TonusSession *session;
  TonusChart *chart;
  TonusRecord *record;
  TonusRecord *given; /* (nullable) as it was handed out last */

  TonusSite site; /* borrows from the above */
  const TonusSection *section;
};

G_DEFINE_TYPE (TonusProgramDesk, tonus_program_desk, G_TYPE_OBJECT)

static char *
new_row_id (TonusProgramDesk *self)
{
  return self->site.new_row_id (self->site.lister_data);
}

void
tonus_program_desk_apply (TonusProgramDesk *self, TonusChangeset *changes)
{
  g_autoptr (GError) error = NULL;

  if (tonus_changeset_get_size (changes) == 0)
    return;
  tonus_chart_barrier (self->chart);
  if (!tonus_chart_apply (self->chart, changes, &error))
    tonus_session_say (self->session, error->message);
  tonus_chart_barrier (self->chart);
}

/* Applies, and says whether there was anything to do. */
static gboolean
apply_taken (TonusProgramDesk *self, TonusChangeset *changes)
{
  gboolean does_something = tonus_changeset_get_size (changes) > 0;

  tonus_program_desk_apply (self, changes);
  tonus_changeset_free (changes);
  return does_something;
}

/* Handing out is one changeset, of which this is one value: the exercises stay as they are in it.
 */
static void
version_changed_cb (TonusRecord *record, const char *path, TonusProgramDesk *self)
{
  g_clear_object (&self->given);
  if (tonus_path_read (record, TONUS_PATH_PROGRAM_VERSION, NULL))
    self->given = tonus_record_copy (record);
}

static void
tonus_program_desk_finalize (GObject *object)
{
  TonusProgramDesk *self = TONUS_PROGRAM_DESK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->chart);
  g_clear_object (&self->record);
  g_clear_object (&self->given);
  G_OBJECT_CLASS (tonus_program_desk_parent_class)->finalize (object);
}

static void
tonus_program_desk_class_init (TonusProgramDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_program_desk_finalize;
}

static void
tonus_program_desk_init (TonusProgramDesk *self)
{
}

TonusProgramDesk *
tonus_program_desk_new (TonusSession *session)
{
  TonusProgramDesk *self = g_object_new (TONUS_TYPE_PROGRAM_DESK, NULL);
  g_autofree char *signal =
      g_strdup_printf ("changed::%s/%s", tonus_path_get_section (TONUS_PATH_PROGRAM_VERSION),
                       tonus_path_get_field (TONUS_PATH_PROGRAM_VERSION));

  self->session = g_object_ref (session);
  self->section = tonus_schema_find_section (tonus_session_get_schema (session),
                                             tonus_path_get_section (TONUS_PATH_HOME_EXERCISE));
  tonus_page_find_site (session, self->section, &self->site);
  self->chart = g_object_ref (self->site.chart);
  self->record = g_object_ref (self->site.record);
  self->given = tonus_session_load_given (session, NULL);
  g_signal_connect_object (self->record, signal, G_CALLBACK (version_changed_cb), self, 0);
  return self;
}

TonusSession *
tonus_program_desk_get_session (TonusProgramDesk *self)
{
  return self->session;
}

TonusRecord *
tonus_program_desk_get_record (TonusProgramDesk *self)
{
  return self->record;
}

const TonusSection *
tonus_program_desk_get_section (TonusProgramDesk *self)
{
  return self->section;
}

const TonusSite *
tonus_program_desk_get_site (TonusProgramDesk *self)
{
  return &self->site;
}

GPtrArray *
tonus_program_desk_list_rows (TonusProgramDesk *self)
{
  GPtrArray *rows = tonus_program_list_rows (self->record);
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();

  tonus_row_add_unread (self->record, self->section, unread);
  for (guint i = 0; i < unread->len; i++)
    if (!g_ptr_array_find_with_equal_func (rows, g_ptr_array_index (unread, i), g_str_equal, NULL))
      g_ptr_array_add (rows, g_strdup (g_ptr_array_index (unread, i)));
  return rows;
}

const TonusEntry *
tonus_program_desk_get_exercise (TonusProgramDesk *self, const char *row)
{
  return tonus_path_read_entry (self->record, TONUS_PATH_HOME_EXERCISE, row);
}

char *
tonus_program_desk_describe (TonusProgramDesk *self, const char *row)
{
  g_autoptr (TonusProgram) program = tonus_program_read (self->record);

  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (program->exercises, i);

      if (g_str_equal (exercise->row, row))
        return exercise->why_stopped ? g_strdup (exercise->why_stopped)
                                     : tonus_program_exercise_describe (exercise);
    }
  return g_strdup ("");
}

gboolean
tonus_program_desk_was_given (TonusProgramDesk *self, const char *row)
{
  return self->given && tonus_record_has_row (self->given, self->section->id, row);
}

char *
tonus_program_desk_find (TonusProgramDesk *self, const TonusEntry *exercise)
{
  return tonus_program_find_exercise (self->record, exercise);
}

char *
tonus_program_desk_add (TonusProgramDesk *self, const TonusEntry *exercise)
{
  g_autofree char *row = new_row_id (self);
  g_autofree char *note = new_row_id (self);

  apply_taken (self,
               tonus_program_edit_add (self->record, row, exercise, tonus_date_today (), note));
  return tonus_record_has_row (self->record, self->section->id, row) ? g_steal_pointer (&row)
                                                                     : NULL;
}

/* Those of @rows that are not among @before. */
static GPtrArray *
list_new (GPtrArray *rows, GPtrArray *before)
{
  GPtrArray *fresh = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    if (!g_ptr_array_find_with_equal_func (before, g_ptr_array_index (rows, i), g_str_equal, NULL))
      g_ptr_array_add (fresh, g_strdup (g_ptr_array_index (rows, i)));
  return fresh;
}

GPtrArray *
tonus_program_desk_add_all (TonusProgramDesk *self, GPtrArray *exercises)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) before = tonus_program_list_rows (self->record);
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < exercises->len; i++)
    {
      g_ptr_array_add (rows, new_row_id (self));
      g_ptr_array_add (notes, new_row_id (self));
    }
  apply_taken (
      self, tonus_program_edit_add_all (self->record, exercises, rows, notes, tonus_date_today ()));
  after = tonus_program_list_rows (self->record);
  return list_new (after, before);
}

gboolean
tonus_program_desk_move (TonusProgramDesk *self, const char *row, int step)
{
  return apply_taken (self, tonus_program_edit_move (self->record, row, step));
}

gboolean
tonus_program_desk_sort (TonusProgramDesk *self)
{
  return apply_taken (self, tonus_program_edit_sort (self->record));
}

void
tonus_program_desk_stop (TonusProgramDesk *self, const char *row, const char *reason)
{
  g_autofree char *note = new_row_id (self);

  apply_taken (self,
               tonus_program_edit_stop (self->record, row, reason, tonus_date_today (), note));
}

void
tonus_program_desk_resume (TonusProgramDesk *self, const char *row)
{
  g_autofree char *note = new_row_id (self);

  apply_taken (self, tonus_program_edit_resume (self->record, row, tonus_date_today (), note));
}

void
tonus_program_desk_remove (TonusProgramDesk *self, const char *row)
{
  g_autofree char *gone = g_strdup (row);

  apply_taken (self, tonus_program_edit_remove (self->record, gone));
  tonus_row_forget_unread (self->record, self->section, gone);
}

void
tonus_program_desk_swap (TonusProgramDesk *self,
                         const char *row,
                         const TonusEntry *instead,
                         gboolean is_harder)
{
  g_autofree char *note = new_row_id (self);

  apply_taken (self, tonus_program_edit_swap (self->record, row, instead, is_harder,
                                              tonus_date_today (), note));
}
