/* tonus-recent.c - the practice that was open last on this computer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-demo-folder.h"
#include "tonus-preferences.h"
#include "tonus-recent.h"

void
tonus_recent_note (TonusPractice *practice)
{
  const char *folder = tonus_practice_get_folder (practice);
  g_autofree char *demo = tonus_demo_folder_get_path ();

  if (!g_str_equal (folder, demo))
    tonus_preferences_set_text (tonus_preferences_get_default (), TONUS_PREFERENCE_LAST_FOLDER,
                                folder);
}

char *
tonus_recent_get_folder (void)
{
  g_autofree char *folder =
      tonus_preferences_get_text (tonus_preferences_get_default (), TONUS_PREFERENCE_LAST_FOLDER);

  return *folder ? g_steal_pointer (&folder) : NULL;
}
