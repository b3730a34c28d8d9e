// The text twin: everything that was recorded is said, in either language, and nothing of it can steer a terminal.

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exported.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class TextTwin : public test::Exported {
protected:
    // Without its line breaks.
    std::string said(const Document& document) {
        std::istringstream words(written(document, ".txt"));
        std::string all, one;
        while (words >> one) all += one + " ";
        return all;
    }
    void expect_all(const std::string& text, const std::vector<const char*>& expected) {
        for (const char* one : expected) EXPECT_THAT(text, HasSubstr(one));
    }
};

TEST_F(TextTwin, SaysAllThatWasRecorded) {
    const std::string text = said(chart("treated_visit.myomap"));
    expect_all(text, {"C. D., 1978",
                      "Visit: 2026-11-28",
                      "Examined by: E. Example, physiotherapist",
                      "Adult male",
                      "No: ",
                      "asked twice",
                      "Unsure: ",
                      "Forehead; Temple, right",
                      "aching, throbbing",
                      "like a <helmet> & \"vice\"",
                      "deep",
                      "now 4",
                      "worst 7.5",
                      "usual 5",
                      "comes and goes",
                      "at night",
                      "since three weeks",
                      "worse on Mondays",
                      "P2: Front of the forearm, left",
                      "tingling",
                      "active",
                      "Familiar pain: yes",
                      "Taut band: yes",
                      "Tenderness: 6 of 10",
                      "Felt on examination: ",
                      "Local twitch: unsure",
                      "Jump sign: no",
                      "2.1; 2.4; 2.25 kg/cm\u00b2",
                      "tip of 1 cm\u00b2",
                      "pressed by 0.5 kg/cm\u00b2 a second",
                      "rotation to the right 60 degrees, to the left 75",
                      "returns on stretch",
                      "Technique: dry needling",
                      "0.25 \u00d7 40 mm",
                      "3 in, 2 out: the numbers differ, check",
                      "lying prone",
                      "before 6 of 10, after 3.5 of 10",
                      "Tolerance: well",
                      "Adverse events: yes \u00b7 small bruise, light head",
                      "rested ten minutes",
                      "Consent: written, 2026-11-27, version 3.1",
                      "Warning signs checked: yes",
                      "pleura; blood thinners",
                      "warmth; no heavy lifting today",
                      "Practitioner: F. Example",
                      "180 kPa",
                      "worse after driving",
                      "A: Trapezius, upper fibres, Trigger point 1, right",
                      "cm\u00b2",
                      "All together: ",
                      "not a diagnosis",
                      "Myomap dataset"});
    EXPECT_LT(text.find("No: "), text.find("Pain areas")) << "warning signs before the rest";
}

TEST_F(TextTwin, SaysWhatIsMissingAsMissing) {
    const std::string text = said(chart("treated_visit.myomap"));
    expect_all(text, {"Not examined: Familiar pain; Taut band; Tenderness; Local twitch; Jump sign; Pressure pain "
                      "threshold; Range of motion",
                      "Not recorded: needles out; Adverse events; Consent; Warning signs checked"});
}

TEST_F(TextTwin, SpeaksFrenchWithItsOwnNumbers) {
    context->set_language(Language("fr"));
    const std::string text = said(chart("treated_visit.myomap"));
    expect_all(text, {"au pire 7,5", "2,25 kg/cm\u00b2", "Aiguilles", "3 pos\u00e9es, 2 retir\u00e9es", "Consentement",
                      "\u00e9crit, 2026-11-27", "Seuil de douleur \u00e0 la pression", "Bande tendue"});
    for (const char* english : {"Taut band", "Needles", "Treatment", "Not recorded", "cm\u00b2, 0."})
        EXPECT_THAT(text, Not(HasSubstr(english)));
}

TEST_F(TextTwin, LinesAreNoLongerThanATerminal) {
    Document muscle;
    muscle.selection = MuscleSelection{"trapezius_upper", ""};
    for (const Document& document : {chart("treated_visit.myomap"), muscle}) {
        std::istringstream lines(written(document, ".txt"));
        std::string line;
        while (std::getline(lines, line)) {
            const auto letters = std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
            EXPECT_TRUE(letters <= 78 || line.find(' ', line.find_first_not_of(' ')) == std::string::npos) << line;
        }
    }
}

TEST_F(TextTwin, ACardOfTheAtlasIsSaidWithItsSources) {
    Document document;
    document.selection = MuscleSelection{"trapezius_upper", "TrP1"};
    expect_all(said(document), {"Trapezius, upper fibres", "Musculus trapezius", "Essential: ", "high confidence",
                                "Origin: ", "Sources of what is shown", "patient\u2019s right side"});
    document.selection = ComplaintSelection{"plantar_heel_pain"};
    const std::string complaint = said(document);
    expect_all(complaint, {"First: is it something else?", "Soleus"});
    EXPECT_LT(complaint.find("is it something else"), complaint.find("Soleus"));
}

TEST_F(TextTwin, WhatAStrangerWroteCantSteerATerminal) {
    Document document = chart("treated_visit.myomap");
    Finding finding = document.drawing.findings[0];
    finding.treatment->aftercare = "a\x1b[31mb\u202ec\nF9: invented\x9b";
    document.drawing.findings = document.drawing.findings.replaced(0, finding);
    const std::string text = written(document, ".txt");
    EXPECT_THAT(text, AllOf(HasSubstr("a [31mb c F9: invented"), Not(HasSubstr("\x1b")), Not(HasSubstr("\u202e")),
                            Not(HasSubstr("\nF9: invented"))));
}

}  // namespace
}  // namespace myomap
