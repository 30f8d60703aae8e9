/* tonus-commands.h - the commands of tonusctl, one function each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-call.h"

G_BEGIN_DECLS

/* In the order of the help.  Ends with a row without a name. */
extern const TonusCommand tonus_commands[];

/* (nullable) */
const TonusCommand *tonus_commands_find (const char *name);

TonusExit tonus_command_new (TonusCall *call);
TonusExit tonus_command_demo (TonusCall *call);
TonusExit tonus_command_list (TonusCall *call);
TonusExit tonus_command_show (TonusCall *call);
TonusExit tonus_command_record (TonusCall *call);
TonusExit tonus_command_explain (TonusCall *call);
TonusExit tonus_command_note (TonusCall *call);
TonusExit tonus_command_handout (TonusCall *call);
TonusExit tonus_command_figure (TonusCall *call);
TonusExit tonus_command_figures (TonusCall *call);
TonusExit tonus_command_check (TonusCall *call);
TonusExit tonus_command_copy (TonusCall *call);
TonusExit tonus_command_import (TonusCall *call);
TonusExit tonus_command_generate (TonusCall *call);

G_END_DECLS
