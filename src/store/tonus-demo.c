/* tonus-demo.c - the demo practice from its templates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A template is a record file whose first line, "# visit N", says up to which visit it is needed.
 * {name} is an object's id, the same in every demo practice; {day+N} is a date N days after the
 * case's first evaluation.
 */
#include "config.h"

#include "tonus-demo.h"

#include <gio/gio.h>
#include <string.h>

#include "tonus-date.h"
#include "tonus-id.h"
#include "tonus-practice-private.h"
#include "tonus-record-text.h"

#define RESOURCE "/io/github/tonus/Tonus/demo"
#define DAYS_AFTER_LAST 7

GResource *tonus_demo_get_resource (void);

typedef struct
{
  char *name;    /* "case-a-12-visit.keyfile" */
  char *case_id; /* "case-a" */
  guint visit;
  char *text;
} Template;

typedef struct
{
  TonusPractice *practice;
  GPtrArray *templates; /* (element-type Template), in the order they are written */
  guint until;          /* 0: all */
  guint32 today;
} Demo;

static void
template_free (gpointer data)
{
  Template *self = data;

  g_free (self->name);
  g_free (self->case_id);
  g_free (self->text);
  g_free (self);
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Template *const *) a)->name, (*(Template *const *) b)->name);
}

static Template *
template_new (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE "/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tonus_demo_get_resource (), path, 0, NULL);
  const char *rest = strchr (name, '-');
  const char *dash = rest != NULL ? strchr (rest + 1, '-') : NULL;
  Template *self = g_new0 (Template, 1);

  g_assert (bytes != NULL && dash != NULL);
  self->name = g_strdup (name);
  self->case_id = g_strndup (name, (gsize) (dash - name));
  self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  /* A template that does not begin so is a programmer's error, which a test finds. */
  g_assert (g_str_has_prefix (self->text, "# visit "));
  self->visit = (guint) g_ascii_strtoull (self->text + strlen ("# visit "), NULL, 10);
  return self;
}

static GPtrArray *
load_templates (void)
{
  g_auto (GStrv) names =
      g_resource_enumerate_children (tonus_demo_get_resource (), RESOURCE, 0, NULL);
  GPtrArray *templates = g_ptr_array_new_with_free_func (template_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (templates, template_new (names[i]));
  g_ptr_array_sort (templates, compare_templates);
  return templates;
}

/* The N of "Written={day+N}T…". */
static int
find_day (const Template *template)
{
  const char *at = strstr (template->text, "Written={day");

  return at != NULL ? (int) g_ascii_strtoll (at + strlen ("Written={day"), NULL, 10) : 0;
}

/* The day of the first visit of @case_id, so that the next visit that is not written would be
 * today. */
static guint32
find_first_day (Demo *self, const char *case_id)
{
  int next = G_MAXINT, last = 0;

  for (guint i = 0; i < self->templates->len; i++)
    {
      const Template *template = self->templates->pdata[i];
      if (strcmp (template->case_id, case_id) != 0)
        continue;
      int day = find_day (template);
      last = MAX (last, day);
      if (self->until > 0 && template->visit > self->until)
        next = MIN (next, day);
    }
  if (next == G_MAXINT)
    next = last + DAYS_AFTER_LAST;
  return self->today - (guint32) next;
}

/* The same id in every demo practice, so that documents and tests may name it. */
static char *
build_id (const char *name)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (sum, (const guchar *) "tonus-demo:", -1);
  g_checksum_update (sum, (const guchar *) name, -1);
  g_checksum_get_digest (sum, digest, &length);
  return tonus_id_from_bytes (digest);
}

/* What stands for the @name in braces. */
static char *
expand_name (const char *name, guint32 first_day)
{
  if (g_str_has_prefix (name, "day") && (name[3] == '+' || name[3] == '-'))
    return tonus_date_format (
        (guint32) ((gint64) first_day + g_ascii_strtoll (name + 3, NULL, 10)));
  return build_id (name);
}

/* The text without its first line, every brace filled in. */
static char *
expand (const Template *template, guint32 first_day)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = strchr (template->text, '\n');
  const char *open;

  g_assert (at != NULL);
  at++;
  while ((open = strchr (at, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      g_assert (close != NULL);
      g_autofree char *name = g_strndup (open + 1, (gsize) (close - open) - 1);
      g_autofree char *words = expand_name (name, first_day);
      g_string_append_len (text, at, open - at);
      g_string_append (text, words);
      at = close + 1;
    }
  g_string_append (text, at);
  return g_strdup (text->str);
}

/* @record as the next revision of its object, by whom and when it says. */
static gboolean
save_record (TonusPractice *practice, TonusRecord *record, GError **error)
{
  const TonusHeader *header = tonus_record_get_header (record);
  gboolean is_clinical = tonus_schema_kind_is_clinical (header->kind);
  TonusShelf *shelf =
      tonus_practice_get_shelf (practice, is_clinical ? header->patient : NULL, NULL);
  const TonusFacts *head =
      shelf != NULL ? tonus_practice_find_head (practice, shelf, header->object) : NULL;
  const char *parents[] = { head != NULL ? head->name->hash : NULL, NULL };
  g_autofree char *author = g_strdup (header->author);
  g_autofree char *written = g_strdup (header->written);
  g_autoptr (TonusPending) pending =
      tonus_practice_prepare_dated (practice, record, parents, author, written, error);

  if (pending == NULL || !tonus_pending_save (pending, error))
    return FALSE;
  tonus_practice_settle (practice);
  return TRUE;
}

static gboolean
save_template (Demo *self, const Template *template, GError **error)
{
  g_autofree char *text = expand (template, find_first_day (self, template->case_id));
  g_autoptr (GError) local = NULL;
  g_autoptr (TonusRecord) record = tonus_record_from_text (
      self->practice->schema, text, strlen (text), TONUS_READ_STRICT, NULL, &local);

  if (record == NULL)
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "demo/%s: %s",
                   template->name, local->message);
      return FALSE;
    }
  if (save_record (self->practice, record, error))
    return TRUE;
  g_prefix_error (error, "demo/%s: ", template->name);
  return FALSE;
}

static gboolean
save_templates (Demo *self, GError **error)
{
  tonus_practice_begin_bulk (self->practice);
  for (guint i = 0; i < self->templates->len; i++)
    {
      const Template *template = self->templates->pdata[i];
      if (self->until > 0 && template->visit > self->until)
        continue;
      if (!save_template (self, template, error))
        {
          tonus_practice_end_bulk (self->practice, NULL);
          return FALSE;
        }
    }
  return tonus_practice_end_bulk (self->practice, error);
}

TonusPractice *
tonus_demo_create (TonusIo *io, const char *folder, guint until, guint32 today, GError **error)
{
  g_autoptr (TonusPractice) practice = tonus_practice_begin (io, folder, error);

  if (practice == NULL)
    return NULL;
  Demo demo = { practice, load_templates (), until, today };
  gboolean done = save_templates (&demo, error) && tonus_practice_finish (practice, error);
  g_ptr_array_unref (demo.templates);
  if (done)
    return g_steal_pointer (&practice);
  tonus_practice_take_back (practice);
  return NULL;
}
