// The pages of a chart and of the atlas, read back with poppler.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exported.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PdfPages : public test::Exported {
protected:
    std::filesystem::path file = test::output_file("pages.pdf");

    // The words of each page.
    std::vector<std::string> pages(ChartExport request) {
        request.path = file;
        request.dpi = 40;
        export_chart(*context, renderer, request);
        std::string text = run_shell("pdftotext -layout '" + file.string() + "' -").out;
        std::vector<std::string> all;
        for (size_t end = text.find('\f'); end != std::string::npos; end = text.find('\f')) {
            all.push_back(text.substr(0, end));
            text.erase(0, end + 1);
        }
        return all;
    }
    static std::shared_ptr<const PageLetterhead> letterhead() {
        PageLetterhead page;
        page.words = {
            "Example Physiotherapy", {"1 Example Street", "12345 Exampletown"}, "+00 000 0000", "Foot line", ""};
        page.logo = {{40, 20}, std::vector<std::uint8_t>(40 * 20 * 4, 0x80)};
        return std::make_shared<const PageLetterhead>(page);
    }
};

TEST_F(PdfPages, AVisitHasItsChartFirstAndWhatWasFoundAndDoneOnFurtherPages) {
    for (const auto& [paper, landscape] : {std::pair{Paper::a4, false}, {Paper::letter, true}}) {
        const auto all = pages({.document = chart("treated_visit.myomap"), .paper = paper, .landscape = landscape});
        ASSERT_EQ(all.size(), 2u);
        EXPECT_THAT(all[0], AllOf(HasSubstr("PAIN CHART"), HasSubstr("C. D., 1978"), HasSubstr("Visit: 2026-11-28"),
                                  HasSubstr("Examined by: E. Example"), HasSubstr("asked twice"),
                                  HasSubstr("P2: Front of the forearm"), Not(HasSubstr("Technique"))));
        EXPECT_THAT(all[1], AllOf(HasSubstr("Technique: dry needling"), HasSubstr("F1 \u00b7 Trapezius"),
                                  HasSubstr("warmth; no heavy lifting today"), HasSubstr("worse after driving"),
                                  HasSubstr("All together")));
        for (size_t i = 0; i < all.size(); ++i)
            EXPECT_THAT(all[i], AllOf(HasSubstr("C. D., 1978"), HasSubstr("2026-11-28"), HasSubstr("not a diagnosis"),
                                      HasSubstr("Page " + std::to_string(i + 1) + " of 2")));
    }
}

TEST_F(PdfPages, TheLetterheadStandsOnEachOfThem) {
    for (const bool landscape : {false, true}) {
        const auto all =
            pages({.document = chart("treated_visit.myomap"), .landscape = landscape, .letterhead = letterhead()});
        ASSERT_EQ(all.size(), 2u);
        for (const std::string& page : all)
            EXPECT_THAT(page, AllOf(HasSubstr("Example Physiotherapy"), HasSubstr("1 Example Street"),
                                    HasSubstr("12345 Exampletown"), HasSubstr("+00 000 0000"), HasSubstr("Foot line"),
                                    HasSubstr("not a diagnosis")));
        EXPECT_THAT(run_shell("pdfimages -list '" + file.string() + "'").out, HasSubstr("smask"));
    }
    Document muscle;
    muscle.selection = MuscleSelection{"trapezius_upper", ""};
    for (const std::string& page : pages({.document = muscle, .letterhead = letterhead()}))
        EXPECT_THAT(page, AllOf(HasSubstr("Example Physiotherapy"), HasSubstr("Foot line")));
    EXPECT_THAT(pages({.document = muscle}).front(), Not(HasSubstr("Example Physiotherapy")));
}

// Every word is there, however much was written, and no page ends with a heading whose text is on the next.
TEST_F(PdfPages, ManyLongFindingsFillPagesWithoutLosingAWord) {
    Document document = chart("treated_visit.myomap");
    for (int i = 0; i < 24; ++i) {
        Finding finding = document.drawing.findings[0];
        finding.note.clear();
        for (int k = 0; k < 3 + 40 * (i % 5); ++k)
            finding.note += "w" + std::to_string(i) + "x" + std::to_string(k) + " ";
        document.drawing.findings = document.drawing.findings.with(finding);
    }
    const auto all = pages({.document = document});
    EXPECT_GT(all.size(), 4u);
    std::string text;
    for (const std::string& page : all) text += page;
    for (int i = 0; i < 24; ++i)
        for (int k = 0; k < 3 + 40 * (i % 5); ++k)
            EXPECT_THAT(text, HasSubstr("w" + std::to_string(i) + "x" + std::to_string(k)));
    for (const std::string& page : all) EXPECT_THAT(page, Not(HasSubstr("\u2026")));
}

}  // namespace
}  // namespace myomap
