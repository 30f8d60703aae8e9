/* tonus-pose-paper.h - a picture on the handout's light ground, whatever the theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-figure-list.h"

G_BEGIN_DECLS

/* @name: what a screen reader says. */
GtkWidget *tonus_pose_paper_new (int width, int height, const char *id, const char *name);

/* In the middle, at its own size, or smaller where there is less room.  @list: (nullable) */
void tonus_pose_paper_show (GtkWidget *paper, TonusFigureList *list);

/* While it changes with every move of a pointer: edges are a little rougher, and twice as fast. */
void tonus_pose_paper_hurry (GtkWidget *paper, gboolean is_hurried);

G_END_DECLS
