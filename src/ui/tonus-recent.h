/* tonus-recent.h - the practice that was open last on this computer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

/* The demo practice has its own way in and is not noted. */
void tonus_recent_note (TonusPractice *practice);

/* Its folder, which may have gone away since.  (transfer full) (nullable: none yet) */
char *tonus_recent_get_folder (void);

G_END_DECLS
