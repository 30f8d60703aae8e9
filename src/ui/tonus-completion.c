/* tonus-completion.c - an entry that offers what may be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-completion.h"
#include "tonus-text.h"

#define DATA "tonus-completion"

enum
{
  COLUMN_LABEL,
  COLUMN_VALUE,
  COLUMN_FOLDED,
  N_COLUMNS
};

typedef struct
{
  GtkEntry *entry;
  TonusOffer offer;
  gpointer data;
  GDestroyNotify destroy;
  GtkListStore *rows; /* owned, NULL: not yet asked */
  char *needle;       /* folded text the rows were last matched with */
  gboolean shows_all;
  gboolean leaves_arrows;
} Completion;

static void
completion_free (gpointer data)
{
  Completion *self = data;

  if (self->destroy)
    self->destroy (self->data);
  g_clear_object (&self->rows);
  g_free (self->needle);
  g_free (self);
}

/* Words only: “slr” is to find “Straight leg raise (SLR), Right”. */
static char *
fold (const char *text)
{
  char *folded = tonus_text_fold (text);

  return g_strstrip (g_strdelimit (folded, "()[],;:/", ' '));
}

static Completion *
completion_of (GtkEntry *entry)
{
  return g_object_get_data (G_OBJECT (entry), DATA);
}

static GtkListStore *
get_rows (Completion *self)
{
  g_autoptr (GPtrArray) targets = NULL;

  if (self->rows)
    return self->rows;
  self->rows = gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  targets = self->offer (self->data);
  for (guint i = 0; i < targets->len; i++)
    {
      const TonusTarget *target = g_ptr_array_index (targets, i);
      g_autofree char *words =
          g_strjoin (" ", target->label, target->also ? target->also : "", NULL);
      g_autofree char *folded = fold (words);

      gtk_list_store_insert_with_values (self->rows, NULL, -1, COLUMN_LABEL, target->label,
                                         COLUMN_VALUE, target->value, COLUMN_FOLDED, folded, -1);
    }
  return self->rows;
}

static gboolean
match_cb (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer data)
{
  Completion *self = data;
  g_autofree char *folded = NULL;

  if (self->shows_all)
    return TRUE;
  if (!self->needle || !*self->needle)
    return FALSE;
  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, COLUMN_FOLDED, &folded,
                      -1);
  /* Nothing to offer to somebody who has already typed all of it. */
  return folded && g_strcmp0 (folded, self->needle) != 0 &&
         tonus_text_matches (folded, self->needle);
}

static void
offer_rows (Completion *self)
{
  GtkEntryCompletion *completion = gtk_entry_get_completion (self->entry);

  if (!gtk_entry_completion_get_model (completion))
    gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (get_rows (self)));
}

static void
show_all (Completion *self)
{
  offer_rows (self);
  self->shows_all = TRUE;
  /* The completion pops up only after a change; this one changes nothing. */
  g_signal_emit_by_name (self->entry, "changed");
  self->shows_all = TRUE;
}

static void
entry_changed_cb (GtkEntry *entry, Completion *self)
{
  self->shows_all = FALSE;
  g_free (self->needle);
  self->needle = fold (gtk_entry_get_text (entry));
}

static gboolean
entry_key_cb (GtkWidget *entry, GdkEventKey *event, Completion *self)
{
  gboolean has_alt = (event->state & GDK_MOD1_MASK) != 0;

  if (event->keyval != GDK_KEY_Down && event->keyval != GDK_KEY_KP_Down)
    return FALSE;
  if (self->leaves_arrows && !has_alt)
    return FALSE;
  show_all (self);
  return TRUE;
}

static void
entry_icon_cb (GtkEntry *entry, GtkEntryIconPosition position, GdkEvent *event, Completion *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  show_all (self);
}

static gboolean
entry_focus_in_cb (GtkWidget *entry, GdkEvent *event, Completion *self)
{
  offer_rows (self);
  return FALSE;
}

void
tonus_completion_attach (GtkEntry *entry, TonusOffer offer, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  Completion *self = g_new0 (Completion, 1);

  self->entry = entry;
  self->offer = offer;
  self->data = data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (entry), DATA, self, completion_free);
  gtk_entry_completion_set_minimum_key_length (completion, 0);
  gtk_entry_completion_set_text_column (completion, COLUMN_LABEL);
  gtk_entry_completion_set_match_func (completion, match_cb, self, NULL);
  /* Before the completion's own handler, which goes by what this one notes. */
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), self);
  gtk_entry_set_completion (entry, completion);
  /* After the completion's own handler, which wants Down for itself while it is open. */
  g_signal_connect (entry, "key-press-event", G_CALLBACK (entry_key_cb), self);
  g_signal_connect (entry, "focus-in-event", G_CALLBACK (entry_focus_in_cb), self);
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _ ("Show all choices"));
  g_signal_connect (entry, "icon-press", G_CALLBACK (entry_icon_cb), self);
}

void
tonus_completion_leave_arrows (GtkEntry *entry)
{
  completion_of (entry)->leaves_arrows = TRUE;
}

/* The row that says exactly what is typed, else the first one that answers to it, and how many do.
 */
static char *
find_typed (GtkEntry *entry, guint *n_fitting)
{
  GtkTreeModel *model = GTK_TREE_MODEL (get_rows (completion_of (entry)));
  g_autofree char *needle = fold (gtk_entry_get_text (entry));
  g_autofree char *first = NULL;
  GtkTreeIter iter;
  gboolean more;

  *n_fitting = 0;
  if (!*needle)
    return NULL;
  for (more = gtk_tree_model_get_iter_first (model, &iter); more;
       more = gtk_tree_model_iter_next (model, &iter))
    {
      g_autofree char *folded = NULL, *value = NULL;

      gtk_tree_model_get (model, &iter, COLUMN_FOLDED, &folded, COLUMN_VALUE, &value, -1);
      if (g_str_equal (folded, needle) || g_strcmp0 (value, needle) == 0)
        {
          *n_fitting = 1;
          return g_steal_pointer (&value);
        }
      if (tonus_text_matches (folded, needle) && (*n_fitting)++ == 0)
        first = g_steal_pointer (&value);
    }
  return g_steal_pointer (&first);
}

char *
tonus_completion_find (GtkEntry *entry)
{
  guint n_fitting;
  g_autofree char *value = find_typed (entry, &n_fitting);

  return n_fitting == 1 ? g_steal_pointer (&value) : NULL;
}

char *
tonus_completion_find_first (GtkEntry *entry)
{
  guint n_fitting;

  return find_typed (entry, &n_fitting);
}

char *
tonus_completion_value_at (GtkTreeModel *model, GtkTreeIter *iter)
{
  char *value = NULL;

  gtk_tree_model_get (model, iter, COLUMN_VALUE, &value, -1);
  return value;
}

void
tonus_completion_forget (GtkEntry *entry)
{
  Completion *self = completion_of (entry);

  g_clear_object (&self->rows);
  gtk_entry_completion_set_model (gtk_entry_get_completion (entry), NULL);
}
