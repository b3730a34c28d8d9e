// Reading a regions file, and its bad days. The shipped file is tested with body/region_map_test.cpp.

#include "atlas/regions.h"

#include <gtest/gtest.h>

#include "base/schema_check.h"
#include "sample_file.h"

namespace myomap {
namespace {

using testing::sample_landmarks;
using testing::source_path;
using testing::TemporaryFile;
using testing::with;

std::filesystem::path schema_file() { return source_path("data/schema/regions.schema.json"); }

const char* const good = R"({
  "format": "myomap-regions",
  "format_version": 2,
  "license": "CC BY-SA 4.0",
  "regions": [
    {"id": "temple", "midline": false,
     "seeds": [{"path": ["mastoid_process"], "radius_cm": 2}]},
    {"id": "nape",
     "midline": true,
     "seeds": [{"path": ["occiput", "c7_spinous"], "radius_cm": [1, 2]}]}
  ]
})";

TEST(RegionsFile, ReadsEveryMember) {
    const TemporaryFile file(good);
    const auto [set, problems] = load_regions(file.path(), sample_landmarks());
    EXPECT_TRUE(problems.empty()) << to_text(problems.front());
    EXPECT_TRUE(schema_problems(read_json(file.path()), schema_file()).empty());
    EXPECT_EQ(set.license, "CC BY-SA 4.0");
    ASSERT_EQ(set.regions.size(), 2u);
    EXPECT_EQ(set.regions[1].in("fr").plain, "nape");  // until it has words, its id
    EXPECT_FALSE(set.regions[0].midline);
    EXPECT_TRUE(set.regions[1].midline);
    EXPECT_EQ(set.regions[1].seeds.at(0).radius_cm, (std::vector<float>{1, 2}));
    EXPECT_EQ(set.find("nape"), 1);
    EXPECT_EQ(set.find("knee"), -1);
}

struct Fault {
    const char* name;
    const char* from;  // stands once in the good file
    const char* to;
    const char* pointer;
    const char* expected;  // a part of it
    bool schema_sees_it = true;
    size_t left = 1;  // regions that still load
};

const Fault faults[] = {
    {"duplicate", "\"nape\",\n", "\"temple\",\n", "/regions/1/id", "not used yet", false},
    {"id_form", "\"nape\",\n", "\"Nape\",\n", "/regions/1/id", "lower case"},
    {"landmark", "\"c7_spinous\"", "\"c9_spinous\"", "/regions/1/seeds/0/path/1", "name of a landmark", false},
    {"radius", "\"radius_cm\": 2", "\"radius_cm\": 0", "/regions/0/seeds/0/radius_cm", "above 0"},
    {"through", "\"radius_cm\": 2", "\"radius_cm\": 2, \"through\": true", "/regions/0/seeds/0/through", "through"},
    {"midline", "\"midline\": true", "\"midline\": 1", "/regions/1/midline", "true or false"},
    {"no_midline", "\"midline\": true,", "", "/regions/1", "\"midline\""},
    {"no_seeds", "[{\"path\": [\"mastoid_process\"], \"radius_cm\": 2}]", "[]", "/regions/0/seeds", "at least one"},
    {"format", "\"myomap-regions\"", "\"myomap-landmarks\"", "/format", "\"myomap-regions\"", true, 0},
    {"version", "\"format_version\": 2", "\"format_version\": 1", "/format_version", "2", true, 0},
};

class RegionsFault : public ::testing::TestWithParam<Fault> {};

TEST_P(RegionsFault, IsReportedAndTheRestLoads) {
    const Fault& fault = GetParam();
    const TemporaryFile file(with(good, fault.from, fault.to));
    const auto [set, problems] = load_regions(file.path(), sample_landmarks());
    ASSERT_EQ(problems.size(), 1u) << (problems.empty() ? "" : to_text(problems.back()));
    EXPECT_EQ(problems[0].pointer, fault.pointer) << to_text(problems[0]);
    EXPECT_NE(to_text(problems[0].expected).find(fault.expected), std::string::npos) << to_text(problems[0]);
    EXPECT_GT(problems[0].line, 0);
    EXPECT_EQ(set.regions.size(), fault.left);
    EXPECT_EQ(!schema_problems(read_json(file.path()), schema_file()).empty(), fault.schema_sees_it);
    // The schema adds nothing to what has been said.
    EXPECT_EQ(check_regions(file.path(), sample_landmarks(), schema_file()).size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Each, RegionsFault, ::testing::ValuesIn(faults),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(RegionsFile, RefusesWhatIsNoDataset) {
    EXPECT_EQ(load_regions("/nonexistent/regions.json", {}).problems.size(), 1u);
    for (const char* content : {"", "{", "[]", "null", "{\"format\": NaN}", "\xFF"}) {
        const TemporaryFile file(content);
        const auto loaded = load_regions(file.path(), {});
        EXPECT_EQ(loaded.problems.size(), 1u) << content;
        EXPECT_TRUE(loaded.set.regions.empty());
    }
}

TEST(RegionsFile, DamagedFilesNeverThrow) {
    const std::string text = good;
    const TemporaryFile file("");
    for (size_t i = 0; i < text.size(); i += 3) {
        file.write(text.substr(0, i));
        EXPECT_NO_THROW(load_regions(file.path(), sample_landmarks()));
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        file.write(changed);
        EXPECT_NO_THROW(load_regions(file.path(), sample_landmarks()));
    }
}

}  // namespace
}  // namespace myomap
