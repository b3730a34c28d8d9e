#include "study/typed_name.h"

#include <algorithm>

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

// What is typed, for which muscle, and what it is worth.
struct Typed {
    const char* typed;
    const char* muscle;
    Named named;
};

constexpr Typed in_english[] = {
    // A slip never makes another word of anatomy of a word.
    {"abductor pollicis", "adductor_pollicis", Named::nothing},
    {"adductor pollicis", "adductor_pollicis", Named::right},
    {"aductor pollicis", "adductor_pollicis", Named::right},
    {"adductor hallucis", "abductor_hallucis", Named::nothing},
    {"zygomaticus minor", "zygomaticus_major", Named::nothing},
    {"zygomaticus mayor", "zygomaticus_major", Named::right},
    {"zigomaticus major", "zygomaticus_major", Named::right},
    {"teres major", "teres_minor", Named::nothing},
    {"gluteus minimus", "gluteus_medius", Named::nothing},
    {"gluteus maximus", "gluteus_medius", Named::nothing},
    {"palmaris brevis", "palmaris_longus", Named::nothing},
    {"peroneus quartus", "peroneus_tertius", Named::nothing},
    {"tibialis anterior", "tibialis_posterior", Named::nothing},
    {"tibialis anteroir", "tibialis_anterior", Named::right},
    {"gemellus inferior", "gemellus_superior", Named::nothing},
    {"vastus lateralis", "vastus_medialis", Named::nothing},
    {"internal oblique", "external_oblique", Named::nothing},
    {"flexor hallucis longus", "extensor_hallucis_longus", Named::nothing},
    {"flexor digitorum profundus", "flexor_digitorum_superficialis", Named::nothing},
    {"extensor carpi ulnaris", "extensor_carpi_radialis_longus", Named::nothing},
    {"pronator quadratus", "pronator_teres", Named::nothing},
    {"levator palpebrae", "levator_scapulae", Named::nothing},
    {"geniohyoid", "mylohyoid", Named::nothing},
    {"sternohyoid", "stylohyoid", Named::nothing},
    {"deep masseter", "masseter_superficial", Named::nothing},
    {"lower trapezius", "trapezius_upper", Named::nothing},
    // Known by other names.
    {"QL", "quadratus_lumborum", Named::right},
    {"diafragm", "diaphragm", Named::right},
    {"front delt", "deltoid_anterior", Named::right},
    {"rear delts", "deltoid_posterior", Named::right},
    {"pectoral minor", "pectoralis_minor", Named::right},
    {"supra spinatus", "supraspinatus", Named::right},
    // The whole of which it is a part, by whichever name.
    {"trapezius", "trapezius_upper", Named::whole},
    {"traps", "trapezius_upper", Named::whole},
    {"trapezuis", "trapezius_upper", Named::whole},
    {"masseter", "masseter_superficial", Named::whole},
    {"triceps", "triceps_long_head", Named::whole},
    {"rhomboids", "rhomboid_major", Named::whole},
    {"semispinalis", "semispinalis_capitis", Named::whole},
    {"digastricus", "digastric_posterior", Named::whole},
    {"occipitofrontalis", "occipitalis", Named::whole},
    {"gluteus minimus", "gluteus_minimus_anterior", Named::whole},
    {"gluteus", "gluteus_medius", Named::nothing},
    {"longus", "longus_colli", Named::nothing},
};

constexpr Typed in_french[] = {
    {"abducteur du pouce", "adductor_pollicis", Named::nothing},
    {"adducteur du pouce", "adductor_pollicis", Named::right},
    {"petit zygomatique", "zygomaticus_major", Named::nothing},
    {"grand zigomatique", "zygomaticus_major", Named::right},
    {"petit rond", "teres_major", Named::nothing},
    {"grand rond", "teres_major", Named::right},
    {"court fibulaire", "peroneus_longus", Named::nothing},
    {"long péronier", "peroneus_longus", Named::right},
    {"petit fessier", "gluteus_minimus_anterior", Named::whole},
    {"petit fessier", "gluteus_medius", Named::nothing},
    {"moyen fessier", "gluteus_medius", Named::right},
    {"long extenseur du gros orteil", "extensor_hallucis_longus", Named::right},
    {"long fléchisseur du gros orteil", "extensor_hallucis_longus", Named::nothing},
    {"demi membraneux", "semimembranosus", Named::right},
    {"jambier postérieur", "tibialis_anterior", Named::nothing},
    {"oblique interne", "external_oblique", Named::nothing},
    {"troisième péronier", "peroneus_tertius", Named::right},
    {"vaste latéral", "vastus_medialis", Named::nothing},
    {"trapèze", "trapezius_upper", Named::whole},
};

TEST(TypedName, IsJudgedByItsWords) {
    for (const Typed& one : in_english)
        EXPECT_EQ(names(one.typed, one.muscle), one.named) << one.typed << " for " << one.muscle;
    const auto french = open_context();
    french->set_language(Language("fr"));
    for (const Typed& one : in_french)
        EXPECT_EQ(names_muscle(french->atlas(), one.typed, *french->atlas().find_muscle(one.muscle)), one.named)
            << one.typed << " for " << one.muscle;
}

TEST(TypedName, FindsEveryMuscleByItsOwnNames) {
    const auto shares_latin = [](const Muscle& muscle) {
        return std::ranges::count(atlas().muscles, muscle.latin, &Muscle::latin) > 1;
    };
    for (std::size_t i = 0; i < atlas().muscles.size(); ++i) {
        const Muscle& muscle = atlas().muscles[i];
        EXPECT_EQ(names_muscle(atlas(), muscle.name, static_cast<int>(i)), Named::right) << muscle.name;
        EXPECT_EQ(names_muscle(atlas(), muscle.latin, static_cast<int>(i)),
                  shares_latin(muscle) ? Named::whole : Named::right)
            << muscle.latin;
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
