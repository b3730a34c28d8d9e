#include "atlas/phrases.h"

#include <algorithm>

namespace myomap {

namespace {

// The next blank from `from` on: its place, length, and the number it names (-1 for the next value).
struct Blank {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
    int number = -1;
};

Blank next_blank(std::string_view phrase, std::size_t from) {
    for (std::size_t at = phrase.find('{', from); at != std::string_view::npos; at = phrase.find('{', at + 1)) {
        if (phrase.substr(at + 1, 1) == "}") return {at, 2, -1};
        if (at + 2 < phrase.size() && phrase[at + 1] >= '0' && phrase[at + 1] <= '9' && phrase[at + 2] == '}')
            return {at, 3, phrase[at + 1] - '0'};
    }
    return {};
}

}  // namespace

std::string filled(std::string_view phrase, std::span<const std::string> values) {
    std::string text;
    std::size_t from = 0, next = 0;
    for (Blank blank = next_blank(phrase, 0); blank.size > 0; blank = next_blank(phrase, from)) {
        const std::size_t number = blank.number < 0 ? next++ : static_cast<std::size_t>(blank.number);
        text += phrase.substr(from, blank.at - from);
        text += number < values.size() ? std::string_view(values[number]) : phrase.substr(blank.at, blank.size);
        from = blank.at + blank.size;
    }
    text += phrase.substr(from);
    return text;
}

int blanks_in(std::string_view phrase) {
    int count = 0;
    for (Blank blank = next_blank(phrase, 0); blank.size > 0; blank = next_blank(phrase, blank.at + blank.size))
        ++count;
    return count;
}

std::string Phrases::operator()(std::string_view english, std::string_view value) const {
    const std::string one(value);
    return filled((*this)(english), {&one, 1});
}

std::string Phrases::operator()(std::string_view english, std::span<const std::string> values) const {
    return filled((*this)(english), values);
}

std::string Phrases::count(std::string_view english, long number, std::span<const std::string> more) const {
    const auto found = counted_.find(english);
    if (found == counted_.end() && fallback_) return fallback_->count(english, number, more);
    std::vector<std::string> values{std::to_string(number)};
    values.insert(values.end(), more.begin(), more.end());
    if (found == counted_.end()) return filled((*this)(english), values);
    return filled(found->second[static_cast<std::size_t>(rule_.form_of(number))], values);
}

std::string Spacing::apply(std::string_view text) const {
    if (before.empty() && after.empty()) return std::string(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view behind = text.substr(i + 1);
        const bool keeps =
            text[i] == ' ' &&
            (std::ranges::any_of(before, [&](const std::string& sign) { return behind.starts_with(sign); }) ||
             std::ranges::any_of(after, [&](const std::string& sign) { return text.substr(0, i).ends_with(sign); }));
        if (keeps)
            out += "\u00a0";
        else
            out += text[i];
    }
    return out;
}

}  // namespace myomap
