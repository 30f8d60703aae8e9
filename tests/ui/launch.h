/* launch.h - a program started and watched from outside, as the person in front of it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For benchmarks on a display of their own (tools/with-display): the desktop is painted in a colour
 * that no window has, so that the first frame is the moment when the middle of the screen has lost
 * it.  Every program gets the same environment and no accessibility bus.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Launch Launch;

/* Once per process; ends it with a word on standard error if there is no display.  @home: becomes
 * HOME, and holds the caches that a second start finds. */
void launch_init (const char *home);

/* Start @argv and wait until it is painted. */
Launch *launch_new (const char *const *argv);
double launch_get_painted_ms (Launch *self);
/* Wait until it has had nothing to do for a third of a second. */
void launch_settle (Launch *self);
/* KiB; a page shared with n programs counts for one n-th of itself. */
double launch_get_pss (Launch *self);
/* KiB that nobody else has. */
double launch_get_private (Launch *self);
/* End it, and wait until its window is gone. */
void launch_free (Launch *self);

/* Of @n figures, which are sorted. */
double launch_median (double *figures, guint n);

G_END_DECLS
