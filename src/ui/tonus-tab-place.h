/* tonus-tab-place.h - where a tab of the chart stands: what moves in it moves nothing outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label whose words change is laid out anew with all that is around it, up to the window; a
 * notebook that is laid out anew is painted anew, and that is most of the window for one letter.
 * Here that ends: the contents are laid out again in the same place.  Only when they need more room
 * than there is the window is asked.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_TAB_PLACE (tonus_tab_place_get_type ())
G_DECLARE_FINAL_TYPE (TonusTabPlace, tonus_tab_place, TONUS, TAB_PLACE, GtkEventBox)

GtkWidget *tonus_tab_place_new (void);

G_END_DECLS
