#include "cli/places.h"

#include <cmath>
#include <cstdio>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "atlas/parse_point.h"
#include "base/json_fields.h"
#include "base/read_file.h"
#include "base/text.h"
#include "body/points.h"
#include "chart/message_words.h"
#include "chart/words.h"

namespace myomap {

using Json = nlohmann::ordered_json;

namespace {

constexpr float farthest_from_skin_cm = 5;

}  // namespace

SkinPoint parse_place(const Body& body, const std::string& text, Side side) {
    const bool plain_name = text.find_first_of("[{\",") == std::string::npos;
    if (const LandmarkNames names = body.landmarks().names(); plain_name && !names.contains(text)) {
        const std::string near = nearest_name(text, {names.begin(), names.end()});
        if (near.empty()) throw BadPlace(word("there is no landmark \"{}\"; \"myomap landmarks\" lists them"), {text});
        throw BadPlace(word("there is no landmark \"{}\"; did you mean \"{}\"?"), {text, near});
    }
    if (text.find_first_of("[{\"") == 0 || plain_name)
        return resolve_on_skin(body, parse_point(text, body.landmarks().names()), side);
    glm::vec3 asked{};
    char rest = 0;
    if (std::sscanf(text.c_str(), "%f ,%f ,%f %c", &asked.x, &asked.y, &asked.z, &rest) != 3 ||
        !std::isfinite(asked.x + asked.y + asked.z))
        throw BadPlace(word("\"{}\" is not a place such as 6.5,158,2"), {text});
    const SkinPoint point = body.query().closest(asked);
    if (const float distance = glm::distance(point.position, asked); distance > farthest_from_skin_cm)
        throw BadPlace(word("{} is {} cm away from the skin, more than {}"),
                       {text, fmt::format("{:.0f}", distance), fmt::format("{:.0f}", farthest_from_skin_cm)});
    return point;
}

bool answer_file(const Scene& scene, const std::string& name,
                 const std::function<Json(const std::string& line)>& answer) {
    constexpr std::uintmax_t most_bytes = 64 << 20;
    std::string content;
    try {
        content = read_file(name, {most_bytes, true});
    } catch (const ReadError&) {
        throw CLI::ValidationError("--file", scene.phrase("cannot read \"{}\"", name));
    }
    return answer_lines(scene, content, answer, [](const std::string& said) { fmt::print("{}\n", said); });
}

bool answer_lines(const Scene& scene, const std::string& text,
                  const std::function<Json(const std::string& line)>& answer,
                  const std::function<void(const std::string& answer)>& say) {
    std::istringstream file(text);
    bool all_good = true;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos || line[first] == '#') continue;
        // A '#' is part of no place.
        line = line.substr(first, line.find('#') - first);
        line.erase(line.find_last_not_of(" \t\r") + 1);
        Json said;
        try {
            said = answer(line);
        } catch (const std::runtime_error& problem) {
            said = {{"error", words(scene, problem)}, {"line", number}};
            all_good = false;
        }
        say(escaped_json(said.dump(-1, ' ', false, Json::error_handler_t::replace)));
    }
    return all_good;
}

double rounded(float value) { return std::round(value * 100) / 100.0; }

Json place_json(const glm::vec3& cm) { return {rounded(cm.x), rounded(cm.y), rounded(cm.z)}; }

}  // namespace myomap
