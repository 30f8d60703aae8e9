/* tonus-title.h - whose chart this is, said in the right place to the right reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's title is seen by strangers (task bars, screen sharing): first name and initial only.
 * The header, seen by who sits here, has the full name and birth date: two Danas must not be
 * confused.  Where room is short, what else it says gives way first; the birth date never does.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* Where it is said; all borrowed. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *identity;   /* label: the name; heard with the birth date */
  GtkWidget *born;       /* label */
  GtkWidget *course;     /* label: episode, visit, what is due */
  GtkWidget *alert_icon; /* image */
  GtkWidget *alerts;     /* label */
} TonusTitle;

/* @session: (nullable) */
void tonus_title_paint (const TonusTitle *self, TonusSession *session);

G_END_DECLS
