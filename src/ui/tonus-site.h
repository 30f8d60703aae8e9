/* tonus-site.h - where a form stands: the chart its edits go to and the record it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copied by value; the widgets made for a site take references of their own, so that form and
 * record may go in either order.
 */
#pragma once

#include "tonus-chart.h"
#include "tonus-editor.h"

G_BEGIN_DECLS

typedef struct
{
  TonusChart *chart;
  TonusRecord *record;
  TonusTargetLister lister;                   /* (nullable) what a reference may point at */
  TonusTargetNamer namer;                     /* (nullable) what a reference is called */
  GObject *lister_data;                       /* (nullable) kept alive by the widgets */
  char *(*new_row_id) (GObject *lister_data); /* (nullable) ids of new event rows */
  gboolean keeps_typed; /* Esc is the way out of the form: what was typed last stays, too */
} TonusSite;

G_END_DECLS
