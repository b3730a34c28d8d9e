// A list of places on the skin, one a line, as `find --file` and `under --file` take it.

#include <cmath>

#include <nlohmann/json.hpp>

#include "atlas/message_phrases.h"
#include "cli/places.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    static const Atlas atlas;
    static const Scene scene{atlas, {&body(), &body()}, {}};
    answer_lines(
        scene, std::string(bytes),
        [](const std::string& line) -> nlohmann::ordered_json {
            const SkinPoint point = parse_place(body(), line, Side::left);
            require(std::isfinite(point.position.x + point.position.y + point.position.z), "a place that is nowhere");
            require(point.vertex < body().skin().positions.size(), "a place beside the skin");
            return place_json(point.position);
        },
        [](const std::string& answer) { require(!answer.empty(), "no answer"); });
}

std::vector<std::string> seeds() {
    return {"# places\n6.5,158,2\ntemple\n\n\"c7_spinous\"  # a comment\r\n",
            "[\"c7_spinous\", \"acromion_tip\", 0.45]\n{\"at\": \"temple\", \"offset_cm\": {\"superior\": 2}}\n",
            "{\"mirror\": {\"at\": [\"c7_spinous\", \"acromion_tip\", 0.45], \"offset_cm\": {\"lateral\": -1, "
            "\"anterior\": 3}, \"deep\": true}}\n-1e3 ,2,3\nnothing\n"};
}

const Registered points({"points", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
