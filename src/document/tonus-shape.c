/* tonus-shape.c - words as rows of glyphs, shaped once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-shape.h"

#include "tonus-cluster.h"
#include "tonus-stretch.h"

#include <string.h>

/* The key is the text as it was handed in, so that a known word is found without a copy. */
typedef struct
{
  const char *source;
  gsize length;
  gboolean is_rtl;
  TonusRun run;
  char *kept_source;
} Word;

/* Some hundred kilobytes at most. */
#define WORDS_KEPT 2000
#define SHAPERS_KEPT 4

struct _TonusShaper
{
  GPtrArray *fonts; /* (element-type TonusFont) borrowed: live as long as the process */
  hb_language_t language;
  char *language_name;
  hb_buffer_t *buffer;
  GArray *cluster;   /* (element-type TonusGlyph) while shaping */
  GHashTable *words; /* (element-type Word Word) */
};

static guint
hash_word (gconstpointer key)
{
  const Word *word = key;
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < word->length; i++)
    hash = (hash ^ (guint8) word->source[i]) * 16777619u;
  return hash;
}

static gboolean
equal_words (gconstpointer a, gconstpointer b)
{
  const Word *one = a, *other = b;

  return one->length == other->length && one->is_rtl == other->is_rtl &&
         memcmp (one->source, other->source, one->length) == 0;
}

static void
free_word (gpointer data)
{
  Word *word = data;

  g_array_unref (word->run.glyphs);
  g_free (word->run.text);
  g_free (word->run.missing);
  g_free (word->kept_source);
  g_free (word);
}

static void
destroy (gpointer data)
{
  TonusShaper *self = data;

  g_hash_table_unref (self->words);
  hb_buffer_destroy (self->buffer);
  g_array_unref (self->cluster);
  g_ptr_array_unref (self->fonts);
  g_free (self->language_name);
  g_free (self);
}

/* A clinic prints the same words all day: a shaper whose document is done waits for the next one on
 * its thread, with what it has shaped. */
static GPrivate idle_shapers = G_PRIVATE_INIT ((GDestroyNotify) g_ptr_array_unref);

static GPtrArray *
get_idle (void)
{
  GPtrArray *idle = g_private_get (&idle_shapers);

  if (idle == NULL)
    {
      idle = g_ptr_array_new_with_free_func (destroy);
      g_private_set (&idle_shapers, idle);
    }
  return idle;
}

/* The numbers glyphs had in the last document mean nothing in the next. */
static void
forget_codes (TonusShaper *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      GArray *glyphs = ((Word *) key)->run.glyphs;
      for (guint i = 0; i < glyphs->len; i++)
        g_array_index (glyphs, TonusGlyph, i).code = 0;
    }
}

static TonusShaper *
take_idle (const TonusFont *const *fonts, hb_language_t language)
{
  GPtrArray *idle = get_idle ();

  for (guint i = 0; i < idle->len; i++)
    {
      TonusShaper *self = idle->pdata[i];
      if (self->language == language &&
          memcmp (self->fonts->pdata, fonts, TONUS_N_CHAIN * sizeof fonts[0]) == 0)
        {
          g_ptr_array_steal_index_fast (idle, i);
          forget_codes (self);
          return self;
        }
    }
  return NULL;
}

TonusShaper *
tonus_shaper_new (const TonusFont *const *fonts, const char *language)
{
  hb_language_t spoken = hb_language_from_string (language, -1);
  TonusShaper *self = take_idle (fonts, spoken);

  if (self != NULL)
    return self;
  self = g_new0 (TonusShaper, 1);
  self->fonts = g_ptr_array_new ();
  for (guint i = 0; i < TONUS_N_CHAIN; i++)
    g_ptr_array_add (self->fonts, (gpointer) fonts[i]);
  self->language = spoken;
  self->language_name = g_strdup (language);
  self->buffer = hb_buffer_create ();
  self->cluster = g_array_new (FALSE, FALSE, sizeof (TonusGlyph));
  self->words = g_hash_table_new_full (hash_word, equal_words, NULL, free_word);
  return self;
}

void
tonus_shaper_free (TonusShaper *self)
{
  if (self == NULL)
    return;
  if (g_hash_table_size (self->words) > WORDS_KEPT || get_idle ()->len >= SHAPERS_KEPT)
    destroy (self);
  else
    g_ptr_array_add (get_idle (), self);
}

/* The characters of a cluster that @font has no glyph for; a font may have them all and still no
 * glyph for the cluster. */
static void
note_missing (TonusRun *run, const TonusFont *font, guint32 start, guint32 end)
{
  g_autoptr (GString) missing = g_string_new (run->missing);
  const gsize before = missing->len;

  for (const char *p = run->text + start; p < run->text + end; p = g_utf8_next_char (p))
    if (!tonus_font_has (font, g_utf8_get_char (p)))
      g_string_append_unichar (missing, g_utf8_get_char (p));
  if (missing->len == before)
    g_string_append_len (missing, run->text + start, end - start);
  g_free (run->missing);
  run->missing = g_string_free (g_steal_pointer (&missing), FALSE);
}

/* The glyphs of the cluster from @i on; returns where the next begins. */
static guint
read_cluster (TonusShaper *self, TonusRun *run, const TonusStretch *stretch, guint i)
{
  const TonusFont *font = self->fonts->pdata[stretch->font];
  unsigned int n;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (self->buffer, &n);
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (self->buffer, &n);
  const guint32 cluster = infos[i].cluster;

  g_array_set_size (self->cluster, 0);
  for (; i < n && infos[i].cluster == cluster; i++)
    {
      TonusGlyph glyph = { .glyph = infos[i].codepoint,
                           .font = (guint16) stretch->font,
                           .advance = positions[i].x_advance,
                           .dx = positions[i].x_offset,
                           .dy = positions[i].y_offset };

      g_array_append_val (self->cluster, glyph);
      run->advance += (double) positions[i].x_advance / font->units;
    }
  return i;
}

static gboolean
has_missing (GArray *cluster)
{
  for (guint i = 0; i < cluster->len; i++)
    if (g_array_index (cluster, TonusGlyph, i).glyph == 0)
      return TRUE;
  return FALSE;
}

/* HarfBuzz numbers a cluster by its first byte, rising from left to right, falling from right to
 * left. */
static void
append_glyphs (TonusShaper *self, TonusRun *run, const TonusStretch *stretch, gboolean is_rtl)
{
  const TonusFont *font = self->fonts->pdata[stretch->font];
  guint32 end = (guint32) (stretch->start + stretch->length);
  unsigned int n;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (self->buffer, &n);
  hb_codepoint_t blank = 0;

  hb_font_get_nominal_glyph (font->font, ' ', &blank);
  for (guint i = 0, next; i < n; i = next)
    {
      const guint32 start = infos[i].cluster;
      guint32 cluster_end = end;

      next = read_cluster (self, run, stretch, i);
      if (!is_rtl && next < n)
        cluster_end = infos[next].cluster;
      if (has_missing (self->cluster))
        note_missing (run, font, start, cluster_end);
      tonus_cluster_append (run, &g_array_index (self->cluster, TonusGlyph, 0), self->cluster->len,
                            start, cluster_end - start, is_rtl, blank);
      if (is_rtl)
        end = start;
    }
}

static void
shape_stretch (TonusShaper *self, TonusRun *run, const TonusStretch *stretch, gboolean is_rtl)
{
  const TonusFont *font = self->fonts->pdata[stretch->font];

  hb_buffer_clear_contents (self->buffer);
  hb_buffer_set_flags (self->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_add_utf8 (self->buffer, run->text, (int) run->length, (unsigned int) stretch->start,
                      (int) stretch->length);
  hb_buffer_set_direction (self->buffer, is_rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script (self->buffer, stretch->script);
  hb_buffer_set_language (self->buffer, self->language);
  hb_shape (font->font, self->buffer, NULL, 0);
  append_glyphs (self, run, stretch, is_rtl);
}

static void
shape_run (TonusShaper *self, TonusRun *run, gboolean is_rtl)
{
  g_autoptr (GArray) stretches =
      tonus_stretch_split (run->text, self->fonts, TONUS_N_CHAIN, self->language_name);

  for (guint i = 0; i < stretches->len; i++)
    shape_stretch (self, run,
                   &g_array_index (stretches, TonusStretch, is_rtl ? stretches->len - 1 - i : i),
                   is_rtl);
}

const TonusFont *
tonus_shaper_get_font (TonusShaper *self, guint font)
{
  return self->fonts->pdata[font];
}

guint
tonus_shaper_count_fonts (TonusShaper *self)
{
  return self->fonts->len;
}

gsize
tonus_shaper_piece (const char *text, gsize length)
{
  const char *blank;

  if (length == 0 || text[0] == ' ')
    return MIN (length, 1);
  blank = memchr (text, ' ', length);
  return blank != NULL ? (gsize) (blank - text) : length;
}

TonusRun *
tonus_shaper_shape (TonusShaper *self, const char *text, gsize length, gboolean is_rtl)
{
  Word key = { .source = text, .length = length, .is_rtl = is_rtl };
  Word *word = g_hash_table_lookup (self->words, &key);

  if (word != NULL)
    return &word->run;
  word = g_new0 (Word, 1);
  word->kept_source = g_strndup (text, length);
  word->source = word->kept_source;
  word->length = length;
  word->is_rtl = is_rtl;
  word->run.text = tonus_stretch_clean (text, length);
  word->run.length = strlen (word->run.text);
  word->run.glyphs = g_array_new (FALSE, TRUE, sizeof (TonusGlyph));
  shape_run (self, &word->run, is_rtl);
  g_hash_table_add (self->words, word);
  return &word->run;
}
