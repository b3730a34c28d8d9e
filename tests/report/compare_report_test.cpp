// What two charts of the samples say side by side.

#include "report/compare_report.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/drawing_json.h"
#include "report/compare_signs.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Drawing sample(const char* name) {
    const Scene scene = test::whole_context().scene();
    return *load_drawing(std::string(MYOMAP_SOURCE_DIR "/tests/data/chart/") + name,
                         topology_of(scene.body(BodyId::adult_male).skin()))
                .drawing;
}

Comparison compared(const Drawing& before, const Drawing& after) {
    return compare(test::whole_context().scene(), before, after, BodyId::adult_male);
}

Drawing with_header(Drawing drawing, VisitHeader header) {
    drawing.header = std::move(header);
    return drawing;
}

class CompareReportIn : public testing::TestWithParam<Language> {
protected:
    void SetUp() override { test::whole_context().set_language(GetParam()); }
    void TearDown() override { test::whole_context().set_language(Language()); }

    bool french() const { return GetParam() == Language("fr"); }
    static CompareReport of(const Drawing& before, const Drawing& after) {
        return compare_report(test::whole_context().scene(), compared(before, after));
    }
    static const CompareRow* row(const std::vector<CompareRow>& rows, const std::string& name) {
        const auto found = std::ranges::find(rows, name, &CompareRow::name);
        return found == rows.end() ? nullptr : &*found;
    }
};
INSTANTIATE_TEST_SUITE_P(Languages, CompareReportIn, testing::Values(Language(), Language("fr")),
                         [](const auto& one) { return std::string(to_text(one.param)); });

TEST_P(CompareReportIn, SaysWhatChangedStayedCameAndWent) {
    const CompareReport report = of(sample("month_before.myomap"), sample("full_visit.myomap"));
    EXPECT_EQ(report.title, "A. B., 1961");
    EXPECT_EQ(report.before, french() ? "Avant \u00b7 2026-10-30" : "Before \u00b7 2026-10-30");
    EXPECT_THAT(report.remarks, IsEmpty());
    const CompareRow* back = row(report.areas, "P1");
    ASSERT_TRUE(back);
    EXPECT_THAT(back->before, HasSubstr("cm²"));
    EXPECT_EQ(back->change.substr(0, 3), "\u2212") << back->change;
    EXPECT_EQ((back + 1)->what, french() ? "qualité" : "quality");
    EXPECT_EQ((back + 2)->change, "\u22123") << "pain now, 8 and 5";
    EXPECT_EQ(row(report.areas, "P3")->change, french() ? "nouvelle" : "new");
    EXPECT_EQ(row(report.areas, "P3")->before, "\u2013");
    EXPECT_EQ(row(report.areas, "P4")->change, french() ? "comme avant" : "as before") << "the calf, P4 in both";
    EXPECT_EQ(row(report.areas, french() ? "P3 avant" : "P3 before")->change, french() ? "disparue" : "gone");
    EXPECT_TRUE(row(report.areas, french() ? "Toutes les zones" : "All areas"));
    EXPECT_THAT(report.notes[1], AllOf(HasSubstr("42\u00a0%"), HasSubstr("20\u00a0%"), HasSubstr("37897081")));
    EXPECT_THAT(report.notes[2], HasSubstr(report.figure)) << "figures differ: which one is said";
}

TEST_P(CompareReportIn, FindingsSayActivityAndTreatmentOfBothVisits) {
    const CompareReport report = of(sample("month_before.myomap"), sample("full_visit.myomap"));
    const auto found = std::ranges::find_if(
        report.findings, [](const CompareRow& row) { return row.what.find("iriform") != std::string::npos; });
    ASSERT_NE(found, report.findings.end());
    EXPECT_THAT(found->before, AllOf(HasSubstr("dry needling"), HasSubstr("7 \u2192 4")));
    EXPECT_EQ(found->after, french() ? "incertain" : "unsure");
    EXPECT_THAT(report.findings,
                Contains(AllOf(Field(&CompareRow::after, "\u2013"),
                               Field(&CompareRow::change, french() ? "non réexaminée" : "not examined again"))))
        << "what nobody looked at again is not gone";
}

TEST_P(CompareReportIn, ChartsThatMayNotBelongTogetherArePointedOut) {
    const Drawing visit = sample("full_visit.myomap");
    const auto remarks = [&](const VisitHeader& before, const VisitHeader& after) {
        return of(with_header(visit, before), with_header(visit, after)).remarks;
    };
    EXPECT_THAT(remarks({.patient = "A"}, {.patient = "B"}), Contains(AllOf(HasSubstr("A"), HasSubstr("B"))));
    EXPECT_EQ(remarks({.patient = "A"}, {.patient = ""}).size(), 1u);
    EXPECT_THAT(remarks({.patient = "A", .date = "2026-11-28"}, {.patient = "A", .date = "2026-10-30"}),
                Contains(AllOf(HasSubstr("2026-11-28"), HasSubstr("2026-10-30"))));
    EXPECT_THAT(remarks({.date = "2026-10-30"}, {.date = "2026-11-28"}), IsEmpty());
    EXPECT_THAT(remarks({.date = "2026-10-30"}, {}), IsEmpty());
    EXPECT_EQ(remarks({.patient = "A"}, {.patient = "A"}).size(), 1u) << "the same twice";
}

TEST(CompareSigns, TellWhatIsAnsweredAndWhatWasNotAskedWhereItHurtsNewly) {
    Drawing before, after;
    before.areas = before.areas.with({.id = 1, .regions = {{"calf", Side::left}}});
    after.areas = before.areas.with({.id = 2, .regions = {{"lower_back", Side::right}}});
    before.header = VisitHeader{.warning_signs = {{"heart", Examined::yes},
                                                  {"lung", Examined::no},
                                                  {"stroke", Examined::unsure},
                                                  {"kidney", Examined::yes},
                                                  {"cancer_signs", Examined::no}}};
    after.header = VisitHeader{.warning_signs = {{"heart", Examined::yes},
                                                 {"lung", Examined::yes},
                                                 {"infection", Examined::unsure},
                                                 {"kidney", Examined::no},
                                                 {"fracture", Examined::no},
                                                 {"no_such_sign", Examined::yes}}};
    const Comparison both = compared(before, after);
    std::map<std::string, SignChange> signs;
    SignChange last{};
    for (const ComparedSign& sign : compared_signs(test::whole_context().scene(), both)) {
        EXPECT_TRUE(signs.emplace(sign.id, sign.change).second) << sign.id << " twice";
        EXPECT_GE(sign.change, last) << "what is answered yes first";
        last = sign.change;
    }
    EXPECT_EQ(signs.at("heart"), SignChange::still_yes);
    EXPECT_EQ(signs.at("lung"), SignChange::newly_yes);
    EXPECT_EQ(signs.at("no_such_sign"), SignChange::newly_yes) << "unknown, and not passed over";
    EXPECT_EQ(signs.at("infection"), SignChange::unsure);
    EXPECT_EQ(signs.at("stroke"), SignChange::not_again);
    EXPECT_EQ(signs.at("cauda_equina"), SignChange::not_asked) << "the lower back hurts newly";
    EXPECT_FALSE(signs.contains("kidney") || signs.contains("fracture")) << "asked, and no";
    EXPECT_FALSE(signs.contains("compartment")) << "the calf hurt before";
    ASSERT_EQ(newly_painted(both).size(), 1u);
    EXPECT_THAT(compared_signs(test::whole_context().scene(), compared(before, before)),
                Not(Contains(Field(&ComparedSign::change, SignChange::not_asked))))
        << "where nothing is new";
}

}  // namespace
}  // namespace myomap
