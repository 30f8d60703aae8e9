/* plain-schema.h - a small schema with one of everything, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

#define PLAIN_OBJECT "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define PLAIN_OTHER "bbbbbbbbbbbbbbbbbbbbbbbbba"

/* (transfer full) */
TonusSchema *plain_schema_new (void);

G_END_DECLS
