/* tonus-editor-toggles.c - a few answers side by side, of which one or none is pressed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Yes and no are two answers and not recorded is the third: a check box cannot say it.  The group
 * is one stop for Tab; the arrow keys go from answer to answer, Space presses or releases.
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-editor.h"
#include "tonus-identify.h"

#define EDITED "edited"
#define ANSWER "answer"

typedef struct
{
  GCallback edited;
  gpointer data;
  gboolean is_showing;
} Watch;

static Watch *
watch_of (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), EDITED);
}

static const char *
answer_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), ANSWER);
}

/* The one button that Tab stops at: the pressed one, else the first. */
static void
move_tab_stop (GtkWidget *box)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (box));
  GtkWidget *stop = buttons ? buttons->data : NULL;

  for (GList *l = buttons; l; l = l->next)
    if (gtk_toggle_button_get_active (l->data) || gtk_widget_has_focus (l->data))
      stop = l->data;
  for (GList *l = buttons; l; l = l->next)
    gtk_widget_set_can_focus (l->data, l->data == stop);
}

static void
press_only (GtkWidget *box, GtkWidget *pressed)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (box));
  Watch *watch = watch_of (box);
  gboolean was_showing = watch->is_showing;

  watch->is_showing = TRUE;
  for (GList *l = buttons; l; l = l->next)
    gtk_toggle_button_set_active (l->data, l->data == pressed);
  watch->is_showing = was_showing;
  move_tab_stop (box);
}

static void
button_toggled_cb (GtkToggleButton *button, GtkWidget *box)
{
  Watch *watch = watch_of (box);

  if (watch->is_showing)
    return;
  press_only (box, gtk_toggle_button_get_active (button) ? GTK_WIDGET (button) : NULL);
  if (watch->edited)
    ((void (*) (gpointer)) watch->edited) (watch->data);
}

/* "n" for No, where one answer alone begins so. */
static gboolean
answer_by_letter (GList *buttons, GdkEventKey *event)
{
  gunichar typed = g_unichar_tolower (gdk_keyval_to_unicode (event->keyval));
  GtkWidget *only = NULL;
  guint n = 0;

  for (GList *l = buttons; typed && l; l = l->next)
    if (g_unichar_tolower (g_utf8_get_char (gtk_button_get_label (l->data))) == typed)
      {
        only = l->data;
        n++;
      }
  if (n != 1)
    return FALSE;
  gtk_widget_set_can_focus (only, TRUE);
  gtk_widget_grab_focus (only);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (only), TRUE);
  return TRUE;
}

static gboolean
button_key_cb (GtkWidget *button, GdkEventKey *event, GtkWidget *box)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (box));
  GList *here = g_list_find (buttons, button);
  gboolean is_rtl = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  GList *next = NULL;

  if (event->state & gtk_accelerator_get_default_mod_mask ())
    return FALSE;
  /* A button's own way to take Space grabs the keyboard, tells every widget of the window so, and
   * answers when the key comes up. */
  if (event->keyval == GDK_KEY_space || event->keyval == GDK_KEY_KP_Space)
    {
      /* The arrow has answered already; Delete takes an answer back. */
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      return TRUE;
    }
  if (answer_by_letter (buttons, event))
    return TRUE;
  if (event->keyval == GDK_KEY_Right)
    next = is_rtl ? here->prev : here->next;
  else if (event->keyval == GDK_KEY_Left)
    next = is_rtl ? here->next : here->prev;
  else
    return FALSE;
  if (next)
    {
      gtk_widget_set_can_focus (next->data, TRUE);
      gtk_widget_grab_focus (next->data);
      gtk_toggle_button_set_active (next->data, TRUE);
    }
  return TRUE;
}

static void
add_answer (GtkWidget *box, const TonusEditorPlace *place, const char *answer, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  const char *field_name = place->name ? place->name : tonus_field_label (place->field);
  g_autofree char *id = g_strdup_printf ("%s/%s", place->id, answer);
  g_autofree char *name = g_strdup_printf ("%s: %s", field_name, label);

  g_object_set_data_full (G_OBJECT (button), ANSWER, g_strdup (answer), g_free);
  tonus_widget_identify (button, id, name);
  g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), box);
  g_signal_connect (button, "key-press-event", G_CALLBACK (button_key_cb), box);
  gtk_container_add (GTK_CONTAINER (box), button);
}

static GtkWidget *
toggles_create (const TonusEditorPlace *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_object_set_data_full (G_OBJECT (box), EDITED, g_new0 (Watch, 1), g_free);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), GTK_STYLE_CLASS_LINKED);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-toggles");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  tonus_widget_identify (box, place->id,
                         place->name ? place->name : tonus_field_label (place->field));
  if (place->field->kind == TONUS_KIND_BOOLEAN)
    {
      add_answer (box, place, "yes", _ ("Yes"));
      add_answer (box, place, "no", _ ("No"));
    }
  else
    {
      GPtrArray *entries = tonus_catalogue_get_entries (place->field->choices);

      for (guint i = 0; i < entries->len; i++)
        {
          const TonusEntry *entry = g_ptr_array_index (entries, i);

          if (!entry->is_retired)
            add_answer (box, place, entry->id, tonus_entry_label (entry));
        }
    }
  move_tab_stop (box);
  return box;
}

static void
toggles_show (GtkWidget *widget, const TonusField *field, const char *text)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (widget));
  GtkWidget *pressed = NULL;

  for (GList *l = buttons; l; l = l->next)
    if (g_strcmp0 (answer_of (l->data), text) == 0)
      pressed = l->data;
  press_only (widget, pressed);
}

static char *
toggles_read (GtkWidget *widget)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (widget));

  for (GList *l = buttons; l; l = l->next)
    if (gtk_toggle_button_get_active (l->data))
      return g_strdup (answer_of (l->data));
  return NULL;
}

static void
toggles_watch (GtkWidget *widget, GCallback edited, gpointer data)
{
  Watch *watch = watch_of (widget);

  watch->edited = edited;
  watch->data = data;
}

static GtkWidget *
toggles_focus (GtkWidget *widget)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (widget));

  for (GList *l = buttons; l; l = l->next)
    if (gtk_widget_get_can_focus (l->data))
      return l->data;
  return widget;
}

const TonusEditor tonus_editor_toggles = { toggles_create, toggles_show, toggles_read,
                                           toggles_watch, toggles_focus };
