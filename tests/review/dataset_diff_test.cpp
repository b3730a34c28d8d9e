#include "review/dataset_diff.h"

#include "one_muscle.h"

namespace myomap::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DatasetDiff diff(const Sample& before, const Sample& after) {
    const Opened a(before), b(after);
    return compare({a.loaded.atlas, a.fields(), a.loaded.texts}, {b.loaded.atlas, b.fields(), b.loaded.texts});
}

std::vector<std::string> lines(const DatasetDiff& diff) {
    std::vector<std::string> all;
    for (const Change& change : diff.changes) all.push_back(to_text(message_of(change)));
    return all;
}

json& first_point(Sample& data) { return data["muscles"][0]["trigger_points"][0]; }

std::string first_id(Sample data) { return data.first_id() + "/" + first_point(data)["id"].get<std::string>(); }

// The words of the first point in the texts of one language.
json& first_words(json& muscle_words, Sample& data) {
    return muscle_words["points"][first_point(data)["id"].get<std::string>()];
}

TEST(DatasetDiff, NothingBetweenAFileAndItself) {
    const DatasetDiff same = diff(one_muscle(), one_muscle());
    EXPECT_TRUE(same.same());
    EXPECT_THAT(same.points, IsEmpty());
}

TEST(DatasetDiff, WordsAreToldButNotDrawn) {
    Sample after = one_muscle();
    after.words()["innervation"] = "none";
    after.french()["self_care"] = json::array({"repos"});
    first_point(after)["confidence"] = "low";
    first_point(after)["reached_from"] = "mouth";
    after["muscles"][0]["segments"] = json::array({"C1"});
    first_words(after.words(), after)["zones"][0] = "elsewhere";
    first_words(after.french(), after)["zones"][0] = "ailleurs";
    const DatasetDiff changed = diff(one_muscle(), after);
    const std::string id = first_id(after);
    EXPECT_THAT(lines(changed),
                ElementsAre(HasSubstr("innervation: \""), HasSubstr(": fr self_care: ["), HasSubstr("-> [C1]"),
                            HasSubstr("reached_from: \"\" -> \"mouth\""),
                            testing::StartsWith("~ " + id + ": confidence: \""), testing::EndsWith("-> \"elsewhere\""),
                            AllOf(HasSubstr(" fr words: \""), testing::EndsWith("-> \"ailleurs\""))));
    EXPECT_THAT(changed.points, IsEmpty());
}

TEST(DatasetDiff, WiderStrokesAndMovedPointsAreDrawn) {
    Sample after = one_muscle();
    auto& radius = first_point(after)["zones"][0]["strokes"][0]["radius_cm"];
    radius = (radius.is_array() ? radius[0] : radius).get<double>() + 1;
    const DatasetDiff wider = diff(one_muscle(), after);
    EXPECT_THAT(lines(wider), ElementsAre(HasSubstr("% of its skin")));
    ASSERT_EQ(wider.points.size(), 1u);
    EXPECT_EQ(wider.points[0].before, (PointRef{0, 0}));
    EXPECT_EQ(wider.points[0].after, (PointRef{0, 0}));

    after = one_muscle();
    const json place = first_point(after)["point"];
    first_point(after)["point"] = {{"at", place}, {"offset_cm", {{"lateral", 2}}}};
    const DatasetDiff moved = diff(one_muscle(), after);
    EXPECT_THAT(lines(moved), ElementsAre(HasSubstr("point: moved by ")));
    EXPECT_EQ(moved.points.size(), 1u);
}

TEST(DatasetDiff, AHairIsToldButNotDrawn) {
    Sample after = one_muscle();
    const json place = first_point(after)["point"];
    first_point(after)["point"] = {{"at", place}, {"offset_cm", {{"lateral", 0.01}}}};
    const DatasetDiff hair = diff(one_muscle(), after);
    EXPECT_THAT(lines(hair), ElementsAre(HasSubstr("moved by 0.0 cm")));
    EXPECT_THAT(hair.points, IsEmpty());
}

TEST(DatasetDiff, PointsThatComeAndGo) {
    Sample more = one_muscle();
    json point = first_point(more);
    point["id"] = "new1";
    more.add_point(point);
    const DatasetDiff added = diff(one_muscle(), more);
    const std::string muscle = more["muscles"][0]["id"];
    EXPECT_THAT(lines(added), ElementsAre(testing::StartsWith("+ " + muscle + "/new1")));
    ASSERT_EQ(added.points.size(), 1u);
    EXPECT_FALSE(added.points[0].before);
    const DatasetDiff removed = diff(more, one_muscle());
    EXPECT_THAT(lines(removed), ElementsAre(testing::StartsWith("- ")));
    ASSERT_EQ(removed.points.size(), 1u);
    EXPECT_FALSE(removed.points[0].after);
}

TEST(DatasetDiff, ZonesAreKnownAgainInAnotherOrder) {
    Sample after = one_muscle();
    auto& zones = first_point(after)["zones"];
    ASSERT_GE(zones.size(), 2u);
    std::swap(zones[0], zones[1]);
    const auto each_list = [&](const auto& change) {
        for (json* texts : {&after.words(), &after.french()})
            for (const char* key : {"zones", "zones_plain"}) change(first_words(*texts, after)[key]);
    };
    each_list([](json& words) { std::swap(words[0], words[1]); });
    EXPECT_TRUE(diff(one_muscle(), after).same());

    const std::string gone = first_words(after.words(), after)["zones"].back();
    zones.erase(zones.size() - 1);
    each_list([](json& words) { words.erase(words.size() - 1); });
    const DatasetDiff less = diff(one_muscle(), after);
    EXPECT_THAT(lines(less), ElementsAre(HasSubstr(gone)));
    EXPECT_EQ(less.points.size(), 1u);
}

TEST(DatasetDiff, MusclesSourcesAndVersion) {
    Sample after = one_muscle();
    after["dataset_version"] = "9";
    after["sources"]["New"] = {{"title", "A new book"}};
    json muscle = after["muscles"][0];
    muscle["id"] = "another";
    after.add_muscle(muscle);
    EXPECT_THAT(lines(diff(one_muscle(), after)),
                ElementsAre(testing::StartsWith("~ dataset: dataset_version"), "+ source New: A new book",
                            testing::StartsWith("+ another: ")));
}

}  // namespace
}  // namespace myomap::test
