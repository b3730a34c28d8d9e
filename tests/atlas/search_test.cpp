#include "atlas/search.h"
#include "base/text.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace myomap {
namespace {

TriggerPoint point(std::string id, std::string place, std::string zone, std::vector<std::string> symptoms = {}) {
    TriggerPoint made;
    made.id = std::move(id);
    made.place = std::move(place);
    made.zones.emplace_back().words = std::move(zone);
    made.symptoms = std::move(symptoms);
    return made;
}

Muscle muscle(std::string id, std::string parent, std::string name, std::string latin,
              std::vector<std::string> synonyms, std::vector<std::string> symptoms, std::string innervation,
              std::vector<TriggerPoint> points) {
    Muscle made;
    made.id = std::move(id);
    made.parent = std::move(parent);
    made.region = "head_neck";
    made.name = std::move(name);
    made.latin = std::move(latin);
    made.synonyms = std::move(synonyms);
    made.symptoms = std::move(symptoms);
    made.innervation = std::move(innervation);
    made.trigger_points = std::move(points);
    return made;
}

Atlas small_atlas() {
    Atlas atlas;
    atlas.regions.push_back({"head_neck", "Head and neck"});
    atlas.muscles = {
        muscle("semispinalis_capitis", "semispinalis", "Semispinalis capitis", "Musculus semispinalis capitis", {},
               {"temporal headache", "pain over the occiput"}, "Dorsal rami C1-C5",
               {point("TrP1", "At the base of the skull", "band above the ear to the temple")}),
        muscle("trapezius_upper", "trapezius", "Trapezius, upper fibres", "Musculus trapezius, pars descendens",
               {"upper traps", "trapèze supérieur"}, {"stiff neck"}, "Accessory nerve",
               {point("TrP1", "Front edge of the slope", "temple", {"tension headache"}),
                point("TrP2", "Behind it", "back of the neck")}),
        muscle("trapezius_lower", "trapezius", "Trapezius, lower fibres", "Musculus trapezius, pars ascendens", {}, {},
               "Accessory nerve", {point("TrP1", "Lower edge", "top of the shoulder")}),
        muscle("sternocleidomastoid_sternal", "sternocleidomastoid", "Sternocleidomastoid, sternal head",
               "Musculus sternocleidomastoideus, caput sternale", {"SCM"}, {"cramp in the trapezius"},
               "Accessory nerve; C2-C3", {point("TrP1", "Low in the belly", "breast bone")}),
        muscle("temporalis", "temporalis", "Temporalis", "Musculus temporalis", {}, {"toothache"}, "Mandibular nerve",
               {point("TrP1", "In front of the ear", "temple, eyebrow and upper front teeth")}),
        muscle("occipitofrontalis", "occipitofrontalis", "Occipitofrontalis", "Musculus occipitofrontalis", {}, {},
               "Facial nerve", {}),
    };
    return atlas;
}

class Search : public ::testing::Test {
protected:
    // Ids of the hit muscles, best first.
    std::vector<std::string> found(std::string_view query) const {
        std::vector<std::string> ids;
        for (const SearchHit& hit : index_.find(query))
            ids.push_back(atlas_.muscles.at(static_cast<std::size_t>(hit.muscle)).id);
        return ids;
    }
    std::string first(std::string_view query) const {
        const auto ids = found(query);
        return ids.empty() ? "" : ids.front();
    }

    Atlas atlas_ = small_atlas();
    SearchIndex index_{atlas_};
};

TEST(Fold, StripsCaseAccentsAndPunctuation) {
    EXPECT_EQ(fold("Élévateur (scapula)"), "elevateur scapula");
    EXPECT_EQ(fold("  C3-C4;  \t"), "c3 c4");
    EXPECT_EQ(fold("Straße, œil, Æ"), "strasse oeil ae");
    EXPECT_EQ(fold("TRAPE\xCC\x80ZE"), "trapeze");  // accent as a character of its own
    EXPECT_EQ(fold("ﬁbre"), "fibre");
    EXPECT_EQ(fold("斜方筋"), "斜方筋");
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(fold("...!"), "");
    EXPECT_EQ(fold("a\xFF"
                   "b"),
              "a b");  // not UTF-8
}

TEST_F(Search, FindsANameByItsBeginning) {
    EXPECT_EQ(found("sternocleido"), std::vector<std::string>{"sternocleidomastoid_sternal"});
    EXPECT_EQ(first("SCM"), "sternocleidomastoid_sternal");
    EXPECT_EQ(first("occip"), "occipitofrontalis");
}

TEST_F(Search, FindsAPartInsideAWord) { EXPECT_EQ(first("mastoideus"), "sternocleidomastoid_sternal"); }

TEST_F(Search, IgnoresAccents) {
    EXPECT_EQ(first("trapèze"), "trapezius_upper");
    EXPECT_EQ(first("trapeze"), "trapezius_upper");
    EXPECT_EQ(first("TRAPÈZE SUPÉRIEUR"), "trapezius_upper");
}

TEST_F(Search, ForgivesTypingErrors) {
    for (const char* typed : {"trapezus", "trapezuis", "trappezius", "rtapezius", "trapecius"})
        EXPECT_TRUE(first(typed).starts_with("trapezius")) << typed;
    EXPECT_EQ(first("sternoclidomastiod"), "sternocleidomastoid_sternal");
    EXPECT_EQ(first("sternoclido"), "sternocleidomastoid_sternal");  // still being typed
    EXPECT_EQ(first("temporl headache"), "semispinalis_capitis");
    EXPECT_TRUE(found("xcm").empty());  // too short to guess
}

TEST_F(Search, DoesNotConfuseRoots) {
    EXPECT_EQ(found("c3"), std::vector<std::string>{"sternocleidomastoid_sternal"});
    EXPECT_TRUE(found("c9").empty());
}

TEST_F(Search, PutsNamesBeforeSymptomsBeforeZones) {
    const auto ids = found("trapezius");
    ASSERT_EQ(ids.size(), 3u);
    EXPECT_EQ(ids.back(), "sternocleidomastoid_sternal");  // only a symptom speaks of it
    EXPECT_EQ(found("headache").size(), 2u);
    EXPECT_EQ(first("temporal"), "temporalis");
}

TEST_F(Search, AnExactNameScoresOne) {
    const auto hits = index_.find("semispinalis capitis");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_FLOAT_EQ(hits[0].score, 1);
    EXPECT_EQ(hits[0].matched, "Semispinalis capitis");
    EXPECT_EQ(hits[0].point, -1);
    for (const SearchHit& hit : index_.find("semispin")) EXPECT_LT(hit.score, 1);
}

TEST_F(Search, NamesThePointWhoseTextMatched) {
    const auto hits = index_.find("tension headache");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(atlas_.full_id({hits[0].muscle, hits[0].point}), "trapezius_upper/TrP1");
    EXPECT_EQ(hits[0].matched, "tension headache");
    const auto by_id = index_.find("trapezius upper trp2");
    ASSERT_FALSE(by_id.empty());
    EXPECT_EQ(atlas_.full_id({by_id[0].muscle, by_id[0].point}), "trapezius_upper/TrP2");
}

TEST_F(Search, EveryWordMustMatchSomethingOfTheMuscle) {
    EXPECT_EQ(found("trapezius headache"), std::vector<std::string>{"trapezius_upper"});  // in different texts
    EXPECT_TRUE(found("trapezius toothache").empty());
}

TEST_F(Search, FindsByRegionAndNerve) {
    EXPECT_EQ(found("head and neck").size(), atlas_.muscles.size());
    EXPECT_EQ(first("facial nerve"), "occipitofrontalis");
}

TEST_F(Search, FindsNothingForNothing) {
    for (const char* query : {"", "   ", "?!", "qqqqqq", "\xFF\xFE", "'; DROP TABLE muscles"})
        EXPECT_TRUE(found(query).empty()) << query;
    EXPECT_TRUE(index_.find("trapezius", 0).empty());
    EXPECT_TRUE(SearchIndex(Atlas{}).find("trapezius").empty());
}

TEST_F(Search, SurvivesAPastedText) {
    EXPECT_TRUE(found(std::string(10'000, 'x')).empty());
    std::string text;
    while (text.size() < 10'000) text += "trapezius ";
    EXPECT_EQ(found(text).size(), 3u);
    std::string accents;
    while (accents.size() < 10'000) accents += "é";
    EXPECT_TRUE(found(accents).empty());
}

TEST_F(Search, GivesAtMostTheLimitBestFirst) {
    const auto all = index_.find("head and neck");
    const auto two = index_.find("head and neck", 2);
    ASSERT_EQ(two.size(), 2u);
    EXPECT_EQ(two[0].muscle, all[0].muscle);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                               [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; }));
}

TEST_F(Search, FindsTheLanguageThatIsNotShown) {
    Texts french;
    french.language = Language("fr");
    french.regions["head_neck"] = "Tête et cou";
    MuscleTexts& texts = french.muscles["temporalis"];
    texts.name = "Muscle temporal";
    texts.synonyms = {"muscle crotaphyte"};
    texts.symptoms = {"mal de dents"};
    texts.points["TrP1"].symptoms = {"sourcil douloureux"};
    const SearchIndex both(atlas_, {&french});
    const auto best = [&](std::string_view query) {
        const auto hits = both.find(query);
        return hits.empty() ? "" : atlas_.muscles.at(static_cast<std::size_t>(hits[0].muscle)).id;
    };
    for (const char* query : {"muscle temporal", "crotaphyte", "mal de dents", "sourcil", "toothache"})
        EXPECT_EQ(best(query), "temporalis") << query;
    EXPECT_EQ(both.find("tete et cou").size(), atlas_.muscles.size());
    EXPECT_EQ(both.find("sourcil").at(0).point, 0);
    EXPECT_TRUE(found("crotaphyte").empty());
}

}  // namespace
}  // namespace myomap
