/* tonus-merge-pane.c - two versions of one record side by side, and what becomes of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-difference.h"
#include "tonus-identify.h"
#include "tonus-merge-pane.h"
#include "tonus-pane.h"

typedef struct
{
  TonusSession *session;
  TonusFork *fork;
  GPtrArray *others; /* (element-type GtkToggleButton) “The other” of each conflict */
  GtkWidget *remark;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  g_object_unref (merge->session);
  tonus_fork_free (merge->fork);
  g_ptr_array_unref (merge->others);
  g_free (merge);
}

static GtkWidget *
make_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

static void
add_heading (GtkWidget *box, const char *words)
{
  GtkWidget *heading = make_label (words, "tonus-heading");

  gtk_widget_set_margin_top (heading, 12);
  atk_object_set_role (gtk_widget_get_accessible (heading), ATK_ROLE_HEADING);
  gtk_container_add (GTK_CONTAINER (box), heading);
}

static void
add_lines (GtkWidget *box, const char *heading, GPtrArray *differences)
{
  if (differences->len == 0)
    return;
  add_heading (box, heading);
  for (guint i = 0; i < differences->len; i++)
    {
      const TonusDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *words =
          g_strdup_printf (_ ("%s: %s"), difference->label,
                           difference->new_text ? difference->new_text : _ ("not recorded"));

      gtk_container_add (GTK_CONTAINER (box), make_label (words, NULL));
    }
}

/* What stands in @to and not in @from, but for what a person has to decide. */
static GPtrArray *
list_taken (TonusFork *fork, TonusRecord *from, TonusRecord *to)
{
  GPtrArray *taken = tonus_difference_list (from, to);

  for (guint c = 0; c < fork->conflicts->len; c++)
    for (guint i = taken->len; i > 0; i--)
      if (g_str_equal (((TonusDifference *) g_ptr_array_index (taken, i - 1))->path,
                       ((TonusConflict *) g_ptr_array_index (fork->conflicts, c))->path))
        g_ptr_array_remove_index (taken, i - 1);
  return taken;
}

static GtkWidget *
make_choice (Merge *merge,
             GtkWidget *first,
             const char *name,
             const TonusConflict *conflict,
             const char *label,
             const char *text)
{
  TonusSchema *schema = tonus_session_get_schema (merge->session);
  g_autofree char *value = tonus_difference_value (schema, conflict->path, text);
  g_autofree char *words =
      g_strdup_printf (_ ("%s: %s"), label, value ? value : _ ("not recorded"));
  g_autofree char *id = g_strdup_printf ("merge/%s/%s", conflict->path, name);
  GtkWidget *choice =
      gtk_radio_button_new_with_label_from_widget (first ? GTK_RADIO_BUTTON (first) : NULL, words);
  GtkWidget *inner = gtk_bin_get_child (GTK_BIN (choice));

  gtk_label_set_line_wrap (GTK_LABEL (inner), TRUE);
  gtk_label_set_xalign (GTK_LABEL (inner), 0);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_widget_set_valign (choice, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (choice), "tonus-choice");
  tonus_widget_identify (choice, id, NULL);
  return choice;
}

static void
add_conflict (Merge *merge, GtkWidget *grid, int line, const TonusConflict *conflict)
{
  g_autofree char *label =
      tonus_difference_label (merge->fork->ours, merge->fork->theirs, conflict->path);
  GtkWidget *ours = make_choice (merge, NULL, "this", conflict, _ ("This one"), conflict->ours);
  GtkWidget *theirs =
      make_choice (merge, ours, "other", conflict, _ ("The other"), conflict->theirs);
  GtkWidget *name = make_label (label, NULL);

  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_margin_top (name, 7);
  gtk_label_set_width_chars (GTK_LABEL (name), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  atk_object_set_description (gtk_widget_get_accessible (ours), label);
  atk_object_set_description (gtk_widget_get_accessible (theirs), label);
  gtk_grid_attach (GTK_GRID (grid), name, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), ours, 1, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), theirs, 2, line, 1, 1);
  g_ptr_array_add (merge->others, theirs);
}

static void
add_conflicts (Merge *merge, GtkWidget *box)
{
  GPtrArray *conflicts = merge->fork->conflicts;
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  add_heading (box, _ ("Changed in both"));
  for (guint i = 0; i < conflicts->len; i++)
    add_conflict (merge, grid, (int) i, g_ptr_array_index (conflicts, i));
  gtk_container_add (GTK_CONTAINER (box), grid);
}

/* The pane goes with the fork it was about. */
static void
leave (GtkWidget *button)
{
  GActionGroup *actions = gtk_widget_get_action_group (button, "win");

  if (actions)
    g_action_group_activate_action (actions, "back", NULL);
}

static void
merge_cb (GtkWidget *button, Merge *merge)
{
  g_autoptr (TonusSession) session = g_object_ref (merge->session);
  g_autofree gboolean *is_theirs = g_new0 (gboolean, merge->others->len + 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < merge->others->len; i++)
    is_theirs[i] =
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (g_ptr_array_index (merge->others, i)));
  if (!tonus_session_merge (session, merge->fork, is_theirs, &error))
    {
      gtk_label_set_text (GTK_LABEL (merge->remark), error->message);
      gtk_widget_show (merge->remark);
      return;
    }
  leave (button);
  tonus_session_say (session, _ ("Both versions are one again, and saved"));
}

static void
add_merge (Merge *merge, GtkWidget *box)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Merge"));

  gtk_style_context_add_class (gtk_widget_get_style_context (button),
                               GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  tonus_widget_identify (button, "merge/do", NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (merge_cb), merge);
  merge->remark = make_label ("", "tonus-remark");
  gtk_widget_set_no_show_all (merge->remark, TRUE);
  tonus_widget_identify (merge->remark, "merge/remark", NULL);
  gtk_container_add (GTK_CONTAINER (box), button);
  gtk_container_add (GTK_CONTAINER (box), merge->remark);
}

static void
fill_signed (Merge *merge, GtkWidget *box)
{
  TonusFork *fork = merge->fork;
  g_autoptr (GPtrArray) beside = tonus_difference_list (fork->ours, fork->theirs);

  gtk_container_add (
      GTK_CONTAINER (box),
      make_label (_ ("One of the two versions is signed: it is the record, and stays as it is. The "
                     "other is kept beside it. What it says differently belongs into an addendum."),
                  NULL));
  add_lines (box, _ ("Only in the version that is not signed"), beside);
}

static void
fill (Merge *merge, GtkWidget *box)
{
  TonusFork *fork = merge->fork;
  g_autoptr (GPtrArray) of_other = list_taken (fork, fork->ours, fork->merged);
  g_autoptr (GPtrArray) of_this = list_taken (fork, fork->theirs, fork->merged);

  gtk_container_add (
      GTK_CONTAINER (box),
      make_label (fork->conflicts->len
                      ? _ ("This record was changed in two places. Choose what holds where both "
                           "changed the same; the rest is put together.")
                      : _ ("This record was changed in two places, and nothing contradicts. "
                           "“Merge” puts both together."),
                  NULL));
  if (fork->conflicts->len)
    add_conflicts (merge, box);
  add_lines (box, _ ("Taken from the other version"), of_other);
  add_lines (box, _ ("Taken from this version"), of_this);
  add_merge (merge, box);
}

GtkWidget *
tonus_merge_pane_new (TonusSession *session, TonusFork *fork)
{
  Merge *merge = g_new0 (Merge, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  merge->session = g_object_ref (session);
  merge->fork = fork;
  merge->others = g_ptr_array_new ();
  if (fork->is_signed)
    fill_signed (merge, box);
  else
    fill (merge, box);
  g_object_set_data_full (G_OBJECT (box), "merge", merge, merge_free);
  gtk_widget_show_all (box);
  return tonus_pane_new ("merge", _ ("Two versions"), box, TRUE);
}
