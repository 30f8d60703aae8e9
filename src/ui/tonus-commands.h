/* tonus-commands.h - everything the window can be told to do: one row per command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Actions, keys, the menu and the shortcuts window are all made from this table.
 */
#pragma once

#include "tonus-window.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_GROUP_PATIENT,
  TONUS_GROUP_CHART,
  TONUS_GROUP_WINDOW,
  TONUS_N_GROUPS
} TonusCommandGroup;

typedef struct
{
  const char *name;  /* "find": the action win.find */
  const char *label; /* msgid */
  const char *keys;  /* "<Primary>f", "" when it has none */
  TonusCommandGroup group;
  gboolean is_in_menu;
  void (*run) (TonusWindow *window);
  gboolean (*can) (TonusSession *session); /* (nullable): always; @session may be NULL */
  /* What is done to patients and charts is done in their sight, and a pane over them closes; but
   * this may be about the pane itself. */
  gboolean keeps_pane;
} TonusCommand;

const TonusCommand *tonus_commands_get (guint *n_commands);
const char *tonus_command_group_label (TonusCommandGroup group);

/* Make the window's actions. */
void tonus_commands_install (TonusWindow *window, GtkApplication *application);

/* The one place where commands become possible and impossible. */
void tonus_commands_update (TonusWindow *window);

GMenuModel *tonus_commands_make_menu (void);

/* The shortcuts window, made from the table. */
GtkWidget *tonus_shortcuts_new (GtkWindow *parent);

G_END_DECLS
