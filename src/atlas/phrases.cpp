#include "atlas/phrases.h"

#include <nlohmann/json.hpp>

#include "base/json_document.h"
#include "base/json_fields.h"

namespace myomap {

std::string Phrases::operator()(std::string_view english, std::string_view value) const {
    std::string text((*this)(english));
    if (const size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, value);
    return text;
}

std::string french_spacing(std::string_view text) {
    static constexpr std::string_view keeps = "\u00a0", open = "\u00ab", close = "\u00bb";
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i + 1);
        const bool before = !rest.empty() && (std::string_view(":;!?%").find(rest[0]) != std::string_view::npos ||
                                              rest.starts_with(close));
        if (text[i] == ' ' && (before || text.substr(0, i).ends_with(open)))
            out += keeps;
        else
            out += text[i];
    }
    return out;
}

LoadedPhrases load_phrases(const std::filesystem::path& file) {
    const JsonDocument document = read_json(file);
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    const Place top;
    std::map<std::string, std::string, std::less<>> translations;
    Fields fields(*document.root, top, log, {"format", "format_version", "language", "license", "phrases"});
    if (read_format(fields, "myomap-interface", 1)) {
        const nlohmann::json* phrases = fields.find("phrases");
        const Place at = fields.place("phrases");
        if (phrases && !phrases->is_object()) {
            log.error(at, "an object: English phrase to its translation", *phrases);
        } else if (phrases) {
            for (const auto& [english, translation] : phrases->items()) {
                if (!translation.is_string() || translation.get_ref<const std::string&>().empty()) {
                    log.error(Place(at, english), "a text", translation);
                } else if ((english.find("{}") == std::string::npos) !=
                           (translation.get_ref<const std::string&>().find("{}") == std::string::npos)) {
                    log.error(Place(at, english), "a text with {} exactly where the English has it", translation);
                } else {
                    translations.emplace(english, translation.get<std::string>());
                }
            }
        }
    }
    return {Phrases(std::move(translations)), log.finish()};
}

}  // namespace myomap
