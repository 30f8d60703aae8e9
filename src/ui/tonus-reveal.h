/* tonus-reveal.h - bring the field of a path into sight and give it the focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-schema.h"

G_BEGIN_DECLS

/* @root: a form that is shown.  FALSE if it has no such field. */
gboolean tonus_reveal_path (GtkWidget *root, TonusSchema *schema, const char *path);

G_END_DECLS
