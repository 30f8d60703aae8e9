/* tonus-schema-load.h - making a schema of texts, and telling all that is wrong with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading has two passes: the first makes every section, field, catalogue and row there is, the
 * second lets them refer to each other.  This is the lint, too: the program tonus-lint, run by the
 * build, does nothing but load and print the problems.
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

/* @own: a practice's sources, read after the built-in ones; its new ids begin "x-".
 * @problems: (nullable) (element-type utf8): gets every problem found; @error gets the first.
 * (transfer full) (nullable) */
TonusSchema *tonus_schema_load (const TonusSchemaSource *built_in,
                                guint n_built_in,
                                const TonusSchemaSource *own,
                                guint n_own,
                                GPtrArray *problems,
                                GError **error);

G_END_DECLS
