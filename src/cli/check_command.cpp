#include <algorithm>
#include <cstdio>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/context.h"
#include "app/resources.h"
#include "atlas/message_phrases.h"
#include "atlas/regions.h"
#include "atlas/symptoms.h"
#include "atlas/vocabulary.h"
#include "base/json_document.h"
#include "body/landmarks.h"
#include "body/muscle_packing.h"
#include "chart/drawing_json.h"
#include "chart/words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/terminal.h"
#include "explain/talk.h"
#include "review/lint.h"
#include "review/lint_names.h"

namespace myomap {

namespace {

struct CheckOptions {
    std::string file;
    std::string language = "en";
    bool json = false;
    bool lint = false;
};

const char* severity_text(Problem::Severity severity) {
    return severity == Problem::Severity::error ? "error" : "warning";
}

nlohmann::ordered_json to_json(const Problem& problem) {
    return {{"severity", severity_text(problem.severity)},
            {"file", problem.file},
            {"line", problem.line},
            {"pointer", problem.pointer},
            {"expected", to_text(problem.expected)},
            {"got", to_text(problem.got)},
            {"advice", to_text(problem.advice)}};
}

std::string count_line(const std::string& file, const Problems& problems, const Phrases& phrases) {
    return file + ": " +
           (problems.empty() ? std::string(phrases(word("no problems")))
                             : phrases.count(word("{} problems"), static_cast<long>(problems.size())));
}

// What looks like a mistake in a file without errors, together with the warnings that were found before.
Problems lint_file(const std::string& file, const Problems& found) {
    const auto context = open_context(file);
    const JsonDocument document = read_json(file);
    const JsonDocument texts = read_json(text_file(context->loaded.text_folder, {}));
    const Scene scene = context->scene();
    Problems all = found;
    for (const Language& language : languages_in(context->loaded.text_folder)) {
        const JsonDocument words = read_json(text_file(context->loaded.text_folder, language));
        std::ranges::move(lint_names(context->atlas(), words, read_texts(words).texts), std::back_inserter(all));
    }
    return lint({context->atlas(), document, texts, scene.bodies, scene.fields, scene.muscles, all});
}

SymptomNames names_for_symptoms(const Resources& resources, const LandmarkNames& landmarks) {
    SymptomNames names;
    const Atlas atlas = load_atlas(resources.dataset(), landmarks).atlas;
    for (const Muscle& muscle : atlas.muscles) names.muscles.insert(muscle.id);
    for (const auto& [key, source] : atlas.sources) names.sources.insert(key);
    for (const SkinRegion& region : load_regions(resources.regions(), landmarks).set.regions) {
        names.regions.insert(region.id);
    }
    return names;
}

// Shapes as files, and whether they can be built on each body.
Problems check_bodies(const std::vector<std::filesystem::path>& files, const Resources& resources,
                      const Landmarks& landmarks) {
    Problems problems = check_shapes(files, landmarks.names(), resources.schemas() / "muscle_shapes.schema.json");
    const std::vector<Shape> shapes = load_shapes(files, landmarks.names()).shapes;
    for (const BodyId id : body_ids) {
        const Body body(
            id, [&] { return read_skin_asset(resources.skin(id)); }, landmarks);
        for (Problem& problem : shape_problems(body, shapes))
            if (std::ranges::find(problems, problem) == problems.end()) problems.push_back(std::move(problem));
    }
    return problems;
}

WordIds word_ids_of(const Resources& resources, const LandmarkNames& landmarks) {
    return word_ids(load_regions(resources.regions(), landmarks).set, load_symptoms(resources.symptoms(), {}).index);
}

VocabularyIds vocabulary_ids(const Resources& resources, const LandmarkNames& landmarks) {
    const SymptomIndex symptoms = load_symptoms(resources.symptoms(), {}).index;
    const WordIds ids = word_ids(load_regions(resources.regions(), landmarks).set, symptoms);
    VocabularyIds all{ids.symptoms, ids.red_flags, {}, ids.regions, symptoms.ideas()};
    for (const Muscle& muscle : load_atlas(resources.dataset(), landmarks).atlas.muscles)
        all.muscles.push_back(muscle.id);
    return all;
}

// Texts are compared with the dataset they lie beside, or with the shipped one.
Problems check_texts(const std::filesystem::path& file, const Resources& resources, const LandmarkNames& landmarks) {
    std::error_code ignored;
    const auto beside = std::filesystem::absolute(file).parent_path().parent_path() / "trigger_points.json";
    const WordIds ids = word_ids_of(resources, landmarks);
    return check_text_file(file, std::filesystem::exists(beside, ignored) ? beside : resources.dataset(), landmarks,
                           resources.schemas(), resources.texts(), &ids);
}

// Every kind of data file says in its "format" what it is; whatever says nothing is taken for a dataset.
Problems check_file(const std::filesystem::path& file, const Resources& resources, const Landmarks& all_landmarks) {
    const LandmarkNames landmarks = all_landmarks.names();
    const JsonDocument document = read_json(file);
    const std::string format = document.root && document.root->is_object() && document.root->contains("format") &&
                                       document.root->at("format").is_string()
                                   ? document.root->at("format").get<std::string>()
                                   : "";
    const std::filesystem::path schemas = resources.schemas();
    if (format == "myomap-landmarks") return load_landmarks(file).problems;
    if (format == "myomap-regions") return check_regions(file, landmarks, schemas / "regions.schema.json");
    if (format == "myomap-symptoms") {
        return check_symptoms(file, names_for_symptoms(resources, landmarks), schemas / "symptoms.schema.json");
    }
    if (format == "myomap-muscle-shapes") return check_bodies({file}, resources, all_landmarks);
    if (format == "myomap-words")
        return check_vocabulary(file, vocabulary_ids(resources, landmarks), schemas / "words.schema.json");
    if (format == "myomap-chart") {
        const SkinTopology topology = topology_of(read_skin_asset(resources.skin(BodyId::adult_male)));
        return check_drawing(file, topology, schemas / "chart.schema.json");
    }
    if (format == "myomap-talk") return check_talk(file, schemas / "talk.schema.json");
    if (format == "myomap-text") return check_texts(file, resources, landmarks);
    const WordIds ids = word_ids_of(resources, landmarks);
    return check_dataset(file, landmarks, schemas, resources.texts(), &ids);
}

int run_check(const CheckOptions& options, const Phrases& phrases) {
    const Resources resources = find_resources();
    const LoadedLandmarks landmarks = load_landmarks(resources.landmarks());
    const bool shipped = options.file.empty();
    const std::string file = shipped ? resources.dataset().string() : options.file;

    Problems problems;
    const auto check = [&](const std::filesystem::path& each) {
        std::ranges::move(check_file(each, resources, landmarks.landmarks), std::back_inserter(problems));
    };
    check(file);
    const auto files = shape_files(resources.shapes(), resources.bones());
    const auto shapes = load_shapes(files, landmarks.landmarks.names()).shapes;
    const Atlas atlas = load_atlas(file, landmarks.landmarks.names(), Language(), resources.texts()).atlas;
    std::ranges::move(unshaped_muscles(shapes, atlas, file), std::back_inserter(problems));
    if (shipped) {
        for (const auto& also : {resources.landmarks(), resources.regions(), resources.symptoms(), resources.talk()})
            check(also);
        for (const Language& language : languages_in(resources.texts()))
            if (const auto words = vocabulary_file(resources.texts(), language); std::filesystem::exists(words))
                check(words);
        std::ranges::move(check_bodies(files, resources, landmarks.landmarks), std::back_inserter(problems));
        std::ranges::move(unmatched_shapes(shapes, atlas), std::back_inserter(problems));
    }
    const bool lint_waits = options.lint && has_errors(problems);
    if (options.lint && !lint_waits) problems = lint_file(file, problems);

    cut_list(problems);
    if (options.json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const Problem& problem : problems) list.push_back(to_json(problem));
        const nlohmann::ordered_json answer{{"file", file}, {"problems", list}};
        // What was got may be bytes that are not UTF-8.
        print_as_json(answer);
    } else {
        for (const Problem& problem : problems) print_line(words(phrases, message_of(problem)));
        print_line(count_line(file, problems, phrases));
    }
    if (lint_waits) complain(phrases(word("The lint looks at a file without errors: mend those first.")));
    return has_errors(problems) ? exit_data_has_problems : exit_ok;
}

}  // namespace

void add_check_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App& command = *app.add_subcommand(
        "check",
        word("Say everything that is wrong with a dataset, or with regions, symptoms, muscle shapes or texts"));
    command.add_option("file", options->file, word("Data file of any kind to check; by default all that are shipped"))
        ->type_name("FILE");
    command.add_flag("--json", options->json, word("Print the problems as JSON"));
    command.add_flag("--lint", options->lint, word("Also say what is well-formed but looks like a mistake on a body"));
    add_language_option(command, options->language, speech);
    set_footer(
        command, speech,
        {word(
             "Each problem is one line: file, line, JSON pointer, what was expected, what was found. Ends with 1 when\n"
             "there are errors, with 0 when there are none or only warnings."),
         word("With --lint also, as warnings: places far from the landmark that says where they are; zones on the "
              "wrong\n"
              "side, without skin, too large, on a body part their strokes do not touch, or unlike on the two bodies; "
              "paths\n"
              "with a gap or a turn through a fold of skin; trigger points far from their muscle or in one place; "
              "synonyms\n"
              "that name another muscle; sources that nothing names or that say too little.")},
        {"myomap check", "myomap check my_points.json", "myomap check --lint my_points.json",
         "myomap check --json my_points.json | jq '.problems | length'"});
    command.callback([options, &speech, &exit_code] { exit_code = run_check(*options, speech.phrases()); });
}

}  // namespace myomap
