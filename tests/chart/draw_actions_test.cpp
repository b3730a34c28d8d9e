// What the tools of a chart do to its drawing, on the real body.

#include "chart/actions/draw.h"

#include <gtest/gtest.h>

#include "chart/actions/record.h"
#include "chart/area_fields.h"
#include "chart/drawing_fields.h"
#include "chart/history.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const Scene& scene() { return test::scene_with_regions(); }
const Body& body() { return scene().body(BodyId::adult_male); }

SkinPoint on_skin(const glm::vec3& near) { return body().query().closest(near); }

SharedList<BrushStroke> stroke(std::vector<glm::vec3> places, float radius_cm, bool erase = false) {
    BrushStroke made{.path = {}, .radius_cm = radius_cm, .erase = erase, .unknown = ""};
    for (const glm::vec3& place : places) made.path.push_back(anchor_of(on_skin(place), body()));
    return SharedList<BrushStroke>().with(made);
}

// On the right of the back, low and higher.
const glm::vec3 low{-6, 105, -12}, high{-6, 120, -12};
constexpr Brush aching{PainQuality::aching, PainDepth::deep, 2};

const PainArea& only(const Document& document) {
    EXPECT_EQ(document.drawing.areas.size(), 1u);
    return document.drawing.areas[0];
}

float at(const PainArea& area, const glm::vec3& place) {
    return field_of(area, body(), scene().regions).at(on_skin(place).vertex);
}

TEST(Draw, AStrokeBeginsAnAreaAndTheNextOfItsKindGoesOnWithIt) {
    Document d;
    EXPECT_EQ(to_text(paint_strokes(d, aching, stroke({low}, 2))), "Paint an area");
    EXPECT_EQ(only(d).qualities, std::vector{PainQuality::aching});
    EXPECT_EQ(only(d).depth, PainDepth::deep);
    EXPECT_EQ(d.selection, Selection(ItemSelection{only(d).id}));
    paint_strokes(d, aching, stroke({high}, 2));
    EXPECT_EQ(only(d).strokes.size(), 2u);
    EXPECT_GE(at(only(d), low), 0.5f);
    EXPECT_GE(at(only(d), high), 0.5f);
    paint_strokes(d, {PainQuality::burning, PainDepth::deep, 2}, stroke({high}, 2));
    EXPECT_EQ(d.drawing.areas.size(), 2u) << "another quality is another area";
    EXPECT_TRUE(paint_strokes(d, aching, {}).empty());
}

TEST(Draw, TheEraserTakesAwayWhatItTouchesAndAnEmptyAreaGoes) {
    Document d;
    paint_strokes(d, aching, stroke({low, high}, 2));
    erase_strokes(d, scene(), 0, stroke({high}, 2.5f, true));
    EXPECT_LT(at(only(d), high), 0.5f);
    EXPECT_GE(at(only(d), low), 0.5f);
    EXPECT_TRUE(erase_strokes(d, scene(), 0, stroke({{6, 120, -12}}, 2, true)).empty()) << "nothing there";
    EXPECT_TRUE(erase_strokes(d, scene(), 999, stroke({low}, 2, true)).empty()) << "another area is meant";
    erase_strokes(d, scene(), 0, stroke({low, high}, 6, true));
    EXPECT_TRUE(d.drawing.areas.empty());
}

TEST(Draw, AStrokeOnTheBackStaysOffTheFront) {
    Document d;
    paint_strokes(d, aching, stroke({low, high}, 6));
    EXPECT_EQ(at(only(d), {-6, 105, 14}), 0.f);
    EXPECT_EQ(at(only(d), {-6, 120, 14}), 0.f);
}

TEST(Draw, AMirroredAreaLiesOnTheOtherSide) {
    Document d;
    paint_strokes(d, aching, stroke({low, high}, 2));
    paint_region(d, scene(), aching, {scene().regions->set().find("calf"), Side::right});
    const ItemId first = only(d).id;
    EXPECT_EQ(only(d).regions.size(), 1u);
    mirror_area(d, scene(), first);
    ASSERT_EQ(d.drawing.areas.size(), 2u);
    const PainArea& copy = d.drawing.areas[1];
    EXPECT_NE(copy.id, first);
    EXPECT_GE(at(copy, {-low.x, low.y, low.z}), 0.5f);
    EXPECT_LT(at(copy, low), 0.5f);
    EXPECT_EQ(copy.regions[0].side, Side::left);
    EXPECT_EQ(copy.depth, PainDepth::deep);
    const SkinTopology topology = topology_of(body().skin());
    for (const BrushStroke& one : copy.strokes)
        for (const SkinAnchor& anchor : one.path) EXPECT_TRUE(is_valid(anchor, topology));
}

TEST(Draw, ItemsAreNamedAsTheChartNumbersThem) {
    Document d;
    paint_strokes(d, aching, stroke({low}, 2));
    paint_strokes(d, {PainQuality::cold, PainDepth::skin, 2}, stroke({high}, 2));
    PainArea second = d.drawing.areas[1];
    second.worst = 9;
    EXPECT_EQ(to_text(change_area(d, second, {"{}: worst intensity", {"P2"}})), "P2: worst intensity");
    EXPECT_EQ(item_name(d.drawing, second.id), "P1") << "the worst comes first";
    EXPECT_EQ(item_of_name(d.drawing, "P1"), second.id);
    EXPECT_EQ(item_of_name(d.drawing, "P7"), 0u);
    EXPECT_EQ(area_at(scene(), d, on_skin(low).vertex), d.drawing.areas[0].id);
    EXPECT_EQ(area_at(scene(), d, on_skin({0, 150, 10}).vertex), 0u);
    EXPECT_EQ(to_text(delete_item(d, second.id)), "Delete P1");
    EXPECT_TRUE(is_nothing(d.selection));
    EXPECT_TRUE(delete_item(d, second.id).empty());
}

TEST(Record, OnePointHasOneFinding) {
    Document d;
    const PointRef point = *scene().atlas.find_point("trapezius_upper/TrP1");
    add_finding(d, scene(), point, Side::right);
    add_finding(d, scene(), point, Side::left);
    ASSERT_EQ(d.drawing.findings.size(), 2u);
    add_finding(d, scene(), point, Side::right);
    EXPECT_EQ(d.drawing.findings.size(), 2u);
    EXPECT_EQ(chosen_finding(d)->side, Side::right);
    EXPECT_EQ(d.drawing.findings[0].activity, Activity::not_examined);
    add_finding(d, anchor_of(on_skin(low), body()), Side::right);
    const ItemId free = chosen_finding(d)->id;
    move_item(d, free, anchor_of(on_skin({6, 105, -12}), body()), Side::left);
    EXPECT_EQ(chosen_finding(d)->side, Side::left) << "a free place has the side it lies on";
}

TEST(Record, NotesThatSayNothingAreNotMade) {
    Document d;
    const SkinAnchor place = anchor_of(on_skin(low), body());
    EXPECT_TRUE(add_note(d, {.kind = NoteKind::text, .path = {place}}).empty());
    EXPECT_TRUE(add_note(d, {.kind = NoteKind::arrow, .path = {place}}).empty());
    EXPECT_FALSE(add_note(d, {.kind = NoteKind::symbol, .path = {place}, .symbol = NoteSymbol::scar}).empty());
    EXPECT_FALSE(add_note(d, {.kind = NoteKind::text, .path = {place}, .text = "worse at night"}).empty());
    Note note = *chosen_note(d);
    note.text = "";
    EXPECT_TRUE(change_note(d, note, "x").empty());
}

TEST(Record, SixPatternsAtMostEachUnderALetterOfItsOwn) {
    Document d;
    std::vector<MuscleSelection> seven;
    for (int m = 0; m < 7; ++m) seven.push_back({scene().atlas.muscles[static_cast<size_t>(m)].id, ""});
    for (const MuscleSelection& one : seven) keep_pattern(d, scene(), one, Side::right);
    ASSERT_EQ(d.drawing.kept.size(), most_kept_patterns);
    EXPECT_FALSE(can_keep(d.drawing));
    keep_pattern(d, scene(), seven[2], Side::right);
    EXPECT_EQ(kept_pattern(d.drawing, seven[2], Side::right), nullptr) << "again takes it away";
    keep_pattern(d, scene(), seven[6], Side::right);
    ASSERT_NE(kept_pattern(d.drawing, seven[6], Side::right), nullptr);
    EXPECT_EQ(kept_pattern(d.drawing, seven[6], Side::right)->letter, 'C') << "the letter that is free";
    EXPECT_TRUE(keep_pattern(d, scene(), {"no_such_muscle", ""}, Side::right).empty());
}

TEST(Record, AnAnswerThatIsTakenBackLeavesNothing) {
    Document d;
    answer_sign(d, "thunderclap", Examined::no);
    answer_sign(d, "thunderclap", Examined::yes);
    ASSERT_EQ(d.drawing.header->warning_signs.size(), 1u);
    EXPECT_EQ(d.drawing.header->warning_signs[0].answer, Examined::yes);
    answer_sign(d, "thunderclap", Examined::not_examined);
    EXPECT_TRUE(d.drawing.header->warning_signs.empty());
}

TEST(History, WhatIsTypedIsOneStep) {
    Document d;
    paint_strokes(d, aching, stroke({low}, 2));
    DocumentHistory history(d);
    for (const char* text : {"w", "wo", "worse"}) {
        PainArea area = history.document().drawing.areas[0];
        area.note = text;
        history.commit(change_area(history.scratch(), area, "P1: note"), Merge::yes);
    }
    history.undo();
    EXPECT_EQ(history.document().drawing.areas[0].note, "");
    history.redo();
    EXPECT_EQ(history.document().drawing.areas[0].note, "worse");
}

// While one stroke grows, what was painted before it is not painted again, and comes out the same.
TEST(DrawingFields, AreTheSameAsThoseMadeAnew) {
    DrawingFields kept;
    Document d;
    for (const glm::vec3& place : {low, high, glm::vec3{-8, 112, -12}}) {
        paint_strokes(d, aching, stroke({place}, 2));
        erase_strokes(d, scene(), 0, stroke({0.5f * (low + high)}, 1, true));
        for (int again = 0; again < 2; ++again)
            EXPECT_EQ(kept.of(d.drawing.areas.shared(0), body(), scene().regions),
                      field_of(d.drawing.areas[0], body(), scene().regions));
    }
}

}  // namespace
}  // namespace myomap
