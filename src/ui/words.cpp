#include "ui/words.h"

#include <algorithm>
#include <array>

#include "report/words.h"

namespace myomap {

std::string short_name(const Ui& ui, std::string_view name) { return short_name(ui.scene, name); }

std::string region_name(const Ui& ui, const SkinRegion& region) {
    return region_name(ui.scene, region, ui.state.wording);
}

std::string symptom_name(const Ui& ui, const Symptom& symptom) {
    return symptom_name(ui.scene, symptom, ui.state.wording);
}

std::string side_words(const Ui& ui, Side side) { return side_words(ui.scene, side); }

namespace {

struct Start {
    std::string_view region;
    BodyPart part;
};

// Regions are listed from head to foot; each part begins with one of them.
constexpr std::array starts{
    Start{"forehead", {"head", word("Head and face")}},
    Start{"front_of_neck", {"neck", word("Neck")}},
    Start{"top_of_shoulder", {"shoulder", word("Shoulder")}},
    Start{"upper_chest", {"front", word("Chest, belly and groin")}},
    Start{"upper_back", {"back", word("Back")}},
    Start{"upper_arm_front", {"arm", word("Arm and elbow")}},
    Start{"wrist_front", {"hand", word("Wrist and hand")}},
    Start{"buttock", {"hip", word("Buttock, hip and thigh")}},
    Start{"knee_front", {"leg", word("Knee and lower leg")}},
    Start{"ankle_front", {"foot", word("Ankle and foot")}},
};
constexpr BodyPart elsewhere{"other", word("Other places")};

}  // namespace

const BodyPart& body_part_of(const Scene& scene, std::string_view region) {
    const BodyPart* part = &elsewhere;
    if (!scene.regions) return *part;
    for (const SkinRegion& one : scene.regions->set().regions) {
        const auto start = std::ranges::find(starts, one.id, &Start::region);
        if (start != starts.end()) part = &start->part;
        if (one.id == region) return *part;
    }
    return elsewhere;
}

}  // namespace myomap
