// What a drawing warns of, on the shipped data.

#include "finder/drawing_signs.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/context.h"
#include "report/find_words.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class DrawingSignsOn : public testing::TestWithParam<BodyId> {
protected:
    static Context& context() {
        static const std::unique_ptr<Context> all = open_context();
        return *all;
    }
    DrawingSigns of(const char* region, PainQuality quality) const {
        PainArea area;
        area.regions = {{.id = region, .side = Side::left}};
        area.qualities = {PainQuality::aching, quality};
        return signs_of(context().scene(), {&area}, GetParam());
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

TEST_P(DrawingSignsOn, EmergenciesOfThePaintedRegionsComeFirst) {
    const DrawingSigns chest = of("breastbone", PainQuality::tight);
    EXPECT_THAT(ids(chest.warning_signs), Contains("heart"));
    EXPECT_TRUE(std::ranges::is_sorted(chest.warning_signs, std::greater{}, &RedFlag::emergency));
    EXPECT_THAT(ids(of("calf", PainQuality::tight).warning_signs), Not(Contains("heart")));
    EXPECT_THAT(signs_of(context().scene(), {}, GetParam()).warning_signs, IsEmpty());
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
    const DrawingSigns signs = signs_of(context().scene(), {&sore, &numb}, GetParam());
    EXPECT_THAT(ids(signs.nerve), AllOf(Contains("ring_little_finger"), Not(Contains("outer_thigh"))));
}

TEST_P(DrawingSignsOn, TheNerveIsSaidInTheDatasWordsBetweenEmergenciesAndTheOthers) {
    const DrawingSigns signs = of("little_finger", PainQuality::tingling);
    const auto items = sign_items(context().scene(), signs);
    ASSERT_EQ(items.size(), signs.warning_signs.size() + signs.nerve.size());
    const auto nerve = std::ranges::find(items, "ring_little_finger", &ReportItem::id);
    ASSERT_NE(nerve, items.end());
    EXPECT_THAT(nerve->text, AllOf(HasSubstr("see also nerve"), HasSubstr("The ulnar nerve at the elbow")));
    const auto last_emergency = std::ranges::find_if(items.rbegin(), items.rend(), &ReportItem::emergency);
    EXPECT_LT(last_emergency.base() - items.begin(), nerve - items.begin() + 1);
    // Every complaint that is marked so has words of a nerve.
    for (const Symptom& symptom : context().symptoms.symptoms) {
        if (!symptom.nerve) continue;
        EXPECT_THAT(symptom.in("en").note, HasSubstr("nerve")) << symptom.id;
    }
}

}  // namespace
}  // namespace myomap
