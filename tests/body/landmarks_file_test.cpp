// data/landmarks.json and its bad days; the shipped data files.

#include <algorithm>

#include <gtest/gtest.h>

#include "../atlas/sample_file.h"
#include "base/schema_check.h"
#include "body/landmarks.h"

namespace myomap {
namespace {

using testing::line_of;
using testing::read_file;
using testing::source_path;
using testing::TemporaryFile;
using testing::with;

std::string good_landmarks() { return read_file(source_path("tests/data/atlas/landmarks_good.json")); }

std::filesystem::path schema_file() { return source_path("data/schema/landmarks.schema.json"); }

TEST(LandmarksFile, ReadsEveryMember) {
    const auto [landmarks, problems] = load_landmarks(source_path("tests/data/atlas/landmarks_good.json"));
    EXPECT_TRUE(problems.empty()) << to_text(problems.front());
    EXPECT_EQ(landmarks.names(), (LandmarkNames{"c7_spinous", "mastoid_process", "nipple"}));
    const Landmark& mastoid = landmarks.by_name.at("mastoid_process");
    EXPECT_EQ(mastoid.kind, Landmark::Kind::bone);
    EXPECT_FALSE(mastoid.midline);
    EXPECT_EQ(mastoid.vertex, 12u);
    EXPECT_EQ(mastoid.bone[0], glm::vec3(6.1f, 158.2f, 1.5f));
    EXPECT_EQ(mastoid.bone[1], glm::vec3(5.8f, 146, 1.4f));
    EXPECT_EQ(mastoid.fma, "FMA52739");
    EXPECT_TRUE(landmarks.by_name.at("c7_spinous").midline);
    EXPECT_EQ(landmarks.by_name.at("nipple").kind, Landmark::Kind::skin);
}

struct Fault {
    const char* name;
    const char* from;
    const char* to;
    const char* pointer;
    const char* expected;
    bool schema_sees_it = true;
    std::size_t left = 2;  // landmarks that still load
};

const Fault faults[] = {
    {"duplicate", "\"c7_spinous\"", "\"mastoid_process\" ", "/landmarks/1/name", "not used yet", false},
    {"name_form", "\"c7_spinous\"", "\"C7 spinous\"", "/landmarks/1/name", "lower case"},
    {"kind", "\"kind\": \"skin\"", "\"kind\": \"skn\"", "/landmarks/2/kind", "\"skin\""},
    {"vertex_negative", "77", "-1", "/landmarks/2/vertex", "0 or more"},
    {"vertex_fraction", "77", "7.5", "/landmarks/2/vertex", "whole number"},
    {"vertex_text", "77", "\"77\"", "/landmarks/2/vertex", "0 or more"},
    {"midline", "\"midline\": true", "\"midline\": 1", "/landmarks/1/midline", "true or false"},
    {"no_midline", "\"midline\": true, ", "", "/landmarks/1", "a member \"midline\""},
    {"position_short", "[5.8, 146, 1.4]", "[5.8, 146]", "/landmarks/0/bone_cm/adult_female", "[x, y, z]"},
    {"position_text", "[5.8, 146, 1.4]", "[5.8, 146, \"a\"]", "/landmarks/0/bone_cm/adult_female/2", "a coordinate"},
    {"position_far", "[5.8, 146, 1.4]", "[5.8, 1e40, 1.4]", "/landmarks/0/bone_cm/adult_female/1", "a coordinate"},
    {"no_body", ", \"adult_female\": [5.8, 146, 1.4]", "", "/landmarks/0/bone_cm", "a member \"adult_female\""},
    {"bone_of_skin", "\"vertex\": 77", "\"vertex\": 77, \"bone_cm\": {}", "/landmarks/2/bone_cm", "no \"bone_cm\""},
    {"unknown_key", "\"of\": \"skin\"", "\"off\": \"skin\"", "/landmarks/2/off", "a key that is known", true, 3},
    {"format", "myomap-landmarks", "myomap-trigger-points", "/format", "\"myomap-landmarks\"", true, 0},
    {"version", "\"format_version\": 1", "\"format_version\": 9", "/format_version", "1", true, 0},
};

class LandmarksFault : public ::testing::TestWithParam<Fault> {};

TEST_P(LandmarksFault, IsReportedAndTheRestLoads) {
    const Fault& fault = GetParam();
    const std::string text = with(good_landmarks(), fault.from, fault.to);
    const TemporaryFile file(text);
    const auto [landmarks, problems] = load_landmarks(file.path());
    ASSERT_EQ(problems.size(), 1u) << to_text(problems.back());
    EXPECT_EQ(problems[0].pointer, fault.pointer) << to_text(problems[0]);
    EXPECT_NE(to_text(problems[0].expected).find(fault.expected), std::string::npos) << to_text(problems[0]);
    EXPECT_GT(problems[0].line, 0);
    EXPECT_EQ(landmarks.by_name.size(), fault.left);
    EXPECT_EQ(!schema_problems(read_json(file.path()), schema_file()).empty(), fault.schema_sees_it);
}

INSTANTIATE_TEST_SUITE_P(Each, LandmarksFault, ::testing::ValuesIn(faults),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(LandmarksFile, SaysWhereADuplicateWasFirst) {
    const auto text = with(good_landmarks(), "\"c7_spinous\"", "\"mastoid_process\" ");
    const TemporaryFile file(text);
    const auto problems = load_landmarks(file.path()).problems;
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, line_of(text, "\"mastoid_process\" "));
    EXPECT_NE(to_text(problems[0].advice).find("line " + std::to_string(line_of(text, "\"mastoid_process\","))),
              std::string::npos)
        << to_text(problems[0].advice);
}

TEST(LandmarksFile, RefusesWhatIsNoDataset) {
    EXPECT_EQ(load_landmarks("/nonexistent/landmarks.json").problems.size(), 1u);
    for (const char* content : {"", "{", "[]", "null", "{\"format\": NaN}", "\xFF"}) {
        const TemporaryFile file(content);
        const auto loaded = load_landmarks(file.path());
        EXPECT_EQ(loaded.problems.size(), 1u) << content;
        EXPECT_TRUE(loaded.landmarks.by_name.empty());
    }
}

TEST(LandmarksFile, DamagedFilesNeverThrow) {
    const std::string text = good_landmarks();
    const TemporaryFile file("");
    for (std::size_t i = 0; i < text.size(); i += 3) {
        file.write(text.substr(0, i));
        EXPECT_NO_THROW(load_landmarks(file.path()));
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        file.write(changed);
        EXPECT_NO_THROW(load_landmarks(file.path()));
    }
}

std::string all_text(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

TEST(ShippedData, HasNoProblems) {
    const auto landmarks = load_landmarks(source_path("data/landmarks.json"));
    EXPECT_TRUE(landmarks.problems.empty()) << all_text(landmarks.problems);
    const auto by_schema = schema_problems(read_json(source_path("data/landmarks.json")), schema_file());
    EXPECT_TRUE(by_schema.empty()) << all_text(by_schema);
    const auto dataset =
        check_dataset(source_path("data/trigger_points.json"), landmarks.landmarks.names(), source_path("data/schema"));
    EXPECT_TRUE(dataset.empty()) << all_text(dataset);
}

}  // namespace
}  // namespace myomap
