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

std::string wanted_code(int argc, char** argv) {
    constexpr std::string_view option = "--language";
    bool with_settings = true;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == option && i + 1 < argc) return argv[i + 1];
        if (argument.starts_with(option) && argument.substr(option.size()).starts_with('='))
            return std::string(argument.substr(option.size() + 1));
        if (argument == "--no-config") with_settings = false;
    }
    return with_settings ? read_settings(settings_file()).language.code() : Language().code();
}

}  // namespace

Speech::Speech(int argc, char** argv) {
    const std::string code = CLI::detail::to_lower(wanted_code(argc, argv));
    if (code == language_.code()) return;  // most often, and then no folder is looked for
    const std::vector<Language> all = languages_in(own_texts());
    const auto found =
        std::ranges::find(all, code, [](const Language& one) { return CLI::detail::to_lower(one.code()); });
    if (found != all.end()) language_ = *found;
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
