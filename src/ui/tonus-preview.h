/* tonus-preview.h - the handout as it would go out now, drawn while one charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows no widget.  An edit in the chart, a setting or another place to draw on asks for a new
 * drawing, which is made a moment later on another thread (tonus-preview-job.h); what was drawn
 * before stays until then.  While nobody looks nothing is drawn.  What is previewed is what is
 * handed out: the same content, the same function, the same bytes.
 *
 * Signal: "changed" (pages, pictures, remarks or the error are new).
 */
#pragma once

#include "tonus-preview-job.h"
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PREVIEW (tonus_preview_get_type ())
G_DECLARE_FINAL_TYPE (TonusPreview, tonus_preview, TONUS, PREVIEW, GObject)

/* Of the chart that is in front now, with its home program. */
TonusPreview *tonus_preview_new (TonusSession *session);

/* While nobody looks (as in the beginning) nothing is drawn. */
void tonus_preview_set_watched (TonusPreview *self, gboolean is_watched);
void tonus_preview_set_room (TonusPreview *self, const TonusPreviewRoom *room);
const TonusPreviewRoom *tonus_preview_get_room (TonusPreview *self);
/* The pages in sight, from 0; their pictures are made first of all. */
void tonus_preview_look_at (TonusPreview *self, guint first, guint last);
/* Draw anew: something has changed that no signal tells of. */
void tonus_preview_renew (TonusPreview *self);

/* (element-type TonusPreviewPage) (transfer none); empty at first. */
GPtrArray *tonus_preview_get_pages (TonusPreview *self);
/* The document that is shown.  (nullable) (transfer none) */
GBytes *tonus_preview_get_bytes (TonusPreview *self);
/* Why there is none.  (nullable) (transfer none) */
const GError *tonus_preview_get_error (TonusPreview *self);
/* What will not be on the paper, in whole sentences.  (element-type utf8) (transfer none) */
GPtrArray *tonus_preview_get_remarks (TonusPreview *self);
/* Does it show the last edit, in the room there is? */
gboolean tonus_preview_is_current (TonusPreview *self);

G_END_DECLS
