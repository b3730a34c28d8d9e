// Which emergencies the card of a muscle warns of, on the shipped data.

#include "finder/warning_signs.h"
#include "support/whole_context.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace myomap {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class WarningSignsOn : public testing::TestWithParam<BodyId> {
protected:
    std::vector<std::string> of(const std::string& muscle) const {
        std::vector<std::string> ids;
        const Scene scene = test::whole_context().scene();
        for (const RedFlag* flag : emergencies_of(scene, scene.atlas.find_muscle(muscle).value(), GetParam()))
            ids.push_back(flag->id);
        return ids;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, WarningSignsOn, testing::Values(BodyId::adult_male, BodyId::adult_female),
                         [](const auto& one) { return std::string(to_text(one.param)); });

TEST_P(WarningSignsOn, MusclesOfTheLowBackAndButtockWarnOfTheCaudaEquina) {
    for (const char* muscle : {"multifidi_lumbar", "quadratus_lumborum", "piriformis", "gluteus_minimus_anterior",
                               "gluteus_minimus_posterior"})
        EXPECT_THAT(of(muscle), Contains("cauda_equina")) << muscle;
    EXPECT_EQ(of("multifidi_lumbar").front(), "cauda_equina") << "that of most complaints first";
}

TEST_P(WarningSignsOn, MusclesOfChestAndArmWarnOfTheHeart) {
    for (const char* muscle :
         {"serratus_posterior_superior", "subclavius", "infraspinatus", "latissimus_dorsi", "triceps_long_head",
          "triceps_lateral_head", "triceps_medial_head", "pectoralis_minor", "pectoralis_major_clavicular",
          "pectoralis_major_sternal", "pectoralis_major_costal", "serratus_anterior"})
        EXPECT_THAT(of(muscle), Contains("heart")) << muscle;
}

TEST_P(WarningSignsOn, SmallZonesOfAMuscleThatRepeatsAlongTheSpineCountTogether) {
    for (const char* sign : {"heart", "lung", "cauda_equina"})
        EXPECT_THAT(of("rotatores_thoracolumbar"), Contains(sign)) << "drawn at one level, usual from T1 to L5";
}

TEST_P(WarningSignsOn, MusclesOfTheCalfWarnOfAClot) {
    for (const char* muscle : {"gastrocnemius_medial", "gastrocnemius_lateral", "soleus", "plantaris"})
        EXPECT_THAT(of(muscle), Contains("leg_clot")) << muscle;
}

TEST_P(WarningSignsOn, AMuscleOfWhichLittleIsKnownWarnsAllTheSame) {
    EXPECT_THAT(of("longus_colli"), Contains("airway")) << "all of its zones are of low confidence";
    EXPECT_THAT(of("rotatores_thoracolumbar"), Contains("cauda_equina")) << "at a level below the one that is drawn";
}

TEST_P(WarningSignsOn, NothingIsSaidOfOtherParts) {
    EXPECT_THAT(of("temporalis"), Not(Contains("leg_clot")));
    EXPECT_THAT(of("temporalis"), Contains("thunderclap"));
    EXPECT_THAT(of("pectoralis_minor"), Not(Contains("cauda_equina"))) << "a complaint felt anywhere says nothing";
    EXPECT_THAT(of("gastrocnemius_medial"), Not(Contains("heart")));
    EXPECT_THAT(of("soleus"), Not(Contains("mouth_infection"))) << "its zone on the jaw is of low confidence";
}

TEST_P(WarningSignsOn, WhatADoctorMustSeeTheSameDayIsAnEmergency) {
    for (const char* muscle : {"temporalis", "suboccipitals", "masseter_superficial"})
        EXPECT_THAT(of(muscle), Contains("temporal_arteritis")) << muscle;
    for (const char* muscle : {"multifidi_lumbar", "quadratus_plantae", "adductor_longus", "soleus"})
        EXPECT_THAT(of(muscle), Contains("infection")) << muscle;
}

TEST_P(WarningSignsOn, EachHasABriefFormInBothLanguages) {
    for (const RedFlag& flag : test::whole_context().scene().symptoms->red_flags) {
        if (!flag.emergency) continue;
        for (const char* language : {"en", "fr"}) {
            if (language == std::string("fr")) test::whole_context().set_language(Language("fr"));
            EXPECT_LT(flag.brief_in(language).size(), flag.in(language).size()) << flag.id;
            EXPECT_LE(flag.brief_in(language).size(), 130u) << flag.id;
            EXPECT_THAT(flag.brief_in(language), AllOf(HasSubstr(":"), HasSubstr(";"))) << "name: signs; what to do";
        }
        test::whole_context().set_language(Language());
    }
}

}  // namespace
}  // namespace myomap
