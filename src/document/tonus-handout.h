/* tonus-handout.h - the page the patient takes home
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-document.h"
#include "tonus-handout-content.h"

G_BEGIN_DECLS

typedef struct
{
  TonusPaper paper;
  gboolean is_large;    /* 18 pt text, two exercises a page */
  gboolean is_mono;     /* for black-and-white printers */
  gboolean is_compact;  /* smaller type and four exercises a page even where three would do; large print wins */
  const char *created;  /* (nullable) moment; fixed in tests */
  /* (out) (optional) (transfer full): a sentence on what no font can print, NULL where all prints. */
  char **unprinted;
} TonusHandoutOptions;

/* Everything measured before it is drawn; nothing clipped, nothing overlapping.  (transfer full) */
GBytes *tonus_handout_render (const TonusHandout *content, const TonusHandoutOptions *options, GError **error);

G_END_DECLS
