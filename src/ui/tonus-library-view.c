/* tonus-library-view.c - the exercise library: search, filters, the list, what an exercise is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-library-details.h"
#include "tonus-library-filters.h"
#include "tonus-library-list.h"
#include "tonus-library-view.h"

/* Three rows. */
#define LEAST_HEIGHT 204

struct _TonusLibraryView
{
  GtkBox parent_instance;

  /* Owned */
  TonusProgramDesk *desk;
  TonusLibrary *library;

  /* Borrowed */
  GtkWidget *search;
  GtkWidget *browse;
  GtkWidget *filters;
  GtkWidget *count;
  GtkWidget *stack; /* the list, or the details */
  GtkWidget *list;
  GtkWidget *details; /* their place */
};

G_DEFINE_TYPE (TonusLibraryView, tonus_library_view, GTK_TYPE_BOX)

/* --- looking --- */

static void
search_now (TonusLibraryView *self)
{
  const char *typed = gtk_entry_get_text (GTK_ENTRY (self->search));
  g_autoptr (GPtrArray) found =
      tonus_library_find (self->library, typed, tonus_library_filters_get (self->filters));
  g_autofree char *words =
      found->len
          ? g_strdup_printf (ngettext ("%u exercise", "%u exercises", found->len), found->len)
          : g_strdup (_ ("No exercise is called so. Try fewer letters, or another filter."));

  tonus_library_list_set (self->list, found);
  tonus_label_say (self->count, words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
}

gboolean
tonus_library_view_is_open (TonusLibraryView *self)
{
  return gtk_widget_get_visible (self->stack);
}

void
tonus_library_view_open (TonusLibraryView *self, gboolean is_open)
{
  gtk_widget_set_visible (self->stack, is_open);
  gtk_widget_set_visible (self->filters, is_open);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->browse), is_open);
  if (!is_open)
    {
      /* The next search is for something else, and a filter that nobody sees hides it. */
      tonus_library_filters_clear (self->filters);
      return;
    }
  search_now (self);
  g_signal_emit_by_name (self, "opened");
}

static void
search_changed_cb (GtkEditable *search, TonusLibraryView *self)
{
  if (*gtk_entry_get_text (GTK_ENTRY (search)) && !tonus_library_view_is_open (self))
    tonus_library_view_open (self, TRUE);
  else if (tonus_library_view_is_open (self))
    search_now (self);
}

static void
filters_changed_cb (GtkWidget *filters, TonusLibraryView *self)
{
  search_now (self);
}

static void
browse_toggled_cb (GtkToggleButton *browse, TonusLibraryView *self)
{
  if (gtk_toggle_button_get_active (browse) != tonus_library_view_is_open (self))
    tonus_library_view_open (self, gtk_toggle_button_get_active (browse));
}

void
tonus_library_view_close (TonusLibraryView *self)
{
  gtk_entry_set_text (GTK_ENTRY (self->search), "");
  tonus_library_view_open (self, FALSE);
}

static void
close_list (TonusLibraryView *self)
{
  tonus_library_view_close (self);
  gtk_widget_grab_focus (self->search);
}

/* --- adding --- */

static void
say_added (TonusLibraryView *self, const TonusEntry *exercise, const char *row, gboolean is_new)
{
  g_autofree char *dose = tonus_program_desk_describe (self->desk, row);
  g_autofree char *words =
      is_new
          ? g_strdup_printf ("%s: %s%s%s", _ ("Added"), tonus_entry_label (exercise),
                             *dose ? ", " : "", dose)
          : g_strdup_printf (_ ("It is in the program already: %s"), tonus_entry_label (exercise));

  tonus_session_say (tonus_program_desk_get_session (self->desk), words);
}

/* A second Enter is a slip more often than a wish: one finds the card instead. */
static void
add (TonusLibraryView *self, const TonusEntry *exercise, gboolean goes_there)
{
  g_autofree char *known = exercise ? tonus_program_desk_find (self->desk, exercise) : NULL;
  g_autofree char *added =
      exercise && !known ? tonus_program_desk_add (self->desk, exercise) : NULL;
  const char *row = known ? known : added;

  if (!row)
    return;
  say_added (self, exercise, row, added != NULL);
  /* What was typed is done with: the next word is the next exercise. */
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  /* The dose is what is to be seen now. */
  if (goes_there)
    tonus_library_view_close (self);
  g_signal_emit_by_name (self, "added", row, goes_there);
}

static void
list_activated_cb (GtkWidget *list,
                   GtkTreePath *path,
                   GtkTreeViewColumn *column,
                   TonusLibraryView *self)
{
  add (self, tonus_library_list_get_selected (self->list), FALSE);
}

static void
enter_list (TonusLibraryView *self)
{
  if (!tonus_library_view_is_open (self))
    tonus_library_view_open (self, TRUE);
  tonus_library_list_focus (self->list);
}

/* Enter adds the first that was found; with nothing to search for it goes to the list. */
static void
search_activate_cb (GtkEntry *search, TonusLibraryView *self)
{
  if (*gtk_entry_get_text (search))
    add (self, tonus_library_list_get_selected (self->list), FALSE);
  else
    enter_list (self);
}

/* --- details --- */

static void
leave_details (TonusLibraryView *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  tonus_library_list_focus (self->list);
}

static void
details_back_cb (GtkWidget *details, TonusLibraryView *self)
{
  leave_details (self);
}

static void
details_add_cb (GtkWidget *details, TonusLibraryView *self)
{
  add (self, tonus_library_list_get_selected (self->list), FALSE);
  leave_details (self);
}

static void
show_details (TonusLibraryView *self)
{
  const TonusEntry *exercise = tonus_library_list_get_selected (self->list);
  GtkWidget *old = gtk_bin_get_child (GTK_BIN (self->details)), *details;

  if (!exercise)
    return;
  if (old)
    gtk_widget_destroy (old);
  details = tonus_library_details_new (tonus_program_desk_get_session (self->desk), self->library,
                                       exercise, G_CALLBACK (details_add_cb),
                                       G_CALLBACK (details_back_cb), self);
  gtk_container_add (GTK_CONTAINER (self->details), details);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "details");
  tonus_widget_focus_first (details);
}

static gboolean
shows_details (TonusLibraryView *self)
{
  return tonus_library_view_is_open (self) &&
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "details") == 0;
}

static void
toggle_details (TonusLibraryView *self)
{
  if (shows_details (self))
    leave_details (self);
  else if (tonus_library_view_is_open (self))
    show_details (self);
}

/* --- keys --- */

static gboolean
is_enter (const GdkEventKey *event)
{
  return event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter;
}

static gboolean
key_cb (GtkWidget *view, GdkEventKey *event, TonusLibraryView *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();

  if (event->keyval == GDK_KEY_Escape && !modifiers && tonus_library_view_is_open (self))
    {
      if (shows_details (self))
        leave_details (self);
      else
        close_list (self);
      return TRUE;
    }
  if (modifiers == GDK_CONTROL_MASK && is_enter (event) && tonus_library_view_is_open (self))
    {
      add (self, tonus_library_list_get_selected (self->list), TRUE);
      return TRUE;
    }
  if (modifiers == GDK_CONTROL_MASK && event->keyval == GDK_KEY_d)
    {
      toggle_details (self);
      return TRUE;
    }
  return FALSE;
}

static gboolean
search_key_cb (GtkWidget *search, GdkEventKey *event, TonusLibraryView *self)
{
  if (key_cb (search, event, self))
    return TRUE;
  if (event->keyval != GDK_KEY_Down && event->keyval != GDK_KEY_KP_Down)
    return FALSE;
  enter_list (self);
  return TRUE;
}

/* --- building --- */

static void
build_search (TonusLibraryView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Add an exercise"));

  self->search = gtk_search_entry_new ();
  self->browse = gtk_toggle_button_new_with_label (_ ("Browse"));
  gtk_entry_set_width_chars (GTK_ENTRY (self->search), 10);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->search), _ ("bridge, hip band, standing…"));
  tonus_widget_identify (self->search, "library/search", _ ("Add an exercise"));
  tonus_widget_label_by (self->search, label);
  tonus_widget_identify (self->browse, "library/browse", _ ("Browse the exercises"));
  gtk_box_pack_start (GTK_BOX (line), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->search, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->browse, FALSE, FALSE, 0);
  tonus_container_keep_order (line);
  gtk_container_add (GTK_CONTAINER (self), line);
  g_signal_connect (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect (self->search, "key-press-event", G_CALLBACK (search_key_cb), self);
  g_signal_connect (self->browse, "toggled", G_CALLBACK (browse_toggled_cb), self);
}

static void
build_list (TonusLibraryView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);

  self->stack = gtk_stack_new ();
  self->list = tonus_library_list_new (self->library);
  self->details = gtk_event_box_new ();
  gtk_event_box_set_visible_window (GTK_EVENT_BOX (self->details), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_shadow_type (GTK_SCROLLED_WINDOW (scrolled), GTK_SHADOW_IN);
  gtk_container_add (GTK_CONTAINER (scrolled), self->list);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->details, "details");
  /* Only while it is shown. */
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_size_request (self->stack, -1, LEAST_HEIGHT);
  gtk_container_add (GTK_CONTAINER (self), self->stack);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (list_activated_cb), self);
}

static void
build (TonusLibraryView *self)
{
  build_search (self);
  self->filters = tonus_library_filters_new (self->library, G_CALLBACK (filters_changed_cb), self);
  gtk_container_add (GTK_CONTAINER (self), self->filters);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->count), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->count),
                               GTK_STYLE_CLASS_DIM_LABEL);
  tonus_widget_identify (self->count, "library/count", NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->count), "tonus-field-label");
  gtk_container_add (GTK_CONTAINER (self->filters), self->count);
  build_list (self);
  g_signal_connect (self, "key-press-event", G_CALLBACK (key_cb), self);
  gtk_widget_show_all (GTK_WIDGET (self));
  gtk_widget_hide (self->filters);
  gtk_widget_hide (self->stack);
  gtk_widget_set_no_show_all (GTK_WIDGET (self), TRUE);
}

static void
tonus_library_view_finalize (GObject *object)
{
  TonusLibraryView *self = TONUS_LIBRARY_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->library, tonus_library_free);
  G_OBJECT_CLASS (tonus_library_view_parent_class)->finalize (object);
}

static void
tonus_library_view_class_init (TonusLibraryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_library_view_finalize;
  g_signal_new ("added", TONUS_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_signal_new ("opened", TONUS_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
tonus_library_view_init (TonusLibraryView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "tonus-library");
}

GtkWidget *
tonus_library_view_new (TonusProgramDesk *desk)
{
  TonusLibraryView *self = g_object_new (TONUS_TYPE_LIBRARY_VIEW, NULL);

  self->desk = g_object_ref (desk);
  self->library =
      tonus_library_new (tonus_session_get_schema (tonus_program_desk_get_session (desk)));
  build (self);
  return GTK_WIDGET (self);
}

GtkWidget *
tonus_library_view_get_search (TonusLibraryView *self)
{
  return self->search;
}
