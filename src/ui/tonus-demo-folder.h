/* tonus-demo-folder.h - where the demo practice lives, and how it is made anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

/* Where it is or would be.  (transfer full) */
char *tonus_demo_folder_get_path (void);

/* The demo practice under the user's state folder, made if it is not there; @anew: thrown away
 * first. Its patients are in the middle of their course, with a visit due today.  (transfer full)
 */
TonusPractice *tonus_demo_folder_open (gboolean anew, GError **error);

G_END_DECLS
