#include "atlas/search_texts.h"
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
            ids.push_back(atlas_.muscles.at(static_cast<std::size_t>(hit.item)).id);
        return ids;
    }
    std::string first(std::string_view query) const {
        const auto ids = found(query);
        return ids.empty() ? "" : ids.front();
    }
    static SearchIndex index_of(const Atlas& atlas, const std::vector<const Texts*>& others = {}) {
        std::vector<SearchText> texts;
        add_muscle_texts(atlas, others, texts);
        return SearchIndex(texts);
    }

    Atlas atlas_ = small_atlas();
    SearchIndex index_ = index_of(atlas_);
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
    EXPECT_EQ(first("sternocleido"), "sternocleidomastoid_sternal");
    EXPECT_EQ(first("SCM"), "sternocleidomastoid_sternal");
    EXPECT_EQ(first("occip"), "occipitofrontalis");
}

TEST_F(Search, FindsAPartInsideAWord) { EXPECT_EQ(first("mastoideus"), "sternocleidomastoid_sternal"); }

TEST_F(Search, IgnoresAccents) {
    EXPECT_EQ(first("trapèze supérieur"), "trapezius_upper");
    EXPECT_EQ(first("trapeze superieur"), "trapezius_upper");
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
    EXPECT_EQ(first("c3"), "sternocleidomastoid_sternal");
    EXPECT_TRUE(found("c9").empty());
}

TEST_F(Search, PutsNamesBeforeSymptomsBeforeZones) {
    const auto ids = found("trapezius");
    ASSERT_GE(ids.size(), 2u);
    EXPECT_TRUE(ids[0].starts_with("trapezius") && ids[1].starts_with("trapezius"));
    EXPECT_EQ(first("temporalis"), "temporalis");
}

TEST_F(Search, AnExactNameComesFirstAndScoresMost) {
    const auto hits = index_.find("semispinalis capitis");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(atlas_.muscles.at(static_cast<size_t>(hits[0].item)).id, "semispinalis_capitis");
    EXPECT_EQ(hits[0].point, -1);
    for (const SearchHit& hit : index_.find("semispin")) EXPECT_LT(hit.score, hits[0].score);
}

TEST_F(Search, NamesThePointWhoseTextMatched) {
    const auto hits = index_.find("tension headache");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(atlas_.full_id({hits[0].item, hits[0].point}), "trapezius_upper/TrP1");
    EXPECT_EQ(hits[0].matched, "tension headache");
    const auto by_id = index_.find("trapezius upper trp2");
    ASSERT_FALSE(by_id.empty());
    EXPECT_EQ(atlas_.full_id({by_id[0].item, by_id[0].point}), "trapezius_upper/TrP2");
}

TEST_F(Search, AWordThatNothingKnowsCostsLittle) {
    EXPECT_EQ(first("qqqq semispinalis capitis zzzz"), "semispinalis_capitis");
    EXPECT_EQ(first("semispinalis"), first("semispinalis qqqq"));
}

TEST_F(Search, FindsByRegionAndNerve) {
    EXPECT_EQ(found("head and neck").size(), atlas_.muscles.size());
    EXPECT_EQ(first("facial nerve"), "occipitofrontalis");
}

TEST_F(Search, FindsNothingForNothing) {
    for (const char* query : {"", "   ", "?!", "qqqqqq", "\xFF\xFE", "'; DROP TABLE"})
        EXPECT_TRUE(found(query).empty()) << query;
    EXPECT_TRUE(index_.find("trapezius", 0).empty());
    EXPECT_TRUE(index_of(Atlas{}).find("trapezius").empty());
}

TEST_F(Search, SurvivesAPastedText) {
    EXPECT_TRUE(found(std::string(10'000, 'x')).empty());
    std::string text;
    while (text.size() < 10'000) text += "trapezius ";
    EXPECT_TRUE(first(text).starts_with("trapezius"));
    std::string accents;
    while (accents.size() < 10'000) accents += "é";
    EXPECT_TRUE(found(accents).empty());
}

TEST_F(Search, GivesAtMostTheLimitBestFirst) {
    const auto all = index_.find("head and neck");
    const auto two = index_.find("head and neck", 2);
    ASSERT_EQ(two.size(), 2u);
    EXPECT_EQ(two[0].item, all[0].item);
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
    const SearchIndex both = index_of(atlas_, {&french});
    const auto best = [&](std::string_view query) {
        const auto hits = both.find(query);
        return hits.empty() ? "" : atlas_.muscles.at(static_cast<std::size_t>(hits[0].item)).id;
    };
    for (const char* query : {"muscle temporal", "crotaphyte", "mal de dents", "sourcils", "toothache"})
        EXPECT_EQ(best(query), "temporalis") << query;
    EXPECT_EQ(both.find("tete et cou").size(), atlas_.muscles.size());
    EXPECT_EQ(both.find("sourcil").at(0).point, 0);
    EXPECT_TRUE(found("crotaphyte").empty());
}

// Two complaints, a warning sign and a vocabulary.
class SearchWords : public ::testing::Test {
protected:
    std::vector<SearchText> texts_{
        {.kind = SearchKind::complaint, .item = 0, .language = {}, .text = "pain in the little finger"},
        {.kind = SearchKind::complaint, .item = 1, .language = {}, .text = "pain in the shoulder"},
        {.kind = SearchKind::complaint, .item = 1, .language = {}, .text = "shoulder hurts at night"},
        {.kind = SearchKind::region, .item = 0, .language = {}, .text = "Shoulder"},
        {.kind = SearchKind::muscle, .item = 0, .weight = 0.6f, .language = {}, .text = "shoulder stiff"},
        {.kind = SearchKind::warning, .item = 0, .language = {}, .text = "crushing pain in the chest"},
    };
    Vocabulary words_ = [] {
        Vocabulary words;
        words.ignored = {"my", "the", "in", "pain", "left"};
        words.body = {"shoulder", "finger"};
        words.same = {{"pinky", "little finger"}};
        return words;
    }();
    std::vector<SearchHit> find(std::string_view query) const { return SearchIndex(texts_, {&words_, 1}).find(query); }
};

TEST_F(SearchWords, SaysWhatPeopleCallIt) {
    ASSERT_FALSE(find("my left pinky").empty());
    EXPECT_EQ(find("my left pinky")[0].item, 0);
    EXPECT_TRUE(SearchIndex(texts_).find("pinky").empty());
}

TEST_F(SearchWords, AComplaintComesBeforeARegionAndAMuscleThatHoldsTheWord) {
    const auto hits = find("pain in my shoulder");
    ASSERT_GE(hits.size(), 3u);
    EXPECT_EQ(hits[0].kind, SearchKind::complaint);
    EXPECT_EQ(hits[0].item, 1);
    EXPECT_EQ(hits.back().kind, SearchKind::muscle);
}

TEST_F(SearchWords, AWarningSignIsFirstWhereItIsToldAndNowhereElse) {
    ASSERT_FALSE(find("crushing chest").empty());
    EXPECT_EQ(find("crushing chest")[0].kind, SearchKind::warning);
    for (const SearchHit& hit : find("shoulder at night")) EXPECT_NE(hit.kind, SearchKind::warning);
}

TEST_F(SearchWords, EndingsDoNotMatter) { EXPECT_EQ(find("fingers").at(0).item, 0); }

}  // namespace
}  // namespace myomap
