#include "chart/compose.h"

#include <gtest/gtest.h>

#include "chart/message_words.h"
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

SparseField field_of(const Picture& picture, const char* id) {
    const PaintLayer* layer = find_layer(picture, id);
    return layer ? layer->field : SparseField{};
}

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
    EXPECT_TRUE(picture.layers.empty());
    EXPECT_TRUE(picture.labels.empty());
    EXPECT_EQ(picture.views.size(), 4u);
    EXPECT_FALSE(picture.marks.empty()) << "every trigger point can be found and clicked";
}

TEST(Compose, SidesAreThePatients) {
    for (const BodyId body : body_ids) {
        Document document = upper_trapezius(SideChoice::right);
        document.view.body = body;
        EXPECT_LT(left_share(field_of(composed(document), "essential"), body), 0.02);
        document.view.side = SideChoice::left;
        EXPECT_GT(left_share(field_of(composed(document), "essential"), body), 0.98);
        document.view.side = SideChoice::both;
        EXPECT_NEAR(left_share(field_of(composed(document), "essential"), body), 0.5, 0.03);
    }
}

TEST(Compose, RightSideShowsInTheRightView) {
    const Picture picture = composed(upper_trapezius(SideChoice::right));
    for (const Mark& mark : picture.marks) {
        if (mark.emphasis == Emphasis::quiet) continue;
        EXPECT_EQ(mark.side, Side::right);
        EXPECT_NE(picture.views[static_cast<size_t>(mark.view)].title, "Patient's left side");
        if (picture.views[static_cast<size_t>(mark.view)].title == "Anterior") {
            const Rect& rect = picture.views[static_cast<size_t>(mark.view)].rect;
            EXPECT_LT(mark.at.x, rect.x + 0.5f * rect.width) << "the patient's right is on the left of the page";
        }
    }
}

TEST(Compose, SpilloverAndAreaCanBeHidden) {
    Document document = upper_trapezius(SideChoice::left);
    EXPECT_TRUE(find_layer(composed(document), "spillover"));
    EXPECT_TRUE(find_layer(composed(document), "area"));
    document.view.show_spillover = false;
    document.view.show_muscle_area = false;
    const Picture picture = composed(document);
    ASSERT_EQ(picture.layers.size(), 1u);
    EXPECT_EQ(picture.layers[0].id, "essential");
}

TEST(Compose, TheLegendShowsEveryLayerAsItIsPaintedAndTheMarks) {
    const Picture picture = composed(upper_trapezius(SideChoice::left));
    ASSERT_EQ(picture.layers.size(), 3u);
    ASSERT_EQ(picture.legend.size(), 4u);
    for (size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(std::get<Paint>(picture.legend[i].swatch), picture.layers[2 - i].paint) << "the topmost comes first";
        EXPECT_EQ(picture.legend[i].text, words(test::scene(), picture.layers[2 - i].legend));
    }
    EXPECT_EQ(std::get<Glyph>(picture.legend[3].swatch), picture.marks[0].glyph);
    // A page that sets the legend itself is given the same entries.
    const Picture of_page = compose(test::scene(), upper_trapezius(SideChoice::left), {{1280, 800}, 1, false}, measure);
    ASSERT_EQ(of_page.legend.size(), 4u);
    for (size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(of_page.legend[i].text, picture.legend[i].text);
        EXPECT_EQ(of_page.legend[i].swatch_rect.width, 0);
    }
}

TEST(Compose, AMarkNamesItsPoint) {
    const Picture picture = composed(upper_trapezius(SideChoice::left));
    int strong = 0;
    for (const Mark& mark : picture.marks) {
        EXPECT_TRUE(test::atlas().find_point(mark.item)) << mark.item;
        if (mark.emphasis != Emphasis::strong) continue;
        ++strong;
        EXPECT_EQ(mark.item, "trapezius_upper/TrP1");
        EXPECT_EQ(mark.label, "1");
    }
    EXPECT_GT(strong, 0);
}

TEST(Compose, WholeMuscleUnitesItsPoints) {
    Document one = upper_trapezius(SideChoice::left), all = one;
    all.selection = MuscleSelection{chosen_muscle(one.selection), ""};
    EXPECT_GE(field_of(composed(all), "essential").size(), field_of(composed(one), "essential").size());
    int selected = 0;
    for (const Mark& mark : composed(all).marks) selected += mark.emphasis == Emphasis::strong;
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

TEST(Compose, APointOfOneSideIsShownOnThatSideAlone) {
    Document document;
    document.view.side = SideChoice::left;
    document.selection = MuscleSelection{"rectus_abdominis", "McBurney"};
    const Picture chosen = composed(document);
    EXPECT_LT(left_share(field_of(chosen, "essential"), BodyId::adult_male), 0.02);
    for (const Mark& mark : chosen.marks)
        if (mark.item == "rectus_abdominis/McBurney") EXPECT_EQ(mark.side, Side::right);
    EXPECT_NE(chosen.caption.find("patient's right"), std::string::npos) << chosen.caption;

    // With the whole muscle the other points stay on the side that is asked for, and this one stays away.
    document.selection = MuscleSelection{"rectus_abdominis", ""};
    const Picture muscle = composed(document);
    const SparseField mcburney =
        test::scene()
            .body_fields(BodyId::adult_male)
            .zone(*test::scene().atlas.find_point("rectus_abdominis/McBurney"), 0, Side::right);
    const SparseField painted = field_of(muscle, "essential");
    EXPECT_TRUE(std::ranges::any_of(mcburney.vertices, [&](std::uint32_t v) { return painted.at(v) < 0.1f; }));
    EXPECT_TRUE(
        std::ranges::none_of(muscle.marks, [](const Mark& mark) { return mark.item == "rectus_abdominis/McBurney"; }));
}

// On a tile of a contact sheet "From bel..." said less than one short word.
TEST(Compose, ATitleThatHasNoRoomIsShortenedNotCut) {
    const auto title = [](StandardView from, int width) {
        ComposeSize size{{width, 200}, 1, false};
        size.subjects = {{from, {0, 100, 0}, 40, 40}};
        return compose(test::scene(), Document{}, size, measure).views.at(0).title;
    };
    EXPECT_EQ(title(StandardView::inferior, 200), "From below");
    EXPECT_EQ(title(StandardView::inferior, 90), "Below");
    EXPECT_EQ(title(StandardView::superior, 90), "Above");
    EXPECT_EQ(title(StandardView::left, 75), "Left");
}

}  // namespace
}  // namespace myomap
