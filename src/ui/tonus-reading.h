/* tonus-reading.h - a record to be read: every value under its section, nothing to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-record.h"

G_BEGIN_DECLS

/* @hidden: (nullable) ids of sections left out. */
GtkWidget *tonus_reading_new (TonusRecord *record, const char *const *hidden);

G_END_DECLS
