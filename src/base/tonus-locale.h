/* tonus-locale.h - the language that the program speaks with the therapist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Take the locale of the environment and bind the program's texts to its catalogues, first thing in
 * main().  They are where they were installed to, or below the folder that the variable
 * TONUS_LOCALEDIR names: for a program that runs from its build, and for tests. */
void tonus_locale_init (void);

G_END_DECLS
