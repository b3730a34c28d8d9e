#pragma once
// Reads places and strokes (the grammar in point_spec.h). Private to the data readers.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "atlas/point_spec.h"
#include "base/json_fields.h"

namespace myomap {

class PointReader {
public:
    PointReader(const LandmarkNames& landmarks, ProblemLog& log) : landmarks_(landmarks), log_(log) {}

    // Each is nullopt when anything in it is wrong; the reason is in the log.
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
    ProblemLog& log_;
    std::unordered_map<std::string, Message> suggestions_;  // unknown landmark -> advice
};

}  // namespace myomap
