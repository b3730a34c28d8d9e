#include "base/recognise.h"

#include <optional>
#include <string_view>
#include <utility>

namespace myomap {

namespace {

std::optional<std::vector<MessageArgument>> blanks_of(std::string_view key, std::string_view text) {
    std::vector<MessageArgument> values;
    for (std::size_t blank = key.find("{}"); blank != std::string_view::npos; blank = key.find("{}")) {
        if (!text.starts_with(key.substr(0, blank))) return {};
        text.remove_prefix(blank);
        key.remove_prefix(blank + 2);
        const std::string_view behind = key.substr(0, key.find("{}"));
        const std::size_t end = behind.empty() ? text.size() : text.find(behind);
        if (end == std::string_view::npos) return {};
        values.emplace_back(std::string(text.substr(0, end)));
        text.remove_prefix(end);
    }
    return text == key ? std::optional(std::move(values)) : std::nullopt;
}

}  // namespace

Message recognise(std::span<const char* const> keys, const std::string& text) {
    for (const char* key : keys)
        if (auto values = blanks_of(key, text)) return {key, std::move(*values)};
    return {"{}", {text}};
}

}  // namespace myomap
