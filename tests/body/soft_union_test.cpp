#include "body/soft_union.h"

#include <gtest/gtest.h>

#include "body/areas.h"
#include "body/body_regions.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

class SoftUnionOn : public testing::TestWithParam<BodyId> {
protected:
    const Body& body() const { return test::body(GetParam()); }
    static const BodyRegions& regions() {
        static const BodyRegions all(
            load_regions(MYOMAP_SOURCE_DIR "/data/regions.json", test::landmarks().names()).set);
        return all;
    }
    SparseField field(const char* id) const {
        return regions().on(body()).field({regions().set().find(id), Side::left});
    }
    float area_cm2(const SparseField& of) const {
        const std::vector<float> areas = vertex_areas(body().skin());
        float sum = 0;
        for (size_t i = 0; i < of.size(); ++i)
            if (of.values[i] >= 128) sum += areas[of.vertices[i]];
        return sum;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, SoftUnionOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(SoftUnionOn, HasNoSeamWhereRegionsMeet) {
    const SparseField temple = field("temple"), side = field("side_of_head");
    const SparseField both = soft_union(body().skin(), std::vector{temple, side});
    int on_the_seam = 0;
    for (size_t i = 0; i < temple.size(); ++i) {
        const std::uint32_t v = temple.vertices[i];
        const float other = side.at(v);
        if (temple.at(v) + other < 0.99f || other < 0.2f || other > 0.8f) continue;
        ++on_the_seam;
        EXPECT_GT(both.at(v), 0.5f);
    }
    EXPECT_GT(on_the_seam, 5);
}

TEST_P(SoftUnionOn, KeepsTheSizeAndPlaceOfARegion) {
    for (const char* id : {"temple", "buttock", "calf", "palm", "upper_back"}) {
        const SparseField region = field(id), soft = soft_union(body().skin(), std::vector{region});
        EXPECT_NEAR(area_cm2(soft), area_cm2(region), 0.12f * area_cm2(region)) << id;
        int kept = 0, well_inside = 0;
        for (size_t i = 0; i < region.size(); ++i) {
            if (region.values[i] < 250) continue;
            ++well_inside;
            kept += soft.at(region.vertices[i]) >= 0.5f;
        }
        EXPECT_GT(kept, 0.9 * well_inside) << id;
    }
}

TEST_P(SoftUnionOn, OfNothingIsNothing) { EXPECT_TRUE(soft_union(body().skin(), {}).empty()); }

}  // namespace
}  // namespace myomap
