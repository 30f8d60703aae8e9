/* paint-clock.h - how long until the person sees it: from an act to the end of the frame it changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the program's own process, so that every act can be timed by itself, yet with real keys: they
 * are sent to the X server as a keyboard's (XTEST) and come back as the program gets them.  A frame
 * ends with the frame clock's "after-paint", and when the server has done what it was asked.  What
 * is missing is the way from the server to the screen, the same for every program.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once, after gtk_init(): a caret that blinks would be taken for an answer. */
void paint_clock_init (void);

/* Milliseconds from @act until @watched has been painted anew; below 0: it was not within a second.
 */
double paint_clock_time (GtkWidget *watched, void (*act) (gpointer data), gpointer data);
/* What the main thread itself computed in that time: steadier than the clock on a busy machine. */
double paint_clock_get_cpu (void);
/* paint_clock_time() for a key, which goes to whatever has the keyboard's focus on this display. */
double paint_clock_key (GtkWidget *watched, guint keyval);

/* Show @window and wait until it has the keyboard. */
void paint_clock_present (GtkWindow *window);
/* Until nothing is left to do, and the next frame need not wait for the last one. */
void paint_clock_settle (void);

/* Figures of one kind.  (element-type double) */
GArray *figures_new (void);
/* Leaves out what is below 0. */
void figures_add (GArray *self, double figure);
/* @share: 0.5 is the median, 1 the worst; 0 when there is no figure. */
double figures_get (GArray *self, double share);

G_END_DECLS
