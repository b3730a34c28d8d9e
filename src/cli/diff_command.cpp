#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "chart/message_words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "export/sheet.h"
#include "render/gl_context.h"
#include "review/dataset_diff.h"

namespace myomap {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string output;
    std::string body = "male";
    std::string side = "right";
    std::string theme = "light";
    std::string paper = "A4";
    std::string language = "en";
    int columns = 4;
    glm::ivec2 tile{520, 420};
    bool text = false;
    bool json = false;
};

const char* kind_text(Change::Kind kind) {
    constexpr const char* names[] = {"added", "removed", "changed"};
    return names[static_cast<size_t>(kind)];
}

std::string point_id(const Context& before, const Context& after, const RedrawnPoint& point) {
    return point.after ? after.atlas().full_id(*point.after) : before.atlas().full_id(*point.before);
}

void print_json(const Context& before, const Context& after, const DatasetDiff& diff) {
    auto changes = nlohmann::ordered_json::array(), redrawn = nlohmann::ordered_json::array();
    for (const Change& change : diff.changes)
        changes.push_back({{"kind", kind_text(change.kind)}, {"id", change.id}, {"what", to_text(change.what)}});
    for (const RedrawnPoint& point : diff.points)
        redrawn.push_back({{"id", point_id(before, after, point)}, {"what", to_text(point.what)}});
    const nlohmann::ordered_json answer{{"same", diff.same()}, {"changes", changes}, {"redrawn", redrawn}};
    print_as_json(answer);
}

void print_text(const Scene& scene, const DatasetDiff& diff) {
    for (const Change& change : diff.changes) print_line(words(scene, message_of(change)));
    if (diff.same())
        print_line(scene.phrase("The two datasets say the same."));
    else
        fmt::print("{}; {}\n", scene.phrase_count("{} changes", diff.changes.size()),
                   scene.phrase_count("{} trigger points drawn otherwise.", diff.points.size()));
}

void draw(const Context& before, const Context& after, const DatasetDiff& diff, const DiffOptions& options) {
    SheetRequest request;
    request.title = after.scene().phrase("What changed");
    request.body = parse_body(options.body);
    request.side = parse_side(options.side);
    request.theme = parse_theme(options.theme);
    request.columns = options.columns;
    request.tile = options.tile;
    request.paper = options.paper == "Letter" ? Paper::letter : Paper::a4;
    request.path = options.output;
    std::vector<PointPair> pairs;
    for (const RedrawnPoint& point : diff.points)
        pairs.push_back({point.before, point.after, words(after.scene(), point.what)});

    const OffscreenGl gl;
    Renderer renderer(after.scene(), after.resources.shaders());
    for (const auto& file : write_pair_sheet(before, after, renderer, request, pairs))
        complain(after.scene().phrase("Wrote {}.", file.string()));
}

int run_diff(const DiffOptions& options) {
    if (!options.output.empty()) sheet_exporter(options.output);  // said before anything is loaded
    const auto before = open_dataset(options.before, options.language);
    const auto after = open_dataset(options.after, options.language);
    if (!before || !after) return exit_cannot_work;  // 1 would say that they differ
    for (Context* context : {before.get(), after.get()}) {
        context->read_all_texts();
        context->set_language({});  // what is compared first; the others come beside it
    }
    const DatasetDiff diff = compare({before->atlas(), before->scene().fields, before->loaded.texts},
                                     {after->atlas(), after->scene().fields, after->loaded.texts},
                                     options.json ? Language() : Language(options.language));
    for (Context* context : {before.get(), after.get()}) context->set_language(Language(options.language));
    if (options.json)
        print_json(*before, *after, diff);
    else
        print_text(after->scene(), diff);
    if (!options.output.empty()) {
        if (diff.points.empty())
            complain(after->scene().phrase("No trigger point is drawn otherwise; {} is not written.", options.output));
        else
            draw(*before, *after, diff, options);
    }
    return diff.same() ? exit_ok : exit_data_has_problems;
}

}  // namespace

void add_diff_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<DiffOptions>();
    CLI::App& command = *app.add_subcommand("diff", word("Say and draw what changed between two datasets"));
    command.add_option("old", options->before, word("The dataset as it was"))->type_name("OLD")->required();
    command.add_option("new", options->after, word("The dataset as it is"))->type_name("NEW")->required();
    auto* output = command.add_option(
        "-o,--output", options->output,
        speech.help(
            {word("Also draw old and new side by side, {}; a long picture goes on in FILE-2"), {sheet_suffixes()}}));
    output->type_name("FILE");
    auto* text =
        command.add_flag("--text", options->text, word("Only the list in words, as without -o"))->excludes(output);
    command.add_flag("--json", options->json, word("Print the list as JSON"))->excludes(text);
    add_body_option(command, options->body);
    add_side_option(command, options->side);
    add_theme_option(command, options->theme);
    command
        .add_option("--columns", options->columns,
                    speech.help({word("Tiles side by side on a {}, an even number"),
                                 {exporter_words(&Exporter::takes_pixels)}}))
        ->type_name("N")
        ->check(CLI::Range(2, 12).description(""))
        ->capture_default_str();
    add_size_option(command, "--tile", options->tile, 240, 1600,
                    speech.help({word("Pixels of one tile on a {}"), {exporter_words(&Exporter::takes_pixels)}}));
    add_choice(command, "--paper", options->paper, {"A4", "Letter"},
               speech.help({word("Paper of a {}"), {exporter_words(&Exporter::takes_paper)}}));
    add_language_option(command, options->language, speech);
    set_footer(
        command, speech,
        {word("A dataset lies beside its folder \"text\"; one without such a folder is read with the shipped texts.\n"
              "Each change is one line: + added, - removed, ~ changed. Muscles and trigger points are matched by their "
              "ids.\n"
              "Drawn is every trigger point of which more than 1 % of a zone's painted skin changed on either body, or "
              "whose\n"
              "place moved by 2 mm or more, and what was added or removed. Ends with 0 when both say the same, with 1 "
              "when\n"
              "they differ, with 2 when one of them cannot be read.")},
        {"myomap diff old.json new.json", "myomap diff old.json new.json -o diff.png",
         "myomap diff old.json new.json -o diff.pdf --body female --side left",
         "myomap diff --json old.json new.json | jq -r '.redrawn[].id'"});
    command.callback([options, &exit_code] { exit_code = run_diff(*options); });
}

}  // namespace myomap
