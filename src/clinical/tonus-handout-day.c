/* tonus-handout-day.c - what the patient takes home from the visit itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-day.h"

#include "tonus-date.h"
#include "tonus-paths.h"

#define N_CARE_LINES 9
/* A line does not begin with the dot: the blank before it does not break. */
#define DOT "\302\240· "

static guint
count_rows (TonusRecord *visit, TonusPath path)
{
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (visit, tonus_path_get_section (path));

  return rows->len;
}

/* --- what was done -------------------------------------------------------------------------- */

/* "Hands-on treatment, dry needling": a list goes on small in languages that write nouns so. */
static char *
list_done (const TonusHandoutWords *words, TonusRecord *visit)
{
  static const struct
  {
    TonusPath path;
    const char *word;
  } kinds[] = {
    { TONUS_PATH_MANUAL_TECHNIQUE, "did-manual" },
    { TONUS_PATH_MOBILISATION_JOINT, "did-mobilisation" },
    { TONUS_PATH_NEEDLING_MUSCLE, "did-needling" },
    { TONUS_PATH_TAPING_REGION, "did-taping" },
    { TONUS_PATH_EXERCISE_EXERCISE, "did-exercise" },
  };
  g_autoptr (GPtrArray) done = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *word = tonus_handout_word (words, kinds[i].word);

      if (word != NULL && count_rows (visit, kinds[i].path) > 0)
        g_ptr_array_add (done, (gpointer) word);
    }
  g_ptr_array_add (done, NULL);
  return done->len > 1 ? g_strjoinv (DOT, (char **) done->pdata) : NULL;
}

/* --- how it goes on ------------------------------------------------------------------------- */

/* "Come 2 times a week.", "Come 1 to 2 times a week." */
static char *
spell_frequency (const TonusHandoutWords *words, TonusRecord *visit)
{
  int low = (int) tonus_path_read_number (visit, TONUS_PATH_PLAN_FREQUENCY_LOW, NULL, 0);
  int high = (int) tonus_path_read_number (visit, TONUS_PATH_PLAN_FREQUENCY_HIGH, NULL, 0);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (low <= 0 || high <= 0 || low == high)
    return tonus_handout_word_count_int (words, "visits-a-week", MAX (low, high));
  first = g_strdup_printf ("%d", MIN (low, high));
  second = g_strdup_printf ("%d", MAX (low, high));
  return tonus_handout_word_fill (words, "visits-a-week-range", first, second);
}

/* --- what to heed --------------------------------------------------------------------------- */

void
tonus_handout_care_free (TonusHandoutCare *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->alarm);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static char *
join_id (const char *id, const char *end)
{
  return g_strconcat (id, "-", end, NULL);
}

/* The lines @id-1, @id-2, … of the catalogue; @first: (transfer full) (nullable) stands for the
 * first. */
static void
add_care (TonusHandout *handout, const TonusHandoutWords *words, const char *id, char *first)
{
  TonusHandoutCare *care = g_new0 (TonusHandoutCare, 1);
  g_autofree char *alarm = join_id (id, "emergency");

  care->title = g_strdup (tonus_handout_word (words, id));
  care->alarm = g_strdup (tonus_handout_word (words, alarm));
  care->lines = g_ptr_array_new_with_free_func (g_free);
  if (first != NULL)
    g_ptr_array_add (care->lines, first);
  for (guint i = first != NULL ? 2 : 1; i <= N_CARE_LINES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *line = join_id (id, number);
      const char *text = tonus_handout_word (words, line);

      if (text != NULL)
        g_ptr_array_add (care->lines, g_strdup (text));
    }
  if (care->lines->len > 0 || care->alarm != NULL)
    g_ptr_array_add (handout->care, care);
  else
    tonus_handout_care_free (care);
}

/* How long to wear the tape is the therapist's to say; our own words stand where nothing is. */
static char *
spell_wear (const TonusHandoutWords *words, TonusRecord *visit)
{
  int days = (int) tonus_path_read_number (visit, TONUS_PATH_TAPING_WEAR_DAYS, NULL, 0);

  return tonus_handout_word_count_int (words, "taping-wear", days);
}

void
tonus_handout_day_fill (TonusHandout *handout, const TonusHandoutWords *words, TonusRecord *visit)
{
  guint32 next = tonus_path_read_date (visit, TONUS_PATH_VISIT_NEXT, NULL);

  if (visit == NULL)
    return;
  handout->found = tonus_path_read_words (visit, TONUS_PATH_ASSESSMENT_EXPLAINED, NULL);
  handout->did = list_done (words, visit);
  handout->plan = spell_frequency (words, visit);
  if (next != 0)
    handout->next = tonus_handout_word_date (words, next);
  if (count_rows (visit, TONUS_PATH_NEEDLING_MUSCLE) > 0)
    add_care (handout, words, "needling", NULL);
  if (count_rows (visit, TONUS_PATH_TAPING_REGION) > 0)
    add_care (handout, words, "taping", spell_wear (words, visit));
}
