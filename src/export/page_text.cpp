#include "export/page_text.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "base/text.h"

namespace myomap {

std::vector<PointRef> shown_points(const Atlas& atlas, const Document& document) {
    const auto muscle = atlas.find_muscle(chosen_muscle(document.selection));
    if (!muscle) return {};
    std::vector<PointRef> points;
    const auto& all = atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        if (chosen_point(document.selection).empty() ||
            all[static_cast<size_t>(i)].id == chosen_point(document.selection))
            points.push_back({*muscle, i});
    return points;
}

std::string point_title(const Scene& scene, const TriggerPoint& point) {
    return scene.phrase("Trigger point {}", point.label);
}

std::string chart_title(const Scene& scene, const Document& document) {
    const Atlas& atlas = scene.atlas;
    const auto muscle = atlas.find_muscle(chosen_muscle(document.selection));
    if (!muscle) {
        const std::string_view language = to_text(atlas.language);
        if (const Symptom* symptom =
                scene.symptoms ? scene.symptoms->find_symptom(chosen_complaint(document.selection)) : nullptr)
            return capitalised(symptom->in(language).plain);
        if (const int region = scene.regions ? scene.regions->set().find(chosen_region(document.selection)) : -1;
            region >= 0)
            return capitalised(scene.regions->set().regions[static_cast<size_t>(region)].in(language).plain);
        return scene.phrase("Trigger point chart");
    }
    const std::string& name = atlas.muscles[static_cast<size_t>(*muscle)].name;
    const auto points = shown_points(atlas, document);
    if (chosen_point(document.selection).empty() || points.empty()) return name;
    return fmt::format("{} \u00b7 {}", name, point_title(scene, atlas.point(points.front())));
}

std::string body_and_side(const Scene& scene, const Document& document) {
    const std::string body = scene.phrase(document.view.body == BodyId::adult_male ? "Adult male" : "Adult female");
    switch (document.view.side) {
        case SideChoice::left:
            return body + ", " + scene.phrase("patient\u2019s left side");
        case SideChoice::right:
            return body + ", " + scene.phrase("patient\u2019s right side");
        case SideChoice::both:
            break;
    }
    return body + ", " + scene.phrase("both sides");
}

std::string zone_title(const Scene& scene, ZoneKind kind) {
    return scene.phrase(kind == ZoneKind::essential ? "Essential" : "Spillover");
}

std::string confidence_words(const Scene& scene, Confidence confidence) {
    return scene.phrase(confidence == Confidence::high     ? "high confidence"
                        : confidence == Confidence::medium ? "medium confidence"
                                                           : "low confidence");
}

namespace {

void add_new(std::vector<std::string>& keys, const std::vector<std::string>& more) {
    for (const auto& key : more)
        if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
}

}  // namespace

std::vector<std::string> point_sources(const TriggerPoint& point, bool spillover) {
    std::vector<std::string> keys = point.sources;
    for (const Zone& zone : point.zones)
        if (spillover || zone.kind == ZoneKind::essential) add_new(keys, zone.sources);
    return keys;
}

std::vector<std::string> shown_sources(const Atlas& atlas, const std::vector<PointRef>& points, bool spillover) {
    std::vector<std::string> keys;
    for (const PointRef ref : points) add_new(keys, point_sources(atlas.point(ref), spillover));
    if (!points.empty()) add_new(keys, atlas.muscle(points.front()).sources);
    return keys;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

std::string page_date() {
    std::time_t now = std::time(nullptr);
    std::tm local{};
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        now = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
        gmtime_r(&now, &local);
    } else {
        localtime_r(&now, &local);
    }
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &local);
    return text;
}

}  // namespace myomap
