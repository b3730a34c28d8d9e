#include "cli/chart_json.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "report/drawing_words.h"

namespace myomap {

namespace {

template <class Value>
Json names_of(const std::vector<Value>& values) {
    Json names = Json::array();
    for (const Value value : values) names.push_back(to_text(value));
    return names;
}

}  // namespace

double rounded(float value, double steps) { return std::round(static_cast<double>(value) * steps) / steps; }

Json number_json(const std::optional<float>& value) { return value ? Json(rounded(*value, 100)) : Json(nullptr); }

Json figures_json(const Scene& scene, const AreaFigures& figures) {
    Json regions = Json::array();
    for (const RegionMap::Share& share : figures.regions) {
        const SkinRegion& region = scene.regions->set().regions[static_cast<size_t>(share.ref.region)];
        Json one{{"region", region.id}};
        if (!region.midline) one["side"] = to_text(share.ref.side);
        one["of_area"] = rounded(share.of_field, 1000);
        one["of_region"] = rounded(share.of_region, 1000);
        regions.push_back(std::move(one));
    }
    return {{"cm2", rounded(figures.cm2, 10)},
            {"of_body", rounded(figures.of_body, 100000)},
            {"left_cm2", rounded(figures.left_cm2, 10)},
            {"right_cm2", rounded(figures.right_cm2, 10)},
            {"regions", std::move(regions)}};
}

Json area_json(const Scene& scene, const AreaFigures& figures, size_t number) {
    const PainArea& area = *figures.area;
    Json json{{"number", fmt::format("P{}", number)}, {"id", area.id},
              {"words", where_words(scene, figures)}, {"qualities", names_of(area.qualities)},
              {"own_words", area.own_words},          {"depth", to_text(area.depth)}};
    json["now"] = number_json(area.now);
    json["worst"] = number_json(area.worst);
    json["usual"] = number_json(area.usual);
    json["course"] = names_of(area.course);
    json["since"] = area.since;
    json["note"] = area.note;
    json.update(figures_json(scene, figures));
    return json;
}

void print_rows(const std::vector<std::vector<std::string>>& rows) {
    if (rows.size() > 1) fmt::print("\n{}", text_table(rows));
}

}  // namespace myomap
