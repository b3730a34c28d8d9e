// What a drawing warns of, on the shipped data.

#include "finder/drawing_signs.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/drawing_report.h"
#include "report/find_words.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class DrawingSignsOn : public testing::TestWithParam<BodyId> {
protected:
    DrawingSigns of(const char* region, PainQuality quality) const {
        PainArea area;
        area.regions = {{.id = region, .side = Side::left}};
        area.qualities = {PainQuality::aching, quality};
        return signs_of(test::whole_context().scene(), {&area}, GetParam());
    }
    template <class Item>
    static std::vector<std::string> ids(const std::vector<const Item*>& items) {
        std::vector<std::string> all;
        for (const Item* item : items) all.push_back(item->id);
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, DrawingSignsOn, testing::Values(BodyId::adult_male, BodyId::adult_female),
                         [](const auto& one) { return std::string(to_text(one.param)); });

// However much else is painted, a small area keeps its own.
TEST_P(DrawingSignsOn, ASmallAreaIsNotLostBesideALargeOne) {
    const auto area = [](const char* region) {
        PainArea made;
        made.regions = {{.id = region, .side = Side::left}};
        return made;
    };
    const PainArea temple = area("temple"), back = area("lower_back"), thigh = area("thigh_back"), calf = area("calf");
    const auto warned = [&](const std::vector<const PainArea*>& areas) {
        return ids(signs_of(test::whole_context().scene(), areas, GetParam()).warning_signs);
    };
    EXPECT_THAT(warned({&temple}), Contains("temporal_arteritis"));
    EXPECT_THAT(warned({&back, &thigh, &calf, &temple}),
                AllOf(Contains("temporal_arteritis"), Contains("cauda_equina")));
}

// A page hides none: what nobody has asked is named there.
TEST_P(DrawingSignsOn, AReportNamesWhatNobodyAsked) {
    Document document;
    document.view.body = GetParam();
    PainArea area;
    area.regions = {{.id = "lower_back", .side = Side::left}};
    document.drawing.areas = document.drawing.areas.with(area);
    const auto said = [&] {
        std::string words;
        for (const ReportSection& section : drawing_sections(test::whole_context().scene(), document))
            if (section.kind == Section::warning_signs)
                for (const ReportItem& item : section.items) words += item.text + "\n";
        return words;
    };
    EXPECT_THAT(said(), AllOf(HasSubstr("Not asked"), HasSubstr("Cauda equina"), HasSubstr("that can wait a day")));
    VisitHeader visit;
    visit.warning_signs = {{.id = "cauda_equina", .answer = Examined::no}};
    document.drawing.header = visit;
    EXPECT_THAT(said(), AllOf(HasSubstr("No: Cauda equina"), Not(HasSubstr("; Cauda equina")),
                              Not(HasSubstr(": Cauda equina;"))));
}

// A page names an emergency by it.
TEST(RedFlags, EachEmergencyHasAShortName) {
    for (const char* language : {"en", "fr"}) {
        const std::unique_ptr<Context> context = open_context({}, Language(language));
        for (const RedFlag& flag : context->symptoms.red_flags) {
            if (!flag.emergency) continue;
            const std::string name = flag.name_in(language);
            EXPECT_FALSE(name.empty() || name.ends_with(" ") || name.ends_with("\u00a0")) << flag.id;
            EXPECT_LT(name.size(), 40u) << flag.id << ": " << name;
        }
    }
}

TEST_P(DrawingSignsOn, EmergenciesOfThePaintedRegionsComeFirst) {
    const DrawingSigns chest = of("breastbone", PainQuality::tight);
    EXPECT_THAT(ids(chest.warning_signs), Contains("heart"));
    EXPECT_TRUE(std::ranges::is_sorted(chest.warning_signs, std::greater{}, &RedFlag::emergency));
    EXPECT_THAT(ids(of("calf", PainQuality::tight).warning_signs), Not(Contains("heart")));
    EXPECT_THAT(signs_of(test::whole_context().scene(), {}, GetParam()).warning_signs, IsEmpty());
}

TEST_P(DrawingSignsOn, NumbnessAsksForTheNerveThatIsKnownThere) {
    EXPECT_THAT(of("little_finger", PainQuality::sore).nerve, IsEmpty());
    for (const PainQuality quality : {PainQuality::numb, PainQuality::tingling}) {
        const auto finger = ids(of("little_finger", quality).nerve);
        EXPECT_THAT(finger, AllOf(Contains("ring_little_finger"), Contains("burning_nerve_pain"),
                                  Not(Contains("outer_thigh"))));
        EXPECT_THAT(ids(of("thigh_outer", quality).nerve), Contains("outer_thigh"));
    }
    EXPECT_THAT(ids(of("thigh_outer", PainQuality::numb).warning_signs), Contains("nerve_weakness"));
}

TEST_P(DrawingSignsOn, WhereAnotherAreaIsNumbOnlyItsNervesAreNamed) {
    PainArea numb, sore;
    numb.regions = {{.id = "little_finger", .side = Side::left}};
    numb.qualities = {PainQuality::numb};
    sore.regions = {{.id = "thigh_outer", .side = Side::left}};
    const DrawingSigns signs = signs_of(test::whole_context().scene(), {&sore, &numb}, GetParam());
    EXPECT_THAT(ids(signs.nerve), AllOf(Contains("ring_little_finger"), Not(Contains("outer_thigh"))));
}

TEST_P(DrawingSignsOn, TheNerveIsSaidInTheDatasWordsBetweenEmergenciesAndTheOthers) {
    const DrawingSigns signs = of("little_finger", PainQuality::tingling);
    const auto items = sign_items(test::whole_context().scene(), signs);
    ASSERT_EQ(items.size(), signs.warning_signs.size() + signs.nerve.size());
    const auto nerve = std::ranges::find(items, "ring_little_finger", &ReportItem::id);
    ASSERT_NE(nerve, items.end());
    EXPECT_THAT(nerve->text, AllOf(HasSubstr("see also nerve"), HasSubstr("The ulnar nerve at the elbow")));
    const auto last_emergency = std::ranges::find_if(items.rbegin(), items.rend(), &ReportItem::emergency);
    EXPECT_LT(last_emergency.base() - items.begin(), nerve - items.begin() + 1);
    // Every complaint that is marked so has words of a nerve.
    for (const Symptom& symptom : test::whole_context().symptoms.symptoms) {
        if (!symptom.nerve) continue;
        EXPECT_THAT(symptom.in("en").note, HasSubstr("nerve")) << symptom.id;
    }
}

}  // namespace
}  // namespace myomap
