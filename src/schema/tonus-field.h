/* tonus-field.h - one field: what it is and the grammar of its values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value is text in one grammar (docs/schema.md), the same in memory and on disk.  Three things
 * are never mixed up: NULL is not recorded, "0" is zero, "~refused" is not tested, with its reason.
 * Fields and sections belong to their schema and never change after loading.
 */
#pragma once

#include "tonus-catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_KIND_TEXT,
  TONUS_KIND_NOTE,
  TONUS_KIND_INTEGER,
  TONUS_KIND_DECIMAL,
  TONUS_KIND_BOOLEAN,
  TONUS_KIND_DATE,
  TONUS_KIND_TIME,
  TONUS_KIND_CHOICE,
  TONUS_KIND_CHOICES,
  TONUS_KIND_GRADE,
  TONUS_KIND_SCORE,
  TONUS_KIND_REF,
  TONUS_N_KINDS
} TonusKind;

typedef enum
{
  TONUS_REPEAT_NONE,
  TONUS_REPEAT_MEASURE,
  TONUS_REPEAT_EVENT
} TonusRepeat;

typedef struct _TonusField TonusField;
typedef struct _TonusSection TonusSection;

struct _TonusField
{
  char *id;                     /* "now" */
  char *path;                   /* "pain/now", unique */
  const TonusSection *section;  /* borrowed */
  guint index;                  /* place in section->fields */
  TonusKind kind;
  char *label;                  /* msgid */
  char *help;                   /* (nullable) msgid */
  char *unit;                   /* (nullable) */
  double min, max;              /* -INFINITY, INFINITY: none */
  double warn_min, warn_max;
  guint digits;
  guint length;                 /* most characters of text */
  TonusCatalogue *choices;      /* (nullable) borrowed */
  const TonusField *limits;     /* (nullable) the choice field whose row carries the limits */
  const TonusField *show_if;    /* (nullable) */
  GStrv show_if_values;
  GStrv to;                     /* ref: kinds or sections */
  guint width;
  int key_index;                /* place in the row's id, -1: stored as a value */
  gboolean is_printed;
  gboolean is_private;
  gboolean is_retired;
  char *was;                    /* (nullable) the path it had before */
};

struct _TonusSection
{
  char *id;
  char *label;                /* msgid */
  char *help;                 /* (nullable) msgid */
  GStrv holds;                /* record kinds */
  const TonusEntry *page;     /* (nullable) row of catalogue "page" */
  GStrv first_in;             /* (nullable) rows of "visit-kind" in which it is asked for first */
  TonusRepeat repeat;
  GPtrArray *fields;          /* (element-type TonusField), in order, keys included */
  GPtrArray *keys;            /* (element-type TonusField), in the order of the row's id; may be empty */
  GHashTable *by_id;          /* id → TonusField */
  guint index;                /* place in the schema */
  gboolean is_retired;
};

/* Limits in force for a field, its row's catalogue entry taken into account. */
typedef struct
{
  const char *unit;  /* (nullable) */
  double min, max, warn_min, warn_max;
  guint digits;
} TonusLimits;

const char *tonus_kind_name (TonusKind kind);
gboolean tonus_kind_is_number (TonusKind kind);

const char *tonus_field_label (const TonusField *self);  /* in the therapist's language */
const char *tonus_field_help (const TonusField *self);   /* (nullable) */
const char *tonus_section_label (const TonusSection *self);

/* (nullable) (transfer none) */
const TonusField *tonus_section_lookup (const TonusSection *self, const char *id);

/* Is it one of the first things to ask in a visit of that kind (NULL: not known yet)?  In other visits it can
 * be recorded as well, but stands behind. */
gboolean tonus_section_is_first_in (const TonusSection *self, const char *visit_kind);

/* Does @row name a row of this section?  measure: one catalogue id per key; event: 8 base32; none: NULL. */
gboolean tonus_section_row_is_valid (const TonusSection *self, const char *row);

/* The entry that key field @key has in @row, NULL if the row is not one of the section's. */
const TonusEntry *tonus_section_row_entry (const TonusSection *self, const char *row, const TonusField *key);

/* "Hip flexion, right, passive".  Event rows: NULL.  (transfer full) */
char *tonus_section_row_label (const TonusSection *self, const char *row);

/* The key that says on which side it was measured (catalogue "side"), NULL when there is none.  (transfer none) */
const TonusField *tonus_section_find_side (const TonusSection *self);

/* Is @row worth offering?  What it measures says by its column "sides" whether it is one of a pair (right
 * and left; so too where it says nothing) or on the midline.  Other rows are valid all the same. */
gboolean tonus_section_offers_row (const TonusSection *self, const char *row);

/* @chosen: the id in the field that self->limits names; for a key field it is found in @row and @chosen is ignored. */
TonusLimits tonus_field_get_limits (const TonusField *self, const char *row, const char *chosen);

/* Is @text a value of this field in the grammar, canonically written and within hard limits?
 * Errors: TONUS_SCHEMA_ERROR_VALUE, saying what is wrong and what would be right, without the path.  */
gboolean tonus_field_check (const TonusField *self, const char *row, const char *chosen, const char *text, GError **error);

/* What a person typed (comma or point, a label, a local date) as a value.  Empty: NULL without error.
 * Text comes back cleaned.  Errors as tonus_field_check().  (transfer full) (nullable) */
char *tonus_field_read_typed (const TonusField *self, const char *row, const char *chosen, const char *typed, guint32 today, GError **error);

/* What a person reads: "Maitland IV", "23 Nov 2026", "not tested: refused"; no unit.  (transfer full) */
char *tonus_field_display (const TonusField *self, const char *text);

/* What an editor shows, so that reading it again gives the same value.  (transfer full) */
char *tonus_field_edit_text (const TonusField *self, const char *text);

/* Why a stored value deserves a second look (outside the soft limits), or NULL.  (transfer full) */
char *tonus_field_remark (const TonusField *self, const char *row, const char *chosen, const char *text);

gboolean tonus_value_is_not_tested (const char *text);

/* Text or note in and out of the grammar (a first "~" is doubled).  (transfer full) */
char *tonus_value_from_words (const char *words);
char *tonus_value_to_words (const char *text);

G_END_DECLS
