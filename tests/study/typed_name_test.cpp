#include "study/typed_name.h"

#include <gtest/gtest.h>

#include "support/whole_context.h"

namespace myomap {
namespace {

const Atlas& atlas() { return test::whole_context().atlas(); }

Named names(std::string_view typed, const char* muscle) {
    return names_muscle(atlas(), typed, *atlas().find_muscle(muscle));
}

TEST(TypedName, IsRightInAnyOrderSpellingOrLanguage) {
    for (const char* typed : {"Trapezius, upper fibres", "upper trapezius", "upper traps", "uper trapezius",
                              "trapezius upper", "Musculus trapezius, pars descendens", "TRAPEZIUS UPPER"})
        EXPECT_EQ(names(typed, "trapezius_upper"), Named::right) << typed;
    EXPECT_EQ(names("infraspinatis", "infraspinatus"), Named::right);
    EXPECT_EQ(names("infra spinatus", "infraspinatus"), Named::right);
    EXPECT_EQ(names("peroneus longus", "peroneus_longus"), Named::right);
    EXPECT_EQ(names("fibularis longus", "peroneus_longus"), Named::right);
}

TEST(TypedName, OfAnotherMuscleIsWrongHoweverNear) {
    EXPECT_EQ(names("supraspinatus", "infraspinatus"), Named::nothing);
    EXPECT_EQ(names("lower trapezius", "trapezius_upper"), Named::nothing);
    EXPECT_EQ(names("gluteus medius", "gluteus_maximus"), Named::nothing);
    EXPECT_EQ(names("extensor carpi radialis longus", "extensor_carpi_radialis_brevis"), Named::nothing);
    EXPECT_EQ(names("flexor hallucis longus", "flexor_digitorum_longus"), Named::nothing);
    EXPECT_EQ(names("", "infraspinatus"), Named::nothing);
    EXPECT_EQ(names("??", "infraspinatus"), Named::nothing);
}

TEST(TypedName, OfTheWholeMuscleIsHalfRight) { EXPECT_EQ(names("trapezius", "trapezius_upper"), Named::whole); }

TEST(TypedName, FindsEveryMuscleByItsOwnNames) {
    for (std::size_t i = 0; i < atlas().muscles.size(); ++i) {
        const Muscle& muscle = atlas().muscles[i];
        EXPECT_EQ(names_muscle(atlas(), muscle.name, static_cast<int>(i)), Named::right) << muscle.name;
        EXPECT_EQ(names_muscle(atlas(), muscle.latin, static_cast<int>(i)), Named::right) << muscle.latin;
    }
}

TEST(TypedName, ConfusesNoTwoMuscles) {
    for (const Muscle& muscle : atlas().muscles) {
        const int found = named_muscle(atlas(), muscle.name);
        ASSERT_GE(found, 0) << muscle.name;
        EXPECT_EQ(atlas().muscles[static_cast<std::size_t>(found)].name, muscle.name);
    }
}

}  // namespace
}  // namespace myomap
