#include <cstdio>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/chart_file.h"
#include "cli/chart_json.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "export/comparison.h"
#include "render/gl_context.h"
#include "report/compare_report.h"
#include "report/compare_signs.h"
#include "report/drawing_words.h"
#include "report/words.h"

namespace myomap {

namespace {

struct CompareOptions {
    std::string before, after;
    ChartOptions chart;
    std::string output;
    std::string paper = "A4";
    glm::ivec2 size{1800, 960};
    float scale = 1;
    bool no_letterhead = false;
    bool json = false;
};

Json value_json(const ComparedValue& value) {
    return {{"before", number_json(value.before)},
            {"after", number_json(value.after)},
            {"difference", number_json(value.difference())}};
}

Json extent_json(float before_cm2, float after_cm2) {
    const auto change = extent_change(before_cm2, after_cm2);
    return change ? Json(rounded(*change, 1000)) : Json(nullptr);
}

Json area_pair_json(const Scene& scene, const Comparison& comparison, const ComparedArea& area) {
    const auto of = [](const ComparedChart& chart, int index) {
        return index < 0 ? nullptr : &chart.figures.areas[static_cast<size_t>(index)];
    };
    const AreaFigures *before = of(comparison.before, area.before), *after = of(comparison.after, area.after);
    const auto one = [&](const AreaFigures* figures, int index) {
        return figures ? area_json(scene, *figures, static_cast<size_t>(index) + 1) : Json(nullptr);
    };
    return {{"change", to_text(area.change)},
            {"jaccard", rounded(area.jaccard, 1000)},
            {"extent_change", before && after ? extent_json(before->cm2, after->cm2) : Json(nullptr)},
            {"shared_with_others", rounded(area.shared, 1000)},
            {"now", value_json(area.now)},
            {"worst", value_json(area.worst)},
            {"usual", value_json(area.usual)},
            {"before", one(before, area.before)},
            {"after", one(after, area.after)}};
}

Json finding_json(const Scene& scene, const Finding* finding) {
    if (!finding) return nullptr;
    Json json{{"id", finding->id},
              {"activity", to_text(finding->activity)},
              {"tenderness", number_json(finding->tenderness)},
              {"words", finding_words(scene, *finding)},
              {"treated", finding->treatment.has_value()}};
    if (const auto& treatment = finding->treatment)
        json["treatment"] = {{"technique", treatment->technique},
                             {"before", number_json(treatment->before)},
                             {"after", number_json(treatment->after)}};
    return json;
}

Json comparison_json(const Scene& scene, const Comparison& comparison, const CompareReport& report,
                     const CompareOptions& options) {
    const auto chart = [](const ComparedChart& one, const std::string& file) -> Json {
        const VisitHeader& visit = *one.drawing.header;
        return {{"file", file}, {"patient", visit.patient}, {"date", visit.date}, {"examiner", visit.examiner}};
    };
    Json signs = Json::array(), areas = Json::array(), findings = Json::array();
    for (const ComparedSign& sign : compared_signs(scene, comparison))
        signs.push_back({{"id", sign.id},
                         {"change", to_text(sign.change)},
                         {"emergency", sign.flag && sign.flag->emergency},
                         {"words", sign.flag ? sign.flag->brief_in(to_text(scene.atlas.language)) : sign.id}});
    for (const ComparedArea& area : comparison.areas) areas.push_back(area_pair_json(scene, comparison, area));
    for (const ComparedFinding& one : comparison.findings) {
        const Finding& finding = one.after ? *one.after : *one.before;
        findings.push_back({{"place", place_words(scene, finding, comparison.body)},
                            {"muscle", finding.muscle},
                            {"point", finding.point},
                            {"side", to_text(finding.side)},
                            {"before", finding_json(scene, one.before)},
                            {"after", finding_json(scene, one.after)}});
    }
    const AreaFigures &before = comparison.before.figures.together, &after = comparison.after.figures.together;
    return {{"before", chart(comparison.before, options.before)},
            {"after", chart(comparison.after, options.after)},
            {"body", to_text(comparison.body)},
            {"remarks", report.remarks},
            {"as_before",
             {{"least_jaccard", rounded(redraw_jaccard, 1000)}, {"extent_change_below", rounded(redraw_extent, 1000)}}},
            {"warning_signs", std::move(signs)},
            {"areas", std::move(areas)},
            {"together",
             {{"jaccard", rounded(comparison.jaccard, 1000)},
              {"extent_change", extent_json(before.cm2, after.cm2)},
              {"before", figures_json(scene, before)},
              {"after", figures_json(scene, after)}}},
            {"skin",
             {{"gone", figures_json(scene, comparison.skin.gone)},
              {"stayed", figures_json(scene, comparison.skin.stayed)},
              {"new", figures_json(scene, comparison.skin.new_)}}},
            {"findings", std::move(findings)}};
}

void print_words(const Scene& scene, const CompareReport& report) {
    print_line(join({report.title, report.before, report.after, report.figure}));
    for (const std::string& remark : report.remarks) print_line(remark);
    for (const CompareSigns& group : report.signs) {
        fmt::print("\n");
        print_line(group.heading);
        const std::string urgent = "  ! ", other = "  - ";
        for (const CompareSigns::Sign& sign : group.signs) print_line((sign.emergency ? urgent : other) + sign.text);
        if (!group.more.empty()) print_line(other + group.more);
    }
    std::vector<std::vector<std::string>> areas{
        in_words(scene.phrases(), {word("AREA"), word("WHERE"), word("BEFORE"), word("AFTER"), word("CHANGE")})};
    for (const CompareRow& row : report.areas)
        areas.push_back({row.name, (row.is_detail ? "  " : "") + row.what, row.before, row.after, row.change});
    print_rows(areas);
    for (const std::string& note : report.notes) print_line(note);
    std::vector<std::vector<std::string>> findings{
        in_words(scene.phrases(), {word("FINDING"), word("BEFORE"), word("AFTER"), word("CHANGE")})};
    for (const CompareRow& row : report.findings) findings.push_back({row.what, row.before, row.after, row.change});
    print_rows(findings);
    fmt::print("\n{}\n", short_disclaimer(scene));
}

int run_compare(const CLI::App& command, const CompareOptions& options) {
    const auto context = open_dataset("", options.chart.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    const bool page = !options.output.empty() && is_comparison_page(options.output);
    const bool picture = !options.output.empty() && !page;
    refuse_unused(command,
                  {{"--view", page || picture},
                   {"--theme", picture},
                   {"--size", picture},
                   {"--scale", picture},
                   {"--paper", page},
                   {"--no-letterhead", page}},
                  page      ? "pdf"
                  : picture ? "png"
                            : "",
                  scene.phrases());
    const LoadedDrawing before = open_chart_file(scene, options.before, word("The first chart: {}"));
    const LoadedDrawing after = open_chart_file(scene, options.after, word("The second chart: {}"));
    if (!before.drawing || !after.drawing) return exit_data_has_problems;
    ChartOptions chart = options.chart;
    chart.body = body_asked(command, chart.body, after);
    const Comparison comparison = compare(scene, *before.drawing, *after.drawing, parse_body(chart.body));
    const CompareReport report = compare_report(scene, comparison);
    if (options.json)
        print_as_json(comparison_json(scene, comparison, report, options));
    else if (options.output.empty())
        print_words(scene, report);
    if (!options.output.empty()) {
        ComparisonExport request{comparison};
        request.view = make_document(*context, chart).view;
        if (chart.view.empty()) request.subjects = comparison_views(scene, comparison);
        request.path = options.output;
        request.size = options.size;
        request.scale = options.scale;
        request.paper = options.paper == "Letter" ? Paper::letter : Paper::a4;
        if (page && !options.no_letterhead) request.letterhead = letterhead_of_settings(scene.phrases());
        for (const std::string& remark : report.remarks)
            if (!options.json) complain(remark);
        const OffscreenGl gl;
        Renderer renderer(scene, context->resources.shaders());
        export_comparison(*context, renderer, request);
    }
    return has_errors(before.problems) || has_errors(after.problems) ? exit_data_has_problems : exit_ok;
}

}  // namespace

void add_chart_compare_command(CLI::App& chart, Speech& speech, int& exit_code) {
    auto options = std::make_shared<CompareOptions>();
    CLI::App& compare =
        *chart.add_subcommand("compare", word("Say, or draw, what differs between two charts of one patient"));
    compare.add_option("before", options->before, word("The older chart"))->type_name("FILE")->required();
    compare.add_option("after", options->after, word("The newer chart"))->type_name("FILE")->required();
    add_body_option(compare, options->chart.body);
    compare.add_flag("--json", options->json, word("Print it as JSON"));
    add_choice(compare, "--view", options->chart.view,
               {"plate", "head_neck", "anterior", "posterior", "left", "right", "superior", "inferior"},
               word("What to show of the body; by default the views that show what was painted"));
    add_theme_option(compare, options->chart.theme);
    add_size_option(compare, "--size", options->size, 300, 8192, word("Pixels of a picture"));
    compare.add_option("--scale", options->scale, word("Size of text and marks in a picture"))
        ->type_name("FACTOR")
        ->check(finite_range(0.25, 8.0).description(""))
        ->capture_default_str();
    add_choice(compare, "--paper", options->paper, {"A4", "Letter"}, word("Paper of a page"));
    compare.add_flag("--no-letterhead", options->no_letterhead, word("Leave the letterhead out of a page"));
    add_language_option(compare, options->chart.language, speech);
    compare
        .add_option(
            "-o,--output", options->output,
            word("File to write instead: .png is the picture, before, after and difference; .pdf is a page with "
                 "picture and words"))
        ->type_name("FILE");
    set_footer(compare, speech,
               {word("Areas are matched by where they lie, not by name. One is \"as before\" where it differs by no "
                     "more\n"
                     "than people redraw the same pain: docs/chart-format.md says how that is measured. Warning signs\n"
                     "come first: what is answered yes, and what was not asked where it hurts newly.")},
               {"myomap chart compare october.myomap november.myomap",
                "myomap chart compare october.myomap november.myomap -o compared.pdf",
                "myomap chart compare october.myomap november.myomap --view posterior --theme dark -o compared.png"});
    compare.callback([options, &compare, &exit_code] { exit_code = run_compare(compare, *options); });
}

}  // namespace myomap
