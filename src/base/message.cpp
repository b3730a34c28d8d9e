#include "base/message.h"

#include "base/text.h"

namespace myomap {

namespace {

std::string filled(const std::string& key, const std::vector<MessageArgument>& arguments) {
    std::string text;
    size_t from = 0;
    for (const MessageArgument& argument : arguments) {
        const size_t blank = key.find("{}", from);
        if (blank == std::string::npos) break;
        text += key.substr(from, blank - from);
        text += argument.kind == MessageArgument::Kind::phrase ? filled(argument.value, argument.arguments)
                                                               : shown(argument.value);
        from = blank + 2;
    }
    return text + key.substr(from);
}

}  // namespace

std::string to_text(const Message& message) { return filled(message.key, message.arguments); }

}  // namespace myomap
