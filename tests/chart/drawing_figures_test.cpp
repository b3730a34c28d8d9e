#include "chart/drawing_figures.h"

#include <numbers>

#include <gtest/gtest.h>

#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const BodyRegions& regions() {
    static const BodyRegions all(load_regions(MYOMAP_SOURCE_DIR "/data/regions.json", test::landmarks().names()).set);
    return all;
}

class FiguresOn : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());

    SkinAnchor at(const char* landmark, Side side) const {
        return anchor_of(body.landmark_skin(body.landmarks().by_name.at(landmark), side), body);
    }
    static PainArea spot(ItemId id, const SkinAnchor& where, float radius_cm) {
        PainArea area{.id = id};
        area.strokes = area.strokes.with({.path = {where}, .radius_cm = radius_cm});
        return area;
    }
    DrawingFigures of(const Drawing& drawing) const {
        Scene scene = test::scene();
        scene.regions = &regions();
        return figures_of(scene, drawing, GetParam());
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, FiguresOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(FiguresOn, ARoundSpotOnFlatSkinIsAsLargeAsADisc) {
    for (const float radius : {2.f, 3.f}) {
        Drawing drawing;
        drawing.areas = drawing.areas.with(spot(1, at("femur_mid_anterior", Side::left), radius));
        const AreaFigures area = of(drawing).areas.at(0);
        const float disc = std::numbers::pi_v<float> * radius * radius;
        EXPECT_NEAR(area.cm2, disc, 0.15f * disc);
        EXPECT_FLOAT_EQ(area.left_cm2, area.cm2);
        EXPECT_EQ(area.right_cm2, 0);
        ASSERT_FALSE(area.regions.empty());
        EXPECT_EQ(area.regions.front().ref.side, Side::left);
    }
}

TEST_P(FiguresOn, TheEraserTakesAwayWhatWasPaintedBeforeItAndNothingElse) {
    const SkinAnchor place = at("femur_mid_anterior", Side::right);
    PainArea area = spot(1, place, 4);
    const PainArea whole = area;
    area.strokes = area.strokes.with({.path = {place}, .radius_cm = 2, .erase = true});
    PainArea painted_again = area;
    painted_again.strokes = painted_again.strokes.with({.path = {place}, .radius_cm = 4});
    Drawing drawing;
    for (const PainArea& one : {whole, area, painted_again}) drawing.areas = drawing.areas.with(one);
    const DrawingFigures figures = of(drawing);
    const float ring = figures.areas[0].cm2 - std::numbers::pi_v<float> * 4;
    EXPECT_NEAR(figures.areas[1].cm2, ring, 0.1f * ring);
    EXPECT_NEAR(figures.areas[2].cm2, figures.areas[0].cm2, 0.5f);
    EXPECT_NEAR(figures.together.cm2, figures.areas[0].cm2, 0.5f) << "what several cover counts once";
}

TEST_P(FiguresOn, ANamedRegionCoversItselfOnItsOwnSide) {
    Drawing drawing;
    PainArea area{.id = 1};
    area.regions = {{.id = "calf", .side = Side::right}, {.id = "no_such_region", .side = Side::left}};
    drawing.areas = drawing.areas.with(area);
    const AreaFigures calf = of(drawing).areas.at(0);
    EXPECT_EQ(calf.left_cm2, 0);
    EXPECT_EQ(regions().set().regions[static_cast<size_t>(calf.regions.front().ref.region)].id, "calf");
    EXPECT_GT(calf.regions.front().of_region, 0.85f) << "its corners are rounded";
    EXPECT_GT(calf.regions.front().of_field, 0.9f);
    EXPECT_NEAR(calf.cm2, regions().on(body).area_cm2(calf.regions.front().ref), 0.1f * calf.cm2);
}

TEST(InOrderOfWorst, UnknownIntensitiesComeLastAndEqualsStay) {
    Drawing drawing;
    for (const auto& [id, worst] :
         {std::pair<ItemId, std::optional<float>>{1, std::nullopt}, {2, 3.f}, {3, 8.f}, {4, 3.f}})
        drawing.areas = drawing.areas.with({.id = id, .worst = worst});
    std::vector<ItemId> order;
    for (const PainArea* area : in_order_of_worst(drawing.areas)) order.push_back(area->id);
    EXPECT_EQ(order, (std::vector<ItemId>{3, 2, 4, 1}));
}

}  // namespace
}  // namespace myomap
