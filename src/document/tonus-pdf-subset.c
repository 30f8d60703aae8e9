/* tonus-pdf-subset.c - the glyphs a document uses, cut out of their font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-subset.h"

/* A handout needs two faces, a few more when it is in another script. */
#define SUBSETS_KEPT 8

void
tonus_pdf_subset_clear (TonusPdfSubset *subset)
{
  hb_blob_destroy (subset->data);
  hb_map_destroy (subset->new_glyphs);
}

typedef struct
{
  const TonusFont *font;
  hb_set_t *glyphs;
  TonusPdfSubset subset;
} KeptSubset;

static void
free_kept (gpointer data)
{
  KeptSubset *kept = data;

  hb_set_destroy (kept->glyphs);
  tonus_pdf_subset_clear (&kept->subset);
  g_free (kept);
}

static GPrivate kept_subsets = G_PRIVATE_INIT ((GDestroyNotify) g_ptr_array_unref);

static GPtrArray *
get_kept (void)
{
  GPtrArray *kept = g_private_get (&kept_subsets);

  if (kept == NULL)
    {
      kept = g_ptr_array_new_with_free_func (free_kept);
      g_private_set (&kept_subsets, kept);
    }
  return kept;
}

static gboolean
recall_subset (const TonusFont *font, const hb_set_t *glyphs, TonusPdfSubset *subset)
{
  GPtrArray *all = get_kept ();

  for (guint i = 0; i < all->len; i++)
    {
      const KeptSubset *kept = all->pdata[i];

      if (kept->font == font && hb_set_is_equal (kept->glyphs, glyphs))
        {
          subset->data = hb_blob_reference (kept->subset.data);
          subset->new_glyphs = hb_map_reference (kept->subset.new_glyphs);
          return TRUE;
        }
    }
  return FALSE;
}

static void
keep_subset (const TonusFont *font, const hb_set_t *glyphs, const TonusPdfSubset *subset)
{
  KeptSubset *kept = g_new0 (KeptSubset, 1);

  kept->font = font;
  kept->glyphs = hb_set_copy (glyphs);
  kept->subset.data = hb_blob_reference (subset->data);
  kept->subset.new_glyphs = hb_map_reference (subset->new_glyphs);
  if (get_kept ()->len >= SUBSETS_KEPT)
    g_ptr_array_remove_index (get_kept (), 0);
  g_ptr_array_add (get_kept (), kept);
}

static hb_subset_input_t *
build_input (const hb_set_t *glyphs)
{
  /* A PDF viewer asks the embedded file for outlines and nothing else. */
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('M', 'A', 'T', 'H'), HB_TAG ('S', 'T', 'A', 'T'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
    HB_TAG ('O', 'S', '/', '2'), HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('m', 'e', 't', 'a'),
    HB_TAG ('D', 'S', 'I', 'G'), HB_TAG ('g', 'a', 's', 'p'), HB_TAG ('v', 'h', 'e', 'a'),
    HB_TAG ('v', 'm', 't', 'x'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (drop, dropped[i]);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  return input;
}

static gboolean
cut_new_subset (const TonusFont *font, const hb_set_t *glyphs, TonusPdfSubset *subset)
{
  hb_subset_input_t *input = build_input (glyphs);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (font->face, input);
  hb_face_t *face = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;

  if (face != NULL)
    {
      subset->data = hb_face_reference_blob (face);
      subset->new_glyphs = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
    }
  hb_face_destroy (face);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return face != NULL;
}

gboolean
tonus_pdf_subset_cut (const TonusFont *font, const hb_set_t *glyphs, TonusPdfSubset *subset)
{
  if (recall_subset (font, glyphs, subset))
    return TRUE;
  if (!cut_new_subset (font, glyphs, subset))
    return FALSE;
  keep_subset (font, glyphs, subset);
  return TRUE;
}
