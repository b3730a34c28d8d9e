#pragma once
// What an examiner records: findings, notes, patterns kept beside the drawing, who came when. As in select.h, each
// returns what it did, or an empty message when it changed nothing. What is added is chosen.

#include <optional>

#include "base/message.h"
#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// At a trigger point of the atlas. One that was recorded there before is chosen instead.
Message add_finding(Document&, const Scene&, PointRef point, Side side);
// At a free place; `side` is that of the place.
Message add_finding(Document&, const SkinAnchor& place, Side side);
// Whatever `finding` is now; nothing for an id that isn't there. Likewise the others.
Message change_finding(Document&, const Finding& finding, Message what);

// `note` without its id. Nothing for a text note without a text, an arrow with less than two places.
Message add_note(Document&, Note note);
Message change_note(Document&, const Note& note, Message what);

// Where a finding or a note of one place stands from now on.
Message move_item(Document&, ItemId item, const SkinAnchor& place, Side side);

// A muscle's or a point's pattern under the next free letter; again takes it away. With six there, nothing.
Message keep_pattern(Document&, const Scene&, const MuscleSelection& pattern, Side side);
Message drop_pattern(Document&, char letter);
const KeptPattern* kept_pattern(const Drawing&, const MuscleSelection& pattern, Side side);  // null where not kept
bool can_keep(const Drawing&);

Message change_header(Document&, const VisitHeader& header, Message what);
// How a warning sign was answered; not examined with no note takes it off the list.
Message answer_sign(Document&, const std::string& sign, Examined answer);

}  // namespace myomap
