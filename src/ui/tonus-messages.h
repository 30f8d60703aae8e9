/* tonus-messages.h - the messages under the alert strip: what cannot be saved, what others wrote
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They come and go by themselves with what they are about.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_MESSAGES (tonus_messages_get_type ())
G_DECLARE_FINAL_TYPE (TonusMessages, tonus_messages, TONUS, MESSAGES, GtkBox)

GtkWidget *tonus_messages_new (TonusSession *session);

/* No widget, only words.  (transfer full) */
char *tonus_messages_say_failure (const TonusFailure *failure);
char *tonus_messages_say_news (const TonusNews *news);

G_END_DECLS
