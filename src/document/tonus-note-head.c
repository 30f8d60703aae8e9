/* tonus-note-head.c - whose note it is: clinic, patient, episode, visit; and whether it is signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note-head.h"

#include <glib/gi18n-lib.h>

#include "tonus-date.h"
#include "tonus-note-value.h"
#include "tonus-paths.h"
#include "tonus-patient.h"

static const TonusTextStyle clinic_style = { TONUS_FONT_BOLD, 11, 15, { 0.09, 0.27, 0.42 } };
static const TonusTextStyle quiet_style = { TONUS_FONT_REGULAR, 9, 12, { 0.35, 0.37, 0.40 } };
static const TonusTextStyle alarm_style = { TONUS_FONT_BOLD, 11, 15, { 0.72, 0.15, 0.10 } };

static const TonusPath head_fields[] = {
  TONUS_PATH_VISIT_KIND,  TONUS_PATH_VISIT_DATE, TONUS_PATH_VISIT_THERAPIST,
  TONUS_PATH_VISIT_START, TONUS_PATH_VISIT_END,
};

gboolean
tonus_note_head_has_field (const TonusField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (head_fields); i++)
    if (g_str_equal (field->section->id, tonus_path_get_section (head_fields[i])) &&
        g_str_equal (field->id, tonus_path_get_field (head_fields[i])))
      return TRUE;
  return FALSE;
}

static const char *
get_unsigned_words (void)
{
  return _ ("UNSIGNED DRAFT");
}

static char *
describe_patient (const TonusDossier *dossier)
{
  g_autoptr (TonusPatient) patient = tonus_patient_read (dossier->patient);
  g_autofree char *born = patient->born != 0 ? tonus_date_display (patient->born) : NULL;
  const char *name = *patient->name != '\0' ? patient->name : _ ("Patient without a name");

  return born != NULL ? g_strdup_printf (_ ("%s, born %s"), name, born) : g_strdup (name);
}

char *
tonus_note_running_head (const TonusDossier *dossier, const TonusVisit *visit)
{
  g_autofree char *patient = describe_patient (dossier);
  g_autofree char *date = visit->date != 0 ? tonus_date_display (visit->date) : NULL;
  GString *text = g_string_new (patient);

  if (visit->kind != NULL)
    g_string_append_printf (text, " · %s", tonus_entry_label (visit->kind));
  if (date != NULL)
    g_string_append_printf (text, " · %s", date);
  if (!visit->is_signed)
    g_string_append_printf (text, " · %s", get_unsigned_words ());
  return g_string_free (text, FALSE);
}

/* The value as the section would print it, key field or not tested included. */
static char *
read_value (const TonusNoteWriter *writer, TonusRecord *record, TonusPath path)
{
  const TonusSection *section =
      tonus_schema_find_section (tonus_record_get_schema (record), tonus_path_get_section (path));
  const TonusField *field =
      section != NULL ? tonus_section_lookup (section, tonus_path_get_field (path)) : NULL;

  return field != NULL ? tonus_note_value (writer->dossier, record, field, NULL) : NULL;
}

static void
add_pair (const TonusNoteWriter *writer, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    tonus_flow_pair (writer->flow, label, value);
}

/* An address of several lines in one. */
static void
flatten (char **address)
{
  g_auto (GStrv) lines = g_strsplit (*address, "\n", -1);

  g_free (*address);
  *address = g_strjoinv (", ", lines);
}

static void
add_clinic (const TonusNoteWriter *writer)
{
  TonusRecord *clinic = writer->dossier->clinic;
  g_autofree char *name = tonus_path_read_words (clinic, TONUS_PATH_CLINIC_NAME, NULL);
  g_autofree char *address = tonus_path_read_words (clinic, TONUS_PATH_CLINIC_ADDRESS, NULL);
  g_autofree char *phone = tonus_path_read_words (clinic, TONUS_PATH_CLINIC_PHONE, NULL);
  g_autofree char *contact = NULL;

  if (name != NULL)
    tonus_flow_paragraph (writer->flow, &clinic_style, name);
  if (address != NULL)
    flatten (&address);
  if (address != NULL && phone != NULL)
    contact = g_strdup_printf ("%s · %s", address, phone);
  else
    contact = g_strdup (address != NULL ? address : phone);
  if (contact != NULL)
    tonus_flow_paragraph (writer->flow, &quiet_style, contact);
  tonus_flow_space (writer->flow, 6);
}

static void
add_visit (const TonusNoteWriter *writer)
{
  TonusRecord *visit = writer->dossier->visit;
  g_autofree char *date = read_value (writer, visit, TONUS_PATH_VISIT_DATE);
  g_autofree char *start = read_value (writer, visit, TONUS_PATH_VISIT_START);
  g_autofree char *end = read_value (writer, visit, TONUS_PATH_VISIT_END);
  GString *when = g_string_new (date);
  g_autofree char *words = NULL;

  if (start != NULL)
    g_string_append_printf (when, "%s%s", when->len > 0 ? ", " : "", start);
  if (end != NULL)
    g_string_append_printf (when, "%s%s", start != NULL ? "–" : when->len > 0 ? ", – " : "– ", end);
  words = g_string_free (when, FALSE);
  add_pair (writer, _ ("Date of visit"), words);
}

/* The record of the therapist is at hand, as a rule; else the visit's reference says what it can.
 */
static void
add_therapist (const TonusNoteWriter *writer)
{
  TonusRecord *record = writer->dossier->therapist;
  g_autofree char *name = tonus_path_read_words (record, TONUS_PATH_THERAPIST_NAME, NULL);
  g_autofree char *credentials =
      tonus_path_read_words (record, TONUS_PATH_THERAPIST_CREDENTIALS, NULL);
  g_autofree char *named = read_value (writer, writer->dossier->visit, TONUS_PATH_VISIT_THERAPIST);
  g_autofree char *both = NULL;

  if (name != NULL && (named == NULL || g_str_equal (named, name)))
    both = credentials != NULL ? g_strdup_printf ("%s, %s", name, credentials) : g_strdup (name);
  add_pair (writer, _ ("Therapist"), both != NULL ? both : named);
}

static char *
describe_diagnosis (const TonusNoteWriter *writer, const char *row)
{
  TonusRecord *episode = writer->dossier->episode;
  const TonusSection *section = tonus_schema_find_section (
      tonus_record_get_schema (episode), tonus_path_get_section (TONUS_PATH_DIAGNOSIS_NAME));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; section != NULL && i < section->fields->len; i++)
    {
      char *value =
          tonus_note_value (writer->dossier, episode, g_ptr_array_index (section->fields, i), row);

      if (value != NULL)
        g_ptr_array_add (parts, value);
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
add_episode (const TonusNoteWriter *writer)
{
  TonusRecord *episode = writer->dossier->episode;
  g_autofree char *title = NULL;
  g_autofree char *start = NULL;
  g_autofree char *onset = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (episode == NULL)
    return;
  title = read_value (writer, episode, TONUS_PATH_EPISODE_TITLE);
  start = read_value (writer, episode, TONUS_PATH_EPISODE_START);
  onset = read_value (writer, episode, TONUS_PATH_EPISODE_ONSET);
  add_pair (writer, _ ("Episode of care"), title);
  add_pair (writer, _ ("Start of care"), start);
  add_pair (writer, _ ("Onset"), onset);
  rows = tonus_record_get_rows (episode, tonus_path_get_section (TONUS_PATH_DIAGNOSIS_NAME));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *diagnosis = describe_diagnosis (writer, g_ptr_array_index (rows, i));

      add_pair (writer, i == 0 ? _ ("Diagnoses") : " ", diagnosis);
    }
}

static void
add_remarks (const TonusNoteWriter *writer, const TonusVisit *visit, const char *remark)
{
  g_autofree char *unread = NULL;

  if (!visit->is_signed)
    tonus_flow_paragraph (writer->flow, &alarm_style, get_unsigned_words ());
  if (remark != NULL)
    tonus_flow_paragraph (writer->flow, &alarm_style, remark);
  if (visit->n_unread == 0)
    return;
  unread = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u value of this visit could not be read and is not printed.",
                   "%u values of this visit could not be read and are not printed.",
                   visit->n_unread),
      visit->n_unread);
  tonus_flow_paragraph (writer->flow, &alarm_style, unread);
}

void
tonus_note_add_head (const TonusNoteWriter *writer, const TonusVisit *visit, const char *remark)
{
  g_autofree char *patient = describe_patient (writer->dossier);

  add_clinic (writer);
  tonus_flow_heading (writer->flow, TONUS_TAG_H1,
                      visit->kind != NULL ? tonus_entry_label (visit->kind) : _ ("Visit"));
  add_remarks (writer, visit, remark);
  tonus_flow_rule (writer->flow);
  add_pair (writer, _ ("Patient"), patient);
  add_visit (writer);
  add_therapist (writer);
  add_episode (writer);
  tonus_flow_rule (writer->flow);
}
