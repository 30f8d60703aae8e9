/* tonus-program-change.h - what is new in a home program since the version handed out before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions over two versions.  An exercise is the same one when its row is; else when exercise and side are, else
 * when the exercise is.  Another one of its ladder in the same row stands in its place: harder or easier, neither new
 * nor stopped.  What a version does not record is compared with nothing: a dose written down for the first
 * time is another dose, never a harder one.
 */
#pragma once

#include "tonus-program.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_PROGRAM_SAME,
  TONUS_PROGRAM_NEW,     /* not in the version before, or stopped in it */
  TONUS_PROGRAM_HARDER,  /* more load or a stronger band; else more of something and less of nothing */
  TONUS_PROGRAM_EASIER,  /* the same the other way round */
  TONUS_PROGRAM_DOSE     /* another dose, neither harder nor easier */
} TonusProgramChange;

/* @before: (nullable) the version before; without one nothing has changed.  @exercise is one of @after. */
TonusProgramChange tonus_program_compare (const TonusProgram *before,
                                          const TonusProgram *after,
                                          const TonusProgramExercise *exercise);

/* What @exercise of @after stands in place of since @before: lower or higher on the same ladder, and no longer done
 * itself.  (nullable) */
const TonusProgramExercise *tonus_program_find_replaced (const TonusProgram *before,
                                                         const TonusProgram *after,
                                                         const TonusProgramExercise *exercise);

/* The exercises of @before that @after stopped or no longer has, and has nothing in place of, in the order of @before; without a version before all
 * that are marked as stopped.  (element-type TonusEntry) (transfer container) */
GPtrArray *tonus_program_find_stopped (const TonusProgram *before, const TonusProgram *after);

G_END_DECLS
