#include "body/atlas_fields.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <vector>

#include <gtest/gtest.h>

#include "support/real_bodies.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

class AtlasFieldsOnBodies : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());
    const AtlasFields& fields = test::scene().body_fields(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Bodies, AtlasFieldsOnBodies, testing::ValuesIn(body_ids), test::name_of);

TEST_P(AtlasFieldsOnBodies, EveryZonePaintsSomething) {
    const Atlas& atlas = test::atlas();
    for (const PointRef ref : atlas.all_points()) {
        const auto& zones = atlas.point(ref).zones;
        for (size_t i = 0; i < zones.size(); ++i) {
            const SparseField& field = fields.point(ref).zones[i];
            const auto inside = std::ranges::count_if(field.values, [](std::uint8_t v) { return v >= 128; });
            EXPECT_GE(inside, 6) << atlas.full_id(ref) << " zone " << i << ": " << zones[i].words;
            EXPECT_LT(static_cast<double>(inside), 0.34 * static_cast<double>(body.skin().positions.size()))
                << atlas.full_id(ref) << " zone " << i;
        }
    }
}

TEST_P(AtlasFieldsOnBodies, UpperTrapeziusIsFoundOnTheShoulderSlopeAndRefersToTheTemple) {
    const Atlas& atlas = test::atlas();
    const PointRef ref = atlas.find_point("trapezius_upper/TrP1").value();
    const SkinPoint place = fields.place(ref, Side::left);
    EXPECT_GE(test::muscles(GetParam()).area(ref.muscle, Side::left).at(place.vertex), 0.5f);
    const std::uint32_t temple = body.landmark_skin(body.landmarks().by_name.at("pterion"), Side::left).vertex;
    float strongest = 0;
    for (const SparseField& zone : fields.point(ref).zones) strongest = std::max(strongest, zone.at(temple));
    EXPECT_GE(strongest, 0.5f);
}

TEST_P(AtlasFieldsOnBodies, RightSideMirrorsTheLeft) {
    const PointRef ref = test::atlas().find_point("trapezius_upper/TrP1").value();
    EXPECT_FLOAT_EQ(fields.place(ref, Side::right).position.x, -fields.place(ref, Side::left).position.x);
    for (const std::uint32_t vertex : fields.zone(ref, 0, Side::right).vertices) {
        EXPECT_LT(body.skin().positions[vertex].x, 1.f);
    }
}

TEST_P(AtlasFieldsOnBodies, CacheGivesBackWhatWasEvaluated) {
    const fs::path file = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("roundtrip_") + to_text(GetParam()) + ".fields");
    AtlasFields first(test::atlas(), body);
    first.write_cache(file, 42);
    AtlasFields second(test::atlas(), body);
    ASSERT_TRUE(second.read_cache(file, 42));
    for (const PointRef ref : test::atlas().all_points()) {
        EXPECT_EQ(second.point(ref).zones, fields.point(ref).zones);
        EXPECT_EQ(second.point(ref).place.position, fields.point(ref).place.position);
    }
}

TEST_P(AtlasFieldsOnBodies, CacheOfAnotherDatasetOrDamagedIsRefused) {
    const fs::path file = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("damaged_") + to_text(GetParam()) + ".fields");
    AtlasFields(test::atlas(), body).write_cache(file, 42);
    AtlasFields reader(test::atlas(), body);
    EXPECT_FALSE(reader.read_cache(file, 43));
    EXPECT_FALSE(reader.read_cache(file.string() + ".missing", 42));
    fs::resize_file(file, fs::file_size(file) - 7);
    EXPECT_FALSE(reader.read_cache(file, 42));
    // Whatever bytes stand there, nothing is read past the end.
    for (const size_t keep : {0u, 3u, 15u, 17u, 400u}) {
        fs::resize_file(file, keep);
        EXPECT_FALSE(reader.read_cache(file, 42));
    }
}

TEST(AtlasFieldsOneByOne, CountDownToNothingAndTheCacheFillsThemAtOnce) {
    const Body& body = test::body(BodyId::adult_male);
    const fs::path folder = MYOMAP_TEST_OUTPUT;
    const fs::path input = fs::path(MYOMAP_SOURCE_DIR) / "data" / "landmarks.json";
    AtlasFields first(test::atlas(), body);
    first.use_cache({folder / "no_such.fields"}, {input});
    const int all = first.missing();
    EXPECT_EQ(all, static_cast<int>(test::atlas().muscles.size()));
    first.evaluate_next();
    EXPECT_EQ(first.missing(), all - 1);
    first.write_cache(folder / "second.fields", fields_key({input}));
    EXPECT_EQ(first.missing(), 0);
    AtlasFields second(test::atlas(), body);
    second.use_cache({folder / "no_such.fields", folder / "second.fields"}, {input});
    EXPECT_EQ(second.missing(), 0);
}

// What a reference leads to is made once, whoever asks first; run under ThreadSanitizer too.
TEST(AtlasFieldsOneByOne, SeveralThreadsMayAskAtOnce) {
    constexpr int asked = 12;
    const AtlasFields shared(test::atlas(), test::body(BodyId::adult_male));
    std::vector<std::future<std::vector<const MuscleFields*>>> threads;
    for (int t = 0; t < 4; ++t)
        threads.push_back(std::async(std::launch::async, [&, t] {
            std::vector<const MuscleFields*> got(asked);
            for (int i = 0; i < asked; ++i) {
                const int muscle = (i + 3 * t) % asked;
                got[static_cast<size_t>(muscle)] = &shared.muscle(muscle);
                if (t == 0) shared.evaluate_next();
                shared.missing();
            }
            return got;
        }));
    const auto first = threads.front().get();
    for (size_t t = 1; t < threads.size(); ++t) EXPECT_EQ(threads[t].get(), first);
    EXPECT_EQ(first[0], &shared.muscle(0));
    EXPECT_FALSE(first[0]->points.empty());
}

TEST_P(AtlasFieldsOnBodies, AZoneOfTheOtherFigurePaintsNothing) {
    Atlas atlas = test::atlas();
    const PointRef ref = atlas.find_point("trapezius_upper/TrP1").value();
    Zone& zone = atlas.muscles[static_cast<size_t>(ref.muscle)].trigger_points[static_cast<size_t>(ref.point)].zones[0];
    zone.bodies = GetParam() == BodyId::adult_male ? OnBodies::female : OnBodies::male;
    const AtlasFields changed(atlas, body);
    EXPECT_TRUE(changed.point(ref).zones[0].empty());
    EXPECT_FALSE(changed.point(ref).zones[1].empty());
}

}  // namespace
}  // namespace myomap
