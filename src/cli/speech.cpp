#include "cli/speech.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include <CLI/StringTools.hpp>

#include "app/resources.h"
#include "atlas/load.h"
#include "atlas/message_phrases.h"
#include "ui/settings.h"

namespace myomap {

namespace {

// "" where the program's texts can't be found; what that means is said by whatever needs them.
std::filesystem::path own_texts() {
    try {
        return find_data() / "text";
    } catch (const ResourceError&) {
        return {};
    }
}

// What to speak, the most wanted first: what --language asks for, which may be none at all, then what the window
// spoke last time.
std::vector<std::string> wanted_codes(int argc, char** argv) {
    constexpr std::string_view option = "--language";
    std::vector<std::string> codes;
    bool with_settings = true;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (!codes.empty() && argument.starts_with(option)) continue;
        if (argument == option && i + 1 < argc)
            codes.emplace_back(argv[i + 1]);
        else if (argument.starts_with(option) && argument.substr(option.size()).starts_with('='))
            codes.emplace_back(argument.substr(option.size() + 1));
        if (argument == "--no-config") with_settings = false;
    }
    if (with_settings) codes.push_back(read_settings(settings_file()).language.code());
    return codes;
}

}  // namespace

Speech::Speech(int argc, char** argv) {
    for (const std::string& wanted : wanted_codes(argc, argv)) {
        const std::string code = CLI::detail::to_lower(wanted);
        if (code == language_.code()) return;  // most often, and then no folder is looked for
        const std::vector<Language> all = languages_in(own_texts());
        const auto found =
            std::ranges::find(all, code, [](const Language& one) { return CLI::detail::to_lower(one.code()); });
        if (found == all.end()) continue;
        language_ = *found;
        return;
    }
}

const Phrases& Speech::phrases() const {
    if (phrases_) return *phrases_;
    const std::filesystem::path folder = own_texts();
    const auto read = [&](const Language& language) { return load_texts(text_file(folder, language)).texts.phrases; };
    phrases_ = read(language_);
    if (!language_.is_english()) phrases_->fall_back_on(std::make_shared<const Phrases>(read({})));
    return *phrases_;
}

std::string Speech::help(const Message& message) {
    std::string english = to_text(message);
    composed_.emplace(english, message);
    return english;
}

std::string Speech::words(const std::string& text) const {
    if (language_.is_english()) return text;
    const auto found = composed_.find(text);
    return found == composed_.end() ? std::string(phrases()(text)) : myomap::words(phrases(), found->second);
}

}  // namespace myomap
