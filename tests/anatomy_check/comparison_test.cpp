// The comparison with measured anatomy, against a reference that is made from our own muscles and so must agree.

#include "anatomy_check/comparison.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "anatomy_check/report.h"
#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using nlohmann::json;

const Body& male() { return test::body(BodyId::adult_male); }

// A round bar of 3 cm in the thigh, from 30 % to 70 % of its length.
Shape bar(float medial) {
    Shape shape;
    shape.id = "bar";
    ShapePart part;
    for (const float f : {0.3f, 0.5f, 0.7f}) {
        ShapeStation station;
        station.curve = {
            test::moved(test::between(test::at("greater_trochanter"), test::at("lateral_epicondyle_femur"), f),
                        {.lateral = -medial})};
        station.width_cm = 3;
        station.thickness_cm = {3};
        part.stations.push_back(std::move(station));
    }
    shape.parts.push_back(std::move(part));
    return shape;
}

class Comparison : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("myomap_anatomy_" + std::to_string(::getpid()));
    PackedMuscles packed = pack_muscles(male(), {bar(3)});

    // The bar as somebody would have measured it, moved to the left by `off`; two skin points over it.
    void SetUp() override { write(0, "bar"); }
    ~Comparison() override { std::filesystem::remove_all(folder); }

    void write(float off, const std::string& expected) {
        std::filesystem::create_directories(folder);
        const auto at = [&](float f) {
            const glm::vec3 p = resolve_deep(male(), bar(3).parts[0].stations[f < 0.4f ? 0 : 2].curve[0], Side::left);
            return json{p.x + off, p.y, p.z};
        };
        const MuscleMesh& mesh = packed.asset.meshes[0];
        const json piece{{"label", "bar"},
                         {"atlas_ids", {"bar"}},
                         {"volume_cm3", mesh.volume_cm3},
                         {"broad_sheet", false},
                         {"centroid", {mesh.centroid.x + off, mesh.centroid.y, mesh.centroid.z}},
                         {"proximal_end", at(0.3f)},
                         {"distal_end", at(0.7f)},
                         {"centreline", {{{"position", at(0.3f)}, {"width_cm", 3}, {"thickness_cm", 3}}}}};
        std::ofstream(folder / "muscles_measured.json") << json{{"muscles", {piece}}};
        const SkinPoint skin = male().query().closest(mesh.centroid);
        std::ofstream(folder / "first_under_skin.tsv")
            << "x\ty\tz\tnx\tny\tnz\tfirst_muscle\tdepth_cm\n"
            << skin.position.x << '\t' << skin.position.y << '\t' << skin.position.z << '\t' << skin.normal.x << '\t'
            << skin.normal.y << '\t' << skin.normal.z << '\t' << expected << "\t1\n";
    }
};

TEST_F(Comparison, AgreesWithItself) {
    const AnatomyReport report = compare_anatomy(folder, male(), packed, {bar(3)});
    ASSERT_EQ(report.muscles.size(), 1u);
    EXPECT_NEAR(report.muscles[0].centroid_cm, 0, 1e-3f);
    EXPECT_NEAR(report.muscles[0].volume_ratio, 1, 1e-3f);
    EXPECT_NEAR(report.muscles[0].width_ratio, 1, 1e-3f);
    ASSERT_EQ(report.muscles[0].ends.size(), 2u);
    EXPECT_LT(report.ends().back(), 0.05f);
    EXPECT_EQ(report.first_agreement(), 1);
}

TEST_F(Comparison, SaysHowFarOffAndWhatIsThereInstead) {
    write(2, "somebody_else");
    const AnatomyReport report = compare_anatomy(folder, male(), packed, {bar(3)});
    EXPECT_NEAR(report.centroids().back(), 2, 1e-3f);
    EXPECT_NEAR(report.ends().front(), 2, 0.05f);
    EXPECT_EQ(report.first_agreement(), 0);
    ASSERT_EQ(report.first.size(), 1u);
    EXPECT_EQ(report.first[0].instead[0].first, "bar");
    EXPECT_THAT(to_markdown(report), testing::HasSubstr("| bar | 2.00 | 1.00 |"));
    EXPECT_THAT(to_terminal(report, {}), testing::HasSubstr("bar 1"));
}

TEST_F(Comparison, AMuscleThatWeLackCountsAgainstUs) {
    const AnatomyReport report = compare_anatomy(folder, male(), PackedMuscles{}, {});
    EXPECT_GT(report.centroids().back(), 10);
    EXPECT_EQ(report.first_agreement(), 0);
}

TEST_F(Comparison, PlacementCountsWhatIsOutsideAndWhatPokes) {
    const Placement placement = placement_of(male(), packed);
    EXPECT_EQ(placement.vertices, static_cast<int>(packed.asset.positions.size()));
    EXPECT_EQ(placement.outside, 0);
    EXPECT_EQ(placement.inside_another, 0);
    PackedMuscles twice = packed;  // the same bar once more, in the same place
    twice.asset.meshes.push_back(twice.asset.meshes[0]);
    twice.asset.meshes[1].id = "again";
    EXPECT_GT(placement_of(male(), twice).inside_another, placement.vertices / 2);
}

TEST_F(Comparison, AMissingReferenceIsSaid) {
    EXPECT_THROW(compare_anatomy("/no/such/folder", male(), packed, {}), std::runtime_error);
}

}  // namespace
}  // namespace myomap
