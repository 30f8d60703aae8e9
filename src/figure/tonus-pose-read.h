/* tonus-pose-read.h - the groups of a pose file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pose-words.h"

G_BEGIN_DECLS

/* One key of [Scene] that is about what stands around the figure: props, arrows. */
gboolean tonus_pose_read_props (const TonusPoseReader *reader, const char *value, TonusPose *pose);
gboolean tonus_pose_read_arrows (const TonusPoseReader *reader, const char *value, TonusPose *pose);

/* One key of [Start] or [End]; [Scene] gives both frames their rest, fit, flat and pin with it. */
gboolean
tonus_pose_read_frame_key (const TonusPoseReader *reader, const char *value, TonusPoseFrame *frame);

/* Is it one of those that [Scene] may give both frames? */
gboolean tonus_pose_is_frame_key (const char *key);

/* All groups into an empty pose. */
gboolean tonus_pose_read (TonusPoseReader *reader, GKeyFile *keys, TonusPose *pose);

G_END_DECLS
