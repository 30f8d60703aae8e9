/* tonus-preview-choices.h - how the handout shall be: paper, print, colours, language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is in force as soon as it is chosen.  What depends on the printer is remembered on this
 * computer; what depends on the patient stands in the patient's record, like any other edit.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

GtkWidget *tonus_preview_choices_new (TonusSession *session);

G_END_DECLS
