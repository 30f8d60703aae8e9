/* tonus-library-details.h - what an exercise is: its steps, what to feel, when to stop, its ladder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-library.h"
#include "tonus-session.h"

G_BEGIN_DECLS

/* To be read; the words are those the open patient gets.  @add and @back (button, data) do what
 * they say. */
GtkWidget *tonus_library_details_new (TonusSession *session,
                                      TonusLibrary *library,
                                      const TonusEntry *exercise,
                                      GCallback add,
                                      GCallback back,
                                      gpointer data);

G_END_DECLS
