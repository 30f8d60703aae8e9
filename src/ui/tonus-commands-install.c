/* tonus-commands-install.c - the table of commands as actions, keys and a menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-commands.h"

static void
action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const TonusCommand *command = g_object_get_data (G_OBJECT (action), "command");

  if (command->group != TONUS_GROUP_WINDOW && !command->keeps_pane)
    tonus_window_uncover (TONUS_WINDOW (window));
  command->run (TONUS_WINDOW (window));
}

void
tonus_commands_install (TonusWindow *window, GtkApplication *application)
{
  guint n;
  const TonusCommand *commands = tonus_commands_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (commands[i].name, NULL);
      g_autofree char *name = g_strconcat ("win.", commands[i].name, NULL);
      const char *keys[] = { *commands[i].keys ? commands[i].keys : NULL, NULL };

      g_object_set_data (G_OBJECT (action), "command", (gpointer) &commands[i]);
      g_signal_connect_object (action, "activate", G_CALLBACK (action_cb), window, 0);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
      if (application)
        gtk_application_set_accels_for_action (application, name, keys);
    }
  tonus_commands_update (window);
}

void
tonus_commands_update (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  guint n;
  const TonusCommand *commands = tonus_commands_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), commands[i].name);

      if (action && commands[i].can)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), commands[i].can (session));
    }
}

GMenuModel *
tonus_commands_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  guint n;
  const TonusCommand *commands = tonus_commands_get (&n);

  for (int group = 0; group < TONUS_N_GROUPS; group++)
    {
      g_autoptr (GMenu) part = g_menu_new ();

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = g_strconcat ("win.", commands[i].name, NULL);

          if (commands[i].is_in_menu && (int) commands[i].group == group)
            g_menu_append (part, _ (commands[i].label), name);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (part));
    }
  return G_MENU_MODEL (menu);
}
