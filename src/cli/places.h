#pragma once
// Places on the skin as the command line takes them, and files with one place a line.

#include <functional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "base/failure.h"
#include "body/body.h"
#include "chart/scene.h"

namespace myomap {

// A place that can't be used, and why.
struct BadPlace : Failure {
    using Failure::Failure;
};

// A landmark's name, X,Y,Z in cm, or a point as JSON; `side` is that of a landmark. X,Y,Z is moved to the nearest skin.
// Throws BadPlace or PointTextError.
SkinPoint parse_place(const Body& body, const std::string& text, Side side);

// Each line of the file that is neither empty nor a comment (#) is asked; each answer is printed as one line of JSON.
// What `answer` throws becomes {"error": ..., "line": ...}. False when there was such a line. Throws
// CLI::ValidationError when the file can't be read.
bool answer_file(const Scene& scene, const std::string& name,
                 const std::function<nlohmann::ordered_json(const std::string& line)>& answer);
// The same of a text; `say` is given each answer.
bool answer_lines(const Scene& scene, const std::string& text,
                  const std::function<nlohmann::ordered_json(const std::string& line)>& answer,
                  const std::function<void(const std::string& answer)>& say);

// To a hundredth, as JSON shows it.
double rounded(float value);
nlohmann::ordered_json place_json(const glm::vec3& cm);

}  // namespace myomap
