/* tonus-preview-desk.c - the home program, its preview, and the ways it goes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-export-bar.h"
#include "tonus-focus.h"
#include "tonus-preview-desk.h"
#include "tonus-preview-pane.h"
#include "tonus-preview-split.h"
#include "tonus-print-dialog.h"

struct _TonusPreviewDesk
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;

  /* Borrowed */
  GtkWidget *split;
  GtkWidget *bar;
};

G_DEFINE_TYPE (TonusPreviewDesk, tonus_preview_desk, GTK_TYPE_BOX)

static void
tonus_preview_desk_finalize (GObject *object)
{
  g_object_unref (TONUS_PREVIEW_DESK (object)->session);
  G_OBJECT_CLASS (tonus_preview_desk_parent_class)->finalize (object);
}

static void
tonus_preview_desk_class_init (TonusPreviewDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_preview_desk_finalize;
}

static void
tonus_preview_desk_init (TonusPreviewDesk *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
tonus_preview_desk_new (TonusSession *session, GtkWidget *view)
{
  TonusPreviewDesk *self = g_object_new (TONUS_TYPE_PREVIEW_DESK, NULL);
  g_autoptr (TonusPreview) preview = tonus_preview_new (session);

  self->session = g_object_ref (session);
  self->split = tonus_preview_split_new (view, tonus_preview_pane_new (session, preview));
  self->bar = tonus_export_bar_new (session, view);
  gtk_container_add (GTK_CONTAINER (self), self->bar);
  gtk_box_pack_start (GTK_BOX (self), self->split, TRUE, TRUE, 0);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
tonus_preview_desk_get_view (TonusPreviewDesk *self)
{
  return tonus_preview_split_get_view (TONUS_PREVIEW_SPLIT (self->split));
}

static gboolean
has_exercises (TonusPreviewDesk *self)
{
  TonusRecord *program = tonus_session_get_record (self->session, TONUS_SLOT_PROGRAM);

  if (program && tonus_record_has_section (program, "home"))
    return TRUE;
  tonus_session_say (self->session,
                     _ ("Nothing to hand out yet: add an exercise to the home program first."));
  tonus_preview_desk_show_view (self);
  tonus_widget_focus_first (tonus_preview_desk_get_view (self));
  return FALSE;
}

void
tonus_preview_desk_export (TonusPreviewDesk *self)
{
  if (has_exercises (self))
    tonus_export_bar_ask (self->bar);
}

static void
export_instead (gpointer data)
{
  tonus_export_bar_ask (TONUS_PREVIEW_DESK (data)->bar);
}

void
tonus_preview_desk_print (TonusPreviewDesk *self)
{
  if (has_exercises (self))
    tonus_print_handout (GTK_WIDGET (self), self->session, export_instead, self);
}

gboolean
tonus_preview_desk_toggle (TonusPreviewDesk *self)
{
  return tonus_preview_split_toggle (TONUS_PREVIEW_SPLIT (self->split));
}

void
tonus_preview_desk_show_view (TonusPreviewDesk *self)
{
  tonus_preview_split_show_view (TONUS_PREVIEW_SPLIT (self->split));
}
