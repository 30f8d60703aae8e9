/* tonus-charting-as.c - "Charting as A. Kim, PT": who charts, at the head of the menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <gio/gio.h>
#include <glib/gi18n.h>
#include "tonus-charting-as.h"

#define ACTION "charting-as"

char *
tonus_charting_as_name (TonusRecord *therapist)
{
  const char *name = tonus_record_get (therapist, "therapist/name");
  const char *credentials = tonus_record_get (therapist, "therapist/credentials");

  if (!name)
    return g_strdup (_ ("(without a name)"));
  return credentials ? g_strdup_printf ("%s, %s", name, credentials) : g_strdup (name);
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, TonusSession *session)
{
  /* The answer makes the action anew. */
  tonus_session_set_therapist (session, g_variant_get_string (state, NULL));
}

static void
add_action (GActionMap *actions, TonusSession *session)
{
  const char *therapist = tonus_session_get_therapist (session);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      ACTION, G_VARIANT_TYPE_STRING, g_variant_new_string (therapist ? therapist : ""));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), session, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

static GMenuItem *
make_part (TonusSession *session)
{
  g_autoptr (GPtrArray) therapists = tonus_session_list_therapists (session);
  g_autoptr (GMenu) part = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autofree char *label = g_strdup (_ ("Charting as nobody yet"));

  for (guint i = 0; i < therapists->len; i++)
    {
      TonusRecord *therapist = g_ptr_array_index (therapists, i);
      const char *id = tonus_record_get_object (therapist);
      g_autofree char *name = tonus_charting_as_name (therapist);
      g_autoptr (GMenuItem) choice = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (choice, "win." ACTION, "s", id);
      g_menu_append_item (choices, choice);
      if (g_strcmp0 (id, tonus_session_get_therapist (session)) != 0)
        continue;
      g_free (label);
      label = g_strdup_printf (_ ("Charting as %s"), name);
    }
  g_menu_append_submenu (part, label, G_MENU_MODEL (choices));
  return g_menu_item_new_section (NULL, G_MENU_MODEL (part));
}

void
tonus_charting_as_add (GMenu *menu, GActionMap *actions, TonusSession *session)
{
  g_autoptr (GMenuItem) part = session ? make_part (session) : NULL;

  g_action_map_remove_action (actions, ACTION);
  if (!part)
    return;
  add_action (actions, session);
  g_menu_prepend_item (menu, part);
}
