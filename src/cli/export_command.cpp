#include <fmt/format.h>

#include "cli/chart_file.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "export/exporter.h"
#include "render/gl_context.h"

namespace myomap {

namespace {

constexpr int least_px = 64;
constexpr int most_px = 8192;
constexpr long most_pixels = 40'000'000;  // with four samples each this is the memory of a small machine

struct ExportOptions {
    ChartOptions chart;
    std::string drawing;  // a chart file
    std::string output;
    std::string paper = "A4";
    std::string wording;  // "" for what suits the selection
    glm::ivec2 size{1600, 1200};
    float scale = 1;
    bool landscape = false;
    bool on_paper = false;
    bool no_letterhead = false;
    bool no_labels = false;
    bool no_spillover = false;
    bool no_area = false;
};

int run_export(const CLI::App& command, const ExportOptions& options) {
    if (static_cast<long>(options.size.x) * options.size.y > most_pixels)
        throw CLI::ValidationError("--size", fmt::format("{}x{} is more than {} megapixels", options.size.x,
                                                         options.size.y, most_pixels / 1'000'000));
    const auto context = open_dataset(options.chart.data, options.chart.language);
    if (!context) return exit_data_has_problems;
    const Exporter& exporter = chart_exporter(options.output);
    const bool paper = exporter.takes_paper || exporter.may_mean_a_page;
    refuse_unused(command,
                  {{"--size", exporter.takes_pixels},
                   {"--scale", exporter.takes_pixels},
                   {"--paper", paper},
                   {"--landscape", paper},
                   {"--no-letterhead", paper},
                   {"--words", exporter.takes_wording || exporter.may_mean_a_page}},
                  std::string(exporter.suffix.substr(1)), context->phrases);  // said before anything is drawn
    ChartExport request;
    ChartOptions chart = options.chart;
    LoadedDrawing loaded;
    if (!options.drawing.empty()) {
        loaded = open_chart_file(context->scene(), options.drawing);
        if (!loaded.drawing) return exit_data_has_problems;
        chart.body = body_asked(command, chart.body, loaded);
    }
    request.document = make_document(*context, chart);
    if (loaded.drawing) {
        request.document.drawing = *std::move(loaded.drawing);
        request.document.view.show_all_points = false;  // the findings are what is to be seen
    }
    request.document.view.show_labels = !options.no_labels;
    request.document.view.show_spillover = !options.no_spillover;
    request.document.view.show_muscle_area = !options.no_area;
    request.path = options.output;
    request.size = options.size;
    request.scale = options.scale;
    request.paper = options.paper == "Letter" ? Paper::letter : Paper::a4;
    request.landscape = options.landscape;
    request.on_paper = options.on_paper;
    if (exporter.takes_paper && !options.no_letterhead) request.letterhead = letterhead_of_settings(context->phrases);
    if (!options.wording.empty()) request.wording = options.wording == "plain" ? Wording::plain : Wording::clinical;

    const OffscreenGl gl;
    Renderer renderer(context->scene(), context->resources.shaders());
    export_chart(*context, renderer, request);
    return has_errors(loaded.problems) ? exit_data_has_problems : exit_ok;
}

}  // namespace

void add_export_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App& command =
        *app.add_subcommand("export", speech.help({word("Draw a chart into a {} file"), {exporter_words()}}));
    auto* point = command
                      .add_option("--point", options->chart.point,
                                  word("Trigger point to show, for example trapezius_upper/TrP1"))
                      ->type_name("ID");
    command.add_option("--muscle", options->chart.muscle, word("Muscle to show with all of its trigger points"))
        ->type_name("ID")
        ->excludes(point);
    add_way_in_options(command, options->chart, {point, command.get_option("--muscle")});
    command
        .add_option("--chart", options->drawing,
                    word("Chart file (.myomap) to draw: pain areas, findings, notes, kept patterns"))
        ->type_name("FILE");
    add_side_option(command, options->chart.side);
    add_body_option(command, options->chart.body);
    add_choice(command, "--view", options->chart.view,
               {"plate", "head_neck", "focus", "anterior", "posterior", "left", "right", "superior", "inferior"},
               word("What to show of the body; by default the views that show the point best, or the plate"));
    add_size_option(command, "--size", options->size, least_px, most_px,
                    speech.help({word("Pixels of a {}"), {exporter_words(&Exporter::takes_pixels)}}));
    command
        .add_option("--scale", options->scale,
                    speech.help({word("Size of text and marks in a {}"), {exporter_words(&Exporter::takes_pixels)}}))
        ->type_name("FACTOR")
        ->check(finite_range(0.25, 8.0).description(""))
        ->capture_default_str();
    auto* paper = add_choice(command, "--paper", options->paper, {"A4", "Letter"},
                             speech.help({word("Paper of a {}; with JSON: of the page whose picture is meant"),
                                          {exporter_words(&Exporter::takes_paper)}}));
    command.add_flag(
        "--landscape", options->landscape,
        speech.help({word("{} page across instead of upright"), {exporter_words(&Exporter::takes_paper)}}));
    add_choice(command, "--words", options->wording, {"plain", "clinical"},
               speech.help({word("Words of a {}: as one tells a patient, or as one writes to a colleague"),
                            {exporter_words(&Exporter::takes_wording)}}));
    command.add_flag("--no-letterhead", options->no_letterhead,
                     speech.help({word("Leave the letterhead out of a {}"), {exporter_words(&Exporter::takes_paper)}}));
    add_theme_option(command, options->chart.theme);
    add_layer_options(command, options->chart);
    add_language_option(command, options->chart.language, speech);
    command.add_flag("--no-labels", options->no_labels, word("Leave out the labels with leader lines"));
    command.add_flag("--no-spillover", options->no_spillover, word("Show only the essential zones"));
    command.add_flag("--no-area", options->no_area, word("Leave out the tint of the muscle's own area"));
    add_data_option(command, options->chart.data);
    command
        .add_option("-o,--output", options->output,
                    speech.help({word("File to write; its ending, {}, is the format"), {chart_suffixes()}}))
        ->type_name("FILE")
        ->required();
    set_footer(command, speech, {},
               {"myomap export --point trapezius_upper/TrP1 -o chart.png",
                "myomap export --point masseter_superficial/A --side left --body female --view head_neck -o jaw.png",
                "myomap export --muscle trapezius_upper --paper Letter --landscape -o handout.pdf",
                "myomap export --chart visit.myomap -o visit.png"});
    command.callback([options, paper, &command, &exit_code] {
        options->on_paper = paper->count() > 0;
        exit_code = run_export(command, *options);
    });
}

}  // namespace myomap
