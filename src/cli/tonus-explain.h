/* tonus-explain.h - what the schema says about a name, and what every consumer makes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

/* The explanation of a field ("pain/now", "rom/hip-flexion.right.passive/value"), a section
 * ("rom"), a section's row ("rom/hip-flexion.right.passive"), a catalogue ("motion") or a row of
 * one
 * ("motion/hip-flexion"); a name that is several things is explained as each.  Lines of
 * "word: text".  (transfer full) (nullable): nothing has that name. */
char *tonus_explain (TonusSchema *schema, const char *name);

/* Every name that tonus_explain() knows without rows of sections.  (transfer full) (element-type
 * utf8) */
GPtrArray *tonus_explain_list_names (TonusSchema *schema);

G_END_DECLS
