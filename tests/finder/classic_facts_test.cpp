// What every clinician who uses these patterns knows: which muscles to look at first for a pain at a place.

#include <algorithm>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "atlas/parse_point.h"
#include "body/points.h"
#include "finder/finder.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

struct Fact {
    const char* place;
    const char* point;  // as parse_point takes it, left side
    float radius_cm;
    int among_first;  // muscles
    std::vector<const char*> muscles;
};

const std::vector<Fact> head_facts{
    {"temple", R"("pterion")", 3, 6, {"trapezius_upper", "temporalis", "semispinalis_capitis"}},
    // Its arc over the eyebrow begins at the front of the temple.
    {"temple, also", R"("pterion")", 3, 7, {"scm_sternal"}},
    {"top of the head", R"("vertex")", 3, 2, {"splenius_capitis"}},
    {"top of the head, also", R"("vertex")", 3, 5, {"scm_sternal"}},
    {"forehead",
     R"({"at": "supraorbital_arch_mid", "offset_cm": {"superior": 2.5}})",
     2.5,
     5,
     {"scm_clavicular", "frontalis"}},
    {"eyebrow",
     R"("eyebrow_mid")",
     1.5,
     7,
     {"temporalis", "scm_sternal", "masseter_superficial", "semispinalis_capitis"}},
    {"behind the eye, shown on the lids",
     R"({"at": "eyebrow_mid", "offset_cm": {"inferior": 1.3, "anterior": 0.8}})",
     1,
     6,
     {"splenius_cervicis", "suboccipitals", "scm_sternal", "superior_oblique"}},
    {"back of the head",
     R"({"at": "external_occipital_protuberance", "offset_cm": {"superior": 1.5, "lateral": 4}})",
     3,
     7,
     {"semispinalis_capitis", "occipitalis", "scm_sternal", "semispinalis_cervicis"}},
    {"deep in the ear", R"("tragus")", 1.5, 5, {"masseter_deep", "scm_clavicular", "medial_pterygoid"}},
    {"jaw joint", R"("mandible_condyle")", 1.5, 5, {"masseter_deep", "lateral_pterygoid", "medial_pterygoid"}},
    {"behind the ear",
     R"("mastoid_process")",
     2,
     9,
     {"trapezius_upper", "scm_clavicular", "longissimus_capitis", "digastric_posterior"}},
    {"above the ear", R"({"at": "ear_top", "offset_cm": {"superior": 2.5}})", 2, 5, {"temporalis", "suboccipitals"}},
    {"cheek", R"("cheek_mid")", 1.5, 6, {"scm_sternal", "masseter_superficial", "lateral_pterygoid"}},
    {"lower jaw", R"("mandible_body_lower_mid")", 1.5, 3, {"masseter_superficial", "platysma"}},
    {"side of the nose", R"(["rhinion", "cheek_mid", 0.35])", 1, 4, {"orbicularis_oculi", "zygomaticus_major"}},
    {"lower front teeth", R"("mandible_infradentale")", 1.5, 3, {"digastric_anterior"}},
    {"throat", R"("laryngeal_prominence")", 2, 5, {"infrahyoid_group", "longus_colli"}},
    {"below the skull",
     R"({"at": "c3_spinous", "offset_cm": {"lateral": 1.5}})",
     2,
     8,
     {"multifidi_cervical", "trapezius_lower"}},
    {"angle of the neck",
     R"(["c7_spinous", "acromion_superior", 0.3])",
     2.5,
     4,
     {"splenius_cervicis", "multifidi_cervical"}},
};

const std::vector<Fact> body_facts{
    {"angle of the neck", R"(["c7_spinous", "acromion_superior", 0.3])", 2.5, 3, {"levator_scapulae"}},
    {"top of the shoulder", R"("acromion_superior")", 2, 5, {"trapezius_middle", "trapezius_lower", "diaphragm"}},
    {"front of the shoulder",
     R"("lesser_tubercle")",
     3,
     9,
     {"infraspinatus", "pectoralis_major_clavicular", "pectoralis_minor", "biceps_brachii", "deltoid_anterior"}},
    {"outer shoulder", R"(["acromion_tip", "deltoid_tuberosity", 0.5])", 3, 5, {"supraspinatus", "deltoid_middle"}},
    {"back of the shoulder",
     R"({"at": "acromial_angle", "offset_cm": {"inferior": 4}})",
     3,
     7,
     {"subscapularis", "teres_major", "triceps_long_head", "deltoid_posterior"}},
    {"rear deltoid", R"({"at": "acromial_angle", "offset_cm": {"inferior": 5}})", 2, 9, {"teres_minor"}},
    {"between the shoulder blades",
     R"({"at": "scapula_medial_border_mid", "offset_cm": {"medial": 1}})",
     2.5,
     8,
     {"rhomboid_major", "rhomboid_minor", "trapezius_lower", "infraspinatus"}},
    {"lower tip of the shoulder blade", R"("scapula_inferior_angle")", 3, 4, {"latissimus_dorsi", "serratus_anterior"}},
    {"chest",
     R"({"at": "nipple", "offset_cm": {"superior": 3}})",
     3,
     5,
     {"pectoralis_major_sternal", "scalenus_anterior"}},
    {"breast", R"("nipple")", 3, 4, {"pectoralis_major_costal"}},
    {"breastbone", R"("sternum_body_mid")", 3, 4, {"sternalis", "pectoralis_major_sternal"}},
    {"side of the chest", R"("rib6_lateral")", 3, 4, {"serratus_anterior"}},
    {"middle of the back", R"("t10_spinous")", 3, 5, {"rectus_abdominis"}},
    {"upper belly",
     R"({"at": "xiphoid_tip", "offset_cm": {"inferior": 4}})",
     3,
     6,
     {"transversus_abdominis", "external_oblique"}},
    {"above the pubis", R"(["pubic_symphysis_superior", "umbilicus", 0.5])", 2.5, 5, {"pyramidalis"}},
    {"low back",
     R"({"at": "l4_spinous", "offset_cm": {"lateral": 4}})",
     3,
     6,
     {"psoas_major", "longissimus_thoracis", "iliacus"}},
    {"hip bone", R"("iliac_tubercle")", 3, 5, {"quadratus_lumborum", "gluteus_medius"}},
    {"sacroiliac joint",
     R"("psis")",
     3,
     9,
     {"rectus_abdominis", "quadratus_lumborum", "gluteus_medius", "piriformis", "soleus"}},
    {"coccyx", R"("coccyx_tip")", 2, 8, {"gluteus_maximus", "levator_ani", "coccygeus", "multifidi_lumbar"}},
    {"middle of the buttock",
     R"(["psis", "greater_trochanter", 0.3])",
     3,
     6,
     {"gluteus_medius", "gluteus_maximus", "iliocostalis_lumborum"}},
    {"fold of the buttock",
     R"({"at": "ischial_tuberosity", "offset_cm": {"posterior": 8}})",
     3,
     8,
     {"semitendinosus", "gluteus_maximus", "gluteus_minimus_posterior"}},
    {"outer hip", R"("greater_trochanter")", 3, 7, {"quadratus_lumborum", "tensor_fasciae_latae"}},
    {"groin",
     R"({"at": "inguinal_ligament_mid", "offset_cm": {"inferior": 2, "medial": 1}})",
     3,
     8,
     {"pectineus", "adductor_longus", "adductor_brevis"}},
    {"outer thigh",
     R"(["greater_trochanter", "lateral_epicondyle_femur", 0.5])",
     3,
     4,
     {"gluteus_minimus_anterior", "vastus_lateralis"}},
    {"front of the thigh", R"("femur_mid_anterior")", 3, 3, {"vastus_intermedius"}},
    {"inner thigh", R"(["pubic_tubercle", "medial_epicondyle_femur", 0.5])", 3, 4, {"gracilis", "adductor_magnus"}},
    {"back of the thigh",
     R"(["ischial_tuberosity", "medial_condyle_femur_posterior", 0.5])",
     3,
     6,
     {"gluteus_minimus_posterior"}},
    {"front of the knee", R"("patella_centre_anterior")", 3, 5, {"rectus_femoris", "vastus_medialis"}},
    {"above the kneecap, inner side",
     R"({"at": ["asis", "patella_centre_anterior", 0.93], "offset_cm": {"medial": 5}})",
     2,
     5,
     {"vastus_medialis", "adductor_longus", "adductor_brevis"}},
    {"outer knee", R"("lateral_epicondyle_femur")", 2.5, 3, {"vastus_lateralis"}},
    {"back of the knee",
     R"(["lateral_condyle_femur_posterior", "medial_condyle_femur_posterior", 0.5])",
     3,
     8,
     {"popliteus", "biceps_femoris_long", "plantaris"}},
    {"upper calf",
     R"({"at": "soleal_line", "offset_cm": {"inferior": 5, "posterior": 8}})",
     3,
     6,
     {"gluteus_minimus_posterior", "soleus"}},
    {"Achilles tendon",
     R"({"at": "calcaneus_achilles_insertion", "offset_cm": {"superior": 3}})",
     2,
     4,
     {"tibialis_posterior", "soleus"}},
    {"sole of the heel", R"("calcaneal_tuberosity_plantar")", 2.5, 4, {"soleus", "quadratus_plantae"}},
    {"sole of the heel, also",
     R"("calcaneal_tuberosity_plantar")",
     2.5,
     6,
     {"abductor_hallucis", "tibialis_posterior"}},
    {"inner heel",
     R"({"at": ["sustentaculum_tali", "calcaneal_tuberosity", 0.5], "offset_cm": {"inferior": 1}})",
     2,
     3,
     {"abductor_hallucis"}},
    {"arch of the foot",
     R"({"at": "medial_cuneiform_plantar", "offset_cm": {"inferior": 2}})",
     2,
     5,
     {"gastrocnemius_medial"}},
    {"ball of the foot",
     R"("metatarsal3_head_plantar")",
     2,
     6,
     {"flexor_digitorum_brevis", "adductor_hallucis", "flexor_digitorum_longus"}},
    {"behind the outer ankle",
     R"({"at": "lateral_malleolus", "offset_cm": {"posterior": 1}})",
     2,
     5,
     {"peroneus_longus", "peroneus_brevis"}},
    {"great toe",
     R"("big_toe_tip")",
     2,
     6,
     {"tibialis_anterior", "extensor_hallucis_longus", "flexor_hallucis_longus"}},
    {"back of the foot",
     R"(["metatarsal3_base", "metatarsal3_head", 0.3])",
     2,
     6,
     {"extensor_digitorum_longus", "extensor_digitorum_brevis"}},
    {"outer elbow",
     R"("lateral_epicondyle_humerus")",
     2,
     7,
     {"supinator", "extensor_carpi_radialis_longus", "triceps_medial_head", "brachioradialis", "anconeus"}},
    {"outer elbow, also", R"("lateral_epicondyle_humerus")", 2, 8, {"supraspinatus", "extensor_carpi_radialis_brevis"}},
    {"inner elbow", R"("medial_epicondyle_humerus")", 2, 3, {"triceps_medial_head"}},
    {"tip of the elbow", R"("olecranon")", 2, 4, {"triceps_medial_head", "serratus_posterior_superior"}},
    {"base of the thumb", R"("metacarpal1_base")", 1.5, 6, {"brachialis", "adductor_pollicis"}},
    {"palm side of the thumb",
     R"({"at": "thumb_ip_joint", "offset_cm": {"anterior": 1}})",
     1.2,
     5,
     {"flexor_pollicis_longus", "opponens_pollicis"}},
    {"palm", R"({"at": "metacarpal3_base", "offset_cm": {"inferior": 3, "anterior": 3}})", 2, 4, {"palmaris_longus"}},
    {"back of the wrist", R"("capitate_dorsal")", 1.5, 5, {"extensor_carpi_radialis_brevis"}},
    {"ulnar wrist", R"("triquetrum_dorsal")", 1.5, 4, {"extensor_carpi_ulnaris"}},
    {"radial front of the wrist", R"("scaphoid_tubercle")", 1.5, 5, {"flexor_carpi_radialis", "pronator_teres"}},
    {"ulnar front of the wrist", R"("pisiform")", 1.5, 4, {"flexor_carpi_ulnaris"}},
    {"middle finger",
     R"({"at": "middle_finger_pip_joint", "offset_cm": {"posterior": 1}})",
     1.2,
     4,
     {"extensor_digitorum"}},
    {"little finger",
     R"("little_finger_pip_joint")",
     1.2,
     5,
     {"serratus_posterior_superior", "flexor_digitorum_superficialis"}},
    {"ulnar side of the little finger",
     R"({"at": "little_finger_pip_joint", "offset_cm": {"medial": 1, "posterior": 0.5}})",
     1,
     6,
     {"abductor_digiti_minimi_hand"}},
};

// Muscles by rank, each once.
std::vector<std::string> ranked_muscles(BodyId id, const Fact& fact) {
    static const Finder male(test::scene(), BodyId::adult_male), female(test::scene(), BodyId::adult_female);
    const Body& body = test::body(id);
    const SkinPoint at = resolve_on_skin(body, parse_point(fact.point, test::landmarks().names()), Side::left);
    const Finder& finder = id == BodyId::adult_male ? male : female;
    std::vector<std::string> muscles;
    for (const Found& found : finder.find(spot(body, at, fact.radius_cm), Side::left, 1000)) {
        const std::string& muscle = test::atlas().muscle(found.ref).id;
        if (std::ranges::find(muscles, muscle) == muscles.end()) muscles.push_back(muscle);
    }
    return muscles;
}

// How many of the muscles the atlas has and the fact was asked of.
int check(const std::vector<Fact>& facts) {
    int checked = 0;
    for (const BodyId id : body_ids) {
        for (const Fact& fact : facts) {
            const auto ranked = ranked_muscles(id, fact);
            std::ostringstream list;
            for (size_t i = 0; i < ranked.size() && i < 20; ++i) list << " " << i + 1 << "." << ranked[i];
            for (const char* muscle : fact.muscles) {
                if (!test::atlas().find_muscle(muscle)) continue;
                ++checked;
                const auto first = ranked.begin() + std::min<std::ptrdiff_t>(fact.among_first, std::ssize(ranked));
                EXPECT_TRUE(std::find(ranked.begin(), first, muscle) != first)
                    << to_text(id) << ", " << fact.place << ": " << muscle << " is not among the first "
                    << fact.among_first << " of\n"
                    << list.str();
            }
        }
    }
    return checked;
}

TEST(ClassicFacts, HeadAndNeck) { EXPECT_GE(check(head_facts), 40); }

// Muscles that the atlas does not have yet are passed over.
TEST(ClassicFacts, TrunkAndLimbs) { EXPECT_GT(check(body_facts), 0); }

}  // namespace
}  // namespace myomap
