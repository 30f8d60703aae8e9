/* tonus-course.h - one invented patient and a course of care, written into a practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is charted comes from walking the schema; a few fields that hold a record together (who,
 * when, which episode) are set by name.  A course follows the same measures from visit to visit,
 * and they get better, with setbacks.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct
{
  TonusPractice *practice;
  TonusSchema *schema;
  TonusIo *io;                                /* tonus_io_seeded(), also the practice's */
  const char *therapist, *name, *credentials; /* the therapist's id and how they sign */
} TonusCourseWriter;

/* A patient with @n_visits visits in one episode or two, the last of them by @today.  Errors: as
 * saving, and TONUS_MODEL_ERROR_REFUSED if the schema does not accept a value. */
gboolean
tonus_course_write (const TonusCourseWriter *self, guint n_visits, guint32 today, GError **error);

G_END_DECLS
