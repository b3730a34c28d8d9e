#pragma once
// What the commands on chart files print alike: figures as JSON, and tables.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "chart/drawing_figures.h"
#include "chart/scene.h"

namespace myomap {

using Json = nlohmann::ordered_json;

// To so many steps of one: 10 leaves one decimal.
double rounded(float value, double steps);
Json number_json(const std::optional<float>& value);  // null for nothing
Json figures_json(const Scene& scene, const AreaFigures& figures);
Json area_json(const Scene& scene, const AreaFigures& figures, size_t number);

// A table below an empty line; nothing where only the heading is there.
void print_rows(const std::vector<std::vector<std::string>>& rows);

}  // namespace myomap
