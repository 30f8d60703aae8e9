/* tonus-pose-paper.c - a picture on the handout's light ground, whatever the theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-figure-paint.h"
#include "tonus-identify.h"
#include "tonus-pose-paper.h"

#define LIST "tonus-list"
#define HURRY "tonus-hurry"

static const double card[3] = { 0.965, 0.975, 0.985 };

static gboolean
draw_cb (GtkWidget *paper, cairo_t *cr, gpointer data)
{
  TonusFigureList *list = g_object_get_data (G_OBJECT (paper), LIST);
  double width = gtk_widget_get_allocated_width (paper);
  double height = gtk_widget_get_allocated_height (paper), zoom;

  cairo_set_source_rgb (cr, card[0], card[1], card[2]);
  cairo_paint (cr);
  if (!list)
    return FALSE;
  zoom = MIN (1, MIN (width / tonus_figure_list_get_width (list),
                      height / tonus_figure_list_get_height (list)));
  cairo_translate (cr, (width - zoom * tonus_figure_list_get_width (list)) / 2,
                   (height - zoom * tonus_figure_list_get_height (list)) / 2);
  cairo_scale (cr, zoom, zoom);
  if (g_object_get_data (G_OBJECT (paper), HURRY))
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  tonus_figure_paint (cr, list, 0, 0);
  return FALSE;
}

GtkWidget *
tonus_pose_paper_new (int width, int height, const char *id, const char *name)
{
  GtkWidget *paper = gtk_drawing_area_new ();

  gtk_widget_set_size_request (paper, width, height);
  atk_object_set_role (gtk_widget_get_accessible (paper), ATK_ROLE_IMAGE);
  tonus_widget_identify (paper, id, name);
  g_signal_connect (paper, "draw", G_CALLBACK (draw_cb), NULL);
  gtk_widget_show (paper);
  return paper;
}

void
tonus_pose_paper_show (GtkWidget *paper, TonusFigureList *list)
{
  g_object_set_data_full (G_OBJECT (paper), LIST, list ? tonus_figure_list_ref (list) : NULL,
                          (GDestroyNotify) tonus_figure_list_unref);
  gtk_widget_queue_draw (paper);
}

void
tonus_pose_paper_hurry (GtkWidget *paper, gboolean is_hurried)
{
  g_object_set_data (G_OBJECT (paper), HURRY, GINT_TO_POINTER (is_hurried));
  gtk_widget_queue_draw (paper);
}
