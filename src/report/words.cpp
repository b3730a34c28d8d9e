#include "report/words.h"

#include "base/text.h"
#include "base/word.h"
#include "chart/words.h"

namespace myomap {

std::string region_name(const Scene& scene, const SkinRegion& region, Wording wording) {
    const auto& names = region.in(to_text(scene.atlas.language));
    return capitalised(wording == Wording::plain ? names.plain : names.clinical);
}

std::string symptom_name(const Scene& scene, const Symptom& symptom, Wording wording) {
    const SymptomText& text = symptom.in(to_text(scene.atlas.language));
    return capitalised(wording == Wording::plain ? text.plain : text.clinical);
}

std::string side_words(const Scene& scene, Side side) {
    return scene.phrase(side == Side::left ? word("patient's left") : word("patient's right"));
}

std::string body_words(const Scene& scene, BodyId body) {
    return scene.phrase(body == BodyId::adult_male ? "Adult male" : "Adult female");
}

std::string body_and_side(const Scene& scene, BodyId body, SideChoice side) {
    return body_words(scene, body) + ", " +
           scene.phrase(side == SideChoice::left    ? "patient\u2019s left side"
                        : side == SideChoice::right ? "patient\u2019s right side"
                                                    : "both sides");
}

std::string confidence_words(const Scene& scene, Confidence confidence) {
    return scene.phrase(confidence == Confidence::high     ? "high confidence"
                        : confidence == Confidence::medium ? "medium confidence"
                                                           : "low confidence");
}

std::string rank_words(const Scene& scene, SourceRank rank) {
    return scene.phrase(rank == SourceRank::textbook   ? word("Textbooks")
                        : rank == SourceRank::study    ? word("Studies")
                        : rank == SourceRank::teaching ? word("Teaching pages")
                                                       : word("Compared with"));
}

std::string frequency_words(const Scene& scene, Frequency frequency) {
    return scene.phrase(frequency_words(frequency));
}

std::string reached_from_words(const Scene& scene, ReachedFrom from) {
    switch (from) {
        case ReachedFrom::mouth:
            return scene.phrase("Reached from inside the mouth; the cross marks the nearest skin.");
        case ReachedFrom::orbit:
            return scene.phrase("Lies behind the eye, where no finger reaches it; the cross marks the nearest skin.");
        case ReachedFrom::pelvis:
            return scene.phrase(
                "Reached from inside the pelvis, by trained examiners only; the cross marks the nearest skin.");
        case ReachedFrom::bone_edge:
            return scene.phrase("Reached under the edge of a bone; the cross marks the nearest skin.");
    }
    return "";
}

std::string zone_title(const Scene& scene, ZoneKind kind) {
    return scene.phrase(kind == ZoneKind::essential ? "Essential" : "Spillover");
}

std::string disclaimer(const Scene& scene) {
    return scene.phrase(
        "Educational: zones as commonly drawn, not a diagnosis. Patterns differ between people; a zone on this page "
        "neither proves nor excludes a cause.");
}

std::string short_disclaimer(const Scene& scene) {
    return scene.phrase("Patterns as commonly drawn; educational, not a diagnosis.");
}

}  // namespace myomap
