#include "base/message.h"

namespace myomap {

std::string to_text(const Message& message) {
    std::string text;
    size_t from = 0;
    for (const MessageArgument& argument : message.arguments) {
        const size_t blank = message.key.find("{}", from);
        if (blank == std::string::npos) break;
        text += message.key.substr(from, blank - from) + argument.value;
        from = blank + 2;
    }
    return text + message.key.substr(from);
}

}  // namespace myomap
