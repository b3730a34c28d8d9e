#include "base/text.h"

#include <gtest/gtest.h>

#include "base/csv.h"
#include "base/problem.h"

namespace myomap {
namespace {

TEST(Text, AStrangersTextInAMessageObeysNobody) {
    EXPECT_EQ(shown("plain élévateur"), "plain élévateur");
    EXPECT_EQ(shown("a\nforged: line"), "a\\nforged: line");
    EXPECT_EQ(shown("\x1b[31mred"), "\\x1b[31mred");
    EXPECT_EQ(shown("\xc2\x9b"
                    "31mred"),
              "\\u009b31mred");  // the same in one character
    EXPECT_EQ(shown("\xe2\x80\xae"
                    "gpj.exe"),
              "\\u202egpj.exe");  // turns the direction of writing
    EXPECT_EQ(shown("\xff\xfe"), "\\xff\\xfe");
    EXPECT_EQ(shown(std::string("\0", 1)), "\\x00");
}

TEST(Text, AStrangersTextInAMessageIsShort) {
    const std::string text = shown(std::string(100'000, 'k') + "end", 300);
    EXPECT_LE(text.size(), 303u);
    EXPECT_TRUE(text.ends_with("kend"));
    std::string accents;
    for (int i = 0; i < 1000; ++i) accents += "é";
    const std::string cut = shown(accents, 100);
    EXPECT_EQ(shown(cut), cut);  // still UTF-8
}

TEST(Text, InOneLineThereIsOneLine) {
    EXPECT_EQ(in_one_line("a\nb\tc\x1b"
                          "d\xc2\x85"
                          "e\xe2\x80\xa8"
                          "f"),
              "a b c d e f");
}

TEST(Text, JsonForATerminalIsTheSameJson) {
    EXPECT_EQ(escaped_json("{\n \"a\": \"\xc2\x9b\x7f é\"\n}"), "{\n \"a\": \"\\u009b\\u007f é\"\n}");
}

TEST(Problem, AKeyCanNeitherForgeALineNorFillTheScreen) {
    const Problem problem{Problem::Severity::error,
                          "a.json\nb.json:1: all is well",
                          3,
                          "/x\ny/" + std::string(100'000, 'k'),
                          "a number",
                          {"{}", {"\x1b]0;title\x07"}},
                          ""};
    const std::string line = to_text(problem);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(line.find('\x1b'), std::string::npos);
    EXPECT_LT(line.size(), 600u);
}

TEST(Problem, AListOfManyIsCutWithACount) {
    Problems problems(1234, {Problem::Severity::warning, "a.json", 1, "", "x", "y", ""});
    cut_list(problems);
    ASSERT_EQ(problems.size(), most_problems + 1);
    EXPECT_EQ(to_text(problems.back().got), "1034 more that are not listed");
    EXPECT_FALSE(has_errors(problems));
    cut_list(problems);
    EXPECT_EQ(problems.size(), most_problems + 1);
}

TEST(Csv, ACellIsNoFormula) {
    EXPECT_EQ(csv_cell("plain"), "plain");
    EXPECT_EQ(csv_cell(""), "");
    EXPECT_EQ(csv_cell("a, \"b\""), "\"a, \"\"b\"\"\"");
    EXPECT_EQ(csv_cell("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
    for (const char* formula : {"+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
        EXPECT_TRUE(csv_cell(formula).starts_with("\"'")) << formula;
    EXPECT_EQ(csv_cell("neck-line = a"), "neck-line = a");
}

}  // namespace
}  // namespace myomap
