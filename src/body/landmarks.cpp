#include "body/landmarks.h"

#include <cmath>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/json_fields.h"

namespace myomap {

using nlohmann::json;

namespace {

constexpr NumberRange coordinate_range{-300, 300, true, word("a coordinate from -300 to 300 (cm)")};
constexpr NumberRange vertex_range{0, 4294967295.0, true, word("the number of a skin vertex, 0 or more")};

// In the order of Landmark::Kind.
const std::vector<std::string_view> kind_names{"bone", "skin", "joint"};

std::optional<glm::vec3> read_position(const json& value, const Place& at, ProblemLog& log) {
    if (!value.is_array() || value.size() != 3) {
        log.error(at, word("a position [x, y, z] in cm"), value);
        return std::nullopt;
    }
    glm::vec3 position{};
    bool ok = true;
    for (int axis = 0; axis < 3; ++axis) {
        const auto index = static_cast<std::size_t>(axis);
        const auto number = read_number(value[index], Place(at, index), coordinate_range, log);
        ok = ok && number;
        position[axis] = static_cast<float>(number.value_or(0));
    }
    if (!ok) return std::nullopt;
    return position;
}

void read_bone(Fields& parent, Landmark& landmark) {
    const json* value = parent.find("bone_cm");
    if (!value) return;
    const Place at = parent.place("bone_cm");
    Fields fields(*value, at, parent.log(), {"adult_male", "adult_female"});
    for (const BodyId body : body_ids) {
        const std::string_view key = body == BodyId::adult_male ? "adult_male" : "adult_female";
        const json* position = fields.find(key);
        const auto read = position ? read_position(*position, fields.place(key), parent.log()) : std::nullopt;
        if (read)
            landmark.bone[static_cast<std::size_t>(body)] = *read;
        else
            fields.fail();
    }
    if (!fields.ok()) parent.fail();
}

std::optional<Landmark> read_landmark(const json& value, const Place& at, ProblemLog& log, UniqueIds& names) {
    Fields fields(value, at, log, {"name", "kind", "midline", "vertex", "bone_cm", "of", "fma", "rule"});
    if (!fields.is_object()) return std::nullopt;
    Landmark landmark;
    landmark.name =
        fields.text("name", is_id, word("a name of lower case letters, digits and underscores, at most 100"));
    const auto kind = fields.choice_index("kind", kind_names);
    landmark.kind = static_cast<Landmark::Kind>(kind.value_or(0));
    landmark.midline = fields.flag("midline", false, Need::required);
    if (const auto vertex = fields.number("vertex", vertex_range)) {
        if (std::floor(*vertex) == *vertex) {
            landmark.vertex = static_cast<std::uint32_t>(*vertex);
        } else {
            log.error(fields.place("vertex"), word("a whole number"), value["vertex"]);
            fields.fail();
        }
    }
    // A skin landmark lies where its vertex is, which only the body knows.
    if (kind && landmark.kind != Landmark::Kind::skin) {
        read_bone(fields, landmark);
    } else if (const json* bone = kind ? fields.find("bone_cm", Need::optional) : nullptr) {
        log.error(fields.place("bone_cm"), word("no \"bone_cm\" for a landmark of kind \"skin\""), *bone,
                  word("remove it, or make the kind \"bone\" or \"joint\""));
        fields.fail();
    }
    landmark.of = fields.prose("of", Need::optional);
    landmark.fma = fields.prose("fma", Need::optional);
    landmark.rule = fields.prose("rule", Need::optional);
    // Last, so that a left-out entry does not take the name of a good one.
    if (!fields.ok() || !names.add(landmark.name, fields.place("name"), log)) return std::nullopt;
    return landmark;
}

}  // namespace

LandmarkNames Landmarks::names() const {
    LandmarkNames names;
    for (const auto& [name, landmark] : by_name) names.insert(name);
    return names;
}

LoadedLandmarks load_landmarks(const std::filesystem::path& file) {
    const JsonDocument document = read_json(file);
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedLandmarks loaded;
    const Place top;
    Fields fields(*document.root, top, log, {"$schema", "format", "format_version", "license", "source", "landmarks"});
    if (read_format(fields, "myomap-landmarks", 1)) {
        fields.prose("license");
        fields.prose("source");
        if (const json* items = fields.array("landmarks", 1, word("a list of at least one landmark"))) {
            const Place at = fields.place("landmarks");
            UniqueIds names(word("a landmark name that is not used yet"));
            for (std::size_t i = 0; i < items->size(); ++i)
                if (auto landmark = read_landmark((*items)[i], Place(at, i), log, names)) {
                    std::string name = landmark->name;
                    loaded.landmarks.by_name.emplace(std::move(name), std::move(*landmark));
                }
        }
    }
    loaded.problems = log.finish();
    return loaded;
}

}  // namespace myomap
