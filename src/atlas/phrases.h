#pragma once
// data/text/interface.<language>.json: the program's own words (titles, buttons, legends) in another language. The key
// is the English phrase as it stands in the code, so the code reads well and a missing translation shows English.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace myomap {

class Phrases {
public:
    Phrases() = default;  // English
    explicit Phrases(std::map<std::string, std::string, std::less<>> translations)
        : translations_(std::move(translations)) {}

    // The phrase in this language; itself where it is not translated. The result lives as long as both.
    std::string_view operator()(std::string_view english) const {
        const auto found = translations_.find(english);
        return found == translations_.end() ? english : std::string_view(found->second);
    }
    // As a text of one's own, with "{}" replaced by `value`: phrases("Trigger point {}", label).
    std::string operator()(std::string_view english, std::string_view value) const;

    bool has(std::string_view english) const { return translations_.find(english) != translations_.end(); }

private:
    std::map<std::string, std::string, std::less<>> translations_;
};

// French sets a blank before high signs and inside its quotation marks, where a line must not break: there the ordinary
// blank that translators type becomes one that keeps both together.
std::string french_spacing(std::string_view text);

struct LoadedPhrases {
    Phrases phrases;
    Problems problems;
};

// Same manners as load_atlas: a bad entry is left out and reported, a missing file is one problem.
LoadedPhrases load_phrases(const std::filesystem::path& file);

}  // namespace myomap
