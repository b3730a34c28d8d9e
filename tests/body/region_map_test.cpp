// data/regions.json: where its borders fall on both bodies.

#include "body/region_map.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using test::at, test::between, test::moved;

const LoadedRegions& shipped() {
    static const LoadedRegions all = load_regions(MYOMAP_SOURCE_DIR "/data/regions.json", test::landmarks().names());
    return all;
}

const RegionSet& regions() { return shipped().set; }

const RegionMap& map_of(BodyId id) {
    static const RegionMap male(regions(), test::body(BodyId::adult_male));
    static const RegionMap female(regions(), test::body(BodyId::adult_female));
    return id == BodyId::adult_male ? male : female;
}

std::string id_of(RegionRef ref) {
    return ref.region < 0 ? "nowhere" : regions().regions[static_cast<size_t>(ref.region)].id;
}

// Every region of every side.
std::vector<RegionRef> all_refs() {
    std::vector<RegionRef> refs;
    for (int r = 0; r < static_cast<int>(regions().regions.size()); ++r) {
        refs.push_back({r, Side::left});
        if (!regions().regions[static_cast<size_t>(r)].midline) refs.push_back({r, Side::right});
    }
    return refs;
}

TEST(ShippedRegions, HaveNoProblems) {
    const Problems problems = check_regions(MYOMAP_SOURCE_DIR "/data/regions.json", test::landmarks().names(),
                                            MYOMAP_SOURCE_DIR "/data/schema/regions.schema.json");
    for (const Problem& problem : problems) ADD_FAILURE() << to_text(problem);
    EXPECT_GE(regions().regions.size(), 75u);
}

TEST(ShippedRegions, HaveTheirOwnNamesInEveryLanguage) {
    const std::filesystem::path texts = MYOMAP_SOURCE_DIR "/data/text";
    RegionSet set = regions();
    for (const Language& language : languages_in(texts)) {
        add_words(load_texts(text_file(texts, language)).texts, set);
        std::set<std::string> plain, clinical;
        for (const SkinRegion& region : set.regions) {
            ASSERT_TRUE(region.names.contains(language.code())) << region.id;
            EXPECT_TRUE(plain.insert(region.in(language.code()).plain).second) << region.in(language.code()).plain;
            EXPECT_TRUE(clinical.insert(region.in(language.code()).clinical).second) << region.id;
        }
    }
    EXPECT_EQ(set.regions.at(0).in("xx").plain, set.regions.at(0).in("en").plain);
}

class Regions : public ::testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());
    const SkinAsset& skin = body.skin();
    const RegionMap& map = map_of(GetParam());

    std::string id_at(const PointSpec& spec, Side side = Side::left) const {
        return id_of(map.at(resolve_on_skin(body, spec, side).vertex));
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, Regions, ::testing::ValuesIn(body_ids), test::name_of);

TEST_P(Regions, EveryVertexBelongsToExactlyOne) {
    std::vector<int> owners(skin.positions.size(), 0);
    for (const RegionRef ref : all_refs()) {
        const SparseField field = map.field(ref);
        ASSERT_FALSE(field.empty()) << id_of(ref);
        EXPECT_TRUE(std::ranges::is_sorted(field.vertices));
        for (size_t i = 0; i < field.size(); ++i) {
            EXPECT_EQ(field.values[i] >= 128, map.at(field.vertices[i]) == ref) << id_of(ref);
            owners[field.vertices[i]] += field.values[i] >= 128;
        }
    }
    EXPECT_EQ(std::ranges::count(owners, 1), static_cast<long>(owners.size()));
}

TEST_P(Regions, RightIsTheMirrorOfLeft) {
    for (std::uint32_t v = 0; v < skin.positions.size(); ++v) {
        const RegionRef here = map.at(v), there = map.at(skin.mirror[v]);
        ASSERT_EQ(here.region, there.region);
        const bool paired = !regions().regions[static_cast<size_t>(here.region)].midline;
        if (skin.mirror[v] == v || !paired) {
            EXPECT_EQ(here.side, Side::left);
        } else {
            EXPECT_EQ(here.side, skin.positions[v].x > 0 ? Side::left : Side::right);
            EXPECT_NE(here.side, there.side);
        }
    }
    const RegionRef left{regions().find("shin"), Side::left}, right{left.region, Side::right};
    EXPECT_EQ(mirrored(skin, map.field(left)), map.field(right));
    EXPECT_NEAR(map.area_cm2(left), map.area_cm2(right), 0.5);
}

TEST_P(Regions, AreWholeAndOfASensibleSize) {
    float total = 0;
    for (const RegionRef ref : all_refs()) total += map.area_cm2(ref);
    EXPECT_GT(total, 14000);
    EXPECT_LT(total, 21000);
    for (const RegionRef ref : all_refs()) {
        EXPECT_GT(map.area_cm2(ref), 0.0005f * total) << id_of(ref);
        EXPECT_LT(map.area_cm2(ref), 0.08f * total) << id_of(ref);
    }
    std::vector<int> seen(skin.positions.size(), 0);
    std::map<RegionRef, size_t> whole, largest;
    for (std::uint32_t start = 0; start < seen.size(); ++start) {
        const RegionRef ref = map.at(start);
        ++whole[ref];
        if (seen[start]++) continue;
        std::vector<std::uint32_t> patch{start};
        for (size_t i = 0; i < patch.size(); ++i) {
            for (const std::uint32_t next : body.neighbours(patch[i])) {
                if (map.at(next) == ref && !seen[next]++) patch.push_back(next);
            }
        }
        largest[ref] = std::max(largest[ref], patch.size());
    }
    for (const RegionRef ref : all_refs()) {
        EXPECT_GT(static_cast<double>(largest[ref]), 0.95 * static_cast<double>(whole[ref])) << id_of(ref);
    }
}

TEST_P(Regions, LandmarksLieWhereTheyMust) {
    const std::pair<const char*, const char*> facts[] = {
        {"vertex", "top_of_head"},
        {"bregma", "top_of_head"},
        {"superior_temporal_line_mid", "side_of_head"},
        {"pterion", "temple"},
        {"opisthocranion", "back_of_head"},
        {"mastoid_process", "behind_ear"},
        {"supraorbital_arch_mid", "forehead"},
        {"eye_inner_canthus", "eye"},
        {"eye_outer_canthus", "eye"},
        {"orbit_inferior_rim", "eye"},
        {"nose_tip", "nose"},
        {"nose_ala", "nose"},
        {"zygomatic_prominence", "cheek"},
        {"cheek_mid", "cheek"},
        {"ear_top", "ear"},
        {"ear_lobule", "ear"},
        {"tragus", "ear"},
        {"upper_lip_mid", "mouth"},
        {"mouth_corner", "mouth"},
        {"menton", "chin"},
        {"mandible_angle", "jaw"},
        {"mandible_body_lower_mid", "jaw"},
        {"laryngeal_prominence", "front_of_neck"},
        {"cricoid_cartilage", "front_of_neck"},
        {"c4_transverse_process", "side_of_neck"},
        {"c2_spinous", "back_of_neck"},
        {"c6_spinous", "back_of_neck"},
        {"acromion_superior", "top_of_shoulder"},
        {"coracoid_process", "front_of_shoulder"},
        {"lesser_tubercle", "front_of_shoulder"},
        {"infraglenoid_tubercle", "back_of_shoulder"},
        {"rib2_costochondral_junction", "upper_chest"},
        {"nipple", "breast"},
        {"sternum_body_mid", "breastbone"},
        {"sternal_angle", "breastbone"},
        {"rib7_lateral", "side_of_chest"},
        {"rib8_costochondral_junction", "under_ribs"},
        {"umbilicus", "middle_belly"},
        {"inguinal_ligament_mid", "groin"},
        {"pubic_symphysis", "pubic_region"},
        {"pubic_symphysis_inferior", "perineum"},
        {"t4_spinous", "upper_back"},
        {"t6_transverse_process", "upper_back"},
        {"scapula_inferior_angle", "shoulder_blade"},
        {"scapular_spine_mid", "shoulder_blade"},
        {"t10_spinous", "middle_back"},
        {"rib9_angle", "middle_back"},
        {"l3_spinous", "lower_back"},
        {"l4_transverse_process", "lower_back"},
        {"s2_median_crest", "sacrum"},
        {"coccyx_tip", "tailbone"},
        {"humerus_mid_anterior", "upper_arm_front"},
        {"deltoid_tuberosity", "upper_arm_outer"},
        {"capitulum", "elbow_front"},
        {"olecranon", "elbow_back"},
        {"medial_epicondyle_humerus", "elbow_inner"},
        {"lateral_epicondyle_humerus", "elbow_outer"},
        {"ulna_posterior_border_mid", "forearm_back"},
        {"radius_distal_volar", "wrist_front"},
        {"dorsal_tubercle_radius", "wrist_back"},
        {"ulnar_styloid", "wrist_back"},
        {"hamate_hook", "palm"},
        {"metacarpal3_head_dorsal", "back_of_hand"},
        {"metacarpal5_base", "back_of_hand"},
        {"thumb_tip", "thumb"},
        {"index_finger_dip_joint", "index_finger"},
        {"middle_finger_pip_joint", "middle_finger"},
        {"ring_finger_tip", "ring_finger"},
        {"little_finger_pip_joint", "little_finger"},
        {"greater_trochanter", "hip"},
        {"ischial_tuberosity_upper", "buttock"},
        {"linea_aspera_mid", "thigh_outer"},
        {"patella_centre_anterior", "knee_front"},
        {"patella_apex", "knee_front"},
        {"medial_epicondyle_femur", "knee_inner"},
        {"lateral_epicondyle_femur", "knee_outer"},
        {"fibular_head", "knee_outer"},
        {"tibial_crest_mid", "shin"},
        {"fibula_mid_lateral", "leg_outer"},
        {"medial_malleolus", "ankle_inner"},
        {"lateral_malleolus", "ankle_outer"},
        {"calcaneal_tuberosity", "heel"},
        {"calcaneal_tuberosity_plantar", "under_heel"},
        {"medial_cuneiform_dorsal", "top_of_foot"},
        {"metatarsal2_head_plantar", "ball_of_foot"},
        {"sesamoid_plantar", "ball_of_foot"},
        {"big_toe_tip", "big_toe"},
        {"third_toe_tip", "toes"},
        {"little_toe_tip", "toes"},
    };
    for (const auto& [landmark, region] : facts) {
        for (const Side side : {Side::left, Side::right}) EXPECT_EQ(id_at(at(landmark), side), region) << landmark;
    }
}

// Half-way down a limb, each face has its own region; where landmarks are far off, offsets find the face.
TEST_P(Regions, FacesOfTheLimbsKeepApart) {
    const PointSpec thigh = between(at("inguinal_ligament_mid"), at("patella_superior_pole"), 0.5f);
    EXPECT_EQ(id_at(thigh), "thigh_front");
    EXPECT_EQ(id_at(moved(at("lateral_condyle_femur_posterior"), {20, -4, -8})), "thigh_back");
    EXPECT_EQ(id_at(moved(at("medial_epicondyle_femur"), {14, -3, 0})), "thigh_inner");
    EXPECT_EQ(id_at(moved(at("lateral_condyle_femur_posterior"), {-2, -4, -6})), "knee_back");
    EXPECT_EQ(id_at(moved(at("tibial_crest_mid"), {0, 0, -20})), "calf");
    EXPECT_EQ(id_at(moved(at("tibia_medial_surface_mid"), {0, -4, -4})), "leg_inner");
    EXPECT_EQ(id_at(moved(at("humerus_mid_posterior"), {0, -2, -6})), "upper_arm_back");
    EXPECT_EQ(id_at(moved(at("medial_supracondylar_ridge"), {4, -2, 2})), "upper_arm_inner");
    EXPECT_EQ(id_at(between(at("capitulum"), at("radius_distal_volar"), 0.4f)), "forearm_front");
    EXPECT_EQ(id_at(moved(at("calcaneus_achilles_insertion"), {5, 0, -1})), "ankle_back");
    EXPECT_EQ(id_at(moved(at("metatarsal3_head_plantar"), {0, 0, -5})), "sole");
}

TEST_P(Regions, PalmAndBackOfTheHandKeepApart) {
    const glm::vec3 hand =
        resolve_on_skin(body, between(at("radius_distal_volar"), at("metacarpal3_head"), 0.6f), Side::left).position;
    const glm::vec3 forward{0, 0, 1};
    EXPECT_EQ(id_of(map.at(body.query().raycast(hand + 30.f * forward, -forward).value().vertex)), "palm");
    EXPECT_EQ(id_of(map.at(body.query().raycast(hand - 30.f * forward, forward).value().vertex)), "back_of_hand");
}

TEST_P(Regions, SharesOfAFieldAddUp) {
    const Stroke stroke{.path = {at("t9_spinous"), at("l4_spinous")}, .radius_cm = {3}};
    const auto shares = map.shares(paint(body, {&stroke, 1}, Side::left));
    ASSERT_GE(shares.size(), 4u);
    std::set<std::string> ids;
    float sum = 0, last = 1;
    for (const RegionMap::Share& share : shares) {
        ids.insert(id_of(share.ref));
        sum += share.of_field;
        EXPECT_LE(share.of_field, last);
        EXPECT_LE(share.of_region, 1.001f);
        last = share.of_field;
    }
    EXPECT_NEAR(sum, 1, 1e-4);
    EXPECT_TRUE(ids.contains("middle_back") && ids.contains("lower_back"));

    const RegionRef whole{regions().find("knee_front"), Side::right};
    const auto own = map.shares(map.field(whole));
    EXPECT_EQ(own.at(0).ref, whole);
    EXPECT_GT(own[0].of_field, 0.8f);
    EXPECT_GT(own[0].of_region, 0.8f);
    EXPECT_TRUE(map.shares(SparseField{}).empty());
}

TEST_P(Regions, WithOneMissingTheOthersCloseTheGap) {
    RegionSet fewer = regions();
    std::erase_if(fewer.regions, [](const SkinRegion& region) { return region.id == "middle_belly"; });
    ASSERT_EQ(fewer.regions.size() + 1, regions().regions.size());
    const RegionMap closed(fewer, body);
    for (std::uint32_t v = 0; v < skin.positions.size(); ++v) ASSERT_GE(closed.at(v).region, 0);
}

TEST_P(Regions, AnEmptySetHasNone) {
    const RegionMap none({}, body);
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.at(100).region, -1);
    EXPECT_TRUE(none.shares(map.field({0, Side::left})).empty());
}

}  // namespace
}  // namespace myomap
