/* tonus-shape.c - words as rows of glyphs, shaped once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-shape.h"

#include <string.h>

/* The key is the text as it was handed in, so that a known word is found without a copy. */
typedef struct
{
  const char *source;
  gsize length;
  TonusRun run;
  char *kept_source;
} Word;

/* Some hundred kilobytes at most. */
#define WORDS_KEPT 2000
#define SHAPERS_KEPT 4

struct _TonusShaper
{
  const TonusFont *fonts[TONUS_N_CHAIN]; /* borrowed: live as long as the process */
  hb_language_t language;
  hb_buffer_t *buffer;
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

  return one->length == other->length && memcmp (one->source, other->source, one->length) == 0;
}

static void
free_word (gpointer data)
{
  Word *word = data;

  g_array_unref (word->run.glyphs);
  g_free (word->run.text);
  g_free (word->kept_source);
  g_free (word);
}

static void
destroy (gpointer data)
{
  TonusShaper *self = data;

  g_hash_table_unref (self->words);
  hb_buffer_destroy (self->buffer);
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
      if (self->language == language && memcmp (self->fonts, fonts, sizeof self->fonts) == 0)
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
  memcpy (self->fonts, fonts, sizeof self->fonts);
  self->language = spoken;
  self->buffer = hb_buffer_create ();
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

static gboolean
is_plain_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] < ' ' || text[i] > '~')
      return FALSE;
  return TRUE;
}

/* What the font can be asked to draw: valid, composed (a combining mark alone stands beside its
 * letter), and blanks where tabs and other controls were. */
static char *
clean_source (const char *source, gsize length)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString *text;

  if (is_plain_ascii (source, length))
    return g_strndup (source, length);
  valid = g_utf8_make_valid (source, (gssize) length);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  text = g_string_sized_new (length);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_c (text, ' ');
    else
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
  return g_string_free (text, FALSE);
}

static hb_script_t
get_script (gunichar c)
{
  hb_script_t script = hb_unicode_script (hb_unicode_funcs_get_default (), c);

  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ? HB_SCRIPT_INVALID : script;
}

static gboolean
has_glyph (const TonusFont *font, gunichar c)
{
  hb_codepoint_t glyph;

  return font != NULL && hb_font_get_nominal_glyph (font->font, c, &glyph);
}

/* Letters and marks stay together in the first font, where shaping can still compose them. */
static guint8
choose_font (TonusShaper *self, gunichar c)
{
  if (c < 0x80 || g_unichar_isalpha (c) || g_unichar_ismark (c) || has_glyph (self->fonts[0], c))
    return 0;
  for (guint8 i = 1; i < TONUS_N_CHAIN; i++)
    if (has_glyph (self->fonts[i], c))
      return i;
  return 0;
}

/* Bytes from @text in one script and font; digits and signs go with their neighbours' script. */
static gsize
find_stretch_end (TonusShaper *self, const char *text, hb_script_t *script, guint8 *font)
{
  const char *p = text;

  *script = HB_SCRIPT_INVALID;
  *font = choose_font (self, g_utf8_get_char (text));
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      hb_script_t next = get_script (c);

      if (choose_font (self, c) != *font)
        break;
      if (next == HB_SCRIPT_INVALID)
        continue;
      if (*script == HB_SCRIPT_INVALID)
        *script = next;
      else if (next != *script)
        break;
    }
  if (*script == HB_SCRIPT_INVALID)
    *script = HB_SCRIPT_LATIN;
  return (gsize) (p - text);
}

static gunichar
find_missing_in (const TonusFont *font, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!has_glyph (font, g_utf8_get_char (p)))
      return g_utf8_get_char (p);
  return g_utf8_get_char (text);
}

/* Share the text of a cluster among its glyphs: one glyph has it all; as many glyphs as characters
 * have one each; else the first has it all. */
static void
share_cluster (TonusRun *run, TonusGlyph *glyphs, guint n, guint32 start, guint32 length)
{
  const char *text = run->text + start;
  gboolean is_even = g_utf8_strlen (text, length) == (glong) n;
  guint32 at = start;

  for (guint i = 0; i < n; i++)
    {
      guint32 own = is_even && n > 1
                        ? (guint32) (g_utf8_next_char (run->text + at) - (run->text + at))
                    : i == 0 ? length
                             : 0;

      glyphs[i].start = at;
      glyphs[i].length = own;
      at += own;
    }
  glyphs[0].n_in_cluster = (guint16) MIN (n, G_MAXUINT16);
  glyphs[0].cluster_length = length;
}

static void
append_glyphs (TonusShaper *self, TonusRun *run, guint8 font, guint32 end)
{
  unsigned int n;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (self->buffer, &n);
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (self->buffer, &n);
  guint base = run->glyphs->len;
  TonusGlyph *glyphs;

  g_array_set_size (run->glyphs, base + n);
  glyphs = &g_array_index (run->glyphs, TonusGlyph, base);
  for (guint i = 0, next; i < n; i = next)
    {
      guint32 cluster_end;

      for (next = i; next < n && infos[next].cluster == infos[i].cluster; next++)
        {
          glyphs[next].glyph = infos[next].codepoint;
          glyphs[next].font = font;
          glyphs[next].advance = positions[next].x_advance;
          glyphs[next].dx = positions[next].x_offset;
          glyphs[next].dy = positions[next].y_offset;
          run->advance += (double) positions[next].x_advance / self->fonts[font]->units;
        }
      cluster_end = next < n ? infos[next].cluster : end;
      share_cluster (run, glyphs + i, next - i, infos[i].cluster, cluster_end - infos[i].cluster);
      for (guint j = i; j < next && run->missing == 0; j++)
        if (glyphs[j].glyph == 0)
          run->missing = find_missing_in (self->fonts[font], run->text + infos[i].cluster,
                                          cluster_end - infos[i].cluster);
    }
}

static void
shape_run (TonusShaper *self, TonusRun *run)
{
  gsize length = strlen (run->text);
  gsize at = 0;

  while (at < length)
    {
      hb_script_t script;
      guint8 font;
      gsize n = find_stretch_end (self, run->text + at, &script, &font);

      hb_buffer_clear_contents (self->buffer);
      hb_buffer_set_flags (self->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
      hb_buffer_add_utf8 (self->buffer, run->text, (int) length, (unsigned int) at, (int) n);
      hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
      hb_buffer_set_script (self->buffer, script);
      hb_buffer_set_language (self->buffer, self->language);
      hb_shape (self->fonts[font]->font, self->buffer, NULL, 0);
      append_glyphs (self, run, font, (guint32) (at + n));
      at += n;
    }
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
tonus_shaper_shape (TonusShaper *self, const char *text, gsize length)
{
  Word key = { .source = text, .length = length };
  Word *word = g_hash_table_lookup (self->words, &key);

  if (word != NULL)
    return &word->run;
  word = g_new0 (Word, 1);
  word->kept_source = g_strndup (text, length);
  word->source = word->kept_source;
  word->length = length;
  word->run.text = clean_source (text, length);
  word->run.glyphs = g_array_new (FALSE, TRUE, sizeof (TonusGlyph));
  shape_run (self, &word->run);
  g_hash_table_add (self->words, word);
  return &word->run;
}
