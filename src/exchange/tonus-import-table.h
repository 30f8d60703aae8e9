/* tonus-import-table.h - what other exercise libraries call things, and what we call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * data/import/exercise-sources.ini; answers NULL for what is not in it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word about the library as a whole: "licence", "url".  (transfer full) (nullable) */
char *tonus_import_table_about (const char *source, const char *what);

/* The only row of ours for @name as a @kind ("region").  (transfer full) (nullable) */
char *tonus_import_table_find (const char *source, const char *kind, const char *name);

/* All of them, each once, at the end of @rows.  (element-type utf8) */
void
tonus_import_table_add (const char *source, const char *kind, const char *name, GPtrArray *rows);

G_END_DECLS
