/* tonus-section-view.c - how a section looks in a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-event-list.h"
#include "tonus-fields-grid.h"
#include "tonus-measure-table.h"
#include "tonus-section-view.h"

static GtkWidget *
single_new (const TonusSite *site, const TonusSection *section)
{
  return tonus_fields_grid_new (site, section, NULL, 0);
}

static const struct
{
  const char *section; /* NULL: any */
  TonusRepeat repeat;
  GtkWidget *(*create) (const TonusSite *site, const TonusSection *section);
} views[] = {
  { NULL, TONUS_REPEAT_MEASURE, tonus_measure_table_new },
  { NULL, TONUS_REPEAT_EVENT, tonus_event_list_new },
  { NULL, TONUS_REPEAT_NONE, single_new },
};

GtkWidget *
tonus_section_view_new (const TonusSite *site, const TonusSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *name = g_strdup_printf ("section/%s", section->id);
  guint i = 0;

  gtk_widget_set_name (box, name);
  while ((views[i].section && !g_str_equal (views[i].section, section->id)) ||
         views[i].repeat != section->repeat)
    i++;
  gtk_container_add (GTK_CONTAINER (box), tonus_section_heading_new (section));
  gtk_container_add (GTK_CONTAINER (box), views[i].create (site, section));
  gtk_widget_show (box);
  return box;
}
