#pragma once
// How the patient's drawing is made: pain areas by strokes of a brush or from named regions. As in select.h, each
// returns what it did, or an empty message when it changed nothing. What is drawn is chosen.

#include <vector>

#include "base/message.h"
#include "body/body_regions.h"
#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

inline constexpr float least_radius_cm = 0.3f, most_radius_cm = 8;

// What a stroke is drawn with.
struct Brush {
    PainQuality quality = PainQuality::aching;
    PainDepth depth = PainDepth::not_sure;
    float radius_cm = 1.5f;

    bool operator==(const Brush&) const = default;
};

// The chosen area where the brush draws what that is of, otherwise 0: a stroke begins another one.
ItemId area_for(const Document&, const Brush&);

// All strokes of one sweep; nothing for none. Several where it left the skin on its way, or is long.
Message paint_strokes(Document&, const Brush&, const SharedList<BrushStroke>& strokes);
// Where the examination of a finding was felt, or with strokes that erase, was not.
Message paint_felt(Document&, const Scene&, ItemId finding, const SharedList<BrushStroke>& strokes);
// Takes the strokes (which erase) away from the area of that id, or with 0 from each that they touch; what is then
// empty goes.
Message erase_strokes(Document&, const Scene&, ItemId only, const SharedList<BrushStroke>& strokes);
// The same of the question: one area, of no quality. Nothing is chosen.
Message ask_strokes(Document&, const SharedList<BrushStroke>& strokes);
Message unask_strokes(Document&, const Scene&, const SharedList<BrushStroke>& strokes);
Message ask_region(Document&, const Scene&, RegionRef region);
Message ask_nothing(Document&);

// A named region as a part of the chosen area, or as an area of its own; how one paints without a pointer.
Message paint_region(Document&, const Scene&, const Brush&, RegionRef region);
// A copy of the area on the other side of the body.
Message mirror_area(Document&, const Scene&, ItemId area);

// Whatever `area` is now; the message says what about it changed. Nothing for an id that isn't there.
Message change_area(Document&, const PainArea& area, Message what);
// An area, finding or note.
Message delete_item(Document&, ItemId item);
Message choose_item(Document&, ItemId item);

// The chosen area, finding or note, or null.
const PainArea* chosen_area(const Document&);
const Finding* chosen_finding(const Document&);
const Note* chosen_note(const Document&);

// "P2", "F1", "N3" as the chart numbers them; "" for an id that isn't there.
std::string item_name(const Drawing&, ItemId item);
// The other way round; 0 where there is none.
ItemId item_of_name(const Drawing&, std::string_view name);

// The topmost area whose border holds the vertex, or 0.
ItemId area_at(const Scene&, const Document&, std::uint32_t vertex);

SkinAnchor mirrored(const SkinAnchor& anchor, const SkinAsset& skin);

}  // namespace myomap
