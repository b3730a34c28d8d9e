#pragma once
// The program's own words (titles, buttons, legends, messages) in one language. The key is the English phrase as it
// stands in the code, so the code reads well and a missing translation shows English. Only a phrase that counts needs
// an entry in English too: its key is the form for many, "{} muscles".

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/plural_rule.h"

namespace myomap {

// Fills the blanks of a phrase: each "{}" with the next value, "{0}" and "{1}" with the value of that number, so that
// a translation may change their order. A blank without a value stays.
std::string filled(std::string_view phrase, std::span<const std::string> values);

// How many blanks a phrase has, of either kind.
int blanks_in(std::string_view phrase);

class Phrases {
public:
    using Table = std::map<std::string, std::string, std::less<>>;
    using Counted = std::map<std::string, std::vector<std::string>, std::less<>>;  // as many forms as the rule has

    Phrases() = default;  // English without forms for one
    Phrases(Table translations, Counted counted, PluralRule rule)
        : translations_(std::move(translations)), counted_(std::move(counted)), rule_(std::move(rule)) {}

    // Says what this has no words for; English, as a rule.
    void fall_back_on(std::shared_ptr<const Phrases> other) { fallback_ = std::move(other); }

    // The phrase in this language; itself where it is not translated. The result lives as long as both.
    std::string_view operator()(std::string_view english) const {
        const auto found = translations_.find(english);
        return found == translations_.end() ? english : std::string_view(found->second);
    }
    // As a text of one's own, with its blanks filled: phrases("Trigger point {}", label).
    std::string operator()(std::string_view english, std::string_view value) const;
    std::string operator()(std::string_view english, std::span<const std::string> values) const;

    // The form that goes with the number, which fills the first blank; `more` fill the others:
    // phrases.count("{} muscles", 1) is "1 muscle".
    std::string count(std::string_view english, long number, std::span<const std::string> more = {}) const;

    bool has(std::string_view english) const { return translations_.contains(english) || counted_.contains(english); }
    const Table& translations() const { return translations_; }
    const Counted& counted() const { return counted_; }

private:
    Table translations_;
    Counted counted_;
    PluralRule rule_;
    std::shared_ptr<const Phrases> fallback_;
};

// Which ordinary blanks a language never breaks a line at: those before the first signs and after the others. French
// sets a blank before high signs and inside its quotation marks.
struct Spacing {
    std::vector<std::string> before, after;

    // With such blanks made into ones that keep both sides together.
    std::string apply(std::string_view text) const;
};

}  // namespace myomap
