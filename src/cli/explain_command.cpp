#include <cstdio>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/message_phrases.h"
#include "base/atomic_file.h"
#include "base/text.h"
#include "chart/message_words.h"
#include "chart/words.h"
#include "cli/chart_file.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/terminal.h"
#include "explain/step_set.h"
#include "explain/talk.h"
#include "explain/telling.h"
#include "export/handout.h"
#include "export/step_pictures.h"
#include "render/gl_context.h"
#include "report/drawing_report.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

struct ExplainOptions {
    ChartOptions chart;
    std::string drawing;  // a chart file
    std::string talk;     // "" for the shipped one
    std::vector<std::string> only, without;
    std::string set;  // of the window's named choices; "" for none
    std::string output;
    std::string paper = "A4";
    glm::ivec2 size{1280, 800};
    float scale = 0;  // 0: what the size has room for
    bool no_letterhead = false;
    bool list = false;
};

Json to_json(const ToldStep& step) {
    Json sources = Json::array();
    for (const TalkSource& source : step.sources)
        sources.push_back({{"key", source.key}, {"title", source.title}, {"url", source.url}});
    Json of_atlas = Json::array();
    for (const TalkSource& source : step.of_atlas)
        of_atlas.push_back({{"key", source.key}, {"title", source.title}, {"url", source.url}});
    Json json{{"id", step.id},
              {"shows", to_text(step.shows)},
              {"name", step.words.name},
              {"heading", step.words.heading},
              {"text", step.words.text},
              {"list", step.words.list},
              {"small", step.words.small},
              {"ask", step.words.ask},
              {"sources", std::move(sources)},
              {"sources_of_atlas", std::move(of_atlas)}};
    if (!step.counts.empty()) json["counts"] = step.counts;
    return json;
}

// Those that are asked for, in that order, without those that are left out. Throws for a step that there is none of.
std::vector<ToldStep> asked_steps(const Scene& scene, const Talk& talk, std::vector<ToldStep> told,
                                  const ExplainOptions& options) {
    for (const auto& [option, names] : {std::pair{"--only", &options.only}, {"--without", &options.without}})
        for (const std::string& name : *names)
            if (!talk.find(name)) {
                std::vector<std::string> ids;
                for (const TalkStep& step : talk.steps) ids.push_back(step.id);
                throw CLI::ValidationError(
                    option, scene.phrase(word("the talk has no step \"{}\"; its steps are {}"), {name, join(ids)}));
            }
    for (const std::string& name : options.without)
        if (talk.find(name)->shows == StepShows::warning_signs)
            throw CLI::ValidationError("--without", scene.phrase(word("warning signs are always told, and first")));
    if (!options.set.empty()) {
        const LoadedStepSets kept = read_step_sets(step_sets_file());
        const StepSet* set = kept.sets.find(options.set);
        if (!set) {
            std::vector<std::string> names;
            for (const StepSet& one : kept.sets.sets) names.push_back(one.name);
            throw CLI::ValidationError(
                "--set", names.empty()
                             ? scene.phrase(word("no choice of steps is kept; the window keeps them, in Explain"))
                             : scene.phrase(word("there is no choice of steps named \"{}\"; those kept are {}"),
                                            {options.set, join(names)}));
        }
        told = chosen_steps(told, *set);
    }
    std::erase_if(told, [&](const ToldStep& step) {
        return std::ranges::find(options.without, step.id) != options.without.end();
    });
    if (options.only.empty()) return told;
    return chosen_steps(told, {.name = "", .steps = options.only, .left_out = ids_of(talk)});
}

void write_file(const std::string& path, const void* bytes, std::size_t count, bool of_patient) {
    AtomicFile file(path, OnDisk::yes, of_patient ? Readers::owner : Readers::usual);
    file.write(bytes, count);
    file.commit();
}

int run_explain(const CLI::App& command, const ExplainOptions& options) {
    const auto context = open_dataset(options.chart.data, options.chart.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    const std::string ending = fs::path(options.output).extension().string();
    const bool as_pictures = options.output.ends_with('/');
    if (!options.output.empty() && !as_pictures && ending != ".pdf" && ending != ".txt")
        throw CLI::ValidationError(
            "--output", scene.phrase(word("a handout ends in .pdf or .txt, a folder for a picture of each step in /")));
    const bool page = ending == ".pdf";
    refuse_unused(command,
                  {{"--size", as_pictures},
                   {"--scale", as_pictures},
                   {"--theme", as_pictures},
                   {"--paper", page},
                   {"--no-letterhead", page}},
                  as_pictures || ending.empty() ? (as_pictures ? "png" : "") : ending.substr(1), scene.phrases());
    ChartOptions chart = options.chart;
    LoadedDrawing loaded;
    if (!options.drawing.empty()) {
        loaded = open_chart_file(scene, options.drawing);
        if (!loaded.drawing) return exit_data_has_problems;
        chart.body = body_asked(command, chart.body, loaded);
    }
    Document document = make_document(*context, chart);
    if (loaded.drawing) document.drawing = *std::move(loaded.drawing);
    if (is_nothing(document.selection) && !has_drawing(document))
        throw CLI::ValidationError(
            "explain", scene.phrase(word("give one of --point, --muscle, --region, --symptom and --chart")));

    const LoadedTalk talk = load_talk(options.talk.empty() ? context->resources.talk() : fs::path(options.talk));
    for (const Problem& problem : talk.problems) complain(words(scene.phrases(), message_of(problem)));
    if (talk.talk.steps.empty()) return exit_data_has_problems;
    const std::vector<ToldStep> told = asked_steps(scene, talk.talk, tell(scene, talk.talk, document), options);
    Handout handout = handout_of(scene, talk.talk, told, document);
    handout.paper = options.paper == "Letter" ? Paper::letter : Paper::a4;
    if (options.list) {
        Json steps = Json::array();
        for (const ToldStep& step : told) steps.push_back(to_json(step));
        print_as_json(Json{{"title", handout.title}, {"about", handout.about}, {"steps", std::move(steps)}});
    } else if (options.output.empty() || ending == ".txt") {
        const std::string text = handout_text(scene, handout);
        if (options.output.empty())
            fmt::print("{}", text);
        else
            write_file(options.output, text.data(), text.size(), has_drawing(document));
    } else if (as_pictures) {
        const OffscreenGl gl;
        Renderer renderer(scene, context->resources.shaders());
        for (const fs::path& file : export_steps(
                 *context, renderer,
                 {.steps = told,
                 .folder = fs::path(options.output).parent_path(),
                 .size = options.size,
                 .scale = options.scale > 0
                              ? options.scale
                              : step_scale(
                                    {0, 0, static_cast<float>(options.size.x), static_cast<float>(options.size.y)}, 0),
                 .theme = parse_theme(options.chart.theme)}))
            print_line(file.string());
    } else {
        if (!options.no_letterhead) handout.letterhead = letterhead_of_settings(scene.phrases());
        const OffscreenGl gl;
        Renderer renderer(scene, context->resources.shaders());
        const std::vector<std::uint8_t> bytes = handout_page(*context, renderer, handout);
        write_file(options.output, bytes.data(), bytes.size(), has_drawing(document));
    }
    return has_errors(talk.problems) || has_errors(loaded.problems) ? exit_data_has_problems : exit_ok;
}

}  // namespace

void add_explain_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App& command = *app.add_subcommand("explain", word("Tell a patient what a trigger point is and what can be "
                                                            "done, as a handout"));
    auto* point = command
                      .add_option("--point", options->chart.point,
                                  word("Trigger point to show, for example trapezius_upper/TrP1"))
                      ->type_name("ID");
    auto* muscle = command.add_option("--muscle", options->chart.muscle, word("Muscle to talk about"))
                       ->type_name("ID")
                       ->excludes(point);
    auto* drawing = command
                        .add_option("--chart", options->drawing,
                                    word("Chart file (.myomap): the patient's own drawing, and the pattern that was "
                                         "kept, found or explains it best"))
                        ->type_name("FILE")
                        ->excludes(point)
                        ->excludes(muscle);
    add_way_in_options(command, options->chart, {point, muscle, drawing});
    add_side_option(command, options->chart.side);
    add_body_option(command, options->chart.body);
    command.add_option("--only", options->only, word("Steps to tell, in this order"))
        ->type_name("STEP")
        ->delimiter(',');
    command.add_option("--without", options->without, word("Steps to leave out"))->type_name("STEP")->delimiter(',');
    command.add_option("--set", options->set, word("A choice of steps that was kept in the window"))->type_name("NAME");
    command.add_option("--talk", options->talk, word("A talk of your own instead of the shipped one"))
        ->type_name("FILE");
    command.add_flag("--list", options->list, word("Print the steps and their words as JSON"));
    add_size_option(command, "--size", options->size, 600, 8192, word("Pixels of a picture"));
    command.add_option("--scale", options->scale, word("Size of text and marks in a picture"))
        ->type_name("FACTOR")
        ->check(finite_range(0.5, 8.0).description(""));
    add_theme_option(command, options->chart.theme);
    add_choice(command, "--paper", options->paper, {"A4", "Letter"}, word("Paper of a page"));
    command.add_flag("--no-letterhead", options->no_letterhead, word("Leave the letterhead out of a page"));
    add_language_option(command, options->chart.language, speech);
    add_data_option(command, options->chart.data);
    command
        .add_option("-o,--output", options->output,
                    word("File to write instead of printing the words: .pdf is a handout with pictures, .txt the "
                         "words; a folder/ gets "
                         "a picture of each step"))
        ->type_name("FILE");
    set_footer(command, speech,
               {word("Every claim of the talk has its source; what is not known is said. It is educational and no "
                     "diagnosis.")},
               {"myomap explain --point trapezius_upper/TrP1 --language fr -o handout.pdf",
                "myomap explain --symptom tennis_elbow -o steps/", "myomap explain --chart visit.myomap -o handout.pdf",
                "myomap explain --muscle gluteus_medius --without effects,hopes --list"});
    command.callback([options, &command, &exit_code] { exit_code = run_explain(command, *options); });
}

}  // namespace myomap
