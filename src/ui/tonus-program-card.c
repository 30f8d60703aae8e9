/* tonus-program-card.c - one exercise of the home program: picture, name, dose, and its form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-fields-grid.h"
#include "tonus-figure-view.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-paths.h"
#include "tonus-program-card.h"
#include "tonus-program-drag.h"
#include "tonus-program-edit.h"
#include "tonus-program-tools.h"
#include "tonus-row-words.h"

#define PICTURE_WIDTH 108
#define PICTURE_HEIGHT 78

struct _TonusProgramCard
{
  GtkBox parent_instance;

  /* Owned */
  TonusProgramDesk *desk;
  char *row;
  guint painting; /* source: to be said anew */

  /* Borrowed */
  GtkWidget *tick;
  GtkWidget *picture;
  GtkWidget *heading; /* a toggle button */
  GtkWidget *name;
  GtkWidget *dose;
  GtkWidget *form;
  GtkWidget *tools;
};

G_DEFINE_TYPE (TonusProgramCard, tonus_program_card, GTK_TYPE_BOX)

static char *
make_id (TonusProgramCard *self, const char *part)
{
  const char *section = tonus_program_desk_get_section (self->desk)->id;

  return part ? g_strdup_printf ("%s/%s/%s", section, self->row, part)
              : g_strdup_printf ("%s/%s", section, self->row);
}

/* --- words --- */

static char *
say_name (TonusProgramCard *self)
{
  TonusRecord *record = tonus_program_desk_get_record (self->desk);
  g_autofree char *rest = NULL;
  g_autofree char *lead =
      tonus_row_lead (record, tonus_program_desk_get_section (self->desk), self->row, &rest);
  gboolean is_stopped = tonus_program_row_is_stopped (record, self->row);

  if (!lead)
    lead = g_strdup (_ ("Which exercise?"));
  return is_stopped ? g_strdup_printf (_ ("Stopped: %s"), lead) : g_steal_pointer (&lead);
}

/* A pose is of the right side, or of both. */
static void
show_picture (TonusProgramCard *self)
{
  const char *side =
      tonus_path_read (tonus_program_desk_get_record (self->desk), TONUS_PATH_HOME_SIDE, self->row);

  tonus_figure_view_show (TONUS_FIGURE_VIEW (self->picture),
                          tonus_program_desk_get_exercise (self->desk, self->row),
                          g_strcmp0 (side, "left") == 0);
}

void
tonus_program_card_paint (TonusProgramCard *self)
{
  g_autofree char *name = say_name (self);
  g_autofree char *dose = tonus_program_desk_describe (self->desk, self->row);
  g_autofree char *spoken = *dose ? g_strdup_printf ("%s, %s", name, dose) : g_strdup (name);
  g_autofree char *ticked = g_strdup_printf (_ ("Choose %s"), name);
  g_autofree char *id = make_id (self, NULL);
  g_autofree char *tick_id = make_id (self, "tick");
  gboolean is_stopped =
      tonus_program_row_is_stopped (tonus_program_desk_get_record (self->desk), self->row);

  tonus_label_say (self->name, name);
  show_picture (self);
  tonus_label_say (self->dose, *dose ? dose : _ ("No dose yet"));
  tonus_widget_identify (self->heading, id, spoken);
  tonus_widget_identify (self->tick, tick_id, ticked);
  gtk_widget_set_visible (self->tick, !is_stopped);
  if (self->tools)
    tonus_program_tools_paint (self->tools);
}

static gboolean
paint_later_cb (gpointer data)
{
  TonusProgramCard *self = data;

  self->painting = 0;
  tonus_program_card_paint (self);
  return G_SOURCE_REMOVE;
}

void
tonus_program_card_paint_later (TonusProgramCard *self)
{
  if (!self->painting)
    self->painting = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, paint_later_cb, self, NULL);
}

/* --- unfolding --- */

static void
fill_form (TonusProgramCard *self)
{
  if (self->tools)
    return;
  self->tools = tonus_program_tools_new (self->desk, self->row);
  gtk_container_add (GTK_CONTAINER (self->form), self->tools);
  gtk_container_add (GTK_CONTAINER (self->form),
                     tonus_fields_flow_new (tonus_program_desk_get_site (self->desk),
                                            tonus_program_desk_get_section (self->desk), self->row,
                                            0));
}

static void
empty_form (TonusProgramCard *self)
{
  g_list_free_full (gtk_container_get_children (GTK_CONTAINER (self->form)),
                    (GDestroyNotify) gtk_widget_destroy);
  self->tools = NULL;
}

static void
heading_toggled_cb (GtkToggleButton *heading, TonusProgramCard *self)
{
  gboolean is_unfolded = gtk_toggle_button_get_active (heading);

  if (is_unfolded)
    fill_form (self);
  gtk_widget_set_visible (self->form, is_unfolded);
  if (!is_unfolded)
    empty_form (self);
  else
    g_signal_emit_by_name (self, "unfolded");
}

void
tonus_program_card_unfold (TonusProgramCard *self, gboolean is_unfolded)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heading), is_unfolded);
}

gboolean
tonus_program_card_is_unfolded (TonusProgramCard *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->heading));
}

/* --- keys --- */

static gboolean
card_key_cb (GtkWidget *card, GdkEventKey *event, TonusProgramCard *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_rtl = gtk_widget_get_direction (card) == GTK_TEXT_DIR_RTL;

  if (modifiers != GDK_MOD1_MASK)
    return FALSE;
  switch (event->keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      tonus_program_desk_move (self->desk, self->row, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      tonus_program_desk_move (self->desk, self->row, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      tonus_program_tools_step (self->desk, self->row, (event->keyval == GDK_KEY_Right) != is_rtl);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
heading_key_cb (GtkWidget *heading, GdkEventKey *event, TonusProgramCard *self)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers || (event->keyval != GDK_KEY_Delete && event->keyval != GDK_KEY_KP_Delete))
    return FALSE;
  tonus_program_card_unfold (self, TRUE);
  tonus_program_tools_end (self->tools);
  return TRUE;
}

/* --- building --- */

static GtkWidget *
make_line (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  return label;
}

static void
build_heading (TonusProgramCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->heading = gtk_toggle_button_new ();
  self->name = make_line ("tonus-lead");
  self->dose = make_line ("tonus-dose");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_container_add (GTK_CONTAINER (words), self->name);
  gtk_container_add (GTK_CONTAINER (words), self->dose);
  gtk_container_add (GTK_CONTAINER (self->heading), words);
  gtk_button_set_relief (GTK_BUTTON (self->heading), GTK_RELIEF_NONE);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->heading), "tonus-card-heading");
  g_signal_connect (self->heading, "toggled", G_CALLBACK (heading_toggled_cb), self);
  g_signal_connect (self->heading, "key-press-event", G_CALLBACK (heading_key_cb), self);
}

static void
ticked_cb (GtkToggleButton *tick, TonusProgramCard *self)
{
  g_signal_emit_by_name (self, "ticked");
}

/* A button's own way to take Space tells every widget of the window (tonus-editor-toggles.c). */
static gboolean
tick_key_cb (GtkWidget *tick, GdkEventKey *event, gpointer nothing)
{
  if ((event->state & gtk_accelerator_get_default_mod_mask ()) ||
      (event->keyval != GDK_KEY_space && event->keyval != GDK_KEY_KP_Space))
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tick),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tick)));
  return TRUE;
}

static void
build (TonusProgramCard *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->tick = gtk_check_button_new ();
  gtk_widget_set_no_show_all (self->tick, TRUE);
  gtk_widget_set_valign (self->tick, GTK_ALIGN_CENTER);
  self->picture = tonus_figure_view_new (PICTURE_WIDTH, PICTURE_HEIGHT);
  build_heading (self);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->form), "tonus-card-form");
  gtk_widget_set_no_show_all (self->form, TRUE);
  gtk_box_pack_start (GTK_BOX (top), self->tick, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (top), self->picture, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (top), self->heading, TRUE, TRUE, 0);
  tonus_container_keep_order (top);
  gtk_container_add (GTK_CONTAINER (self), top);
  gtk_container_add (GTK_CONTAINER (self), self->form);
  g_signal_connect (self->tick, "toggled", G_CALLBACK (ticked_cb), self);
  g_signal_connect (self->tick, "key-press-event", G_CALLBACK (tick_key_cb), NULL);
  g_signal_connect (self, "key-press-event", G_CALLBACK (card_key_cb), self);
}

static void
tonus_program_card_finalize (GObject *object)
{
  TonusProgramCard *self = TONUS_PROGRAM_CARD (object);

  g_clear_handle_id (&self->painting, g_source_remove);
  g_clear_object (&self->desk);
  g_free (self->row);
  G_OBJECT_CLASS (tonus_program_card_parent_class)->finalize (object);
}

static void
tonus_program_card_class_init (TonusProgramCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_program_card_finalize;
  g_signal_new ("unfolded", TONUS_TYPE_PROGRAM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("ticked", TONUS_TYPE_PROGRAM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
tonus_program_card_init (TonusProgramCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "tonus-card");
}

GtkWidget *
tonus_program_card_new (TonusProgramDesk *desk, const char *row)
{
  TonusProgramCard *self = g_object_new (TONUS_TYPE_PROGRAM_CARD, NULL);

  self->desk = g_object_ref (desk);
  self->row = g_strdup (row);
  build (self);
  tonus_program_drag_prepare (desk, row, self->picture, GTK_WIDGET (self));
  tonus_program_card_paint (self);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

const char *
tonus_program_card_get_row (TonusProgramCard *self)
{
  return self->row;
}

gboolean
tonus_program_card_is_ticked (TonusProgramCard *self)
{
  return gtk_widget_get_visible (self->tick) &&
         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tick));
}

void
tonus_program_card_tick (TonusProgramCard *self, gboolean is_ticked)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tick), is_ticked);
}

void
tonus_program_card_focus (TonusProgramCard *self)
{
  gtk_widget_grab_focus (self->heading);
}

gboolean
tonus_program_card_has_heading_focus (TonusProgramCard *self)
{
  return gtk_widget_has_focus (self->heading);
}
