#pragma once
// Reads places and strokes (the grammar in point_spec.h). Private to the data readers.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "atlas/json_fields.h"
#include "atlas/load.h"
#include "atlas/point_spec.h"

namespace myomap {

class PointReader {
public:
    PointReader(const LandmarkNames& landmarks, Report& report) : landmarks_(landmarks), report_(report) {}

    // Each is nullopt when anything in it is wrong; the reason is in the report.
    std::optional<PointSpec> point(const nlohmann::json& value, const Place& at, int depth = 1);
    std::optional<std::vector<PointSpec>> curve(const nlohmann::json& value, const Place& at);
    std::optional<Stroke> stroke(const nlohmann::json& value, const Place& at);
    // {"superior": 2, "lateral": -1}; false when anything in it is wrong.
    bool offset(const nlohmann::json& value, const Place& at, Offset& offset);

private:
    std::optional<PointSpec> landmark(const nlohmann::json& value, const Place& at);
    std::optional<PointSpec> between(const nlohmann::json& value, const Place& at, int depth);
    std::optional<PointSpec> object(const nlohmann::json& value, const Place& at, int depth);

    const LandmarkNames& landmarks_;
    Report& report_;
    std::unordered_map<std::string, std::string> suggestions_;  // unknown landmark -> advice
};

}  // namespace myomap
