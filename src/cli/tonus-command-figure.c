/* tonus-command-figure.c - figure, figures: the pictures of exercises, for those who make them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tonus-illustration.h"
#include "tonus-picture.h"
#include "tonus-practice-pictures.h"
#include "tonus-raster.h"
#include "tonus-suggest.h"

#define POINTS_PER_MM (72 / 25.4)

/* On the handout a picture is about this large. */
#define USUAL_WIDTH 62
#define LEAST_WIDTH 10
#define MOST_WIDTH 1000

/* The shape of a picture, as on the handout. */
#define SHAPE (165 / 225.)

typedef struct
{
  int width; /* mm */
  gboolean is_mono, is_left;
} FigureWishes;

/* Whose exercises and pictures: those that come with Tonus, or a practice's own as well. */
typedef struct
{
  TonusPractice *practice; /* (nullable) */
  GPtrArray *entries;      /* (element-type TonusEntry) borrowed */
  TonusCatalogue *exercises;
} Shelf;

static const char language[] = "en";

/* FALSE: complained. */
static gboolean
open_shelf (TonusCall *call, const char *folder, Shelf *shelf)
{
  TonusSchema *schema = tonus_schema_get_default ();

  if (folder != NULL && (shelf->practice = tonus_call_open_folder (call, folder)) == NULL)
    return FALSE;
  if (shelf->practice != NULL)
    schema = tonus_practice_get_schema (shelf->practice);
  shelf->exercises = tonus_schema_find_catalogue (schema, "exercise");
  shelf->entries = tonus_catalogue_get_entries (shelf->exercises);
  return TRUE;
}

static void
shelf_clear (Shelf *shelf)
{
  g_clear_object (&shelf->practice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, shelf_clear)

static GBytes *
load (const char *name, gpointer data)
{
  const Shelf *shelf = data;

  return shelf->practice != NULL ? tonus_practice_load_picture (shelf->practice, name, NULL) : NULL;
}

/* --- one -------------------------------------------------------------------------------- */

/* A file that is not in the program yet, for authors. */
static TonusIllustration *
read_file (TonusCall *call, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  TonusPose *pose = bytes != NULL ? tonus_pose_new_from_bytes (bytes, name, &error) : NULL;

  if (pose != NULL)
    return tonus_illustration_new_of_pose (pose);
  tonus_call_complain (call, TONUS_EXIT_CANNOT, "%s", error->message);
  return NULL;
}

/* What the catalogue names for an exercise, or its own pose. */
static TonusIllustration *
find_picture (Shelf *shelf, const TonusEntry *exercise, GError **error)
{
  const char *picture = tonus_entry_get (exercise, "picture");

  return tonus_illustration_new (picture != NULL ? picture : exercise->id, load, shelf, error);
}

static void
refuse_exercise (TonusCall *call, const char *id, GPtrArray *entries)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (ids, ((TonusEntry *) entries->pdata[i])->id);
  sentence = tonus_suggest_sentence (id, ids);
  tonus_call_complain (call, TONUS_EXIT_CANNOT, _ ("“%s” is no exercise%s"), id, sentence);
}

/* @title: out, what it is called in a list.  (transfer full) (nullable) */
static TonusIllustration *
find_shown (TonusCall *call, Shelf *shelf, const char *id, const char **title)
{
  const TonusEntry *exercise = tonus_catalogue_lookup (shelf->exercises, id);
  g_autoptr (GError) error = NULL;
  TonusIllustration *picture = NULL;

  if (exercise == NULL)
    {
      refuse_exercise (call, id, shelf->entries);
      return NULL;
    }
  picture = find_picture (shelf, exercise, &error);
  if (error != NULL)
    tonus_call_complain (call, TONUS_EXIT_CANNOT, "%s", error->message);
  else if (picture == NULL)
    tonus_call_complain (call, TONUS_EXIT_CANNOT, _ ("“%s” has no picture"), id);
  *title = tonus_entry_label (exercise);
  return picture;
}

static void
warn_about (TonusCall *call, TonusPose *pose)
{
  g_autoptr (GPtrArray) complaints = tonus_pose_check (pose);

  for (guint i = 0; i < complaints->len; i++)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS, "%s", (char *) complaints->pdata[i]);
}

static TonusExit
write_picture (TonusCall *call,
               TonusIllustration *picture,
               const char *title,
               const FigureWishes *wishes)
{
  g_autoptr (GError) error = NULL;
  const char *out = tonus_call_get (call, 1);
  const char *alt = tonus_illustration_describe (picture, language);
  const TonusFigureOptions options = {
    .width = wishes->width * POINTS_PER_MM,
    .height = wishes->width * POINTS_PER_MM * SHAPE,
    .palette = wishes->is_mono ? TONUS_FIGURE_MONO : TONUS_FIGURE_COLOUR,
    .is_mirrored = wishes->is_left,
  };
  const TonusPdfInfo info = { .title = title, .language = language };
  g_autoptr (TonusFigureList) list = tonus_illustration_draw (picture, &options, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (list != NULL)
    bytes = tonus_picture_render (list, &info, alt != NULL ? alt : title, &error);
  if (bytes != NULL && g_str_has_suffix (out, ".png"))
    {
      GBytes *png = tonus_raster_from_pdf (bytes, &error);

      g_bytes_unref (bytes);
      bytes = png;
    }
  if (bytes == NULL || !tonus_export (tonus_io_real (), out, bytes, &error))
    return tonus_call_fail (call, error);
  return tonus_call_end (call);
}

static gboolean
are_possible (TonusCall *call, const FigureWishes *wishes)
{
  const char *out = tonus_call_get (call, 1);

  if (wishes->width < LEAST_WIDTH || wishes->width > MOST_WIDTH)
    tonus_call_complain (call, TONUS_EXIT_CANNOT, _ ("--width is %d to %d millimetres, not %d"),
                         LEAST_WIDTH, MOST_WIDTH, wishes->width);
  else if (!g_str_has_suffix (out, ".pdf") && !g_str_has_suffix (out, ".png"))
    tonus_call_complain (call, TONUS_EXIT_CANNOT, _ ("“%s” ends neither in .pdf nor in .png"), out);
  else
    return TRUE;
  return FALSE;
}

TonusExit
tonus_command_figure (TonusCall *call)
{
  FigureWishes wishes = { .width = USUAL_WIDTH };
  g_auto (Shelf) shelf = { NULL };
  g_autofree char *folder = NULL;
  const GOptionEntry options[] = {
    { "practice", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_ ("An exercise of this practice"),
      N_ ("FOLDER") },
    { "width", 0, 0, G_OPTION_ARG_INT, &wishes.width, N_ ("How wide (default: 62)"), N_ ("MM") },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &wishes.is_mono, N_ ("For a printer without colours"),
      NULL },
    { "left", 0, 0, G_OPTION_ARG_NONE, &wishes.is_left, N_ ("The left side"), NULL },
    G_OPTION_ENTRY_NULL
  };
  if (!tonus_call_read (call, options) || !are_possible (call, &wishes) ||
      !open_shelf (call, folder, &shelf))
    return tonus_call_end (call);

  const char *what = tonus_call_get (call, 0), *title = NULL;
  g_autoptr (TonusIllustration) picture = g_str_has_suffix (what, ".pose")
                                              ? read_file (call, what)
                                              : find_shown (call, &shelf, what, &title);
  if (picture == NULL)
    return tonus_call_end (call);
  TonusPose *pose = tonus_illustration_get_pose (picture);
  if (pose != NULL)
    {
      warn_about (call, pose);
      title = tonus_pose_get_name (pose);
    }
  return write_picture (call, picture, title, &wishes);
}

/* --- all -------------------------------------------------------------------------------- */

static void
cell_clear (TonusPictureCell *cell)
{
  tonus_figure_list_unref (cell->list);
}

/* All of the catalogue in its order, or those named.  NULL: complained.  (element-type TonusEntry)
 */
static GPtrArray *
choose_exercises (TonusCall *call, const Shelf *shelf)
{
  GPtrArray *entries = shelf->entries;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; tonus_call_get (call, 1) == NULL && i < entries->len; i++)
    if (!((TonusEntry *) entries->pdata[i])->is_retired)
      g_ptr_array_add (chosen, entries->pdata[i]);
  for (guint i = 1; tonus_call_get (call, i) != NULL; i++)
    {
      const char *id = tonus_call_get (call, i);
      const TonusEntry *exercise = tonus_catalogue_lookup (shelf->exercises, id);

      if (exercise == NULL)
        {
          refuse_exercise (call, id, entries);
          return NULL;
        }
      g_ptr_array_add (chosen, (gpointer) exercise);
    }
  return g_steal_pointer (&chosen);
}

/* Those that have a picture; the others go to @without. */
static GArray *
draw_all (Shelf *shelf, GPtrArray *exercises, gboolean is_mono, GPtrArray *without)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (TonusPictureCell));
  const TonusFigureOptions options = { .width = TONUS_PICTURE_CELL_WIDTH,
                                       .height = TONUS_PICTURE_CELL_HEIGHT,
                                       .palette =
                                           is_mono ? TONUS_FIGURE_MONO : TONUS_FIGURE_COLOUR };

  g_array_set_clear_func (cells, (GDestroyNotify) cell_clear);
  for (guint i = 0; i < exercises->len; i++)
    {
      g_autoptr (TonusIllustration) picture = find_picture (shelf, exercises->pdata[i], NULL);
      TonusPictureCell cell = { .name = tonus_entry_label (exercises->pdata[i]) };

      if (picture != NULL)
        cell.list = tonus_illustration_draw (picture, &options, NULL);
      if (cell.list != NULL)
        g_array_append_val (cells, cell);
      else
        g_ptr_array_add (without, exercises->pdata[i]);
    }
  return cells;
}

/* By its id, too: names may be alike. */
static void
print_without (TonusCall *call, const TonusEntry *exercise)
{
  g_autofree char *words =
      g_strdup_printf (_ ("Without a picture: %s"), tonus_entry_label (exercise));

  tonus_call_print (call, "%s (%s)\n", words, exercise->id);
}

TonusExit
tonus_command_figures (TonusCall *call)
{
  g_autoptr (GError) error = NULL;
  gboolean is_mono = FALSE;
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  g_auto (Shelf) shelf = { NULL };
  g_autofree char *folder = NULL;
  const GOptionEntry options[] = { { "practice", 0, 0, G_OPTION_ARG_FILENAME, &folder,
                                     N_ ("Those of this practice as well"), N_ ("FOLDER") },
                                   { "mono", 0, 0, G_OPTION_ARG_NONE, &is_mono,
                                     N_ ("For a printer without colours"), NULL },
                                   G_OPTION_ENTRY_NULL };
  if (!tonus_call_read (call, options) || !open_shelf (call, folder, &shelf))
    return tonus_call_end (call);

  g_autoptr (GPtrArray) exercises = choose_exercises (call, &shelf);
  if (exercises == NULL)
    return tonus_call_end (call);

  g_autoptr (GArray) cells = draw_all (&shelf, exercises, is_mono, without);
  g_autofree char *remark =
      g_strdup_printf (_ ("%u with a picture, %u without"), cells->len, without->len);
  const TonusPdfInfo info = { .title = _ ("Pictures of exercises"), .language = language };
  g_autoptr (GBytes) bytes =
      tonus_picture_sheet_render ((const TonusPictureCell *) (void *) cells->data, cells->len,
                                  remark, tonus_paper_default (), &info, &error);

  if (bytes == NULL || !tonus_export (tonus_io_real (), tonus_call_get (call, 0), bytes, &error))
    return tonus_call_fail (call, error);
  tonus_call_print (call, "%s\n", remark);
  for (guint i = 0; i < without->len; i++)
    print_without (call, without->pdata[i]);
  return tonus_call_end (call);
}
