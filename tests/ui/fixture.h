/* fixture.h - a display, a scratch home and a practice for tests of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"
#include "tonus-site.h"

G_BEGIN_DECLS

/* A home of this process' own, thrown away by fixture_finish(); @needs_display: fails without one.
 */
void fixture_init (int *argc, char ***argv, gboolean needs_display);
int fixture_finish (int status);

const char *fixture_home (void);

/* A practice with a patient or two in the middle of their course, a new one each time.  (transfer
 * full) */
TonusPractice *fixture_demo (void);
/* One without patients.  (transfer full) */
TonusPractice *fixture_empty (void);
/* The id of its first patient.  (transfer full) */
char *fixture_first_patient (TonusPractice *practice);

/* A chart of its own with an empty record of @kind; the site borrows both from *chart. */
TonusSite fixture_site (const char *kind, TonusChart **chart, TonusRecord **record);

/* Run the main loop until @is_done says so; fails after 20 seconds. */
void fixture_wait (gboolean (*is_done) (gpointer data), gpointer data);
void fixture_settle (void);
/* Everything in a shown @window has its size and place. */
void fixture_paint (GtkWidget *window);

/* One key press and release as the widget would get it. */
void fixture_key (GtkWidget *widget, guint keyval, GdkModifierType modifiers);
/* The focus goes to @widget, or leaves it. */
void fixture_focus (GtkWidget *widget, gboolean in);

/* Every widget below @root, shown or not; @visit is called once for each. */
void fixture_walk (GtkWidget *root, GtkCallback visit, gpointer data);

G_END_DECLS
