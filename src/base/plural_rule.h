#pragma once
// Which form of a phrase goes with a number: the rule of a language as gettext writes it, an expression in n such as
// "n != 1", or "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2".

#include <optional>
#include <string>
#include <string_view>

namespace myomap {

class PluralRule {
public:
    PluralRule() = default;  // English: one, and all others

    // nullopt where the text is no such expression, is longer than 500 bytes, divides by zero or gives for some n up to
    // 1000 a form that is not within [0, forms).
    static std::optional<PluralRule> read(std::string_view rule, int forms);

    int forms() const { return forms_; }
    int form_of(long n) const;  // within [0, forms()); a negative number has the form of its absolute value

private:
    std::string rule_ = "n != 1";
    int forms_ = 2;
};

}  // namespace myomap
