/* paper-probe.c - what other programs make of a PDF: words, pages, colours, complaints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "paper-probe.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

static char *
write_file (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("tonus-XXXXXX.pdf", &path, &error);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* Standard output of "program options… FILE last". */
static GBytes *
run (GBytes *pdf, const char *const *options, const char *last)
{
  g_autofree char *path = write_file (pdf);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status = 0;
  gsize length;

  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) options[i]);
  g_ptr_array_add (argv, path);
  if (last != NULL)
    g_ptr_array_add (argv, (gpointer) last);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                &errors, &status, &error);
  g_assert_no_error (error);
  length = strlen (output);
  if (!g_spawn_check_wait_status (status, NULL) || *errors != '\0')
    g_error ("%s: %s%s", options[0], output, errors);
  g_unlink (path);
  return g_bytes_new_take (output, length);
}

static char *
run_text (GBytes *pdf, const char *const *options, const char *last)
{
  g_autoptr (GBytes) bytes = run (pdf, options, last);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Each font has its glyphs in the file, no more than are used, and tells which letters they are. */
static void
check_fonts (GBytes *pdf)
{
  const char *const options[] = { "pdffonts", NULL };
  g_autofree char *text = run_text (pdf, options, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 2; i < g_strv_length (lines); i++)
    if (*lines[i] != '\0' && strstr (lines[i], " yes yes yes ") == NULL)
      g_error ("a font is not embedded: %s", lines[i]);
}

void
paper_probe_check (GBytes *pdf)
{
  const char *const options[] = { "qpdf", "--check", NULL };
  g_autofree char *text = run_text (pdf, options, NULL);

  g_assert_nonnull (strstr (text, "No syntax or stream encoding errors found"));
  check_fonts (pdf);
}

char *
paper_probe_info (GBytes *pdf, const char *key)
{
  const char *const options[] = { "pdfinfo", NULL };
  g_autofree char *text = run_text (pdf, options, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *prefix = g_strconcat (key, ":", NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], prefix))
      return g_strstrip (g_strdup (lines[i] + strlen (prefix)));
  return NULL;
}

char *
paper_probe_structure (GBytes *pdf)
{
  const char *const options[] = { "pdfinfo", "-struct-text", NULL };

  return run_text (pdf, options, NULL);
}

guint
paper_probe_count_pages (GBytes *pdf)
{
  g_autofree char *text = paper_probe_info (pdf, "Pages");
  guint64 number = 0;

  g_assert_true (g_ascii_string_to_unsigned (text, 10, 1, 10000, &number, NULL));
  return (guint) number;
}

char *
paper_probe_text (GBytes *pdf, guint page)
{
  g_autofree char *first = g_strdup_printf ("%u", MAX (page, 1));
  g_autofree char *last = g_strdup_printf ("%u", page > 0 ? page : 9999);
  const char *const options[] = { "pdftotext", "-raw", "-enc", "UTF-8", "-f",
                                  first,       "-l",   last,   NULL };

  return run_text (pdf, options, "-");
}

char *
paper_probe_squeeze (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (dense, g_utf8_get_char (p));
  return g_string_free (dense, FALSE);
}

char *
paper_probe_dense (GBytes *pdf, guint page)
{
  g_autofree char *text = paper_probe_text (pdf, page);

  return paper_probe_squeeze (text);
}

void
paper_probe_assert_has (const char *dense, const char *text)
{
  g_autofree char *wanted = paper_probe_squeeze (text);

  if (strstr (dense, wanted) == NULL)
    g_error ("“%s” is not in “%s”", text, dense);
}

void
paper_probe_assert_lacks (const char *dense, const char *text)
{
  g_autofree char *unwanted = paper_probe_squeeze (text);

  if (strstr (dense, unwanted) != NULL)
    g_error ("“%s” is in “%s”", text, dense);
}

/* --- overlap -------------------------------------------------------------------------------- */

typedef struct
{
  double x0, y0, x1, y1;
  char *text;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->text);
}

static double
read_number (const char *line, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s=\"", name);
  const char *found = strstr (line, key);

  g_assert_nonnull (found);
  return g_ascii_strtod (found + strlen (key), NULL);
}

/* Poppler's boxes reach from ascent to descent, which is more than ink and more than a line's
 * share: the middle of the box is where letters are. */
static void
read_word (GArray *words, const char *line)
{
  const char *start = strchr (line, '>') + 1;
  Word word = { .x0 = read_number (line, "xMin"),
                .y0 = read_number (line, "yMin"),
                .x1 = read_number (line, "xMax"),
                .y1 = read_number (line, "yMax") };
  double trim = (word.y1 - word.y0) * 0.2;

  word.y0 += trim;
  word.y1 -= trim;
  word.text = g_strndup (start, (gsize) (strstr (start, "</word>") - start));
  g_array_append_val (words, word);
}

static void
check_page (GArray *words, double width, double height)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *a = &g_array_index (words, Word, i);

      if (a->x0 < 20 || a->x1 > width - 20 || a->y0 < 5 || a->y1 > height - 10)
        g_error ("“%s” leaves the page: %g,%g %g,%g", a->text, a->x0, a->y0, a->x1, a->y1);
      for (guint k = i + 1; k < words->len; k++)
        {
          const Word *b = &g_array_index (words, Word, k);

          if (a->x0 < b->x1 - 0.5 && b->x0 < a->x1 - 0.5 && a->y0 < b->y1 - 0.3 &&
              b->y0 < a->y1 - 0.3)
            g_error ("“%s” lies on “%s” at %g,%g", a->text, b->text, a->x0, a->y0);
        }
    }
}

void
paper_probe_assert_tidy (GBytes *pdf)
{
  const char *const options[] = { "pdftotext", "-bbox", NULL };
  g_autofree char *text = run_text (pdf, options, "-");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  double width = 0, height = 0;
  guint n_words = 0;

  g_array_set_clear_func (words, word_clear);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "<page ") != NULL)
        {
          width = read_number (lines[i], "width");
          height = read_number (lines[i], "height");
          g_array_set_size (words, 0);
        }
      else if (strstr (lines[i], "<word ") != NULL)
        read_word (words, lines[i]);
      else if (strstr (lines[i], "</page>") != NULL)
        {
          n_words += words->len;
          check_page (words, width, height);
        }
    }
  g_assert_cmpuint (n_words, >, 5);
}

/* --- colour --------------------------------------------------------------------------------- */

gboolean
paper_probe_has_colour (GBytes *pdf)
{
  g_autofree char *base = g_strdup_printf ("%s/tonus-probe-%d", g_get_tmp_dir (), (int) getpid ());
  g_autofree char *path = g_strconcat (base, ".ppm", NULL);
  const char *const portable[] = { "pdftoppm", "-r", "20", "-singlefile", NULL };
  g_autoptr (GBytes) ignored = NULL;
  g_autofree char *pixels = NULL;
  gsize length = 0, start = 0;
  guint n_lines = 0;

  ignored = run (pdf, portable, base);
  g_assert_true (g_file_get_contents (path, &pixels, &length, NULL));
  g_unlink (path);
  /* "P6", size, depth: a line each. */
  for (; n_lines < 3 && start < length; start++)
    n_lines += pixels[start] == '\n';
  for (gsize i = start; i + 2 < length; i += 3)
    if (ABS (pixels[i] - pixels[i + 1]) > 2 || ABS (pixels[i + 1] - pixels[i + 2]) > 2)
      return TRUE;
  return FALSE;
}
