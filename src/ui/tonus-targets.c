/* tonus-targets.c - what the references of the open chart may point at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-row-words.h"
#include "tonus-targets.h"

/* The field that says what a record of a kind is called. */
static const struct
{
  const char *kind;
  const char *path;
} names[] = {
  { "therapist", "therapist/name" }, { "payer", "payer/name" },     { "clinic", "clinic/name" },
  { "episode", "episode/title" },    { "program", "program/date" },
};

static char *
name_visit (TonusRecord *visit)
{
  const char *date = tonus_record_get (visit, "visit/date");
  const char *kind = tonus_record_get (visit, "visit/kind");
  const TonusSection *section =
      tonus_schema_find_section (tonus_record_get_schema (visit), "visit");
  guint32 number = date ? tonus_date_parse (date) : 0;
  g_autofree char *day = number ? tonus_date_display (number) : g_strdup (_ ("no date"));
  g_autofree char *words =
      kind ? tonus_field_display (tonus_section_lookup (section, "kind"), kind) : NULL;

  return words ? g_strdup_printf ("%s, %s", day, words) : g_steal_pointer (&day);
}

static char *
name_record (TonusRecord *record)
{
  const char *kind = tonus_record_get_kind (record);

  if (g_str_equal (kind, "visit"))
    return name_visit (record);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (kind, names[i].kind) && tonus_record_get (record, names[i].path))
      return g_strdup (tonus_record_get (record, names[i].path));
  return g_strdup (_ ("(without a name)"));
}

static void
add_record (GPtrArray *targets, TonusRecord *record)
{
  g_autofree char *name = name_record (record);

  g_ptr_array_add (targets, tonus_target_new (tonus_record_get_object (record), name));
}

static TonusRecord *
find_open (TonusSession *session, const char *object)
{
  TonusChart *chart = tonus_session_get_chart (session);

  return chart ? tonus_chart_get (chart, object) : NULL;
}

static void
add_kind (GPtrArray *targets, TonusSession *session, const char *kind)
{
  TonusPractice *practice = tonus_session_get_practice (session);
  TonusRecord *patient = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  const char *owner =
      tonus_schema_kind_is_clinical (kind) && patient ? tonus_record_get_object (patient) : NULL;
  g_autoptr (GPtrArray) ids = NULL;

  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    {
      TonusRecord *record = tonus_session_get_record (session, (TonusSlot) slot);

      /* What is open may not be on the disk yet. */
      if (record && g_str_equal (tonus_slot_kind ((TonusSlot) slot), kind))
        add_record (targets, record);
    }
  if (tonus_schema_kind_is_clinical (kind) && !patient)
    return;
  ids = tonus_practice_list_objects (practice, owner, kind, NULL);
  for (guint i = 0; ids && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (TonusRecord) record = NULL;

      if (find_open (session, id))
        continue;
      record = tonus_practice_load (practice, id, NULL, NULL);
      if (record)
        add_record (targets, record);
    }
}

static char *
name_row (TonusRecord *record, const TonusSection *section, const char *row)
{
  g_autofree char *words = section->repeat == TONUS_REPEAT_MEASURE
                               ? tonus_section_row_label (section, row)
                               : tonus_row_summary (record, section, row);

  return g_strdup_printf ("%s: %s", tonus_section_label (section), words ? words : row);
}

static void
add_rows (GPtrArray *targets, TonusRecord *record, const TonusSection *section)
{
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (record, section->id);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = g_ptr_array_index (rows, i);
      g_autofree char *value =
          g_strdup_printf ("%s#%s/%s", tonus_record_get_object (record), section->id, row);
      g_autofree char *label = name_row (record, section, row);

      g_ptr_array_add (targets, tonus_target_new (value, label));
    }
}

GPtrArray *
tonus_targets_list (const TonusField *field, gpointer data)
{
  TonusSession *session = data;
  TonusSchema *schema = tonus_session_get_schema (session);
  GPtrArray *targets = tonus_target_list_new ();

  for (guint i = 0; field->to && field->to[i]; i++)
    {
      const TonusSection *section = tonus_schema_has_kind (field->to[i])
                                        ? NULL
                                        : tonus_schema_find_section (schema, field->to[i]);
      TonusRecord *holder = section ? tonus_session_get_holder (session, section) : NULL;

      if (holder)
        add_rows (targets, holder, section);
      else if (!section)
        add_kind (targets, session, field->to[i]);
    }
  return targets;
}

char *
tonus_targets_name (const char *value, gpointer data)
{
  TonusSession *session = data;
  g_auto (GStrv) parts = g_strsplit_set (value, "#/", 3);
  TonusRecord *open = find_open (session, parts[0]);
  g_autoptr (TonusRecord) record =
      open ? g_object_ref (open)
           : tonus_practice_load (tonus_session_get_practice (session), parts[0], NULL, NULL);
  const TonusSection *section = NULL;

  if (!record)
    return NULL;
  if (g_strv_length (parts) < 3)
    return name_record (record);
  section = tonus_schema_find_section (tonus_session_get_schema (session), parts[1]);
  return section ? name_row (record, section, parts[2]) : NULL;
}
