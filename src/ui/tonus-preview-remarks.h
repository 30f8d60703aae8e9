/* tonus-preview-remarks.h - what will not be on the paper, said before it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-handout-content.h"
#include "tonus-session.h"

G_BEGIN_DECLS

/* Whole sentences, the gravest first, one for each kind of thing.  @content: (nullable) what is to
 * be printed.  (element-type utf8) */
void
tonus_preview_remarks_add (GPtrArray *remarks, TonusSession *session, const TonusHandout *content);

G_END_DECLS
