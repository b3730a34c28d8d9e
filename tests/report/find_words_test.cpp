#include "report/find_words.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/context.h"
#include "finder/drawing_query.h"
#include "finder/point_pattern.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr BodyId male = BodyId::adult_male;

class FindWords : public testing::Test {
protected:
    std::unique_ptr<Context> context = open_context();
    Scene scene = context->scene();
    Finder finder{scene, male};

    Query regions(const std::vector<std::string>& ids, Side side = Side::right) const {
        PainArea area;
        for (const std::string& id : ids) area.regions.push_back({.id = id, .side = side});
        return query_of(scene, area, male);
    }
    Found found(const Query& query, const char* point, Side side = Side::right) const {
        for (const Found& one : finder.find(query, side, 1000))
            if (scene.atlas.full_id(one.ref) == point) return one;
        ADD_FAILURE() << point << " was not found";
        return {};
    }
    std::string fit(const Query& query, const char* point, Side side = Side::right) const {
        return fit_words(scene, query, male, found(query, point, side));
    }
};

TEST_F(FindWords, AQueryIsCalledByItsRegionsAndSides) {
    EXPECT_EQ(query_words(scene, regions({"calf"}), male), "Calf, right");
    EXPECT_THAT(query_words(scene, regions({"temple", "forehead"}, Side::left), male),
                AllOf(HasSubstr("Temple, left"), HasSubstr("Forehead")));
    EXPECT_EQ(query_words(scene, {}, male), "");
}

TEST_F(FindWords, AReasonNamesWhatIsSharedWhatIsMissedAndWhatWasNotDrawn) {
    EXPECT_THAT(fit(regions({"temple"}), "temporalis/TrP2"), StartsWith("Temple; "));
    EXPECT_THAT(fit(regions({"temple"}), "trapezius_upper/TrP1"),
                AllOf(StartsWith("Temple; "), HasSubstr("; not drawn: side of the neck"), HasSubstr("often met")));
}

TEST_F(FindWords, AReasonNamesWhatIsMissedOfADrawingThatIsMostlyExplained) {
    const PointRef ref = scene.atlas.find_point("infraspinatus/TrP1").value();
    Query query = regions({"top_of_head"});
    query.field = unite(query.field, pattern_of(scene, male, ref, Side::right).any);
    EXPECT_THAT(fit(query, "infraspinatus/TrP1"), HasSubstr("; not in its pattern: top of the head"));
    // What lies on the other side says so.
    Query other = regions({"calf"}, Side::left);
    other.field = unite(other.field, pattern_of(scene, male, ref, Side::right).any);
    EXPECT_THAT(fit(other, "infraspinatus/TrP1"), HasSubstr("; not in its pattern: calf (left)"));
    // One that is only a part of the answer misses the rest anyway.
    EXPECT_THAT(fit(regions({"temple", "calf"}), "temporalis/TrP2"), Not(HasSubstr("calf")));
}

TEST_F(FindWords, AMuscleThatANerveComplaintNamesAsksForTheNerve) {
    const Query query = regions({"palm"});
    const Found first = finder.find(query, Side::right, 1).at(0);
    Symptom complaint{.muscles = {"soleus"}};
    DrawingSigns signs;
    signs.nerve = {&complaint};
    signs.numb = query.field;
    EXPECT_THAT(fit_words(scene, query, male, first, signs), Not(HasSubstr("nerve")));
    complaint.muscles.push_back(scene.atlas.muscle(first.ref).id);
    EXPECT_THAT(fit_words(scene, query, male, first, signs), HasSubstr("see also nerve"));
    EXPECT_THAT(fit_words(scene, query, male, first), Not(HasSubstr("nerve")));
    signs.numb = regions({"calf"}).field;
    EXPECT_THAT(fit_words(scene, query, male, first, signs), Not(HasSubstr("nerve"))) << "it is numb elsewhere";
}

TEST_F(FindWords, TogetherSaysWhatTheyExplainAndWhatIsWanting) {
    const PointRef temple = scene.atlas.find_point("temporalis/TrP2").value();
    const PointRef calf = scene.atlas.find_point("soleus/TrP3").value();
    Together two{.parts = {{.ref = temple, .side = Side::right}, {.ref = calf}},
                 .explained = 0.96f,
                 .pattern_share = 0.705f,
                 .enough = true};
    EXPECT_EQ(together_words(scene, two, male),
              "Temporalis, Trigger point 2, right + Soleus, Trigger point 3, left: together they explain 96 % of the "
              "drawing; 71 % of their patterns was drawn.");
    two.much_beyond = true;
    EXPECT_THAT(together_words(scene, two, male), HasSubstr("usually cause was not drawn"));
    two.enough = false;
    EXPECT_THAT(together_words(scene, two, male), HasSubstr("No three points explain 90 %"));
    two.parts.resize(1);
    EXPECT_THAT(together_words(scene, two, male), HasSubstr("right: explains 96 % of the drawing"));
    EXPECT_THAT(together_words(scene, {}, male), HasSubstr("No pattern"));
}

TEST_F(FindWords, SpeakFrench) {
    context->set_language(Language("fr"));  // the scene refers to the words
    EXPECT_THAT(fit(regions({"temple"}), "trapezius_upper/TrP1"), AllOf(StartsWith("Tempe"), HasSubstr("non dessiné")));
}

}  // namespace
}  // namespace myomap
