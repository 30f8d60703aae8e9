/* tonus-pose-floor.c - what of a frame touches the floor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-pose-floor.h"

#define COLUMNS 3

/* The words of a pose file, as people call them; a line of the menu each three. */
static const struct
{
  const char *contact;
  const char *label;
} contacts[] = {
  { "feet", N_ ("Both feet") },
  { "foot.r", N_ ("Right foot") },
  { "foot.l", N_ ("Left foot") },
  { "heels", N_ ("Both heels") },
  { "heel.r", N_ ("Right heel") },
  { "heel.l", N_ ("Left heel") },
  { "toes", N_ ("Toes of both feet") },
  { "toes.r", N_ ("Right toes") },
  { "toes.l", N_ ("Left toes") },
  { "knees", N_ ("Both knees") },
  { "knee.r", N_ ("Right knee") },
  { "knee.l", N_ ("Left knee") },
  { "hands", N_ ("Both hands") },
  { "hand.r", N_ ("Right hand") },
  { "hand.l", N_ ("Left hand") },
  { "elbows", N_ ("Both elbows") },
  { "elbow.r", N_ ("Right elbow") },
  { "elbow.l", N_ ("Left elbow") },
  { "back", N_ ("Upper back") },
  { "chest", N_ ("Chest") },
  { "head", N_ ("Head") },
  { "pelvis", N_ ("Pelvis") },
  { "seat", N_ ("Seat") },
  { "all", N_ ("Whatever is lowest") },
};

struct _TonusPoseFloor
{
  GtkBox parent_instance;

  GtkWidget *label; /* of the menu's button */
  GtkWidget *button;
  GtkWidget *checks[G_N_ELEMENTS (contacts)];
  GtkWidget *soles[2];
  char *rest; /* (nullable) what is shown */
  gboolean is_showing;
};

G_DEFINE_TYPE (TonusPoseFloor, tonus_pose_floor, GTK_TYPE_BOX)

enum
{
  RESTED,
  FLATTENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- words --- */

/* "seat@.46": the height goes on. */
static gboolean
is_of (const char *word, const char *contact)
{
  gsize length = strcspn (word, "@");

  return strlen (contact) == length && strncmp (word, contact, length) == 0;
}

static const char *
name_contact (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    if (is_of (word, contacts[i].contact))
      return _ (contacts[i].label);
  return word;
}

static void
show_rest (TonusPoseFloor *self)
{
  g_auto (GStrv) words = g_strsplit (self->rest ? self->rest : "", " ", 2);
  g_autofree char *names = NULL, *spoken = NULL;

  if (words[0] && words[1])
    /* Translators: two parts of the body that a figure rests on */
    names = g_strdup_printf (_ ("%s and %s"), name_contact (words[0]), name_contact (words[1]));
  else
    names = g_strdup (words[0] ? name_contact (words[0]) : "");
  spoken = g_strdup_printf (_ ("Rests on: %s"), names);
  tonus_label_say (self->label, spoken);
  tonus_widget_identify (self->button, "pose/rests-on", spoken);
  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      gboolean is_on = FALSE;

      for (guint j = 0; words[j]; j++)
        is_on |= is_of (words[j], contacts[i].contact);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->checks[i]), is_on);
    }
}

/* --- choosing --- */

/* Without what is taken away, or with what is added; of three the first goes. */
static char *
make_rest (TonusPoseFloor *self, const char *contact, gboolean is_added)
{
  g_auto (GStrv) words = g_strsplit (self->rest ? self->rest : "", " ", 2);
  GPtrArray *kept = g_ptr_array_new ();
  char *rest;

  for (guint i = 0; words[i]; i++)
    if (!is_of (words[i], contact))
      g_ptr_array_add (kept, words[i]);
  if (is_added)
    g_ptr_array_add (kept, (gpointer) contact);
  if (kept->len > 2)
    g_ptr_array_remove_index (kept, 0);
  g_ptr_array_add (kept, NULL);
  rest = g_strjoinv (" ", (char **) kept->pdata);
  g_ptr_array_unref (kept);
  return rest;
}

static void
check_toggled_cb (GtkToggleButton *check, TonusPoseFloor *self)
{
  const char *contact = g_object_get_data (G_OBJECT (check), "contact");
  g_autofree char *rest = NULL;

  if (self->is_showing)
    return;
  rest = make_rest (self, contact, gtk_toggle_button_get_active (check));
  /* A figure rests on something. */
  if (*rest)
    g_signal_emit (self, signals[RESTED], 0, rest);
  self->is_showing = TRUE;
  show_rest (self);
  self->is_showing = FALSE;
}

static void
sole_toggled_cb (GtkToggleButton *check, TonusPoseFloor *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[FLATTENED], 0, GTK_WIDGET (check) == self->soles[1] ? 1u : 0u,
                   gtk_toggle_button_get_active (check));
}

/* --- showing --- */

void
tonus_pose_floor_show (TonusPoseFloor *self, TonusPose *pose, TonusFrame frame)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), pose != NULL);
  if (!pose)
    return;
  self->is_showing = TRUE;
  g_free (self->rest);
  self->rest = tonus_pose_get_rest (pose, frame);
  show_rest (self);
  for (guint side = 0; side < 2; side++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->soles[side]),
                                  tonus_pose_is_flat (pose, frame, side));
  self->is_showing = FALSE;
}

/* --- building --- */

static GtkWidget *
make_menu (TonusPoseFloor *self)
{
  GtkWidget *popover = gtk_popover_new (self->button);
  GtkWidget *grid = gtk_grid_new ();

  gtk_container_set_border_width (GTK_CONTAINER (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ (contacts[i].label));
      g_autofree char *id = g_strconcat ("pose/rest/", contacts[i].contact, NULL);

      self->checks[i] = check;
      tonus_widget_identify (check, id, NULL);
      g_object_set_data (G_OBJECT (check), "contact", (gpointer) contacts[i].contact);
      g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);
      gtk_grid_attach (GTK_GRID (grid), check, (int) i % COLUMNS, (int) i / COLUMNS, 1, 1);
    }
  tonus_container_keep_order (grid);
  gtk_widget_show_all (grid);
  gtk_container_add (GTK_CONTAINER (popover), grid);
  return popover;
}

static void
add_sole (TonusPoseFloor *self, guint side, const char *label, const char *id)
{
  self->soles[side] = gtk_check_button_new_with_label (label);
  tonus_widget_identify (self->soles[side], id, NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->soles[side]), "tonus-choice");
  g_signal_connect (self->soles[side], "toggled", G_CALLBACK (sole_toggled_cb), self);
}

static void
tonus_pose_floor_finalize (GObject *object)
{
  g_free (TONUS_POSE_FLOOR (object)->rest);
  G_OBJECT_CLASS (tonus_pose_floor_parent_class)->finalize (object);
}

static void
tonus_pose_floor_class_init (TonusPoseFloorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_pose_floor_finalize;
  signals[RESTED] = g_signal_new ("rested", TONUS_TYPE_POSE_FLOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FLATTENED] = g_signal_new ("flattened", TONUS_TYPE_POSE_FLOOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
tonus_pose_floor_init (TonusPoseFloor *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *inside;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  self->button = gtk_menu_button_new ();
  inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_pack_start (GTK_BOX (inside), self->label, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (inside),
                    gtk_image_new_from_icon_name ("pan-down-symbolic", GTK_ICON_SIZE_BUTTON), FALSE,
                    FALSE, 0);
  gtk_container_add (GTK_CONTAINER (self->button), inside);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_menu (self));
  add_sole (self, 0, _ ("Right sole flat"), "pose/flat-r");
  add_sole (self, 1, _ ("Left sole flat"), "pose/flat-l");
  gtk_container_add (GTK_CONTAINER (line), self->soles[0]);
  gtk_container_add (GTK_CONTAINER (line), self->soles[1]);
  gtk_container_add (GTK_CONTAINER (self), self->button);
  gtk_container_add (GTK_CONTAINER (self), line);
  gtk_widget_show_all (self->button);
  gtk_widget_show_all (line);
}

GtkWidget *
tonus_pose_floor_new (void)
{
  return g_object_new (TONUS_TYPE_POSE_FLOOR, NULL);
}
