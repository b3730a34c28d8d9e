#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "chart/words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

constexpr int nearest_count = 12;

struct LandmarkOptions {
    std::string body;  // "" for both
    std::string at;
    std::string language = "en";
    bool json = false;
};

struct Row {
    const Landmark* landmark;
    Side side;
    float distance_cm = 0;  // from --at
};

const char* kind_text(Landmark::Kind kind) {
    switch (kind) {
        case Landmark::Kind::bone:
            return "bone";
        case Landmark::Kind::skin:
            return "skin";
        case Landmark::Kind::joint:
            return "joint";
    }
    return "";
}

glm::vec3 parse_place(const std::string& text, const Phrases& phrases) {
    glm::vec3 place{};
    char rest = 0;
    if (std::sscanf(text.c_str(), "%f,%f,%f%c", &place.x, &place.y, &place.z, &rest) != 3)
        throw CLI::ValidationError("--at", phrases("\"{}\" is not a place such as 6.5,158,2", text));
    return place;
}

std::string place_text(const glm::vec3& p) { return fmt::format("{:.1f},{:.1f},{:.1f}", p.x, p.y, p.z); }
Json place_json(const glm::vec3& p) {
    auto rounded = [](float value) { return std::round(value * 100) / 100.0; };
    return {rounded(p.x), rounded(p.y), rounded(p.z)};
}

std::vector<Row> all_rows(const Body& body) {
    std::vector<Row> rows;
    for (const auto& [name, landmark] : body.landmarks().by_name) rows.push_back({&landmark, Side::left});
    return rows;
}

// Nearest first, by whichever of bone and skin point is nearer, on the side of the body where the place lies.
std::vector<Row> nearest_rows(const Body& body, const glm::vec3& place) {
    const Side side = place.x < 0 ? Side::right : Side::left;
    std::vector<Row> rows = all_rows(body);
    for (Row& row : rows) {
        row.side = side;
        row.distance_cm = std::min(glm::distance(place, body.landmark_bone(*row.landmark, side)),
                                   glm::distance(place, body.landmark_skin(*row.landmark, side).position));
    }
    std::ranges::sort(rows, {}, &Row::distance_cm);
    if (rows.size() > nearest_count) rows.resize(nearest_count);
    return rows;
}

void print_table(const Phrases& phrases, const std::vector<Row>& rows, const std::vector<const Body*>& bodies,
                 bool distance) {
    std::vector<std::vector<std::string>> table{in_words(phrases, {word("LANDMARK"), word("KIND"), word("SIDE")})};
    auto& heading = table.front();
    if (distance) heading.insert(heading.begin(), "CM");
    for (const Body* body : bodies)
        heading.emplace_back(phrases(body->id() == BodyId::adult_male ? word("SKIN, MALE") : word("SKIN, FEMALE")));
    for (const char* each : {word("VERTEX"), word("RULE")}) heading.emplace_back(phrases(each));
    for (const Row& row : rows) {
        auto& cells = table.emplace_back();
        if (distance) cells.push_back(fmt::format("{:.1f}", row.distance_cm));
        cells.insert(cells.end(), {row.landmark->name, std::string(phrases(kind_text(row.landmark->kind))),
                                   std::string(phrases(row.landmark->midline ? "midline" : to_text(row.side)))});
        for (const Body* body : bodies)
            cells.push_back(place_text(body->landmark_skin(*row.landmark, row.side).position));
        cells.insert(cells.end(), {std::to_string(row.landmark->vertex), row.landmark->rule});
    }
    fmt::print("{}", text_table(table));
}

void print_json(const std::vector<Row>& rows, const std::vector<const Body*>& bodies, bool distance) {
    Json list = Json::array();
    for (const Row& row : rows) {
        const Landmark& landmark = *row.landmark;
        Json one{{"name", landmark.name},
                 {"kind", kind_text(landmark.kind)},
                 {"side", landmark.midline ? "midline" : to_text(row.side)},
                 {"vertex", landmark.vertex},
                 {"of", landmark.of},
                 {"fma", landmark.fma},
                 {"rule", landmark.rule},
                 {"skin_cm", Json::object()},
                 {"bone_cm", Json::object()}};
        for (const Body* body : bodies) {
            one["skin_cm"][to_text(body->id())] = place_json(body->landmark_skin(landmark, row.side).position);
            one["bone_cm"][to_text(body->id())] = place_json(body->landmark_bone(landmark, row.side));
        }
        if (distance) one["distance_cm"] = std::round(row.distance_cm * 100) / 100.0;
        list.push_back(one);
    }
    print_as_json(Json{{"landmarks", list}});
}

int run_landmarks(const LandmarkOptions& options) {
    const bool near = !options.at.empty();
    const auto context = open_context({}, Language(options.language));
    const glm::vec3 place = near ? parse_place(options.at, context->phrases) : glm::vec3{};
    std::vector<const Body*> bodies;
    for (const auto& body : context->bodies)
        if (options.body.empty() || parse_body(options.body) == body->id()) bodies.push_back(body.get());
    const auto rows = near ? nearest_rows(*bodies.front(), place) : all_rows(*bodies.front());
    if (options.json)
        print_json(rows, bodies, near);
    else
        print_table(context->phrases, rows, bodies, near);
    return exit_ok;
}

}  // namespace

void add_landmarks_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<LandmarkOptions>();
    CLI::App& command =
        *app.add_subcommand("landmarks", word("List the anatomical landmarks that places are named by"));
    add_choice(command, "--body", options->body, {"male", "female"},
               word("Only this body's positions; by default both"));
    command
        .add_option("--at", options->at,
                    word("The nearest landmarks to a place, in cm; on the male body unless --body says"))
        ->type_name("X,Y,Z");
    add_language_option(command, options->language, speech)->description(word("Language of the headings"));
    command.add_flag("--json", options->json, word("Print them with their bone positions, as JSON"));
    set_footer(command, speech,
               {word("Centimetres from the floor between the feet: x to the body's left, y up, z to the front. "
                     "Positions are those\n"
                     "of the left side; with --at and x below 0 those of the right.")},
               {"myomap landmarks", "myomap landmarks --at 6.5,158,2", "myomap landmarks --body female --json"});
    command.callback([options, &exit_code] { exit_code = run_landmarks(*options); });
}

}  // namespace myomap
