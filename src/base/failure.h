#pragma once
// What keeps the program from doing what it was asked, as a message: what() says it in English, whoever has a catalogue
// puts it into the language that is shown (chart/message_words.h).

#include <stdexcept>
#include <utility>

#include "base/message.h"
#include "base/word.h"

namespace myomap {

struct Failure : std::runtime_error {
    explicit Failure(Message what) : std::runtime_error(to_text(what)), message(std::move(what)) {}
    Failure(std::string key, std::vector<MessageArgument> arguments)
        : Failure(Message(std::move(key), std::move(arguments))) {}

    Message message;
};

}  // namespace myomap
