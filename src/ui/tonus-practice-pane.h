/* tonus-practice-pane.h - the practice: letterhead of the clinic, therapists, payers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same forms as for patients, over the practice's own records, one record at a time.  They are
 * saved on leaving.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

GtkWidget *tonus_practice_pane_new (TonusSession *session);

G_END_DECLS
