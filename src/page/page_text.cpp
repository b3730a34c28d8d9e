#include "page/page_text.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

namespace myomap {

std::vector<PointRef> shown_points(const Atlas& atlas, const ChartDocument& document) {
    const auto muscle = atlas.find_muscle(document.muscle);
    if (!muscle) return {};
    std::vector<PointRef> points;
    const auto& all = atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        if (document.point.empty() || all[static_cast<size_t>(i)].id == document.point) points.push_back({*muscle, i});
    return points;
}

std::string point_title(const TriggerPoint& point) { return fmt::format("Trigger point {}", point.label); }

std::string chart_title(const Atlas& atlas, const ChartDocument& document) {
    const auto muscle = atlas.find_muscle(document.muscle);
    if (!muscle) return "Trigger point chart";
    const std::string& name = atlas.muscles[static_cast<size_t>(*muscle)].name;
    const auto points = shown_points(atlas, document);
    if (document.point.empty() || points.empty()) return name;
    return fmt::format("{} \u00b7 Trigger point {}", name, atlas.point(points.front()).label);
}

std::string body_and_side(const ChartDocument& document) {
    const char* body = document.body == BodyId::adult_male ? "Adult male" : "Adult female";
    switch (document.side) {
        case SideChoice::left:
            return fmt::format("{}, patient\u2019s left side", body);
        case SideChoice::right:
            return fmt::format("{}, patient\u2019s right side", body);
        case SideChoice::both:
            break;
    }
    return fmt::format("{}, both sides", body);
}

const char* zone_title(ZoneKind kind) { return kind == ZoneKind::essential ? "Essential" : "Spillover"; }

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

std::string joined(const std::vector<std::string>& parts, const char* between) {
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
