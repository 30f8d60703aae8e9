/* tonus-pages-view.c - the pages of one tab: their names, and the form of the chosen one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-page-form.h"
#include "tonus-page-names.h"
#include "tonus-pages-view.h"
#include "tonus-paths.h"
#include "tonus-row-words.h"

struct _TonusPagesView
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed */
  GtkWidget *stack;
  GtkWidget *list;  /* (nullable): names stand above, */
  GtkWidget *names; /* (nullable): or at the side */
};

G_DEFINE_TYPE (TonusPagesView, tonus_pages_view, GTK_TYPE_BOX)

static const TonusEntry *
page_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "page");
}

/* The form of a page is made on its first showing. */
static void
fill_page (TonusPagesView *self, GtkWidget *place)
{
  const TonusEntry *page = page_of (place);
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *id = NULL;
  GtkWidget *form;

  if (gtk_bin_get_child (GTK_BIN (place)))
    return;
  sections = tonus_page_list_sections (self->session, page);
  id = g_strdup_printf ("page/%s", page->id);
  form = tonus_page_form_new (self->session, id, tonus_entry_label (page), sections);
  gtk_container_add (GTK_CONTAINER (place), form);
}

static void
page_shown_cb (GtkStack *stack, GParamSpec *pspec, TonusPagesView *self)
{
  GtkWidget *place = gtk_stack_get_visible_child (stack);

  if (place)
    fill_page (self, place);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, TonusPagesView *self)
{
  if (row)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page_of (row)->id);
}

/* Enter on a page's name goes into its form. */
static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, TonusPagesView *self)
{
  tonus_widget_focus_first (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

static gboolean
has_content (TonusPagesView *self, const TonusEntry *page)
{
  g_autoptr (GPtrArray) sections = tonus_page_list_sections (self->session, page);

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      TonusRecord *record = tonus_session_get_holder (self->session, section);

      if (record && tonus_section_is_filled (record, section))
        return TRUE;
    }
  return FALSE;
}

/* A dot marks the pages that hold something; a reader hears it in words. */
static void
mark_row (GtkWidget *row, gpointer data)
{
  TonusPagesView *self = data;
  const TonusEntry *page = page_of (row);
  gboolean is_filled = has_content (self, page);
  g_autofree char *id = g_strdup_printf ("goto/%s", page->id);
  g_autofree char *name =
      g_strdup_printf (is_filled ? _ ("%s, has entries") : "%s", tonus_entry_label (page));

  gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "dot"), is_filled ? 1 : 0);
  tonus_widget_identify (row, id, name);
}

static void
mark_name (GtkWidget *place, gpointer data)
{
  tonus_page_names_mark (place, page_of (place), has_content (data, page_of (place)));
}

static void
chart_edited_cb (TonusChart *chart, const char *object, TonusPagesView *self)
{
  if (self->list)
    gtk_container_foreach (GTK_CONTAINER (self->list), mark_row, self);
  else
    gtk_container_foreach (GTK_CONTAINER (self->stack), mark_name, self);
}

static void
add_name (TonusPagesView *self, const TonusEntry *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tonus_entry_label (page));
  GtkWidget *dot = gtk_label_new ("•");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 15);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 15);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (box), dot, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data (G_OBJECT (row), "dot", dot);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  gtk_widget_show_all (row);
  mark_row (row, self);
}

static void
add_place (TonusPagesView *self, const TonusEntry *page)
{
  GtkWidget *place = gtk_event_box_new ();

  gtk_event_box_set_visible_window (GTK_EVENT_BOX (place), FALSE);
  g_object_set_data (G_OBJECT (place), "page", (gpointer) page);
  gtk_widget_show (place);
  gtk_stack_add_titled (GTK_STACK (self->stack), place, page->id, tonus_entry_label (page));
  if (self->list)
    add_name (self, page);
}

static void
build_list (TonusPagesView *self, const char *tab)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  g_autofree char *id = g_strdup_printf ("pages/%s", tab);

  self->list = gtk_list_box_new ();
  tonus_widget_identify (self->list, id, _ ("Pages"));
  gtk_style_context_add_class (gtk_widget_get_style_context (scrolled), "tonus-pages");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), self->list);
  gtk_container_add (GTK_CONTAINER (self), scrolled);
  gtk_container_add (GTK_CONTAINER (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static gboolean
depends_on_kind (TonusPagesView *self, const TonusEntry *page)
{
  g_autoptr (GPtrArray) sections = tonus_page_list_sections (self->session, page);

  for (guint i = 0; i < sections->len; i++)
    if (((TonusSection *) g_ptr_array_index (sections, i))->first_in)
      return TRUE;
  return FALSE;
}

/* Another kind of visit asks for other things first. */
static void
kind_changed_cb (TonusRecord *visit, const char *path, TonusPagesView *self)
{
  g_autoptr (GList) places = gtk_container_get_children (GTK_CONTAINER (self->stack));

  for (GList *l = places; l; l = l->next)
    if (gtk_bin_get_child (GTK_BIN (l->data)) && depends_on_kind (self, page_of (l->data)))
      gtk_widget_destroy (gtk_bin_get_child (GTK_BIN (l->data)));
  fill_page (self, gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

static void
watch_kind (TonusPagesView *self)
{
  TonusRecord *visit = tonus_session_get_record (self->session, TONUS_SLOT_VISIT);
  g_autofree char *signal =
      g_strdup_printf ("changed::%s/%s", tonus_path_get_section (TONUS_PATH_VISIT_KIND),
                       tonus_path_get_field (TONUS_PATH_VISIT_KIND));

  if (visit)
    g_signal_connect_object (visit, signal, G_CALLBACK (kind_changed_cb), self, 0);
}

static void
build_names (TonusPagesView *self, const char *tab)
{
  g_autofree char *id = g_strdup_printf ("pages/%s", tab);

  self->names = tonus_page_names_new (GTK_STACK (self->stack), id, _ ("Kinds of intervention"));
  gtk_container_add (GTK_CONTAINER (self), self->names);
}

static void
tonus_pages_view_dispose (GObject *object)
{
  TonusPagesView *self = TONUS_PAGES_VIEW (object);

  /* A stack losing its children one by one shows the next one each time: no forms for that. */
  if (self->stack)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->stack = self->list = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tonus_pages_view_parent_class)->dispose (object);
}

static void
tonus_pages_view_class_init (TonusPagesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_pages_view_dispose;
}

static void
tonus_pages_view_init (TonusPagesView *self)
{
}

static gboolean
is_page_of (TonusPagesView *self, const TonusEntry *page, const char *tab)
{
  g_autoptr (GPtrArray) sections = NULL;

  if (page->is_retired || g_strcmp0 (tonus_entry_get (page, "tab"), tab) != 0)
    return FALSE;
  sections = tonus_page_list_sections (self->session, page);
  for (guint i = 0; i < sections->len; i++)
    if (tonus_session_get_holder (self->session, g_ptr_array_index (sections, i)))
      return TRUE;
  return FALSE;
}

static void
fill (TonusPagesView *self, const char *tab)
{
  TonusSchema *schema = tonus_session_get_schema (self->session);
  GPtrArray *pages = tonus_catalogue_get_entries (tonus_schema_find_catalogue (schema, "page"));

  for (guint i = 0; i < pages->len; i++)
    if (is_page_of (self, g_ptr_array_index (pages, i), tab))
      add_place (self, g_ptr_array_index (pages, i));
  if (self->names)
    {
      tonus_page_names_watch (self->names, GTK_STACK (self->stack));
      gtk_container_foreach (GTK_CONTAINER (self->stack), mark_name, self);
    }
  if (self->list)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  page_shown_cb (GTK_STACK (self->stack), NULL, self);
}

GtkWidget *
tonus_pages_view_new (TonusSession *session, const char *tab, gboolean across)
{
  TonusPagesView *self = g_object_new (TONUS_TYPE_PAGES_VIEW, NULL);

  self->session = g_object_ref (session);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  across ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  if (across)
    build_names (self, tab);
  else
    build_list (self, tab);
  gtk_box_pack_start (GTK_BOX (self), self->stack, TRUE, TRUE, 0);
  g_signal_connect (self->stack, "notify::visible-child", G_CALLBACK (page_shown_cb), self);
  fill (self, tab);
  g_signal_connect_object (tonus_session_get_chart (self->session), "edited",
                           G_CALLBACK (chart_edited_cb), self, 0);
  watch_kind (self);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
show_page (TonusPagesView *self, const char *page)
{
  g_autoptr (GList) rows = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  if (!self->list)
    return;
  rows = gtk_container_get_children (GTK_CONTAINER (self->list));
  for (GList *l = rows; l; l = l->next)
    if (g_str_equal (page_of (l->data)->id, page))
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), l->data);
}

gboolean
tonus_pages_view_reveal (TonusPagesView *self, const TonusSection *section)
{
  if (!section->page || !gtk_stack_get_child_by_name (GTK_STACK (self->stack), section->page->id))
    return FALSE;
  show_page (self, section->page->id);
  return TRUE;
}

void
tonus_pages_view_start (TonusPagesView *self, const char *page)
{
  GtkWidget *place = gtk_stack_get_child_by_name (GTK_STACK (self->stack), page);

  if (!place)
    return;
  show_page (self, page);
  tonus_widget_focus_first (place);
}

gboolean
tonus_pages_view_focus (TonusPagesView *self)
{
  GtkListBoxRow *row =
      self->list ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) : NULL;

  if (!row)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

void
tonus_pages_view_step (TonusPagesView *self, int step)
{
  g_autoptr (GList) places = gtk_container_get_children (GTK_CONTAINER (self->stack));
  GList *here = g_list_find (places, gtk_stack_get_visible_child (GTK_STACK (self->stack)));
  GList *next = !here ? NULL : step > 0 ? here->next : here->prev;

  if (!next)
    next = step > 0 ? places : g_list_last (places);
  if (next)
    tonus_pages_view_start (self, page_of (next->data)->id);
}
