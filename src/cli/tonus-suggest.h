/* tonus-suggest.h - what a mistyped name was probably meant to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The @most nearest of @candidates (element-type utf8) to @wanted, best first: those that begin or
 * end with it, then those a few typing mistakes away.  May be empty.  (transfer container):
 * borrowed names. */
GPtrArray *tonus_suggest (const char *wanted, GPtrArray *candidates, guint most);

/* "; did you mean “a” or “b”?" or "".  (transfer full) */
char *tonus_suggest_sentence (const char *wanted, GPtrArray *candidates);

G_END_DECLS
