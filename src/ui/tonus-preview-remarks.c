/* tonus-preview-remarks.c - what will not be on the paper, said before it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-handout-gaps.h"
#include "tonus-handout-picture.h"
#include "tonus-handout-words.h"
#include "tonus-preview-remarks.h"

/* The handout is refused until this is mended, so it stands first. */
static void
add_unread (GPtrArray *remarks, TonusRecord *program)
{
  guint n = program ? g_hash_table_size (tonus_record_get_unread (program)) : 0;

  if (n > 0)
    g_ptr_array_add (remarks,
                     g_strdup_printf (ngettext ("%u value is marked red and does not print.",
                                                "%u values are marked red and do not print.", n),
                                      n));
}

/* Only while nobody has chosen another language for this handout. */
static void
add_language (GPtrArray *remarks, TonusSession *session, const TonusHandout *content)
{
  TonusRecord *patient = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  TonusSchema *schema = tonus_session_get_schema (session);
  const char *asked = patient ? tonus_record_get (patient, "patient/language") : NULL;
  TonusHandoutWords words = tonus_handout_words_find (schema, asked);
  g_autofree char *found = tonus_handout_words_get_language (&words);

  if (asked && g_ascii_strncasecmp (asked, found, strlen (found)) != 0 &&
      g_str_equal (found, content->language))
    g_ptr_array_add (remarks,
                     g_strdup_printf (_ ("There are no texts in %s: the handout is in %s."),
                                      tonus_handout_words_name_language (schema, asked),
                                      tonus_handout_words_name_language (schema, found)));
}

static void
add_gaps (GPtrArray *remarks, const TonusHandout *content)
{
  GPtrArray *gaps = tonus_handout_list_gaps (content);

  g_ptr_array_extend_and_steal (remarks, gaps);
}

/* By the names the patient reads: that is where one looks for them on the page. */
static void
add_pictures (GPtrArray *remarks, const TonusHandout *content)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < content->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, i);

      if (tonus_handout_picture_is_lost (content, exercise))
        g_ptr_array_add (remarks,
                         g_strdup_printf (_ ("The picture of “%s” is not here or damaged. Get its "
                                             "file from a copy of the practice, or choose the "
                                             "picture anew."),
                                          exercise->name));
      else if (!tonus_handout_picture_exists (content, exercise))
        g_ptr_array_add (names, exercise->name);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  g_ptr_array_add (remarks, g_strdup_printf (_ ("Without a picture: %s"), joined));
}

void
tonus_preview_remarks_add (GPtrArray *remarks, TonusSession *session, const TonusHandout *content)
{
  add_unread (remarks, tonus_session_get_record (session, TONUS_SLOT_PROGRAM));
  if (!content)
    return;
  add_language (remarks, session, content);
  add_gaps (remarks, content);
  add_pictures (remarks, content);
}
