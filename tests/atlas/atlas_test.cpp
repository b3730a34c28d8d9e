#include "atlas/atlas.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace myomap {
namespace {

Atlas two_muscles() {
    Atlas atlas;
    for (const char* id : {"masseter", "temporalis"}) {
        Muscle muscle;
        muscle.id = id;
        muscle.trigger_points.resize(2);
        muscle.trigger_points[0].id = "TrP1";
        muscle.trigger_points[1].id = "TrP2";
        atlas.muscles.push_back(muscle);
    }
    return atlas;
}

TEST(Atlas, FindsPointsByTheirFullIds) {
    const Atlas atlas = two_muscles();
    ASSERT_EQ(atlas.all_points().size(), 4u);
    for (const PointRef ref : atlas.all_points()) EXPECT_EQ(atlas.find_point(atlas.full_id(ref)), ref);
    EXPECT_EQ(atlas.full_id({1, 0}), "temporalis/TrP1");
    EXPECT_EQ(atlas.find_muscle("temporalis"), 1);
}

TEST(Atlas, FindsNothingByAWrongId) {
    const Atlas atlas = two_muscles();
    EXPECT_FALSE(atlas.find_muscle("Masseter"));
    for (const char* id : {"", "/", "masseter", "masseter/", "masseter/TrP3", "masseter/TrP1/", "x/TrP1"})
        EXPECT_FALSE(atlas.find_point(id)) << id;
}

TEST(Problem, IsOneLine) {
    Problem problem{Problem::Severity::error, "data/x.json", 12, "/muscles/0/id", "an id", "7", "write it in quotes"};
    EXPECT_EQ(to_text(problem), "data/x.json:12: /muscles/0/id: expected an id, got 7; write it in quotes");
    problem.severity = Problem::Severity::warning;
    EXPECT_NE(to_text(problem).find("warning"), std::string::npos);
    EXPECT_FALSE(has_errors({problem}));
    EXPECT_EQ(to_text(Problem{Problem::Severity::error, "x", 0, "", "a file", "a folder", ""}),
              "x: expected a file, got a folder");
}

}  // namespace
}  // namespace myomap
