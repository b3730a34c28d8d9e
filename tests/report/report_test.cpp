// What a selection says in words, on the shipped data.

#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "chart/actions/select.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<Section> kinds(const Report& report) {
    std::vector<Section> all;
    for (const ReportSection& section : report.sections) all.push_back(section.kind);
    return all;
}

std::vector<std::string> texts(const Report& report, Section kind) {
    std::vector<std::string> all;
    for (const ReportItem& item : report.items(kind)) all.push_back(item.text);
    return all;
}

std::string fact(const Report& report, Section kind, std::string_view id) {
    for (const ReportItem& item : report.items(kind))
        if (item.id == id) return item.name + ": " + item.text;
    return "";
}

class ReportIn : public testing::TestWithParam<Language> {
protected:
    void SetUp() override { test::whole_context().set_language(GetParam()); }
    void TearDown() override { test::whole_context().set_language(Language()); }

    bool french() const { return GetParam() == Language("fr"); }
    Scene scene() const { return test::whole_context().scene(); }
    Document with(std::string_view point) const {
        Document document;
        select_point(document, scene(), *scene().atlas.find_point(point));
        return document;
    }
};

INSTANTIATE_TEST_SUITE_P(Languages, ReportIn, testing::Values(Language(), Language("fr")),
                         [](const auto& one) { return std::string(to_text(one.param)); });

TEST_P(ReportIn, PlainWordsAreAnotherTextThanTheClinicalOne) {
    const Document document = with("trapezius_upper/TrP1");
    const Report plain = make_report(scene(), document, {.wording = Wording::plain});
    const Report clinical = make_report(scene(), document, {.wording = Wording::clinical});
    EXPECT_THAT(clinical.points()[0].place, HasSubstr("C5-C6"));
    EXPECT_THAT(plain.points()[0].place, Not(HasSubstr("C5")));
    EXPECT_THAT(clinical.points()[0].zones[0].text, HasSubstr(french() ? "mastoïde" : "mastoid"));
    EXPECT_THAT(plain.points()[0].zones[0].text, Not(HasSubstr("mastoid")));
    EXPECT_FALSE(plain.points()[0].zones[0].text.empty());
    for (const PointRef ref : scene().atlas.all_points()) {
        const TriggerPoint& point = scene().atlas.point(ref);
        EXPECT_FALSE(point.place_plain.empty()) << scene().atlas.full_id(ref);
        for (const Zone& zone : point.zones) EXPECT_FALSE(zone.words_plain.empty()) << scene().atlas.full_id(ref);
    }
}

TEST_P(ReportIn, OfAMuscleEmergenciesComeFirst) {
    const Report report = make_report(scene(), with("multifidi_lumbar/L2"), {.wording = Wording::plain});
    ASSERT_FALSE(report.sections.empty());
    EXPECT_EQ(report.sections[0].kind, Section::warning_signs);
    EXPECT_THAT(texts(report, Section::warning_signs),
                Contains(StartsWith(french() ? "Queue de cheval\u00a0:" : "Cauda equina:")));
    for (const ReportItem& item : report.items(Section::warning_signs)) EXPECT_TRUE(item.emergency) << item.id;
}

TEST_P(ReportIn, AMuscleForAColleagueHasItsAnatomyAndForAPatientHasNot) {
    Document document = with("trapezius_upper/TrP1");
    document.selection = MuscleSelection{"trapezius_upper", ""};
    const Report clinical = make_report(scene(), document, {.wording = Wording::clinical});
    const Muscle& muscle = scene().atlas.muscles[static_cast<size_t>(*scene().atlas.find_muscle("trapezius_upper"))];
    EXPECT_EQ(clinical.id, "trapezius_upper");
    EXPECT_EQ(clinical.title, muscle.name);
    EXPECT_EQ(clinical.point_title, "");
    EXPECT_EQ(clinical.latin, muscle.latin);
    EXPECT_EQ(fact(clinical, Section::anatomy, "origin"),
              std::string(french() ? "Origine: " : "Origin: ") + muscle.origin.words);
    EXPECT_THAT(fact(clinical, Section::details, "frequency"), HasSubstr(french() ? "ouvent" : "Often"));
    EXPECT_EQ(texts(clinical, Section::symptoms), muscle.symptoms);
    EXPECT_EQ(texts(clinical, Section::differential), muscle.confused_with);
    ASSERT_FALSE(clinical.items(Section::synergists).empty());
    EXPECT_EQ(clinical.items(Section::synergists).front().id, muscle.synergists.front());
    // French lists drop the word that every name begins with.
    for (const ReportItem& item : clinical.items(Section::synergists))
        EXPECT_THAT(item.text, Not(StartsWith("Muscle ")));

    const Report plain = make_report(scene(), document, {.wording = Wording::plain});
    EXPECT_EQ(plain.title, clinical.title);
    EXPECT_THAT(kinds(plain),
                AllOf(Not(Contains(Section::anatomy)), Not(Contains(Section::details)), Not(Contains(Section::signs)),
                      Not(Contains(Section::synergists)), Contains(Section::symptoms), Contains(Section::causes),
                      Contains(Section::self_care), Contains(Section::needling)));
    EXPECT_EQ(plain.points().size(), muscle.trigger_points.size());
    EXPECT_EQ(plain.points().front().title, french() ? "Point gâchette 1" : "Trigger point 1");
    EXPECT_EQ(plain.find(Section::trigger_points)->heading, french() ? "Points gâchettes" : "Trigger points");
}

TEST_P(ReportIn, APageSaysOnlyWhatIsShown) {
    Document document = with("trapezius_upper/TrP1");
    const TriggerPoint& point = scene().atlas.point(*scene().atlas.find_point("trapezius_upper/TrP1"));
    const Report all = make_report(scene(), document, {});
    EXPECT_EQ(all.id, "trapezius_upper/TrP1");
    EXPECT_GT(all.points().size(), 1u);
    const Report shown = make_report(scene(), document, {.only_shown = true});
    ASSERT_EQ(shown.points().size(), 1u);
    EXPECT_EQ(shown.points()[0].place, point.place);
    EXPECT_EQ(shown.points()[0].zones.size(), point.zones.size());
    EXPECT_EQ(shown.points()[0].zones[0].confidence_words, french() ? "confiance élevée" : "high confidence");
    EXPECT_NE(shown.points()[0].zone_words(ZoneKind::spillover, "; "), "");
    // What this very point is known for stands first, and once.
    ASSERT_FALSE(point.symptoms.empty());
    const auto said = texts(shown, Section::symptoms);
    EXPECT_EQ(said.front(), point.symptoms.front());
    EXPECT_EQ(std::ranges::count(said, said.front()), 1);
    EXPECT_EQ(report_title(scene(), document), shown.title + " \u00b7 " + shown.point_title);

    document.view.show_spillover = false;
    const Report essential = make_report(scene(), document, {.only_shown = true});
    for (const ReportZone& zone : essential.points()[0].zones) EXPECT_EQ(zone.kind, ZoneKind::essential);
    EXPECT_EQ(essential.points()[0].zone_words(ZoneKind::spillover, "; "), "");
}

TEST_P(ReportIn, APointThatIsNoCauseOfPainSaysSo) {
    const Report report =
        make_report(scene(), *scene().atlas.find_point("trapezius_middle/TrP7"), {.only_shown = true});
    EXPECT_EQ(report.points().front().response_tag, french() ? "Autonome" : "Autonomic");
    EXPECT_NE(report.points().front().response_words, "");
}

TEST_P(ReportIn, APointThatIsReachedOtherwiseSaysHow) {
    const auto reached = [&](std::string_view point) {
        return make_report(scene(), *scene().atlas.find_point(point), {.only_shown = true})
            .points()
            .front()
            .reached_from;
    };
    EXPECT_THAT(reached("lateral_pterygoid/inferior"), HasSubstr(french() ? "la bouche" : "inside the mouth"));
    EXPECT_THAT(reached("coccygeus/TrP1"), HasSubstr(french() ? "du bassin" : "inside the pelvis"));
    EXPECT_EQ(reached("trapezius_upper/TrP1"), "");
}

TEST_P(ReportIn, AComplaintListsItsMusclesAfterItsWarningSigns) {
    const Symptom* symptom = scene().symptoms->find_symptom("temporal_headache");
    ASSERT_NE(symptom, nullptr);
    Document document;
    select_symptom(document, scene(), symptom->id);
    const SymptomText& words = symptom->in(to_text(GetParam()));
    for (const Wording wording : {Wording::plain, Wording::clinical}) {
        const Report report = make_report(scene(), document, {.wording = wording});
        const bool plain = wording == Wording::plain;
        EXPECT_EQ(fold(report.title), fold(plain ? words.plain : words.clinical));
        EXPECT_EQ(fold(report.other_name), fold(plain ? words.clinical : words.plain));
        EXPECT_EQ(report.sections.front().kind, Section::warning_signs);
        EXPECT_EQ(report.items(Section::warning_signs).size(), symptom->red_flags.size());
        std::vector<std::string> ids;
        for (const ReportAnswer& answer : report.find(Section::answers)->answers) {
            ids.push_back(answer.id);
            EXPECT_FALSE(answer.points.empty());
            EXPECT_NE(answer.why, "");
        }
        EXPECT_EQ(ids, symptom->muscles);
        EXPECT_EQ(report.items(Section::reasons).back().confidence, symptom->confidence);
        const auto cited = std::ranges::count_if(symptom->sources, [&](const std::string& key) {
            return !plain || scene().atlas.sources.at(key).rank != SourceRank::compared;
        });
        EXPECT_EQ(static_cast<long>(report.find(Section::sources)->sources.size()), cited);
    }
}

TEST_P(ReportIn, ARegionRanksWhatRefersPainThereAndNamesItsComplaints) {
    const int temple = scene().regions->set().find("temple");
    Document document;
    select_region(document, scene(), {temple, Side::left});
    const Report report = make_report(scene(), document, {.wording = Wording::plain});
    EXPECT_EQ(report.title, french() ? "Tempe" : "Temple");
    EXPECT_THAT(report.other_name, HasSubstr(french() ? " \u00b7 à gauche du patient" : " \u00b7 patient's left"));
    const auto& answers = report.find(Section::answers)->answers;
    ASSERT_GE(answers.size(), 3u);
    for (size_t i = 1; i < answers.size(); ++i) EXPECT_LE(answers[i].score, answers[i - 1].score);
    EXPECT_THAT(answers[0].why, HasSubstr(french() ? "% de la région \u00b7 " : "% of the region \u00b7 "));
    std::vector<std::string> complaints;
    for (const ReportItem& item : report.items(Section::complaints)) complaints.push_back(item.id);
    EXPECT_THAT(complaints, Contains("temporal_headache"));
}

TEST_P(ReportIn, WarningSignsComeFirstWhereverThereAreAny) {
    std::vector<Document> documents;
    for (const Symptom& symptom : scene().symptoms->symptoms)
        select_symptom(documents.emplace_back(), scene(), symptom.id);
    for (int i = 0; i < static_cast<int>(scene().regions->set().regions.size()); ++i)
        select_region(documents.emplace_back(), scene(), {i, Side::right});
    Answers answers;
    size_t with_signs = 0;
    for (const Document& document : documents)
        for (const Wording wording : {Wording::plain, Wording::clinical})
            for (const bool only_shown : {false, true}) {
                const Report report =
                    make_report(scene(), document, {.wording = wording, .only_shown = only_shown}, answers);
                EXPECT_NE(report.title, "");
                if (!report.find(Section::warning_signs)) continue;
                ++with_signs;
                EXPECT_EQ(report.sections.front().kind, Section::warning_signs) << report.id;
            }
    EXPECT_GT(with_signs, documents.size());
}

TEST_P(ReportIn, EveryMuscleHasNoEmptyWords) {
    for (int i = 0; i < static_cast<int>(scene().atlas.muscles.size()); ++i)
        for (const Wording wording : {Wording::plain, Wording::clinical}) {
            const Report report = make_report(scene(), PointRef{i, -1}, {.wording = wording});
            for (const ReportSection& section : report.sections) {
                EXPECT_TRUE(!section.heading.empty() || section.kind == Section::details) << report.id;
                EXPECT_TRUE(!section.items.empty() || !section.points.empty() || !section.sources.empty()) << report.id;
                for (const ReportItem& item : section.items) EXPECT_NE(item.text, "") << report.id;
            }
            EXPECT_NE(report.find(Section::sources), nullptr) << report.id;
        }
}

TEST(Report, NothingChosenSaysNothing) {
    const Report report = make_report(test::whole_context().scene(), Document{});
    EXPECT_EQ(report.id, "");
    EXPECT_EQ(report.title, "Trigger point chart");
    EXPECT_TRUE(report.sections.empty());
}

// Words alone need no body; see `list`.
Atlas two_points() {
    Atlas atlas;
    Muscle muscle;
    muscle.id = "masseter";
    muscle.name = "Masseter";
    muscle.sources = {"BOOK", "A"};
    TriggerPoint one{.id = "TrP1", .label = "1"};
    one.sources = {"A"};
    one.zones = {{.kind = ZoneKind::spillover, .words = "brow", .sources = {"C"}},
                 {.kind = ZoneKind::essential, .words = "jaw", .sources = {"A", "B"}},
                 {.kind = ZoneKind::essential, .words = "ear", .sources = {"unknown"}}};
    TriggerPoint two{.id = "TrP2", .label = "2"};
    two.sources = {"D"};
    muscle.trigger_points = {one, two};
    atlas.muscles = {muscle};
    for (const char* key : {"A", "B", "C", "D", "BOOK"}) atlas.sources[key] = {.title = std::string("on ") + key};
    return atlas;
}

std::vector<std::string> source_keys(const Report& report) {
    std::vector<std::string> keys;
    for (const Source& source : report.find(Section::sources)->sources) keys.push_back(source.key);
    return keys;
}

TEST(Report, SourcesAreThoseOfWhatIsShownInOrderOfAppearance) {
    const Atlas atlas = two_points();
    const Scene scene{atlas, {}, {}};
    Document document;
    document.selection = MuscleSelection{"masseter", "TrP1"};
    EXPECT_THAT(source_keys(make_report(scene, document, {.only_shown = true})), ElementsAre("A", "B", "C", "BOOK"));
    EXPECT_THAT(source_keys(make_report(scene, document)), ElementsAre("A", "B", "C", "D", "BOOK"));
    document.view.show_spillover = false;
    EXPECT_THAT(source_keys(make_report(scene, document, {.only_shown = true})), ElementsAre("A", "B", "BOOK"));
    EXPECT_EQ(make_report(scene, document).find(Section::sources)->sources.front().title, "on A");
}

TEST(Report, EssentialZonesComeBeforeSpillover) {
    const Atlas atlas = two_points();
    const Report report = make_report(Scene{atlas, {}, {}}, {0, 0}, {.only_shown = true});
    const ReportPoint& point = report.points().front();
    ASSERT_EQ(point.zones.size(), 3u);
    EXPECT_EQ(point.zones[0].text, "jaw");
    EXPECT_EQ(point.zones[2].text, "brow");
    EXPECT_EQ(point.zone_words(ZoneKind::essential, " / "), "jaw / ear");
}

TEST(Report, TitlesNameWhatIsSelected) {
    const Atlas atlas = two_points();
    const Scene scene{atlas, {}, {}};
    Document document;
    EXPECT_EQ(report_title(scene, document), "Trigger point chart");
    document.selection = MuscleSelection{"masseter", ""};
    EXPECT_EQ(report_title(scene, document), "Masseter");
    document.selection = MuscleSelection{"masseter", "TrP2"};
    EXPECT_EQ(report_title(scene, document), "Masseter \u00b7 Trigger point 2");
    EXPECT_EQ(body_and_side(scene, BodyId::adult_female, SideChoice::left), "Adult female, patient\u2019s left side");
    EXPECT_EQ(body_and_side(scene, BodyId::adult_female, SideChoice::both), "Adult female, both sides");
}

TEST(ReportSources, APatientIsToldOfNoneThatAPatternWasOnlyComparedWith) {
    const Scene scene = test::whole_context().scene();
    Document document;
    select_point(document, scene, *scene.atlas.find_point("gluteus_minimus_anterior/anterior_1"));
    const auto ranks = [&](Wording wording) {
        std::vector<SourceRank> all;
        const Report report = make_report(scene, document, {.wording = wording});
        for (const Source& source : report.find(Section::sources)->sources) all.push_back(source.rank);
        EXPECT_TRUE(std::ranges::is_sorted(all)) << "the most trusted first";
        return all;
    };
    EXPECT_THAT(ranks(Wording::clinical), AllOf(Contains(SourceRank::textbook), Contains(SourceRank::compared)));
    EXPECT_THAT(ranks(Wording::plain), AllOf(Contains(SourceRank::textbook), Not(Contains(SourceRank::compared))));
}

TEST(ReportSources, EachIsRanked) {
    for (const auto& [key, source] : test::whole_context().atlas().sources)
        EXPECT_EQ(source.rank == SourceRank::textbook, key.starts_with("TS")) << key;
    for (const char* key : {"BR", "GH", "JP"})
        EXPECT_EQ(test::whole_context().atlas().sources.at(key).rank, SourceRank::compared) << key;
}

TEST(ReportFigure, AZoneOfTheOtherFigureIsNotListed) {
    const std::unique_ptr<Context> own = open_context();
    const PointRef ref = own->atlas().find_point("trapezius_upper/TrP1").value();
    auto& point =
        own->loaded.atlas.muscles[static_cast<size_t>(ref.muscle)].trigger_points[static_cast<size_t>(ref.point)];
    point.zones[0].bodies = OnBodies::female;
    Document document;
    select_point(document, own->scene(), ref);
    const auto zones = [&](BodyId body) {
        document.view.body = body;
        return make_report(own->scene(), document, {.only_shown = true}).points().at(0).zones.size();
    };
    EXPECT_EQ(zones(BodyId::adult_female), point.zones.size());
    EXPECT_EQ(zones(BodyId::adult_male), point.zones.size() - 1);
}

TEST(ReportLevels, APointThatRepeatsIsOneAndSaysWhere) {
    const Scene scene = test::whole_context().scene();
    const PointRef ref = scene.atlas.find_point("multifidi_thoracic/T4_T5").value();
    const Report clinical = make_report(scene, ref);
    ASSERT_EQ(clinical.points().size(), 1u);
    EXPECT_THAT(clinical.points()[0].place, HasSubstr("Drawn at T4, typical; any level from T1 to T11."));
    const Report plain = make_report(scene, ref, {.wording = Wording::plain});
    EXPECT_THAT(plain.points()[0].place, AllOf(HasSubstr("any height"), Not(HasSubstr("T4"))));
}

}  // namespace
}  // namespace myomap
