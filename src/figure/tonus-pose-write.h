/* tonus-pose-write.h - a pose as the text of its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pose-private.h"

G_BEGIN_DECLS

/* The group's keys, each of which stands for itself: no frame begins as a copy of another one's. */
void tonus_pose_write_frame (const TonusPoseFrame *frame, GKeyFile *file, const char *group);

/* "back foot.l".  (transfer full) */
char *tonus_pose_spell_rest (const TonusPoseFrame *frame);

G_END_DECLS
