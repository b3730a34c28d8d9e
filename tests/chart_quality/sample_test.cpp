// What is promised of charts, measured on a fixed sample of the trigger points; all of them: docs/chart-quality.md.

#include <algorithm>

#include <gtest/gtest.h>

#include "chart_quality/quality.h"
#include "export/chart_painter.h"
#include "render/gl_context.h"

namespace myomap {
namespace {

// Five points a test, so that each is short; bodies, languages and pictures take turns.
class ChartSample : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Points, ChartSample, testing::Range(0, 8));

TEST_P(ChartSample, IsFitToBeShown) {
    constexpr size_t charts = 5, sample = 40;
    const int turn = GetParam();
    const auto context = open_context(std::nullopt, Language(turn & 1 ? "fr" : "en"));
    const OffscreenGl gl;
    Renderer renderer(context->scene(), context->resources.shaders());
    ChartPainter painter(*context, renderer);
    const std::vector<PointRef> points = context->atlas().all_points();
    const size_t step = points.size() / sample;
    std::vector<double> spans;
    for (size_t i = 0; i < charts; ++i) {
        const PointRef point = points[step / 2 + step * (8 * i + static_cast<size_t>(turn))];
        const ChartQuality quality = measure_chart(*context, painter, point, body_ids[(turn >> 1) & 1], turn & 4);
        EXPECT_EQ(faults(quality), "") << quality.point << " on " << quality.body << (turn & 4 ? ", A4" : "");
        EXPECT_GE(quality.labels, 2) << quality.point;
        spans.push_back(quality.most_spanned);
    }
    std::ranges::sort(spans);
    // Of five; of all of them the median is over 0.6: docs/chart-quality.md.
    EXPECT_GE(spans[charts / 2], 0.5);
}

}  // namespace
}  // namespace myomap
