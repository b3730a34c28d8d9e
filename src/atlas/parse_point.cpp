#include "atlas/parse_point.h"

#include <nlohmann/json.hpp>

#include "atlas/point_reader.h"

namespace myomap {

PointSpec parse_point(const std::string& text, const LandmarkNames& landmarks) {
    using nlohmann::json;
    // Bytes that are not UTF-8 can be no name, but the message must show them.
    const json typed = json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace));
    const bool is_json = text.find_first_of("[{\"") == 0;
    const json value = is_json ? json::parse(text, nullptr, false) : typed;

    JsonDocument document;
    ProblemLog log(document);
    if (value.is_discarded())
        log.error({}, word("a landmark's name, or a point as JSON such as [\"c7_spinous\", \"acromion_tip\", 0.45]"),
                  typed);
    const auto point = value.is_discarded() ? std::nullopt : PointReader(landmarks, log).point(value, {});
    // A warning is an error here: a misspelt key would silently give another place.
    const Problems problems = log.finish();
    if (point && problems.empty()) return *point;
    throw PointTextError(sentence(problems.front()));
}

}  // namespace myomap
