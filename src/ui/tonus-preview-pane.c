/* tonus-preview-pane.c - the handout as it would go out now, with what can be chosen about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-identify.h"
#include "tonus-preferences.h"
#include "tonus-preview-choices.h"
#include "tonus-preview-pages.h"
#include "tonus-preview-pane.h"

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusPreview *preview; /* owned */
  GtkWidget *remarks;
  GtkWidget *remarks_line;
  GtkWidget *pages;
  GtkWidget *place;
  GtkWidget *fits[2];
} Pane;

static void
paint_place (Pane *self)
{
  g_autofree char *words = tonus_preview_pages_describe_place (TONUS_PREVIEW_PAGES (self->pages));

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->place)), words) != 0)
    gtk_label_set_text (GTK_LABEL (self->place), words);
}

static void
paint_remarks (Pane *self)
{
  GPtrArray *remarks = tonus_preview_get_remarks (self->preview);
  const GError *error = tonus_preview_get_error (self->preview);
  GString *words = g_string_new (NULL);

  if (error)
    g_string_printf (words, _ ("The handout cannot be drawn: %s"), error->message);
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (words, "%s%s", words->len ? "\n" : "",
                            (const char *) g_ptr_array_index (remarks, i));
  if (strcmp (gtk_label_get_text (GTK_LABEL (self->remarks)), words->str) != 0)
    gtk_label_set_text (GTK_LABEL (self->remarks), words->str);
  gtk_widget_set_visible (self->remarks_line, words->len > 0);
  g_string_free (words, TRUE);
}

static void
preview_changed_cb (TonusPreview *preview, Pane *self)
{
  paint_remarks (self);
  paint_place (self);
}

static void
scrolled_cb (GtkAdjustment *adjustment, Pane *self)
{
  paint_place (self);
}

static GtkWidget *
make_remarks (Pane *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic", GTK_ICON_SIZE_BUTTON);

  self->remarks_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->remarks = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->remarks), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->remarks), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (self->remarks), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->remarks), 20);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->remarks, TRUE);
  tonus_widget_identify (self->remarks, "preview/remarks", NULL);
  gtk_container_add (GTK_CONTAINER (self->remarks_line), icon);
  gtk_container_add (GTK_CONTAINER (self->remarks_line), self->remarks);
  gtk_widget_show_all (self->remarks_line);
  gtk_widget_hide (self->remarks_line);
  gtk_widget_set_no_show_all (self->remarks_line, TRUE);
  return self->remarks_line;
}

/* --- how large --- */

static const char *const fit_values[] = { "width", "page" };

static TonusPreviewFit
read_fit (void)
{
  g_autofree char *kept =
      tonus_preferences_get_text (tonus_preferences_get_default (), TONUS_PREFERENCE_PREVIEW_FIT);

  return g_str_equal (kept, "page") ? TONUS_PREVIEW_FIT_PAGE : TONUS_PREVIEW_FIT_WIDTH;
}

static void
fit_cb (GtkToggleButton *button, Pane *self)
{
  TonusPreviewFit fit = GTK_WIDGET (button) == self->fits[TONUS_PREVIEW_FIT_PAGE]
                            ? TONUS_PREVIEW_FIT_PAGE
                            : TONUS_PREVIEW_FIT_WIDTH;

  if (!gtk_toggle_button_get_active (button))
    return;
  tonus_preferences_set_text (tonus_preferences_get_default (), TONUS_PREFERENCE_PREVIEW_FIT,
                              fit_values[fit]);
  tonus_preview_pages_set_fit (TONUS_PREVIEW_PAGES (self->pages), fit);
  paint_place (self);
}

static GtkWidget *
make_fits (Pane *self)
{
  static const char *const ids[] = { "preview/fit/width", "preview/fit/page" };
  static const char *const labels[] = { N_ ("Full width"), N_ ("Whole page") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  TonusPreviewFit fit = read_fit ();

  gtk_style_context_add_class (gtk_widget_get_style_context (box), GTK_STYLE_CLASS_LINKED);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-toggles");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      self->fits[i] = gtk_radio_button_new_with_label_from_widget (
          i ? GTK_RADIO_BUTTON (self->fits[0]) : NULL, _ (labels[i]));
      gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (self->fits[i]), FALSE);
      tonus_widget_identify (self->fits[i], ids[i], _ (labels[i]));
      gtk_container_add (GTK_CONTAINER (box), self->fits[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fits[fit]), TRUE);
  tonus_preview_pages_set_fit (TONUS_PREVIEW_PAGES (self->pages), fit);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_signal_connect (self->fits[i], "toggled", G_CALLBACK (fit_cb), self);
  return box;
}

static GtkWidget *
make_foot (Pane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *fits = make_fits (self);

  self->place = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->place), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->place), TRUE);
  tonus_widget_identify (self->place, "preview/place", NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (foot), "tonus-preview-foot");
  gtk_box_pack_start (GTK_BOX (foot), self->place, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (foot), fits, FALSE, FALSE, 0);
  return foot;
}

/* What can be done with it, under it. */
static GtkWidget *
make_ways (void)
{
  static const struct
  {
    const char *id, *label, *action;
  } ways[] = { { "preview/print", N_ ("Print…"), "win.handout" },
               { "preview/export", N_ ("Save as PDF…"), "win.export" } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (ways[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), ways[i].action);
      tonus_widget_identify (button, ways[i].id, _ (ways[i].label));
      gtk_box_pack_start (GTK_BOX (box), button, TRUE, TRUE, 0);
    }
  return box;
}

static GtkWidget *
make_scrolled (Pane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), self->pages);
  g_signal_connect (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                    "value-changed", G_CALLBACK (scrolled_cb), self);
  return scrolled;
}

static void
pane_free (gpointer data)
{
  Pane *self = data;

  g_signal_handlers_disconnect_by_data (self->preview, self);
  g_object_unref (self->preview);
  g_free (self);
}

GtkWidget *
tonus_preview_pane_new (TonusSession *session, TonusPreview *preview)
{
  Pane *self = g_new0 (Pane, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->preview = g_object_ref (preview);
  self->pages = tonus_preview_pages_new (preview);
  tonus_widget_identify (box, "preview", _ ("Preview of the handout"));
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-preview");
  gtk_container_add (GTK_CONTAINER (box), tonus_preview_choices_new (session));
  gtk_container_add (GTK_CONTAINER (box), make_remarks (self));
  gtk_box_pack_start (GTK_BOX (box), make_scrolled (self), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (box), make_foot (self));
  gtk_container_add (GTK_CONTAINER (box), make_ways ());
  g_signal_connect (preview, "changed", G_CALLBACK (preview_changed_cb), self);
  g_object_set_data_full (G_OBJECT (box), "tonus-preview-pane", self, pane_free);
  gtk_widget_show_all (box);
  return box;
}
