/* tonus-proof.h - does the text of a revision read back as the record that was meant?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step 1 of saving: what will be on the disk is read as it will be read from there, written again,
 * compared, and hashed.  None of this is needed before the file gets its name, so it may be worked
 * out on a second thread while the first one waits for the disk (starting earlier, the two would
 * only get in each other's way).  Whoever asks first does the work;
 * who asks meanwhile waits.  It makes no system calls of its own.  Thread-safe.
 */
#pragma once

#include "tonus-facts.h"

G_BEGIN_DECLS

typedef struct _TonusProof TonusProof;

/* Of @text under @header (copied as far as needed); @text must outlive the work.  (transfer full)
 */
TonusProof *tonus_proof_new (TonusSchema *schema, const TonusHeader *header, const GString *text);
void tonus_proof_unref (TonusProof *self);

/* Sets a second thread to the work, where one is to be had.  Ask before @text goes. */
void tonus_proof_begin (TonusProof *self);

/* The file's name.  Errors: REFUSED.  (transfer none) */
const char *tonus_proof_find_file (TonusProof *self, GError **error);
/* The same as far as it is known now, without waiting.  (nullable) */
const char *tonus_proof_peek_file (TonusProof *self);
/* (transfer none) (nullable): refused */
const TonusRevisionName *tonus_proof_find_name (TonusProof *self);
/* What a reader of the file would learn.  NULL: refused, or taken before.  (transfer full) */
TonusFacts *tonus_proof_take_facts (TonusProof *self);

G_END_DECLS
