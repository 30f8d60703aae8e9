/* tonus-welcome.h - the first page: the demo practice, a new one, or a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: "chosen" (TonusPractice).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-practice.h"

G_BEGIN_DECLS

#define TONUS_TYPE_WELCOME (tonus_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TonusWelcome, tonus_welcome, TONUS, WELCOME, GtkBox)

/* What is wrong, said in place. */
void tonus_welcome_say (TonusWelcome *self, const char *words);

G_END_DECLS
