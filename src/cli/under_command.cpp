#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "body/muscles.h"
#include "chart/message_words.h"
#include "chart/words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/places.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

struct UnderOptions {
    std::string at;
    std::string file;
    std::string side = "right";
    std::string body = "male";
    std::string language = "en";
    std::string data;
    bool json = false;
};

const std::string& id_of(const Muscles& muscles, const Muscles::Under& one) {
    return muscles.asset().meshes[static_cast<size_t>(one.mesh)].id;
}

Json to_json(const Muscles& all, const SkinPoint& place) {
    Json muscles = Json::array(), tendons = Json::array();
    for (const Muscles::Under& one : all.under(place)) {
        const bool muscle = one.muscle >= 0;
        Json entry{{muscle ? "muscle" : "tendon", id_of(all, one)},
                   {"side", to_text(one.side)},
                   {"depth_cm", rounded(one.depth_cm)}};
        if (muscle) entry["sheet"] = one.sheet;
        (muscle ? muscles : tendons).push_back(std::move(entry));
    }
    return {{"at", place_json(place.position)}, {"muscles", muscles}, {"tendons", tendons}};
}

void print_table(const Scene& scene, const Muscles& muscles, const SkinPoint& place) {
    const std::vector<Muscles::Under> under = muscles.under(place);
    if (under.empty()) {
        print_line(scene.phrase("No muscle of the dataset lies under this place."));
        return;
    }
    std::vector<std::vector<std::string>> rows{
        in_words(scene.phrases(), {word("DEPTH"), word("MUSCLE"), word("SIDE"), word("NAME")})};
    for (const Muscles::Under& one : under) {
        const std::string& id = id_of(muscles, one);
        std::string name = one.muscle >= 0 ? scene.atlas.muscles[static_cast<size_t>(one.muscle)].name
                                           : scene.phrase("{} (context)", scene.atlas.structure_name(id));
        if (one.muscle >= 0 && one.sheet) name = scene.phrase("{} (thin sheet)", name);
        rows.push_back({fmt::format("{:.1f} cm", one.depth_cm), id, scene.phrase(to_text(one.side)), name});
    }
    fmt::print("{}\n{}\n", text_table(rows),
               scene.phrase("From the skin inwards, on a body of average build; no guide for a needle."));
}

int run_under(const UnderOptions& options) {
    const auto context = open_dataset(options.data, options.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    if (options.at.empty() + options.file.empty() != 1)
        throw CLI::ValidationError("under", scene.phrase("give one of --at and --file"));
    const BodyId id = parse_body(options.body);
    const Body& body = scene.body(id);
    const Muscles& muscles = *scene.body_muscles(id);
    const Side side = options.side == "left" ? Side::left : Side::right;
    if (!options.file.empty()) {
        const bool good = answer_file(scene, options.file, [&](const std::string& line) {
            const SkinPoint place = parse_place(body, line, side);
            return to_json(muscles, place);
        });
        return good ? exit_ok : exit_data_has_problems;
    }
    SkinPoint place;
    try {
        place = parse_place(body, options.at, side);
    } catch (const std::runtime_error& problem) {
        throw CLI::ValidationError("--at", words(scene, problem));
    }
    if (options.json)
        print_as_json(to_json(muscles, place));
    else
        print_table(scene, muscles, place);
    return exit_ok;
}

}  // namespace

void add_under_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<UnderOptions>();
    CLI::App& command =
        *app.add_subcommand("under", word("Say which muscles lie under a place of the skin, and how deep"));
    command.add_option("--at", options->at, word("The place: a landmark, X,Y,Z in cm, or a point as JSON"))
        ->type_name("PLACE");
    command.add_option("--file", options->file, word("One PLACE a line; prints one JSON object a line"))
        ->type_name("FILE");
    add_choice(command, "--side", options->side, {"left", "right"},
               word("The patient's side of a landmark; X,Y,Z says its own"));
    add_body_option(command, options->body);
    command.add_flag("--json", options->json, word("Print the answer as JSON"));
    add_language_option(command, options->language, speech);
    add_data_option(command, options->data);
    set_footer(command, speech,
               {word("Muscles, and what is shown for context only (\"tendons\": tendons, fasciae and muscles without a "
                     "row), come from\n"
                     "superficial to deep, along the inward normal of the skin, as far as a little over half of the "
                     "way through the\n"
                     "body. Depths are of a body of average build and no guide for a needle.\n"
                     "A line of FILE may be empty or begin with #. A line that is no place gives {\"error\": ..., "
                     "\"line\": ...};\n"
                     "then the command ends with 1. \"myomap landmarks\" lists the landmarks and explains X,Y,Z.")},
               {"myomap under --at greater_trochanter --side left", "myomap under --at=8,95,-12 --json",
                "myomap under --file points.txt | jq -r '.muscles[0].muscle'"});
    command.callback([options, &exit_code] { exit_code = run_under(*options); });
}

}  // namespace myomap
