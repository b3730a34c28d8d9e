// The line that a problem is said in, and messages within messages.

#include "base/problem.h"

#include <gtest/gtest.h>

#include "base/recognise.h"

namespace myomap {
namespace {

TEST(Problem, IsOneLineOfPlaceExpectedGotAndAdvice) {
    Problem problem{.file = "x.json",
                    .line = 3,
                    .pointer = "/a/0",
                    .expected = {"a text of at most {} bytes", {"5"}},
                    .got = "{}",
                    .advice = ""};
    EXPECT_EQ(to_text(problem), "x.json:3: /a/0: expected a text of at most 5 bytes, got {}");
    problem.advice = "cut it";
    problem.severity = Problem::Severity::warning;
    EXPECT_EQ(to_text(problem), "x.json:3: /a/0: warning: expected a text of at most 5 bytes, got {}; cut it");
    EXPECT_EQ(
        to_text(Problem{.file = "none.json", .pointer = "", .expected = "a file", .got = "nothing", .advice = ""}),
        "none.json: expected a file, got nothing");
}

TEST(Message, HoldsOthersWithTheirBlanks) {
    const Message inner{"{} of {}", {"1", "2"}};
    EXPECT_EQ(to_text({"{}; {}", {inner, Message{"({})", {inner}}}}), "1 of 2; (1 of 2)");
    EXPECT_EQ(to_text({"{} {}", {"{}", "x"}}), "{} x") << "an argument is no key";
}

TEST(Recognise, FindsTheKeyOfASentenceAndItsBlanks) {
    constexpr const char* keys[] = {"Expected less than {}", "'{}' is not {}."};
    EXPECT_EQ(recognise(keys, "Expected less than 5"), Message("Expected less than {}", {"5"}));
    EXPECT_EQ(recognise(keys, "'a b' is not c."), Message("'{}' is not {}.", {"a b", "c"}));
    for (const char* other : {"'a b' is not c", "Expected less", "What {} is"})
        EXPECT_EQ(to_text(recognise(keys, other)), other);
}

}  // namespace
}  // namespace myomap
