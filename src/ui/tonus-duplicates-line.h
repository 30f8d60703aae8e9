/* tonus-duplicates-line.h - a quiet line about patients who may be the one being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* For the chart in front, kept true while names and birth date are typed; empty, and no cost, when
 * the patient has had a visit. */
GtkWidget *tonus_duplicates_line_new (TonusSession *session);

G_END_DECLS
