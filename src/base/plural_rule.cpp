#include "base/plural_rule.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace myomap {

namespace {

constexpr std::size_t longest_rule = 500;
constexpr int deepest = 40;
constexpr int most_forms = 6;  // Arabic has six, and no language more

// Evaluates an expression of C in the one variable n. Every branch is evaluated; that has no effect but time.
class Evaluator {
public:
    Evaluator(std::string_view text, long n) : text_(text), n_(n) {}

    std::optional<long> value() {
        const long result = choice();
        blanks();
        return bad_ || !text_.empty() ? std::nullopt : std::optional(result);
    }

private:
    void blanks() {
        while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
    }

    bool take(std::string_view sign) {
        blanks();
        if (!text_.starts_with(sign)) return false;
        text_.remove_prefix(sign.size());
        return true;
    }

    long choice() {
        if (++depth_ > deepest) bad_ = true;
        if (bad_) return 0;
        const long condition = either();
        long result = condition;
        if (take("?")) {
            const long yes = choice();
            if (!take(":")) bad_ = true;
            const long no = choice();
            result = condition != 0 ? yes : no;
        }
        --depth_;
        return result;
    }

    long either() {
        long left = both();
        while (take("||")) {
            const long right = both();
            left = left != 0 || right != 0;
        }
        return left;
    }

    long both() {
        long left = comparison();
        while (take("&&")) {
            const long right = comparison();
            left = left != 0 && right != 0;
        }
        return left;
    }

    long comparison() {
        const long left = rest();
        if (take("==")) return left == rest();
        if (take("!=")) return left != rest();
        if (take("<=")) return left <= rest();
        if (take(">=")) return left >= rest();
        if (take("<")) return left < rest();
        if (take(">")) return left > rest();
        return left;
    }

    long rest() {
        long left = term();
        while (take("%")) {
            const long right = term();
            if (right == 0) bad_ = true;
            left = right == 0 ? 0 : left % right;
        }
        return left;
    }

    long term() {
        if (take("n")) return n_;
        if (take("(")) {
            const long inside = choice();
            if (!take(")")) bad_ = true;
            return inside;
        }
        blanks();
        std::size_t digits = 0;
        long number = 0;
        while (digits < text_.size() && digits < 9 && std::isdigit(static_cast<unsigned char>(text_[digits])))
            number = 10 * number + (text_[digits++] - '0');
        if (digits == 0) bad_ = true;
        text_.remove_prefix(digits);
        return number;
    }

    std::string_view text_;
    long n_;
    int depth_ = 0;
    bool bad_ = false;
};

}  // namespace

std::optional<PluralRule> PluralRule::read(std::string_view rule, int forms) {
    if (rule.size() > longest_rule || forms < 1 || forms > most_forms) return std::nullopt;
    for (long n = 0; n <= 1000; ++n) {
        const auto form = Evaluator(rule, n).value();
        if (!form || *form < 0 || *form >= forms) return std::nullopt;
    }
    PluralRule read;
    read.rule_ = rule;
    read.forms_ = forms;
    return read;
}

int PluralRule::form_of(long n) const {
    const long form = Evaluator(rule_, std::labs(n)).value().value_or(0);
    return static_cast<int>(std::clamp(form, 0L, static_cast<long>(forms_ - 1)));
}

}  // namespace myomap
