#include <cstdio>

#include <fmt/format.h>

#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "export/sheet.h"
#include "render/gl_context.h"

namespace myomap {

namespace {

struct SheetOptions {
    ChartOptions chart;
    std::string region;
    std::string paper = "A4";
    std::string output;
    int columns = 4;
    glm::ivec2 tile{520, 420};
    bool muscles = false;
};

int run_sheet(const SheetOptions& options) {
    sheet_exporter(options.output);  // said before anything is loaded
    const auto context = open_dataset(options.chart.data, options.chart.language);
    if (!context) return exit_data_has_problems;
    const Atlas& atlas = context->atlas();

    SheetRequest request;
    request.title = context->scene().phrase("All regions");
    if (!options.region.empty()) request.title = require_region(atlas, context->phrases, options.region).name;
    std::optional<int> muscle;
    if (!options.chart.muscle.empty()) {
        muscle = require_muscle(atlas, context->phrases, options.chart.muscle);
        request.title = atlas.muscles[static_cast<size_t>(*muscle)].name;
    }
    for (const PointRef ref : atlas.all_points()) {
        const bool in_region = options.region.empty() || atlas.muscle(ref).region == options.region;
        if (in_region && (!muscle || ref.muscle == *muscle)) request.points.push_back(ref);
    }
    for (int i = 0; options.muscles && i < static_cast<int>(atlas.muscles.size()); ++i) {
        const Muscle& one = atlas.muscles[static_cast<size_t>(i)];
        if ((options.region.empty() || one.region == options.region) && (!muscle || i == *muscle))
            request.muscles.push_back(i);
    }
    request.body = parse_body(options.chart.body);
    request.side = parse_side(options.chart.side);
    request.theme = parse_theme(options.chart.theme);
    request.columns = options.columns;
    request.tile = options.tile;
    request.paper = options.paper == "Letter" ? Paper::letter : Paper::a4;
    request.path = options.output;

    const OffscreenGl gl;
    Renderer renderer(context->scene(), context->resources.shaders());
    for (const auto& file : write_sheet(*context, renderer, request)) print_line(file.string());
    return exit_ok;
}

}  // namespace

void add_sheet_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<SheetOptions>();
    CLI::App& command = *app.add_subcommand(
        "sheet", word("Draw a contact sheet: every trigger point, or muscle, of a region at a glance"));
    command.add_option("--region", options->region, word("Only this region, for example head_neck"))->type_name("ID");
    command.add_option("--muscle", options->chart.muscle, word("Only this muscle"))->type_name("ID");
    command.add_flag("--muscles", options->muscles,
                     word("One tile a muscle: its body in a clear skin, instead of trigger points"));
    add_body_option(command, options->chart.body);
    add_side_option(command, options->chart.side);
    add_theme_option(command, options->chart.theme);
    add_language_option(command, options->chart.language, speech);
    command
        .add_option("--columns", options->columns,
                    speech.help({word("Tiles side by side on a {}"), {exporter_words(&Exporter::takes_pixels)}}))
        ->type_name("N")
        ->check(CLI::Range(1, 12).description(""))
        ->capture_default_str();
    add_size_option(command, "--tile", options->tile, 240, 1600,
                    speech.help({word("Pixels of one tile on a {}"), {exporter_words(&Exporter::takes_pixels)}}));
    add_choice(command, "--paper", options->paper, {"A4", "Letter"},
               speech.help({word("Paper of a {}"), {exporter_words(&Exporter::takes_paper)}}));
    add_data_option(command, options->chart.data);
    command
        .add_option("-o,--output", options->output,
                    speech.help({word("File to write, {}; a long picture goes on in FILE-2"), {sheet_suffixes()}}))
        ->type_name("FILE")
        ->required();
    set_footer(
        command, speech, {word("Prints the files it has written.")},
        {"myomap sheet --region head_neck -o sheet.png", "myomap sheet --muscles --region hip_thigh -o muscles.png",
         "myomap sheet --muscle masseter_superficial --body female --side left -o masseter.pdf"});
    command.callback([options, &exit_code] { exit_code = run_sheet(*options); });
}

}  // namespace myomap
