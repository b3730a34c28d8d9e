// JSON: what the picture of the same options really shows, measured; for tests of charts.

#include "base/word.h"
#include "export/chart_painter.h"
#include "export/exporter.h"
#include "export/pdf_page.h"
#include "export/picture_facts.h"

namespace myomap {

namespace {

std::vector<std::uint8_t> facts_of_chart(ChartPainter& painter, const ChartExport& request) {
    constexpr float page_dpi = 144;
    Document document = request.document;
    Picture picture;
    if (request.on_paper) {
        document.view.theme = Theme::light;
        pdf_page(painter, document, {request.paper, request.landscape, page_dpi, request.wording, request.letterhead},
                 &picture);
    } else {
        picture = compose(painter.context().scene(), document,
                          {.pixels = request.size,
                           .scale = request.scale,
                           .imprint = imprint_of(painter.context().scene(), document)},
                          painter.measure());
    }
    const std::string text = picture_facts(painter, document, picture).dump(1) + "\n";
    return {text.begin(), text.end()};
}

}  // namespace

extern const Exporter facts_exporter;  // in the table of exporter.cpp
const Exporter facts_exporter{.id = "json",
                              .suffix = ".json",
                              .name = word("Facts of the picture"),
                              .takes_pixels = true,
                              .may_mean_a_page = true,
                              .chart = facts_of_chart};

}  // namespace myomap
