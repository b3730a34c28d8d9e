#pragma once
// A language, and the list of those the program speaks: one for each file in data/text. English is always among them,
// since its phrases are the keys of all others.

#include <compare>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// By its code, as its file in data/text is called: "en", "fr", "pt-BR". English when made of nothing.
class Language {
public:
    Language() = default;
    explicit Language(std::string_view code) : code_(code) {}

    const std::string& code() const { return code_; }
    bool is_english() const { return code_ == "en"; }
    auto operator<=>(const Language&) const = default;

private:
    std::string code_ = "en";
};

inline std::string_view to_text(const Language& language) { return language.code(); }  // lives as long as the language
std::string_view to_text(Language&&) = delete;

// Two or three lower case letters, and what may follow them after a dash.
bool is_language_code(std::string_view text);

// The languages that a folder has texts in, English first, the others by their codes. Only looks at the names of files.
std::vector<Language> languages_in(const std::filesystem::path& folder);

struct LanguageEntry {
    Language language;
    std::string name;   // its own, "Français"; the code where the file doesn't say
    std::string label;  // for a narrow button, "FR"
};

class Languages {
public:
    Languages() : Languages(std::filesystem::path()) {}  // English alone
    // Reads the head of every file in the folder, up to its first section.
    explicit Languages(const std::filesystem::path& folder);

    const std::vector<LanguageEntry>& all() const { return all_; }
    // Index into all(), or -1.
    int find(const Language& language) const;
    bool has(const Language& language) const { return find(language) >= 0; }
    // The one that follows it in the list, the first after the last.
    const Language& after(const Language& language) const;
    // "en, fr"
    std::string codes() const;

private:
    std::vector<LanguageEntry> all_;
};

}  // namespace myomap
