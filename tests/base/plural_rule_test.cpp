#include "base/plural_rule.h"

#include <gtest/gtest.h>

namespace myomap {
namespace {

std::string forms_of(std::string_view rule, int forms) {
    const auto read = PluralRule::read(rule, forms);
    std::string text;
    for (const long n : {0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111})
        text += read ? std::to_string(read->form_of(n)) : "-";
    return text;
}

TEST(PluralRule, FollowsTheRulesThatGettextKnows) {
    EXPECT_EQ(forms_of("n != 1", 2), "10111111111");  // English, German
    EXPECT_EQ(forms_of("n > 1", 2), "00111111111");   // French
    EXPECT_EQ(forms_of("0", 1), "00000000000");       // Japanese
    EXPECT_EQ(forms_of("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 3),
              "20122201202");  // Ukrainian
    EXPECT_EQ(PluralRule().form_of(1), 0);
    EXPECT_EQ(PluralRule().form_of(-1), 0);
    EXPECT_EQ(PluralRule().form_of(3), 1);
}

TEST(PluralRule, RefusesWhatIsNone) {
    for (const char* rule : {"", "n !=", "m != 1", "n = 1", "(n", "n) ", "n % 0", "n ? 1", "n; system", "2", "n", "-1"})
        EXPECT_FALSE(PluralRule::read(rule, 2)) << rule;
    EXPECT_FALSE(PluralRule::read("n != 1", 1));
    EXPECT_FALSE(PluralRule::read("0", 0));
    EXPECT_FALSE(PluralRule::read("0", 7));
    EXPECT_FALSE(PluralRule::read(std::string(200, '(') + "0" + std::string(200, ')'), 2));
    EXPECT_FALSE(PluralRule::read(std::string(1000, ' ') + "0", 2));
}

}  // namespace
}  // namespace myomap
