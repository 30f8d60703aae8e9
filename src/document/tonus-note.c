/* tonus-note.c - the note of one visit, for the record and the payer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note.h"

#include <glib/gi18n-lib.h>

#include "tonus-date.h"
#include "tonus-note-head.h"
#include "tonus-note-minutes.h"
#include "tonus-paths.h"
#include "tonus-program.h"

#define SIDE_MARGIN 50.0
#define TOP_MARGIN 46.0
#define BOTTOM_MARGIN 48.0

static const TonusTextStyle quiet_style = { TONUS_FONT_REGULAR, 9, 12, { 0.35, 0.37, 0.40 } };

static gboolean
is_section_of (const TonusSection *section, TonusPath path)
{
  return g_str_equal (section->id, tonus_path_get_section (path));
}

/* Everything the visit holds, in the order of the schema; the signature closes the note. */
static void
add_visit_sections (const TonusNoteWriter *writer)
{
  TonusRecord *visit = writer->dossier->visit;
  GPtrArray *sections = tonus_schema_get_sections (tonus_record_get_schema (visit));

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      if (tonus_note_minutes_is_section (section) ||
          is_section_of (section, TONUS_PATH_SIGNATURE_NAME))
        continue;
      tonus_note_add_section (writer, visit, section, tonus_note_head_has_field);
    }
}

static void
add_signature (const TonusNoteWriter *writer)
{
  TonusRecord *visit = writer->dossier->visit;
  const TonusSection *section = tonus_schema_find_section (
      tonus_record_get_schema (visit), tonus_path_get_section (TONUS_PATH_SIGNATURE_NAME));

  if (section != NULL)
    tonus_note_add_section (writer, visit, section, NULL);
}

/* --- episode: what an evaluation, a report and a discharge must hold ------------------------ */

static gboolean
needs_plan (const TonusVisit *visit)
{
  static const char *const kinds[] = { "evaluation", "re-evaluation", "progress-report",
                                       "discharge", NULL };

  return visit->kind != NULL && g_strv_contains (kinds, visit->kind->id);
}

static void
add_plan (const TonusNoteWriter *writer, const TonusVisit *visit)
{
  static const TonusPath paths[] = { TONUS_PATH_GOAL_TEXT, TONUS_PATH_PLAN_AMOUNT,
                                     TONUS_PATH_ORDER_REFERRER };
  TonusRecord *episode = writer->dossier->episode;

  if (episode == NULL || !needs_plan (visit))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const TonusSection *section = tonus_schema_find_section (tonus_record_get_schema (episode),
                                                               tonus_path_get_section (paths[i]));

      if (section != NULL)
        tonus_note_add_section (writer, episode, section, NULL);
    }
}

/* --- home program --------------------------------------------------------------------------- */

static void
add_exercise (const TonusNoteWriter *writer, const TonusProgramExercise *exercise, guint number)
{
  g_autofree char *dose = tonus_program_exercise_describe (exercise);
  g_autofree char *label = g_strdup_printf ("%u.", number);
  g_autoptr (GString) text = g_string_new (tonus_entry_label (exercise->exercise));

  if (exercise->is_stopped)
    g_string_append_printf (text, " – %s%s%s", _ ("stopped"), exercise->why_stopped ? ": " : "",
                            exercise->why_stopped ? exercise->why_stopped : "");
  else if (*dose != '\0')
    g_string_append_printf (text, ": %s", dose);
  if (exercise->cue != NULL)
    g_string_append_printf (text, " (%s)", exercise->cue);
  tonus_flow_list_item (writer->flow, label, text->str);
}

static void
add_program_head (const TonusNoteWriter *writer, const TonusProgram *program)
{
  g_autofree char *date = program->date != 0 ? tonus_date_display (program->date) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (program->version > 0)
    g_string_append_printf (text, _ ("Version %u"), program->version);
  if (date != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", date);
  if (program->changed != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", program->changed);
  tonus_flow_heading (writer->flow, TONUS_TAG_H2, _ ("Home program"));
  if (text->len > 0)
    tonus_flow_paragraph (writer->flow, &quiet_style, text->str);
}

static void
add_program (const TonusNoteWriter *writer)
{
  g_autoptr (TonusProgram) program = tonus_program_read (writer->dossier->program);
  guint number = 0;

  if (program->exercises->len == 0 && program->advice == NULL)
    return;
  add_program_head (writer, program);
  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (program->exercises, i);

      if (exercise->exercise != NULL)
        add_exercise (writer, exercise, ++number);
    }
  if (program->advice != NULL)
    tonus_flow_pair (writer->flow, _ ("Advice"), program->advice);
}

/* --- public --------------------------------------------------------------------------------- */

GBytes *
tonus_note_render (const TonusDossier *dossier, const TonusNoteOptions *options, GError **error)
{
  g_autoptr (TonusVisit) visit = NULL;
  g_autofree char *head = NULL;
  g_autofree char *clinic = NULL;
  /* Translators: the code of your own language, such as “de”; screen readers pronounce by it. */
  const char *language = C_ ("language of the note", "en");
  TonusPdfInfo info = { .title = _ ("Visit note"), .language = language };
  TonusFlowSettings settings = { SIDE_MARGIN, SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN,
                                 NULL,        NULL,        NULL };
  g_autoptr (TonusPdf) pdf = NULL;
  g_autoptr (TonusFlow) flow = NULL;
  TonusNoteWriter writer = { .dossier = dossier };

  g_return_val_if_fail (dossier != NULL && dossier->visit != NULL && options != NULL, NULL);

  info.created = options->created;
  pdf = tonus_pdf_new (options->paper, &info, error);
  if (pdf == NULL)
    return NULL;
  visit = tonus_visit_read (dossier->visit, dossier->payer);
  head = tonus_note_running_head (dossier, visit);
  clinic = tonus_path_read_words (dossier->clinic, TONUS_PATH_CLINIC_NAME, NULL);
  settings.head = head;
  settings.foot = clinic;
  settings.page_format = _ ("Page %u of %u");
  writer.flow = flow = tonus_flow_new (pdf, &settings);
  tonus_note_add_head (&writer, visit, options->remark);
  add_visit_sections (&writer);
  add_plan (&writer, visit);
  tonus_note_add_minutes (&writer, visit);
  add_program (&writer);
  add_signature (&writer);
  tonus_flow_end (flow);
  if (options->unprinted != NULL)
    *options->unprinted = tonus_document_describe_missing (tonus_pdf_get_missing (pdf));
  return tonus_pdf_finish (pdf, error);
}
