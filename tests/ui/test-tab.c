/* test-tab.c - in every view Tab reaches everything that answers to keys, in both directions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a list of rows or a group of radio buttons one is reached, and the arrow keys go on from it.
 */
#include "config.h"
#include "fixture.h"
#include "views.h"

#define MOST_STOPS 1000

typedef struct
{
  guint n_stops;
  guint n_wrong;
  GHashTable *told;
} Walk;

static void
tell (Walk *self, const char *view, GtkWidget *widget, const char *what)
{
  g_autofree char *who = widget ? views_describe (widget) : g_strdup ("nothing");
  g_autofree char *line = g_strdup_printf ("%s %s", who, what);

  if (!g_hash_table_add (self->told, g_strdup (line)))
    return;
  g_print ("# %s: %s\n", view, line);
  self->n_wrong++;
}

/* What Tab comes by until it comes by something again.  (transfer full) */
static GHashTable *
press_on (Walk *self, TonusWindow *window, const char *view, GdkModifierType modifiers)
{
  GHashTable *seen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  guint key = modifiers ? GDK_KEY_ISO_Left_Tab : GDK_KEY_Tab;
  GtkWidget *last = NULL;
  GdkRectangle area;

  for (guint i = 0; i < MOST_STOPS; i++)
    {
      GtkWidget *focus;

      views_press (window, key, modifiers);
      fixture_settle ();
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      if (!focus || g_hash_table_contains (seen, focus))
        {
          if (focus == last)
            tell (self, view, focus, "does not let go of the focus");
          return seen;
        }
      g_hash_table_add (seen, g_object_ref (focus));
      self->n_stops++;
      for (int turn = 0; turn < 2 && !views_get_seen (focus, &area); turn++)
        views_settle ();
      if (!views_get_seen (focus, &area))
        tell (self, view, focus, "has the focus and is out of sight");
      last = focus;
    }
  tell (self, view, last, "is followed by others without end");
  return seen;
}

static gboolean
is_any_seen (const GSList *widgets, GHashTable *seen)
{
  for (const GSList *l = widgets; l; l = l->next)
    if (g_hash_table_contains (seen, l->data))
      return TRUE;
  return FALSE;
}

static gboolean
holds_seen (GtkWidget *container, GHashTable *seen)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    if (gtk_widget_is_ancestor (widget, container))
      return TRUE;
  return FALSE;
}

static void
count_focusable (GtkWidget *widget, gpointer count)
{
  *(guint *) count += gtk_widget_get_mapped (widget) && gtk_widget_get_can_focus (widget);
}

static gboolean
passes_on (GtkWidget *widget)
{
  guint count = 0;

  if (!GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_NOTEBOOK (widget) && !GTK_IS_LIST_BOX (widget))
    return FALSE;
  fixture_walk (widget, count_focusable, &count);
  return count > 1;
}

static gboolean
is_reached (GtkWidget *widget, GHashTable *seen)
{
  if (g_hash_table_contains (seen, widget) || !gtk_widget_get_mapped (widget))
    return TRUE;
  if (GTK_IS_LIST_BOX_ROW (widget))
    return holds_seen (gtk_widget_get_parent (widget), seen);
  if (GTK_IS_RADIO_BUTTON (widget))
    return is_any_seen (gtk_radio_button_get_group (GTK_RADIO_BUTTON (widget)), seen);
  /* These pass the focus on; without anything in them they have to be scrolled by key. */
  return passes_on (widget);
}

static void
visit (TonusWindow *window, const char *view, gpointer data)
{
  static const GdkModifierType directions[] = { 0, GDK_SHIFT_MASK };
  Walk *self = data;

  for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
    {
      /* A row that gets the focus may bring another form: what was and is there counts. */
      g_autoptr (GPtrArray) all = views_list_focusable (window);
      g_autoptr (GHashTable) seen = press_on (self, window, view, directions[d]);

      for (guint i = 0; i < all->len; i++)
        if (!is_reached (g_ptr_array_index (all, i), seen))
          tell (self, view, g_ptr_array_index (all, i),
                d ? "is not reached by Shift+Tab" : "is not reached by Tab");
    }
}

static void
test_tab (void)
{
  Walk self = { 0 };
  TonusWindow *window = views_window_new (1024, 640);

  self.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  views_walk (window, visit, &self);
  g_print ("# %u stops, %u wrong\n", self.n_stops, self.n_wrong);
  g_assert_cmpuint (self.n_stops, >, 200);
  g_assert_cmpuint (self.n_wrong, ==, 0);
  gtk_widget_destroy (GTK_WIDGET (window));
  g_hash_table_unref (self.told);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  views_init ();
  g_test_add_func ("/ui/tab", test_tab);
  return fixture_finish (g_test_run ());
}
