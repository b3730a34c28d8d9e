#include "atlas/language.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace myomap {

namespace {

// Stops a JSON reader at the first section: the head of a file of several hundred kilobytes is all that is wanted.
struct HeadReader : nlohmann::json_sax<nlohmann::json> {
    LanguageEntry& entry;
    std::string at;
    int depth = 0;

    explicit HeadReader(LanguageEntry& wanted) : entry(wanted) {}

    bool key(string_t& name) override {
        if (depth > 1) return true;
        at = name;
        return at != "regions" && at != "parents" && at != "muscles";
    }
    bool string(string_t& text) override {
        if (depth == 1 && !text.empty() && text.size() <= 100) {
            if (at == "name") entry.name = text;
            if (at == "short") entry.label = text;
        }
        return true;
    }
    bool start_object(std::size_t) override { return ++depth <= 3; }
    bool end_object() override { return --depth > 0; }
    bool start_array(std::size_t) override { return ++depth <= 3; }
    bool end_array() override { return --depth > 0; }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
};

LanguageEntry entry_of(const std::filesystem::path& folder, const Language& language) {
    LanguageEntry entry{language, language.is_english() ? "English" : language.code(), language.code()};
    std::ranges::transform(entry.label, entry.label.begin(),
                           [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    std::ifstream in(folder / (language.code() + ".json"), std::ios::binary);
    HeadReader reader(entry);
    if (in) nlohmann::json::sax_parse(in, &reader);
    return entry;
}

}  // namespace

bool is_language_code(std::string_view text) {
    const auto letters = std::ranges::find_if_not(text, [](char c) { return c >= 'a' && c <= 'z'; }) - text.begin();
    if (letters < 2 || letters > 3 || text.size() > 12) return false;
    const std::string_view rest = text.substr(static_cast<std::size_t>(letters));
    return rest.empty() || (rest.size() > 1 && rest[0] == '-' && std::ranges::all_of(rest.substr(1), [](char c) {
                                return std::isalnum(static_cast<unsigned char>(c)) || c == '-';
                            }));
}

std::vector<Language> languages_in(const std::filesystem::path& folder) {
    std::vector<Language> found;
    std::error_code error;
    for (auto file = std::filesystem::directory_iterator(folder, error);
         !error && file != std::filesystem::directory_iterator(); file.increment(error)) {
        const std::string code = file->path().stem().string();
        if (file->path().extension() == ".json" && is_language_code(code) && code != "en") found.emplace_back(code);
    }
    std::ranges::sort(found);
    found.insert(found.begin(), Language());
    return found;
}

Languages::Languages(const std::filesystem::path& folder) {
    for (const Language& language : folder.empty() ? std::vector{Language()} : languages_in(folder))
        all_.push_back(entry_of(folder, language));
}

int Languages::find(const Language& language) const {
    const auto found = std::ranges::find(all_, language, &LanguageEntry::language);
    return found == all_.end() ? -1 : static_cast<int>(found - all_.begin());
}

const Language& Languages::after(const Language& language) const {
    return all_[static_cast<std::size_t>(find(language) + 1) % all_.size()].language;
}

std::string Languages::codes() const {
    std::vector<std::string> codes;
    for (const LanguageEntry& one : all_) codes.push_back(one.language.code());
    return join(codes);
}

}  // namespace myomap
