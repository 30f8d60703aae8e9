/* tonus-program-drag.c - a card taken by its picture and dropped on another's place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-program-drag.h"
#include "tonus-program-edit.h"

#define CARRIED "application/x-tonus-exercise"
#define LONGEST 40

typedef struct
{
  TonusProgramDesk *desk;
  char *row;
} Carrier;

static void
carrier_free (gpointer data, GClosure *closure)
{
  Carrier *carrier = data;

  g_object_unref (carrier->desk);
  g_free (carrier->row);
  g_free (carrier);
}

static Carrier *
carrier_new (TonusProgramDesk *desk, const char *row)
{
  Carrier *carrier = g_new0 (Carrier, 1);

  carrier->desk = g_object_ref (desk);
  carrier->row = g_strdup (row);
  return carrier;
}

static void
give_cb (GtkWidget *handle,
         GdkDragContext *context,
         GtkSelectionData *data,
         guint info,
         guint moment,
         Carrier *carrier)
{
  gtk_selection_data_set (data, gtk_selection_data_get_target (data), 8,
                          (const guchar *) carrier->row, (int) strlen (carrier->row));
}

/* To the place of the card it was dropped on. */
static void
take_cb (GtkWidget *card,
         GdkDragContext *context,
         int x,
         int y,
         GtkSelectionData *data,
         guint info,
         guint moment,
         Carrier *carrier)
{
  g_autoptr (GPtrArray) rows =
      tonus_program_list_active (tonus_program_desk_get_record (carrier->desk));
  int length = gtk_selection_data_get_length (data);
  g_autofree char *row =
      length > 0 && length < LONGEST
          ? g_strndup ((const char *) gtk_selection_data_get_data (data), (gsize) length)
          : g_strdup ("");
  guint from, to;

  if (g_ptr_array_find_with_equal_func (rows, row, g_str_equal, &from) &&
      g_ptr_array_find_with_equal_func (rows, carrier->row, g_str_equal, &to))
    tonus_program_desk_move (carrier->desk, row, (int) to - (int) from);
}

void
tonus_program_drag_prepare (TonusProgramDesk *desk,
                            const char *row,
                            GtkWidget *handle,
                            GtkWidget *card)
{
  static const GtkTargetEntry target = { (char *) CARRIED, GTK_TARGET_SAME_APP, 0 };

  gtk_drag_source_set (handle, GDK_BUTTON1_MASK, &target, 1, GDK_ACTION_MOVE);
  gtk_drag_source_set_icon_name (handle, "view-list-symbolic");
  gtk_drag_dest_set (card, GTK_DEST_DEFAULT_ALL, &target, 1, GDK_ACTION_MOVE);
  g_signal_connect_data (handle, "drag-data-get", G_CALLBACK (give_cb), carrier_new (desk, row),
                         carrier_free, 0);
  g_signal_connect_data (card, "drag-data-received", G_CALLBACK (take_cb), carrier_new (desk, row),
                         carrier_free, 0);
}
