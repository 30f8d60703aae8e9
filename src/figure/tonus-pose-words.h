/* tonus-pose-words.h - the words of a pose file, and what to say about a wrong one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pose-private.h"

G_BEGIN_DECLS

/* Where in the file we are.  Every function below returns FALSE when it refused, with @error set
 * to what the file says, where, and what is allowed. */
typedef struct
{
  const char *file, *group, *key;
  GError **error;
} TonusPoseReader;

gboolean tonus_pose_refuse (const TonusPoseReader *reader, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* Names of a table, NULL-terminated, as "a, b, c".  (transfer full) */
char *tonus_pose_join_names (const char *const *names);

/* The index of a word of @length bytes in a NULL-terminated table, or -1. */
int tonus_pose_find_name (const char *const *names, const char *word, gsize length);

extern const char *const tonus_posture_names[];
extern const char *const tonus_joint_names[];   /* by TonusJoint, of pairs the right one */
extern const char *const tonus_contact_names[]; /* by TonusContactKind */

/* "ankle.r", "heel.l@0.4", as they are read.  (transfer full) */
char *tonus_pose_spell_landmark (guint landmark);
char *tonus_pose_spell_contact (const TonusContact *contact);

/* Blank-separated words, no empty ones; NULL when refused because there are too many. */
GStrv tonus_pose_split (const TonusPoseReader *reader, const char *value);

/* A finite number within ±@limit; @unit for the error: "degrees". */
gboolean tonus_pose_read_number (const TonusPoseReader *reader,
                                 const char *word,
                                 double limit,
                                 const char *unit,
                                 double *number);

/* Bit per side: both, r, l. */
gboolean tonus_pose_read_sides (const TonusPoseReader *reader, const char *word, guint *sides);

/* Joints from @joint on, one or both sides. */
gboolean tonus_pose_read_joint (
    const TonusPoseReader *reader, const char *word, gsize length, guint *joint, guint *n);

/* "feet", "heel.r@0.19". */
gboolean
tonus_pose_read_contact (const TonusPoseReader *reader, const char *word, TonusContact *contact);

/* A landmark; @side is meant where a paired one names none, -1: it must name one. */
gboolean tonus_pose_read_landmark (const TonusPoseReader *reader,
                                   const char *word,
                                   int side,
                                   guint *landmark);

/* A landmark or a contact. */
gboolean tonus_pose_read_spot (const TonusPoseReader *reader, const char *word, TonusSpot *spot);

G_END_DECLS
