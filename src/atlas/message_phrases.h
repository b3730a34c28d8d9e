#pragma once
// Puts a message into words with the catalogue of a language alone.

#include <exception>
#include <functional>
#include <string>

#include "atlas/phrases.h"
#include "base/message.h"

namespace myomap {

// How what has an id is called; without it ids are shown as they are.
using NameOf = std::function<std::string(const MessageArgument&)>;

// A count fills the first blank of the key, the arguments fill the others in turn.
std::string words(const Phrases& phrases, const Message& message, const NameOf& name_of = {});

// Of a Failure its message, of any other what().
std::string words(const Phrases& phrases, const std::exception& failure, const NameOf& name_of = {});

}  // namespace myomap
