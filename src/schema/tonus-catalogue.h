/* tonus-catalogue.h - a list of rows to choose from: muscles, motions, techniques, exercises, grades
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Order is meaning where the list is ordered (grades compare by index).  Everything is owned by the
 * schema that loaded it and lives as long; nothing changes after loading.  See docs/schema.md.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TonusCatalogue TonusCatalogue;

typedef struct
{
  char *id;
  char *label;  /* msgid; show with tonus_entry_label() */
  guint index;  /* place in its catalogue, from 0 */
  gboolean is_retired;
  GHashTable *attributes;  /* "unit" or "step1[es]" → text; NULL when the row has none */
} TonusEntry;

const char *tonus_catalogue_get_id (const TonusCatalogue *self);
const char *tonus_catalogue_get_label (const TonusCatalogue *self);

/* (element-type TonusEntry) (transfer none), in order, retired rows included. */
GPtrArray *tonus_catalogue_get_entries (const TonusCatalogue *self);

/* (nullable) (transfer none) */
const TonusEntry *tonus_catalogue_lookup (const TonusCatalogue *self, const char *id);

/* The entry whose label or id is @text, case and accents folded; or the only one that begins so (with two
 * letters: the only one at all that has them); or the only one that has its words: "glut med".  (nullable) */
const TonusEntry *tonus_catalogue_find_typed (const TonusCatalogue *self, const char *text);

/* The only live entry whose whole label is @text, in English or in the therapist's language, or whose id it is; case and
 * accents folded.  (nullable) */
const TonusEntry *tonus_catalogue_find_called (const TonusCatalogue *self, const char *text);

/* The label in the therapist's language. */
const char *tonus_entry_label (const TonusEntry *self);

/* A column's text, NULL when the row leaves it empty. */
const char *tonus_entry_get (const TonusEntry *self, const char *column);
double tonus_entry_get_number (const TonusEntry *self, const char *column, double otherwise);

/* A column the patient reads, in @language ("es", "pt-br") and no other.  (nullable) */
const char *tonus_entry_get_in (const TonusEntry *self, const char *column, const char *language);
/* The same, else English.  (nullable) */
const char *tonus_entry_get_local (const TonusEntry *self, const char *column, const char *language);

G_END_DECLS
