/* test-walk.c - what holds for every view: names, ids, mnemonics, room, the wheel, targets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is wrong is told at once, one line each; the test fails if there is a line.
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "views.h"

#define WIDTH 1024
#define HEIGHT 640
/* The least screen: nothing may need more. */
#define LEAST_WIDTH 800
#define LEAST_HEIGHT 600
#define TARGET 32

typedef struct
{
  const char *view;
  GHashTable *ids;
  GHashTable *mnemonics;
  GHashTable *told; /* a widget that is there in every view is told once */
  guint n_wrong;
  guint n_looked_at;
  int target;
} Walk;

static void
tell (Walk *self, GtkWidget *widget, const char *what)
{
  g_autofree char *who = views_describe (widget);
  g_autofree char *line = g_strdup_printf ("%s %s", who, what);

  if (!g_hash_table_add (self->told, g_strdup (line)))
    return;
  g_print ("# %s: %s\n", self->view, line);
  self->n_wrong++;
}

static void
walk (ViewsVisit visit, const char *what)
{
  Walk self = { .target = TARGET };
  TonusWindow *window = views_window_new (WIDTH, HEIGHT);

  self.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  views_walk (window, visit, &self);
  g_print ("# %s: %u looked at, %u wrong\n", what, self.n_looked_at, self.n_wrong);
  g_assert_cmpuint (self.n_looked_at, >, 100);
  g_assert_cmpuint (self.n_wrong, ==, 0);
  gtk_widget_destroy (GTK_WIDGET (window));
  g_hash_table_unref (self.told);
}

/* --- names and ids --- */

static gboolean
is_part_of_gtk (GtkWidget *widget)
{
  /* Close, minimise and the like are the title bar's own and carry GTK's names. */
  return GTK_IS_HEADER_BAR (widget) || GTK_IS_MODEL_BUTTON (widget) || GTK_IS_WINDOW (widget) ||
         gtk_style_context_has_class (gtk_widget_get_style_context (widget), "titlebutton");
}

static gboolean
takes_focus_itself (GtkWidget *widget)
{
  /* A scrolled window and a notebook pass it on. */
  return gtk_widget_get_can_focus (widget) && !is_part_of_gtk (widget) &&
         !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_NOTEBOOK (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  g_autoptr (AtkRelationSet) relations = atk_object_ref_relation_set (accessible);
  g_autofree char *tooltip = gtk_widget_get_tooltip_text (widget);
  const char *name = atk_object_get_name (accessible);

  if (atk_relation_set_contains (relations, ATK_RELATION_LABELLED_BY))
    return TRUE;
  /* GTK offers the tooltip as a name, which is help and no name. */
  return name && *name && (accessible->name || g_strcmp0 (name, tooltip) != 0);
}

static void
check_name (GtkWidget *widget, gpointer data)
{
  Walk *self = data;
  const char *id = atk_object_get_accessible_id (gtk_widget_get_accessible (widget));

  if (id && *id && !g_hash_table_add (self->ids, g_strdup (id)))
    tell (self, widget, "has an id that another one has");
  if (!gtk_widget_get_mapped (widget) || !takes_focus_itself (widget))
    return;
  self->n_looked_at++;
  if (!has_name (widget))
    tell (self, widget, "says nothing to a screen reader");
  if (!id || !*id)
    tell (self, widget, "has no id");
}

static void
visit_names (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;

  self->view = view;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture_walk (GTK_WIDGET (window), check_name, self);
  g_hash_table_unref (self->ids);
}

static void
test_names (void)
{
  walk (visit_names, "names and ids");
}

/* --- mnemonics --- */

static void
check_mnemonic (GtkWidget *widget, gpointer data)
{
  Walk *self = data;
  guint key = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
                  ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                  : GDK_KEY_VoidSymbol;

  self->n_looked_at += GTK_IS_LABEL (widget);
  if (key != GDK_KEY_VoidSymbol && !g_hash_table_add (self->mnemonics, GUINT_TO_POINTER (key)))
    tell (self, widget, "has a mnemonic that another one has");
}

static void
visit_mnemonics (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;

  self->view = view;
  self->mnemonics = g_hash_table_new (NULL, NULL);
  fixture_walk (GTK_WIDGET (window), check_mnemonic, self);
  g_hash_table_unref (self->mnemonics);
}

static void
test_mnemonics (void)
{
  walk (visit_mnemonics, "mnemonics");
}

/* --- room --- */

typedef struct
{
  GtkWidget *widest;
  int width;
} Widest;

static void
look_for_widest (GtkWidget *child, gpointer data)
{
  Widest *self = data;
  int least = 0;

  if (gtk_widget_get_mapped (child))
    gtk_widget_get_preferred_width (child, &least, NULL);
  if (least > self->width)
    *self = (Widest){ child, least };
}

/* Which of the widgets is to blame: down the tree along the widest. */
static void
tell_widest (Walk *self, GtkWidget *window)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *w = window; w;)
    {
      Widest widest = { NULL, 0 };

      if (GTK_IS_CONTAINER (w))
        gtk_container_forall (GTK_CONTAINER (w), look_for_widest, &widest);
      w = widest.widest;
      if (w)
        g_string_append_printf (text, " > %s %s %d", G_OBJECT_TYPE_NAME (w),
                                gtk_widget_get_name (w), widest.width);
    }
  if (g_hash_table_add (self->told, g_strdup (text->str)))
    g_print ("#   %s\n", text->str);
  g_string_free (text, TRUE);
}

/* Sideways nothing is to be scrolled, and nothing may hang out of what holds it. */
static void
check_sideways (Walk *self, GtkWidget *label)
{
  int x, y, width = gtk_widget_get_allocated_width (label);

  for (GtkWidget *w = gtk_widget_get_parent (label); w; w = gtk_widget_get_parent (w))
    {
      if (!GTK_IS_VIEWPORT (w) && !GTK_IS_WINDOW (w))
        continue;
      gtk_widget_translate_coordinates (label, w, 0, 0, &x, &y);
      if (x >= 0 && x + width <= gtk_widget_get_allocated_width (w))
        continue;
      tell (self, label, "hangs out at the side");
      tell_widest (self, w);
    }
}

static void
check_label (GtkWidget *widget, gpointer data)
{
  Walk *self = data;
  PangoLayout *layout;
  int width, height;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_mapped (widget) ||
      !*gtk_label_get_text (GTK_LABEL (widget)))
    return;
  self->n_looked_at++;
  layout = gtk_label_get_layout (GTK_LABEL (widget));
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    tell (self, widget, "is cut with an ellipsis");
  if (width > gtk_widget_get_allocated_width (widget) ||
      height > gtk_widget_get_allocated_height (widget))
    tell (self, widget, "has not enough room");
  check_sideways (self, widget);
}

static void
visit_room (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;
  GtkRequisition least;

  self->view = view;
  gtk_widget_get_preferred_size (GTK_WIDGET (window), &least, NULL);
  if (least.width > LEAST_WIDTH || least.height > LEAST_HEIGHT)
    {
      g_print ("# %s needs %d × %d\n", view, least.width, least.height);
      tell_widest (self, GTK_WIDGET (window));
      self->n_wrong++;
    }
  fixture_walk (GTK_WIDGET (window), check_label, self);
}

static void
test_room (void)
{
  walk (visit_room, "room at 1024 × 640");
}

/* --- the wheel --- */

static void
scroll_over (GtkWidget *widget, GdkScrollDirection direction)
{
  GdkEvent *event = gdk_event_new (GDK_SCROLL);
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkWindow *window = gtk_widget_get_window (widget);

  event->scroll.window = g_object_ref (window);
  event->scroll.direction = direction;
  gdk_event_set_device (event, gdk_seat_get_pointer (seat));
  gtk_widget_event (widget, event);
  gdk_event_free (event);
}

typedef struct
{
  Walk *walk;
  GtkWidget *over;
} Wheel;

static void
edited_cb (TonusChart *chart, const char *object, Wheel *self)
{
  tell (self->walk, self->over, "changes when the wheel turns over it");
}

static void
visit_wheel (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;
  TonusSession *session = tonus_window_get_session (window);
  TonusChart *chart = session ? tonus_session_get_chart (session) : NULL;
  g_autoptr (GPtrArray) widgets = chart ? views_list_focusable (window) : NULL;
  Wheel wheel = { self, NULL };
  gulong handler;

  self->view = view;
  if (!chart)
    return;
  handler = g_signal_connect (chart, "edited", G_CALLBACK (edited_cb), &wheel);
  for (guint i = 0; i < widgets->len; i++)
    {
      wheel.over = g_ptr_array_index (widgets, i);
      self->n_looked_at++;
      /* Once as one comes along, and once in the field one is in. */
      scroll_over (wheel.over, GDK_SCROLL_UP);
      scroll_over (wheel.over, GDK_SCROLL_DOWN);
      if (i % 4 == 0 && GTK_IS_ENTRY (wheel.over))
        {
          gtk_widget_grab_focus (wheel.over);
          scroll_over (wheel.over, GDK_SCROLL_UP);
        }
    }
  g_signal_handler_disconnect (chart, handler);
}

static void
test_wheel (void)
{
  walk (visit_wheel, "the wheel");
}

/* --- targets --- */

static void
check_target (GtkWidget *widget, gpointer data)
{
  Walk *self = data;

  if (!gtk_widget_get_mapped (widget) || !takes_focus_itself (widget) || GTK_IS_LABEL (widget))
    return;
  self->n_looked_at++;
  if (gtk_widget_get_allocated_height (widget) < self->target)
    {
      g_autofree char *what =
          g_strdup_printf ("is %d pixels high", gtk_widget_get_allocated_height (widget));

      tell (self, widget, what);
    }
}

static void
visit_targets (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;

  self->view = view;
  fixture_walk (GTK_WIDGET (window), check_target, self);
}

static void
test_targets (void)
{
  walk (visit_targets, "targets");
}

static void
visit_touch (TonusWindow *window, const char *view, gpointer data)
{
  Walk *self = data;

  self->target = 44;
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (window)), "tonus-touch");
  views_settle ();
  visit_targets (window, view, data);
}

static void
test_touch (void)
{
  walk (visit_touch, "targets for fingers");
}

/* --- the walk itself --- */

/* A window with one of each fault: every check has to see its own. */
static void
test_planted (void)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new (), *small = gtk_event_box_new ();
  GtkWidget *cut = gtk_label_new ("A label that is longer than its window");
  Walk self = { .view = "planted", .target = TARGET };

  gtk_widget_set_tooltip_text (entry, "Help is no name");
  gtk_widget_set_can_focus (small, TRUE);
  gtk_widget_set_size_request (small, -1, 10);
  gtk_label_set_ellipsize (GTK_LABEL (cut), PANGO_ELLIPSIZE_END);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_container_add (GTK_CONTAINER (box), entry);
  gtk_container_add (GTK_CONTAINER (box), small);
  gtk_container_add (GTK_CONTAINER (box), cut);
  for (int i = 0; i < 2; i++)
    gtk_container_add (GTK_CONTAINER (box), gtk_label_new_with_mnemonic ("_Same"));
  gtk_window_set_default_size (GTK_WINDOW (window), 100, 200);
  gtk_widget_show_all (window);
  views_settle ();
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.mnemonics = g_hash_table_new (NULL, NULL);
  self.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture_walk (window, check_name, &self);
  g_assert_cmpuint (self.n_wrong, ==, 4);
  fixture_walk (window, check_mnemonic, &self);
  g_assert_cmpuint (self.n_wrong, ==, 5);
  fixture_walk (window, check_label, &self);
  g_assert_cmpuint (self.n_wrong, ==, 6);
  fixture_walk (window, check_target, &self);
  g_assert_cmpuint (self.n_wrong, ==, 7);
  gtk_widget_destroy (window);
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.mnemonics);
  g_hash_table_unref (self.told);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  views_init ();
  g_test_add_func ("/ui/walk/planted", test_planted);
  g_test_add_func ("/ui/walk/names", test_names);
  g_test_add_func ("/ui/walk/mnemonics", test_mnemonics);
  g_test_add_func ("/ui/walk/room", test_room);
  g_test_add_func ("/ui/walk/wheel", test_wheel);
  g_test_add_func ("/ui/walk/targets", test_targets);
  g_test_add_func ("/ui/walk/touch", test_touch);
  return fixture_finish (g_test_run ());
}
