#include "cli/find_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "chart/drawing_figures.h"
#include "chart/words.h"
#include "cli/cli.h"
#include "cli/places.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "finder/drawing_query.h"
#include "report/drawing_words.h"
#include "report/find_words.h"
#include "report/words.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

struct ChartAnswer {
    Query query;
    DrawingSigns signs;
    std::vector<Found> found;  // a muscle's best point on each side
    std::optional<Together> together;
};

std::string percent(float share) { return fmt::format("{} %", std::lround(100 * share)); }

const PainArea& area_named(const Scene& scene, const std::vector<const PainArea*>& areas, const std::string& name) {
    for (size_t i = 0; i < areas.size(); ++i)
        if (fold(name) == fold(fmt::format("P{}", i + 1))) return *areas[i];
    throw CLI::ValidationError(
        "--area", areas.empty() ? scene.phrase(word("the chart has no pain areas"))
                                : scene.phrase(word("the chart has no area \"{}\"; its areas are P1 to P{}"),
                                               {name, std::to_string(areas.size())}));
}

ChartAnswer answer_of(const Scene& scene, const Drawing& drawing, const ChartQuestion& question) {
    std::vector<const PainArea*> areas = in_order_of_worst(drawing.areas);
    ChartAnswer answer;
    if (question.area.empty()) {
        answer.query = query_of(scene, drawing, question.body);
    } else {
        const PainArea& area = area_named(scene, areas, question.area);
        answer.query = query_of(scene, area, question.body);
        areas = {&area};
    }
    const DrawingFigures figures = figures_of(scene, drawing, question.body);
    answer.query.words = question.area.empty() && figures.areas.size() > 1
                             ? area_places(scene, figures)
                             : query_words(scene, answer.query, question.body);
    answer.signs = signs_of(scene, areas, question.body);
    const Finder finder(scene, question.body);
    answer.found =
        best_of_muscles(finder.find(answer.query, std::nullopt, std::numeric_limits<int>::max()), question.limit);
    if (question.together) answer.together = explain_together(scene, finder, question.body, answer.query);
    return answer;
}

// What both kinds of answers name a point by.
Json point_json(const Scene& scene, PointRef ref, Side side, int level) {
    const Muscle& muscle = scene.atlas.muscle(ref);
    Json json{
        {"muscle", muscle.id}, {"parent", muscle.parent}, {"point", scene.atlas.full_id(ref)}, {"side", to_text(side)}};
    if (const std::string& at = level_of(scene.atlas, {ref, side, level}); !at.empty()) json["level"] = at;
    return json;
}

Json together_json(const Scene& scene, const Together& together, BodyId body) {
    Json parts = Json::array();
    for (const TogetherPart& part : together.parts) {
        Json one = point_json(scene, part.ref, part.side, part.level);
        one["explained"] = rounded(part.explained);
        one["pattern_share"] = rounded(part.pattern_share);
        one["adds"] = rounded(part.adds);
        parts.push_back(std::move(one));
    }
    return {{"explained", rounded(together.explained)},
            {"pattern_share", rounded(together.pattern_share)},
            {"enough", together.enough},
            {"much_beyond", together.much_beyond},
            {"words", together_words(scene, together, body)},
            {"points", std::move(parts)}};
}

Json to_json(const Scene& scene, const ChartAnswer& answer, const ChartQuestion& question) {
    Json signs = Json::array(), nerve = Json::array(), results = Json::array();
    for (const RedFlag* flag : answer.signs.warning_signs)
        signs.push_back({{"id", flag->id},
                         {"emergency", flag->emergency},
                         {"words", flag->brief_in(to_text(scene.atlas.language))}});
    for (const Symptom* symptom : answer.signs.nerve)
        nerve.push_back({{"complaint", symptom->id}, {"words", symptom->in(to_text(scene.atlas.language)).note}});
    for (const Found& found : answer.found) {
        Json result = point_json(scene, found.ref, found.side, found.level);
        result["zone"] = to_text(found.zone);
        result["score"] = rounded(found.score);
        result["explained"] = rounded(found.explained);
        result["pattern_share"] = rounded(found.pattern_share);
        result["reason"] = fit_words(scene, answer.query, question.body, found, answer.signs);
        results.push_back(std::move(result));
    }
    Json json{{"chart", question.file},
              {"area", question.area.empty() ? Json(nullptr) : Json(capitalised(question.area))},
              {"body", to_text(question.body)},
              {"where", answer.query.words},
              {"warning_signs", std::move(signs)},
              {"nerve", std::move(nerve)},
              {"results", std::move(results)}};
    if (answer.together) json["together"] = together_json(scene, *answer.together, question.body);
    return json;
}

void print_together(const Scene& scene, const Together& together, BodyId body) {
    fmt::print("\n{}\n", together_words(scene, together, body));
    if (together.parts.size() < 2) return;
    std::vector<std::vector<std::string>> rows{
        in_words(scene.phrases(),
                 {word("TRIGGER POINT"), word("SIDE"), word("EXPLAINS"), word("ADDS"), word("DRAWN OF ITS PATTERN")})};
    for (const TogetherPart& part : together.parts)
        rows.push_back({scene.atlas.full_id(part.ref), scene.phrase(to_text(part.side)), percent(part.explained),
                        percent(part.adds), percent(part.pattern_share)});
    fmt::print("{}", text_table(rows));
}

void print_answer(const Scene& scene, const ChartAnswer& answer, const ChartQuestion& question) {
    print_line(in_one_line(join({answer.query.words, body_words(scene, question.body)}, " \u00b7 ")));
    if (const auto items = sign_items(scene, answer.signs); !items.empty()) {
        fmt::print("\n{}\n", scene.phrase(word("First: is it something else?")));
        for (const ReportItem& item : items) fmt::print("{} {}\n", item.emergency ? "!" : "-", capitalised(item.text));
    }
    if (answer.together) print_together(scene, *answer.together, question.body);
    if (answer.found.empty()) {
        fmt::print("\n{}\n", scene.phrase(word("No zone of the dataset covers this place.")));
        return;
    }
    std::vector<std::vector<std::string>> rows{
        in_words(scene.phrases(), {word("RANK"), word("TRIGGER POINT"), word("MUSCLE"), word("SIDE"), word("EXPLAINS"),
                                   word("DRAWN OF ITS PATTERN"), word("REASON")})};
    for (const Found& found : answer.found)
        rows.push_back({std::to_string(rows.size()), scene.atlas.full_id(found.ref),
                        without_brackets(scene.atlas.muscle(found.ref).name), scene.phrase(to_text(found.side)),
                        percent(found.explained), percent(found.pattern_share),
                        fit_words(scene, answer.query, question.body, found, answer.signs)});
    fmt::print("\n{}\n{}\n", text_table(rows), short_disclaimer(scene));
}

}  // namespace

int find_in_chart(const Scene& scene, const Drawing& drawing, const ChartQuestion& question) {
    const ChartAnswer answer = answer_of(scene, drawing, question);
    if (answer.query.field.empty()) {
        complain(scene.phrase(word("The chart shows no pain; mark pain areas first.")));
        return exit_data_has_problems;
    }
    if (question.json)
        print_as_json(to_json(scene, answer, question));
    else
        print_answer(scene, answer, question);
    return exit_ok;
}

}  // namespace myomap
