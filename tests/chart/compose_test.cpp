#include "chart/compose.h"

#include <gtest/gtest.h>

#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

Document upper_trapezius(SideChoice side) {
    Document document;
    document.selection = MuscleSelection{"trapezius_upper", "TrP1"};
    document.view.side = side;
    return document;
}

Picture composed(const Document& document) { return compose(test::scene(), document, {{1280, 800}, 1, true}, measure); }

// How much of a field lies on the patient's left.
double left_share(const SparseField& field, BodyId body) {
    double left = 0;
    for (const std::uint32_t v : field.vertices) left += test::body(body).skin().positions[v].x > 0;
    return field.empty() ? 0 : left / static_cast<double>(field.size());
}

TEST(Compose, SameInputSamePicture) {
    EXPECT_EQ(composed(upper_trapezius(SideChoice::both)), composed(upper_trapezius(SideChoice::both)));
}

TEST(Compose, NothingSelectedPaintsNothing) {
    const Picture picture = composed({});
    EXPECT_TRUE(picture.channels.essential.empty());
    EXPECT_TRUE(picture.channels.spillover.empty());
    EXPECT_TRUE(picture.labels.empty());
    EXPECT_EQ(picture.views.size(), 4u);
    EXPECT_FALSE(picture.markers.empty()) << "every trigger point can be found and clicked";
}

TEST(Compose, SidesAreThePatients) {
    for (const BodyId body : body_ids) {
        Document document = upper_trapezius(SideChoice::right);
        document.view.body = body;
        EXPECT_LT(left_share(composed(document).channels.essential, body), 0.02);
        document.view.side = SideChoice::left;
        EXPECT_GT(left_share(composed(document).channels.essential, body), 0.98);
        document.view.side = SideChoice::both;
        EXPECT_NEAR(left_share(composed(document).channels.essential, body), 0.5, 0.03);
    }
}

TEST(Compose, RightSideShowsInTheRightView) {
    const Picture picture = composed(upper_trapezius(SideChoice::right));
    for (const Marker& marker : picture.markers) {
        if (marker.style == MarkerStyle::quiet) continue;
        EXPECT_EQ(marker.side, Side::right);
        EXPECT_NE(picture.views[static_cast<size_t>(marker.view)].title, "Patient's left side");
        if (picture.views[static_cast<size_t>(marker.view)].title == "Anterior") {
            const Rect& rect = picture.views[static_cast<size_t>(marker.view)].rect;
            EXPECT_LT(marker.at.x, rect.x + 0.5f * rect.width) << "the patient's right is on the left of the page";
        }
    }
}

TEST(Compose, SpilloverAndAreaCanBeHidden) {
    Document document = upper_trapezius(SideChoice::left);
    EXPECT_FALSE(composed(document).channels.spillover.empty());
    EXPECT_FALSE(composed(document).channels.area.empty());
    document.view.show_spillover = false;
    document.view.show_muscle_area = false;
    const Picture picture = composed(document);
    EXPECT_TRUE(picture.channels.spillover.empty());
    EXPECT_TRUE(picture.channels.area.empty());
    EXPECT_FALSE(picture.channels.essential.empty());
    for (const LegendEntry& entry : picture.legend) {
        EXPECT_NE(entry.swatch, LegendSwatch::spillover);
        EXPECT_NE(entry.swatch, LegendSwatch::area);
    }
}

TEST(Compose, WholeMuscleUnitesItsPoints) {
    Document one = upper_trapezius(SideChoice::left), all = one;
    all.selection = MuscleSelection{chosen_muscle(one.selection), ""};
    EXPECT_GE(composed(all).channels.essential.size(), composed(one).channels.essential.size());
    int selected = 0;
    for (const Marker& marker : composed(all).markers) selected += marker.style == MarkerStyle::selected;
    EXPECT_GE(selected, 2);
}

TEST(Compose, CaptionNamesMusclePointAndSide) {
    const Atlas& atlas = test::atlas();
    const std::string caption = composed(upper_trapezius(SideChoice::right)).caption;
    EXPECT_NE(caption.find(atlas.muscles[0].name), std::string::npos);
    EXPECT_NE(caption.find("patient's right"), std::string::npos);
}

TEST(Compose, LegendFitsThePicture) {
    for (const int width : {320, 500, 800, 1280}) {
        const Picture picture =
            compose(test::scene(), upper_trapezius(SideChoice::left), {{width, 600}, 1, true}, measure);
        for (const LegendEntry& entry : picture.legend) {
            EXPECT_GE(entry.swatch_rect.x, 0);
            if (width >= 500) {
                EXPECT_LE(entry.text_at.x + measure.width(entry.text, 12, FontWeight::regular),
                          static_cast<float>(width));
            }
        }
    }
}

}  // namespace
}  // namespace myomap
