// The talk about one thing, on the shipped data.

#include "explain/telling.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/actions/draw.h"
#include "chart/actions/select.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class TellingOn : public testing::TestWithParam<BodyId> {
protected:
    Scene scene = test::whole_context().scene();
    Talk talk = load_talk(test::whole_context().resources.talk()).talk;

    Document empty() const {
        Document document;
        document.view.body = GetParam();
        return document;
    }
    static std::vector<std::string> ids(const std::vector<ToldStep>& told) {
        std::vector<std::string> all;
        for (const ToldStep& step : told) all.push_back(step.id);
        return all;
    }
    static const ToldStep& step(const std::vector<ToldStep>& told, std::string_view id) {
        return *std::ranges::find(told, id, &ToldStep::id);
    }
    std::string subject(const Document& document) const {
        const auto found = subject_of(scene, document);
        return found ? scene.atlas.full_id(found->point) : "";
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, TellingOn, testing::ValuesIn(body_ids));

TEST_P(TellingOn, TheShoulderMuscleThatIsFeltInTheHead) {
    Document document = empty();
    select_point(document, scene, scene.atlas.find_point("trapezius_upper/TrP1").value());
    const std::vector<ToldStep> told = tell(scene, talk, document);
    EXPECT_EQ(told.front().id, "signs");
    EXPECT_FALSE(told.front().words.list.empty());
    EXPECT_THAT(ids(told), Not(Contains("pain"))) << "nobody said where it hurts";
    EXPECT_EQ(step(told, "muscle").words.heading, "Trapezius, upper fibres");
    EXPECT_THAT(step(told, "felt").words.text.front(), HasSubstr("Temple"));
    ASSERT_TRUE(step(told, "felt").picture);
    EXPECT_EQ(chosen_muscle(step(told, "felt").picture->selection), "trapezius_upper");
    EXPECT_EQ(step(told, "muscle").picture->view.layers, LayerMode::glass);
    EXPECT_EQ(step(told, "effects").counts.size(), step(told, "effects").words.list.size());
    for (const ToldStep& one : told)
        for (const std::string& text : one.words.text) EXPECT_EQ(text.find('{'), std::string::npos) << one.id;
}

TEST_P(TellingOn, AComplaintIsShownFirstAndThenTheLikeliestMuscle) {
    for (const char* complaint : {"tennis_elbow", "plantar_heel_pain", "low_back_pain"}) {
        Document document = empty();
        const Symptom* symptom = scene.symptoms->find_symptom(complaint);
        if (!symptom) continue;
        document.selection = ComplaintSelection{complaint};
        const std::vector<ToldStep> told = tell(scene, talk, document);
        ASSERT_THAT(ids(told), Contains("pain")) << complaint;
        EXPECT_EQ(chosen_complaint(step(told, "pain").picture->selection), complaint);
        EXPECT_EQ(
            scene.atlas.muscles[static_cast<size_t>(scene.atlas.find_muscle(symptom->muscles.front()).value())].id,
            symptom->muscles.front());
        EXPECT_THAT(subject(document), testing::StartsWith(symptom->muscles.front() + "/")) << complaint;
    }
}

// What was kept is meant, else what was found, else what explains the drawing.
TEST_P(TellingOn, ADrawingIsAboutWhatWasKeptOrFoundOrExplainsIt) {
    Document document = empty();
    PainArea area;
    area.regions = {{.id = "temple", .side = Side::right}};
    document.drawing.areas = document.drawing.areas.with(area);
    EXPECT_NE(subject(document), "");
    Finding finding;
    finding.muscle = "soleus";
    finding.point = "TrP1";
    document.drawing.findings = document.drawing.findings.with(finding);
    EXPECT_EQ(subject(document), "soleus/TrP1");
    document.drawing.kept =
        document.drawing.kept.with({.letter = 'A', .muscle = "temporalis", .point = "TrP1", .side = Side::left});
    EXPECT_EQ(subject(document), "temporalis/TrP1");
    const std::vector<ToldStep> told = tell(scene, talk, document);
    const Document& pain = *step(told, "pain").picture;
    EXPECT_EQ(pain.drawing.areas.size(), 1u);
    EXPECT_TRUE(pain.drawing.findings.empty()) << "the patient's own words only";
    EXPECT_THAT(step(told, "signs").words.list, Contains(HasSubstr("Temple artery")));
    EXPECT_EQ(step(told, "felt").picture->drawing.areas.size(), 1u) << "beside the usual pattern";
}

// Nobody drew where it hurts: an empty body would say that it hurts nowhere.
TEST_P(TellingOn, AVisitOfFindingsAloneShowsNoDrawing) {
    Document document = empty();
    Finding finding;
    finding.muscle = "soleus";
    finding.point = "TrP1";
    document.drawing.findings = document.drawing.findings.with(finding);
    const std::vector<ToldStep> told = tell(scene, talk, document);
    EXPECT_THAT(ids(told), AllOf(Not(Contains("pain")), Contains("felt")));
}

TEST_P(TellingOn, EveryMuscleCanBeTalkedAbout) {
    for (int m = 0; m < static_cast<int>(scene.atlas.muscles.size()); ++m) {
        Document document = empty();
        select_muscle(document, scene, m);
        const std::vector<ToldStep> told = tell(scene, talk, document);
        EXPECT_THAT(ids(told), AllOf(Contains("muscle"), Contains("felt"), Contains("plan")))
            << scene.atlas.muscles[static_cast<size_t>(m)].id;
    }
}

// In the words of a patient, and so that the sentence of the talk goes on.
TEST(Telling, WhatEachMuscleDoesIsSaidPlainly) {
    Context& context = test::whole_context();
    for (const char* language : {"en", "fr"}) {
        context.set_language(Language(language));
        for (const Muscle& muscle : context.atlas().muscles) {
            SCOPED_TRACE(std::string(language) + " " + muscle.id + ": " + muscle.does);
            EXPECT_FALSE(muscle.does.empty());
            EXPECT_LE(std::ranges::count(muscle.does, ' '), 16);
            EXPECT_FALSE(muscle.does.ends_with('.'));
            for (const char* term : {"glenoid", "abduct", "adduct", "extension", "flexion", "pronat", "supinat",
                                     "lateral", "medial", "gl\u00e9no", "latéral", "médial", "rotation"})
                EXPECT_EQ(muscle.does.find(term), std::string::npos) << term;
        }
    }
    context.set_language({});
}

TEST_P(TellingOn, EachOfSeveralKeptPatternsAndWhatWasDrawn) {
    Document document = empty();
    Brush brush;
    // On the temple, which both patterns show.
    const SparseField zone =
        scene.body_fields(GetParam()).zone(scene.atlas.find_point("trapezius_upper/TrP1").value(), 0, Side::right);
    const auto& positions = scene.body(GetParam()).skin().positions;
    std::uint32_t temple = zone.vertices.front();
    for (std::size_t i = 0; i < zone.size(); ++i)
        if (zone.values[i] > 250 && positions[zone.vertices[i]].y > positions[temple].y) temple = zone.vertices[i];
    const SkinPoint place = scene.body(GetParam()).query().at_vertex(temple);
    paint_strokes(document, brush,
                  SharedList<BrushStroke>().with(BrushStroke{.path = {anchor_of(place, scene.body(GetParam()))}}));
    document.selection = {};
    for (const char* id : {"trapezius_upper", "masseter_deep"}) {
        KeptPattern kept;
        kept.letter = static_cast<char>('A' + document.drawing.kept.size());
        kept.muscle = id;
        kept.side = Side::right;
        document.drawing.kept = document.drawing.kept.with(kept);
    }
    const std::vector<ToldStep> told = tell(scene, talk, document);
    std::vector<std::string> muscles;
    int patterns = 0;
    for (const ToldStep& one : told) {
        if (one.id == "muscle") muscles.push_back(one.words.heading);
        if (one.id != "felt") continue;
        ++patterns;
        ASSERT_TRUE(one.picture);
        EXPECT_EQ(one.picture->drawing.areas.size(), 1u) << "the patient's own drawing beside the usual pattern";
        if (chosen_muscle(one.picture->selection) == "trapezius_upper") EXPECT_TRUE(one.drawn);
    }
    EXPECT_EQ(patterns, 2);
    EXPECT_EQ(muscles, (std::vector<std::string>{"Trapezius, upper fibres", "Masseter, deep part"}));
}

}  // namespace
}  // namespace myomap
