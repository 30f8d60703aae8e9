/* tonus-html-lines.h - the words of a piece of HTML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Its text without any tag, one line for each paragraph, list item or line break, cleaned (see
 * tonus_text_clean()); empty lines are left out.  What stands in script and style is left out, too.
 * (transfer full) (element-type utf8) */
GPtrArray *tonus_html_lines (const char *html);

G_END_DECLS
