#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "chart/words.h"
#include "cli/chart_file.h"
#include "cli/chart_json.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "report/drawing_report.h"
#include "report/drawing_words.h"
#include "report/finding_facts.h"
#include "report/words.h"

namespace myomap {

namespace {

struct ShowOptions {
    std::string file;
    std::string body = "male";
    std::string language = "en";
    bool json = false;
    bool csv = false;
};

Json chart_json(const Scene& scene, const Drawing& drawing, const DrawingFigures& figures, const std::string& file) {
    Json areas = Json::array(), findings = Json::array(), notes = Json::array(), kept = Json::array();
    for (size_t i = 0; i < figures.areas.size(); ++i) areas.push_back(area_json(scene, figures.areas[i], i + 1));
    for (const Finding& finding : drawing.findings)
        findings.push_back({{"id", finding.id},
                            {"place", place_words(scene, finding, figures.body)},
                            {"muscle", finding.muscle},
                            {"point", finding.point},
                            {"side", to_text(finding.side)},
                            {"activity", to_text(finding.activity)},
                            {"words", finding_words(scene, finding)},
                            {"treated", finding.treatment.has_value()}});
    for (const Note& note : drawing.notes)
        notes.push_back(
            {{"id", note.id}, {"kind", to_text(note.kind)}, {"symbol", to_text(note.symbol)}, {"text", note.text}});
    for (const KeptPattern& pattern : drawing.kept)
        kept.push_back({{"letter", std::string(1, pattern.letter)},
                        {"muscle", pattern.muscle},
                        {"point", pattern.point},
                        {"side", to_text(pattern.side)}});
    const VisitHeader& visit = *drawing.header;
    return {{"file", file},
            {"visit", {{"patient", visit.patient}, {"date", visit.date}, {"examiner", visit.examiner}}},
            {"body", to_text(figures.body)},
            {"areas", std::move(areas)},
            {"together", figures_json(scene, figures.together)},
            {"findings", std::move(findings)},
            {"notes", std::move(notes)},
            {"kept", std::move(kept)}};
}

// A row an area and one for all together; numbers with a point, whatever the language.
void print_csv(const Scene& scene, const DrawingFigures& figures) {
    fmt::print("area,body,where,qualities,depth,now,worst,usual,cm2,of_body,left_cm2,right_cm2\r\n");
    const auto number = [](const std::optional<float>& value) { return value ? fmt::format("{:g}", *value) : ""; };
    const auto row = [&](const std::string& name, const AreaFigures& one) {
        const PainArea area = one.area ? *one.area : PainArea{};
        fmt::print("{},{},{},{},{},{},{},{},{:.1f},{:.5f},{:.1f},{:.1f}\r\n", name, to_text(figures.body),
                   csv_cell(where_words(scene, one)), csv_cell(one.area ? quality_words(scene, area) : ""),
                   one.area ? to_text(area.depth) : "", number(area.now), number(area.worst), number(area.usual),
                   one.cm2, one.of_body, one.left_cm2, one.right_cm2);
    };
    for (size_t i = 0; i < figures.areas.size(); ++i) row(fmt::format("P{}", i + 1), figures.areas[i]);
    row("all", figures.together);
}

void print_visit(const Scene& scene, const VisitHeader& visit, BodyId body) {
    const std::string patient = visit.patient.empty() ? scene.phrase(word("No patient label")) : visit.patient;
    const std::string date = visit.date.empty() ? scene.phrase(word("no date")) : visit.date;
    print_line(join({patient, date, body_words(scene, body)}));
    std::vector<std::vector<std::string>> rows{in_words(scene.phrases(), {word("ANSWER"), word("WARNING SIGN")})};
    for (const AskedSign& sign : visit.warning_signs) {
        const RedFlag* flag = scene.symptoms ? scene.symptoms->find_red_flag(sign.id) : nullptr;
        rows.push_back(
            {scene.phrase(words_of(sign.answer)), flag ? flag->brief_in(to_text(scene.atlas.language)) : sign.id});
    }
    print_rows(rows);
}

void print_areas(const Scene& scene, const DrawingFigures& figures) {
    if (figures.areas.empty()) return;
    std::vector<std::vector<std::string>> rows{
        in_words(scene.phrases(),
                 {word("AREA"), word("WHERE"), word("QUALITY"), word("DEPTH"), word("INTENSITY"), word("SIZE")})};
    for (size_t i = 0; i < figures.areas.size(); ++i) {
        const AreaFigures& one = figures.areas[i];
        rows.push_back({fmt::format("P{}", i + 1), where_words(scene, one), quality_words(scene, *one.area),
                        scene.phrase(words_of(one.area->depth)), intensity_words(scene, *one.area),
                        size_words(scene, one)});
    }
    print_rows(rows);
    const AreaFigures& all = figures.together;
    const float both = all.left_cm2 + all.right_cm2;
    print_line(
        scene.phrase(word("All areas: {}; {} % of that on the patient's right."),
                     {size_words(scene, all), number_words(scene, both > 0 ? 100 * all.right_cm2 / both : 0, 0)}));
}

void print_findings(const Scene& scene, const Drawing& drawing, BodyId body) {
    std::vector<std::vector<std::string>> found{in_words(scene.phrases(), {word("PLACE"), word("FOUND")})};
    for (const Finding& finding : drawing.findings)
        found.push_back({place_words(scene, finding, body), finding_words(scene, finding)});
    print_rows(found);
    std::vector<std::vector<std::string>> treated{in_words(scene.phrases(), {word("TREATED"), word("HOW")})};
    for (size_t i = 0; i < drawing.findings.size(); ++i) {
        if (!drawing.findings[i].treatment) continue;
        std::string name = numbered('F', i);
        for (const ReportItem& fact : treatment_facts(scene, *drawing.findings[i].treatment)) {
            treated.push_back({name, fact.name.empty() ? fact.text : scene.phrase("{}: ", fact.name) + fact.text});
            name.clear();
        }
    }
    print_rows(treated);
    std::vector<std::vector<std::string>> notes{in_words(scene.phrases(), {word("NOTE"), word("TEXT")})};
    for (size_t i = 0; i < drawing.notes.size(); ++i)
        notes.push_back({numbered('N', i), note_words(scene, drawing.notes[i], body)});
    print_rows(notes);
    std::vector<std::vector<std::string>> kept{in_words(scene.phrases(), {word("KEPT"), word("PATTERN")})};
    for (const KeptPattern& pattern : drawing.kept)
        kept.push_back(
            {std::string(1, pattern.letter),
             place_words(scene, {.muscle = pattern.muscle, .point = pattern.point, .side = pattern.side}, body)});
    print_rows(kept);
}

int run_show(const CLI::App& command, const ShowOptions& options) {
    const auto context = open_dataset("", options.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    const LoadedDrawing loaded = open_chart_file(scene, options.file);
    if (!loaded.drawing) return exit_data_has_problems;
    const BodyId body = parse_body(body_asked(command, options.body, loaded));
    const DrawingFigures figures = figures_of(scene, *loaded.drawing, body);
    if (options.json) {
        print_as_json(chart_json(scene, *loaded.drawing, figures, options.file));
    } else if (options.csv) {
        print_csv(scene, figures);
    } else {
        print_visit(scene, *loaded.drawing->header, body);
        print_areas(scene, figures);
        print_findings(scene, *loaded.drawing, body);
        fmt::print("\n{}\n", short_disclaimer(scene));
    }
    return has_errors(loaded.problems) ? exit_data_has_problems : exit_ok;
}

}  // namespace

void add_chart_command(CLI::App& app, Speech& speech, int& exit_code) {
    CLI::App& chart = *app.add_subcommand("chart", word("Say what a chart file (.myomap) holds"));
    chart.require_subcommand(1);
    auto options = std::make_shared<ShowOptions>();
    CLI::App& show = *chart.add_subcommand("show", word("Say in words and figures what was marked and found"));
    show.add_option("file", options->file, word("The chart to show"))->type_name("FILE")->required();
    add_body_option(show, options->body);
    auto* json = show.add_flag("--json", options->json, word("Print it as JSON"));
    show.add_flag("--csv", options->csv, word("Print the figures of the areas as CSV"))->excludes(json);
    add_language_option(show, options->language, speech);
    set_footer(
        show, speech,
        {word("Areas are numbered by their worst intensity. Sizes are of skin, measured on the body that is named: "
              "the\n"
              "two differ. What the file says wrongly goes to standard error; the rest is shown, and the command "
              "ends\n"
              "with 1.")},
        {"myomap chart show visit.myomap", "myomap chart show visit.myomap --body female --json"});
    show.callback([options, &show, &exit_code] { exit_code = run_show(show, *options); });
    add_chart_compare_command(chart, speech, exit_code);
}

}  // namespace myomap
