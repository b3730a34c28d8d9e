#include "chart/drawing.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace myomap {

namespace {

// The name of an enum's value; values count up from 0.
template <class Enum, std::size_t count>
const char* name_of(const char* const (&names)[count], Enum value) {
    const auto i = static_cast<std::size_t>(value);
    return i < count ? names[i] : "";
}

bool is_used(const Drawing& drawing, ItemId id) {
    return find_item(drawing.areas, id) || find_item(drawing.findings, id) || find_item(drawing.notes, id);
}

}  // namespace

ItemId take_id(Drawing& drawing) {
    if (drawing.next_id <= highest_item_id) return drawing.next_id++;
    // Only a file made to do so gets here. An id that could not be read back would be worse than one used before.
    ItemId id = 1;
    while (is_used(drawing, id)) ++id;
    return id;
}

bool is_examined(const Finding& finding) {
    return finding.activity != Activity::not_examined || finding.familiar_pain != Examined::not_examined ||
           finding.taut_band != Examined::not_examined || finding.tenderness || !finding.felt.empty() ||
           finding.twitch != Examined::not_examined || finding.jump_sign != Examined::not_examined ||
           finding.pressure || !finding.range_of_motion.empty();
}

SavedView saved_view(const View& view) {
    SavedView saved{.body = view.body, .layout = view.layout, .camera = {}, .unknown = ""};
    if (view.layout != Layout::single) return saved;
    const Camera& camera = view.single;
    const glm::quat& q = camera.orientation;
    saved.camera = {camera.target.x, camera.target.y, camera.target.z, q.w, q.x, q.y, q.z, camera.height_cm};
    return saved;
}

void restore(const SavedView& saved, View& view) {
    view.body = saved.body;
    if (saved.layout != Layout::single) {
        view.layout = saved.layout;
        return;
    }
    const std::vector<float>& c = saved.camera;
    if (c.size() != 8) return;
    const glm::quat q(c[3], c[4], c[5], c[6]);
    const bool is_turn = std::abs(glm::length(q) - 1) < 0.01f;
    if (!is_turn || c[7] < 1 || c[7] > Camera::far_cm) return;
    view.layout = Layout::single;
    view.single = {.target = {c[0], c[1], c[2]}, .orientation = glm::normalize(q), .height_cm = c[7]};
}

void remember_ids(Drawing& restored, const Drawing& later) {
    restored.next_id = std::max(restored.next_id, later.next_id);
}

const char* to_text(Examined value) { return name_of({"not_examined", "no", "yes", "unsure"}, value); }
const char* to_text(PainQuality value) {
    return name_of({"aching", "dull", "heavy", "tight", "sore", "cramping", "throbbing", "burning", "stabbing", "sharp",
                    "shooting", "electric", "tingling", "numb", "itching", "cold"},
                   value);
}
const char* to_text(PainDepth value) { return name_of({"not_sure", "skin", "deep"}, value); }
const char* to_text(PainCourse value) {
    return name_of({"constant", "comes_and_goes", "with_movement", "at_night"}, value);
}
const char* to_text(Activity value) { return name_of({"not_examined", "active", "latent", "unsure"}, value); }
const char* to_text(PressureUnit value) { return name_of({"kg_per_cm2", "kpa"}, value); }
const char* to_text(ConsentForm value) { return name_of({"not_recorded", "spoken", "written"}, value); }
const char* to_text(NoteKind value) { return name_of({"text", "arrow", "symbol"}, value); }
const char* to_text(NoteSymbol value) { return name_of({"none", "scar", "swelling", "bruise", "clear"}, value); }

}  // namespace myomap
