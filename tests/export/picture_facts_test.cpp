// The facts of a picture against a picture whose faults are known.

#include "export/picture_facts.h"

#include <gtest/gtest.h>

#include "app/context.h"
#include "chart/standard_views.h"
#include "render/gl_context.h"

namespace myomap {
namespace {

class PictureFacts : public testing::Test {
protected:
    const std::unique_ptr<Context> context = open_context();
    const OffscreenGl gl;
    Renderer renderer{context->scene(), context->resources.shaders()};
    ChartPainter painter{*context, renderer};
    Document document;

    void SetUp() override {
        document.selection = MuscleSelection{"trapezius_upper", "TrP1"};
        document.view.layout = Layout::focus;
    }
    Picture picture() const { return compose(context->scene(), document, {{640, 480}}, painter.measure()); }
    nlohmann::ordered_json facts(const Picture& of) { return picture_facts(painter, document, of); }
};

TEST_F(PictureFacts, SayWhatTheHeadacheChartShows) {
    const Picture chart = picture();
    const auto said = facts(chart);
    EXPECT_EQ(said["size"], nlohmann::json::array({640, 480}));
    ASSERT_EQ(said["views"].size(), chart.views.size());
    EXPECT_GT(said["views"][0]["spanned"], 0.45);
    EXPECT_LT(said["views"][0]["spanned"], 1);
    EXPECT_EQ(said["labels"].size(), chart.labels.size());
    for (const auto& label : said["labels"]) {
        EXPECT_FALSE(label["cut"]) << label;
        EXPECT_EQ(label["covers"]["zone"], 0) << label;
        EXPECT_EQ(label["covers"]["mark"], 0) << label;
        EXPECT_EQ(label["covers"]["face"], 0) << label;
    }
    ASSERT_EQ(said["zones"].size(), 3u);
    EXPECT_EQ(said["zones"][0]["kind"], "essential");
    EXPECT_GT(said["zones"][0]["seen"], 0.8);
    EXPECT_EQ(said["legend"][0]["text"], "Essential zone: felt by nearly everyone");
    EXPECT_EQ(said["legend"][0]["color"], "#c4161c");
}

TEST_F(PictureFacts, ALabelOverWhatItMustNotCoverIsTold) {
    Picture chart = picture();
    ASSERT_GE(chart.labels.size(), 2u);
    Label& label = chart.labels[0];
    const glm::vec2 half{0.5f * label.box.width, 0.5f * label.box.height};
    const auto covers = [&](glm::vec2 middle, const char* what) -> double {
        label.box.x = middle.x - half.x, label.box.y = middle.y - half.y;
        return facts(chart)["labels"][0]["covers"][what];
    };
    const auto mark =
        std::ranges::find_if(chart.marks, [&](const Mark& one) { return one.view == label.view && !one.hidden; });
    ASSERT_NE(mark, chart.marks.end());
    EXPECT_GT(covers(mark->at, "mark"), 0);
    EXPECT_GT(covers(chart.labels[1].leaders[0].to, "skin"), 0.9);
    for (const Label& one : chart.labels)
        if (one.lines[0] == "Temple") EXPECT_GT(covers(one.leaders[0].to, "zone"), 0.5);
    document.view.layout = Layout::single;
    document.view.single = standard_camera(StandardView::anterior, {0, 165, 0}, 40);
    chart = picture();
    ASSERT_FALSE(chart.labels.empty());
    Label& over = chart.labels[0];
    over.box.x = 320 - 0.5f * over.box.width;
    double most = 0;
    for (float y = 60; y < 400; y += 40) {
        over.box.y = y;
        most = std::max(most, facts(chart)["labels"][0]["covers"]["face"].get<double>());
    }
    EXPECT_GT(most, 0.5) << "somewhere down the middle there is a face";
}

TEST_F(PictureFacts, AZoneThatIsTurnedAwayIsNotSeen) {
    document.view.layout = Layout::single;
    document.view.single = standard_camera(StandardView::left, {0, 160, 0}, 60);
    const auto turned_away = facts(picture());
    for (const auto& zone : turned_away["zones"]) EXPECT_LT(zone["seen"], 0.2) << zone;
    document.view.single = standard_camera(StandardView::right, {0, 160, 0}, 60);
    EXPECT_GT(facts(picture())["zones"][0]["seen"], 0.8);
}

}  // namespace
}  // namespace myomap
