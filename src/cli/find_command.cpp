#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "atlas/search.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "chart/message_words.h"
#include "chart/words.h"
#include "cli/chart_file.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find_chart.h"
#include "cli/help_formatter.h"
#include "cli/places.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "finder/finder.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

constexpr float midline_cm = 0.5f;

struct FindOptions {
    std::string at;
    std::string region;
    std::string file;
    std::string chart;
    std::string area;
    std::string side;  // "" when not given
    std::string body = "male";
    std::string language = "en";
    std::string data;
    float radius_cm = 3;
    int limit = 15;  // muscles; 0 for all
    bool together = false;
    bool json = false;
};

struct Answer {
    glm::vec3 at;  // on the skin, cm
    Query query;
    std::vector<Found> found;
};

// What the questions of one run have in common.
class Desk {
public:
    Desk(const Context& context, const FindOptions& options)
        : options_(options),
          scene_(context.scene()),
          body_(context.scene().body(parse_body(options.body))),
          regions_(context.regions->set()),
          map_(context.regions->on(body_)),
          finder_(context.scene(), body_.id()) {}

    // A landmark's name, X,Y,Z, or a point as JSON. Throws BadPlace or PointTextError.
    Answer at_place(const std::string& text) const {
        const SkinPoint point = parse_place(body_, text, side());
        Query query = spot(body_, point, options_.radius_cm);
        if (!map_.empty()) query.words = region_words(map_.at(point.vertex).region);
        // On the midline the place doesn't say whose trigger points are meant.
        const auto only = std::abs(point.position.x) < midline_cm ? given_side() : std::nullopt;
        return {point.position, query, answers(query, only)};
    }

    // Its id or plain name. Throws BadPlace.
    Answer in_region(const std::string& name) const {
        const int region = find_region(name);
        const bool midline = regions_.regions[static_cast<size_t>(region)].midline;
        const Query query{map_.field({region, midline ? Side::left : side()}), region_words(region)};
        glm::vec3 sum{0};
        for (const std::uint32_t vertex : query.field.vertices) sum += body_.skin().positions[vertex];
        const glm::vec3 middle = body_.query().closest(sum / static_cast<float>(query.field.size())).position;
        return {middle, query, answers(query, midline ? given_side() : std::nullopt)};
    }

private:
    const FindOptions& options_;
    Scene scene_;
    const Body& body_;
    const RegionSet& regions_;
    const RegionMap& map_;
    Finder finder_;

    Side side() const { return options_.side == "left" ? Side::left : Side::right; }
    std::vector<Found> answers(const Query& query, std::optional<Side> side) const {
        return best_of_muscles(finder_.find(query, side, std::numeric_limits<int>::max()), options_.limit);
    }
    std::optional<Side> given_side() const { return options_.side.empty() ? std::nullopt : std::optional(side()); }
    const std::string& region_words(int region) const {
        return regions_.regions[static_cast<size_t>(region)].in(to_text(scene_.atlas.language)).plain;
    }

    int find_region(const std::string& name) const {
        if (const int region = regions_.find_named(name); region >= 0) return region;
        const std::string asked = fold(name);
        std::vector<std::string> similar;
        for (const SkinRegion& one : regions_.regions) {
            const std::string id = fold(one.id);
            const int typing_errors = 2;
            if (id.find(asked) != std::string::npos || edit_distance(asked, id, typing_errors) <= typing_errors)
                similar.push_back(one.id);
        }
        throw BadPlace(word("there is no region \"{}\"; {}"),
                       {name, similar.empty() ? scene_.phrase("regions.json lists them")
                                              : scene_.phrase("did you mean {}?", join(similar))});
    }
};

Json to_json(const Scene& scene, const Answer& answer) {
    const Atlas& atlas = scene.atlas;
    Json results = Json::array();
    for (const Found& found : answer.found) {
        const Muscle& muscle = atlas.muscle(found.ref);
        Json result{{"muscle", muscle.id},
                    {"parent", muscle.parent},
                    {"point", atlas.full_id(found.ref)},
                    {"side", to_text(found.side)},
                    {"zone", to_text(found.zone)},
                    {"score", rounded(found.score)},
                    {"reason", reason_words(scene, answer.query, found)}};
        if (const std::string& level = level_of(atlas, found); !level.empty()) result["level"] = level;
        results.push_back(std::move(result));
    }
    return {{"at", place_json(answer.at)}, {"results", results}};
}

void print_table(const Scene& scene, const Answer& answer) {
    const Atlas& atlas = scene.atlas;
    if (answer.found.empty()) {
        print_line(scene.phrase("No zone of the dataset covers this place."));
        return;
    }
    std::vector<std::vector<std::string>> rows{
        in_words(scene.phrases(), {word("RANK"), word("TRIGGER POINT"), word("MUSCLE"), word("SIDE"), word("ZONE"),
                                   word("SCORE"), word("REASON")})};
    for (const Found& found : answer.found) {
        const std::string& name = atlas.muscle(found.ref).name;
        rows.push_back({std::to_string(rows.size()), atlas.full_id(found.ref), without_brackets(name),
                        scene.phrase(to_text(found.side)), scene.phrase(to_text(found.zone)),
                        fmt::format("{:.2f}", found.score), reason_words(scene, answer.query, found)});
    }
    fmt::print("{}\n{}\n", text_table(rows), scene.phrase("Zones as commonly drawn, not a diagnosis."));
}

int run_find(const CLI::App& command, const FindOptions& options) {
    const auto context = open_dataset(options.data, options.language);
    if (!context) return exit_data_has_problems;
    if (!options.at.empty() + !options.region.empty() + !options.file.empty() + !options.chart.empty() != 1)
        throw CLI::ValidationError("find", context->scene().phrase("give one of --at, --region, --file and --chart"));
    if (!options.chart.empty()) {
        const LoadedDrawing loaded = open_chart_file(context->scene(), options.chart);
        if (!loaded.drawing) return exit_data_has_problems;
        const BodyId body = parse_body(body_asked(command, options.body, loaded));
        const int code =
            find_in_chart(context->scene(), *loaded.drawing,
                          {options.chart, options.area, body, options.together, options.json, options.limit});
        return has_errors(loaded.problems) ? exit_data_has_problems : code;
    }
    if (context->regions->set().find_named(options.region) < 0)
        context->read_all_texts();  // a name in another language
    const Desk desk(*context, options);
    const Scene scene = context->scene();
    if (!options.file.empty())
        return answer_file(scene, options.file,
                           [&](const std::string& line) { return to_json(scene, desk.at_place(line)); })
                   ? exit_ok
                   : exit_data_has_problems;

    const bool by_region = !options.region.empty();
    Answer answer;
    try {
        answer = by_region ? desk.in_region(options.region) : desk.at_place(options.at);
    } catch (const std::runtime_error& problem) {
        throw CLI::ValidationError(by_region ? "--region" : "--at", words(scene, problem));
    }
    if (options.json)
        print_as_json(to_json(scene, answer));
    else
        print_table(scene, answer);
    return exit_ok;
}

}  // namespace

void add_find_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<FindOptions>();
    CLI::App& command =
        *app.add_subcommand("find", word("Find the muscles, by their trigger points, that send pain to a place"));
    command.add_option("--at", options->at, word("Centre of the spot: a landmark, X,Y,Z in cm, or a point as JSON"))
        ->type_name("PLACE");
    command.add_option("--region", options->region, word("A whole region of the skin, for example temple"))
        ->type_name("NAME");
    command.add_option("--file", options->file, word("One PLACE a line; prints one JSON object a line"))
        ->type_name("FILE");
    CLI::Option* chart =
        command.add_option("--chart", options->chart, word("A chart file (.myomap): what explains its pain areas"))
            ->type_name("FILE");
    command.add_option("--area", options->area, word("One of the chart's areas alone, such as P1"))
        ->type_name("AREA")
        ->needs(chart);
    command
        .add_flag("--together", options->together,
                  word("Also the smallest set of one to three points that explains the chart's drawing"))
        ->needs(chart);
    command.add_option("--radius", options->radius_cm, word("Radius of the spot in cm"))
        ->type_name("CM")
        ->check(finite_range(0.5, 40.0).description(""))
        ->capture_default_str()
        ->excludes(chart);
    add_choice(command, "--side", options->side, {"left", "right"},
               word("The patient's side of a landmark or region, by default right; X,Y,Z says its own"))
        ->excludes(chart);
    add_body_option(command, options->body);
    command.add_option("--limit", options->limit, word("Muscles to list at most; 0: all"))
        ->type_name("N")
        ->check(CLI::Range(0, 1000).description(""))
        ->capture_default_str();
    command.add_flag("--json", options->json, word("Print the answer as JSON"));
    add_language_option(command, options->language, speech);
    add_data_option(command, options->data);
    set_footer(
        command, speech,
        {word(
             "Muscles come best first: those with a trigger point whose zones cover most of the spot, essential zones\n"
             "before spillover; that point is named.\n"
             "Both sides are searched. For a place on the midline, where both answer alike, --side keeps one of them.\n"
             "A line of FILE may be empty or begin with #. A line that is no place gives {\"error\": ..., \"line\": "
             "...};\n"
             "then the command ends with 1. \"myomap landmarks\" lists the landmarks and explains X,Y,Z."),
         word("A chart's drawing is taken as all of the pain: what of a pattern was not drawn speaks against it. "
              "Warning\n"
              "signs of the painted regions come first, and what is known of nerves where it is numb or tingles. With\n"
              "--together points may be of one muscle, and of both sides.")},
        {"myomap find --at pterion --side left", "myomap find --at=-6.5,158,2 --radius 2 --json",
         "myomap find --at '[\"acromion_tip\", \"c7_spinous\", 0.5]'", "myomap find --region temple",
         "myomap find --file points.txt | jq -r '.results[0].point'", "myomap find --chart visit.myomap --together",
         "myomap find --chart visit.myomap --area P1 --json"});
    command.callback([options, &command, &exit_code] { exit_code = run_find(command, *options); });
}

}  // namespace myomap
