/* tonus-own-exercise-picture.c - the picture in the form of an own exercise: a pose, or files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-own-exercise.h"

/* Of the practice's own picture there is no field to be typed into: its section is in no form. */
#define FILES "x-own-picture/x-file"
#define POSE "x-own/x-picture"

char *
tonus_own_exercise_get_picture (TonusRecord *form)
{
  const char *files = tonus_record_get (form, FILES);
  const char *pose = tonus_record_get (form, POSE);

  if (files)
    return tonus_value_to_words (files);
  return pose && !tonus_value_is_not_tested (pose) ? g_strdup (pose + strlen ("x-")) : NULL;
}

void
tonus_own_exercise_set_files (TonusChart *chart, TonusRecord *form, const char *files)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *text = files ? tonus_value_from_words (files) : NULL;

  tonus_changeset_set (changes, tonus_record_get_object (form), FILES, text);
  tonus_changeset_set (changes, tonus_record_get_object (form), POSE, NULL);
  tonus_chart_apply (chart, changes, NULL);
}

void
tonus_own_exercise_settle_picture (TonusChart *chart, TonusRecord *form)
{
  /* On the way back both may stand there, until the step before is undone too. */
  if (!tonus_chart_can_redo (chart) && tonus_record_get (form, FILES) &&
      tonus_record_get (form, POSE))
    tonus_chart_set (chart, tonus_record_get_object (form), FILES, NULL, NULL);
}
