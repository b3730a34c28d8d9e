// SVG as other programs read it: well-formed, its words as text, its parts by name.

#include "export/svg_canvas.h"

#include <algorithm>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/compose.h"
#include "exported.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Svg : public test::Exported {
protected:
    // What xmllint says is wrong with it; "" for nothing.
    static std::string faults(const std::string& svg, const std::string& name) {
        const auto file = test::output_file(name);
        std::ofstream(file, std::ios::binary) << svg;
        const Outcome run = run_shell("xmllint --huge --noout '" + file.string() + "'");
        return run.code == 0 ? "" : "xmllint: " + run.err;
    }
    static size_t count(const std::string& text, const std::string& what) {
        size_t found = 0;
        for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
        return found;
    }
    static std::vector<std::string> ids(const std::string& svg) {
        std::vector<std::string> all;
        const std::regex id("id=\"([^\"]*)\"");
        for (std::sregex_iterator it(svg.begin(), svg.end(), id), end; it != end; ++it) all.push_back((*it)[1]);
        return all;
    }
};

// Without the pictures, in which anything may stand by chance.
std::string without_pictures(std::string svg) {
    for (size_t at = svg.find("base64,"); at != std::string::npos; at = svg.find("base64,", at + 8))
        svg.erase(at + 7, svg.find('"', at) - at - 7);
    return svg;
}

TEST_F(Svg, AChartIsWellFormedAndEveryWordOfItIsText) {
    const Document document = chart("treated_visit.myomap");
    const std::string svg = written(document, ".svg"), words = without_pictures(svg);
    EXPECT_EQ(faults(svg, "visit.svg"), "");
    const Picture picture = compose(context->scene(), document, {{1800, 1280}, 2}, painter.measure());
    ASSERT_GT(picture.labels.size(), 3u);
    const auto is_text = [&](const std::string& text) { return words.find(">" + xml_text(text) + "</text>"); };
    for (const Label& label : picture.labels)
        for (const std::string& line : label.lines) EXPECT_NE(is_text(line), std::string::npos) << line;
    for (const LegendEntry& entry : picture.legend) EXPECT_NE(is_text(entry.text), std::string::npos) << entry.text;
    for (const PictureView& view : picture.views) EXPECT_NE(is_text(view.title), std::string::npos) << view.title;
    EXPECT_EQ(count(words, "<image "), picture.views.size() + picture.insets.size());
    EXPECT_THAT(words, AllOf(HasSubstr("<title id=\"title\">C. D., 1978"), HasSubstr("P1: Forehead; Temple, right"),
                             HasSubstr("viewBox=\"0 0 900 640\""), HasSubstr("lang=\"en\"")));
}

TEST_F(Svg, PartsAreGroupsWithNamesOfTheirOwn) {
    Document document;
    document.selection = MuscleSelection{"soleus", "TrP1"};
    document.view.layout = Layout::focus;
    const auto all = ids(without_pictures(written(document, ".svg")));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
    for (const char* id : {"bodies", "views", "marks", "labels", "leaders", "legend", "mark-soleus-TrP1-right"})
        EXPECT_THAT(all, testing::Contains(id));
    EXPECT_TRUE(std::ranges::any_of(
        all, [](const std::string& id) { return id.starts_with("label-") && id.ends_with("heel"); }));
    // P1 has a label in each of several views.
    const auto of_visit = ids(without_pictures(written(chart("treated_visit.myomap"), ".svg")));
    EXPECT_EQ(std::set<std::string>(of_visit.begin(), of_visit.end()).size(), of_visit.size());
    EXPECT_THAT(of_visit, testing::IsSupersetOf({"label-p1", "label-p1-2", "mark-F1", "mark-F1-2"}));
    const std::regex legal("[A-Za-z][A-Za-z0-9_-]*");
    for (const std::string& id : all) EXPECT_TRUE(std::regex_match(id, legal)) << id;
}

TEST_F(Svg, WhatAStrangerWroteIsTextAndNothingElse) {
    Document document = chart("treated_visit.myomap");
    Note note = document.drawing.notes[0];
    note.text = "<script>alert(\"&\")</script>\x01 ]]> </g>";
    document.drawing.notes = document.drawing.notes.replaced(0, note);
    VisitHeader header = *document.drawing.header;
    header.patient = "</title><b onload=\"x\">\x1b[31m";
    document.drawing.header = header;
    const std::string svg = written(document, ".svg");
    EXPECT_EQ(faults(svg, "hostile.svg"), "");
    EXPECT_THAT(without_pictures(svg),
                AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<b")), Not(HasSubstr("\x1b")), Not(HasSubstr("\x01")),
                      HasSubstr("&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;")));
}

TEST_F(Svg, SpeaksTheLanguageThatIsShown) {
    context->set_language(Language("fr"));
    const std::string svg = without_pictures(written(chart("treated_visit.myomap"), ".svg"));
    EXPECT_THAT(svg, AllOf(HasSubstr("lang=\"fr\""), HasSubstr("droite du patient"), Not(HasSubstr("patient's"))));
}

TEST(XmlText, LeavesOutWhatXmlForbidsAndKeepsTheRest) {
    EXPECT_EQ(xml_text("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
    EXPECT_EQ(xml_text(std::string("a\0b\x0c\x7f", 5) + "\xc3\xa9\xff\n"), "ab\xc3\xa9\n");
}

}  // namespace
}  // namespace myomap
