/* tonus-kind.h - what each kind of field does with its values: one row of functions per kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions never see NULL, empty text or a "not tested" value: tonus-field.c deals with those
 * alike for every kind.
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

/* Attributes a kind may have in the schema, beside those that all have. */
typedef enum
{
  TONUS_TAKES_LIMITS = 1 << 0, /* unit, min, max, warn-min, warn-max, limits */
  TONUS_TAKES_DIGITS = 1 << 1,
  TONUS_TAKES_LENGTH = 1 << 2,
  TONUS_TAKES_CHOICES = 1 << 3,
  TONUS_TAKES_TO = 1 << 4,
  TONUS_IS_CONDITION = 1 << 5 /* show-if may ask for its value */
} TonusKindTakes;

typedef struct
{
  const char *name;
  guint takes;
  guint length; /* default for the attribute */
  guint digits;

  gboolean (*check) (const TonusField *field,
                     const TonusLimits *limits,
                     const char *text,
                     GError **error);
  /* @typed is clean and not empty.  The result is checked by the caller. */
  char *(*read_typed) (const TonusField *field,
                       const TonusLimits *limits,
                       const char *typed,
                       guint32 today,
                       GError **error);
  char *(*display) (const TonusField *field, const char *text);
  /* The friendliest spelling; the caller makes sure that it reads back as the same value. */
  char *(*edit_text) (const TonusField *field, const char *text);
} TonusKindRow;

const TonusKindRow *tonus_kind_get_row (TonusKind kind);
/* FALSE if there is no such kind. */
gboolean tonus_kind_from_name (const char *name, TonusKind *kind);

/* Sets TONUS_SCHEMA_ERROR_VALUE and returns FALSE, to be returned. */
gboolean tonus_refuse_value (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The rows' functions, by the file that holds them. */
gboolean tonus_words_check (const TonusField *field,
                            const TonusLimits *limits,
                            const char *text,
                            GError **error);
char *tonus_words_read_typed (const TonusField *field,
                              const TonusLimits *limits,
                              const char *typed,
                              guint32 today,
                              GError **error);
char *tonus_words_display (const TonusField *field, const char *text);
char *tonus_verbatim_display (const TonusField *field, const char *text);

gboolean tonus_integer_check (const TonusField *field,
                              const TonusLimits *limits,
                              const char *text,
                              GError **error);
char *tonus_integer_read_typed (const TonusField *field,
                                const TonusLimits *limits,
                                const char *typed,
                                guint32 today,
                                GError **error);
gboolean tonus_decimal_check (const TonusField *field,
                              const TonusLimits *limits,
                              const char *text,
                              GError **error);
char *tonus_decimal_read_typed (const TonusField *field,
                                const TonusLimits *limits,
                                const char *typed,
                                guint32 today,
                                GError **error);

gboolean tonus_boolean_check (const TonusField *field,
                              const TonusLimits *limits,
                              const char *text,
                              GError **error);
char *tonus_boolean_read_typed (const TonusField *field,
                                const TonusLimits *limits,
                                const char *typed,
                                guint32 today,
                                GError **error);
char *tonus_boolean_display (const TonusField *field, const char *text);
gboolean tonus_date_check (const TonusField *field,
                           const TonusLimits *limits,
                           const char *text,
                           GError **error);
char *tonus_date_field_read_typed (const TonusField *field,
                                   const TonusLimits *limits,
                                   const char *typed,
                                   guint32 today,
                                   GError **error);
char *tonus_date_field_display (const TonusField *field, const char *text);
gboolean tonus_time_check (const TonusField *field,
                           const TonusLimits *limits,
                           const char *text,
                           GError **error);
char *tonus_time_field_read_typed (const TonusField *field,
                                   const TonusLimits *limits,
                                   const char *typed,
                                   guint32 today,
                                   GError **error);

gboolean tonus_choice_check (const TonusField *field,
                             const TonusLimits *limits,
                             const char *text,
                             GError **error);
char *tonus_choice_read_typed (const TonusField *field,
                               const TonusLimits *limits,
                               const char *typed,
                               guint32 today,
                               GError **error);
char *tonus_choice_display (const TonusField *field, const char *text);
gboolean tonus_choices_check (const TonusField *field,
                              const TonusLimits *limits,
                              const char *text,
                              GError **error);
char *tonus_choices_read_typed (const TonusField *field,
                                const TonusLimits *limits,
                                const char *typed,
                                guint32 today,
                                GError **error);
char *tonus_choices_display (const TonusField *field, const char *text);
char *tonus_choices_edit_text (const TonusField *field, const char *text);

gboolean tonus_ref_check (const TonusField *field,
                          const TonusLimits *limits,
                          const char *text,
                          GError **error);
char *tonus_ref_read_typed (const TonusField *field,
                            const TonusLimits *limits,
                            const char *typed,
                            guint32 today,
                            GError **error);

G_END_DECLS
