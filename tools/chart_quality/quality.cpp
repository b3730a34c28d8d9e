#include "chart_quality/quality.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "chart/sight.h"
#include "chart/standard_views.h"
#include "chart/zone_parts.h"
#include "export/pdf_page.h"
#include "export/picture_facts.h"

namespace myomap {

ChartQuality measure_chart(const Context& context, ChartPainter& painter, PointRef point, BodyId body, bool on_paper) {
    constexpr float page_dpi = 144;
    const Scene scene = context.scene();
    Document document;
    document.view.body = body;
    document.view.layout = Layout::focus;
    document.selection = MuscleSelection{scene.atlas.muscle(point).id, scene.atlas.point(point).id};
    Picture picture;
    if (on_paper)
        pdf_page(painter, document, {.dpi = page_dpi}, &picture);
    else
        picture = compose(scene, document, {{1280, 800}}, painter.measure());
    const nlohmann::ordered_json facts = picture_facts(painter, document, picture);

    ChartQuality quality;
    quality.point = scene.atlas.full_id(point);
    quality.body = to_text(body);
    quality.language = scene.atlas.language.code();
    quality.on_paper = on_paper;
    quality.views = static_cast<int>(facts["views"].size());
    for (size_t v = 0; v < facts["views"].size(); ++v) {
        const auto& view = facts["views"][v];
        // A view is there for a zone that it shows enough of, or best; one that has the point besides slivers, for
        // that.
        const auto is_of = [&](const auto& zone) {
            return zone["seen_in_views"][v] >= QualityLimits{}.seen_in_one || zone["seen_in_views"][v] >= zone["seen"];
        };
        const auto is_marked = [&](const auto& mark) { return mark["view"] == v; };
        if (std::ranges::none_of(facts["zones"], is_of) && std::ranges::any_of(facts["marks"], is_marked)) {
            ++quality.point_views;
            continue;
        }
        double& least = v == 0 ? quality.least_spanned : quality.least_spanned_beside;
        least = std::min(least, view["spanned"].get<double>());
        quality.most_spanned = std::max(quality.most_spanned, view["spanned"].get<double>());
    }
    std::set<std::string> said;
    for (const auto& label : facts["labels"]) {
        ++quality.labels;
        said.insert(label["text"]);
        quality.cut_labels += label["cut"].get<bool>();
        quality.over_zone += label["covers"]["zone"] > 0;
        quality.over_mark += label["covers"]["mark"] > 0;
        quality.over_face += label["covers"]["face"] > 0;
    }
    std::set<std::string> wanted{scene.phrase("Trigger point {}", scene.atlas.point(point).label)};
    // A part that no view shows has nothing that a label could point to.
    const SkinAsset& skin = scene.body(body).skin();
    const auto shown = [&](const ZonePart& part) {
        for (const PictureView& view : picture.views)
            for (const auto& piece : part.pieces) {
                size_t open = 0;
                for (const std::uint32_t v : piece)
                    open += view.rect.contains(project(view, skin.positions[v])) &&
                            dot(skin.normals[v], toward_viewer(view.camera)) > 0.3f &&
                            seen(scene, scene.body(body), view,
                                 {.position = skin.positions[v], .normal = skin.normals[v], .vertex = v});
                if (4 * open > piece.size()) return true;
            }
        return false;
    };
    for (const ZonePart& part : zone_parts(scene, body, {&point, 1}, Side::right, true))
        if (shown(part)) wanted.insert(part.name);
    for (const std::string& name : wanted) quality.missing_labels += !said.contains(name);
    const QualityLimits limits;
    for (const auto& zone : facts["zones"]) {
        double sum = 0;
        for (const auto& share : zone["seen_in_views"]) sum += share.get<double>();
        const double most = zone["seen"];
        if (most < limits.seen_in_one && sum < limits.seen_in_all) quality.hidden_zones.push_back(most);
    }
    return quality;
}

std::string faults(const ChartQuality& q, const QualityLimits& limits) {
    std::vector<std::string> found;
    const auto count = [&](int number, const char* what) {
        if (number > 0) found.push_back(fmt::format("{} {}", number, what));
    };
    if (q.views > limits.most_views) found.push_back(fmt::format("{} views", q.views));
    if (q.least_spanned < limits.least_span) found.push_back(fmt::format("spans {:.2f}", q.least_spanned));
    if (q.least_spanned_beside < limits.least_span_beside)
        found.push_back(fmt::format("spans {:.2f} beside the first view", q.least_spanned_beside));
    count(q.cut_labels, "labels cut");
    count(q.missing_labels, "names without label");
    count(q.over_zone, "labels over a zone");
    count(q.over_mark, "labels over a mark");
    count(q.over_face, "labels over a face");
    for (const double seen : q.hidden_zones) found.push_back(fmt::format("a zone seen {:.2f}", seen));
    return fmt::format("{}", fmt::join(found, ", "));
}

std::string to_markdown(const std::vector<ChartQuality>& all, const QualityLimits& limits) {
    std::map<std::string, std::vector<const ChartQuality*>> rows;
    for (const ChartQuality& q : all)
        rows[fmt::format("{} | {} | {}", q.on_paper ? "A4 page" : "1280x800",
                         q.body == "adult_male" ? "male" : "female", q.language)]
            .push_back(&q);
    std::string text =
        "| picture | body | language | charts | views, mean | of the point alone | span, least | median | zones hidden "
        "| labels | cut | "
        "missing | over zone | over mark | over face |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (const auto& [head, charts] : rows) {
        std::vector<double> spans;
        int views = 0, alone = 0, hidden = 0, labels = 0, cut = 0, missing = 0, zone = 0, mark = 0, face = 0;
        double least = 1;
        for (const ChartQuality* q : charts) {
            spans.push_back(q->most_spanned);
            least = std::min(least, q->least_spanned);
            views += q->views, alone += q->point_views, hidden += static_cast<int>(q->hidden_zones.size()),
                labels += q->labels;
            cut += q->cut_labels, missing += q->missing_labels;
            zone += q->over_zone, mark += q->over_mark, face += q->over_face;
        }
        std::ranges::sort(spans);
        text += fmt::format("| {} | {} | {:.2f} | {} | {:.2f} | {:.2f} | {} | {} | {} | {} | {} | {} | {} |\n", head,
                            charts.size(), static_cast<double>(views) / static_cast<double>(charts.size()), alone,
                            least, spans[spans.size() / 2], hidden, labels, cut, missing, zone, mark, face);
    }
    text += "\n";
    for (const ChartQuality& q : all)
        if (const std::string what = faults(q, limits); !what.empty())
            text += fmt::format("- {} ({}, {}, {}): {}\n", q.point, q.body == "adult_male" ? "male" : "female",
                                q.language, q.on_paper ? "A4" : "1280x800", what);
    return text;
}

}  // namespace myomap
