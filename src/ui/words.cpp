#include "ui/words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace myomap {

std::string short_name(const Ui& ui, std::string_view name) {
    for (const std::string& head : ui.context.list_heads)
        if (name.starts_with(head)) return capitalised(std::string(name.substr(head.size())));
    return std::string(name);
}

std::string region_name(const Ui& ui, const SkinRegion& region) {
    const auto& names = region.in(ui.language());
    return capitalised(ui.plain() ? names.plain : names.clinical);
}

std::string symptom_name(const Ui& ui, const Symptom& symptom) {
    const SymptomText& text = symptom.in(ui.language());
    return capitalised(ui.plain() ? text.plain : text.clinical);
}

std::string_view side_words(const Ui& ui, Side side) {
    return ui.say(side == Side::left ? "patient's left" : "patient's right");
}

std::string_view confidence_words(const Ui& ui, Confidence confidence) {
    return ui.say(confidence == Confidence::high     ? "High confidence"
                  : confidence == Confidence::medium ? "Medium confidence"
                                                     : "Low confidence");
}

std::string_view frequency_words(const Ui& ui, Frequency frequency) { return ui.say(frequency_words(frequency)); }

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
