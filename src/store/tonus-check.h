/* tonus-check.h - verify a practice, copy it, and explain each finding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_FINDING_NOTE,    /* fine, worth knowing: a fork, a temporary file */
  TONUS_FINDING_WARNING, /* works, look at it: waiting for files, unread values, unlinted catalogue
                          */
  TONUS_FINDING_DAMAGE   /* bytes that are not what they should be */
} TonusFindingLevel;

typedef struct
{
  TonusFindingLevel level;
  char *place;   /* relative to the practice folder */
  char *message; /* what is wrong; what now */
} TonusFinding;

/* Every file: name, hash, shape, parents, context, signature rules, references.  (transfer full)
 * (element-type TonusFinding); empty: sound.
 * @n_files: out (nullable). */
GPtrArray *tonus_check_practice (TonusPractice *practice, guint *n_files, GError **error);

/* Every file of @practice into the new or empty folder @target, byte for byte, verified after
 * writing. Files of a practice that are damaged are copied too and named in
 * @findings (nullable), which is given the function that frees them.  Errors: EXISTS, DISK. */
gboolean tonus_copy_practice (TonusPractice *practice,
                              const char *target,
                              guint *n_files,
                              GPtrArray *findings,
                              GError **error);

G_END_DECLS
