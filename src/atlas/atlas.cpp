#include "atlas/atlas.h"

#include <algorithm>

#include "base/text.h"

namespace myomap {

std::string_view to_text(Confidence confidence) {
    switch (confidence) {
        case Confidence::high:
            return "high";
        case Confidence::medium:
            return "medium";
        case Confidence::low:
            return "low";
    }
    return "";
}

std::string_view to_text(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::essential:
            return "essential";
        case ZoneKind::spillover:
            return "spillover";
    }
    return "";
}

std::string_view to_text(Response response) {
    switch (response) {
        case Response::pain:
            return "pain";
        case Response::autonomic:
            return "autonomic";
    }
    return "";
}

std::string_view to_text(ReachedFrom from) {
    switch (from) {
        case ReachedFrom::mouth:
            return "mouth";
        case ReachedFrom::orbit:
            return "orbit";
        case ReachedFrom::pelvis:
            return "pelvis";
        case ReachedFrom::bone_edge:
            return "bone_edge";
    }
    return "";
}

std::string_view to_text(Frequency frequency) {
    switch (frequency) {
        case Frequency::common:
            return "common";
        case Frequency::occasional:
            return "occasional";
        case Frequency::rare:
            return "rare";
    }
    return "";
}

std::string_view to_text(SourceRank rank) {
    switch (rank) {
        case SourceRank::textbook:
            return "textbook";
        case SourceRank::study:
            return "study";
        case SourceRank::teaching:
            return "teaching";
        case SourceRank::compared:
            return "compared";
    }
    return "";
}

std::string_view to_text(OnSides sides) {
    switch (sides) {
        case OnSides::both:
            return "both";
        case OnSides::left:
            return "left";
        case OnSides::right:
            return "right";
    }
    return "";
}

std::string_view to_text(OnBodies bodies) {
    switch (bodies) {
        case OnBodies::both:
            return "both";
        case OnBodies::male:
            return "male";
        case OnBodies::female:
            return "female";
    }
    return "";
}

std::optional<int> Atlas::find_muscle(std::string_view id) const {
    const auto found = std::find_if(muscles.begin(), muscles.end(), [&](const Muscle& each) { return each.id == id; });
    if (found == muscles.end()) return std::nullopt;
    return static_cast<int>(found - muscles.begin());
}

std::string Atlas::structure_name(std::string_view id) const {
    if (const auto found = structures.find(id); found != structures.end() && !found->second.empty())
        return found->second;
    std::string name(id);
    std::ranges::replace(name, '_', ' ');
    return capitalised(name);
}

const std::string& Atlas::whole_name(const Muscle& muscle) const {
    const auto found = parents.find(muscle.parent);
    return found == parents.end() || found->second.empty() ? muscle.name : found->second;
}

std::optional<PointRef> Atlas::find_point(std::string_view full_id) const {
    const auto slash = full_id.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto index = find_muscle(full_id.substr(0, slash));
    if (!index) return std::nullopt;
    const auto& points = muscles[static_cast<std::size_t>(*index)].trigger_points;
    const auto found = std::find_if(points.begin(), points.end(),
                                    [&](const TriggerPoint& each) { return each.id == full_id.substr(slash + 1); });
    if (found == points.end()) return std::nullopt;
    return PointRef{*index, static_cast<int>(found - points.begin())};
}

std::string Atlas::full_id(PointRef ref) const { return muscle(ref).id + "/" + point(ref).id; }

std::vector<PointRef> Atlas::all_points() const {
    std::vector<PointRef> refs;
    for (std::size_t m = 0; m < muscles.size(); ++m)
        for (std::size_t p = 0; p < muscles[m].trigger_points.size(); ++p)
            refs.push_back({static_cast<int>(m), static_cast<int>(p)});
    return refs;
}

}  // namespace myomap
