/* tonus-import.h - a person's own copy of a public exercise library, read into our terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Known by their keys, whatever the files are called: free-exercise-db (a list of exercises with
 * "instructions") and wger (its fixtures: exercises, and their translations in a second file).
 * Nothing here is trusted: files of at most 64 MiB, JSON of at most 32 levels, valid UTF-8; HTML is
 * taken off; what names no row of ours in the table (data/import) is left out; an entry that says
 * too little is passed over and counted.  All or nothing: an error leaves no exercise.
 *
 * Who wrote a text, under what licence and where it is from stays with each exercise and, where the
 * licence asks for it, is printed with it.  Whether the texts may be used is asked of the person,
 * not answered here.
 */
#pragma once

#include <gio/gio.h>
#include "tonus-schema.h"

G_BEGIN_DECLS

#define TONUS_IMPORT_ERROR (tonus_import_error_quark ())
typedef enum
{
  TONUS_IMPORT_ERROR_TOO_LARGE, /* a file, its nesting, or the number of exercises */
  TONUS_IMPORT_ERROR_NOT_TEXT,  /* no UTF-8, or no JSON */
  TONUS_IMPORT_ERROR_UNKNOWN,   /* JSON, but no library that is known here */
  TONUS_IMPORT_ERROR_EMPTY      /* a library without a usable exercise */
} TonusImportError;
GQuark tonus_import_error_quark (void);

#define TONUS_IMPORT_FILE_MAX (64 * 1024 * 1024)
#define TONUS_IMPORT_DEPTH_MAX 32
#define TONUS_IMPORT_EXERCISES_MAX 20000

/* What the patient reads, in one language. */
typedef struct
{
  char *language; /* "en" */
  char *name;
  GPtrArray *steps; /* (element-type utf8), at most 6 */
  char *credit;     /* (nullable): the licence asks for none */
} TonusImportText;

typedef struct
{
  char *id;        /* "x-wger-53906cd161f1…": of the source's own id, the same in every import */
  char *source_id; /* as the source has it */
  char *licence;   /* "CC-BY-SA 4.0" */
  char *author;    /* (nullable) */
  char *url;       /* (nullable) */
  char *region, *type, *level;    /* (nullable) each; rows and numbers of ours */
  GPtrArray *targets, *equipment; /* (element-type utf8) rows of ours */
  GPtrArray *texts;               /* (element-type TonusImportText), English first */
  GPtrArray *images;              /* (element-type utf8) names below the source's picture folder */
  char *picture; /* (nullable) what the column says, once they are kept (tonus-import-pictures.h) */
} TonusImportExercise;

typedef struct
{
  char *source;           /* "wger" */
  GPtrArray *exercises;   /* (element-type TonusImportExercise) */
  guint n_passed_over;    /* entries that say too little */
  guint n_images_refused; /* names of pictures that lead out of their folder */
} TonusImport;

void tonus_import_free (TonusImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusImport, tonus_import_free)

/* One file's bytes, with the name that messages call it. */
typedef struct
{
  char *name;
  GBytes *bytes;
} TonusImportFile;

/* The files a person named; of a folder, the JSON files in it and "dist/exercises.json".
 * (transfer full) (element-type TonusImportFile) */
GPtrArray *tonus_import_open (const char *const *paths, GCancellable *cancellable, GError **error);

/* @files: (element-type TonusImportFile) */
TonusImport *tonus_import_read (GPtrArray *files, GCancellable *cancellable, GError **error);

/* --- as rows of a practice's own catalogue --- */

/* Those that @schema does not have yet, as texts of catalogue objects ([Tonus] group included),
 * each small enough for one record file.  @n_new, @n_known: out, how many rows, and how many were
 * there. (transfer full) (element-type utf8) */
GPtrArray *
tonus_import_make_catalogues (TonusImport *self, TonusSchema *schema, guint *n_new, guint *n_known);

/* The text of a catalogue object with every exercise from @source marked as no longer offered, or
 * with @is_back offered again.  NULL: it has none.  (transfer full) (nullable) */
char *tonus_import_retire (const char *text, const char *source, gboolean is_back);

/* What @schema holds of a library. */
typedef struct
{
  const char *source;
  guint n_offered, n_retired;
} TonusImportSource;

/* Those of which there is something.  (transfer full) (element-type TonusImportSource) */
GPtrArray *tonus_import_list_sources (TonusSchema *schema);

G_END_DECLS
