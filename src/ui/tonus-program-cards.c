/* tonus-program-cards.c - the exercises of the home program, one card each, in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-fields-grid.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-paths.h"
#include "tonus-program-bulk.h"
#include "tonus-program-card.h"
#include "tonus-program-cards.h"
#include "tonus-program-edit.h"
#include "tonus-program-packs.h"

struct _TonusProgramCards
{
  GtkBox parent_instance;

  /* Owned */
  TonusProgramDesk *desk;
  char *pointed; /* (nullable) to be brought into sight once it has its place */
  gboolean has_place;
  guint ordering; /* source: the cards are to be put in order */
  GtkWidget *bulk;

  /* Borrowed */
  GtkWidget *remark;
  GtkWidget *sort;
  GtkWidget *list;    /* box of cards */
  GtkWidget *stopped; /* heading above those that were stopped */
  GtkWidget *empty;
};

G_DEFINE_TYPE (TonusProgramCards, tonus_program_cards, GTK_TYPE_BOX)

/* (transfer container) */
static GList *
list_cards (TonusProgramCards *self)
{
  GList *children = gtk_container_get_children (GTK_CONTAINER (self->list));

  return g_list_remove (children, self->stopped);
}

static TonusProgramCard *
find_card (TonusProgramCards *self, const char *row)
{
  g_autoptr (GList) cards = list_cards (self);

  for (GList *l = cards; l; l = l->next)
    if (g_str_equal (tonus_program_card_get_row (l->data), row))
      return l->data;
  return NULL;
}

/* --- one unfolded, several ticked --- */

static void
unfolded_cb (TonusProgramCard *card, TonusProgramCards *self)
{
  g_autoptr (GList) cards = list_cards (self);

  for (GList *l = cards; l; l = l->next)
    if (l->data != card)
      tonus_program_card_unfold (l->data, FALSE);
  tonus_program_cards_point_at (self, tonus_program_card_get_row (card));
}

static void
ticked_cb (TonusProgramCard *card, TonusProgramCards *self)
{
  g_autoptr (GList) cards = list_cards (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (GList *l = cards; l; l = l->next)
    if (tonus_program_card_is_ticked (l->data))
      g_ptr_array_add (rows, (gpointer) tonus_program_card_get_row (l->data));
  tonus_program_bulk_set_rows (self->bulk, rows);
}

static void
untick_cb (GtkWidget *button, TonusProgramCards *self)
{
  g_autoptr (GList) cards = list_cards (self);

  for (GList *l = cards; l; l = l->next)
    tonus_program_card_tick (l->data, FALSE);
  /* The button has gone with the others. */
  if (cards)
    tonus_program_card_focus (cards->data);
}

/* Up and Down between headings, past what a card has inside. */
static gboolean
list_key_cb (GtkWidget *list, GdkEventKey *event, TonusProgramCards *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  int step = event->keyval == GDK_KEY_Down ? 1 : event->keyval == GDK_KEY_Up ? -1 : 0;
  g_autoptr (GList) cards = list_cards (self);

  if (modifiers || !step)
    return FALSE;
  for (GList *l = cards; l; l = l->next)
    if (tonus_program_card_has_heading_focus (l->data))
      {
        GList *next = step > 0 ? l->next : l->prev;

        if (next)
          tonus_program_card_focus (next->data);
        return TRUE;
      }
  return FALSE;
}

/* --- what the record says --- */

static TonusProgramCard *
add_card (TonusProgramCards *self, const char *row)
{
  GtkWidget *card = tonus_program_card_new (self->desk, row);

  g_signal_connect_object (card, "unfolded", G_CALLBACK (unfolded_cb), self, 0);
  g_signal_connect_object (card, "ticked", G_CALLBACK (ticked_cb), self, 0);
  gtk_container_add (GTK_CONTAINER (self->list), card);
  return TONUS_PROGRAM_CARD (card);
}

static void
drop_cards (TonusProgramCards *self, GPtrArray *rows)
{
  g_autoptr (GList) cards = list_cards (self);

  for (GList *l = cards; l; l = l->next)
    if (!g_ptr_array_find_with_equal_func (rows, tonus_program_card_get_row (l->data), g_str_equal,
                                           NULL))
      {
        GtkWidget *next = l->next   ? GTK_WIDGET (l->next->data)
                          : l->prev ? GTK_WIDGET (l->prev->data)
                                    : NULL;
        gboolean had_focus = gtk_container_get_focus_child (GTK_CONTAINER (self->list)) == l->data;

        gtk_widget_destroy (l->data);
        if (had_focus && next && !gtk_widget_in_destruction (next))
          tonus_program_card_focus (TONUS_PROGRAM_CARD (next));
        l->data = NULL;
      }
}

/* Those that are done, the heading, those that were stopped. */
static void
order_cards (TonusProgramCards *self, GPtrArray *rows)
{
  TonusRecord *record = tonus_program_desk_get_record (self->desk);
  guint n_active = 0, n_stopped = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < rows->len; i++)
        {
          const char *row = g_ptr_array_index (rows, i);
          TonusProgramCard *card = find_card (self, row);
          gboolean is_stopped = tonus_program_row_is_stopped (record, row);

          if (is_stopped != (pass == 1))
            continue;
          if (!card)
            card = add_card (self, row);
          gtk_box_reorder_child (GTK_BOX (self->list), GTK_WIDGET (card),
                                 (int) (n_active + n_stopped + (is_stopped ? 1 : 0)));
          if (is_stopped)
            n_stopped++;
          else
            n_active++;
          tonus_program_card_paint (card);
        }
      if (pass == 0)
        gtk_box_reorder_child (GTK_BOX (self->list), self->stopped, (int) n_active);
    }
  gtk_widget_set_visible (self->stopped, n_stopped > 0);
  gtk_widget_set_visible (self->empty, n_active + n_stopped == 0);
  gtk_widget_set_visible (self->sort, n_active > 1);
}

static void
paint_remark (TonusProgramCards *self)
{
  g_autoptr (GPtrArray) active =
      tonus_program_list_active (tonus_program_desk_get_record (self->desk));

  tonus_label_say (self->remark, _ ("More than five exercises: fewer get done."));
  gtk_widget_set_visible (self->remark, active->len > TONUS_PROGRAM_FEW);
}

static void
update (TonusProgramCards *self)
{
  g_autoptr (GPtrArray) rows = tonus_program_desk_list_rows (self->desk);

  drop_cards (self, rows);
  order_cards (self, rows);
  paint_remark (self);
  ticked_cb (NULL, self);
}

static gboolean
order_later_cb (gpointer data)
{
  TonusProgramCards *self = data;

  self->ordering = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Once what was typed is seen: the cards move, and a letter does not wait for that. */
static void
order_later (TonusProgramCards *self)
{
  if (!self->ordering)
    self->ordering = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, order_later_cb, self, NULL);
}

static gboolean
is_of (const char *path, TonusPath wanted)
{
  const char *field = path ? strrchr (path, '/') : NULL;

  return field && g_str_equal (field + 1, tonus_path_get_field (wanted));
}

static void
record_changed_cb (TonusRecord *record, const char *path, TonusProgramCards *self)
{
  const TonusSection *section = tonus_program_desk_get_section (self->desk);
  gsize length = strlen (section->id);
  g_autofree char *row = NULL;
  TonusProgramCard *card;

  if (path && (strncmp (path, section->id, length) != 0 || path[length] != '/'))
    return;
  if (path)
    tonus_schema_resolve (tonus_record_get_schema (record), path, &row, NULL);
  card = row ? find_card (self, row) : NULL;
  if (!card || !tonus_record_has_row (record, section->id, row) ||
      is_of (path, TONUS_PATH_HOME_STATE))
    update (self);
  else if (is_of (path, TONUS_PATH_HOME_PLACE))
    order_later (self);
  else
    tonus_program_card_paint_later (card);
}

/* --- building --- */

static void
sort_clicked_cb (GtkWidget *button, TonusProgramCards *self)
{
  if (!tonus_program_desk_sort (self->desk))
    tonus_session_say (tonus_program_desk_get_session (self->desk),
                       _ ("They are sorted by position already."));
}

static GtkWidget *
make_text (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  gtk_widget_set_no_show_all (label, TRUE);
  return label;
}

/* One goes on with the first one's dose; with the last one in sight one sees those before it. */
static void
packed_cb (GPtrArray *rows, gpointer data)
{
  TonusProgramCards *self = data;
  TonusProgramCard *first = find_card (self, g_ptr_array_index (rows, 0));

  if (first)
    tonus_program_card_focus (first);
  tonus_program_cards_point_at (self, g_ptr_array_index (rows, rows->len - 1));
}

static void
build_heading (TonusProgramCards *self)
{
  const TonusSection *section = tonus_program_desk_get_section (self->desk);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (tonus_section_label (section));
  GtkWidget *own = gtk_button_new_with_label (_ ("Own exercise…"));

  self->sort = gtk_button_new_with_label (_ ("Sort by position"));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (title), "tonus-heading");
  atk_object_set_role (gtk_widget_get_accessible (title), ATK_ROLE_HEADING);
  tonus_widget_identify (self->sort, "program/sort", NULL);
  gtk_widget_set_tooltip_text (self->sort,
                               _ ("Lying, sitting, standing: nobody gets up and down in between"));
  gtk_widget_set_no_show_all (self->sort, TRUE);
  g_signal_connect (self->sort, "clicked", G_CALLBACK (sort_clicked_cb), self);
  gtk_box_pack_start (GTK_BOX (line), title, TRUE, TRUE, 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (own), "win.own-exercise");
  tonus_widget_identify (own, "program/own", NULL);
  gtk_box_pack_start (GTK_BOX (line), own, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), tonus_program_packs_new (self->desk, packed_cb, self), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->sort, FALSE, FALSE, 0);
  tonus_container_keep_order (line);
  gtk_container_add (GTK_CONTAINER (self), line);
}

static void
build (TonusProgramCards *self)
{
  build_heading (self);
  self->remark = make_text (NULL, "tonus-remark");
  self->empty = make_text (_ ("No exercises yet. Type what you look for above; Enter adds it."),
                           GTK_STYLE_CLASS_DIM_LABEL);
  self->stopped = make_text (_ ("Stopped"), "tonus-list-heading");
  self->bulk =
      g_object_ref_sink (tonus_program_bulk_new (self->desk, G_CALLBACK (untick_cb), self));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  tonus_widget_identify (self->list, "program/cards",
                         tonus_section_label (tonus_program_desk_get_section (self->desk)));
  gtk_container_add (GTK_CONTAINER (self), self->remark);
  gtk_container_add (GTK_CONTAINER (self), self->empty);
  gtk_container_add (GTK_CONTAINER (self), self->list);
  gtk_container_add (GTK_CONTAINER (self->list), self->stopped);
  g_signal_connect (self->list, "key-press-event", G_CALLBACK (list_key_cb), self);
}

static void
tonus_program_cards_dispose (GObject *object)
{
  TonusProgramCards *self = TONUS_PROGRAM_CARDS (object);

  g_clear_handle_id (&self->ordering, g_source_remove);
  g_clear_object (&self->bulk);
  if (self->desk)
    g_signal_handlers_disconnect_by_data (tonus_program_desk_get_record (self->desk), self);
  G_OBJECT_CLASS (tonus_program_cards_parent_class)->dispose (object);
}

static void
tonus_program_cards_finalize (GObject *object)
{
  TonusProgramCards *self = TONUS_PROGRAM_CARDS (object);

  g_clear_object (&self->desk);
  g_free (self->pointed);
  G_OBJECT_CLASS (tonus_program_cards_parent_class)->finalize (object);
}

static void
tonus_program_cards_class_init (TonusProgramCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_program_cards_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_program_cards_finalize;
}

static void
tonus_program_cards_init (TonusProgramCards *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
tonus_program_cards_new (TonusProgramDesk *desk)
{
  TonusProgramCards *self = g_object_new (TONUS_TYPE_PROGRAM_CARDS, NULL);

  self->desk = g_object_ref (desk);
  build (self);
  update (self);
  g_signal_connect_object (tonus_program_desk_get_record (desk), "changed",
                           G_CALLBACK (record_changed_cb), self, 0);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
tonus_program_cards_get_bulk (TonusProgramCards *self)
{
  return self->bulk;
}

gboolean
tonus_program_cards_show_row (TonusProgramCards *self, const char *row)
{
  TonusProgramCard *card = find_card (self, row);

  if (!card)
    return FALSE;
  tonus_program_card_unfold (card, TRUE);
  tonus_program_card_focus (card);
  return TRUE;
}

gboolean
tonus_program_cards_edit_row (TonusProgramCards *self, const char *row)
{
  const TonusSection *section = tonus_program_desk_get_section (self->desk);
  g_autofree char *path =
      tonus_path_join (section->id, row, tonus_path_get_field (TONUS_PATH_HOME_SETS));
  GtkWidget *field;

  if (!tonus_program_cards_show_row (self, row))
    return FALSE;
  field = tonus_widget_find (self->list, path);
  return field && tonus_widget_focus_first (field);
}

static gboolean
point_now (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TonusProgramCards *self = TONUS_PROGRAM_CARDS (widget);
  TonusProgramCard *card = self->pointed ? find_card (self, self->pointed) : NULL;
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *body = viewport ? gtk_bin_get_child (GTK_BIN (viewport)) : NULL;
  int y;

  /* This is before the layout of the first frame. */
  if (!self->has_place)
    {
      self->has_place = TRUE;
      return G_SOURCE_CONTINUE;
    }
  g_clear_pointer (&self->pointed, g_free);
  if (card && scrolled && body &&
      gtk_widget_translate_coordinates (GTK_WIDGET (card), body, 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                               y, y + gtk_widget_get_allocated_height (GTK_WIDGET (card)));
  return G_SOURCE_REMOVE;
}

void
tonus_program_cards_point_at (TonusProgramCards *self, const char *row)
{
  gboolean is_waiting = self->pointed != NULL;

  g_free (self->pointed);
  self->pointed = g_strdup (row);
  self->has_place = FALSE;
  if (!is_waiting)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), point_now, NULL, NULL);
}
