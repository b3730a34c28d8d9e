#include "finder/warning_signs.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace myomap {

namespace {

constexpr float least_of_region = 0.05f, telling_of_region = 0.33f;

// How much of each region the zones of the muscle cover, 0..1, at whatever level of the spine: the most that one
// essential zone does, and the zones of all levels of a point together.
struct Cover {
    float essential = 0, any = 0;
};

// Zones of low confidence count only where a muscle has no others: a calf does not warn of the jaw.
std::vector<Cover> covers_of(const Scene& scene, int muscle, BodyId body) {
    const RegionMap& map = scene.regions->on(scene.body(body));
    std::vector<Cover> covers(scene.regions->set().regions.size());
    const auto& points = scene.atlas.muscles[static_cast<size_t>(muscle)].trigger_points;
    const auto is_unsure = [](const Zone& zone) { return zone.confidence == Confidence::low; };
    const bool all_unsure = std::ranges::all_of(
        points, [&](const TriggerPoint& point) { return std::ranges::all_of(point.zones, is_unsure); });
    for (int p = 0; p < static_cast<int>(points.size()); ++p) {
        const TriggerPoint& point = points[static_cast<size_t>(p)];
        if (point.response != Response::pain) continue;
        std::vector<float> of_all_levels(covers.size(), 0.f);
        const auto add = [&](const PointFields& fields) {
            for (size_t z = 0; z < point.zones.size(); ++z) {
                if (is_unsure(point.zones[z]) && !all_unsure) continue;
                for (const RegionMap::Share& share : map.shares(fields.zones[z])) {
                    Cover& cover = covers[static_cast<size_t>(share.ref.region)];
                    float& of_all = of_all_levels[static_cast<size_t>(share.ref.region)];
                    of_all = std::min(1.f, of_all + share.of_region);
                    cover.any = std::max(cover.any, of_all);
                    if (point.zones[z].kind == ZoneKind::essential)
                        cover.essential = std::max(cover.essential, share.of_region);
                }
            }
        };
        const PointFields& fields = scene.body_fields(body).point({muscle, p});
        add(fields);
        for (const PointFields& level : fields.levels) add(level);
    }
    return covers;
}

}  // namespace

std::vector<const RedFlag*> emergencies_of(const Scene& scene, int muscle, BodyId body) {
    if (!scene.regions || !scene.symptoms || scene.regions->on(scene.body(body)).empty()) return {};
    const std::vector<Cover> covers = covers_of(scene, muscle, body);
    const std::string& id = scene.atlas.muscles[static_cast<size_t>(muscle)].id;
    std::vector<std::pair<const RedFlag*, int>> counted;  // and of how many complaints
    for (const Symptom& symptom : scene.symptoms->symptoms) {
        const bool names_it = std::ranges::find(symptom.muscles, id) != symptom.muscles.end();
        const bool causes = std::ranges::any_of(symptom.regions, [&](const std::string& region) {
            const int at = scene.regions->set().find(region);
            if (at < 0) return false;
            const Cover& cover = covers[static_cast<size_t>(at)];
            return cover.essential >= telling_of_region || (names_it && cover.any >= least_of_region);
        });
        if (!causes || symptom.anywhere) continue;
        for (const std::string& sign : symptom.red_flags) {
            const RedFlag* flag = scene.symptoms->find_red_flag(sign);
            if (!flag || !flag->emergency) continue;
            const auto found = std::ranges::find(counted, flag, &std::pair<const RedFlag*, int>::first);
            if (found == counted.end())
                counted.emplace_back(flag, 1);
            else
                ++found->second;
        }
    }
    std::ranges::stable_sort(counted, std::greater{}, &std::pair<const RedFlag*, int>::second);
    std::vector<const RedFlag*> flags;
    for (const auto& [flag, count] : counted) flags.push_back(flag);
    return flags;
}

}  // namespace myomap
