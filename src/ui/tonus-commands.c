/* tonus-commands.c - everything the window can be told to do: one row per command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-commands.h"
#include "tonus-guide-pane.h"
#include "tonus-import-pane.h"
#include "tonus-own-pane.h"
#include "tonus-practice-pane.h"
#include "tonus-preferences-pane.h"
#include "tonus-window-renew.h"

static gboolean
has_practice (TonusSession *session)
{
  return session != NULL;
}

static gboolean
has_chart (TonusSession *session)
{
  return session && tonus_session_get_chart (session);
}

static gboolean
has_charts (TonusSession *session)
{
  g_autoptr (GPtrArray) open = session ? tonus_session_list_open (session) : NULL;

  return open && open->len > 1;
}

static gboolean
can_undo (TonusSession *session)
{
  TonusChart *chart = session ? tonus_session_get_chart_at_hand (session) : NULL;

  return chart && tonus_chart_can_undo (chart);
}

static gboolean
can_redo (TonusSession *session)
{
  TonusChart *chart = session ? tonus_session_get_chart_at_hand (session) : NULL;

  return chart && tonus_chart_can_redo (chart);
}

static void
say_error (TonusWindow *window, GError *error)
{
  tonus_window_say (window, error->message);
  g_error_free (error);
}

static void
run_new_patient (TonusWindow *window)
{
  GError *error = NULL;

  if (!tonus_session_new_patient (tonus_window_get_session (window), &error))
    say_error (window, error);
  else
    tonus_window_show_details (window);
}

static void
run_start_visit (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  g_autofree char *patient = tonus_window_get_patient (window);
  GError *error = NULL;

  if (!patient)
    {
      tonus_window_say (window, _ ("Choose a patient on the left first."));
      return;
    }
  if (!tonus_session_open_patient (session, patient, &error) ||
      !tonus_session_start_visit (session, &error))
    {
      say_error (window, error);
      return;
    }
  tonus_window_show_chart (window);
  tonus_chart_view_start (tonus_window_get_chart_view (window));
}

static void
run_start_program (TonusWindow *window)
{
  tonus_session_need (tonus_window_get_session (window), TONUS_SLOT_PROGRAM);
  tonus_window_show_chart (window);
  tonus_chart_view_show_tab (tonus_window_get_chart_view (window), TONUS_TAB_HOME_PROGRAM);
}

static void
run_handout (TonusWindow *window)
{
  tonus_window_show_chart (window);
  tonus_chart_view_print_handout (tonus_window_get_chart_view (window));
}

static void
run_export (TonusWindow *window)
{
  tonus_window_show_chart (window);
  tonus_chart_view_export_handout (tonus_window_get_chart_view (window));
}

static void
run_toggle_preview (TonusWindow *window)
{
  tonus_window_show_chart (window);
  tonus_chart_view_toggle_preview (tonus_window_get_chart_view (window));
}

static void
show_tab (TonusWindow *window, TonusTab tab)
{
  tonus_window_show_chart (window);
  tonus_chart_view_show_tab (tonus_window_get_chart_view (window), tab);
}

static void
step (TonusWindow *window, int pages)
{
  tonus_window_show_chart (window);
  tonus_chart_view_step (tonus_window_get_chart_view (window), pages);
}

static void
run_next_page (TonusWindow *window)
{
  step (window, 1);
}

static void
run_previous_page (TonusWindow *window)
{
  step (window, -1);
}

static void
run_tab_1 (TonusWindow *window)
{
  show_tab (window, TONUS_TAB_ASSESSMENT);
}

static void
run_tab_2 (TonusWindow *window)
{
  show_tab (window, TONUS_TAB_INTERVENTIONS);
}

static void
run_tab_3 (TonusWindow *window)
{
  show_tab (window, TONUS_TAB_HOME_PROGRAM);
}

static void
run_tab_4 (TonusWindow *window)
{
  show_tab (window, TONUS_TAB_HISTORY);
}

/* In a pane the change is seen where it stands; that of a chart is gone to. */
static void
show_step (TonusWindow *window, TonusChart *chart, const TonusChangeset *changes)
{
  if (changes && chart == tonus_session_get_chart (tonus_window_get_session (window)))
    {
      tonus_window_close_pane (window);
      tonus_window_reveal (window, changes);
    }
  tonus_commands_update (window);
}

static void
run_undo (TonusWindow *window)
{
  TonusChart *chart = tonus_session_get_chart_at_hand (tonus_window_get_session (window));

  show_step (window, chart, tonus_chart_undo (chart));
}

static void
run_redo (TonusWindow *window)
{
  TonusChart *chart = tonus_session_get_chart_at_hand (tonus_window_get_session (window));

  show_step (window, chart, tonus_chart_redo (chart));
}

static void
run_close_chart (TonusWindow *window)
{
  GError *error = NULL;

  if (!tonus_session_close_patient (tonus_window_get_session (window), &error))
    say_error (window, error);
  else if (!has_chart (tonus_window_get_session (window)))
    tonus_window_find_patient (window);
}

static void
run_save (TonusWindow *window)
{
  tonus_window_save (window);
}

static void
run_show_news (TonusWindow *window)
{
  tonus_session_show_news (tonus_window_get_session (window));
}

static void
run_next_chart (TonusWindow *window)
{
  tonus_session_switch (tonus_window_get_session (window), 1);
}

static void
run_previous_chart (TonusWindow *window)
{
  tonus_session_switch (tonus_window_get_session (window), -1);
}

static void
run_welcome (TonusWindow *window)
{
  if (tonus_window_save (window))
    tonus_window_set_practice (window, NULL);
}

static void
run_practice (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  GError *error = NULL;

  /* A folder that has gone away is no practice without a clinic. */
  if (!tonus_practice_is_available (tonus_session_get_practice (session), &error))
    say_error (window, error);
  else
    tonus_window_open_pane (window, tonus_practice_pane_new (session));
}

static void show_import (TonusWindow *window, const char *words);

static void
import_done (GtkWidget *pane, const char *words)
{
  TonusWindow *window = TONUS_WINDOW (gtk_widget_get_toplevel (pane));

  if (tonus_window_reopen (window))
    show_import (window, words);
}

static void
show_import (TonusWindow *window, const char *words)
{
  tonus_window_open_pane (
      window, tonus_import_pane_new (tonus_window_get_session (window), words, import_done));
}

static void
run_import (TonusWindow *window)
{
  show_import (window, NULL);
}

static void
run_own_exercise (TonusWindow *window)
{
  tonus_window_open_pane (window, tonus_own_pane_new (window, NULL));
}

static void
run_preferences (TonusWindow *window)
{
  TonusSession *session = tonus_window_get_session (window);
  TonusPractice *practice = session ? tonus_session_get_practice (session) : NULL;

  tonus_window_open_pane (
      window, tonus_preferences_pane_new (tonus_preferences_get_default (),
                                          practice ? tonus_practice_get_folder (practice) : NULL));
}

static void
run_guide (TonusWindow *window)
{
  tonus_window_open_pane (window, tonus_guide_pane_new ());
}

static void
run_shortcuts (TonusWindow *window)
{
  gtk_window_present (GTK_WINDOW (tonus_shortcuts_new (GTK_WINDOW (window))));
}

static void
run_close_window (TonusWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static const TonusCommand commands[] = {
  { "find", N_ ("Find a patient"), "<Primary>f", TONUS_GROUP_PATIENT, TRUE,
    tonus_window_find_patient, has_practice },
  { "new-patient", N_ ("New patient"), "<Primary><Shift>n", TONUS_GROUP_PATIENT, TRUE,
    run_new_patient, has_practice },
  { "start-visit", N_ ("Today’s visit"), "<Primary>n", TONUS_GROUP_PATIENT, TRUE, run_start_visit,
    has_practice },
  { "arrived", N_ ("Arrived"), "<Primary><Shift>a", TONUS_GROUP_PATIENT, TRUE,
    tonus_window_toggle_arrived, has_practice },
  { "details", N_ ("Patient and episode of care"), "<Primary>i", TONUS_GROUP_PATIENT, TRUE,
    tonus_window_show_details, has_chart },
  { "close-chart", N_ ("Close the chart"), "<Primary>w", TONUS_GROUP_PATIENT, TRUE, run_close_chart,
    has_chart },
  { "next-chart", N_ ("Next open chart"), "<Primary>Tab", TONUS_GROUP_PATIENT, FALSE,
    run_next_chart, has_charts },
  { "previous-chart", N_ ("Previous open chart"), "<Primary><Shift>Tab", TONUS_GROUP_PATIENT, FALSE,
    run_previous_chart, has_charts },
  { "chart", N_ ("Go to the chart"), "", TONUS_GROUP_CHART, FALSE, tonus_window_show_chart,
    has_chart },
  { "tab-assessment", N_ ("Assessment"), "<Alt>1", TONUS_GROUP_CHART, FALSE, run_tab_1, has_chart },
  { "tab-interventions", N_ ("Interventions"), "<Alt>2", TONUS_GROUP_CHART, FALSE, run_tab_2,
    has_chart },
  { "tab-home-program", N_ ("Home program"), "<Alt>3", TONUS_GROUP_CHART, FALSE, run_tab_3,
    has_chart },
  { "tab-history", N_ ("History"), "<Alt>4", TONUS_GROUP_CHART, FALSE, run_tab_4, has_chart },
  { "next-page", N_ ("Next page of the tab"), "<Primary>Page_Down", TONUS_GROUP_CHART, FALSE,
    run_next_page, has_chart },
  { "previous-page", N_ ("Page before"), "<Primary>Page_Up", TONUS_GROUP_CHART, FALSE,
    run_previous_page, has_chart },
  { "start-program", N_ ("Start a home program"), "", TONUS_GROUP_CHART, FALSE, run_start_program,
    has_chart },
  { "handout", N_ ("Print the handout"), "<Primary>p", TONUS_GROUP_CHART, TRUE, run_handout,
    has_chart },
  { "export", N_ ("Save the handout as PDF"), "<Primary><Shift>s", TONUS_GROUP_CHART, TRUE,
    run_export, has_chart },
  { "toggle-preview", N_ ("Show or hide the preview"), "F8", TONUS_GROUP_CHART, TRUE,
    run_toggle_preview, has_chart },
  { "save", N_ ("Save now"), "<Primary>s", TONUS_GROUP_CHART, FALSE, run_save, has_practice, TRUE },
  { "compare", N_ ("Compare two versions"), "", TONUS_GROUP_CHART, FALSE, tonus_window_compare,
    has_chart },
  { "show-news", N_ ("Show what was changed elsewhere"), "", TONUS_GROUP_CHART, FALSE,
    run_show_news, has_chart },
  { "undo", N_ ("Undo"), "<Primary>z", TONUS_GROUP_CHART, FALSE, run_undo, can_undo, TRUE },
  { "redo", N_ ("Redo"), "<Primary><Shift>z", TONUS_GROUP_CHART, FALSE, run_redo, can_redo, TRUE },
  { "toggle-list", N_ ("Show or hide the patients"), "F9", TONUS_GROUP_WINDOW, TRUE,
    tonus_window_toggle_list, has_practice },
  { "menu", N_ ("Menu"), "F10", TONUS_GROUP_WINDOW, FALSE, tonus_window_open_menu, NULL },
  { "welcome", N_ ("Another practice"), "<Primary>o", TONUS_GROUP_WINDOW, TRUE, run_welcome,
    has_practice },
  { "practice", N_ ("Practice"), "<Primary><Shift>o", TONUS_GROUP_WINDOW, TRUE, run_practice,
    has_practice },
  { "own-exercise", N_ ("Own exercise"), "", TONUS_GROUP_WINDOW, TRUE, run_own_exercise,
    has_practice },
  { "import", N_ ("Import exercise library…"), "", TONUS_GROUP_WINDOW, TRUE, run_import,
    has_practice },
  { "preferences", N_ ("Preferences"), "<Primary>comma", TONUS_GROUP_WINDOW, TRUE, run_preferences,
    NULL },
  { "back", N_ ("Back to the work"), "", TONUS_GROUP_WINDOW, FALSE, tonus_window_close_pane, NULL },
  { "guide", N_ ("User guide"), "F1", TONUS_GROUP_WINDOW, TRUE, run_guide, NULL },
  { "shortcuts", N_ ("Keyboard shortcuts"), "<Primary>question", TONUS_GROUP_WINDOW, TRUE,
    run_shortcuts, NULL },
  { "close", N_ ("Quit"), "<Primary>q", TONUS_GROUP_WINDOW, TRUE, run_close_window, NULL },
};

static const char *const group_labels[TONUS_N_GROUPS] = {
  [TONUS_GROUP_PATIENT] = N_ ("Patients"),
  [TONUS_GROUP_CHART] = N_ ("Chart"),
  [TONUS_GROUP_WINDOW] = N_ ("Window"),
};

const TonusCommand *
tonus_commands_get (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

const char *
tonus_command_group_label (TonusCommandGroup group)
{
  return _ (group_labels[group]);
}
