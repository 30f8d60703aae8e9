/* tonus-font-fallback.c - fonts of the system for what the document fonts lack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-font-fallback.h"

#include <fontconfig/fontconfig.h>
#include <pango/pango.h>
#include <string.h>

/* The lower, the better; a font of another weight stands behind its family's right one. */
enum
{
  RANK_LANGUAGE,
  RANK_SCRIPT,
  RANK_NOTO_SANS,
  RANK_NOTO,
  RANK_SANS,
  RANK_OTHER,
  RANK_LAST
};

/* Which regional form of Chinese characters a language reads. */
static const struct
{
  const char *language, *family;
} regions[] = {
  { "ja", "Noto Sans CJK JP" },    { "ko", "Noto Sans CJK KR" },
  { "zh-hk", "Noto Sans CJK HK" }, { "zh-mo", "Noto Sans CJK HK" },
  { "zh-tw", "Noto Sans CJK TC" }, { "zh-hant", "Noto Sans CJK TC" },
  { "", "Noto Sans CJK SC" }, /* every other language */
};

/* Fonts of the system are listed once; what is installed later counts from the next start on. */
static GMutex lock;
static FcFontSet *installed;
static GHashTable *opened;  /* file and index → TonusFont, or NULL if it is none */
static GHashTable *choices; /* character, weight and region → TonusFont, or NULL */

static FcFontSet *
list_installed (void)
{
  FcPattern *wanted = FcPatternCreate ();
  FcObjectSet *properties =
      FcObjectSetBuild (FC_FILE, FC_INDEX, FC_FAMILY, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_CHARSET,
                        FC_COLOR, FC_VARIABLE, FC_FONTFORMAT, FC_SPACING, NULL);
  FcFontSet *fonts;

  FcPatternAddBool (wanted, FC_SCALABLE, FcTrue);
  FcPatternAddInteger (wanted, FC_SLANT, FC_SLANT_ROMAN);
  fonts = FcFontList (NULL, wanted, properties);
  FcObjectSetDestroy (properties);
  FcPatternDestroy (wanted);
  return fonts != NULL ? fonts : FcFontSetCreate ();
}

static const char *
get_text (FcPattern *font, const char *property)
{
  FcChar8 *text;

  return FcPatternGetString (font, property, 0, &text) == FcResultMatch ? (const char *) text : "";
}

static int
get_number (FcPattern *font, const char *property, int usual)
{
  int number;

  return FcPatternGetInteger (font, property, 0, &number) == FcResultMatch ? number : usual;
}

static gboolean
is_true (FcPattern *font, const char *property)
{
  FcBool value;

  return FcPatternGetBool (font, property, 0, &value) == FcResultMatch && value;
}

/* The pattern of a whole variable font stands for all its weights; its named instances follow as
 * fonts of their own. */
static gboolean
is_usable (FcPattern *font, gunichar c)
{
  FcCharSet *characters;
  const char *format = get_text (font, FC_FONTFORMAT);

  return FcPatternGetCharSet (font, FC_CHARSET, 0, &characters) == FcResultMatch &&
         FcCharSetHasChar (characters, c) && !is_true (font, FC_COLOR) &&
         !is_true (font, FC_VARIABLE) &&
         (strcmp (format, "TrueType") == 0 || strcmp (format, "CFF") == 0);
}

static const char *
get_region (const char *language)
{
  guint i;

  for (i = 0; regions[i].language[0] != '\0'; i++)
    if (g_ascii_strncasecmp (language, regions[i].language, strlen (regions[i].language)) == 0)
      break;
  return regions[i].family;
}

/* "Noto Sans Canadian Aboriginal" for a letter of that script; NULL for signs of all scripts. */
static char *
build_script_family (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);
  GEnumClass *names;
  const GEnumValue *name;
  char *family = NULL;

  if (script <= G_UNICODE_SCRIPT_INHERITED)
    return NULL;
  names = g_type_class_ref (PANGO_TYPE_SCRIPT);
  name = g_enum_get_value (names, (int) script);
  if (name != NULL)
    family = g_strdelimit (g_strdup_printf ("Noto Sans %s", name->value_nick), "-", ' ');
  g_type_class_unref (names);
  return family;
}

static guint
rank_family (const char *family, const char *script_family, const char *region)
{
  if (strcmp (family, region) == 0)
    return RANK_LANGUAGE;
  if (script_family != NULL && g_ascii_strcasecmp (family, script_family) == 0)
    return RANK_SCRIPT;
  /* Faces for screens, maps of signs and teaching come after those for reading. */
  if (strstr (family, "Mono") != NULL || strstr (family, "Symbola") != NULL ||
      strstr (family, "Last Resort") != NULL || strstr (family, "Unifont") != NULL)
    return RANK_LAST;
  if (g_str_has_prefix (family, "Noto Sans "))
    return RANK_NOTO_SANS;
  if (g_str_has_prefix (family, "Noto "))
    return RANK_NOTO;
  return strstr (family, "Sans") != NULL ? RANK_SANS : RANK_OTHER;
}

typedef struct
{
  FcPattern *font;
  guint rank, distance; /* from the wanted weight and width */
} Candidate;

/* A narrow face comes after any weight of normal width. */
static guint
measure_distance (FcPattern *font, guint weight)
{
  const int wanted = FcWeightFromOpenType ((int) weight);

  return (guint) (ABS (get_number (font, FC_WEIGHT, FC_WEIGHT_REGULAR) - wanted) +
                  1000 * ABS (get_number (font, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL));
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  int order;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  order = strcmp (get_text (one->font, FC_FAMILY), get_text (other->font, FC_FAMILY));
  if (order != 0)
    return order;
  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  order = strcmp (get_text (one->font, FC_FILE), get_text (other->font, FC_FILE));
  return order != 0 ? order
                    : get_number (one->font, FC_INDEX, 0) - get_number (other->font, FC_INDEX, 0);
}

/* Already open as one of the document's own? */
static const TonusFont *
find_document_font (const char *path)
{
  for (guint i = 0; i < TONUS_N_FONT_FILES; i++)
    {
      const TonusFont *font = tonus_font_get (i, NULL);

      if (font != NULL && strcmp (font->path, path) == 0)
        return font;
    }
  return NULL;
}

static const TonusFont *
open_once (FcPattern *pattern, guint weight)
{
  const char *path = get_text (pattern, FC_FILE);
  guint index = (guint) get_number (pattern, FC_INDEX, 0);
  g_autofree char *key = g_strdup_printf ("%u %s", index, path);
  gpointer font;

  if (!g_hash_table_lookup_extended (opened, key, NULL, &font))
    {
      font = (gpointer) find_document_font (path);
      if (font == NULL)
        font = tonus_font_open (path, index, weight);
      g_hash_table_insert (opened, g_steal_pointer (&key), font);
    }
  return font;
}

static const TonusFont *
choose (gunichar c, guint weight, const char *region)
{
  g_autofree char *script_family = build_script_family (c);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (int i = 0; i < installed->nfont; i++)
    {
      Candidate candidate = { .font = installed->fonts[i] };

      if (!is_usable (candidate.font, c))
        continue;
      candidate.rank = rank_family (get_text (candidate.font, FC_FAMILY), script_family, region);
      candidate.distance = measure_distance (candidate.font, weight);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const TonusFont *font = open_once (g_array_index (candidates, Candidate, i).font, weight);

      if (font != NULL && tonus_font_has (font, c))
        return font;
    }
  return NULL;
}

const TonusFont *
tonus_font_find (gunichar c, guint weight, const char *language)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  const char *region = get_region (language);
  g_autofree char *key = g_strdup_printf ("%X %u %s", c, weight, region);
  gpointer font;

  if (installed == NULL)
    {
      installed = list_installed ();
      opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  if (!g_hash_table_lookup_extended (choices, key, NULL, &font))
    {
      font = (gpointer) choose (c, weight, region);
      g_hash_table_insert (choices, g_steal_pointer (&key), font);
    }
  return font;
}
