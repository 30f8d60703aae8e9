/* tonus-command-explain.c - explain: the schema, for people who cannot see the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <glib/gi18n.h>

#include "tonus-explain.h"
#include "tonus-suggest.h"

/* What is wrong with a path, in the words of the schema, and what was probably meant. */
static TonusExit
refuse_name (TonusCall *call, TonusSchema *schema, const char *name)
{
  g_autoptr (GPtrArray) names = tonus_explain_list_names (schema);
  g_autofree char *sentence = tonus_suggest_sentence (name, names);

  tonus_call_complain (
      call, TONUS_EXIT_CANNOT, _ ("“%s” is no field, section or list%s%s"), name, sentence,
      *sentence != '\0' ? "" : _ ("; sections are named like rom, fields like pain/now"));
  return tonus_call_end (call);
}

TonusExit
tonus_command_explain (TonusCall *call)
{
  g_autofree char *folder = NULL;
  const GOptionEntry options[] = { { "practice", 0, 0, G_OPTION_ARG_FILENAME, &folder,
                                     N_ ("Explain what this practice added, too"), N_ ("FOLDER") },
                                   G_OPTION_ENTRY_NULL };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  g_autoptr (TonusPractice) practice =
      folder != NULL ? tonus_call_open_folder (call, folder) : NULL;
  if (folder != NULL && practice == NULL)
    return tonus_call_end (call);
  TonusSchema *schema =
      practice != NULL ? tonus_practice_get_schema (practice) : tonus_schema_get_default ();
  const char *name = tonus_call_get (call, 0);
  g_autofree char *text = tonus_explain (schema, name);
  if (text == NULL)
    return refuse_name (call, schema, name);

  tonus_call_print (call, "%s", text);
  return tonus_call_end (call);
}
