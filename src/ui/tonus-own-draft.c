/* tonus-own-draft.c - own exercises that were begun and are not saved yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-own-draft.h"

#define DRAFTS "tonus-own-drafts"

typedef struct
{
  TonusChart *chart;
  TonusRecord *form;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_object_unref (self->form);
  g_object_unref (self->chart);
  g_free (self);
}

/* The same practice is another object once its catalogues have been read anew. */
static char *
make_key (TonusPractice *practice, const char *exercise)
{
  return g_strdup_printf ("%s/%s", tonus_practice_get_id (practice), exercise ? exercise : "");
}

static GHashTable *
get_drafts (GObject *owner)
{
  GHashTable *drafts = g_object_get_data (owner, DRAFTS);

  if (drafts)
    return drafts;
  drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  g_object_set_data_full (owner, DRAFTS, drafts, (GDestroyNotify) g_hash_table_unref);
  return drafts;
}

gboolean
tonus_own_draft_find (GObject *owner,
                      TonusPractice *practice,
                      const char *exercise,
                      TonusSite *site)
{
  g_autofree char *key = make_key (practice, exercise);
  const Draft *draft = g_hash_table_lookup (get_drafts (owner), key);

  if (!draft)
    return FALSE;
  *site = (TonusSite){ .chart = draft->chart, .record = draft->form };
  return TRUE;
}

void
tonus_own_draft_keep (GObject *owner,
                      TonusPractice *practice,
                      const char *exercise,
                      const TonusSite *site)
{
  g_autofree char *key = make_key (practice, exercise);
  Draft *draft;

  if (!site)
    {
      g_hash_table_remove (get_drafts (owner), key);
      return;
    }
  draft = g_new0 (Draft, 1);
  draft->chart = g_object_ref (site->chart);
  draft->form = g_object_ref (site->record);
  g_hash_table_replace (get_drafts (owner), g_steal_pointer (&key), draft);
}
